import dask
import dask.array as da
import dask.bag as db
from dask import delayed
b = db.range(6, npartitions=3)
a = da.arange(6, chunks=3)
d = delayed(lambda x: x + 1)(1)
print(dask.compute(b, b.sum(), a.sum(), d))
print(dask.compute([b, (b.max(), d)], {'a': a}))
print(dask.compute(b, scheduler='sync'), dask.compute(b, b, traverse=False))
p, q = dask.persist(b, b.map(str))
print(p, q, p.compute(), q.compute(), p.map(lambda x: x * 2).sum().compute())
o, = dask.optimize(b.map(lambda x: x + 1))
print(o.compute())
print(b.map(lambda x, y: x + y, a.sum()).compute() if False else b.map(lambda x, y: x + int(y), delayed(int)(a.sum())).compute())
print(delayed(lambda arr, items: arr.tolist() == items)(a, b).compute())
shared = b.map(lambda x: x * 3)
print(dask.compute(shared.sum(), shared.max(), shared.filter(lambda x: x > 6)))
with dask.config.set(scheduler='sync'):
    print(b.compute(), b.sum().compute())
def nested(x):
    return db.range(x + 1, npartitions=1).sum().compute()
print(b.map(nested).compute())
print(da.from_delayed(delayed(lambda items: __import__('numpy').array(items))(b), (6,), dtype=int).sum().compute() if False else 'arrays')
