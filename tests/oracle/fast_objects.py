"""Objects of classes: attributes of every kind, calls of classes, operators that refuse, classes that change."""


class Point:
    kind = "point"

    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def __add__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return Point(self.x + other.x, self.y + other.y)

    def __repr__(self):
        return f"Point({self.x!r}, {self.y!r})"


class Scaled(Point):
    def __radd__(self, other):
        return ("reflected", other)

    def __mul__(self, k):
        return NotImplemented


held = [1, 2.5, "text", [1], (2,), {"k": 1}, None, True, Point(1), Point, len, 10**30, {3}, range(2), lambda: 1]
box = Point(0)
for value in held + held:
    box.x = value
    got = box.x
    assert got is value or got == value
    box.y, box.x = box.x, box.y
    print(type(box.y).__name__, end=" ")
print()
box.x = box
print(box.x.x.x is box)
box = box.x
print(box is box.x)

for a, b in [(Point(1, 2), Point(3)), (Point(1), 5), (5, Point(1)), (5, Scaled(1)), (Point(1), Scaled(2)), (Scaled(1), Scaled(2))]:
    try:
        print(a + b)
    except TypeError as e:
        print(e)
for _ in range(3):
    try:
        Scaled(1) * 2
    except TypeError as e:
        print(e)
    try:
        Point(1) - Point(2)
    except TypeError as e:
        print(e)

for make in [lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: Point(y=1, x=2), lambda: Point(*[1, 2])]:
    try:
        print(make())
    except TypeError as e:
        print(e)


class Wrong:
    def __init__(self):
        return 5


class Raises:
    def __init__(self, n):
        self.n = n
        if n > 1:
            raise ValueError(f"too large: {n}")


for make in [Wrong, lambda: Raises(1).n, lambda: Raises(2)]:
    try:
        print(make())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Many:
    def __init__(self, start):
        self.a, self.b, self.c, self.d, self.e, self.f = range(start, start + 6)

    def total(self):
        return self.a + self.b + self.c + self.d + self.e + self.f


print(sum(Many(i).total() for i in range(50)))


def read(p):
    return p.x, p.kind


first, second = Point(1), Point(2)
second.__dict__["late"] = 1
print(read(first), read(second), second.late)
Point.kind = "changed"
print(read(first), read(second))
first.kind = "own"
print(read(first), read(second))
del first.kind
print(read(first))
del first.x
try:
    read(first)
except AttributeError as e:
    print(e)
first.x = 9
print(read(first), vars(first))


class Rebinds:
    def __init__(self, n):
        self.n = n
        self = None


print(Rebinds(4).n)


class Calls:
    make = Point

    def __init__(self):
        self.inner = Point

    def go(self):
        return self.inner(1, 2), self.make(3), Calls.make(4, 5)


print(Calls().go())
things = {"p": Point, "i": int, "r": range, "s": str, "l": list}
print(things["p"](1), things["i"]("12"), things["r"](2), things["s"](5), things["l"]("ab"), list(map(int, ["1", "2"])))


class Depth:
    def __init__(self, n):
        self.below = Depth(n - 1) if n else None


node, count = Depth(200), 0
while node:
    node, count = node.below, count + 1
print(count)
