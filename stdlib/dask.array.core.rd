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

def _read_by(reader: Any, of: Any, chunks: Any, dtype: Any, name: Any, token: str) -> Array:
    """The array of which `reader(of, starts, sizes)` gives a box."""
    return _call(reader, [of], [None], {}, chunks, dtype, name, token, True, {"starts": "begin", "sizes": "sizes"})

def _from_like(x: Any, chunks: Any, name: Any) -> Array:
    """The lazy array of what has `shape`, `dtype` and elements, as an array in a file: each block is read when it is needed."""
    own = getattr(x, "chunks", None)
    shape, dtype = tuple(x.shape), np.dtype(x.dtype)
    if own is not None and isinstance(chunks, str):
        wanted = da.zeros(shape, dtype=dtype, chunks=own).rechunk(chunks).chunks
    else:
        wanted = da.zeros(shape, dtype=dtype, chunks=chunks).chunks
    return _read_by(_like_box, x, wanted, dtype, name, "array")

def _like_box(of, starts, sizes):
    return np.asarray(of[tuple([slice(at, at + size) for at, size in zip(starts, sizes)])])

def _from_delayed(value: Any, chunks: Any, dtype: Any, name: Any) -> Array:
    """The array of one block that a delayed value is."""
    ...

def _settled(x: Any, chunks: Any) -> Array:
    """An array with the sizes of its blocks, which were computed."""
    ...

def _assign(x: Any, y: Any) -> None:
    """From now on the handle `x` stands for the array `y`."""
    ...

def _each_block(arrays: Any, function: Any, options: Any) -> None:
    """Compute arrays block by block: the function gets the number of the array, the indices of the block and the block."""
    ...

def _has_keyword(function: Any, name: str) -> bool:
    """Whether a function takes a keyword of this name."""
    ...

def _to_delayed(x: Any) -> Any:
    from dask.delayed import delayed
    counts = x.numblocks
    places = np.arange(math.prod(counts)).reshape(counts)
    items = [delayed(_blocks(x, tuple([(int(at),) for at in np.unravel_index(n, counts)]))) for n in range(places.size)]
    return _ObjectArray(items, places)

class _ObjectDtype:
    """The dtype of an array of objects, as far as `to_delayed` needs one."""

    name = "object"
    kind = "O"
    char = "O"
    itemsize = 8

    def __eq__(self, other):
        return other is object or isinstance(other, _ObjectDtype) or other in ("object", "O", "|O")

    def __hash__(self):
        return hash("object")

    def __str__(self):
        return "object"

    def __repr__(self):
        return "dtype('O')"

class _ObjectArray:
    """An array of objects: the objects in a list, and an array of their places in it. What moves elements moves places."""

    dtype = _ObjectDtype()

    def __init__(self, items, places):
        self._items = items
        self._places = places

    def _made(self, places):
        return _ObjectArray(self._items, places) if isinstance(places, np.ndarray) else self._items[int(places)]

    @property
    def shape(self):
        return self._places.shape

    @property
    def ndim(self):
        return self._places.ndim

    @property
    def size(self):
        return self._places.size

    @property
    def T(self):
        return self._made(self._places.T)

    @property
    def flat(self):
        return iter(self.ravel())

    def ravel(self, order="C"):
        """All objects along one axis."""
        return self._made(self._places.ravel() if order == "C" else self._places.T.ravel())

    def flatten(self, order="C"):
        """All objects along one axis."""
        return self.ravel(order)

    def reshape(self, *shape):
        """The objects in another shape."""
        return self._made(self._places.reshape(*shape))

    def transpose(self, *axes):
        """The objects with their axes in another order."""
        return self._made(self._places.transpose(*axes))

    def swapaxes(self, axis1, axis2):
        """The objects with two axes exchanged."""
        return self._made(self._places.swapaxes(axis1, axis2))

    def squeeze(self, axis=None):
        """The objects without axes of size 1."""
        return self._made(self._places.squeeze(axis))

    def copy(self):
        """Another array of the same objects."""
        return _ObjectArray(list(self._items), self._places)

    def item(self, *args):
        """One of the objects."""
        return self._items[int(self._places.item(*args))]

    def tolist(self):
        """The objects in lists of lists."""
        def named(places):
            return [named(each) for each in places] if isinstance(places, list) else self._items[places]
        return named(self._places.tolist())

    def __len__(self):
        return len(self._places)

    def __iter__(self):
        return iter([self._made(self._places[at]) for at in range(len(self._places))])

    def __getitem__(self, index):
        return self._made(self._places[index])

    def __setitem__(self, index, value):
        places = self._places[index]
        if isinstance(places, np.ndarray):
            raise NotImplementedError("several objects at once are not assigned in rdask: assign them one by one")
        self._items[int(places)] = value

    def __array_function__(self, func, types, args, kwargs):
        name = func.__name__
        if args and args[0] is self and name in ("ravel", "reshape", "transpose", "swapaxes", "squeeze", "moveaxis", "atleast_1d", "atleast_2d", "flip", "expand_dims", "roll", "rot90"):
            return self._made(func(self._places, *args[1:], **kwargs))
        if args and args[0] is self and name in ("shape", "ndim", "size"):
            return func(self._places, *args[1:], **kwargs)
        raise NotImplementedError(f"numpy.{name} of an array of delayed values is not in rdask: use .ravel() or .tolist() of it")

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        raise NotImplementedError("arithmetic with an array of delayed values is not in rdask: use .ravel() or .tolist() of it")

    def __repr__(self):
        def show(place):
            return repr(self._items[int(place)])
        text = "array(" + np.lib._npyio.written(self._places, {"all": show}, ", ", "array(", ", dtype=object)", None, None, None)
        return text + ", dtype=object)"

    def __str__(self):
        def show(place):
            return repr(self._items[int(place)])
        return np.lib._npyio.written(self._places, {"all": show}, " ", "", "", None, None, None)

