import numpy as np

a = np.arange(3)
m = np.arange(9.0).reshape(3, 3)
b = np.broadcast_to(a, (2, 3))
print(b, b.shape, b.strides, b.dtype)
print(b.flags)


def t(name, f):
    try:
        print(name, f())
    except Exception as e:
        print(name, type(e).__name__, e)


def put(target, index, value):
    def f():
        target[index] = value
    return f


def add(target):
    def f():
        target[...] += 1
    return f


def augment(target):
    def f():
        target += 1
    return f


def assign(target, name, value):
    def f():
        setattr(target, name, value)
    return f


for index in (0, (0, 0), [0], slice(None), ..., b > 0):
    t("write", put(b, index, 1))
t("add", add(b))
t("augment", augment(b))
t("fill", lambda: b.fill(1))
t("sort", lambda: b.sort())
t("partition", lambda: b.partition(1))
t("shuffle", lambda: np.random.shuffle(b))
t("shuffle of a generator", lambda: np.random.default_rng(1).shuffle(b))
t("copyto", lambda: np.copyto(b, 1))
t("put", lambda: b.put([0], 1))
t("putmask", lambda: np.putmask(b, b > 0, [1]))
t("put_along_axis", lambda: np.put_along_axis(b, np.array([[0], [0]]), 1, 1))
t("add out", lambda: np.add(b, 1, out=b))
t("view", lambda: (b[0].flags.writeable, b.T.flags.writeable, b.copy().flags.writeable, (b + 1).flags.writeable))
t("view is written", put(b[0], 0, 1))
a[0] = 5
print(b)
b.flags.writeable = True
b[0, 0] = 9
print(a, b)

# A view asks the array that has the elements.
a.setflags(write=False)
v = a[:2]
t("owner", put(a, 0, 1))
t("a view of it", put(v, 0, 1))
t("set", lambda: v.setflags(write=True))
t("set attribute", assign(v.flags, "writeable", True))
a.flags.writeable = True
t("set", lambda: v.setflags(write=True))
t("is set", lambda: v.flags["WRITEABLE"])
t("of a number", lambda: np.broadcast_to(3, (2, 2)).setflags(write=True))
t("of a list", put(np.broadcast_to([1, 2], (2, 2)), 0, 1))

f = a.flags
for name in (
    "C CONTIGUOUS C_CONTIGUOUS F FORTRAN F_CONTIGUOUS W WRITEABLE A ALIGNED O OWNDATA X WRITEBACKIFCOPY FNC FORC B BEHAVED "
    "CA CARRAY FA FARRAY NOPE c"
).split():
    t(name, lambda: f[name])
t("number", lambda: f[1])
names = (
    "c_contiguous", "f_contiguous", "owndata", "writeable", "aligned", "writebackifcopy", "fnc", "forc", "behaved", "carray",
    "farray", "contiguous", "fortran", "num",
)
for x in (a, m, m.T, m[::2], m[:, 1], m[:0], m[:1], m[:, :1], m[...], np.ones((1, 3)).T, m[::-1], m[[0]], m[m > 1], b, np.array(5)):
    print([getattr(x.flags, name) for name in names])
f.writeable = False
print(a.flags.writeable)
f["W"] = True
print(a.flags.writeable)
t("item", put(f, "OWNDATA", True))
t("unknown", put(f, "NOPE", True))
t("uic", lambda: a.setflags(uic=True))
t("align", lambda: a.setflags(align=True))
print(a.flags == a.flags, a.flags == m.flags, a.flags != a.flags)

# What else is only read.
print(m.diagonal().flags.writeable, np.diag(m).flags.writeable, np.diag(np.arange(3)).flags.writeable)
print(m.imag.flags.writeable, m.real.flags.writeable, (m + 1j).imag.flags.writeable)
print(np.lib.stride_tricks.sliding_window_view(m, 2, axis=0).flags.writeable)
raw = np.frombuffer(b"abcd", dtype="u1")
print(raw, raw.flags.writeable)
t("bytes", lambda: raw.setflags(write=True))
t("diagonal", put(m.diagonal(), 0, 1))
t("diag", put(np.diag(m), 0, 1))
t("imag", put(m.imag, 0, 1))

# Bytes that are seen as another dtype.
w = np.arange(2, dtype="i8")
r = w.view("i4")
r.flags.writeable = False
t("seen", put(r, 0, 1))
w[0] = 7
print(r, w.flags.writeable)
w.flags.writeable = False
t("seen", lambda: r.setflags(write=True))

print(np.asfortranarray(m).flags.fnc, np.ascontiguousarray(m.T).flags.c_contiguous, np.array(m, order="F").flags.fnc)
print(np.require(b, requirements="O").flags.owndata, np.require(b, requirements=["W"]).flags.writeable)
t("like", lambda: np.broadcast_to(a, (2, 4)))
t("negative", lambda: np.broadcast_to(a, (-1, 3)))
t("nothing", lambda: (np.broadcast_to(3, ()), np.broadcast_to(a, 3), np.broadcast_to(np.ones((0, 1)), (0, 4)).shape))
print(np.broadcast_to(a, (2, 3)).sum(), (np.broadcast_to(a, (2, 3)) * 2).tolist(), np.broadcast_to(a, (1000, 3)).nbytes)


def total(x):
    s = 0.0
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            s += x[i, j]
    return s


def raise_all(x):
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            x[i, j] += 1.0
    return x


wide = np.broadcast_to(np.arange(50.0), (400, 50))
print(total(wide), total(wide))
t("compiled", lambda: raise_all(wide))
print(raise_all(wide.copy()).sum())
