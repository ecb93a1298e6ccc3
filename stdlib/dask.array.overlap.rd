"""Blocks that share elements with their neighbours."""

import itertools
import math

import dask.array as da
import numpy as np
from dask.array import Array as Array
from dask.array import _renamed as _renamed
from dask.array import concatenate as concatenate
from dask.array._shuffle import _calculate_new_chunksizes as _calculate_new_chunksizes
from dask.array.core import _is_number as _is_number
from dask.array.core import map_blocks as map_blocks
from dask.array.core import unify_chunks as unify_chunks

def coerce_depth(ndim: int, depth: Any) -> dict[Any, Any]:
    """The depth of each axis: of an integer, a tuple or a dict.

    >>> from dask.array.overlap import coerce_depth
    >>> coerce_depth(2, 3)
    {0: 3, 1: 3}
    """
    depth = 0 if depth is None else depth
    if isinstance(depth, (int, np.integer)):
        depth = (depth,) * ndim
    if isinstance(depth, tuple):
        depth = dict(zip(range(ndim), depth))
    out = {}
    for axis in range(ndim):
        each = depth.get(axis, 0)
        out[axis] = tuple([int(size) for size in each]) if isinstance(each, tuple) else int(each)
    return out

def coerce_boundary(ndim: int, boundary: Any) -> dict[Any, Any]:
    """What stands past the end of each axis: of one value, a tuple or a dict.

    >>> from dask.array.overlap import coerce_boundary
    >>> coerce_boundary(2, {1: "reflect"})
    {0: 'none', 1: 'reflect'}
    """
    boundary = "none" if boundary is None else boundary
    if not isinstance(boundary, (tuple, dict)):
        boundary = (boundary,) * ndim
    if isinstance(boundary, tuple):
        boundary = dict(zip(range(ndim), boundary))
    return {axis: boundary.get(axis, "none") for axis in range(ndim)}

def ensure_minimum_chunksize(size: int, chunks: Any) -> tuple[Any, ...]:
    """Blocks of at least a size: smaller ones are joined to those before them.

    >>> from dask.array.overlap import ensure_minimum_chunksize
    >>> ensure_minimum_chunksize(10, (20, 20, 1))
    (20, 11, 10)
    """
    if size <= min(chunks):
        return chunks
    output = []
    new = 0
    for c in chunks:
        if c < size:
            if new > size + (size - c):
                output.append(new - (size - c))
                new = size
            else:
                new += c
        if new >= size:
            output.append(new)
            new = 0
        if c >= size:
            new += c
    if new >= size:
        output.append(new)
    elif output:
        output[-1] += new
    else:
        raise ValueError(f"The overlapping depth {size} is larger than your array {sum(chunks)}.")
    return tuple(output)

def _sides(depth):
    return depth if isinstance(depth, tuple) else (depth, depth)

def _rechunked(x, depth):
    return tuple([ensure_minimum_chunksize(max(_sides(depth[axis])), sizes) for axis, sizes in enumerate(x.chunks)])

def _part(x, axis, part):
    return x[(slice(None),) * axis + (part,)]

def _bordered(x, axis, depth, kind):
    # The array with `depth` elements more at both ends of an axis.
    if kind == "periodic":
        return concatenate([_part(x, axis, slice(-depth, None)), x, _part(x, axis, slice(0, depth))], axis=axis)
    if kind == "reflect":
        first = _part(x, axis, slice(0, 1) if depth == 1 else slice(depth - 1, None, -1))
        return concatenate([first, x, _part(x, axis, slice(-1, -depth - 1, -1))], axis=axis)
    if kind == "nearest":
        first, last = _part(x, axis, slice(0, 1)), _part(x, axis, slice(-1, None))
        return concatenate([first] * depth + [x] + [last] * depth, axis=axis)
    shape = x.shape[:axis] + (depth,) + x.shape[axis + 1:]
    chunks = x.chunks[:axis] + ((depth,),) + x.chunks[axis + 1:]
    border = da.full(shape, kind, dtype=x.dtype, chunks=chunks)
    return concatenate([border, x, border], axis=axis)

