"""Conway's game of life with eager arrays and slices; several starting positions run as parallel tasks."""

import dask
import numpy as np
from dask import delayed

PATTERNS = {
    "glider": [".#.", "..#", "###"],
    "blinker": ["###"],
    "acorn": [".#.....", "...#...", "##..###"],
    "r-pentomino": [".##", "##.", ".#."],
}


def world(pattern, height=24, width=36):
    grid = np.zeros((height, width), dtype=int)
    top, left = height // 2 - 1, width // 2 - 3
    for i, row in enumerate(pattern):
        for j, cell in enumerate(row):
            if cell == "#":
                grid[top + i, left + j] = 1
    return grid


def step(grid):
    """One generation; beyond the edge everything is dead."""
    h, w = grid.shape
    p = np.zeros((h + 2, w + 2), dtype=int)
    p[1:-1, 1:-1] = grid
    near = (p[:-2, :-2] + p[:-2, 1:-1] + p[:-2, 2:] + p[1:-1, :-2]
            + p[1:-1, 2:] + p[2:, :-2] + p[2:, 1:-1] + p[2:, 2:])
    return ((near == 3) | ((grid == 1) & (near == 2))).astype(int)


@delayed
def run(pattern, generations):
    grid = world(pattern)
    alive = [int(grid.sum())]
    for _ in range(generations):
        grid = step(grid)
        alive.append(int(grid.sum()))
    return grid, alive


runs = {name: run(pattern, 30) for name, pattern in PATTERNS.items()}
(results,) = dask.compute(runs)
for name, (grid, alive) in results.items():
    print(f"{name:<12} {alive[0]:>3} -> {alive[-1]:>3} cells, at most {max(alive)}")

grid, _ = results["acorn"]
for row in grid:
    line = "".join("#" if cell else "." for cell in row)
    if "#" in line:
        print(line)
