"""Hot functions called in every way: from loops, maps, defaults, keywords, other functions, as arguments."""
import functools


def scale(x, by=2, plus=0.5):
    return x * by + plus


def apply(f, x):
    return f(x)


def square(x):
    return x * x


def cube(x):
    return x * x * x


def integrate(f, a, b, n):
    h = (b - a) / n
    s = 0.0
    for i in range(n):
        s += f(a + i * h)
    return s * h


for k in range(700):
    scale(k)
    scale(k, 3)
    scale(k, plus=1)
    apply(square, k)
print(scale(10), scale(10, 3), scale(10, plus=1), scale(x=1, by=5))
print(apply(square, 12), apply(cube, 3), apply(str, 5), apply(lambda x: x + 1, 4))
print(integrate(square, 0.0, 3.0, 2000), integrate(cube, 0, 1, 1000))
print(sum(map(square, range(2000))), sum(square(k) for k in range(1000)))
print(list(filter(lambda x: x % 500 == 0, range(2000))), max(range(1000), key=lambda x: x * 7 % 501))
print(functools.reduce(lambda a, b: a * 31 % 1000003 + b, range(2000)))
print(sorted(range(20), key=lambda x: x * 7 % 20))


def maker(k):
    def inner(x):
        return x * k

    return inner


triple = maker(3)
half = maker(0.5)
print([triple(k) for k in range(800)][-1], [half(k) for k in range(800)][-1])


class Counter:
    def __init__(self):
        self.n = 0

    def add(self, x):
        self.n += x
        return self.n


c = Counter()
for k in range(2000):
    c.add(k)
print(c.n)


def gen(n):
    s = 0
    for i in range(n):
        s += i
        if i % 1000 == 0:
            yield s


print(list(gen(3500)))


def printer(n):
    for i in range(n):
        if i % 1500 == 1499:
            print("at", i)
    return n


print(printer(4000))
