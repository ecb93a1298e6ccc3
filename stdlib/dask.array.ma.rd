"""Lazy masked arrays: a lazy array of data beside a lazy array of bools, so that both are fused, planned and computed as
any other. `compute` joins them to a masked array of NumPy."""

import dask.array as _da
import numpy as _np
from numpy.ma import MaskedArray as _Eager, MaskError as _MaskError, masked as _masked, nomask as nomask

_Lazy = _da.Array

class Array:
    """A lazy masked array.

    >>> m = da.ma.masked_greater(da.arange(4, chunks=2), 1)
    >>> m.sum().compute()
    np.int64(1)
    """

    __module__ = "dask.array.core"
    __class__ = _da.Array

    def __init__(self, data, mask, name, fill=None, shrink=True, shown="numpy.MaskedArray", hard=False):
        self._data = data
        self._mask = mask
        self._short = name
        self._fill = fill
        self._shrink = shrink
        self._shown = shown

    def _like(self, data, mask, name, fill="", shrink=None, shown="numpy.MaskedArray"):
        return Array(data, mask, name, self._fill if fill == "" else fill, self._shrink if shrink is None else shrink, shown)

    @property
    def shape(self):
        """The sizes."""
        return self._data.shape

    @property
    def dtype(self):
        """The type of the elements."""
        return self._data.dtype

    @property
    def ndim(self):
        """The number of axes."""
        return self._data.ndim

    @property
    def size(self):
        """The number of elements, masked ones too."""
        return self._data.size

    @property
    def nbytes(self):
        """Bytes of the data."""
        return self._data.nbytes

    @property
    def itemsize(self):
        """Bytes of an element."""
        return self._data.itemsize

    @property
    def chunks(self):
        """The sizes of the blocks along each axis."""
        return self._data.chunks

    @property
    def chunksize(self):
        """The sizes of the largest block."""
        return self._data.chunksize

    @property
    def numblocks(self):
        """The number of blocks along each axis."""
        return self._data.numblocks

    @property
    def npartitions(self):
        """The number of blocks."""
        return self._data.npartitions

    @property
    def name(self):
        """The name in the graph."""
        return self._short + "-" + self._data.name.split("-")[-1]

    @property
    def _meta(self):
        return _Eager(_np.zeros((0,) * self.ndim, dtype=self.dtype), mask=_np.zeros((0,) * self.ndim, dtype=bool))

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        text = repr(self._data)
        place = text.find(", shape=")
        return f"dask.array<{self._short}" + text[place:].replace("chunktype=numpy.ndarray", "chunktype=" + self._shown)

    def __str__(self):
        return repr(self)

    def __bool__(self):
        return bool(self.compute())

    def __float__(self):
        return float(self.compute())

    def __int__(self):
        return int(self.compute())

    def __iter__(self):
        for at in range(len(self)):
            yield self[at]

    def __hash__(self):
        return id(self)

    # Computing.

    def __dask_parts__(self):
        return (self._data, self._mask)

    def __dask_whole__(self, parts):
        return _joined(parts[0], parts[1], self)

    def compute(self, **options):
        """The masked array of NumPy."""
        import dask
        return _joined(*dask.compute(self._data, self._mask, **options), self)

    def persist(self, **options):
        """The same, computed and kept."""
        import dask
        data, mask = dask.persist(self._data, self._mask, **options)
        return self._like(data, mask, self._short, shown=self._shown)

    def visualize(self, *args, **options):
        """Draw the graph of data and mask."""
        return _da.stack([self._data, self._mask]).visualize(*args, **options)

    # Shapes: the same of data and mask.

    def _both(self, change, name):
        mask = self._mask if self._mask is None else change(self._mask)
        return self._like(change(self._data), mask, name)

    def __getitem__(self, index):
        if isinstance(index, Array):
            index = index._data
        made = self._both(lambda x: x[index], "getitem")
        if isinstance(index, _Lazy):
            made._shown = "numpy.ndarray"
        return made

    def reshape(self, *shape, **options):
        """The same elements in another shape."""
        return self._both(lambda x: x.reshape(*shape, **options), "reshape") if self._moves(shape) else self

    def _moves(self, shape):
        wanted = shape[0] if len(shape) == 1 and isinstance(shape[0], (tuple, list)) else shape
        return self._data.reshape(*shape).shape != self.shape

    def ravel(self):
        """In one row."""
        return self._both(lambda x: x.ravel(), "reshape") if self.ndim != 1 else self

    def flatten(self):
        """A copy in one row."""
        return self.ravel()

    def transpose(self, *axes):
        """With the axes in another order."""
        return self._both(lambda x: x.transpose(*axes), "transpose")

    @property
    def T(self):
        """With the axes in reverse order."""
        return self.transpose()

    def swapaxes(self, axis1, axis2):
        """With two axes exchanged."""
        return self._both(lambda x: x.swapaxes(axis1, axis2), "transpose")

    def squeeze(self, axis=None):
        """Without axes of size one."""
        return self._both(lambda x: x.squeeze(axis), "squeeze")

    def repeat(self, repeats, axis=None):
        """Each element several times."""
        return self._both(lambda x: x.repeat(repeats, axis), "concatenate")

    def rechunk(self, *args, **options):
        """In other blocks."""
        return self._both(lambda x: x.rechunk(*args, **options), "rechunk-merge")

    def compute_chunk_sizes(self):
        """Compute sizes that are not known."""
        self._data = self._data.compute_chunk_sizes()
        if self._mask is not None:
            self._mask = self._mask.compute_chunk_sizes()
        return self

    @property
    def blocks(self):
        """Some of the blocks, by their numbers."""
        return _Blocks(self, "blocks")

    @property
    def partitions(self):
        """Some of the blocks, by their numbers."""
        return _Blocks(self, "partitions")

    def astype(self, dtype, **options):
        """The elements in another dtype."""
        return self._like(self._data.astype(dtype), self._mask, "astype", None)

    def copy(self):
        """A copy."""
        return self._like(self._data, self._mask, self._short)

    def round(self, decimals=0):
        """Rounded to some digits."""
        return self._like(self._data.round(decimals), self._mask, "round")

    def clip(self, min=None, max=None):
        """Within bounds."""
        return self._like(_da.clip(self._data, min, max), self._mask, "clip")

    @property
    def real(self):
        """The real parts."""
        return self._like(self._data.real, self._mask, "real")

    @property
    def imag(self):
        """The imaginary parts."""
        return self._like(self._data.imag, self._mask, "imag")

    def conj(self):
        """The complex conjugates."""
        return self._like(_da.conj(self._data), self._mask, "conj")

    def map_blocks(self, func, *args, **options):
        """A function on the blocks, each of which it is given as a masked array."""
        return map_blocks(func, self, *args, **options)

    # Reductions.

    def _filled(self, value):
        if self._mask is None:
            return self._data
        return _da.where(self._mask, _np.array(value).astype(self._data.dtype), self._data)

    def _reduced(self, found, axis, keepdims, name, shown="numpy.MaskedArray"):
        mask = None if self._mask is None else self._mask.all(axis=axis, keepdims=keepdims)
        return self._like(found, mask, name, None, True, shown)

    def _counted(self, axis, keepdims):
        marks = _da.zeros_like(self._data, dtype=bool) if self._mask is None else self._mask
        return (~marks).sum(axis=axis, keepdims=keepdims)

    def sum(self, axis=None, dtype=None, keepdims=False, split_every=None, out=None):
        """The sum of what is not masked."""
        _da._no_out(out)
        return self._reduced(self._filled(0).sum(axis=axis, dtype=dtype, keepdims=keepdims, split_every=split_every), axis, keepdims, "sum-aggregate")

    def prod(self, axis=None, dtype=None, keepdims=False, split_every=None, out=None):
        """The product of what is not masked."""
        _da._no_out(out)
        return self._reduced(self._filled(1).prod(axis=axis, dtype=dtype, keepdims=keepdims, split_every=split_every), axis, keepdims, "prod-aggregate")

    def mean(self, axis=None, dtype=None, keepdims=False, split_every=None, out=None):
        """The mean of what is not masked."""
        _da._no_out(out)
        kind = dtype if dtype is not None else _np.zeros(1, dtype=self.dtype).mean().dtype
        total = self._filled(0).sum(axis=axis, dtype=kind, keepdims=keepdims, split_every=split_every)
        found = (total / self._counted(axis, keepdims)).astype(kind)
        mask = None if self._mask is None else self._mask.all(axis=axis, keepdims=keepdims)
        return self._like(found, _unsound(found, mask), "mean_agg-aggregate", None, True, "numpy.MaskedArray")

    def _spread(self, axis, dtype, keepdims, ddof):
        kind = dtype if dtype is not None else _np.zeros(1, dtype=self.dtype).var().dtype
        count = self._counted(axis, True)
        middle = self._filled(0).sum(axis=axis, keepdims=True) / count
        away = Array(self._data - middle, self._mask, "sub")._filled(0)
        away = (away * _da.conj(away)).real if away.dtype.kind == "c" else away * away
        left = self._counted(axis, keepdims) - ddof
        mask = left <= 0 if self._mask is not None else None
        found = (away.sum(axis=axis, keepdims=keepdims) / left).astype(kind)
        return found, _unsound(found, mask)

    def var(self, axis=None, dtype=None, keepdims=False, ddof=0, split_every=None, out=None):
        """The variance of what is not masked."""
        _da._no_out(out)
        found, mask = self._spread(axis, dtype, keepdims, ddof)
        return self._like(found, mask, "var-aggregate", None, True, "numpy.ndarray")

    def std(self, axis=None, dtype=None, keepdims=False, ddof=0, split_every=None, out=None):
        """The standard deviation of what is not masked."""
        _da._no_out(out)
        found, mask = self._spread(axis, dtype, keepdims, ddof)
        return self._like(_da.sqrt(found), mask, "_sqrt", None, True, "numpy.ndarray")

    def _end(self, greatest):
        kind = self.dtype.kind
        if kind == "f":
            return -float("inf") if greatest else float("inf")
        if kind == "b":
            return not greatest
        if kind in "iu":
            return int(_np.iinfo(self.dtype).min if greatest else _np.iinfo(self.dtype).max)
        raise TypeError(f"the order of masked arrays of dtype {self.dtype} is not in rdask")

    def min(self, axis=None, keepdims=False, split_every=None, out=None):
        """The least of what is not masked."""
        _da._no_out(out)
        return self._reduced(self._filled(self._end(False)).min(axis=axis, keepdims=keepdims, split_every=split_every), axis, keepdims, "min-aggregate", "numpy.ndarray")

    def max(self, axis=None, keepdims=False, split_every=None, out=None):
        """The greatest of what is not masked."""
        _da._no_out(out)
        return self._reduced(self._filled(self._end(True)).max(axis=axis, keepdims=keepdims, split_every=split_every), axis, keepdims, "max-aggregate", "numpy.ndarray")

    def any(self, axis=None, keepdims=False, split_every=None, out=None):
        """Whether anything that is not masked is true."""
        _da._no_out(out)
        return self._reduced(self._filled(False).any(axis=axis, keepdims=keepdims, split_every=split_every), axis, keepdims, "any-aggregate")

    def all(self, axis=None, keepdims=False, split_every=None, out=None):
        """Whether all that is not masked is true."""
        _da._no_out(out)
        return self._reduced(self._filled(True).all(axis=axis, keepdims=keepdims, split_every=split_every), axis, keepdims, "all-aggregate")

    def argmin(self, axis=None, keepdims=False, split_every=None, out=None):
        """The place of the least."""
        _da._no_out(out)
        return self._filled(self._end(False)).argmin(axis=axis, keepdims=keepdims, split_every=split_every)

    def argmax(self, axis=None, keepdims=False, split_every=None, out=None):
        """The place of the greatest."""
        _da._no_out(out)
        return self._filled(self._end(True)).argmax(axis=axis, keepdims=keepdims, split_every=split_every)

    def cumsum(self, axis, dtype=None, out=None, method="sequential"):
        """Running sums of what is not masked."""
        _da._no_out(out)
        return self._like(self._filled(0).cumsum(axis, dtype=dtype), self._mask, "cumsum", None)

    def cumprod(self, axis, dtype=None, out=None, method="sequential"):
        """Running products of what is not masked."""
        _da._no_out(out)
        return self._like(self._filled(1).cumprod(axis, dtype=dtype), self._mask, "cumprod", None)

    # Operators.

    def __array_function__(self, func, types, args, kwargs):
        return _function(func, args, kwargs)

    def __add__(self, other): return _binary(_np.add, "add", self, other)
    def __radd__(self, other): return _binary(_np.add, "add", other, self)
    def __sub__(self, other): return _binary(_np.subtract, "sub", self, other)
    def __rsub__(self, other): return _binary(_np.subtract, "sub", other, self)
    def __mul__(self, other): return _binary(_np.multiply, "mul", self, other)
    def __rmul__(self, other): return _binary(_np.multiply, "mul", other, self)
    def __truediv__(self, other): return _divided(_np.true_divide, "truediv", self, other)
    def __rtruediv__(self, other): return _divided(_np.true_divide, "truediv", other, self)
    def __floordiv__(self, other): return _divided(_np.floor_divide, "floordiv", self, other)
    def __rfloordiv__(self, other): return _divided(_np.floor_divide, "floordiv", other, self)
    def __mod__(self, other): return _divided(_np.remainder, "mod", self, other)
    def __rmod__(self, other): return _divided(_np.remainder, "mod", other, self)
    def __pow__(self, other): return _binary(_np.power, "pow", self, other, True)
    def __rpow__(self, other): return _binary(_np.power, "pow", other, self, True)
    def __and__(self, other): return _binary(_np.bitwise_and, "and_", self, other)
    def __rand__(self, other): return _binary(_np.bitwise_and, "and_", other, self)
    def __or__(self, other): return _binary(_np.bitwise_or, "or_", self, other)
    def __ror__(self, other): return _binary(_np.bitwise_or, "or_", other, self)
    def __xor__(self, other): return _binary(_np.bitwise_xor, "xor", self, other)
    def __rxor__(self, other): return _binary(_np.bitwise_xor, "xor", other, self)
    def __eq__(self, other): return _binary(_np.equal, "eq", self, other)
    def __ne__(self, other): return _binary(_np.not_equal, "ne", self, other)
    def __lt__(self, other): return _binary(_np.less, "lt", self, other)
    def __le__(self, other): return _binary(_np.less_equal, "le", self, other)
    def __gt__(self, other): return _binary(_np.greater, "gt", self, other)
    def __ge__(self, other): return _binary(_np.greater_equal, "ge", self, other)
    def __neg__(self): return _unary(_np.negative, "neg", self)
    def __pos__(self): return self
    def __abs__(self): return _unary(_np.absolute, "abs", self)
    def __invert__(self): return _unary(_np.invert, "invert", self)

    def dot(self, other):
        """The product of matrices or vectors, of what is not masked."""
        return _function(_da.dot, (self, other), {})

    def __matmul__(self, other):
        raise NotImplementedError("NumPy has no `@` of masked arrays, and neither has rdask: x.dot(y) multiplies what is not masked")

    def __rmatmul__(self, other):
        raise NotImplementedError("NumPy has no `@` of masked arrays, and neither has rdask: da.dot(x, y) multiplies what is not masked")

    def __setitem__(self, index, value):
        if isinstance(index, Array):
            raise NotImplementedError("assignment where a masked condition holds is not in rdask: fill it first, da.ma.filled(condition, False)")
        # Handles of their own: what was made of this array before keeps its elements.
        data, marks = self._data.copy(), _marks(self).copy()
        if value is _masked:
            marks[index] = True
        elif isinstance(value, (Array, _Eager)):
            data[index] = _parts(value)[0]
            marks[index] = _marks(value)
        else:
            data[index] = value
            marks[index] = False
        self._data, self._mask = data, marks
        self._short = "setitem"

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(f"'Array' object has no attribute '{name}'")
        raise AttributeError(f"a lazy masked array has no `{name}` in rdask")

