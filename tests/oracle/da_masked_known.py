import numpy as np
import dask.array as da

# What the checker knows of masked arrays and of lists of arrays holds in loops, functions and after changes.
def norm(m):
    return (m - m.mean(axis=0)) / m.std(axis=0)

m = np.ma.masked_greater(np.arange(12.0).reshape(3, 4), 9)
for i in range(3):
    m = norm(m) if i % 2 == 0 else m + 1
print(m.shape, m.dtype)
ms = [np.ma.array([1, 2, 3]), np.ma.array([1.5, 2.5])]
for one in ms:
    print(one.sum(), one.shape, len(one))
m[0] = np.ma.masked
m.mask = np.ma.nomask
m[1, 1] = 5
print(m.mask.shape, m.fill_value, m.data.shape)
m.shape = (4, 3)
print(m.shape)
q = da.ma.masked_less(da.arange(10, chunks=3), 4)
print(q.shape, q.compute().shape, q.sum().compute(), q.mean().compute())
parts = np.array_split(np.arange(10), 3)
parts.append('end')
print(parts[-1].upper(), parts[0].shape)
h, (ex, ey) = np.histogramdd(np.random.random((10, 2)), bins=(2, 3))
print(h.shape, ex.shape, ey.shape)
edges = np.histogramdd(np.random.random((10, 2)), bins=(2, 3))[1]
edges[0] = 'x'
print(edges[0].upper())
def pieces(n):
    out = []
    for p in np.split(np.arange(12), n):
        out.append(p.reshape(2, -1))
    return out
print([p.shape for p in pieces(3)], [p.shape for p in pieces(2)])
if isinstance(q, da.Array):
    print('lazy')
if isinstance(q, np.ndarray):
    print('no', q.nothing)
g = da.gradient(da.ones((4, 4), chunks=2))
print(len(g), g[0].shape)
v, c = da.unique(da.arange(6, chunks=2) % 3, return_counts=True)
print(dict(zip(v.compute().tolist(), c.compute().tolist())))
x = np.ma.masked_equal([1, 2, 3], 2)
print(x.compressed().tolist(), x.filled(0).tolist(), np.ma.is_masked(x), x.tolist())
total = 0
for value in x:
    if value is not np.ma.masked:
        total += value
print(total)
if isinstance(m, da.Array):
    print(m.nothing)
if isinstance(m, np.ma.MaskedArray):
    print('masked')
if not isinstance(q, da.Array):
    print(q.nothing)
