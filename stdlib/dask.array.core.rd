"""Functions on the blocks of arrays."""

import itertools
import math

import dask.array as da
import numpy as np
from dask.array import Array as Array
from dask.array import asarray as asarray
from dask.array import concatenate as concatenate
from dask.array import from_array as from_array
from dask.array import stack as stack

def _call(function: Any, args: Any, along: Any, kwargs: Any, chunks: Any, dtype: Any, name: Any, token: Any, join: Any, each: Any) -> Array:
    """The node of a function on blocks. `along` says for each argument which blocks it gives along its axes: the axis of the result with whose index they are taken, -1 for all, `(axis, count)` for neighbours; `None` for what is no array."""
    ...

def _blocks(x: Any, picks: Any) -> Array:
    """The array of some of an array's blocks: their numbers, axis by axis."""
    ...

def _from_delayed(value: Any, chunks: Any, dtype: Any, name: Any) -> Array:
    """The array of one block that a delayed value is."""
    ...

def _has_keyword(function: Any, name: str) -> bool:
    """Whether a function takes a keyword of this name."""
    ...

def _to_delayed(x: Any) -> Any:
    # One delayed value for each block, in an array of objects: here a list of lists.
    def build(before, counts):
        if not counts:
            return delayed(_blocks(x, tuple((at,) for at in before)))
        return [build(before + (at,), counts[1:]) for at in range(counts[0])]
    from dask.delayed import delayed
    return build((), x.numblocks)

def _funcname(func):
    while hasattr(func, "func") and hasattr(func, "keywords"):
        func = func.func
    name = getattr(func, "__name__", None)
    if name is None:
        return str(func)[:50]
    return "lambda" if name == "<lambda>" else name[:50]

def _is_array(x):
    return isinstance(x, (Array, np.ndarray))

def _is_number(x):
    return isinstance(x, (int, float, np.integer, np.floating))

def _isnan(x):
    return isinstance(x, (float, np.floating)) and x != x

def _sample(x, size):
    # An array of the dtype and number of axes of another, `size` along each axis.
    if _is_array(x):
        return np.zeros((size,) * x.ndim, dtype=x.dtype)
    return x

class _Failed:
    """What stands for a result that is not there."""

    def __init__(self):
        pass

def _of_meta(meta):
    # A number as an array without axes.
    if isinstance(meta, (bool, int, float)) or hasattr(meta, "dtype") and not hasattr(meta, "reshape"):
        return np.asarray(meta)
    return meta

def _compute_meta(func, dtype, args, kwargs):
    # What a function gives for empty arrays; `None` if it cannot be called with them.
    args = [_sample(x, 0) for x in args]
    kwargs = {name: _sample(x, 0) for name, x in kwargs.items()}
    if _has_keyword(func, "computing_meta"):
        kwargs["computing_meta"] = True
    try:
        meta = func(*args, **kwargs)
    except TypeError as error:
        text = str(error)
        if "unexpected keyword argument" in text or "is an invalid keyword for" in text or "Did not understand the following kwargs" in text:
            raise
        return None
    except ValueError as error:
        if len(args) == 1 and "zero-size array to reduction operation" in str(error):
            meta = args[0]
        else:
            return None
    except Exception:
        return None
    if dtype is not None and hasattr(meta, "astype") and meta.dtype != dtype:
        meta = meta.astype(dtype)
    return _of_meta(meta)

def _infer_failed(error, funcname, suggest):
    hint = "Please specify the dtype explicitly using the `" + suggest + "` kwarg.\n\n" if suggest else ""
    return ValueError(
        "`dtype` inference failed in `" + funcname + "`.\n\n" + hint
        + "Original error is below:\n------------------------\n" + repr(error) + "\n\nTraceback:\n---------\n"
    )

def apply_infer_dtype(func: Any, args: Any, kwargs: Any, funcname: str, suggest_dtype: str = "dtype", nout: int | None = None) -> Any:
    """The dtype of what a function gives: it is called with arrays of size 1.

    >>> from dask.array.core import apply_infer_dtype
    >>> import numpy as np
    >>> apply_infer_dtype(np.sqrt, [np.arange(3)], {}, "apply")
    dtype('float64')
    """
    args = [_sample(x, 1) for x in args]
    failed = None
    try:
        made = func(*args, **kwargs)
    except OverflowError:
        raise
    except Exception as error:
        failed = _infer_failed(error, funcname, suggest_dtype)
    if failed is not None:
        raise failed
    if nout is None:
        return getattr(made, "dtype", type(made))
    return tuple(each.dtype for each in made)

def _result_dtype(dtype, meta):
    if dtype is not None:
        return dtype
    if meta is None:
        raise ValueError("You must specify the meta or dtype of the array")
    return meta.dtype if hasattr(meta, "dtype") else np.asarray(meta).dtype