def _funcname(func):
    while hasattr(func, "func") and hasattr(func, "keywords"):
        func = func.func
    if isinstance(func, np.vectorize):
        return ("vectorize_" + _funcname(func.pyfunc))[:50]
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
        elif size > 1 or len(own) > 1 and sum(chunkss[label]) == size:
            # Of one element in all, among several blocks, each block keeps its own.
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

def _is_mask(index):
    if isinstance(index, (Array, np.ndarray)):
        return index.dtype == bool
    return isinstance(index, list) and len(index) > 0 and all(isinstance(each, (bool, np.bool_)) for each in index)

def _expanded(index, ndim):
    # An index with `...` written out.
    used = sum([each.ndim if _is_mask(each) and isinstance(each, (Array, np.ndarray)) else 1 for each in index if each is not None and each is not Ellipsis])
    out = []
    for each in index:
        out += [slice(None)] * (ndim - used) if each is Ellipsis else [each]
    if not any(each is Ellipsis for each in index):
        out += [slice(None)] * (ndim - used)
    return out

def _masked(x, index):
    # What `x[mask]` is: the sizes of its blocks are not known.
    index = list(index) if isinstance(index, tuple) else [index]
    if len(index) == 1 and isinstance(index[0], (Array, np.ndarray)) and index[0].ndim == x.ndim and x.ndim > 1:
        mask = asarray(index[0])
        for at, (a, b) in enumerate(zip(x.shape, mask.shape)):
            if a != b and not _isnan(a) and not _isnan(b):
                raise IndexError(f"boolean index did not match indexed array along dimension {at}; dimension is {a} but corresponding boolean dimension is {b}")
        return _masked(x.ravel(), mask.ravel())
    index = _expanded(index, x.ndim)
    args = [x, tuple(range(x.ndim))]
    places = []
    rest = []
    axis = 0
    for each in index:
        if each is None:
            rest.append(each)
            continue
        if _is_mask(each):
            if isinstance(each, Array):
                if each.ndim != 1:
                    raise NotImplementedError(
                        "Slicing with dask.array of bools only permitted when the indexer has only one dimension or when it has the same dimension as the sliced array"
                    )
                size = x.shape[axis]
                if not _isnan(size) and not _isnan(each.shape[0]) and size != each.shape[0]:
                    raise IndexError(f"boolean index did not match indexed array along dimension {axis}; dimension is {size} but corresponding boolean dimension is {each.shape[0]}")
                args += [each, (axis,)]
                places.append(axis)
                each = slice(None)
            else:
                each = [int(at) for at in np.nonzero(np.asarray(each))[0]]
        rest.append(each)
        axis += 1
    if places:
        def select(block, *masks):
            chosen = [slice(None)] * block.ndim
            for at, mask in zip(places, masks):
                chosen[at] = mask
            return block[tuple(chosen)]
        adjust = {at: float("nan") for at in places}
        x = blockwise(select, tuple(range(x.ndim)), *args, dtype=x.dtype, meta=_sample(x, 0), token="getitem" if x.ndim == 1 else "getitem_variadic", adjust_chunks=adjust)
    if all(isinstance(each, slice) and each == slice(None) for each in rest):
        return x
    return x[tuple(rest)]

def _compute_chunk_sizes(x):
    ndim = x.ndim
    def shape_of(block):
        return np.asarray(block.shape, dtype=int).reshape((1,) * ndim + (ndim,))
    chunks = tuple([(1,) * len(sizes) for sizes in x.chunks]) + ((ndim,),)
    shapes = x.map_blocks(shape_of, dtype=int, chunks=chunks, new_axis=ndim).compute()
    out = []
    for axis in range(ndim):
        at = [0] * ndim + [axis]
        at[axis] = slice(None)
        out.append(tuple([int(size) for size in shapes[tuple(at)]]))
    made = _settled(x, tuple(out))
    _assign(x, made)
    return x

