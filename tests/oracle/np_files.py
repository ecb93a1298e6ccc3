import numpy as np
import os
name = 'scratch_np_files_%d' % os.getpid()
try:
    with open(name + '.txt', 'w') as f:
        f.write('# comment\n1 2 3\n4 5 6.5\n')
    print(np.loadtxt(name + '.txt'), np.loadtxt(name + '.txt').dtype, np.loadtxt(name + '.txt', usecols=(0, 2)), np.loadtxt(name + '.txt', skiprows=2))
    with open(name + '.csv', 'w') as f:
        f.write('a,b,c\n1,2,3\n4,,NA\n7,8,9\n')
    x = np.genfromtxt(name + '.csv', delimiter=',', skip_header=1)
    print(x, x.shape, np.isnan(x).sum(), np.genfromtxt(name + '.csv', delimiter=',', skip_header=1, usecols=0), np.genfromtxt(name + '.csv', delimiter=',', skip_header=1, usecols=(0, 2)))
    print(np.loadtxt(name + '.csv', delimiter=',', skiprows=1, usecols=0), np.loadtxt(name + '.csv', delimiter=',', skiprows=1, usecols=0, dtype=int))
    try:
        np.loadtxt(name + '.csv', delimiter=',')
    except ValueError as e:
        print(type(e).__name__)
    np.save(name + '.npy', np.arange(6).reshape(2, 3))
    y = np.load(name + '.npy')
    print(y, y.dtype)
finally:
    for ext in ['.txt', '.csv', '.npy']:
        if os.path.exists(name + ext):
            os.remove(name + ext)
try:
    np.load('no_such_file.npy')
except FileNotFoundError as e:
    print(type(e).__name__)
