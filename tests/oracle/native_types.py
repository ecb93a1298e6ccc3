"""One function for many types: what was compiled for one is not used for another."""


def double(x):
    return x + x


def mixed(x):
    if x < 0:
        return 0
    return x


def clamp(x, low, high):
    return low if x < low else high if x > high else x


for k in range(1000):
    double(k)
    mixed(k)
    clamp(k, 3, 9)
for x in (1, 2.5, True, "ab", [1], (2, 3), 2**70, 1j):
    print(repr(double(x)))
for x in (-1, -1.5, 2, 2.5, True, False):
    print(repr(mixed(x)), repr(clamp(x, 0, 1)), repr(clamp(x, 0.5, 2)))
total = 0
for k in range(2500):
    total += mixed(k - 1250.5)
print(total)
x = 0
for k in range(3000):
    if k == 2000:
        x = 0.5
    x = x + 1
print(repr(x))
y = 1
for k in range(4000):
    y = y if k < 3000 else "text"
print(y, k)


def kinds(n):
    made = []
    v = 0
    for i in range(n):
        if i == n // 2:
            v = v * 0.5
        if i == n - 5:
            made.append(type(v).__name__)
            v = int(v)
        v += 1
    made.append(type(v).__name__)
    return v, made


print(kinds(5000))


def flags(a, b):
    return a & b, a | b, a ^ b, a and b, a or b, not a, a == b, a < b


for k in range(500):
    flags(True, False)
print(flags(True, True), flags(1, 2), flags(False, 3))
