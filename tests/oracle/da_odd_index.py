# tol: 1e-13
# Indices in odd uses.
import numpy as np
import dask
import dask.array as da

from helper_odd import show, t

a = np.arange(24).reshape(4, 6)
x = da.from_array(a, chunks=(2, 3))
v = da.from_array(np.arange(10) * 10, chunks=3)
t(lambda: v[True])
t(lambda: x[1.0])
t(lambda: x[1:2.0])
try:
    w = v.copy()
    w[2.0] = 1
    show(w)
except Exception as e:
    print(type(e).__name__, e)
t(lambda: x.real)
t(lambda: x.conj())
t(lambda: x @ v[:6])
t(lambda: x.round(-1))
