# tol: 1e-13
import dask.array as da
x = da.arange(1000000, chunks=100000)
print(x.sum().compute(), x.mean().compute(), x[::1000].sum().compute(), (x ** 2).mean().compute(), ((x % 3 == 0) & (x % 5 == 0)).sum().compute(), x.std().compute())
a = da.ones((2000, 2000), chunks=(500, 500))
print((a + a.T).sum().compute(), (a + a.T - a.mean(axis=0)).max().compute(), a[::10, ::10].sum().compute(), a.compute())
y = da.linspace(0, 1, 100001, chunks=20000)
print((da.sqrt(1 - y ** 2) / 100000 * 4).sum().compute(), da.exp(y).mean().compute(), y[-1].compute(), (y[1:] > y[:-1]).all().compute())
print(da.ones((10 ** 6, 10 ** 6), chunks=(10 ** 4, 10 ** 4)), da.ones((10 ** 6, 10 ** 6), chunks=(10 ** 4, 10 ** 4))[:3, :2].compute())
