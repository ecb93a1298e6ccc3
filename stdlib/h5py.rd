"""HDF5 files, as in h5py: datasets of numbers are read and written box by box. It is there in builds with the feature
`hdf5` (`cargo install rdask --features hdf5`); in others `import h5py` says so."""

import math as _math
import os as _os

import numpy as _np

__version__: str = "3.16.0"

def _available() -> None:
    """Whether this build has HDF5; else an error that says how to get it."""
    ...

def _create(file: str) -> None:
    """Make an empty file."""
    ...

def _kind(file: str, name: str) -> Any:
    """What a name stands for."""
    ...

def _names(file: str, name: str) -> Any:
    """The names in a group, each with whether it is no pointer to something elsewhere."""
    ...

def _info(file: str, name: str) -> Any:
    """What is known of a dataset."""
    ...

def _read(file: str, name: str, starts: Any, sizes: Any) -> Any:
    """A box of a dataset."""
    ...

def _write(file: str, name: str, starts: Any, block: Any, dtype: Any) -> None:
    """Write a box of a dataset."""
    ...

def _resize(file: str, name: str, shape: Any) -> None:
    """Give a dataset another shape."""
    ...

def _group(file: str, name: str) -> None:
    """Make a group."""
    ...

def _remove(file: str, name: str) -> None:
    """Take a dataset or a group out."""
    ...

def _dataset(file: str, name: str, dtype: Any, shape: Any, chunks: Any, most: Any, level: Any, shuffle: Any, fill: Any) -> None:
    """Make a dataset."""
    ...

def _notes(file: str, name: str) -> Any:
    """What is noted."""
    ...

def _note(file: str, name: str, key: str, value: Any) -> None:
    """Note something."""
    ...

def is_hdf5(fname: Any) -> bool:
    """Whether a file is there and begins as HDF5 files do."""
    if not _os.path.isfile(fname):
        return False
    with open(fname, "rb") as file:
        return file.read(8) == b"\x89HDF\r\n\x1a\n"

class KeysViewHDF5:
    """The names in a group or of attributes."""

    def __init__(self, of):
        self._of = of

    def __iter__(self):
        return iter(self._of._own())

    def __len__(self):
        return len(self._of._own())

    def __contains__(self, name):
        return name in self._of

    def __repr__(self):
        return f"<KeysViewHDF5 {self._of._own()}>"

class ValuesViewHDF5:
    """What is in a group, or the values of attributes."""

    def __init__(self, of):
        self._of = of

    def __iter__(self):
        for name in self._of._own():
            yield self._of[name]

    def __len__(self):
        return len(self._of._own())

    def __repr__(self):
        return f"ValuesViewHDF5({self._of!r})"

class ItemsViewHDF5:
    """The names in a group or of attributes, each with what it stands for."""

    def __init__(self, of):
        self._of = of

    def __iter__(self):
        for name in self._of._own():
            yield name, self._of[name]

    def __len__(self):
        return len(self._of._own())

    def __repr__(self):
        return f"ItemsViewHDF5({self._of!r})"

class _Names:
    # What groups and attributes have in common: they are dicts of what `_own` lists.

    def __iter__(self):
        return iter(self._own())

    def __len__(self):
        return len(self._own())

    def get(self, name, default=None):
        """What a name stands for, or the default."""
        try:
            return self[name]
        except KeyError:
            return default

    def keys(self):
        """The names."""
        return KeysViewHDF5(self)

    def values(self):
        """What the names stand for."""
        return ValuesViewHDF5(self)

    def items(self):
        """The names, each with what it stands for."""
        return ItemsViewHDF5(self)

