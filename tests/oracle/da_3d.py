# tol: 1e-13
import dask.array as da
import numpy as np
a = np.arange(60).reshape(3, 4, 5)
x = da.from_array(a, chunks=(2, 2, 3))
print(x, x.chunks, x.T, x.T.chunks, x.sum().compute(), x.sum(axis=(0, 2)).compute(), x.mean(axis=1).compute(), x[1, ::2, -1].compute(), x[..., 0].compute(), x[:, 1].chunks, x.max(axis=0, keepdims=True).shape)
print((x.T.compute() == a.T).all(), (x.std(axis=2).compute() - a.std(axis=2)).max() < 1e-12, (x + x[0]).sum().compute(), (x * x[:, :, :1]).shape, x.rechunk((3, -1, 1)).chunks, da.stack([x, x], axis=2).shape, da.concatenate([x, x], axis=2).chunks)
print(x.min(axis=(1, 2)).compute(), (x % 7 == 0).any(axis=0).compute(), (x >= 0).all().compute(), x[::-1, ::-1, ::-1][0, 0].compute())
