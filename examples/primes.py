"""Prime numbers and long Collatz chains, counted in parallel over ranges of numbers.

The ranges are independent, so each is one delayed task of plain script code.
"""

import math

import dask
from dask import delayed


def sieve(n):
    """The primes up to n."""
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    for i in range(2, math.isqrt(n) + 1):
        if flags[i]:
            flags[i * i::i] = [False] * len(range(i * i, n + 1, i))
    return [i for i, prime in enumerate(flags) if prime]


@delayed
def primes_between(lo, hi, small):
    """The primes p with lo <= p < hi, crossed out by the small primes."""
    flags = [True] * (hi - lo)
    for p in small:
        start = max(p * p, (lo + p - 1) // p * p)
        for multiple in range(start, hi, p):
            flags[multiple - lo] = False
    return [lo + i for i, prime in enumerate(flags) if prime and lo + i > 1]


@delayed
def longest_chain(lo, hi):
    """The number below hi whose Collatz chain is longest, and the chain's length."""
    best = (0, 0)
    for start in range(lo, hi):
        n, steps = start, 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        best = max(best, (steps, -start))
    return best


LIMIT, STEP = 100_000, 10_000
small = sieve(math.isqrt(LIMIT))
parts = [primes_between(lo, lo + STEP, small) for lo in range(0, LIMIT, STEP)]
found = dask.compute(*parts)
primes = [p for part in found for p in part]

for lo, part in zip(range(0, LIMIT, STEP), found):
    print(f"{lo:>7,} to {lo + STEP:>7,}: {len(part):>5,} primes, the last {part[-1]:,}")
twins = sum(1 for p, q in zip(primes, primes[1:]) if q - p == 2)
print(f"in all {len(primes):,} primes and {twins:,} pairs of twins")

chains = [longest_chain(lo, lo + 2_000) for lo in range(1, 12_001, 2_000)]
steps, start = delayed(max, nout=2)(chains)
print(f"longest Collatz chain below 12,000: {(-start).compute():,} takes {steps.compute()} steps")
