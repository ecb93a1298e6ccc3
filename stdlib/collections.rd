"""Containers beside list, dict, set and tuple."""

class Counter(dict):
    """Counts of items."""

    def __new__(cls, *args: Any, **kwargs: Any) -> Counter:
        """Counts of the items of an iterable, or those of a mapping and of keywords.

        >>> from collections import Counter
        >>> Counter("banana")
        Counter({'a': 3, 'n': 2, 'b': 1})
        """
        ...

    def update(self, *args: Any, **kwargs: Any) -> None:
        """Count more items."""
        ...

    def subtract(self, *args: Any, **kwargs: Any) -> None:
        """Count items downwards."""
        ...

    def most_common(self, n: int | None = None) -> list[tuple[Any, int]]:
        """Items and their counts, the most common first.

        >>> from collections import Counter
        >>> Counter("banana").most_common(1)
        [('a', 3)]
        """
        ...

    def elements(self) -> Iterator[Any]:
        """Each item as often as its count says.

        >>> from collections import Counter
        >>> list(Counter(a=2, b=1).elements())
        ['a', 'a', 'b']
        """
        ...

    def total(self) -> int:
        """The sum of the counts.

        >>> from collections import Counter
        >>> Counter("abb").total()
        3
        """
        ...

class defaultdict(dict):
    """A dict that makes the values of missing keys."""

    def __new__(cls, *args: Any, **kwargs: Any) -> defaultdict:
        """A dict that calls a function for the value of a missing key.

        >>> from collections import defaultdict
        >>> d = defaultdict(list)
        >>> d["a"].append(1)
        >>> d
        defaultdict(<class 'list'>, {'a': [1]})
        """
        ...

class OrderedDict(dict):
    """A dict whose order can be changed."""

    def __new__(cls, *args: Any, **kwargs: Any) -> OrderedDict:
        """A dict of a mapping or of pairs, and of keyword arguments.

        >>> from collections import OrderedDict
        >>> OrderedDict(a=1)
        OrderedDict([('a', 1)])
        """
        ...

    def move_to_end(self, key: Any, last: bool = True) -> None:
        """Make a key the last, or the first.

        >>> from collections import OrderedDict
        >>> d = OrderedDict(a=1, b=2)
        >>> d.move_to_end("a")
        >>> list(d)
        ['b', 'a']
        """
        ...

    def popitem(self, last: bool = True) -> tuple[Any, Any]:
        """Remove the last pair, or the first, and return it."""
        ...

class deque:
    """A queue with two ends, perhaps of limited length."""

    def __new__(cls, iterable: Iterable[Any] = ..., maxlen: int | None = None) -> deque:
        """A queue of what an iterable gives; with `maxlen`, what is too much falls out at the other end.

        >>> from collections import deque
        >>> deque([1, 2, 3], maxlen=2)
        deque([2, 3], maxlen=2)
        """
        ...

    def append(self, item: Any, /) -> None:
        """Add an item at the right."""
        ...

    def appendleft(self, item: Any, /) -> None:
        """Add an item at the left."""
        ...

    def extend(self, iterable: Iterable[Any], /) -> None:
        """Add items at the right."""
        ...

    def extendleft(self, iterable: Iterable[Any], /) -> None:
        """Add items at the left, one after another."""
        ...

    def pop(self) -> Any:
        """Remove the rightmost item and return it."""
        ...

    def popleft(self) -> Any:
        """Remove the leftmost item and return it."""
        ...

    def clear(self) -> None:
        """Remove all items."""
        ...

    def copy(self) -> deque:
        """A new queue of the same items."""
        ...

    def count(self, item: Any, /) -> int:
        """How often an item occurs."""
        ...

    def index(self, item: Any, /) -> int:
        """The first place of an item; ValueError if there is none."""
        ...

    def insert(self, index: int, item: Any, /) -> None:
        """Add an item before an index."""
        ...

    def remove(self, item: Any, /) -> None:
        """Remove the first item that equals this one."""
        ...

    def reverse(self) -> None:
        """Turn the order round."""
        ...

    def rotate(self, n: int = 1, /) -> None:
        """Move items from the right end to the left."""
        ...

def _class(name, base, attributes, module):
    """A class made at run time."""
    ...

_KEYWORDS = ("False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass",
    "raise", "return", "try", "while", "with", "yield")

