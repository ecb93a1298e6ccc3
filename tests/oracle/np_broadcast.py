import numpy as np
a = np.arange(3)
b = np.arange(4).reshape(4, 1)
print(a + b, (a * b).shape, a.reshape(3, 1) - a, np.ones((2, 3)) * np.array([1, 2, 3]), np.ones((2, 3)) + np.array([[10], [20]]), np.arange(6).reshape(2, 3) - np.arange(6).reshape(2, 3).mean(axis=1, keepdims=True))
print(np.ones((2, 1, 3)) + np.ones((4, 1)) if False else (np.ones((2, 1, 3)) + np.ones((4, 1))).shape, np.zeros((0, 3)) + 1, np.arange(3) + np.array(5), (np.ones((3, 1)) * np.ones((1, 2))).sum(), np.arange(3) > np.array([[1], [2]]))
for s, t in [((3,), (4,)), ((2, 3), (2,)), ((2, 3), (3, 2)), ((4, 1), (3, 2))]:
    try:
        np.ones(s) + np.ones(t)
    except ValueError as e:
        print(e)
print(np.where(np.arange(3) > 1, np.zeros((2, 1)), np.ones(3)), np.maximum(np.arange(3), np.array([[1], [2]])))
