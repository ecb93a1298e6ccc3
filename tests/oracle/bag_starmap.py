import dask.bag as db
from dask import delayed
from operator import add
data = [(1, 2), (3, 4), (5, 6), (7, 8), (9, 10)]
b = db.from_sequence(data, npartitions=2)
print(b.starmap(add), b.starmap(add).compute())
def myadd(x, y, z=0):
    return x + y + z
print(b.starmap(myadd, z=10).compute(), b.starmap(myadd, z=b.pluck(1).max()).compute(), b.starmap(myadd, z=delayed(5)).compute())
print(b.starmap(lambda *args: args).compute(), b.starmap(lambda x, y: x * y).sum().compute(), b.starmap(max).compute())
print(db.from_sequence([[1, 2, 3], (4, 5, 6), 'abc', range(3)], npartitions=1).starmap(lambda x, y, z: [z, y, x]).compute())
print(b.starmap(dict, a=1).npartitions)
try:
    print(b.starmap(lambda x: x).compute())
except TypeError as e:
    print('TypeError', e)
