# tol: 1e-13
import numpy as np

def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

a = np.arange(6.0).reshape(2, 3)
print(np.False_, np.True_, repr(np.True_), np.little_endian)
with np.errstate(divide="ignore", invalid="ignore"):
    print(np.array([1.0, 0.0]) / 0)
old = np.seterr(all="ignore")
print(old, np.geterr())
print(np.seterr(**old))
show(lambda: np.seterr(all="loud"))
with np.printoptions(precision=2, suppress=True, floatmode="fixed", sign="+", nanstr="N", infstr="I", edgeitems=1, threshold=4, linewidth=20):
    print(np.array([1 / 3, 2.0, np.nan, np.inf]), np.arange(10.0))
    print(sorted((k, v) for k, v in np.get_printoptions().items() if k not in ("formatter", "legacy", "override_repr")))
print(np.array([1 / 3]), np.get_printoptions()["precision"])
show(lambda: np.set_printoptions(sign="x"))
show(lambda: np.array2string(np.arange(30), separator=", ", prefix="abcdef", suffix="xyz"))
show(lambda: np.array2string(a / 7, precision=3, floatmode="maxprec_equal", max_line_width=20))
show(lambda: np.astype(a, int)); show(lambda: np.asarray_chkfinite([1, np.nan])); show(lambda: np.iterable([])); show(lambda: np.iterable(3))
show(lambda: np.apply_along_axis(np.sum, 0, a)); show(lambda: np.apply_along_axis(lambda r: r[::-1], 1, a)); show(lambda: np.apply_along_axis(lambda r: np.outer(r, r), 0, a).shape); show(lambda: np.apply_along_axis(np.max, 0, np.arange(3)))
show(lambda: np.apply_over_axes(np.sum, np.ones((2, 3, 4)), [0, 2]))
for f in (np.bartlett, np.blackman, np.hanning, np.hamming):
    show(lambda: f(0)); show(lambda: f(1)); show(lambda: f(6))
show(lambda: np.kaiser(5, 3.5)); show(lambda: np.i0([0.0, 1, 8, 9, 20])); show(lambda: np.sinc([0, 0.5, 1.5])); show(lambda: np.sinc(0.25))
show(lambda: np.unwrap([0, 3, 6.5, 0.5])); show(lambda: np.unwrap([[0, 4], [7, 1]], axis=0)); show(lambda: np.unwrap([0, 1, 2, -1, 0], period=4)); show(lambda: np.unwrap([1, 2, 3, 4, 5, 6, 1, 2, 3], period=6))
show(lambda: np.isneginf([1, -np.inf, np.inf])); show(lambda: np.isposinf([1, -np.inf, np.inf])); show(lambda: np.logaddexp2(3.0, 4.0)); show(lambda: np.modf([1.5, -2.25, np.inf])); show(lambda: np.ldexp([1.0, 3.0], [3, -2])); show(lambda: np.frexp([3.0, -0.3, 0.0])); show(lambda: np.nextafter(1.0, [2.0, 0.0])); show(lambda: np.spacing([1.0, 1e10]))
show(lambda: np.vecdot(a, a)); show(lambda: np.matvec(a, [1, 2, 3])); show(lambda: np.vecmat([1, 2], a))
show(lambda: np.packbits([[1, 0, 1, 1], [0, 1, 1, 0]], axis=1)); show(lambda: np.packbits([1] * 9)); show(lambda: np.packbits([1, 1, 0], bitorder="little")); show(lambda: np.unpackbits(np.array([[2], [7]], dtype=np.uint8), axis=1)); show(lambda: np.unpackbits(np.array([5], dtype=np.uint8), count=10)); show(lambda: np.unpackbits(np.array([5])))
show(lambda: np.binary_repr(10)); show(lambda: np.binary_repr(-10)); show(lambda: np.binary_repr(-10, 8)); show(lambda: np.binary_repr(3, 1)); show(lambda: np.base_repr(255, 16)); show(lambda: np.base_repr(-6, 2, 3)); show(lambda: np.base_repr(5, 40))
show(lambda: np.sort_complex([3, 1, 2])); show(lambda: np.typename("f")); show(lambda: np.unique_values([3, 1, 3])); show(lambda: tuple(np.unique_counts([3, 1, 3]))); show(lambda: tuple(np.unique_all([3, 1, 3]))); show(lambda: np.common_type(np.arange(3), a.astype("float32")))
x = np.linspace(-2, 2, 5)
show(lambda: np.piecewise(x, [x < 0, x >= 0], [-1, 1])); show(lambda: np.piecewise(x, [x < 0], [lambda v: -v, lambda v: v * 10])); show(lambda: np.piecewise(x, [x < 0], [1, 2, 3]))
f = np.vectorize(lambda p, q: p - q if p > q else p + q)
show(lambda: f([1, 2, 3, 4], 2)); show(lambda: f(1.0, [[1], [2]])); show(lambda: np.vectorize(lambda v: (v, v * 2.0))([1, 2])); show(lambda: np.vectorize(lambda v: v, otypes=[float])([1, 2])); show(lambda: np.vectorize(lambda v: v)([]))
show(lambda: np.fromstring("1, 2, 3", sep=",")); show(lambda: np.fromstring("1 2", dtype=int, sep=" "))
show(lambda: np.polyadd([1, 2], [9, 5, 4])); show(lambda: np.polysub([1, 2], [9, 5, 4])); show(lambda: np.polymul([1, 2, 3], [9, 5, 1])); show(lambda: np.polydiv([3.0, 5.0, 2.0], [2.0, 1.0])); show(lambda: np.polyder([1, 1, 1, 1], 2)); show(lambda: np.polyint([6, 2], 2, [1, 2])); show(lambda: np.poly([1, 2, 3])); show(lambda: np.poly([1j, -1j])); show(lambda: np.roots([1, -3, 2])); show(lambda: np.roots([1.0, 2, 5])); show(lambda: np.roots([2, -4])); show(lambda: np.roots([1, 2, 0])); show(lambda: np.roots([0, 0]))
p = np.poly1d([1, -2, 3.5])
print(p); show(lambda: p); show(lambda: p(2)); show(lambda: p([1, 2])); show(lambda: p * p); show(lambda: p + 1); show(lambda: 2 * p); show(lambda: p - p); show(lambda: p ** 2); show(lambda: p / 2); show(lambda: p.deriv()); show(lambda: p.integ()); show(lambda: p.order); show(lambda: p[0]); show(lambda: p[5]); show(lambda: p == np.poly1d([1, -2, 3.5])); show(lambda: np.poly1d([1, 2], True)); show(lambda: p.r); show(lambda: list(p)); show(lambda: -p); show(lambda: len(p)); print(np.poly1d([0, 1, 0, -1], variable="z")); print(np.poly1d([1] * 14)); show(lambda: np.polyval(p, 3))
