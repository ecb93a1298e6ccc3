"""Sums that no interpreter would finish in time without help, and limits of ranges."""


def triangle(n):
    s = 0
    for i in range(n):
        s += i
    return s


def harmonic(n):
    s = 0.0
    for i in range(1, n):
        s += 1 / i
    return s


print(triangle(200_000), f"{harmonic(200_000):.9f}")
x = 0
for i in range(200_000):
    x ^= i
print(x)
c = 0
i = 0
while i < 200_000:
    i += 3
    c += i & 1
print(c, i)


def far(a, b, c):
    n = 0
    last = None
    for k in range(a, b, c):
        n += 1
        last = k
    return n, last


for k in range(500):
    far(0, 3, 1)
top = 2**63 - 1
print(far(top - 3, top, 1), far(-top - 1, -top + 2, 1), far(top, top - 10, -4), far(0, top, 2**61))
print(far(-top, top, 2**62), far(3, -top, -(2**62)))
n = 0
for a in range(300):
    for b in range(300):
        if (a * b) % 7 == 3:
            n += 1
print(n)


def digits(limit):
    best = 0
    for n in range(limit):
        s, m = 0, n
        while m:
            s += m % 10
            m //= 10
        if s > best:
            best, at = s, n
    return best, at


print(digits(20_000))


def pythagoras(n):
    count = 0
    for a in range(1, n):
        for b in range(a, n):
            c2 = a * a + b * b
            c = int(c2**0.5)
            if c * c == c2 and c < n:
                count += 1
    return count


print(pythagoras(200))
