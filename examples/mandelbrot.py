"""The Mandelbrot set: a function of numbers, called for every point, in strips that are parallel tasks.

With a path as argument the picture is written there, as a grey picture in text that most programs read (.pgm).
"""

import sys

import numpy as np

import dask
from dask import delayed

WIDTH, HEIGHT, MOST = 300, 200, 255


def escape(cr, ci, most):
    """After how many steps a point leaves the circle of radius 2, `most` if it does not."""
    zr = zi = 0.0
    for step in range(most):
        rr, ii = zr * zr, zi * zi
        if rr + ii > 4.0:
            return step
        zi = 2.0 * zr * zi + ci
        zr = rr - ii + cr
    return most


@delayed
def strip(first, last):
    """Rows of the picture."""
    rows = np.zeros((last - first, WIDTH), dtype="int64")
    for y in range(first, last):
        ci = -1.0 + 2.0 * y / HEIGHT
        for x in range(WIDTH):
            rows[y - first, x] = escape(-2.0 + 3.0 * x / WIDTH, ci, MOST)
    return rows


strips = dask.compute(*[strip(y, y + 20) for y in range(0, HEIGHT, 20)])
picture = np.concatenate(strips)

inside = int((picture == MOST).sum())
print(f"{inside} of {picture.size} points never leave; area about {6.0 * inside / picture.size:.3f}")
for row in picture[::20, ::5]:
    print("".join(" .:-=+*#%@"[min(9, int(steps) * 10 // 40)] for steps in row))

if len(sys.argv) > 1:
    with open(sys.argv[1], "w") as f:
        f.write(f"P2\n{WIDTH} {HEIGHT}\n255\n")
        for row in picture:
            f.write(" ".join(str(255 - min(255, int(steps) * 6)) if steps < MOST else "0" for steps in row) + "\n")