class _Blocks:
    def __init__(self, whole, kind):
        self.whole = whole
        self.kind = kind

    def __getitem__(self, index):
        return self.whole._both(lambda x: getattr(x, self.kind)[index], self.kind)

def _joined(data, mask, of):
    # What compute gives: a masked array, or an element.
    if not isinstance(data, _np.ndarray) or data.ndim == 0:
        if mask is not None and bool(mask):
            return _masked
        return data[()] if isinstance(data, _np.ndarray) else data
    mask = nomask if mask is None else _np.asarray(mask)
    if mask is not nomask and of._shrink and not mask.any():
        mask = nomask
    fill = of._fill
    if fill is None and of.npartitions > 1:
        fill = _np.ma.default_fill_value(data.dtype)
    return _Eager(data, mask=mask, fill_value=fill)

def _is_masked(x):
    return isinstance(x, Array) or isinstance(x, _Eager)

def _lazy(a):
    # Anything as a lazy array, masked or not.
    if isinstance(a, Array) or isinstance(a, _Lazy):
        return a
    if isinstance(a, _Eager):
        return _from_eager(a, "auto")
    return _da.asarray(a)

def _from_eager(a, chunks):
    mask = None if a._mask is nomask else _da.from_array(a._mask, chunks=chunks)
    return Array(_da.from_array(a._data, chunks=chunks), mask, "array", a._fill)

