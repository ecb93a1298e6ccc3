import numpy as np

def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

a = np.array(["a", "bb", "ccc"])
s = a[1]
b = np.array([["x", "yy"], ["zzz", ""]])
t(lambda: np.zeros(3, "U4"))
t(lambda: np.zeros(2, dtype=str))
t(lambda: np.ones(2, "U4"))
t(lambda: np.full(2, "abc"))
t(lambda: np.full(2, "abc", dtype="U2"))
t(lambda: np.full((2, 2), 5, dtype="U2"))
t(lambda: np.zeros_like(a))
t(lambda: np.ones_like(a))
t(lambda: np.full_like(a, "wxyz"))
t(lambda: np.array([1, "a"]))
t(lambda: np.array([1.5, "a"]))
t(lambda: np.array([True, "a"]))
t(lambda: np.array([1, 22], dtype=str))
t(lambda: np.array([1.5, 2], dtype="U2"))
t(lambda: np.array(["a", None], dtype=str))
t(lambda: np.array(["abc", "de"], dtype="U2"))
t(lambda: np.array(["abc", "de"], dtype="S"))
t(lambda: np.array([b"abc", b"de"]))
t(lambda: np.array([b"abc", "de"]))
t(lambda: np.array(["é"], dtype="S"))
t(lambda: np.array("abc"))
t(lambda: np.array("abc")[()])
t(lambda: np.array([]).astype(str))
t(lambda: np.array([], dtype=str))
t(lambda: np.array([""]))
