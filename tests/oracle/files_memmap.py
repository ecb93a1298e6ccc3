import os
import tempfile

import dask.array as da
import numpy as np

d = tempfile.mkdtemp()
f = os.path.join(d, "a.npy")
np.save(f, np.arange(24, dtype="float32").reshape(4, 6))
x = np.load(f, mmap_mode="r")
print(x.shape, x.dtype, x.sum(), x[1:3, ::2])
print(type(x), isinstance(x, np.ndarray), isinstance(x, np.memmap))
print(repr(x[0]), repr(x + 1)[:20])
try:
    x[0, 0] = 3
except Exception as e:
    print(type(e).__name__, e)
try:
    x += 3
except Exception as e:
    print(type(e).__name__, e)
print(x.mode, x.offset, os.path.basename(x.filename))
w = np.load(f, mmap_mode="r+")
w[1] = -1
w[2, 3:] += 100
w.flush()
print(np.load(f))
print(x[1])
c = np.load(f, mmap_mode="c")
c[:] = 5
print(c.sum(), np.load(f).sum())
m = np.memmap(os.path.join(d, "b.bin"), dtype="int16", mode="w+", shape=(3, 4))
m[:] = np.arange(12).reshape(3, 4)
m[:] = m[::-1]
print(m.mode, m)
m.flush()
print(np.fromfile(os.path.join(d, "b.bin"), dtype="int16"))
r = np.memmap(os.path.join(d, "b.bin"), dtype="int16", mode="r", offset=4, shape=(2, 3), order="F")
print(r, r.T.sum(axis=0))
for kw in [dict(mode="x"), dict(mode="w+"), dict(mode="r", shape=(100,)), dict(mode="r", dtype="int64", offset=1), dict(mode="r", dtype="f8", shape=(4,))]:
    try:
        print(np.memmap(os.path.join(d, "b.bin"), **kw))
    except Exception as e:
        print(type(e).__name__, e)
for name in ["missing.bin"]:
    for mode in ["r", "r+", "c"]:
        try:
            np.memmap(os.path.join("nowhere", name), mode=mode)
        except Exception as e:
            print(type(e).__name__, e)
g = np.memmap(os.path.join(d, "b.bin"), dtype="int16", mode="r+", shape=(4, 4))
print(g, os.path.getsize(os.path.join(d, "b.bin")))
o = np.lib.format.open_memmap(os.path.join(d, "o.npy"), mode="w+", dtype="complex64", shape=(2, 2), fortran_order=True)
o[0, 1] = 2j
o.flush()
print(np.load(os.path.join(d, "o.npy")))
o2 = np.lib.format.open_memmap(os.path.join(d, "o.npy"))
o2[1, 0] = 7
print(np.load(os.path.join(d, "o.npy")), o2.mode)
y = da.from_array(np.load(f, mmap_mode="r"), chunks=(2, 3))
print(y, y.sum().compute(), y[1:3, 2:5].compute(), y.T.compute().shape)
z = da.from_array(np.load(f, mmap_mode="r")[::-1, 1::2], chunks=2)
print(z.compute())
b = np.memmap(os.path.join(d, "bool.bin"), dtype=bool, mode="w+", shape=(5,))
b[::2] = True
print(b, b.sum(), b.any())
del b
print(np.memmap(os.path.join(d, "bool.bin"), dtype=bool, mode="r"))
q = np.memmap(os.path.join(d, "e.bin"), dtype="f8", mode="w+", shape=(0,))
print(q.shape, os.path.getsize(os.path.join(d, "e.bin")))
s = np.load(f, mmap_mode="r")
print(s.copy().mean(axis=0), np.sqrt(s[s > 0]).max(), np.asarray(s).tolist()[0], (s == s).all())
total = 0
for row in s:
    total += row.sum()
print(total, len(s), s.T.shape, s.reshape(8, 3)[7])
k = da.from_array(np.memmap(os.path.join(d, "b.bin"), dtype="int16", mode="r", shape=(2, 8)), chunks=(1, 4))
print(k.chunks, (k * 2 + k.T[0, 0]).max().compute(), k[:, 3].compute(), k.rechunk((2, 2)).sum(axis=1).compute())
