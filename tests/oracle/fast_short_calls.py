"""Attributes, methods and builtins through the short loop: what shadows them, what changes under them."""


def attempt(run, *args):
    try:
        print(repr(run(*args)))
    except Exception as e:
        print(type(e).__name__, e)


class Point:
    kind = "plain"

    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def shifted(self, by):
        return Point(self.x + by, self.y)

    def name(self):
        return "method"

    @property
    def double(self):
        return self.x * 2


class Named(Point):
    def name(self):
        return "own " + super().name()


class Guarded:
    def __init__(self):
        self.log = []

    def __setattr__(self, name, value):
        super().__setattr__(name, value)
        if name != "log":
            self.log.append(name)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return "no " + name


def asked(points):
    found = []
    for p in points:
        p.x = p.x
        p.z = [p.x]
        found.append((p.x, p.y, p.z, p.name(), p.kind, p.shifted(1).x, p.double))
    return found


points = [Point(1), Point("a", 2.5), Named(1.5), Point(True)]
attempt(asked, points[:1])
attempt(asked, points)
points[0].name = lambda: "instance"
points[0].kind = "changed"
attempt(asked, [points[0], points[2]])
Point.name = lambda self: "replaced"
attempt(asked, [points[0], points[2]])
del points[0].name
attempt(asked, [points[0], points[2]])
Point.kind = 5
Point.x = property(lambda self: "property")
attempt(lambda: (points[3].x, points[3].y))
del Point.x
points[3].__dict__["x"] = 7
attempt(asked, points[3:])


def guarded(g):
    g.a = 1
    g.a = 2
    g.b = g.c
    return g.a, g.b, g.c, g.log


for _ in range(2):
    attempt(guarded, Guarded())
attempt(lambda: Guarded()._a)
attempt(lambda: Point(1).none)
attempt(lambda: (5).real + Point(2).x)


def called(values):
    out = []
    for v in values:
        try:
            out.append(len(v))
            out.append(str(v))
            out.append(int(v))
        except Exception as e:
            out.append((type(e).__name__, str(e)))
    return out


for values in [["12", "", " 7 ", "ä1"], [[1], (1, 2), {3: 4}, {5}], [5, 1.5, None], [range(3)]]:
    attempt(called, values)


def popped(values):
    return values.pop(), values.pop(0), values


attempt(popped, [1, [2], "c"])
attempt(popped, [1])
attempt(popped, {0: 1, 1: 2})


def own_len(values):
    len = lambda values: "mine"
    return len(values)


attempt(own_len, [1])
length = len
len = lambda values: "global"
attempt(lambda: len([1]))
del len
attempt(lambda: len([1]))


class Stack(list):
    def append(self, value):
        super().append(("own", value))


def filled(stack):
    for i in range(3):
        stack.append(i)
    return stack, stack[0], stack[-1]


attempt(filled, Stack())
attempt(filled, [])
attempt(filled, "abc")
attempt(lambda: [].append())
attempt(lambda: [].append(1, 2))
itself = []
itself.append(itself)
print(itself)


def steps(log):
    try:
        for i in range(5):
            got = yield i, [i]
            log.append(got)
    finally:
        log.append("closed")


def dropped():
    log = []
    made = steps(log)
    next(made)
    made.send("sent")
    made = None
    log.append("after")
    return log


attempt(dropped)


def early():
    log = []
    for i, kept in steps(log):
        if i == 2:
            break
    log.append(kept)
    return log


attempt(early)


def squares(n):
    for i in range(n):
        yield sum(k * k for k in range(i))


def nested(n):
    a, b = squares(n), squares(n + 1)
    return [(x, y) for x, y in zip(a, b)], list(a), list(b), sum(squares(n)), max(squares(n)), "-".join(str(x) for x in squares(n))


attempt(nested, 4)


def walk(tree):
    if tree:
        yield from walk(tree[0])
        yield tree[1]
        yield from walk(tree[2])


attempt(lambda: list(walk((((), 1, ()), 2, ((), 3, ())))))


def failing():
    yield 1
    raise ValueError("inside")


attempt(lambda: [x for x in failing()])
attempt(lambda: sum(failing()))
made = failing()
attempt(lambda: next(made))
attempt(lambda: next(made))
attempt(lambda: next(made))


def itself_again():
    yield next(running)


running = itself_again()
attempt(lambda: next(running))
print("abcabc".replace("abc", "x"), "aaaa".replace("aa", "b"), "aXbXX".replace("XX", ""), "abab".replace("aba", "c"), "ab".replace("abc", "d"), ("ab" * 200).replace("ab", "c", 3)[:8], "xyxyxy".replace("xy", "z", 2))
