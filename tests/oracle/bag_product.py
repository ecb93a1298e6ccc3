import dask.bag as db
a = db.from_sequence([1, 2, 3], npartitions=2)
b = db.from_sequence('xy', npartitions=2)
print(a.product(b), a.product(b).npartitions, a.product(b).compute(), b.product(a).compute())
print(a.product(a).starmap(lambda x, y: x * y).sum().compute(), a.product(b).count().compute(), a.map(lambda x: -x).product(b.map(str.upper)).compute())
print(a.product(db.from_sequence([])).compute())
z = db.zip(a, db.from_sequence([4, 5, 6], npartitions=2))
print(z, z.compute(), z.starmap(lambda x, y: x + y).compute())
print(db.zip(a, a.map(str), a.map(float)).compute(), db.zip(a).compute())
evens = db.from_sequence(range(0, 10, 2), partition_size=4)
odds = db.from_sequence(range(1, 10, 2), partition_size=4)
print(list(db.zip(evens, odds)))
numbers = db.range(31, npartitions=1)
print(list(db.zip(numbers.filter(lambda n: n % 3 == 0), numbers.filter(lambda n: n % 5 == 0))))
try:
    db.zip(a, db.range(4, npartitions=4))
except AssertionError as e:
    print('AssertionError', e)
