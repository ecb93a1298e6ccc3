# tol: 1e-13
import dask.array as da
import numpy as np

a = np.array([[1 + 2j, 3 - 1j, 0.5j], [2, -1j, 4 + 4j]])
for t in ["complex128"]:
    x = da.from_array(a.astype(t), chunks=(1, 2))
    print(x)
    for y in [x + 1, x * 1j, x * x, x / 2, x ** 2, -x, abs(x), x.real, x.imag, x.conj(), da.real(x), da.imag(x), da.conj(x), da.angle(x), da.isreal(x), da.iscomplex(x), da.exp(x), da.sqrt(x), x == x.T.T, x.T, x[0], x.astype("complex64"), da.where(x.real > 1, x, 0), x + x.real]:
        print(y.dtype, y.compute().dtype, y.compute().tolist())
    for y in [x.sum(), x.sum(axis=0), x.prod(axis=1), x.mean(), x.any(), x.all(axis=0), x.max(), x.min(axis=1)]:
        print(y.dtype, repr(y.compute()))
    print([f"{v:.5f}" for v in x.var(axis=0).compute()], x.std().dtype)
y = da.ones((4,), chunks=2) * (1 + 1j)
print(y.dtype, y.compute(), (y * 2).sum().compute())
z = da.from_array(a.astype("complex64"), chunks=(1, 2))
print((z * 2).compute(), abs(z).compute(), z.sum().compute(), z.real.dtype, (z + 1j).dtype, (z + z.astype("complex128")).dtype)
print(da.full((2,), 1j, chunks=1).compute(), da.zeros(2, dtype=complex, chunks=1).compute())
print(da.concatenate([y, da.arange(2, chunks=1)]).dtype)
