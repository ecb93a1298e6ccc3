"""Zarr arrays and groups in folders, versions 2 and 3: written by zarr-python or here, read by both. Chunks are
compressed; a chunk is written under a temporary name and moved into place."""

import json as _json
import math as _math
import os as _os
import shutil as _shutil

import numpy as _np
import zarr.codecs as codecs
import zarr.errors as errors
import zarr.storage as storage

__version__: str = "3.1.6"

def _info(path: str) -> Any:
    """Dtype, shape, and sizes of what stands in one file, of an array."""
    ...

def _read(path: str, starts: Any, sizes: Any) -> Any:
    """A box of an array."""
    ...

def _write(path: str, starts: Any, block: Any, dtype: Any) -> None:
    """Write a box of an array."""
    ...

def _get(path: str) -> str:
    """The text of a file of metadata."""
    ...

def _put(path: str, text: str, array: Any) -> None:
    """Write a file of metadata."""
    ...

def _folder(store):
    # The folder that a store is.
    if isinstance(store, storage.LocalStore):
        return store.root
    if store is None:
        raise NotImplementedError("Zarr arrays in memory are not in rdask: give store= a folder")
    path = str(store)
    if path.startswith("file://"):
        path = path[7:]
    if "://" in path:
        raise NotImplementedError(f"Zarr arrays at {path} are not in rdask: copy them into a folder first")
    return path

def _below(root, path):
    path = (path or "").strip("/")
    return _os.path.join(root, path) if path else root

def _uri(folder):
    return "file://" + _os.path.abspath(folder)

def _loaded(file):
    try:
        return _json.loads(_get(file))
    except ValueError as error:
        raise ValueError(f"{file}: this is no JSON: {error}") from None

def _metadata(folder):
    # The metadata in a folder, with attributes, and whether they are of an array; `None` where there are none.
    file = _os.path.join(folder, "zarr.json")
    if _os.path.exists(file):
        found = _loaded(file)
        return found, found.get("node_type") == "array"
    for name, array in ((".zarray", True), (".zgroup", False)):
        file = _os.path.join(folder, name)
        if _os.path.exists(file):
            found = _loaded(file)
            attributes = _os.path.join(folder, ".zattrs")
            found["attributes"] = _loaded(attributes) if _os.path.exists(attributes) else {}
            return found, array
    return None, False

class Attributes:
    """What is noted of an array or a group: a dict whose changes are written at once."""

    def __init__(self, folder, read_only):
        self._folder = folder
        self._read_only = read_only

    def asdict(self):
        """As a dict."""
        return dict(_metadata(self._folder)[0].get("attributes", {}))

    def put(self, own):
        """Set all at once."""
        _writable(self._read_only)
        found, array = _metadata(self._folder)
        if found["zarr_format"] == 2:
            _put(_os.path.join(self._folder, ".zattrs"), _json.dumps(own, indent=2), False)
        else:
            found["attributes"] = own
            _put(_os.path.join(self._folder, "zarr.json"), _json.dumps(found, indent=2), array)

    def __getitem__(self, key):
        return self.asdict()[key]

    def __setitem__(self, key, value):
        self.update({key: value})

    def __delitem__(self, key):
        own = self.asdict()
        del own[key]
        self.put(own)

    def __contains__(self, key):
        return key in self.asdict()

    def __iter__(self):
        return iter(self.asdict())

    def __len__(self):
        return len(self.asdict())

    def keys(self):
        """The names."""
        return self.asdict().keys()

    def values(self):
        """The values."""
        return self.asdict().values()

    def items(self):
        """Names and values."""
        return self.asdict().items()

    def get(self, key, default=None):
        """The value of a name, or the default."""
        return self.asdict().get(key, default)

    def update(self, other):
        """Set several."""
        own = self.asdict()
        own.update(other)
        self.put(own)

def _writable(read_only):
    if read_only:
        raise ValueError("store was opened in read-only mode and does not support writing")

def _axis(key, size):
    # Where a box begins along an axis, its size, and what is taken of it.
    if isinstance(key, (bool, _np.bool_)):
        raise IndexError(f"unsupported selection item for basic indexing; expected integer or slice, got {type(key)!r}")
    if isinstance(key, (int, _np.integer)):
        at = int(key)
        if at < 0:
            at += size
        if at < 0 or at >= size:
            raise errors.BoundsCheckError(f"index out of bounds for dimension with length {size}")
        return at, 1, 0
    if isinstance(key, slice):
        if key.step is not None and key.step < 1:
            raise errors.NegativeStepError("only slices with step >= 1 are supported.")
        start, stop, step = key.indices(size)
        if stop <= start:
            return 0, 0, slice(None)
        return start, stop - start, slice(None, None, step)
    at = _np.asarray(key)
    if at.dtype == bool:
        if at.shape != (size,):
            raise IndexError(f"Boolean array has the wrong length for dimension; expected {size}, got {at.shape[0]}")
        at = _np.nonzero(at)[0]
    at = _np.where(at < 0, at + size, at)
    if at.size == 0:
        return 0, 0, slice(None)
    low, high = int(at.min()), int(at.max())
    if low < 0 or high >= size:
        raise errors.BoundsCheckError(f"index out of bounds for dimension with length {size}")
    return low, high - low + 1, at - low

