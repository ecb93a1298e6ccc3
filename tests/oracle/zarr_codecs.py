import os
import shutil

import dask.array as da
import numpy as np
import zarr

folder = "zarr_codecs.tmp"
os.makedirs(folder, exist_ok=True)
x = np.arange(35, dtype="i4").reshape(5, 7)

old = [
    {"id": "lz4", "acceleration": 1}, {"id": "bz2", "level": 3}, {"id": "zlib", "level": 9}, {"id": "gzip", "level": 9},
    {"id": "zstd", "level": 9}, {"id": "lzma", "format": 1, "check": -1, "preset": 1, "filters": None},
]
for codec in old:
    path = os.path.join(folder, "v2." + codec["id"])
    z = zarr.create_array(path, shape=x.shape, dtype=x.dtype, chunks=(4, 4), compressors=codec, zarr_format=2)
    z[...] = x
    z[1:3, 2:5] = -1
    z = zarr.open_array(path, mode="r")
    print(z.compressors, z.filters, z[0].tolist(), int(z[...].sum()), da.from_zarr(path)[2].compute())

try:
    zarr.create_array(os.path.join(folder, "filter"), shape=(2,), dtype="i4", chunks=(2,), filters=[{"id": "crc32"}], zarr_format=2)
except TypeError as e:
    print(e)

for name, given in (
    ("lz4", {}), ("bz2", {"level": 3}), ("lzma", {"preset": 1}), ("zlib", {"level": 9}), ("gzip", {"level": 3}),
    ("zstd", {"level": 4}), ("crc32", {}), ("crc32c", {}), ("adler32", {"location": "end"}), ("fletcher32", {}),
):
    path = os.path.join(folder, "v3." + name)
    codec = {"name": "numcodecs." + name, "configuration": given}
    z = zarr.create_array(path, shape=x.shape, dtype=x.dtype, chunks=(4, 4), compressors=[codec])
    z[...] = x
    z = zarr.open_array(path, mode="r")
    print(z.compressors, (z[...] == x).all(), da.from_zarr(path).sum(axis=0).compute())

z = zarr.create_array(os.path.join(folder, "both"), shape=x.shape, dtype=x.dtype, chunks=(4, 4), compressors=[zarr.codecs.GzipCodec(level=1), zarr.codecs.Crc32cCodec()])
z[...] = x
print(zarr.open_array(os.path.join(folder, "both"), mode="r").compressors, (z[...] == x).all())
shutil.rmtree(folder)
