# tol: 1e-13
import os
import numpy as np
import dask.array as da
here = os.path.dirname(os.path.abspath(__file__))
path = os.path.join(here, '..', '..', 'examples', 'data', 'weather.csv')
x = np.genfromtxt(path, delimiter=',', skip_header=1, usecols=(2, 3, 4, 5, 9))
print(x.shape, x.dtype, x[:3], x[-1])
print(np.isnan(x).sum(axis=0), np.where(np.isnan(x), 0.0, x).sum(axis=0), np.where(np.isnan(x), 0.0, x).max(axis=0))
d = da.from_array(x, chunks=(5000, 2))
known = ~da.isnan(d)
mean = da.where(known, d, 0).sum(axis=0) / known.sum(axis=0)
print(d, mean.compute(), known.sum().compute(), da.where(known, d - mean, 0).max(axis=0).compute())
print(x, d[100:103, 3].compute())