class BlockView:
    """The blocks of an array, indexed like a NumPy array that has one element for each.

    >>> view = da.core.BlockView(da.arange(8, chunks=2))
    >>> view.shape, view[::2].compute()
    ((4,), array([0, 1, 4, 5]))
    """

    def __init__(self, array):
        self._array = array

    def __eq__(self, other):
        return isinstance(other, BlockView) and self._array is other._array

    @property
    def shape(self):
        """How many blocks there are along each axis."""
        return self._array.numblocks

    @property
    def size(self):
        """How many blocks there are."""
        return math.prod(self._array.numblocks)

    def __getitem__(self, index):
        array = self._array
        index = index if isinstance(index, tuple) else (index,)
        if len([each for each in index if isinstance(each, (np.ndarray, list))]) > 1:
            raise ValueError("Can only slice with a single list")
        if any(each is None for each in index):
            raise ValueError("Slicing with np.newaxis or None is not supported")
        index = _expanded(index, array.ndim)
        if len(index) > array.ndim:
            raise IndexError("Too many indices for array")
        picks = []
        for axis, (each, count) in enumerate(zip(index, array.numblocks)):
            if isinstance(each, slice):
                picks.append(tuple(range(count)[each]))
            elif isinstance(each, (list, np.ndarray)):
                each = np.asarray(each)
                each = np.nonzero(each)[0] if each.dtype == bool else each
                picks.append(tuple([_block_at(int(at), axis, count) for at in each]))
            else:
                picks.append((_block_at(each, axis, count),))
        return _blocks(array, tuple(picks))

    def ravel(self):
        """The blocks as a list, in C order."""
        return [self[at] for at in itertools.product(*[range(count) for count in self.shape])]

def _block_at(at, axis, count):
    if at < -count or at >= count:
        raise IndexError(f"Index {at} is out of bounds for axis {axis} with size {count}")
    return at % count

def argwhere(a: Any) -> Array:
    """The indices of the elements that are not zero, one row for each.

    >>> da.argwhere(da.from_array([0, 3, 5], chunks=2)).compute()
    array([[1],
           [2]])
    """
    a = asarray(a)
    if a.ndim == 0:
        raise NotImplementedError("argwhere of an array without axes is not in rdask yet")
    chosen = (a != 0).ravel() if a.ndim > 1 else a != 0
    at = da.arange(chosen.shape[0], chunks=chosen.chunks[0])
    columns = []
    for size in a.shape[::-1]:
        columns.append(at % size)
        at = at // size
    rows = stack(columns[::-1], axis=1).rechunk({1: -1})
    return _masked(rows, chosen)

def nonzero(a: Any) -> tuple[Any, ...]:
    """The indices of the elements that are not zero, axis by axis.

    >>> [each.compute() for each in da.nonzero(da.from_array([0, 3, 5], chunks=2))]
    [array([1, 2])]
    """
    found = argwhere(a)
    return tuple([found[:, axis] for axis in range(found.shape[1])])

def flatnonzero(a: Any) -> Array:
    """The positions of the elements that are not zero in the flattened array.

    >>> da.flatnonzero(da.from_array([0, 3, 5], chunks=2)).compute()
    array([1, 2])
    """
    a = asarray(a)
    return argwhere(a.ravel() if a.ndim > 1 else a)[:, 0]

def _along_axis(func, axis, block, args, kwargs):
    # `np.apply_along_axis`, also of blocks without elements.
    order = [at for at in range(block.ndim) if at != axis]
    moved = block.transpose(order + [axis])
    outer = moved.shape[:-1]
    made = [np.asarray(func(moved[at], *args, **kwargs)) for at in itertools.product(*[range(size) for size in outer])]
    if not made:
        return np.zeros(block.shape[:axis] + block.shape[axis + 1:], dtype=block.dtype)
    shape = made[0].shape
    whole = np.stack(made).reshape(outer + shape)
    before, inner = list(range(axis)), list(range(len(outer), len(outer) + len(shape)))
    return whole.transpose(before + inner + list(range(axis, len(outer))))

def apply_along_axis(func1d: Any, axis: int, arr: Any, *args: Any, dtype: Any = None, shape: Any = None, **kwargs: Any) -> Array:
    """A function of vectors applied to an array along an axis. `dtype` and `shape` of what it gives are found by calling it with a vector of one 1, if they are not given.

    >>> x = da.from_array([[1, 2], [3, 4]], chunks=1)
    >>> da.apply_along_axis(lambda v: v.sum(), 1, x).compute()
    array([3, 7])
    """
    arr = asarray(arr)
    axis = len(arr.shape[:axis])
    if shape is None or dtype is None:
        found = np.asarray(func1d(np.ones((1,), dtype=arr.dtype), *args, **kwargs))
        shape = found.shape if shape is None else shape
        dtype = found.dtype if dtype is None else dtype
    arr = arr.rechunk({axis: -1})
    def along(block):
        return _along_axis(func1d, axis, block, args, kwargs)
    return arr.map_blocks(
        along,
        token=_funcname(func1d) + "-along-axis",
        dtype=dtype,
        meta=np.zeros((0,) * (arr.ndim - 1 + len(shape)), dtype=dtype),
        chunks=arr.chunks[:axis] + tuple([(size,) for size in shape]) + arr.chunks[axis + 1:],
        drop_axis=axis,
        new_axis=list(range(axis, axis + len(shape))),
    )

