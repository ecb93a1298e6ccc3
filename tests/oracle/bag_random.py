import random
import dask.bag as db
from dask.bag import random as bag_random
b = db.from_sequence(range(10))
print(b.random_sample(0.5, 43).compute(), b.random_sample(0.5, 43).compute(), b.random_sample(0.2, 7).compute(), b.random_sample(1.0).compute(), b.random_sample(0).compute())
c = db.range(1000, npartitions=5)
print(c.random_sample(0.01, 1).compute(), c.random_sample(0.5, 99).count().compute(), c.random_sample(0.1, random.Random(5)).count().compute())
s = bag_random.sample(c, 10).compute()
print(len(s), len(set(s)), all(x in range(1000) for x in s), len(bag_random.choices(c, 20).compute()))
print(sorted(bag_random.sample(db.range(6, npartitions=3), 6).compute()))
for bad in [lambda: b.random_sample(1.5), lambda: bag_random.sample(b, -1), lambda: bag_random.sample(b, 11).compute()]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