class AttributeManager(_Names):
    """What is noted of a dataset or a group: text and numbers."""

    def __init__(self, file, name):
        self._file = file
        self._name = name

    def _notes(self):
        self._file._open()
        return _notes(self._file.filename, self._name)

    def _own(self):
        return [name for name, read, value in self._notes()]

    def __contains__(self, name):
        return name in self._own()

    def __getitem__(self, name):
        for key, read, value in self._notes():
            if key == name:
                if not read:
                    raise NotImplementedError(f"the attribute {name!r} of {self._name} is not what rdask reads: {value}; it reads text, numbers and arrays of numbers")
                return value if isinstance(value, str) else value[()]
        raise KeyError(f"Unable to synchronously open attribute (can't locate attribute: '{name}')")

    def __setitem__(self, name, value):
        self.create(name, value)

    def create(self, name, data, shape=None, dtype=None):
        """Note something, whatever was noted under the name."""
        self._file._writable(OSError, "Unable to synchronously create attribute (no write intent on file)")
        if data is None or isinstance(data, (dict, set)):
            raise TypeError("Object dtype dtype('O') has no native HDF5 equivalent")
        if isinstance(data, bytes):
            data = data.decode("utf-8")
        if isinstance(data, str):
            if shape is not None or dtype is not None:
                raise NotImplementedError("attrs.create of text with a shape or a dtype is not in rdask")
            return _note(self._file.filename, self._name, name, data)
        if isinstance(data, (list, tuple)) and any([isinstance(each, (str, bytes)) for each in data]):
            raise NotImplementedError("attributes that are arrays of texts are not in rdask: join them to one text")
        value = _np.asarray(data, dtype=dtype)
        if shape is not None:
            value = value.reshape(shape)
        _note(self._file.filename, self._name, name, value)

    def modify(self, name, value):
        """Another value under the name, which keeps its type."""
        self.create(name, value, dtype=_np.asarray(self[name]).dtype if name in self and not isinstance(value, str) else None)

    def update(self, others):
        """Note what is in a dict."""
        for name in others:
            self[name] = others[name]

    def __delitem__(self, name):
        raise NotImplementedError("attributes are not taken away in rdask: note another value")

    def __repr__(self):
        return f"<Attributes of HDF5 object at {id(self)}>"

def _taken(key, size):
    # Of an axis: where the box begins, its size, what is taken of it.
    if isinstance(key, (int, _np.integer)) and not isinstance(key, bool):
        at = int(key)
        if at < -size or at >= size:
            raise IndexError(f"Index ({at if at >= 0 else at + size}) out of range for (0-{size - 1})" if size else f"Index ({at}) out of range for empty dimension")
        return at % size, 1, 0
    if isinstance(key, slice):
        if key.step is not None and key.step < 1:
            raise ValueError(f"Step must be >= 1 (got {key.step})")
        start, stop, step = key.indices(size)
        if stop <= start:
            return 0, 0, slice(None)
        return start, stop - start, slice(None, None, step)
    if key is None:
        raise TypeError("Indexing with None (or np.newaxis) is not supported")
    if isinstance(key, (str, bytes)):
        raise ValueError("Field names only allowed for compound types")
    if isinstance(key, bool):
        raise NotImplementedError("indexing a dataset with one bool is not in rdask")
    if not isinstance(key, (list, tuple, _np.ndarray)):
        raise TypeError(f"Selection can't process {key!r}")
    at = _np.asarray(key)
    if at.ndim != 1:
        raise TypeError("a list that indexes an axis of a dataset must have one dimension")
    if at.dtype == bool:
        if at.size != size:
            raise TypeError(f"boolean index did not match indexed array along an axis of {size} elements; it has {at.size}")
        at = _np.nonzero(at)[0]
    if at.size == 0:
        return 0, 0, slice(None)
    if at.dtype.kind not in "iu":
        raise TypeError(f"Selection can't process {key!r}")
    at = _np.where(at < 0, at + size, at)
    if int(at.min()) < 0 or int(at.max()) >= size:
        raise IndexError(f"Fancy indexing out of range for (0-{size - 1})")
    if at.size > 1 and not bool((at[1:] > at[:-1]).all()):
        raise TypeError("Indexing elements must be in increasing order")
    low = int(at[0])
    return low, int(at[-1]) - low + 1, at - low

