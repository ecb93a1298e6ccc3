import dask.bag as db
b = db.from_sequence(range(10), npartitions=3)
iseven = lambda x: x % 2 == 0
def tidy(bag):
    return sorted([(k, sorted(v)) for k, v in bag.compute()], key=str)
print(b.groupby(iseven), b.groupby(iseven).npartitions, tidy(b.groupby(iseven)))
print(tidy(b.groupby(lambda x: x % 3)), tidy(b.groupby(lambda x: str(x % 4))), tidy(b.groupby(lambda x: (x % 2, 'k'))), tidy(b.groupby(lambda x: None)))
print(tidy(b.groupby(lambda x: x / 2 if x % 2 else x)), tidy(b.groupby(lambda x: x > 4, npartitions=7)), b.groupby(iseven, npartitions=7).npartitions)
print(b.groupby(iseven, shuffle='tasks').compute(), b.groupby(iseven, shuffle='tasks').npartitions)
n = db.range(100, npartitions=40)
print([len(v) for k, v in sorted(n.groupby(lambda x: x % 5, shuffle='tasks').compute())], n.groupby(lambda x: x % 5, shuffle='tasks').npartitions, n.groupby(lambda x: x % 5, shuffle='tasks', max_branch=4).npartitions)
print([(i, sorted(p.compute())) for i, p in enumerate(db.range(12, npartitions=3).groupby(lambda x: x % 5, shuffle='tasks').to_delayed())])
print([(i, sorted([k for k, v in p.compute()])) for i, p in enumerate(db.range(60, npartitions=4).groupby(lambda x: x % 9).to_delayed())])
print([(i, sorted([k for k, v in p.compute()])) for i, p in enumerate(db.range(60, npartitions=4).groupby(lambda x: 'k' + str(x % 9)).to_delayed())])
r = db.from_sequence([{'name': 'Alice', 'n': 1}, {'name': 'Bob', 'n': 2}, {'name': 'Alice', 'n': 3}], npartitions=2)
print(sorted([(k, sorted([x['n'] for x in v])) for k, v in r.groupby('name').compute()]))
print(sorted(r.groupby('name').starmap(lambda k, v: (k, len(v))).compute()), sorted(r.groupby(lambda x: x['name']).map(lambda p: p[0]).compute()))
for bad in [lambda: b.groupby(iseven, shuffle='nope'), lambda: b.groupby(iseven, method='disk'), lambda: b.groupby(lambda x: [x]).compute()]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
