"""Masked arrays, as in NumPy: arrays some of whose elements are missing or invalid. Library code over two arrays, the
data and the mask."""

import builtins as _py

import numpy as _np

class MAError(Exception):
    """What goes wrong with masked arrays.

    >>> issubclass(np.ma.MaskError, np.ma.MAError)
    True
    """
    pass

class MaskError(MAError):
    """Data and mask that do not fit."""
    pass

nomask = _np.False_

MaskType = _np.bool_

def _default_fill(dtype):
    dtype = _np.dtype(dtype)
    value = {"b": _np.bool_(True), "i": _np.int64(999999), "u": _np.uint64(999999), "f": _np.float64(1e20), "c": _np.complex128(1e20)}.get(dtype.kind)
    if value is None:
        raise NotImplementedError(f"masked arrays of dtype {dtype} are not in rdask yet")
    return value

def default_fill_value(obj):
    """What stands for masked elements of an array, where nothing else was said.

    >>> np.ma.default_fill_value(np.array([1.5]))
    1e+20
    """
    return _default_fill(obj if isinstance(obj, _np.dtype) else _np.asarray(getdata(obj)).dtype).item()

def _checked_fill(value, dtype):
    if value is None:
        return _default_fill(dtype)
    if isinstance(value, (list, tuple)):
        raise ValueError(f"Unable to transform {value} to dtype {dtype}")
    if isinstance(value, complex) and dtype.kind not in "c":
        raise TypeError(f"Cannot convert fill_value {value} to dtype {dtype}")
    if isinstance(value, float) and dtype.kind in "iu" and (value != value or value in (float("inf"), float("-inf"))):
        raise TypeError(f"Cannot convert fill_value {value} to dtype {dtype}")
    return _np.array(value).astype(dtype)[()]

def getdata(a, subok=True):
    """The data of an array, masked or not.

    >>> np.ma.getdata(np.ma.array([1, 2], mask=[0, 1]))
    array([1, 2])
    """
    return a._data if isinstance(a, MaskedArray) else _np.asarray(a)

def getmask(a):
    """The mask of an array; `nomask` if it has none.

    >>> np.ma.getmask(np.ma.array([1, 2], mask=[0, 1]))
    array([False,  True])
    """
    return a._mask if isinstance(a, MaskedArray) else nomask

def getmaskarray(arr):
    """The mask of an array, in full.

    >>> np.ma.getmaskarray(np.ma.array([1, 2]))
    array([False, False])
    """
    mask = getmask(arr)
    return _np.zeros(_np.shape(getdata(arr)), dtype=bool) if mask is nomask else mask

def is_mask(m):
    """Whether something is an array of bools.

    >>> np.ma.is_mask(np.array([True]))
    True
    """
    return isinstance(m, _np.ndarray) and m.dtype == bool or m is nomask

def _shrunk(mask):
    return nomask if mask is nomask or not mask.any() else mask

def make_mask(m, copy=False, shrink=True, dtype=bool):
    """A mask of anything that is true or false.

    >>> np.ma.make_mask([0, 1])
    array([False,  True])
    """
    if m is nomask:
        return nomask
    made = _np.array(filled(m, True), dtype=bool)
    return _shrunk(made) if shrink else made

def make_mask_none(newshape, dtype=None):
    """A mask that masks nothing.

    >>> np.ma.make_mask_none((2,))
    array([False, False])
    """
    return _np.zeros(newshape, dtype=bool)

def mask_or(m1, m2, copy=False, shrink=True):
    """What either of two masks masks.

    >>> np.ma.mask_or([True, False], [False, False])
    array([ True, False])
    """
    if m1 is nomask or m1 is False:
        return make_mask(m2, copy=copy, shrink=shrink)
    if m2 is nomask or m2 is False:
        return make_mask(m1, copy=copy, shrink=shrink)
    return make_mask(_np.logical_or(m1, m2), copy=copy, shrink=shrink)

def _either(m1, m2):
    # The mask of a result: nothing is left out where it masks nothing.
    if m1 is nomask:
        return m2
    if m2 is nomask:
        return m1
    return _np.logical_or(m1, m2)

def is_masked(x):
    """Whether any element is masked.

    >>> np.ma.is_masked(np.ma.array([1, 2], mask=[0, 1]))
    True
    """
    m = getmask(x)
    return m is not nomask and bool(m.any())

def isMaskedArray(x):
    """Whether something is a masked array.

    >>> np.ma.isMaskedArray(np.ma.array([1]))
    True
    """
    return isinstance(x, MaskedArray)

def isMA(x):
    """Whether something is a masked array."""
    return isinstance(x, MaskedArray)

def isarray(x):
    """Whether something is a masked array."""
    return isinstance(x, MaskedArray)

def filled(a, fill_value=None):
    """The data, with something else where it is masked.

    >>> np.ma.filled(np.ma.array([1, 2], mask=[0, 1]), -1)
    array([ 1, -1])
    """
    if isinstance(a, MaskedArray):
        return a.filled(fill_value)
    return a if isinstance(a, _np.ndarray) else _np.array(a)

def _without_masked(data):
    # Lists with `masked` in them: the numbers, and where `masked` stood.
    if isinstance(data, (list, tuple)):
        parts = [_without_masked(item) for item in data]
        return [part[0] for part in parts], [part[1] for part in parts], _py.any([part[2] for part in parts])
    if data is masked:
        return 0.0, True, True
    if isinstance(data, MaskedArray):
        return data._data, getmaskarray(data), True
    return data, _np.zeros(_np.shape(data), dtype=bool) if isinstance(data, _np.ndarray) else False, False

def _wrap(data, mask, like=None):
    made = MaskedArray.__new__(MaskedArray)
    made._set(data, mask, None if like is None or like is masked else like._fill, False if like is None else like._hard)
    return made

def _words(data, mask):
    # Each element as it is printed, in nested lists.
    if data.ndim == 0:
        return "--" if mask else repr(data.item())
    return [_words(data[at], mask[at]) for at in range(data.shape[0])]

class _Grid:
    """Lays words out as NumPy prints arrays of objects."""

    def __init__(self, words, shape, separator, prefix, suffix, summary, edge):
        self.words = words
        self.shape = shape
        self.separator = separator
        self.width = _np.get_printoptions()["linewidth"] - len(suffix)
        self.indent = " " + " " * len(prefix)
        self.summary = summary
        self.edge = edge

    def text(self):
        if not self.shape:
            return self.words
        if 0 in self.shape:
            return "[]"
        return self.part(self.words, 0, self.indent, self.width)

    def extend(self, text, line, word, width, indent):
        if len(line) + len(word) > width and len(line) > len(indent):
            text += line.rstrip() + "\n"
            line = indent
        return text, line + word

    def part(self, words, axis, indent, width):
        left = len(self.shape) - axis
        if left == 0:
            return words
        count = len(words)
        short = self.summary and 2 * self.edge < count
        shown = list(range(self.edge)) + [None] + list(range(count - self.edge, count)) if short else list(range(count))
        text = ""
        if left == 1:
            most = width - _py.max(len(self.separator.rstrip()), 1)
            line = indent
            for at, place in enumerate(shown):
                word = "..." if place is None else words[place]
                text, line = self.extend(text, line, word, most, indent)
                if at < len(shown) - 1:
                    line += self.separator
            text += line
        else:
            between = self.separator.rstrip() + "\n" * (left - 1)
            for at, place in enumerate(shown):
                word = "..." if place is None else self.part(words[place], axis + 1, indent + " ", width - 1)
                text += indent + word + (between if at < len(shown) - 1 else "")
        return "[" + text[len(indent):] + "]"

def _show(data, mask, separator=" ", prefix="", suffix=""):
    if mask is nomask:
        if separator == " ":
            return str(data)
        return _np.array2string(data, separator=separator, prefix=prefix, suffix=suffix)
    options = _np.get_printoptions()
    edge = options["edgeitems"]
    summary = data.size > options["threshold"]
    if summary:
        for axis in range(data.ndim):
            count = data.shape[axis]
            if count > 2 * edge + 1:
                keep = list(range(edge + 1)) + list(range(count - edge, count))
                data, mask = _np.take(data, keep, axis=axis), _np.take(mask, keep, axis=axis)
    return _Grid(_words(data, mask), data.shape, separator, prefix, suffix, summary, edge).text()

def _mask_axis(mask, axis, keepdims=False):
    return nomask if mask is nomask else mask.all(axis=axis, keepdims=keepdims)

