# tol: 1e-13
import numpy as np

def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

a = np.array([1 + 2j, 3 - 1j, 0.5j])
b = np.array([2 - 1j, 1 + 1j, -2])
for t in ["complex64", "complex128"]:
    x, y = a.astype(t), b.astype(t)
    for f in [lambda: x, lambda: x + y, lambda: x - y, lambda: x * y, lambda: x / y, lambda: x ** 2, lambda: x ** 3, lambda: -x, lambda: abs(x), lambda: x.real, lambda: x.imag, lambda: x.conj(),
              lambda: np.angle(x), lambda: np.angle(x, deg=True), lambda: x + 1, lambda: x * 1.5, lambda: x * 1j, lambda: x == y, lambda: x != 0, lambda: x < y, lambda: x >= y, lambda: np.maximum(x, y), lambda: np.minimum(x, y),
              lambda: x.sum(), lambda: x.prod(), lambda: x.mean(), lambda: x.var(), lambda: x.std(), lambda: x.min(), lambda: x.max(), lambda: x.argmax(), lambda: x.any(), lambda: x.all(), lambda: np.cumsum(x), lambda: np.cumprod(x),
              lambda: np.square(x), lambda: np.reciprocal(x), lambda: np.sign(x), lambda: np.isnan(x), lambda: np.isfinite(x), lambda: np.isinf(x), lambda: np.isreal(x), lambda: np.iscomplex(x), lambda: np.round(x, 1), lambda: np.rint(x),
              lambda: x.dtype, lambda: x.dtype.kind, lambda: x.dtype.char, lambda: x.dtype.str, lambda: x.itemsize, lambda: x.nbytes, lambda: x.tolist(), lambda: x.astype("float32"), lambda: x.astype(int), lambda: x.astype(bool), lambda: np.sort(x), lambda: x @ y, lambda: x.dtype.type,
              lambda: x[0], lambda: x[1].real, lambda: x[1].imag, lambda: x[0] + 1, lambda: x[0] * 1j, lambda: x[0] == 1 + 2j, lambda: abs(x[0]), lambda: x[0].conjugate(), lambda: x[0].item(), lambda: str(x[0]), lambda: x[0].dtype, lambda: np.logical_and(x, y), lambda: np.logical_not(x), lambda: np.where(x.real > 0, x, 0), lambda: np.concatenate([x, [1, 2]]), lambda: x // 1, lambda: x % 1, lambda: np.floor(x), lambda: x & 1]:
        show(f)
for f in [np.sqrt, np.exp, np.log, np.log2, np.log10, np.log1p, np.expm1, np.sin, np.cos, np.tan, np.arcsin, np.arccos, np.arctan, np.sinh, np.cosh, np.tanh, np.arcsinh, np.arccosh, np.arctanh, np.exp2]:
    print([f"{z.real:.12g} {z.imag:.12g}" for z in f(a)])
show(lambda: np.array([1 + 2j, 3]))
show(lambda: np.array([1, 2j, True]))
show(lambda: np.array([[1 + 2j, 3.5 - 4j], [0, 1j]]))
show(lambda: np.array([1.5 + 2j, -3.25 - 1e-5j]))
show(lambda: np.array([1e-10 + 1j, 1e10]))
show(lambda: np.array([complex("nan"), complex(1, float("inf"))]))
show(lambda: str(np.array([1 + 2j, 30 - 4.5j])))
show(lambda: np.array(1j))
show(lambda: np.array([], dtype=complex))
show(lambda: np.zeros(2, complex))
show(lambda: np.ones((2, 2), dtype="complex64"))
show(lambda: np.eye(2, dtype=complex))
show(lambda: np.full(2, 1j))
show(lambda: np.arange(3) * 1j)
show(lambda: np.array([1, 2], dtype="float32") * 1j)
show(lambda: np.array([1, 2], dtype="float32") * np.complex128(1j))
show(lambda: np.array([1, 2], dtype="int16") * np.complex64(1j))
show(lambda: np.array([1, 2], dtype="int32") * np.complex64(1j))
show(lambda: np.array([True]) * 1j)
show(lambda: np.complex64(1 + 2j))
show(lambda: np.complex128("1+2j"))
show(lambda: np.complex128(1) + 1)
show(lambda: np.complex64(1) + np.float64(1))
show(lambda: np.complex64(1) + np.float32(1))
show(lambda: np.float64(1) + 1j)
show(lambda: np.float32(1) + 1j)
show(lambda: np.int8(1) + 1j)
show(lambda: np.complex128(2 + 1j) ** 2)
show(lambda: np.complex128(1 + 2j) < 2)
show(lambda: hash(np.complex128(1 + 2j)) == hash(1 + 2j))
show(lambda: np.sqrt(-1 + 0j))
show(lambda: np.real(1 + 2j))
show(lambda: np.imag(np.array([1 + 2j])))
show(lambda: np.real_if_close(np.array([1 + 1e-20j])))
show(lambda: np.iscomplexobj(a))
show(lambda: np.isrealobj(1))
show(lambda: np.allclose(a, a + 1e-12))
show(lambda: np.result_type("float32", 1j))
show(lambda: np.result_type("int64", "complex64"))
show(lambda: np.promote_types("float64", "complex64"))
show(lambda: np.can_cast("complex64", "float64"))
show(lambda: np.can_cast("float64", "complex64"))
show(lambda: np.can_cast("float32", "complex64"))
show(lambda: np.can_cast("complex128", "complex64", "same_kind"))
show(lambda: np.dtype(complex))
show(lambda: np.dtype("c8"))
show(lambda: np.issubdtype(complex, np.complexfloating))
show(lambda: np.issubdtype("complex64", np.inexact))
show(lambda: isinstance(np.complex128(1), complex))
show(lambda: isinstance(np.complex64(1), complex))
show(lambda: np.array([[1j, 2], [3, 4]]) @ np.array([[1j, 2], [3, 4]]))
show(lambda: np.nansum(np.array([1j, complex("nan")])))
show(lambda: np.array([1.0, 2.0]).real)
show(lambda: np.array([1.0, 2.0]).imag)
show(lambda: np.clip(np.array([1j, 3]), 0, 2))
x = np.zeros(2, dtype=complex)
x[0] = 1 + 1j
x += 2j
show(lambda: x)
