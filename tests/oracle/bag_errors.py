import dask.bag as db
b = db.from_sequence([1, 2, 0, 4], npartitions=2)
def inverse(x):
    return 1 / x
for make in [lambda: b.map(inverse), lambda: b.filter(inverse), lambda: b.map(inverse).sum(), lambda: b.map(str).map(inverse), lambda: b.map(lambda x: [1][x]),
             lambda: b.map(lambda x: {1: 1, 2: 2, 4: 4}[x]), lambda: b.map(lambda x: x.name), lambda: b.map(lambda x, y: x), lambda: b.map(int, 'a'), lambda: b.foldby(inverse, max),
             lambda: b.groupby(inverse), lambda: b.topk(1, key=inverse), lambda: b.distinct(key=inverse), lambda: b.accumulate(lambda x, y: inverse(y)),
             lambda: b.map_partitions(lambda part: [inverse(x) for x in part]), lambda: b.fold(lambda x, y: inverse(y)), lambda: b.map(None)]:
    try:
        print(make().compute())
    except Exception as e:
        print(type(e).__name__, e)
class Special(Exception):
    pass
def special(x):
    if x == 0:
        raise Special('zero', x)
    return x
try:
    b.map(special).compute()
except Special as e:
    print('Special', e.args)
def careful(x):
    try:
        return inverse(x)
    except ZeroDivisionError:
        return None
print(b.map(careful).compute(), b.map(careful).filter(lambda x: x is not None).sum().compute())
print(b.map(lambda x: 5 if x else 1 // x).filter(lambda x: x).take(2))
for name in ['nothing', 'mapp', 'groupBy']:
    print(hasattr(b, name), end=' ')
print(hasattr(b, 'map'), getattr(b, 'npartitions'))
try:
    b.to_avro('x', {}) if False else db.range(3, 0)
except ZeroDivisionError as e:
    print('ZeroDivisionError', e)
