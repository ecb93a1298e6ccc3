"""Classes whose attributes are a fixed set of named values."""

class auto:
    """The next value of an enumeration.

    >>> from enum import Enum, auto
    >>> class Color(Enum):
    ...     RED = auto()
    ...     BLUE = auto()
    >>> Color.BLUE
    <Color.BLUE: 2>
    """

    def __init__(self):
        self.value = None

class nonmember:
    """What is no member of the enumeration."""

    def __init__(self, value):
        self.value = value

class EnumType:
    """The class of enumerations: it calls, iterates, counts and finds members."""

    def __call__(cls, value, names=None, *, module=None, start=1):
        if names is not None:
            return _made(cls, value, names, start)
        return _member(cls, value)

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __contains__(cls, member):
        if not isinstance(member, _members):
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(member).__qualname__}' and 'EnumType'")
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __repr__(cls):
        if "_flag_" in dir(cls):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"

def _member(cls, value):
    if isinstance(value, cls):
        return value
    for member in cls._member_map_.values():
        if member._value_ == value:
            return member
    missing = cls._missing_(value)
    if missing is not None:
        return missing
    raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")

def _made(cls, name, names, start):
    from collections import _class
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    pairs = list(names.items()) if isinstance(names, dict) else list(names)
    attributes = {}
    for at, pair in enumerate(pairs):
        if isinstance(pair, str):
            attributes[pair] = start + at
        else:
            attributes[pair[0]] = pair[1]
    made = _class(name, cls, attributes, "__main__")
    _build(made)
    return made

def _is_member(name, value):
    if name.startswith("_") and name.endswith("_"):
        return False
    if isinstance(value, (property, staticmethod, classmethod, nonmember)):
        return False
    return not (callable(value) and hasattr(value, "__code__")) and type(value).__name__ not in ("function", "builtin_function_or_method")

def _build(cls):
    base = cls.__base__
    if getattr(base, "_member_names_", None):
        raise TypeError(f"<enum {cls.__name__!r}> cannot extend <enum {base.__name__!r}>")
    own = cls.__dict__
    cls._member_names_ = []
    cls._member_map_ = {}
    cls.__members__ = cls._member_map_
    cls._sort_order_ = 0
    last = []
    for name, value in own.items():
        if isinstance(value, nonmember):
            setattr(cls, name, value.value)
            continue
        if not _is_member(name, value):
            continue
        if isinstance(value, auto):
            value = cls._generate_next_value_(name, 1, len(last), list(last))
        last.append(value)
        parts = value if isinstance(value, tuple) else (value,)
        if "__new__" in own:
            member = own["__new__"](cls, *parts)
        elif cls._data_type_ is not None:
            member = cls._data_type_.__new__(cls, *parts)
            value = cls._data_type_(*parts)
        else:
            member = object.__new__(cls)
        if "_value_" not in member.__dict__:
            object.__setattr__(member, "_value_", value)
        value = member._value_
        object.__setattr__(member, "_name_", name)
        if hasattr(cls, "__init__") and "__init__" in own:
            member.__init__(*parts)
        value = member._value_
        for other in cls._member_map_.values():
            if other._value_ == value:
                member = other
                break
        else:
            if not cls._hidden_(value):
                cls._member_names_.append(name)
        cls._member_map_[name] = member
        setattr(cls, name, member)

class Enum:
    """A set of names with values.

    >>> from enum import Enum
    >>> class Color(Enum):
    ...     RED = 1
    ...     BLUE = 2
    >>> Color.RED, Color(2).name, [c.value for c in Color]
    (<Color.RED: 1>, 'BLUE', [1, 2])
    """

    __metaclass_of_enums__ = EnumType
    _member_names_ = []
    _member_map_ = {}
    _data_type_ = None

    @classmethod
    def __init_subclass__(cls):
        _build(cls)

    @classmethod
    def _hidden_(cls, value):
        return False

    @classmethod
    def _missing_(cls, value):
        return None

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return max(last_values) + 1 if last_values else start

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_

    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __setattr__(self, name, value):
        if name in ("name", "value"):
            raise AttributeError(f"<enum {self.__class__.__name__!r}> cannot set attribute {name!r}")
        object.__setattr__(self, name, value)

