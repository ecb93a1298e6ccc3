"""Functions on blocks in memory."""

import numpy as _np

def coarsen(reduction: Any, x: Any, axes: Any, trim_excess: bool = False, **kwargs: Any) -> Any:
    """Neighbours along axes of an eager array reduced to one: `axes` maps each axis to how many.

    >>> from dask.array.chunk import coarsen
    >>> coarsen(np.sum, np.arange(1, 7), {0: 2})
    array([ 3,  7, 11])
    """
    axes = {axis: axes.get(axis, 1) for axis in range(x.ndim)}
    if trim_excess:
        x = x[tuple([slice(0, n - n % axes[axis]) for axis, n in enumerate(x.shape)])]
    shape = []
    for axis, n in enumerate(x.shape):
        shape.extend([n // axes[axis], axes[axis]])
    return reduction(x.reshape(tuple(shape)), axis=tuple(range(1, 2 * x.ndim, 2)), **kwargs)

def trim(x: Any, axes: Any = None) -> Any:
    """An array without so many elements at both ends of each axis: one number, or by axis.

    >>> from dask.array.chunk import trim
    >>> trim(np.arange(24).reshape((4, 6)), axes={0: 1, 1: 1})
    array([[ 7,  8,  9, 10],
           [13, 14, 15, 16]])
    """
    if isinstance(axes, int):
        axes = [axes] * x.ndim
    if isinstance(axes, dict):
        axes = [axes.get(axis, 0) for axis in range(x.ndim)]
    return x[tuple([slice(n, -n if n else None) for n in axes])]

def topk(a: Any, k: int, axis: int, keepdims: bool = True) -> Any:
    """The `k` largest elements of an eager array along an axis, in no order; all, if there are not so many.

    >>> from dask.array.chunk import topk
    >>> np.sort(topk(np.array([3, 1, 4, 1, 5]), 2, 0))
    array([4, 5])
    """
    size = a.shape[axis]
    if (k if k >= 0 else -k) >= size:
        return a
    ordered = _np.sort(a, axis=axis)
    part = slice(-k, None) if k > 0 else slice(0, -k)
    return ordered[(slice(None),) * (axis % a.ndim) + (part,)]

def view(x: Any, dtype: Any, order: str = "C") -> Any:
    """The bytes of an eager array read as another dtype.

    >>> from dask.array.chunk import view
    >>> view(np.array([1.0]), np.int64)
    array([4607182418800017408])
    """
    return _reread(x, dtype) if order == "C" else _reread(x.T, dtype).T

def _reread(x: Any, dtype: Any) -> Any:
    """The bytes of an array in C order read as another dtype, along the last axis."""
    ...
