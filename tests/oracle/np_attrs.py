import numpy as np
for a in [np.arange(6), np.ones((2, 3)), np.array(5), np.zeros((2, 0)), np.ones((2, 3, 4), dtype='float32'), np.array([[True]])]:
    print(a.shape, a.ndim, a.size, a.dtype, a.nbytes, a.itemsize, a.T.shape)
a = np.arange(6).reshape(2, 3)
print(len(a), a.tolist(), a.T.tolist(), list(a), list(a[0]), a.reshape(3, 2), a.reshape(-1), a.reshape((6,)), a.reshape(2, -1), a.ravel(), a.flatten())
print(a.T, a.astype(float), a.astype('float32').dtype, a.astype(bool), np.array([1.9, -1.9]).astype(int), a.copy() is a, a.item(2), type(a.tolist()[0][0]))
try:
    a.reshape(4, 2)
except ValueError as e:
    print(e)
try:
    len(np.array(5))
except TypeError as e:
    print(e)
try:
    bool(np.array([1, 2]))
except ValueError as e:
    print(e)
try:
    a.nope
except AttributeError as e:
    print(e)
