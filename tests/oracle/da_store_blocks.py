# store: block by block into arrays and regions of them; what is left when a block fails.
import dask.array as da
import numpy as np

x = da.arange(1000, chunks=130).reshape(20, 50).rechunk((7, 20))
y = x - x.mean()
t = np.zeros((20, 50))
print(da.store(y, t), bool((t == y.compute()).all()))
u, v = np.zeros((30, 60)), np.zeros((20, 50), dtype=int)
da.store([y, x], [u, v], regions=[(slice(3, 23), slice(5, 55)), (slice(0, 20), slice(0, 50))])
print(bool((u[3:23, 5:55] == t).all()), float(u.sum() - t.sum()), int(v.sum()))
w = np.zeros((2, 40, 50))
da.store(x, w, regions=(1, slice(None, None, 2)))
print(w[0].sum(), w[1, ::2].sum(), w[1, 1::2].sum())
z = np.zeros((20, 50))
r = da.store(x, z, return_stored=True)
print(float((r[0] if isinstance(r, tuple) else r).sum().compute()), z.sum())
for scheduler in ["sync", "threads"]:
    z = np.zeros((20, 50))
    da.store(x + 1, z, scheduler=scheduler)
    print(z.sum())


def bad(block):
    if block.size and block.max() > 900:
        raise ValueError("bad block")
    return block


try:
    da.store(x.map_blocks(bad, dtype=int), np.zeros((20, 50)), scheduler="sync")
except ValueError as e:
    print(e)
for call in [lambda: da.store([x], [t, t]), lambda: da.store([1], [t]), lambda: da.store([x, x], [t, t], regions=[None])]:
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
one = np.zeros(())
da.store(da.arange(5, chunks=2).sum(), one)
print(one)