def apply_over_axes(func: Any, a: Any, axes: Any) -> Array:
    """A function applied along several axes, one after the other; each stays, with size 1.

    >>> da.apply_over_axes(np.sum, da.ones((2, 3), chunks=2), [0, 1]).compute()
    array([[6.]])
    """
    a = asarray(a)
    axes = tuple(axes) if isinstance(axes, (tuple, list)) else (axes,)
    result = a
    for axis in axes:
        result = apply_along_axis(func, axis, result, 0)
        if result.ndim == a.ndim - 1:
            result = result[(slice(None),) * (axis % a.ndim) + (None,)]
        elif result.ndim != a.ndim:
            raise ValueError("func must either preserve dimensionality of the input or reduce it by one.")
    return result

def piecewise(x: Any, condlist: Any, funclist: Any, *args: Any, **kw: Any) -> Array:
    """Where a condition is true, what its function (or value) gives.

    >>> x = da.arange(-2, 3, chunks=2)
    >>> da.piecewise(x, [x < 0, x >= 0], [lambda v: -v, lambda v: v * 10]).compute()
    array([ 2,  1,  0, 10, 20])
    """
    def choose(block, *conditions):
        out = np.zeros(block.shape, dtype=block.dtype)
        chosen = list(conditions)
        if len(funclist) == len(chosen) + 1:
            other = np.ones(block.shape, dtype=bool)
            for condition in chosen:
                other = other & ~condition
            chosen.append(other)
        for condition, function in zip(chosen, funclist):
            out[condition] = function(block[condition], *args, **kw) if callable(function) else function
        return out
    return map_blocks(choose, x, *condlist, dtype=x.dtype, token="piecewise")

def broadcast_arrays(*args: Any, subok: bool = False) -> tuple[Any, ...]:
    """The arrays broadcast to one shape.

    >>> [x.shape for x in da.broadcast_arrays(da.ones((2, 1)), da.ones(3))]
    [(2, 3), (2, 3)]
    """
    arrays = [asarray(x) for x in args]
    pairs = []
    for x in arrays:
        pairs += [x, list(range(x.ndim))[::-1]]
    arrays = unify_chunks(*pairs)[1]
    ndim = max([x.ndim for x in arrays], default=0)
    shape = []
    chunks = []
    for axis in range(ndim):
        sizes = [(1, (1,))] + [(x.shape[axis - ndim + x.ndim], x.chunks[axis - ndim + x.ndim]) for x in arrays if axis - ndim + x.ndim >= 0]
        size, blocks = max(sizes, key=lambda pair: pair[0] if pair[0] != 0 else 2 ** 62)
        if any(each not in (1, size) for each, _ in sizes):
            raise ValueError("shape mismatch: objects cannot be broadcast to a single shape")
        shape.append(size)
        chunks.append(blocks)
    return tuple([x if x.shape == tuple(shape) else da.broadcast_to(x, tuple(shape), chunks=tuple(chunks)) for x in arrays])

def store(sources: Any, targets: Any, lock: Any = True, regions: Any = None, compute: bool = True, return_stored: bool = False, **kwargs: Any) -> Any:
    """Compute arrays and write them into NumPy arrays (or others that can be assigned to), or regions of them.

    >>> target = np.zeros(4)
    >>> da.store(da.arange(4, chunks=2), target)
    >>> target
    array([0., 1., 2., 3.])
    """
    if isinstance(sources, Array):
        sources = [sources]
        targets = [targets]
    if any(not isinstance(s, Array) for s in sources):
        raise ValueError("All sources must be dask array objects")
    if len(sources) != len(targets):
        raise ValueError(f"Different number of sources [{len(sources)}] and targets [{len(targets)}]")
    if any([_isnan(size) for s in sources for sizes in s.chunks for size in sizes]):
        raise ValueError("store needs arrays with known sizes of blocks: call x.compute_chunk_sizes() before")
    regions = [regions] * len(sources) if isinstance(regions, tuple) or regions is None else list(regions)
    if len(sources) != len(regions):
        raise ValueError(f"Different number of sources [{len(sources)}] and targets [{len(targets)}] than regions [{len(regions)}]")
    if all([getattr(t, "_stores_in_tasks", False) for t in targets]):
        stored = [_call(_put_block, [s], [tuple(range(s.ndim))], {"target": t, "region": r, "shape": s.shape, "begins": _begins(s)}, tuple([(1,) * len(c) for c in s.chunks]), np.dtype(bool), None, "store-map", True, {"block_id": None}) for s, t, r in zip(sources, targets, regions)]
        if not compute:
            if return_stored:
                raise NotImplementedError("store(compute=False, return_stored=True) is not in rdask")
            from dask.delayed import delayed
            return delayed(_finished)(stored)
        from dask import compute as run
        run(*stored, **kwargs)
    else:
        if not compute:
            if return_stored:
                raise NotImplementedError("store(compute=False, return_stored=True) is not in rdask")
            made = [_Storing(s, t, r) for s, t, r in zip(sources, targets, regions)]
            return made[0] if len(made) == 1 else tuple(made)
        _stream(sources, targets, regions, kwargs)
    if return_stored:
        made = [from_array(target if region is None else target[region], chunks=source.chunks) for target, region, source in zip(targets, regions, sources)]
        return made[0] if len(made) == 1 else tuple(made)
    return None

