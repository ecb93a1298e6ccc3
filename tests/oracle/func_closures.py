def adder(n):
    def add(x):
        return x + n
    return add
print([f(10) for f in [adder(i) for i in range(3)]])
def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return run
print(compose(lambda x: x + 1, lambda x: x * 2)(5))
def memo(f):
    cache = {}
    def wrapper(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    wrapper.cache = cache
    return wrapper
@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), len(fib.cache))
def account(balance):
    def deposit(x):
        nonlocal balance
        balance += x
        return balance
    def show():
        return f'balance={balance}'
    return deposit, show
dep, show = account(10)
dep(5)
print(show(), dep(1), show())
def late():
    fs = []
    for i in range(3):
        fs.append(lambda x: (i, x))
    i = 99
    return fs
print([f(0) for f in late()])
def even(n):
    return True if n == 0 else odd(n - 1)
def odd(n):
    return False if n == 0 else even(n - 1)
print(even(100), odd(7))
x = 1
def shadow(x):
    def inner():
        return x
    x += 1
    return inner()
print(shadow(10), x)
def rec(n):
    return rec(n + 1)
try:
    rec(0)
except RecursionError as e:
    print(type(e).__name__)
