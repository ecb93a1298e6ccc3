# tol: 1e-13
import numpy as np
import dask
import dask.array as da
import warnings
warnings.simplefilter("ignore")
def show(f):
    try:
        r = f()
        print(type(r).__name__, repr(r))
    except Exception as e:
        print(type(e).__name__, e)
def plain(f):
    show(lambda: f().compute())
def both(f):
    def g():
        r = f()
        print(r, type(r))
        return r.compute()
    show(g)
x = da.arange(10, chunks=5)
y = da.from_array(np.arange(12.0).reshape(3, 4), chunks=(2, 2))
m = da.ma.masked_greater(x, 5)
print(m, repr(m), type(m)); print(m.shape, m.dtype, m.chunks, m.ndim, m.size, m.npartitions, len(m), m.numblocks, m.nbytes)
for v, k in ((x, 5), (y, 5)):
    both(lambda: da.ma.masked_greater(v, k)); both(lambda: da.ma.masked_greater_equal(v, k)); both(lambda: da.ma.masked_less(v, k)); both(lambda: da.ma.masked_less_equal(v, k)); both(lambda: da.ma.masked_equal(v, k)); both(lambda: da.ma.masked_not_equal(v, k)); both(lambda: da.ma.masked_inside(v, 2, 5)); both(lambda: da.ma.masked_outside(v, 2, 5)); both(lambda: da.ma.masked_values(v, 3)); both(lambda: da.ma.masked_invalid(v)); both(lambda: da.ma.fix_invalid(v)); both(lambda: da.ma.masked_where(v > 3, v)); both(lambda: da.ma.masked_array(v, mask=v % 3 == 0)); both(lambda: da.ma.masked_array(v, mask=False)); both(lambda: da.ma.masked_array(v)); both(lambda: da.ma.masked_array(v, mask=v > 2, fill_value=-1)); both(lambda: da.ma.masked_greater(v, 100))
    m = da.ma.masked_array(v, mask=v % 3 == 1)
    for f in (lambda: m + 1, lambda: 2 * m, lambda: m * m, lambda: m / 2, lambda: m - v, lambda: v + m, lambda: m ** 2, lambda: -m, lambda: m > 4, lambda: m == 3, lambda: da.sqrt(m), lambda: da.exp(m) * 0, lambda: m.sum(), lambda: m.mean(), lambda: m.std(), lambda: m.var(), lambda: m.min(), lambda: m.max(), lambda: m.prod(), lambda: m.any(), lambda: m.all(), lambda: m.sum(axis=0), lambda: m.mean(axis=0), lambda: m.max(axis=0), lambda: m.sum(axis=0, keepdims=True), lambda: m.T, lambda: m[1:], lambda: m[::2], lambda: m.astype("float32"), lambda: m.rechunk(3), lambda: m.reshape(-1), lambda: m.ravel(), lambda: da.ma.count(m), lambda: da.ma.count(m, axis=0), lambda: da.ma.average(m), lambda: da.ma.average(m, axis=0), lambda: da.ma.average(m, weights=v), lambda: da.ma.ones_like(m), lambda: da.ma.zeros_like(m), lambda: da.ma.where(m > 3, m, 0), lambda: da.concatenate([m, m]), lambda: da.stack([m, m]), lambda: da.sum(m), lambda: da.mean(m, axis=0), lambda: m.map_blocks(lambda b: b * 2), lambda: da.where(m > 3, m, 0), lambda: da.ma.masked_greater(m, 8), lambda: da.absolute(m), lambda: m + m.sum(), lambda: m - m.mean(axis=0), lambda: (m * 2 + 1).sum(), lambda: m.cumsum(axis=0), lambda: m.argmax(axis=0), lambda: m.round(1), lambda: m[0], lambda: m[v > 3].compute_chunk_sizes(), lambda: m.persist()):
        both(f)
    plain(lambda: da.ma.filled(m, -9)); plain(lambda: da.ma.getdata(m)); plain(lambda: da.ma.getmaskarray(m)); show(lambda: [a.compute() for a in da.ma.nonzero(m)]); show(lambda: m.compute().mask); show(lambda: m.blocks[0].compute())
z = da.from_array(np.ma.array([1, 2, 3, 4], mask=[0, 1, 0, 1], fill_value=7), chunks=2)
both(lambda: z); both(lambda: z.sum()); both(lambda: z + 1); plain(lambda: da.ma.filled(z)); da.ma.set_fill_value(z, 99); both(lambda: z); plain(lambda: da.ma.filled(z))
show(lambda: da.ma.masked_array(x, mask=[1, 0])); show(lambda: da.ma.masked_where(y > 1, x)); show(lambda: da.ma.masked_equal(x, np.array([1]))); show(lambda: da.compute(da.ma.masked_greater(x, 7), x.sum())); show(lambda: isinstance(m, da.Array)); show(lambda: da.ma.average(da.ma.masked_array(y, y > 4), axis=1, returned=True)[1].compute())
show(lambda: da.ma.masked_array([1, 2, 3], mask=[0, 1, 0]).compute()); show(lambda: da.ma.masked_less(np.arange(4), 2).compute()); show(lambda: m.shape); show(lambda: m.name.startswith("masked_array"))
show(lambda: dask.compute([da.ma.masked_greater(x, 7), (x.sum(), da.ma.masked_less(x, 2).sum())], 3)); show(lambda: np.asarray(da.ma.masked_greater(x, 7))); show(lambda: m.map_blocks(lambda b: np.ma.sqrt(b)).compute())
