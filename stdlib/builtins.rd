"""What every script has without an import: functions, classes and exceptions."""

def print(*values: Any, sep: str | None = " ", end: str | None = "\n", file: Any = None, flush: bool = False) -> None:
    """Write values as text, with `sep` between them and `end` after them.

    >>> print("a", 1, 2.5)
    a 1 2.5
    >>> print(1, 2, sep="-")
    1-2
    """
    ...

def input(prompt: Any = ..., /) -> str:
    """A line from standard input, without its end."""
    ...

def len(obj: Any, /) -> int:
    """The number of items.

    >>> len([1, 2, 3])
    3
    """
    ...

def repr(obj: Any, /) -> str:
    """A value as it would be written in a program, where that can be done.

    >>> repr("x")
    "'x'"
    """
    ...

def ascii(obj: Any, /) -> str:
    """As repr, with every character that is not ASCII escaped."""
    ...

def format(value: Any, format_spec: str = "", /) -> str:
    """A value laid out as a format spec says.

    >>> format(3.14159, ".2f")
    '3.14'
    """
    ...

def hash(obj: Any, /) -> int:
    """The hash of a value: equal values have equal hashes.

    >>> hash(1) == hash(1.0)
    True
    """
    ...

def id(obj: Any, /) -> int:
    """A number that no other living object has."""
    ...

def abs(x: Any, /) -> Any:
    """The distance from zero.

    >>> abs(-3)
    3
    """
    ...

def round(number: Any, ndigits: int | None = None) -> Any:
    """Rounded to so many decimal places, or to an int; halves go to the even neighbour.

    >>> round(2.5), round(3.5), round(2.675, 2)
    (2, 4, 2.67)
    """
    ...

def divmod(x: Any, y: Any, /) -> Any:
    """Quotient and remainder.

    >>> divmod(7, 2)
    (3, 1)
    """
    ...

def pow(base: Any, exp: Any, mod: Any = None) -> Any:
    """`base ** exp`, or that modulo `mod`.

    >>> pow(3, 4, 5)
    1
    """
    ...

@overload
def sum(iterable: Iterable[T], /) -> Any:
    """As below."""
    ...

def sum(iterable: Iterable[T], /, start: Any = 0) -> Any:
    """The items added up from the left, beginning with `start`.

    >>> sum([1, 2, 3])
    6
    """
    ...

def min(*args: Any, key: Callable | None = None, default: Any = ...) -> Any:
    """The smallest item of an iterable, or of several arguments, by itself or by what `key` gives.

    >>> min([3, 1, 2])
    1
    >>> min("aaa", "b", key=len)
    'b'
    """
    ...

def max(*args: Any, key: Callable | None = None, default: Any = ...) -> Any:
    """The largest item of an iterable, or of several arguments, by itself or by what `key` gives.

    >>> max(3, 1, 2)
    3
    >>> max([], default=0)
    0
    """
    ...

def any(iterable: Iterable[Any], /) -> bool:
    """Whether some item is true.

    >>> any([0, "", 1])
    True
    """
    ...

def all(iterable: Iterable[Any], /) -> bool:
    """Whether every item is true.

    >>> all([1, 0])
    False
    """
    ...

def sorted(iterable: Iterable[T], /, *, key: Callable | None = None, reverse: bool = False) -> list[T]:
    """A list of the items in order, by themselves or by what `key` gives for each. Equal items keep their order.

    >>> sorted([3, 1, 2])
    [1, 2, 3]
    >>> sorted(["b", "A"], key=str.lower)
    ['A', 'b']
    """
    ...

def reversed(sequence: Any, /) -> Iterator[Any]:
    """An iterator over a sequence from its end.

    >>> list(reversed([1, 2, 3]))
    [3, 2, 1]
    """
    ...

def iter(obj: Any, sentinel: Any = ..., /) -> Iterator[Any]:
    """An iterator over an iterable; or over what a function gives until it gives `sentinel`.

    >>> next(iter([5, 6]))
    5
    """
    ...

def next(iterator: Any, default: Any = ..., /) -> Any:
    """The next item of an iterator; at its end the default, or StopIteration.

    >>> next(iter([]), "none")
    'none'
    """
    ...

def isinstance(obj: Any, class_or_tuple: Any, /) -> bool:
    """Whether a value is of a class, or of one of a tuple of classes, or of a class that inherits from it.

    >>> isinstance(True, int)
    True
    """
    ...

def issubclass(cls: Any, class_or_tuple: Any, /) -> bool:
    """Whether a class is another, or inherits from it.

    >>> issubclass(bool, int)
    True
    """
    ...

def callable(obj: Any, /) -> bool:
    """Whether a value can be called.

    >>> callable(len)
    True
    """
    ...

def getattr(obj: Any, name: str, default: Any = ..., /) -> Any:
    """The attribute of a name; if there is none the default, or AttributeError.

    >>> getattr(1, "nothing", 0)
    0
    """
    ...

def hasattr(obj: Any, name: str, /) -> bool:
    """Whether there is an attribute of a name.

    >>> hasattr("", "upper")
    True
    """
    ...

def setattr(obj: Any, name: str, value: Any, /) -> None:
    """Set the attribute of a name."""
    ...

def delattr(obj: Any, name: str, /) -> None:
    """Remove the attribute of a name."""
    ...

def vars(obj: Any, /) -> dict[str, Any]:
    """A dict of the attributes of an object, a class or a module."""
    ...

def dir(obj: Any, /) -> list[str]:
    """The names of the attributes of an object, in order."""
    ...

