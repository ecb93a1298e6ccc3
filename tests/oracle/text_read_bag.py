import gzip
import os
import tempfile

import dask
import dask.bag as db

dask.config.set(scheduler="sync")
d = tempfile.mkdtemp()


def shown(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, str(e).replace(d, "DIR"))


with open(d + "/a.txt", "w") as f:
    f.write("x\nyy\nzzz\n" * 200)
for size in [1, 7, 100, 500, 899, 900, 10000, "1kB"]:
    b = db.read_text(d + "/a.txt", blocksize=size)
    parts = [len(part) for part in dask.compute(*b.to_delayed())]
    print(size, b.npartitions, parts[:8], sum(parts), b.distinct().compute())
with open(d + "/b.txt", "wb") as f:
    f.write(b"1\r\n2\r3\n4")
for delimiter in [None, "", "\n", "\r", "\r\n", "3", "\n4"]:
    print(repr(delimiter), db.read_text(d + "/b.txt", linedelimiter=delimiter).compute(), db.read_text(d + "/b.txt", linedelimiter=delimiter, blocksize=4).compute())
with gzip.open(d + "/c.txt.gz", "wt") as f:
    f.write("q\nr\n")
print(db.read_text(d + "/*").count().compute(), db.read_text([d + "/b.txt", d + "/c.txt.gz"]).compute())
print(db.read_text(d + "/*.txt", files_per_partition=2).npartitions, db.read_text(d + "/*.txt").npartitions)
print([(line, path.replace(d, "DIR")) for line, path in db.read_text(d + "/c*", include_path=True)])
with open(d + "/cut.txt.gz", "wb") as f:
    f.write(open(d + "/c.txt.gz", "rb").read()[:12])
with open(d + "/bad.txt", "wb") as f:
    f.write(b"ok\nbad\xff\n")
open(d + "/empty.txt", "w").close()
shown(lambda: db.read_text(d + "/cut.txt.gz").compute())
shown(lambda: db.read_text(d + "/bad.txt").compute())
shown(lambda: db.read_text(d + "/bad.txt", errors="ignore").compute())
shown(lambda: db.read_text(d + "/bad.txt", encoding="latin-1").compute())
shown(lambda: db.read_text(d + "/none.txt").compute())
shown(lambda: db.read_text(d + "/none*.txt"))
shown(lambda: db.read_text(d + "/none*.txt", blocksize=5))
shown(lambda: db.read_text(d + "/none.txt", blocksize=5))
shown(lambda: db.read_text(d + "/c.txt.gz", blocksize=5))
shown(lambda: db.read_text(d + "/a.txt", blocksize=5, files_per_partition=2))
shown(lambda: db.read_text(d + "/a.txt", compression="foo").compute())
shown(lambda: db.read_text(d + "/a.txt", encoding="nope").compute())
shown(lambda: db.read_text(d + "/empty.txt").compute())
for end in ["", ".gz", ".bz2", ".xz"]:
    names = db.from_sequence(["a", "é", "c"], npartitions=2).to_textfiles(d + "/out-*.txt" + end)
    print([name[len(d):] for name in names], db.read_text(d + "/out-*" + end).compute())
    for name in names:
        os.remove(name)
print([os.path.basename(p) for p in db.from_sequence(["a"]).to_textfiles(d + "/folder", last_endline=True)], open(d + "/folder/0.part").read() == "a\n")
