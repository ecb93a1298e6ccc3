import os
import tempfile

import numpy as np
import dask.array as da
import zarr

def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, str(e).splitlines()[0])

d = tempfile.mkdtemp()
a = np.array(["a", "bb", "\u00e9\u4e2d", ""])
b = np.array([[b"ab", b"c"], [b"", b"xyz"]])
for name, x in [("u", a), ("s", b), ("t", np.asarray([["x", "yy"]] * 3)), ("e", np.array([], dtype="U3")), ("o", np.array("one"))]:
    np.save(os.path.join(d, name + ".npy"), x)
    t(lambda: np.load(os.path.join(d, name + ".npy")))
    with open(os.path.join(d, name + ".npy"), "rb") as f:
        print(f.read()[10:80])
np.savez(os.path.join(d, "z.npz"), a=a, b=b)
with np.load(os.path.join(d, "z.npz")) as z:
    print(z["a"], z["b"])
t(lambda: a.tobytes()[:12])
t(lambda: b.tobytes())
t(lambda: np.loadtxt(["a b", "cc d"], dtype=str))
t(lambda: np.loadtxt(["a b", "cc d"], dtype="U1"))
t(lambda: np.loadtxt(["a b", "cc d"], dtype="S"))
t(lambda: np.loadtxt(["a, b", "cc,d "], dtype=str, delimiter=","))
t(lambda: np.loadtxt(["a b 1", "cc d 2"], dtype=str, usecols=(0, 2)))
t(lambda: np.genfromtxt(["a b", "cc d"], dtype=str))
t(lambda: np.genfromtxt(["a,,b", "cc,x,"], dtype=str, delimiter=","))
t(lambda: np.genfromtxt(["a b", "cc d"], dtype="U1"))
t(lambda: np.genfromtxt(["a b", "cc d"], dtype=None))
t(lambda: np.genfromtxt(["a", "cc"], dtype=None))
np.savetxt(os.path.join(d, "t.txt"), np.array([["a", "b"], ["cc", "d"]]), fmt="%s")
with open(os.path.join(d, "t.txt")) as f:
    print(f.read())
np.savetxt(os.path.join(d, "t.txt"), a, fmt="%5s", delimiter=",")
with open(os.path.join(d, "t.txt"), encoding="utf-8") as f:
    print(f.read())
t(lambda: np.savetxt(os.path.join(d, "t.txt"), np.array([["a", "b"]])))
x = da.from_array(a, chunks=3)
for version in (2, 3):
    path = os.path.join(d, f"z{version}")
    da.to_zarr(x, path, zarr_format=version) if version == 3 else da.to_zarr(x, path, zarr_format=2)
    z = zarr.open(path, mode="r")
    print(z.dtype, z.shape, z.chunks, z[:], repr(z[1:3]))
    back = da.from_zarr(path)
    print(back, back.compute(), (back == "bb").compute())
    path = os.path.join(d, f"s{version}")
    z = zarr.create_array(path, shape=(2, 2), chunks=(1, 2), dtype="S3", zarr_format=version)
    z[:] = b
    print(repr(zarr.open(path, mode="r")[:]))
stack = os.path.join(d, "stack")
da.to_npy_stack(stack, x)
t(lambda: da.from_npy_stack(stack).compute())