class MaskedArray:
    """An array with a mask: elements under it count for nothing.

    >>> x = np.ma.masked_array([1, 2, 3], mask=[0, 1, 0])
    >>> x
    masked_array(data=[1, --, 3],
                 mask=[False,  True, False],
           fill_value=999999)
    >>> x.mean()
    np.float64(2.0)
    """

    # What its objects pass for.
    __class__ = _np.ndarray

    def __init__(self, data=None, mask=nomask, dtype=None, copy=False, subok=True, ndmin=0, fill_value=None, keep_mask=True, hard_mask=None, shrink=True, order=None):
        own = nomask
        if isinstance(data, MaskedArray):
            values = data._data
            own = data._mask if keep_mask else nomask
            if dtype is not None:
                values = values.astype(dtype)
            if copy:
                values = values.copy()
                own = own if own is nomask else own.copy()
            old = data
        else:
            old = None
            if isinstance(data, (list, tuple)):
                plain, marks, some = _without_masked(data)
                data = plain if some else data
                if some:
                    own = _np.array(marks, dtype=bool)
            values = _np.array(data, dtype=dtype) if copy else _np.asarray(data, dtype=dtype)
        if values.ndim < ndmin:
            values = values[(None,) * (ndmin - values.ndim)]
            own = own if own is nomask else own[(None,) * (ndmin - own.ndim)]
        if mask is not nomask:
            mask = self._fitted(mask, values)
            own = mask if own is nomask else _np.logical_or(mask, own)
        elif not shrink and own is nomask:
            own = _np.zeros(values.shape, dtype=bool)
        fill = None if old is None else old._fill
        if fill_value is not None:
            fill = _checked_fill(fill_value, values.dtype)
        elif fill is not None:
            fill = _checked_fill(fill, values.dtype)
        hard = hard_mask if hard_mask is not None else (False if old is None else old._hard)
        self._set(values, own, fill, hard)

    def _fitted(self, mask, values):
        if mask is masked:
            mask = True
        if mask is True or mask is False:
            return _np.full(values.shape, mask, dtype=bool)
        mask = _np.array(getdata(mask), dtype=bool)
        if mask.shape != values.shape:
            if mask.size == 1:
                return _np.full(values.shape, mask.ravel()[0], dtype=bool)
            if mask.size == values.size:
                return mask.reshape(values.shape)
            raise MaskError(f"Mask and data not compatible: data size is {values.size}, mask size is {mask.size}.")
        return mask

    def _set(self, data, mask, fill, hard):
        self._data = data
        self._mask = mask
        self._fill = fill
        self._hard = hard

    # What it is.

    @property
    def data(self):
        """The data, masked or not."""
        return self._data

    @property
    def mask(self):
        """The mask: an array of bools, or `nomask`."""
        return self._mask

    @mask.setter
    def mask(self, value):
        """The mask: an array of bools, or `nomask`."""
        if value is masked:
            value = True
        if self._mask is nomask:
            if value is nomask:
                return
            self._mask = _np.zeros(self._data.shape, dtype=bool)
        if value is True or value is False or value is nomask:
            if self._hard:
                if value:
                    self._mask[...] = True
            else:
                self._mask[...] = bool(value)
            return
        value = _np.array(getdata(value), dtype=bool)
        if value.size == self._mask.size and value.shape != self._mask.shape:
            value = value.reshape(self._mask.shape)
        self._mask[...] = self._mask | value if self._hard else value

    @property
    def fill_value(self):
        """What stands for masked elements when they are filled."""
        if self._fill is None:
            self._fill = _default_fill(self._data.dtype)
        return self._fill

    @fill_value.setter
    def fill_value(self, value):
        """What stands for masked elements when they are filled."""
        self._fill = _checked_fill(value, self._data.dtype)

    def get_fill_value(self):
        """What stands for masked elements when they are filled."""
        return self.fill_value

    def set_fill_value(self, value=None):
        """Set what stands for masked elements."""
        self.fill_value = value

    @property
    def shape(self):
        """The sizes."""
        return self._data.shape

    @shape.setter
    def shape(self, value):
        """The sizes."""
        self._data = self._data.reshape(value)
        self._mask = self._mask if self._mask is nomask else self._mask.reshape(self._data.shape)

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
    def itemsize(self):
        """Bytes of an element."""
        return self._data.itemsize

    @property
    def nbytes(self):
        """Bytes of the data."""
        return self._data.nbytes

    @property
    def hardmask(self):
        """Whether writing leaves masked elements masked."""
        return self._hard

    @property
    def sharedmask(self):
        """Whether the mask is another array's too."""
        return False

    @property
    def T(self):
        """With the axes in reverse order."""
        return self.transpose()

    @property
    def real(self):
        """The real parts."""
        return _wrap(self._data.real, self._mask, self)

    @property
    def imag(self):
        """The imaginary parts."""
        return _wrap(self._data.imag, self._mask, self)

    @property
    def flat(self):
        """An iterator over the elements."""
        return iter(self.ravel())

    def harden_mask(self):
        """From now on writing leaves masked elements masked."""
        self._hard = True
        return self

    def soften_mask(self):
        """From now on writing to masked elements unmasks them."""
        self._hard = False
        return self

    def shrink_mask(self):
        """No mask where nothing is masked."""
        self._mask = _shrunk(self._mask)
        return self

    def unshare_mask(self):
        """A mask of its own."""
        self._mask = self._mask if self._mask is nomask else self._mask.copy()
        return self

    # Printing.

    def __str__(self):
        return _show(self._data, self._mask)

    def __repr__(self):
        keys = ["data", "mask", "fill_value"]
        implied = self._data.dtype in (_np.dtype(int), _np.dtype(float), _np.dtype(complex), _np.dtype(bool))
        if not implied or bool(_np.all(self._mask)) or self.size == 0:
            keys.append("dtype")
        one = _py.all([n == 1 for n in self.shape[:-1]])
        indents = {}
        prefix = "masked_array("
        if one:
            indents["data"] = prefix
            for key in keys[1:]:
                indents[key] = " " * _py.max(2, len(prefix + "data") - len(key))
            prefix = ""
        else:
            indents = {key: "  " for key in keys}
            prefix += "\n"
        texts = {
            "data": _show(self._data, self._mask, ", ", indents["data"] + "data=", ","),
            "mask": str(self._mask) if self._mask is nomask else _np.array2string(self._mask, separator=", ", prefix=indents["mask"] + "mask=", suffix=","),
            "fill_value": str(self.fill_value) if self.fill_value.dtype == self._data.dtype else repr(self.fill_value),
            "dtype": str(self._data.dtype),
        }
        return prefix + ",\n".join([f"{indents[key]}{key}={texts[key]}" for key in keys]) + ")"

    def __format__(self, spec):
        if self.ndim == 0 and self._mask is nomask:
            return format(self._data[()], spec)
        if spec:
            raise TypeError(f"unsupported format string passed to {type(self).__name__}.__format__")
        return str(self)

    # Elements.

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        if self.ndim == 0:
            raise TypeError("iteration over a 0-d array")
        for at in range(len(self._data)):
            yield self[at]

    def __contains__(self, item):
        return bool((self == item).any())

    def __getitem__(self, index):
        index = _plain_index(index)
        data = self._data[index]
        if self._mask is nomask:
            return _wrap(data, nomask, self) if isinstance(data, _np.ndarray) else data
        mask = self._mask[index]
        if isinstance(data, _np.ndarray):
            return _wrap(data, mask, self)
        return masked if mask else data

    def __setitem__(self, index, value):
        if self is masked:
            raise MaskError("Cannot alter the masked element.")
        index = _plain_index(index)
        if value is masked:
            self._in_full()
            self._mask[index] = True
            return
        marks = getmask(value)
        value = value._data if isinstance(value, MaskedArray) else value
        if self._mask is nomask:
            self._data[index] = value
            if marks is not nomask:
                self._in_full()
                self._mask[index] = marks
        elif not self._hard:
            self._data[index] = value
            self._mask[index] = marks
        else:
            old = self._mask[index]
            both = _either(old, marks)
            self._data[index] = _np.where(both, self._data[index], value)
            self._mask[index] = both

    def _in_full(self):
        if self._mask is nomask:
            self._mask = _np.zeros(self._data.shape, dtype=bool)

    def __float__(self):
        if self.size > 1:
            raise TypeError("Only length-1 arrays can be converted to Python scalars")
        if self._mask is not nomask and self._mask.all():
            import warnings
            warnings.warn("Warning: converting a masked element to nan.", UserWarning)
            return float("nan")
        return float(self._data.ravel()[0])

    def __int__(self):
        if self.size > 1:
            raise TypeError("Only length-1 arrays can be converted to Python scalars")
        if self._mask is not nomask and self._mask.all():
            raise MaskError("Cannot convert masked element to a Python int.")
        return int(self._data.ravel()[0])

    def __bool__(self):
        return bool(self._data)

    def __array__(self, dtype=None, copy=None):
        return self._data if dtype is None else self._data.astype(dtype)

    def item(self, *args):
        """An element as a Python number."""
        return self._data.item(*args)

    def tolist(self, fill_value=None):
        """Nested lists, with `None` for masked elements."""
        if fill_value is not None:
            return self.filled(fill_value).tolist()
        if self._mask is nomask:
            return self._data.tolist()

        def listed(values, marks):
            if isinstance(values, list):
                return [listed(value, mark) for value, mark in zip(values, marks)]
            return None if marks else values

        return listed(self._data.tolist(), self._mask.tolist())

    def tobytes(self, fill_value=None, order="C"):
        """The bytes of the filled array."""
        return self.filled(fill_value).tobytes(order)

    def filled(self, fill_value=None):
        """The data, with something else where it is masked."""
        if self._mask is nomask:
            return self._data
        fill = self.fill_value if fill_value is None else _checked_fill(fill_value, self._data.dtype)
        if not self._mask.any():
            return self._data
        return _np.where(self._mask, _np.asarray(fill).astype(self._data.dtype), self._data)

    def compressed(self):
        """The elements that are not masked, in one row."""
        data = self._data.ravel()
        return data if self._mask is nomask else data[~self._mask.ravel()]

    def compress(self, condition, axis=None, out=None):
        """The elements where a condition holds."""
        _no_out(out)
        keep = _np.asarray(getdata(condition), dtype=bool)
        mask = self._mask if self._mask is nomask else _np.compress(keep, self._mask, axis=axis)
        return _wrap(_np.compress(keep, self._data, axis=axis), mask, self)

    def copy(self, order="C"):
        """A copy."""
        return _wrap(self._data.copy(), self._mask if self._mask is nomask else self._mask.copy(), self)

    def astype(self, dtype, copy=True):
        """The elements in another dtype."""
        made = _wrap(self._data.astype(dtype), self._mask if self._mask is nomask else self._mask.copy(), self)
        if made._fill is not None:
            made._fill = _checked_fill(made._fill, made._data.dtype)
        return made

    def view(self, dtype=None, type=None, fill_value=None):
        """The same elements as another object."""
        if dtype is _np.ndarray or type is _np.ndarray:
            return self._data
        if dtype is None or dtype is MaskedArray:
            return _wrap(self._data, self._mask, self)
        raise NotImplementedError("view of a masked array as another dtype is not in rdask yet")

    # Shapes.

    def _both(self, change):
        return _wrap(change(self._data), self._mask if self._mask is nomask else change(self._mask), self)

    def reshape(self, *shape, order="C", copy=None):
        """The same elements in another shape."""
        return self._both(lambda x: x.reshape(*shape, order=order))

    def ravel(self, order="C"):
        """In one row."""
        return self._both(lambda x: x.ravel(order))

    def flatten(self, order="C"):
        """A copy in one row."""
        return self._both(lambda x: x.flatten(order))

    def transpose(self, *axes):
        """With the axes in another order."""
        return self._both(lambda x: x.transpose(*axes))

    def swapaxes(self, axis1, axis2):
        """With two axes exchanged."""
        return self._both(lambda x: x.swapaxes(axis1, axis2))

    def squeeze(self, axis=None):
        """Without axes of size one."""
        return self._both(lambda x: x.squeeze(axis))

    def repeat(self, repeats, axis=None):
        """Each element several times."""
        return self._both(lambda x: x.repeat(repeats, axis))

    def diagonal(self, offset=0, axis1=0, axis2=1):
        """The diagonal."""
        return self._both(lambda x: _np.diagonal(x, offset, axis1, axis2))

    def take(self, indices, axis=None, out=None, mode="raise"):
        """The elements at places."""
        _raising(mode)
        _no_out(out)
        marks = getmask(indices)
        indices = getdata(indices)
        data = _np.take(self._data, indices, axis=axis)
        mask = self._mask if self._mask is nomask else _np.take(self._mask, indices, axis=axis)
        mask = _either(mask, marks)
        if not isinstance(data, _np.ndarray):
            return masked if mask else data
        return _wrap(data, mask, self)

    def put(self, indices, values, mode="raise"):
        """Write elements at places."""
        _raising(mode)
        marks = getmask(values)
        indices = _np.asarray(getdata(indices))
        if self._hard and self._mask is not nomask:
            free = ~self._mask.ravel()[indices]
            indices, values = indices[free], _np.resize(_np.asarray(getdata(values)), indices.shape)[free]
        _np.put(self._data, indices, getdata(values))
        if self._mask is not nomask or marks is not nomask:
            self._in_full()
            _np.put(self._mask, indices, marks)

    def fill(self, value):
        """Write one value everywhere."""
        self._data[...] = value

    def sort(self, axis=-1, kind=None, order=None, endwith=True, fill_value=None, stable=None):
        """Sort in place; masked elements last."""
        if self._mask is nomask:
            self._data[...] = _np.sort(self._data, axis=axis)
            return
        order = self.argsort(axis=axis, fill_value=fill_value, endwith=endwith)
        self._data[...] = _np.take_along_axis(self._data, order, axis)
        self._mask[...] = _np.take_along_axis(self._mask, order, axis)

    def argsort(self, axis="", kind=None, order=None, endwith=True, fill_value=None, stable=None):
        """The order that sorts; masked elements last."""
        if axis == "":
            axis = -1 if self.ndim <= 1 else None
        if fill_value is None and self.dtype.kind == "f" and endwith:
            fill_value = float("nan")
        elif fill_value is None:
            fill_value = minimum_fill_value(self) if endwith else maximum_fill_value(self)
        return _np.argsort(self.filled(fill_value), axis=axis, kind="stable")

    def nonzero(self):
        """The places of what is neither zero nor masked."""
        return self.filled(0).nonzero()

    # Reductions.

    def count(self, axis=None, keepdims=False):
        """How many elements are not masked."""
        if self._mask is nomask and axis is None and not keepdims:
            return self.size
        return (~getmaskarray(self)).sum(axis=axis, keepdims=keepdims)

    def _reduced(self, found, axis, keepdims):
        mask = _mask_axis(self._mask, axis, keepdims)
        if isinstance(found, _np.ndarray) and found.ndim:
            return _wrap(found, mask)
        return masked if mask is not nomask and mask else found

    def sum(self, axis=None, dtype=None, out=None, keepdims=False):
        """The sum of what is not masked."""
        _no_out(out)
        return self._reduced(self.filled(0).sum(axis=axis, dtype=dtype, keepdims=keepdims), axis, keepdims)

    def prod(self, axis=None, dtype=None, out=None, keepdims=False):
        """The product of what is not masked."""
        _no_out(out)
        return self._reduced(self.filled(1).prod(axis=axis, dtype=dtype, keepdims=keepdims), axis, keepdims)

    def product(self, axis=None, dtype=None, out=None, keepdims=False):
        """The product of what is not masked."""
        return self.prod(axis, dtype, out, keepdims)

    def cumsum(self, axis=None, dtype=None, out=None):
        """Running sums of what is not masked."""
        _no_out(out)
        return self._running(self.filled(0).cumsum(axis=axis, dtype=dtype))

    def cumprod(self, axis=None, dtype=None, out=None):
        """Running products of what is not masked."""
        _no_out(out)
        return self._running(self.filled(1).cumprod(axis=axis, dtype=dtype))

    def _running(self, found):
        return _wrap(found, self._mask if self._mask is nomask else self._mask.reshape(found.shape))

    def mean(self, axis=None, dtype=None, out=None, keepdims=False):
        """The mean of what is not masked."""
        _no_out(out)
        if self._mask is nomask:
            return self._plain(self._data.mean(axis=axis, dtype=dtype, keepdims=keepdims))
        total = self.sum(axis=axis, dtype=dtype, keepdims=keepdims)
        count = self.count(axis=axis, keepdims=keepdims)
        if not isinstance(count, _np.ndarray) and count == 0:
            return masked
        return total * 1.0 / count

    def _plain(self, found):
        return _wrap(found, nomask, self) if isinstance(found, _np.ndarray) else found

    def anom(self, axis=None, dtype=None):
        """What each element is above the mean."""
        mean = self.mean(axis, dtype)
        return self - mean if axis is None else self - expand_dims(mean, axis)

    def var(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False, mean=None):
        """The variance of what is not masked."""
        _no_out(out)
        if self._mask is nomask:
            if mean is not None:
                return self._plain(self._data.var(axis=axis, dtype=dtype, ddof=ddof, keepdims=keepdims, mean=mean))
            return self._plain(self._data.var(axis=axis, dtype=dtype, ddof=ddof, keepdims=keepdims))
        count = self.count(axis=axis, keepdims=keepdims) - ddof
        away = self - (self.mean(axis=axis, dtype=dtype, keepdims=True) if mean is None else mean)
        away = (away * conjugate(away)).real if self.dtype.kind == "c" else away * away
        found = divide(away.sum(axis=axis, keepdims=keepdims), count)
        if isinstance(found, MaskedArray) and found is not masked:
            found._mask = mask_or(self._mask.all(axis=axis, keepdims=keepdims), _np.asarray(count <= 0))
            found._fill = self._fill
        elif found is not masked and count <= 0:
            return masked
        return found

    def std(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False, mean=None):
        """The standard deviation of what is not masked."""
        # NumPy leaves `mean` out here.
        found = self.var(axis, dtype, out, ddof, keepdims)
        return found if found is masked else sqrt(found)

    def _extreme(self, found, axis, keepdims):
        made = self._reduced(found, axis, keepdims)
        if isinstance(made, MaskedArray) and made is not masked and made._mask is not nomask:
            made._data[...] = _np.where(made._mask, made.fill_value, made._data)
        return made

    def min(self, axis=None, out=None, fill_value=None, keepdims=False):
        """The least of what is not masked."""
        _no_out(out)
        fill = minimum_fill_value(self) if fill_value is None else fill_value
        return self._extreme(self.filled(fill).min(axis=axis, keepdims=keepdims), axis, keepdims)

    def max(self, axis=None, out=None, fill_value=None, keepdims=False):
        """The greatest of what is not masked."""
        _no_out(out)
        fill = maximum_fill_value(self) if fill_value is None else fill_value
        return self._extreme(self.filled(fill).max(axis=axis, keepdims=keepdims), axis, keepdims)

    def ptp(self, axis=None, out=None, fill_value=None, keepdims=False):
        """The greatest less the least of what is not masked."""
        _no_out(out)
        return self.max(axis=axis, keepdims=keepdims) - self.min(axis=axis, keepdims=keepdims)

    def argmin(self, axis=None, fill_value=None, out=None, keepdims=False):
        """The place of the least."""
        _no_out(out)
        fill = minimum_fill_value(self) if fill_value is None else fill_value
        return self.filled(fill).argmin(axis=axis, keepdims=keepdims)

    def argmax(self, axis=None, fill_value=None, out=None, keepdims=False):
        """The place of the greatest."""
        _no_out(out)
        fill = maximum_fill_value(self) if fill_value is None else fill_value
        return self.filled(fill).argmax(axis=axis, keepdims=keepdims)

    def all(self, axis=None, out=None, keepdims=False):
        """Whether all that is not masked is true."""
        _no_out(out)
        return self._reduced(self.filled(True).all(axis=axis, keepdims=keepdims), axis, keepdims)

    def any(self, axis=None, out=None, keepdims=False):
        """Whether anything that is not masked is true."""
        _no_out(out)
        return self._reduced(self.filled(False).any(axis=axis, keepdims=keepdims), axis, keepdims)

    def trace(self, offset=0, axis1=0, axis2=1, dtype=None, out=None):
        """The sum of the diagonal."""
        _no_out(out)
        return self.diagonal(offset, axis1, axis2).sum(axis=-1, dtype=dtype)

    def dot(self, b, out=None, strict=False):
        """The product of two matrices, masked elements counting as zero."""
        _no_out(out)
        return dot(self, b, strict=strict)

    def clip(self, min=None, max=None, out=None):
        """Within bounds."""
        _no_out(out)
        return _wrap(_np.clip(self._data, min, max), self._mask, self)

    def round(self, decimals=0, out=None):
        """Rounded to some digits."""
        _no_out(out)
        found = _np.round(self._data, decimals)
        return _wrap(found, self._mask, self) if self.ndim else (masked if self._mask else found)

    def conj(self):
        """The complex conjugates."""
        return conjugate(self)

    def conjugate(self):
        """The complex conjugates."""
        return conjugate(self)

    # Operators.

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return _applied(ufunc, inputs, kwargs)

    def __array_function__(self, func, types, args, kwargs):
        return _function(func, args, kwargs)

    def __add__(self, other): return _binary(_np.add, self, other)
    def __radd__(self, other): return _binary(_np.add, other, self)
    def __sub__(self, other): return _binary(_np.subtract, self, other)
    def __rsub__(self, other): return _binary(_np.subtract, other, self)
    def __mul__(self, other): return _binary(_np.multiply, self, other)
    def __rmul__(self, other): return _binary(_np.multiply, other, self)
    def __truediv__(self, other): return _divided(_np.true_divide, self, other)
    def __rtruediv__(self, other): return _divided(_np.true_divide, other, self)
    def __floordiv__(self, other): return _divided(_np.floor_divide, self, other)
    def __rfloordiv__(self, other): return _divided(_np.floor_divide, other, self)
    def __mod__(self, other): return _divided(_np.remainder, self, other)
    def __rmod__(self, other): return _divided(_np.remainder, other, self)
    def __pow__(self, other): return power(self, other)
    def __rpow__(self, other): return power(other, self)
    def __and__(self, other): return _binary(_np.bitwise_and, self, other)
    def __rand__(self, other): return _binary(_np.bitwise_and, other, self)
    def __or__(self, other): return _binary(_np.bitwise_or, self, other)
    def __ror__(self, other): return _binary(_np.bitwise_or, other, self)
    def __xor__(self, other): return _binary(_np.bitwise_xor, self, other)
    def __rxor__(self, other): return _binary(_np.bitwise_xor, other, self)
    def __lshift__(self, other): return left_shift(self, other)
    def __rshift__(self, other): return right_shift(self, other)
    def __matmul__(self, other): return dot(self, other)
    def __rmatmul__(self, other): return dot(other, self)
    def __neg__(self): return _unary(_np.negative, self)
    def __pos__(self): return _unary(_np.positive, self)
    def __abs__(self): return _unary(_np.absolute, self)
    def __invert__(self): return _unary(_np.invert, self)
    def __eq__(self, other): return _compared(_np.equal, self, other)
    def __ne__(self, other): return _compared(_np.not_equal, self, other)
    def __lt__(self, other): return _compared(_np.less, self, other)
    def __le__(self, other): return _compared(_np.less_equal, self, other)
    def __gt__(self, other): return _compared(_np.greater, self, other)
    def __ge__(self, other): return _compared(_np.greater_equal, self, other)

    def __iadd__(self, other): return self._changed(_np.add, other, 0)
    def __isub__(self, other): return self._changed(_np.subtract, other, 0)
    def __imul__(self, other): return self._changed(_np.multiply, other, 1)
    def __itruediv__(self, other): return self._divide_by(_np.true_divide, other)
    def __ifloordiv__(self, other): return self._divide_by(_np.floor_divide, other)

    def __ipow__(self, other):
        made = power(self, other)
        self._data[...] = made._data
        self._mask = made._mask
        return self

    def _meet(self, marks):
        if marks is not nomask and (self._mask is not nomask or marks.any()):
            self._in_full()
            self._mask |= marks

    def _changed(self, ufunc, other, idle):
        self._meet(getmask(other))
        values = getdata(other)
        if self._mask is not nomask:
            values = _np.where(self._mask, _np.array(idle).astype(values.dtype), values)
        ufunc(self._data, values, out=self._data)
        return self

    def _divide_by(self, ufunc, other):
        values = getdata(other)
        outside = _unsafe(self._data, values)
        if outside.any():
            values = _np.where(outside, _np.array(1).astype(values.dtype), values)
        self._meet(_np.logical_or(outside, getmask(other)))
        if self._mask is not nomask:
            values = _np.where(self._mask, _np.array(1).astype(values.dtype), values)
        ufunc(self._data, values, out=self._data)
        return self

