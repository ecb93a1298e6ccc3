import dask
from dask import delayed
base = 100
def plus_base(x):
    return x + base
d = delayed(plus_base)(1)
base = 1000
print(d.compute())
fs = [delayed(lambda x: x * i)(2) for i in range(4)]
print(dask.compute(*fs))
fs = [delayed(lambda x, i=i: x * i)(2) for i in range(4)]
print(dask.compute(*fs))
def make(n):
    @delayed
    def inner(x):
        return (n, x)
    n += 1
    return inner
print(make(1)(5).compute(), dask.compute(make(2)('a'), make(3)('b')))
def outer():
    data = [1, 2, 3]
    t = delayed(lambda: sum(data))()
    data.append(10)
    return t
print(outer().compute())
lst = [1, 2]
t = delayed(sum)(lst)
u = delayed(lambda l: len(l))(lst)
print(t.compute(), u.compute())
def rec(n):
    return 1 if n == 0 else n * rec(n - 1)
print(delayed(rec)(10).compute(), delayed(lambda: [rec(i) for i in range(5)])().compute())
@delayed
def gen_sum(n):
    def g():
        for i in range(n):
            yield i * i
    return sum(g())
print(gen_sum(10).compute())
