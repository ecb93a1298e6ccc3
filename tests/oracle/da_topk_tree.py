import numpy as np
import dask.array as da
rng = np.random.default_rng(0)
v = rng.permutation(101)
for chunks in (7, 101, 1, 30):
    x = da.from_array(v, chunks=chunks)
    for k in (3, -3, 1, 5):
        for every in (None, 2, 3, {0: 4}):
            print(chunks, k, da.topk(x, k, split_every=every).compute()[:5], da.argtopk(x, k, split_every=every).compute()[:5])
m = rng.integers(0, 1000, (20, 13))
y = da.from_array(m, chunks=(3, 4))
for axis in (0, 1, -1):
    print(da.topk(y, 2, axis=axis, split_every=2).compute().tolist())
    print(da.topk(y, -2, axis=axis).compute().tolist())
    print(y.topk(4, axis=axis).chunks, y.topk(4, axis=axis).shape)
    print(np.take_along_axis(m, y.argtopk(2, axis=axis, split_every=2).compute(), axis).tolist())
