import dask.array as da
import numpy as np
x = da.from_array(np.arange(24).reshape(4, 6), chunks=(2, 3))
for c in [(4, 1), (1, 6), -1, 2, ((1, 3), (2, 4)), (-1, 2), {0: 1}, {1: -1}, 'auto', (None, 5)]:
    r = x.rechunk(c)
    print(c, r.chunks, (r.compute() == x.compute()).all())
print(x.rechunk((4, 1)).sum(axis=0).compute(), da.arange(10, chunks=3).rechunk(4).chunks, da.rechunk(x, chunks=(3, 3)).chunks, x.rechunk(x.chunks) is not None)
print(x.astype(float).compute(), x.astype('float32').dtype, x.astype(bool).compute(), (x / 4).astype(int).compute(), x.astype(np.float64).dtype, (x > 3).astype(int).sum().compute(), (x * 1.7).astype('int64').max().compute())
try:
    x.rechunk((5, 5, 5))
except ValueError as e:
    print(e)
