import numpy as np
a = np.arange(24).reshape(2, 3, 4)
print(a)
print(repr(a))
print(a * 0.5, a[0], a[:, 1], a[..., 2], a[1, 2, 3], a[:, :, ::2].shape, a.T.shape, a.sum(axis=0), a.sum(axis=2), a.max(axis=(0, 1)), a.mean())
print(np.arange(16).reshape(2, 2, 2, 2), np.ones((2, 0, 3)), np.ones((1, 1, 1)), np.arange(3000).reshape(3, 10, 100))
