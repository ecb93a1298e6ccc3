# Found by random programs beside NumPy.
import io

import dask.array as da
import numpy as np

# The dtype of the parts of 16-bit integers is known before they are computed.
for kind in ("int16", "uint16", "int32", "float32", "float64"):
    x = da.from_array(np.array([4, 3, 9], dtype=kind), chunks=2)
    for part in da.modf(x) + da.frexp(x):
        print(kind, part.dtype, part.compute().dtype, part.compute())
x = da.from_array(np.array([4, 3, 4, 6], dtype="int16"), chunks=2)
print(da.vdot(da.modf(x)[1], da.modf(x)[1]).dtype, (da.frexp(x)[0] * (1 + 2j)).dtype)

# Axes of one stretch to those of none.
a = np.zeros((0, 1))
lazy = da.from_array(a)
for subscripts in ("ij,jk->", "ij,jk->ik", "ij,jk->i", "ij,jk"):
    print(subscripts, np.einsum(subscripts, a, a), da.einsum(subscripts, lazy, lazy).compute())

# A sum starts from 0.0: of negative zeros it is 0.0.
for kind in ("float64", "float32"):
    zeros = np.array([-0.0] * 9, dtype=kind)
    for f in (np.sum, np.mean, np.median, np.nansum, np.nanmean, np.nanmedian, np.average, np.prod, np.max, np.cumsum):
        print(kind, f.__name__, f(zeros), f(zeros[:1]), f(zeros.reshape(3, 3), axis=0), f(zeros.reshape(3, 3), axis=1))
    lazy = da.from_array(zeros, chunks=2)
    print(lazy.sum().compute(), lazy.mean().compute(), (lazy * 2).sum().compute(), da.median(lazy, axis=0).compute(), lazy.max().compute())

# What is no number is shown as `repr` shows it.
for text in ("a\u00a0b", "\x85", "\x1b", "\u3000", "é", "it's"):
    for convert in (lambda: np.str_(text).astype("i8"), lambda: np.array([text]).astype("f8"), lambda: np.loadtxt(io.StringIO("1," + text + "\n"), delimiter=",", encoding="utf-8")):
        try:
            print(convert())
        except ValueError as e:
            print(e)
try:
    np.histogramdd(np.array([[1.0], [2.0]]), bins=2, weights=np.array([1j, 2j]))
except TypeError as e:
    print(e)
for weights in (np.array([1j, 2.0]), np.array([1j, 2.0], dtype="complex64"), np.array([np.inf, 1j])):
    for work in (lambda: np.histogram(np.array([0.0, 1.0]), bins=2, weights=weights)[0], lambda: np.bincount([0, 1], weights=weights),
                 lambda: da.histogram(da.from_array(np.array([0.0, 1.0])), bins=2, range=(0, 1), weights=da.from_array(weights))[0].compute()):
        try:
            print(work())
        except TypeError as e:
            print(e)
