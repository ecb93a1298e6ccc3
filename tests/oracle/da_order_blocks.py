# topk, argtopk, unique and determinants across blocks, with ties.
import dask.array as da
import numpy as np

rng = np.random.default_rng(2)
v = rng.integers(0, 40, 300)
f = rng.random((12, 30, 5))
x, y = da.from_array(v, chunks=37), da.from_array(f, chunks=(5, 7, 2))
for k in (1, 5, 36, 60, -1, -7, -50):
    print(x.topk(k).compute())
    print(v[da.argtopk(x, k).compute()])
for axis in (0, 1, -1):
    for k in (2, -3):
        at = da.argtopk(y, k, axis=axis)
        print(at.shape, at.dtype, bool((np.take_along_axis(f, at.compute(), axis=axis) == y.topk(k, axis=axis).compute()).all()))
items, first, inverse, counts = da.unique(x, return_index=True, return_inverse=True, return_counts=True)
items, first, inverse, counts = items.compute(), first.compute(), inverse.compute(), counts.compute()
print(items, counts, first)
print(bool((items[inverse] == v).all()), inverse.dtype, counts.dtype, first.dtype)
print([each.compute().sum() for each in da.unique(x.reshape(20, 15), return_counts=True)])
