"""Powers of hot numbers."""


def power(a, b):
    return a**b


def fixed(x):
    return x**2, x**3, x**4, x**-1, x**0.5, x**0, x**1


for k in range(1, 600):
    power(k % 7, k % 9)
    fixed(k)
    fixed(k + 0.5)
for a in (2, -3, 0, 10, True):
    for b in (0, 1, 5, 62, 63, 64):
        print(a, b, power(a, b))
for a, b in ((2, -1), (-2, -3), (2.0, 3), (2, 0.5), (-8, 3.0), (0.0, 2), (1e200, 1.5), (4, -0.5)):
    print(a, b, power(a, b))
for a, b in ((0, -1), (0.0, -2), (1e200, 2), (10.0, 400)):
    try:
        print(power(a, b))
    except (ZeroDivisionError, OverflowError) as e:
        print(type(e).__name__, e)
print(power(-8, 0.5).real < 1e-9, type(power(-8, 0.5)).__name__)
print(fixed(3), fixed(2.5), fixed(3037000500)[0], fixed(2**31)[1])
s = 0
for k in range(3000):
    s += k**2 % 7 + 2 ** (k % 10)
print(s)
t = 0.0
for k in range(2000):
    t += k**0.5
print(f"{t:.6f}")


def modular(b, e, m):
    made = 1
    while e > 0:
        if e & 1:
            made = made * b % m
        b = b * b % m
        e >>= 1
    return made


for k in range(500):
    modular(k, 13, 101)
print(modular(3, 10**9, 10**9 + 7), modular(2, 10**18, 998244353), modular(7, 12345, 2**61 - 1))
