import dask.bag as db
import dask
from dask import delayed
b = db.range(5, npartitions=2)
s = b.sum()
print(s.compute(), s.apply(lambda x: x * 2).compute(), s.apply(str).apply(len).compute(), s.apply(float).compute())
print(int(s), bool(b.any()), s.to_delayed().compute(), (s.to_delayed() + 5).compute())
print(db.Item.from_delayed(delayed(sum)([1, 2, 3])).compute(), type(db.Item.from_delayed(delayed(5))).__name__)
print(dask.compute(s, b.max(), b, [b.min(), {'k': b.count()}]))
print(b.map(lambda x, y: x + y, s).compute(), b.map(lambda x, y: x + y, y=s.apply(lambda t: -t)).compute())
print(delayed(lambda x, y: x + y)(s, b.max()).compute(), delayed(len)(b).compute(), delayed(sum)(b.map(lambda x: x * x)).compute())
p = s.persist()
print(type(p).__name__, p.compute(), dask.persist(s)[0].compute(), s.key == p.key, len(s.__dask_keys__()))
print(s.key[:13], s.name == s.key, b.mean().apply(round).compute(), s.compute(scheduler='sync'))
print(dask.is_dask_collection(b), dask.is_dask_collection(s))
x = db.Item.from_delayed(delayed([3, 4]))
print(b.map(lambda e, pair: e * pair[0] + pair[1], x).compute())
