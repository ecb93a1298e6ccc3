import dask.bag as db
b = db.from_sequence([0, 1, '', 'a', None, [], [0], 2.5, 0.0, True], npartitions=3)
print(b.filter(lambda x: x).compute(), b.remove(lambda x: x).compute(), b.filter(None).compute())
def isstr(x):
    return isinstance(x, str)
print(b.filter(isstr), b.filter(isstr).compute(), b.remove(isstr).compute())
n = db.range(30, npartitions=4)
print(n.filter(lambda x: x % 7 == 0).filter(lambda x: x > 7).compute())
print(n.filter(lambda x: x > 100).compute(), n.filter(lambda x: x > 100).count().compute(), n.filter(lambda x: x > 25).sum().compute())
print(n.filter(lambda x: 'yes' if x % 10 == 3 else '').compute(), n.remove(lambda x: x & 1).sum().compute())
print(n.map(float).filter(lambda x: x % 4 == 0.0).compute())
print(n.filter(lambda x: x % 2).map_partitions(lambda part: [len(list(part))]).compute())
print(n.filter(n.npartitions.__eq__).compute())
limits = {'low': 5, 'high': 9}
print(n.filter(lambda x: limits['low'] <= x < limits['high']).compute())
empty = n.filter(lambda x: x < 0)
print(empty.compute(), empty.sum().compute(), empty.frequencies().compute(), empty.distinct().compute(), empty.topk(2).compute())
for what in ['max', 'min', 'mean']:
    try:
        print(getattr(empty, what)().compute())
    except Exception as e:
        print(what, type(e).__name__, e)