class MaskedConstant(MaskedArray):
    """The class of `np.ma.masked`.

    >>> np.ma.masked
    masked
    """

    __module__ = "numpy.ma.core"

    def __repr__(self):
        return "masked"

    def __str__(self):
        return "--"

    def __format__(self, spec):
        return "--" if not spec else object.__format__("--", spec)

    def copy(self, order="C"):
        """A copy."""
        return self

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return "masked"

def _make_masked():
    made = MaskedConstant.__new__(MaskedConstant)
    made._set(_np.array(0.0), _np.array(True), None, False)
    return made

masked = _make_masked()

masked_singleton = masked

masked_array = MaskedArray

def _plain_index(index):
    if isinstance(index, MaskedArray):
        return index._data
    if isinstance(index, tuple):
        return tuple([_plain_index(item) for item in index])
    return index

def _scalar(found, mask):
    return masked if mask is not nomask and bool(mask) else found

def _like(a, b):
    for item in (a, b):
        if isinstance(item, MaskedArray):
            return item
    return None

def _binary(ufunc, a, b):
    da, db = getdata(a), getdata(b)
    found = ufunc(da, db)
    mask = _either(getmask(a), getmask(b))
    if not isinstance(found, _np.ndarray) or found.ndim == 0:
        return _scalar(found, mask)
    if mask is not nomask:
        if mask.shape != found.shape:
            mask = _np.broadcast_to(mask, found.shape).copy()
        if mask.any() and _np.can_cast(da.dtype, found.dtype, "same_kind"):
            found = _np.where(mask, da.astype(found.dtype), found)
        else:
            mask = mask.copy()
    return _wrap(found, mask, _like(a, b))

