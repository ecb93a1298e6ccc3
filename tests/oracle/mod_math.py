# tol: 1e-13
import math
from math import sqrt, pi as PI
print(math.pi, math.e, math.tau, math.inf, -math.inf, math.nan, PI)
print(sqrt(2), math.sqrt(16), math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.7), math.fabs(-3))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(0.5), math.acos(0.5), math.atan(1), math.atan2(1, -1), math.sinh(1), math.cosh(1), math.tanh(0.5))
print(math.exp(1), math.exp(-1), math.expm1(1e-5), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-5))
print(math.pow(2, 10), math.hypot(3, 4), math.degrees(math.pi), math.radians(180), math.fmod(7, 3), math.fmod(-7, 3), math.copysign(1, -0.0))
print(math.factorial(10), math.factorial(25), math.gcd(12, 18), math.gcd(0, 5), math.lcm(4, 6), math.comb(10, 3), math.perm(5, 2), math.isqrt(17), math.prod([1, 2, 3, 4]), math.prod([]))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1.0), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.fsum([0.1] * 10), sum([0.1] * 10))
print(math.modf(3.25), math.modf(-1.5), math.frexp(8.0), math.ldexp(0.5, 4), math.erf(0.5), math.gamma(5), math.dist([0, 0], [3, 4]))
print(math.floor(10 ** 20 + 0.5), type(math.floor(2.5)), math.sqrt(10 ** 30), math.log(10 ** 400), math.ceil(5))
for f in [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.acos(2), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.sqrt('a'), lambda: math.floor(math.inf), lambda: math.floor(math.nan), lambda: math.pow(0, -1), lambda: math.fmod(1, 0)]:
    try:
        f()
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
