import dask.bag as db
b = db.from_sequence(range(1000))
print(b.take(3), b.take(0), b.take(2, npartitions=2), b.take(15, npartitions=2), b.take(3, compute=False), b.take(3, compute=False).compute())
c = db.from_sequence([1, 2, 3, 4, 5], npartitions=5)
print(c.take(1), c.take(3, warn=False), c.take(3, npartitions=2, warn=False), c.take(4, npartitions=-1), c.take(9, npartitions=-1, warn=False))
print(c.map(lambda x: x * 2).filter(lambda x: x > 2).take(2, npartitions=3), c.filter(lambda x: x > 9).take(1, warn=False))
print(db.range(10 ** 6, npartitions=4).map(lambda x: 1 // (x - 5)).take(5))
seen = []
print(c.take(2, npartitions=3))
try:
    c.take(1, npartitions=9)
except ValueError as e:
    print('ValueError', e)
try:
    c.take(-1)
except ValueError as e:
    print('ValueError', e)
print(db.from_sequence([]).take(1, warn=False), type(c.take(1)).__name__)
