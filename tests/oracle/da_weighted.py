# tol: 1e-13
import dask
import dask.array as da
import numpy as np
v = da.from_array(np.arange(1, 13).reshape(3, 4) * 1.0, chunks=(2, 2))
w = da.from_array(np.arange(12)[::-1].reshape(3, 4) * 1.0, chunks=(1, 4))
print((v * w).sum().compute() / w.sum().compute(), ((v * w).sum(axis=0) / w.sum(axis=0)).compute(), (v * w).chunks)
z = (v - v.mean()) / v.std()
print(z.compute(), dask.compute(z.mean().round(8) + 0 if False else z.sum(), z.std()))
print(da.where(v > 6, v, -v).compute(), da.where(v > 6, v, -v).sum(axis=1).compute(), (v > 6).sum().compute(), (v[v.shape[0] - 1] * 2).compute(), v[::2, 1::2].compute())
norm = v / da.sqrt((v ** 2).sum(axis=1, keepdims=True))
print(norm.compute(), (norm ** 2).sum(axis=1).compute())