def _box(key, shape):
    # The box that holds a selection: where it begins, its sizes, what is taken of it, whether that is all.
    key = list(key) if isinstance(key, tuple) else [key]
    dots = [at for at, each in enumerate(key) if each is Ellipsis]
    if len(dots) > 1:
        raise ValueError("Only one ellipsis may be used.")
    count = len(key) - len(dots)
    if count > len(shape):
        raise ValueError(f"{count} indexing arguments for {len(shape)} dimensions")
    if len([each for each in key if isinstance(each, (list, _np.ndarray))]) > 1:
        raise TypeError("Only one indexing vector or array is currently allowed for fancy indexing")
    at = dots[0] if dots else len(key)
    key = key[:at] + [slice(None)] * (len(shape) - count) + key[at + len(dots) :]
    found = [_taken(each, size) for each, size in zip(key, shape)]
    taken = tuple([each[2] for each in found])
    whole = all([isinstance(each, int) or isinstance(each, slice) and (each.step or 1) == 1 for each in taken])
    return tuple([each[0] for each in found]), tuple([each[1] for each in found]), taken, whole

def _stored(value, dtype):
    # A value as the elements of a dataset: an array's numbers are cut off at the ends of what the type holds.
    if not isinstance(value, _np.ndarray):
        return _np.asarray(value, dtype=dtype)
    if value.dtype == dtype:
        return value
    if (value.dtype.kind == "c") != (dtype.kind == "c"):
        raise OSError("Can't synchronously write data (no appropriate function for conversion path)")
    if dtype.kind not in "iu" or value.dtype.kind == "b":
        return value.astype(dtype)
    least, most = _np.iinfo(dtype).min, _np.iinfo(dtype).max
    if value.dtype.kind == "f":
        value = _np.where(_np.isnan(value), 0, value)
        low, high = value <= float(least), value >= float(most)
    else:
        own = _np.iinfo(value.dtype)
        low = value < least if least > own.min else _np.zeros(value.shape, dtype=bool)
        high = value > most if most < own.max else _np.zeros(value.shape, dtype=bool)
    made = _np.where(low | high, _np.zeros((), dtype=value.dtype), value).astype(dtype)
    return _np.where(low, _np.array(least, dtype=dtype), _np.where(high, _np.array(most, dtype=dtype), made))

def _fitted(value, shape):
    # A value for a region; axes of size 1 in front may be left over.
    own = value.shape
    while value.ndim > len(shape) and value.shape[0] == 1:
        value = value[0]
    try:
        return _np.broadcast_to(value, shape).copy()
    except ValueError:
        raise TypeError(f"Can't broadcast {own} -> {shape}") from None

class AstypeWrapper:
    """A dataset, read as another dtype."""

    dtype: Any = None
    shape: Any = None

    def __init__(self, dataset, dtype):
        self._dataset = dataset
        self.dtype = _np.dtype(dtype)
        self.shape = dataset.shape

    def __getitem__(self, key):
        return self._dataset[key].astype(self.dtype)

    def __len__(self):
        return len(self._dataset)

