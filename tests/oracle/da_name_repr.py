# mask: hash
import dask.array as da
import numpy as np
x = da.ones((4, 4), chunks=2)
for a in [x, x + 1, x.sum(), x.T, x[0], x @ x, x.mean(axis=0), x.std(), x > 1, x.astype(int), x.rechunk(1), da.concatenate([x, x]), da.stack([x, x]), da.arange(4, chunks=2), da.exp(x), da.from_array(np.ones(3), chunks=2), da.zeros(3, chunks=1), da.full(3, 2, chunks=2), da.linspace(0, 1, 3, chunks=2), -x, abs(x), x.max(), (x > 0).any()]:
    print(a.name)
print(x.name == da.ones((4, 4), chunks=2).name, (x + 1).name == (x + 1).name, (x + 1).name == (x + 2).name, x.T.name == x.name)
