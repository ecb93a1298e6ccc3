"""Chains of comparisons as conditions: each operand once, in order, nothing after the first that does not hold."""


def show(name, value):
    print(name, end=" ")
    return value


class Odd:
    def __init__(self, truth):
        self.truth = truth

    def __lt__(self, other):
        print("<", end=" ")
        return [1] if self.truth else ""

    def __gt__(self, other):
        raise ValueError("asked")


for a, b, c in [(1, 2, 3), (3, 2, 1), (1, 3, 2), (2, 2, 2), ("a", "b", "c"), (1.5, 2, 2.5), (float("nan"), 1, 2)]:
    if show("a", a) < show("b", b) <= show("c", c):
        print("in", end=" ")
    if not a <= b < c:
        print("not", end=" ")
    if a < b < c or a > b > c:
        print("or", end=" ")
    if a < b < c and c > b > a:
        print("and", end=" ")
    print("yes" if a <= b <= c != 7 else "no", [x for x in [a, b, c] if a <= x <= b], a == b == c, a < b < c)
while 0 <= len(show("w", "ab")) < 2 < 5:
    break
else:
    print("else")
for truth in [True, False]:
    if Odd(truth) < 1 < 2:
        print("taken")
    else:
        print("left")
    if not Odd(truth) < 1 < 2:
        print("left")
for run in [lambda: 1 if 1 < Odd(True) < 2 else 2, lambda: 1 if 1 < "a" < 2 else 2, lambda: 1 if 2 < 1 < "a" else 2, lambda: 1 if 1 < 2 < None else 2]:
    try:
        print(run())
    except Exception as e:
        print(type(e).__name__, e)
if 1 < (n := 5) < 10 and n == 5:
    print(n)
n = 3
if n < (n := n + 1) < (n := n + 1) <= n:
    print(n)
x = [1, 2, 3, 4]
if 1 in x in [x] and 0 < 1 in x and x is x is not None:
    print("mixed")
x[1:3] += [7, 8]
x[0:1] *= 2
print(x)
at = 1
x[at:at + 1] += ["new"]
print(x, x[at:][0], x[at:3][-1], x[:at] + x[at:])
day, level, *rest = ["d", "l"]
print(day, level, rest)
for line in [["a"], ["a", "b", "c"], list("abcdef"), ("p", "q", "r", "s"), "xyz", range(5), {"k": 1, "j": 2, "i": 3}]:
    try:
        first, *middle, last = line
        print(first, middle, last)
    except ValueError as e:
        print(e)
*front, line[0] = line = [1, 2, 3]
print(front, line)
def letters(text):
    seen = []
    for c in text:
        if "a" <= c <= "z" or "0" <= c <= "9":
            seen.append(c)
        elif c == "!":
            break
        else:
            text = ""
    return "".join(seen), text


print(letters("abC9-z!q"), letters("é1a"), letters(""), [c for c in "a\0b\x7f"], [*zip("ab", "cd")], list(c + d for c in "xy" for d in "é1"))
