"""NumExpr on the two array expressions of `programs/array_*.py`, two threads; prints `result seconds` for each."""
import sys
import time

import numexpr
import numpy as np

N = 20_000_000
base = np.arange(N) * 1e-7
a, b, c = base, np.sqrt(base), base * 3.0 + 1.0
numexpr.set_num_threads(2)


def fused():
    return numexpr.evaluate("a * b + c")


def mean():
    return numexpr.evaluate("sum((a - b) ** 2)") / N


work, show = {
    "array_fused": (fused, lambda out: float(out[12345678])),
    "array_mean": (mean, lambda out: round(float(out), 9)),
}[sys.argv[1]]
seconds = None
for run in range(7):
    start = time.perf_counter()
    out = work()
    taken = time.perf_counter() - start
    seconds = taken if seconds is None else min(seconds, taken)
print(show(out), seconds)
