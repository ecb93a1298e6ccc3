import struct

for fmt, values in [("<ihb", (1, 2, -1)), (">IHB", (1, 2, 255)), ("@bi", (1, 2)), ("=bi", (1, 2)), ("!d", (1.5,)), ("<f", (0.1,)), ("<3s2x?", (b"abcdef", 1)), ("<5p", (b"abc",)), ("qQ", (-1, 2**64 - 1)), ("<2h", (-1, 3)), ("c", (b"x",)), ("<lL", (-5, 5)), ("lb", (1, 2)), ("", ()), ("<n" if False else "<q", (7,)), ("3B", (1, 2, 3))]:
    data = struct.pack(fmt, *values)
    print(fmt, struct.calcsize(fmt), data, struct.unpack(fmt, data))
print(struct.unpack_from("<H", b"abcdef", 2), struct.unpack_from("<H", b"abcdef", -2), list(struct.iter_unpack("<H", b"abcdef")))
s = struct.Struct("<hf")
print(s.size, s.format, s.pack(1, 2.5), s.unpack(s.pack(1, 2.5)))
for call in [lambda: struct.pack("b", 200), lambda: struct.pack("B", -1), lambda: struct.pack("h", 40000), lambda: struct.pack("<i", 2**31), lambda: struct.pack("<I", -1), lambda: struct.pack("i", "x"), lambda: struct.pack("i"), lambda: struct.pack("d", "x"), lambda: struct.pack("z", 1), lambda: struct.pack("3", 1), lambda: struct.unpack("i", b"abc"), lambda: struct.pack("c", b"ab"), lambda: struct.pack("s", "a"), lambda: struct.unpack_from("i", b"abc"), lambda: struct.pack("<q", 2**63), lambda: list(struct.iter_unpack("<H", b"abc")), lambda: struct.pack("f", 1e300)]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