class Dataset:
    """An array in a file: `d[1:3]` reads, `d[1:3] = 0` writes."""

    # `da.store` may write it in tasks: one after the other.
    _stores_in_tasks = True

    file: Any = None
    name: Any = None
    shape: Any = None
    chunks: Any = None
    maxshape: Any = None
    compression: Any = None
    compression_opts: Any = None
    shuffle: Any = None
    fletcher32: Any = None

    def __init__(self, file, name):
        self.file = file
        self.name = name
        self._look()

    def _look(self):
        self._dtype, self.shape, self.chunks, self.maxshape, self.compression, self.compression_opts, self.shuffle, self.fletcher32, self._fill = _info(self.file.filename, self.name)

    @property
    def dtype(self):
        """Element type; big-endian numbers are read as this machine's."""
        if isinstance(self._dtype, str):
            raise NotImplementedError(f"{self.name}: {self._dtype}")
        return self._dtype

    @property
    def fillvalue(self):
        """What stands where nothing was written."""
        return _np.zeros((), dtype=self.dtype)[()] if self._fill is None else self._fill[()]

    @property
    def ndim(self):
        """Number of axes."""
        return len(self.shape)

    @property
    def size(self):
        """Number of elements."""
        return None if self.shape is None else _math.prod(self.shape)

    @property
    def nbytes(self):
        """Bytes of all elements, not compressed."""
        return self.size * self.dtype.itemsize

    @property
    def attrs(self):
        """What is noted of it."""
        return AttributeManager(self.file, self.name)

    @property
    def parent(self):
        """The group that it is in."""
        return Group(self.file, self.name.rpartition("/")[0] or "/")

    def __bool__(self):
        return bool(self.file)

    def __len__(self):
        if not self.shape:
            raise TypeError("Attempt to take len() of scalar dataset")
        return self.shape[0]

    def len(self):
        """The size of the first axis."""
        return len(self)

    def __iter__(self):
        if not self.shape:
            raise TypeError("Can't iterate over a scalar dataset")
        for at in range(self.shape[0]):
            yield self[at]

    def __array__(self, dtype=None, copy=True):
        return self[...] if dtype is None else self[...].astype(dtype)

    def __eq__(self, other):
        return isinstance(other, Dataset) and self.file.filename == other.file.filename and self.name == other.name

    def __hash__(self):
        return hash((self.file.filename, self.name))

    def _mask(self, key):
        return isinstance(key, _np.ndarray) and key.dtype == bool and key.ndim > 1

    def _ready(self):
        if not self.file:
            raise OSError("Can't synchronously read data (identifier is not of specified type)")
        if self.shape is None:
            raise NotImplementedError(f"{self.name}: datasets without a shape (h5py.Empty) are not read in rdask")
        return self.dtype

    def __getitem__(self, key):
        self._ready()
        if self._mask(key):
            return self[...][key]
        if not self.shape:
            if key is Ellipsis or isinstance(key, tuple) and (len(key) == 0 or key == (Ellipsis,)):
                found = _read(self.file.filename, self.name, (), ())
                return found if key is Ellipsis or key == (Ellipsis,) else found[()]
            raise ValueError("Illegal slicing argument for scalar dataspace")
        starts, sizes, taken, whole = _box(key, self.shape)
        return _read(self.file.filename, self.name, starts, sizes)[taken]

    def __setitem__(self, key, value):
        self.file._writable(OSError, "Can't synchronously write data (no write intent on file)")
        dtype = self._ready()
        value = _stored(value, dtype)
        if self._mask(key):
            block = self[...]
            block[key] = value
            _write(self.file.filename, self.name, (0,) * self.ndim, block, dtype)
            return
        starts, sizes, taken, whole = _box(key, self.shape)
        if 0 in sizes:
            return
        if whole:
            shape = tuple([n for n, each in zip(sizes, taken) if not isinstance(each, int)])
            value = value if value.shape == shape else _fitted(value, shape)
            _write(self.file.filename, self.name, starts, value.reshape(sizes), dtype)
        else:
            block = _read(self.file.filename, self.name, starts, sizes)
            block[taken] = _fitted(value, block[taken].shape)
            _write(self.file.filename, self.name, starts, block, dtype)

    def read_direct(self, dest, source_sel=None, dest_sel=None):
        """Read into an array that is there."""
        dest[... if dest_sel is None else dest_sel] = self[... if source_sel is None else source_sel]

    def write_direct(self, source, source_sel=None, dest_sel=None):
        """Write (a part of) an array."""
        self[... if dest_sel is None else dest_sel] = source[... if source_sel is None else source_sel]

    def resize(self, size, axis=None):
        """Another shape, of one axis or of all: what is beyond a new end is gone, what is new has the fill value."""
        if self.chunks is None:
            raise TypeError("Only chunked datasets can be resized")
        self.file._writable(RuntimeError, "Unable to synchronously change a dataset's dimensions (no write intent on file)")
        if axis is not None:
            if axis < 0 or axis >= self.ndim:
                raise ValueError(f"Invalid axis (0 to {self.ndim - 1} allowed)")
            size = tuple([size if at == axis else n for at, n in enumerate(self.shape)])
        size = tuple(size)
        if len(size) != self.ndim:
            raise TypeError(f"New shape length ({len(size)}) must match dataset rank ({self.ndim})")
        for at, (n, most) in enumerate(zip(size, self.maxshape)):
            if most is not None and n > most:
                raise RuntimeError(f"Unable to synchronously change a dataset's dimensions (dimension cannot exceed the existing maximal size (new: {n} max: {most}))")
        _resize(self.file.filename, self.name, size)
        self.shape = size

    def astype(self, dtype):
        """It, read as another dtype."""
        return AstypeWrapper(self, dtype)

    def __repr__(self):
        if not self.file:
            return "<Closed HDF5 dataset>"
        kind = "not in rdask" if isinstance(self._dtype, str) else self._dtype.str
        return f'<HDF5 dataset "{self.name.split("/")[-1]}": shape {self.shape}, type "{kind}">'

