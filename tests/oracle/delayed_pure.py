import dask
from dask import delayed
def f(x, y=0):
    return (x, y)
g = delayed(f, pure=True)
h = delayed(f)
print(g(1).key == g(1).key, g(1).key == g(2).key, h(1).key == h(1).key, h(1, pure=True).key == h(1, pure=True).key, g(1, y=2).key == g(1, y=2).key, g(1, y=2).key == g(1, y=3).key, g([1, 2]).key == g([1, 2]).key, g({'a': 1}).key == g({'a': 1}).key, g('a').key == g('b').key)
calls = [g(i % 3) for i in range(9)]
print(dask.compute(*calls), len(dict(delayed(list)(calls).dask)), len(dict(delayed(list)([h(i % 3) for i in range(9)]).dask)))
a = delayed(5, pure=True)
print(a.key == delayed(5, pure=True).key, delayed([1, 2], pure=True).compute(), (a + 1).compute(), delayed(5).compute())
