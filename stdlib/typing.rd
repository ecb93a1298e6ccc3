"""Names for annotations; they check nothing here."""

class _Form:
    def __init__(self, name):
        self._name = name

    def __getitem__(self, item):
        return self

    def __or__(self, other):
        return self

    def __ror__(self, other):
        return self

    def __repr__(self):
        return "typing." + self._name

TYPE_CHECKING: bool = False

Any = _Form("Any")
AnyStr = _Form("AnyStr")
Callable = _Form("Callable")
ClassVar = _Form("ClassVar")
Collection = _Form("Collection")
Counter = _Form("Counter")
DefaultDict = _Form("DefaultDict")
Deque = _Form("Deque")
Dict = _Form("Dict")
Final = _Form("Final")
FrozenSet = _Form("FrozenSet")
Generator = _Form("Generator")
Generic = _Form("Generic")
Hashable = _Form("Hashable")
Iterable = _Form("Iterable")
Iterator = _Form("Iterator")
List = _Form("List")
Literal = _Form("Literal")
Mapping = _Form("Mapping")
MutableMapping = _Form("MutableMapping")
NoReturn = _Form("NoReturn")
Optional = _Form("Optional")
Self = _Form("Self")
Sequence = _Form("Sequence")
Set = _Form("Set")
Sized = _Form("Sized")
SupportsFloat = _Form("SupportsFloat")
SupportsInt = _Form("SupportsInt")
Tuple = _Form("Tuple")
Type = _Form("Type")
Union = _Form("Union")

def TypeVar(name: str, *constraints: Any, bound: Any = None, covariant: bool = False, contravariant: bool = False) -> Any:
    """A name that stands for a type in annotations."""
    return _Form(name)

def NewType(name: str, tp: Any) -> Callable:
    """A name for a type; calling it gives what it was given.

    >>> from typing import NewType
    >>> UserId = NewType("UserId", int)
    >>> UserId(5)
    5
    """
    def make(x):
        return x
    make.__name__ = name
    return make

def cast(typ: Any, val: T) -> T:
    """The value, whatever the type.

    >>> from typing import cast
    >>> cast(str, 1)
    1
    """
    return val

def overload(func: T) -> T:
    """Marks one signature of several."""
    return func

def final(f: T) -> T:
    """Marks what is not to be replaced."""
    return f

def no_type_check(arg: T) -> T:
    """Marks what has no annotations."""
    return arg