def _parts(a):
    if isinstance(a, Array):
        return a._data, a._mask
    if isinstance(a, _Eager):
        a = _from_eager(a, -1)
        return a._data, a._mask
    return a, None

def _either(m1, m2):
    if m1 is None:
        return m2
    return m1 if m2 is None else m1 | m2

def _unsound(found, mask):
    # A division masks what is no finite number, but where it gives one number alone.
    return mask if found.ndim == 0 or found.dtype.kind not in "fc" else _either(mask, ~_da.isfinite(found))

def _like_of(a, b):
    return a if isinstance(a, Array) else b if isinstance(b, Array) else None

def _kept(mask, old, found):
    # Under the mask stays what was there.
    if mask is None:
        return found
    kind = old.dtype if hasattr(old, "dtype") else _np.asarray(old).dtype
    if not _np.can_cast(kind, found.dtype, "same_kind"):
        return found
    return _da.where(mask, old.astype(found.dtype) if hasattr(old, "astype") else _np.asarray(old).astype(found.dtype), found)

def _binary(ufunc, name, a, b, finite=False):
    if b is None or isinstance(b, str):
        return NotImplemented
    (da, am), (db, bm) = _parts(a), _parts(b)
    found = ufunc(da, db)
    mask = _either(am, bm)
    like = _like_of(a, b)
    shrink = like._shrink
    if finite and found.dtype.kind in "fc":
        mask = _either(mask, ~_da.isfinite(found))
    if mask is not None and mask.shape != found.shape:
        mask = _da.broadcast_to(mask, found.shape, chunks=found.chunks)
    compares = found.dtype == bool and ufunc.__name__ in ("equal", "not_equal", "less", "less_equal", "greater", "greater_equal")
    data = found if compares else _kept(mask, da, found)
    return Array(data, mask, name, None if compares else like._fill, shrink)

