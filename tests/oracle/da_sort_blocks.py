# Sorting across blocks: vectors of many blocks, several keys, every axis.
import dask.array as da
import numpy as np

rng = np.random.default_rng(0)


def kinds(n):
    plain = rng.random(n)
    holes = plain.copy()
    holes[::7] = np.nan
    return [plain, rng.integers(-1000000, 1000000, n), rng.integers(0, 5, n), np.zeros(n), holes, plain.astype(np.float32), rng.integers(0, 200, n).astype(np.uint8), np.arange(n)[::-1]]


try:
    sort, argsort, lexsort = da.sort, da.argsort, da.lexsort
except AttributeError:
    # Beyond Dask.
    def sort(x, axis=-1):
        v = np.sort(x.compute(), axis=axis)
        return da.from_array(v, chunks=x.chunks if axis is not None else -1)

    def argsort(x, axis=-1):
        return da.from_array(np.argsort(x.compute(), axis=axis, kind="stable"), chunks=-1)

    def lexsort(keys, axis=-1):
        return da.from_array(np.lexsort([key.compute() for key in keys], axis=axis), chunks=-1)

for n, chunks, few in [(66000, 9000, 8), (65536, 65535, 1), (66000, ((1, 30000, 5999, 30000),), 3)]:
    for v in kinds(n)[:few]:
        x = da.from_array(v, chunks=chunks)
        s = sort(x)
        print(n, v.dtype, s.chunks == x.chunks, s.dtype, bool(((s.compute() == np.sort(v)) | np.isnan(np.sort(v))).all()))
        print(bool((argsort(x).compute() == np.argsort(v, kind="stable")).all()))
n = 66000
a, b, c = rng.integers(0, 20, n), rng.integers(0, 30, n), rng.random(n)
for keys in [(a, b), (c, b, a)]:
    print(bool((lexsort([da.from_array(key, chunks=8000) for key in keys]).compute() == np.lexsort(keys)).all()))
m = rng.random((50, 60, 7))
x = da.from_array(m, chunks=(20, 17, 3))
for axis in (0, 1, 2, -1, None):
    print(bool((sort(x, axis=axis).compute() == np.sort(m, axis=axis)).all()), bool((argsort(x, axis=axis).compute() == np.argsort(m, axis=axis, kind="stable")).all()))
print(sort(da.ones(0, chunks=1)).compute(), argsort(da.from_array([3], chunks=1)).compute())
