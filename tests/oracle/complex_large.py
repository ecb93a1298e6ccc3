"""tan and tanh of complex numbers whose sinh and cosh overflow; the words of `+=` whatever the other operand is."""
import numpy as np
import dask.array as da

z = np.array([400 + 1j, -400 - 2j, 1156.75 + 3j, -1156.75 - 1177.75j, 1e300 + 0.5j, 20 + 0.1j, 0.5 + 400j, -3 - 1e5j,
              complex(np.inf, 1), complex(-np.inf, 2), 360 + 0j, -0.0 + 355j])
for f in (np.tanh, np.tan):
    print(f(z))
    print(f(da.from_array(z, chunks=5)).compute() == f(z))
print(np.tanh(np.complex64(200 + 1j)), np.tan(np.array([1 + 120j], dtype=np.complex64)))


def total(seq):
    made = 0.0
    for x in seq:
        made += x
    return made


for seq in ([{}], [1, {}], [1, "a"], [None], [(1,)], [{1}], [1, np.float64(2.5)], [lambda: 1], [b"a"]):
    try:
        print(total(seq))
    except TypeError as e:
        print(e)