class IntEnum(int):
    """An enumeration whose members are integers.

    >>> from enum import IntEnum
    >>> class Size(IntEnum):
    ...     SMALL = 1
    ...     LARGE = 3
    >>> Size.LARGE + 1, Size.LARGE
    (4, <Size.LARGE: 3>)
    """

    __metaclass_of_enums__ = EnumType
    _member_names_ = []
    _member_map_ = {}
    _data_type_ = int

    @classmethod
    def __init_subclass__(cls):
        _build(cls)

    @classmethod
    def _hidden_(cls, value):
        return False

    @classmethod
    def _missing_(cls, value):
        return None

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return max(last_values) + 1 if last_values else start

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_

    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return str(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)

    def __hash__(self):
        return hash(self._value_)

class StrEnum(str):
    """An enumeration whose members are texts.

    >>> from enum import StrEnum
    >>> class Mode(StrEnum):
    ...     READ = "r"
    >>> f"mode {Mode.READ}", Mode.READ == "r"
    ('mode r', True)
    """

    __metaclass_of_enums__ = EnumType
    _member_names_ = []
    _member_map_ = {}
    _data_type_ = str

    @classmethod
    def __init_subclass__(cls):
        _build(cls)

    @classmethod
    def _hidden_(cls, value):
        return False

    @classmethod
    def _missing_(cls, value):
        return None

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_

    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return format(self._value_, spec)

    def __hash__(self):
        return hash(self._value_)

class Flag(Enum):
    """An enumeration whose members can be combined with `|`, `&`, `^` and `~`.

    >>> from enum import Flag, auto
    >>> class Access(Flag):
    ...     READ = auto()
    ...     WRITE = auto()
    >>> Access.READ | Access.WRITE
    <Access.READ|WRITE: 3>
    """

    _flag_ = True

    @classmethod
    def _hidden_(cls, value):
        return value == 0 or value & (value - 1) != 0

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return 1 << max(last_values).bit_length() if last_values else start

    @classmethod
    def _missing_(cls, value):
        every = 0
        for member in cls:
            every |= member._value_
        if not isinstance(value, int) or value & ~every and value >= 0:
            return None
        value &= every
        for member in cls._member_map_.values():
            if member._value_ == value:
                return member
        names = [member._name_ for member in cls if member._value_ & value]
        made = object.__new__(cls)
        object.__setattr__(made, "_value_", value)
        object.__setattr__(made, "_name_", "|".join(names) if names else None)
        return made

    def __eq__(self, other):
        return self.__class__ is other.__class__ and self._value_ == other._value_

    def __hash__(self):
        return hash(self._value_)

    def __repr__(self):
        if self._name_ is None:
            return f"<{self.__class__.__name__}: {self._value_}>"
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_})"
        return f"{self.__class__.__name__}.{self._name_}"

    def __or__(self, other):
        return _member(self.__class__, self._value_ | other._value_)

    def __and__(self, other):
        return _member(self.__class__, self._value_ & other._value_)

    def __xor__(self, other):
        return _member(self.__class__, self._value_ ^ other._value_)

    def __invert__(self):
        return _member(self.__class__, ~self._value_)

    def __contains__(self, other):
        return other._value_ & self._value_ == other._value_

    def __bool__(self):
        return bool(self._value_)

    def __iter__(self):
        return iter([member for member in self.__class__ if member._value_ & self._value_])

    def __len__(self):
        return bin(self._value_).count("1")

_members = (Enum, IntEnum, StrEnum)

def unique(enumeration: Any) -> Any:
    """A decorator: no value of the enumeration may have two names.

    >>> from enum import Enum, unique
    >>> @unique
    ... class Color(Enum):
    ...     RED = 1
    >>> Color.RED.name
    'RED'
    """
    twice = [(name, member.name) for name, member in enumeration.__members__.items() if name != member.name]
    if twice:
        shown = ", ".join(f"{alias} -> {name}" for alias, name in twice)
        raise ValueError(f"duplicate values found in {enumeration!r}: {shown}")
    return enumeration
