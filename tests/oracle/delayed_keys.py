from dask import delayed
import dask
def add(a, b):
    return a + b
x = delayed(add)(1, 2, dask_key_name='x')
y = delayed(add)(x, 10, dask_key_name='y')
z = delayed(sum)([x, y, y], dask_key_name='z')
print(x.key, y.key, z.key, z.compute())
print(sorted(dict(z.dask)), sorted(z.dask.keys()), len(dict(y.dask)))
p = delayed(add, pure=True)
calls = []
a, b = p(1, 2), p(1, 2)
print(a.key == b.key, a.key != p(1, 3).key, len(dict(delayed(list)([a, b]).dask)))
q = delayed(add)(1, 2, pure=True)
print(q.key == a.key, q.compute())
i, j = delayed(add)(1, 2), delayed(add)(1, 2)
print(i.key == j.key, i.key.startswith('add-'), delayed(5).key.startswith('int-'), delayed([i]).key.startswith('list-'))
w = delayed(add)(x, 1, dask_key_name=('t', 0))
print(w.key, w.compute())
