# tol: 1e-12
import dask.array as da
import numpy as np


def t(f):
    try:
        r = f()
        for part in r if isinstance(r, (tuple, list)) else [r]:
            if hasattr(part, "compute"):
                print(part.shape, part.dtype, part.chunks, repr(part.compute()))
            else:
                print(repr(part))
    except Exception as e:
        print(type(e).__name__, e)


a = np.arange(12.0).reshape(3, 4) % 5
x = da.from_array(a * a, chunks=(2, 3))
i = da.from_array(np.arange(30).reshape(5, 6) * 7 % 10, chunks=(2, 2))
n = da.from_array(np.array([[1.0, np.nan, 3.0], [np.inf, 5.0, -2.0]]), chunks=(1, 2))
for y in (x, i):
    for axis in (None, 0, -1, (0, 1)):
        for order in (2, 3, 4):
            t(lambda: da.moment(y, order, axis=axis))
        t(lambda: y.moment(2, axis=axis, ddof=1, keepdims=True))
        t(lambda: da.ptp(y, axis=axis))
        t(lambda: da.count_nonzero(y, axis=axis))
        t(lambda: da.average(y, axis=axis))
        t(lambda: da.average(y, axis=axis, keepdims=True))
    t(lambda: da.average(y, axis=0, weights=np.arange(1, y.shape[0] + 1)))
    t(lambda: da.average(y, axis=-1, weights=np.arange(1, y.shape[1] + 1) / 2))
    t(lambda: da.average(y, weights=y))
    t(lambda: da.moment(y, 0, axis=0))
    t(lambda: da.moment(y, 1, axis=1))
    t(lambda: da.average(y, weights=[1, 2]))
    t(lambda: da.average(y, axis=0, weights=[1, 2]))
    t(lambda: da.average(y, axis=0, weights=y[:, :2]))
    t(lambda: da.cov(y))
    t(lambda: da.cov(y, rowvar=False))
    t(lambda: da.cov(y, bias=True))
    t(lambda: da.cov(y[0], y[1]))
    t(lambda: da.cov(y, ddof=0))
    t(lambda: da.cov(y, ddof=1.5))
    t(lambda: da.diff(y))
    t(lambda: da.diff(y, axis=0))
    t(lambda: da.diff(y, 2, axis=1))
    t(lambda: da.diff(y, 0))
    t(lambda: da.diff(y, -2))
t(lambda: x.moment(-1))
t(lambda: x.moment(1.5))
t(lambda: da.isclose(x, 1))
t(lambda: da.isclose(x, x + 1e-9))
t(lambda: da.isclose(n, n))
t(lambda: da.isclose(n, n, equal_nan=True))
t(lambda: da.allclose(x, x))
t(lambda: da.allclose(n, n))
t(lambda: da.isnull(n))
t(lambda: da.notnull(n))
t(lambda: da.isnull(i))
t(lambda: da.fix(n - 0.5))
t(lambda: da.around(x / 3, 2))
t(lambda: np.average(x, axis=0))
t(lambda: np.diff(i))
t(lambda: np.cov(x))
