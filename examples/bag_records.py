"""Records of JSON: written as lines, read back in blocks, summed by key with foldby, and joined with a table."""
import json
import shutil
import dask.bag as db

folder = '/tmp/rdask-example-records'
shutil.rmtree(folder, ignore_errors=True)

def order(i):
    return {
        'id': i,
        'customer': ['Ann', 'Bob', 'Cleo', 'Dan'][i * 7 % 4],
        'items': [{'product': 'p' + str((i + k) % 5), 'price': (i * 13 + k * 29) % 50 + 1} for k in range(i % 3 + 1)],
    }

db.range(3000, npartitions=6).map(order).map(json.dumps).to_textfiles(folder + '/orders-*.json')
orders = db.read_text(folder + '/*.json', blocksize='64kiB').map(json.loads)
print(orders.count().compute(), 'orders, the first by', orders.take(1)[0]['customer'])

def spent(total, order):
    return total + sum([item['price'] for item in order['items']])

def add(a, b):
    return a + b

for customer, total in sorted(orders.foldby('customer', spent, 0, add, 0)):
    print(f'{customer:5} {total:7}')

items = orders.pluck('items').flatten()
print(items.count().compute(), 'items, mean price', round(items.pluck('price').mean().compute(), 4))
names = [('p0', 'pen'), ('p1', 'paper'), ('p2', 'ink'), ('p3', 'ruler'), ('p4', 'glue')]
named = items.join(names, lambda item: item['product'], lambda pair: pair[0])
sold = named.map(lambda pair: pair[0][1]).frequencies()
print(sorted(sold.compute()))
dear = orders.filter(lambda order: spent(0, order) > 110).pluck('id')
print(dear.count().compute(), 'orders over 110, such as', dear.take(3, npartitions=-1))
pairs = db.zip(orders.pluck('id'), orders.pluck('items').map(len))
print(pairs.foldby(1, lambda best, pair: max(best, pair[0]), 0, max, 0).compute())
shutil.rmtree(folder)
