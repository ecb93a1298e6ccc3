"""Dynamic programming over arrays in hot loops."""
import numpy as np


def coins(amount):
    ways = np.zeros(amount + 1, dtype="int64")
    ways[0] = 1
    for coin in (1, 2, 5, 10, 20, 50, 100, 200):
        for k in range(coin, amount + 1):
            ways[k] += ways[k - coin]
    return ways[amount]


def lcs(a, b):
    n, m = len(a), len(b)
    table = np.zeros((n + 1, m + 1), dtype="int64")
    for i in range(n):
        for j in range(m):
            if a[i] == b[j]:
                table[i + 1, j + 1] = table[i, j] + 1
            else:
                table[i + 1, j + 1] = max(table[i, j + 1], table[i + 1, j])
    return table[n, m]


def knapsack(weights, values, room):
    best = np.zeros(room + 1)
    for i in range(len(weights)):
        w = weights[i]
        for k in range(room, w - 1, -1):
            if best[k - w] + values[i] > best[k]:
                best[k] = best[k - w] + values[i]
    return best[room]


def shortest(d):
    n = len(d)
    for k in range(n):
        for i in range(n):
            for j in range(n):
                through = d[i, k] + d[k, j]
                if through < d[i, j]:
                    d[i, j] = through
    return d


print(repr(coins(200)), coins(1000))
a = np.arange(60) * 7 % 10
b = np.arange(70) * 3 % 10
print(repr(lcs(a, b)))
print(repr(knapsack(np.array([3, 4, 5, 9, 14]), np.array([3.0, 4.5, 4.0, 10.0, 14.5]), 500)))
d = (np.arange(400) * 7919 % 101 + 1).reshape(20, 20).astype("float64")
print(shortest(d)[0, :8], shortest(d).sum())
ints = (np.arange(100) * 31 % 47 + 1).reshape(10, 10)
print(shortest(ints)[3])


def pascal(n):
    row = np.zeros(n, dtype="int64")
    row[0] = 1
    for k in range(1, n):
        for j in range(k, 0, -1):
            row[j] += row[j - 1]
    return row


print(pascal(12), pascal(80)[40])


def bubble(a):
    n = len(a)
    swaps = 0
    for i in range(n):
        for j in range(n - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
                swaps += 1
    return swaps


x = np.arange(60) * 37 % 61
print(bubble(x), x[:10])


def life(grid):
    n, m = grid.shape
    new = np.zeros((n, m), dtype="int64")
    for i in range(n):
        for j in range(m):
            s = 0
            for di in range(-1, 2):
                for dj in range(-1, 2):
                    s += grid[(i + di) % n, (j + dj) % m]
            s -= grid[i, j]
            new[i, j] = 1 if s == 3 or (s == 2 and grid[i, j]) else 0
    return new


g = (np.arange(144) * 7 % 5 == 0).astype("int64").reshape(12, 12)
for _ in range(5):
    g = life(g)
print(int(g.sum()))