def _shared(x, axis, depth, kind):
    # Each block along an axis with what it shares with its neighbours.
    left, right = _sides(depth)
    if left == 0 and right == 0:
        return x
    sizes = x.chunks[axis]
    starts = [0] + list(itertools.accumulate(sizes))
    if kind == "none":
        if len(sizes) == 1:
            return x
        bounds = [(max(a - left, 0), min(b + right, starts[-1])) for a, b in zip(starts, starts[1:])]
    else:
        x = _bordered(x, axis, left, kind)
        bounds = [(a, b + 2 * left) for a, b in zip(starts, starts[1:])]
    parts = [_part(x, axis, slice(a, b)).rechunk({axis: -1}) for a, b in bounds]
    return parts[0] if len(parts) == 1 else concatenate(parts, axis=axis)

def overlap(x: Any, depth: Any, boundary: Any, *, allow_rechunk: bool = True) -> Array:
    """The blocks of an array, each with `depth` elements of its neighbours; `boundary` says what stands past the ends: "reflect", "periodic", "nearest", "none" or a number.

    >>> x = da.arange(6, chunks=3)
    >>> da.overlap.overlap(x, depth=1, boundary={0: "periodic"}).compute()
    array([5, 0, 1, 2, 3, 2, 3, 4, 5, 0])
    """
    depth = coerce_depth(x.ndim, depth)
    boundary = coerce_boundary(x.ndim, boundary)
    if allow_rechunk:
        x = x.rechunk(_rechunked(x, depth))
    elif any(min(sizes) < max(_sides(depth[axis])) for axis, sizes in enumerate(x.chunks)):
        depths = [max(_sides(each)) if isinstance(each, tuple) else each for each in depth.values()]
        raise ValueError(
            "Overlap depth is larger than smallest chunksize.\nPlease set allow_rechunk=True to rechunk automatically.\n"
            f"Overlap depths required: {depths}\nInput chunks: {x.chunks}\n"
        )
    first = x
    for axis in range(x.ndim):
        x = _shared(x, axis, depth[axis], boundary[axis])
    trimmed = any([boundary[axis] != "none" and depth[axis] for axis in depth])
    return x if x is first else _renamed(x, "getitem" if trimmed else "overlap")

def constant(x: Any, axis: int, depth: int, value: Any) -> Array:
    """The array with blocks of one value at both ends of an axis.

    >>> da.overlap.constant(da.arange(3), 0, 1, 9).compute()
    array([9, 0, 1, 2, 9])
    """
    return _bordered(x, axis, depth, value)

def reflect(x: Any, axis: int, depth: int) -> Array:
    """The array with what it has at both ends of an axis once more, mirrored.

    >>> da.overlap.reflect(da.arange(4), 0, 2).compute()
    array([1, 0, 0, 1, 2, 3, 3, 2])
    """
    return _bordered(x, axis, depth, "reflect")

def nearest(x: Any, axis: int, depth: int) -> Array:
    """The array with its first and last elements along an axis repeated.

    >>> da.overlap.nearest(da.arange(3), 0, 2).compute()
    array([0, 0, 0, 1, 2, 2, 2])
    """
    return _bordered(x, axis, depth, "nearest")

def periodic(x: Any, axis: int, depth: int) -> Array:
    """The array with the elements of its other end at both ends of an axis.

    >>> da.overlap.periodic(da.arange(4), 0, 1).compute()
    array([3, 0, 1, 2, 3, 0])
    """
    return _bordered(x, axis, depth, "periodic")

def boundaries(x: Any, depth: Any = None, kind: Any = None) -> Array:
    """The array with elements at the ends of its axes, as many as `depth` says and of the kind that `kind` says for each.

    >>> da.overlap.boundaries(da.arange(3), {0: 1}, {0: "reflect"}).compute()
    array([0, 0, 1, 2, 2])
    """
    if not isinstance(kind, dict):
        kind = {axis: kind for axis in range(x.ndim)}
    if not isinstance(depth, dict):
        depth = {axis: depth for axis in range(x.ndim)}
    for axis in range(x.ndim):
        more = depth.get(axis, 0)
        if more and kind.get(axis, "none") != "none":
            x = _bordered(x, axis, more, kind[axis])
    return x

