"""Functions of numbers."""

pi: float = 3.141592653589793
e: float = 2.718281828459045
tau: float = 6.283185307179586
inf: float = 1e999
nan: float

def sqrt(x: float, /) -> float:
    """The square root.

    >>> import math
    >>> math.sqrt(9)
    3.0
    """
    ...

def cbrt(x: float, /) -> float:
    """The cube root."""
    ...

def exp(x: float, /) -> float:
    """e to a power.

    >>> import math
    >>> math.exp(0)
    1.0
    """
    ...

def exp2(x: float, /) -> float:
    """2 to a power.

    >>> import math
    >>> math.exp2(3)
    8.0
    """
    ...

def expm1(x: float, /) -> float:
    """`exp(x) - 1`, exact near zero.

    >>> import math
    >>> math.expm1(0)
    0.0
    """
    ...

def sin(x: float, /) -> float:
    """The sine of an angle in radians.

    >>> import math
    >>> math.sin(0)
    0.0
    """
    ...

def cos(x: float, /) -> float:
    """The cosine of an angle in radians.

    >>> import math
    >>> math.cos(0)
    1.0
    """
    ...

def tan(x: float, /) -> float:
    """The tangent of an angle in radians.

    >>> import math
    >>> math.tan(0)
    0.0
    """
    ...

def asin(x: float, /) -> float:
    """The angle in radians whose sine it is.

    >>> import math
    >>> math.asin(0)
    0.0
    """
    ...

def acos(x: float, /) -> float:
    """The angle in radians whose cosine it is.

    >>> import math
    >>> math.acos(1)
    0.0
    """
    ...

def atan(x: float, /) -> float:
    """The angle in radians whose tangent it is.

    >>> import math
    >>> math.atan(0)
    0.0
    """
    ...

def sinh(x: float, /) -> float:
    """The hyperbolic sine.

    >>> import math
    >>> math.sinh(0)
    0.0
    """
    ...

def cosh(x: float, /) -> float:
    """The hyperbolic cosine.

    >>> import math
    >>> math.cosh(0)
    1.0
    """
    ...

def tanh(x: float, /) -> float:
    """The hyperbolic tangent.

    >>> import math
    >>> math.tanh(0)
    0.0
    """
    ...

def asinh(x: float, /) -> float:
    """The inverse hyperbolic sine.

    >>> import math
    >>> math.asinh(0)
    0.0
    """
    ...

def atanh(x: float, /) -> float:
    """The inverse hyperbolic tangent.

    >>> import math
    >>> math.atanh(0)
    0.0
    """
    ...

def acosh(x: float, /) -> float:
    """The inverse hyperbolic cosine.

    >>> import math
    >>> math.acosh(1)
    0.0
    """
    ...

def erf(x: float, /) -> float:
    """The error function.

    >>> import math
    >>> math.erf(0)
    0.0
    """
    ...

def erfc(x: float, /) -> float:
    """One minus the error function.

    >>> import math
    >>> math.erfc(0)
    1.0
    """
    ...

def gamma(x: float, /) -> float:
    """The gamma function.

    >>> import math
    >>> math.gamma(5)
    24.0
    """
    ...

def lgamma(x: float, /) -> float:
    """The logarithm of the absolute value of the gamma function.

    >>> import math
    >>> math.lgamma(1)
    0.0
    """
    ...

def log(x: Any, base: Any = ..., /) -> float:
    """The logarithm, natural unless a base is given.

    >>> import math
    >>> math.log(8, 2)
    3.0
    """
    ...

def log2(x: Any, /) -> float:
    """The logarithm to base 2.

    >>> import math
    >>> math.log2(8)
    3.0
    """
    ...

def log10(x: Any, /) -> float:
    """The logarithm to base 10.

    >>> import math
    >>> math.log10(1000)
    3.0
    """
    ...

def log1p(x: float, /) -> float:
    """`log(1 + x)`, exact near zero.

    >>> import math
    >>> math.log1p(0)
    0.0
    """
    ...

def pow(x: float, y: float, /) -> float:
    """A power, as a float.

    >>> import math
    >>> math.pow(2, 3)
    8.0
    """
    ...

def atan2(y: float, x: float, /) -> float:
    """The angle in radians of a point.

    >>> import math
    >>> math.atan2(0, 1)
    0.0
    """
    ...

def copysign(x: float, y: float, /) -> float:
    """The size of one number with the sign of another.

    >>> import math
    >>> math.copysign(3, -1)
    -3.0
    """
    ...

def nextafter(x: float, y: float, /) -> float:
    """The next float towards another number.

    >>> import math
    >>> math.nextafter(0.0, 1.0)
    5e-324
    """
    ...

