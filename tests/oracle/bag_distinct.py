import dask.bag as db
b = db.from_sequence(['Alice', 'Bob', 'Alice'], npartitions=2)
print(b.distinct(), b.distinct().compute(), b.distinct().npartitions)
r = db.from_sequence([{'name': 'Alice', 'n': 1}, {'name': 'Bob', 'n': 2}, {'name': 'Alice', 'n': 3}], npartitions=3)
print(r.distinct(key=lambda x: x['name']).compute(), r.distinct(key='name').compute(), r.distinct('n').count().compute())
n = db.range(100, npartitions=30)
print(n.map(lambda x: x * x % 11).distinct().compute(), n.distinct(key=lambda x: x // 30).compute())
print(db.from_sequence([1, 1.0, True, 0, False, '1'], npartitions=2).distinct().compute())
print(db.from_sequence([(1, 2), (2, 1), (1, 3)], npartitions=2).distinct(key=0).compute())
try:
    db.from_sequence([[1]], npartitions=1).distinct().compute()
except TypeError as e:
    print('TypeError', e)
