items = [3, 1, 2]
try:
    items.sort(key=lambda x: items.append(x) or x)
except ValueError as e:
    print(e, items)


class Odd:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 4:
            raise KeyError("four")
        return self.n < other.n

    def __repr__(self):
        return f"O{self.n}"


row = [Odd(n) for n in (5, 3, 9, 1)]
print(sorted(row), row)
row.append(Odd(4))
try:
    row.sort()
except KeyError as e:
    print(e, sorted(o.n for o in row))
try:
    [1, "a", 2].sort()
except TypeError as e:
    print(e)
try:
    sorted([(1, "a"), (1, 2)])
except TypeError as e:
    print(e)
print(sorted([(1, "a"), (0, 2), (2, None)]))
print(sorted([2, 1.5, True, 10**30, -(10**30), 0]))
print(sorted([float("inf"), 1, -0.0, 0.0, 0]))
print(sorted([(1, 2), (1,), (), (1, 2, 0), (0, 9)]))
print(sorted(["b", "", "ä", "a", "B", "ab"], reverse=True))
data = [("x", 2, 1), ("y", 1, 1), ("z", 2, 2), ("w", 1, 1)]
print(sorted(data, key=lambda r: r[1]), sorted(data, key=lambda r: r[1], reverse=True))
print(sorted(data, key=lambda r: (-r[1], r[0])), sorted(data, key=lambda r: r[1:]))
print(sorted([[2, 1], [1, 5], [1]]), sorted([{1}, {1, 2}, set()], key=len))
nan = float("nan")
print(len(sorted([3.0, nan, 1.0])), sorted([(nan, 1)]) == sorted([(nan, 1)]))
print(sorted(range(20), key=lambda i: i * 7 % 5), sorted("hello world", key=str.upper))
print(max([(1, "b"), (1, "c"), (0, "z")]), min(["b", "a"]), max([1, 2.5, True]), min([2.0, 2, True]))
for bad in ([], ()):
    try:
        max(bad)
    except ValueError as e:
        print(e)
