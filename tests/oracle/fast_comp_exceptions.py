def risky(n):
    if n == 3:
        raise ValueError(f"bad {n}")
    return n * n


for make in (
    lambda: [risky(i) for i in range(5)],
    lambda: {risky(i) for i in range(5)},
    lambda: {i: risky(i) for i in range(5)},
    lambda: list(risky(i) for i in range(5)),
    lambda: [10 // i for i in (2, 1, 0)],
    lambda: [a + b for a, b in zip("ab", [1, 2])],
    lambda: [a for a, b in zip([1], [2], [3])],
    lambda: [x for i, (x, y) in enumerate([(1, 2), 3])],
    lambda: [k for k, v in {1: 2, 3: 4}.items() if v / (k - 3)],
):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, e)
x = "outer"
kept = [x for x in range(3)]
print(x, kept)


def partial():
    seen = []
    try:
        [seen.append(i) or risky(i) for i in range(9)]
    except ValueError:
        return seen


print(partial(), partial())
print([(i, j) for i in range(3) if i for j in range(i) if j % 2 == 0])
print([[c for c in row if c != " "] for row in ("a b", "c")])
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
try:
    for a, b in [(1, 2), (3, 4, 5)]:
        print(a, b)
except ValueError as e:
    print(e, a, b)
try:
    for a, b in zip([1, 2], [3]):
        print(a, b)
        raise KeyError("in loop")
except KeyError as e:
    print(e, a, b)
