# tol: 1e-13
import numpy as np
import dask.array as da
a = np.arange(6.0)
x = da.from_array(a, chunks=4)
for e in [x + a, a + x, a * x, x - a[0], np.float64(2) * x, np.add(x, 1), np.sqrt(x), np.exp(x), np.sum(x), np.max(x), np.mean(x), np.where(x > 2, x, 0), np.concatenate([x, x]), np.stack([x, x]), np.dot(x, x) if False else x, np.abs(-x), np.isnan(x)]:
    print(type(e).__name__, e, np.asarray(e))
a[0] = 100
print(x.compute()[0] in (0.0, 100.0), x.dtype == a.dtype, x.shape == a.shape, np.array_equal(x[1:].compute(), a[1:]), np.allclose(x[1:], a[1:]))
print(float(x[2]), int(x[3]), bool(x[4] > 1), [float(i) for i in x[1:3].compute()], x[1:].max().compute() + 1, repr(x[1:].max().compute() + 1))
