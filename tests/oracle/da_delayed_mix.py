import dask
import dask.array as da
import numpy as np
from dask import delayed
x = da.arange(10, chunks=5)
total = delayed(lambda a, b: a + b)(x.sum(), 5)
print(total.compute(), delayed(np.sum)(x).compute(), delayed(len)(x).compute(), delayed(lambda a: type(a).__name__)(x).compute(), delayed(float)(x.mean()).compute())
print(dask.compute(x.sum(), {'a': x.max()}), dask.compute(delayed(sum)([1, 2]), {'b': delayed(max)([3, 4])}), delayed(max)([x.min(), x.max()]).compute())
@delayed
def chunk_stats(a):
    return a.mean(), a.std(), len(a)
print([tuple(round(float(v), 6) for v in s) for s in dask.compute(*[chunk_stats(np.arange(i)) for i in range(1, 5)])])
@delayed
def build(n):
    return da.ones(n, chunks=2).sum().compute()
print(build(7).compute(), (x * total.compute()).compute())
