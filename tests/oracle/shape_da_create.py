import dask.array as da
import numpy as np


def show(label, f):
    try:
        x = f()
        if isinstance(x, (tuple, list)):
            for part in x:
                print(label, part.shape, part.chunks, part.dtype, part.compute().tolist())
        else:
            print(label, x, x.chunks)
            print(x.compute())
    except Exception as e:
        print(label, type(e).__name__, e)


show("eye", lambda: da.eye(5, chunks=2))
show("eye k", lambda: da.eye(4, chunks=3, M=6, k=1, dtype=int))
show("eye -k", lambda: da.eye(4, chunks=2, k=-2))
show("eye chunks", lambda: da.eye(4, chunks=(2, 2)))
show("tri", lambda: da.tri(4, 5, 1, dtype=int, chunks=2))
show("tril", lambda: da.tril(da.arange(16, chunks=4).reshape(4, 4), -1))
show("triu", lambda: da.triu(da.arange(12, chunks=4).reshape(3, 4)))
show("tril 3d", lambda: da.tril(da.ones((2, 3, 3), chunks=2), 1))
show("diag", lambda: da.diag(da.arange(4, chunks=2)))
show("diag k", lambda: da.diag(da.arange(3, chunks=2), 1))
show("diag -k", lambda: da.diag(da.arange(3, chunks=2), -2))
show("diag of matrix", lambda: da.diag(da.arange(16, chunks=4).reshape(4, 4).rechunk(2)))
show("diag of matrix k", lambda: da.diag(da.arange(16, chunks=4).reshape(4, 4).rechunk((1, 3)), 1))
show("diag of numpy", lambda: da.diag(np.arange(3)))
show("diag of list", lambda: da.diag([1, 2]))
show("diagonal", lambda: da.diagonal(da.arange(24, chunks=24).reshape(2, 3, 4).rechunk((1, 2, 3)), 1, 1, 2))
show("diagonal axes", lambda: da.diagonal(da.arange(24, chunks=24).reshape(2, 3, 4).rechunk(2), axis1=0, axis2=2))
show("diagonal beyond", lambda: da.diagonal(da.ones((3, 3), chunks=2), 5))
show("diagonal same", lambda: da.diagonal(da.ones((3, 3)), axis1=1, axis2=1))
show("meshgrid", lambda: da.meshgrid(da.arange(3, chunks=2), [10, 20]))
show("meshgrid ij", lambda: da.meshgrid(da.arange(3, chunks=2), [10, 20], indexing="ij"))
show("meshgrid sparse", lambda: da.meshgrid(da.arange(3, chunks=2), [10, 20], sparse=True))
show("indices", lambda: da.indices((2, 3), chunks=2))
show("indices empty", lambda: da.indices((0, 3), chunks=2))
show("empty_like", lambda: da.empty_like(da.ones((2, 3), chunks=2)).shape and da.ones(1))
show("array", lambda: da.array([[1, 2], [3, 4]], dtype="float32"))
show("array ndmin", lambda: da.array([1, 2], ndmin=3))
show("asarray of lazy", lambda: da.asarray([da.ones(2), da.zeros(2)]))
x = da.from_array(np.arange(6).reshape(2, 3), chunks=2)
for mode in ["constant", "edge", "linear_ramp", "maximum", "mean", "minimum", "reflect", "symmetric", "wrap"]:
    show(f"pad {mode}", lambda: da.pad(x, ((1, 1), (2, 1)), mode=mode) if mode not in ("linear_ramp",) else x)
show("pad value", lambda: da.pad(x, 1, constant_values=(7, 8)))
show("pad float mean", lambda: da.pad(da.arange(5, chunks=2) * 1.5, 2, mode="mean", stat_length=2))
show("pad median", lambda: da.pad(x, 1, mode="median"))
show("pad mode", lambda: da.pad(x, 1, mode="nothing"))
show("pad option", lambda: da.pad(x, 1, mode="edge", stat_length=2))