def _divided(ufunc, name, a, b):
    (da, am), (db, bm) = _parts(a), _parts(b)
    outside = _np.absolute(da) * 2.2250738585072014e-308 >= _np.absolute(db)
    safe = db
    kind = db.dtype if hasattr(db, "dtype") else _np.asarray(db).dtype
    if kind.kind in "iub":
        safe = _da.where(db == 0, _np.array(1).astype(kind), db) if hasattr(db, "chunks") else (1 if db == 0 else db) if _np.ndim(db) == 0 else _np.where(db == 0, 1, db)
    found = ufunc(da, safe)
    mask = ~_da.isfinite(found) | outside
    mask = _either(_either(mask, am), bm)
    data = _da.where(mask, _np.zeros((), dtype=found.dtype) + da if _np.can_cast(da.dtype if hasattr(da, "dtype") else _np.asarray(da).dtype, found.dtype, "safe") else _np.zeros((), dtype=found.dtype), found)
    return Array(data, mask, name, None if _like_of(a, b) is None else _like_of(a, b)._fill, False)

_DOMAINS = {
    "sqrt": lambda x: x < 0.0,
    "log": lambda x: x <= 0.0,
    "log2": lambda x: x <= 0.0,
    "log10": lambda x: x <= 0.0,
    "arcsin": lambda x: (x > 1.0) | (x < -1.0),
    "arccos": lambda x: (x > 1.0) | (x < -1.0),
    "arccosh": lambda x: x < 1.0,
    "arctanh": lambda x: (x > 1.0 - 1e-15) | (x < -1.0 + 1e-15),
    "tan": lambda x: _da.absolute(_da.cos(x)) < 1e-35,
}

def _unary(ufunc, name, a):
    found = ufunc(a._data)
    mask = a._mask
    domain = _DOMAINS.get(ufunc.__name__)
    if domain is not None:
        mask = _either(mask, domain(a._data))
        return Array(found, mask, name, a._fill, False)
    return Array(_kept(mask, a._data, found), mask, name, a._fill, a._shrink)

