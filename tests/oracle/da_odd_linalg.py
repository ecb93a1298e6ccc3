# tol: 1e-13
# Linear algebra in odd uses.
import numpy as np
import dask
import dask.array as da

from helper_odd import t

rng = np.random.default_rng(3)
a = rng.normal(size=(6, 4))
s = a.T @ a + np.eye(4)
x = da.from_array(a, chunks=(3, 4))
w = da.from_array(a.T.copy(), chunks=(4, 3))
q = da.from_array(s, chunks=2)
b = da.from_array(np.arange(4.0), chunks=2)
c = da.from_array(s * (1 + 0j) + np.triu(np.ones((4, 4)), 1) * 1j, chunks=2)
i = da.from_array(np.array([[2, 1], [1, 3]]), chunks=1)
t(lambda: da.linalg.solve(q, b))
t(lambda: da.linalg.solve(q, b, sym_pos=True))
t(lambda: da.linalg.solve(q, b, assume_a="pos"))
t(lambda: da.linalg.solve(q, b, assume_a="gen"))
t(lambda: da.linalg.solve(q, q[:, :2]))
t(lambda: da.linalg.solve(c, b))
t(lambda: da.linalg.solve_triangular(da.triu(q), b))
t(lambda: da.linalg.solve_triangular(da.tril(q), b, lower=True))
t(lambda: da.linalg.cholesky(q))
t(lambda: da.linalg.cholesky(q, lower=True))
t(lambda: da.linalg.lu(q))
t(lambda: da.linalg.inv(q))
t(lambda: da.linalg.inv(i))
t(lambda: da.linalg.inv(c))
t(lambda: x @ w)
t(lambda: da.matmul(x, b))
t(lambda: da.matmul(da.ones((2, 3, 4), chunks=2), da.ones((4, 2), chunks=1)))
t(lambda: da.outer(b, b))
x = da.from_array(np.arange(6.0).reshape(2, 3), chunks=(2, 3))
t(lambda: x @ x.T)
t(lambda: da.outer(x, x[0]))
