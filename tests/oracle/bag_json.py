import json
import os
import shutil
import dask.bag as db
folder = '/tmp/rdask-bag-json'
shutil.rmtree(folder, ignore_errors=True)
records = db.range(60, npartitions=4).map(lambda i: {'id': i, 'name': ['Ann', 'Bob', 'Cid'][i % 3], 'amount': i * 1.5, 'tags': ['t' + str(i % 4)], 'who': {'age': 20 + i % 5}})
print(records.take(2), records.map(json.dumps).take(1))
records.map(json.dumps).to_textfiles(folder + '/*.json')
b = db.read_text(folder + '/*.json').map(json.loads)
print(b.npartitions, b.count().compute(), b.take(1))
print(b.pluck('name').frequencies().compute(), b.pluck('name').frequencies().topk(2, key=1).compute(), b.pluck('tags').flatten().frequencies(sort=True).compute())
print(b.filter(lambda r: r['amount'] > 80).pluck('id').compute(), b.pluck('amount').sum().compute(), b.pluck('amount').mean().compute())
print(b.foldby('name', lambda total, r: total + r['amount'], 0, lambda x, y: x + y, 0).compute())
print(b.map(lambda r: (r['name'], r['who']['age'])).distinct().count().compute(), b.pluck('who').pluck('age').max().compute())
def flat(r):
    return {'name': r['name'], 'age': r['who']['age'], **{'first': r['tags'][0]}}
print(b.map(flat).take(2), b.map(flat).filter(lambda r: r['first'] == 't1').pluck('age').distinct().compute())
def parse(line):
    try:
        return json.loads(line)
    except ValueError as e:
        return {'error': str(e)}
bad = db.from_sequence(['{"a": 1}', '{"a": ', 'nope', '[]'], npartitions=2)
print(bad.map(parse).compute())
try:
    bad.filter(lambda line: line != 'nope').map(json.loads).compute()
except Exception as e:
    print(type(e).__name__, e)
try:
    b.pluck('missing').compute()
except KeyError as e:
    print('KeyError', e)
shutil.rmtree(folder)
