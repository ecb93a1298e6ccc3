import os
import shutil
import dask.bag as db
folder = '/tmp/rdask-bag-write'
shutil.rmtree(folder, ignore_errors=True)
b = db.from_sequence(['x', 'y', 'zé'], npartitions=2)
def show(make):
    try:
        r = make()
        print([os.path.basename(p) if isinstance(p, str) else type(p).__name__ for p in r])
    except Exception as e:
        print(type(e).__name__, e)
    if os.path.exists(folder):
        for name in sorted(os.listdir(folder)):
            if name.endswith('.txt') or name.endswith('.part'):
                with open(folder + '/' + name, encoding='utf-8') as f:
                    print(name, repr(f.read()))
        shutil.rmtree(folder, ignore_errors=True)
show(lambda: b.to_textfiles(folder + '/*.txt'))
show(lambda: b.to_textfiles(folder))
show(lambda: b.to_textfiles(folder + '/z-*.txt', name_function=lambda i: 'abc'[i], last_endline=True))
show(lambda: b.to_textfiles([folder + '/1.txt', folder + '/2.txt']))
show(lambda: b.to_textfiles(folder + '/*-*.txt'))
show(lambda: b.to_textfiles(folder + '/*.txt', compute=False))
show(lambda: db.from_sequence([1, 2]).to_textfiles(folder + '/*.txt')) if False else None
show(lambda: db.from_sequence([], npartitions=1).to_textfiles(folder + '/*.txt'))
show(lambda: db.range(12, npartitions=12).map(str).to_textfiles(folder + '/n*.txt'))
show(lambda: db.to_textfiles(b, folder + '/f*.txt'))
for ending in ['gz', 'bz2', 'xz']:
    b.to_textfiles(folder + '/p*.txt.' + ending)
    print(ending, db.read_text(folder + '/p*.txt.' + ending).compute(), sorted(os.listdir(folder)))
    shutil.rmtree(folder)
b.map(str.upper).to_textfiles(folder + '/q*.txt', compression='gzip')
print(db.read_text(folder + '/q*.txt', compression='gzip').compute())
shutil.rmtree(folder)