def _operand(a, data):
    # A Python number adapts to the dtype of an array.
    return a if isinstance(a, (bool, int, float, complex)) else data

def _unsafe(a, b):
    return _np.absolute(_np.asarray(a)) * 2.2250738585072014e-308 >= _np.absolute(_np.asarray(b))

def _divided(ufunc, a, b):
    da, db = getdata(a), getdata(b)
    outside = _unsafe(da, db)
    safe = db
    if db.dtype.kind in "iub" and outside.any():
        safe = _np.where(db == 0, _np.array(1).astype(db.dtype), db)
    with _np.errstate(all="ignore"):
        found = ufunc(da, safe)
    mask = ~_np.isfinite(_np.asarray(found)) | outside
    mask = mask | getmask(a) | getmask(b)
    if not isinstance(found, _np.ndarray) or found.ndim == 0:
        return masked if bool(mask) else found
    if mask.any():
        own = _np.where(mask, _np.broadcast_to(da, found.shape), _np.zeros((), dtype=da.dtype))
        found = _np.where(mask, own.astype(found.dtype) if _np.can_cast(da.dtype, found.dtype, "safe") else _np.zeros((), dtype=found.dtype), found)
    return _wrap(found, mask, _like(a, b))

def _unary(ufunc, a, domain=None):
    data = getdata(a)
    with _np.errstate(all="ignore"):
        found = ufunc(data)
    mask = getmask(a)
    if domain is not None:
        with _np.errstate(all="ignore"):
            mask = ~_np.isfinite(_np.asarray(found)) | domain(data) | mask
    if not isinstance(found, _np.ndarray) or found.ndim == 0:
        return _scalar(found, mask)
    if mask is not nomask and mask.any() and _np.can_cast(data.dtype, found.dtype, "same_kind"):
        found = _np.where(mask, data.astype(found.dtype), found)
    return _wrap(found, mask, a if isinstance(a, MaskedArray) else None)

def _compared(ufunc, a, b):
    if b is None or isinstance(b, str):
        return NotImplemented
    da, db = getdata(a), getdata(b)
    found = ufunc(da, db)
    am, bm = getmask(a), getmask(b)
    mask = _either(am, bm)
    if not isinstance(found, _np.ndarray) or found.ndim == 0:
        return _scalar(found, mask)
    if mask is not nomask:
        mask = _np.broadcast_to(mask, found.shape).copy()
        if ufunc.__name__ in ("equal", "not_equal"):
            found = _np.where(mask, ufunc(am, bm), found)
    made = _wrap(found, mask, _like(a, b))
    if made._fill is not None:
        made._fill = _checked_fill(made._fill, found.dtype)
    return made

