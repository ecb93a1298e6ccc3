"""Instructions that the short loop does on registers alone, at the edges where it leaves them to the long one."""


def attempt(run, *args):
    try:
        print(repr(run(*args)))
    except Exception as e:
        print(type(e).__name__, e)


def sums(a, b):
    total = a
    for _ in range(3):
        total = total + b
        total += b
        total = total * 2 - 1
    return total


for pair in [(1, 2), (2**62, 2**61), (1.5, 2), (1, 2.5), (True, 2), (-(2**63), -1), (2**64, 1.0), ("a", "b"), ([1], [2])]:
    attempt(sums, *pair)


def divided(a, b):
    return a / b, a // b, a % b, a // 3, a % 3, a // 2, a % 2


for pair in [(7, 2), (-7, 2), (7, -2), (2**40 + 5, 3), (-(2**40) - 5, 3), (7.5, 2), (7, 0), (0.0, 0.0), (2**63 - 1, 7), (2**60, 2**55 + 1), (True, 3)]:
    attempt(divided, *pair)


def ordered(a, b):
    found = []
    if a < b:
        found.append("<")
    if a <= b:
        found.append("<=")
    if a > b:
        found.append(">")
    if a >= b:
        found.append(">=")
    if a == b:
        found.append("==")
    if a != b:
        found.append("!=")
    return found, a < b, a == b, not a, bool(b)


nan = float("nan")
for pair in [(1, 2), (1.0, 1), (nan, nan), (1, nan), (2**53 + 1, 2.0**53), (2.0**53, 2**53 + 1), ("a", "b"), ("ä", "a"), ("", "a"), (None, None), (True, 1), ((1, 2), (1, 3)), ([1], [1]), (1, "a"), ({}, {}), (2**70, 2.0**70)]:
    attempt(ordered, *pair)


def unbound(late):
    if late:
        x = 1
    return x


def unbound_sum(late):
    if late:
        x = 1
    y = 2
    return y + x


def unbound_text(late):
    if late:
        x = "a"
    x += "b"
    return x


def unbound_store(late):
    if late:
        x = 1
    found = {}
    found["a"] = x
    return found


for late in [True, False]:
    attempt(unbound, late)
    attempt(unbound_sum, late)
    attempt(unbound_text, late)
    attempt(unbound_store, late)


def grown(text, more):
    kept = text
    for _ in range(3):
        text += more
        text += text
    return kept, text


for pair in [("", "a"), ("ab", "ä"), ("x" * 30, "y")]:
    attempt(grown, *pair)


def items(a, at):
    b = a[at]
    a = a[at]
    return a, b


for pair in [([1, "a"], 1), ([1, "a"], -2), ([1], 1), ([1], -2), ((1, [2]), 1), ((1,), -1), ((1,), 5), ("abc", -1), ("abc", 3), ("aäb", 1), ({1: "x"}, 1), ({1: "x"}, True), ({(1, 2): 3}, (1, 2)), ({}, "k"), ({"k": None}, "k"), ({1: 2}, []), (range(5), 2), (5, 0), ([1, 2], "a")]:
    attempt(items, *pair)


def stored(a, at, value):
    a[at] = value
    a[at] = a
    return a


for row in [([1, 2], 0, "x"), ([1, 2], -1, 1.5), ([1], 1, 2), ({}, "k", [1]), ({1: 2}, 1, None), ({}, (1,), 2), ({}, [], 2), ((1,), 0, 1), ("a", 0, "b")]:
    attempt(stored, *row)


def unpacked(rows):
    found = []
    for a, b in rows:
        a, b = b, a
        found.append((a, b))
    return found


for rows in [[(1, 2), [3, 4]], ["ab"], [(1, 2, 3)], [(1,)], [1], [{1: 2, 3: 4}], zip([1, 2], ["a"]), [[[1], [2]]]]:
    attempt(unpacked, rows)
pair = [1, 2]
pair, rest = pair
print(pair, rest)
kept = ([1], [2])
one, two = kept
one.append(3)
print(kept)


def growing(values):
    for value in values:
        if len(values) < 6:
            values.append(value * 2)
    return values


attempt(growing, [1, 2])
attempt(growing, ["a", 1.5])


def displays(a, b):
    return [a, b, [a]], (a, (b,)), {"k": a, "l": b, "k": b}, {1: a, True: b, 1.0: 3}, {a: 1, b: 2}


for row in [(1, 2), ("x", "x"), (1, 1.0), ([], 1), (None, (1,))]:
    attempt(displays, *row)


def parts(a):
    return a[1:], a[:-1], a[::2], a[::-1], a[5:], a[1:2], a[True:None]


for a in [[1, 2, 3], (1, 2, 3), "aäb", "", range(4), b"abc", 5]:
    attempt(parts, a)


def shown(a, b):
    return f"{a}", f"{a}{b}", f"<{a:>5}|{b:<4}>", f"{a}:{-5}:{-(2**63)}", f"{a!r}{b!s}"


for row in [(1, 2), (-12, "x"), ("ä", "y" * 30), (True, None), (1.5, 2**70), (0, -1), (10, 99)]:
    attempt(shown, *row)