class _Storing:
    """What `store(compute=False)` into memory gives: the target is filled when this is computed."""

    def __init__(self, source, target, region):
        self._source = source
        self._target = target
        self._region = region

    def __dask_parts__(self):
        return (self._source,)

    def __dask_whole__(self, parts):
        self._target[... if self._region is None else self._region] = parts[0]

    def compute(self, **options):
        """Fill the target."""
        _stream([self._source], [self._target], [self._region], options)

    def __repr__(self):
        return f"Delayed('store-map-{hash(self._source.name) % 2 ** 32:032x}')"

def _finished(done):
    # The end of what is written.
    return None

def _begins(x):
    # Where the blocks of an array begin, axis by axis.
    return [list(itertools.accumulate([0] + list(sizes[:-1]))) for sizes in x.chunks]

def _put_block(block, target, region, shape, begins, block_id):
    # Write a block where it stands in the region of a target.
    begin = [own[at] for own, at in zip(begins, block_id)]
    target[_place(begin, block.shape, region, shape)] = block
    return np.ones((1,) * block.ndim, dtype=bool)

def _place(begin, sizes, region, shape):
    # The slices of a block that begins at `begin` in an array of this shape, which stands in a region of the target.
    own = [slice(at, at + size) for at, size in zip(begin, sizes)]
    if region is None:
        return tuple(own)
    out, rest = [], list(own)
    for cut in region:
        if cut is Ellipsis:
            raise NotImplementedError("store into a region with ... is not in rdask: write the slices of all axes")
        if not isinstance(cut, slice):
            out.append(cut)
            continue
        part = rest.pop(0)
        step = 1 if cut.step is None else cut.step
        if step < 1 or (cut.start is not None and cut.start < 0):
            raise NotImplementedError("Slicing with negative steps or starts in a region is not in rdask")
        start = cut.start or 0
        out.append(slice(start + part.start * step, start + (part.stop - 1) * step + 1 if part.stop > part.start else start + part.start * step, step))
    return tuple(out + rest)

def _stream(sources, targets, regions, options):
    # Write blocks into targets of the script as they come to be: only this thread may change them.
    starts = [_begins(source) for source in sources]
    done = [0] * len(sources)
    def write(number, index, block):
        block = np.asarray(block)
        begin = [own[at] for own, at in zip(starts[number], index)]
        targets[number][_place(begin, block.shape, regions[number], sources[number].shape)] = block
        done[number] += 1
    try:
        _each_block(sources, write, options)
    except Exception as error:
        total = sum([source.npartitions for source in sources])
        error.add_note(f"{sum(done)} of {total} blocks are stored")
        raise

def _by_positions(x, index):
    # `x[i]` with lazy arrays of integers: each block of `x` gives what is asked of it, then it is put in order.
    index = _expanded(index if isinstance(index, tuple) else (index,), x.ndim)
    lists = [each for each in index if isinstance(each, (list, tuple)) or _is_array(each) and each.ndim > 0]
    if len(lists) > 1:
        raise NotImplementedError("Don't yet support nd fancy indexing")
    if len([each for each in index if each is not None]) > x.ndim:
        raise IndexError("Too many indices for array")
    rest, axis = [], 0
    for each in index:
        if each is None:
            rest.append(each)
            continue
        if isinstance(each, Array) and each.dtype.kind in "iu":
            if each.ndim > 1:
                raise NotImplementedError("Slicing with dask.array of ints only permitted when the indexer has zero or one dimensions")
            x = _taken(x, each if each.ndim else each[None], axis)
            each = slice(None) if each.ndim else 0
        rest.append(each)
        axis += 1
    whole = all(isinstance(each, slice) and each == slice(None) for each in rest)
    return x if whole else x[tuple(rest)]

def _taken(x, index, axis):
    if any(_isnan(size) for size in x.chunks[axis]):
        raise NotImplementedError("Slicing an array with unknown chunks with a dask.array of ints is not supported")
    size, count = x.shape[axis], x.numblocks[axis]
    axes = tuple(range(x.ndim))
    starts = from_array(np.array([0] + list(itertools.accumulate(x.chunks[axis]))[:-1]), chunks=1)
    new = x.ndim
    parts = blockwise(
        _part_taken, axes[:axis + 1] + (new,) + axes[axis + 1:], x, axes, index, (new,), starts, (axis,),
        size=size, axis=axis, dtype=x.dtype, align_arrays=False, adjust_chunks={axis: 1, new: float("nan")},
    )
    return blockwise(
        _in_order, axes[:axis] + (new,) + axes[axis + 1:], index, (new,), parts, axes[:axis + 1] + (new,) + axes[axis + 1:],
        sizes=x.chunks[axis], axis=axis, dtype=x.dtype, align_arrays=False, token="slice_with_int_dask_array_aggregate",
    )