_DOMAINS = {
    "sqrt": (lambda x: x < 0.0, 0.0),
    "log": (lambda x: x <= 0.0, 1.0),
    "log2": (lambda x: x <= 0.0, 1.0),
    "log10": (lambda x: x <= 0.0, 1.0),
    "tan": (lambda x: _np.absolute(_np.cos(x)) < 1e-35, 0.0),
    "arcsin": (lambda x: (x > 1.0) | (x < -1.0), 0.0),
    "arccos": (lambda x: (x > 1.0) | (x < -1.0), 0.0),
    "arccosh": (lambda x: x < 1.0, 1.0),
    "arctanh": (lambda x: (x > 1.0 - 1e-15) | (x < -1.0 + 1e-15), 0.0),
}

_SAFE = ("divide", "true_divide", "floor_divide", "remainder", "mod", "fmod")

def _applied(ufunc, inputs, kwargs):
    # A function of NumPy itself on masked arrays: what lies under the mask is computed too.
    name = ufunc.__name__
    out = kwargs.get("out")
    datas = [_operand(item, getdata(item)) for item in inputs]
    with _np.errstate(all="ignore"):
        found = ufunc(*datas)
    mask = nomask
    for item in inputs:
        if isinstance(item, MaskedArray) and item is not masked or item is masked:
            mask = getmaskarray(item) if mask is nomask else _np.logical_or(mask, getmaskarray(item))
    outside, fill = None, 0.0
    if name in _DOMAINS:
        domain, fill = _DOMAINS[name]
        outside = _np.asarray(domain(datas[0]))
    elif name in _SAFE:
        outside, fill = _unsafe(datas[0], datas[1]), 1
    if outside is not None and outside.any():
        mask = outside if mask is nomask else _np.logical_or(mask, outside)
        if isinstance(found, _np.ndarray) and found.ndim:
            found = _np.where(outside, _np.array(fill).astype(found.dtype), found)
    if not isinstance(found, _np.ndarray) or found.ndim == 0:
        return _scalar(found, mask)
    if mask is not nomask and mask.shape != found.shape:
        mask = _np.broadcast_to(mask, found.shape).copy()
    first = [item for item in inputs if isinstance(item, MaskedArray)][0]
    made = _wrap(found, mask, first)
    if out is not None:
        if isinstance(out, MaskedArray):
            out._data[...] = found
            out.mask = mask
            return out
        out[...] = found
        return out
    return made

_METHODS = {
    "sum", "prod", "mean", "std", "var", "min", "max", "any", "all", "cumsum", "cumprod", "argmin", "argmax", "argsort",
    "reshape", "ravel", "transpose", "squeeze", "repeat", "take", "clip", "round", "nonzero", "swapaxes", "diagonal",
    "trace", "compress", "put", "ptp",
}

def _function(func, args, kwargs):
    # A function of NumPy, or of dask.array, on masked arrays.
    if func.__module__.startswith("dask"):
        import dask.array.ma
        return dask.array.ma._eager_function(func, args, kwargs)
    name = {"amin": "min", "amax": "max", "around": "round"}.get(func.__name__, func.__name__)
    if name in ("array", "asarray", "ascontiguousarray"):
        return func(_deep(args[0]), *args[1:], **kwargs)
    if name == "asanyarray":
        return args[0]
    if name in _METHODS and isinstance(args[0], MaskedArray):
        return getattr(args[0], name)(*args[1:], **kwargs)
    if name in ("ndim", "shape", "size"):
        return getattr(args[0], name)
    if name == "copy":
        return args[0].copy()
    if name in ("sort", "where", "concatenate", "expand_dims", "ones_like", "zeros_like", "empty_like", "median"):
        return _by_name()[name](*args, **kwargs)
    if name in ("isfinite", "isnan", "isinf"):
        return _applied(func, args, kwargs)
    return func(*[_deep(arg) for arg in args], **{key: _deep(value) for key, value in kwargs.items()})

def _by_name():
    return {"sort": sort, "where": where, "concatenate": concatenate, "expand_dims": expand_dims, "ones_like": ones_like, "zeros_like": zeros_like, "empty_like": empty_like, "median": median}

def _deep(value):
    if isinstance(value, MaskedArray):
        return value._data
    if isinstance(value, (list, tuple)):
        return type(value)([_deep(item) for item in value])
    return value

def array(data, dtype=None, copy=False, order=None, mask=nomask, fill_value=None, keep_mask=True, hard_mask=False, shrink=True, subok=True, ndmin=0):
    """A masked array.

    >>> np.ma.array([1, 2], mask=[1, 0])
    masked_array(data=[--, 2],
                 mask=[ True, False],
           fill_value=999999)
    """
    return MaskedArray(data, mask=mask, dtype=dtype, copy=copy, keep_mask=keep_mask, hard_mask=hard_mask, fill_value=fill_value, ndmin=ndmin, shrink=shrink)

def asarray(a, dtype=None, order=None):
    """As a masked array.

    >>> np.ma.asarray([1])
    masked_array(data=[1],
                 mask=False,
           fill_value=999999)
    """
    return MaskedArray(a, dtype=dtype)

def asanyarray(a, dtype=None, order=None):
    """As a masked array; one that is stays it."""
    if isinstance(a, MaskedArray) and (dtype is None or a.dtype == dtype):
        return a
    return MaskedArray(a, dtype=dtype)

def _elementwise(name):
    ufunc = getattr(_np, name)
    if name in _DOMAINS:
        domain = _DOMAINS[name][0]
        return lambda a: _unary(ufunc, a, domain)
    return lambda a: _unary(ufunc, a)

def _pairwise(name):
    ufunc = getattr(_np, name)
    return lambda a, b: _binary(ufunc, a, b)

def _dividing(name):
    ufunc = getattr(_np, name)
    return lambda a, b: _divided(ufunc, a, b)

def _comparing(name):
    ufunc = getattr(_np, name)
    return lambda a, b: _binary(ufunc, a, b)

exp = _elementwise("exp")
sin = _elementwise("sin")
cos = _elementwise("cos")
arctan = _elementwise("arctan")
arcsinh = _elementwise("arcsinh")
sinh = _elementwise("sinh")
cosh = _elementwise("cosh")
tanh = _elementwise("tanh")
absolute = _elementwise("absolute")
abs = absolute
fabs = _elementwise("fabs")
negative = _elementwise("negative")
conjugate = _elementwise("conjugate")
floor = _elementwise("floor")
ceil = _elementwise("ceil")
around = _elementwise("rint")
logical_not = _elementwise("logical_not")
sqrt = _elementwise("sqrt")
log = _elementwise("log")
log2 = _elementwise("log2")
log10 = _elementwise("log10")
tan = _elementwise("tan")
arcsin = _elementwise("arcsin")
arccos = _elementwise("arccos")
arccosh = _elementwise("arccosh")
arctanh = _elementwise("arctanh")
add = _pairwise("add")
subtract = _pairwise("subtract")
multiply = _pairwise("multiply")
arctan2 = _pairwise("arctan2")
equal = _comparing("equal")
not_equal = _comparing("not_equal")
less = _comparing("less")
less_equal = _comparing("less_equal")
greater = _comparing("greater")
greater_equal = _comparing("greater_equal")
logical_and = _pairwise("logical_and")
logical_or = _pairwise("logical_or")
logical_xor = _pairwise("logical_xor")
bitwise_and = _pairwise("bitwise_and")
bitwise_or = _pairwise("bitwise_or")
bitwise_xor = _pairwise("bitwise_xor")
hypot = _pairwise("hypot")
divide = _dividing("divide")
true_divide = _dividing("true_divide")
floor_divide = _dividing("floor_divide")
remainder = _dividing("remainder")
mod = _dividing("remainder")
fmod = _dividing("fmod")

def power(a, b, third=None):
    """`a` to the power `b`; what has no value is masked.

    >>> np.ma.power(np.ma.array([1, 2], mask=[1, 0]), 2)
    masked_array(data=[--, 4],
                 mask=[ True, False],
           fill_value=999999)
    """
    if third is not None:
        raise MaskError("3-argument power not supported.")
    mask = _either(getmask(a), getmask(b))
    da, db = getdata(a), getdata(b)
    with _np.errstate(all="ignore"):
        found = _np.power(da, db)
    if not isinstance(found, _np.ndarray) or found.ndim == 0:
        return _scalar(found, mask)
    if mask is not nomask:
        mask = _np.broadcast_to(mask, found.shape).copy()
        if _np.can_cast(da.dtype, found.dtype, "same_kind"):
            found = _np.where(mask, da.astype(found.dtype), found)
    invalid = ~_np.isfinite(found)
    if invalid.any():
        mask = invalid if mask is nomask else _np.logical_or(mask, invalid)
    made = _wrap(found, mask, _like(a, b))
    if invalid.any():
        made._data[invalid] = made.fill_value
    return made

def left_shift(a, n):
    """The bits of each element, shifted left.

    >>> np.ma.left_shift(np.ma.array([1, 2]), 1).tolist()
    [2, 4]
    """
    mask = getmask(a)
    if mask is nomask:
        return _wrap(_np.left_shift(getdata(a), getdata(n)), nomask)
    return masked_array(_np.left_shift(filled(a, 0), getdata(n)), mask=mask)

def right_shift(a, n):
    """The bits of each element, shifted right.

    >>> np.ma.right_shift(np.ma.array([2, 4]), 1).tolist()
    [1, 2]
    """
    mask = getmask(a)
    if mask is nomask:
        return _wrap(_np.right_shift(getdata(a), getdata(n)), nomask)
    return masked_array(_np.right_shift(filled(a, 0), getdata(n)), mask=mask)

