import functools
from functools import partial, reduce, lru_cache, wraps
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 10), reduce(max, [3, 9, 2]), functools.reduce(lambda a, b: a + b, 'abc', '>'))
add5 = partial(lambda a, b: a + b, 5)
print(add5(3), partial(int, base=2)('101'), partial(print, 'x', sep='-')('y'), add5.args, partial(max, 3)(1, 9))
calls = []
@lru_cache(maxsize=None)
def fib(n):
    calls.append(n)
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(30), len(calls), fib.cache_info().hits)
fib.cache_clear()
print(fib(5), len(calls))
@functools.cache
def sq(x):
    print('computing', x)
    return x * x
print(sq(3), sq(3), sq(4))
def deco(f):
    @wraps(f)
    def inner(*a, **k):
        return f(*a, **k)
    return inner
@deco
def named(x):
    """doc"""
    return x
print(named(1), named.__name__, named.__doc__)
cmp = functools.cmp_to_key(lambda a, b: b - a)
print(sorted([1, 3, 2], key=cmp), sorted(['bb', 'a', 'ccc'], key=functools.cmp_to_key(lambda a, b: len(a) - len(b))))
class T:
    @functools.cached_property
    def v(self):
        print('once')
        return 42
t = T()
print(t.v, t.v)
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)
