import numpy as np
print(np.array([1.0, 2.5, 3.25]), np.array([0.1, 0.2, 0.1 + 0.2]), np.array([1 / 3, 2 / 3]), np.array([1.0, 1e10]), np.array([1.0, 1e-5]), np.array([1e-10, 1.0]), np.array([1e16, 1.0]), np.array([1e8]), np.array([1e15]))
print(np.array([0.0, -0.0]), np.array([np.nan, 1.0]), np.array([np.inf, -np.inf, 1]), np.array([np.nan, np.inf]), np.array([1e300, 1e-300]), np.array([123456.789, 0.001]), np.array([12345678.9, 1.5]), np.array([100000.0, 1.123456789]))
print(np.array([0.00001]), np.array([0.0001]), np.array([0.001, 1000]), np.array([0.0001, 999999.0]), np.array([1e-4, 1e4 * 10]), np.array([5e-324]), np.array([-1.5, 2.25, -3.125]), np.array([1.123456789012345]))
print(np.linspace(0, 1, 11), np.linspace(0, 1, 7))
print(np.sqrt(np.arange(20)))
print(np.arange(0, 100, 0.5))
print(np.linspace(0, 1000, 1001), np.linspace(0, 1e9, 5), np.linspace(-1, 1, 2000))
print(repr(np.linspace(0, 1, 7)), repr(np.array([1.0, 2.0])), repr(np.array([np.nan, -0.0, 1e20])), repr(np.sqrt(np.arange(12)).reshape(3, 4)))
