from enum import Enum, IntEnum, auto, unique, Flag
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def pretty(self):
        return self.name.title()
    @property
    def hexa(self):
        return {"RED": "#f00"}.get(self.name, "?")
    @classmethod
    def default(cls):
        return cls.RED
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], Color.CRIMSON is Color.RED)
print(list(Color), len(Color), Color.RED in Color, Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.BLUE)
print(Color.RED.pretty(), Color.RED.hexa, Color.default(), type(Color.RED), isinstance(Color.RED, Color))
try:
    Color(9)
except ValueError as e: print(e)
try:
    Color["PINK"]
except KeyError as e: print("KeyError", e)
print({Color.RED: "r", Color.BLUE: "b"}[Color.BLUE], Color)
for c in Color:
    print(c.name, c.value, f"{c}", f"{c.name:>8}")
class Size(IntEnum):
    SMALL = 1
    LARGE = 10
print(Size.SMALL < Size.LARGE, Size.SMALL + 1, Size.LARGE, repr(Size.LARGE), sorted([Size.LARGE, Size.SMALL]), Size(10), max(Size), Size.SMALL == 1)
print(f"{Size.LARGE:>5}", "%d" % Size.LARGE, [10, 20, 30][Size.SMALL])
class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
print([(m.name, m.value) for m in Auto])
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.4e6)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def gravity(self):
        return round(6.67e-11 * self.mass / self.radius ** 2, 2)
print(Planet.EARTH.gravity, Planet.MARS.mass, Planet.EARTH.value)
class Perm(Flag):
    R = 4
    W = 2
    X = 1
rw = Perm.R | Perm.W
print(rw, Perm.R in rw, Perm.X in rw, rw & Perm.R, bool(rw & Perm.X), rw.value)
try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
except ValueError as e: print(e)
print(Color.__members__)
class Status(Enum):
    OK = "ok"
    FAIL = "fail"
    @classmethod
    def parse(cls, text):
        for s in cls:
            if s.value == text.lower():
                return s
        raise ValueError(text)
print(Status.parse("OK"), Status("fail"))
def act(s):
    if s is Status.OK: return "fine"
    elif s == Status.FAIL: return "bad"
print(act(Status.OK), act(Status.FAIL))
Shape = Enum("Shape", "CIRCLE SQUARE")
print(list(Shape), Shape.CIRCLE.value)
try:
    class More(Color):
        X = 5
except TypeError as e: print(e)
print(sorted(Color, key=lambda c: -c.value))
from collections import Counter
print(Counter([Color.RED, Color.BLUE, Color.RED]).most_common(1))
