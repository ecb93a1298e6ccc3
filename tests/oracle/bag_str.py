import dask.bag as db
b = db.from_sequence(['Alice Smith', 'Bob Jones', 'Charlie Smith'], npartitions=2)
print(list(b.str.lower()), list(b.str.upper()), list(b.str.split(' ')), list(b.str.match('*Smith')), list(b.str.split()))
print(b.str.replace('Smith', 'Jones').compute(), b.str.replace('i', '', 1).compute(), b.str.startswith('B').compute(), b.str.endswith(('th', 's')).compute())
print(b.str.find('o').compute(), b.str.count('i').compute(), b.str.strip('AC').compute(), b.str.title().compute(), b.str.swapcase().compute())
print(b.str.center(17, '*').compute(), b.str.zfill(14).compute(), b.str.partition(' ').compute(), b.str.rsplit(' ', maxsplit=1).compute())
print(b.str.isalpha().compute(), b.str.istitle().compute(), b.str.lower().str.split().flatten().distinct().compute(), b.str.len().compute() if hasattr(b.str, 'len') else 'no len')
print(b.str.lower().npartitions, b.str.split(' ').pluck(0).compute(), b.str.join('-').take(1), b.str.ljust(15, '.').take(1), b.str.removesuffix(' Smith').compute())
print(b.str.split(sep='i', maxsplit=1).compute(), b.str.format().compute(), b.str.casefold().frequencies().compute())
print(hasattr(b.str, 'lower'), hasattr(b.str, 'nothing'))
try:
    print(db.from_sequence([1, 'a'], npartitions=1).map(lambda x: x).str.upper().compute())
except Exception as e:
    print(type(e).__name__)
