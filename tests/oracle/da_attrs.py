import dask.array as da
for x in [da.ones((10, 10), chunks=(5, 3)), da.arange(10, chunks=4), da.zeros((2, 3, 4), chunks=(1, 3, 2), dtype='float32'), da.ones((0, 3), chunks=2), da.ones(7, chunks=-1, dtype=bool)]:
    print(x.shape, x.dtype, x.ndim, x.size, x.nbytes, x.chunks, x.chunksize, x.numblocks, x.npartitions, x.itemsize)
x = da.ones((4, 6), chunks=2)
print(len(x), x.T.shape, x.T.chunks, (x + 1).chunks, x.sum().shape, x.sum().ndim, x.sum().dtype, x.sum(axis=0).chunks, (x > 1).dtype, x.astype(int).dtype, x[1:3].chunks, x[0].shape)
try:
    x.nope
except AttributeError as e:
    print(e)
try:
    da.nope
except AttributeError as e:
    print(e)
