# tol: 1e-13
import numpy as np


def t(f):
    try:
        r = f()
        print(repr(r), getattr(r, "dtype", None))
    except Exception as e:
        print(type(e).__name__, e)


methods = ["inverted_cdf", "averaged_inverted_cdf", "closest_observation", "interpolated_inverted_cdf", "hazen", "weibull",
           "linear", "median_unbiased", "normal_unbiased", "lower", "higher", "midpoint", "nearest"]
a = np.array([[9.0, 1.0, 4.0, 4.5], [7.0, 3.0, 0.5, 8.0], [2.0, 6.0, -1.0, 5.0]])
n = a.copy()
n[0, 1] = np.nan
n[2, :] = np.nan
i = np.array([5, 1, 9, 7, 3, 3])
for m in methods:
    t(lambda: np.quantile(a, [0.0, 0.1, 0.5, 0.77, 1.0], method=m))
    t(lambda: np.quantile(a, 0.3, axis=1, method=m))
    t(lambda: np.quantile(i, 0.3, method=m))
    t(lambda: np.quantile(i, [0.25, 0.5], method=m))
    t(lambda: np.nanquantile(n, [0.2, 0.9], axis=0, method=m))
    t(lambda: np.nanquantile(n, 0.4, axis=1, method=m))
    t(lambda: np.quantile(n, 0.4, axis=1, method=m))
t(lambda: np.quantile(a, 0.5, method="odd"))
t(lambda: np.quantile(a, 1.5))
t(lambda: np.percentile(a, 150))
t(lambda: np.percentile(a, [10, 50], axis=(0, 1)))
t(lambda: np.percentile(a, 50, axis=0, keepdims=True))
t(lambda: np.percentile(a, [50], keepdims=True))
t(lambda: np.percentile(a, [[50, 20], [10, 70]], axis=1))
t(lambda: np.quantile(i, 1))
t(lambda: np.quantile(i, 0))
t(lambda: np.percentile(i, 100))
t(lambda: np.quantile(a.astype(np.float32), 0.3))
t(lambda: np.quantile(a.astype(np.float32), [0.3]))
t(lambda: np.quantile(a.astype(np.float32), np.float64(0.3)))
t(lambda: np.quantile(a, 0.5, axis=2))
t(lambda: np.quantile([], 0.5))
t(lambda: np.nanquantile([], 0.5))
t(lambda: np.quantile(5.0, 0.5))
t(lambda: np.quantile([1.0, np.inf, 2.0], [0.5, 0.9]))
t(lambda: np.median(a))
t(lambda: np.median(a, axis=0))
t(lambda: np.median(a, axis=-1, keepdims=True))
t(lambda: np.median(a, axis=(0, 1)))
t(lambda: np.median(a, keepdims=True))
t(lambda: np.median(i))
t(lambda: np.median(n, axis=1))
t(lambda: np.median(n))
t(lambda: np.median([True, False, True]))
t(lambda: np.median(a.astype(np.float32), axis=1))
t(lambda: np.median([]))
t(lambda: np.median(np.zeros((0, 2)), axis=0))
t(lambda: np.median(3))
t(lambda: np.median(a, axis=3))
t(lambda: np.nanmedian(n, axis=1))
t(lambda: np.nanmedian(n, axis=0))
t(lambda: np.nanmedian(n))
t(lambda: np.nanmedian(n, keepdims=True))
t(lambda: np.nanmedian(i))
t(lambda: np.nanpercentile(n, [25, 75]))
t(lambda: np.nanpercentile(i, 30))
