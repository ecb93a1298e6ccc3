class Point:
    """A point."""
    count = 0
    def __init__(self, x, y=0):
        self.x = x
        self.y = y
        Point.count += 1
    def norm2(self):
        return self.x ** 2 + self.y ** 2
    def moved(self, dx=0, dy=0):
        return Point(self.x + dx, self.y + dy)
    def __repr__(self):
        return f'Point({self.x}, {self.y})'
p = Point(3, 4)
print(p, p.norm2(), p.moved(dx=1), Point.count, Point.__name__, Point.__doc__, p.__class__.__name__)
p.x = 10
p.color = 'red'
print(p.x, p.color, p.__dict__, hasattr(p, 'nope'))
p.count = 5
print(p.count, Point.count)
m = p.norm2
print(m(), Point.norm2(p))
class Empty:
    pass
e = Empty()
e.a = e.b = 1
print(e.a, e.b, type(e).__name__, isinstance(e, Empty), isinstance(p, Empty))
class Counter:
    def __init__(self):
        self.items = []
    def add(self, x):
        self.items.append(x)
        return self
print(Counter().add(1).add(2).items)
class Shared:
    data = []
    def add(self, x):
        self.data.append(x)
Shared().add(1)
Shared().add(2)
print(Shared.data)
for f in [lambda: p.nope, lambda: Point(), lambda: Point(1, 2, 3), lambda: p.norm2(1), lambda: Point.nope, lambda: p(), lambda: p + 1, lambda: p < p, lambda: len(p), lambda: p[0], lambda: iter(p), lambda: -p, lambda: Empty(1), lambda: Point.norm2()]:
    try:
        f()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
print(p == p, p == Point(10, 4), p != 5, p in [p], bool(p))