def chr(i: int, /) -> str:
    """The character of a code.

    >>> chr(97)
    'a'
    """
    ...

def ord(c: str, /) -> int:
    """The code of a character.

    >>> ord("a")
    97
    """
    ...

def hex(number: int, /) -> str:
    """An integer in hexadecimal digits.

    >>> hex(255)
    '0xff'
    """
    ...

def oct(number: int, /) -> str:
    """An integer in octal digits.

    >>> oct(8)
    '0o10'
    """
    ...

def bin(number: int, /) -> str:
    """An integer in binary digits.

    >>> bin(5)
    '0b101'
    """
    ...

def open(
    file: Any, mode: str = "r", buffering: int = -1, encoding: str | None = None, errors: str | None = None, newline: str | None = None
) -> TextIOWrapper:
    """Open a file: to read ("r"), write ("w"), append ("a"), or create ("x"), as text or with "b" as bytes. Use it in a
    `with`."""
    ...

def exit(code: Any = None) -> None:
    """End the program: raises SystemExit."""
    ...

def quit(code: Any = None) -> None:
    """End the program: raises SystemExit."""
    ...

class enumerate:
    """Pairs of a count and an item."""

    def __new__(cls, iterable: Iterable[T], start: int = 0) -> Iterator[tuple[int, T]]:
        """Items of an iterable with their numbers.

        >>> list(enumerate("ab"))
        [(0, 'a'), (1, 'b')]
        """
        ...

class zip:
    """Tuples of one item from each of several iterables."""

    def __new__(cls, *iterables: Iterable[Any], strict: bool = False) -> Iterator[tuple[Any, ...]]:
        """Items of several iterables side by side, until the shortest ends; `strict` wants equal lengths.

        >>> list(zip([1, 2], "ab"))
        [(1, 'a'), (2, 'b')]
        """
        ...

class map:
    """A function of each item."""

    def __new__(cls, function: Callable, /, *iterables: Iterable[Any]) -> Iterator[Any]:
        """What a function gives for each item, or for the items of several iterables side by side.

        >>> list(map(abs, [-1, 2]))
        [1, 2]
        """
        ...

class filter:
    """The items that pass a test."""

    def __new__(cls, function: Callable | None, iterable: Iterable[T], /) -> Iterator[T]:
        """The items for which a function is true; for None, the true items.

        >>> list(filter(None, [0, 1, 2]))
        [1, 2]
        """
        ...

class object:
    """The class that every class inherits from."""

class type:
    """The class of classes."""

    def __new__(cls, obj: Any, /) -> Any:
        """The class of a value.

        >>> type(1)
        <class 'int'>
        """
        ...

class int:
    """An integer of any size."""

    def __new__(cls, x: Any = ..., /, base: int = ...) -> int:
        """An integer from a number (towards zero) or from digits.

        >>> int("42"), int(-3.7), int("ff", 16)
        (42, -3, 255)
        """
        ...

    def to_bytes(self, length: int = 1, byteorder: str = "big", *, signed: bool = False) -> bytes:
        """The number in so many bytes.

        >>> (1000).to_bytes(2, "big")
        b'\\x03\\xe8'
        """
        ...

    @classmethod
    def from_bytes(cls, bytes: Any, byteorder: str = "big", *, signed: bool = False) -> int:
        """The number that bytes are.

        >>> int.from_bytes(b"\\x03\\xe8", "big")
        1000
        """
        ...

    def bit_length(self) -> int:
        """How many binary digits it needs, without sign.

        >>> (255).bit_length()
        8
        """
        ...

    def bit_count(self) -> int:
        """How many binary digits are one.

        >>> (255).bit_count()
        8
        """
        ...

    def conjugate(self) -> int:
        """The number itself."""
        ...

    def is_integer(self) -> bool:
        """True."""
        ...

    def as_integer_ratio(self) -> tuple[int, int]:
        """The number and 1.

        >>> (3).as_integer_ratio()
        (3, 1)
        """
        ...

class bool(int):
    """True or False; as numbers, 1 and 0."""

    def __new__(cls, x: Any = ..., /) -> bool:
        """Whether a value is true: not zero, not empty, not None.

        >>> bool([]), bool("no")
        (False, True)
        """
        ...

