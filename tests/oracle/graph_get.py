import dask
from operator import add, mul
def inc(x):
    return x + 1
dsk = {'x': 1, 'y': (inc, 'x'), 'z': (add, 'y', 10), 'l': [(inc, 'x'), 'y'], 's': (sum, ['x', 'y', 'z'])}
print(dask.get(dsk, 'z'), dask.get(dsk, ['x', 'y']), dask.get(dsk, 's'), dask.get(dsk, [['x'], ['y', 'z']]))
print(dask.get({'a': 5}, 'a'), dask.get({'a': 5, 'b': 'a'}, 'b'), dask.get({'a': (inc, (inc, (inc, 0)))}, 'a'))
print(dask.get({('x', 0): 1, ('x', 1): (inc, ('x', 0)), 'total': (add, ('x', 0), ('x', 1))}, 'total'), dask.get({('x', 0): 1}, [('x', 0)]))
print(dask.threaded.get(dsk, 'z'), dask.get({'f': (lambda: 7,)}, 'f'), dask.get({'s': 'just text', 'n': None, 't': [1, 2]}, ['s', 'n', 't']))
def load(name):
    return list(range(len(name)))
def clean(xs):
    return [x for x in xs if x % 2]
def analyze(parts):
    return sum(sum(p) for p in parts)
dsk = {'load-1': (load, 'myfile.a'), 'load-2': (load, 'myfile.bc'), 'load-3': (load, 'f'), 'clean-1': (clean, 'load-1'), 'clean-2': (clean, 'load-2'), 'clean-3': (clean, 'load-3'), 'analyze': (analyze, ['clean-%d' % i for i in [1, 2, 3]])}
print(dask.get(dsk, 'analyze'), dask.get(dsk, ['clean-1', 'load-3']))
try:
    dask.get({'a': (inc, 'x')}, 'b')
except KeyError as e:
    print(type(e).__name__, e)
try:
    dask.get({'a': (lambda: 1 / 0,)}, 'a')
except ZeroDivisionError as e:
    print(e)
