import dask.bag as db
b = db.from_sequence(range(10), npartitions=3)
iseven = lambda x: x % 2 == 0
add = lambda x, y: x + y
print(b.foldby(iseven, add), b.foldby(iseven, add).compute(), dict(b.foldby(iseven, add)))
print(b.foldby(iseven, add, 100).compute(), b.foldby(iseven, add, 100, add, 1000).compute(), b.foldby(iseven, add, initial=0, combine=add, combine_initial=0).compute())
print(b.foldby(lambda x: x % 3, lambda acc, x: acc + [x], [], lambda a, c: a + c, []).compute())
r = db.from_sequence([{'name': 'Alice', 'amount': 100}, {'name': 'Bob', 'amount': 200}, {'name': 'Alice', 'amount': 50}, {'name': 'Carl', 'amount': 1}], npartitions=4)
def binop(total, x):
    return total + x['amount']
def combine(total1, total2):
    return total1 + total2
print(r.foldby('name', binop, 0, combine, 0).compute(), r.foldby('name', binop, 0, combine).compute())
print(r.foldby('name', lambda count, x: count + 1, 0, combine, 0).compute(), r.foldby(['name', 'amount'], lambda n, x: n + 1, 0, combine).compute())
n = db.range(1000, npartitions=30)
print(n.foldby(lambda x: x % 4, add).compute(), n.foldby(lambda x: x % 4, add, split_every=2).compute(), n.foldby(lambda x: x % 4, add, 0, add, 0, split_every=3).compute())
print(n.foldby(lambda x: x % 4, max).compute(), n.foldby(lambda x: x // 250, add, split_every=False).compute())
t = db.from_sequence([('a', 1), ('b', 2), ('a', 3)], npartitions=2)
print(t.foldby(0, lambda acc, x: acc + x[1], 0, add).compute(), t.foldby(lambda x: x[0], lambda acc, x: max((acc, x), key=lambda p: p[1])).compute())
print(b.foldby(iseven, add).map(lambda p: (p[0], p[1] * 2)).compute())
print(t.foldby(0, lambda acc, x: acc + [x[1]], lambda: [], add).compute())
