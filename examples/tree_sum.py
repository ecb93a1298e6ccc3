"""A reduction as a tree: neighbours are combined level by level, not one after the other.

The depth of the graph is the logarithm of the number of leaves, so many cores can help.
"""

from dask import delayed


@delayed
def load(i):
    """A stand-in for a file: sixteen numbers."""
    return [(i * 31 + k * 17) % 101 for k in range(16)]


@delayed
def summary(numbers):
    """Count, total, smallest, largest."""
    return len(numbers), sum(numbers), min(numbers), max(numbers)


@delayed
def combine(a, b):
    return a[0] + b[0], a[1] + b[1], min(a[2], b[2]), max(a[3], b[3])


level = [summary(load(i)) for i in range(50)]
depth = 0
while len(level) > 1:
    print(f"level {depth}: {len(level)} summaries")
    pairs = [combine(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
    level = pairs + ([level[-1]] if len(level) % 2 else [])
    depth += 1

root = level[0]
print(f"{len(dict(root.dask))} tasks, {depth} levels")
count, total, smallest, largest = root.compute()
print(f"count {count}, total {total}, mean {total / count:.3f}, from {smallest} to {largest}")