def common_blockdim(blockdims: Any) -> Any:
    """The coarsest blocks that cut wherever one of these does.

    >>> from dask.array.core import common_blockdim
    >>> common_blockdim([(3,), (2, 1)])
    (2, 1)
    """
    blockdims = [tuple(each) for each in blockdims]
    if not any(blockdims):
        return ()
    cut = []
    for each in blockdims:
        if len(each) > 1 and each not in cut:
            cut.append(each)
    if len(cut) == 1:
        return cut[0]
    if not cut:
        return max(blockdims, key=lambda each: each[0])
    if any(_isnan(size) for each in blockdims for size in each):
        raise ValueError(
            "Arrays' chunk sizes (" + str(blockdims) + ") are unknown.\n\nA possible solution:\n  x.compute_chunk_sizes()"
        )
    if len({sum(each) for each in cut}) > 1:
        raise ValueError("Chunks do not add up to same value", set(blockdims))
    ends = sorted({end for each in cut for end in itertools.accumulate(each)})
    return tuple(b - a for a, b in zip([0] + ends[:-1], ends))

def _same_chunks(a, b):
    # `nan` equals nothing; two unknown blocks of one place are taken to be of one size.
    return len(a) == len(b) and all(len(x) == len(y) and all(n == m or _isnan(n) and _isnan(m) for n, m in zip(x, y)) for x, y in zip(a, b))

def _dimensions(pairs):
    # For each label the blocks of the arrays that have it; those of size 1 yield to others.
    found = {}
    for arr, ind in pairs:
        if ind is not None:
            for label, sizes in zip(ind, arr.chunks):
                known = found.setdefault(label, [])
                if not any(_same_chunks((sizes,), (each,)) for each in known):
                    known.append(sizes)
    return {label: [s for s in sizes if s != (1,)] if len(sizes) > 1 else sizes for label, sizes in found.items()}

def _rechunked(arr, ind, chunkss):
    wanted = []
    for label, size, own in zip(ind, arr.shape, arr.chunks):
        if _isnan(size):
            wanted.append(own)
        elif size > 1:
            wanted.append(chunkss[label])
        else:
            wanted.append((size,))
    if not _same_chunks(tuple(wanted), arr.chunks) and all(arr.chunks):
        return arr.rechunk(tuple(wanted))
    return arr

def unify_chunks(*args: Any, **kwargs: Any) -> Any:
    """Arrays rechunked so that their blocks fit along the axes that share a label: the blocks by label, and the arrays.

    >>> x = da.ones((10,), chunks=(4,))
    >>> y = da.ones((10,), chunks=(5,))
    >>> chunks, arrays = da.unify_chunks(x, "i", y, "i")
    >>> chunks, arrays[1].chunks
    ({'i': (4, 1, 3, 2)}, ((4, 1, 3, 2),))
    """
    pairs = [(args[at] if args[at + 1] is None else asarray(args[at]), args[at + 1]) for at in range(0, len(args), 2)]
    if not pairs:
        return {}, []
    if all(ind is None for arr, ind in pairs):
        return {}, [arr for arr, ind in pairs]
    chunkss = {label: common_blockdim(sizes) for label, sizes in _dimensions(pairs).items()}
    return chunkss, [arr if ind is None else _rechunked(arr, ind, chunkss) for arr, ind in pairs]

def _adjusted(out_ind, chunks, adjust):
    out = []
    for at, (label, sizes) in enumerate(zip(out_ind, chunks)):
        if label in adjust:
            wanted = adjust[label]
            if callable(wanted):
                sizes = tuple([wanted(size) for size in sizes])
            elif isinstance(wanted, (int, np.integer)) or _isnan(wanted):
                sizes = tuple([wanted for _ in sizes])
            elif isinstance(wanted, (tuple, list)):
                if len(wanted) != len(sizes):
                    raise ValueError(f"Dimension {at} has {len(sizes)} blocks, adjust_chunks specified with {len(wanted)} blocks")
                sizes = tuple(wanted)
            else:
                raise NotImplementedError("adjust_chunks values must be callable, int, or tuple")
        out.append(sizes)
    return tuple(out)

def _largest_chunks(pairs):
    # Without alignment: of the arrays that share a label, the blocks of the one that has most of them.
    chunkss = {}
    for arr, ind in pairs:
        if ind is not None:
            for sizes, label in zip(arr.chunks, ind):
                if label not in chunkss or len(sizes) > len(chunkss[label]):
                    chunkss[label] = sizes
    return chunkss

