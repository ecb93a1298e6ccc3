"""Classes that mostly hold data: `__init__`, `__repr__` and comparisons made from annotations."""

class FrozenInstanceError(AttributeError):
    """Raised when a field of a frozen object is assigned."""

    pass

class _Missing:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"

class _Factory:
    def __repr__(self):
        return "<factory>"

class _KwOnly:
    pass

class _InitVar:
    def __getitem__(self, item):
        return self

    def __repr__(self):
        return "dataclasses.InitVar"

MISSING = _Missing()
KW_ONLY = _KwOnly()
InitVar = _InitVar()
_FACTORY = _Factory()

def _define(text, names, module):
    """The value of the last line of a text of code."""
    ...

class Field:
    """A field of a dataclass."""

    def __init__(self, default: Any, default_factory: Any, init: bool, repr: bool, hash: Any, compare: bool, metadata: Any, kw_only: Any) -> None:
        """Made by `field`.

        >>> from dataclasses import field
        >>> field(default=3).default
        3
        """
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = {} if metadata is None else metadata
        self.kw_only = kw_only
        self._kind = "_FIELD"

    def __repr__(self):
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},default_factory={self.default_factory!r},"
            f"init={self.init!r},repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},"
            f"metadata=mappingproxy({self.metadata!r}),kw_only={self.kw_only!r},_field_type={self._kind})")

def field(*, default: Any = ..., default_factory: Any = ..., init: bool = True, repr: bool = True, hash: Any = None, compare: bool = True, metadata: Any = None, kw_only: Any = ...) -> Any:
    """How one field is made: its default, or a function that makes it.

    >>> from dataclasses import dataclass, field
    >>> @dataclass
    ... class Bag:
    ...     items: list = field(default_factory=list)
    >>> Bag()
    Bag(items=[])
    """
    default = MISSING if default is ... else default
    default_factory = MISSING if default_factory is ... else default_factory
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, MISSING if kw_only is ... else kw_only)

def _is_form(annotation, name):
    if isinstance(annotation, str):
        return annotation.split("[")[0].split(".")[-1] == name
    return repr(annotation).split(".")[-1] == name

def _own_fields(cls, kw_only):
    found = []
    own = cls.__dict__
    for name, annotation in own.get("__annotations__", {}).items():
        if annotation is KW_ONLY or _is_form(annotation, "KW_ONLY"):
            kw_only = True
            continue
        default = own.get(name, MISSING)
        made = default if isinstance(default, Field) else field(default=default)
        made.name = name
        made.type = annotation
        if _is_form(annotation, "ClassVar"):
            made._kind = "_FIELD_CLASSVAR"
        elif annotation is InitVar or _is_form(annotation, "InitVar"):
            made._kind = "_FIELD_INITVAR"
        if made.kw_only is MISSING:
            made.kw_only = kw_only
        if made._kind == "_FIELD" and isinstance(made.default, (list, dict, set)):
            raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
        if isinstance(default, Field):
            if made.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, made.default)
        found.append(made)
    for name, value in own.items():
        if isinstance(value, Field) and name not in own.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return found

def _init_text(fields, frozen, post, names):
    parts, body, seen = [], [], False
    plain = [f for f in fields if f.init and not f.kw_only and f._kind != "_FIELD_CLASSVAR"]
    named = [f for f in fields if f.init and f.kw_only and f._kind != "_FIELD_CLASSVAR"]
    for f in plain:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen = True
        elif seen:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")
    for at, f in enumerate(plain + named):
        if at == len(plain):
            parts.append("*")
        if f.default is not MISSING:
            names[f"_dflt_{f.name}"] = f.default
            parts.append(f"{f.name}=_dflt_{f.name}")
        elif f.default_factory is not MISSING:
            parts.append(f"{f.name}=_FACTORY")
        else:
            parts.append(f.name)
    this = "self" if all(f.name != "self" for f in fields) else "__dataclass_self__"
    for f in fields:
        if f._kind != "_FIELD":
            continue
        value = f.name
        if f.default_factory is not MISSING:
            names[f"_dflt_{f.name}"] = f.default_factory
            value = f"_dflt_{f.name}() if {f.name} is _FACTORY else {f.name}" if f.init else f"_dflt_{f.name}()"
        elif not f.init:
            continue
        if frozen:
            body.append(f"_setattr({this}, {f.name!r}, {value})")
        else:
            body.append(f"{this}.{f.name} = {value}")
    if post:
        given = ", ".join(f.name for f in fields if f._kind == "_FIELD_INITVAR")
        body.append(f"{this}.__post_init__({given})")
    head = ", ".join([this] + parts)
    lines = "".join("        " + line + "\n" for line in body or ["pass"])
    return f"    def __init__({head}):\n{lines}"

def _items(this, fields):
    return "(" + "".join(f"{this}.{f.name}, " for f in fields) + ")"

def _compare_text(name, symbol, fields):
    mine, theirs = _items("self", fields), _items("other", fields)
    return (f"    def {name}(self, other):\n        if other.__class__ is self.__class__:\n"
        f"            return {mine} {symbol} {theirs}\n        return NotImplemented\n")

_ORDER = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}

_SHOWN = []

def _show(this, names):
    if any(this is other for other in _SHOWN):
        return "..."
    _SHOWN.append(this)
    try:
        parts = [f"{name}={getattr(this, name)!r}" for name in names]
    finally:
        _SHOWN.pop()
    return f"{this.__class__.__qualname__}({', '.join(parts)})"

def _frozen_methods(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)
    return __setattr__, __delattr__

