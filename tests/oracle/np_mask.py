import numpy as np
a = np.array([5, -2, 7, 0, -9])
print(a[a > 0], a[[0, 2, -1]], (a > 0).sum(), np.where(a < 0, 0, a), a[np.array([1, 1])], a[a > 100], np.where(a > 0)[0])
b = a.copy()
b[b < 0] = 0
print(b)
m = np.arange(9).reshape(3, 3)
print(m[m % 2 == 0], m[[0, 2]], m[:, [0, 2]], m[m[:, 0] > 0])
m[m > 5] = -1
print(m)
print(a[:, None], a[None].shape, a[np.newaxis, :2], np.sort(a), np.argsort(a), a.argmax(), a.argmin(), np.unique(np.array([3, 1, 3])), np.cumsum(a))
