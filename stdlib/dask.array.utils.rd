"""Helpers of arrays."""

import numpy as _np
from dask.array.core import _compute_meta as _compute_meta

def assert_eq(a: Any, b: Any, check_shape: bool = True, check_graph: bool = True, check_meta: bool = True, check_chunks: bool = True, check_ndim: bool = True, check_type: bool = True, check_dtype: bool = True, equal_nan: bool = True, scheduler: str = "sync", **kwargs: Any) -> bool:
    """True if two arrays, lazy or not, have one shape, one dtype and elements that are nearly equal; else AssertionError.

    >>> from dask.array.utils import assert_eq
    >>> assert_eq(da.arange(3, chunks=2), np.arange(3))
    True
    """
    x = a.compute(scheduler=scheduler) if hasattr(a, "dask") else a
    y = b.compute(scheduler=scheduler) if hasattr(b, "dask") else b
    x, y = _np.asarray(x), _np.asarray(y)
    if check_dtype and x.dtype != y.dtype:
        raise AssertionError(f"a and b have different dtypes: (a: {x.dtype}, b: {y.dtype})")
    if check_shape and x.shape != y.shape:
        raise AssertionError("a and b have different shapes")
    near = _np.allclose(x, y, equal_nan=equal_nan, **kwargs) if x.dtype.kind in "fciu" else bool((x == y).all())
    if not near:
        raise AssertionError("found values in 'a' and 'b' which differ by more than the allowed amount")
    return True

def compute_meta(func: Any, _dtype: Any, *args: Any, **kwargs: Any) -> Any:
    """What a function gives for empty arrays; `None` if it cannot be called with them.

    >>> from dask.array.utils import compute_meta
    >>> compute_meta(np.sqrt, None, np.arange(3)).dtype
    dtype('float64')
    """
    return _compute_meta(func, _dtype, args, kwargs)

def meta_from_array(x: Any, ndim: Any = None, dtype: Any = None) -> Any:
    """An empty array of the dtype and number of axes of another.

    >>> from dask.array.utils import meta_from_array
    >>> meta_from_array(np.ones((2, 3)))
    array([], shape=(0, 0), dtype=float64)
    """
    kind = dtype if dtype is not None else getattr(x, "dtype", _np.dtype(float))
    return _np.zeros((0,) * (_np.ndim(x) if ndim is None else ndim), dtype=kind)
