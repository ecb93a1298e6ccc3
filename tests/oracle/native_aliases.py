"""Arrays that are seen under several names, and by graphs, while hot code writes them."""
import numpy as np

import dask.array as da


def add(a, b, n):
    for i in range(n):
        a[i] += b[i]


x = np.arange(2000.0)
add(x, x, 2000)
print(x[:3], x.sum())
add(x[1:], x[:-1], 1999)
print(x[:4], x[-1])
add(x[::-1], x, 2000)
print(x[:3], x[-3:])
m = np.arange(30.0).reshape(5, 6)
t = m.T
for k in range(3000):
    m[k % 5, k % 6] += 1
    t[k % 6, k % 5] -= 0.5
print(m.sum(), t[2, 3], m[3, 2])
kept = np.arange(2000.0)
lazy = da.from_array(kept, chunks=500)
for i in range(2000):
    kept[i] = -1.0
print(kept[:3], lazy.sum().compute() in (1999000.0, -2000.0))
a = np.zeros(10)
b = a
c = a.copy()
for i in range(3000):
    a[i % 10] += 1
    if i == 2500:
        a = c
print(a[:3], b[:3], c is a)


def rebind(a, n):
    for i in range(n):
        a[i % 4] += i
        if i == 1800:
            a = np.full(4, 100)
    return a


first = np.zeros(4)
print(rebind(first, 3000), first)
grid = np.zeros((3, 3))
rows = [grid[0], grid[1], grid[2]]
for k in range(2000):
    row = rows[k % 3]
    row[k % 3] += 1
print(grid)


def fresh(n):
    total = 0.0
    for i in range(n):
        work = np.zeros(3)
        work[i % 3] = i
        total += work[0] + work[1] * 2
    return total


print(fresh(2000))
s = 0
for v in np.arange(3000):
    s += v % 7
print(repr(s))
for row in np.arange(12).reshape(3, 4):
    for v in row:
        s -= v
print(s)