_DIVIDES = {"divide": "true_divide", "true_divide": "true_divide", "floor_divide": "floor_divide", "remainder": "remainder", "mod": "remainder"}

_METHODS = (
    "sum", "prod", "mean", "std", "var", "min", "max", "any", "all", "cumsum", "cumprod", "argmin", "argmax", "reshape",
    "ravel", "transpose", "squeeze", "repeat", "swapaxes", "round", "clip", "rechunk", "astype",
)

_PAIRS = (
    "add", "subtract", "multiply", "power", "arctan2", "hypot", "equal", "not_equal", "less", "less_equal", "greater",
    "greater_equal", "logical_and", "logical_or", "logical_xor", "bitwise_and", "bitwise_or", "bitwise_xor", "maximum",
    "minimum",
)

_ONES = (
    "exp", "sin", "cos", "arctan", "arcsinh", "sinh", "cosh", "tanh", "absolute", "fabs", "negative", "conjugate", "floor",
    "ceil", "rint", "logical_not", "sqrt", "log", "log2", "log10", "tan", "arcsin", "arccos", "arccosh", "arctanh",
    "square", "expm1", "log1p", "exp2", "sign", "isnan", "isinf", "isfinite", "trunc", "cbrt", "deg2rad", "rad2deg",
    "degrees", "radians", "invert", "reciprocal", "positive", "signbit",
)

def _function(func, args, kwargs):
    # A function of dask.array or NumPy on lazy masked arrays.
    name = func.__name__
    name = {"amin": "min", "amax": "max", "around": "round", "abs": "absolute", "conj": "conjugate"}.get(name, name)
    if name in _METHODS and isinstance(args[0], Array):
        return getattr(args[0], name)(*args[1:], **kwargs)
    if name in ("asarray", "asanyarray", "array", "from_array", "ascontiguousarray"):
        if func.__module__.startswith("numpy"):
            return func(args[0].compute(), *args[1:], **kwargs)
        return args[0]
    if name == "concatenate":
        return _concatenated(*args, **kwargs)
    if name == "stack":
        return _stacked(*args, **kwargs)
    if name == "where":
        return _chosen(*args, **kwargs)
    if name in ("dot", "tensordot"):
        function, rest = getattr(_da, name), args[2:]
        axes = (rest[0] if rest else kwargs.get("axes", 2)) if name == "tensordot" else 1
        return _multiplied(lambda x, y: function(x, y, *rest, **kwargs), args[0], args[1], axes)
    if name == "vdot":
        return _function(_da.dot, (_lazy(args[0]).conj().ravel(), _lazy(args[1]).ravel()), {})
    if name in _DIVIDES:
        return _divided(getattr(_np, _DIVIDES[name]), name, *args)
    if name in _PAIRS:
        return _binary(getattr(_np, name), name, *args)
    if name in _ONES:
        return _unary(getattr(_np, name), name, args[0])
    if name in ("ones_like", "zeros_like", "empty_like"):
        return _alike(name, args[0], kwargs)
    if name in ("shape", "ndim", "size"):
        return getattr(args[0], name)
    raise NotImplementedError(f"`{name}` of lazy masked arrays is not in rdask: da.ma.filled, da.ma.getdata and da.ma.getmaskarray give plain arrays")

def _eager_function(func, args, kwargs):
    # A function of dask.array on eager masked arrays.
    name = func.__name__
    if name in ("from_array", "asarray", "asanyarray", "array"):
        return _from_eager(args[0], kwargs.get("chunks", args[1] if len(args) > 1 else "auto"))
    return func(*[_lazy(arg) if isinstance(arg, _Eager) else arg for arg in args], **kwargs)

def _marks(a):
    data, mask = _parts(a)
    return _da.zeros_like(data, dtype=bool) if mask is None else mask

def _same_fill(arrays):
    fills = []
    for a in arrays:
        fill = a._fill if isinstance(a, Array) else None
        if fill is None:
            fill = _np.ma.default_fill_value(a.dtype)
        if fill not in fills:
            fills.append(fill)
    return fills[0] if len(fills) == 1 else None

def _concatenated(seq, axis=0, allow_unknown_chunksizes=False):
    seq = [_lazy(a) for a in seq]
    data = _da.concatenate([_parts(a)[0] for a in seq], axis, allow_unknown_chunksizes)
    return Array(data, _da.concatenate([_marks(a) for a in seq], axis, allow_unknown_chunksizes), "concatenate", _same_fill(seq))

def _stacked(seq, axis=0, allow_unknown_chunksizes=False):
    seq = [_lazy(a) for a in seq]
    data = _da.stack([_parts(a)[0] for a in seq], axis, allow_unknown_chunksizes)
    return Array(data, _da.stack([_marks(a) for a in seq], axis, allow_unknown_chunksizes), "stack", _same_fill(seq))

def _multiplied(product, a, b, axes):
    # Masked elements are zeros; where no pair counts, the result is masked.
    if not hasattr(a, "ndim") or not hasattr(b, "ndim"):
        raise NotImplementedError("products of lazy masked arrays and numbers are written with *")
    (da, am), (db, bm) = _parts(a), _parts(b)
    zeroed = lambda data, mask: data if mask is None else _da.where(mask, _np.zeros((), dtype=data.dtype), data)
    counted = lambda data, mask: _da.ones_like(data, dtype=_np.int64) if mask is None else (~mask).astype(_np.int64)
    found = product(zeroed(da, am), zeroed(db, bm))
    along = range(-axes, 0) if isinstance(axes, int) else axes[0] if isinstance(axes[0], (list, tuple)) else [axes[0]]
    several = any([a.numblocks[at] > 1 for at in along]) if hasattr(a, "numblocks") else False
    return Array(found, product(counted(da, am), counted(db, bm)) == 0, "sum-aggregate", None, found.npartitions > 1 or not several, "numpy.ndarray")

