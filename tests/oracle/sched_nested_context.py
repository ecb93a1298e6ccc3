import dask
from dask import delayed
def which(_):
    return dask.config.get('scheduler', None)
d = delayed(lambda x: x + 1)(1)
print(d.compute(), which(0) == dask.config.get('scheduler', None))
before = which(0)
with dask.config.set(scheduler='sync'):
    def inner(x):
        return delayed(lambda y: y * 2)(x).compute()
    print(delayed(inner)(5).compute(), [delayed(inner)(i).compute() for i in range(3)])
    try:
        with dask.config.set(scheduler='threads'):
            raise ValueError('inside')
    except ValueError as e:
        print(e, dask.config.get('scheduler'))
print(dask.config.get('scheduler', None) == before)
with dask.config.set({'scheduler': 'threads', 'x.y': 1}), dask.config.set(num_workers=2):
    print(dask.config.get('x.y'), dask.config.get('x'), dask.config.get('num_workers'), d.compute())
print(dask.config.get('x.y', 'gone'), dask.config.get('num_workers', 'unset'))
