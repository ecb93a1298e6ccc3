import numpy as np
for n in [10, 17, 18, 19, 25, 26]:
    print(np.arange(n) * 100)
    print(repr(np.arange(n) * 100))
    print(np.arange(n) / 8)
print(np.arange(30).reshape(1, 30) * 1000, repr(np.arange(30).reshape(1, 30) * 1000))
print(np.linspace(0, 1, 30), repr(np.linspace(0, 1, 30)))
print(np.ones(30, dtype=bool), repr(np.zeros(30, dtype=bool)))
print(np.full(20, -1), np.full(20, 1e-10), np.full((2, 20), 0.1))
