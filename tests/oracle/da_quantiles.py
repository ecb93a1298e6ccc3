# tol: 1e-13
import dask.array as da
import numpy as np


def t(f):
    try:
        r = f()
        print(r, r.chunks)
        print(repr(r.compute()))
    except Exception as e:
        print(type(e).__name__, e)


a = np.arange(30.0).reshape(5, 6) * 7 % 31
n = a.copy()
n[1, 2] = n[3, :] = np.nan
for b in (a, n, a.astype(int)):
    for chunks in ((2, 4), (5, 2), (5, 6)):
        x = da.from_array(b, chunks=chunks)
        for axis in (0, 1, -1, (0, 1)):
            t(lambda: da.median(x, axis=axis))
            t(lambda: da.nanmedian(x, axis=axis, keepdims=True))
            t(lambda: da.quantile(x, 0.3, axis=axis))
            t(lambda: da.quantile(x, [0.25, 0.6], axis=axis, method="weibull"))
            t(lambda: da.nanquantile(x, [0.25, 0.6], axis=axis, keepdims=True))
            t(lambda: da.percentile(x, 40, axis=axis))
            t(lambda: da.nanpercentile(x, [10, 90], axis=axis, method="lower"))
        t(lambda: da.quantile(x, 0.5))
x = da.from_array(a, chunks=(2, 4))
t(lambda: da.median(x))
t(lambda: da.nanmedian(x))
t(lambda: da.quantile(x, 0.5, axis=0, overwrite_input=True))
t(lambda: da.quantile(x, 0.5, axis=0, method="lower", interpolation="higher"))
t(lambda: da.percentile(x[0].rechunk(-1), [25, 50]))
t(lambda: da.percentile(x[0].rechunk(-1), [25, 50], method="higher"))
t(lambda: da.percentile(x[0], 50, odd=1))
t(lambda: da.percentile(x[0], 50, internal_method="odd"))
t(lambda: np.median(x, axis=1))
t(lambda: np.quantile(x, 0.5, axis=1))
