import dask.bag as db
for n in [1, 2, 3, 5, 99, 100, 101, 150, 250, 1000, 12345]:
    b = db.from_sequence(range(n))
    print(n, b.npartitions, [len(part.compute()) for part in b.to_delayed()[:2]], len(b.to_delayed()[-1].compute()))
    for k in [1, 2, 3, 7, 10, 64]:
        b = db.from_sequence(range(n), npartitions=k)
        c = db.from_sequence(range(n), partition_size=k)
        print(k, b.npartitions, len(b.to_delayed()[0].compute()), c.npartitions, len(c.to_delayed()[-1].compute()), end='; ')
    print()
print(db.from_sequence(['Alice', 'Bob', 'Chuck'], partition_size=2))
print(db.from_sequence('hello', npartitions=2).compute())
print(db.from_sequence({'a': 1, 'b': 2}, npartitions=1).compute())
print(db.from_sequence((i * i for i in range(5)), npartitions=2).compute())
print(db.from_sequence({3}).compute(), db.from_sequence([1, 2, 3], 2, 5).npartitions)
data = [1, 2, 3]
b = db.from_sequence(data, npartitions=1)
data.append(4)
print(b.compute(), data)
try:
    db.from_sequence(5)
except TypeError as e:
    print('TypeError', e)
