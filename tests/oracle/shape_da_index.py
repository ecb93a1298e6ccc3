import dask.array as da
import numpy as np

base = np.arange(60).reshape(3, 4, 5)


def make():
    return da.from_array(base, chunks=(2, 3, 2))


def show(label, f):
    try:
        x = f()
        print(label, x.shape, x.chunks, x.dtype, x.compute().ravel().tolist())
    except Exception as e:
        print(label, type(e).__name__, e)


show("list", lambda: make()[[2, 0]])
show("list axis 1", lambda: make()[:, [3, 3, 0, 1]])
show("list last", lambda: make()[..., [4, 0, 2]])
show("list and slice", lambda: make()[1:, [0, 2], ::2])
show("list and int", lambda: make()[1, :, [0, 1]])
show("int first", lambda: make()[0, [1, 2]])
show("new axis", lambda: make()[None, [0, 1], ..., 0])
show("negative", lambda: make()[[-1, -3]])
show("mask list", lambda: make()[[True, False, True]])
show("mask array", lambda: make()[:, np.array([True, False, True, False])])
show("empty", lambda: make()[[]])
show("array", lambda: make()[np.array([0, 1, 2])])
show("floats", lambda: make()[[1.0, 0.0]])
show("bad float", lambda: make()[[1.5]])
show("outside", lambda: make()[[3]])
show("mask size", lambda: make()[[True, False]])
show("two lists", lambda: make()[[0, 1], [1, 2]])
show("long", lambda: da.arange(20, chunks=6)[[19, 3, 3, 7, 0, 11, 12, 13, 5, 6, 1]])
show("points", lambda: make().vindex[[0, 1, 2], [1, 2, 3]])
show("points 2d", lambda: make().vindex[[[0], [2]], :, [1, 2]])
show("points slice", lambda: make().vindex[:, [0, 1], 2])
show("points one", lambda: make().vindex[[0, 2, 1, 1]])
show("points outside", lambda: make().vindex[[0, 9], [0, 1]])
show("points none", lambda: make().vindex[None, [0]])
show("points all", lambda: make().vindex[:])
show("points slices", lambda: make().vindex[0:2])
show("take", lambda: da.take(make(), [1, 0], axis=1))
show("take negative axis", lambda: da.take(make(), [1, 0], axis=-1))
show("delete", lambda: da.delete(make(), [0, 2], axis=1))
show("delete slice", lambda: da.delete(da.arange(10, chunks=3), slice(2, 9, 3), axis=0))
show("insert", lambda: da.insert(make(), [1, 3], -1, axis=1))
show("insert array", lambda: da.insert(da.arange(6, chunks=2), [1, 1, 4], da.array([7, 8, 9]), axis=0))
show("append", lambda: da.append(da.arange(3, chunks=2), [7, 8]))
show("compress", lambda: da.compress([True, False, True], make(), axis=1))
