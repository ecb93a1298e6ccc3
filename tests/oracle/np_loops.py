import numpy as np
a = np.zeros(6, dtype=int)
for i in range(1, 6):
    a[i] = a[i - 1] + i
print(a, a[a.size - 1], len(a))
t = np.zeros((3, 4))
for i in range(t.shape[0]):
    for j in range(t.shape[1]):
        t[i, j] = i * 10 + j / 4
print(t, t.sum(axis=0), [float(r.sum()) for r in t])
best = None
for i, v in enumerate(np.array([3.5, -1.0, 7.25])):
    if best is None or v > best:
        best, at = v, i
print(best, at, repr(best))
total = 0
for v in np.arange(5):
    total += v
print(total, repr(total), sum(np.arange(3)), [int(v) for v in np.arange(3)], [str(v) for v in np.array([1.5, 2])], list(enumerate(np.arange(2))), dict(zip('ab', np.arange(2))), max(np.array([1, 9, 3])), {int(v): v * 2 for v in np.arange(2)})
print(','.join(f'{v:.1f}' for v in np.linspace(0, 1, 3)), tuple(np.arange(3)), set(int(x) for x in np.array([1, 1, 2])), [x for x in np.arange(10) if x % 3 == 0], np.array([x ** 2 for x in range(5)]), np.array([[i * j for j in range(3)] for i in range(3)]), np.array(list(map(float, '12'))), np.array(range(4)), np.array((1, 2)))
