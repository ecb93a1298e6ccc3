b = b"hello world"
print(b, len(b), b[0], b[-1], b[1:4], b[::-1], b[::2], b[20:], b"")
print(b"a\x00\xff\n\t\\'", b'it\'s', b"say \"hi\"", b"both ' and \"", rb"\n", b"a" b"b", b"\101\x41", b"\q" if False else b"")
print(bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), bytes(), bytes("abc", "ascii", "strict"))
print(bytes.fromhex("00 ff 10"), b.hex(), b.hex("-"), b.hex(":", 2), b.hex("_", -4), b"".hex())
print(b == b"hello world", b != b"x", b < b"z", b"a" <= b"a", b"ab" > b"a", b"a" == "a", b"a" in [b"a"])
print(b + b"!", b * 2, 2 * b"ab", b"x" * -1, b"ell" in b, 104 in b, b"z" not in b)
print(list(b"abc"), [x + 1 for x in b"ab"], sorted(b"cab"), sum(b"abc"), max(b"abc"), tuple(b"a"))
print(hash(b"a") == hash(b"a"), {b"a": 1, b"b": 2}[b"b"], {b"x", b"x"}, len({b"a", b"b"}))
print(isinstance(b, bytes), type(b), bytes.__name__, bool(b""), bool(b"a"), str(b"ab"), repr(b"ab"), f"{b'x'}", "%s" % b"x")
print(str(b"caf\xc3\xa9", "utf-8"), str(b"\xe9", "latin-1"), str(b"a\xff", errors="replace"))
print(min(b"b", b"a"), [b"b", b"a"].index(b"a"), sorted([b"b", b"a", b"ab"]))
x = b"abc"
for i, c in enumerate(x):
    print(i, c, chr(c), end=";")
print()
a, c, d = b"xyz"
print(a, c, d, x[0:1], x[-2:], x[1:][0])
print((1000).to_bytes(2, "big"), (1000).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True), (0).to_bytes(1, "big"), (255).to_bytes())
print(int.from_bytes(b"\x03\xe8", "big"), int.from_bytes(b"\xff\xfe", "little", signed=True), int.from_bytes([1, 2]), int.from_bytes(b"", "big"), (2**70).to_bytes(10, "big"))
calls = [lambda: b"a" + "b", lambda: "a" + b"b", lambda: b[100], lambda: b["x"], lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes("x"), lambda: bytes(-1), lambda: bytes(1.5), lambda: bytes.fromhex("0g"), lambda: bytes.fromhex("0"), lambda: "x" in b"x", lambda: 300 in b"x", lambda: (300).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: (1).to_bytes(1, "x"), lambda: bytes(["a"]), lambda: bytes(None), lambda: b"a".foo, lambda: int(b"12") if False else b"a" < "a", lambda: bytes(1, "utf-8"), lambda: str("a", "utf-8"), lambda: str(5, "utf-8"), lambda: format(b"a", ">5")]
for n, call in enumerate(calls):
    try:
        print(n, call())
    except Exception as e:
        print(n, type(e).__name__, e)
