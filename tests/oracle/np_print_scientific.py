import numpy as np
for a in [[1e-5, 1], [1e5, 1e-3], [1e8, 1], [123456789.0, 0.5], [1e-300, 1e300], [1.5e10, 2.25e-10], [1e16], [1e15, 1], [0.00012], [0.00012, 123.0], [1e3, 1e-3, 1e-4], [1e-4, 0.5], [np.nan, 1e-8], [np.inf, 1e9], [-1e-7, 1e-7], [1.23456789e-5], [1.23456789e8], [99999999.0], [100000000.0], [9999999.5, 0.1]]:
    print(np.array(a), repr(np.array(a)))
print(np.array([[1e-6, 1], [100, 1e6]]), np.exp(np.arange(0, 30, 5)), np.exp(-np.arange(0, 30, 5.0)), 10.0 ** np.arange(-3, 4), 10 ** np.arange(5), 2.0 ** np.arange(10), 1 / np.arange(1, 9))
