import numpy as np
import dask.array as da
import functools
from dask import delayed
a = np.array([1, 2])
b = np.array([1.5])
x = da.ones(3, chunks=2)
t = da.ones(3, chunks=2, dtype=bool)
for f in [lambda: a + "ab", lambda: "ab" + b, lambda: b * "x", lambda: a * "x", lambda: a - "abc", lambda: a / "x", lambda: a % "x", lambda: a ** "x", lambda: a & "x", lambda: "%s" % a, lambda: a == "x", lambda: a != "x", lambda: x + "a", lambda: t - t, lambda: t - True, lambda: x & x, lambda: x & 1, lambda: x << 1, lambda: da.ones((2, 2), chunks=2).transpose(0, 0)]:
    try:
        print("ok", f())
    except TypeError as e:
        print("TypeError", e)
    except ValueError as e:
        print("ValueError", e)
divided = functools.partial(delayed(divmod), 17)
print(divided(5).compute(), callable(delayed(len)), callable(delayed(3)))
for v in [1e5, 1e6, 16777216, 123456789, 1e15, 1e16, 3.4e38, 1e-3, 1e-4, 1e-5, 1 / 3]:
    v = np.float32(v)
    print(str(v), repr(v), format(v), f"{v}", f"{v:.3f}", "%s" % v, [v])
