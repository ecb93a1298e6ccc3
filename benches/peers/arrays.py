"""The work of `programs/arrays.py` in NumPy, numexpr or Numba, two threads: prints `result seconds`.

    python benches/peers/arrays.py numpy|numexpr|numba NAME
"""

import os
import statistics
import sys
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "2")
import numpy as np

N = 20_000_000
library, name = sys.argv[1:]
long = name in ("gram",)


def series():
    base = np.arange(N) * 1e-7
    return base, np.sqrt(base), base * 3.0 + 1.0


def with_numpy():
    a, b, c = series()
    x = np.arange(16_000_000.0).reshape(4000, 4000) if name == "transposed" else None
    m = np.arange(4_000_000.0).reshape(2000, 2000) * 1e-6
    tall = np.random.default_rng(1).random((200_000, 50)) if name in ("triangle", "singular") else None
    shuffled = np.random.default_rng(1).random(N) if name == "order" else None
    square = np.random.default_rng(1).random((10_000, 10_000)) if name == "gram" else None
    return {
        "total": (lambda: a.sum(), lambda out: round(float(out), 3)),
        "spread": (lambda: a.std(), lambda out: round(float(out), 9)),
        "uniform": (lambda: np.random.default_rng(1).random(N).mean(), lambda out: round(float(out), 2)),
        "transposed": (lambda: x + x.T, lambda out: float(out[1234, 3210])),
        "matrix": (lambda: m @ m, lambda out: round(float(out[123, 321]), 4)),
        "triangle": (lambda: np.linalg.qr(tall), lambda out: round(abs(float(out[1][7, 9])), 6)),
        "singular": (lambda: np.linalg.svd(tall, full_matrices=False), lambda out: round(float(out[1][3]), 6)),
        "order": (lambda: np.sort(shuffled), lambda out: float(out[12345678])),
        "gram": (lambda: (square @ square.T).mean(axis=0), lambda out: round(float(out.mean()), -1)),
    }[name]


def with_numexpr():
    import numexpr

    numexpr.set_num_threads(2)
    a, b, c = series()
    evaluate = lambda text: (lambda: numexpr.evaluate(text, {"a": a, "b": b, "c": c}))
    return {
        "product": (evaluate("a * b + c"), lambda out: float(out[12345678])),
        "waves": (evaluate("sin(a) * exp(-b * b) + sqrt(a)"), lambda out: round(float(out[12345678]), 12)),
        "polynomial": (evaluate("((a * 0.5 + 1.2) * a - 0.7) * a + 3.1 - a * a * a * a * 0.1"), lambda out: float(out[12345678])),
        "deviation": (lambda: evaluate("sum((a - b) ** 2)")() / N, lambda out: round(float(out), 9)),
    }[name]


def with_numba():
    import math

    import numba
    from numba import njit, prange

    numba.set_num_threads(2)
    a, b, c = series()

    @njit(parallel=True)
    def product(a, b, c):
        out = np.empty_like(a)
        for i in prange(len(a)):
            out[i] = a[i] * b[i] + c[i]
        return out

    @njit(parallel=True)
    def waves(a, b, c):
        out = np.empty_like(a)
        for i in prange(len(a)):
            out[i] = math.sin(a[i]) * math.exp(-b[i] * b[i]) + math.sqrt(a[i])
        return out

    @njit(parallel=True)
    def polynomial(a, b, c):
        out = np.empty_like(a)
        for i in prange(len(a)):
            x = a[i]
            out[i] = ((x * 0.5 + 1.2) * x - 0.7) * x + 3.1 - x * x * x * x * 0.1
        return out

    @njit(parallel=True)
    def deviation(a, b, c):
        total = 0.0
        for i in prange(len(a)):
            total += (a[i] - b[i]) ** 2
        return total / len(a)

    show = {"deviation": lambda out: round(float(out), 9), "waves": lambda out: round(float(out[12345678]), 12)}
    work = {"product": product, "waves": waves, "polynomial": polynomial, "deviation": deviation}[name]
    return (lambda: work(a, b, c)), show.get(name, lambda out: float(out[12345678]))


work, show = {"numpy": with_numpy, "numexpr": with_numexpr, "numba": with_numba}[library]()
taken = []
for run in range(1 if long else 6):
    start = time.perf_counter()
    out = work()
    taken.append(time.perf_counter() - start)
print(show(out), statistics.median(taken[1:] or taken))
