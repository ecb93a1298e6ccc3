"""Numerical recipes: roots, integrals, series, differential equations."""
import math


def newton(x, n):
    guess = x / 2.0 + 0.5
    for _ in range(n):
        guess = 0.5 * (guess + x / guess)
    return guess


def bisect(low, high):
    while high - low > 1e-12:
        mid = (low + high) / 2
        if mid * mid * mid - mid - 2 > 0:
            high = mid
        else:
            low = mid
    return low


def simpson(n):
    h = math.pi / n
    s = math.sin(0.0) + math.sin(math.pi)
    for i in range(1, n):
        s += (4 if i % 2 else 2) * math.sin(i * h)
    return s * h / 3


def runge(steps):
    y, t, h = 1.0, 0.0, 2.0 / steps
    for _ in range(steps):
        k1 = y - t * t
        k2 = y + h * k1 / 2 - (t + h / 2) ** 2
        k3 = y + h * k2 / 2 - (t + h / 2) ** 2
        k4 = y + h * k3 - (t + h) ** 2
        y += h * (k1 + 2 * k2 + 2 * k3 + k4) / 6
        t += h
    return y


def series(n):
    s = 0.0
    sign = 1
    for k in range(n):
        s += sign / (2 * k + 1)
        sign = -sign
    return 4 * s


def kahan(n):
    s = c = 0.0
    for k in range(1, n):
        y = 1 / k - c
        t = s + y
        c = (t - s) - y
        s = t
    return s


for k in range(600):
    newton(k, 3)
print([round(newton(x, 30), 12) for x in (2, 9, 1e6)])
print(f"{bisect(1.0, 2.0):.10f} {simpson(2000):.12f} {runge(1000):.10f} {series(4000):.9f} {kahan(4000):.12f}")


def bessel(x):
    s, term, k = 0.0, 1.0, 0
    while abs(term) > 1e-17:
        s += term
        k += 1
        term *= -(x * x / 4) / (k * k)
    return s


print([f"{bessel(x * 0.5):.9f}" for x in range(12)])


def lorenz(n):
    x, y, z = 1.0, 1.0, 1.0
    for _ in range(n):
        x, y, z = x + 0.01 * 10 * (y - x), y + 0.01 * (x * (28 - z) - y), z + 0.01 * (x * y - 8 / 3 * z)
    return x, y, z


print(lorenz(3000))


def logistic(r, x, n):
    for _ in range(n):
        x = r * x * (1 - x)
    return x


print([logistic(r / 10, 0.3, 2000) for r in range(28, 36)])


def digits(n):
    s = 0
    while n:
        n, d = divmod(n, 10)
        s += d
    return s


print(sum(digits(k) for k in range(3000)))
