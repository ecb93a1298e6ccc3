import numpy as np
import dask.array as da
x = da.arange(12, chunks=5).reshape((3, 4)) if False else da.from_array(np.arange(12).reshape(3, 4), chunks=(2, 2))
for name in ["sum", "mean", "std", "var", "min", "max", "any", "all", "prod"]:
    for axis in [None, 0, 1, -1, (0, 1)]:
        for keep in [False, True]:
            r = getattr(x, name)(axis=axis, keepdims=keep)
            print(name, axis, keep, r, r.compute())
