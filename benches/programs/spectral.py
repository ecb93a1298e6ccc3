"""The spectral norm of a matrix of 200 rows that is computed as it is used: many calls of a small function."""
import math
import time

import numpy as np


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(u, out):
    n = len(u)
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += entry(i, j) * u[j]
        out[i] = total


def times_transposed(u, out):
    n = len(u)
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += entry(j, i) * u[j]
        out[i] = total


def norm(n):
    u = np.ones(n)
    v = np.zeros(n)
    w = np.zeros(n)
    for _ in range(10):
        times(u, w)
        times_transposed(w, v)
        times(v, w)
        times_transposed(w, u)
    top = 0.0
    bottom = 0.0
    for i in range(n):
        top += u[i] * v[i]
        bottom += v[i] * v[i]
    return math.sqrt(top / bottom)


start = time.perf_counter()
result = norm(200)
seconds = time.perf_counter() - start
print(f"{result:.9f}", seconds)
