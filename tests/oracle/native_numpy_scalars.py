"""NumPy scalars keep their types in hot code."""
import numpy as np

a = np.array([1.5, -2.0, 4.0, 0.25])
n = np.array([3, -4, 5, 0])


def several(x, y):
    return x + y, x - 1, 2 * x, x / y, x // y, x % y, -x, abs(x), x < y, x == 2


for k in range(800):
    several(a[k % 4], a[1])
for i in range(4):
    print(several(a[i], a[2]))
for k in range(800):
    several(n[k % 3], n[0])
for i in range(3):
    print(several(n[i], n[1]))
s = 0.0
t = 0
u = 1
for k in range(2000):
    s += a[k % 4]
    t += n[k % 4]
    u = u * 1.0 + float(a[k % 4])
print(repr(s), repr(t), repr(u))
with np.errstate(all="ignore"):
    z = np.zeros(3)
    w = 0.0
    for k in range(2000):
        w = a[k % 4] / z[k % 3] if k > 1990 else 1.0
    print(repr(w))
w = 0
for k in range(2000):
    w = int(a[k % 4]) + bool(n[k % 4]) + round(2.5 + k) + len(a)
print(repr(w))
x = 3
for k in range(2000):
    if a[k % 4] > 1:
        x = a[k % 4] * 2
print(repr(x), type(a[0] > 1).__name__)
p = 0.0
for k in range(2000):
    p = a[k % 4] ** 2 + n[k % 3] ** 2
print(repr(p))
q = True
for k in range(2000):
    q = not a[3] > 1 and n[k % 4] != 7
print(repr(q))
