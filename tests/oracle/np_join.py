import numpy as np
a, b = np.arange(3), np.arange(3, 6)
m, n = np.ones((2, 2)), np.zeros((2, 2), dtype=int)
print(np.concatenate([a, b]), np.concatenate([m, n]), np.concatenate([m, n], axis=1), np.concatenate([m, n], axis=-1), np.concatenate((a, [9])), np.concatenate([a, b * 1.5]))
print(np.stack([a, b]), np.stack([a, b], axis=1), np.stack([m, n], axis=2).shape, np.stack([m, n]).shape, np.stack([a, b], axis=-1), np.array([a, b]), np.array([m[0], n[0]]))
for f in [lambda: np.concatenate([a, m]), lambda: np.concatenate([]), lambda: np.stack([a, b[:2]]), lambda: np.concatenate([m, np.ones((3, 3))]), lambda: np.concatenate([a, b], axis=1), lambda: np.array([[1, 2], [3]])]:
    try:
        f()
    except ValueError as e:
        print(type(e).__name__, e)
