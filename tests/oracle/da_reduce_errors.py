import dask.array as da
import numpy as np
x = da.ones((3, 4), chunks=2)
for f in [lambda: x.sum(axis=2), lambda: x.mean(axis=-3), lambda: x.sum(axis=(0, 5))]:
    try:
        f()
    except ValueError as e:
        print(type(e).__name__, e)
n = da.from_array(np.array([1.0, np.nan, 3.0]), chunks=2)
print(n.sum().compute(), n.mean().compute(), n.max().compute(), n.min().compute(), n.std().compute(), da.isnan(n).sum().compute(), np.isnan(n).compute())
print(da.zeros(0, chunks=1).sum().compute(), (n > 1).compute(), da.where(da.isnan(n), 0, n).sum().compute(), (n == n).all().compute())
