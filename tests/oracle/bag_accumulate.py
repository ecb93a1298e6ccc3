import dask.bag as db
from operator import add, mul
b = db.from_sequence([1, 2, 3, 4, 5], npartitions=2)
print(b.accumulate(add), b.accumulate(add).compute(), b.accumulate(add, initial=-1).compute(), b.accumulate(mul).compute(), b.accumulate(max).compute())
print(b.accumulate(add).npartitions, [p.compute() for p in b.accumulate(add).to_delayed()], [p.compute() for p in b.accumulate(add, 0).to_delayed()])
print(b.accumulate(lambda x, y: x * 10 + y).compute(), db.from_sequence('abcd', npartitions=4).accumulate(add).compute())
n = db.range(50, npartitions=7)
print(n.accumulate(add).compute() == [sum(range(i + 1)) for i in range(50)], n.accumulate(add).take(3), n.accumulate(lambda x, y: y).sum().compute())
print(db.from_sequence([3]).accumulate(add).compute(), b.map(lambda x: [x]).accumulate(add).compute())
