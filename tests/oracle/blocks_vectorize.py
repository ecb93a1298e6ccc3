# Functions of single numbers over lazy arrays, with elementwise neighbours, sources and reductions around them.
# tol: 1e-13
import numpy as np
import dask
import dask.array as da


def weigh(x):
    s = 0.0
    for i in range(5):
        s = s * 0.5 + x * i
    return s


def collatz(n):
    count = 0
    while n > 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


vf = np.vectorize(weigh, otypes=[float])
x = da.arange(5000, chunks=1200) * 0.25
y = (x + 1).map_blocks(vf) * 2
print(y.dtype, y.chunks, y.sum().compute(), y[:4].compute(), y.mean().compute())
r = y.compute()
print(r.dtype, r.shape, r[::700].tolist())

# the function alone, and what is folded of it
n = da.arange(1, 4001, chunks=1000)
c = da.map_blocks(np.vectorize(collatz, otypes=[int]), n)
print(c.dtype, c.max().compute(), c.sum().compute(), (c + 1).argmax().compute())
print((c * 2 + n).compute()[:10])
print(c.any().compute(), (c > 100).sum().compute(), c.min().compute())
print(dask.compute(y.sum(), y.max(), c.std()))

# several arguments that broadcast, numbers, blocks of two axes
a = da.ones((120, 80), chunks=(50, 80))
b = da.arange(80, chunks=80)
g = np.vectorize(lambda p, q, k: p * q + k, otypes=[float])
z = da.map_blocks(g, a * 3, b, 7, dtype=float) - 1
print(z.dtype, z.shape, z.sum().compute(), z.sum(axis=0).compute()[:5], z.mean(axis=1).compute()[:3])
print(z.T.sum(axis=0).compute()[:4], z[3:60:20, ::30].compute())
print(da.blockwise(g, "ij", a, "ij", a + 1, "ij", 2, None, dtype=float).sum().compute())

# one behind the other
h = np.vectorize(lambda v: v * v - 1, otypes="d")
print((x.map_blocks(vf).map_blocks(h) + 1).sum().compute())
t = x
for _ in range(5):
    t = t.map_blocks(np.vectorize(lambda v: v * 0.5 + 1, otypes=[float])) + 1
print(t.sum().compute(), t[-1].compute())

# dtypes of what goes in and comes out
for kind in ["int8", "uint8", "int32", "uint32", "float32", "bool", "uint64"]:
    w = da.arange(1000, chunks=300).astype(kind)
    v = w.map_blocks(np.vectorize(lambda v: v * 3, otypes=[float])) + 1
    print(kind, v.dtype, v.sum().compute(), v[7].compute())
o = np.vectorize(lambda v: v > 100, otypes=[bool])
print(x.map_blocks(o).sum().compute(), (~x.map_blocks(o)).compute().sum(), x.map_blocks(o).all().compute())
o = np.vectorize(lambda v: int(v), otypes=[float])
print((x.map_blocks(o) / 3).sum().compute(), x.map_blocks(o).dtype)
o = np.vectorize(lambda v: v / 3, otypes=[np.float32])
print((x.map_blocks(o) + 1).dtype, (x.map_blocks(o) + 1).compute()[5])
print((n.map_blocks(np.vectorize(lambda v: str(v)[0], otypes=["U1"])) == "1").sum().compute())


# rows that compiled code does not finish: another type, a large integer, a division by zero
def odd(v):
    if v == 700:
        return 2
    return v * 2.5


def big(v):
    made = 1
    for _ in range(v):
        made *= 3
    return made % 1000


def zero(v):
    return 100 // (v - 2500)


m = da.arange(4000, chunks=1000)
print((m.map_blocks(np.vectorize(odd, otypes=[float])) + 1).compute()[695:705])
print((m % 60).map_blocks(np.vectorize(big, otypes=[int])).sum().compute())
for scheduler in ["threads", "sync"]:
    print(y.sum().compute(scheduler=scheduler), c.sum().compute(scheduler=scheduler))
    try:
        (m.map_blocks(np.vectorize(zero, otypes=[int]), dtype=int) + 1).sum().compute(scheduler=scheduler)
    except ZeroDivisionError as e:
        print(type(e).__name__, e)


# what a function sees of its surroundings is read when the computation starts
k = 3
q = m.map_blocks(np.vectorize(lambda v: v + k, otypes=[int])) * 1
k = 5
print(q.sum().compute())
print(da.nanmean(x.map_blocks(vf) / 2).compute(), x.map_blocks(vf).std().compute(), x.map_blocks(vf).max().compute())
print(da.where(m > 10, m.map_blocks(np.vectorize(lambda v: v - 1, otypes=[int])), 0).sum().compute())
print(da.zeros((0, 3), chunks=3).map_blocks(vf).sum().compute(), x[:3].map_blocks(vf).compute())
