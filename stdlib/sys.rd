"""The program's arguments and streams, and the limits of the interpreter."""

argv: list[str]
path: list[str]
stdin: TextIOWrapper
stdout: TextIOWrapper
stderr: TextIOWrapper
executable: str
platform: str = "linux"
byteorder: str = "little"
maxsize: int = 9223372036854775807
maxunicode: int = 1114111
version: str = "3.11.0 (rdask)"

from collections import namedtuple as _namedtuple

version_info = _namedtuple("version_info", "major minor micro releaselevel serial", module="sys")(3, 11, 0, "final", 0)
float_info = _namedtuple("float_info", "max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds", module="sys")(
    1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1
)

def exit(status: Any = None, /) -> None:
    """End the program: raises SystemExit with an exit code or a message."""
    ...

def getrecursionlimit() -> int:
    """How deep calls may be nested."""
    ...

def setrecursionlimit(limit: int, /) -> None:
    """Set how deep calls may be nested."""
    ...

def getsizeof(obj: Any, default: int = 0) -> int:
    """The size of an object in memory, in bytes.

    >>> import sys
    >>> sys.getsizeof(1.5)
    24
    """
    ...

def getrefcount(obj: Any, /) -> int:
    """How often an object is referred to: always 2 here."""
    ...