def _selected(key, shape):
    # The box that holds a selection: where it begins, its sizes, what is taken of it, whether that is all.
    key = list(key) if isinstance(key, tuple) else [key]
    if any([each is None for each in key]):
        raise IndexError("unsupported selection item for basic indexing; expected integer or slice, got <class 'NoneType'>")
    count = len([each for each in key if each is not Ellipsis])
    if count > len(shape):
        raise IndexError(f"too many indices for array; expected {len(shape)}, got {count}")
    rest = [slice(None)] * (len(shape) - count)
    if any([each is Ellipsis for each in key]):
        at = [each is Ellipsis for each in key].index(True)
        key = key[:at] + rest + key[at + 1 :]
    else:
        key = key + rest
    if len([each for each in key if not isinstance(each, (int, slice, _np.integer))]) > 1:
        raise NotImplementedError("several lists in one index of a Zarr array are not in rdask: read a slice, then index it")
    found = [_axis(each, size) for each, size in zip(key, shape)]
    starts, sizes = tuple([each[0] for each in found]), tuple([each[1] for each in found])
    taken = tuple([each[2] for each in found])
    whole = all([isinstance(each, int) or isinstance(each, slice) and (each.step or 1) == 1 for each in taken])
    return starts, sizes, taken, whole

class Array:
    """An array in a folder, read and written chunk by chunk: `z[1:3]` reads, `z[1:3] = 0` writes.

    >>> import tempfile, zarr
    >>> z = zarr.create_array(tempfile.mkdtemp() + "/x.zarr", shape=(4, 6), chunks=(2, 3), dtype="int32")
    >>> z[1:3] = 5
    >>> z[:, 0]
    array([0, 5, 5, 0], dtype=int32)
    >>> z.nchunks
    4
    """

    # `da.store` may write it in tasks: each writes files of its own.
    _stores_in_tasks = True

    def __init__(self, root, path="", read_only=False):
        self._root = _os.path.abspath(root)
        self.path = (path or "").strip("/")
        self._folder = _below(self._root, path)
        self.read_only = read_only
        self._reload()

    def _reload(self):
        self._own = _metadata(self._folder)[0]
        self.dtype, self.shape, self._stored = _info(self._folder)

    @property
    def _version(self):
        return self._own["zarr_format"]

    @property
    def _sharded(self):
        if self._version == 3 and self._own["codecs"] and self._own["codecs"][-1].get("name") == "sharding_indexed":
            return self._own["codecs"][-1]["configuration"]
        return None

    @property
    def chunks(self):
        """Sizes of a chunk."""
        return tuple(self._sharded["chunk_shape"]) if self._sharded else self._stored

    @property
    def shards(self):
        """Sizes of a shard, if several chunks stand in one file."""
        return self._stored if self._sharded else None

    @property
    def ndim(self):
        """Number of axes."""
        return len(self.shape)

    @property
    def size(self):
        """Number of elements."""
        return _math.prod(self.shape)

    @property
    def itemsize(self):
        """Bytes of an element."""
        return self.dtype.itemsize

    @property
    def nbytes(self):
        """Bytes of all elements, not compressed."""
        return self.size * self.dtype.itemsize

    @property
    def fill_value(self):
        """What elements are that were not written."""
        own = self._own["fill_value"]
        if own is None:
            return None
        if self.dtype.kind in ("M", "m"):
            return self.dtype.type("NaT")
        if self.dtype.kind in ("U", "S"):
            return self.dtype.type(own if self.dtype.kind == "U" else own.encode())
        if isinstance(own, list):
            return self.dtype.type(complex(float(own[0]), float(own[1])))
        if isinstance(own, str):
            own = float(own.replace("Infinity", "inf"))
        return self.dtype.type(own)

    @property
    def order(self):
        """The order of elements within a chunk."""
        return self._own.get("order", "C")

    @property
    def name(self):
        """The path, with a stroke in front."""
        return "/" + self.path

    @property
    def basename(self):
        """The last part of the path."""
        return self.path.split("/")[-1]

    @property
    def store(self):
        """The folder of all."""
        return storage.LocalStore(self._root, read_only=self.read_only)

    @property
    def store_path(self):
        """Where the array is."""
        return _uri(self._folder)

    @property
    def attrs(self):
        """What is noted of it."""
        return Attributes(self._folder, self.read_only)

    @property
    def cdata_shape(self):
        """Number of chunks along each axis."""
        return tuple([-(-n // chunk) for n, chunk in zip(self.shape, self.chunks)])

    @property
    def nchunks(self):
        """Number of chunks."""
        return _math.prod(self.cdata_shape)

    @property
    def nchunks_initialized(self):
        """Number of chunks that were written."""
        grid = [-(-n // size) for n, size in zip(self.shape, self._stored)]
        found, each = 0, self.nchunks // max(_math.prod(grid), 1)
        for index in _np.ndindex(*grid):
            found += each if _os.path.exists(_os.path.join(self._folder, self._key(index))) else 0
        return found

    def _key(self, index):
        # The file of a chunk, within the folder.
        if self._version == 2:
            return self._own.get("dimension_separator", ".").join([str(at) for at in index]) or "0"
        encoding = self._own["chunk_key_encoding"]
        plain = encoding["name"] == "v2"
        separator = encoding.get("configuration", {}).get("separator", "." if plain else "/")
        parts = [str(at) for at in index]
        return separator.join(parts) or "0" if plain else separator.join(["c"] + parts)

    @property
    def _chain(self):
        if self._version == 2:
            return []
        return self._sharded["codecs"] if self._sharded else self._own["codecs"]

    @property
    def compressors(self):
        """How chunks are compressed."""
        if self._version == 2:
            own = self._own.get("compressor")
            return () if own is None else (codecs._Other(own),)
        return tuple([codecs._known(own) for own in self._chain if own["name"] not in ("bytes", "transpose")])

    @property
    def filters(self):
        """What is done with elements before they become bytes."""
        if self._version == 2:
            return tuple([codecs._Other(own) for own in self._own.get("filters") or []])
        return tuple([codecs._known(own) for own in self._chain if own["name"] == "transpose"])

    @property
    def serializer(self):
        """How elements become bytes."""
        found = [codecs._known(own) for own in self._chain if own["name"] == "bytes"]
        return found[0] if found else None

    @property
    def metadata(self):
        """The metadata."""
        return _Metadata(self._own)

    @property
    def info(self):
        """What is known of it, to be printed."""
        return _Info(self)

    def __getitem__(self, key):
        starts, sizes, taken, whole = _selected(key, self.shape)
        return _np.asarray(_read(self._folder, starts, sizes)[taken])

    def __setitem__(self, key, value):
        _writable(self.read_only)
        starts, sizes, taken, whole = _selected(key, self.shape)
        if 0 in sizes:
            return
        value = _np.asarray(value)
        if whole:
            shape = tuple([n for n, each in zip(sizes, taken) if not isinstance(each, int)])
            if value.shape != shape:
                value = _fitted(value, shape)
            _write(self._folder, starts, value.reshape(sizes), self.dtype)
        else:
            block = _read(self._folder, starts, sizes)
            block[taken] = value
            _write(self._folder, starts, block, self.dtype)

    def resize(self, new_shape):
        """Give it another shape: chunks beyond the new end are removed, new ones have the fill value."""
        _writable(self.read_only)
        shape = (new_shape,) if isinstance(new_shape, int) else tuple(new_shape)
        if len(shape) != self.ndim:
            raise ValueError(f"The new shape must have {self.ndim} dimensions, it has {len(shape)}")
        for axis, size in enumerate(shape):
            if size < self.shape[axis]:
                _cut(self, axis, size)
        own = _metadata(self._folder)[0]
        own["shape"] = list(shape)
        _put_array(self._folder, own)
        self._reload()

    def append(self, data, axis=0):
        """Put elements behind the last ones along an axis; the new shape."""
        data = _np.asarray(data)
        others = [n for at, n in enumerate(self.shape) if at != axis]
        if others != [n for at, n in enumerate(data.shape) if at != axis]:
            raise ValueError(f"shape of data to append is not compatible with the array; all dimensions must match except for the dimension being appended")
        begin = self.shape[axis]
        self.resize(tuple([n + data.shape[at] if at == axis else n for at, n in enumerate(self.shape)]))
        self[(slice(None),) * axis + (slice(begin, None),)] = data
        return self.shape

    def __repr__(self):
        return f"<Array {_uri(self._folder)} shape={self.shape} dtype={self.dtype}>"

def _fitted(value, shape):
    # A value for a region; axes of size 1 in front may be left over.
    while value.ndim > len(shape) and value.shape[0] == 1:
        value = value[0]
    try:
        return _np.broadcast_to(value, shape)
    except ValueError:
        raise ValueError(f"could not broadcast input array from shape {value.shape} into shape {shape}") from None

def _cut(z, axis, size):
    # Files beyond the new end go.
    chunk = z._stored[axis]
    grid = [-(-n // each) for n, each in zip(z.shape, z._stored)]
    first = -(-size // chunk)
    for index in _np.ndindex(*[n - first if at == axis else n for at, n in enumerate(grid)]):
        file = _os.path.join(z._folder, z._key([at + first if which == axis else at for which, at in enumerate(index)]))
        if _os.path.exists(file):
            _os.remove(file)

class _Metadata:
    def __init__(self, own):
        self.zarr_format = own["zarr_format"]
        self.attributes = own.get("attributes", {})
        self.shape = tuple(own.get("shape", ()))
        self._own = own

    def to_dict(self):
        return dict(self._own)

class _Info:
    def __init__(self, array):
        self._array = array

    def __repr__(self):
        z = self._array
        rows = [
            ("Type", "Array"), ("Zarr format", z._version), ("Data type", z.dtype), ("Fill value", z.fill_value),
            ("Shape", z.shape), ("Chunk shape", z.chunks), ("Order", z.order), ("Read-only", z.read_only),
            ("Store type", "LocalStore"), ("Filters", z.filters), ("Compressors", z.compressors), ("No. bytes", z.nbytes),
        ]
        return "\n".join([f"{name:<19}: {value}" for name, value in rows])

class Group:
    """A folder of arrays and groups."""

    def __init__(self, root, path="", read_only=False):
        self._root = _os.path.abspath(root)
        self.path = (path or "").strip("/")
        self._folder = _below(self._root, path)
        self.read_only = read_only

    @property
    def name(self):
        """The path, with a stroke in front."""
        return "/" + self.path

    @property
    def basename(self):
        """The last part of the path."""
        return self.path.split("/")[-1]

    @property
    def store(self):
        """The folder of all."""
        return storage.LocalStore(self._root, read_only=self.read_only)

    @property
    def attrs(self):
        """What is noted of it."""
        return Attributes(self._folder, self.read_only)

    @property
    def metadata(self):
        """The metadata."""
        return _Metadata(_metadata(self._folder)[0])

    def _path(self, name):
        return f"{self.path}/{name}".strip("/")

    def __getitem__(self, name):
        found, array = _metadata(_below(self._folder, name))
        if found is None:
            raise KeyError(name)
        return (Array if array else Group)(self._root, self._path(name), self.read_only)

    def __contains__(self, name):
        return _metadata(_below(self._folder, name))[0] is not None

    def __delitem__(self, name):
        _writable(self.read_only)
        if name not in self:
            raise KeyError(name)
        _shutil.rmtree(_below(self._folder, name))

    def get(self, name, default=None):
        """An array or a group, or the default."""
        return self[name] if name in self else default

    def keys(self):
        """The names."""
        return iter([name for name in sorted(_os.listdir(self._folder)) if name in self])

    def __iter__(self):
        return self.keys()

    def __len__(self):
        return len(list(self.keys()))

    def members(self, max_depth=0):
        """Names with arrays and groups."""
        return tuple([(name, self[name]) for name in self.keys()])

    def arrays(self):
        """Names with arrays."""
        return iter([(name, one) for name, one in self.members() if isinstance(one, Array)])

    def groups(self):
        """Names with groups."""
        return iter([(name, one) for name, one in self.members() if isinstance(one, Group)])

    def array_keys(self):
        """The names of arrays."""
        return iter([name for name, one in self.arrays()])

    def group_keys(self):
        """The names of groups."""
        return iter([name for name, one in self.groups()])

    def create_group(self, name, *, overwrite=False, attributes=None):
        """A new group within it."""
        _writable(self.read_only)
        folder = _below(self._folder, name)
        if _metadata(folder)[0] is not None:
            if not overwrite:
                raise errors.ContainsGroupError(f"A group exists in store {storage.LocalStore(self._root)!r} at path {self._path(name)!r}.")
            _shutil.rmtree(folder)
        _make_group(self._root, self._path(name), self.metadata.zarr_format, attributes)
        return self[name]

    def require_group(self, name):
        """A group within it, made if it is not there."""
        return self[name] if name in self else self.create_group(name)

    def create_array(self, name, *, shape=None, dtype=None, data=None, chunks="auto", shards=None, filters="auto", compressors="auto", compressor="auto", fill_value=None, order=None, attributes=None, chunk_key_encoding=None, dimension_names=None, overwrite=False, config=None):
        """A new array within it."""
        _writable(self.read_only)
        return create_array(
            self._root, name=self._path(name), shape=shape, dtype=dtype, data=data, chunks=chunks, shards=shards, filters=filters,
            compressors=compressors, compressor=compressor, fill_value=fill_value, order=order, attributes=attributes,
            chunk_key_encoding=chunk_key_encoding, dimension_names=dimension_names, overwrite=overwrite, config=config,
            zarr_format=self.metadata.zarr_format,
        )

    def create_dataset(self, name, **kwargs):
        """A new array within it."""
        return self.create_array(name, **kwargs)

    def __repr__(self):
        return f"<Group {_uri(self._folder)}>"

def _make_group(root, path, version, attributes=None):
    # The metadata of a group, and of the groups above it.
    parts = path.strip("/").split("/") if path else []
    for count in range(len(parts) + 1):
        folder = _below(root, "/".join(parts[:count]))
        if _metadata(folder)[0] is None:
            own = (attributes or {}) if count == len(parts) else {}
            if version == 2:
                _put(_os.path.join(folder, ".zgroup"), _json.dumps({"zarr_format": 2}, indent=2), False)
                _put(_os.path.join(folder, ".zattrs"), _json.dumps(own, indent=2), False)
            else:
                _put(_os.path.join(folder, "zarr.json"), _json.dumps({"attributes": own, "zarr_format": 3, "node_type": "group"}, indent=2), False)

def _guessed(shape, itemsize):
    # Chunks of a size that suits most: as zarr-python and h5py choose them.
    chunks = [max(float(n), 1.0) for n in shape]
    whole = _math.prod(chunks) * itemsize
    target = min(max(256 * 1024 * 2 ** _math.log10(whole / (1024.0 * 1024)), 128 * 1024), 64 * 1024 * 1024)
    at = 0
    while chunks:
        size = _math.prod(chunks) * itemsize
        if (size < target or abs(size - target) / target < 0.5) and size < 64 * 1024 * 1024:
            break
        if _math.prod(chunks) == 1:
            break
        chunks[at % len(chunks)] = float(_math.ceil(chunks[at % len(chunks)] / 2.0))
        at += 1
    return tuple([int(n) for n in chunks])

def _sizes(chunks, shape, itemsize):
    if chunks is None or chunks is True or isinstance(chunks, str):
        return _guessed(shape, itemsize)
    if chunks is False:
        return tuple([max(n, 1) for n in shape])
    if isinstance(chunks, (int, _np.integer)):
        return (int(chunks),) * len(shape)
    found = [n if size is None or size == -1 else int(size) for size, n in zip(chunks, shape)]
    if len(found) != len(shape) or len(chunks) != len(shape):
        raise ValueError(f"chunks {tuple(chunks)} do not fit an array of {len(shape)} dimensions")
    return tuple([max(n, 1) for n in found])

def _named(dtype):
    # A dtype as it stands in the metadata of version 3.
    if dtype.kind in ("U", "S"):
        return {"name": "fixed_length_utf32" if dtype.kind == "U" else "null_terminated_bytes", "configuration": {"length_bytes": dtype.itemsize}}
    if dtype.kind not in ("M", "m"):
        return dtype.name
    name, _, unit = dtype.name.rstrip("]").partition("[")
    digits = "".join([c for c in unit if c.isdigit()])
    return {"name": "numpy." + name, "configuration": {"unit": unit[len(digits) :] or "generic", "scale_factor": int(digits or 1)}}

def _filled(value, dtype):
    # A fill value as it stands in the metadata.
    if dtype.kind in ("M", "m"):
        # NaT, as zarr-python has it.
        if not isinstance(value, int) or value != 0:
            raise NotImplementedError("fill values of moments and durations are not in rdask: they are NaT")
        return -9223372036854775808
    if dtype.kind == "c":
        value = complex(value)
        return [_filled(value.real, _np.dtype("f8")), _filled(value.imag, _np.dtype("f8"))]
    if dtype.kind in ("U", "S"):
        if value not in (0, "", b""):
            raise NotImplementedError("fill_value= of fixed strings other than '' is not in rdask")
        return ""
    if dtype.kind == "f":
        value = float(value)
        if value != value:
            return "NaN"
        if value in (_math.inf, -_math.inf):
            return "Infinity" if value > 0 else "-Infinity"
        return value
    return bool(value) if dtype.kind == "b" else int(value)

def _as_list(given):
    if given is None:
        return []
    return list(given) if isinstance(given, (list, tuple)) else [given]

def _codec(given, dtype):
    own = given if isinstance(given, dict) else given.to_dict()
    if own.get("name") == "blosc" and isinstance(given, codecs.BloscCodec):
        own["configuration"]["typesize"] = given.typesize or dtype.itemsize
        own["configuration"]["shuffle"] = given.shuffle or ("bitshuffle" if dtype.itemsize == 1 else "shuffle")
    return own

def _old_codec(given):
    # A compressor of version 2.
    if isinstance(given, dict):
        return given
    own = given.to_dict()
    if "id" in own:
        return own
    made = {"id": own["name"]}
    made.update(own.get("configuration", {}))
    if made["id"] == "blosc" and isinstance(made.get("shuffle"), str):
        made["shuffle"] = {"noshuffle": 0, "shuffle": 1, "bitshuffle": 2}[made["shuffle"]]
        made.pop("typesize", None)
    if made["id"] == "zstd" and not made.get("checksum", True):
        made.pop("checksum")
    return made

def _described(shape, chunks, shards, dtype, filters, compressors, fill_value, order, attributes, encoding, names, version):
    # The metadata of a new array.
    filters = [] if isinstance(filters, str) else _as_list(filters)
    default = isinstance(compressors, str)
    fill = 0 if fill_value is None else fill_value
    if version == 2:
        for at, each in enumerate(filters):
            raise TypeError(f"For Zarr format 2 arrays, all elements of `filters` must be numcodecs codecs. Element at index {at} has type {type(each)}, which is not a numcodecs codec.")
        if shards is not None:
            raise ValueError("Zarr format 2 arrays can only be created with `shard_shape` set to `None`.")
        given = [{"id": "zstd", "level": 0}] if default else [_old_codec(each) for each in _as_list(compressors)]
        if len(given) > 1:
            raise ValueError("For Zarr format 2 arrays, the `compressor` must be a single codec.")
        separator = "." if encoding is None else encoding.get("separator", encoding.get("configuration", {}).get("separator", "."))
        return {
            "shape": list(shape), "chunks": list(chunks), "dtype": dtype.str, "fill_value": None if fill_value is None and default is None else _filled(fill, dtype),
            "order": order or "C", "filters": None, "dimension_separator": separator,
            "compressor": given[0] if given else None, "zarr_format": 2,
        }
    chain = [_codec(each, dtype) for each in filters]
    endian = {"name": "bytes"} if dtype.itemsize == 1 or dtype.kind == "S" else {"name": "bytes", "configuration": {"endian": "little"}}
    chain.append(endian)
    chain += [codecs.ZstdCodec().to_dict()] if default else [_codec(each, dtype) for each in _as_list(compressors)]
    if shards is not None:
        index = [{"name": "bytes", "configuration": {"endian": "little"}}, {"name": "crc32c"}]
        if any([whole % part for whole, part in zip(shards, chunks)]):
            raise ValueError(f"The array's `chunk_shape` (got {tuple(shards)}) needs to be divisible by the shard's inner `chunk_shape` (got {tuple(chunks)}).")
        own = {"chunk_shape": list(chunks), "codecs": chain, "index_codecs": index, "index_location": "end"}
        chain = [{"name": "sharding_indexed", "configuration": own}]
    key = {"name": "default", "separator": "/"}
    key.update(encoding or {})
    if "configuration" not in key:
        key = {"name": key["name"], "configuration": {"separator": key["separator"]}}
    key.pop("separator", None)
    made = {
        "shape": list(shape), "data_type": _named(dtype),
        "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": list(chunks if shards is None else shards)}},
        "chunk_key_encoding": key, "fill_value": _filled(fill, dtype), "codecs": chain, "attributes": attributes or {},
        "zarr_format": 3, "node_type": "array", "storage_transformers": [],
    }
    if names is not None:
        made["dimension_names"] = list(names)
    return made

def _put_array(folder, own, attributes=None):
    # Write the metadata of an array.
    own = dict(own)
    if own["zarr_format"] == 2:
        own.pop("attributes", None)
        _put(_os.path.join(folder, ".zarray"), _json.dumps(own, indent=2), True)
        if attributes is not None:
            _put(_os.path.join(folder, ".zattrs"), _json.dumps(attributes, indent=2), False)
    else:
        _put(_os.path.join(folder, "zarr.json"), _json.dumps(own, indent=2), True)

def create_array(store: Any, *, name: Any = None, shape: Any = None, dtype: Any = None, data: Any = None, chunks: Any = "auto", shards: Any = None, filters: Any = "auto", compressors: Any = "auto", serializer: Any = "auto", fill_value: Any = None, order: Any = None, zarr_format: int = 3, attributes: Any = None, chunk_key_encoding: Any = None, dimension_names: Any = None, overwrite: Any = False, config: Any = None, compressor: Any = "auto", storage_options: Any = None, write_data: Any = True) -> Any:
    """A new array in a folder, `name` within it. Elements that were not written have the fill value. A codec of numcodecs is
    given as it stands in the metadata: `compressors={"id": "bz2", "level": 3}` in version 2, `{"name": "numcodecs.bz2", "configuration": {"level": 3}}` in version 3.

    >>> import tempfile, zarr
    >>> z = zarr.create_array(tempfile.mkdtemp(), name="a/b", data=np.arange(6.0).reshape(2, 3), chunks=(1, 3))
    >>> z.shape, z.chunks, z.dtype
    ((2, 3), (1, 3), dtype('float64'))
    >>> float(z[:].sum())
    15.0
    """
    root = _folder(store)
    zarr_format = zarr_format or 3
    if zarr_format not in (2, 3):
        raise ValueError(f"Invalid zarr_format: {zarr_format}. Expected 2 or 3")
    if not isinstance(serializer, str):
        raise NotImplementedError("zarr.create_array(serializer=...) is not in rdask: elements are written as bytes")
    if data is not None:
        if shape is not None or dtype is not None:
            raise ValueError("The data parameter was used, but the shape or dtype parameter was also used.")
        data = _np.asarray(data)
        shape, dtype = data.shape, data.dtype
    if shape is None or dtype is None:
        raise ValueError("Either shape and dtype, or data, must be given")
    shape = (int(shape),) if isinstance(shape, (int, _np.integer)) else tuple([int(n) for n in shape])
    dtype = _np.dtype(dtype)
    path = (name or "").strip("/")
    folder = _below(root, path)
    found, array = _metadata(folder)
    if found is not None:
        if not overwrite:
            error, kind = (errors.ContainsArrayError, "An array") if array else (errors.ContainsGroupError, "A group")
            raise error(f"{kind} exists in store {storage.LocalStore(root)!r} at path {path!r}.")
        _shutil.rmtree(folder)
    if not isinstance(compressor, str):
        compressors = compressor
    if isinstance(shards, str):
        raise NotImplementedError("shards='auto' is not in rdask: give the sizes of a shard")
    chunks = _sizes(chunks, shape, dtype.itemsize)
    own = _described(shape, chunks, shards, dtype, filters, compressors, fill_value, order, attributes, chunk_key_encoding, dimension_names, zarr_format)
    if "/" in path:
        _make_group(root, path[: path.rindex("/")], zarr_format)
    elif path:
        _make_group(root, "", zarr_format)
    _put_array(folder, own, attributes or {})
    z = Array(root, path)
    if data is not None and write_data:
        z[...] = data
    return z

def create(shape: Any, *, chunks: Any = True, dtype: Any = None, compressor: Any = "auto", fill_value: Any = None, order: Any = None, store: Any = None, overwrite: Any = False, path: Any = None, filters: Any = "auto", zarr_format: Any = None, attributes: Any = None, dimension_separator: Any = None, chunk_shape: Any = None, codecs: Any = None, dimension_names: Any = None, chunk_key_encoding: Any = None, mode: Any = None) -> Any:
    """A new array in a folder, by the arguments of zarr-python 2."""
    if codecs is not None:
        raise NotImplementedError("zarr.create(codecs=...) is not in rdask: use zarr.create_array(filters=, compressors=)")
    if dimension_separator is not None:
        chunk_key_encoding = {"name": "v2" if zarr_format == 2 else "default", "separator": dimension_separator}
    return create_array(
        store, name=path, shape=shape, dtype=dtype or "float64", chunks=chunk_shape or chunks, compressors=compressor, filters=filters,
        fill_value=fill_value, order=order, zarr_format=zarr_format or 3, attributes=attributes,
        chunk_key_encoding=chunk_key_encoding, dimension_names=dimension_names, overwrite=overwrite or mode == "w",
    )

def zeros(shape: Any, **kwargs: Any) -> Any:
    """A new array of zeros."""
    return create(shape, fill_value=0, **kwargs)

def empty(shape: Any, **kwargs: Any) -> Any:
    """A new array: zeros."""
    return create(shape, **kwargs)

def ones(shape: Any, **kwargs: Any) -> Any:
    """A new array of ones."""
    return create(shape, fill_value=1, **kwargs)

def full(shape: Any, fill_value: Any, **kwargs: Any) -> Any:
    """A new array of one value."""
    return create(shape, fill_value=fill_value, **kwargs)

def array(data: Any, *, store: Any = None, **kwargs: Any) -> Any:
    """A new array of these elements."""
    data = _np.asarray(data)
    z = create(data.shape, dtype=data.dtype, store=store, **kwargs)
    z[...] = data
    return z

def _begun(root, path, mode):
    # What is there, as the mode allows it.
    if mode not in ("r", "r+", "a", "w", "w-"):
        raise ValueError(f"Invalid mode: {mode}. Expected one of 'r', 'r+', 'a', 'w', 'w-'")
    folder = _below(root, path)
    if mode == "w":
        if _metadata(folder)[0] is not None:
            _shutil.rmtree(folder)
        return None, False
    found, array = _metadata(folder)
    if found is None and mode in ("r", "r+"):
        if not _os.path.exists(root):
            raise FileNotFoundError(f"{root} does not exist")
        raise errors.NodeNotFoundError(f"No array or group found in store {_uri(root)} at path {(path or '').strip('/')!r}")
    if found is not None and mode == "w-":
        raise FileExistsError(f"{folder} exists")
    return found, array

def open(store: Any, *, mode: Any = None, zarr_version: Any = None, zarr_format: Any = None, path: Any = None, storage_options: Any = None, **kwargs: Any) -> Any:
    """The array or group in a folder. `mode`: "r" (read), "r+" (read and write), "a" (the same, made if it is not there), "w" (made anew), "w-" (made, it must not be there)."""
    root = _folder(store)
    mode = mode or "a"
    found, array = _begun(root, path, mode)
    if found is not None:
        return (Array if array else Group)(root, path, mode == "r")
    if "shape" in kwargs or "data" in kwargs:
        return _made(root, path, zarr_format, kwargs)
    _make_group(root, (path or "").strip("/"), zarr_format or 3, kwargs.get("attributes"))
    return Group(root, path)

def _made(root, path, zarr_format, kwargs):
    if "data" in kwargs:
        return array(kwargs.pop("data"), store=root, path=path, zarr_format=zarr_format, **kwargs)
    return create(kwargs.pop("shape"), store=root, path=path, zarr_format=zarr_format, **kwargs)

def open_array(store: Any = None, *, zarr_version: Any = None, zarr_format: Any = None, path: Any = "", storage_options: Any = None, mode: Any = None, **kwargs: Any) -> Any:
    """The array in a folder, made if `mode` allows it and `shape` is given."""
    root = _folder(store)
    mode = mode or "a"
    found, array = _begun(root, path, mode)
    if found is not None and not array:
        raise errors.NodeTypeValidationError("Invalid value for 'node_type'. Expected 'array'. Got 'group'.")
    if found is not None:
        return Array(root, path, mode == "r")
    if "shape" not in kwargs:
        raise errors.ArrayNotFoundError(f"No array found in store {_uri(root)} at path {(path or '').strip('/')!r}")
    return _made(root, path, zarr_format, kwargs)

def open_group(store: Any = None, *, mode: Any = "a", zarr_version: Any = None, zarr_format: Any = None, path: Any = None, storage_options: Any = None, attributes: Any = None, use_consolidated: Any = None) -> Any:
    """The group in a folder, made if `mode` allows it.

    >>> import tempfile, zarr
    >>> g = zarr.open_group(tempfile.mkdtemp() + "/g.zarr", mode="w")
    >>> x = g.create_array("x", shape=(3,), dtype="int8")
    >>> list(g.keys())
    ['x']
    """
    root = _folder(store)
    found, array = _begun(root, path, mode)
    if array:
        raise errors.ContainsArrayError(f"An array already exists in store {_uri(root)} at path {(path or '').strip('/')}.")
    if found is None:
        _make_group(root, (path or "").strip("/"), zarr_format or 3, attributes)
    return Group(root, path, mode == "r")

def group(store: Any = None, *, overwrite: Any = False, path: Any = None, zarr_format: Any = None, attributes: Any = None) -> Any:
    """A group in a folder, made if it is not there."""
    return open_group(store, mode="w" if overwrite else "a", path=path, zarr_format=zarr_format, attributes=attributes)

def create_group(store: Any, *, path: Any = None, zarr_format: Any = None, overwrite: Any = False, attributes: Any = None) -> Any:
    """A new group in a folder."""
    return open_group(store, mode="w" if overwrite else "a", path=path, zarr_format=zarr_format, attributes=attributes)

def save_array(store: Any, arr: Any, *, zarr_format: Any = None, path: Any = None, mode: Any = None, **kwargs: Any) -> None:
    """Write an array to a folder."""
    array(arr, store=store, path=path, zarr_format=zarr_format, overwrite=True, **kwargs)

def save(store: Any, *args: Any, zarr_format: Any = None, path: Any = None, **kwargs: Any) -> None:
    """Write an array, or several under their keywords or as `arr_0`, `arr_1`, to a folder."""
    if len(args) == 1 and not kwargs:
        save_array(store, args[0], zarr_format=zarr_format, path=path)
        return
    named = {f"arr_{at}": one for at, one in enumerate(args)}
    named.update(kwargs)
    for name, one in named.items():
        save_array(store, one, zarr_format=zarr_format, path=f"{path or ''}/{name}")

def load(store: Any, *, path: Any = None, zarr_format: Any = None) -> Any:
    """The array in a folder, read whole."""
    found = open(store, mode="r", path=path)
    if isinstance(found, Group):
        raise NotImplementedError("loading groups not yet supported")
    return found[...]

def consolidate_metadata(store: Any, *, path: Any = None, zarr_format: Any = None) -> Any:
    """Collect the metadata of a group's members in one place: refused, they are read where they are."""
    raise NotImplementedError("zarr.consolidate_metadata is not in rdask: the metadata of each member are read where they are; call zarr-python for it")
