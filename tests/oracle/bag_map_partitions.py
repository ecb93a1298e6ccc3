import dask.bag as db
from dask import delayed
b = db.from_sequence(range(1, 101), npartitions=10)
def div(nums, den=1):
    return [num / den for num in nums]
print(b.map_partitions(div, den=b.max().compute()).take(5), b.map_partitions(div, den=b.max()).take(5), b.map_partitions(div, b.max()))
print(b.map_partitions(sum).compute(), b.map_partitions(lambda part: [sum(part)]).compute())
print(b.map_partitions(lambda part: 'text').compute()[:2], b.map_partitions(lambda part: None).compute()[:2])
c = b.map(lambda x: x * 2)
print(db.map_partitions(lambda x, y: [i * j for i, j in zip(x, y)], b, c).sum().compute())
print(b.map_partitions(lambda part, other: list(zip(part, other)), other=c).take(2))
print(b.map_partitions(lambda part, by, *more: [x * by for x in part if x not in more], 3, 1, 2).take(3))
print(b.map_partitions(lambda part, by: [x * by for x in part], by=delayed(7)).take(2), b.map_partitions(div, token='named'))
def firsts(part):
    for x in part:
        if x % 10 == 1:
            yield x
print(b.map_partitions(firsts).compute(), b.map_partitions(firsts).map(lambda x: -x).sum().compute())
print(b.map_partitions(map, b.map_partitions(list)).npartitions if False else 'skipped')
print(b.map(str).map_partitions(lambda part: [''.join(part)]).take(1), b.map_partitions(sorted, reverse=True).take(3))
print(b.map_partitions(lambda part: {sum(part): len(part)}).compute()[:3], b.map_partitions(lambda part: (x for x in part)).count().compute())
for bad in [lambda: db.map_partitions(div, 1), lambda: b.map_partitions(div, db.range(4, 2)), lambda: b.map_partitions(div, den=0).compute()]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
