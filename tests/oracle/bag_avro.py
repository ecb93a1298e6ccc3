import datetime
import os
import tempfile
import uuid
import dask
import dask.bag as db
dask.config.set(scheduler='sync')
UTC = datetime.timezone.utc
folder = tempfile.mkdtemp()
def of(*fields, **more):
    return {'name': 'T', 'type': 'record', 'fields': [{'name': n, 'type': t, **more} for n, t in fields]}
def both(schema, records, **options):
    try:
        paths = db.from_sequence(records, npartitions=1).to_avro(os.path.join(folder, 'x.*.avro'), schema, **options)
        print([os.path.basename(path) for path in paths], db.read_avro(paths, blocksize=None).compute())
    except Exception as e:
        print(type(e).__name__, e)
both(of(('a', 'int')), [{'a': 1}, {'a': -5}])
both(of(('a', 'int')), [{}])
both(of(('a', 'int')), [{'a': 'x'}])
both(of(('a', 'int')), [{'a': 1.5}])
both(of(('a', 'long')), [{'a': 2 ** 62}, {'a': -2 ** 63}])
both(of(('a', 'long')), [{'a': 2 ** 70}])
both(of(('a', 'string')), [{'a': 1}])
both(of(('a', 'string')), [{'a': 'zähl'}])
both(of(('a', 'bytes')), [{'a': b'\x00x'}])
both(of(('a', 'float')), [{'a': 1}, {'a': 0.1}])
both(of(('a', 'double')), [{'a': 1}, {'a': 0.1}])
both(of(('a', 'boolean')), [{'a': True}, {'a': 0}])
both(of(('a', 'null')), [{'a': 5}])
both(of(('a', ['null', 'int'])), [{'a': 5}, {'a': None}, {}])
both(of(('a', ['null', 'int'])), [{'a': 'x'}])
both(of(('a', ['int', 'string', 'double'])), [{'a': 'x'}, {'a': 1}, {'a': 1.5}])
both(of(('a', ['int', 'string'])), [{'a': True}])
both(of(('a', {'type': 'array', 'items': 'int'})), [{'a': [1, 2]}, {'a': (3,)}, {'a': []}])
both(of(('a', {'type': 'map', 'values': 'int'})), [{'a': {'x': 1, 'y': 2}}, {'a': {}}])
both(of(('a', {'type': 'map', 'values': 'int'})), [{'a': [1]}])
both(of(('a', {'type': 'enum', 'name': 'E', 'symbols': ['X', 'Y']})), [{'a': 'Y'}])
both(of(('a', {'type': 'enum', 'name': 'E', 'symbols': ['X', 'Y']})), [{'a': 'Z'}])
both(of(('a', {'type': 'fixed', 'name': 'F', 'size': 2})), [{'a': b'ab'}])
both(of(('a', {'type': 'fixed', 'name': 'F', 'size': 2})), [{'a': b'abc'}])
both(of(('a', {'type': 'record', 'name': 'R', 'fields': [{'name': 'b', 'type': 'int'}]})), [{'a': {'b': 3}}])
both(of(('a', {'type': 'record', 'name': 'R', 'fields': [{'name': 'b', 'type': ['null', 'R']}]})), [{'a': {'b': {'b': None}}}])
both(of(('a', 'int'), default=7), [{}, {'a': 1, 'b': 2}])
for codec in ['null', 'deflate', 'bzip2', 'xz', 'foo']:
    both(of(('a', 'string')), [{'a': 'x' * 9}] * 3, codec=codec)
day, clock = datetime.date(2020, 2, 29), datetime.time(23, 59, 58, 999000)
at = datetime.datetime(1969, 7, 20, 20, 17, 40, 123000)
both(of(('a', {'type': 'int', 'logicalType': 'date'})), [{'a': day}, {'a': 5}])
both(of(('a', {'type': 'int', 'logicalType': 'time-millis'})), [{'a': clock}, {'a': 5}])
both(of(('a', {'type': 'long', 'logicalType': 'time-micros'})), [{'a': clock}])
both(of(('a', {'type': 'long', 'logicalType': 'timestamp-millis'})), [{'a': at.replace(tzinfo=UTC)}, {'a': 5}])
both(of(('a', {'type': 'long', 'logicalType': 'timestamp-micros'})), [{'a': at.replace(tzinfo=UTC)}])
both(of(('a', {'type': 'long', 'logicalType': 'local-timestamp-micros'})), [{'a': at}])
both(of(('a', {'type': 'string', 'logicalType': 'uuid'})), [{'a': uuid.UUID(int=5)}])
b = db.from_sequence([{'n': i, 't': str(i) * 5} for i in range(100)], npartitions=3)
schema = of(('n', 'long'), ('t', 'string'))
paths = b.to_avro(os.path.join(folder, 'many.*.avro'), schema, sync_interval=100)
print([os.path.basename(path) for path in paths])
for size in [None, 100, 1000, 10 ** 8]:
    found = db.read_avro(os.path.join(folder, 'many.*.avro'), blocksize=size)
    print(found.count().compute(), found.pluck('n').sum().compute(), found.pluck('t').compute()[-1])
print([os.path.basename(p) for p in b.to_avro(os.path.join(folder, 'in'), schema)])
print([os.path.basename(p) for p in b.to_avro(os.path.join(folder, 'n-*.avro'), schema, name_function=lambda i: 'abc'[i])])
for wrong in [5, {}, {'name': 'x'}, {'name': 'x', 'type': 'int', 'fields': []}, {'name': 'x', 'type': 'record', 'fields': {}}, {'name': 'x', 'type': 'record', 'fields': [{'name': 'a'}]}]:
    try:
        b.to_avro(os.path.join(folder, 'w.*.avro'), wrong)
    except AssertionError as e:
        print('AssertionError', e)
lazy = b.to_avro(os.path.join(folder, 'lazy.*.avro'), schema, compute=False)
print(len(lazy), os.path.exists(os.path.join(folder, 'lazy.0.avro')))
with open(os.path.join(folder, 'bad.avro'), 'wb') as f:
    f.write(b'Obj\x01 but no more')
for path in ['bad.avro', 'none.avro']:
    try:
        print(db.read_avro(os.path.join(folder, path), blocksize=None).compute())
    except Exception as e:
        print(type(e).__name__, str(e).replace(folder, ''))
