import dask.array as da
import numpy as np
x = da.from_array(np.arange(6).reshape(2, 3), chunks=(1, 2))
y = da.ones((2, 3), chunks=2)
for e in [da.concatenate([x, y]), da.concatenate([x, y], axis=1), da.concatenate([x, x, x], axis=-1), da.stack([x, y]), da.stack([x, y], axis=1), da.stack([x, y], axis=-1), da.concatenate([da.arange(3, chunks=2), da.arange(4, chunks=3)]), da.stack([da.arange(3, chunks=2)] * 3)]:
    print(e, e.chunks, e.compute())
parts = [da.full((2, 2), i, chunks=1) for i in range(3)]
print(da.concatenate(parts).sum(axis=1).compute(), da.stack(parts).mean(axis=0).compute(), da.concatenate([x, np.zeros((1, 3), dtype=int)]).compute())
for f in [lambda: da.concatenate([x, da.ones((2, 4), chunks=2)]), lambda: da.stack([x, da.ones((3, 3), chunks=2)])]:
    try:
        f()
    except ValueError as e:
        print(type(e).__name__)
