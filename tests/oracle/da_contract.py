# tol: 1e-12
import dask.array as da
import numpy as np

a = np.arange(24).reshape(2, 3, 4)
x = da.from_array(a, chunks=(1, 2, 2))
y = da.from_array(np.arange(12.0).reshape(4, 3), chunks=(2, 2))


def describe(*arrays):
    for z in arrays:
        print(z.dtype, z.shape, z.chunks)
        print(z.compute())


describe(da.tensordot(x, x, axes=((0, 1), (0, 1))), da.tensordot(x, y, axes=1), da.tensordot(x, y, axes=(2, 0)))
describe(da.tensordot(x, y, axes=0)[0, 0, 0], da.tensordot(x, y, axes=([1, 2], [1, 0])), da.tensordot(x, x, 3))
describe(da.einsum("ijk,ijl->kl", x, x), da.einsum("ijk->", x), da.einsum("ijk->ki", x), da.einsum("...k,k->...", x, da.arange(4, chunks=2)))
describe(da.einsum("ij,jk", y, y.T), da.einsum("ij,ji", y, y.T), da.einsum("ijk,kl,l->ij", x, y, da.ones(3, chunks=2)))
describe(da.einsum(x, [0, 1, 2], y, [2, 3], [0, 3]), da.einsum("...ij,...jk->...ik", x, y, optimize=True))
describe(x @ y, da.matmul(x, y), x @ da.ones(4, chunks=3), da.ones(3, chunks=2) @ x, x @ da.ones((2, 4, 2), chunks=1))
describe(x.dot(y), da.dot(x, y), y.dot(y.T), y @ y.T, da.dot(x, da.arange(4, chunks=2)))
describe(da.outer(da.arange(3, chunks=2), da.arange(2)), da.vdot(x, x), da.vdot(y, y))


def attempt(work):
    try:
        print(work())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: da.einsum("ij,jk", y))
attempt(lambda: da.einsum("ij->k", y))
attempt(lambda: da.einsum("ij->ii", y))
attempt(lambda: da.einsum("i?", y))
