"""Truth of numbers, and/or/not, comparisons of kinds of numbers in hot code."""


def truths(x, y):
    return (x and y, x or y, not x, x if y else 0, bool(x), x == y, x != y, x < y, x >= y)


for k in range(500):
    truths(k, 3)
    truths(k * 0.5, 0.0)
for x in (0, 1, -1, 0.0, -0.0, 2.5, float("nan"), True, False):
    for y in (0, 2, 0.0, 2.5, True):
        print(x, y, truths(x, y))


def exact(i, f):
    return i < f, i == f, i > f, f >= i


for k in range(500):
    exact(k, 2.5)
for i in (2**53, 2**53 + 1, 2**62 + 1, -(2**53) - 1):
    for f in (2.0**53, 2.0**62, -(2.0**53), float("inf"), float("nan")):
        print(i, f, exact(i, f))


def counted(n):
    c = 0
    for i in range(n):
        c += i % 3 == 0
        c -= i % 5 == 0 and i % 2 == 1
        c += (i > 10) + (i < 5) * 2
    return c


print(counted(3000))


def bits(a, b):
    return a & b, a | b, a ^ b, ~a, a << 3, a >> 2, -a, +a


for k in range(500):
    bits(k, 5)
print(bits(-5, 3), bits(True, 2), bits(2**61, 1), bits(2**63 - 1, 1))


def shifts(a, b):
    return a << b


for k in range(500):
    shifts(1, k % 20)
print(shifts(1, 62), shifts(1, 63), shifts(-1, 63), shifts(5, 100) % 1000007, shifts(0, 64))
try:
    shifts(1, -1)
except ValueError as e:
    print(e)
print([(-9) >> k for k in (0, 1, 3, 63, 64, 100)])


def right(a, b):
    return a >> b


for k in range(500):
    right(k, 2)
print(right(-9, 63), right(-9, 64), right(2**62, 61), right(9, 1000))
