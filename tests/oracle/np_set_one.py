# One element assigned: NumPy asks the value for a number of Python, and does not broadcast.
import warnings
import numpy as np
import dask.array as da

warnings.simplefilter("ignore")
VALUES = [4.6e18, np.float64(4.6e18), np.float32(300.5), 1e30, float("nan"), np.float64("nan"), np.float64("inf"), 300, -1,
          2 ** 70, 1 + 2j, np.int64(300), np.int64(-1), np.uint64(2 ** 63), np.uint8(7), True, np.bool_(True), None, "x",
          "5", [1], [1, 2], (), (3,), np.array(3.7), np.array([3.7]), np.array([1, 2]), -4.6, np.complex64(1 + 1j)]
for dtype in ["int8", "uint8", "int16", "int32", "int64", "uint64", "bool", "float32", "float64", "complex64"]:
    for value in VALUES:
        x = np.zeros(3, dtype=dtype)
        try:
            x[1] = value
            print(dtype, repr(value), x)
        except Exception as e:
            print(dtype, repr(value), type(e).__name__, e)
        y = np.zeros((2, 2), dtype=dtype)
        try:
            y[0, -1] = value
            print(y.tolist())
        except Exception as e:
            print(type(e).__name__, e)

# A part of an array, even of one element, is broadcast to.
for value in [[1], np.array([3.7]), np.float64(300.5), 7]:
    x = np.zeros(3, dtype="int16")
    x[1:2] = value
    print(x)

for call in [lambda: da.ones(3).mean.compute(), lambda: da.sum.compute(), lambda: "a".upper.strip(), lambda: [].append.x,
             lambda: np.ones(3).mean.round(2)]:
    try:
        print(call())
    except AttributeError as e:
        print(e)

class A:
    def f(self):
        pass

try:
    print(A().f.x)
except AttributeError as e:
    print(e)
