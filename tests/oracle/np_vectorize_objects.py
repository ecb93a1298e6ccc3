# What a vectorized function gives are objects, which become elements as Python converts them.
import numpy as np


def told(f, *args, **how):
    try:
        made = np.vectorize(f, **how)(*args)
        print(made.dtype, made)
    except Exception as e:
        print(type(e).__name__, e)


ints = np.arange(5)
told(lambda x: x if x < 2 else 1e30, ints)
told(lambda x: x if x < 2 else float("nan"), ints)
told(lambda x: x if x < 2 else float("inf"), ints)
told(lambda x: x if x < 2 else 2.75, ints)
told(lambda x: x if x < 2 else -2.75, ints)
told(lambda x: x if x < 2 else 2**70, ints)
told(lambda x: float(x) if x < 2 else 2**70, ints)
told(lambda x: x * 2**62, ints, otypes=[float])
told(lambda x: x * 2**62, ints, otypes="d")
told(lambda x: x * 100, ints, otypes=["int8"])
told(lambda x: x * 100.0, ints, otypes=["uint8"])
told(lambda x: -x, ints, otypes=["uint8"])
told(lambda x: x % 2 == 0, ints)
told(lambda x: x, ints, otypes=[bool])
told(lambda x: x, ints, otypes=[complex])
told(lambda x: "ab" * x, ints + 1)
told(lambda x: (x, x / 2), ints)
told(lambda x: x, np.zeros(0))
told(lambda x: x, np.zeros(0), otypes=[int])
told(lambda x: 2**x, ints)
told(lambda x: x**-1, ints + 1)
told(lambda x: x**-1, ints + 1.0)
told(lambda x: 1 / (x - 3), ints)


def seen(x, y=1):
    print("called with", type(x).__name__, x, y)
    return x + y


print(np.vectorize(seen)(np.array([1, 2])))
print(np.vectorize(seen, otypes=[float])(np.array([1, 2])))
print(np.vectorize(seen, cache=True)(np.array([1, 2])))
print(np.vectorize(seen)(np.array([1.5, 2.5]), y=np.array([10, 20])))
print(np.vectorize(seen, excluded={"y"})(np.array([1.5]), y=3))
print(np.vectorize(lambda a, b: (a + b, a * b))(np.arange(3), np.arange(3)[:, None]))
