"""NumPy, zarr-python and h5py (where rdask was built with the feature `hdf5`) read what rdask writes: `python tests/files.py --rdask target/debug/rdask`"""

import argparse
import os
import subprocess
import sys
import tempfile

import numpy as np
import zarr

try:
    import h5py
except ImportError:
    h5py = None

SCRIPT = """
import dask.array as da
import numpy as np
import zarr

for dtype in ["bool", "int8", "uint16", "int32", "uint64", "float32", "float64", "complex64", "complex128"]:
    x = (np.arange(70) % 23).astype(dtype).reshape(7, 10)
    lazy = da.from_array(x, chunks=(3, 4))
    np.save(f"{dtype}.npy", x)
    np.savez(f"{dtype}.npz", x=x)
    np.savez_compressed(f"{dtype}.small.npz", x=x)
    mapped = np.lib.format.open_memmap(f"{dtype}.mapped.npy", mode="w+", dtype=dtype, shape=(7, 10), fortran_order=True)
    mapped[:] = x
    mapped.flush()
    x.tofile(f"{dtype}.bin")
    da.to_npy_stack(f"{dtype}.stack", lazy)
    for version in (2, 3):
        da.to_zarr(lazy, f"{dtype}.v{version}.zarr", zarr_format=version, component="in/x")
        for name, codec in [("none", None), ("gzip", zarr.codecs.GzipCodec(level=1)), ("blosc", zarr.codecs.BloscCodec(cname="zstd", clevel=3, shuffle="shuffle"))]:
            z = zarr.create_array(f"{dtype}.v{version}.{name}.zarr", shape=x.shape, dtype=dtype, chunks=(4, 4), compressors=codec, zarr_format=version, attributes={"unit": "m"})
            z[...] = x
            z[2:4, 1:3] = x[2:4, 1:3]
    z = zarr.create_array(f"{dtype}.shards.zarr", shape=x.shape, dtype=dtype, shards=(4, 6), chunks=(2, 3))
    z[...] = x
"""

HDF5 = """
import dask.array as da
import h5py
import numpy as np

with h5py.File("all.h5", "w") as f:
    f.attrs["title"] = "all"
    for dtype in ["bool", "int8", "uint16", "int32", "uint64", "float32", "float64", "complex64", "complex128"]:
        x = (np.arange(70) % 23).astype(dtype).reshape(7, 10)
        d = f.create_dataset(f"plain/{dtype}", data=x)
        d.attrs["unit"] = "m"
        d.attrs["numbers"] = x[0]
        d = f.create_dataset(f"packed/{dtype}", (7, 10), dtype, chunks=(4, 4), maxshape=(None, 10), compression="gzip", shuffle=True)
        da.store(da.from_array(x, chunks=(3, 4)), d)
        d[2:4, 1:3] = x[2:4, 1:3]
    f["plain"].attrs["count"] = 9
da.arange(20, chunks=6).to_hdf5("all.h5", "/lazy/x")
"""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rdask", required=True)
    rdask = os.path.abspath(parser.parse_args().rdask)
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([rdask, "-c", SCRIPT], cwd=folder, capture_output=True, text=True)
        if done.returncode:
            sys.exit(done.stdout + done.stderr)
        os.chdir(folder)
        count = 0

        def same(name, found, wanted):
            nonlocal count
            count += 1
            found = np.asarray(found)
            if found.dtype != wanted.dtype or found.shape != wanted.shape or not (found == wanted).all():
                wrong.append(name)

        for dtype in ["bool", "int8", "uint16", "int32", "uint64", "float32", "float64", "complex64", "complex128"]:
            x = (np.arange(70) % 23).astype(dtype).reshape(7, 10)
            same(f"{dtype}.npy", np.load(f"{dtype}.npy"), x)
            same(f"{dtype}.npz", np.load(f"{dtype}.npz")["x"], x)
            same(f"{dtype}.small.npz", np.load(f"{dtype}.small.npz")["x"], x)
            same(f"{dtype}.mapped.npy", np.load(f"{dtype}.mapped.npy"), x)
            same(f"{dtype}.bin", np.fromfile(f"{dtype}.bin", dtype=dtype).reshape(7, 10), x)
            import dask.array as da

            same(f"{dtype}.stack", da.from_npy_stack(f"{dtype}.stack").compute(), x)
            for version in (2, 3):
                same(f"{dtype}.v{version}", zarr.open_array(f"{dtype}.v{version}.zarr", path="in/x", mode="r")[...], x)
                for name in ("none", "gzip", "blosc"):
                    z = zarr.open_array(f"{dtype}.v{version}.{name}.zarr", mode="r")
                    same(f"{dtype}.v{version}.{name}", z[...], x)
                    if dict(z.attrs) != {"unit": "m"}:
                        wrong.append(f"{dtype}.v{version}.{name}: attributes")
            same(f"{dtype}.shards", zarr.open_array(f"{dtype}.shards.zarr", mode="r")[...], x)
        if h5py is not None:
            count += hdf5(rdask, folder, wrong)
        os.chdir("/")
    if wrong:
        sys.exit("read otherwise: " + ", ".join(wrong))
    print(f"{count} files agree")


def hdf5(rdask, folder, wrong):
    """h5py's view of what rdask writes; nothing where rdask has no HDF5."""
    done = subprocess.run([rdask, "-c", HDF5], cwd=folder, capture_output=True, text=True)
    if "No module named 'h5py'" in done.stderr:
        return 0
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    with h5py.File("all.h5") as f:
        for dtype in f["plain"]:
            x = (np.arange(70) % 23).astype(dtype).reshape(7, 10)
            for name in ("plain", "packed"):
                d = f[name][dtype]
                if d.dtype != x.dtype or not np.array_equal(d[...], x):
                    wrong.append(d.name)
            if f["plain"][dtype].attrs["unit"] != "m" or not np.array_equal(f["plain"][dtype].attrs["numbers"], x[0]):
                wrong.append(f"{d.name}: attributes")
        if (f.attrs["title"], f["plain"].attrs["count"]) != ("all", 9) or not np.array_equal(f["lazy/x"][...], np.arange(20)):
            wrong.append("all.h5")
    return 1


main()
