import dask.bag as db
from operator import add, mul
b = db.from_sequence(range(1, 6), npartitions=2)
print(b.fold(add).compute(), b.fold(add, add, 0).compute(), b.fold(binop=add, combine=add, initial=10).compute(), b.fold(mul).compute())
def add_to_set(acc, x):
    return acc | set([x])
print(b.fold(add_to_set, set.union, initial=set()).compute())
print(b.fold(lambda acc, x: acc + [x], add, initial=[]).compute())
print(b.fold(lambda acc, x: max(acc, x)).compute(), b.fold(lambda acc, x: acc + 1, add, initial=0).compute())
n = db.range(100, npartitions=20)
print(n.fold(add, split_every=2).compute(), n.fold(lambda a, x: (a[0] + x, a[1] + 1), lambda a, c: (a[0] + c[0], a[1] + c[1]), initial=(0, 0)).compute())
print(db.from_sequence('hello', npartitions=2).fold(add).compute())
print(n.fold(lambda acc, x: {**acc, x % 3: acc.get(x % 3, 0) + x}, lambda a, c: {k: a.get(k, 0) + c.get(k, 0) for k in sorted(set(a) | set(c))}, initial={}).compute())
e = db.from_sequence([], npartitions=1)
print(e.fold(add, initial=5).compute())
try:
    e.fold(add).compute()
except TypeError as e:
    print('TypeError', e)
try:
    db.from_sequence([1, 'a'], npartitions=1).fold(add).compute()
except TypeError as e:
    print('TypeError', e)