class bytes:
    """An immutable sequence of numbers from 0 to 255.

    >>> b"spam"[0], b"spam"[1:3]
    (115, b'pa')
    """

    def __new__(cls, source: Any = ..., encoding: str = ..., errors: str = ...) -> bytes:
        """Bytes from numbers, from a text in an encoding, or so many zeros.

        >>> bytes([104, 105]), bytes("hi", "utf-8"), bytes(2)
        (b'hi', b'hi', b'\\x00\\x00')
        """
        ...

    @classmethod
    def fromhex(cls, string: str, /) -> bytes:
        """Bytes from hexadecimal digits.

        >>> bytes.fromhex("68 69")
        b'hi'
        """
        ...

    def hex(self, sep: Any = ..., bytes_per_sep: int = 1) -> str:
        """Two hexadecimal digits for each byte.

        >>> b"hi!".hex(), b"hi!".hex("-")
        ('686921', '68-69-21')
        """
        ...

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """The text that the bytes are in an encoding.

        >>> b"caf\\xc3\\xa9".decode(), b"caf\\xe9".decode("latin-1"), b"caf\\xe9".decode(errors="ignore")
        ('café', 'café', 'caf')
        """
        ...

    def find(self, sub: Any, start: int | None = ..., end: int | None = ..., /) -> int:
        """Where bytes stand first; -1 if nowhere.

        >>> b"banana".find(b"an")
        1
        """
        ...

    def rfind(self, sub: Any, start: int | None = ..., end: int | None = ..., /) -> int:
        """Where bytes stand last; -1 if nowhere.

        >>> b"banana".rfind(b"an")
        3
        """
        ...

    def index(self, sub: Any, start: int | None = ..., end: int | None = ..., /) -> int:
        """Where bytes stand first; ValueError if nowhere.

        >>> b"banana".index(b"n")
        2
        """
        ...

    def rindex(self, sub: Any, start: int | None = ..., end: int | None = ..., /) -> int:
        """Where bytes stand last; ValueError if nowhere.

        >>> b"banana".rindex(b"n")
        4
        """
        ...

    def count(self, sub: Any, start: int | None = ..., end: int | None = ..., /) -> int:
        """How often bytes stand in it, not overlapping.

        >>> b"banana".count(b"an")
        2
        """
        ...

    def startswith(self, prefix: Any, start: int | None = ..., end: int | None = ..., /) -> bool:
        """Whether it begins with bytes, or with one of several.

        >>> b"banana".startswith((b"x", b"ba"))
        True
        """
        ...

    def endswith(self, suffix: Any, start: int | None = ..., end: int | None = ..., /) -> bool:
        """Whether it ends with bytes, or with one of several.

        >>> b"banana".endswith(b"na")
        True
        """
        ...

    def removeprefix(self, prefix: bytes, /) -> bytes:
        """Without this at its start.

        >>> b"banana".removeprefix(b"ba")
        b'nana'
        """
        ...

    def removesuffix(self, suffix: bytes, /) -> bytes:
        """Without this at its end.

        >>> b"banana".removesuffix(b"na")
        b'bana'
        """
        ...

    def replace(self, old: bytes, new: bytes, count: int = -1, /) -> bytes:
        """With other bytes in the place of some.

        >>> b"banana".replace(b"an", b"o", 1)
        b'boana'
        """
        ...

    def lower(self) -> bytes:
        """In small letters.

        >>> b"ABC".lower()
        b'abc'
        """
        ...

    def upper(self) -> bytes:
        """In capitals.

        >>> b"abc".upper()
        b'ABC'
        """
        ...

    def swapcase(self) -> bytes:
        """With capitals and small letters exchanged.

        >>> b"aB".swapcase()
        b'Ab'
        """
        ...

    def capitalize(self) -> bytes:
        """With a capital at the start and small letters after it.

        >>> b"hello".capitalize()
        b'Hello'
        """
        ...

    def title(self) -> bytes:
        """With a capital at the start of each word.

        >>> b"hello world".title()
        b'Hello World'
        """
        ...

    def isalpha(self) -> bool:
        """Whether all are letters of ASCII.

        >>> b"abc".isalpha()
        True
        """
        ...

    def isdigit(self) -> bool:
        """Whether all are digits.

        >>> b"123".isdigit()
        True
        """
        ...

    def isalnum(self) -> bool:
        """Whether all are letters or digits.

        >>> b"a1".isalnum()
        True
        """
        ...

    def isspace(self) -> bool:
        """Whether all are blanks.

        >>> b" \\t".isspace()
        True
        """
        ...

    def islower(self) -> bool:
        """Whether there are letters and all are small.

        >>> b"a1".islower()
        True
        """
        ...

    def isupper(self) -> bool:
        """Whether there are letters and all are capitals.

        >>> b"A1".isupper()
        True
        """
        ...

    def isascii(self) -> bool:
        """Whether all are below 128.

        >>> b"\\xff".isascii()
        False
        """
        ...

    def center(self, width: int, fillchar: bytes = ..., /) -> bytes:
        """In the middle of so many bytes.

        >>> b"x".center(3)
        b' x '
        """
        ...

    def ljust(self, width: int, fillchar: bytes = ..., /) -> bytes:
        """At the left of so many bytes.

        >>> b"x".ljust(3, b".")
        b'x..'
        """
        ...

    def rjust(self, width: int, fillchar: bytes = ..., /) -> bytes:
        """At the right of so many bytes.

        >>> b"x".rjust(3)
        b'  x'
        """
        ...

    def zfill(self, width: int, /) -> bytes:
        """With zeros after the sign up to the given width.

        >>> b"-5".zfill(4)
        b'-005'
        """
        ...

    def translate(self, table: bytes | None, /, delete: bytes = b"") -> bytes:
        """With each byte replaced as a table of 256 says, and some left out.

        >>> b"hello".translate(None, b"l")
        b'heo'
        """
        ...

    @staticmethod
    def maketrans(frm: bytes, to: bytes, /) -> bytes:
        """A table for translate.

        >>> b"abc".translate(bytes.maketrans(b"ab", b"xy"))
        b'xyc'
        """
        ...

    def split(self, sep: bytes | None = None, maxsplit: int = -1) -> list[bytes]:
        """The parts between separators, or between blanks.

        >>> b"a,b,,c".split(b",")
        [b'a', b'b', b'', b'c']
        """
        ...

    def rsplit(self, sep: bytes | None = None, maxsplit: int = -1) -> list[bytes]:
        """As split, from the right.

        >>> b"a,b,c".rsplit(b",", 1)
        [b'a,b', b'c']
        """
        ...

    def splitlines(self, keepends: bool = False) -> list[bytes]:
        """The lines.

        >>> b"a\\nb\\r\\n".splitlines()
        [b'a', b'b']
        """
        ...

    def strip(self, bytes: bytes | None = None, /) -> bytes:
        """Without blanks, or without these bytes, at both ends.

        >>> b" x ".strip()
        b'x'
        """
        ...

    def lstrip(self, bytes: bytes | None = None, /) -> bytes:
        """Without blanks, or without these bytes, at the start.

        >>> b"xxy".lstrip(b"x")
        b'y'
        """
        ...

    def rstrip(self, bytes: bytes | None = None, /) -> bytes:
        """Without blanks, or without these bytes, at the end.

        >>> b"x\\n".rstrip()
        b'x'
        """
        ...

    def partition(self, sep: bytes, /) -> tuple[bytes, bytes, bytes]:
        """What stands before the first separator, the separator, and the rest.

        >>> b"a=b=c".partition(b"=")
        (b'a', b'=', b'b=c')
        """
        ...

    def rpartition(self, sep: bytes, /) -> tuple[bytes, bytes, bytes]:
        """What stands before the last separator, the separator, and the rest.

        >>> b"a=b=c".rpartition(b"=")
        (b'a=b', b'=', b'c')
        """
        ...

    def join(self, iterable: Iterable[bytes], /) -> bytes:
        """The parts with this between them.

        >>> b", ".join([b"a", b"b"])
        b'a, b'
        """
        ...

