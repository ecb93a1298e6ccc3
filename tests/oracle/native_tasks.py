"""Hot functions in tasks: delayed, map_blocks, apply_along_axis, vectorize."""
import numpy as np

import dask
import dask.array as da
from dask import delayed


def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


@delayed
def longest(a, b):
    best = 0
    for n in range(a, b):
        best = max(best, steps(n))
    return best


print(dask.compute(*[longest(k, k + 500) for k in range(1, 4000, 500)]))


def smooth(block):
    out = np.empty_like(block)
    n = len(block)
    for i in range(n):
        left = block[i - 1] if i > 0 else block[i]
        right = block[i + 1] if i < n - 1 else block[i]
        out[i] = (left + 2 * block[i] + right) / 4
    return out


x = da.from_array(np.arange(4000.0) % 17, chunks=1000)
y = x.map_blocks(smooth, dtype="float64")
print(y[:6].compute(), y.sum().compute())


def spread(row):
    low = high = row[0]
    for i in range(len(row)):
        low = min(low, row[i])
        high = max(high, row[i])
    return high - low


m = da.from_array((np.arange(6000) * 7919 % 1009).reshape(60, 100), chunks=(20, 100))
print(da.apply_along_axis(spread, 1, m, dtype="int64", shape=()).compute()[:8])
f = np.vectorize(lambda v: v * 2 if v > 5 else -v)
print(f(np.arange(10)), f(np.arange(3000)).sum(), f(np.arange(4.0)))
g = np.vectorize(steps)
print(g(np.arange(1, 12)), int(g(np.arange(1, 3000)).max()))
w = da.arange(1, 2001, chunks=500).map_blocks(np.vectorize(steps, otypes=[int]), dtype="int64")
print(w.sum().compute(), w.max().compute())
h = np.vectorize(lambda a, b: a // b)
try:
    h(np.arange(200), 100 - np.arange(200))
except ZeroDivisionError as e:
    print(e)
print(np.vectorize(lambda a: a**3)(np.arange(2000))[-1], np.vectorize(lambda a: a > 3, otypes=[bool])(np.arange(6)))
print(np.vectorize(lambda a: (a, a / 2))(np.arange(3)))
print(np.vectorize(lambda a, k: a + k, excluded=[1])(np.arange(3), 10))
