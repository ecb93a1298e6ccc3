import numpy as np

for kind in ("complex128", "complex64"):
    z = np.arange(6, dtype=kind).reshape(2, 3)
    z.real = 3
    print(z)
    z.imag[0] = 4
    z.imag[:, 1] = [8, 9]
    print(z)
    r = z.real
    r[1, 2] = 7
    z[0, 0] = 1 - 1j
    print(z, r, r.dtype, r.shape)
    z.imag *= 2
    z.real += np.array([[10.0, 20.0, 30.0]])
    print(z)
    row = z[1, ::-1]
    row.real[0] = -1
    row.imag = [1, 2, 3]
    print(z, row)
    t = z.T.real
    t[0, 1] = 100
    print(z)
    print(z.real.sum(), z.imag.max(axis=0), z.real.copy().tolist())
    kept = z.imag.copy()
    z.imag = 0
    print(kept, z)
    for value in (np.ones(4), np.ones((3, 2))):
        try:
            z.real = value
        except ValueError as e:
            print(e)
one = np.array(1 + 2j)
one.real = 5
print(one, one.real, one.imag)
x = np.array([1.0, 2.0])
x.real = 7
print(x, x.imag, x.real is x)
try:
    x.imag = 1
except TypeError as e:
    print(e)
n = np.array([1, 2])
n.real[0] = 9
print(n, n.imag)
e = np.zeros(0, dtype=complex)
e.real = 1
print(e, e.real, e.imag)
