# Lazy arrays of moments and durations.
import warnings

import dask.array as da
import numpy as np

warnings.simplefilter("ignore")


def show(label, work):
    try:
        made = work()
        if isinstance(made, da.Array):
            print(label, made.dtype, made.shape, made.chunks, repr(made.compute()))
        else:
            print(label, repr(made))
    except Exception as e:
        print(label, type(e).__name__, e)


n = np.arange("2020-01-01", "2020-01-11", dtype="M8[D]")
x = da.from_array(n, chunks=4)
spans = np.array([5, 3, "NaT", 8, -2, 7, 1, 1, 0, 9], dtype="m8[h]")
m = da.from_array(spans, chunks=3)
print(x)
print(x.dtype, m.dtype, x.nbytes, x.itemsize)
for label, work in {
    "x": lambda: x, "x+1": lambda: x + np.timedelta64(1, "D"), "x+5": lambda: x + 5, "x-x0": lambda: x - np.datetime64("2020-01-05"), "x-x": lambda: x - x[::-1],
    "m*2": lambda: m * 2, "m/2": lambda: m / 2, "m/h": lambda: m / np.timedelta64(1, "h"), "m//h": lambda: (m // np.timedelta64(2, "h")).astype("i4"), "m%": lambda: m % np.timedelta64(4, "h"), "-m": lambda: -m, "abs": lambda: abs(m),
    "x+m": lambda: x + m, "x<": lambda: x < np.datetime64("2020-01-04"), "x==": lambda: x == np.datetime64("2020-01-04"), "m>0": lambda: m > np.timedelta64(0, "h"), "x!=x": lambda: x != x,
    "isnan": lambda: da.isnan(m), "where": lambda: da.where(da.isnan(m), np.timedelta64(0, "h"), m), "clip": lambda: da.clip(x, np.datetime64("2020-01-03"), np.datetime64("2020-01-05")),
    "max": lambda: x.max(), "min": lambda: x.min(), "mmax": lambda: m.max(), "nanmax": lambda: da.nanmax(m), "nanmin": lambda: da.nanmin(m), "argmax": lambda: x.argmax(), "argmin": lambda: m.argmin(),
    "any": lambda: m.any(), "all": lambda: m.all(), "slice": lambda: x[2:8:3], "back": lambda: x[::-1], "int": lambda: x[3], "list": lambda: x[[5, 1, 9]], "mask": lambda: x[x > np.datetime64("2020-01-07")], "astype s": lambda: x.astype("M8[s]"),
    "astype M": lambda: x.astype("M8[M]"), "astype i8": lambda: x.astype("i8"), "astype m8": lambda: m.astype("m8[m]"), "astype f8": lambda: m[3:].astype(float), "rechunk": lambda: x.rechunk(5), "concat": lambda: da.concatenate([x, x[:2].astype("M8[s]")]), "stack": lambda: da.stack([x, x])[:, :3],
    "reshape": lambda: x.reshape(2, 5), "T": lambda: x.reshape(2, 5).T, "max0": lambda: x.reshape(2, 5).max(axis=0), "expand": lambda: x[:, None][:2], "outer": lambda: x[:2, None] + m[None, :3],
    "diff": lambda: da.diff(x), "diff m": lambda: da.diff(m), "map_blocks": lambda: x.map_blocks(lambda b: b + np.timedelta64(1, "D")), "map_blocks dtype": lambda: x.map_blocks(lambda b: b - np.datetime64("2020-01-01"), dtype="m8[D]"),
    "roll": lambda: da.roll(x, 3), "flip": lambda: da.flip(x), "repeat": lambda: da.repeat(x[:3], 2), "tile": lambda: da.tile(x[:3], 2), "take": lambda: da.take(x, [1, 2]), "unique": lambda: da.unique(x[:3]).compute(), "isin": lambda: da.isin(x, n[:3]),
    "searchsorted": lambda: da.searchsorted(x, da.from_array(n[3:5], chunks=2)), "zeros": lambda: da.zeros(3, dtype="M8[D]", chunks=2), "full": lambda: da.full(3, np.datetime64("2020-01-01"), chunks=2), "ones": lambda: da.ones_like(m), "pad": lambda: da.pad(x, 1, mode="edge"),
    "from list": lambda: da.array(["2020-01-01", "2021-01-01"], dtype="M8[D]"), "compute": lambda: x.compute()[0], "cumsum": lambda: da.cumsum(m[3:], axis=0), "topk": lambda: x.topk(2), "ptp": lambda: da.ptp(x), 
    "x+x": lambda: x + x, "x*2": lambda: x * 2, "x.sum": lambda: x.sum(), "x.mean": lambda: x.mean(), "m.std": lambda: m.std(), "m*m": lambda: m * m, "x<5": lambda: x < 5, "prod": lambda: m.prod(),
    "bytes": lambda: x.nbytes, "T2": lambda: da.maximum(m, np.timedelta64(2, "h")), "fmin": lambda: da.fmin(m, np.timedelta64(2, "h")), "sign": lambda: da.sign(m), "broadcast": lambda: da.broadcast_to(x[:3], (2, 3)), "persist": lambda: x.persist()[:2],
    "choose": lambda: x[da.from_array(np.array([True, False] * 5), chunks=4)].compute(), "arange ints": lambda: (np.datetime64("2020-01-01") + da.arange(4, chunks=2)), "scalar": lambda: x[0].compute(),
}.items():
    show(label, work)
big = da.from_array(np.arange(np.datetime64("2000-01-01"), np.datetime64("2000-01-01") + 200_000), chunks=50_000)
print((big + np.timedelta64(36, "h")).max().compute(), ((big - big[0]) // np.timedelta64(7, "D")).max().compute(), (big.astype("M8[M]") == np.datetime64("2000-02")).sum().compute())
y = big.astype("M8[Y]").astype("i8") + 1970
print(y[:3].compute(), y.max().compute())