def _chosen(condition, x, y):
    # numpy.where looks at the data alone.
    return _da.where(_parts(condition)[0], _parts(x)[0], _parts(y)[0])

# The functions of dask.array.ma.

def _masked_by(a, marks, name, fill=None, shrink=True):
    data, mask = _parts(a)
    old = a._fill if isinstance(a, Array) else None
    return Array(data, _either(marks, mask), name, old if fill is None else fill, shrink)

def _compared(name, a, value):
    # Masked where a comparison with a value holds.
    a = _lazy(a)
    data, mask = _parts(a)
    marks = getattr(_np, name)(data, _parts(value)[0])
    if getattr(value, "ndim", 0) and marks.shape != data.shape:
        raise IndexError(f"Inconsistent shape between the condition and the input (got {marks.shape} and {data.shape})")
    return _masked_by(a, marks, "masked_" + name)

def masked_greater(a: Any, value: Any) -> Any:
    """Masked where greater than a value.

    >>> da.ma.masked_greater(da.arange(4, chunks=2), 2).compute().tolist()
    [0, 1, 2, None]
    """
    return _compared("greater", a, value)

def masked_greater_equal(a: Any, value: Any) -> Any:
    """Masked where greater than a value or equal to it.

    >>> da.ma.masked_greater_equal(da.arange(4, chunks=2), 2).compute().tolist()
    [0, 1, None, None]
    """
    return _compared("greater_equal", a, value)

def masked_less(a: Any, value: Any) -> Any:
    """Masked where less than a value.

    >>> da.ma.masked_less(da.arange(4, chunks=2), 2).compute().tolist()
    [None, None, 2, 3]
    """
    return _compared("less", a, value)

def masked_less_equal(a: Any, value: Any) -> Any:
    """Masked where less than a value or equal to it.

    >>> da.ma.masked_less_equal(da.arange(4, chunks=2), 2).compute().tolist()
    [None, None, None, 3]
    """
    return _compared("less_equal", a, value)

def masked_not_equal(a: Any, value: Any) -> Any:
    """Masked where not equal to a value.

    >>> da.ma.masked_not_equal(da.arange(4, chunks=2), 2).compute().tolist()
    [None, None, 2, None]
    """
    return _compared("not_equal", a, value)

def masked_equal(a: Any, value: Any) -> Any:
    """Masked where equal to a value, which becomes the fill value.

    >>> da.ma.masked_equal(da.arange(4, chunks=2), 1).compute().tolist()
    [0, None, 2, 3]
    """
    a = _lazy(a)
    if getattr(value, "shape", ()):
        raise ValueError("da.ma.masked_equal doesn't support array `value`s")
    data = _parts(a)[0]
    return _masked_by(a, data == value, "masked_equal", _np.array(value).astype(data.dtype)[()])

def masked_inside(x: Any, v1: Any, v2: Any) -> Any:
    """Masked between two values, these included.

    >>> da.ma.masked_inside(da.arange(4, chunks=2), 1, 2).compute().tolist()
    [0, None, None, 3]
    """
    x = _lazy(x)
    v1, v2 = (v2, v1) if v2 < v1 else (v1, v2)
    values = filled(x)
    return _masked_by(x, (values >= v1) & (values <= v2), "masked_inside")

def masked_outside(x: Any, v1: Any, v2: Any) -> Any:
    """Masked below and above two values.

    >>> da.ma.masked_outside(da.arange(4, chunks=2), 1, 2).compute().tolist()
    [None, 1, 2, None]
    """
    x = _lazy(x)
    v1, v2 = (v2, v1) if v2 < v1 else (v1, v2)
    values = filled(x)
    return _masked_by(x, (values < v1) | (values > v2), "masked_outside")

def masked_invalid(a: Any) -> Any:
    """Masked where not a finite number.

    >>> x = da.from_array(np.array([1.0, np.nan]), chunks=1)
    >>> da.ma.masked_invalid(x).compute().tolist()
    [1.0, None]
    """
    a = _lazy(a)
    return _masked_by(a, ~_da.isfinite(_parts(a)[0]), "masked_invalid", shrink=a.npartitions > 1)

def masked_where(condition: Any, a: Any) -> Any:
    """Masked where a condition holds.

    >>> x = da.arange(4, chunks=2)
    >>> da.ma.masked_where(x > 2, x).compute().tolist()
    [0, 1, 2, None]
    """
    shape = getattr(condition, "shape", ())
    if shape and shape != a.shape:
        raise IndexError(f"Inconsistent shape between the condition and the input (got {shape} and {a.shape})")
    a = _lazy(a)
    marks = filled(condition, True) if _is_masked(condition) else condition
    marks = _da.asarray(marks).astype(bool)
    if marks.ndim == 0:
        marks = _da.broadcast_to(marks, a.shape, chunks=a.chunks)
    return _masked_by(a, marks, "masked_where")

