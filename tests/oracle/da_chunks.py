import dask.array as da
import numpy as np
for c in [5, (5, 5), (2, 10), ((3, 7), (5, 5)), -1, (-1, 4), 'auto', ('auto', 5), (None, 3), {0: 4, 1: 2} if False else 3, 100, ((10,), (1, 9))]:
    print(c, da.ones((10, 10), chunks=c).chunks)
print(da.ones(10, chunks=3).chunks, da.ones(10, chunks=(3,)).chunks, da.ones(10, chunks=((2, 8),)).chunks, da.ones(10).chunks, da.arange(10).chunks, da.from_array(np.arange(10)).chunks)
print(da.ones((20000, 20000), chunks='auto').chunks, da.ones((10 ** 9,), chunks='auto').numblocks, da.ones((5000, 100000), dtype='float32').chunks, da.ones((10 ** 8, 3), chunks='auto').numblocks, da.ones((30000, 30000), chunks=('auto', -1)).numblocks)
for f in [lambda: da.ones((10, 10), chunks=((3, 3), (5, 5))), lambda: da.ones((10, 10), chunks=(5, 5, 5)), lambda: da.ones(10, chunks=((5, 4),))]:
    try:
        f()
    except ValueError as e:
        print(e)
