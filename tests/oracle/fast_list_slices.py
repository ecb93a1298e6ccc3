x = list(range(10))
print(x[2:5], x[::-2], x[-3:], x[5:2], x[:], x[-1], x[True], x[10:], x[-100:3])
x[2:4] = "ab"
print(x)
x[::3] = [0, 0, 0, 0]
print(x)
del x[1::2]
print(x)
for act in (lambda: x[99], lambda: x[-99], lambda: x["a"], lambda: x.pop(50), lambda: [].pop(), lambda: x.remove(77), lambda: x.index(77), lambda: (1, 2)[5]):
    try:
        act()
    except Exception as e:
        print(type(e).__name__, e)
try:
    x[99] = 1
except IndexError as e:
    print(e)
y = x
y += [1]
y *= 2
print(x, x is y, x + y == y + x, x * 0)
x.insert(-1, "i")
x.extend(c for c in "xy")
print(x.pop(), x.pop(0), x.count(1), x.index("i"), x)
walk = [1, 2, 3, 4]
for v in walk:
    if v % 2 == 0:
        walk.remove(v)
    elif len(walk) < 6:
        walk.append(v + 1)
print(walk)
grid = [[0] * 3 for _ in range(2)]
grid[0][1] += 5
grid[1][-1] = grid[0]
print(grid)
a, (b, *c), d = 1, [2, 3, 4], 5
print(a, b, c, d)
m = [[1, 2], [3, 4]]
print([list(r) for r in zip(*m)], [x for r in m for x in r], list(map(sum, m)), list(reversed(m)))
t = 1, 2, 3
try:
    t[0] = 5
except TypeError as e:
    print(e)
print(t[::-1], t + (4,), t * 2, 2 in t, t.index(3), t.count(1))
s = "hello"
print(s[1], s[-1], s[1:3], s[::-1], s[99:], "ell" in s, s * 2)
try:
    s[9]
except IndexError as e:
    print(e)
