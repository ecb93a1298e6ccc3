import numpy as np
a = np.array([True, True, False, False])
b = np.array([True, False, True, False])
print(a & b, a | b, a ^ b, ~a, a == b, a != b, a < b, a * b, a + b, a * 2, a.sum(), a.mean(), a.any(), a.all(), a.astype(int), a.astype('float32'), a / 2, a.max(), a.min(), a - 1, a.dtype)
print(np.arange(4)[a] if False else a[1:], np.logical_and(a, b), np.logical_or(a, b), np.logical_not(a), np.logical_xor(a, b), np.where(a, 1, 0), np.where(a & b, 'y' if False else 5.5, 0), (np.arange(6).reshape(2, 3) > 2).any(axis=0), bool(a[0]), a[0] and b[1], not a[2])
if (a | b).any():
    print('some')
if not (a & b).all():
    print('not all')
for f in [lambda: bool(a), lambda: 1 if a else 0, lambda: a and b, lambda: not a]:
    try:
        f()
    except ValueError as e:
        print(e)
