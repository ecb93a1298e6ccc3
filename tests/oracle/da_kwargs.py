import dask.array as da
import numpy as np
print(da.ones(shape=(2, 2), chunks=(1, 2), dtype='int64').compute(), da.arange(start=1, stop=7, step=2, chunks=2).compute() if False else da.arange(1, 7, 2, chunks=2).compute(), da.full(shape=(2,), fill_value=3, chunks=1).compute(), da.linspace(0, 1, num=3, chunks=1).compute(), da.zeros((2,), float, chunks=2).compute())
x = da.from_array(np.arange(8).reshape(2, 4), chunks={0: 1, 1: 2}, name=False) if False else da.from_array(np.arange(8).reshape(2, 4), chunks=(1, 2))
print(x.sum(axis=0, keepdims=True).compute(), x.mean(axis=1, dtype='float32').dtype, x.sum(dtype='float64').compute(), x.std(ddof=1).compute() if False else '', x.rechunk(chunks=2).chunks, x.astype(dtype='float32').dtype, da.concatenate(seq=[x, x], axis=0).shape, da.stack(seq=[x, x], axis=0).shape)
for f in [lambda: da.ones((2, 2), chunk=1), lambda: x.sum(axes=0), lambda: da.from_array(), lambda: x.rechunk(nope=1), lambda: da.arange()]:
    try:
        f()
    except TypeError as e:
        print(type(e).__name__)