def _guessed(shape, itemsize):
    # Chunks as h5py chooses them: from 8 KiB to 1 MiB, by the size of the whole.
    chunks = [float(n or 1024) for n in shape]
    target = 16 * 1024 * 2 ** _math.log10(_math.prod(chunks) * itemsize / (1024.0 * 1024))
    target = min(max(target, 8 * 1024), 1024 * 1024)
    at = 0
    while True:
        size = _math.prod(chunks) * itemsize
        if (size < target or abs(size - target) / target < 0.5) and size < 1024 * 1024 or _math.prod(chunks) == 1:
            return tuple([int(n) for n in chunks])
        chunks[at % len(chunks)] = _math.ceil(chunks[at % len(chunks)] / 2.0)
        at += 1

def _compressed(compression, level):
    # The level of gzip, or none.
    if compression is None or compression is False:
        if level is not None:
            raise TypeError("Compression method must be specified")
        return None
    if compression is True:
        compression = "gzip"
    if isinstance(compression, int):
        if compression not in range(10):
            raise NotImplementedError(f"create_dataset(compression={compression}) is not in rdask: use 'gzip'")
        compression, level = "gzip", compression
    if compression in ("lzf", "szip"):
        raise NotImplementedError(f"create_dataset(compression={compression!r}) is not in rdask: use 'gzip' (files that have it are read)")
    if compression != "gzip":
        raise ValueError(f'Compression filter "{compression}" is unavailable')
    level = 4 if level is None else level
    if level not in range(10):
        raise ValueError(f"GZIP setting must be an integer from 0-9, not {level}")
    return level

def _chunked(chunks, shape, most, itemsize, filtered):
    # The chunks of a new dataset and its largest shape.
    if isinstance(most, int):
        most = (most,)
    if most is not None and len(most) != len(shape):
        raise ValueError("'maxshape' must have same rank as dataset shape")
    if most is not None and any([n is not None and n < own for n, own in zip(most, shape)]):
        raise ValueError("Maxdims is smaller than dims (maxdims is smaller than dims)")
    if not shape and (chunks not in (None, False) or filtered):
        raise TypeError("Scalar datasets don't support chunk/filter options")
    if chunks is False:
        if filtered or most is not None:
            raise ValueError("Chunked format required for given storage options")
        chunks = None
    if chunks is True or chunks is None and (filtered or most is not None):
        chunks = _guessed(shape, itemsize)
    if chunks is not None:
        chunks = (chunks,) if isinstance(chunks, int) else tuple(chunks)
        if len(chunks) != len(shape):
            raise ValueError("'chunks' must have same rank as dataset shape")
        ends = shape if most is None else [own if n is None else n for n, own in zip(most, shape)]
        free = [most is not None and most[at] is None for at in range(len(shape))]
        if any([n > end and not more for n, end, more in zip(chunks, ends, free)]):
            raise ValueError(f"Chunk shape must not be greater than data shape in any dimension. {chunks} is not compatible with {tuple(shape)}")
    return chunks, tuple(shape if most is None else most)

