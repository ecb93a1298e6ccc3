"""Writes the files that tests/files.rs reads: by NumPy, zarr-python and Pillow. `python tests/data/record.py`

Every array but those of images holds `np.arange(size) % 23` in its dtype and shape; `index.txt` lists them: kind, path,
component, dtype, shape.
"""

import os
import pickle
import shutil

import numpy as np
import zarr
from PIL import Image

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "files")
shutil.rmtree(here, ignore_errors=True)
os.makedirs(here)
index = []


def made(dtype, shape):
    return (np.arange(int(np.prod(shape))) % 23).astype(dtype).reshape(shape)


def note(kind, path, component, x):
    index.append(f"{kind} {path} {component or '-'} {x.dtype.newbyteorder('=').name} {'x'.join(map(str, x.shape)) or '-'}")


for dtype in ["bool", "int8", "uint16", "int32", "uint64", "float32", "float64", "complex64", "complex128"]:
    x = made(dtype, (5, 7))
    path = f"{dtype}.npy"
    np.save(os.path.join(here, path), x)
    note("npy", path, None, x)
for name, x in [
    ("fortran", np.asfortranarray(made("float64", (4, 3, 2)))),
    ("big", made(">i4", (6, 5))),
    ("empty", made("float32", (0, 3))),
    ("single", made("int16", ())),
]:
    np.save(os.path.join(here, f"{name}.npy"), x)
    note("npy", f"{name}.npy", None, x)
for version in [(1, 0), (2, 0), (3, 0)]:
    x = made("int64", (3, 4))
    with open(os.path.join(here, f"version{version[0]}.npy"), "wb") as file:
        np.lib.format.write_array(file, x, version=version)
    note("npy", f"version{version[0]}.npy", None, x)
np.savez(os.path.join(here, "a.npz"), one=made("int16", (4,)), two=made("float64", (2, 3)))
np.savez_compressed(os.path.join(here, "b.npz"), one=made("complex64", (2, 2)))
note("npz", "a.npz", "one", made("int16", (4,)))
note("npz", "a.npz", "two", made("float64", (2, 3)))
note("npz", "b.npz", "one", made("complex64", (2, 2)))

blosc = zarr.codecs.BloscCodec(cname="lz4", clevel=5, shuffle="shuffle")
for name, dtype, options in [
    ("v3", "float64", {}),
    ("v3_bool", "bool", {}),
    ("v3_complex", "complex128", {}),
    ("v3_blosc", "int32", {"compressors": blosc}),
    ("v3_gzip", "uint8", {"compressors": zarr.codecs.GzipCodec(level=3)}),
    ("v3_plain", "float32", {"compressors": None}),
    ("v3_crc", "int16", {"compressors": [zarr.codecs.ZstdCodec(level=1), zarr.codecs.Crc32cCodec()]}),
    ("v3_shards", "float32", {"shards": (6, 6), "chunks": (3, 2)}),
    ("v3_turned", "int64", {"filters": [zarr.codecs.TransposeCodec(order=(1, 0))]}),
    ("v3_dots", "uint32", {"chunk_key_encoding": {"name": "default", "separator": "."}}),
    ("v2", "float64", {"zarr_format": 2}),
    ("v2_fortran", "int32", {"zarr_format": 2, "order": "F"}),
    ("v2_strokes", "uint16", {"zarr_format": 2, "chunk_key_encoding": {"name": "v2", "separator": "/"}}),
    ("v2_big", ">f4", {"zarr_format": 2, "compressors": None}),
]:
    x = made(dtype, (6, 10))
    options = {"chunks": (3, 4), **options}
    z = zarr.create_array(os.path.join(here, f"{name}.zarr"), shape=x.shape, dtype=x.dtype, attributes={"unit": "m"}, **options)
    z[...] = x
    note("zarr", f"{name}.zarr", None, x)
group = zarr.open_group(os.path.join(here, "group.zarr"), mode="w")
x = made("int8", (3, 3))
group.create_group("inner").create_array("x", data=x, chunks=(2, 2))
note("zarr", "group.zarr", "inner/x", x)
zarr.consolidate_metadata(group.store)
# Chunks that are not there have the fill value: here what the formula gives.
z = zarr.create_array(os.path.join(here, "holes.zarr"), shape=(23 * 4,), chunks=(23,), dtype="int32", fill_value=7)
z[:23] = made("int32", (23,))
z[46:69] = made("int32", (23,))

stack = os.path.join(here, "stack")
os.makedirs(stack)
x = made("float32", (6, 4))
for at in range(3):
    np.save(os.path.join(stack, f"{at}.npy"), x[2 * at : 2 * at + 2])
with open(os.path.join(stack, "info"), "wb") as file:
    pickle.dump({"chunks": ((2, 2, 2), (4,)), "dtype": x.dtype, "axis": 0}, file)
note("stack", "stack", None, x)

grey = np.arange(48, dtype="uint8").reshape(6, 8)
Image.fromarray(grey).save(os.path.join(here, "grey0.png"))
Image.fromarray(grey + 100).save(os.path.join(here, "grey1.png"))
Image.fromarray(np.stack([grey, grey + 1, grey + 2], axis=-1)).save(os.path.join(here, "colour.tif"))
Image.fromarray(grey.astype("uint16") * 1000).save(os.path.join(here, "deep.tif"))

with open(os.path.join(here, "index.txt"), "w") as file:
    file.write("\n".join(index) + "\n")
