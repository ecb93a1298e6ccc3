"""Elements of arrays in hot loops: reading, writing, bounds, strides, views."""
import numpy as np


def total(a):
    s = 0.0
    for i in range(len(a)):
        s += a[i]
    return s


def fill(a):
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a[i, j] = i * 10 + j
    return a


def reverse(a):
    n = len(a)
    for i in range(n // 2):
        a[i], a[-1 - i] = a[-1 - i], a[i]


x = np.arange(2000) * 0.5
print(total(x), type(total(x)).__name__, total(x[::-2]), total(x[5:5]))
m = fill(np.zeros((40, 50)))
print(m[3, 7], m.sum(), fill(m.T)[2, 1], m.sum())
reverse(x)
print(x[:4], x[-3:])
k = np.zeros(5, dtype="int64")
for i in range(5000):
    k[i % 5] += i
    k[i % 3] ^= 5
print(k, k.dtype)
big = np.array([2**62, 1])
for i in range(2000):
    big[1] = big[1] * 3 + 1
print(big)
b = np.zeros(6, dtype="uint8")
try:
    for i in range(3000):
        b[i % 6] = i // 8
except OverflowError as e:
    print(e, i)
print(b)
for index in (2000, -2001):
    try:
        for i in range(3000):
            x[index if i == 2500 else 0] += 1
    except IndexError as e:
        print(e, i, x[0])
f = np.zeros(4, dtype="float32")
for i in range(2000):
    f[i % 4] = i * 0.1
print(f)
flags = np.ones(3000, dtype=bool)
for i in range(2, 60):
    if flags[i]:
        for j in range(i * i, 3000, i):
            flags[j] = False
print(int(flags.sum()), type(flags[2]).__name__)
whole = np.arange(12.0).reshape(3, 4)
view = whole[:, 1]
for i in range(2000):
    view[i % 3] += 1
print(whole)
c = np.zeros((2, 3, 4))
for i in range(2000):
    c[i % 2, -1, i % 4] -= i
print(c.sum(), c[1, 2, 3], c[0, 0, 0])
y = np.arange(4)
copy = y.copy()
for i in range(2000):
    y[i % 4] = copy[-1 - i % 4]
print(y, copy, y.size, y.ndim)
