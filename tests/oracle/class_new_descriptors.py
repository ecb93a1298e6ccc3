class P:
    def __new__(cls, *args):
        print("new", cls.__name__, args)
        obj = super().__new__(cls)
        obj.made = True
        return obj
    def __init__(self, x):
        self.x = x
p = P(3); print(p.x, p.made)
class Single:
    _one = None
    def __new__(cls):
        if cls._one is None:
            cls._one = object.__new__(cls)
        return cls._one
print(Single() is Single())
class Meters(float):
    def __new__(cls, v, unit="m"):
        self = float.__new__(cls, v)
        self.unit = unit
        return self
m = Meters(3.5, "km"); print(m + 1, m.unit, isinstance(m, float))
class Upper(str):
    def __new__(cls, s):
        return super().__new__(cls, s.upper())
print(Upper("abc"), Upper("abc") == "ABC", len(Upper("x")))
class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))
print(Pair(1, 2), Pair(1, 2)[1])
class Odd:
    def __new__(cls): return 42
print(Odd())
class Base:
    subs = []
    def __init_subclass__(cls):
        super().__init_subclass__()
        Base.subs.append(cls.__name__)
class A(Base): pass
class B(A): pass
print(Base.subs)
class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return obj.__dict__.get("_" + self.name, "unset")
    def __set__(self, obj, value):
        if value < 0: raise ValueError(f"{self.name} must be >= 0")
        obj.__dict__["_" + self.name] = value
class Account:
    balance = Field()
    limit: int = 5
    owner: "str"
    tags: 'list[str]'
    def __init__(self): pass
print(Account.__annotations__)
a = Account()
print(a.balance)
a.balance = 10
print(a.balance, a.__dict__)
try:
    a.balance = -1
except ValueError as e: print(e)
class D:
    def __init__(self): self.x = 1
d = D()
d.__dict__["y"] = 2
print(d.y, vars(d))
d.__dict__.update(z=3)
print(d.z, sorted(d.__dict__))
dd = d.__dict__
d.w = 5
print(dd["w"], "w" in dd, len(dd))
del dd["w"]
print(hasattr(d, "w"))
from collections import namedtuple
N = namedtuple("N", "a b")
print(N(1, 2), N._make([3, 4]))
