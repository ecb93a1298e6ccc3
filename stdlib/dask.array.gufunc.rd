"""Functions of arrays of few axes, applied along the other axes: generalized ufuncs."""

import itertools
import math

import dask.array as da
import numpy as np
from dask.array import Array as Array
from dask.array import _renamed as _renamed
from dask.array import asarray as asarray
from dask.array._shuffle import _calculate_new_chunksizes as _calculate_new_chunksizes
from dask.array.core import _blocks as _blocks
from dask.array.core import _call as _call
from dask.array.core import _funcname as _funcname
from dask.array.core import apply_infer_dtype as apply_infer_dtype
from dask.array.core import blockwise as blockwise

def _dims(text, signature):
    # The names in `(i,j)`; whether the parentheses are there.
    if not (text.startswith("(") and text.endswith(")")) or "(" in text[1:] or ")" in text[:-1]:
        raise ValueError(f"Not a valid gufunc signature: {signature}")
    names = tuple([name for name in text[1:-1].split(",") if name])
    if not all(name.isidentifier() for name in names):
        raise ValueError(f"Not a valid gufunc signature: {signature}")
    return names

def _list(text, signature):
    out = []
    while text:
        end = text.find(")")
        if end < 0:
            raise ValueError(f"Not a valid gufunc signature: {signature}")
        out.append(_dims(text[:end + 1], signature))
        rest = text[end + 1:]
        if rest and not rest.startswith(",("):
            raise ValueError(f"Not a valid gufunc signature: {signature}")
        text = rest[1:]
    return out

def _parse_gufunc_signature(signature: str) -> Any:
    """The names of the axes that a function takes and gives.

    >>> from dask.array.gufunc import _parse_gufunc_signature
    >>> _parse_gufunc_signature("(i,j),(j)->(i)")
    ([('i', 'j'), ('j',)], ('i',))
    """
    signature = signature.replace(" ", "")
    if signature.count("->") != 1:
        raise ValueError(f"Not a valid gufunc signature: {signature}")
    before, after = signature.split("->")
    if after == "" or before == "" and signature != "->()" and not after.startswith("("):
        raise ValueError(f"Not a valid gufunc signature: {signature}")
    many = after.endswith(",")
    outs = _list(after[:-1] if many else after, signature)
    return _list(before, signature), outs if many or len(outs) > 1 else outs[0]

def _vectorized(func, ins, outs):
    # A function of arrays with exactly the core axes, applied to each place of the others.
    many = isinstance(outs, list)
    def call(*args, **kwargs):
        args = [np.asarray(x) for x in args]
        loops = [x.shape[:x.ndim - len(core)] for x, core in zip(args, ins)]
        ndim = max([len(each) for each in loops], default=0)
        shape = []
        for axis in range(ndim):
            sizes = [each[axis - ndim + len(each)] for each in loops if axis - ndim + len(each) >= 0]
            shape.append(max([size for size in sizes if size != 1], default=1) if 0 not in sizes else 0)
        made = []
        for at in itertools.product(*[range(size) for size in shape]):
            given = []
            for x, loop in zip(args, loops):
                own = at[ndim - len(loop):]
                given.append(x[tuple([0 if size == 1 else n for n, size in zip(own, loop)])] if loop else x)
            found = func(*given, **kwargs)
            made.append(found if many else (found,))
        if not made:
            raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
        stacked = []
        for n in range(len(made[0])):
            parts = [np.asarray(each[n]) for each in made]
            stacked.append(np.stack(parts).reshape(tuple(shape) + parts[0].shape))
        return tuple(stacked) if many else stacked[0]
    return call

def _axes_of(axes, axis, keepdims, ins, outs):
    # The axes of the core dimensions of each input and output.
    nin = len(ins)
    many = outs if isinstance(outs, list) else [outs]
    if axes is not None and axis is not None:
        raise ValueError("Only one of `axis` or `axes` keyword arguments should be given")
    if axes and not isinstance(axes, list):
        raise ValueError("`axes` has to be of type list")
    if not axes and axis is not None:
        if not isinstance(axis, int):
            raise ValueError("`axis` argument has to be an integer value")
        filtered = set([core for core in ins + many if core])
        if len(filtered) != 1 or len(list(filtered)[0]) != 1:
            raise ValueError("If `axis` is used, all core dimensions have to be equal and have length 1")
        axes = [(axis,) if core else () for core in ins] + [(axis,) if core else () for core in many]
    if not axes:
        axes = [tuple(range(-len(core), 0)) for core in ins]
    axes = [(each,) if isinstance(each, int) else tuple(each) for each in axes]
    if len(axes) not in (nin, nin + len(many)):
        raise ValueError("Cannot use `axes`: number of entries is not equal the number of inputs, or of inputs and outputs")
    given, out = axes[:nin], axes[nin:] or [tuple(range(-len(core), 0)) for core in many]
    for n, (each, core) in enumerate(zip(given, ins)):
        if len(each) != len(core):
            raise ValueError(f"The number of `axes` entries for argument #{n} is not equal the number of respective input core dimensions in signature")
    if not keepdims:
        for n, (each, core) in enumerate(zip(out, many)):
            if len(each) != len(core):
                raise ValueError(f"The number of `axes` entries for argument #{n} is not equal the number of respective output core dimensions in signature")
    elif ins:
        if any(core != ins[0] for core in ins):
            raise ValueError("To use `keepdims`, all core dimensions have to be equal")
        out = [given[0] for _ in many]
    return given, out