def _aligned(pairs, new_axes, align):
    if align:
        chunkss, arrays = unify_chunks(*[each for pair in pairs for each in pair])
    else:
        chunkss, arrays = _largest_chunks(pairs), [arr for arr, ind in pairs]
    for label, sizes in new_axes.items():
        chunkss[label] = sizes if isinstance(sizes, tuple) else (sizes,)
    for arr, ind in zip(arrays, [ind for arr, ind in pairs]):
        if ind is not None:
            if arr.ndim != len(ind):
                raise ValueError(f"Index string {ind} does not match array dimension {arr.ndim}")
            for label, count in zip(ind, arr.numblocks):
                if count != 1 and count != len(chunkss[label]):
                    raise ValueError(f"Shapes do not align {{{label!r}: {{{count}, {len(chunkss[label])}}}}}")
    return chunkss, arrays

def blockwise(func: Any, out_ind: Any, *args: Any, name: Any = None, token: Any = None, dtype: Any = None, adjust_chunks: Any = None, new_axes: Any = None, align_arrays: bool = True, concatenate: Any = None, meta: Any = None, **kwargs: Any) -> Array:
    """A function applied to blocks that are chosen by labels of axes: `out_ind` are those of the result, each array is followed by its own. A label that the result has not is contracted: the function gets a list of blocks, or with `concatenate=True` one block made of them.

    >>> x = da.arange(4, chunks=2)
    >>> y = da.arange(3, chunks=3)
    >>> da.blockwise(lambda a, b: a[:, None] * b, "ij", x, "i", y, "j", dtype=x.dtype).compute()
    array([[0, 0, 0],
           [0, 1, 2],
           [0, 2, 4],
           [0, 3, 6]])
    """
    new_axes = new_axes or {}
    out_ind = tuple(out_ind)
    if len(set(out_ind)) != len(out_ind):
        raise ValueError("Repeated elements not allowed in output index", [k for k in dict.fromkeys(out_ind) if out_ind.count(k) > 1])
    pairs = [(args[at], args[at + 1] if args[at + 1] is None else tuple(args[at + 1])) for at in range(0, len(args), 2)]
    known = {label for arr, ind in pairs if ind is not None for label in ind}
    unknown = set(out_ind) - known - set(new_axes)
    if unknown:
        raise ValueError("Unknown dimension", unknown)
    pairs = [(arr if ind is None else asarray(arr), ind) for arr, ind in pairs]
    chunkss, arrays = _aligned(pairs, new_axes, align_arrays)
    chunks = _adjusted(out_ind, [chunkss[label] for label in out_ind], adjust_chunks or {})
    if meta is None:
        meta = _compute_meta(func, dtype, args[::2], kwargs)
    along = [None if ind is None else tuple([out_ind.index(label) if label in out_ind else -1 for label in ind]) for arr, ind in pairs]
    token = token or _funcname(func).strip("_")
    return _call(func, arrays, along, kwargs, chunks, _result_dtype(dtype, meta), name, token, bool(concatenate), {})

def _enforced(func, ndim):
    def enforce(*args, **kwargs):
        out = func(*args, **kwargs)
        found = getattr(out, "ndim", 0)
        if found != ndim:
            raise ValueError(f"Dimension mismatch: expected output of {func} to have dims = {ndim}.  Got {found} instead.")
        return out
    return enforce

def _starts(sizes):
    return [0] + list(itertools.accumulate(sizes))

def _block_info(pairs, out_ind, shape, chunks, dtype, dropped):
    # What `block_info` is told of each block of the result.
    places = {}
    for at, (arr, ind) in enumerate(pairs):
        if ind is not None:
            starts = [
                [0, size] if dropped and label not in out_ind else _starts(sizes)
                for sizes, size, label in zip(arr.chunks, arr.shape, ind)
            ]
            places[at] = (arr.shape, ind, starts, tuple([len(each) - 1 for each in starts]))
    out_starts = [_starts(sizes) for sizes in chunks]
    counts = tuple([len(sizes) for sizes in chunks])
    def info(block_id):
        location = dict(zip(out_ind, block_id))
        out = {}
        for at, (whole, ind, starts, blocks) in places.items():
            block = tuple([location.get(label, 0) if count > 1 else 0 for label, count in zip(ind, blocks)])
            out[at] = {
                "shape": whole,
                "num-chunks": blocks,
                "array-location": [(each[n], each[n + 1]) for each, n in zip(starts, block)],
                "chunk-location": block,
            }
        out[None] = {
            "shape": shape,
            "num-chunks": counts,
            "array-location": [(each[n], each[n + 1]) for each, n in zip(out_starts, block_id)],
            "chunk-location": block_id,
            "chunk-shape": tuple([sizes[n] for sizes, n in zip(chunks, block_id)]),
            "dtype": dtype,
        }
        return out
    return info

