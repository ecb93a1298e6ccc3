import os
import shutil

import dask.array as da
import numpy as np

folder = "da_zarr.tmp"
os.makedirs(folder, exist_ok=True)


def at(name):
    return os.path.join(folder, name)


a = np.arange(35.0).reshape(5, 7)
x = da.from_array(a, chunks=(2, 3))
da.to_zarr(x, at("a.zarr"))
y = da.from_zarr(at("a.zarr"))
print(y.shape, y.chunks, y.dtype)
print(y.compute())
print(y[1:4, ::2].sum(axis=0).compute(), da.from_zarr(at("a.zarr"), chunks=(5, 7)).numblocks)
for dtype in ("bool", "int8", "uint16", "int32", "uint64", "float32", "complex128"):
    z = da.from_array((a % 5).astype(dtype), chunks=(3, 7))
    z.to_zarr(at("d.zarr"), overwrite=True)
    back = da.from_zarr(at("d.zarr"))
    print(back.dtype, back.chunks, (back.compute() == z.compute()).all())
da.to_zarr(x + 1, at("g.zarr"), component="inner/b")
da.to_zarr(x.sum(axis=0), at("g.zarr"), component="total")
print(da.from_zarr(at("g.zarr"), component="inner/b").max().compute(), da.from_zarr(at("g.zarr"), component="total").compute())
late = da.to_zarr(x * 2, at("late.zarr"), compute=False)
late.compute()
print(da.from_zarr(at("late.zarr"))[0].compute())


def attempt(work):
    try:
        print(work())
    except Exception as e:
        print(type(e).__name__ in ("ValueError", "ContainsArrayError", "FileNotFoundError", "GroupNotFoundError", "ArrayNotFoundError"))


attempt(lambda: da.to_zarr(x, at("a.zarr")))
attempt(lambda: da.from_zarr(at("none.zarr")).compute())
da.to_zarr(x + 100, at("a.zarr"), overwrite=True)
print(da.from_zarr(at("a.zarr"))[0, :3].compute())
shutil.rmtree(folder)
