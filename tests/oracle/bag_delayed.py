import dask
import dask.bag as db
from dask import delayed
@delayed
def load(n):
    return list(range(n))
b = db.from_delayed([load(2), load(3), load(0)])
print(b, b.npartitions, b.compute(), b.map(lambda x: x + 1).sum().compute())
print(db.from_delayed(load(4)).compute(), db.from_delayed([delayed((1, 2)), delayed({5}), delayed('ab')]).compute())
@delayed
def gen(n):
    return (i * i for i in range(n))
print(db.from_delayed([gen(3), gen(2)]).compute(), db.from_delayed([gen(4)]).filter(lambda x: x > 1).compute())
parts = b.map(str).to_delayed()
print(len(parts), dask.compute(*parts), [p.compute() for p in parts], delayed(len)(parts[1]).compute())
totals = [delayed(sum)(p) for p in b.to_delayed()]
print(dask.compute(totals), delayed(max)(totals).compute())
back = db.from_delayed([delayed(lambda part: [x * 10 for x in part])(p) for p in b.to_delayed()])
print(back.compute(), delayed(b).compute(), delayed([b, 1]).compute(), delayed(lambda x, k=None: (x, k))(b, k=b.sum()).compute())
@delayed
def boom():
    raise ValueError('boom')
try:
    db.from_delayed([load(1), boom()]).compute()
except ValueError as e:
    print('ValueError', e)
print(db.from_delayed([delayed(range)(3), delayed(range)(2)]).frequencies().compute())
