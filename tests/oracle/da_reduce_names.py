# tol: 1e-13
import dask
import dask.array as da
x = da.ones((1000, 1000), chunks=(100, 250))
print(x.sum().compute(), x.mean().compute(), x.std().compute(), (x * 2 + 1).sum(axis=0)[:5].compute(), (x.sum(axis=1) / 1000).mean().compute())
y = da.arange(1, 101, chunks=7)
s, m, d, lo, hi = dask.compute(y.sum(), y.mean(), y.std(), y.min(), y.max())
print(s, m, d, lo, hi, ((y - y.mean()) ** 2).mean().compute(), (y ** 2).sum().compute(), (y % 7 == 0).sum().compute(), ((y - m) / d).std().compute())
z = da.stack([y, y * 2, y * 3])
print(z.sum(axis=1).compute(), z.mean(axis=0)[:4].compute(), z.max().compute(), z.max(axis=1).compute(), z.std(axis=1).compute())
w = da.ones((2, 3, 4), chunks=(1, 2, 3))
print(w.sum(axis=(0, 2)).compute(), w.sum(axis=1).compute(), w.sum(axis=(0, 1, 2)).compute(), w.mean(axis=-1).shape, w.sum(axis=0, keepdims=True).shape)
