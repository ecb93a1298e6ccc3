# tol: 1e-12
import numpy as np

zero = [0.0, -0.0]
points = [complex(x, y) for x in [-3.0, -1.0, -0.5, 0.0, 0.5, 1.5, 3.0] for y in zero] + [complex(x, y) for x in zero for y in [-2.0, -0.5, 0.5, 2.0]] + [1 + 2j, -1.5 + 0.25j, 0.5 - 0.5j, -2 - 3j]
a = np.array(points)
for f in [np.sqrt, np.exp, np.log, np.sin, np.cos, np.sinh, np.cosh, np.tanh, np.arcsin, np.arccos, np.arctan, np.arcsinh, np.arccosh, np.arctanh]:
    for z in points:
        if f is np.log and z == 0 or f is np.arctan and abs(z) == 1 or f is np.arctanh and abs(z) == 1:
            continue
        w = f(z)
        print(z, f"{w.real:.11g} {w.imag:.11g}")