def _checked(args, dims, core, allow_rechunk):
    # Arrays share the sizes of dimensions; core dimensions are one block.
    sizes = {}
    chunks = {}
    for x, names in zip(args, dims):
        for name, size, blocks in zip(names, x.shape, x.chunks):
            sizes.setdefault(name, []).append(size)
            chunks.setdefault(name, []).append(blocks)
    for name, each in sizes.items():
        if set(each) | {1} != {1, max(each)}:
            raise ValueError(f"Dimension `'{name}'` with different lengths in arrays")
        if not allow_rechunk:
            if name in core and chunks[name][0][0] < core[name]:
                raise ValueError(
                    f"Core dimension `'{name}'` consists of multiple chunks. To fix, rechunk into a single chunk along this dimension or set "
                    "`allow_rechunk=True`, but beware that this may increase memory usage significantly."
                )
            if len(set([blocks for size, blocks in zip(each, chunks[name]) if size > 1])) > 1:
                raise ValueError(f"Dimension `'{name}'` with different chunksize present")

def _dtypes(func, args, kwargs, output_dtypes, meta, nout):
    if meta is not None and output_dtypes is not None:
        raise ValueError("Only one of `meta` and `output_dtypes` should be given (`meta` is preferred).")
    if meta is not None:
        output_dtypes = tuple([each.dtype for each in meta]) if isinstance(meta, (tuple, list)) else meta.dtype
    elif output_dtypes is None:
        output_dtypes = apply_infer_dtype(func, args, kwargs, "apply_gufunc", "output_dtypes", nout)
    several = isinstance(output_dtypes, (tuple, list))
    if nout is None:
        if several and len(output_dtypes) != 1:
            raise ValueError("For a function with one output, must give a single item for `output_dtypes`/`meta`, not a tuple or list.")
        return (output_dtypes[0] if several else output_dtypes,)
    if not several:
        raise ValueError(f"For a function with {nout} outputs, must give a tuple or list for `output_dtypes`/`meta`, not a single item.")
    if len(output_dtypes) != nout:
        raise ValueError(
            f"For a function with {nout} outputs, must give a tuple or list of {nout} items for `output_dtypes`/`meta`, not {len(output_dtypes)}."
        )
    return tuple(output_dtypes)

