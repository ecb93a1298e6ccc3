import io
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "a.txt")
with open(path, "wb") as f:
    print(f.write(b"line 1\r\nline 2\rline 3\nend"), f.tell(), f.writable(), f.readable(), f.mode, f.closed)
print(f.closed)
for newline in [None, "", "\n", "\r", "\r\n"]:
    with open(path, newline=newline) as f:
        print(repr(newline), f.readlines())
with open(path, "rb") as f:
    print(f.readline(), f.read(3), f.tell(), f.seek(2), f.read(4), f.seek(-3, 2), f.read(), f.read(), f.seek(1), f.seek(2, 1), f.readline())
with open(path, "rb") as f:
    print(list(f))
with open(path, "r+b") as f:
    f.seek(5)
    f.write(b"XX")
    f.seek(0)
    print(f.read())
with open(path, "ab") as f:
    f.writelines([b"1", b"2"])
print(open(path, "rb").read()[-6:], os.path.getsize(path), os.stat(path).st_size)
for encoding in ["utf-8", "latin-1", "cp1252", "utf-16", "utf-8-sig", "utf-16-le"]:
    with open(path, "w", encoding=encoding) as f:
        f.write("é1\n")
        f.write("ü2\n")
    print(encoding, open(path, "rb").read(), open(path, encoding=encoding).read().split(), open(path, encoding=encoding).readlines())
with open(path, "wb") as f:
    f.write(b"ok\nb\xffd\n")
for errors in ["replace", "ignore", "backslashreplace"]:
    print(errors, ascii(open(path, errors=errors).read()))
try:
    print(open(path).read())
except UnicodeDecodeError as e:
    print(e)
try:
    for line in open(path):
        print(line)
except ValueError as e:
    print(type(e).__name__, e)
try:
    open(path, "w", encoding="ascii").write("é")
except UnicodeEncodeError as e:
    print(e)
for args in [(path, "q"), (path, ""), (path, "rw"), (path, "rbt"), (path, "b"), (path, "rr"), (folder + "/no", "rb"), (folder, "rb"), (path, "x")]:
    try:
        open(*args)
    except Exception as e:
        print(type(e).__name__, str(e).replace(folder, ""))
for options in [{"mode": "rb", "encoding": "utf-8"}, {"mode": "rb", "newline": ""}, {"encoding": "nope"}, {"newline": "x"}]:
    try:
        open(path, **options)
    except Exception as e:
        print(type(e).__name__, e)
try:
    open(path, "rb").write(b"x")
except Exception as e:
    print(type(e).__name__, e)
try:
    open(path, "wb").write("x")
except Exception as e:
    print(type(e).__name__, e)
try:
    f = open(path, "rb")
    f.close()
    f.read()
except Exception as e:
    print(type(e).__name__, e)
b = io.BytesIO(b"abc\ndef")
print(b.read(2), b.readline(), b.getvalue(), b.seek(0, 2), b.write(b"!!"), b.getvalue(), b.tell(), b.seek(0), list(b))
print(io.BytesIO().getvalue(), io.BytesIO(b"x").read(), isinstance(b, io.BytesIO))
s = io.StringIO("a\nb\n")
print(list(s), s.getvalue())
s = io.StringIO()
print(s.write("héllo"), s.getvalue(), s.tell())
with io.BytesIO() as b:
    b.write(b"q")
    print(b.getvalue())
