"""Tuples as several values: swaps, unpacking, results."""


def divide(a, b):
    return a // b, a % b


def swap(a, b):
    a, b = b, a
    return a, b


def rotate(n):
    a, b, c = 1, 2.5, 3
    for _ in range(n):
        a, b, c = b, c, a
    return a, b, c


def extremes(n):
    low, high = (n * 7 % 13, n * 5 % 11)
    return (low, high) if low < high else (high, low)


def complex_product(a, b):
    (ar, ai), (br, bi) = a, b
    return ar * br - ai * bi, ar * bi + ai * br


for k in range(500):
    divide(k, 7)
    swap(k, k + 0.5)
    rotate(4)
    extremes(k)
    complex_product((1.0, 2.0), (k * 1.0, 3.0))
print(divide(100, 7), swap(1, 2.5), rotate(1000), rotate(1001), extremes(12))
z = (1.0, 0.0)
for k in range(2000):
    z = complex_product(z, (0.6, 0.8))
print(f"{z[0]:.9f} {z[1]:.9f}")
s = 0
for k in range(3000):
    q, r = divide(k, 17)
    s += q * r
print(s, q, r)


def pick(k):
    t = (k, k * 2, k / 2)
    return t[0], t[-1], t[1]


print([pick(k) for k in range(600)][-1])


def nested(k):
    return (k, (k + 1, k + 2.5)), k


for k in range(600):
    (a, (b, c)), d = nested(k)
print(a, b, c, d, nested(3))
try:
    for k in range(600):
        a, b = divide(k, 600 - k - 1)
except ZeroDivisionError as e:
    print(e, k, a, b)


def pairs(n):
    total = 0
    for k in range(n):
        a, b = k, -k
        a, b = b, a
        total += a * 2 + b
    return total


print(pairs(3000))
print(len(divide(5, 2)), (1, 2) == divide(7, 5))