class Group(_Names):
    """A group of datasets and groups."""

    file: Any = None
    name: Any = None

    def __init__(self, file, name):
        self.file = file
        self.name = name

    def _path(self, name):
        if not isinstance(name, str):
            raise TypeError(f"Accessing a group is done with bytes or str, not {type(name)}")
        return "/" + (name if name.startswith("/") else f"{self.name}/{name}").strip("/")

    def _own(self):
        if not self.file:
            raise ValueError("Invalid group (or file) id (invalid group (or file) ID)")
        return [name for name, own in _names(self.file.filename, self.name)]

    def __getitem__(self, name):
        path = self._path(name)
        self.file._open()
        kind = _kind(self.file.filename, path)
        if kind is None:
            parts, above = path.strip("/").split("/"), ""
            for part in parts:
                above = f"{above}/{part}"
                if _kind(self.file.filename, above) is None:
                    why = f"object '{part}' doesn't exist" if above == path else "component not found"
                    raise KeyError(f"Unable to synchronously open object ({why})")
        return Dataset(self.file, path) if kind == "dataset" else Group(self.file, path) if path != "/" else self.file

    def __contains__(self, name):
        path = self._path(name)
        self.file._open()
        above, dot, last = path.rpartition("/")
        if _kind(self.file.filename, path) is not None:
            return True
        # A pointer to what is not there is there itself.
        return _kind(self.file.filename, above or "/") == "group" and any([name == last for name, own in _names(self.file.filename, above or "/")])

    def __bool__(self):
        return bool(self.file)

    def __eq__(self, other):
        return isinstance(other, Group) and self.file.filename == other.file.filename and self.name == other.name

    def __hash__(self):
        return hash((self.file.filename, self.name))

    @property
    def attrs(self):
        """What is noted of it."""
        return AttributeManager(self.file, self.name)

    @property
    def parent(self):
        """The group that it is in."""
        above = self.name.rpartition("/")[0]
        return Group(self.file, above) if above else self.file["/"]

    def create_group(self, name, track_order=None):
        """A new group, and those above it."""
        self.file._writable(ValueError, "Unable to synchronously create group (no write intent on file)")
        if name in self:
            raise ValueError("Unable to synchronously create group (name already exists)")
        _group(self.file.filename, self._path(name))
        return self[name]

    def require_group(self, name):
        """A group, made if it is not there."""
        if name not in self:
            return self.create_group(name)
        found = self[name]
        if not isinstance(found, Group):
            raise TypeError("Incompatible object (Dataset) already exists")
        return found

    def create_dataset(self, name, shape=None, dtype=None, data=None, *, chunks=None, maxshape=None, compression=None, compression_opts=None, shuffle=None, fillvalue=None, fletcher32=None, scaleoffset=None, track_times=None):
        """A new dataset, of zeros (or `fillvalue`) or of data. `maxshape` (None: without end), `compression="gzip"` and `shuffle` make it chunked."""
        self.file._writable(ValueError, "Unable to synchronously create dataset (no write intent on file)")
        if name is None or fletcher32 or scaleoffset is not None:
            raise NotImplementedError("create_dataset without a name, with fletcher32 or with scaleoffset is not in rdask")
        if data is not None:
            if isinstance(data, (str, bytes)):
                raise NotImplementedError("datasets of text are not in rdask: keep text in attributes")
            data = _np.asarray(data) if dtype is None or isinstance(data, _np.ndarray) else _np.asarray(data, dtype=dtype)
            dtype = data.dtype if dtype is None else dtype
        elif shape is None:
            raise TypeError("One of data, shape or dtype must be specified")
        dtype = _np.dtype("float32" if dtype is None else dtype)
        if dtype.kind in "mMU":
            raise TypeError(f"No conversion path for dtype: {dtype!r}")
        shape = data.shape if shape is None else (shape,) if isinstance(shape, int) else tuple(shape)
        if data is not None and _math.prod(shape) != data.size:
            raise ValueError("Shape tuple is incompatible with data")
        level = _compressed(compression, compression_opts)
        chunks, most = _chunked(chunks, shape, maxshape, dtype.itemsize, level is not None or bool(shuffle))
        if name in self:
            raise ValueError("Unable to synchronously create dataset (name already exists)")
        path = self._path(name)
        above = path.rpartition("/")[0]
        if above and _kind(self.file.filename, above) is None:
            _group(self.file.filename, above)
        fill = None if fillvalue is None else _np.asarray(fillvalue, dtype=dtype)
        _dataset(self.file.filename, path, dtype, shape, chunks, most, level, bool(shuffle), fill)
        made = Dataset(self.file, path)
        if data is not None and made.size:
            made[...] = data.reshape(shape)
        return made

    def require_dataset(self, name, shape, dtype, exact=False, **kwds):
        """A dataset, made if it is not there."""
        if name not in self:
            return self.create_dataset(name, shape=shape, dtype=dtype, **kwds)
        found = self[name]
        if not isinstance(found, Dataset):
            raise TypeError("Incompatible object (Group) already exists")
        shape = (shape,) if isinstance(shape, int) else tuple(shape)
        if found.shape != shape and (found.maxshape != tuple(kwds.get("maxshape") or ()) or found.shape is None):
            raise TypeError(f"Shapes do not match (existing {found.shape} vs new {shape})")
        if exact and found.dtype != _np.dtype(dtype):
            raise TypeError(f"Datatypes do not exactly match (existing {found.dtype} vs new {dtype})")
        if not _np.can_cast(_np.dtype(dtype), found.dtype):
            raise TypeError(f"Datatypes cannot be safely cast (existing {found.dtype} vs new {dtype})")
        return found

    def __setitem__(self, name, value):
        if isinstance(value, (Dataset, Group)):
            raise NotImplementedError("a second name for a dataset or a group is not in rdask")
        if name in self:
            raise OSError("Unable to create link (name already exists)")
        self.create_dataset(name, data=value)

    def __delitem__(self, name):
        self.file._writable(KeyError, "Couldn't delete link (no write intent on file)")
        if name not in self:
            raise KeyError("Couldn't delete link (callback link pointer is NULL (specified link may be '.' or not exist))")
        _remove(self.file.filename, self._path(name))

    def visititems(self, func):
        """Call a function with the name of each member, down to the last, and the member, until it returns something."""
        return self._visit(func, "")

    def visit(self, func):
        """Call a function with the name of each member, down to the last, until it returns something."""
        return self._visit(lambda name, member: func(name), "")

    def _visit(self, func, above):
        for name, own in _names(self.file.filename, self.name):
            if not own:
                continue
            member = self[name]
            told = func(above + name, member)
            if told is None and isinstance(member, Group):
                told = member._visit(func, f"{above}{name}/")
            if told is not None:
                return told
        return None

    def __repr__(self):
        if not self.file:
            return "<Closed HDF5 group>"
        return f'<HDF5 group "{self.name}" ({len(self)} members)>'

