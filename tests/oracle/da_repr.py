import dask.array as da
import numpy as np
x = da.ones((10, 10), chunks=(5, 5))
y = da.arange(10, chunks=3)
for a in [x, y, x + 1, x - 1, x * x, x / 2, x // 2, x % 2, x ** 2, -x, abs(x), x > 1, x == 1, x @ x, x.T, x.sum(), x.sum(axis=0), x.mean(), x.std(axis=1), x.min(), x.max(axis=(0, 1)), (x > 0).any(), (x > 0).all(), x[0], x[1:4, ::2], x[:, 0], x.astype('float32'), x.rechunk(3), x.dot(x)]:
    print(a)
for a in [da.zeros(3, chunks=1), da.full((2, 2), 5, chunks=1), da.linspace(0, 1, 5, chunks=2), np.sin(x), da.exp(x), da.concatenate([x, x]), da.stack([x, x]), da.where(x > 1, x, 0), da.maximum(x, 1), da.from_array(np.ones(3), chunks=2), x.reshape(100) if False else x, da.sqrt(y)]:
    print(a)
print([x], {'k': y}, str(x) == repr(x), f'{x}', da.ones(3, chunks=3, dtype=bool), da.ones((2, 3, 4), chunks=(1, 2, 3)), x.T.T, 1 - x, 2 / x, x & 1 if False else ~(x > 1))
print(da.random.random((4, 4), chunks=2), da.random.normal(size=(4,), chunks=2), da.random.default_rng(1).random((3, 3), chunks=3))
