# tol: 1e-13
# Functions of blocks in odd uses.
import numpy as np
import dask
import dask.array as da

from helper_odd import t

a = np.arange(24).reshape(4, 6)
x = da.from_array(a, chunks=(2, 3))
v = da.from_array(np.arange(10) * 10, chunks=3)
t(lambda: da.overlap.overlap(v, depth=1, boundary="reflect"))
t(lambda: da.overlap.overlap(x, depth={0: 1, 1: 1}, boundary={0: 100, 1: "reflect"}))
t(lambda: da.lib.stride_tricks.sliding_window_view(x, 2, axis=1).chunks)
t(lambda: da.lib.stride_tricks.sliding_window_view(v, 11))
t(lambda: da.overlap.constant(v, 0, 1, 5))
t(lambda: da.overlap.boundaries(v, {0: 1}, {0: "reflect"}))
t(lambda: da.apply_gufunc(lambda a: a.mean(axis=-1), "(i)->()", x, allow_rechunk=True))
t(lambda: da.apply_gufunc(lambda a: a.mean(axis=-1), "(i)->()", x, output_dtypes="f4", allow_rechunk=True))
t(lambda: da.apply_gufunc(lambda a: (a.mean(axis=-1), a.std(axis=-1)), "(i)->(),()", x, output_dtypes=(float, float), allow_rechunk=True))
t(lambda: da.apply_gufunc(lambda a, b: a + b, "(),()->()", v, 1))
t(lambda: da.apply_gufunc(lambda a, b: np.einsum("...i,...j->...ij", a, b), "(i),(j)->(i,j)", v[:3], v[:4].rechunk(4), vectorize=False))
t(lambda: da.apply_gufunc(lambda a: a.sum(), "(i)->()", x, vectorize=True, output_dtypes=int, allow_rechunk=True))
t(lambda: da.apply_gufunc(lambda a: a[:2], "(i)->(k)", x, output_sizes={"k": 2}, allow_rechunk=True))
t(lambda: da.apply_gufunc(lambda a: a[..., :2], "(i)->(k)", x, output_sizes={"k": 2}, allow_rechunk=True))
t(lambda: da.apply_gufunc(lambda a: a.mean(axis=-1), "(i)->()", x, axis=0, allow_rechunk=True))
t(lambda: da.apply_gufunc(lambda a: a.mean(axis=-1), "(i)->()", x, axis=0, keepdims=True, allow_rechunk=True))
t(lambda: da.apply_gufunc(lambda a: a.mean(axis=-1), "(i)->()", x, axes=[(0,), ()], allow_rechunk=True))
t(lambda: da.apply_gufunc(lambda a: a, "(i)->(i)", x, axes=[(0,), (1,)], allow_rechunk=True))
t(lambda: da.apply_gufunc(lambda a, k=1: a * k, "()->()", v, k=3, output_dtypes=int))
t(lambda: da.apply_gufunc(lambda a: a.astype("c8"), "()->()", v, meta=np.array((), "c8")))
t(lambda: da.gufunc(lambda a: a.mean(axis=-1), signature="(i)->()", output_dtypes=float, allow_rechunk=True)(x))
t(lambda: da.as_gufunc(signature="(i)->()", output_dtypes=float, allow_rechunk=True)(lambda a: a.mean(axis=-1))(x))
t(lambda: da.as_gufunc("(i)->()", vectorize=True, output_dtypes=float)(lambda a: a.mean())(x.rechunk(-1)))
t(lambda: da.core.elemwise(np.add, x, 1))
t(lambda: da.core.broadcast_shapes((2, 1), (3,)))
t(lambda: da.core.getter(np.arange(5), slice(1, 3)))
