# tol: 1e-13
import dask.array as da
import numpy as np


def t(f):
    try:
        r = f()
        print(repr(r), getattr(r, "dtype", None))
    except Exception as e:
        print(type(e).__name__, e)


x = np.arange(60.0).reshape(6, 10) - 20.0
y = np.arange(80.0).reshape(10, 8) / 4
for rows, inner, columns in ((6, 10, 8), (2, 5, 3), (4, 3, 8), (1, 1, 1)):
    a = da.from_array(x, chunks=(rows, inner))
    b = da.from_array(y, chunks=(inner, columns))
    for axis in (0, 1, -1, None, (0, 1)):
        t(lambda: a.dot(b).sum(axis=axis).compute())
        t(lambda: (a @ b).mean(axis=axis, keepdims=True).compute())
    t(lambda: a.dot(b).sum(axis=0).chunks)
    t(lambda: a.dot(b).mean(axis=1, keepdims=True).chunks)
    t(lambda: a.dot(a.T).mean(axis=0).compute())
    t(lambda: (a @ b).sum(axis=0)[2:5].compute())
    t(lambda: (a @ b).var(axis=0).compute())
    t(lambda: (a @ b).max(axis=1).compute())
whole = da.from_array(x.astype(int), chunks=(2, 5))
t(lambda: whole.dot(whole.T).sum(axis=0).compute())
t(lambda: whole.dot(whole.T).mean(axis=1).compute())
single = da.from_array(x.astype(np.float32), chunks=(2, 5))
t(lambda: single.dot(single.T).sum(axis=0).compute())
for value in (np.inf, -np.inf, np.nan, 1e308):
    z = x.copy()
    z[3, 4] = value
    c = da.from_array(z, chunks=(2, 5))
    t(lambda: c.dot(da.from_array(y, chunks=(5, 4))).sum(axis=0).compute())
    t(lambda: da.from_array(np.ones((3, 6)), chunks=2).dot(c).mean(axis=0).compute())
    t(lambda: c.dot(c.T).mean(axis=1).compute())
t(lambda: a.dot(b).sum(axis=2))
t(lambda: da.ones((0, 3)).dot(da.ones((3, 2))).sum(axis=0).compute())
t(lambda: da.ones((2, 0)).dot(da.ones((0, 3))).sum(axis=0).compute())
