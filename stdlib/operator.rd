"""The operators as functions."""

def add(a: Any, b: Any, /) -> Any:
    """`a + b`.

    >>> import operator
    >>> operator.add(2, 3)
    5
    """
    ...

def sub(a: Any, b: Any, /) -> Any:
    """`a - b`.

    >>> import operator
    >>> operator.sub(2, 3)
    -1
    """
    ...

def mul(a: Any, b: Any, /) -> Any:
    """`a * b`.

    >>> import operator
    >>> operator.mul(2, 3)
    6
    """
    ...

def truediv(a: Any, b: Any, /) -> Any:
    """`a / b`.

    >>> import operator
    >>> operator.truediv(3, 2)
    1.5
    """
    ...

def floordiv(a: Any, b: Any, /) -> Any:
    """`a // b`.

    >>> import operator
    >>> operator.floordiv(7, 2)
    3
    """
    ...

def mod(a: Any, b: Any, /) -> Any:
    """`a % b`.

    >>> import operator
    >>> operator.mod(7, 2)
    1
    """
    ...

def pow(a: Any, b: Any, /) -> Any:
    """`a ** b`.

    >>> import operator
    >>> operator.pow(2, 3)
    8
    """
    ...

def matmul(a: Any, b: Any, /) -> Any:
    """`a @ b`."""
    ...

def and_(a: Any, b: Any, /) -> Any:
    """`a & b`.

    >>> import operator
    >>> operator.and_(6, 3)
    2
    """
    ...

def or_(a: Any, b: Any, /) -> Any:
    """`a | b`.

    >>> import operator
    >>> operator.or_(6, 3)
    7
    """
    ...

def xor(a: Any, b: Any, /) -> Any:
    """`a ^ b`.

    >>> import operator
    >>> operator.xor(6, 3)
    5
    """
    ...

def lshift(a: Any, b: Any, /) -> Any:
    """`a << b`.

    >>> import operator
    >>> operator.lshift(1, 3)
    8
    """
    ...

def rshift(a: Any, b: Any, /) -> Any:
    """`a >> b`.

    >>> import operator
    >>> operator.rshift(8, 3)
    1
    """
    ...

def iadd(a: Any, b: Any, /) -> Any:
    """`a += b`: the new value of `a`."""
    ...

def isub(a: Any, b: Any, /) -> Any:
    """`a -= b`: the new value of `a`."""
    ...

def imul(a: Any, b: Any, /) -> Any:
    """`a *= b`: the new value of `a`."""
    ...

def itruediv(a: Any, b: Any, /) -> Any:
    """`a /= b`: the new value of `a`."""
    ...

def iand(a: Any, b: Any, /) -> Any:
    """`a &= b`: the new value of `a`."""
    ...

def ior(a: Any, b: Any, /) -> Any:
    """`a |= b`: the new value of `a`."""
    ...

def ifloordiv(a: Any, b: Any, /) -> Any:
    """`a //= b`: the new value of `a`."""
    ...

def imod(a: Any, b: Any, /) -> Any:
    """`a %= b`: the new value of `a`."""
    ...

def ipow(a: Any, b: Any, /) -> Any:
    """`a **= b`: the new value of `a`."""
    ...

def imatmul(a: Any, b: Any, /) -> Any:
    """`a @= b`: the new value of `a`."""
    ...

def ixor(a: Any, b: Any, /) -> Any:
    """`a ^= b`: the new value of `a`."""
    ...

def ilshift(a: Any, b: Any, /) -> Any:
    """`a <<= b`: the new value of `a`."""
    ...

def irshift(a: Any, b: Any, /) -> Any:
    """`a >>= b`: the new value of `a`."""
    ...

def inv(a: Any, /) -> Any:
    """`~a`.

    >>> import operator
    >>> operator.inv(3)
    -4
    """
    ...

def indexOf(a: Any, b: Any, /) -> int:
    """The first place of `b` in `a`; ValueError if there is none.

    >>> import operator
    >>> operator.indexOf('abc', 'b')
    1
    """
    ...

def neg(a: Any, /) -> Any:
    """`-a`.

    >>> import operator
    >>> operator.neg(3)
    -3
    """
    ...

def pos(a: Any, /) -> Any:
    """`+a`.

    >>> import operator
    >>> operator.pos(3)
    3
    """
    ...

def invert(a: Any, /) -> Any:
    """`~a`.

    >>> import operator
    >>> operator.invert(3)
    -4
    """
    ...

def abs(a: Any, /) -> Any:
    """`abs(a)`.

    >>> import operator
    >>> operator.abs(-3)
    3
    """
    ...

def index(a: Any, /) -> int:
    """`a` as an integer.

    >>> import operator
    >>> operator.index(3)
    3
    """
    ...

