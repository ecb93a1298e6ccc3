import dask.bag as db
b = db.from_sequence([10, 3, 5, 7, 11, 4], npartitions=3)
print(b.topk(2), b.topk(2).compute(), b.topk(2, lambda x: -x).compute(), b.topk(10).compute(), b.topk(0).compute(), list(b.topk(1)))
w = db.from_sequence(['apple', 'fig', 'pear', 'date', 'kiwi', 'plum'], npartitions=2)
print(w.topk(3, key=len).compute(), w.topk(2).compute(), w.topk(4, key=lambda s: s[-1]).compute())
p = db.from_sequence([('a', 3), ('b', 1), ('c', 3), ('d', 2)], npartitions=2)
print(p.topk(2, key=1).compute(), p.topk(3, key=lambda k, v: v).compute(), p.topk(1, 0).compute(), p.topk(2, key=lambda p: -p[1]).compute())
n = db.range(1000, npartitions=25).map(lambda x: x * 37 % 101)
print(n.topk(5).compute(), n.topk(5, split_every=2).compute(), n.topk(3, key=lambda x: (x % 10, x)).compute())
r = db.from_sequence([{'n': 2}, {'n': 5}], npartitions=1)
print(r.topk(1, key='n').compute())
try:
    db.from_sequence([1, 'a'], npartitions=1).topk(2).compute()
except TypeError as e:
    print('TypeError', e)
