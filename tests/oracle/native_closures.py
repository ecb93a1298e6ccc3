"""Functions inside functions, lambdas, comprehensions in hot code."""


def counter(step):
    n = 0

    def bump():
        nonlocal n
        n += step
        return n

    return bump


c = counter(3)
for k in range(2000):
    c()
print(c())


def polynomial(a, b):
    return lambda x: a * x * x + b * x


p = polynomial(2, 0.5)
q = polynomial(1, 1)
print(sum(p(k) for k in range(1000)), sum(q(k) for k in range(1000)))


def compose(f, g):
    return lambda x: f(g(x))


inc = lambda x: x + 1
dbl = lambda x: x * 2
both = compose(inc, dbl)
print([both(k) for k in range(900)][-1], both(0.5), both(2**62))
print(sum(k * k for k in range(3000) if k % 3), [k for k in range(3000) if k % 700 == 5])
print({k % 7: k for k in range(2000)}, len({k * k % 101 for k in range(2000)}))


def grid(n):
    return [[i * j % 7 for j in range(n)] for i in range(n)]


print(sum(map(sum, grid(60))))


def memo():
    known = {0: 0, 1: 1}

    def fib(n):
        if n not in known:
            known[n] = fib(n - 1) + fib(n - 2)
        return known[n]

    return fib


print(memo()(300) % 10**9)


def outer(n):
    total = 0

    def add(x):
        return x + n

    for k in range(n):
        total = add(total)
    return total


print(outer(2000))
k = 10
late = lambda x: x + k
s = 0
for k in range(2000):
    s += late(k)
print(s, late(1))


def args(*values):
    s = 0
    for v in values:
        s += v
    return s


print(sum(args(k, k + 1, k + 2) for k in range(600)))


def keyword(*, a, b=2):
    return a * b


print(sum(keyword(a=k) for k in range(600)), keyword(a=1, b=0.5))
