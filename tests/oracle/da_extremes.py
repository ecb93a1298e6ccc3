import dask.array as da
import numpy as np


def t(f):
    try:
        r = f()
        print(r, r.chunks)
        print(repr(r.compute()))
    except Exception as e:
        print(type(e).__name__, e)


n = np.arange(24.0).reshape(4, 6) * 7 % 11
n[2, 4] = np.nan
for a in (np.arange(24).reshape(4, 6) * 7 % 13, n, n.astype("f4"), n > 5):
    for chunks in ((2, 4), (3, 3), (4, 6), (1, 5)):
        x = da.from_array(a, chunks=chunks)
        for f in (da.argmin, da.argmax, da.nanargmin, da.nanargmax):
            t(lambda: f(x, axis=0))
            t(lambda: f(x, axis=-1, keepdims=True))
            t(lambda: f(x))
        t(lambda: x.argmax(axis=1, split_every=2))
        t(lambda: x.argmin(keepdims=True))
x = da.from_array(np.arange(24).reshape(2, 3, 4) * 5 % 17, chunks=(1, 2, 3))
t(lambda: x.argmax(axis=1))
t(lambda: x.argmax())
t(lambda: (x * 2 + 1).argmin(axis=2))
t(lambda: x.argmax(axis=(0, 1)))
t(lambda: x.argmax(axis=3))
t(lambda: da.nanargmax(x * np.nan, axis=1))
t(lambda: np.argmax(x, axis=0))
t(lambda: da.arange(10, chunks=3)[::-1].argmax())
