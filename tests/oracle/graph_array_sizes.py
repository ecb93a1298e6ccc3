import dask
import dask.array as da
from dask import delayed
for e in [da.ones(10, chunks=2), da.ones(10, chunks=2) + 1, da.ones((4, 4), chunks=2).T, da.arange(10, chunks=5), da.ones((6, 6), chunks=3)[1:4], da.concatenate([da.ones(4, chunks=2)] * 2), da.stack([da.ones(4, chunks=2)] * 3), da.zeros((4, 4), chunks=2) * da.ones((4, 4), chunks=2)]:
    print(len(e.__dask_keys__()), e.npartitions, e.numblocks, e.chunks, len(e.dask.layers) if hasattr(e.dask, 'layers') else None)
x = da.ones(10, chunks=2)
print([k[1:] for k in x.__dask_keys__()], [[k[1:] for k in row] for row in da.ones((4, 4), chunks=2).__dask_keys__()], all(k in dict(x.dask) for k in x.__dask_keys__()), len(dict(x.dask)))
