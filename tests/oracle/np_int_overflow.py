import numpy as np
m = np.array([9223372036854775807, -9223372036854775808])
print(m + 1, m - 1, m * 2, -m, abs(m), m // 2, m % 10, m / 2, m.astype(float), m ** 2, m >> 1, m << 1, m & 255, ~m)
print(np.arange(5) ** 20, np.array([2]) ** 63, np.array([3]) ** 41, np.array([10]) ** 18, np.arange(4) ** 0, np.array([2, 3]) ** np.array([10, 5]))
print(np.array([1.9, -1.9, 1e10]).astype(int), np.array([3, -3]) // 2, np.array([3, -3]) % 2, np.array([3, -3]) % -2, np.array([7, 8]) / 2, np.array([6, 8]) // 2.0)
print(m.sum(), m.max(), m.min(), m.dtype, np.array([2 ** 62] * 4).sum(), np.array([2 ** 31]) * 2 ** 31)
