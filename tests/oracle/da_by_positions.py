# Lazy arrays indexed by lazy arrays of integers.
import dask.array as da
import numpy as np

x = da.arange(24, chunks=5).reshape(4, 6).rechunk((2, 3))
i = da.from_array(np.array([3, 0, -1]), chunks=2)
print(x[i])
for y in (x[i], x[:, i], x[i, 1:3], x[i[0]], x[i[0], i[1]], x[..., i], x[i, 1], x[i[i > 0]], x[i.astype("u1") % 4], x[i, ::2], x[da.from_array(np.array([3]))], x[i[i > 5]], x.T[i]):
    value = y.compute()
    print(y.dtype, y.shape, y.chunks, np.asarray(value).tolist())
long = da.arange(1000, chunks=70) * 3
rng = np.random.RandomState(0)
at = rng.randint(-1000, 1000, 500)
print((long[da.from_array(at, chunks=90)].compute() == np.arange(1000)[at] * 3).all())
for call in (
    lambda: x[da.from_array(np.array([7]))].compute(), lambda: x[da.from_array(np.array([-7]))].compute(), lambda: x[i, i], lambda: x[i, [1, 2]],
    lambda: x[x[:, 0] > 5][i],
):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e if isinstance(e, NotImplementedError) else "")
