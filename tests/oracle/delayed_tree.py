from dask import delayed
def add(a, b):
    return a + b
L = [delayed(lambda x: x * x)(i) for i in range(1, 9)]
while len(L) > 1:
    new = []
    for i in range(0, len(L), 2):
        new.append(delayed(add)(L[i], L[i + 1]))
    L = new
print(L[0].compute(), sum(i * i for i in range(1, 9)), len(dict(L[0].dask)))
x = delayed(0)
for i in range(2000):
    x = delayed(add)(x, i)
print(x.compute())
grid = {}
for i in range(5):
    for j in range(5):
        up = grid.get((i - 1, j), 0)
        left = grid.get((i, j - 1), 0)
        grid[i, j] = delayed(lambda a, b, v: max(a, b) + v)(up, left, (i * 7 + j * 3) % 5)
print(grid[4, 4].compute())
