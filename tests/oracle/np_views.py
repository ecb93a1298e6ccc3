import numpy as np
a = np.arange(8)
b = a[::2]
c = a.reshape(2, 4)
d = c.T
a[0] = 50
print(b, c, d)
c[1, 1] = -5
print(a, b, d)
d[3] = 0
print(a)
b += 100
print(a)
e = a[1:4].copy()
e[:] = 7
print(e, a)
a[:] = a[::-1].copy()
print(a, c)
r = a[::-1]
r[0] = 1000
print(a, r[:2])
f = np.zeros((3, 3))
f[1:2, 1:] = 5
f[:, 0] += 1
f[0] = f[1]
print(f)
g = f[1:, 1:]
g *= 2
print(f, g)
