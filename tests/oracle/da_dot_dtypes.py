import dask.array as da
import numpy as np
for t in ["bool","int8","uint8","int16","int32","uint64","float32","complex64","complex128"]:
    a = np.arange(12).reshape(3,4).astype(t)
    x = da.from_array(a, chunks=(2,2))
    for f in [lambda: x @ x.T, lambda: x.dot(x.T), lambda: da.matmul(x, x.T), lambda: da.dot(x, x.T), lambda: x @ a.T, lambda: x.rechunk(4) @ x.T.rechunk(4)]:
        try:
            y = f()
            print(t, y.dtype, y.compute().dtype, y.compute().tolist())
        except Exception as e:
            print(t, type(e).__name__, e)