def minimum_fill_value(obj):
    """What is above every element: it stands for masked ones when the least is sought.

    >>> np.ma.minimum_fill_value(np.array([1], dtype="int8"))
    127
    """
    dtype = _np.asarray(getdata(obj)).dtype
    if dtype.kind == "f":
        return float("inf")
    if dtype.kind == "b":
        return True
    if dtype.kind in "iu":
        return int(_np.iinfo(dtype).max)
    raise TypeError(f"Unsuitable type {dtype} for calculating minimum.")

def maximum_fill_value(obj):
    """What is below every element.

    >>> np.ma.maximum_fill_value(np.array([1], dtype="int8"))
    -128
    """
    dtype = _np.asarray(getdata(obj)).dtype
    if dtype.kind == "f":
        return -float("inf")
    if dtype.kind == "b":
        return False
    if dtype.kind in "iu":
        return int(_np.iinfo(dtype).min)
    raise TypeError(f"Unsuitable type {dtype} for calculating maximum.")

def common_fill_value(a, b):
    """The fill value of two arrays, if it is the same."""
    one, other = asanyarray(a).fill_value, asanyarray(b).fill_value
    return one if one == other else None

def set_fill_value(a, fill_value):
    """Set what stands for masked elements; nothing happens to an array without a mask.

    >>> x = np.ma.array([1, 2], mask=[0, 1])
    >>> np.ma.set_fill_value(x, -1)
    >>> x.filled()
    array([ 1, -1])
    """
    if isinstance(a, MaskedArray):
        a.set_fill_value(fill_value)

def masked_where(condition, a, copy=True):
    """Masked where a condition holds.

    >>> np.ma.masked_where([True, False], [1, 2])
    masked_array(data=[--, 2],
                 mask=[ True, False],
           fill_value=999999)
    """
    marks = _np.asarray(filled(condition, True), dtype=bool)
    values = a if isinstance(a, MaskedArray) else _np.array(a) if copy else _np.asarray(a)
    if marks.ndim and marks.shape != values.shape:
        raise IndexError(f"Inconsistent shape between the condition and the input (got {marks.shape} and {values.shape})")
    if isinstance(a, MaskedArray):
        if copy:
            values = a.copy()
        marks = _either(marks, a._mask)
        if marks.shape != values.shape:
            marks = _np.broadcast_to(marks, values.shape).copy()
        marks = _shrunk(marks)
        if marks is not nomask or values._mask is nomask:
            values._mask = marks
        return values
    made = _wrap(values, nomask)
    if marks.shape != values.shape:
        marks = _np.broadcast_to(marks, values.shape).copy()
    made._mask = _shrunk(marks)
    return made

def masked_greater(x, value, copy=True):
    """Masked where greater than a value.

    >>> np.ma.masked_greater([1, 2, 3], 2).tolist()
    [1, 2, None]
    """
    return masked_where(greater(x, value), x, copy=copy)

def masked_greater_equal(x, value, copy=True):
    """Masked where greater than a value or equal to it.

    >>> np.ma.masked_greater_equal([1, 2, 3], 2).tolist()
    [1, None, None]
    """
    return masked_where(greater_equal(x, value), x, copy=copy)

def masked_less(x, value, copy=True):
    """Masked where less than a value.

    >>> np.ma.masked_less([1, 2, 3], 2).tolist()
    [None, 2, 3]
    """
    return masked_where(less(x, value), x, copy=copy)

def masked_less_equal(x, value, copy=True):
    """Masked where less than a value or equal to it.

    >>> np.ma.masked_less_equal([1, 2, 3], 2).tolist()
    [None, None, 3]
    """
    return masked_where(less_equal(x, value), x, copy=copy)

def masked_not_equal(x, value, copy=True):
    """Masked where not equal to a value.

    >>> np.ma.masked_not_equal([1, 2, 3], 2).tolist()
    [None, 2, None]
    """
    return masked_where(not_equal(x, value), x, copy=copy)

def masked_equal(x, value, copy=True):
    """Masked where equal to a value, which becomes the fill value.

    >>> np.ma.masked_equal([1, 2, 3], 2)
    masked_array(data=[1, --, 3],
                 mask=[False,  True, False],
           fill_value=2)
    """
    made = masked_where(equal(x, value), x, copy=copy)
    made.fill_value = value
    return made

def masked_inside(x, v1, v2, copy=True):
    """Masked between two values, these included.

    >>> np.ma.masked_inside([1, 2, 3, 4], 2, 3).tolist()
    [1, None, None, 4]
    """
    if v2 < v1:
        v1, v2 = v2, v1
    values = filled(x)
    return masked_where((values >= v1) & (values <= v2), x, copy=copy)

def masked_outside(x, v1, v2, copy=True):
    """Masked below and above two values.

    >>> np.ma.masked_outside([1, 2, 3, 4], 2, 3).tolist()
    [None, 2, 3, None]
    """
    if v2 < v1:
        v1, v2 = v2, v1
    values = filled(x)
    return masked_where((values < v1) | (values > v2), x, copy=copy)

def masked_invalid(a, copy=True):
    """Masked where not a finite number.

    >>> np.ma.masked_invalid([1.0, float("nan")]).tolist()
    [1.0, None]
    """
    a = a if isinstance(a, MaskedArray) else _np.array(a)
    made = masked_where(~_np.isfinite(getdata(a)), a, copy=copy)
    made._in_full()
    return made

def masked_values(x, value, rtol=1e-5, atol=1e-8, copy=True, shrink=True):
    """Masked where close to a value, which becomes the fill value.

    >>> np.ma.masked_values([1.0, 1.1, 2.0], 1.1)
    masked_array(data=[1.0, --, 2.0],
                 mask=[False,  True, False],
           fill_value=1.1)
    """
    values = filled(x, value)
    near = _np.isclose(values, value, rtol=rtol, atol=atol) if values.dtype.kind in "fc" else _np.equal(values, value)
    made = masked_array(values, mask=near, copy=copy, fill_value=value)
    return made.shrink_mask() if shrink else made

def masked_object(x, value, copy=True, shrink=True):
    """Masked where equal to a value."""
    raise NotImplementedError("arrays of objects are not in rdask")

def fix_invalid(a, mask=nomask, copy=True, fill_value=None):
    """A copy in which what is no finite number is masked, and replaced by the fill value.

    >>> np.ma.fix_invalid([1.0, float("nan")]).data
    array([1.e+00, 1.e+20])
    """
    made = masked_array(a, mask=mask, copy=copy)
    invalid = ~_np.isfinite(made._data)
    if not invalid.any():
        return made
    made._in_full()
    made._mask |= invalid
    made._data[invalid] = made.fill_value if fill_value is None else fill_value
    return made

def masked_all(shape, dtype=float):
    """An array of a shape that is masked all over.

    >>> np.ma.masked_all((2,)).mask
    array([ True,  True])
    """
    return masked_array(_np.empty(shape, dtype=dtype), mask=_np.ones(shape, dtype=bool))

def masked_all_like(arr):
    """An array like another, masked all over."""
    return masked_array(_np.empty_like(getdata(arr)), mask=_np.ones(_np.shape(getdata(arr)), dtype=bool))

def count(a, axis=None, keepdims=False):
    """How many elements are not masked.

    >>> np.ma.count(np.ma.array([1, 2], mask=[0, 1]))
    np.int64(1)
    """
    return _as_masked(a).count(axis=axis, keepdims=keepdims)

def count_masked(arr, axis=None):
    """How many elements are masked.

    >>> np.ma.count_masked(np.ma.array([1, 2], mask=[0, 1]))
    np.int64(1)
    """
    return getmaskarray(arr).sum(axis=axis)

def compressed(x):
    """The elements that are not masked, in one row.

    >>> np.ma.compressed(np.ma.array([1, 2], mask=[0, 1]))
    array([1])
    """
    return asanyarray(x).compressed()

def _as_masked(a):
    return a if isinstance(a, MaskedArray) else _wrap(_np.asarray(a), nomask)

def sum(a, axis=None, dtype=None, out=None, keepdims=False):
    """The sum of what is not masked.

    >>> np.ma.sum(np.ma.array([1, 2], mask=[0, 1]))
    np.int64(1)
    """
    _no_out(out)
    return _as_masked(a).sum(axis=axis, dtype=dtype, keepdims=keepdims)

def prod(a, axis=None, dtype=None, out=None, keepdims=False):
    """The product of what is not masked."""
    _no_out(out)
    return _as_masked(a).prod(axis=axis, dtype=dtype, keepdims=keepdims)

product = prod

def mean(a, axis=None, dtype=None, out=None, keepdims=False):
    """The mean of what is not masked.

    >>> np.ma.mean(np.ma.array([1, 2, 6], mask=[0, 1, 0]))
    np.float64(3.5)
    """
    _no_out(out)
    return _as_masked(a).mean(axis=axis, dtype=dtype, keepdims=keepdims)

def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    """The variance of what is not masked."""
    _no_out(out)
    return _as_masked(a).var(axis=axis, dtype=dtype, ddof=ddof, keepdims=keepdims)

def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    """The standard deviation of what is not masked."""
    _no_out(out)
    return _as_masked(a).std(axis=axis, dtype=dtype, ddof=ddof, keepdims=keepdims)

def min(obj, axis=None, out=None, fill_value=None, keepdims=False):
    """The least of what is not masked."""
    _no_out(out)
    return _as_masked(obj).min(axis=axis, fill_value=fill_value, keepdims=keepdims)

def max(obj, axis=None, out=None, fill_value=None, keepdims=False):
    """The greatest of what is not masked."""
    _no_out(out)
    return _as_masked(obj).max(axis=axis, fill_value=fill_value, keepdims=keepdims)

