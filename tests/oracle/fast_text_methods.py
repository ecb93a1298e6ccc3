"""Texts by their short ways: case, widths, slices, numbers read, ends and what is in them."""


def attempt(name, run):
    try:
        print(name, repr(run()))
    except Exception as e:
        print(name, type(e).__name__, e)


words = ["", "a", "Z", "they're", "hello world", "ÀÉ straße", "ǆ", "x1y2 Zz", "  pad\t", "\x1c in \x1f"]
for word in words:
    print([word.upper(), word.lower(), word.title(), word.capitalize(), word.swapcase(), word.strip(), word.casefold()])
    print([word.lstrip(), word.rstrip(), word.strip("az "), word.startswith("he"), word.endswith(""), word.isalnum()])

same = "plain ascii"
print(same.strip() is same, same.lower() is not None, same[:] is same, same[0:] == same, same[0:11] == same)
for spec in ["<5", ">5", "^7", "05", "5", "<05", "*<6", "s", "<8s", ">3s", "40", "<40", "0", "=5", "300"]:
    attempt(spec, lambda: format("ab", spec))
    attempt(spec + " é", lambda: format("éß", spec))
for spec in ["02d", "02", "2", "5d", "<5", ">5", "05", "05d", "+d", "d", "x", "40", "<40d", "00", "0", "s", "=6", ",d", "2s"]:
    for number in [0, 7, 42, 99, 100, -3, -42, 10**20, True]:
        attempt(f"{spec} {number}", lambda: format(number, spec))
day, level, wide = 3, "WARN", 7
print(f"2026-{day:02d}-{day + 20:02d} [{level:<6}] {level:>{wide}}| {3.14159:.3f} {day!r:>4} {level!s:5}| {'':3}|")

for text in ["", "abc", "naïve café", "日本語テキスト"]:
    for start, stop, step in [(None, None, None), (1, None, None), (None, -1, None), (None, None, -1), (-2, None, 1), (5, 2, 1), (0, 100, 2), (None, None, 3)]:
        print(repr(text[start:stop:step]), end=" ")
    print()
attempt("step", lambda: "abc"[::0])
attempt("float", lambda: "abc"[1.5:])
attempt("bool", lambda: "abc"[True:])
attempt("big", lambda: "abc"[-(10**30):10**30])


class Place:
    def __index__(self):
        return 1


attempt("index", lambda: ("abcd"[Place():], [1, 2, 3][:Place()], (1, 2, 3)[Place():]))
items = [1, 2, 3, 4]
part = items[:]
part.append(5)
print(items, part, items[1:3], items[::-2], (1, 2, 3)[1:], (1, 2, 3)[:-5], items[2:][0])
low, high = 1, 3
print([items[low:high] for _ in range(2)], ["abcdef"[low:high] for _ in range(2)])

for digits in ["12", "-7", "+5", " 8 ", "1_000", "007", "", "-", "12a", "9" * 18, "9" * 19, "-" + "9" * 18, "1e3", "0x1f", "1.5"]:
    attempt(digits, lambda: int(digits))
print(int(3.9), int(-3.9), int(True), int(1e18), int(1e19), int(-9.5e18), int(7), float(3), float(2.5), float(True))
for bad in [float("nan"), float("inf"), None, [], "x"]:
    attempt("int", lambda: int(bad))
    attempt("float", lambda: float(bad))
print(str(12), str(-5), str("same"), str(), int(), float(), list(), set(), str(None), str(b"x", "ascii"), int("ff", 16))
print(list(range(3)), list(range(2, 5)), list(range(5, 2)), list(range(5, 2, -1)), range(0), len(range(-3)), range(True))
attempt("range", lambda: range("a"))
attempt("range", lambda: range(1, 2.0))
attempt("range", lambda: range(1, 2, 0))
attempt("range", lambda: range())
attempt("range", lambda: range(1, 2, 3, 4))

hay = "user=5 path=/a/b"
print("=" in hay, "q" in hay, "" in hay, hay in hay, "path=" in hay, "é" in "café", "e" not in "café", "ab" not in "ba")
attempt("in", lambda: 5 in hay)
attempt("in", lambda: hay in 5)
for a, b in [("a", "b"), ("", "a"), ("b", "abc"), ("é", "f"), ("abc", "abc"), ("Z", "a")]:
    print(a < b, a <= b, a > b, a >= b, a == b, a != b, a is a, "a" <= a <= "z", end=" | ")
print()
attempt("order", lambda: "a" < 1)
attempt("order", lambda: not ("a" >= None))
print(hay.startswith("user"), hay.startswith("ser", 1), hay.endswith("b"), hay.endswith(("x", "b")), hay.startswith(""))
attempt("starts", lambda: hay.startswith(5))
attempt("ends", lambda: hay.endswith(["b"]))
attempt("strip", lambda: hay.strip(5))
attempt("lower", lambda: hay.lower(1))
attempt("unbound", lambda: str.upper("abc") + str.strip("  x "))
