"""Functions and loops that become hot: variables after loops, divmod, keywords and defaults, loops over arrays, small dtypes."""
import math

import numpy as np


def last(n, b):
    if n <= 1:
        return -b
    a = last(n - 1, b) + 0.5
    for i in range(5, -3, -2):
        a = a + 1
    else:
        b = i + b
    return a + b


for k in range(600):
    r = last(k % 12, k)
print(r)


def parts(a, b):
    q, r = divmod(a, b)
    return q * 1000 + r


for k in range(1, 700):
    r = parts(k * 7 - 900, k % 13 + 1)
print(r, parts(-7, 2), parts(7.5, 2), parts(True, 0.5))
for a, b in [(1, 0), (1.5, 0), (1, 0.0), (0.5, False), (2.0, True)]:
    try:
        print(parts(a, b))
    except Exception as e:
        print(type(e).__name__, e)


def scaled(x, by=3, plus=0.5, *, times=1):
    return (x * by + plus) * times


def uses(n):
    total = 0
    for i in range(n):
        total += scaled(i) + scaled(i, plus=2) + scaled(i, 2, times=i % 3) + scaled(by=i, x=1)
    return total


print(uses(10), uses(5000))


def plain(x, by=3, plus=0.5):
    return x * by + plus


def calls(n):
    total = 0
    for i in range(n):
        total += plain(i) + plain(i, plus=2) + plain(plus=i, x=1, by=2) + plain(i, 1, 0)
    return total


print(calls(10), calls(5000))
try:
    def wrong(n):
        for i in range(n):
            plain(i, times=2) if i == 3000 else plain(i)
    wrong(5000)
except TypeError as e:
    print(e)


def add(a):
    total = 0
    most = a[0]
    for v in a:
        total = total + v
        if v > most:
            most = v
    return total, most, type(total).__name__, type(most).__name__


for dtype in ["float64", "float32", "int64", "int32", "int16", "int8", "uint8", "uint16", "uint32"]:
    a = (np.arange(3000) % 7).astype(dtype)
    with np.errstate(all="ignore"):
        print(dtype, add(a), add(a[::-2]), add(a[:5] * 2))


def mixed(a, b):
    out = np.zeros(len(a))
    single = a[0]
    for i in range(len(a)):
        x, y = a[i], b[i]
        out[i] = x * 2 + y / 3 - (x - 1) * 0.1
        single = x * 0.1 + 1
        if x == 3 or y < 2:
            out[i] += 1
    return out.sum(), single, type(single).__name__


for left in ["float32", "int32", "int8", "float64"]:
    for right in ["float32", "int16", "uint8", "int64"]:
        a, b = (np.arange(2500) % 5).astype(left), (np.arange(2500) % 11).astype(right)
        print(left, right, *mixed(a, b))


def fill(a, n):
    for i in range(n):
        a[i % len(a)] = i % 200
        a[(i + 1) % len(a)] += 1
    return a


print(fill(np.zeros(7, dtype="int16"), 2000))
try:
    fill(np.zeros(7, dtype="int8"), 2000)
except OverflowError as e:
    print(e)


def until(a, top):
    at = -1
    for v in a:
        at += 1
        if v * v > top:
            break
    else:
        return "none", at
    return v, at


for k in range(500):
    r = until(np.arange(40.0), k)
print(r, until(np.arange(40.0), 1e9), until(np.zeros(0), 1))


def roots(a):
    total = 0.0
    for v in a:
        total += math.sqrt(v)
    return total


print(round(roots(np.arange(4000.0)), 6), roots(np.arange(3000, dtype="int32")) > 0)
try:
    roots(np.arange(3000.0) - 2000)
except ValueError as e:
    print(e)


def grows(n):
    x = 1
    for i in range(n):
        if i % 3 == 0:
            x = x * 3 + 1
        else:
            x = x - i
    return x


for k in range(500):
    r = grows(30)
print(r, grows(200))
