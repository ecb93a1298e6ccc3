"""Functions of complex numbers."""

import numpy as _np
from math import atan2 as _atan2
from math import cos as _cos
from math import e as e
from math import inf as inf
from math import nan as nan
from math import pi as pi
from math import sin as _sin
from math import tau as tau

def _number(z):
    """The complex number that an argument is."""
    if isinstance(z, str):
        raise TypeError("must be real number, not str")
    return complex(z)

def phase(z: Any, /) -> Any:
    """The angle of a complex number, in radians.

    >>> import cmath
    >>> cmath.phase(-1)
    3.141592653589793
    """
    z = _number(z)
    return _atan2(z.imag, z.real)

def polar(z: Any, /) -> Any:
    """The distance from 0, and the angle.

    >>> import cmath
    >>> cmath.polar(2j)
    (2.0, 1.5707963267948966)
    """
    z = _number(z)
    return (abs(z), _atan2(z.imag, z.real))

def rect(r: float, phi: float, /) -> Any:
    """The number with this distance from 0 and this angle.

    >>> import cmath
    >>> cmath.rect(2, 0)
    (2+0j)
    """
    return complex(r * _cos(phi), r * _sin(phi))

def log(z: Any, base: Any = None, /) -> Any:
    """The natural logarithm, or the one to a base.

    >>> import cmath
    >>> cmath.log(1)
    0j
    """
    z = _number(z)
    if z == 0:
        raise ValueError("math domain error")
    found = complex(_np.log(_np.complex128(z)))
    return found if base is None else found / log(base)

def log10(z: Any, /) -> Any:
    """The logarithm to the base 10.

    >>> import cmath
    >>> cmath.log10(100)
    (2+0j)
    """
    z = _number(z)
    if z == 0:
        raise ValueError("math domain error")
    return complex(_np.log10(_np.complex128(z)))

def sqrt(z: Any, /) -> Any:
    """The square root with a real part that is not negative.

    >>> import cmath
    >>> cmath.sqrt(-4)
    2j
    """
    return complex(_np.sqrt(_np.complex128(_number(z))))

def exp(z: Any, /) -> Any:
    """e to this power.

    >>> import cmath
    >>> cmath.exp(0)
    (1+0j)
    """
    return complex(_np.exp(_np.complex128(_number(z))))

def sin(z: Any, /) -> Any:
    """The sine.

    >>> import cmath
    >>> cmath.sin(0)
    0j
    """
    return complex(_np.sin(_np.complex128(_number(z))))

def cos(z: Any, /) -> Any:
    """The cosine.

    >>> import cmath
    >>> cmath.cos(0)
    (1-0j)
    """
    return complex(_np.cos(_np.complex128(_number(z))))

def tan(z: Any, /) -> Any:
    """The tangent.

    >>> import cmath
    >>> cmath.tan(0)
    0j
    """
    return complex(_np.tan(_np.complex128(_number(z))))

def asin(z: Any, /) -> Any:
    """The inverse sine.

    >>> import cmath
    >>> cmath.asin(0)
    0j
    """
    return complex(_np.arcsin(_np.complex128(_number(z))))

def acos(z: Any, /) -> Any:
    """The inverse cosine.

    >>> import cmath
    >>> cmath.acos(1)
    -0j
    """
    return complex(_np.arccos(_np.complex128(_number(z))))

def atan(z: Any, /) -> Any:
    """The inverse tangent.

    >>> import cmath
    >>> cmath.atan(0)
    0j
    """
    return complex(_np.arctan(_np.complex128(_number(z))))

def sinh(z: Any, /) -> Any:
    """The hyperbolic sine.

    >>> import cmath
    >>> cmath.sinh(0)
    0j
    """
    return complex(_np.sinh(_np.complex128(_number(z))))

def cosh(z: Any, /) -> Any:
    """The hyperbolic cosine.

    >>> import cmath
    >>> cmath.cosh(0)
    (1+0j)
    """
    return complex(_np.cosh(_np.complex128(_number(z))))

def tanh(z: Any, /) -> Any:
    """The hyperbolic tangent.

    >>> import cmath
    >>> cmath.tanh(0)
    0j
    """
    return complex(_np.tanh(_np.complex128(_number(z))))

def asinh(z: Any, /) -> Any:
    """The inverse hyperbolic sine.

    >>> import cmath
    >>> cmath.asinh(0)
    0j
    """
    return complex(_np.arcsinh(_np.complex128(_number(z))))

def acosh(z: Any, /) -> Any:
    """The inverse hyperbolic cosine.

    >>> import cmath
    >>> cmath.acosh(1)
    0j
    """
    return complex(_np.arccosh(_np.complex128(_number(z))))

def atanh(z: Any, /) -> Any:
    """The inverse hyperbolic tangent.

    >>> import cmath
    >>> cmath.atanh(0)
    0j
    """
    return complex(_np.arctanh(_np.complex128(_number(z))))

def isnan(z: Any, /) -> Any:
    """Whether a part is NaN.

    >>> import cmath
    >>> cmath.isnan(complex("nan"))
    True
    """
    z = _number(z)
    return z.real != z.real or z.imag != z.imag

def isinf(z: Any, /) -> Any:
    """Whether a part is infinite.

    >>> import cmath
    >>> cmath.isinf(complex("inf"))
    True
    """
    z = _number(z)
    return z.real in (inf, -inf) or z.imag in (inf, -inf)

def isfinite(z: Any, /) -> Any:
    """Whether both parts are finite.

    >>> import cmath
    >>> cmath.isfinite(1j)
    True
    """
    return not isnan(z) and not isinf(z)

def isclose(a: Any, b: Any, *, rel_tol: float = 1e-09, abs_tol: float = 0.0) -> Any:
    """Whether two numbers are near to each other.

    >>> import cmath
    >>> cmath.isclose(1j, 1j + 1e-12)
    True
    """
    a = _number(a)
    b = _number(b)
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    gap = abs(a - b)
    return gap <= rel_tol * abs(b) or gap <= rel_tol * abs(a) or gap <= abs_tol
