# Lazy arrays of datasets, and datasets of lazy arrays; the folder for them is the first argument.
import sys

import dask.array as da
import h5py
import numpy as np

folder = sys.argv[1]
for file in ("earliest.h5", "latest.h5"):
    with h5py.File(file) as f:
        for name in ("c/plain", "c/gzip", "c/shuffle", "c/lzf", "types/int16", "types/bool", "types/complex64", "c/holes", "c/one"):
            d = f[name]
            for chunks in ("auto", 3, -1):
                x = da.from_array(d, chunks=chunks)
                print(name, x.shape, x.dtype, x.chunks if chunks == 3 else "", x.sum().compute(), x[1:].max(axis=0).compute().sum())
        x = da.from_array(f["c/gzip"], chunks=(4, 5))
        print((x + x[::-1]).mean().compute(), x[2:9, 3].compute(), x.T.compute()[0], x.rechunk((10, 1)).sum(axis=0).compute())
x = da.arange(60, chunks=13).reshape(6, 10).rechunk((4, 3))
da.to_hdf5(folder + "/a.h5", "/g/x", x)
da.to_hdf5(folder + "/a.h5", {"/y": x * 0.5, "/z": x > 30}, compression="gzip", shuffle=True)
(x + 1).to_hdf5(folder + "/a.h5", "/w", chunks=(5, 5))
with h5py.File(folder + "/a.h5") as f:
    for name in ("g/x", "y", "z", "w"):
        d = f[name]
        print(name, d.dtype, d.chunks, d.compression, d[...].sum(), d[4, 2:5])
with h5py.File(folder + "/b.h5", "w") as f:
    d = f.create_dataset("d", shape=(8, 12), dtype="float32", chunks=(3, 3), fillvalue=-1)
    da.store(x, d, regions=(slice(1, 7), slice(2, 12)))
    print(d[:])
    back = da.from_array(d, chunks=4)
    print(back.sum().compute(scheduler="sync"), back.sum().compute(scheduler="threads"))
try:
    da.to_hdf5(folder + "/a.h5", x)
except ValueError as e:
    print(e)
