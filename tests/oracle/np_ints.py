import numpy as np

ints = ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"]
every = ["bool"] + ints + ["float32", "float64"]
for a in every:
    print(a, [np.promote_types(a, b).name for b in every])
for a in every:
    d = np.dtype(a)
    print(d, repr(d), d.name, d.kind, d.itemsize, d.char, d.str, d.num, d.alignment, d.byteorder, d.type, d == a)
for name in ["byte", "ubyte", "short", "ushort", "intc", "uintc", "int", "uint", "long", "ulong", "longlong", "intp",
             "uintp", "i", "i1", "u1", "|i1", "<i2", "=i4", "b", "B", "h", "H", "I", "L", "Q", "q", "l", "p", "P",
             "single", "double", "bool", "?", "b1", "int_", "bool_", "uint8", "f4", "<f8", "|u1", "u", "i3", "foo"]:
    try:
        print(name, repr(np.dtype(name)), np.dtype(name).str)
    except TypeError as e:
        print(name, "TypeError", e)
for t in ints:
    a = np.array([1, 2, 100], dtype=t)
    print(t, a, a + a, a * a, a - 2 * a if t[0] == "i" else a - a, a // 3, a % 7, a ** 2, a / 4, ~a)
    print(repr(a), repr(a + 1), (a + 1.5).dtype, (a + True).dtype, (a > 1).dtype, repr(a << 1), repr(a >> 1), repr(a & 6), repr(a | 3), repr(a ^ 1))
    print(repr(a.sum()), repr(a.prod()), repr(a.min()), repr(a.max()), repr(a.mean()), repr(a.std()), repr(a.argmax()), repr(a.any()), repr(a.all()))
    print(repr(np.cumsum(a)), repr(np.cumprod(a)), a.nbytes, a.itemsize)
    info = np.iinfo(t)
    print(info, info.min, info.max, info.bits, repr(info))
    top = np.array([info.max, info.min], dtype=t)
    print(top + 1, top - 1, top * 2, -top, abs(top), top // -1 if t[0] == "i" else top // 1, np.sign(top), np.square(top))
    print(top.astype("float64"), top.astype("float32"), top.astype("int8"), top.astype("uint16"), top.astype(bool))
    x = np.dtype(t).type(100)
    print(repr(x), str(x), x + x, repr(x * 2), repr(x / 3), repr(x // 7), repr(x % 7), repr(x ** 2), repr(-x), repr(~x), repr(abs(x)), hash(x) == hash(100), x == 100, x < 101)
    print(type(x), type(x.item()), int(x), float(x), bool(x), x.dtype, isinstance(x, np.integer), isinstance(x, np.signedinteger), f"{x:5d}|{x}")
    print([10, 20, 30][np.dtype(t).type(1)], {5: "five"}[np.dtype(t).type(5)], np.arange(10)[np.array([1, 3], dtype=t)])
