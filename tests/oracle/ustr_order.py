import numpy as np

def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

a = np.array(["a", "bb", "ccc"])
s = a[1]
b = np.array([["x", "yy"], ["zzz", ""]])
t(lambda: np.sort(np.array(["b", "a", "C", "é", "ab"])))
t(lambda: np.argsort(np.array(["b", "a", "C", "é", "ab"])))
t(lambda: np.unique(np.array(["b", "a", "b", "c", "a"]), return_counts=True))
t(lambda: np.unique(np.array(["b", "a", "b", "c", "a"]), return_inverse=True, return_index=True))
t(lambda: np.isin(a, ["a", "zz"]))
t(lambda: np.searchsorted(np.array(["a", "c", "e"]), ["b", "c", "z"]))
t(lambda: np.concatenate([a, np.array(["longest"])]))
t(lambda: np.stack([a, a]))
t(lambda: np.where(a == "a", a, "other"))
t(lambda: np.where(a == "a", "yes", "no"))
t(lambda: np.where([True, False, True], a, 1))
t(lambda: np.repeat(a, 2))
t(lambda: np.tile(a, 2))
t(lambda: np.roll(a, 1))
t(lambda: np.flip(a))