amin = min
amax = max

def ptp(obj, axis=None, out=None, fill_value=None, keepdims=False):
    """The greatest less the least of what is not masked."""
    _no_out(out)
    return _as_masked(obj).ptp(axis=axis, keepdims=keepdims)

def any(a, axis=None, out=None, keepdims=False):
    """Whether anything that is not masked is true."""
    _no_out(out)
    return _as_masked(a).any(axis=axis, keepdims=keepdims)

def all(a, axis=None, out=None, keepdims=False):
    """Whether all that is not masked is true."""
    _no_out(out)
    return _as_masked(a).all(axis=axis, keepdims=keepdims)

def cumsum(a, axis=None, dtype=None, out=None):
    """Running sums of what is not masked."""
    _no_out(out)
    return _as_masked(a).cumsum(axis=axis, dtype=dtype)

def cumprod(a, axis=None, dtype=None, out=None):
    """Running products of what is not masked."""
    _no_out(out)
    return _as_masked(a).cumprod(axis=axis, dtype=dtype)

def argmin(a, axis=None, fill_value=None, out=None, keepdims=False):
    """The place of the least."""
    _no_out(out)
    return _as_masked(a).argmin(axis=axis, fill_value=fill_value, keepdims=keepdims)

def argmax(a, axis=None, fill_value=None, out=None, keepdims=False):
    """The place of the greatest."""
    _no_out(out)
    return _as_masked(a).argmax(axis=axis, fill_value=fill_value, keepdims=keepdims)

def anom(a, axis=None, dtype=None):
    """What each element is above the mean."""
    return _as_masked(a).anom(axis, dtype)

anomalies = anom

def argsort(a, axis="", kind=None, order=None, endwith=True, fill_value=None, stable=None):
    """The order that sorts; masked elements last."""
    return _as_masked(a).argsort(axis=axis, endwith=endwith, fill_value=fill_value)

def sort(a, axis=-1, kind=None, order=None, endwith=True, fill_value=None, stable=None):
    """A sorted copy; masked elements last.

    >>> np.ma.sort(np.ma.array([3, 2, 1], mask=[0, 1, 0])).tolist()
    [1, 3, None]
    """
    made = _as_masked(a).copy()
    if axis is None:
        made, axis = made.ravel(), 0
    made.sort(axis=axis, endwith=endwith, fill_value=fill_value)
    return made

def average(a, axis=None, weights=None, returned=False, keepdims=False):
    """The weighted mean of what is not masked.

    >>> np.ma.average(np.ma.array([1.0, 2.0, 3.0], mask=[0, 0, 1]), weights=[3, 1, 5])
    np.float64(1.25)
    """
    a = _as_masked(a)
    mask = getmask(a)
    if weights is None:
        found = a.mean(axis, keepdims=keepdims)
        scale = found.dtype.type(a.count(axis)) if not isinstance(found, MaskedArray) else a.count(axis) * 1.0
    else:
        w = asarray(weights)
        if a.dtype.kind in "iub":
            kind = _np.result_type(a.dtype, w.dtype, "f8")
        else:
            kind = _np.result_type(a.dtype, w.dtype)
        if a.shape != w.shape:
            if axis is None:
                raise TypeError("Axis must be specified when shapes of a and weights differ.")
            if w.ndim != 1:
                raise TypeError("1D weights expected when shapes of a and weights differ.")
            if w.shape[0] != a.shape[axis]:
                raise ValueError("Length of weights not compatible with specified axis.")
            spread = [1] * a.ndim
            spread[axis] = w.shape[0]
            w = _wrap(_np.broadcast_to(w._data.reshape(spread), a.shape), nomask)
        if mask is not nomask:
            w = w * (~a.mask)
            w._mask = _either(w._mask, a._mask)
        scale = w.sum(axis=axis, dtype=kind, keepdims=keepdims)
        found = multiply(a, w).sum(axis, dtype=kind, keepdims=keepdims) / scale
    if returned:
        if getattr(scale, "shape", ()) != getattr(found, "shape", ()):
            scale = _np.broadcast_to(scale, found.shape).copy()
        return found, scale
    return found

