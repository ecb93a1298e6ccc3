# Functions of complex numbers where C11, annex G, says what comes: zeros with signs, infinities, NaN, what overflows, what is near a cut.
import numpy as np

parts = [0.0, -0.0, 1.0, -1.0, 0.5, -3.25, 1e-9, 1e200, -712.0, np.inf, -np.inf, np.nan]
functions = [
    np.exp, np.exp2, np.expm1, np.log, np.log10, np.log1p, np.sin, np.cos, np.tan, np.sinh, np.cosh, np.tanh,
    np.arcsin, np.arccos, np.arctan, np.arcsinh, np.arccosh, np.arctanh, np.sqrt, np.absolute, np.reciprocal, np.sign,
]


def number(re, im):
    z = np.zeros(1, dtype="complex128")
    z.real[0], z.imag[0] = re, im
    return z


def word(v):
    return "nan" if v != v else f"{v:.11g}"


with np.errstate(all="ignore"):
    for f in functions:
        for re in parts:
            row = [f(number(re, im))[0] for im in parts]
            print(f.__name__, re, *[f"{word(v.real)}{'' if v.real == v else ',' + word(v.imag)}" for v in row])
    for re in parts[:8]:
        for exponent in (number(2.5, 0.0), number(-1.0, 2.0), number(0.5, -0.0), number(3.0, 0.0)):
            row = [np.power(number(re, im), exponent)[0] for im in parts[:8]]
            print("power", re, exponent[0], *[f"{word(v.real)},{word(v.imag)}" for v in row])

single = np.array([800, -800 + 1j, 88.5 + 3j, 0.001j, -3.4e38 + 1j], dtype="complex64")
with np.errstate(all="ignore"):
    for f in functions:
        print(f.__name__, *[f"{word(v.real)[:6]},{word(v.imag)[:6]}" for v in f(single).astype("complex128")], f(single).dtype)
