# tol: 1e-13
import cmath

def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

values = [1 + 2j, -1.5 + 0.25j, 2j, 3, -2.5, 0.5 - 0.5j]
for z in values:
    show(lambda: cmath.phase(z))
    show(lambda: cmath.polar(z))
    for f in [cmath.sqrt, cmath.exp, cmath.log, cmath.log10, cmath.sin, cmath.cos, cmath.tan, cmath.asin, cmath.atan, cmath.sinh, cmath.cosh, cmath.tanh, cmath.asinh, cmath.acosh]:
        w = f(z)
        print(f"{w.real:.12g} {w.imag:.12g}")
    show(lambda: cmath.log(z, 2))
show(lambda: cmath.rect(2, 1))
show(lambda: cmath.log(0))
show(lambda: cmath.sqrt(-1))
show(lambda: cmath.isnan(complex("nan")))
show(lambda: cmath.isinf(complex(0, float("inf"))))
show(lambda: cmath.isfinite(1j))
show(lambda: cmath.isclose(1j, 1j + 1e-12))
show(lambda: cmath.isclose(1j, 1.1j))
show(lambda: cmath.isclose(1j, 1.1j, abs_tol=1))
show(lambda: cmath.pi)
show(lambda: cmath.e)
show(lambda: cmath.sqrt("a"))
