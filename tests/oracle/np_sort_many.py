import numpy as np


def t(f):
    try:
        r = f()
        print(repr(r), getattr(r, "dtype", None))
    except Exception as e:
        print(type(e).__name__, e)


def mixed(n, seed):
    """Whole numbers that look random, the same everywhere."""
    at = np.arange(n, dtype=np.uint64)
    return (at * np.uint64(2654435761) + np.uint64(seed)) % np.uint64(4294967291)


words = mixed(5000, 7)
floats = words.astype(np.float64) / 1e6 - 2000.0
for dtype in ("bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float32", "float64"):
    a = (words % np.uint64(251)).astype(dtype) if dtype == "bool" or "8" in dtype else words.astype(dtype)
    if dtype in ("int32", "int64", "int16"):
        a = a - np.array(1000, dtype=dtype)
    done = np.sort(a)
    t(lambda: done[::617])
    t(lambda: bool((done[1:] >= done[:-1]).all()) and done.shape)
    order = np.argsort(a, kind="stable")
    t(lambda: order[::617])
    t(lambda: bool((a[order] == done).all()))
    t(lambda: np.unique(a)[:5])
    t(lambda: np.unique(a).shape)
    t(lambda: np.sort(a.reshape(50, 100), axis=0)[::17, ::33])
    t(lambda: np.sort(a.reshape(50, 100), axis=1)[::17, ::33])
    t(lambda: np.argsort(a.reshape(50, 100), axis=0, kind="stable")[::17, ::33])
    t(lambda: np.searchsorted(done, done[::917]))
    t(lambda: np.median(a))
special = floats.copy()
special[::97] = np.nan
special[5::131] = -np.inf
special[9::131] = np.inf
special[3::50] = 0.0
special[4::50] = -0.0
done = np.sort(special, kind="stable")
t(lambda: done[::277])
t(lambda: done[-3:])
t(lambda: np.isnan(done).sum())
t(lambda: np.signbit(done[done == 0])[:12])
t(lambda: np.argsort(special, kind="stable")[::277])
t(lambda: np.argsort(special, kind="stable")[-5:])
t(lambda: np.unique(special).shape)
t(lambda: np.unique(special, equal_nan=False).shape)
t(lambda: np.unique(special, return_counts=True)[1][-4:])
t(lambda: np.lexsort((floats, words % np.uint64(7)))[::611])
t(lambda: np.lexsort((words % np.uint64(3), words % np.uint64(5)))[::611])
t(lambda: np.partition(floats, 2500)[2500])
t(lambda: np.percentile(floats, [0, 10, 50, 99.5, 100]))
t(lambda: np.quantile(floats.astype(np.float32), 0.25))
same = np.full(3000, 2.5)
t(lambda: np.sort(same)[::999])
t(lambda: np.argsort(same, kind="stable")[::999])
most = same.copy()
most[::100] = floats[:30]
t(lambda: np.sort(most)[::299])
big = mixed(300_000, 11).astype(np.float64)
t(lambda: np.sort(big)[::60_000])
t(lambda: np.argsort(big, kind="stable")[::60_000])
t(lambda: np.sort(np.where(big > 1e5, 1.0, big))[::60_000])
t(lambda: np.sort(-big.astype(np.float32))[::60_000])
t(lambda: np.sort(big.astype(np.int64).reshape(3, 100_000), axis=-1)[:, ::30_000])
t(lambda: np.sort((floats + 1j * floats[::-1])[:200])[::50])
