"""NumPy, zarr-python and h5py (where rdask was built with the feature `hdf5`) read what rdask writes: `python tests/files.py --rdask target/debug/rdask`"""

import argparse
import glob
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

LEVELS = {"bz2": {"level": 3}, "lzma": {"preset": 1}, "zlib": {"level": 9}, "gzip": {"level": 9}, "zstd": {"level": 19}}

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
    for name in ["lz4", "bz2", "lzma", "zlib", "gzip", "zstd"]:
        for version, codec in [(2, {"id": name}), (3, {"name": "numcodecs." + name, "configuration": {}})]:
            z = zarr.create_array(f"{dtype}.v{version}.{name}.own.zarr", shape=x.shape, dtype=dtype, chunks=(4, 3), compressors=codec | LEVELS.get(name, {}) if version == 2 else codec | {"configuration": LEVELS.get(name, {})}, zarr_format=version)
            z[...] = x
    for name in ["crc32", "crc32c", "adler32", "fletcher32"]:
        for place in [{}, {"location": "end"}] if name != "fletcher32" else [{}]:
            z = zarr.create_array(f"{dtype}.v3.{name}{len(place)}.own.zarr", shape=x.shape, dtype=dtype, chunks=(3, 3), compressors=[{"name": "numcodecs." + name, "configuration": place}], zarr_format=3)
            z[...] = x
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
            for path in sorted(glob.glob(f"{dtype}.*.own.zarr")):
                same(path, zarr.open_array(path, mode="r")[...], x)
            same(f"{dtype}.shards", zarr.open_array(f"{dtype}.shards.zarr", mode="r")[...], x)
        count += filters(rdask, folder, wrong)
        if h5py is not None:
            count += hdf5(rdask, folder, wrong)
        os.chdir("/")
    if wrong:
        sys.exit("read otherwise: " + ", ".join(wrong))
    print(f"{count} files agree")


def filters(rdask, folder, wrong):
    """rdask's view of the filters and compressors of version 2 that zarr-python writes with numcodecs."""
    import numcodecs

    x = (np.arange(70) % 23).astype("int8").reshape(7, 10)
    sums = [numcodecs.CRC32, numcodecs.CRC32C, numcodecs.Adler32]
    kinds = [kind(location=place) for kind in sums for place in ("start", "end")] + [kind() for kind in sums]
    kinds += [numcodecs.Fletcher32(), numcodecs.Shuffle(1)]
    for at, kind in enumerate(kinds):
        z = zarr.create_array(f"read.filter{at}.zarr", shape=x.shape, dtype=x.dtype, chunks=(3, 3), filters=[kind], compressors=None, zarr_format=2)
        z[...] = x
    packers = [numcodecs.LZ4(), numcodecs.BZ2(), numcodecs.LZMA(), numcodecs.Zlib(), numcodecs.GZip(), numcodecs.Zstd(checksum=True)]
    for at, kind in enumerate(packers):
        z = zarr.create_array(f"read.packer{at}.zarr", shape=x.shape, dtype=x.dtype, chunks=(3, 3), filters=[numcodecs.CRC32()], compressors=kind, zarr_format=2)
        z[...] = x
    script = "import glob\nimport dask.array as da\nfor path in sorted(glob.glob('read.*.zarr')):\n    print(path, da.from_zarr(path).compute().tolist())\n"
    done = subprocess.run([rdask, "-c", script], cwd=folder, capture_output=True, text=True)
    names = sorted(glob.glob("read.*.zarr"))
    if done.stdout.splitlines() != [f"{name} {x.tolist()}" for name in names]:
        wrong.append("filters of version 2: " + done.stdout + done.stderr)
    return len(names)


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