def ulp(x: float, /) -> float:
    """The value of the last bit.

    >>> import math
    >>> math.ulp(1.0)
    2.220446049250313e-16
    """
    ...

def fmod(x: float, y: float, /) -> float:
    """The remainder with the sign of the first number.

    >>> import math
    >>> math.fmod(-7, 3)
    -1.0
    """
    ...

def remainder(x: float, y: float, /) -> float:
    """The remainder from the nearest multiple.

    >>> import math
    >>> math.remainder(7, 4)
    -1.0
    """
    ...

def fabs(x: float, /) -> float:
    """The distance from zero, as a float.

    >>> import math
    >>> math.fabs(-3)
    3.0
    """
    ...

def degrees(x: float, /) -> float:
    """An angle in radians as degrees.

    >>> import math
    >>> math.degrees(math.pi)
    180.0
    """
    ...

def radians(x: float, /) -> float:
    """An angle in degrees as radians.

    >>> import math
    >>> math.radians(180)
    3.141592653589793
    """
    ...

def hypot(*coordinates: float) -> float:
    """The length of a vector.

    >>> import math
    >>> math.hypot(3, 4)
    5.0
    """
    ...

def dist(p: Iterable[float], q: Iterable[float], /) -> float:
    """The distance between two points.

    >>> import math
    >>> math.dist((0, 0), (3, 4))
    5.0
    """
    ...

def floor(x: Any, /) -> Any:
    """The nearest integer below.

    >>> import math
    >>> math.floor(-1.5)
    -2
    """
    ...

def ceil(x: Any, /) -> Any:
    """The nearest integer above.

    >>> import math
    >>> math.ceil(1.2)
    2
    """
    ...

def trunc(x: Any, /) -> Any:
    """The nearest integer towards zero.

    >>> import math
    >>> math.trunc(-1.9)
    -1
    """
    ...

def modf(x: float, /) -> tuple[float, float]:
    """The fractional and the whole part.

    >>> import math
    >>> math.modf(2.5)
    (0.5, 2.0)
    """
    ...

def frexp(x: float, /) -> tuple[float, int]:
    """Mantissa and exponent to base 2.

    >>> import math
    >>> math.frexp(8)
    (0.5, 4)
    """
    ...

def ldexp(x: float, i: int, /) -> float:
    """`x * 2 ** i`.

    >>> import math
    >>> math.ldexp(0.5, 4)
    8.0
    """
    ...

def isnan(x: float, /) -> bool:
    """Whether it is not a number.

    >>> import math
    >>> math.isnan(math.nan)
    True
    """
    ...

def isinf(x: float, /) -> bool:
    """Whether it is infinite.

    >>> import math
    >>> math.isinf(math.inf)
    True
    """
    ...

def isfinite(x: float, /) -> bool:
    """Whether it is neither infinite nor NaN.

    >>> import math
    >>> math.isfinite(1.0)
    True
    """
    ...

def isclose(a: float, b: float, *, rel_tol: float = 1e-09, abs_tol: float = 0.0) -> bool:
    """Whether two numbers are nearly equal.

    >>> import math
    >>> math.isclose(0.1 + 0.2, 0.3)
    True
    """
    ...

def fsum(seq: Iterable[float], /) -> float:
    """The sum, rounded only once.

    >>> import math
    >>> math.fsum([0.1] * 10)
    1.0
    """
    ...

def prod(iterable: Iterable[Any], /, *, start: Any = 1) -> Any:
    """The product of the items.

    >>> import math
    >>> math.prod([2, 3, 4])
    24
    """
    ...

def gcd(*integers: int) -> int:
    """The greatest common divisor.

    >>> import math
    >>> math.gcd(12, 18)
    6
    """
    ...

def lcm(*integers: int) -> int:
    """The least common multiple.

    >>> import math
    >>> math.lcm(4, 6)
    12
    """
    ...

def factorial(n: int, /) -> int:
    """The product of the integers up to one.

    >>> import math
    >>> math.factorial(5)
    120
    """
    ...

def comb(n: int, k: int, /) -> int:
    """How many ways there are to choose k of n things.

    >>> import math
    >>> math.comb(5, 2)
    10
    """
    ...

def perm(n: int, k: int | None = None, /) -> int:
    """How many ways there are to choose k of n things in order.

    >>> import math
    >>> math.perm(5, 2)
    20
    """
    ...

def isqrt(n: int, /) -> int:
    """The integer part of the square root.

    >>> import math
    >>> math.isqrt(17)
    4
    """
    ...
