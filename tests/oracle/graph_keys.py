# mask: hash
import dask
import dask.array as da
from dask import delayed
x = da.ones((4, 4), chunks=(2, 2))
print(sorted(dict(x.dask)), len(dict(x.dask)), x.__dask_keys__())
y = x + 1
print(len(dict(y.dask)), sorted(k for k in dict(y.dask) if k[0].startswith('add')), y.name.split('-')[0], x.name.split('-')[0], y.__dask_keys__()[0])
d = delayed(sum)([delayed(len)('abc', dask_key_name='len-a'), 4], dask_key_name='total')
print(sorted(dict(d.dask)), d.__dask_keys__())
print(dask.is_dask_collection(x), dask.is_dask_collection([x]), da.ones(3, chunks=3).numblocks, x.numblocks, x.npartitions)
print(da.arange(6, chunks=3).__dask_keys__(), (da.arange(6, chunks=3) * 2).__dask_keys__(), da.arange(6, chunks=2).sum().__dask_keys__())
