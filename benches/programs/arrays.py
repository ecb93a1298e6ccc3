"""One piece of array work, by name, in dask.array, two threads: prints its result and the median seconds of some runs.

    rdask benches/programs/arrays.py NAME

Every run gives a fresh result and drops the one before; the first is not counted. Runs under rdask and under Dask.
"""

import statistics
import sys
import time

import dask
import dask.array as da
import numpy as np

N, CHUNK = 20_000_000, 1_000_000
RUNS = 5


def series():
    base = np.arange(N) * 1e-7
    return [da.from_array(x, chunks=CHUNK) for x in (base, np.sqrt(base), base * 3.0 + 1.0)]


def product():
    a, b, c = series()
    return (a * b + c).compute, lambda out: float(out[12345678])


def waves():
    a, b, _ = series()
    return (da.sin(a) * da.exp(-b * b) + da.sqrt(a)).compute, lambda out: round(float(out[12345678]), 12)


def polynomial():
    a, _, _ = series()
    return (((a * 0.5 + 1.2) * a - 0.7) * a + 3.1 - a * a * a * a * 0.1).compute, lambda out: float(out[12345678])


def deviation():
    a, b, _ = series()
    return ((a - b) ** 2).mean().compute, lambda out: round(float(out), 9)


def total():
    a, _, _ = series()
    return a.sum().compute, lambda out: round(float(out), 3)


def spread():
    a, _, _ = series()
    return a.std().compute, lambda out: round(float(out), 9)


def uniform():
    return da.random.default_rng(1).random(N, chunks=CHUNK).mean().compute, lambda out: round(float(out), 2)


def normal():
    return da.random.default_rng(1).normal(size=N, chunks=CHUNK).std().compute, lambda out: round(float(out), 2)


def transposed():
    x = da.from_array(np.arange(16_000_000.0).reshape(4000, 4000), chunks=1000)
    return (x + x.T).compute, lambda out: float(out[1234, 3210])


def matrix():
    x = da.from_array(np.arange(4_000_000.0).reshape(2000, 2000) * 1e-6, chunks=500)
    return (x @ x).compute, lambda out: round(float(out[123, 321]), 4)


def tall():
    return da.from_array(np.random.default_rng(1).random((200_000, 50)), chunks=(20_000, 50))


def triangle():
    q, r = da.linalg.qr(tall())
    return lambda: dask.compute(q, r), lambda out: round(abs(float(out[1][7, 9])), 6)


def singular():
    u, s, v = da.linalg.svd(tall())
    return lambda: dask.compute(u, s, v), lambda out: round(float(out[1][3]), 6)


def chunks():
    return (da.ones(10_000, chunks=1) + 1).sum().compute, float


def order():
    x = np.random.default_rng(1).random(N)
    return lambda: np.sort(x), lambda out: float(out[12345678])


def gram():
    a = da.random.default_rng(1).random((10_000, 10_000), chunks=1000)
    return a.dot(a.T).mean(axis=0).compute, lambda out: round(float(out.mean()), -1)


def huge():
    return da.random.default_rng(1).random(10**10, chunks=2 * 10**6).mean().compute, lambda out: round(float(out), 3)


def tenth():
    """A tenth of `huge`, for peers that take too long."""
    return da.random.default_rng(1).random(10**9, chunks=2 * 10**6).mean().compute, lambda out: round(float(out), 3)


LONG = {"gram", "huge", "tenth"}
CASES = {
    f.__name__: f
    for f in [product, waves, polynomial, deviation, total, spread, uniform, normal, transposed, matrix, triangle,
              singular, chunks, order, gram, huge, tenth]
}

name = sys.argv[1]
work, show = CASES[name]()
taken = []
with dask.config.set(scheduler="threads", num_workers=2):
    for run in range(1 if name in LONG else RUNS + 1):
        start = time.perf_counter()
        out = work()
        taken.append(time.perf_counter() - start)
print(show(out), statistics.median(taken[1:] or taken))
