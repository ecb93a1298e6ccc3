import dask
from operator import add, mul, neg
count = {'n': 0}
def slow(x):
    count['n'] += 1
    return x * 10
dsk = {'a': (slow, 1), 'b': (add, 'a', 1), 'c': (mul, 'a', 'a'), 'd': (list, ['a', 'b', 'c']), 'e': (neg, (add, 'b', 'c')), 'unused': (slow, 99), ('t', 1): (sum, 'd'), 'alias': 'e', 'nested': [['a'], ['b', ['c']]], 'kw': (dict, [['k', 'a']])}
print(dask.get(dsk, 'd'), count['n'])
print(dask.get(dsk, ['e', 'alias', ('t', 1)]), dask.get(dsk, 'nested'), dask.get(dsk, [['a', 'b'], 'c']), dask.get(dsk, 'kw'))
big = {('x', 0): 1}
for i in range(1, 500):
    big['x', i] = (add, ('x', i - 1), i)
print(dask.get(big, ('x', 499)), dask.get(big, [('x', i) for i in (0, 10, 100)]), dask.threaded.get(big, ('x', 300)))
fib = {'f0': 0, 'f1': 1}
for i in range(2, 30):
    fib[f'f{i}'] = (add, f'f{i - 1}', f'f{i - 2}')
print(dask.get(fib, 'f29'), dask.get(fib, ['f2', 'f3', 'f10']))
