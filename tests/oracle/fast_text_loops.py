words = "  the quick\tbrown\n\x1cfox \x0b jumps  "
print(words.split(), words.split(None, 2), words.split(" "), words.rsplit(None, 1), "".split(), "".split(","))
print("a,b,,c".split(","), "a,b,,c".split(",", 1), "a--b--c".split("--"), "a\u2003b\xa0c".split(), "éaéb".split("é"))
try:
    "a".split("")
except ValueError as e:
    print(e)
print("-".join(["a"]), "-".join(("x", "y", "z")), "".join("abc"), "·".join(str(i) for i in range(3)), repr(",".join([])))
for bad in (["a", 1], 5, [None]):
    try:
        print("-".join(bad))
    except TypeError as e:
        print(e)
total = ""
for c in "héllo wörld":
    if "a" <= c <= "z":
        total += chr((ord(c) - 97 + 13) % 26 + 97)
    else:
        total += c
print(total, len(total))
n, x, s, neg = 12, 3.5, "té", -7
print(f"{n}{x}{s}{neg}", f"{n}", f"{s}", f"{n:05d}|{x:8.2f}|{s:>5}|{neg:+}", f"{n!r}{s!r}", f"{10**20}{-2**63}{True}{None}")
for i in (0, -1, 9223372036854775807, -9223372036854775808, 100):
    print(f"<{i}>", f"{i}" == str(i), type(f"{i}").__name__)
for bad in ("", "ab"):
    try:
        ord(bad)
    except TypeError as e:
        print(e)
for bad in (-1, 0x110000, "a"):
    try:
        chr(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print([chr(i) for i in (65, 127, 128, 0x20AC)], ord("€"), len("€uro"), abs(-3), abs(-2.5), abs(True))
a = b = "x"
a += "y"
print(a, b, a == "xy", a != b, a is b, "x" == b)
text = ""
for i in range(5):
    old = text
    text += str(i)
    print(old, text, old < text, old == text)
