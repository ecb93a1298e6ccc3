import numpy as np
print(np.eye(3) if False else np.array([[1.0, 0.5], [10.25, -3.0]]))
print(np.arange(12).reshape(3, 4) / 7)
print(np.array([[1e-5, 1.0], [2.0, 3.0]]), np.array([[np.nan, 1.5], [np.inf, -2]]))
print(np.arange(60).reshape(2, 30), np.arange(60).reshape(2, 30) * 1.5)
print(np.ones((3, 40)))
print(np.arange(8).reshape(2, 2, 2), np.arange(8).reshape(2, 2, 2) / 2, np.ones((1, 1, 1, 2)))
print(np.ones((1100, 2)), np.ones((2, 1100)), np.arange(2000).reshape(20, 10, 10))
print(repr(np.ones((2, 3))), repr(np.arange(6).reshape(2, 3) / 4), repr(np.ones((1100, 2))), repr(np.ones((2, 2, 2), dtype='float32')))