class complex:
    """A number with a real and an imaginary part, each a float.

    >>> (1 + 2j) * 2j
    (-4+2j)
    """
    real: float = 0.0
    imag: float = 0.0

    def __new__(cls, real: Any = ..., imag: Any = ...) -> Any:
        """A complex number from its parts, or from a text.

        >>> complex(1, 2), complex("3-1j")
        ((1+2j), (3-1j))
        """
        ...

    def conjugate(self) -> complex:
        """The number with the other sign of its imaginary part.

        >>> (1 + 2j).conjugate()
        (1-2j)
        """
        ...

class float:
    """A floating-point number of 64 bits."""

    def __new__(cls, x: Any = ..., /) -> float:
        """A float from a number or a text.

        >>> float("1e3")
        1000.0
        """
        ...

    def is_integer(self) -> bool:
        """Whether it has no fractional part.

        >>> (2.0).is_integer()
        True
        """
        ...

    def as_integer_ratio(self) -> tuple[int, int]:
        """Two integers whose quotient it is exactly.

        >>> (0.25).as_integer_ratio()
        (1, 4)
        """
        ...

    def conjugate(self) -> float:
        """The number itself."""
        ...

    def hex(self) -> str:
        """In hexadecimal digits.

        >>> (1.5).hex()
        '0x1.8000000000000p+0'
        """
        ...

class range:
    """Integers from a start to before a stop."""

    @overload
    def __new__(cls, stop: int, /) -> range:
        """As below."""
        ...

    @overload
    def __new__(cls, start: int, stop: int, step: int = 1, /) -> range:
        """As below."""
        ...

    def __new__(cls, *args: int) -> range:
        """The integers from `start` (0 unless given) to before `stop`, by `step`.

        >>> list(range(2, 10, 3))
        [2, 5, 8]
        """
        ...

    def index(self, value: Any, /) -> int:
        """The place of a number.

        >>> range(0, 10, 2).index(4)
        2
        """
        ...

    def count(self, value: Any, /) -> int:
        """1 if a number is in it, else 0.

        >>> range(5).count(3)
        1
        """
        ...

class slice:
    """What stands between the brackets in `x[start:stop:step]`."""

    def __new__(cls, *args: Any) -> slice:
        """A slice to an end, or from a start to an end, perhaps by a step.

        >>> slice(1, 5)
        slice(1, 5, None)
        """
        ...

    def indices(self, length: int, /) -> tuple[int, int, int]:
        """Start, stop and step on a sequence of a length.

        >>> slice(-2, None).indices(10)
        (8, 10, 1)
        """
        ...

