import dask.bag as db
for n, k in [(5, 2), (10, 3), (10, 10), (7, 3), (100, 7), (1, 1), (11, 4)]:
    b = db.range(n, npartitions=k)
    print(b, b.name, b.npartitions, [list(part.compute()) for part in b.to_delayed()] if n < 20 else b.sum().compute())
    print(b.compute() == list(range(n)), b.__dask_keys__()[:2])
print(db.range(10, npartitions=3).map(lambda x: x ** 2).filter(lambda x: x % 2 == 0).sum().compute())
print(db.range(1000, npartitions=10).map(lambda x: x / 2).sum().compute())
print(db.range(6, npartitions=2).map(lambda x: x > 2).compute())
try:
    db.range(2, npartitions=5)
except ValueError as e:
    print('ValueError', e)
