print([x * x for x in range(6)], [x for x in range(20) if x % 2 if x % 3], [(x, y) for x in range(3) for y in range(x)], [x if x % 2 else -x for x in range(5)])
print({x: x * x for x in range(4)}, {k: v for k, v in zip('abc', [1, 2, 3]) if v != 2}, {x % 4 for x in range(10)}, {len(w) for w in ['a', 'bb', 'cc']})
g = (x * 2 for x in range(3))
print(next(g), list(g), list(g), sum(x for x in range(10)), max(len(w) for w in ['a', 'bbb']), ','.join(str(x) for x in range(3)))
m = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in m] for i in range(3)], [v for row in m for v in row], [sum(row) for row in m], [list(r) for r in zip(*m)])
print([[j * i for j in range(3)] for i in range(3)], [[] for _ in range(3)], [(i, j) for i in 'ab' for j in 'xy' if i + j != 'ay'])
x = 'outer'
print([x for x in range(3)], x)
print([f(3) for f in [lambda v: v + 1, lambda v: v * 2]], [y for x in [1, 2] for y in [x, x * 10]])
print([a + b for a, b in [(1, 2), (3, 4)]], [h for h, *t in ['abc', 'de']], {i: [j for j in range(i)] for i in range(3)})
print([i for i in range(5) if i not in [j for j in range(3)]], [*(i for i in 'ab')], dict((k, 1) for k in 'ab'), tuple(i for i in [1]), set(i for i in [2]))
print([x for x in [1, 2, 3] if x > 1 and x < 3 or x == 1], any(x > 2 for x in [1, 2, 3]), all(x for x in [1, 0]), [None for _ in range(2)])
n = 3
print([n * i for i in range(n)], [(lambda q: q * n)(i) for i in range(n)], [i for i in (lambda: [7, 8])()])
