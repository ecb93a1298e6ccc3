import numpy as np
import dask.array as da
x = da.from_array(np.arange(20.0).reshape(4, 5), chunks=(2, 2))
for y in [x[0], x[-1], x[1:3], x[:, 2], x[::2, ::-1], x[..., 0], x[None], x[:, None, 1:], x[1, 2], x[-2:, -3:-1], x[::-1], x[3:0:-2], x[10:], x[:0]]:
    print(y)
    print(y.chunks, y.compute())
