from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass, FrozenInstanceError, InitVar
from typing import ClassVar, Optional, List
@dataclass
class Point:
    """A point."""
    x: int
    y: int = 0
    def dist(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
p = Point(3, 4)
print(p, p.dist(), p == Point(3, 4), p != Point(1), Point.__doc__)
try:
    Point()
except TypeError as e: print(e)
try:
    Point(1, 2, 3)
except TypeError as e: print(e)
try:
    Point(1, z=3)
except TypeError as e: print(e)
try:
    hash(p)
except TypeError as e: print(e)
try:
    p < Point(1)
except TypeError as e: print(e)
@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    tag: str = field(default="", compare=False)
vs = [Version(1, 2), Version(0, 9, "b"), Version(1, 0)]
print(sorted(vs), max(vs), Version(1) <= Version(1, 0), {Version(1): 2}[Version(1)])
try:
    vs[0].major = 5
except FrozenInstanceError as e: print(type(e).__name__, e)
try:
    del vs[0].major
except AttributeError as e: print(type(e).__name__, e)
@dataclass
class Person:
    name: str
    emails: List[str] = field(default_factory=list)
    age: Optional[int] = None
    count: ClassVar[int] = 0
    secret: str = field(default="s", repr=False)
    full: str = field(init=False)
    def __post_init__(self):
        self.full = self.name.title()
        Person.count += 1
a, b = Person("ann"), Person("bob", ["b@x"], 30)
a.emails.append("a@x")
print(a, b, Person.count, a.full)
print(asdict(b), astuple(b))
print(replace(b, name="rob"))
print([f.name for f in fields(Person)], is_dataclass(Person), is_dataclass(b), is_dataclass(3))
@dataclass
class Base:
    id: int
    kind: str = "base"
@dataclass
class Derived(Base):
    extra: float = 1.5
    kind: str = "derived"
print(Derived(1), Derived(1, "k", 2.0), Derived(1) == Base(1))
@dataclass
class Node:
    value: int
    children: "list[Node]" = field(default_factory=list)
    def total(self):
        return self.value + sum(c.total() for c in self.children)
tree = Node(1, [Node(2), Node(3, [Node(4)])])
print(tree, tree.total(), asdict(tree))
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as e: print(e)
try:
    @dataclass
    class Bad2:
        x: int = 1
        y: int
except TypeError as e: print(e)
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
print(K(a=1))
try:
    K(1)
except TypeError as e: print(e)
@dataclass
class WithInit:
    a: int
    scale: InitVar[int] = 2
    def __post_init__(self, scale):
        self.a *= scale
print(WithInit(3), WithInit(3, 5))
@dataclass(eq=False)
class NoEq:
    x: int
print(NoEq(1) == NoEq(1))
@dataclass
class Inventory:
    items: dict = field(default_factory=dict)
    def add(self, name, n=1):
        self.items[name] = self.items.get(name, 0) + n
        return self
    def __len__(self):
        return sum(self.items.values())
    @property
    def names(self):
        return sorted(self.items)
    @classmethod
    def of(cls, *names):
        made = cls()
        for n in names: made.add(n)
        return made
inv = Inventory.of("a", "b", "a")
print(inv, len(inv), inv.names)
print(p.__dict__, vars(p), p.__class__.__name__)
print(Point.__annotations__)
r = Node(1); r.children.append(r)
print(r)