def _part_taken(block, index, start, size, axis):
    index = index.astype(np.int64)
    index = np.where(index < 0, index + size, index)
    wrong = index[(index < 0) | (index >= size)]
    if wrong.size:
        at = int(wrong[0])
        raise IndexError(f"index {at - size if at < 0 else at} is out of bounds for axis {axis} with size {size}")
    index = index - start
    index = index[(index >= 0) & (index < block.shape[axis])]
    return np.expand_dims(block[(slice(None),) * axis + (index,)], axis)

def _in_order(index, parts, sizes, axis):
    index = index.astype(np.int64)
    index = np.where(index < 0, index + sum(sizes), index)
    while isinstance(parts, list) and isinstance(parts[0], list):
        parts = parts[0]
    parts = parts if isinstance(parts, list) else [parts]
    made = np.concatenate([np.squeeze(part, axis) for part in parts], axis=axis)
    block = np.searchsorted(np.cumsum(sizes), index, side="right")
    place = np.argsort(np.argsort(block, kind="stable"), kind="stable")
    return made[(slice(None),) * axis + (place,)]

def normalize_chunks(chunks: Any, shape: Any = None, limit: Any = None, dtype: Any = None, previous_chunks: Any = None) -> Any:
    """What `chunks=` says as the sizes of the blocks along each axis.

    >>> from dask.array.core import normalize_chunks
    >>> normalize_chunks((2, -1), shape=(5, 6))
    ((2, 2, 1), (6,))
    >>> normalize_chunks("1kiB", shape=(600,), dtype="float32")
    ((256, 256, 88),)
    """
    if isinstance(chunks, np.ndarray):
        chunks = chunks.tolist()
    if shape is None:
        return _written_out(chunks)
    shape = tuple(shape) if isinstance(shape, (tuple, list)) else (shape,)
    if isinstance(chunks, (tuple, list)):
        chunks = tuple(chunks)
        if not shape and all(not isinstance(each, (tuple, list)) for each in chunks):
            return ()
    automatic = isinstance(chunks, str) or isinstance(chunks, (tuple, list)) and any(isinstance(each, str) for each in chunks)
    if automatic and dtype is None:
        raise TypeError("dtype must be known for auto-chunking")
    if any(_isnan(size) for size in shape):
        return _with_unknown(chunks, shape, limit, dtype)
    return _normalized(chunks, shape, limit, dtype, previous_chunks)

def _written_out(chunks):
    if chunks is None:
        raise ValueError("You must specify a chunks= keyword argument.\nThis specifies the chunksize of your array blocks.\n\nSee the following documentation page for details:\n  https://docs.dask.org/en/latest/array-creation.html#chunks")
    if not isinstance(chunks, (tuple, list)):
        raise TypeError("object of type 'NoneType' has no len()")
    return tuple([tuple(each) if isinstance(each, (tuple, list)) else each for each in chunks])

def _with_unknown(chunks, shape, limit, dtype):
    # The axes whose sizes are not known keep what is said of them.
    if not isinstance(chunks, (tuple, list)):
        chunks = (chunks,) * len(shape)
    if any(isinstance(each, str) for each in chunks):
        raise ValueError("Can not perform automatic rechunking with unknown (nan) chunk sizes.\n\nA possible solution: https://docs.dask.org/en/latest/array-chunks.html#unknown-chunks\nSummary: to compute chunks sizes, use\n\n   x.compute_chunk_sizes()  # for Dask Array `x`\n   ddf.to_dask_array(lengths=True)  # for Dask DataFrame `ddf`")
    out = []
    for each, size in zip(chunks, shape):
        if not _isnan(size):
            out.append(_normalized((each,), (size,), limit, dtype, None)[0])
        elif isinstance(each, (tuple, list)):
            out.append(tuple(each))
        else:
            out.append((size,))
    return tuple(out)

def _normalized(chunks: Any, shape: Any, limit: Any, dtype: Any, previous: Any) -> Any:
    """The sizes of blocks; every size of the shape is known."""
    ...

