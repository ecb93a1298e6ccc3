import dask.bag as db
def sizes(bag):
    return bag.map_partitions(lambda part: [len(list(part))]).compute()
for n in [1, 2, 5, 7, 10, 13]:
    b = db.range(100, npartitions=10)
    r = b.repartition(n)
    print(n, r, r.npartitions, sizes(r), r.compute() == b.compute(), r.sum().compute())
    r = b.map(lambda x: x).repartition(npartitions=n)
    print(sizes(r), r.map(lambda x: x + 1).sum().compute())
b = db.from_sequence(range(23), npartitions=3)
for n in [1, 2, 3, 4, 6, 9, 20]:
    print(n, sizes(b.repartition(n)), end='; ')
print()
big = db.from_sequence(['x' * 1000] * 20, npartitions=4)
print(sizes(big.repartition(partition_size=10 ** 7)), big.repartition(partition_size='1GB').npartitions)
for bad in [lambda: b.repartition(), lambda: b.repartition(2, 100)]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(b.repartition(3) is b)
