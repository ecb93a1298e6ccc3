import dask.bag as db
b = db.range(10, npartitions=4)
print(b.reduction(sum, sum).compute(), b.reduction(max, min).compute(), b.reduction(list, lambda parts: [len(p) for p in parts]).compute())
print(b.reduction(list, lambda parts: [x for p in parts for x in p], out_type=db.Bag).compute(), b.reduction(list, list, out_type=db.Bag))
n = db.range(100, npartitions=33)
for k in [None, 2, 3, 8, 50, False]:
    print(k, n.reduction(list, lambda parts: [p for p in parts], split_every=k, out_type=db.Bag).compute()[:1] if k is None else n.reduction(sum, lambda parts: sum(parts), split_every=k).compute())
def depth(parts):
    parts = list(parts)
    return (1 + max([p[0] for p in parts]), [p[1] for p in parts])
def first(part):
    return (0, sum(part))
print(n.reduction(first, depth).compute())
print(db.range(9, npartitions=9).reduction(first, depth, split_every=3).compute())
print(db.range(9, npartitions=9).reduction(first, depth, split_every=2).compute())
def counted(part, by=1):
    return sum(1 for _ in part) * by
print(b.reduction(counted, sum).compute(), b.reduction(counted, sum, name='named').key[:15], b.reduction(counted, sum, out_type=db.Bag))
e = b.filter(lambda x: x > 7)
print(e.reduction(list, list).compute(), e.sum().compute(), e.max().compute(), b.filter(lambda x: False).reduction(list, list).compute())
print(b.sum(split_every=2).compute(), b.count(split_every=2).compute(), b.max(split_every=3).compute(), b.any(split_every=2).compute(), b.all().compute())
