"""Writes the HDF5 files that tests read, and what h5py prints for the scripts here.

    python tests/data/hdf5/record.py        (h5py 3.16.0, numpy 2.4.6, dask 2026.8.0)
"""

import pathlib
import subprocess
import sys
import tempfile

import h5py
import numpy as np

HERE = pathlib.Path(__file__).parent
DTYPES = ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float32", "float64", "complex64", "complex128"]


def make(path, libver):
    x = np.arange(120).reshape(10, 12) * 0.5
    with h5py.File(path, "w", libver=libver) as f:
        f.attrs["title"] = "a file"
        f.attrs["version"] = 3
        f.attrs["pi"] = 3.5
        f.attrs["list"] = [1, 2, 3]
        f.attrs["one"] = np.array([1.5])
        f.attrs["names"] = ["a", "bb"]
        f.attrs["flag"] = True
        f.attrs["matrix"] = np.arange(4.0).reshape(2, 2)
        f.attrs["big"] = np.arange(3, dtype=">i2")
        f.attrs["complex"] = 1 + 2j
        for dtype in DTYPES:
            f[f"types/{dtype}"] = (np.arange(12) % 7).astype(dtype).reshape(3, 4)
        f["big/i"] = np.arange(5, dtype=">i4")
        f["big/f"] = np.arange(5, dtype=">f8")
        f["half"] = np.arange(3, dtype="f2")
        f.create_dataset("c/plain", data=x, chunks=(4, 5))
        f.create_dataset("c/gzip", data=x, chunks=(4, 5), compression="gzip")
        f.create_dataset("c/shuffle", data=x, chunks=(4, 5), compression="gzip", compression_opts=9, shuffle=True)
        f.create_dataset("c/fletcher", data=x, chunks=(4, 5), fletcher32=True)
        f.create_dataset("c/lzf", data=x, chunks=(4, 5), compression="lzf")
        f.create_dataset("c/one", data=x[0], maxshape=(None,), chunks=(5,))
        f.create_dataset("c/two", data=x, maxshape=(None, None), chunks=(4, 5), compression="gzip")
        holes = f.create_dataset("c/holes", shape=(10, 12), chunks=(4, 5), fillvalue=7, dtype="i4")
        holes[0, 0] = 1
        f.create_dataset("c/scaled", data=np.arange(40).reshape(4, 10), chunks=(2, 5), scaleoffset=0)
        f["scalar"] = 2.5
        f["text"] = "hello"
        f["texts"] = ["a", "bc"]
        f["none"] = h5py.Empty("f4")
        f["zero"] = np.zeros((0, 3))
        f["rec"] = np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")])
        f["link"] = h5py.SoftLink("/c/gzip")
        f["c/near"] = h5py.SoftLink("plain")
        f["lost"] = h5py.SoftLink("/not/there")
        f["g/sub/deep"] = np.arange(3)
        f["g"].attrs["units"] = "m"
        f["g"].attrs["n"] = 5
        gzip = f["c/gzip"]
        gzip.attrs["scale"] = 0.5
        gzip.attrs["offset"] = np.int16(3)
        gzip.attrs["range"] = [1.0, 2.0]
        gzip.attrs["unit"] = "K"
        for i in range(12):
            f["g/sub"].attrs[f"k{i}"] = i
        for i in range(30):
            f[f"many/d{i}"] = np.full(2, i, dtype="i2")


def main():
    make(HERE / "earliest.h5", "earliest")
    make(HERE / "latest.h5", "latest")
    for script in sorted(HERE.glob("*.py")):
        if script.name == "record.py":
            continue
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([sys.executable, "-W", "ignore", script, folder], capture_output=True, text=True, cwd=HERE)
        if done.returncode:
            sys.exit(f"{script.name}: {done.stderr}")
        script.with_suffix(".out").write_text(done.stdout)


main()
