"""What the memory of this machine gives two threads: prints `read write` in GB/s, medians of some runs.

    python benches/peers/bandwidth.py

Read: three arrays of 2e7 doubles are added up, 480 MB in all, by Numba with two threads. Write: such an array that exists is
filled, 160 MB; stores that are not past the caches read each line first, so memory moves twice that, and twice that is counted.
"""

import statistics
import time

import numpy as np
from numba import njit, prange, set_num_threads

N = 20_000_000
set_num_threads(2)


@njit(parallel=True, fastmath=True)
def read(a, b, c):
    total = 0.0
    for i in prange(len(a)):
        total += a[i] + b[i] + c[i]
    return total


@njit(parallel=True)
def write(a, value):
    for i in prange(len(a)):
        a[i] = value + i


def rate(work, size):
    """The median of nine runs, in GB/s; the first, which compiles, is left out."""
    taken = []
    for _ in range(10):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return size / statistics.median(taken[1:]) / 1e9


a, b, c = np.ones(N), np.ones(N), np.ones(N)
print(rate(lambda: read(a, b, c), 24 * N), rate(lambda: write(a, 1.5), 16 * N))
