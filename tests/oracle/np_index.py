import numpy as np
a = np.arange(10) * 10
m = np.arange(12).reshape(3, 4)
print(a[0], a[-1], a[2:5], a[::2], a[::-1], a[-3:], a[5:2:-1], a[100:], a[:, None].shape if False else a[1:-1:3])
print(m[0], m[-1], m[1, 2], m[0, -1], m[:, 0], m[:, ::2], m[1:, :2], m[::-1], m[::-1, ::-1], m[1:2], m[:, 1:2], m[..., 0], m[0, ...], m[1][2], m[(1, 2)])
a[0] = 99
a[1:3] = 5
a[5:8] = [1, 2, 3]
a[-1] = 2.9
print(a)
m[0, 0] = 100
m[1] = 0
m[:, 3] = [7, 8, 9]
m[::2, 1:3] *= 2
print(m)
v = m[2]
v[0] = -1
print(m[2], v)
w = m.copy()
w[0] = 0
print(m[0])
for row in m:
    print(row, row.sum())
for f in [lambda: a[10], lambda: a[-11], lambda: m[3, 0], lambda: m[0, 4], lambda: m[0, 0, 0], lambda: a['x'], lambda: a[1.5]]:
    try:
        f()
    except IndexError as e:
        print(e)
try:
    a[0:2] = [1, 2, 3]
except ValueError as e:
    print(e)
x, y, z = np.array([1, 2, 3])
print(x, y, z, 20 in a, 5 in m, list(zip(a[:2], a[2:4])), [i for i in a[:3]], a[m[1, 1]])