def masked_values(x: Any, value: Any, rtol: Any = 1e-05, atol: Any = 1e-08, shrink: Any = True) -> Any:
    """Masked where close to a value, which becomes the fill value.

    >>> da.ma.masked_values(da.from_array(np.array([1.0, 2.0]), chunks=1), 2.0).compute().tolist()
    [1.0, None]
    """
    x = _lazy(x)
    if getattr(value, "shape", ()):
        raise ValueError("da.ma.masked_values doesn't support array `value`s")
    values = filled(x, value)
    near = _da.isclose(values, value, rtol=rtol, atol=atol) if values.dtype.kind in "fc" else values == value
    return Array(values, near, "masked_values", _np.array(value).astype(values.dtype)[()], bool(shrink) or x.npartitions > 1)

def fix_invalid(a: Any, fill_value: Any = None) -> Any:
    """What is no finite number is masked, and replaced by the fill value.

    >>> x = da.from_array(np.array([1.0, np.nan]), chunks=1)
    >>> da.ma.fix_invalid(x, fill_value=0).compute().data
    array([1., 0.])
    """
    a = _lazy(a)
    data, mask = _parts(a)
    if data.dtype.kind not in "fc":
        return _masked_by(a, mask, "fix_invalid")
    bad = ~_da.isfinite(data)
    own = a._fill if isinstance(a, Array) and a._fill is not None else _np.ma.default_fill_value(data.dtype)
    fill = _np.array(own if fill_value is None else fill_value).astype(data.dtype)
    return Array(_da.where(bad, fill, data), _either(bad, mask), "fix_invalid", a._fill if isinstance(a, Array) else None)

def masked_array(data: Any, mask: Any = nomask, fill_value: Any = None, dtype: Any = None, chunks: Any = None, **options: Any) -> Any:
    """A lazy masked array of data and mask.

    >>> da.ma.masked_array(da.arange(3, chunks=2), mask=[0, 1, 0])
    dask.array<masked_array, shape=(3,), dtype=int64, chunksize=(2,), chunktype=numpy.MaskedArray>
    """
    for name in options:
        raise NotImplementedError(f"{name}= of da.ma.masked_array is not in rdask")
    data = _lazy(data)
    if getattr(fill_value, "shape", ()):
        raise ValueError("non-scalar fill_value not supported")
    values, own = _parts(data)
    if dtype is not None:
        values = values.astype(dtype)
    marks = None
    if mask is not nomask:
        marks = _da.asarray(_parts(mask)[0]).astype(bool)
        if marks.size == 1:
            marks = _da.broadcast_to(marks.reshape((1,) * values.ndim), values.shape, chunks=values.chunks)
        elif values.shape != marks.shape:
            raise _MaskError(f"Mask and data not compatible: data shape is {values.shape!r}, and mask shape is {marks.shape!r}.")
    old = data._fill if isinstance(data, Array) else None
    fill = old if fill_value is None else _np.ma.array(_np.zeros(1, dtype=values.dtype), fill_value=fill_value).fill_value
    return Array(values, _either(marks, own), "masked_array", fill, values.npartitions > 1 or mask is nomask)

def filled(a: Any, fill_value: Any = None) -> Any:
    """The data, with something else where it is masked.

    >>> m = da.ma.masked_greater(da.arange(3, chunks=2), 1)
    >>> da.ma.filled(m, -1).compute()
    array([ 0,  1, -1])
    """
    a = _lazy(a)
    data, mask = _parts(a)
    if mask is None:
        return _da._renamed(data, "filled")
    if fill_value is None:
        fill_value = a._fill if a._fill is not None else _np.ma.default_fill_value(data.dtype)
    return _da._renamed(_da.where(mask, _np.array(fill_value).astype(data.dtype), data), "filled")

def getdata(a: Any) -> Any:
    """The data, masked or not.

    >>> da.ma.getdata(da.ma.masked_greater(da.arange(3, chunks=2), 1)).compute()
    array([0, 1, 2])
    """
    return _da._renamed(_parts(_lazy(a))[0], "getdata")

def getmaskarray(a: Any) -> Any:
    """The mask.

    >>> da.ma.getmaskarray(da.ma.masked_greater(da.arange(3, chunks=2), 1)).compute()
    array([False, False,  True])
    """
    return _da._renamed(_marks(_lazy(a)), "getmaskarray")

def set_fill_value(a: Any, fill_value: Any) -> None:
    """Set what stands for masked elements.

    >>> m = da.ma.masked_greater(da.arange(3, chunks=2), 1)
    >>> da.ma.set_fill_value(m, 7)
    >>> da.ma.filled(m).compute()
    array([0, 1, 7])
    """
    if getattr(fill_value, "shape", ()):
        raise ValueError("da.ma.set_fill_value doesn't support array `value`s")
    if isinstance(a, Array):
        a._fill = _np.ma.array(_np.zeros(1, dtype=a.dtype), fill_value=fill_value).fill_value
        a._short = "_set_fill_value"

def count(a: Any, axis: Any = None, keepdims: bool = False, split_every: Any = None) -> Any:
    """How many elements are not masked.

    >>> da.ma.count(da.ma.masked_greater(da.arange(3, chunks=2), 1)).compute()
    np.int64(2)
    """
    return (~_marks(_lazy(a))).sum(axis=axis, keepdims=keepdims, split_every=split_every)

