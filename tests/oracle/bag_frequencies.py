import dask.bag as db
b = db.from_sequence(['Alice', 'Bob', 'Alice', 'Carl', 'Bob', 'Alice'], npartitions=3)
print(b.frequencies(), b.frequencies().compute(), b.frequencies(sort=True).compute(), dict(b.frequencies()))
n = db.range(1000, npartitions=20).map(lambda x: x % 7)
print(n.frequencies().compute(), n.frequencies(sort=True).compute(), n.frequencies(split_every=2).compute(), n.frequencies(split_every=False).compute())
print(n.frequencies().topk(2, key=1).compute(), n.frequencies().map(lambda p: p[1]).sum().compute(), n.frequencies().npartitions)
m = db.from_sequence([1, 1.0, True, 2, '1', None, (1, 2), (1, 2), frozenset([3])], npartitions=2)
print(m.frequencies().compute())
print(db.from_sequence([], npartitions=1).frequencies().compute(), db.from_sequence([5]).frequencies().compute())
text = db.from_sequence(['a b a', 'c', 'b a'], npartitions=3)
print(text.map(str.split).flatten().frequencies().compute(), text.str.split().flatten().frequencies(sort=True).compute())
try:
    db.from_sequence([[1], [2]], npartitions=1).frequencies().compute()
except TypeError as e:
    print('TypeError', e)
