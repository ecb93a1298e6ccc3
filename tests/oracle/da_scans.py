import dask.array as da
import numpy as np


def t(f):
    try:
        r = f()
        print(r, r.chunks)
        print(repr(r.compute()))
    except Exception as e:
        print(type(e).__name__, e)


n = np.array([[1.0, np.nan, -0.0, 2.5, 0.5], [np.nan, 4.0, 0.25, -1.0, 8.0], [2.0, 1.0, np.nan, 3.0, 1.0]])
for a in (np.arange(15).reshape(3, 5) % 4 - 1, n, n.astype("f4"), np.arange(15).reshape(3, 5) % 3 == 0):
    for chunks in ((2, 2), (1, 5), (3, 3)):
        x = da.from_array(a, chunks=chunks)
        for axis in (0, 1, -1):
            t(lambda: x.cumsum(axis=axis))
            t(lambda: x.cumprod(axis=axis))
            t(lambda: da.nancumsum(x, axis=axis))
            t(lambda: da.nancumprod(x, axis=axis, method="blelloch"))
x = da.arange(10, chunks=3)
t(lambda: da.cumsum(x))
t(lambda: da.cumsum(x, method="blelloch"))
t(lambda: x.cumsum(axis=0, dtype="f4"))
t(lambda: da.cumsum(x, axis=0, method="odd"))
t(lambda: x.cumsum(axis=2))
t(lambda: (x * 2).cumsum(axis=0)[::-1].cumsum(axis=0).sum())
t(lambda: da.cumsum(da.from_array(np.arange(24).reshape(2, 3, 4), chunks=(1, 2, 3)), axis=1))
t(lambda: da.topk(x, 3))
t(lambda: da.topk(x * 7 % 11, -3))
t(lambda: x.argtopk(2))
y = da.from_array(np.arange(24).reshape(4, 6) * 7 % 25, chunks=(2, 4))
for axis in (0, 1, -1):
    for k in (1, 2, -3):
        t(lambda: y.topk(k, axis=axis))
        t(lambda: y.argtopk(k, axis=axis))
t(lambda: da.topk(y, 2, axis=5))
