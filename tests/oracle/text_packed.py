import bz2
import gzip
import io
import lzma
import os
import tempfile
import zlib

folder = tempfile.mkdtemp()
data = b"hello " * 1000
for module in (gzip, bz2, lzma):
    packed = module.compress(data)
    print(module.__name__, len(packed) < 200, module.decompress(packed) == data)
    path = os.path.join(folder, module.__name__)
    with module.open(path, "wb") as f:
        print(f.write(b"abc\n"), f.write(b"def\n"))
    with module.open(path) as f:
        print(f.read(2), f.readline(), f.readlines())
    with module.open(path, "wt", encoding="latin-1") as f:
        f.write("é\nz\n")
    with module.open(path, "rt", encoding="latin-1") as f:
        print([line for line in f])
    with module.open(path, "at") as f:
        f.write("more\n")
    print(module.open(path, "rb").read())
    cut = packed[: len(packed) // 2]
    try:
        module.decompress(cut)
    except Exception as e:
        print(type(e).__name__)
    with open(path, "wb") as f:
        f.write(cut)
    try:
        module.open(path).read()
    except EOFError as e:
        print(type(e).__name__, e)
    with open(path, "wb") as f:
        f.write(b"this is plain text, not packed at all")
    try:
        module.open(path).read()
    except Exception as e:
        print(type(e).__name__)
print(gzip.decompress(gzip.compress(b"a") + gzip.compress(b"b")))
print(zlib.decompress(zlib.compress(data)) == data, zlib.crc32(b"hello"), zlib.crc32(b"lo", zlib.crc32(b"hel")))
print(gzip.open(io.BytesIO(gzip.compress(b"in memory"))).read())
try:
    zlib.decompress(b"abc")
except zlib.error as e:
    print(type(e).__name__)
try:
    gzip.open(folder + "/no.gz")
except FileNotFoundError as e:
    print("FileNotFoundError", e.errno)
try:
    gzip.compress("text")
except TypeError as e:
    print(e)
