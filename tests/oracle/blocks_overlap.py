import numpy as np
import dask.array as da
x = da.arange(12, chunks=4)
for b in ("reflect", "periodic", "nearest", "none", 0, 7):
    for d in (1, 2, 3):
        print(b, d, da.overlap.overlap(x, d, b).compute().tolist(), da.overlap.overlap(x, d, b).chunks)
        print(x.map_overlap(lambda v: v * 2, depth=d, boundary=b).compute().tolist())
print(da.overlap.overlap(x, {0: (1, 2)}, "none").compute(), x.map_overlap(lambda v: v, depth=(1,), boundary="none", trim=False).compute())
y = da.from_array(np.arange(48).reshape(6, 8), chunks=(3, 4))
print(y.map_overlap(lambda v: v + np.roll(v, 1, axis=0), depth={0: 1, 1: 0}, boundary={0: "reflect", 1: "none"}).compute())
print(da.overlap.overlap(y, depth={0: 1, 1: 2}, boundary={0: 100, 1: "reflect"}).compute())
print(y.map_overlap(lambda v: v, depth=1, boundary="periodic"))
print(da.map_overlap(lambda a, b: a + b, y, y, depth=1, boundary="nearest").compute().sum())
print(da.apply_along_axis(lambda v: v.sum(), 0, y).compute(), da.apply_along_axis(lambda v: v.sum(), 1, y))
print(da.apply_over_axes(np.sum, y, [0, 1]).compute())
print(da.apply_gufunc(lambda v: (v.mean(axis=-1), v.sum(axis=-1)), "(i)->(),()", y.rechunk({1: -1}), output_dtypes=(float, int))[0].compute())
try:
    da.apply_gufunc(lambda v: v.mean(axis=-1), "(i)->()", y, output_dtypes=float)
except Exception as e:
    print(type(e).__name__, e)
print(da.apply_gufunc(lambda v: v.sum(), "(i)->()", y, axis=0, vectorize=True, allow_rechunk=True, output_dtypes=int).compute())
print(da.apply_gufunc(lambda v: v.sum(axis=-1), "(i)->()", y, axis=0, keepdims=True, allow_rechunk=True, output_dtypes=int).compute())
t = np.zeros((6, 8))
da.store(y, t)
print(t.sum())
print([a.chunks for a in da.broadcast_arrays(da.ones((2, 1), chunks=1), da.ones(3, chunks=2))])
