"""Fit a straight line to half a million points by the normal equations.

X.T @ X is a small matrix however many rows X has: each chunk of rows adds its part, and the two-by-two system that
remains is solved by hand.
"""

import dask
import dask.array as da

n = 500_000
t = da.linspace(0, 10, n, chunks=50_000)
noise = da.sin(t * 1234.5) * 0.3
y = 2.5 * t - 4.0 + noise

X = da.stack([da.ones(n, chunks=50_000), t], axis=1)
XtX, Xty = dask.compute(X.T @ X, X.T @ da.stack([y], axis=1))

(a, b), (c, d) = XtX
det = a * d - b * c
intercept = (d * Xty[0, 0] - b * Xty[1, 0]) / det
slope = (a * Xty[1, 0] - c * Xty[0, 0]) / det
print(f"y = {slope:.4f} t {intercept:+.4f}")

residual = y - (slope * t + intercept)
total = ((y - y.mean()) ** 2).sum()
r2 = 1 - (residual ** 2).sum() / total
worst = abs(residual).max()
r2, worst = dask.compute(r2, worst)
print(f"R2 = {r2:.6f}, the worst residual {worst:.3f}")
