import os
import shutil

import dask.array as da
import numpy as np

folder = "np_archives.tmp"
os.makedirs(folder, exist_ok=True)


def at(name):
    return os.path.join(folder, name)


a = np.arange(12.0).reshape(3, 4)
np.savez(at("two.npz"), a, other=np.arange(3, dtype="int16"))
found = np.load(at("two.npz"))
print(sorted(found.files), found["arr_0"], found["other"].dtype, "other" in found, len(found))
with np.load(at("two.npz")) as data:
    for name in sorted(data):
        print(name, data[name].shape)
np.savez_compressed(at("small"), zeros=np.zeros((100, 100)), flags=np.array([True, False]))
print(np.load(at("small.npz"))["zeros"].shape, np.load(at("small.npz"))["flags"], os.path.getsize(at("small.npz")) < 2000)
a.tofile(at("raw.bin"))
print(np.fromfile(at("raw.bin")), np.fromfile(at("raw.bin"), dtype="int64", count=2), np.fromfile(at("raw.bin"), count=2, offset=16))
a.astype("float32").tofile(at("raw4.bin"))
print(np.fromfile(at("raw4.bin"), dtype=np.float32).reshape(3, 4))
print(np.memmap(at("raw.bin"), dtype="float64", mode="r", shape=(3, 4))[1])
np.save(at("a.npy"), a)
x = da.from_array(np.load(at("a.npy"), mmap_mode="r"), chunks=2)
print(x.sum().compute(), np.load(at("a.npy"), mmap_mode="r")[::2])
np.array([1.5, 2.5]).tofile(at("text.txt"), sep=" ")
print(np.fromfile(at("text.txt"), sep=" "))
y = da.from_array(a, chunks=(2, 2))
da.to_npy_stack(at("stack"), y, axis=0)
print(sorted(os.listdir(at("stack"))), np.load(at("stack") + "/1.npy"))
z = da.from_npy_stack(at("stack"))
print(z.chunks, z.dtype, z.compute())
da.to_npy_stack(at("stack1"), y, axis=1)
print(da.from_npy_stack(at("stack1")).chunks, da.from_npy_stack(at("stack1")).sum(axis=0).compute())


def attempt(work):
    try:
        print(work())
    except Exception as e:
        print(type(e).__name__)


attempt(lambda: np.load(at("none.npz")))
attempt(lambda: np.load(at("two.npz"))["none"])
attempt(lambda: np.savez(at("x.npz"), a, arr_0=a))
attempt(lambda: da.from_npy_stack(at("none")))
shutil.rmtree(folder)
