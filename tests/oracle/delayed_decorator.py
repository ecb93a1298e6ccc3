import dask
from dask import delayed
@delayed
def load(i):
    return list(range(i))
@dask.delayed
def process(data, scale=1):
    return [d * scale for d in data]
@delayed(pure=True)
def pure_sum(data):
    return sum(data)
@delayed(nout=2)
def split(data):
    return data[:len(data) // 2], data[len(data) // 2:]
parts = [pure_sum(process(load(i), scale=2)) for i in range(5)]
print(dask.compute(*parts))
lo, hi = split(load(5))
print(lo.compute(), hi.compute(), dask.compute(lo, hi))
summary = delayed(dict)(total=delayed(sum)(parts), biggest=delayed(max)(parts))
print(summary.compute())
d = delayed(divmod, nout=2)(17, 5)
q, r = d
print(dask.compute(q, r), len(d))
try:
    len(delayed(divmod)(17, 5))
except TypeError as e:
    print(e)
try:
    a, b = delayed(divmod)(17, 5)
except TypeError as e:
    print(e)
try:
    for x in delayed([1, 2]):
        pass
except TypeError as e:
    print(e)