def _fill(cls, init, repr, eq, order, unsafe_hash, frozen, kw_only):
    base = cls.__base__
    table = dict(getattr(base, "__dataclass_fields__", {}))
    if hasattr(base, "__dataclass_fields__"):
        if base.__dataclass_frozen__ and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if frozen and not base.__dataclass_frozen__:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    for f in _own_fields(cls, kw_only):
        table[f.name] = f
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    own = cls.__dict__
    every = list(table.values())
    real = [f for f in every if f._kind == "_FIELD"]
    cls.__dataclass_fields__ = table
    cls.__dataclass_frozen__ = frozen
    compared = [f for f in real if f.compare]
    names = {"_FACTORY": _FACTORY, "_setattr": object.__setattr__, "_show": _show, "_names": [f.name for f in real if f.repr]}
    text, made = "", []
    if init:
        text += _init_text(every, frozen, hasattr(cls, "__post_init__"), names)
        made.append("__init__")
    if repr:
        text += "    def __repr__(self):\n        return _show(self, _names)\n"
        made.append("__repr__")
    if eq:
        text += _compare_text("__eq__", "==", compared)
        made.append("__eq__")
    if order:
        for name, symbol in _ORDER.items():
            if name in own:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering")
            text += _compare_text(name, symbol, compared)
            made.append(name)
    explicit = "__hash__" in own and not (own["__hash__"] is None and "__eq__" in own)
    if unsafe_hash or eq and frozen and not explicit:
        if unsafe_hash and explicit:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        hashed = [f for f in real if (f.compare if f.hash is None else f.hash)]
        text += f"    def __hash__(self):\n        return hash({_items('self', hashed)})\n"
        made.append("__hash__")
    elif eq and not frozen and not explicit:
        cls.__hash__ = None
    if made:
        functions = _define(f"class {cls.__name__}:\n{text}\n{cls.__name__}", names, cls.__module__).__dict__
        for name in made:
            if name == "__hash__" or name not in own:
                setattr(cls, name, functions[name])
    if frozen:
        for name in ("__setattr__", "__delattr__"):
            if name in own:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
        cls.__setattr__, cls.__delattr__ = _frozen_methods(cls, [f.name for f in real])
    cls.__match_args__ = tuple(f.name for f in real if f.init and not f.kw_only)
    return cls

def dataclass(cls: Any = None, /, *, init: bool = True, repr: bool = True, eq: bool = True, order: bool = False, unsafe_hash: bool = False, frozen: bool = False, match_args: bool = True, kw_only: bool = False, slots: bool = False, weakref_slot: bool = False) -> Any:
    """A class whose `__init__`, `__repr__` and `__eq__` come from the annotations in its body.

    >>> from dataclasses import dataclass
    >>> @dataclass
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> Point(1), Point(1, 2) == Point(1, 2)
    (Point(x=1, y=0), True)
    """
    def fill(cls):
        return _fill(cls, init, repr, eq, order, unsafe_hash, frozen, kw_only)
    return fill if cls is None else fill(cls)

def is_dataclass(obj: Any) -> bool:
    """Whether it is a dataclass or an object of one.

    >>> from dataclasses import is_dataclass
    >>> is_dataclass(3)
    False
    """
    return hasattr(obj, "__dataclass_fields__")

def fields(class_or_instance: Any) -> tuple[Any, ...]:
    """The fields, in order.

    >>> from dataclasses import dataclass, fields
    >>> @dataclass
    ... class Point:
    ...     x: int
    ...     y: int
    >>> [f.name for f in fields(Point)]
    ['x', 'y']
    """
    if not is_dataclass(class_or_instance):
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(f for f in class_or_instance.__dataclass_fields__.values() if f._kind == "_FIELD")

def _instance(obj, name):
    if isinstance(obj, type) or not is_dataclass(obj):
        raise TypeError(f"{name}() should be called on dataclass instances")

def _plain(value, whole):
    if is_dataclass(value) and not isinstance(value, type):
        return whole(value)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*[_plain(item, whole) for item in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_plain(item, whole) for item in value])
    if isinstance(value, dict):
        return {_plain(key, whole): _plain(item, whole) for key, item in value.items()}
    return _copied(value)

def _copied(value):
    import copy
    return copy.deepcopy(value)

def asdict(obj: Any, *, dict_factory: Any = dict) -> Any:
    """The fields as a dict, those inside it too.

    >>> from dataclasses import asdict, dataclass
    >>> @dataclass
    ... class Point:
    ...     x: int
    >>> asdict(Point(1))
    {'x': 1}
    """
    _instance(obj, "asdict")

    def whole(value):
        return dict_factory([(f.name, _plain(getattr(value, f.name), whole)) for f in fields(value)])
    return whole(obj)

def astuple(obj: Any, *, tuple_factory: Any = tuple) -> Any:
    """The fields as a tuple, those inside it too.

    >>> from dataclasses import astuple, dataclass
    >>> @dataclass
    ... class Point:
    ...     x: int
    >>> astuple(Point(1))
    (1,)
    """
    _instance(obj, "astuple")

    def whole(value):
        return tuple_factory([_plain(getattr(value, f.name), whole) for f in fields(value)])
    return whole(obj)

def replace(obj: Any, /, **changes: Any) -> Any:
    """A copy with some fields changed.

    >>> from dataclasses import dataclass, replace
    >>> @dataclass(frozen=True)
    ... class Point:
    ...     x: int
    ...     y: int
    >>> replace(Point(1, 2), y=5)
    Point(x=1, y=5)
    """
    _instance(obj, "replace")
    for f in obj.__dataclass_fields__.values():
        if f._kind == "_FIELD_CLASSVAR":
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._kind == "_FIELD_INITVAR" and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