def _out_index(ndim, drop_axis, new_axis, chunks):
    # The labels of the result of `map_blocks`, and the blocks of its new axes.
    out_ind = list(range(ndim))[::-1]
    if drop_axis:
        if any(at < -ndim or at >= ndim for at in drop_axis):
            raise ValueError(f"drop_axis out of range (drop_axis={drop_axis}, but output is {ndim}d).")
        drop_axis = [at % ndim for at in drop_axis]
        out_ind = [label for at, label in enumerate(out_ind) if at not in drop_axis]
    if new_axis is None and chunks is not None and len(out_ind) < len(chunks):
        new_axis = range(len(chunks) - len(out_ind))
    new_axes = {}
    if new_axis:
        for at in sorted(new_axis):
            label = len(out_ind) + len(drop_axis)
            out_ind.insert(at, label)
            new_axes[label] = 1 if chunks is None else chunks[at]
        if max(new_axis) > max(out_ind):
            raise ValueError("New_axis values do not fill in all dimensions")
    return tuple(out_ind), new_axes

def map_blocks(func: Any, *args: Any, name: Any = None, token: Any = None, dtype: Any = None, chunks: Any = None, drop_axis: Any = None, new_axis: Any = None, enforce_ndim: bool = False, meta: Any = None, **kwargs: Any) -> Array:
    """A function applied to each block of one or several arrays. `dtype`, if it is not given, is found by calling the function with small arrays. `chunks` are the sizes of the result's blocks where they are others, `drop_axis` and `new_axis` the axes that the function takes away and adds. A function with a keyword `block_id` or `block_info` is told where its block stands.

    >>> x = da.arange(6, chunks=3)
    >>> x.map_blocks(lambda block: block * 2).compute()
    array([ 0,  2,  4,  6,  8, 10])
    >>> da.map_blocks(lambda a, b: a + b, x, x, dtype=x.dtype).compute()
    array([ 0,  2,  4,  6,  8, 10])
    """
    if not callable(func):
        raise TypeError(
            f"First argument must be callable function, not {type(func).__name__}\n"
            "Usage:   da.map_blocks(function, x)\n   or:   da.map_blocks(function, x, y, z)"
        )
    drop_axis = [] if drop_axis is None else [drop_axis] if _is_number(drop_axis) else list(drop_axis)
    new_axis = [new_axis] if _is_number(new_axis) else new_axis
    token = token or _funcname(func)
    arrays = [x for x in args if isinstance(x, Array)]
    pairs = [(x, tuple(range(x.ndim))[::-1] if isinstance(x, Array) else None) for x in args]
    if dtype is None and meta is None:
        try:
            meta = _compute_meta(func, None, args, kwargs)
        except Exception:
            pass
        dtype = apply_infer_dtype(func, args, kwargs, "map_blocks")
    ndim = max([x.ndim for x in arrays], default=0)
    out_ind, new_axes = _out_index(ndim, drop_axis, new_axis, chunks)
    if chunks is not None and len(chunks) != len(out_ind):
        raise ValueError(f"Provided chunks have {len(chunks)} dims; expected {len(out_ind)} dims")
    called = _enforced(func, len(out_ind)) if enforce_ndim else func
    if meta is None:
        meta = _compute_meta(called, dtype, args, kwargs)
    chunkss, arrays = _aligned(pairs, new_axes, False)
    adjust = {} if chunks is None else dict(zip(out_ind, chunks))
    out_chunks = _adjusted(out_ind, [chunkss[label] for label in out_ind], adjust)
    dtype = _result_dtype(dtype, meta)
    along = [None if ind is None else tuple([out_ind.index(label) if label in out_ind else -1 for label in ind]) for arr, ind in pairs]
    each = {}
    if _has_keyword(func, "block_id"):
        each["block_id"] = None
    if _has_keyword(func, "block_info"):
        shape = tuple([sum(sizes) for sizes in out_chunks])
        each["block_info"] = _block_info(pairs, out_ind, shape, out_chunks, dtype, bool(drop_axis))
    return _call(called, arrays, along, kwargs, out_chunks, dtype, name, token, True, each)

def from_delayed(value: Any, shape: Any, dtype: Any = None, meta: Any = None, name: str | None = None) -> Array:
    """The array of one block that a delayed value will be: its shape and dtype must be said.

    >>> from dask import delayed
    >>> value = delayed(np.ones)(5)
    >>> da.from_delayed(value, (5,), dtype=float).sum().compute()
    np.float64(5.0)
    """
    from dask.delayed import Delayed, delayed
    if not isinstance(value, Delayed):
        value = delayed(value)
    return _from_delayed(value, tuple([(size,) for size in shape]), _result_dtype(dtype, meta), name)
