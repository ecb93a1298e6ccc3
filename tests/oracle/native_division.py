"""Division and remainder of hot numbers: floors, signs, zeros."""


def ints(a, b):
    return a // b, a % b


def floats(a, b):
    return a // b, a % b, a / b


def quotient(a, b):
    return a / b


for k in range(1, 600):
    ints(k, 7)
    floats(k * 0.5, 0.25)
    quotient(k, 3)
for a in (7, -7, 0, 2**62, -(2**63)):
    for b in (2, -2, 3, -3, 1, -1, 2**62):
        print(a, b, ints(a, b), quotient(a, b))
for a in (7.5, -7.5, 0.0, -0.0, 1e300, float("inf"), float("nan")):
    for b in (2.0, -2.0, 0.3, -0.3, float("inf")):
        print(a, b, floats(a, b))
for f in (ints, floats, quotient):
    for a, b in ((1, 0), (0, 0), (1.0, 0.0), (2, 0.0)):
        try:
            print(f(a, b))
        except ZeroDivisionError as e:
            print(f.__name__, a, b, e)
print(quotient(2**53 + 1, 3), quotient(2**63 - 1, 2**62 + 1), quotient(-(2**63), 10))
print(quotient(1, 2**53), quotient(2**53, 1))
s = 0
try:
    for i in range(3000):
        s += 1000 // (2500 - i)
except ZeroDivisionError as e:
    print(e, i, s)


def by(x):
    return x % 2 == 0, x // 16, x % 10, x % -4, x // -4


for k in range(500):
    by(k)
print(by(-1), by(-17), by(33), by(True))
