"""Avro files as bags: what stands behind `dask.bag.read_avro` and `Bag.to_avro`."""

import datetime as _datetime
import json as _json
import uuid as _uuid
import warnings as _warnings
from dask.bag.core import _absolute, _bag, _local, _paths, _text_names

def _size(path: Any) -> int: ...
def _records(path: Any, offset: Any = None, length: Any = None, compression: Any = None) -> Any: ...
def _write(part: Any, path: Any, schema: Any, text: Any, codec: Any, sync_interval: Any, metadata: Any) -> Any: ...

_EPOCH = _datetime.datetime(1970, 1, 1)

def _from_logical(kind, value):
    if kind == "date":
        return _datetime.date.fromordinal(value + 719163)
    if kind == "uuid":
        return _uuid.UUID(value)
    if kind.endswith("millis"):
        value = value * 1000
    if kind.startswith("time-"):
        return (_EPOCH + _datetime.timedelta(microseconds=value)).time()
    made = _EPOCH + _datetime.timedelta(microseconds=value)
    if kind.startswith("local"):
        return made
    return made.replace(tzinfo=_datetime.timezone.utc)

def _to_logical(kind, value):
    if kind == "uuid":
        return str(value)
    if kind == "date":
        if isinstance(value, _datetime.date):
            return value.toordinal() - 719163
        return value
    if kind.startswith("time-"):
        if not isinstance(value, _datetime.time):
            return value
        micros = ((value.hour * 60 + value.minute) * 60 + value.second) * 1000000 + value.microsecond
    else:
        if not isinstance(value, _datetime.datetime):
            return value
        if value.tzinfo is not None:
            value = value.astimezone(_datetime.timezone.utc).replace(tzinfo=None)
        passed = value - _EPOCH
        micros = (passed.days * 86400 + passed.seconds) * 1000000 + passed.microseconds
    return micros // 1000 if kind.endswith("millis") else micros

def read_avro(urlpath: Any, blocksize: Any = 100000000, storage_options: Any = None, compression: Any = None) -> Any:
    """A bag of the records of Avro files (one, a list of them, a pattern): a partition for each `blocksize` bytes of a
    file, or for each file if that is None.

    >>> import dask.bag as db
    >>> schema = {'name': 'Person', 'type': 'record', 'fields': [{'name': 'name', 'type': 'string'}, {'name': 'age', 'type': 'int'}]}
    >>> people = db.from_sequence([{'name': 'Ann', 'age': 31}, {'name': 'Bob', 'age': 25}], npartitions=1)
    >>> people.to_avro('/tmp/rdask-people-*.avro', schema)
    ['/tmp/rdask-people-0.avro']
    >>> db.read_avro('/tmp/rdask-people-*.avro').compute()
    [{'name': 'Ann', 'age': 31}, {'name': 'Bob', 'age': 25}]
    """
    paths = _paths(urlpath)
    if blocksize is None:
        tasks = [(_records, (path, None, None, compression)) for path in paths]
    else:
        if compression is not None:
            raise NotImplementedError("a compressed file cannot be read in blocks: read_avro(..., blocksize=None)")
        tasks = []
        for path in paths:
            tasks.extend([(_records, (path, offset, blocksize)) for offset in range(0, _size(path), blocksize)])
    if not tasks:
        raise TypeError("Must supply at least one delayed object")
    return _bag("bag-from-delayed", (paths, blocksize, compression), tasks)

def to_avro(b: Any, filename: Any, schema: Any, name_function: Any = None, storage_options: Any = None, codec: str = "null", sync_interval: int = 16000, metadata: Any = None, compute: bool = True, **kwargs: Any) -> Any:
    """Write each partition of a bag of records to an Avro file; gives the paths. A `*` in the path stands for the number of
    the partition, or for what `name_function` makes of it. Codecs: null, deflate, bzip2, xz, zstandard.

    >>> import dask.bag as db
    >>> schema = {'name': 'N', 'type': 'record', 'fields': [{'name': 'n', 'type': ['null', 'long']}]}
    >>> db.from_sequence([{'n': 1}, {'n': None}], npartitions=2).to_avro('/tmp/rdask-numbers-*.avro', schema, codec='deflate')
    ['/tmp/rdask-numbers-0.avro', '/tmp/rdask-numbers-1.avro']
    >>> db.read_avro('/tmp/rdask-numbers-*.avro', blocksize=None).compute()
    [{'n': 1}, {'n': None}]
    """
    _verify_schema(schema)
    n = b.npartitions
    if isinstance(filename, (list, tuple)):
        paths = [_absolute(_local(one)) for one in filename]
        if len(paths) < n:
            raise ValueError(f"{n} partitions need {n} paths, not {len(paths)}")
    else:
        names = None if name_function is None else [name_function(i) for i in range(n)]
        if names is not None and names != sorted(names):
            _warnings.warn("In order to preserve order between partitions paths created with ``name_function`` should sort to partition order")
        paths = _text_names(_local(filename), n, names)
    text = _json.dumps(schema)
    tasks = [(_write, (part, path, schema, text, codec, sync_interval, metadata)) for part, path in zip(b._parts, paths)]
    out = _bag("to-avro", ..., tasks)
    if compute:
        out.compute(**kwargs)
        return paths
    return out.to_delayed()

def _verify_schema(s):
    assert isinstance(s, dict), "Schema must be dictionary"
    for field in ["name", "type", "fields"]:
        assert field in s, f"Schema missing '{field}' field"
    assert s["type"] == "record", "Schema must be of type 'record'"
    assert isinstance(s["fields"], list), "Fields entry must be a list"
    for f in s["fields"]:
        assert "name" in f and "type" in f, f"Field spec incomplete: {f}"
