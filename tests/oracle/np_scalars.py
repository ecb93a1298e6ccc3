import numpy as np
a = np.array([1.5, 2.5, 4.0])
i = np.arange(5)
b = i > 2
print(a[2], i[1], b[0], repr(a[2]), repr(i[1]), repr(b[0]), repr(a.astype('float32')[0]), [a[0], i[0], b[4]], (a[2],), {'k': i[3]})
print(repr(a.sum()), repr(a.mean()), repr(i.sum()), repr(i.mean()), repr(b.any()), repr(i.max()), repr(a.astype('float32').sum()), repr(np.float64(0.1)), repr(np.int64(5)), repr(np.bool_(True)), repr(np.float32(0.1)), np.float32(0.1), np.float32(1) / np.float32(3))
print(repr(a[0] + 1), repr(1 + a[0]), repr(i[2] * 2), repr(i[2] / 2), repr(i[3] // 2), repr(i[3] ** 2), repr(a[0] > 1), repr(i[1] == 1), repr(-i[3]), repr(a[0] + i[1]), repr(2.5 * i[2]), repr(abs(-a[0])), repr(i[4] % 3))
print(int(i[2]), float(a[0]), str(a[0]), bool(b[4]), f'{a[0]:.2f} {i[3]:03d} {a[0]} {a[0]!r}', round(a[0]), repr(round(np.float64(2.567), 2)), '%d %.1f %s' % (i[2], a[1], a[2]), a[0].item(), i[0].dtype, a[0].shape, a[0].ndim)
print(isinstance(a[0], float), isinstance(i[0], int), type(a[0]), type(i[0]).__name__, type(b[0]), type(a[0] + 1), type(a[0].item()), a[0] == 1.5, hash(a[0]) == hash(1.5), i[2] in [2], {1: 'x'}[i[1]], [10, 20, 30][i[1]])
print(repr(np.float64('nan')), repr(np.float64(1e20)), repr(np.float64('inf')), np.float64(1e20), np.float64(3), repr(np.sqrt(2)), repr(np.exp(0)), np.pi, np.e, np.inf, np.nan, repr(np.abs(-3)), range(i[3]), 'a' * i[2])
print(sum(a), repr(sum(i)), max(a), repr(max(i)), sorted(i[::-1]), list(a), min(a[0], 2))
