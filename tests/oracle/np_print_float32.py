import numpy as np
a = np.array([0.1, 0.2, 0.3], dtype='float32')
print(a, repr(a), a[0], repr(a[0]), a.tolist(), a * 3, a + 0.1, a.sum(), repr(a.mean()), a / 3)
print(np.array([1e10, 1], dtype='float32'), np.array([1e-10, 1], dtype='float32'), np.array([3.4e38], dtype='float32'), np.array([np.nan, np.inf], dtype='float32'), np.array([16777217], dtype='float32'), np.linspace(0, 1, 6).astype('float32'))
print(np.arange(3, dtype='float32') ** 2, np.sqrt(np.arange(4, dtype='float32')), a.astype(float), a.astype('float64')[0], float(a[0]), f'{a[0]:.3f}', f'{a[0]}', str(a[1]), np.float32(1e10), np.float32(1e16), repr(np.float32(1e17)), np.float32(3))
print(repr(np.ones((2, 2), dtype='float32') / 3), np.float32(0.1) == 0.1, np.float32(0.5) == 0.5, a.dtype, a.nbytes, (a > 0.15), np.array([1.5, 2.5]).astype('float32').dtype.name)
