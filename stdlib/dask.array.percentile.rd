"""Percentiles of parts put together."""

import numpy as _np
from dask.array import percentile as percentile

def _counts(q: Any, n: Any, dtype: Any) -> Any:
    """How many observations stand between percentiles, times 100."""
    q = _np.asarray(q)
    out = _np.empty(len(q), dtype=dtype)
    out[0] = q[0]
    out[1:] = _np.diff(q)
    return out * n

def merge_percentiles(finalq: Any, qs: Any, vals: Any, method: str = "lower", Ns: Any = None, raise_on_nan: bool = True) -> Any:
    """The percentiles `finalq` of data of which several parts are known by percentiles: `qs` and `vals` of each part, and how many elements it had.

    >>> from dask.array.percentile import merge_percentiles
    >>> merge_percentiles([10, 50, 90], [[20, 50, 80], [20, 50, 80]], [np.array([1, 2, 3]), np.array([10, 11, 12])], Ns=[9, 9])
    array([ 1, 10, 12])
    """
    if method not in ("linear", "lower", "higher", "midpoint", "nearest"):
        raise ValueError("interpolation method can only be 'linear', 'lower', 'higher', 'midpoint', or 'nearest'")
    finalq = _np.array(list(finalq))
    qs, vals = [list(q) for q in qs], list(vals)
    if Ns is None:
        vals, Ns = [each[0] for each in vals], [each[1] for each in vals]
    Ns = list(Ns)
    parts = [(q, val, n) for q, val, n in zip(qs, vals, Ns) if n]
    if not parts:
        if raise_on_nan:
            raise ValueError("No non-trivial arrays found")
        return _np.full(len(qs[0]) - 2, _np.nan)
    counts = _np.concatenate([_counts(q, n, finalq.dtype) for q, val, n in parts])
    values = _np.concatenate([val for q, val, n in parts])
    order = _np.argsort(values)
    values, reached = values[order], _np.cumsum(counts[order])
    wanted = finalq * _np.sum([n for q, val, n in parts])
    if method == "linear":
        return _np.interp(wanted, reached, values)
    left = _np.minimum(_np.searchsorted(reached, wanted, side="left"), len(values) - 1)
    right = _np.searchsorted(reached, wanted, side="right") - 1
    low, high = _np.minimum(left, right), _np.maximum(left, right)
    if method == "lower":
        return values[low]
    if method == "higher":
        return values[high]
    if method == "midpoint":
        return 0.5 * (values[low] + values[high])
    nearer = _np.abs(reached[low] - wanted) > _np.abs(reached[high] - wanted)
    return values[_np.where(nearer, high, low)]
