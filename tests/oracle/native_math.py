"""Functions of `math` in hot code, and their errors."""
# tol: 1e-13
import math
from math import sqrt, pi


def one(x):
    return math.sin(x) + math.cos(x) * math.exp(-x) + math.atan(x) + math.tanh(x)


def two(x, y):
    return math.atan2(x, y), math.copysign(x, y), math.fmod(x, y), math.pow(x, 2), math.hypot(x, y)


def whole(x):
    return math.floor(x), math.ceil(x), math.trunc(x), round(x), int(x)


def root(x):
    return sqrt(x) + math.log(x) + pi


for k in range(1, 600):
    one(k * 0.01)
    two(k * 0.5, -2.0)
    whole(k * 0.25)
    root(k)
print(one(0.5), one(2), two(3.5, 2.0), two(-1.0, 4.0))
for x in (2.5, -2.5, 3.5, 0.5, -0.5, 1e15 + 0.5, 7, True):
    print(whole(x))
for x in (1e300, -1e19):
    print(whole(x)[0] == int(x))
print(root(2), root(10.0), root(True))
for f, x in ((root, 0), (root, -1.0), (root, 0.0), (whole, float("nan")), (whole, float("inf"))):
    try:
        print(f(x))
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def large(x):
    return math.exp(x)


for k in range(600):
    large(k * 0.001)
try:
    large(1000)
except OverflowError as e:
    print(e)
print(large(float("-inf")), large(float("inf")), math.isnan(large(float("nan"))))


def tests(x):
    return math.isnan(x), math.isinf(x), math.isfinite(x), math.fabs(x)


for k in range(500):
    tests(k)
for x in (1.5, float("inf"), float("nan"), -3):
    print(tests(x))
g = 0
for k in range(3000):
    g += math.gcd(k, 360)
print(g, math.degrees(pi), math.e, math.tau, math.inf)
s = 0
for k in range(2000):
    s = max(s, min(k, 1500 - k)) + abs(-k) % 3
print(s)
