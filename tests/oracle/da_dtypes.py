import dask.array as da
import numpy as np
names = ['bool', 'int64', 'float32', 'float64']
arrs = {n: da.ones(3, chunks=2, dtype=n) for n in names}
for s in names:
    print(s, [(arrs[s] + arrs[t]).dtype.name for t in names], [(arrs[s] / arrs[t]).dtype.name for t in names], (arrs[s] + 1).dtype, (arrs[s] + 1.5).dtype, (arrs[s] * True).dtype, arrs[s].sum().dtype, arrs[s].mean().dtype, arrs[s].max().dtype, (arrs[s] > 0).dtype)
for s in names:
    for t in names:
        got = (arrs[s] + arrs[t]).compute()
        if got.dtype != (arrs[s] + arrs[t]).dtype:
            print('mismatch', s, t)
print(da.sqrt(arrs['int64']).dtype, da.sqrt(arrs['float32']).dtype, (arrs['int64'] // 2).dtype, (arrs['int64'] ** 2).dtype, (arrs['float32'] ** 2).compute().dtype, da.where(arrs['bool'], 1, 2.5).dtype, da.concatenate([arrs['int64'], arrs['float32']]).dtype, da.arange(3, chunks=2, dtype='float32').compute())
try:
    arrs['bool'] - arrs['bool']
except TypeError as e:
    print(e)
