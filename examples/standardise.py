"""Standardise the columns of a matrix: subtract each column's mean, divide by its deviation.

The statistics are lazy arrays that broadcast against the matrix, so the whole recipe is one graph.
"""

import dask
import dask.array as da
import numpy as np

rows = 100_000
t = da.arange(rows, chunks=10_000)
columns = [t * 0.001, da.sin(t * 0.01) * 5 + 3, (t % 17) * 2.0, da.cos(t * 0.003) ** 2]
x = da.stack(columns, axis=1)
print(x)

z = (x - x.mean(axis=0)) / x.std(axis=0)
correlation = (z.T @ z) / rows

means, stds, corr, first = dask.compute(z.mean(axis=0), z.std(axis=0), correlation, z[:3])
print("means are zero:", bool((np.abs(means) < 1e-9).all()))
print("deviations are one:", bool((np.abs(stds - 1) < 1e-9).all()))
print("first rows:")
for row in first:
    print("  ", "  ".join(f"{v:8.4f}" for v in row))
print("correlation:")
for row in corr:
    print("  ", "  ".join(f"{v:8.4f}" for v in row))