def average(a: Any, axis: Any = None, weights: Any = None, returned: bool = False, keepdims: bool = False) -> Any:
    """The weighted mean of what is not masked.

    >>> m = da.ma.masked_greater(da.arange(4, chunks=2), 2)
    >>> da.ma.average(m, weights=da.arange(4, chunks=2)).compute()
    np.float64(1.6666666666666667)
    """
    a = _lazy(a)
    if weights is None:
        found = a.mean(axis, keepdims=keepdims)
        scale = found.dtype.type(a.size / found.size)
    else:
        data, mask = _parts(a)
        w = _da.asarray(weights)
        kind = _np.result_type(a.dtype, w.dtype, "f8") if a.dtype.kind in "iub" else _np.result_type(a.dtype, w.dtype)
        if a.shape != w.shape:
            if axis is None:
                raise TypeError("Axis must be specified when shapes of a and weights differ.")
            if w.ndim != 1:
                raise TypeError("1D weights expected when shapes of a and weights differ.")
            if w.shape[0] != a.shape[axis]:
                raise ValueError("Length of weights not compatible with specified axis.")
            w = _da.broadcast_to(w, (a.ndim - 1) * (1,) + w.shape).swapaxes(-1, axis)
            w = _da.broadcast_to(w, a.shape).rechunk(a.chunks)
        if mask is not None:
            w = w * (~mask)
        scale = w.sum(axis=axis, dtype=kind, keepdims=keepdims)
        product = Array(data * w, mask, "mul")
        found = product._filled(0).sum(axis=axis, dtype=kind, keepdims=keepdims) / scale
        if mask is not None and found.ndim:
            found = Array(found, mask.all(axis=axis, keepdims=keepdims), "truediv", None, False)
    if returned:
        if scale.shape != found.shape:
            scale = _da.broadcast_to(_da.asarray(scale), found.shape)
        return found, scale
    return found

def _alike(name, a, options):
    a = _lazy(a)
    data, mask = _parts(a)
    return Array(getattr(_da, name)(data, **options), mask, name, None)

def ones_like(a: Any, **kwargs: Any) -> Any:
    """Ones, with the same mask.

    >>> da.ma.ones_like(da.ma.masked_greater(da.arange(3, chunks=2), 1)).compute().tolist()
    [1, 1, None]
    """
    return _alike("ones_like", a, kwargs)

def zeros_like(a: Any, **kwargs: Any) -> Any:
    """Zeros, with the same mask.

    >>> da.ma.zeros_like(da.ma.masked_greater(da.arange(3, chunks=2), 1)).compute().tolist()
    [0, 0, None]
    """
    return _alike("zeros_like", a, kwargs)

def empty_like(a: Any, **kwargs: Any) -> Any:
    """Of the same shape, with the same mask.

    >>> da.ma.empty_like(da.ma.masked_greater(da.arange(3, chunks=2), 1)).shape
    (3,)
    """
    return _alike("empty_like", a, kwargs)

def nonzero(a: Any) -> Any:
    """The places of what is neither zero nor masked.

    >>> da.ma.nonzero(da.ma.masked_greater(da.arange(3, chunks=2), 1))[0].compute()
    array([1])
    """
    return _da.nonzero(getdata(a) * ~getmaskarray(a))

def where(condition: Any, x: Any = None, y: Any = None) -> Any:
    """From `x` where a condition holds, else from `y`.

    >>> m = da.ma.masked_greater(da.arange(3, chunks=2), 1)
    >>> da.ma.where(m > 0, m, 9).compute().tolist()
    [9, 1, None]
    """
    if (x is None) != (y is None):
        raise ValueError("either both or neither of x and y should be given")
    if x is None:
        return nonzero(condition)
    test, cm = _parts(condition)
    (dx, xm), (dy, ym) = _parts(x), _parts(y)
    test = test if cm is None else _da.where(cm, False, test)
    data = _da.where(test, dx, dy)
    mask = cm
    if xm is not None or ym is not None:
        mask = _either(mask, _da.where(test, False if xm is None else xm, False if ym is None else ym))
    return Array(data, mask, "where", None)

def map_blocks(func: Any, *args: Any, dtype: Any = None, **options: Any) -> Any:
    """A function on the blocks of masked arrays, each of which it is given as a masked array.

    >>> m = da.ma.masked_greater(da.arange(3, chunks=2), 1)
    >>> da.ma.map_blocks(lambda block: block * 2, m).compute().tolist()
    [0, 2, None]
    """
    for name in options:
        raise NotImplementedError(f"{name}= of map_blocks on masked arrays is not in rdask")
    places, flat = [], []
    for arg in args:
        if isinstance(arg, Array):
            places.append((len(flat), True))
            flat.extend([arg._data, _marks(arg)])
        else:
            places.append((len(flat), False))
            flat.append(arg)

    def run(*parts):
        return func(*[_Eager(parts[at], mask=parts[at + 1]) if two else parts[at] for at, two in places])

    samples = [_np.ones((1,) * part.ndim, dtype=part.dtype) if isinstance(part, _Lazy) else part for part in flat]
    sample = run(*samples)
    kind = dtype if dtype is not None else _np.asarray(_np.ma.getdata(sample)).dtype
    found = _da.map_blocks(lambda *parts: _np.asarray(run(*parts)), *flat, dtype=kind)
    if not isinstance(sample, _Eager):
        return found
    mask = _da.map_blocks(lambda *parts: _np.ma.getmaskarray(run(*parts)), *flat, dtype=bool)
    name = getattr(func, "__name__", "lambda")
    return Array(found, mask, "lambda" if name == "<lambda>" else name, None)
