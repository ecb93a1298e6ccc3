# What products, sums, takes and assignments of large arrays are, whose blocks are written where the whole will stand.
import numpy as np
import dask.array as da
x = da.full((600, 600), 100000, dtype="i4", chunks=(200, 200)); z = x.dot(x)
print(z.dtype, z.compute().dtype, z.compute()[0, 0])
print(z[:2].compute().dtype)
for a in ("?", "u1", "i2", "i4", "u4", "i8", "f4", "c8"):
    for b in ("?", "i2", "i4", "u8", "f8"):
        x = da.full((600, 40), 3, dtype=a, chunks=(200, 20))
        y = da.full((40, 600), 5, dtype=b, chunks=(20, 200))
        for z in (x.dot(y), x @ y, da.tensordot(x, y, 1), x.rechunk((200, 40)) @ y.rechunk((40, 200))):
            got = z.compute()
            part = z[:2].compute()
            print(a, b, z.dtype, got.dtype, part.dtype, got[5, 7], got.sum(), (got[:2] == part).all())
x = (da.arange(600 * 600, chunks=90000) % 100).astype("i2").reshape((600, 600)).rechunk((200, 200))
print(x[[5, 3, 1] * 200].compute().dtype, da.concatenate([x, x.astype("f4")])[[5, 900, 1] * 300].compute().dtype, da.stack([x, x.astype("i8")]).compute().dtype)
w = x.copy()
w[5:9] = 2.5
print(w.compute().dtype, w.compute().sum())
print(da.tensordot(x.astype("u1"), x.astype("u1"), 1).dtype, da.tensordot(x > 0, x > 0, 1).compute().dtype)
n = 10**14
print(len("" * n), len(b"" * n), [] * n, () * n, "ab" * 0)
z = da.zeros(3, chunks=3, dtype=int)
r = da.core.elemwise(np.add, da.arange(3), 10, out=z)
print(z.compute(), r is z)
v = np.broadcast_to(np.zeros(3), (3, 3))
for f in (lambda: np.place(v, v == 0, [1]), lambda: np.fill_diagonal(v, 5)):
    try:
        f()
    except ValueError as e:
        print(e)
for f in (lambda: np.fft.fft(np.arange(4.0), out=np.zeros(4)), lambda: np.fft.irfft(np.arange(3.0), out=np.zeros(4, int))):
    try:
        f()
    except TypeError as e:
        print(e)
