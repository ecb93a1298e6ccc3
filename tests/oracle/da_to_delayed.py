"""The delayed values of blocks stand in an array of objects; store may wait; masked arrays are assigned to."""
import dask
import numpy as np
import dask.array as da
from dask import delayed

y = da.ones((4, 4), chunks=2)
e = y.to_delayed()
print(e.shape, e.ndim, e.size, e.dtype, len(e), e.T.shape, e.ravel().shape, e.flatten().shape, len(e.tolist()))
print(e[0, 1].compute(), e[0].shape, e[:, 1].shape, e[-1, -1].compute().sum())
for row in e:
    print(row.shape, [block.compute().tolist() for block in row])
print(e.reshape(-1).shape, e.reshape((1, 4)).shape, e.reshape(4, 1).shape, e.transpose().shape, e.squeeze().shape)
print(np.ravel(e).shape, list(e.ravel())[0].compute(), [b.compute().shape for b in e.flat])
s = da.ones(()).to_delayed()
print(s.shape, s.item().compute(), s.tolist().compute())
x = da.arange(5, chunks=2)
d = x.to_delayed()
print([b.compute() for b in d], d.tolist()[1].compute(), e.item(3).compute())
print(dask.compute(*e.ravel())[0])
print(delayed(sum)([delayed(np.sum)(b) for b in e.flatten()]).compute())
d[0] = delayed(7)
print(d[0].compute(), x.to_delayed()[0].compute())

target = np.zeros(6)
waiting = da.store(da.arange(6, chunks=2), target, compute=False)
print(target)
waiting.compute()
print(target)
target = np.zeros((4, 4))
da.store(da.ones((2, 2), chunks=1), target, regions=(slice(1, 3), slice(0, 2)), compute=False).compute()
print(target)


def masked():
    return da.ma.masked_greater(da.arange(6, chunks=2), 3)


q = masked()
before = q + 0
q[0] = 10
print(repr(q.compute()), before.compute())
q = masked()
q[4:] = 1
print(q.compute(), q.sum().compute())
q = masked()
q[1] = np.ma.masked
print(q.compute(), q.count().compute() if hasattr(q, "count") else 3)
q = masked()
q[1:3] = np.ma.array([7, 8], mask=[0, 1])
print(q.compute(), da.ma.getmaskarray(q).compute())