class str:
    """Text. An immutable sequence of Unicode characters."""

    def __new__(cls, object: Any = ..., encoding: str = ..., errors: str = ...) -> str:
        """The text that `print` would write for an object; of bytes in an encoding, the text they are.

        >>> str(1.5)
        '1.5'
        """
        ...

    def split(self, sep: str | None = None, maxsplit: int = -1) -> list[str]:
        """The parts between separators; without one, the words between white space.

        >>> "a,b,,c".split(",")
        ['a', 'b', '', 'c']
        >>> "  two  words ".split()
        ['two', 'words']
        """
        ...

    def rsplit(self, sep: str | None = None, maxsplit: int = -1) -> list[str]:
        """As split, but counts `maxsplit` from the right.

        >>> "a.b.c".rsplit(".", 1)
        ['a.b', 'c']
        """
        ...

    def splitlines(self, keepends: bool = False) -> list[str]:
        r"""The lines, without their ends unless `keepends`.

        >>> len("one two".splitlines())
        1
        """
        ...

    def join(self, iterable: Iterable[str], /) -> str:
        """The texts of an iterable, with this text between each two.

        >>> ", ".join(["a", "b"])
        'a, b'
        """
        ...

    def strip(self, chars: str | None = None, /) -> str:
        """Without white space, or without the given characters, at both ends.

        >>> "  x ".strip()
        'x'
        >>> "xxyx".strip("x")
        'y'
        """
        ...

    def lstrip(self, chars: str | None = None, /) -> str:
        """Without white space, or without the given characters, at the beginning.

        >>> "007".lstrip("0")
        '7'
        """
        ...

    def rstrip(self, chars: str | None = None, /) -> str:
        """Without white space, or without the given characters, at the end.

        >>> "1.500".rstrip("0")
        '1.5'
        """
        ...

    def find(self, sub: str, start: int | None = None, end: int | None = None, /) -> int:
        """The first place of a text in this one, or -1.

        >>> "banana".find("an")
        1
        """
        ...

    def rfind(self, sub: str, start: int | None = None, end: int | None = None, /) -> int:
        """The last place of a text in this one, or -1.

        >>> "banana".rfind("an")
        3
        """
        ...

    def index(self, sub: str, start: int | None = None, end: int | None = None, /) -> int:
        """As find, but raises ValueError when there is none.

        >>> "banana".index("n")
        2
        """
        ...

    def rindex(self, sub: str, start: int | None = None, end: int | None = None, /) -> int:
        """As rfind, but raises ValueError when there is none.

        >>> "banana".rindex("n")
        4
        """
        ...

    def count(self, sub: str, start: int | None = None, end: int | None = None, /) -> int:
        """How often a text occurs in this one without overlap.

        >>> "banana".count("an")
        2
        """
        ...

    def startswith(self, prefix: str | tuple[str, ...], start: int | None = None, end: int | None = None, /) -> bool:
        """Whether it begins with a text, or with one of a tuple of texts.

        >>> "data.csv".startswith("data")
        True
        """
        ...

    def endswith(self, suffix: str | tuple[str, ...], start: int | None = None, end: int | None = None, /) -> bool:
        """Whether it ends with a text, or with one of a tuple of texts.

        >>> "data.csv".endswith((".csv", ".txt"))
        True
        """
        ...

    def replace(self, old: str, new: str, count: int = -1, /) -> str:
        """With every `old` replaced by `new`, or only the first `count` of them.

        >>> "aaa".replace("a", "b", 2)
        'bba'
        """
        ...

    def removeprefix(self, prefix: str, /) -> str:
        """Without a text at its beginning, if it is there.

        >>> "test_one".removeprefix("test_")
        'one'
        """
        ...

    def removesuffix(self, suffix: str, /) -> str:
        """Without a text at its end, if it is there.

        >>> "data.csv".removesuffix(".csv")
        'data'
        """
        ...

    def partition(self, sep: str, /) -> tuple[str, str, str]:
        """What is before the first separator, the separator, and what is after it.

        >>> "key=value=x".partition("=")
        ('key', '=', 'value=x')
        """
        ...

    def rpartition(self, sep: str, /) -> tuple[str, str, str]:
        """What is before the last separator, the separator, and what is after it.

        >>> "a/b/c".rpartition("/")
        ('a/b', '/', 'c')
        """
        ...

    def upper(self) -> str:
        """In upper case.

        >>> "abc".upper()
        'ABC'
        """
        ...

    def lower(self) -> str:
        """In lower case.

        >>> "ABC".lower()
        'abc'
        """
        ...

    def casefold(self) -> str:
        """In a form for comparing without regard to case.

        >>> "Straße".casefold()
        'strasse'
        """
        ...

    def title(self) -> str:
        """Each word with a capital first letter and the rest small.

        >>> "hello big world".title()
        'Hello Big World'
        """
        ...

    def capitalize(self) -> str:
        """With a capital first letter and the rest small.

        >>> "hELLO".capitalize()
        'Hello'
        """
        ...

    def swapcase(self) -> str:
        """Capital letters small and small ones capital.

        >>> "aBc".swapcase()
        'AbC'
        """
        ...

    def isalpha(self) -> bool:
        """Whether there are only letters, and at least one.

        >>> "abc".isalpha()
        True
        """
        ...

    def isalnum(self) -> bool:
        """Whether there are only letters and digits, and at least one.

        >>> "a1".isalnum()
        True
        """
        ...

    def isdigit(self) -> bool:
        """Whether there are only digits, and at least one.

        >>> "2024".isdigit()
        True
        """
        ...

    def isdecimal(self) -> bool:
        """Whether there are only decimal digits, and at least one.

        >>> "12".isdecimal()
        True
        """
        ...

    def isnumeric(self) -> bool:
        """Whether there are only numeric characters, and at least one.

        >>> "½".isnumeric()
        True
        """
        ...

    def isspace(self) -> bool:
        """Whether there is only white space, and at least one character.

        >>> "  ".isspace()
        True
        """
        ...

    def isascii(self) -> bool:
        """Whether all characters are ASCII.

        >>> "abc".isascii()
        True
        """
        ...

    def isprintable(self) -> bool:
        """Whether repr would show every character as it is.

        >>> "abc".isprintable()
        True
        """
        ...

    def isidentifier(self) -> bool:
        """Whether it could be a name in a program.

        >>> "2x".isidentifier()
        False
        """
        ...

    def isupper(self) -> bool:
        """Whether all letters that have a case are capital, and there is one.

        >>> "ABC 1".isupper()
        True
        """
        ...

    def islower(self) -> bool:
        """Whether all letters that have a case are small, and there is one.

        >>> "abc 1".islower()
        True
        """
        ...

    def istitle(self) -> bool:
        """Whether each word has a capital first letter and only there.

        >>> "Hello World".istitle()
        True
        """
        ...

    def center(self, width: int, fillchar: str = " ", /) -> str:
        """In the middle of a text of the given width.

        >>> "x".center(5, "-")
        '--x--'
        """
        ...

    def ljust(self, width: int, fillchar: str = " ", /) -> str:
        """At the left of a text of the given width.

        >>> "x".ljust(3, ".")
        'x..'
        """
        ...

    def rjust(self, width: int, fillchar: str = " ", /) -> str:
        """At the right of a text of the given width.

        >>> "x".rjust(3)
        '  x'
        """
        ...

    def zfill(self, width: int, /) -> str:
        """With zeros after the sign up to the given width.

        >>> "-5".zfill(4)
        '-005'
        """
        ...

    def expandtabs(self, tabsize: int = 8) -> str:
        """With blanks up to the next column that `tabsize` divides for each tab."""
        ...

    def translate(self, table: Any, /) -> str:
        """With each character replaced as a table says: see maketrans.

        >>> "abc".translate({97: "x", 98: None})
        'xc'
        """
        ...

    @staticmethod
    def maketrans(x: Any, y: Any = ..., z: Any = ..., /) -> dict[int, Any]:
        """A table for translate: from a dict, or from two texts of equal length and one to leave out.

        >>> str.maketrans("ab", "xy")
        {97: 120, 98: 121}
        """
        ...

    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
        """The text as bytes in an encoding: utf-8, utf-8-sig, ascii, latin-1, cp1252, utf-16.

        >>> "né".encode()
        b'n\\xc3\\xa9'
        """
        ...

    def format(self, *args: Any, **kwargs: Any) -> str:
        """With each `{...}` replaced by an argument, laid out as its spec says.

        >>> "{:>4} {name}".format(1, name="x")
        '   1 x'
        """
        ...

    def format_map(self, mapping: Any, /) -> str:
        """As format, with the names looked up in a mapping.

        >>> "{a}".format_map({"a": 1})
        '1'
        """
        ...

