import numpy as np
import dask.array as da
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
a = np.arange(6, dtype="i4").reshape(2, 3)
t(lambda: a.view("f4").dtype)
t(lambda: a.view("i8"))
t(lambda: a.view("i2").shape)
t(lambda: a.view("i2"))
t(lambda: a.T.view("i2"))
t(lambda: a.T.view("u4"))
t(lambda: a[:, ::2].view("i2"))
t(lambda: a[:, ::2].view("f4").shape)
t(lambda: a[1:].view("u1"))
t(lambda: np.array(5).view("i4"))
t(lambda: np.array(5).view("f8"))
t(lambda: a.view())
t(lambda: a.view(np.ndarray) is a)
t(lambda: a.view(bool))
t(lambda: a.view("U1"))
t(lambda: a.view("S4"))
t(lambda: np.array(["ab", "c"]).view("U1"))
t(lambda: np.array(["ab", "c"]).view("i4"))
t(lambda: np.array([b"ab", b"c"]).view("u1"))
t(lambda: np.array([1.5]).view("c16"))
t(lambda: np.array([1.5, 2.5]).view("c16"))
t(lambda: np.array([1 + 2j]).view(float))
t(lambda: np.array([1, 2]).view("M8[s]"))
t(lambda: np.array(["2020-01-01"], dtype="M8[D]").view("i8"))
t(lambda: a.view(5))
t(lambda: np.zeros((0, 3)).view("i4").shape)
t(lambda: np.zeros((3, 0)).view("i4").shape)
b = np.arange(3)
c = b.view("i4")
c[0] = 7
print(b, c)
b[1] = 9
print(c)
d = c[2:4]
d[:] = [1, 1]
print(b, c, d)
b += 1
print(b, c, d)
e = b.view("u8").view("i2")
e[0] = 100
print(b, c, e)
b[:] = 0
print(c, d, e, c.sum(), e.tolist())
f = np.arange(4.0)
g = f[::2].view("i8")
g[1] = 0
print(f, g)
h = a.view("u4")
h += np.uint32(1)
print(a)
for i in range(2):
    h[i, 0] = 5
print(a, h)
t(lambda: da.from_array(np.arange(4, dtype="i4"), chunks=2).view("i2").compute())
