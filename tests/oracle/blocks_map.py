import numpy as np
import dask.array as da
x = da.arange(12, chunks=4).map_blocks(lambda b: b + 1)
print(x)
print(x.compute())
y = da.ones((4, 6), chunks=(2, 3))
print(y.map_blocks(lambda b: b.sum(axis=1), drop_axis=1).compute())
print(y.map_blocks(lambda b: b[:, :, None], new_axis=2))
print((y.map_blocks(lambda b: b * 2) + 1).sum(axis=0).compute())
def f(b, block_id=None):
    pass
    return b
r = y.map_blocks(f, dtype=float).compute(scheduler="sync")
print(r)
print(da.blockwise(lambda a, b: a[:, None] * b, "ij", da.arange(4, chunks=2), "i", da.arange(3, chunks=3), "j", dtype=int).compute())
print(da.blockwise(lambda a, b: a.dot(b), "ik", y, "ij", y.T, "jk", dtype=float, concatenate=True).compute())
print(da.reduction(da.arange(100, chunks=3), np.sum, np.sum, dtype=int).compute())
print(da.reduction(y, np.sum, np.sum, axis=0, keepdims=True, dtype=float))
k = 1
z = x.map_blocks(lambda b: b * k)
k = 10
print(z.compute())
print(y.map_blocks(lambda b: b.sum(keepdims=True)).compute())
print((y.map_blocks(lambda b: b.sum(keepdims=True)) + 1).compute())
try:
    y.map_blocks(lambda b: b.nope)
except Exception as e:
    print(type(e).__name__, str(e).split("Traceback")[0])
from dask import delayed
print(da.from_delayed(delayed(np.ones)(5), (5,), dtype=float).sum().compute())
print(da.map_blocks(lambda block_id: np.full((2,), block_id[0]) , chunks=((2, 2, 2),), dtype=int).compute())
