# Writes files and reads them back; the folder for them is the first argument.
import sys

import h5py
import numpy as np

folder = sys.argv[1]


def t(name, work):
    try:
        print(name, repr(work()))
    except Exception as e:
        print(name, type(e).__name__, e)


g = h5py.File(folder + "/new.h5", "w")
print(g, g.mode, list(g))
for dtype in ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float32", "float64", "complex64", "complex128"]:
    x = (np.arange(12) % 7).astype(dtype).reshape(3, 4)
    d = g.create_dataset(f"types/{dtype}", data=x)
    print(d, (d[:] == x).all(), g[f"types/{dtype}"].dtype)
    d = g.create_dataset(f"packed/{dtype}", data=x, chunks=(2, 3), compression="gzip", shuffle=True)
    d[1, 1:3] = x[0, 0:2]
    print(d.chunks, d.compression, d[1].tolist())
i1 = g.create_dataset("i1", (4,), "i1")
u1 = g.create_dataset("u1", (4,), "u1")
b1 = g.create_dataset("b1", (3,), "?")
f4 = g.create_dataset("f4", (4,), "f4")
i8 = g.create_dataset("i8", (4,), "i8")
c16 = g.create_dataset("c16", (2,), "c16")
for d, values in [
    (i1, [300, -300, 5, 127]), (i1, [300.7, -300, np.nan, -1.7]), (u1, [300, -3, 5, 255]), (u1, [1.9, -0.5, np.inf, -np.inf]),
    (b1, [1, 0, 2]), (f4, [1.5, 1.1, np.nan, -0.0]), (i8, [True, False, True, True]), (i8, [1e30, -1e30, 1, 2]), (c16, [1.5, 2]), (f4, [1 + 2j, 1, 1, 1]),
]:
    t(f"{d.name} of {values}", lambda: d.__setitem__(slice(None), np.array(values)))
    print(d[:])
