import dask
from dask import delayed
def inc(x):
    return x + 1
def add(x, y):
    return x + y
x, y = delayed(inc)(1, dask_key_name='x'), delayed(inc)(2, dask_key_name='y')
z = delayed(add)(x, y, dask_key_name='z')
w = z * 2
print(sorted(k for k in dict(w.dask) if k in ('x', 'y', 'z')), len(dict(w.dask)), w.key.startswith('mul-'), w.compute(), z.__dask_keys__(), type(z.dask).__name__, 'z' in z.dask, len(z.dask))
print(dask.is_dask_collection(z), dask.is_dask_collection({'a': z}), [d.key for d in (x, y, z)], z.compute(optimize_graph=False), dask.compute(x, z, optimize_graph=True), dask.base.is_dask_collection(w) if False else True)
