"""A server's log: lines become records, bad ones are kept apart, and questions are asked of them."""
import os
import shutil
import dask
import dask.bag as db

folder = '/tmp/rdask-example-logs'
shutil.rmtree(folder, ignore_errors=True)
os.makedirs(folder)
paths = ['/', '/about', '/shop', '/shop/cart', '/api/items']
for day in range(4):
    with open(f'{folder}/day-{day}.log', 'w') as file:
        for i in range(500):
            n = day * 500 + i
            status = 500 if n % 97 == 0 else 404 if n % 31 == 0 else 200
            if n % 211 == 5:
                file.write('-- log rotated --\n')
            file.write(f'10.0.{n % 7}.{n % 13} GET {paths[n * n % 5]} {status} {n * 37 % 900 + 20}\n')

def parse(line):
    fields = line.split()
    if len(fields) != 5 or fields[1] != 'GET':
        return None
    host, _, path, status, size = fields
    return {'host': host, 'path': path, 'status': int(status), 'bytes': int(size)}

lines = db.read_text(folder + '/*.log')
parsed = lines.map(parse)
records = parsed.filter(lambda r: r is not None)
broken = lines.filter(lambda line: parse(line) is None)

# One pass over the files for all of these.
total, bad, statuses, worst = dask.compute(
    records.count(), broken.count(), records.pluck('status').frequencies(), records.topk(2, key='bytes'))
print(total, 'requests,', bad, 'lines that are none')
print(sorted(statuses))
print([(r['path'], r['bytes']) for r in worst])

errors = records.filter(lambda r: r['status'] >= 400)
for path, count in sorted(errors.pluck('path').frequencies().compute()):
    print(f'{path:12} {count}')
traffic = records.foldby('path', lambda total, r: total + r['bytes'], 0, lambda a, b: a + b, 0)
for path, size in sorted(traffic.compute(), key=lambda pair: -pair[1]):
    print(f'{path:12} {size:8} bytes')
hosts = records.pluck('host').distinct().count()
print(hosts.compute(), 'hosts; mean size', round(records.pluck('bytes').mean().compute(), 3))
shutil.rmtree(folder)
