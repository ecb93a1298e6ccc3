# tol: 1e-8
import dask.array as da
import numpy as np

np.set_printoptions(precision=5, suppress=True)
a = np.cos(np.arange(60.0) ** 1.3).reshape(12, 5) * 4
b = np.cos(np.arange(36.0) ** 1.2).reshape(6, 6) + 3 * np.eye(6)
sym = b @ b.T


def describe(*arrays):
    for x in arrays:
        print(x.dtype, x.shape, x.chunks)
        print(x.compute() + 0.0)


for chunks in ((3, 5), (12, 5), ((5, 4, 3), 5), ((2,) * 6, 5)):
    x = da.from_array(a, chunks=chunks)
    q, r = da.linalg.qr(x)
    describe(r)
    print(q.chunks, np.allclose(q.dot(r).compute(), a), np.allclose(q.T.dot(q).compute(), np.eye(5)))
    u, s, v = da.linalg.svd(x)
    describe(s, v)
    print(u.shape, np.allclose((u * s).dot(v).compute(), a))
for chunks in ((5, 3), (5, 5), (5, (6, 4, 2))):
    x = da.from_array(a.T.copy(), chunks=chunks)
    u, s, v = da.linalg.svd(x)
    describe(u, s)
    print(v.shape, np.allclose((u * s).dot(v).compute(), a.T))
x = da.from_array(a.T.copy(), chunks=(5, 6))
q, r = da.linalg.qr(x)
describe(q, r)
q, r = da.linalg.sfqr(x)
print(q.shape, r.chunks)
q, r = da.linalg.tsqr(da.from_array(a.astype("float32"), chunks=(4, 5)))
print(q.dtype, r.dtype, q.chunks)

y = da.from_array(b, chunks=2)
p, l, u = da.linalg.lu(y)
describe(p, l, u)
print(np.allclose(p.dot(l).dot(u).compute(), b))
describe(da.linalg.solve(y, da.from_array(np.arange(6.0), chunks=2)), da.linalg.inv(y))
describe(da.linalg.solve(y, da.from_array(np.arange(12.0).reshape(6, 2), chunks=2)))
z = da.from_array(sym, chunks=3)
describe(da.linalg.cholesky(z), da.linalg.cholesky(z, lower=True), da.linalg.solve(z, da.ones(6, chunks=3), assume_a="pos"))
low = da.from_array(np.tril(b), chunks=2)
describe(da.linalg.solve_triangular(low, da.ones(6, chunks=2), lower=True), da.linalg.solve_triangular(low.T, da.ones((6, 2), chunks=2)))
x, residuals, rank, s = da.linalg.lstsq(da.from_array(a, chunks=(4, 5)), da.from_array(np.arange(12.0), chunks=4))
describe(x, residuals, s)
print(rank.compute())
x, residuals, rank, s = da.linalg.lstsq(da.from_array(a, chunks=(4, 5)), da.from_array(np.arange(24.0).reshape(12, 2), chunks=(4, 2)))
describe(x, residuals)
x = da.from_array(a, chunks=(4, 5))
for ord in (None, "fro", "nuc", 1, -1, 2, -2, np.inf, -np.inf):
    print(ord, da.linalg.norm(x, ord).compute().round(6), da.linalg.norm(x, ord, keepdims=True).compute().shape)
for ord in (None, 0, 1, 2, 3, np.inf, -np.inf):
    print(ord, da.linalg.norm(x, ord, axis=0).compute(), da.linalg.norm(x[0], ord).compute().round(6))
print(da.linalg.compression_level(100, 10), da.linalg.compression_level(10, 3, n_oversamples=2, min_subspace_size=4))
big = da.from_array(np.outer(np.arange(1.0, 41), np.arange(1.0, 31)), chunks=(10, 10))
for iterator in ("power", "QR"):
    u, s, v = da.linalg.svd_compressed(big, 1, seed=1, n_power_iter=2, iterator=iterator, compute=iterator == "QR")
    print(u.shape, s.compute(), np.allclose((u * s).dot(v).compute(), big.compute()))


def attempt(work):
    try:
        print(work())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: da.linalg.tsqr(da.ones((4, 4), chunks=2)))
attempt(lambda: da.linalg.sfqr(da.ones((4, 4), chunks=2)))
attempt(lambda: da.linalg.svd(da.ones((4, 4, 4), chunks=4)))
attempt(lambda: da.linalg.svd(da.ones((4, 4), chunks=4), full_matrices=True))
attempt(lambda: da.linalg.lu(da.ones((4, 4), chunks=(2, 3))))
attempt(lambda: da.linalg.cholesky(da.ones((4, 3), chunks=(2, 3))))
attempt(lambda: da.linalg.solve_triangular(da.ones((4, 4), chunks=2), da.ones(4, chunks=4)))
attempt(lambda: da.linalg.norm(da.ones((2, 2, 2)), 1))
attempt(lambda: da.linalg.svd_compressed(big, 1, iterator="odd"))
