# NumPy's functions of lazy arrays stay lazy: dask.array's of the same name take over.
import dask.array as da
import numpy as np

x = da.arange(12, chunks=5).reshape(3, 4).rechunk(2)
v = da.from_array(np.array([3.0, 1.0, 2.0, np.nan, 2.0]), chunks=2)
w = da.arange(6, chunks=4)
made = {
    "flip": np.flip(x, 0), "squeeze": np.squeeze(x[None]), "repeat": np.repeat(x, 2, axis=0), "tile": np.tile(w, 2),
    "expand_dims": np.expand_dims(x, 0), "broadcast_to": np.broadcast_to(w, (2, 6)), "take": np.take(x, [0, 2], axis=1),
    "diag": np.diag(x[:3, :3]), "tril": np.tril(x), "triu": np.triu(x, k=1), "vstack": np.vstack([w, w]),
    "hstack": np.hstack((w, w)), "dstack": np.dstack([x, x]), "concatenate": np.concatenate([x, x], axis=1),
    "stack": np.stack([w, w]), "cumsum": np.cumsum(x, axis=0), "cumprod": np.cumprod(x, axis=1),
    "searchsorted": np.searchsorted(w, da.from_array(np.array([1, 4]))), "digitize": np.digitize(v, [1.5, 2.5]),
    "roll": np.roll(x, 1, axis=1), "moveaxis": np.moveaxis(x, 0, 1), "swapaxes": np.swapaxes(x, 0, 1),
    "transpose": np.transpose(x), "ravel": np.ravel(x), "reshape": np.reshape(x, (3, 2, 2)), "rot90": np.rot90(x),
    "where": np.where(x > 3, x, -1), "clip": np.clip(x, 2, 8), "round": np.round(v, 0), "diff": np.diff(w),
    "gradient": np.gradient(w * 1.5), "sum": np.sum(x, axis=0), "mean": np.mean(x, axis=1), "std": np.std(x),
    "max": np.max(x), "amin": np.amin(x, axis=0), "nansum": np.nansum(v), "nanmean": np.nanmean(v), "ptp": np.ptp(w),
    "argmax": np.argmax(x, axis=1), "any": np.any(x > 5), "all": np.all(x >= 0), "count_nonzero": np.count_nonzero(x),
    "median": np.median(x, axis=1), "isin": np.isin(w, [1, 3]), "isclose": np.isclose(v, 2.0),
    "allclose": np.allclose(w, w), "outer": np.outer(w, w), "dot": np.dot(w, w), "tensordot": np.tensordot(x, x, axes=2),
    "einsum": np.einsum("ij->i", x), "vdot": np.vdot(w, w), "pad": np.pad(w, 1), "append": np.append(w, w),
    "delete": np.delete(w, 1, axis=0), "insert": np.insert(w, 1, 9, axis=0), "compress": np.compress([True, False, True], x, axis=0),
    "trace": np.trace(x), "diagonal": np.diagonal(x), "nan_to_num": np.nan_to_num(v), "average": np.average(x, axis=0),
    "zeros_like": np.zeros_like(x), "ones_like": np.ones_like(x), "full_like": np.full_like(x, 7), "angle": np.angle(w),
    "real": np.real(x), "isnan": np.isnan(v), "sin": np.sin(v),
    "fft": np.fft.fft(w.rechunk(-1)), "norm": np.linalg.norm(x), "atleast_2d": np.atleast_2d(w), "flatnonzero": np.flatnonzero(w),
    "argwhere": np.argwhere(w), "unravel_index": np.unravel_index(w, (2, 3))[1], "select": np.select([w > 2], [w]),
    "choose": np.choose(w % 2, [w, w * 10]), "piecewise": np.piecewise(w, [w < 3], [lambda a: -a, lambda a: a]),
}
for name, y in made.items():
    if name == "gradient":
        y = y[0] if isinstance(y, list) else y
    lazy = isinstance(y, da.Array)
    value = y.compute()
    if np.asarray(value).dtype.kind in "fc":
        value = np.round(value, 10)
    print(name, lazy, y.dtype, y.shape, np.asarray(value).tolist())
print([a.compute().tolist() for a in np.nonzero(w)], np.histogram(w, bins=[0, 2, 6])[0].compute())
print([a.compute().tolist() for a in np.unique(w % 3, return_counts=True)])
print(np.ndim(x), np.shape(x), np.size(x), np.iscomplexobj(x), np.result_type(x, v))
# What Dask does not have is computed.
for y in (np.sort(w), np.argsort(w), np.kron(w, [1, 2]), np.trapezoid(w), np.array_equal(w, w), np.interp(w, [0, 5], [0, 1])):
    print(isinstance(y, da.Array), y)
# A lazy argument that is not asked is computed too.
print(np.take(np.arange(10) * 10, w), isinstance(np.take(np.arange(10) * 10, w), da.Array))
for call in (
    lambda: np.take(x, [0], mode="clip"), lambda: np.sum(x, where=True), lambda: np.squeeze(x, axis=0), lambda: np.cumsum(x, axis=5),
    lambda: np.concatenate([x, w]), lambda: np.reshape(x, (5, 5)), lambda: np.histogram(w, 3), lambda: np.expand_dims(x, 7),
):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])
try:
    np.sum(np.ones((2, 2)), axis=3)
except np.exceptions.AxisError as e:
    print("AxisError", e)
