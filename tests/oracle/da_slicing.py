import dask.array as da
import numpy as np
a = np.arange(40).reshape(5, 8)
x = da.from_array(a, chunks=(2, 3))
for e in [x[0], x[-1], x[1, 2], x[1:4], x[:, 2], x[:, 1:7:2], x[::2, ::3], x[::-1], x[:, ::-1], x[4:1:-1, 7:2:-2], x[..., 0], x[0, ...], x[-2:, -3:], x[1:1], x[10:], x[2:3, 4], x[:, :]]:
    print(e.shape, e.chunks, e.compute())
y = da.arange(20, chunks=6)
print(y[3:15].compute(), y[::4].compute(), y[::-3].compute(), y[5].compute(), y[-1].compute(), y[15:3:-2].compute(), y[3:15][2:5].compute(), y[2:18:3].chunks)
for f in [lambda: x[5], lambda: x[0, 8], lambda: x[-6], lambda: x[0, 0, 0]]:
    try:
        f()
    except IndexError as e:
        print(type(e).__name__, e)
print([v.compute() for v in y[:3]], (y[1:] - y[:-1]).compute(), (x[1:] + x[:-1]).sum().compute(), x[1][2:4].compute(), x[:, None, :].shape if False else '')
