"""Heat spreads through a metal plate: a stencil over a chunked array.

The plate's left edge is kept hot and the others cold. Each step replaces the inner points by the mean of their four
neighbours, with slices of the lazy array; ten steps are noted before any is run, and then fused and run together.
"""

import dask.array as da
import numpy as np

HEIGHT, WIDTH = 40, 64

plate = np.zeros((HEIGHT, WIDTH))
plate[:, 0] = 100.0


def step(u):
    inner = (u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:]) / 4
    middle = da.concatenate([u[1:-1, :1], inner, u[1:-1, -1:]], axis=1)
    return da.concatenate([u[:1], middle, u[-1:]], axis=0).rechunk((20, 32))


def draw(u, shades=" .:-=+*#%@"):
    for row in u[::5]:
        print("".join(shades[min(int(v / 100.001 * len(shades)), len(shades) - 1)] for v in row[:48:2]))


for lap in range(3):
    u = da.from_array(plate, chunks=(20, 32))
    for _ in range(10):
        u = step(u)
    plate = u.compute()
    print(f"after {10 * (lap + 1)} steps: mean {plate.mean():.4f}, inner maximum {plate[1:-1, 1:].max():.3f}")

draw(plate)
