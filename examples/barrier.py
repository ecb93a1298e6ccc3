"""A Monte Carlo simulation: what an option is worth that ends when the price falls to a barrier.

The generator of random numbers, the walk of the price and the loop over walks are functions of numbers, which rdask compiles;
batches of walks are parallel tasks, each with a seed of its own.
"""

import math

import dask
from dask import delayed

START, STRIKE, BARRIER = 100.0, 105.0, 80.0
RATE, SPREAD, DAYS = 0.03, 0.2, 250


def following(state):
    """The next number of Park and Miller's generator."""
    return state * 16807 % 2147483647


def walk(state):
    """One year of prices: the state of the generator after it, and the last price, 0.0 if the barrier was met."""
    drift = (RATE - SPREAD * SPREAD / 2.0) / DAYS
    step = SPREAD / math.sqrt(DAYS)
    height = 0.0
    floor = math.log(BARRIER / START)
    for _ in range(DAYS):
        # Twelve even numbers are together nearly normal.
        total = 0
        for _ in range(12):
            state = following(state)
            total += state
        height += drift + step * (total / 2147483647 - 6.0)
        if height <= floor:
            return state, 0.0
    return state, START * math.exp(height)


@delayed
def batch(seed, walks):
    """How many walks met the barrier, and the sum of what the option pays."""
    state = seed * 48271 % 2147483647
    met = 0
    paid = 0.0
    for _ in range(walks):
        state, price = walk(state)
        if price == 0.0:
            met += 1
        else:
            paid += max(price - STRIKE, 0.0)
    return met, paid


WALKS = 250
batches = dask.compute(*[batch(seed, WALKS) for seed in range(1, 9)])
met = sum(count for count, _ in batches)
paid = sum(amount for _, amount in batches)
walks = WALKS * len(batches)
print(f"{walks} walks, {met} met the barrier ({100 * met / walks:.1f} %)")
print(f"the option is worth {paid / walks * math.exp(-RATE):.4f}")
