# Reads the files that h5py wrote: old and new forms of all that is in them.
import h5py
import numpy as np


def t(name, work):
    try:
        print(name, repr(work()))
    except Exception as e:
        print(name, type(e).__name__, e)


for file in ("earliest.h5", "latest.h5"):
    with h5py.File(file) as f:
        print(repr(f), f["c"], f["c/gzip"], f["scalar"], f["zero"], f.mode, f.filename == file, f.name, f["g/sub"].name)
        print(list(f), list(f["c"].keys()), f["g"].keys(), len(f), len(f["many"]))
        for name, d in f["types"].items():
            print(name, d.dtype, d.shape, d[1:, ::2].tolist(), d[()].sum())
        for name in ("plain", "gzip", "shuffle", "fletcher", "lzf", "two", "near"):
            d = f["c"][name]
            print(name, d.chunks, d.compression, d.compression_opts, d.shuffle, d.fletcher32, d.maxshape, d[...].sum(), d[3:7, 4:11].sum())
        print(f["c/one"][:], f["c/holes"][3:5, 3:6], f["c/holes"][:].sum(), f["c/holes"].fillvalue, f["c/scaled"][:].sum(), f["c/one"].maxshape)
        print(f["big/i"][:].tolist(), f["big/f"][1:3].tolist(), f["link"][2, :3], "link" in f, "lost" in f, f.get("lost"))
        print(sum([d[0] for d in f["many"].values()]), f["many/d7"][:], f["zero"][:], f["zero"].shape)
        d = f["c/gzip"]
        print(d.ndim, d.size, d.nbytes, d.dtype, d.shape, d.name, len(d), d.parent, d.file, d.fillvalue, d == f["c/gzip"], d == f["c/two"])
        for name, value in [(k, f.attrs[k]) for k in f.attrs.keys() if k not in ("names", "big")]:
            print(name, repr(value), type(value))
        print(f.attrs["big"].tolist(), dict(f["g"].attrs), dict(f["g/sub"].attrs), dict(d.attrs), dict(f["types"].attrs), sorted(f["link"].attrs))
        print("title" in f.attrs, "no" in f.attrs, len(f.attrs), f.attrs.get("no", 5), list(f.attrs))
        t("scalar", lambda: f["scalar"][()])
        t("scalar array", lambda: f["scalar"][...])
        t("scalar index", lambda: f["scalar"][0])
        t("scalar len", lambda: len(f["scalar"]))
        t("missing", lambda: f["nope"])
        t("missing in a group", lambda: f["c/nope"])
        t("missing group", lambda: f["nope/x"])
        t("missing attribute", lambda: d.attrs["nope"])
        t("empty", lambda: f["none"].shape)
        t("beyond", lambda: d[20])
        t("before", lambda: d[-11])
        t("list", lambda: d[[1, 3]].sum())
        t("unsorted", lambda: d[[3, 1]])
        t("twice", lambda: d[[1, 1]])
        t("far", lambda: d[[0, 19]])
        t("two lists", lambda: d[[0, 1], [0, 1]])
        t("bools", lambda: d[[True, False] * 5].sum())
        t("mask", lambda: d[d[:] > 58])
        t("steps", lambda: d[::3, 1:9:4])
        t("backwards", lambda: d[::-1])
        t("last", lambda: d[-1, :3])
        t("one", lambda: d[2, 3])
        t("new axis", lambda: d[:, None])
        t("too many", lambda: d[1, 2, 3])
        t("dots", lambda: d[..., 3])
        t("dots first", lambda: d[3, ...])
        t("two dots", lambda: d[..., ...])
        t("nothing", lambda: d[5:2].shape)
        t("no list", lambda: d[[]].shape)
        t("name", lambda: d["x"])
        t("float", lambda: d[1.5])
        t("number", lambda: f[1])
        t("numpy", lambda: np.asarray(d).sum())
        t("rows", lambda: sum([row[0] for row in d]))
        t("as", lambda: d.astype("int16")[1])
        t("into", lambda: d.read_direct(np.zeros((10, 12))))
        t("write", lambda: d.__setitem__(0, 1))
        t("create", lambda: f.create_dataset("x", data=1))
        t("group", lambda: f.create_group("x"))
        t("note", lambda: f.attrs.__setitem__("x", 1))
        t("resize", lambda: d.resize((3, 3)))
        found = []
        f.visititems(lambda name, member: found.append((name, isinstance(member, h5py.Group))))
        print(found[:9], len(found))
        print(f.visit(lambda name: name if name.startswith("g/sub/") else None))
    t("closed", lambda: f["c"])
    t("closed dataset", lambda: d[0])
    t("closed file", lambda: f)
    t("closed set", lambda: d)
    print(bool(f), bool(d))

t("no file", lambda: h5py.File("nope.h5"))
t("no hdf5", lambda: h5py.File("read.py"))
t("mode", lambda: h5py.File("earliest.h5", "q"))
t("there", lambda: h5py.File("earliest.h5", "x"))
print(h5py.is_hdf5("earliest.h5"), h5py.is_hdf5("read.py"), h5py.is_hdf5("nope"))
