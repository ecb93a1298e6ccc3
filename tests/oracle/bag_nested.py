import dask
import dask.bag as db
from dask import delayed
def total(n):
    return db.range(n, npartitions=2).map(lambda x: x * 2).sum().compute()
b = db.from_sequence([2, 4, 6], npartitions=3)
print(b.map(total).compute(), sum(b.map(total)))
print(delayed(total)(5).compute(), dask.compute(*[delayed(total)(n) for n in [2, 3, 4]]))
inner = db.range(4, npartitions=2)
print(b.map(lambda x, y: x + y, inner.sum()).compute())
factor = 3
def outer(x):
    def scaled(y):
        return y * factor + x
    return db.range(3, npartitions=3).map(scaled).compute()
print(b.map(outer).compute(), b.map(outer).flatten().sum().compute())
counts = {}
for word, n in db.from_sequence('banana', npartitions=2).frequencies():
    counts[word] = n
print(sorted(counts.items()))
bags = [db.range(n, npartitions=1) for n in [1, 2, 3]]
print(dask.compute(*bags), [x.sum().compute() for x in bags], db.concat(bags).count().compute())
