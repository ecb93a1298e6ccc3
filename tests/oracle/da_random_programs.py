"""What random programs found: blocks without elements, one element in several blocks, dtypes and infinities."""
import numpy as np
import dask.array as da


def show(name, make):
    try:
        found = make()
        if hasattr(found, "compute"):
            found = found.compute()
        print(name, found, getattr(found, "dtype", None), getattr(found, "shape", None))
    except Exception as e:
        print(name, type(e).__name__, e)


# Of four blocks one has an element.
x = da.from_array(np.array([-1, -2, 5, -3]), chunks=1)
y = x[x > 0].compute_chunk_sizes()
print(y.chunks)
show("sum", lambda: y[:].sum())
show("blockwise", lambda: da.blockwise(lambda a, m: a, "i", y, "i", y, "i", dtype=y.dtype))
show("min", lambda: y.min())
show("max", lambda: y.max(keepdims=True))
show("min of a mask", lambda: x[x > 0].min())
show("max of a mask", lambda: x[x > -3].max())
show("no element at all", lambda: x[x > 9].min())
show("where", lambda: np.asarray(y.compute())[y.compute().argmax()])

# Which position is not known before the sizes are.
show("argmax", lambda: x[x > 0].argmax())
show("argmin", lambda: x[x > -9].argmin(axis=0))
m = da.ones((4, 3), chunks=(2, 3))
show("argmax of none", lambda: m[m[:, 0] > 5].argmax(axis=1))
show("argmax of rows", lambda: m[m[:, 0] > 0].argmax(axis=1))

# Angles of whole numbers: each operand by itself.
a = np.array([4, 3, 1], dtype="uint16")
for other in [np.array(-7, dtype="int16"), np.int16(3), np.array([1, 2, 3], dtype="int8"), np.array([1, 2, 3], dtype="int32"), 3, 2.5]:
    print(np.arctan2(a, other).dtype, np.hypot(a, other).dtype, np.arctan2(other, a).dtype)
show("arctan2", lambda: da.arctan2(da.from_array(a, chunks=2), da.from_array(np.array(-7, dtype="int16"))).dtype)

# Complex powers at infinity.
inf, nan = float("inf"), float("nan")
base = np.array([complex(inf, 0), complex(0, inf), complex(inf, inf), complex(-inf, 0), complex(1, 2), complex(0, 0)])
for exponent in [0.5, -1.0, -0.5, 1.0, 2.0, 3.0, -2.0, 200.0, complex(0, 1), complex(inf, 0), complex(-inf, 0), complex(nan, 0)]:
    print(exponent, np.power(base, np.full(6, exponent, dtype=complex)))
print(np.power(np.array([4.0 + 0j, -3 + 3j]), np.array([65535, 65535.0])))
print(np.reciprocal(base))

# Between moments and durations the number stays, whatever the unit.
d = np.array(["2001-01-01", "NaT"], dtype="datetime64[D]")
t = np.array([90000, -5], dtype="timedelta64[s]")
print(d.astype("timedelta64[m]"), t.astype("datetime64[h]"), t.astype("datetime64[ms]"))
print(da.from_array(t, chunks=1).astype("datetime64[h]").compute())
print(d.astype("timedelta64"), t.astype("timedelta64[ms]"), d.astype("datetime64[s]"))
