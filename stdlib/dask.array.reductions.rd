"""Reductions by functions of the user's."""

import math

import numpy as np
from dask.array import Array as Array
from dask.array import _renamed as _renamed
from dask.array import asarray as asarray
from dask.array import concatenate as concatenate
from dask.array.core import _call as _call
from dask.array.core import _compute_meta as _compute_meta
from dask.array.core import _funcname as _funcname
from dask.array.core import _has_keyword as _has_keyword
from dask.array.core import blockwise as blockwise
from functools import partial as partial

def _axes(axis, ndim):
    if axis is None:
        return tuple(range(ndim))
    if isinstance(axis, (int, np.integer)):
        axis = (axis,)
    out = []
    for at in axis:
        if at < -ndim or at >= ndim:
            # Raises `AxisError`.
            np.empty((0,) * ndim).sum(axis=at)
        out.append(at % ndim)
    return tuple(out)

def cumreduction(func: Any, binop: Any, ident: Any, x: Any, axis: Any = None, dtype: Any = None, out: Any = None, method: str = "sequential", preop: Any = None) -> Array:
    """Running results by a function: `func` of each block, to which `binop` adds what stands before it. `ident` is what `binop` leaves as it is.

    >>> x = da.from_array(np.array([1, 3, 2, 4]), chunks=2)
    >>> da.reductions.cumreduction(np.maximum.accumulate, np.maximum, 0, x, axis=0).compute()
    array([1, 3, 3, 4])
    """
    if out is not None:
        raise NotImplementedError("out= is not in rdask yet")
    if method not in ("sequential", "blelloch"):
        raise ValueError(f'Invalid method for cumreduction.  Expected "sequential" or "blelloch".  Got: {method!r}')
    if method == "blelloch" and preop is None:
        raise TypeError('cumreduction with "blelloch" method required `preop=` argument')
    x = asarray(x)
    if axis is None:
        if x.ndim > 1:
            x = x.flatten().rechunk(x.npartitions)
        axis = 0
    axis = _axes(axis, x.ndim)[0]
    if dtype is None:
        dtype = func(np.ones((0,) * x.ndim, dtype=x.dtype), axis=axis).dtype
    name = _funcname(func)
    runs = x.map_blocks(func, axis=axis, dtype=dtype, token=name)
    before, start, made, carry = (slice(None),) * axis, 0, [], None
    for size in x.chunks[axis]:
        part = runs[before + (slice(start, start + size),)]
        start += size
        if carry is not None:
            part = blockwise(binop, tuple(range(x.ndim)), carry, tuple(range(x.ndim)), part, tuple(range(x.ndim)), dtype=dtype, token=name)
        if size:
            carry = part[before + (slice(-1, None),)]
        made.append(part)
    return _renamed(made[0] if len(made) == 1 else concatenate(made, axis=axis), name)

def _split(split_every, axis):
    # How many blocks are combined at once along each axis.
    split_every = split_every or 16
    if isinstance(split_every, dict):
        return {at: split_every.get(at, 2) for at in axis}
    if isinstance(split_every, (int, np.integer)):
        return dict.fromkeys(axis, max(int(split_every ** (1 / (len(axis) or 1))), 2))
    raise ValueError("split_every must be a int or a dict")

def _partial_reduce(func, x, split, keepdims, dtype, name, concatenate):
    chunks = []
    along = []
    for at, sizes in enumerate(x.chunks):
        if at not in split:
            along.append(len(chunks))
            chunks.append(sizes)
        elif keepdims:
            along.append((len(chunks), split[at]))
            chunks.append((1,) * math.ceil(len(sizes) / split[at]))
        else:
            along.append(-1)
    return _call(func, [x], [tuple(along)], {}, chunks, dtype, None, name, concatenate, {})

def _tree_reduce(x, aggregate, axis, keepdims, dtype, split_every=None, combine=None, name=None, concatenate=True):
    split = _split(split_every, axis)
    depth = 1
    for at, count in enumerate(x.numblocks):
        if at in split and split[at] != 1:
            depth = int(max(depth, math.ceil(math.log(count, split[at]))))
    inner = partial(combine or aggregate, axis=axis, keepdims=True)
    for _ in range(depth - 1):
        x = _partial_reduce(inner, x, split, True, dtype, (name or _funcname(combine or aggregate)) + "-partial", concatenate)
    last = partial(aggregate, axis=axis, keepdims=keepdims)
    return _partial_reduce(last, x, split, keepdims, dtype, (name or _funcname(aggregate)) + "-aggregate", concatenate)

def reduction(x: Any, chunk: Any, aggregate: Any, axis: Any = None, keepdims: bool = False, dtype: Any = None, split_every: Any = None, combine: Any = None, name: Any = None, out: Any = None, concatenate: bool = True, output_size: Any = 1, meta: Any = None, weights: Any = None) -> Array:
    """A reduction by functions of the user's: `chunk` of each block, `combine` of a few results, `aggregate` of the last ones. Each is called with `axis` and `keepdims`.

    >>> x = da.arange(10, chunks=3)
    >>> da.reduction(x, chunk=np.sum, aggregate=np.sum, dtype=x.dtype).compute()
    np.int64(45)
    """
    axis = _axes(axis, x.ndim)
    if dtype is None:
        raise ValueError("Must specify dtype")
    if _has_keyword(chunk, "dtype"):
        chunk = partial(chunk, dtype=dtype)
    if _has_keyword(aggregate, "dtype"):
        aggregate = partial(aggregate, dtype=dtype)
    inds = tuple(range(x.ndim))
    args = [x, inds]
    if weights is not None:
        weights = asarray(weights)
        try:
            weights = weights + np.zeros((1,) * x.ndim, dtype=weights.dtype)
            weights = weights if weights.shape == x.shape else _broadcast(weights, x)
        except ValueError:
            raise ValueError(f"Weights with shape {weights.shape} are not broadcastable to x with shape {x.shape}")
        args += [weights, inds]
    adjust = {at: output_size for at in axis}
    made = blockwise(chunk, inds, *args, axis=axis, keepdims=True, token=name, dtype=dtype or float, adjust_chunks=adjust)
    result = _tree_reduce(made, aggregate, axis, keepdims, dtype, split_every, combine, name, concatenate)
    if out is not None:
        raise NotImplementedError("out= is not in rdask yet")
    return result

def _broadcast(weights, x):
    if any(a != 1 and a != b for a, b in zip(weights.shape[::-1], x.shape[::-1])) or weights.ndim > x.ndim:
        raise ValueError("no")
    from dask.array import zeros
    return weights + zeros(x.shape, chunks=x.chunks, dtype=weights.dtype)
