import dask.bag as db
n = db.range(10000, npartitions=7)
print(n.map(lambda x: x ** 2).filter(lambda x: x % 2 == 0).sum().compute())
print(n.map(lambda x: x * x * x * x * x).sum().compute(), n.map(lambda x: x * 1000003 ** 3).max().compute())
print(n.map(lambda x: 2 ** x if x < 200 else x).max().compute(), n.map(lambda x: x / 7).sum().compute() > 0, n.map(lambda x: x // 7).sum().compute())
print(n.map(lambda x: x % -3).frequencies().compute(), n.map(lambda x: -x).min().compute(), n.map(lambda x: float(x)).filter(lambda x: x < 3).compute())
print(n.map(lambda x: x > 5000).sum().compute(), n.map(lambda x: x > 5000).take(2), n.map(lambda x: None if x % 2 else x).count().compute())
print(n.filter(lambda x: x > 9995).compute(), n.filter(lambda x: x % 3).filter(lambda x: x % 5).map(lambda x: x + 0.5).take(4))
print(n.map(lambda x: x if x % 2 else str(x)).take(4), n.map(lambda x: (x, x + 1)).take(2), n.map(lambda x: [x] * (x % 3)).flatten().count().compute())
def collatz(x):
    steps = 0
    while x > 1:
        x = x // 2 if x % 2 == 0 else 3 * x + 1
        steps += 1
    return steps
print(n.map(collatz).max().compute(), n.map(collatz).sum().compute(), n.map(collatz).topk(3).compute())
f = db.from_sequence([i / 8 for i in range(1000)], npartitions=3)
print(f.sum().compute(), f.map(lambda x: x * 2).filter(lambda x: x > 249).compute(), f.map(int).sum().compute(), f.filter(lambda x: x == int(x)).count().compute())
try:
    n.map(lambda x: 1 // (x - 5000)).sum().compute()
except ZeroDivisionError as e:
    print('ZeroDivisionError', e)
print(n.map(lambda x: 1 // (x - 5000)).take(3), n.map(lambda x: x).filter(lambda x: 10 // (x - 3) > 0 if x < 3 else True).take(2))
mixed = db.from_sequence([1, 2, 3.5, True, 2 ** 65] * 50, npartitions=2)
print(mixed.map(lambda x: x * 2).sum().compute(), mixed.sum().compute(), mixed.filter(lambda x: x > 2).count().compute())
