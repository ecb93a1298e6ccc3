import dask.bag as db
b = db.from_sequence([[1], [2, 3], [], [4]], npartitions=2)
print(b.flatten(), b.flatten().compute(), b.flatten().sum().compute())
w = db.from_sequence(['the quick fox', 'the dog', ''], npartitions=2)
print(w.map(str.split).flatten().compute(), w.flatten().compute()[:5], w.map(lambda s: s.split(' ')).flatten().count().compute())
d = db.from_sequence([{'a': 1, 'b': 2}, {'c': 3}], npartitions=1)
print(d.flatten().compute(), d.map(lambda r: r.items()).flatten().compute(), d.map(dict.values).flatten().compute())
print(db.from_sequence([(1, (2, 3)), ((4,), 5)], npartitions=1).flatten().compute())
print(db.from_sequence([range(3), range(2)], npartitions=2).flatten().compute())
print(b.map(lambda items: (x * 2 for x in items)).flatten().compute())
print(b.map(lambda items: map(str, items)).compute())
print(b.map(lambda items: (x for x in items)).compute())
print(db.from_sequence([[[1], [2]], [[3]]], npartitions=1).flatten().flatten().compute())
print(db.from_sequence([{3}, {3}, [1]], npartitions=3).flatten().frequencies().compute())
try:
    db.range(4, npartitions=2).map(lambda x: x).flatten().compute()
except TypeError as e:
    print('TypeError', e)