class File(Group):
    """A file: `mode` is "r" (read), "r+" (read and write), "w" (made anew), "w-" or "x" (made, it must not be there), "a" (made if it is not there). What is written is in the file at once."""

    filename: Any = None
    mode: Any = None

    def __init__(self, name, mode="r", driver=None, libver=None, userblock_size=None, swmr=False, rdcc_nslots=None, rdcc_nbytes=None, rdcc_w0=None, track_order=None, locking=None):
        _available()
        if driver is not None or userblock_size or swmr or track_order:
            raise NotImplementedError("h5py.File(driver=, userblock_size=, swmr=, track_order=) is not in rdask")
        if not isinstance(name, str) and not hasattr(name, "__fspath__"):
            raise TypeError("h5py.File needs the name of a file in rdask")
        self.filename = str(name)
        self.file = self
        self.name = "/"
        self._is_open = True
        if mode not in ("r", "r+", "w", "w-", "x", "a"):
            raise ValueError("Invalid mode; must be one of r, r+, w, w-, x, a")
        there = _os.path.exists(self.filename)
        if mode in ("w-", "x") and there:
            raise FileExistsError(f"[Errno 17] Unable to synchronously create file (unable to open file: name = '{self.filename}', errno = 17, error message = 'File exists', flags = 15, o_flags = c2)")
        if mode in ("w", "w-", "x") or mode == "a" and not there:
            _create(self.filename)
        else:
            _kind(self.filename, "/")
        self.mode = "r" if mode == "r" else "r+"

    def _open(self):
        if not self._is_open:
            raise KeyError("Unable to synchronously open object (invalid identifier type to function)")

    def _writable(self, error, message):
        self._open()
        if self.mode == "r":
            raise error(message)

    def close(self):
        """The end of work with it."""
        self._is_open = False

    def flush(self):
        """What was written is in the file already."""
        pass

    def __bool__(self):
        return self._is_open

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __repr__(self):
        if not self._is_open:
            return "<Closed HDF5 file>"
        return f'<HDF5 file "{_os.path.basename(self.filename)}" (mode {self.mode})>'
