import numpy as np
print(np.array([1, 2, 3]), np.array([1.0, 2]), np.array([True, False]), np.array([[1, 2], [3, 4]]), np.array([1, 2], dtype='float32'), np.array([1.5, 2.7], dtype=int), np.array(5), np.array([]))
print(np.zeros(3), np.ones((2, 3)), np.zeros(2, dtype=int), np.ones(2, dtype=bool), np.full(3, 7), np.full((2, 2), 1.5), np.full(2, True), np.empty(0))
print(np.arange(5), np.arange(2, 8), np.arange(0, 10, 3), np.arange(0, 1, 0.25), np.arange(5.0), np.arange(5, dtype='float32'), np.arange(5, 0, -2), np.arange(0))
print(np.linspace(0, 1, 5), np.linspace(0, 10, 4, endpoint=False), np.linspace(2, 3, 1))
print(repr(np.array([1, 2])), repr(np.array([1.5])), repr(np.array([True])), repr(np.arange(3, dtype='float32')), repr(np.array([[1, 2], [3, 4]])), repr(np.array([])), repr(np.array(5)), repr(np.zeros((0, 3))), repr(np.array(2.5)))
print(np.array([1, 2]).dtype, np.array([1.0]).dtype, np.array([True]).dtype, repr(np.array([1]).dtype), np.float32, np.dtype('float64'), np.int64, np.array([1, 2.5]).dtype, np.array([True, 2]).dtype)
