"""A binary tree of additions under Dask's threads, as a hand-written graph: the seconds that a million tasks would take.

Dask needs a minute for a million tasks: a tree of 131,071 is run, and its time multiplied by eight.
"""
import operator
import time

import dask.threaded

LEAVES, TIMES = 1 << 16, 8


def one():
    return 1


dsk = {("x", 0, i): (one,) for i in range(LEAVES)}
level, width = 0, LEAVES
while width > 1:
    level, width = level + 1, width // 2
    for i in range(width):
        dsk["x", level, i] = (operator.add, ("x", level - 1, 2 * i), ("x", level - 1, 2 * i + 1))

start = time.perf_counter()
result = dask.threaded.get(dsk, ("x", level, 0), num_workers=2)
seconds = time.perf_counter() - start
print(result * TIMES, seconds * TIMES)