def blockdims_from_blockshape(shape: Any, chunks: Any) -> Any:
    """The sizes of the blocks along each axis, of a shape and the size of one block.

    >>> from dask.array.core import blockdims_from_blockshape
    >>> blockdims_from_blockshape((10, 0), (4, 0))
    ((4, 4, 2), (0,))
    """
    if chunks is None:
        raise TypeError("Must supply chunks= keyword argument")
    if shape is None:
        raise TypeError("Must supply shape= keyword argument")
    if not all(isinstance(each, (int, np.integer)) for each in chunks):
        raise ValueError("chunks can only contain integers.")
    if not all(isinstance(each, (int, np.integer)) for each in shape):
        raise ValueError("shape can only contain integers.")
    out = []
    for size, block in zip(shape, chunks):
        rest = size % block if size else 0
        out.append((block,) * (size // block) + ((rest,) if rest else ()) if size else (0,))
    return tuple(out)

def broadcast_chunks(*chunkss: Any) -> Any:
    """The blocks to which blocks broadcast.

    >>> from dask.array.core import broadcast_chunks
    >>> broadcast_chunks(((10, 10), (5, 5)), ((1,), (5, 5)))
    ((10, 10), (5, 5))
    """
    ndim = max([len(chunks) for chunks in chunkss], default=0)
    out = []
    for axis in range(ndim):
        all_sizes = [chunks[axis - ndim + len(chunks)] for chunks in chunkss if axis - ndim + len(chunks) >= 0]
        all_sizes = [(1,)] * (len(chunkss) - len(all_sizes)) + all_sizes
        large = [sizes for sizes in all_sizes if sizes != (1,)] or all_sizes
        if len(set(large)) != 1:
            raise ValueError(f"Chunks do not align: {large}")
        out.append(large[0])
    return tuple(out)

def slices_from_chunks(chunks: Any) -> list[Any]:
    """The slices of the blocks, in C order.

    >>> from dask.array.core import slices_from_chunks
    >>> slices_from_chunks(((2, 3),))
    [(slice(0, 2, None),), (slice(2, 5, None),)]
    """
    lines = []
    for sizes in chunks:
        ends = _starts(sizes)
        lines.append([slice(a, b) for a, b in zip(ends[:-1], ends[1:])])
    return list(itertools.product(*lines))

def deepfirst(seq: Any) -> Any:
    """The first element of nested lists.

    >>> from dask.array.core import deepfirst
    >>> deepfirst([[[1, 2], [3, 4]], [5, 6]])
    1
    """
    while isinstance(seq, (list, tuple)):
        seq = seq[0]
    return seq

def unpack_singleton(x: Any) -> Any:
    """The one element of nested lists of one.

    >>> from dask.array.core import unpack_singleton
    >>> unpack_singleton([[[[1]]]])
    1
    """
    while isinstance(x, (list, tuple)) and x:
        x = x[0]
    return x

def chunks_from_arrays(arrays: Any) -> Any:
    """The sizes of blocks that are nested lists of arrays.

    >>> from dask.array.core import chunks_from_arrays
    >>> x = np.array([[1, 2]])
    >>> chunks_from_arrays([[x, x]])
    ((1,), (2, 2))
    """
    if not arrays:
        return ()
    out = []
    while isinstance(arrays, (list, tuple)):
        shapes = [getattr(deepfirst(each), "shape", None) or (1,) for each in arrays]
        out.append(tuple([shape[len(out)] for shape in shapes]))
        arrays = arrays[0]
    return tuple(out)

def _depth(seq):
    depth = 0
    while isinstance(seq, (list, tuple)):
        depth += 1
        seq = seq[0] if seq else None
    return depth

def _flat_list(seq):
    return [item for each in seq for item in _flat_list(each)] if isinstance(seq, (list, tuple)) else [seq]

def concatenate3(arrays: Any) -> Any:
    """Nested lists of eager arrays as one, each list along an axis.

    >>> from dask.array.core import concatenate3
    >>> x = np.array([[1, 2]])
    >>> concatenate3([[x, x], [x, x]])
    array([[1, 2, 1, 2],
           [1, 2, 1, 2]])
    """
    if not isinstance(arrays, (list, tuple)):
        return arrays
    if not arrays or all(each is None for each in _flat_list(arrays)):
        return np.empty(0)
    depth = _depth(arrays)
    out = np.empty(tuple([sum(sizes) for sizes in chunks_from_arrays(arrays)]), dtype=np.asarray(deepfirst(arrays)).dtype)
    for at, block in zip(slices_from_chunks(chunks_from_arrays(arrays)), _flat_list(arrays)):
        while np.ndim(block) < depth and hasattr(block, "ndim"):
            block = block[None, ...]
        out[at] = block
    return out

def transposelist(arrays: Any, axes: Any, extradims: int = 0) -> Any:
    """Nested lists with their levels at these axes.

    >>> from dask.array.core import transposelist
    >>> transposelist([[1, 1, 1], [1, 1, 1]], [2, 1])
    [[[1, 1], [1, 1], [1, 1]]]
    """
    if len(axes) != _depth(arrays):
        raise ValueError("Length of axes should equal depth of nested arrays")
    if extradims < 0:
        raise ValueError("`newdims` should be positive")
    if len(axes) > len(set(axes)):
        raise ValueError("`axes` should be unique")
    sizes, level = [], arrays
    while isinstance(level, (list, tuple)):
        sizes.append(len(level))
        level = level[0]
    shape = [sizes[axes.index(axis)] if axis in axes else 1 for axis in range(max(axes) + 1 + extradims)]
    items = _flat_list(arrays)
    for size in shape[:0:-1]:
        items = [items[at:at + size] for at in range(0, len(items), size)]
    return items

def interleave_none(a: Any, b: Any) -> tuple[Any, ...]:
    """`a` with its `None` replaced by the elements of `b` in turn.

    >>> from dask.array.core import interleave_none
    >>> interleave_none([0, None, 2, None], [1, 3])
    (0, 1, 2, 3)
    """
    rest = iter(b)
    return tuple([next(rest) if each is None else each for each in a])

def keyname(name: str, i: int, okey: Any) -> tuple[Any, ...]:
    """A key without `None`.

    >>> from dask.array.core import keyname
    >>> keyname("x", 3, [None, None, 0, 2])
    ('x', 3, 0, 2)
    """
    return (name, i) + tuple([each for each in okey if each is not None])

def offset_func(func: Any, offset: Any, *args: Any) -> Any:
    """A function whose arguments are moved.

    >>> from dask.array.core import offset_func
    >>> offset_func(lambda x: x * 2, (10,))(1)
    22
    """
    def moved(*given):
        return func(*[each + by for each, by in zip(given, offset)])
    return moved

def dotmany(A: Any, B: Any, leftfunc: Any = None, rightfunc: Any = None, **kwargs: Any) -> Any:
    """The sum of the products of matrices, pair by pair; functions may change either side first.

    >>> from dask.array.core import dotmany
    >>> x = np.array([[1, 2], [1, 2]])
    >>> dotmany([x, x], [x, x])
    array([[ 6, 12],
           [ 6, 12]])
    """
    left = [leftfunc(each) for each in A] if leftfunc else A
    right = [rightfunc(each) for each in B] if rightfunc else B
    made = 0
    for a, b in zip(left, right):
        made = made + np.dot(a, b)
    return made

def from_func(func: Any, shape: Any, dtype: Any = None, name: Any = None, args: Any = (), kwargs: Any = None) -> Array:
    """The array of one block that a function gives.

    >>> from dask.array.core import from_func
    >>> from_func(np.arange, (3,), dtype="i8", args=(3,)).compute()
    array([0, 1, 2])
    """
    from dask.delayed import delayed
    return from_delayed(delayed(func)(*args, **(kwargs or {})), shape, dtype=dtype, name=name)

def is_scalar_for_elemwise(arg: Any) -> bool:
    """Whether elementwise functions take a value as one number.

    >>> from dask.array.core import is_scalar_for_elemwise
    >>> is_scalar_for_elemwise(42), is_scalar_for_elemwise(np.array([1, 2, 3]))
    (True, False)
    """
    shape = getattr(arg, "shape", None)
    return not isinstance(shape, tuple) or np.isscalar(arg) or isinstance(arg, np.dtype) or isinstance(arg, np.ndarray) and arg.ndim == 0

def broadcast_shapes(*shapes: Any) -> tuple[Any, ...]:
    """The shape of arrays of these shapes put together; unknown sizes are NaN.

    >>> da.core.broadcast_shapes((2, 1), (3,))
    (2, 3)
    """
    if len(shapes) == 1:
        return shapes[0]
    out = []
    for sizes in itertools.zip_longest(*[tuple(shape)[::-1] for shape in shapes], fillvalue=-1):
        unknown = any([math.isnan(size) for size in sizes])
        dim = 0 if 0 in sizes else float("nan") if unknown else max(sizes)
        if any([size not in (-1, 0, 1, dim) and not math.isnan(size) for size in sizes]):
            raise ValueError("operands could not be broadcast together with shapes " + " ".join([str(tuple(shape)) for shape in shapes]))
        out.append(dim)
    return tuple(out[::-1])

def elemwise(op: Any, *args: Any, out: Any = None, where: Any = True, dtype: Any = None, name: Any = None, **kwargs: Any) -> Any:
    """A function applied element by element to arrays and numbers.

    >>> da.core.elemwise(np.add, da.arange(3), 10).compute()
    array([10, 11, 12])
    """
    if kwargs:
        raise TypeError(f"{_funcname(op)} does not take the following keyword arguments {sorted(kwargs)}")
    if out is not None or where is not True:
        if isinstance(op, np.ufunc):
            return op(*args, out=out, where=where, dtype=dtype)
        raise NotImplementedError(f"elemwise of {_funcname(op)} with out= or where= is not in rdask: only of ufuncs")
    args = [np.asarray(x) if isinstance(x, (list, tuple)) else x for x in args]
    if not any([isinstance(x, Array) for x in args]):
        return op(*args)
    ndim = len(broadcast_shapes(*[getattr(x, "shape", ()) for x in args]))
    index = tuple(range(ndim))
    pairs = []
    for x in args:
        axes = getattr(x, "ndim", 0)
        pairs += [asarray(x) if axes else x, index[ndim - axes:] if axes or isinstance(x, Array) else None]
    return blockwise(op, index, *pairs, dtype=dtype, name=name, token=_funcname(op).strip("_"))

def getter(a: Any, b: Any, asarray: Any = True, lock: Any = None) -> Any:
    """A part of an array.

    >>> da.core.getter(np.arange(5), slice(1, 3))
    array([1, 2])
    """
    found = a[b]
    return np.asarray(found) if asarray is None or asarray else found
