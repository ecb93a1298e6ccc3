import dask.bag as db
a = db.from_sequence([1, 2, 3], npartitions=2)
b = db.from_sequence([4, 5, 6], npartitions=1)
c = db.concat([a, b])
print(c, c.npartitions, list(c), c.sum().compute(), c.map(lambda x: -x).compute(), c.take(3, npartitions=2))
print(db.concat([a]).compute(), db.concat([a, a, c]).compute(), db.concat([a, b.map(str)]).compute())
print(db.concat([a, b]).filter(lambda x: x % 2).frequencies().compute(), db.concat([a.map(lambda x: x * 2), b]).max().compute())
print(db.concat(bag for bag in [a, b]).count().compute() if False else db.concat((a, b)).count().compute())
