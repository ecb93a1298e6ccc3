"""Integers that outgrow 64 bits in hot functions and loops."""


def power(base, times):
    made = 1
    for _ in range(times):
        made *= base
    return made


def total(n, start):
    s = start
    for i in range(n):
        s += i
    return s


def factorial(n):
    return 1 if n <= 1 else n * factorial(n - 1)


for k in range(600):
    power(3, 5)
    total(4, k)
    factorial(6)
print(power(3, 40), power(7, 100) % 1000003, power(-2, 63), power(2, 63))
print(total(3000, 2**63 - 5), total(10, -2**63))
print([factorial(n) for n in (19, 20, 21, 25)])
x = 1
for i in range(3000):
    x = x * 3 + i
    if x > 10**30:
        x -= 10**30 // 7
print(x % 10**12)
a, b = 0, 1
for i in range(2000):
    a, b = b, a + b
print(a % 10**20, len(str(b)))
n = -(2**63) + 2000
for i in range(2500):
    n -= 1
print(n, abs(n), -n)


def negated(x):
    return -x, abs(x), x // -1


for k in range(700):
    negated(k)
print(negated(-(2**63)), negated(2**63 - 1))