t("large", lambda: i8.__setitem__(slice(None), np.array([2**63, 2**64 - 1, 1, 2], dtype="u8")))
print(i8[:])
t("int that is too large", lambda: i1.__setitem__(0, 300))
t("float to int", lambda: i1.__setitem__(0, 1.7))
print(i1[:])
x = g.create_dataset("x", data=np.arange(12.0).reshape(3, 4))
x[0] = 5
x[:, 1] = [7, 8, 9]
print(x[:])
x[0:2] = np.ones((1, 4))
x[:, :] = np.full((3, 1), 2.0)
x[[0, 2]] = np.zeros((2, 4))
print(x[:])
x[x[:] == 0] = 3
x[0:3:2, 0:2] = [[1, 2], [3, 4]]
print(x[:])
t("too many values", lambda: x.__setitem__(slice(0, 2), [1, 2, 3]))
t("flat", lambda: x.__setitem__(slice(None), np.arange(12.0)))
t("text", lambda: x.__setitem__(0, "x"))
x[...] = 0
x[5:5] = 1
print(x[:].sum())
s = g.create_dataset("s", data=3)
s[()] = 4
print(repr(s[()]), s.chunks, s.maxshape, s.size, s.shape)
t("nothing", lambda: g.create_dataset("no"))
t("twice", lambda: g.create_dataset("x", (3,), "f4"))
t("shape", lambda: g.create_dataset("no", (3,), data=[1, 2]))
t("from data", lambda: g.create_dataset("d1", data=[1, 2], dtype="f4")[:])
t("another shape", lambda: g.create_dataset("d2", data=np.arange(4), shape=(2, 2))[:])
t("empty", lambda: g.create_dataset("d3", data=[])[:])
t("chunks", lambda: g.create_dataset("big", (10000, 10000), "f4", chunks=True).chunks)
t("gzip chunks", lambda: g.create_dataset("gz", (1000, 1000), "f4", compression="gzip").chunks)
t("endless", lambda: g.create_dataset("gz2", (100,), "f4", maxshape=(None,)).chunks)
t("endless, none", lambda: g.create_dataset("gz3", (0, 3), "f4", chunks=True, maxshape=(None, 3)).chunks)
t("chunks too large", lambda: g.create_dataset("no", (100,), "f4", chunks=(200,)))
t("chunks of other rank", lambda: g.create_dataset("no", (100,), "f4", chunks=(2, 3)))
t("scalar chunks", lambda: g.create_dataset("no", data=1, chunks=True))
t("scalar gzip", lambda: g.create_dataset("no", data=1, compression="gzip"))
t("compression", lambda: g.create_dataset("no", (100,), "f4", compression="foo"))
t("level", lambda: g.create_dataset("no", (10,), "f4", compression="gzip", compression_opts=11))
t("level alone", lambda: g.create_dataset("lv", (10,), "f4", compression=9).compression_opts)
t("smaller maxshape", lambda: g.create_dataset("no", (10,), "f4", maxshape=(5,)))
t("maxshape of other rank", lambda: g.create_dataset("no", (10,), "f4", maxshape=(5, 5)))
t("fillvalue", lambda: g.create_dataset("fill", (3,), "f4", fillvalue=4)[:])
t("fillvalue in chunks", lambda: g.create_dataset("fill2", (5,), "i2", chunks=(2,), fillvalue=-1)[:])
g["fill2"][1] = 5
print(g["fill2"][:], g["fill2"].fillvalue)
t("times", lambda: g.create_dataset("no", data=np.array(["2020-01-01"], dtype="M8[D]")))
t("require", lambda: g.require_dataset("x", (3, 4), "f8"))
t("require other shape", lambda: g.require_dataset("x", (4,), "f8"))
t("require exactly", lambda: g.require_dataset("f4", (4,), "f8", exact=True))
t("require wider", lambda: g.require_dataset("f4", (4,), "f8"))
m = g.create_dataset("m", (3, 4), "i4", maxshape=(None, 8), chunks=(2, 3))
m[...] = np.arange(12).reshape(3, 4)
m.resize((5, 6))
print(m[:], m.shape, g["m"].shape)
m.resize(2, axis=0)
m.resize((4, 3))
print(m[:])
t("resize too far", lambda: m.resize((4, 9)).x)
t("resize other rank", lambda: m.resize((4,)))
t("resize in one piece", lambda: x.resize((5, 5)))
e = g.create_group("n/e")
e["w"] = [1, 2]
print(g["n/e/w"].parent, g["n"], e.parent, list(g["n"].items()))
t("group twice", lambda: g.create_group("n/e"))
t("require group", lambda: g.require_group("n/e"))
t("require group of a dataset", lambda: g.require_group("x"))
t("assign twice", lambda: e.__setitem__("w", 1))
del g["n/e/w"]
print(list(e), "n/e/w" in g)
t("delete nothing", lambda: g.__delitem__("nope"))
del g["n"]
print("n" in g)
for of in (g, g["packed"], x):
    of.attrs["int"] = 1
    of.attrs["list"] = [1, 2]
    of.attrs["text"] = "täxt"
    of.attrs["narrow"] = np.float32(2)
    of.attrs["float"] = 1.5
    of.attrs["bool"] = True
    of.attrs["matrix"] = np.arange(6).reshape(2, 3)
    of.attrs["complex"] = 1 + 2j
    of.attrs["int"] = "now text"
    of.attrs["list"] = [1.5]
    of.attrs.create("made", [1, 2], dtype="f4")
    print({k: of.attrs[k] for k in sorted(of.attrs)})
t("None", lambda: g.attrs.__setitem__("n", None))
g.close()
with h5py.File(folder + "/new.h5", "a") as g:
    print(sorted(g["types"]), g["types/int8"][1].tolist(), g["m"][:].tolist(), dict(g["x"].attrs)["text"])
    g["more"] = np.arange(3)
    g["x"][0, 0] = 9
with h5py.File(folder + "/new.h5", "r+") as g:
    print(g["more"][:], g["x"][:].sum(), g)
with h5py.File(folder + "/new.h5", "w") as g:
    print(list(g))
try:
    h5py.File(folder + "/new.h5", "w-")
except FileExistsError:
    print("there")
