# tol: 1e-13
import numpy as np
a = np.arange(6).reshape(2, 3)
b = np.arange(6).reshape(3, 2)
v = np.array([1.0, 2.0, 3.0])
print(a @ b, a.dot(b), np.dot(a, b), a @ v, v @ b, v @ v, np.dot(v, v), a.T @ a, (a @ b).dtype, (a * 1.0) @ b)
print(a.T, a.T.shape, v.T, np.ones((2, 3, 4)).T.shape, a.transpose(), np.transpose(a), a.T[0])
for f in [lambda: a @ a, lambda: v @ np.ones(4), lambda: a.dot(np.ones(5))]:
    try:
        f()
    except ValueError as e:
        print(type(e).__name__)
x = np.arange(12.0).reshape(4, 3)
xt = x.T @ x
print(xt, xt[0, 0], (x - x.mean(axis=0)).T @ (x - x.mean(axis=0)))
