import dask
from dask import delayed
x = delayed(sum)([1, 2, 3])
print(x.compute(scheduler='sync'), x.compute(scheduler='threads'), x.compute(scheduler='synchronous'), x.compute(scheduler='single-threaded'), x.compute(scheduler='threading'))
print(x.compute(scheduler='threads', num_workers=1), dask.compute(x, x, scheduler='sync'))
dask.config.set(scheduler='sync')
print(dask.config.get('scheduler'), x.compute())
with dask.config.set(scheduler='threads'):
    print(dask.config.get('scheduler'), x.compute())
    with dask.config.set(scheduler='sync', num_workers=3):
        print(dask.config.get('scheduler'), dask.config.get('num_workers'), x.compute())
    print(dask.config.get('scheduler'))
print(dask.config.get('scheduler'), dask.config.get('no.such', 'dflt'), dask.config.get('nope', default=None))
dask.config.set({'foo.bar': 5, 'a': {'b': 6}})
print(dask.config.get('foo.bar'), dask.config.get('foo'), dask.config.get('a.b'))
with dask.config.set({'array.chunk-size': '1MiB'}):
    print(dask.config.get('array.chunk-size'))
print(dask.config.get('array.chunk-size'))
try:
    dask.config.get('no.such.key')
except KeyError as e:
    print(type(e).__name__, e)
try:
    x.compute(scheduler='nonsense')
except ValueError as e:
    print(type(e).__name__)
