import numpy as np
z = np.array([0.0, -0.0, 1.0])
print(z, -z, z * -1, z == 0, 1 / (z[2] + 1), np.abs(z * -1), repr(-z), np.array([-0.0]), np.float64(-0.0), repr(np.float64(-0.0)), np.sign(z), np.floor(np.array([-0.5])), np.ceil(np.array([-0.5])), np.round(np.array([-0.4, 0.4])))
n = np.array([np.nan, np.inf, -np.inf, 0.0])
print(n, n + 1, n * 0, n > 0, n == n, np.isnan(n), np.isinf(n), np.isfinite(n), np.maximum(n, 0), np.where(np.isnan(n), 0, n), n.max(), n.min(), -n, abs(n), n[1] - n[1], [float(v) for v in n])
print(np.array([np.inf]).astype(float), np.array([True, False]).astype(float), np.array([0, 1, 2]).astype(bool), np.array([0.0, np.nan]).astype(bool))
