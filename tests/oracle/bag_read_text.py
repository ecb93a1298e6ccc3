import os
import shutil
import dask.bag as db
folder = '/tmp/rdask-bag-read'
shutil.rmtree(folder, ignore_errors=True)
os.makedirs(folder)
for i in range(3):
    with open(f'{folder}/x{i}.txt', 'w') as f:
        f.write(f'a{i}\nb{i}\nc{i}' + ('\n' if i else ''))
def show(make):
    try:
        r = make()
        print((r, r.compute()) if hasattr(r, 'compute') else r)
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: db.read_text(folder + '/x*.txt'))
show(lambda: db.read_text(folder + '/nothing*.txt'))
show(lambda: db.read_text(folder + '/nothing.txt'))
show(lambda: db.read_text([folder + '/x2.txt', folder + '/x0.txt']))
show(lambda: db.read_text([]))
for size in [1, 3, 4, 5, 100, '3B', '1 kiB']:
    show(lambda: db.read_text(folder + '/x*.txt', blocksize=size))
show(lambda: db.read_text(folder + '/x*.txt', blocksize=4, files_per_partition=2))
for n in [1, 2, 5]:
    show(lambda: db.read_text(folder + '/x*.txt', files_per_partition=n))
show(lambda: db.read_text(folder + '/x0.txt', include_path=True))
show(lambda: db.read_text(folder + '/x*.txt', blocksize=4, include_path=True).map(lambda p: (p[0].strip(), os.path.basename(p[1]))))
show(lambda: db.read_text(folder + '/x0.txt', encoding='ascii'))
show(lambda: db.read_text(folder + '/x0.txt', compression='nope'))
show(lambda: db.read_text(folder + '/x0.txt', linedelimiter='b'))
show(lambda: db.read_text(folder + '/x1.txt', linedelimiter='\n').str.strip())
show(lambda: [part.compute() for part in db.read_text(folder + '/x*.txt', collection=False)])
b = db.read_text(folder + '/x*.txt').map(str.strip)
print(b.filter(lambda line: '1' in line).compute(), b.count().compute(), b.take(2), b.frequencies().count().compute(), b.map(len).sum().compute())
with open(folder + '/u.txt', 'w', encoding='utf-8') as f:
    f.write('naïve\r\ncafé\r\nend')
print(db.read_text(folder + '/u.txt').compute(), db.read_text(folder + '/u.txt', linedelimiter='').compute(), db.read_text(folder + '/u.txt', blocksize=6).compute())
show(lambda: db.read_text(folder + '/u.txt', encoding='ascii', errors='ignore'))
shutil.rmtree(folder)
