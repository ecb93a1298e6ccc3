import numpy as np

def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

show(lambda: np.arange(3).astype("float32", casting="safe"))
show(lambda: np.arange(3).astype("float64", casting="safe"))
show(lambda: np.arange(3).astype("int8", casting="same_kind"))
show(lambda: np.array([1.5]).astype("int32", casting="same_kind"))
show(lambda: np.arange(3).astype("int64", casting="no"))
show(lambda: np.arange(3).astype("int32", casting="equiv"))
show(lambda: np.arange(3).astype("int32", casting="odd"))
show(lambda: np.array(5).astype(complex))
show(lambda: np.array(5).astype("uint8"))
x = np.arange(3)
print(x.astype("int64", copy=False) is x, x.astype("int64") is x)
show(lambda: np.where(True, 1j, 0))
show(lambda: np.array([1j]).item())
show(lambda: np.array([[1, 2j]]).item(0, 1))
for t in ["int8", "uint8", "int16", "uint32", "int64", "uint64"]:
    a = np.array([12, 0, 18, 7], dtype=t)
    b = np.array([8, 5, 24, 7], dtype=t)
    show(lambda: np.gcd(a, b))
    show(lambda: np.lcm(a, b))
    show(lambda: np.bitwise_count(a))
    show(lambda: np.divmod(a, b))
show(lambda: np.gcd(np.array([-12, 8]), -18))
show(lambda: np.lcm(np.array([-4, 6]), 10))
show(lambda: np.bitwise_count(np.array([-128, 127, -1], dtype="int8")))
show(lambda: np.isdtype(np.dtype("int16"), "signed integer"))
show(lambda: np.isdtype(np.dtype("uint16"), ("integral", "bool")))
show(lambda: np.isdtype(np.dtype("float32"), np.float64))
show(lambda: np.isdtype(np.dtype("complex64"), "numeric"))
show(lambda: np.isdtype(np.dtype("int8"), "whole"))
show(lambda: np.pow(2, np.array([1, 2], dtype="uint8")))
show(lambda: np.acos(1.0))
for name in ["float16", "datetime64[D]", "timedelta64[s]", "object", "U5"]:
    try:
        np.dtype(name)
        print(name)
    except NotImplementedError as e:
        print(name)