class list:
    """A changeable sequence."""

    def __new__(cls, iterable: Iterable[T] = ..., /) -> list[T]:
        """A new list of what an iterable gives.

        >>> list("abc")
        ['a', 'b', 'c']
        """
        ...

    def append(self, item: T, /) -> None:
        """Add an item at the end.

        >>> xs = [1]
        >>> xs.append(2)
        >>> xs
        [1, 2]
        """
        ...

    def extend(self, iterable: Iterable[T], /) -> None:
        """Add all items of an iterable at the end.

        >>> xs = [1]
        >>> xs.extend((2, 3))
        >>> xs
        [1, 2, 3]
        """
        ...

    def insert(self, index: int, item: T, /) -> None:
        """Add an item before an index.

        >>> xs = [1, 3]
        >>> xs.insert(1, 2)
        >>> xs
        [1, 2, 3]
        """
        ...

    def pop(self, index: int = -1, /) -> T:
        """Remove an item, by default the last, and return it.

        >>> [1, 2, 3].pop()
        3
        """
        ...

    def remove(self, item: T, /) -> None:
        """Remove the first item that equals this one; ValueError if there is none.

        >>> xs = [1, 2, 1]
        >>> xs.remove(1)
        >>> xs
        [2, 1]
        """
        ...

    def clear(self) -> None:
        """Remove all items."""
        ...

    def copy(self) -> list[T]:
        """A new list of the same items.

        >>> [1, 2].copy()
        [1, 2]
        """
        ...

    def reverse(self) -> None:
        """Turn the order of the items round."""
        ...

    def index(self, item: Any, start: int = ..., stop: int = ..., /) -> int:
        """The first place of an item; ValueError if there is none.

        >>> ["a", "b"].index("b")
        1
        """
        ...

    def count(self, item: Any, /) -> int:
        """How often an item occurs.

        >>> [1, 2, 1].count(1)
        2
        """
        ...

    def sort(self, *, key: Callable | None = None, reverse: bool = False) -> None:
        """Put the items in order, by themselves or by what `key` gives for each. Equal items keep their order.

        >>> xs = ["bb", "a", "ccc"]
        >>> xs.sort(key=len, reverse=True)
        >>> xs
        ['ccc', 'bb', 'a']
        """
        ...

class tuple:
    """A sequence that does not change."""

    def __new__(cls, iterable: Iterable[T] = ..., /) -> tuple[T, ...]:
        """A tuple of what an iterable gives.

        >>> tuple([1, 2])
        (1, 2)
        """
        ...

    def index(self, item: Any, start: int = ..., stop: int = ..., /) -> int:
        """The first place of an item; ValueError if there is none.

        >>> (1, 2).index(2)
        1
        """
        ...

    def count(self, item: Any, /) -> int:
        """How often an item occurs.

        >>> (1, 2, 1).count(1)
        2
        """
        ...