def trim_internal(x: Any, axes: Any, boundary: Any = None) -> Array:
    """The blocks without what they share with their neighbours.

    >>> x = da.arange(6, chunks=3)
    >>> y = da.overlap.overlap(x, depth=1, boundary="reflect")
    >>> da.overlap.trim_internal(y, {0: 1}, boundary="reflect").compute()
    array([0, 1, 2, 3, 4, 5])
    """
    if x.ndim == 0:
        return x
    boundary = coerce_boundary(x.ndim, boundary)
    cuts = []
    for axis, sizes in enumerate(x.chunks):
        left, right = _sides(axes.get(axis, 0))
        ends = boundary.get(axis, "none") != "none"
        last = len(sizes) - 1
        cuts.append([(left if ends or at != 0 else 0, right if ends or at != last else 0) for at in range(len(sizes))])
    chunks = tuple([tuple([size - a - b for size, (a, b) in zip(sizes, cut)]) for sizes, cut in zip(x.chunks, cuts)])
    def trim(block, block_id=None):
        if block_id is None:
            return block
        part = []
        for at, cut, size in zip(block_id, cuts, block.shape):
            left, right = cut[at]
            part.append(slice(left, size - right))
        return block[tuple(part)]
    return map_blocks(trim, x, chunks=chunks, dtype=x.dtype, meta=np.zeros((0,) * x.ndim, dtype=x.dtype), token="_trim")

def trim_overlap(x: Any, depth: Any, boundary: Any = None) -> Array:
    """The blocks without what they share with their neighbours; the depth as `overlap` takes it.

    >>> y = da.overlap.overlap(da.arange(6, chunks=3), depth=1, boundary="none")
    >>> da.overlap.trim_overlap(y, 1).compute()
    array([0, 1, 2, 3, 4, 5])
    """
    return trim_internal(x, coerce_depth(x.ndim, depth), boundary)

def _kept(table, drop_axis, new_axis, ndim, default):
    # What is said of the axes that a function keeps, by their new numbers.
    if drop_axis is not None:
        dropped = [at % ndim for at in ([drop_axis] if _is_number(drop_axis) else drop_axis)]
        table = {at: table[axis] for at, axis in enumerate([axis for axis in table if axis not in dropped])}
    if new_axis is not None:
        for at in [at % ndim for at in ([new_axis] if _is_number(new_axis) else new_axis)]:
            table = {axis + 1 if axis >= at else axis: value for axis, value in table.items()}
            table[at] = default
    return table

def map_overlap(func: Any, *args: Any, depth: Any = None, boundary: Any = None, trim: bool = True, align_arrays: bool = True, allow_rechunk: bool = True, **kwargs: Any) -> Array:
    """A function applied to blocks that share `depth` elements with their neighbours; what they share is taken away from the result, unless `trim=False`.

    >>> x = da.arange(6, chunks=3)
    >>> da.map_overlap(lambda b: b + np.roll(b, 1), x, depth=1, boundary="reflect").compute()
    array([0, 1, 3, 5, 7, 9])
    """
    if isinstance(func, Array) and args and callable(args[0]):
        named = dict(zip(["func", "depth", "boundary", "trim"], args))
        depth, boundary, trim = named.get("depth", depth), named.get("boundary", boundary), named.get("trim", trim)
        func, args = args[0], [func]
    usage = "Usage:   da.map_overlap(function, x)\n   or:   da.map_overlap(function, x, y, z)"
    if not callable(func):
        raise TypeError(f"First argument must be callable function, not {type(func).__name__}\n{usage}")
    if not all(isinstance(x, Array) for x in args):
        raise TypeError(f"All variadic arguments must be arrays, not {[type(x).__name__ for x in args]}\n{usage}")
    depths = [coerce_depth(x.ndim, each) for x, each in zip(args, depth if isinstance(depth, list) else [depth] * len(args))]
    kinds = [coerce_boundary(x.ndim, each) for x, each in zip(args, boundary if isinstance(boundary, list) else [boundary] * len(args))]
    if align_arrays:
        pairs = []
        for x in args:
            pairs += [x, list(range(x.ndim))[::-1]]
        args = unify_chunks(*pairs)[1]
    if all(size == 0 for each in depths for size in each.values()):
        return map_blocks(func, *args, **kwargs)
    for at, (each, kind) in enumerate(zip(depths, kinds)):
        for axis in each:
            if isinstance(each[axis], tuple) and kind[axis] != "none":
                raise NotImplementedError(
                    "Asymmetric overlap is currently only implemented for boundary='none', however boundary for dimension "
                    f"{axis} in array argument {at} is {kind[axis]}"
                )
    if not trim and "chunks" not in kwargs:
        kwargs["chunks"] = _rechunked(args[0], depths[0]) if allow_rechunk else args[0].chunks
    args = [overlap(x, d, b, allow_rechunk=allow_rechunk) for x, d, b in zip(args, depths, kinds)]
    made = map_blocks(func, *args, **kwargs)
    if not trim:
        return made
    at = sorted(enumerate(args), key=lambda pair: (pair[1].ndim, -pair[0]))[-1][0]
    ndim = max([x.ndim for x in args])
    drop_axis, new_axis = kwargs.get("drop_axis"), kwargs.get("new_axis")
    return trim_internal(made, _kept(depths[at], drop_axis, new_axis, ndim, 0), _kept(kinds[at], drop_axis, new_axis, ndim, "none"))

