# Moments and durations in files: .npy, .npz, stacks, Zarr.
import os
import tempfile

import dask.array as da
import numpy as np

days = np.array(["2020-01-01", "NaT", "2021-05-05", "1969-12-31", "2000-02-29"], dtype="M8[D]")
spans = np.array([[5, 3], [-7, 0]], dtype="m8[25s]")
with tempfile.TemporaryDirectory() as folder:
    np.save(os.path.join(folder, "days.npy"), days)
    print(np.load(os.path.join(folder, "days.npy")), np.load(os.path.join(folder, "days.npy"), mmap_mode="r")[1:3])
    np.savez(os.path.join(folder, "both.npz"), days=days, spans=spans)
    found = np.load(os.path.join(folder, "both.npz"))
    print(repr(found["days"]), repr(found["spans"]))
    days.tofile(os.path.join(folder, "raw"))
    print(np.fromfile(os.path.join(folder, "raw"), dtype="M8[D]"))
    x = da.from_array(days, chunks=2)
    da.to_npy_stack(os.path.join(folder, "stack"), x, axis=0)
    print(da.from_npy_stack(os.path.join(folder, "stack")).compute())
    lazy = da.from_array(np.load(os.path.join(folder, "days.npy"), mmap_mode="r"), chunks=2)
    print(lazy.dtype, (lazy + np.timedelta64(1, "D")).compute())
    for name, array in [("days", x), ("spans", da.from_array(spans, chunks=(1, 2))), ("ns", x.astype("M8[ns]"))]:
        for version in [2, 3]:
            path = os.path.join(folder, f"{name}{version}.zarr")
            array.to_zarr(path, zarr_format=version)
            back = da.from_zarr(path)
            print(name, version, back.dtype, back.chunks, back.compute().tolist() == array.compute().tolist(), back.max().compute() == array.max().compute())
            print(back.compute())
    target = np.zeros(5, dtype="M8[D]")
    da.store(x, target)
    print(target)
