"""Matrices by hand: products, elimination, rotations."""
import math

import numpy as np


def product(a, b, out):
    n, m = a.shape
    p = b.shape[1]
    for i in range(n):
        for j in range(p):
            s = 0.0
            for k in range(m):
                s += a[i, k] * b[k, j]
            out[i, j] = s


def determinant(a):
    n = len(a)
    sign = 1.0
    for c in range(n):
        best = c
        for r in range(c + 1, n):
            if abs(a[r, c]) > abs(a[best, c]):
                best = r
        if a[best, c] == 0:
            return 0.0
        if best != c:
            sign = -sign
            for k in range(n):
                a[c, k], a[best, k] = a[best, k], a[c, k]
        for r in range(c + 1, n):
            f = a[r, c] / a[c, c]
            for k in range(c, n):
                a[r, k] -= f * a[c, k]
    for c in range(n):
        sign *= a[c, c]
    return sign


a = (np.arange(600) * 37 % 101).reshape(20, 30) * 1.0
b = (np.arange(600) * 53 % 89).reshape(30, 20) * 1.0
out = np.empty((20, 20))
product(a, b, out)
print(out[0, :4], bool((out == a @ b).all()))
ints = np.zeros((30, 30), dtype="int64")
product((b * 3).astype("int64"), a.astype("int64"), ints)
print(ints[1, :5])
m = (np.arange(144) * 7919 % 97).reshape(12, 12) * 1.0
print(f"{determinant(m.copy()):.6e}", determinant(np.zeros((3, 3))), determinant(np.eye(5)))


def heat(a, steps):
    n = len(a)
    b = a.copy()
    for _ in range(steps):
        for i in range(1, n - 1):
            b[i] = a[i] + 0.25 * (a[i - 1] - 2 * a[i] + a[i + 1])
        a, b = b, a
    return a


line = np.zeros(30)
line[15] = 100.0
print(heat(line, 200)[10:16])


def turn(x, y, by):
    c, s = math.cos(by), math.sin(by)
    return x * c - y * s, x * s + y * c


p = (1.0, 0.0)
for _ in range(2000):
    p = turn(p[0], p[1], math.pi / 500)
print(f"{p[0]:.9f} {abs(p[1]):.9f}")
trace = 0
for i in range(12):
    for j in range(12):
        for k in range(12):
            trace += m[i, j] * (i == j) + k
print(trace)