def add_dummy_padding(x: Any, depth: Any, boundary: Any) -> Array:
    """The array with elements of no meaning (here: zeros) at both ends of the axes whose boundary is "none", which become parts of the outer blocks.

    >>> x = da.arange(6, chunks=3)
    >>> da.overlap.add_dummy_padding(x, {0: 1}, {0: "none"}).chunks
    ((4, 4),)
    """
    for axis, kind in boundary.items():
        more = depth.get(axis, 0)
        if kind != "none" or more == 0:
            continue
        shape, chunks = list(x.shape), list(x.chunks)
        shape[axis], chunks[axis] = more, (more,)
        ends = da.zeros(tuple(shape), dtype=x.dtype, chunks=tuple(chunks))
        sizes = list(x.chunks[axis])
        sizes[0] += more
        sizes[-1] += more
        x = concatenate([ends, x, ends], axis=axis).rechunk({axis: tuple(sizes)})
    return x

def sliding_window_view(x: Any, window_shape: Any, axis: Any = None, automatic_rechunk: bool = True) -> Array:
    """The windows of a size at every place of an array, along new last axes.

    >>> da.overlap.sliding_window_view(da.arange(5, chunks=3), 3).compute()
    array([[0, 1, 2],
           [1, 2, 3],
           [2, 3, 4]])
    """
    from numpy.lib.stride_tricks import _windows, sliding_window_view as view
    sizes, axes = _windows(x.shape, window_shape, axis)
    if any(size <= 0 for size in sizes):
        raise ValueError("`window_shape` must contain values > 0")
    depths = [0] * x.ndim
    for at, size in zip(axes, sizes):
        depths[at] += size - 1
    safe = [ensure_minimum_chunksize(depth + 1, sizes) if depth else sizes for depth, sizes in zip(depths, x.chunks)]
    if automatic_rechunk:
        free = set([at for at, depth in enumerate(depths) if depth == 0])
        most = math.prod([max(each) for each in x.chunks])
        safe = _calculate_new_chunksizes(x.chunks, safe + [(size,) for size in sizes], free, most)[:x.ndim]
    x = x.rechunk(tuple(safe))
    chunks = tuple([sizes[:-1] + (sizes[-1] - depth,) for sizes, depth in zip(x.chunks, depths)]) + tuple([(size,) for size in sizes])
    return map_overlap(
        view, x, depth={at: (0, depth) for at, depth in enumerate(depths)}, boundary="none", trim=False, align_arrays=False,
        meta=np.zeros((0,) * (x.ndim + len(axes)), dtype=x.dtype), new_axis=list(range(x.ndim, x.ndim + len(axes))),
        chunks=chunks, window_shape=sizes, axis=axes,
    )
