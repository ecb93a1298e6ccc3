import dask
import dask.array as da
import numpy as np
x = da.arange(6, chunks=2)
y = (x + 1) * 2
p = y.persist()
print(type(p).__name__, p.chunks, p.compute(), len(dict(p.dask)), p.name == y.name)
a, b = da.compute(x, y) if hasattr(da, 'compute') else dask.compute(x, y)
print(a, b, dask.compute(x.sum(), {'k': y.max()}, [x.min()]), dask.compute(x)[0])
print(np.asarray(y), np.array(y), repr(x.sum().compute()), float(x.mean()), int(x.sum()), bool((x > 0).any()), x.compute(scheduler='sync'), x.compute(scheduler='threads'))
if (x < 100).all():
    print('array truth')
try:
    bool(x)
except ValueError as e:
    print(e)
for row in da.ones((2, 2), chunks=1):
    print(row, row.compute())
print(x.sum() + 1, (x.sum() + 1).compute(), [float(v) for v in x[:2]], f'{float(x.mean()):.2f}', '%d' % int(x.max()), max(x.compute()), round(float(x.std().compute()), 6))
print(x.compute().tolist(), x.map_blocks(lambda b: b * 2).compute() if False else '', (y is y), x.copy().compute(), x.T.compute())
