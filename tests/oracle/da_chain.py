import dask.array as da
x = da.arange(24, chunks=5)
y = ((x * 2 + 1)[::-1] // 3) % 7
print(y.compute(), y.chunks, y)
z = da.stack([x, y, x - y], axis=1)
print(z, z.chunks, z[5:8].compute(), z.T[2, ::6].compute(), z.sum(axis=0).compute(), z.max(axis=1)[:6].compute())
c = da.concatenate([z[:12], z[12:] * 10], axis=0).rechunk((8, 2))
print(c.chunks, c[10:14].compute(), (c.sum() == z[:12].sum() + z[12:].sum() * 10).compute())
f = c.astype('float32') / 3
print(f.dtype, f[:2].compute(), f.rechunk(-1).chunks, (f > 100).sum().compute(), abs(-c[0]).compute(), (c[1:] - c[:-1]).min(axis=0).compute())
for i in range(3):
    x = x[1:] + x[:-1]
print(x.shape, x.chunks, x.compute())
