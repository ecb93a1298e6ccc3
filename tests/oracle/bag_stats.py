# tol: 1e-13
import dask.bag as db
b = db.from_sequence([3, 1, 4, 1, 5, 9, 2, 6], npartitions=3)
print(b.mean().compute(), b.var().compute(), b.std().compute(), b.var(ddof=1).compute(), b.std(ddof=1).compute())
print(b.sum().compute(), b.max().compute(), b.min().compute(), b.count().compute())
f = b.map(lambda x: x / 3)
print(f.mean().compute(), f.var().compute(), f.sum().compute(), f.max().compute())
t = db.from_sequence([True, False, True], npartitions=2)
print(t.sum().compute(), t.any().compute(), t.all().compute(), t.mean().compute(), t.count().compute(), t.max().compute())
s = db.from_sequence(['pear', 'apple', 'fig'], npartitions=2)
print(s.max().compute(), s.min().compute(), s.count().compute(), s.any().compute(), s.all().compute())
z = db.from_sequence([1 + 2j, 3], npartitions=2)
print(z.sum().compute(), z.mean().compute())
big = db.from_sequence([2 ** 62, 2 ** 62, 2 ** 70, -1], npartitions=2)
print(big.sum().compute(), big.max().compute(), big.map(lambda x: x * x).sum().compute())
print(db.range(1000, npartitions=7).mean().compute(), db.range(1000, npartitions=7).std().compute())
for bad in [lambda: db.from_sequence([1, None]).sum().compute(), lambda: s.map(len).map(str).mean().compute(), lambda: db.from_sequence([1, 'a'], npartitions=1).max().compute()]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
