import dask.array as da
import numpy as np
x = da.random.random((1000, 100), chunks=(100, 100))
print(x, x.dtype, x.chunks[1], 0.49 < x.mean().compute() < 0.51, x.min().compute() >= 0, x.max().compute() < 1, abs(x.std().compute() - 0.2887) < 0.01)
n = da.random.normal(10, 0.1, size=(10000,), chunks=1000)
print(n.shape, n.numblocks, abs(n.mean().compute() - 10) < 0.01, abs(n.std().compute() - 0.1) < 0.01)
rng = da.random.default_rng(42)
r = rng.random(1000, chunks=100)
s = da.random.default_rng(42).random(1000, chunks=100)
print((r == s).all().compute(), (r == da.random.default_rng(43).random(1000, chunks=100)).all().compute(), (r.compute() == r.compute()).all(), (x.mean() - x.mean()).compute())
g = rng.normal(0, 1, size=(50, 40), chunks=(25, 20))
print(g, g.shape, g.chunks, abs(g.mean().compute()) < 0.2, rng.random((3, 3), chunks=2).shape, rng.normal(size=5, chunks=5).compute().shape)
