# Slices of expressions: pushed to the sources they give what the whole gives.
import dask.array as da
import numpy as np
n = np.arange(120).reshape(10, 12)
x = da.from_array(n, chunks=(3, 5))
y = da.arange(120, chunks=17).reshape(10, 12)
row = da.arange(12, chunks=4)
def same(a, b):
    a = a.compute()
    print(a.shape, a.dtype, bool((np.asarray(a) == np.asarray(b)).all()))
e = x * 2 + row
en = n * 2 + np.arange(12)
idx = [np.s_[:3], np.s_[2:9:2, ::-1], np.s_[4], np.s_[:, 7], np.s_[None, 3:5, None, ::3], np.s_[-1, ::-2], np.s_[5:5], np.s_[..., None], np.s_[3, 4], np.s_[::-3, 11]]
for i in idx:
    same(e[i], en[i])
    same(e.T.T[i], en[i])
    same(da.concatenate([e, e + 1], axis=0)[i], np.concatenate([en, en + 1], axis=0)[i])
    same(da.concatenate([e, e + 1], axis=1)[i], np.concatenate([en, en + 1], axis=1)[i])
    j = i if not isinstance(i, (int, tuple)) else (i if isinstance(i, tuple) and i[0] in (None, Ellipsis) else np.s_[1]); same(da.stack([e, e + 1], axis=0)[j], np.stack([en, en + 1], axis=0)[j])
    same(da.stack([e, e + 1, e * 2], axis=2)[i], np.stack([en, en + 1, en * 2], axis=2)[i])
    same(da.broadcast_to(row, (10, 12))[i], np.broadcast_to(np.arange(12), (10, 12))[i])
    same(da.broadcast_to(da.arange(10, chunks=3)[:, None], (10, 12))[i], np.broadcast_to(np.arange(10)[:, None], (10, 12))[i])
    same(e.rechunk((4, 4))[i], en[i])
    same(e[[1, 5, 2, 2, 9, 0, 4, 4, 8, 7]][i], en[[1, 5, 2, 2, 9, 0, 4, 4, 8, 7]][i])
    same(da.full((10, 12), 7, chunks=4)[i], np.full((10, 12), 7)[i])
    same(da.ones((12, 10), chunks=4).T[i], np.ones((10, 12))[i])
t = e.T
for i in [np.s_[:3], np.s_[2:9:2, ::-1], np.s_[4], np.s_[:, 7], np.s_[None, 3:5, None, ::3], np.s_[-1, ::-2]]:
    same(t[i], en.T[i])
    same(t[i][..., :1], en.T[i][..., :1])
r = da.random.default_rng(3).random((40, 30), chunks=7)
rn = r.compute()
same(r[3:20, ::-3], rn[3:20, ::-3]); same(r.T[5], rn.T[5]); same(r.T, rn.T); same((r + 1)[:, 3], (rn + 1)[:, 3])
same(r.T[2:9].rechunk(3), rn.T[2:9])
v = da.linspace(0, 1000, 1001, chunks=100)
for i in [np.s_[3:990:7], np.s_[::-2], np.s_[5:6], np.s_[[3, 5, 900, 2]], np.s_[[4, 6, 8, 10]]]:
    f = (v * 0.5 + 0.25)[i]
    same(f, f.compute(optimize_graph=False))
    same(f[..., None], f.compute(optimize_graph=False)[..., None])
k = x[[9, 3, 3, 0]][[2, 0, 1]]
same(k, n[[9, 3, 3, 0]][[2, 0, 1]])
same(k[:, 2:9:3], n[[3, 9, 3]][:, 2:9:3])
same(k[1], n[9])
same((x + y)[:, [1, 3, 5]][2:4], n[2:4][:, [1, 3, 5]] * 2)
same((x * row)[:, [7, 3]], (n * np.arange(12))[:, [7, 3]])
same((x * da.arange(10, chunks=3)[:, None])[:, [7, 3]], (n * np.arange(10)[:, None])[:, [7, 3]])
same((x * da.arange(10, chunks=3)[:, None])[[7, 3]], (n * np.arange(10)[:, None])[[7, 3]])
