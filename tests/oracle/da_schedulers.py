# tol: 1e-13
import dask
import dask.array as da
x = da.arange(1000, chunks=70)
e = ((x - x.mean()) ** 2).sum() / x.size
values = [e.compute(scheduler=s) for s in ['sync', 'threads', 'synchronous', 'single-threaded']]
print(values[0], len(set(values)), e.compute(scheduler='threads', num_workers=1) == values[0], e.compute(num_workers=4) == values[0])
for s in ['sync', 'threads']:
    with dask.config.set(scheduler=s):
        print(s, e.compute(), dask.compute(x.sum(), x.max()), (x + 1).persist()[-1].compute())
print(dask.compute(e, scheduler='sync'), dask.compute(x.min(), x[::100], scheduler='threads'))
