import dask.array as da
import numpy as np


def make():
    return da.from_array(np.arange(12).reshape(3, 4), chunks=2)


def put(label, x, key, value):
    try:
        x[key] = value
        print(label, x, x.compute().tolist())
    except Exception as e:
        print(label, type(e).__name__, e)


put("one", make(), (0, 1), 100)
put("float", make(), (0, 1), 2.7)
put("row", make(), 1, -1)
put("row of values", make(), 1, [1, 2, 3, 4])
put("column", make(), (slice(None), 2), [7, 8, 9])
put("region", make(), (slice(0, 2), slice(1, 4)), [[1, 2, 3], [4, 5, 6]])
put("broadcast", make(), (slice(0, 2), slice(1, 4)), [[9], [8]])
put("step", make(), (slice(None, None, 2), slice(None, None, 3)), 0)
put("reversed", make(), slice(None, None, -1), np.arange(12).reshape(3, 4))
put("reversed column", make(), (slice(None, None, -2), 1), [100, 200])
put("list", make(), [0, 2], [[1, 2, 3, 4], [5, 6, 7, 8]])
put("list twice", make(), (Ellipsis, [3, 0, 3]), [1, 2, 3])
put("mask list", make(), [True, False, True], 7)
put("ellipsis", make(), Ellipsis, 5)
put("lazy value", make(), (slice(None), slice(0, 2)), da.ones((3, 2), chunks=1))
put("lazy mask", make(), make() > 5, -1)
put("lazy mask 1d", da.arange(6, chunks=2), da.arange(6, chunks=2) % 2 == 0, 0)
put("mask 1d numpy", da.arange(6, chunks=2), np.arange(6) > 3, [9, 8])
put("float array", da.ones(4, chunks=2), slice(1, 3), np.nan)
put("wrong size", make(), (0, slice(None)), [1, 2, 3])
put("wrong rows", make(), (slice(0, 2), slice(None)), [[1], [2], [3]])
put("two lists", make(), ([0, 2], [1, 2]), 1)
put("outside", make(), 5, 1)
put("too many", make(), (0, 0, 0), 1)
put("nothing", make(), slice(5, 9), 1)
put("nan", make(), 0, np.nan)
put("mask with values", make(), make() > 5, da.ones(4))
put("true", make(), True, 2)

x = make()
y = x
z = x + 1
x[0] = 0
x[1] = x[2] * 10
x[2, 0] += 5
print(y.compute().tolist())
print(z.compute().tolist())
print(x.sum().compute(), x.chunks)
for i in range(50):
    x[i % 3, i % 4] = i
print(x.compute().tolist())
