import dask.array as da
import numpy as np

x = da.from_array(np.array([1.0, -2, 3, 4]), chunks=2)
y = da.from_array(np.array([10, 20, 30, 40]), chunks=2)
m = da.from_array(np.array([True, False, True, False]), chunks=2)


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


# where= with out=.
t(lambda: da.add(x, y, where=m, out=da.zeros(4, chunks=2)).compute())
o = da.zeros(4, chunks=2)
r = da.add(x, y, where=m, out=o)
print(r, o.compute(), r is o)
t(lambda: da.add(x, y, where=np.array([True, False, True, False]), out=o).compute())
t(lambda: da.add(x, y, where=[True, False, True, False], out=o).compute())
t(lambda: da.add(x, y, where=False, out=da.zeros(4, chunks=2)).compute())
t(lambda: da.add(x, y, where=True).compute())
t(lambda: da.add(x, y, where=m[:1], out=da.ones(4, chunks=2)).compute())
t(lambda: da.add(x, y, where=da.ones((2, 4), dtype=bool), out=da.ones(4, chunks=2)).compute())
t(lambda: da.add(x, y, where=da.ones((2, 4), dtype=bool, chunks=2), out=da.ones((2, 4), chunks=2)).compute())
t(lambda: da.add(x, y, where=x, out=da.zeros(4, chunks=2)).compute())
t(lambda: da.sqrt(x, where=x > 0, out=da.zeros(4, chunks=2)).compute())
t(lambda: da.sqrt(x, where=x > 0, out=da.zeros(4, chunks=2, dtype=int)).compute())
t(lambda: da.sqrt(x, where=x > 0, out=da.zeros(4, chunks=2, dtype="f4"), dtype="f4").compute())
t(lambda: da.isnan(x, where=m, out=da.zeros(4, chunks=2, dtype=bool)).compute())
t(lambda: np.add(x, y, where=m, out=da.ones(4, chunks=2)).compute())

# out= alone.
t(lambda: da.add(x, y, out=o).compute())
print(o.compute(), (o + 1).sum().compute())
t(lambda: da.add(x, y, out=(o,)).compute())
t(lambda: da.add(x, y, out=(o, o)).compute())
t(lambda: da.add(x, y, out=np.zeros(4)))
t(lambda: da.add(np.ones(2), 1, where=[True, False], out=np.zeros(2)))

# dtype= converts what the function gave.
print(da.add(x, y, dtype="f4"))
for a, b, to in ((x, y, "f4"), (y, y, "i1"), (x, 1, np.float32), (x, y, int), (y, y, float), (x, y, None)):
    t(lambda: da.add(a, b, dtype=to).compute())
t(lambda: da.sqrt(y, dtype="f4").compute())
t(lambda: da.greater(x, y, dtype=float).compute())
t(lambda: da.greater(x, y, dtype=bool).compute())
t(lambda: np.add(x, y, dtype="f4").compute())
t(lambda: da.add(np.ones(2), 1, dtype="f4"))
t(lambda: da.multiply(x, 0.1, dtype="f4").sum().compute().dtype)
print(np.add(np.ones(2), 1, dtype="f4").dtype, da.add(x, 1, dtype="f4").dtype, (da.add(x, 1, dtype="f4") * 2).compute())

# asarray has the keywords of from_array.
print(da.asarray(np.arange(6), chunks=2).chunks, da.asarray([1, 2, 3], chunks=2, name="abc").name)
print(da.asarray(x, chunks=1).chunks, da.asarray([1, 2], inline_array=True).compute())
print(da.asarray([1, 2], chunks=1, dtype="f4").compute(), da.asarray([1, 2], chunks=1, dtype="f4", name="abc").name)
print(da.asarray([x, x], chunks=1).chunks, da.asarray([1, 2], False, "f4", "C").compute())
t(lambda: da.asarray([1, 2, 3], chunks=((2, 2),)))
t(lambda: da.asarray([300], dtype="i1"))
t(lambda: da.asarray(np.array([300]), dtype="i1").compute())
