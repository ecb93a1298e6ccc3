from dask import delayed
import dask
@delayed
def inc(x):
    return x + 1
@delayed
def show(*args, **kwargs):
    return repr(args) + repr(sorted(kwargs.items()))
print(show([inc(1), [inc(2), 3]], (inc(4), {'a': inc(5), 'b': [inc(6)]}), k=inc(7), m={'x': (inc(8),)}).compute())
print(show({1, 2}, None, 'text', range(3), slice(1, 2), 1.5).compute())
print(delayed([inc(1), {'k': inc(2)}, (inc(3), inc(4))]).compute())
print(dask.compute([inc(1), 2], {'a': inc(3)}, (inc(5), [inc(6)]), 7))
print(dask.compute({'x': {'y': [inc(0)]}})[0]['x']['y'], dask.compute(1, 'a', None), dask.compute())
print(dask.compute([inc(1), inc(2)], traverse=True), delayed(max)([inc(i) for i in range(5)]).compute(), delayed(dict)([('a', inc(1))]).compute())
a = inc(10)
print(show(a, a, a, [a]).compute())
x = [1, 2]
d = delayed(x)
print(d.compute(), delayed(sum)(x).compute(), delayed(lambda *a: a)(*x, inc(0)).compute())
print(delayed(zip)([1, 2], [3, 4]).compute().__class__.__name__, delayed(lambda a, b=2, *c, **k: (a, b, c, k))(1, z=inc(1)).compute())