class dict:
    """Values under keys, in the order in which they were added."""

    def __new__(cls, *args: Any, **kwargs: Any) -> dict[Any, Any]:
        """A dict of a mapping or of pairs, and of keyword arguments.

        >>> dict([("a", 1)], b=2)
        {'a': 1, 'b': 2}
        """
        ...

    @classmethod
    def fromkeys(cls, iterable: Iterable[K], value: Any = None, /) -> dict[K, Any]:
        """A dict of keys that all have one value.

        >>> dict.fromkeys("ab", 0)
        {'a': 0, 'b': 0}
        """
        ...

    def get(self, key: Any, default: Any = None, /) -> Any:
        """The value under a key, or the default.

        >>> {"a": 1}.get("b", 0)
        0
        """
        ...

    def setdefault(self, key: K, default: Any = None, /) -> Any:
        """The value under a key, which is the default from now on if there was none.

        >>> {"a": 1}.setdefault("b", 2)
        2
        """
        ...

    def pop(self, key: Any, default: Any = ..., /) -> Any:
        """Remove a key and return its value; if it is not there the default, or KeyError.

        >>> {"a": 1}.pop("a")
        1
        """
        ...

    def popitem(self) -> tuple[K, V]:
        """Remove the last key and return it with its value.

        >>> {"a": 1, "b": 2}.popitem()
        ('b', 2)
        """
        ...

    def update(self, *args: Any, **kwargs: Any) -> None:
        """Set the keys of a mapping or of pairs, and of keyword arguments.

        >>> d = {"a": 1}
        >>> d.update(a=2, b=3)
        >>> d
        {'a': 2, 'b': 3}
        """
        ...

    def keys(self) -> Iterable[K]:
        """A view of the keys.

        >>> {"a": 1}.keys()
        dict_keys(['a'])
        """
        ...

    def values(self) -> Iterable[V]:
        """A view of the values.

        >>> {"a": 1}.values()
        dict_values([1])
        """
        ...

    def items(self) -> Iterable[tuple[K, V]]:
        """A view of the pairs.

        >>> {"a": 1}.items()
        dict_items([('a', 1)])
        """
        ...

    def clear(self) -> None:
        """Remove all keys."""
        ...

    def copy(self) -> dict[K, V]:
        """A new dict of the same keys and values.

        >>> {"a": 1}.copy()
        {'a': 1}
        """
        ...

class set:
    """Items without order, each once."""

    def __new__(cls, iterable: Iterable[T] = ..., /) -> set[T]:
        """A set of what an iterable gives.

        >>> set([1, 2, 1])
        {1, 2}
        """
        ...

    def add(self, item: T, /) -> None:
        """Add an item.

        >>> s = {1}
        >>> s.add(2)
        >>> s
        {1, 2}
        """
        ...

    def discard(self, item: Any, /) -> None:
        """Remove an item if it is there."""
        ...

    def remove(self, item: Any, /) -> None:
        """Remove an item; KeyError if it is not there."""
        ...

    def pop(self) -> T:
        """Remove some item and return it.

        >>> {7}.pop()
        7
        """
        ...

    def clear(self) -> None:
        """Remove all items."""
        ...

    def update(self, *others: Iterable[T]) -> None:
        """Add all items of the others.

        >>> s = {1}
        >>> s.update([2], [3])
        >>> s
        {1, 2, 3}
        """
        ...

    def intersection_update(self, *others: Iterable[Any]) -> None:
        """Keep the items that all others have."""
        ...

    def difference_update(self, *others: Iterable[Any]) -> None:
        """Remove the items that the others have."""
        ...

    def symmetric_difference_update(self, other: Iterable[T], /) -> None:
        """Keep the items that only one of the two has."""
        ...

    def copy(self) -> set[T]:
        """A new set of the same items.

        >>> {1}.copy()
        {1}
        """
        ...

    def union(self, *others: Iterable[T]) -> set[T]:
        """The items of this and of all others.

        >>> {1}.union([2], [3])
        {1, 2, 3}
        """
        ...

    def intersection(self, *others: Iterable[Any]) -> set[T]:
        """The items that all have.

        >>> {1, 2}.intersection([2, 3])
        {2}
        """
        ...

    def difference(self, *others: Iterable[Any]) -> set[T]:
        """The items that no other has.

        >>> {1, 2}.difference([2])
        {1}
        """
        ...

    def symmetric_difference(self, other: Iterable[T], /) -> set[T]:
        """The items that only one of the two has.

        >>> {1, 2}.symmetric_difference([2, 3])
        {1, 3}
        """
        ...

    def issubset(self, other: Iterable[Any], /) -> bool:
        """Whether the other has every item of this.

        >>> {1}.issubset([1, 2])
        True
        """
        ...

    def issuperset(self, other: Iterable[Any], /) -> bool:
        """Whether this has every item of the other.

        >>> {1, 2}.issuperset([1])
        True
        """
        ...

    def isdisjoint(self, other: Iterable[Any], /) -> bool:
        """Whether the two have no item in common.

        >>> {1}.isdisjoint([2])
        True
        """
        ...

class frozenset:
    """A set that does not change."""

    def __new__(cls, iterable: Iterable[T] = ..., /) -> frozenset[T]:
        """A frozenset of what an iterable gives.

        >>> frozenset([1, 1])
        frozenset({1})
        """
        ...

    def copy(self) -> frozenset[T]:
        """A new set of the same items."""
        ...

    def union(self, *others: Iterable[T]) -> frozenset[T]:
        """The items of this and of all others."""
        ...

    def intersection(self, *others: Iterable[Any]) -> frozenset[T]:
        """The items that all have."""
        ...

    def difference(self, *others: Iterable[Any]) -> frozenset[T]:
        """The items that no other has."""
        ...

    def symmetric_difference(self, other: Iterable[T], /) -> frozenset[T]:
        """The items that only one of the two has."""
        ...

    def issubset(self, other: Iterable[Any], /) -> bool:
        """Whether the other has every item of this."""
        ...

    def issuperset(self, other: Iterable[Any], /) -> bool:
        """Whether this has every item of the other."""
        ...

    def isdisjoint(self, other: Iterable[Any], /) -> bool:
        """Whether the two have no item in common."""
        ...