def apply_gufunc(func: Any, signature: str, *args: Any, axes: Any = None, axis: Any = None, keepdims: bool = False, output_dtypes: Any = None, output_sizes: Any = None, vectorize: Any = None, allow_rechunk: bool = False, meta: Any = None, **kwargs: Any) -> Any:
    """A function of the axes that a signature names, applied along all others. The named axes must be in one block. `vectorize`: the function takes one place of the others at a time.

    >>> x = da.ones((4, 3), chunks=(2, 3))
    >>> da.apply_gufunc(lambda v: v.sum(axis=-1), "(i)->()", x).compute()
    array([3., 3., 3., 3.])
    """
    if not isinstance(signature, str):
        raise TypeError("`signature` has to be of type string")
    signature = signature.replace(" ", "")
    ins, outs = _parse_gufunc_signature(signature)
    nout = len(outs) if isinstance(outs, list) else None
    if vectorize:
        func = _vectorized(func, ins, outs)
    dtypes = _dtypes(func, args, kwargs, output_dtypes, meta, nout)
    in_axes, out_axes = _axes_of(axes, axis, keepdims, ins, outs)
    if len(ins) != len(args):
        raise ValueError(f"According to `signature`, `func` requires {len(ins)} arguments, but {len(args)} given")
    arrays = []
    for x, own in zip([asarray(x) for x in args], in_axes):
        own = tuple([at if at < 0 else at - x.ndim for at in own])
        order = tuple([at for at in range(-x.ndim, 0) if at not in own]) + own
        arrays.append(x.transpose([at % x.ndim for at in order]) if x.ndim else x)
    counts = [x.ndim - len(core) for x, core in zip(arrays, ins)]
    most = max(counts, default=0)
    core_sizes = {}
    for x, count, core in zip(arrays, counts, ins):
        core_sizes.update(dict(zip(core, x.shape[count:])))
    core_sizes.update(output_sizes or {})
    dims = [tuple([f"__loopdim{n}__" for n in range(most - count, most)]) + core for count, core in zip(counts, ins)]
    loop = tuple([f"__loopdim{n}__" for n in range(most)])
    _checked(arrays, dims, core_sizes, allow_rechunk)
    if allow_rechunk:
        arrays = [_cores_whole(x, count) for x, count in zip(arrays, counts)]
    pairs = []
    for x, names in zip(arrays, dims):
        pairs += [x, names]
    whole = blockwise(func, loop, *pairs, concatenate=True, dtype=dtypes[0], meta=np.zeros((0,) * most, dtype=dtypes[0]), **kwargs)
    leaves = []
    for n, (core, own, dtype) in enumerate(zip(outs if nout else [outs], out_axes, dtypes)):
        sizes = tuple([(core_sizes[name],) for name in core])
        pick = _picker(n) if nout else _given
        leaf = _call(pick, [whole], [tuple(range(most))], {}, whole.chunks + sizes, dtype, None, _funcname(func).strip("_") + "_" + str(n), True, {})
        if keepdims:
            leaf = leaf[(slice(None),) * leaf.ndim + (None,) * len(own)]
        leaves.append(_placed(leaf, own))
    return tuple(leaves) if nout else leaves[0]

def _given(value):
    return value

def _picker(n):
    def pick(values):
        return values[n]
    return pick

def _cores_whole(x, count):
    # The axes after the first `count` in one block each, the others in smaller ones, that blocks become no larger.
    if x.ndim == count:
        return x
    factor = 1
    for size, sizes in zip(x.shape[count:], x.chunks[count:]):
        factor *= size / max(sizes) if size else 1
    free = set([at for at in range(count) if max(x.chunks[at]) > 1])
    if factor > 1 and free:
        most = math.prod([max(sizes) for sizes in x.chunks]) / factor
        x = x.rechunk(tuple(_calculate_new_chunksizes(x.chunks, list(x.chunks), free, most)))
    return x.rechunk({at: -1 for at in range(count, x.ndim)})

def _placed(leaf, own):
    # The last axes moved to where they belong.
    order = [None] * leaf.ndim
    for at, place in zip(range(-len(own), 0), own):
        order[place] = at % leaf.ndim
    rest = iter(range(leaf.ndim))
    order = [next(rest) if at is None else at for at in order]
    return _renamed(leaf if order == list(range(leaf.ndim)) else leaf.transpose(order), "transpose")

class gufunc:
    """A function bound to a signature, to be called with arrays.

    >>> total = da.gufunc(lambda v: v.sum(axis=-1), signature="(i)->()")
    >>> total(da.ones((2, 3), chunks=(1, 3))).compute()
    array([3., 3.])
    """

    def __init__(self, pyfunc: Any, *, signature: Any = None, vectorize: bool = False, axes: Any = None, axis: Any = None, keepdims: bool = False, output_sizes: Any = None, output_dtypes: Any = None, allow_rechunk: bool = False, meta: Any = None) -> None:
        self.pyfunc = pyfunc
        self.signature = signature
        self.options = {
            "vectorize": vectorize, "axes": axes, "axis": axis, "keepdims": keepdims, "output_sizes": output_sizes,
            "output_dtypes": output_dtypes, "allow_rechunk": allow_rechunk, "meta": meta,
        }

    def __call__(self, *args: Any, allow_rechunk: bool = False, **kwargs: Any) -> Any:
        options = {**self.options, "allow_rechunk": self.options["allow_rechunk"] or allow_rechunk}
        return apply_gufunc(self.pyfunc, self.signature, *args, **options, **kwargs)

def as_gufunc(signature: Any = None, **kwargs: Any) -> Any:
    """A decorator: the function becomes a `gufunc`.

    >>> @da.as_gufunc("(i)->()", output_dtypes=float)
    ... def total(v):
    ...     return v.sum(axis=-1)
    >>> total(da.ones((2, 3), chunks=(1, 3))).compute()
    array([3., 3.])
    """
    def bind(pyfunc):
        return gufunc(pyfunc, signature=signature, **kwargs)
    return bind
