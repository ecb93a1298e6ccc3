import dask.bag as db
from dask import delayed
people = db.from_sequence(['Alice', 'Bob', 'Charlie'], npartitions=2)
fruit = ['Apple', 'Apricot', 'Banana']
print(people.join(fruit, lambda x: x[0]), list(people.join(fruit, lambda x: x[0])))
print(people.join(tuple(fruit), lambda x: x[0]).compute(), people.join(delayed(fruit), lambda x: x[0]).compute(), people.join(db.from_sequence(fruit, npartitions=1), lambda x: x[0]).compute())
print(people.join([3, 5, 5, 9], len, lambda x: x).compute(), people.join([(5, 'five'), (3, 'three')], len, lambda p: p[0]).compute())
a = db.from_sequence([{'id': 1, 'x': 'a'}, {'id': 2, 'x': 'b'}, {'id': 1, 'x': 'c'}], npartitions=2)
print(a.join([(1, 'one'), (2, 'two')], lambda r: r['id'], lambda p: p[0]).compute(), a.join([], lambda r: r['id']).compute())
print(a.join([{'id': 1}], 'id').compute() if False else 'by name')
for bad in [lambda: people.join(db.from_sequence(fruit, npartitions=2), len)]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
