import dask
from dask import delayed
log = []
@delayed
def extract(name):
    return [f'{name}-{i}' for i in range(3)]
@delayed
def transform(items, upper=False):
    return [i.upper() if upper else i for i in items]
@delayed
def load(*parts, sep=','):
    return sep.join(p for part in parts for p in part)
sources = ['a', 'b', 'c']
result = load(*[transform(extract(s), upper=(s != 'b')) for s in sources], sep=';')
print(result.compute())
stages = {s: transform(extract(s)) for s in sources}
print(dask.compute(stages)[0], stages['a'][0].compute(), stages['c'][-1].upper().compute(), load(stages['a'], stages['b']).split(',').compute())
total = sum([delayed(len)(s) for s in stages.values()])
print(total.compute(), (total / len(sources)).compute(), (total > 5).compute(), delayed(sorted)([s[0] for s in stages.values()], reverse=True).compute())
branch = delayed(lambda n: 'many' if n > 5 else 'few')(total)
print(branch.compute(), (branch + '!').compute(), dask.compute(branch, total, [result]))
