def trace(f):
    def wrapper(*args, **kwargs):
        print('call', f.__name__, args, kwargs)
        r = f(*args, **kwargs)
        print('ret', r)
        return r
    return wrapper
@trace
def add(a, b=1):
    return a + b
add(1)
add(1, b=5)
def repeat(n):
    def deco(f):
        def wrapper(*a):
            return [f(*a) for _ in range(n)]
        return wrapper
    return deco
@repeat(3)
def hi(name):
    return 'hi ' + name
print(hi('bob'))
@trace
@repeat(2)
def sq(x):
    return x * x
sq(4)
registry = {}
def register(name):
    def deco(f):
        registry[name] = f
        return f
    return deco
@register('one')
def f1():
    return 1
@register('two')
def f2():
    return 2
print(sorted(registry), {k: f() for k, f in registry.items()})
class CountCalls:
    def __init__(self, f):
        self.f = f
        self.n = 0
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)
@CountCalls
def cube(x):
    return x ** 3
print(cube(2), cube(3), cube.n)
from functools import wraps
def named(f):
    @wraps(f)
    def inner(*a):
        """inner doc"""
        return f(*a)
    return inner
@named
def documented():
    """my doc"""
print(documented.__name__, documented.__doc__)
@lambda f: f()
def value():
    return 42
print(value)
