# tol: 1e-13
import numpy as np
x = np.array([0.0, 0.5, 1.0, 2.0])
for f in [np.sin, np.cos, np.tan, np.exp, np.sqrt, np.arctan, np.sinh, np.cosh, np.tanh, np.log1p, np.expm1, np.floor, np.ceil, np.abs, np.sign, np.square, np.negative, np.isnan, np.isfinite, np.isinf, np.exp2, np.rint, np.trunc, np.cbrt]:
    print(f.__name__, f(x), f(1.0))
print(np.log(x[1:]), np.log2(x[1:]), np.log10(x[1:]), np.arcsin(x[:3]), np.arccos(x[:3]))
y = np.array([2.0, -1.0, 0.5, 3.0])
print(np.add(x, y), np.subtract(x, y), np.multiply(x, y), np.divide(x, y), np.power(x, 2), np.maximum(x, y), np.minimum(x, y), np.arctan2(y, x), np.hypot(x, y), np.mod(x, 2), np.floor_divide(x, y), np.fmax(x, y))
print(np.where(y > 0, x, -1), np.where(y > 1, 1, 0), np.logical_and(x > 0, y > 0), np.logical_or(x > 1, y > 1), np.logical_not(x > 0), np.clip(y, 0, 1), y.clip(0, 2), np.abs(y), np.round(y / 3, 2), (y / 3).round(1))
print(np.sqrt(np.arange(5)), np.exp(np.arange(3)), np.sin(1), np.sqrt(4), np.abs(np.arange(-2, 3)), np.greater(x, 1), np.less_equal(x, 1), np.equal(x, 1), np.not_equal(x, 1), np.isclose(x, x + 1e-10), np.allclose(x, x), np.array_equal(x, y))
print(np.sqrt(np.array([4, 9], dtype='float32')), np.exp(np.ones(2, dtype='float32')).dtype, np.floor(np.array([1, 2])).dtype, np.sqrt(np.array([1, 2])).dtype)
