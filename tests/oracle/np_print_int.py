import numpy as np
print(np.array([1, 10, 100]), np.array([-1, 10]), np.array([[1, -20], [300, 4]]), np.arange(40))
print(np.arange(1000), np.arange(1001), np.arange(2000).reshape(2, 1000))
print(np.arange(10000).reshape(100, 100))
print(np.array([9223372036854775807, -9223372036854775808]), np.arange(24).reshape(2, 3, 4), np.arange(3).reshape(3, 1))
print(repr(np.arange(40)))
print(repr(np.arange(2000)), repr(np.arange(24).reshape(2, 3, 4)), str(np.arange(3)))
print(np.zeros((0, 3), dtype=int), np.zeros((3, 0), dtype=int), np.array(7), [np.arange(2)], {'a': np.arange(2)}, (np.arange(3), 1))