def eq(a: Any, b: Any, /) -> Any:
    """`a == b`.

    >>> import operator
    >>> operator.eq(1, 2)
    False
    """
    ...

def ne(a: Any, b: Any, /) -> Any:
    """`a != b`.

    >>> import operator
    >>> operator.ne(1, 2)
    True
    """
    ...

def lt(a: Any, b: Any, /) -> Any:
    """`a < b`.

    >>> import operator
    >>> operator.lt(1, 2)
    True
    """
    ...

def le(a: Any, b: Any, /) -> Any:
    """`a <= b`.

    >>> import operator
    >>> operator.le(1, 2)
    True
    """
    ...

def gt(a: Any, b: Any, /) -> Any:
    """`a > b`.

    >>> import operator
    >>> operator.gt(1, 2)
    False
    """
    ...

def ge(a: Any, b: Any, /) -> Any:
    """`a >= b`.

    >>> import operator
    >>> operator.ge(1, 2)
    False
    """
    ...

def is_(a: Any, b: Any, /) -> bool:
    """`a is b`.

    >>> import operator
    >>> operator.is_(None, None)
    True
    """
    ...

def is_not(a: Any, b: Any, /) -> bool:
    """`a is not b`.

    >>> import operator
    >>> operator.is_not(None, 1)
    True
    """
    ...

def not_(a: Any, /) -> bool:
    """`not a`.

    >>> import operator
    >>> operator.not_(0)
    True
    """
    ...

def truth(a: Any, /) -> bool:
    """`bool(a)`.

    >>> import operator
    >>> operator.truth([])
    False
    """
    ...

def contains(a: Any, b: Any, /) -> bool:
    """`b in a`.

    >>> import operator
    >>> operator.contains([1, 2], 2)
    True
    """
    ...

def concat(a: Any, b: Any, /) -> Any:
    """`a + b` of sequences.

    >>> import operator
    >>> operator.concat([1], [2])
    [1, 2]
    """
    ...

def getitem(a: Any, b: Any, /) -> Any:
    """`a[b]`.

    >>> import operator
    >>> operator.getitem([5, 6], 1)
    6
    """
    ...

def setitem(a: Any, b: Any, c: Any, /) -> None:
    """`a[b] = c`."""
    ...

def delitem(a: Any, b: Any, /) -> None:
    """`del a[b]`."""
    ...

def countOf(a: Any, b: Any, /) -> int:
    """How often `b` is in `a`.

    >>> import operator
    >>> operator.countOf([1, 2, 1], 1)
    2
    """
    ...

def length_hint(obj: Any, default: int = 0, /) -> int:
    """How many items there may be.

    >>> import operator
    >>> operator.length_hint([1, 2])
    2
    """
    ...

class itemgetter:
    """A function that gets items by index or key."""

    def __init__(self, item: Any, /, *items: Any) -> None:
        """A function that gets one item, or a tuple of several.

        >>> from operator import itemgetter
        >>> sorted([("b", 1), ("a", 2)], key=itemgetter(0))
        [('a', 2), ('b', 1)]
        """
        self._item = item
        self._items = (item, *items)
        self._single = not items

    def __call__(self, obj, /):
        if self._single:
            return obj[self._item]
        return tuple([obj[item] for item in self._items])

    def __repr__(self):
        return f"operator.itemgetter({', '.join([repr(item) for item in self._items])})"

class attrgetter:
    """A function that gets attributes by name."""

    def __init__(self, attr: str, /, *attrs: str) -> None:
        """A function that gets one attribute, perhaps through dots, or a tuple of several.

        >>> from operator import attrgetter
        >>> attrgetter("real")(3)
        3
        """
        self._attrs = (attr, *attrs)
        for name in self._attrs:
            if not isinstance(name, str):
                raise TypeError("attribute name must be a string")

    def __call__(self, obj, /):
        found = [self._get(obj, name) for name in self._attrs]
        return found[0] if len(found) == 1 else tuple(found)

    def _get(self, obj, name):
        for part in name.split("."):
            obj = getattr(obj, part)
        return obj

    def __repr__(self):
        return f"operator.attrgetter({', '.join([repr(name) for name in self._attrs])})"

class methodcaller:
    """A function that calls a method by name."""

    def __init__(self, name: str, /, *args: Any, **kwargs: Any) -> None:
        """A function that calls a method with the given arguments.

        >>> from operator import methodcaller
        >>> methodcaller("split", ",")("a,b")
        ['a', 'b']
        """
        if not isinstance(name, str):
            raise TypeError("method name must be a string")
        self._name = name
        self._args = args
        self._kwargs = kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        parts = [repr(self._name)]
        parts.extend([repr(arg) for arg in self._args])
        parts.extend([f"{name}={value!r}" for name, value in self._kwargs.items()])
        return f"operator.methodcaller({', '.join(parts)})"
