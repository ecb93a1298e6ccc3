import numpy as np
grid = np.zeros((8, 10), dtype=int)
grid[1, 2] = grid[2, 3] = 1
grid[3, 1:4] = 1
def step(g):
    p = np.zeros((g.shape[0] + 2, g.shape[1] + 2), dtype=int)
    p[1:-1, 1:-1] = g
    n = (p[:-2, :-2] + p[:-2, 1:-1] + p[:-2, 2:] + p[1:-1, :-2] + p[1:-1, 2:] + p[2:, :-2] + p[2:, 1:-1] + p[2:, 2:])
    return ((n == 3) | ((g == 1) & (n == 2))).astype(int)
for i in range(4):
    grid = step(grid)
print(grid, grid.sum())
for row in grid:
    print(''.join('#' if c else '.' for c in row))
