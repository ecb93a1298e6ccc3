# tol: 1e-13
import dask.array as da
import numpy as np
n = 12
u = da.from_array(np.linspace(0, 1, n) ** 2, chunks=5)
for step in range(5):
    inner = u[1:-1] + 0.25 * (u[2:] - 2 * u[1:-1] + u[:-2])
    u = da.concatenate([u[:1], inner, u[-1:]]).rechunk(5)
print(u.compute(), u.chunks)
g = da.from_array(np.arange(36).reshape(6, 6) * 1.0, chunks=(4, 3))
lap = g[:-2, 1:-1] + g[2:, 1:-1] + g[1:-1, :-2] + g[1:-1, 2:] - 4 * g[1:-1, 1:-1]
print(lap.compute(), lap.shape, lap.chunks, (g - g.mean(axis=0)).std(axis=0).compute(), ((g - g.mean()) / g.std()).sum().compute().round(6) + 0)
corr = ((g - g.mean(axis=0)).T @ (g - g.mean(axis=0))) / 5
print(corr.compute()[:2, :3])
