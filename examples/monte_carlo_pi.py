"""Pi by throwing darts, in parallel, with the same answer each time.

Each task has a random number generator of its own, seeded by the task's number: so the result depends neither on the
number of threads nor on the order in which tasks run.
"""

import math
import random

import dask
from dask import delayed


@delayed
def throw(seed, darts):
    """How many darts land in the quarter circle."""
    rng = random.Random(seed)
    hits = 0
    for _ in range(darts):
        x, y = rng.random(), rng.random()
        if x * x + y * y <= 1.0:
            hits += 1
    return hits


DARTS = 5_000
hits = [throw(seed, DARTS) for seed in range(40)]
estimates = [4 * sum(hits[:n]) / (n * DARTS) for n in (1, 5, 10, 20, 40)]

print(f"{'darts':>10}{'estimate':>12}{'error':>12}")
for n, estimate in zip((1, 5, 10, 20, 40), dask.compute(*estimates)):
    print(f"{n * DARTS:>10,}{estimate:>12.6f}{estimate - math.pi:>+12.6f}")
