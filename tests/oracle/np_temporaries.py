# What stands between two operators may be overwritten; what has a name, or is seen through a view, may not.
import numpy as np

n = 20_000
a = np.arange(n, dtype=np.float64)
b = np.full(n, 0.5)
c = np.arange(n, 0, -1).astype(np.float64)


def show(x):
    print(x.dtype, x.shape, x.ravel()[:3], x.ravel()[-2:], x.max() if x.dtype.kind != "c" else x[7])


show(a * b + c)
show(c - a * b)
show(2 - (a + b))
show((a + b) * 3)
show((a * b) / (c + 1))
show((a - b) * (a + b) - (a * a - b * b))
show(a * b + c * b + a * c)
show(a), show(b), show(c)

y = a * b
z = y + c
show(y), show(z)
w = (v := a * b) + c
show(v), show(w)
kept = [a * b]
show(kept[0] + c)
show(kept[0])


def double(x):
    return x + x


show(double(a * b) - a * b)
t = a + 1
show((t + 1) + t)
show(t)

# Views of what has no name, and arrays turned around.
show((a * b)[1:] + c[1:])
show((a * b)[::-1] + c)
m = (a * b).reshape(100, 200)
show((m * 2).T + m.T)
show((m * 2) + m[0])
show(m[0] + (m * 2))
show(m[:1] * 2 + m)
show(m)

# Results of another dtype or shape take room of their own.
i = np.arange(n)
show(i * 2 / 4)
show(i * 2 + 0.5)
show((i * 2) + a)
show(a + (i * 2))
f = np.ones(n, dtype=np.float32)
show(f * 2 + 1)
show(f * 2 + a)
show((f + f) * np.float64(0.1))
show((i * 2) + 1 - 3)
u = np.ones(n, dtype=np.uint8)
show((u + u) - 3)
k = a * 1j
show((k * k) + a)
show((a + a) * 1j)
show((a[:5000] * 2) + a.reshape(4, 5000))

try:
    show(a * b + c[1:])
except ValueError as error:
    print(error)
show(a * b)

total = np.zeros(n)
for step in range(3):
    total = total + a * b * step
show(total)
show(sum([a * step for step in range(4)]))
print(np.array_equal(a * b + c - c, a * b), (a * b + c is a))
pairs = ((a * j, b * j) for j in range(3))
show([x + y for x, y in pairs][2])
