"""Hot loops with text, lists and dicts beside the numbers."""


def describe(n):
    words = []
    counts = {}
    s = 0
    for i in range(n):
        s = (s * 31 + i) % 1009
        if s < 3:
            words.append(f"{i}:{s}")
        counts[s % 5] = counts.get(s % 5, 0) + 1
    return words, counts, s


print(describe(3000))


def collatz_text(n):
    steps = []
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps.append(n)
    return len(steps), max(steps), "-".join(str(k) for k in steps[-4:])


print(collatz_text(27), collatz_text(97))
text = "abc"
n = 0
for i in range(3000):
    n += i * len(text)
    if i == 2000:
        text = "longer"
print(n, text)
table = [k * k for k in range(100)]
s = 0
for i in range(5000):
    s += table[i % 100] - table[-1 - i % 100]
print(s)
lookup = {k: k * 0.5 for k in range(50)}
t = 0.0
for i in range(3000):
    t += lookup[i % 50] * 2
print(t)


def median(values):
    values = sorted(values)
    n = len(values)
    return values[n // 2] if n % 2 else (values[n // 2 - 1] + values[n // 2]) / 2


for k in range(500):
    median([k, 1, 2])
print(median([5, 3, 1]), median([4, 1, 3, 2]))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


p = Point(0, 1.5)
for k in range(3000):
    p.x += k
    p.y *= 1.0001
print(p.x, f"{p.y:.9f}")
line = ""
for k in range(2000):
    if k % 100 == 0:
        line += chr(65 + k // 100)
print(line)
none = None
c = 0
for k in range(3000):
    if none is None:
        c += 1
    if k == 2500:
        none = k
print(c, none)


def first(values, default=None):
    best = default
    for v in values:
        if best is None or v < best:
            best = v
    return best


print([first(range(k, 0, -1)) for k in range(500)][-1], first([]))
