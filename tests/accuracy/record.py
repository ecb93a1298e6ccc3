"""Writes values of elementary functions to 2^-106, as the test `accuracy` reads them.

    python tests/accuracy/record.py 1500 tests/accuracy/points.bin

For each function of FUNCTIONS, in that order, so many points: 32 bytes each, little-endian float64: the two operands (the
second is 0 for functions of one), and the value as the nearest float64 and the rest. Needs mpmath.
"""

import math
import random
import struct
import sys

import mpmath
from mpmath import mp, mpf

mp.prec = 1300

TINY = 5e-324


def bits():
    return struct.unpack("<d", struct.pack("<Q", random.getrandbits(64)))[0]


def spread(low, high):
    """Log-uniform magnitudes, any sign."""
    return math.exp(random.uniform(math.log(low), math.log(high))) * random.choice((-1, 1))


def within(low, high):
    return random.uniform(low, high)


def around(centre, width):
    return centre + spread(1e-17, width)


def unary(*makers):
    return lambda: (random.choice(makers)(), 0.0)


ANY = bits


def half_pi():
    return float(random.randrange(1, 600000) * mp.pi / 2) * random.choice((1, 1 + 2**-52, -1))


TRIG = unary(lambda: within(-4, 4), lambda: within(-1e3, 1e3), lambda: within(-1e6, 1e6), half_pi, lambda: spread(1e-300, 1), ANY)
HYPER = unary(lambda: within(-3, 3), lambda: within(-711, 711), lambda: spread(1e-20, 1), lambda: spread(1e-320, 1e-8))
LOG = unary(lambda: within(0, 4), lambda: around(1, 0.5), lambda: abs(spread(TINY * 4, 1e308)), lambda: float(10 ** random.randrange(-20, 23)))
ARC = unary(lambda: within(-1, 1), lambda: math.copysign(1 - abs(spread(1e-16, 0.4)), random.random() - 0.5), lambda: spread(1e-310, 1))


def power_pair():
    kind = random.randrange(5)
    if kind == 0:
        return abs(bits()), bits()
    if kind == 1:
        return within(0, 10), within(-10, 10)
    if kind == 2:
        x = around(1, 0.5)
        return x, within(-745, 709) / math.log(x) if x != 1 else 2.0
    if kind == 3:
        x = abs(spread(1e-300, 1e300))
        return x, within(-700, 700) / math.log(x) if x != 1 else 3.0
    return -within(0, 50), float(random.randrange(-40, 40))


def both(low, high):
    def pair():
        x = spread(low, high)
        return (x, x * spread(1e-3, 1e3)) if random.random() < 0.7 else (x, spread(low, high))
    return pair


FUNCTIONS = [
    ("exp", mp.exp, unary(lambda: within(-745, 709.7), lambda: within(-2, 2), lambda: spread(1e-20, 1))),
    ("exp2", lambda x: mpf(2) ** x, unary(lambda: within(-1074, 1024), lambda: within(-2, 2), lambda: spread(1e-20, 1))),
    ("expm1", mp.expm1, unary(lambda: within(-40, 709.7), lambda: within(-2, 2), lambda: spread(1e-310, 1))),
    ("log", mp.log, LOG),
    ("log2", lambda x: mp.log(x) / mp.log(2), LOG),
    ("log10", mp.log10, LOG),
    ("log1p", mp.log1p, unary(lambda: within(-1, 4), lambda: spread(1e-310, 0.9), lambda: abs(spread(1, 1e308)))),
    ("sin", mp.sin, TRIG),
    ("cos", mp.cos, TRIG),
    ("tan", mp.tan, TRIG),
    ("arcsin", mp.asin, ARC),
    ("arccos", mp.acos, ARC),
    ("arctan", mp.atan, unary(lambda: within(-4, 4), lambda: spread(1e-310, 1e308))),
    ("sinh", mp.sinh, HYPER),
    ("cosh", mp.cosh, HYPER),
    ("tanh", mp.tanh, unary(lambda: within(-3, 3), lambda: within(-25, 25), lambda: spread(1e-310, 1))),
    ("arcsinh", mp.asinh, unary(lambda: within(-3, 3), lambda: spread(1e-310, 1e308))),
    ("arccosh", mp.acosh, unary(lambda: within(1, 4), lambda: 1 + abs(spread(1e-15, 1)), lambda: 1 + abs(spread(1, 1e308)))),
    ("arctanh", mp.atanh, ARC),
    ("cbrt", lambda x: mp.cbrt(x) if x >= 0 else -mp.cbrt(-x), unary(ANY, lambda: within(-30, 30))),
    ("power", lambda x, y: mp.power(x, y), power_pair),
    ("hypot", mp.hypot, both(1e-320, 1e305)),
    ("arctan2", mp.atan2, both(1e-150, 1e150)),
    ("logaddexp", lambda x, y: max(x, y) + mp.log1p(mp.exp(-abs(x - y))), lambda: (within(-40, 40), within(-40, 40))),
]


def value(name, function, x, y):
    if not (math.isfinite(x) and math.isfinite(y)):
        return None
    if name in ("exp", "expm1", "sinh", "cosh", "exp2") and abs(x) > 1100:
        return None
    if name in ("power",):
        if x == 0 or not (mpf(y) * mp.log(abs(mpf(x))) < 710 and mpf(y) * mp.log(abs(mpf(x))) > -745):
            return None
    mp.prec = 1300 if name in ("sin", "cos", "tan") else 400
    two = name in ("power", "hypot", "arctan2", "logaddexp")
    try:
        found = function(mpf(x), mpf(y)) if two else function(mpf(x))
    except (ValueError, ZeroDivisionError, OverflowError):
        return None
    if isinstance(found, mpmath.mpc) or not mp.isfinite(found) or abs(found) > mpf(2) ** 1023 * (2 - mpf(2) ** -53):
        return None
    high = float(found)
    return high, float(found - mpf(high))


def main():
    count, path = int(sys.argv[1]), sys.argv[2]
    only = sys.argv[3:]
    random.seed(3)
    with open(path, "wb") as out:
        for name, function, make in FUNCTIONS:
            if only and name not in only:
                continue
            done = 0
            while done < count:
                x, y = make()
                found = value(name, function, x, y)
                if found is None:
                    continue
                out.write(struct.pack("<dddd", x, y, *found))
                done += 1


if __name__ == "__main__":
    main()
