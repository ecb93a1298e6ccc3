b = b"banana split"
print(b.find(b"an"), b.find(b"x"), b.rfind(b"an"), b.find(b"an", 2), b.find(b"an", -4), b.find(97), b.index(b"n"), b.rindex(b"n"), b.count(b"a"), b.count(b"an", 2), b.count(b""), b.count(97))
print(b.startswith(b"ban"), b.startswith((b"x", b"b")), b.endswith(b"it"), b.startswith(b"an", 1), b.endswith(b"na", 0, 6))
print(b.replace(b"a", b"o"), b.replace(b"a", b"", 2), b"abc".replace(b"", b"-"), b"abc".replace(b"", b"-", 2), b.removeprefix(b"ban"), b.removesuffix(b"it"), b.removeprefix(b"x"))
print(b.upper(), b"AbC".lower(), b"AbC".swapcase(), b"hello wORLD".capitalize(), b"hello wORLD it's".title())
print(b"  x ".strip(), b"xxyxx".strip(b"x"), b"xxy".lstrip(b"x"), b"yxx".rstrip(b"x"), b"\t\n a\x0b".strip())
print(b"a,b,,c".split(b","), b"a b  c ".split(), b"a,b,c".split(b",", 1), b"a,b,c".rsplit(b",", 1), b" a  b c ".split(None, 1), b" a  b c ".rsplit(None, 1), b"".split(), b"".split(b","))
print(b"a\nb\r\nc\rd".splitlines(), b"a\nb\n".splitlines(True), b"".splitlines())
print(b"a=b=c".partition(b"="), b"a=b=c".rpartition(b"="), b"abc".partition(b"x"), b"abc".rpartition(b"x"))
print(b", ".join([b"a", b"b"]), b"".join([]), b"-".join((b"x",)))
print(b"ab".center(7), b"ab".center(6, b"*"), b"ab".ljust(4) + b"|", b"ab".rjust(4, b"."), b"-5".zfill(5), b"5".zfill(0))
print(b"abc".isalpha(), b"ab1".isalnum(), b"12".isdigit(), b" \n".isspace(), b"abc".islower(), b"ABC".isupper(), b"a\xff".isascii(), b"".isalpha(), b"A1".isupper())
print(b"hello".translate(bytes.maketrans(b"el", b"ip")), b"hello".translate(None, b"l"))
print(b"caf\xc3\xa9".decode(), b"caf\xe9".decode("latin-1"), b"\x80\x99".decode("cp1252"), b"h\x00i\x00".decode("utf-16-le"), b"\xff\xfeh\x00".decode("utf-16"), b"\xef\xbb\xbfx".decode("utf-8-sig"))
print("é€😀".encode(), "é".encode("latin-1"), "é€".encode("cp1252"), "a😀".encode("utf-16-be"), "a".encode("utf-16"), "a".encode("utf-8-sig"), "aé".encode("ascii", "ignore"), "aé€😀".encode("ascii", "backslashreplace"), "aé".encode("ascii", "replace"), "€".encode("ascii", "xmlcharrefreplace"))
bad = [(b"ab\xff", "utf-8"), (b"a\xc3(", "utf-8"), (b"\xe2\x82", "utf-8"), (b"\xf0\x9f\x98", "utf-8"), (b"\xed\xa0\x80", "utf-8"), (b"\xc0\x80", "utf-8"), (b"\x80", "ascii"), (b"\x81", "cp1252"), (b"a\x00b", "utf-16-le"), (b"\x00\xd8", "utf-16-le"), (b"\x00\xd8a\x00", "utf-16-le"), (b"\x00\xdc", "utf-16-le")]
for data, encoding in bad:
    try:
        print(data.decode(encoding))
    except UnicodeDecodeError as e:
        print(e, "|", e.encoding, e.start, e.end, e.reason, e.object)
    print(ascii(data.decode(encoding, "replace")), ascii(data.decode(encoding, "ignore")), data.decode(encoding, "backslashreplace"))
for text, encoding in [("aé", "ascii"), ("é€日", "latin-1"), ("xéy", "ascii"), ("日本", "cp1252"), ("😀", "ascii")]:
    try:
        print(text.encode(encoding))
    except UnicodeEncodeError as e:
        print(e, "|", e.start, e.end, e.reason)
for call in [lambda: b"a".decode("nope"), lambda: "a".encode("nope"), lambda: b"a".split(b""), lambda: b"a".split(","), lambda: b"a".find("a"), lambda: b"a".join(["x"]), lambda: b"a".join(5), lambda: b"a".index(b"z"), lambda: b"a".startswith("a"), lambda: b"a".replace("a", "b"), lambda: b"a".strip("a"), lambda: b"a".center(5, b"xx"), lambda: b"a".translate(b"x"), lambda: bytes.maketrans(b"a", b""), lambda: b"\xff".decode(errors="nope")]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
