import numpy as np, dask.array as da, dask
m=np.ma.masked_array([1,2,3],[0,1,0])
print(isinstance(m,np.ndarray), issubclass(np.ma.MaskedArray,np.ndarray), np.ma.MaskedArray.__mro__, issubclass(np.ma.MaskedArray,np.ma.MaskedArray))
print(isinstance(np.ma.masked,np.ndarray), isinstance(m,(list,np.ndarray)), isinstance(np.arange(3), np.ma.MaskedArray), isinstance(m,(list,int)), isinstance(m, object), isinstance(m, np.memmap), isinstance(m, np.generic))
print(type(m), type(m).__name__, type(np.ma.masked).__mro__)
def f(x):
    if isinstance(x, np.ma.MaskedArray):
        return "masked", x.mask.sum()
    if isinstance(x, np.ndarray):
        return "array", x.sum()
    return "other"
def g(x):
    if not isinstance(x, np.ndarray):
        return x + "no array"
    return x.sum()
def h(x):
    if isinstance(x, np.ndarray):
        return x.sum()
    return x.upper()
for x in (m, np.arange(3), "text", np.ma.masked, 1.5, np.float64(2)):
    print(f(x))
for x in (m, np.arange(3), "text"):
    print(g(x), h(x))
def only(x: np.ndarray) -> float:
    return x.mean()
print(only(m), only(np.arange(3)))
lm=da.from_array(m,chunks=2)
print(isinstance(lm,da.Array), isinstance(lm,np.ndarray), isinstance(lm.compute(), np.ndarray), issubclass(type(lm), da.Array))
@dask.delayed
def d(x):
    return isinstance(x, np.ndarray), isinstance(x, np.ma.MaskedArray)
print(d(m).compute(), d(np.arange(3)).compute())
print(lm.map_blocks(lambda b: b if isinstance(b, np.ndarray) else 0).compute())
print(np.asarray(m), isinstance(np.asarray(m), np.ma.MaskedArray), isinstance(np.asanyarray(m), np.ma.MaskedArray), np.linspace(0,1,3), np.array(m))
y = [1, m, "a", np.ones(2)]
print([isinstance(v, np.ndarray) for v in y], sum(1 for v in y if isinstance(v, np.ndarray)))
print(np.asanyarray(m) is m, np.asanyarray(m, dtype="f4"), np.asanyarray([1], dtype=float))


class Mine(list):
    pass


print(Mine.__mro__, isinstance(Mine(), np.ndarray), issubclass(bool, int), type(np.float64(1)).__mro__[-1])
