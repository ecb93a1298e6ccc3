# tol: 1e-13
import numpy as np


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


a = np.array([0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, np.inf, -2.0])
b = a[:7]
n = np.array([1.0, np.nan, 2.0])
i = np.array([1, 2, 2, 3, 9, 4])
t(lambda: np.histogram(b))
t(lambda: np.histogram(b, bins=4))
t(lambda: np.histogram(b, 3, (0, 2)))
t(lambda: np.histogram(b, 3, (0, 2), density=True))
t(lambda: np.histogram(a, [0, 1, 3]))
t(lambda: np.histogram(a, [0, 0.7, 3], density=True))
t(lambda: np.histogram(b, 3, weights=np.arange(7)))
t(lambda: np.histogram(b, 3, weights=np.arange(7) / 2, density=True))
t(lambda: np.histogram(b, [0, 1, 2.5], weights=np.arange(7) / 2))
t(lambda: np.histogram(i))
t(lambda: np.histogram(i, bins=3))
t(lambda: np.histogram(i.astype(np.float32), bins=3))
t(lambda: np.histogram(i, [1, 2, 3]))
t(lambda: np.histogram(n, [0, 1, 3]))
t(lambda: np.histogram([]))
t(lambda: np.histogram([5, 5, 5], bins=2))
t(lambda: np.histogram([[1, 2], [3, 4]], bins=2))
t(lambda: np.histogram([True, False, True], bins=[0, 0.5, 1]))
for bad in (0, -1, 1.5, [[1, 2]], [3, 1, 2], "odd"):
    t(lambda: np.histogram(b, bad))
t(lambda: np.histogram(n))
t(lambda: np.histogram(a))
t(lambda: np.histogram(b, 3, (2, 1)))
t(lambda: np.histogram(b, 3, (0, np.nan)))
t(lambda: np.histogram(b, 3, weights=[1, 2]))
for rule in ("sqrt", "sturges", "rice", "scott", "fd", "doane", "auto"):
    t(lambda: np.histogram_bin_edges(b * b, rule))
    t(lambda: np.histogram_bin_edges(i, rule))
t(lambda: np.histogram_bin_edges(b, 2, (0, 1)))
t(lambda: np.histogram2d([0, 1, 1, 2], [0, 2, 2, 1], bins=2))
t(lambda: np.histogram2d([0, 1, 1, 2], [0, 2, 2, 1], bins=[2, 3], density=True))
t(lambda: np.histogram2d([0, 1, 1, 2], [0, 2, 2, 1], bins=[0, 1, 2, 3], weights=[1, 2, 3, 4]))
t(lambda: np.histogram2d([0, 1, 1, 2], [0, 2, 2, 1], bins=[[0, 1, 2], 2], range=[[0, 2], [0, 3]]))
t(lambda: np.histogram2d([0, 1], [0]))
p = np.array([[0, 0, 1], [1, 2, 3], [1, 2, 3], [2, 0, 0]])
t(lambda: np.histogramdd(p, bins=2))
t(lambda: np.histogramdd(p, bins=(1, 2, 3), density=True)[0])
t(lambda: np.histogramdd(p, bins=(1, 2)))
t(lambda: np.histogramdd(p[:, 0], bins=2))
t(lambda: np.histogramdd(p, bins=(1, 0, 1)))
t(lambda: np.histogramdd(p, bins=(1, [2, 1], 1)))
t(lambda: np.digitize([0.2, 6.4, 3.0, 1.6], [0.0, 1.0, 2.5, 4.0, 10.0]))
t(lambda: np.digitize([1.2, 10.0, 12.4, 15.5, 20.0], [0, 5, 10, 15, 20], right=True))
t(lambda: np.digitize([[1, 2], [3, 4]], [4, 2]))
t(lambda: np.digitize(2, [1, 2]))
t(lambda: np.digitize(2, [1, 1]))
t(lambda: np.bincount([3, 1, 1], minlength=6))
t(lambda: np.bincount([0, 1, 1], [0.5, 1, 2]))
