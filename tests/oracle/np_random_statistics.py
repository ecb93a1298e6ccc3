# tol: 1e-12
import numpy as np
rng = np.random.default_rng(7)
def t(tag, f):
    try:
        r = f()
        if isinstance(r, (tuple, list)):
            print(tag, [(p.dtype, p.shape, np.round(p, 9).tolist()) for p in r])
        else:
            r = np.asarray(r)
            print(tag, r.dtype, r.shape, np.round(r, 9).tolist() if r.dtype != bool else r.tolist())
    except Exception as e:
        print(tag, type(e).__name__, e)
def arr(k):
    nd = int(rng.integers(1, 4))
    shape = tuple([int(rng.integers(1, 6)) for _ in range(nd)])
    kind = int(rng.integers(0, 5))
    if kind == 0:
        return rng.integers(-5, 6, shape)
    a = rng.random(shape)
    if kind == 1:
        return a
    if kind == 2:
        return (a * 10).astype(np.float32)
    if kind == 3:
        return np.where(a < 0.3, np.nan, a)
    return np.round(a * 4)
methods = ["inverted_cdf", "averaged_inverted_cdf", "closest_observation", "interpolated_inverted_cdf", "hazen", "weibull", "linear", "median_unbiased", "normal_unbiased", "lower", "higher", "midpoint", "nearest"]
for k in range(40):
    a = arr(k)
    ax = int(rng.integers(-a.ndim, a.ndim))
    m = methods[int(rng.integers(0, 13))]
    q = float(rng.random())
    kd = bool(k % 2)
    t(k, lambda: np.sort(a, axis=ax))
    t(k, lambda: np.median(a, axis=ax, keepdims=kd))
    t(k, lambda: np.nanmedian(a, axis=None if k % 3 else ax, keepdims=kd))
    t(k, lambda: np.quantile(a, q, axis=ax, method=m, keepdims=kd))
    t(k, lambda: np.quantile(a, [q, 1 - q], axis=None if k % 3 else ax, method=m, keepdims=kd))
    t(k, lambda: np.nanquantile(a, [q, 0.5], axis=ax, method=m))
    t(k, lambda: np.nanpercentile(a, q * 100, axis=ax, method=m, keepdims=kd))
    t(k, lambda: np.diff(a, k % 3, axis=ax))
    t(k, lambda: np.diff(a, axis=ax, prepend=1, append=a))
    t(k, lambda: np.gradient(a, axis=ax))
    t(k, lambda: np.gradient(a, 0.5, axis=ax, edge_order=2))
    t(k, lambda: np.trapezoid(a, axis=ax, dx=q))
    t(k, lambda: np.average(a, axis=ax, weights=np.arange(1, a.shape[ax] + 1), keepdims=kd))
    t(k, lambda: np.histogram(a, bins=1 + k % 5, range=(0, 4)))
    t(k, lambda: np.histogram(a, bins=1 + k % 5, range=(-1, 2), density=True, weights=a))
    t(k, lambda: np.histogram(a, [-1, 0, 0.5, 2]))
    t(k, lambda: np.unique(a, return_index=True, return_inverse=True, return_counts=True))
    t(k, lambda: np.unique(a, axis=ax))
    t(k, lambda: np.isin(a, [1, 2, 3]))
    t(k, lambda: np.searchsorted(np.sort(a, axis=None), a, side="right" if kd else "left"))
    t(k, lambda: np.digitize(a, [0.2, 0.5, 2]))
    t(k, lambda: np.cumsum(a, axis=ax))
    t(k, lambda: np.nancumprod(a, axis=ax))
    t(k, lambda: np.nanargmax(a, axis=ax))
    t(k, lambda: np.argmin(a, axis=ax, keepdims=kd))
    t(k, lambda: np.ptp(a, axis=ax, keepdims=kd))
    t(k, lambda: np.cov(a))
    t(k, lambda: np.nan_to_num(a))
    t(k, lambda: np.setxor1d(a, [1, 2.5]))
    t(k, lambda: np.intersect1d(a, [1, 2, 3], return_indices=True))
    t(k, lambda: np.ediff1d(a, to_begin=[0, 1]))
    t(k, lambda: np.interp(a, [0, 0.3, 2], [1, 5, 2]))
    t(k, lambda: np.convolve(a.ravel(), [1, 2, 0.5], "same"))
    t(k, lambda: np.correlate(a.ravel(), [1, 2, 0.5], "full"))
