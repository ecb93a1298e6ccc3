import dask
from dask import delayed
import os
here = os.path.dirname(os.path.abspath(__file__))
path = os.path.join(here, '..', '..', 'examples', 'data', 'airlines.csv')
@delayed
def read(p):
    with open(p) as f:
        return f.read().splitlines()
@delayed
def parse(lines):
    header, *rows = lines
    keys = header.split(',')
    return [dict(zip(keys, r.split(',', 1))) for r in rows]
rows = parse(read(path))
n = delayed(len)(rows)
first = rows[0]
print(n.compute(), first.compute(), first['carrier'].compute())
longest = delayed(max)(rows, key=lambda r: len(r['name']))
print(longest['name'].compute(), delayed(sorted)([r['carrier'] for r in rows.compute()]).compute()[:4])
