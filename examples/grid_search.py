"""Choose the parameters of a model by trying them all: nested loops of delayed calls.

The data is prepared once, whatever the number of models that use it; each model is scored on every fold.
"""

import random
from itertools import product

import dask
from dask import delayed


@delayed
def make_data(seed, n):
    rng = random.Random(seed)
    xs = [rng.uniform(-3, 3) for _ in range(n)]
    return [(x, x * x - 2 * x + rng.gauss(0, 0.5)) for x in xs]


@delayed(nout=2)
def split(data, fold, folds):
    train = [p for i, p in enumerate(data) if i % folds != fold]
    test = [p for i, p in enumerate(data) if i % folds == fold]
    return train, test


class Neighbours:
    """The mean of the k nearest points, the nearer ones counting more."""

    def __init__(self, k, power):
        self.k = k
        self.power = power

    def fit(self, points):
        self.points = points
        return self

    def predict(self, x):
        near = sorted((abs(x - px), py) for px, py in self.points)[:self.k]
        weights = [1 / (distance + 0.01) ** self.power for distance, _ in near]
        return sum(w * y for w, (_, y) in zip(weights, near)) / sum(weights)


@delayed
def score(train, test, k, power):
    model = Neighbours(k, power).fit(train)
    errors = [(model.predict(x) - y) ** 2 for x, y in test]
    return sum(errors) / len(errors)


@delayed
def average(scores):
    return sum(scores) / len(scores)


data = make_data(seed=1, n=120)
folds = [split(data, fold, 3) for fold in range(3)]
grid = {}
for k, power in product([1, 3, 9, 27], [0, 1, 2]):
    grid[k, power] = average([score(train, test, k, power) for train, test in folds])

(table,) = dask.compute(grid)
print("mean squared error")
print("   k  " + "".join(f"power {p}".rjust(10) for p in [0, 1, 2]))
for k in [1, 3, 9, 27]:
    print(f"{k:>4}  " + "".join(f"{table[k, p]:>10.4f}" for p in [0, 1, 2]))
best = min(table, key=table.get)
print("best: k = %d, power = %d" % best)
