import dask
from dask import delayed
calls = []
def work(x):
    return x * 10
a = delayed(work)(1)
b = delayed(work)(2)
pa = a.persist()
print(type(pa).__name__, pa.compute(), pa.key == a.key, len(dict(pa.dask)))
c, d = dask.persist(a, b)
print(c.compute(), d.compute(), (c + d).compute(), len(dict(c.dask)))
res = dask.persist([a, b], 5)
print(type(res).__name__, len(res), dask.compute(res), type(res[0]).__name__, res[1])
total = delayed(sum)([c, d])
print(total.compute(), total.persist().compute(), dask.compute(total, c))
(o,) = dask.optimize(total)
print(o.compute())