def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The median of what is not masked.

    >>> np.ma.median(np.ma.array([1, 2, 3, 4], mask=[0, 0, 0, 1]))
    np.float64(2.0)
    """
    _no_out(out)
    if not isinstance(a, MaskedArray):
        found = _np.median(a, axis=axis, keepdims=keepdims)
        return masked_array(found) if isinstance(found, _np.ndarray) and found.ndim >= 1 else found
    if axis is None:
        values = _np.sort(a.compressed())
        found = _np.median(values) if values.size else masked
        if keepdims and found is not masked:
            return masked_array(_np.full((1,) * a.ndim, found))
        return found
    axis = axis + a.ndim if axis < 0 else axis
    data = _np.moveaxis(a._data, axis, -1)
    marks = _np.moveaxis(getmaskarray(a), axis, -1)
    shape = data.shape[:-1]
    rows = data.reshape((-1, data.shape[-1]))
    gone = marks.reshape((-1, data.shape[-1]))
    found = []
    for row, mark in zip(rows, gone):
        left = row[~mark]
        found.append(_np.median(left) if left.size else masked)
    if not shape:
        return found[0]
    kind = _np.result_type(a.dtype, "f8") if a.dtype.kind in "iub" else a.dtype
    lost = _np.array([item is masked for item in found], dtype=bool).reshape(shape)
    made = _np.array([0.0 if item is masked else item for item in found], dtype=kind).reshape(shape)
    made = _wrap(made, lost)
    return expand_dims(made, axis) if keepdims else made

def where(condition, x=None, y=None):
    """From `x` where a condition holds, else from `y`; where the condition is masked, so is the result.

    >>> np.ma.where(np.ma.array([True, False], mask=[0, 1]), [1, 2], [3, 4]).tolist()
    [1, None]
    """
    if (x is None) != (y is None):
        raise ValueError("Must provide both 'x' and 'y' or neither.")
    if x is None:
        return nonzero(condition)
    test = filled(condition, False)
    dx, dy = getdata(x), getdata(y)
    cm, xm, ym = getmaskarray(condition), getmaskarray(x), getmaskarray(y)
    if x is masked and y is not masked:
        dx, xm = _np.zeros((), dtype=dy.dtype), _np.ones((), dtype=bool)
    elif y is masked and x is not masked:
        dy, ym = _np.zeros((), dtype=dx.dtype), _np.ones((), dtype=bool)
    data = _np.where(test, dx, dy)
    mask = _np.where(cm, _np.ones((), dtype=bool), _np.where(test, xm, ym))
    return _wrap(_np.asarray(data), _shrunk(_np.asarray(mask)))

def nonzero(a):
    """The places of what is neither zero nor masked.

    >>> np.ma.nonzero(np.ma.array([1, 0, 2], mask=[0, 0, 1]))
    (array([0]),)
    """
    return _np.nonzero(filled(a, 0))

def concatenate(arrays, axis=0):
    """Masked arrays one after the other.

    >>> np.ma.concatenate([np.ma.array([1], mask=[1]), np.ma.array([2])]).tolist()
    [None, 2]
    """
    data = _np.concatenate([getdata(item) for item in arrays], axis=axis)
    if not _some_mask(arrays):
        return _wrap(data, nomask)
    return _wrap(data, _shrunk(_np.concatenate([getmaskarray(item) for item in arrays], axis=axis)))

def _some_mask(arrays):
    for item in arrays:
        if getmask(item) is not nomask:
            return True
    return False

def _of_several(name):
    join = getattr(_np, name)

    def call(arrays, *args, **kwargs):
        data = join([getdata(item) for item in arrays], *args, **kwargs)
        return masked_array(data, mask=join([getmaskarray(item) for item in arrays], *args, **kwargs))

    return call

vstack = _of_several("vstack")
row_stack = vstack
hstack = _of_several("hstack")
dstack = _of_several("dstack")
column_stack = _of_several("column_stack")
stack = _of_several("stack")

def _of_one(name):
    change = getattr(_np, name)

    def call(a, *args, **kwargs):
        return masked_array(change(getdata(a), *args, **kwargs), mask=change(getmaskarray(a), *args, **kwargs))

    return call

atleast_1d = _of_one("atleast_1d")
atleast_2d = _of_one("atleast_2d")
atleast_3d = _of_one("atleast_3d")
diagflat = _of_one("diagflat")

def expand_dims(a, axis):
    """With one more axis.

    >>> np.ma.expand_dims(np.ma.array([1, 2]), 0).shape
    (1, 2)
    """
    a = _as_masked(a)
    return a._both(lambda x: _np.expand_dims(x, axis))

def append(a, b, axis=None):
    """One array after another."""
    if axis is None:
        return concatenate([_as_masked(a).ravel(), _as_masked(b).ravel()])
    return concatenate([a, b], axis)

def reshape(a, new_shape, order="C"):
    """The same elements in another shape."""
    return _as_masked(a).reshape(new_shape, order=order)

def ravel(a, order="C"):
    """In one row."""
    return _as_masked(a).ravel(order)

def transpose(a, axes=None):
    """With the axes in another order."""
    return _as_masked(a).transpose(axes) if axes is not None else _as_masked(a).transpose()

def swapaxes(a, axis1, axis2):
    """With two axes exchanged."""
    return _as_masked(a).swapaxes(axis1, axis2)

def squeeze(a, axis=None):
    """Without axes of size one."""
    return _as_masked(a).squeeze(axis)

def repeat(a, repeats, axis=None):
    """Each element several times."""
    return _as_masked(a).repeat(repeats, axis)

def take(a, indices, axis=None, out=None, mode="raise"):
    """The elements at places."""
    _raising(mode)
    _no_out(out)
    return _as_masked(a).take(indices, axis=axis)

def put(a, indices, values, mode="raise"):
    """Write elements at places."""
    _raising(mode)
    a.put(indices, values)

def compress(condition, a, axis=None, out=None):
    """The elements where a condition holds."""
    _no_out(out)
    return _as_masked(a).compress(condition, axis=axis)

def diagonal(a, offset=0, axis1=0, axis2=1):
    """The diagonal."""
    return _as_masked(a).diagonal(offset, axis1, axis2)

def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    """The sum of the diagonal."""
    _no_out(out)
    return _as_masked(a).trace(offset, axis1, axis2, dtype)

def diag(v, k=0):
    """The diagonal of a table, or a table with a diagonal."""
    v = _as_masked(v)
    return v._both(lambda x: _np.diag(x, k))

def copy(a, *args, **params):
    """A copy."""
    return _as_masked(a).copy()

def clip(a, min=None, max=None, out=None):
    """Within bounds."""
    _no_out(out)
    return _as_masked(a).clip(min, max)

def round(a, decimals=0, out=None):
    """Rounded to some digits.

    >>> np.ma.round(np.ma.array([1.25, 2.5]), 1).tolist()
    [1.2, 2.5]
    """
    _no_out(out)
    return _as_masked(a).round(decimals)

round_ = round

def diff(a, n=1, axis=-1):
    """What each element is above the one before.

    >>> np.ma.diff(np.ma.array([1, 2, 4], mask=[0, 0, 1])).tolist()
    [1, None]
    """
    a = _as_masked(a)
    for _ in range(n):
        at = axis + a.ndim if axis < 0 else axis
        before = (slice(None),) * at
        a = a[before + (slice(1, None),)] - a[before + (slice(None, -1),)]
    return a

def ediff1d(arr, to_end=None, to_begin=None):
    """What each element is above the one before, of one row."""
    found = diff(_as_masked(arr).ravel())
    parts = [part for part in (to_begin, found, to_end) if part is not None]
    return concatenate([atleast_1d(part) for part in parts]) if len(parts) > 1 else found

def maximum(a, b=None):
    """The greater of two, element by element.

    >>> np.ma.maximum(np.ma.array([1, 5]), 3).tolist()
    [3, 5]
    """
    return max(a) if b is None else _chosen(greater_equal(a, b), a, b)

def minimum(a, b=None):
    """The less of two, element by element.

    >>> np.ma.minimum(np.ma.array([1, 5]), 3).tolist()
    [1, 3]
    """
    return min(a) if b is None else _chosen(less_equal(a, b), a, b)

def _chosen(test, a, b):
    mask = mask_or(getmask(a), getmask(b)) if getmask(a) is nomask or getmask(b) is nomask else _np.logical_or(getmask(a), getmask(b))
    made = where(test, a, b)
    if mask is not nomask:
        made._mask = _np.broadcast_to(mask, made.shape).copy()
    return made

def dot(a, b, strict=False, out=None):
    """The product of two matrices, masked elements counting as zero.

    >>> int(np.ma.dot(np.ma.array([1, 2], mask=[0, 1]), [3, 4]))
    3
    """
    _no_out(out)
    if strict:
        raise NotImplementedError("dot with strict=True is not in rdask yet")
    am, bm = ~getmaskarray(a), ~getmaskarray(b)
    found = _np.dot(filled(a, 0), filled(b, 0))
    mask = ~_np.asarray(_np.dot(am, bm))
    return _wrap(_np.asarray(found), mask)

def inner(a, b):
    """The inner product, masked elements counting as zero."""
    return _as_plain(_np.inner(filled(a, 0), filled(b, 0)))

innerproduct = inner

def _as_plain(found):
    return _wrap(found, nomask) if isinstance(found, _np.ndarray) and found.ndim else found

def outer(a, b):
    """The outer product."""
    data = _np.outer(filled(a, 0).ravel(), filled(b, 0).ravel())
    if getmask(a) is nomask and getmask(b) is nomask:
        return masked_array(data)
    gone = ~_np.outer(~getmaskarray(a), ~getmaskarray(b))
    return masked_array(data, mask=gone)

outerproduct = outer

def allequal(a, b, fill_value=True):
    """Whether all elements are equal, masked ones counting as such if `fill_value` is true.

    >>> np.ma.allequal(np.ma.array([1, 2], mask=[0, 1]), [1, 3])
    np.True_
    """
    mask = _either(getmask(a), getmask(b))
    same = _np.equal(getdata(a), getdata(b))
    if mask is nomask:
        return same.all()
    if fill_value:
        return _np.logical_or(same, mask).all()
    return False

def allclose(a, b, masked_equal=True, rtol=1e-5, atol=1e-8):
    """Whether all elements are close, masked ones counting as such if `masked_equal` is true.

    >>> np.ma.allclose(np.ma.array([1.0, 2.0], mask=[0, 1]), [1.0, 3.0])
    np.True_
    """
    mask = _either(getmask(a), getmask(b))
    near = _np.isclose(getdata(a), getdata(b), rtol=rtol, atol=atol)
    return _np.asarray(near if mask is nomask else _np.where(mask, masked_equal, near)).all()

def harden_mask(self):
    """From now on masked elements stay masked."""
    return self.harden_mask()

def soften_mask(self):
    """From now on writing to masked elements unmasks them."""
    return self.soften_mask()

def ids(a):
    """Where data and mask are in memory."""
    return id(a._data), id(a._mask)

def shape(a):
    """The shape."""
    return _np.shape(getdata(a))

def size(a, axis=None):
    """The number of elements."""
    return _np.size(getdata(a), axis)

def ndim(a):
    """The number of axes."""
    return _np.ndim(getdata(a))

def _plain(name):
    make = getattr(_np, name)
    return lambda *args, **kwargs: _wrap(make(*args, **kwargs), nomask)

arange = _plain("arange")
ones = _plain("ones")
zeros = _plain("zeros")
empty = _plain("empty")
identity = _plain("identity")
indices = _plain("indices")

def _alike(name):
    make = getattr(_np, name)

    def call(a, *args, **kwargs):
        mask = getmask(a)
        return _wrap(make(getdata(a), *args, **kwargs), mask if mask is nomask else mask.copy(), a if isinstance(a, MaskedArray) else None)

    return call

ones_like = _alike("ones_like")
zeros_like = _alike("zeros_like")
empty_like = _alike("empty_like")

def mask_rowcols(a, axis=None):
    """Masked in every row and column in which anything is masked.

    >>> np.ma.mask_rowcols(np.ma.array([[1, 2], [3, 4]], mask=[[1, 0], [0, 0]])).tolist()
    [[None, None], [None, 4]]
    """
    made = array(a)
    if made.ndim != 2:
        raise NotImplementedError("mask_rowcols works for 2D arrays only.")
    mask = getmaskarray(made)
    if not mask.any():
        return made
    rows, columns = mask.any(axis=1), mask.any(axis=0)
    full = mask.copy()
    if not axis:
        full = full | rows[:, None]
    if axis in (None, 1, -1):
        full = full | columns[None, :]
    made._mask = full
    return made

def mask_rows(a, axis=None):
    """Masked in every row in which anything is masked."""
    return mask_rowcols(a, 0)

def mask_cols(a, axis=None):
    """Masked in every column in which anything is masked."""
    return mask_rowcols(a, 1)

def compress_rowcols(x, axis=None):
    """Without the rows and columns in which anything is masked.

    >>> np.ma.compress_rowcols(np.ma.array([[1, 2], [3, 4]], mask=[[1, 0], [0, 0]]))
    array([[4]])
    """
    mask = getmaskarray(x)
    if mask.ndim != 2:
        raise NotImplementedError("compress_rowcols works for 2D arrays only.")
    data = getdata(x)
    if axis in (None, 0):
        data = data[~mask.any(axis=1)]
    if axis in (None, 1, -1):
        data = data[:, ~mask.any(axis=0)]
    return data

def compress_rows(a):
    """Without the rows in which anything is masked."""
    return compress_rowcols(a, 0)

def compress_cols(a):
    """Without the columns in which anything is masked."""
    return compress_rowcols(a, 1)

def unique(ar1, return_index=False, return_inverse=False):
    """The different elements, sorted; `masked` last.

    >>> np.ma.unique(np.ma.array([2, 1, 2, 5], mask=[0, 0, 0, 1])).tolist()
    [1, 2, None]
    """
    if return_index or return_inverse:
        raise NotImplementedError("np.ma.unique with return_index or return_inverse is not in rdask yet")
    ar1 = _as_masked(ar1)
    found = _np.unique(ar1.compressed())
    if not is_masked(ar1):
        return _wrap(found, nomask, ar1)
    lost = ar1._data.ravel()[ar1._mask.ravel()][:1]
    mask = _np.concatenate([_np.zeros(found.shape, dtype=bool), _np.ones((1,), dtype=bool)])
    return _wrap(_np.concatenate([found, lost]), mask, ar1)

def _no_out(out):
    # What is computed is not written into another array.
    if out is not None:
        raise NotImplementedError("out= of masked arrays is not in rdask yet")

def _raising(mode):
    # Places past the end are errors.
    if mode != "raise":
        raise NotImplementedError(f"mode={mode!r} of masked arrays is not in rdask yet")
