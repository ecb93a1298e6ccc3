# tol: 1e-13
import numpy as np
import warnings
warnings.simplefilter("ignore")
ma = np.ma
def show(f):
    try:
        r = f()
        print(type(r).__name__, repr(r))
    except Exception as e:
        print(type(e).__name__, e)
x = ma.array([1, 2, 3, 4], mask=[0, 1, 0, 0])
y = ma.masked_array([1.5, np.nan, -2.0], mask=[False, True, False])
z = ma.array(np.arange(12).reshape(3, 4), mask=np.arange(12).reshape(3, 4) % 5 == 1)
for v in (x, y, z):
    show(lambda: v); print(v); print(v.mask, v.data, v.fill_value, v.shape, v.dtype, v.ndim, v.size, len(v))
    show(lambda: v + 1); show(lambda: 1 - v); show(lambda: v * v); show(lambda: v / 2); show(lambda: 2 / v); show(lambda: v // 2); show(lambda: v % 2); show(lambda: v ** 2); show(lambda: -v); show(lambda: abs(v))
    show(lambda: v == 3); show(lambda: v != 3); show(lambda: v > 1.5); show(lambda: v <= v)
    for name in ("sum", "mean", "std", "var", "min", "max", "any", "all", "prod", "ptp", "count", "argmin", "argmax", "cumsum", "cumprod", "anom"):
        show(lambda: getattr(v, name)()); show(lambda: getattr(v, name)(axis=0))
        if v.ndim == 2: show(lambda: getattr(v, name)(axis=1))
    show(lambda: ma.median(v)); show(lambda: ma.average(v)); show(lambda: v.compressed()); show(lambda: v.filled()); show(lambda: v.filled(-7)); show(lambda: v.tolist())
    show(lambda: v.T); show(lambda: v.ravel()); show(lambda: v[0]); show(lambda: v[1]); show(lambda: v[1:]); show(lambda: v[v > 1]); show(lambda: v.astype("float32")); show(lambda: v.copy())
    show(lambda: np.sqrt(v)); show(lambda: ma.sqrt(v)); show(lambda: ma.log(v)); show(lambda: np.exp(v)); show(lambda: np.add(v, 1)); show(lambda: np.sum(v)); show(lambda: np.mean(v, axis=0)); show(lambda: np.max(v)); show(lambda: np.asarray(v)); show(lambda: np.isnan(v)); show(lambda: np.multiply(2, v)); show(lambda: np.ones(v.shape) + v); show(lambda: np.ones(v.shape) > v); show(lambda: np.float64(2) * v)
    show(lambda: ma.sort(v)); show(lambda: ma.argsort(v)); show(lambda: ma.where(v > 1, v, 0)); show(lambda: ma.nonzero(v)); show(lambda: ma.concatenate([v, v])); show(lambda: ma.getmaskarray(v)); show(lambda: ma.is_masked(v)); show(lambda: ma.clip(v, 1, 2)); show(lambda: v.round(1)); show(lambda: ma.ones_like(v)); show(lambda: ma.maximum(v, 2)); show(lambda: ma.minimum(v, 2)); show(lambda: ma.diff(v)); show(lambda: v.reshape(-1, 1).sum(axis=1)); show(lambda: ma.dot(v, v.T)); show(lambda: ma.expand_dims(v, 0)); show(lambda: v.min(fill_value=100) if v.ndim else 0)
show(lambda: np.ma.masked); print(ma.masked, type(x), type(ma.masked)); show(lambda: x[1] is ma.masked); show(lambda: ma.masked + 1); show(lambda: x[1] + 1); show(lambda: ma.nomask)
x[0] = ma.masked; show(lambda: x); x[1] = 9; show(lambda: x); x[2:] = ma.array([5, 0], mask=[0, 1]); show(lambda: x)
x.mask = False; show(lambda: x); x.mask[0] = True; show(lambda: x); x.mask = ma.nomask; show(lambda: x); x[x > 4] = ma.masked; show(lambda: x)
x.harden_mask(); x[1] = 100; show(lambda: x); x.soften_mask(); x[1] = 100; show(lambda: x)
x += 1; show(lambda: x); x -= ma.array([1, 1, 1, 1], mask=[1, 0, 0, 0]); show(lambda: x); x *= 2; show(lambda: x)
y /= 0; show(lambda: y)
for dt in ("bool", "int8", "uint8", "int16", "uint32", "int64", "float32", "float64", "complex64", "complex128"):
    v = ma.array(np.array([1, 0, 2]).astype(dt), mask=[0, 1, 0]); show(lambda: v); show(lambda: v.fill_value); show(lambda: v.sum()); show(lambda: v.mean()); show(lambda: v * 2); show(lambda: v.std())
show(lambda: ma.array([])); show(lambda: ma.array(5)); show(lambda: ma.array(5, mask=True)); show(lambda: ma.array([[]])); show(lambda: ma.array([1], mask=True)); show(lambda: ma.array([1, 2], mask=[1, 1])); show(lambda: ma.array([1, 2], mask=[1, 1]).sum()); show(lambda: ma.array([1, 2], mask=[1, 1]).mean()); show(lambda: ma.array([1, 2, 3], mask=[1, 0])); show(lambda: ma.array([1, ma.masked, 3])); show(lambda: ma.array([1., 2], fill_value=-1)); show(lambda: ma.array([1, 2, 3], mask=[1, 0, 0], dtype=float))
show(lambda: ma.array([1, 2], mask=[0, 1], fill_value=7) + 1); show(lambda: ma.array([[1, 2], [3, 4]], mask=[[0, 1], [0, 0]])[0]); show(lambda: ma.arange(200).reshape(10, 20)); show(lambda: ma.masked_greater(np.arange(2000), 1995)); show(lambda: ma.masked_greater(np.arange(60), 50)); print(ma.masked_less(np.arange(60) * 1.5, 30)); print(ma.masked_equal(np.arange(24).reshape(2, 3, 4), 5)); show(lambda: ma.masked_equal(np.arange(24).reshape(2, 3, 4), 5))
d = np.array([1., 2., np.nan, np.inf, 5.])
show(lambda: ma.masked_where(d > 1, d)); show(lambda: ma.masked_equal(d, 2)); show(lambda: ma.masked_not_equal(d, 2)); show(lambda: ma.masked_greater(d, 2)); show(lambda: ma.masked_greater_equal(d, 2)); show(lambda: ma.masked_less(d, 2)); show(lambda: ma.masked_less_equal(d, 2)); show(lambda: ma.masked_inside(d, 2, 1)); show(lambda: ma.masked_outside(d, 1, 2)); show(lambda: ma.masked_invalid(d)); show(lambda: ma.masked_values(d, 2.)); show(lambda: ma.masked_values([1, 2, 3], 5)); show(lambda: ma.fix_invalid(d)); show(lambda: ma.fix_invalid(d, fill_value=0).data); show(lambda: ma.masked_greater(d, 100)); show(lambda: ma.masked_where([1, 0], d)); show(lambda: ma.masked_greater(ma.array([1, 2, 3], mask=[1, 0, 0]), 2))
show(lambda: ma.filled([1, 2])); show(lambda: ma.getdata(x)); show(lambda: ma.count(d)); show(lambda: ma.average(ma.array([1., 2, 3], mask=[0, 0, 1]), weights=[3, 1, 0], returned=True)); show(lambda: ma.average(z, axis=0, weights=[1, 2, 3])); show(lambda: ma.average(z, axis=1, returned=True)); show(lambda: ma.allclose(ma.array([1, 2], mask=[0, 1]), [1, 3])); show(lambda: ma.allequal(x, x)); show(lambda: ma.vstack([z, z])); show(lambda: ma.hstack([z, z]).mask); show(lambda: ma.median(z, axis=0)); show(lambda: ma.median(z, axis=1)); show(lambda: list(x)); show(lambda: [v for v in z[0]]); show(lambda: float(x[0])); show(lambda: int(x[1])); show(lambda: float(ma.masked)); show(lambda: int(ma.masked)); show(lambda: ma.power(ma.array([-1., 2]), .5)); show(lambda: x.sum() is ma.masked); show(lambda: f"{x[0]} {x} {ma.masked}"); show(lambda: ma.mask_rowcols(z)); show(lambda: ma.compress_rowcols(z)); show(lambda: ma.masked_all((2, 2)).mask); show(lambda: ma.unique(x)); show(lambda: z.sum(axis=0, keepdims=True)); show(lambda: z.mean(axis=(0, 1))); show(lambda: z.var(axis=0, ddof=1)); show(lambda: z[1, 2]); show(lambda: z[:, 1]); show(lambda: z[0, 1]); show(lambda: z[[0, 2]]); show(lambda: z[z.mask]); show(lambda: z.swapaxes(0, 1).shape); show(lambda: z.squeeze().shape); show(lambda: ma.isMaskedArray(z)); show(lambda: isinstance(z, np.ma.MaskedArray)); show(lambda: z.any(axis=0)); show(lambda: z.all(axis=1)); show(lambda: x & 1); show(lambda: ~ma.array([True, False], mask=[1, 0])); show(lambda: ma.zeros(3)); show(lambda: ma.default_fill_value(3.)); show(lambda: z.take([0, 1], axis=1)); show(lambda: z.nonzero())
