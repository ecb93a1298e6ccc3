# tol: 1e-13
import dask.array as da
import numpy as np


def t(f):
    try:
        r = f()
        for part in r if isinstance(r, (tuple, list)) else [r]:
            print(part)
            if isinstance(part, da.Array):
                print(part.chunks, repr(part.compute()))
    except Exception as e:
        print(type(e).__name__, e)


a = np.arange(30.0).reshape(5, 6) * 7 % 11
for b in (a, a.astype(int), a.astype("f4")):
    x = da.from_array(b, chunks=(2, 4))
    t(lambda: da.histogram(x, bins=3, range=(0, 9)))
    t(lambda: da.histogram(x, bins=np.array([0, 2, 5])))
    t(lambda: da.histogram(x, bins=[0, 2, 5.5, 11], density=True))
    t(lambda: da.histogram(x, bins=4, range=[0, 8], weights=x))
    t(lambda: da.histogram(x, bins=4, range=[0, 8], weights=x.astype(float), density=True))
x = da.from_array(a, chunks=(2, 4))
t(lambda: da.histogram(x, bins=da.from_array(np.array([0, 1, 4])))[0])
t(lambda: da.histogram(x))
t(lambda: da.histogram(x, bins=3))
t(lambda: da.histogram(x, bins=[[1, 2]]))
t(lambda: da.histogram(x, bins=3, range=(0, 1, 2)))
t(lambda: da.histogram(x, bins=3, range=4))
t(lambda: da.histogram(x, bins=[0, 1], weights=x.rechunk(1)))
t(lambda: da.histogram(x, bins=[0, 1], normed=True))
t(lambda: np.histogram(x, bins=[0, 5, 10])[0])
p, q = da.from_array(a[:, 0], chunks=2), da.from_array(a[:, 1], chunks=2)
t(lambda: da.histogram2d(p, q, bins=2, range=((0, 11), (0, 11))))
t(lambda: da.histogram2d(p, q, bins=[[0, 4, 11], [0, 11]], density=True))
t(lambda: da.histogram2d(p, q, bins=2, range=((0, 11), (0, 11)), weights=p))
t(lambda: da.histogramdd(x[:, :3].rechunk((2, 3)), bins=2, range=((0, 11),) * 3))
t(lambda: da.histogramdd((p, q), bins=(2, 3), range=((0, 11), (0, 11))))
t(lambda: da.histogramdd(x, bins=2, range=((0, 11),) * 6))
t(lambda: da.histogramdd((p, q), bins=(2, 3, 4), range=((0, 11), (0, 11))))
v = da.from_array(np.array([0, 2, 1, 2, 5]), chunks=2)
t(lambda: da.bincount(v))
t(lambda: da.bincount(v, minlength=8))
t(lambda: da.bincount(v, weights=v / 2))
t(lambda: da.bincount(v, weights=v.rechunk(3)))
t(lambda: da.bincount(x))
t(lambda: da.digitize(x, np.array([2, 5, 8])))
t(lambda: da.digitize(x, np.array([8, 5, 2]), right=True))
t(lambda: da.searchsorted(da.arange(0, 12, 2, chunks=2), da.from_array(np.array([3, 4, 99, -1]), chunks=3), side="right").sum())
t(lambda: da.searchsorted(x, v))
t(lambda: da.searchsorted(v, v, sorter=v))
t(lambda: da.isin(x, [1, 2]).sum())
t(lambda: da.isin(x, x[0], invert=True).sum(axis=0))
for z in (x, v, x % 3 == 0):
    t(lambda: da.unique(z))
    t(lambda: da.unique(z, return_counts=True))
    t(lambda: da.unique(z, return_index=True))
    t(lambda: da.union1d(z, z[:2]))
t(lambda: da.unique(v, return_inverse=True)[1].compute())
t(lambda: np.unique(v))
t(lambda: da.gradient(v).sum())
t(lambda: [g.sum(axis=0) for g in da.gradient(x.rechunk(3))])
t(lambda: da.gradient(x.rechunk(3), 2.0, axis=1).sum(axis=1))
t(lambda: da.gradient(x.rechunk((5, 3)), axis=0, edge_order=2).sum(axis=1))
t(lambda: da.gradient(x.rechunk((3, 6)), np.arange(5) ** 2, axis=0).sum(axis=1))
t(lambda: da.gradient(x, axis=0))
t(lambda: da.gradient(x.rechunk(3), 1, 2, 3))
t(lambda: da.coarsen(np.sum, x, {1: 2}))
t(lambda: da.coarsen(np.max, x, {0: 2, 1: 3}, trim_excess=True))
t(lambda: da.coarsen(np.mean, x.rechunk(5), {1: 3}))
t(lambda: da.coarsen(np.sum, x, {0: 2}))
t(lambda: da.ediff1d(x).sum())
t(lambda: da.ediff1d(v, to_begin=-9, to_end=[7, 8]))
t(lambda: da.corrcoef(x))
t(lambda: da.corrcoef(p, q))
t(lambda: da.nan_to_num(x / (x - 1)).max())
