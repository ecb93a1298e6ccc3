"""Loops in hot code: break, continue, else, while, steps, empty ranges."""


def search(n, wanted):
    for i in range(n):
        if i * i % 101 == wanted:
            break
    else:
        return -1
    return i


def odd_sum(n):
    s = 0
    for i in range(n):
        if i % 2 == 0:
            continue
        s += i
    return s


def countdown(n):
    s = 0
    while True:
        n -= 3
        if n < 0:
            break
        s += n
    else:
        s = -1
    return s, n


def steps(a, b, c):
    s = 0
    for i in range(a, b, c):
        s = s * 3 + i
    return s


for k in range(500):
    search(5, 2)
    odd_sum(3)
    countdown(7)
    steps(0, 4, 1)
print(search(3000, 5), search(3000, 2), odd_sum(3000), countdown(4000))
for args in ((0, 10, 3), (10, 0, -3), (0, 0, 1), (5, 0, 1), (0, 5, -1), (-3, 3, 2)):
    print(args, steps(*args))
try:
    steps(0, 3, 0)
except ValueError as e:
    print(e)
i = 99
for i in range(0):
    pass
print(i)
k = 0
while k < 5000:
    k += 1
    for j in range(3):
        if j == 1:
            continue
        if k % 1000 == 0:
            print(k, j)
else:
    print("else", k, j)
n = 0
for a in range(60):
    for b in range(a, 60):
        for c in range(b, 60):
            if a * a + b * b == c * c and a:
                n += 1
print(n, a, b, c)


def nested(n):
    found = 0
    i = 0
    while i < n:
        j = 0
        while j < n:
            if (i ^ j) & 3 == 2:
                found += 1
            j += 1
        i += 1
    return found


print(nested(100))


def chained(x):
    return 1 < x < 10 != x + 4 <= 13


print([chained(x) for x in range(600)].count(True))
