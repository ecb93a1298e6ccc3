import numpy as np
a = np.arange(1, 6)
b = np.array([2.0, 0.5, -1.0, 4.0, 3.0])
print(a + 1, a - b, a * 2, a / 2, a // 2, a % 2, a ** 2, -a, +a, abs(-a), 1 - a, 2 / a, 10 // a, 7 % a, 2 ** a, a ** 0.5)
print(a + b, a * b, a / b, b // 2, b % 2, b ** 2, a @ a, a @ b, -b, abs(b))
print(a > 2, a >= 2, a < b, a == 3, a != 3, (a > 1) & (a < 4), (a < 2) | (a > 4), ~(a > 2), (a > 1) ^ (a > 3), 3 > a)
print(a & 1, a | 8, a ^ 3, a << 1, a >> 1, ~a)
c = a.copy()
c += 10
c *= 2
print(c, a)
c -= a
c //= 3
print(c)
d = b.copy()
d /= 2
d **= 2
print(d)
try:
    c /= 2
except TypeError as e:
    print(type(e).__name__, e)
try:
    a + np.arange(3)
except ValueError as e:
    print(e)
try:
    a + 'x'
except TypeError as e:
    print(type(e).__name__)
print(np.array([7, -7]) // np.array([2, 2]), np.array([7, -7]) % np.array([3, 3]), np.array([7.5, -7.5]) // 2, np.array([7.5, -7.5]) % 2, np.array([-7.5]) % -2)
print(np.array([True, False]) + 1, np.array([True, False]) + np.array([True, True]), np.array([True, False]) * 2.5, ~np.array([True]), np.array([9223372036854775807]) + 1)
