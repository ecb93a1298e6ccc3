import dask.bag as db
from dask import delayed
from operator import add
b = db.from_sequence(range(5), npartitions=2)
b2 = db.from_sequence(range(5, 10), npartitions=2)
print(b.map(lambda x: x + 1).compute())
print(b.map(add, b2).compute(), b.map(add, 1).compute())
def myadd(x, y=0):
    return x + y
print(b.map(myadd, y=b2).compute(), b.map(myadd, y=1).compute())
print(b.map(myadd, b.max()).compute(), b.map(myadd, y=b.max()).compute())
print(b.map(myadd, delayed(100)).compute(), b.map(myadd, y=delayed(sum)([1, 2])).compute())
print(db.map(myadd, b, b2).compute(), db.map(myadd, 10, b).compute(), db.map(myadd, y=b, x=3).compute())
print(db.map(lambda x, y, z=0, *rest, w=1: (x, y, z, rest, w), b, 7, b2, 'r', w=b).compute())
print(b.map(lambda x, items: x in items, [1, 3]).compute())
print(b.map(lambda x, table: table.get(x), {0: 'zero', 4: 'four'}).compute())
print(b.map(lambda x, y: y[x], y=[b.max(), b.min(), delayed(9), 3, 4]).compute())
print(b.map(lambda x: x).map(lambda x, y: (x, y), b.map(str)).compute())
print(b.map(divmod, 2).compute(), b.map(pow, 2).compute(), b.map(str).compute(), b.map(float).compute(), b.map(bool).compute())
class Scale:
    def __init__(self, by):
        self.by = by
    def __call__(self, x):
        return x * self.by
    def times(self, x):
        return (x, self.by)
print(b.map(Scale(3)).compute(), b.map(Scale(4).times).compute())
n = 10
print(b.map(lambda x: x + n).compute())
total = b.map(lambda x: x + n)
n = 20
print(total.compute())
for bad in [lambda: db.map(myadd, 1, 2), lambda: b.map(myadd, db.range(4, 4)), lambda: b.map(add, db.from_sequence(range(6), npartitions=2)).compute()]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
