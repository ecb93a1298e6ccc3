def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

a, b = 1 + 2j, 3 - 1j
for f in [lambda: a, lambda: a + b, lambda: a - b, lambda: a * b, lambda: a / b, lambda: a ** 2, lambda: a ** 0.5, lambda: a ** b, lambda: a ** -1,
          lambda: -a, lambda: +a, lambda: abs(3 + 4j), lambda: a.real, lambda: a.imag, lambda: a.conjugate(), lambda: 1j * 1j, lambda: 2 ** 1j,
          lambda: 1.5 - 2j, lambda: 3 * 1j, lambda: 1j * True, lambda: 1j == 1j, lambda: 1 == 1 + 0j, lambda: a != a, lambda: a < b, lambda: a // 1,
          lambda: a % 1, lambda: 1 / 0j, lambda: 0j ** 0, lambda: 0j ** -1, lambda: hash(1 + 0j) == hash(1), lambda: hash(1 + 2j), lambda: bool(0j), lambda: bool(1j),
          lambda: complex(1, 2), lambda: complex("1+2j"), lambda: complex("j"), lambda: complex(" 1 "), lambda: complex("1 + 2j"), lambda: complex(), lambda: complex(1j, 1j),
          lambda: complex(1.5, -0.0), lambda: complex(-0.0, -1), lambda: complex("nan"), lambda: complex(float("inf"), 1), lambda: complex("x"), lambda: complex([1]),
          lambda: complex("1", 2), lambda: complex(1, "2"), lambda: int(1j), lambda: float(1j), lambda: round(1j), lambda: ~1j, lambda: 1e100j, lambda: 1_0j, lambda: 1.5e-3J,
          lambda: {1j: 1}[1j], lambda: sum([1j, 2]), lambda: 1j in [1j], lambda: (-1) ** 0.5, lambda: (-8) ** (1 / 3), lambda: pow(1j, 2), lambda: str(a), lambda: f"{a}", lambda: f"{a:.2f}",
          lambda: type(a), lambda: isinstance(a, complex), lambda: isinstance(1, complex), lambda: complex.__name__, lambda: [a, b], lambda: max([abs(a), abs(b)]), lambda: complex("-1.5e3-2.5E-2j"),
          lambda: complex(True), lambda: 1j + "a", lambda: len(1j), lambda: 1j()]:
    show(f)
x = 1j
x += 1
x *= 2
print(x, x.real, x.imag, -1j, 1 - 1j, 0j, -0j)
for z in [1j, 1 + 1j, -1.5, 2]:
    print(z, complex(z), complex(z).real)
def mandelbrot(c, n=20):
    z = 0
    for i in range(n):
        if abs(z) > 2:
            return i
        z = z * z + c
    return n
print([mandelbrot(complex(x / 4, y / 4)) for y in range(-4, 5, 2) for x in range(-8, 3, 2)])
