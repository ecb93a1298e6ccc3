import dask.bag as db
b = db.from_sequence([1, 2, 3, 4, 5, 6], npartitions=2)
print(b, repr(b), str(b), b.npartitions)
print(b.compute(), list(b), [x for x in b])
print(b.map(lambda x: x * 10).compute())
print(b.map(lambda x: x * 10).filter(lambda x: x > 20).compute())
print(b.remove(lambda x: x % 2).compute())
c = b.map(lambda x: x + 1).filter(lambda x: x % 2 == 0).map(str)
print(c, c.compute())
print(c.compute(scheduler='sync'), c.compute(scheduler='threads'), c.compute(optimize_graph=False))
print(b.sum().compute(), b.max().compute(), b.min().compute(), b.count().compute(), b.mean().compute())
print(b.any().compute(), b.all().compute())
print(isinstance(b, db.Bag), isinstance(b.sum(), db.Item), type(b).__name__, type(b.sum()).__name__)
def double(x):
    return 2 * x
print(b.map(double), b.filter(double), b.remove(double), b.map(double).map_partitions(list))
print(b.map(double).sum().compute())
for pair in b.map(lambda x: (x, x * x)):
    print(pair, end=' ')
print()
print(bool(b), len(b.to_delayed()), sum(b), sorted(b, reverse=True), max(b), 3 in list(b))
print(db.from_sequence([]).compute(), db.from_sequence([]), db.from_sequence([]).sum().compute(), db.from_sequence([]).count().compute())
print(db.from_sequence([None, True, 1.5, 'x', (1, 2), [3], {'a': 1}]).compute())
