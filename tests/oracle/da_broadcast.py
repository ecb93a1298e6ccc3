import dask.array as da
import numpy as np
x = da.ones((4, 6), chunks=(2, 3))
r = da.arange(6, chunks=4)
c = da.arange(4, chunks=1).reshape(4, 1) if False else da.from_array(np.arange(4).reshape(4, 1), chunks=(2, 1))
print((x + r).compute(), (x + r).chunks, (x * c).compute(), (r + c).compute(), (r + c).chunks, (r + c).shape, (x + np.arange(6)).compute().sum(), (x + r[0]).compute().shape)
for f in [lambda: x + da.ones(5, chunks=5), lambda: x + da.ones((3, 6), chunks=3), lambda: x * np.ones(4)]:
    try:
        f()
    except ValueError as e:
        print(e)
m = x * r
print((m - m.mean(axis=0)).compute().sum(), (m / m.sum(axis=1, keepdims=True)).sum(axis=1).compute())
