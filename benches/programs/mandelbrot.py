"""The Mandelbrot set, 500 x 500 points, 100 steps at most: a function of floats in two loops."""
import time


def escape(cr, ci, most):
    zr = zi = 0.0
    for step in range(most):
        rr = zr * zr
        ii = zi * zi
        if rr + ii > 4.0:
            return step
        zi = 2.0 * zr * zi + ci
        zr = rr - ii + cr
    return most


def picture(width, height, most):
    total = 0
    for y in range(height):
        ci = -1.25 + 2.5 * y / height
        for x in range(width):
            cr = -2.0 + 2.5 * x / width
            total += escape(cr, ci, most)
    return total


start = time.perf_counter()
result = picture(500, 500, 100)
seconds = time.perf_counter() - start
print(result, seconds)
