import dask.array as da
import numpy as np
print(da.ones((3, 4), chunks=(2, 2)).compute(), da.zeros(5, chunks=2).compute(), da.full((2, 3), 7, chunks=1).compute(), da.full(3, 1.5, chunks=2).compute())
print(da.arange(10, chunks=3).compute(), da.arange(2, 10, 3, chunks=2).compute(), da.arange(0, 1, 0.25, chunks=2).compute(), da.arange(5.0, chunks=5).compute())
print(da.linspace(0, 1, 5, chunks=2).compute(), da.linspace(0, 10, 4, endpoint=False, chunks=2).compute(), da.linspace(1, 2, 3, chunks=3).compute())
print(da.ones(3, dtype=int, chunks=2).compute(), da.zeros(3, dtype='float32', chunks=2).compute().dtype, da.ones(2, dtype=bool, chunks=1).compute(), da.zeros((2, 2), dtype=np.int64, chunks=-1).compute())
x = da.from_array(np.arange(12).reshape(3, 4), chunks=(2, 3))
print(x.compute(), x.dtype, x.shape, x.chunks)
print(da.from_array([1, 2, 3], chunks=2).compute(), da.from_array(np.array([1.5, 2.5]), chunks=1).compute(), da.from_array(np.array([[True]]), chunks=1).compute())
print(type(x).__name__, type(x.compute()).__name__, len(x), da.array([1, 2, 3]).compute(), da.asarray([1.0, 2.0]).compute(), da.ones(()).compute() if False else 'ok')
