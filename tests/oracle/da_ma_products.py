import numpy as np
import dask.array as da
def t(f):
    try:
        c = f().compute()
        print(repr(c), type(c).__name__)
    except Exception as e:
        print(type(e).__name__, str(e)[:60])
a = np.ma.array(np.arange(6.0).reshape(2, 3), mask=[[0, 1, 0], [0, 0, 1]])
b = np.ma.array(np.arange(6.0).reshape(3, 2), mask=[[0, 0], [1, 0], [0, 0]])
p = np.arange(6.0).reshape(3, 2)
for chunks in (1, 2, 3):
    x, y = da.from_array(a, chunks=chunks), da.from_array(b, chunks=chunks)
    t(lambda: x.dot(y))
    t(lambda: da.dot(x, y))
    t(lambda: da.tensordot(x, y, axes=1))
    t(lambda: da.tensordot(x, y, axes=([1], [0])))
    t(lambda: da.tensordot(x, y, axes=([0, 1], [1, 0])))
    t(lambda: x.dot(y[:, 0]))
    t(lambda: da.dot(x, p))
a2 = np.ma.array([[1.0, 2], [3, 4]], mask=[[1, 1], [1, 1]])
x2 = da.from_array(a2, chunks=1)
t(lambda: x2.dot(x2))
t(lambda: da.tensordot(x2, x2, axes=2))
ai = np.ma.array([[1, 2], [3, 4]], mask=[[0, 1], [0, 0]])
xi = da.from_array(ai, chunks=1)
t(lambda: xi.dot(xi))
t(lambda: da.vdot(xi, xi))
t(lambda: da.dot(xi, np.array([[1, 2], [3, 4]])))
t(lambda: (xi.dot(xi) + 1).sum())