class TextIOWrapper:
    """An open text file. It is an iterator over its lines and closes at the end of a `with`."""


    def read(self, size: int | None = -1, /) -> str:
        """So many characters, or all that is left."""
        ...

    def readline(self) -> str:
        """The next line with its end; an empty text at the end of the file."""
        ...

    def readlines(self) -> list[str]:
        """All lines that are left, with their ends."""
        ...

    def write(self, text: str, /) -> int:
        """Write a text; the number of its characters."""
        ...

    def writelines(self, lines: Iterable[str], /) -> None:
        """Write texts one after another."""
        ...

    def flush(self) -> None:
        """Hand what was written to the system."""
        ...

    def close(self) -> None:
        """Close the file."""
        ...

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go to a place in the file."""
        ...

    def tell(self) -> int:
        """The place in the file."""
        ...

    def truncate(self, size: int | None = None, /) -> int:
        """Cut the file at a place."""
        ...

    def readable(self) -> bool:
        """Whether it can be read."""
        ...

    def writable(self) -> bool:
        """Whether it can be written."""
        ...

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        ...

    def fileno(self) -> int:
        """The number of a standard stream."""
        ...

class BaseException:
    """What all exceptions inherit from."""

    def __new__(cls, *args: Any) -> BaseException:
        """An exception with its arguments."""
        ...

    def with_traceback(self, tb: Any, /) -> Self:
        """The exception itself: tracebacks are shown by rdask."""
        ...

    def add_note(self, note: str, /) -> None:
        """Add a line that is shown with the exception."""
        ...

class SystemExit(BaseException):
    """The end of the program, with its exit code."""

class KeyboardInterrupt(BaseException):
    """The user pressed Ctrl-C."""

class GeneratorExit(BaseException):
    """A generator was closed."""

class Exception(BaseException):
    """What all exceptions inherit from that are no order to end."""

class ArithmeticError(Exception):
    """Something about numbers."""

class FloatingPointError(ArithmeticError):
    """A floating-point operation failed."""

class OverflowError(ArithmeticError):
    """A result is too large."""

class ZeroDivisionError(ArithmeticError):
    """Division by zero."""

class AssertionError(Exception):
    """An assertion does not hold."""

class AttributeError(Exception):
    """There is no such attribute."""

class BufferError(Exception):
    """A buffer can't be used so."""

class EOFError(Exception):
    """There is nothing more to read."""

class ImportError(Exception):
    """An import failed."""

class ModuleNotFoundError(ImportError):
    """There is no such module."""

class LookupError(Exception):
    """A key or index is not there."""

class IndexError(LookupError):
    """An index is out of range."""

class KeyError(LookupError):
    """A key is not there."""

class MemoryError(Exception):
    """There is not enough memory."""

class NameError(Exception):
    """There is no such name."""

class UnboundLocalError(NameError):
    """A variable has no value yet."""

class OSError(Exception):
    """The operating system refused something."""

class FileExistsError(OSError):
    """The file is there already."""

class FileNotFoundError(OSError):
    """There is no such file or folder."""

class IsADirectoryError(OSError):
    """It is a folder."""

class NotADirectoryError(OSError):
    """It is no folder."""

class InterruptedError(OSError):
    """A system call was interrupted."""

class PermissionError(OSError):
    """It is not allowed."""

class TimeoutError(OSError):
    """It took too long."""

class BrokenPipeError(OSError):
    """Nobody reads the pipe."""

class ReferenceError(Exception):
    """The object is gone."""

class RuntimeError(Exception):
    """Something went wrong while running."""

class NotImplementedError(RuntimeError):
    """This is not done yet."""

class RecursionError(RuntimeError):
    """Calls are nested too deep."""

class StopIteration(Exception):
    """An iterator is at its end."""

class StopAsyncIteration(Exception):
    """An asynchronous iterator is at its end."""

class SyntaxError(Exception):
    """A source text is wrong."""

class IndentationError(SyntaxError):
    """A source text is indented wrongly."""

class SystemError(Exception):
    """The interpreter has a fault."""

class TypeError(Exception):
    """A value is of the wrong type."""

class ValueError(Exception):
    """A value is of the right type but wrong."""

class UnicodeError(ValueError):
    """A text can't be encoded or decoded."""

class UnicodeDecodeError(UnicodeError):
    """Bytes are no text."""

class UnicodeEncodeError(UnicodeError):
    """A text can't be written as bytes."""

class Warning(Exception):
    """What all warnings inherit from."""

class UserWarning(Warning):
    """A warning of a user's program."""

class DeprecationWarning(Warning):
    """Something will go away."""

class RuntimeWarning(Warning):
    """Something doubtful happened while running."""

class FutureWarning(Warning):
    """Something will change."""

IOError = OSError
EnvironmentError = OSError



class property:
    """An attribute that functions compute.

    >>> class Circle:
    ...     def __init__(self, r):
    ...         self.r = r
    ...     @property
    ...     def area(self):
    ...         return 3 * self.r ** 2
    >>> Circle(2).area
    12
    """
    def __init__(self, fget: Any = None, fset: Any = None, fdel: Any = None, doc: Any = None):
        self.fget = fget


class staticmethod:
    """A function of a class that takes no `self`.

    >>> class Half:
    ...     @staticmethod
    ...     def of(x):
    ...         return x / 2
    >>> Half.of(3)
    1.5
    """
    def __init__(self, function: Any):
        self.function = function


class classmethod:
    """A function of a class that takes the class instead of an object.

    >>> class Named:
    ...     @classmethod
    ...     def title(cls):
    ...         return cls.__name__
    >>> Named.title()
    'Named'
    """
    def __init__(self, function: Any):
        self.function = function
