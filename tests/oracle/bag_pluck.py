import dask.bag as db
b = db.from_sequence([{'name': 'Alice', 'credits': [1, 2, 3]}, {'name': 'Bob', 'credits': [10, 20]}], npartitions=2)
print(b.pluck('name').compute(), b.pluck('credits').pluck(0).compute(), b.pluck('name'))
print(b.pluck(['name', 'credits']).compute(), b.pluck(['name']).compute())
t = db.from_sequence([(1, 'a'), (2, 'b'), (3, 'c')], npartitions=2)
print(t.pluck(0).compute(), t.pluck(-1).compute(), t.pluck([1, 0]).compute(), t.pluck(0).sum().compute())
r = db.from_sequence([{'x': 1}, {'y': 2}, {'x': 3, 'y': None}], npartitions=1)
print(r.pluck('x', None).compute(), r.pluck('y', 0).compute(), r.pluck(['x', 'y'], -1).compute(), r.pluck('z', 'none').compute())
s = db.from_sequence(['abc', 'de', 'f'], npartitions=1)
print(s.pluck(0).compute(), s.pluck(2, '-').compute())
for bad in [lambda: r.pluck('x'), lambda: t.pluck(5), lambda: s.pluck(1), lambda: db.range(3, 1).map(lambda x: x).pluck(0)]:
    try:
        print(bad().compute())
    except Exception as e:
        print(type(e).__name__, e)
a, c = t.unzip(2)
print(a, a.compute(), c.compute(), len(t.unzip(3)))
