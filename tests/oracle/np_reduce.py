# tol: 1e-13
import numpy as np
m = np.arange(12).reshape(3, 4)
x = np.array([[1.5, 2.5, -1.0], [0.25, 4.0, 3.5]])
for f in ['sum', 'mean', 'std', 'min', 'max']:
    print(f, getattr(m, f)(), getattr(m, f)(axis=0), getattr(m, f)(axis=1), getattr(m, f)(axis=-1), getattr(x, f)(), getattr(x, f)(axis=0), getattr(x, f)(axis=1, keepdims=True), getattr(x, f)(axis=(0, 1)), getattr(x, f)(keepdims=True))
print((m > 5).any(), (m > 5).all(), (m > 5).any(axis=0), (m > 5).all(axis=1), (m > 5).sum(), (m > 5).mean(), m.any(), m.all())
print(np.sum(m), np.mean(m, axis=0), np.max(m), np.min(x), np.std(x), np.any(m > 11), np.all(m >= 0), np.sum([1, 2, 3]), np.mean([1.5, 2]), np.sum(m, axis=1, keepdims=True))
print(np.array([np.nan, 1.0]).sum(), np.array([np.nan, 1.0]).max(), np.array([]).sum(), np.arange(5).std(), np.array([True, True]).sum(), np.ones(3, dtype='float32').mean(), np.arange(24).reshape(2, 3, 4).sum(axis=1), np.arange(24).reshape(2, 3, 4).sum(axis=(0, 2)))
for f in [lambda: np.array([]).max(), lambda: np.array([]).min()]:
    try:
        f()
    except ValueError as e:
        print(e)
try:
    m.sum(axis=2)
except ValueError as e:
    print(type(e).__name__, e)
