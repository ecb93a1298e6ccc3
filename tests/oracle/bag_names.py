# mask: hash
import dask.bag as db
from operator import add
def my_func(x):
    return x
class Named:
    def __call__(self, x):
        return x
b = db.range(4, npartitions=2)
s = db.from_sequence(['a', 'b'], npartitions=2)
for c in [b, s, b.map(my_func), b.map(lambda x: x), b.map(str), b.map(add, 1), b.filter(my_func), b.remove(my_func), b.filter(lambda x: x),
          b.map_partitions(sum), b.map_partitions(my_func), s.pluck(0), s.flatten(), s.map(lambda x: (x, x)).starmap(add), b.frequencies(), b.frequencies(sort=True),
          b.topk(1), b.distinct(), b.foldby(my_func, add), b.groupby(my_func), b.groupby(my_func, shuffle='tasks'), b.take(1, compute=False),
          b.take(1, npartitions=2, compute=False), b.accumulate(add), db.zip(b, b), db.concat([b, s]), b.product(s), b.repartition(1),
          b.repartition(4), b.join([1], my_func), b.random_sample(0.5, 1), db.from_delayed(b.to_delayed()), b.persist(), b.map(my_func).persist()]:
    print(repr(c), c.name.split('-')[0], len(c.__dask_keys__()))
print(b.map(my_func).name == b.map(my_func).name, b.map(my_func).name == b.map(str).name, b.sum().key == b.sum().key, b.sum().key == b.max().key)
print(b.name, b.__dask_keys__(), b.sum().key, b.map(my_func).sum().key, b.mean().key, b.std().key, b.fold(add).key, b.fold(add, initial=0).key, b.count().key)
print(b.map(my_func).__dask_keys__(), sorted(b.dask.keys()), b.map(my_func).to_delayed()[0], b.sum().to_delayed())
