import dask.array as da
import numpy as np

for t in ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"]:
    a = np.arange(12, dtype=t).reshape(3, 4)
    x = da.from_array(a, chunks=(2, 2))
    print(x)
    for y in [x + 1, x * x, x - x, x // 3, x % 3, x / 2, x ** 2, x > 3, ~x, x & 3, x << 2, x + x.astype("int8"), x.T, x[1:, ::2], abs(x), da.sqrt(x.astype("float32")), da.where(x > 5, x, 0), da.maximum(x, 6), da.clip(x, 2, 7)]:
        print(y.dtype, y.compute().dtype, y.compute().tolist())
    for y in [x.sum(), x.prod(axis=0), x.min(), x.max(axis=1), x.mean(), x.var(), x.std(axis=0), x.any(), x.all(axis=1), x.sum(axis=1, dtype="int8"), x.sum(dtype="float32"), x.prod(axis=1, dtype="uint16")]:
        print(y.dtype, repr(y.compute()))
    print(x.astype(float).dtype, x.astype("int8").compute(), x.nbytes, x.itemsize, x.dtype)
    print(da.concatenate([x, x.astype("float32")]).dtype, da.stack([x, x.astype("int16")]).dtype)
    print(da.ones((2, 3), dtype=t, chunks=2).compute(), da.full((2,), 7, dtype=t, chunks=1).compute(), da.zeros_like(x).compute())
    print(repr(da.arange(0, 10, 2, dtype=t, chunks=2).compute()))
b = da.from_array(np.array([True, False]), chunks=1)
print((b ** 2).dtype, (b ** 2).compute(), (b // b).dtype if False else "", (b + b).dtype, (b + 1).dtype)
u = da.from_array(np.array([2**63, 5], dtype="uint64"), chunks=1)
s = da.from_array(np.array([-1, 5]), chunks=1)
print((u > s).compute(), (u == s).compute(), (u + s).dtype, (u + 2**63).compute())
try:
    print((x.astype("int8") + 300).compute())
except Exception as e:
    print(type(e).__name__, e)
print((x.astype("int8") < 300).compute())
