# tol: 1e-13
import dask.array as da
import numpy as np
x = da.linspace(0.1, 0.9, 5, chunks=2)
for f in [da.sin, da.cos, da.tan, da.exp, da.log, da.sqrt, da.arcsin, da.arccos, da.arctan, da.sinh, da.cosh, da.tanh, da.floor, da.ceil, da.absolute, da.sign, da.log2, da.log10, da.log1p, da.expm1, da.isnan, da.isfinite, da.square, da.negative, da.exp2, da.rint]:
    print(f.__name__, f(x).compute())
y = da.from_array(np.array([2.0, -1.0, 0.5, 3.0, 0.0]), chunks=3)
print(da.add(x, y).compute(), da.maximum(x, y).compute(), da.minimum(x, 0.5).compute(), da.power(x, 2).compute(), da.where(y > 0, x, -1).compute(), da.where(y > 1, 1, 0).compute(), da.clip(y, 0, 1).compute(), da.arctan2(y, x).compute(), da.hypot(x, y).compute(), da.logical_and(x > 0.2, y > 0).compute(), da.logical_not(y > 0).compute(), da.fabs(y).compute())
print(np.sin(x).compute(), np.sqrt(x).sum().compute(), np.maximum(x, y).compute(), type(np.exp(x)).__name__, (np.sin(x) ** 2 + np.cos(x) ** 2).compute(), y.clip(-0.5, 0.5).compute(), y.round().compute(), da.round(x, 1).compute())