class _Named(tuple):
    def __new__(cls, *args, **kwargs):
        fields = cls._fields
        name = cls.__name__
        if len(args) > len(fields):
            most = len(fields) + 1
            least = most - len(cls._field_defaults)
            shown = most if least == most else f"from {least} to {most}"
            raise TypeError(f"{name}.__new__() takes {shown} positional arguments but {len(args) + 1} were given")
        values = list(args)
        missing = []
        for field in fields[len(args):]:
            if field in kwargs:
                values.append(kwargs.pop(field))
            elif field in cls._field_defaults:
                values.append(cls._field_defaults[field])
            else:
                missing.append(repr(field))
        for field in kwargs:
            if field in fields:
                raise TypeError(f"{name}.__new__() got multiple values for argument '{field}'")
            raise TypeError(f"{name}.__new__() got an unexpected keyword argument '{field}'")
        if missing:
            shown = missing[0]
            if len(missing) == 2:
                shown = f"{missing[0]} and {missing[1]}"
            elif len(missing) > 2:
                shown = ", ".join(missing[:-1]) + f", and {missing[-1]}"
            plural = "" if len(missing) == 1 else "s"
            raise TypeError(f"{name}.__new__() missing {len(missing)} required positional argument{plural}: {shown}")
        return tuple.__new__(cls, values)

    def __repr__(self):
        parts = [f"{field}={value!r}" for field, value in zip(self._fields, self)]
        return f"{type(self).__name__}({', '.join(parts)})"

    @classmethod
    def _make(cls, iterable):
        values = tuple(iterable)
        if len(values) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(values)}")
        return cls(*values)

    def _replace(self, /, **kwargs):
        values = [kwargs.pop(field, value) for field, value in zip(self._fields, self)]
        if kwargs:
            raise ValueError(f"Got unexpected field names: {list(kwargs)!r}")
        return type(self)(*values)

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

def _field(index):
    def get(self):
        return self[index]

    def set(self, value):
        raise AttributeError("can't set attribute")
    return property(get, set)

def namedtuple(typename: str, field_names: Any, *, rename: bool = False, defaults: Any = None, module: str | None = None) -> Any:
    """A class of tuples whose items have names.

    >>> from collections import namedtuple
    >>> Point = namedtuple("Point", "x y")
    >>> p = Point(1, y=2)
    >>> p, p.x, p._replace(x=5)
    (Point(x=1, y=2), 1, Point(x=5, y=2))
    """
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    fields = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        seen = set()
        for index, name in enumerate(fields):
            if not name.isidentifier() or name in _KEYWORDS or name.startswith("_") or name in seen:
                fields[index] = f"_{index}"
            seen.add(name)
    for name in [typename] + fields:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _KEYWORDS:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in fields:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    known = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(fields):
            raise TypeError("Got more default values than field names")
        known = dict(zip(fields[len(fields) - len(defaults):], defaults))
    attributes = {"__doc__": f"{typename}({', '.join(fields)})", "_fields": tuple(fields), "_field_defaults": known, "__match_args__": tuple(fields)}
    for index, name in enumerate(fields):
        attributes[name] = _field(index)
    return _class(typename, _Named, attributes, module or "__main__")

class ChainMap:
    """Several dicts as one: the first that has a key counts; changes go into the first.

    >>> from collections import ChainMap
    >>> c = ChainMap({"a": 1}, {"a": 2, "b": 3})
    >>> c["a"], c["b"], len(c)
    (1, 3, 2)
    """

    maps: list[Any]

    def __init__(self, *maps: Any) -> None:
        self.maps = list(maps) or [{}]

    def _joined(self):
        made = {}
        for mapping in reversed(self.maps):
            made.update(dict.fromkeys(mapping))
        return made

    def __getitem__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        raise KeyError(key)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        if key not in self.maps[0]:
            raise KeyError(f"Key not found in the first mapping: {key!r}")
        del self.maps[0][key]

    def __contains__(self, key):
        return any([key in mapping for mapping in self.maps])

    def __iter__(self):
        return iter(self._joined())

    def __len__(self):
        return len(self._joined())

    def __bool__(self):
        return any([bool(mapping) for mapping in self.maps])

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items())

    def __repr__(self):
        return f"ChainMap({', '.join([repr(mapping) for mapping in self.maps])})"

    def get(self, key: Any, default: Any = None) -> Any:
        """The value of a key, or a default."""
        return self[key] if key in self else default

    def keys(self) -> list[Any]:
        """The keys."""
        return list(self._joined())

    def values(self) -> list[Any]:
        """The values."""
        return [self[key] for key in self._joined()]

    def items(self) -> list[tuple[Any, Any]]:
        """Pairs of keys and values."""
        return [(key, self[key]) for key in self._joined()]

    def new_child(self, m: Any = None, **kwargs: Any) -> ChainMap:
        """With another dict before the others."""
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return ChainMap(m, *self.maps)

    @property
    def parents(self) -> ChainMap:
        """Without the first dict."""
        return ChainMap(*self.maps[1:])

    def pop(self, key: Any, *default: Any) -> Any:
        """Remove a key from the first dict; its value."""
        if key not in self.maps[0] and not default:
            raise KeyError(f"Key not found in the first mapping: {key!r}")
        return self.maps[0].pop(key, *default)

    def update(self, *args: Any, **kwargs: Any) -> None:
        """Put keys into the first dict."""
        self.maps[0].update(*args, **kwargs)

    def setdefault(self, key: Any, default: Any = None) -> Any:
        """The value of a key; it is put into the first dict if none has it."""
        if key not in self:
            self[key] = default
        return self[key]
