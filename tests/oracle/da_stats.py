# tol: 1e-12
# recorded with scipy 1.17.1 beside Dask, which needs it here
import dask.array as da
import numpy as np
from dask.array import stats


def t(f):
    try:
        r = f()
        if hasattr(r, "compute"):
            r = r.compute()
        print(r)
    except Exception as e:
        print(type(e).__name__, e)


a = np.array([0.3, 1.7, 2.2, 0.9, 5.1, 3.3, 2.8, 4.4, 0.1, 9.7, 1.2, 2.5])
b = np.array([1.3, 0.7, 2.9, 3.9, 2.1, 4.3, 1.8, 0.4, 6.1, 3.7, 0.2, 1.5])
x, y = da.from_array(a, chunks=5), da.from_array(b, chunks=5)
m = da.from_array(np.stack([a, b, a * b], axis=1), chunks=(5, 2))
n = m * 1.0 - 0.5
for axis in (0,):
    t(lambda: stats.skew(m, axis=axis))
    t(lambda: stats.kurtosis(m, axis=axis))
    t(lambda: stats.kurtosis(m, axis=axis, fisher=False))
    t(lambda: stats.skewtest(m, axis=axis))
    t(lambda: stats.kurtosistest(m, axis=axis))
    t(lambda: stats.normaltest(m, axis=axis))
    t(lambda: stats.ttest_1samp(m, 2.0, axis=axis))
    t(lambda: stats.ttest_ind(m, n, axis=axis))
    t(lambda: stats.ttest_ind(m, n, axis=axis, equal_var=False))
    t(lambda: stats.ttest_rel(m, n * n, axis=axis))
    t(lambda: stats.chisquare(m, axis=axis))
    t(lambda: stats.moment(m, 3, axis=axis))
t(lambda: stats.skew(x))
t(lambda: stats.kurtosis(x))
t(lambda: stats.kurtosis(x, fisher=False))
t(lambda: stats.skewtest(x))
t(lambda: stats.normaltest(x))
t(lambda: stats.ttest_1samp(x, 2.0))
t(lambda: stats.ttest_1samp(x, -20.0))
t(lambda: stats.ttest_ind(x, y))
t(lambda: stats.ttest_ind(x, y, equal_var=False))
t(lambda: stats.ttest_rel(x, y))
t(lambda: stats.chisquare(x))
t(lambda: stats.chisquare(x, f_exp=y, ddof=2))
for name in ("pearson", "log-likelihood", "freeman-tukey", "mod-log-likelihood", "neyman", "cressie-read", "odd", 0.7, None):
    t(lambda: stats.power_divergence(x, lambda_=name))
t(lambda: stats.f_oneway(x, y, x * 2))
t(lambda: stats.moment(x, 2))
t(lambda: stats.skew(x, bias=False))
t(lambda: stats.skew(x, nan_policy="omit"))
t(lambda: stats.skewtest(x[:5]))
t(lambda: stats.skew(da.ones(6, chunks=3)))
r = stats.ttest_rel(x, y).compute()
print(r.statistic, r.pvalue)
s, p = stats.ttest_rel(x, y)
print(p.compute())
