import numpy as np
print(np.array([True, False, True]), np.array([[True, False], [False, True]]), np.arange(5) > 2, repr(np.arange(3) > 1), np.ones(50, dtype=bool))
print(np.arange(5, dtype='float32') / 3, np.array([1.1, 2.2], dtype='float32'), np.array([1e-8, 1], dtype='float32'), np.array([16777216.0, 0.1], dtype='float32'), repr(np.array([0.1, 0.2], dtype='float32')))
print(np.zeros(0), np.zeros((2, 0)), np.zeros((0, 2)), repr(np.zeros(0)), repr(np.zeros((2, 0))), repr(np.zeros(0, dtype=int)), repr(np.zeros(0, dtype=bool)))
print(np.array(1), np.array(1.5), np.array(True), repr(np.array(True)), repr(np.array(1, dtype='float32')), str(np.array(1.0)), repr(np.array(1.0)))
print(f'{np.arange(3)}', '%s' % np.arange(3), '{}'.format(np.array([1.5])), str(np.array([[1]])), 'x' + str(np.ones(2)))
print([np.array([1, 2]), np.array([1.5])], {'k': np.array([True])}, (np.zeros(2),))
print(np.array([1, 2, 3]) * np.nan, np.array([1.0, np.nan, -np.inf]), np.array([-np.nan]), np.array([1e5, 1e6, 1e7]), np.array([123.0, 1e-3]))
