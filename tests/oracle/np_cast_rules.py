# Which dtypes are cast to which, by each rule; copyto, require and out= of tests for infinities.
import numpy as np
ks = ["bool", "int8", "uint8", "int64", "uint64", "float32", "float64", "complex64", "complex128", "datetime64[s]", "timedelta64[s]", "datetime64[D]", "U3", "S3"]
for rule in ("no", "equiv", "safe", "same_kind", "unsafe"):
    for a in ks:
        print(rule, a, [int(np.can_cast(a, b, rule)) for b in ks])


def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a = np.zeros(3, int)
t(lambda: np.copyto(a, 1.5)); t(lambda: np.copyto(a, [1.5, 2, 3], casting="unsafe")); print(a)
t(lambda: np.copyto(a, True)); print(a)
b = np.zeros(2, "uint8")
t(lambda: np.copyto(b, 5)); t(lambda: np.copyto(b, np.array([1, 2]))); t(lambda: np.copyto(b, 2.0)); t(lambda: np.copyto(b, np.array([1, 2]), casting="unsafe")); print(b)
t(lambda: np.copyto(np.zeros(2), 1j)); c = np.zeros(2, "float32"); t(lambda: np.copyto(c, 1.25)); t(lambda: np.copyto(c, 1.25, casting="safe")); print(c)
t(lambda: np.copyto(c, np.float64(2.5))); print(c)
t(lambda: np.copyto(c, np.arange(2), where=[True, False])); print(c)
out = np.zeros(3, bool)
t(lambda: np.isneginf(np.array([-np.inf, 1, np.inf]), out)); print(out)
t(lambda: np.isposinf(np.array([-np.inf, 1, np.inf]), out=out)); print(out)
t(lambda: np.require([[1, 2]], float, ["C", "w"])); t(lambda: np.require([1], requirements=["Q"])); t(lambda: np.require([[1, 2], [3, 4]], requirements="F"))
