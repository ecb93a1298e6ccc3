import numpy as np
import dask.array as da
x = da.arange(12, chunks=5)
y = x[x > 3]
print(y)
print(y.compute(), y.sum().compute(), y.mean().compute(), y.shape, y.chunks)
print((y + 1).compute(), (y + y).sum().compute(), (y * x[x > 3]).compute())
m = x > 6
print((x[m] - x[m]).compute())
try:
    print(y[2:])
except Exception as e:
    print(type(e).__name__)
z = da.ones((6, 4), chunks=2)
w = z[da.arange(6, chunks=2) > 2]
print(w)
print(w.compute())
print(w[:, 0].compute(), w.sum(axis=0).compute(), w.sum(axis=1).compute())
print(w.T.compute().shape)
print(x[x > 100].compute(), x[x > 100].sum().compute())
try:
    x[x > 3] + x[:8]
except Exception as e:
    print(type(e).__name__, e)
print(x.blocks[1].compute(), x.blocks[[0, 2]].compute(), x.blocks[::-1].compute(), x.blocks.shape, z.blocks[0, 1].compute(), z.blocks[-1].shape)
try:
    x.blocks[7]
except Exception as e:
    print(type(e).__name__, e)
q = x[x > 3]
q.compute_chunk_sizes()
print(q, q.chunks, q[2:5].compute(), (q + 1)[1].compute())
print(z[z > 0].compute().shape, z[z > 0])
print(da.argwhere(da.from_array(np.array([[0, 1], [2, 0]]), chunks=1)).compute().tolist(), [i.compute().tolist() for i in da.nonzero(z > 3)], da.flatnonzero(x > 9).compute())
print(x[np.array([True, False] * 6)].compute(), da.compress([True, False, True], x).compute(), da.extract(x > 9, x).compute())
print(x.partitions[0].compute(), [b.compute().tolist() for b in x.blocks.ravel()])
