# tol: 1e-13
import dask.array as da
import numpy as np
a = np.arange(12.0).reshape(3, 4)
x = da.from_array(a, chunks=(2, 3))
print(x.T.compute(), x.T.chunks, x.transpose().compute(), (x @ x.T).compute(), x.dot(x.T).compute(), da.dot(x.T, x).compute(), (x.T @ x).chunks, (x + x).T.sum(axis=0).compute())
i = da.from_array(np.arange(6).reshape(2, 3), chunks=2)
print((i @ i.T).compute(), (i @ i.T).dtype, (x @ a.T).compute(), (i @ np.ones((3, 2))).compute(), da.ones((3, 5), chunks=2).dot(da.ones((5, 2), chunks=3)).compute())
for f in [lambda: x @ x, lambda: x.dot(da.ones((3, 3), chunks=2))]:
    try:
        f()
    except ValueError as e:
        print(type(e).__name__)
u = da.ones((30, 20), chunks=(7, 6))
v = da.arange(600, chunks=100).reshape(20, 30) if False else da.from_array(np.arange(600).reshape(20, 30), chunks=(6, 11))
print((u @ v)[:2, :4].compute(), (u @ v).sum().compute(), (u @ v).chunks, (v @ u).max().compute())
