"""Sizes, times and keys as texts, and small helpers."""

from datetime import datetime as datetime
from datetime import timedelta as timedelta
from operator import add as add

def format_bytes(n: int) -> str:
    """A size in bytes as a text.

    >>> from dask.utils import format_bytes
    >>> format_bytes(1), format_bytes(1234), format_bytes(12345678)
    ('1 B', '1.21 kiB', '11.77 MiB')
    """
    for prefix, k in (("Pi", 2 ** 50), ("Ti", 2 ** 40), ("Gi", 2 ** 30), ("Mi", 2 ** 20), ("ki", 2 ** 10)):
        if n >= k * 0.9:
            return f"{n / k:.2f} {prefix}B"
    return f"{n} B"

def parse_bytes(s: Any) -> int:
    """The number of bytes that a text says.

    >>> from dask.utils import parse_bytes
    >>> parse_bytes('5.4 kB'), parse_bytes('1kiB'), parse_bytes('MB'), parse_bytes(123)
    (5400, 1024, 1000000, 123)
    """
    if isinstance(s, (int, float)):
        return int(s)
    s = s.replace(" ", "")
    if not any(c.isdigit() for c in s):
        s = "1" + s
    index = len(s)
    while index > 0 and s[index - 1].isalpha():
        index -= 1
    number, unit = s[:index], s[index:].lower()
    try:
        n = float(number)
    except ValueError as error:
        raise ValueError(f"Could not interpret '{number}' as a number") from error
    units = {"b": 1, "": 1}
    for power, letter in enumerate("kmgtp", 1):
        units[letter] = units[letter + "b"] = 1000 ** power
        units[letter + "i"] = units[letter + "ib"] = 1024 ** power
    if unit not in units:
        raise ValueError(f"Could not interpret '{s[index:]}' as a byte unit")
    return int(n * units[unit])

def format_time(n: float) -> str:
    """A time in seconds as a text.

    >>> from dask.utils import format_time
    >>> format_time(1), format_time(0.001234), format_time(1234.567)
    ('1.00 s', '1.23 ms', '20m 34s')
    """
    if n > 24 * 60 * 60 * 2:
        d = int(n / 3600 / 24)
        return f"{d}d {int((n - d * 3600 * 24) / 3600)}hr"
    if n > 60 * 60 * 2:
        h = int(n / 3600)
        return f"{h}hr {int((n - h * 3600) / 60)}m"
    if n > 60 * 10:
        m = int(n / 60)
        return f"{m}m {int(n - m * 60)}s"
    if n >= 1:
        return f"{n:.2f} s"
    if n >= 1e-3:
        return f"{n * 1e3:.2f} ms"
    return f"{n * 1e6:.2f} us"

def format_time_ago(n: Any) -> str:
    """How long ago a moment was, in words.

    >>> from datetime import datetime, timedelta
    >>> from dask.utils import format_time_ago
    >>> format_time_ago(datetime.now() - timedelta(hours=3))
    '3 hours ago'
    """
    diff = datetime.now() - n
    parts = [
        ("year", diff.days / 365),
        ("month", diff.days / 30.436875),
        ("week", diff.days / 7),
        ("day", diff.days),
        ("hour", diff.seconds / 3600),
        ("minute", diff.seconds % 3600 / 60),
    ]
    for unit, count in parts:
        count = int(count)
        if count > 0:
            return f"{count} {unit if count == 1 else unit + 's'} ago"
    return "Just now"

def parse_timedelta(s: Any, default: str = "seconds") -> Any:
    """The number of seconds that a text, a number or a ``timedelta`` says.

    >>> from dask.utils import parse_timedelta
    >>> parse_timedelta('3s'), parse_timedelta('1.5 minutes'), parse_timedelta('20ms')
    (3, 90, 0.02)
    """
    if s is None:
        return None
    if isinstance(s, timedelta):
        s = s.total_seconds()
        return int(s) if int(s) == s else s
    if isinstance(s, (int, float)):
        s = str(s) + default
    s = s.replace(" ", "")
    if not s[0].isdigit() and s[0] not in "+-.":
        s = "1" + s
    index = len(s)
    while index > 0 and s[index - 1].isalpha():
        index -= 1
    unit = (s[index:] or default).lower()
    units = {"days": 86400, "hours": 3600, "minutes": 60, "seconds": 1, "milliseconds": 1e-3, "microseconds": 1e-6, "nanoseconds": 1e-9}
    short = {"d": 86400, "h": 3600, "hr": 3600, "m": 60, "min": 60, "s": 1, "sec": 1, "ms": 1e-3, "us": 1e-6, "ns": 1e-9}
    for name, size in units.items():
        short[name] = size
        short[name[:-1]] = size
    if unit not in short:
        raise KeyError(f"Invalid time unit: {s[index:]}. Valid units are: {', '.join(sorted(short))}")
    result = float(s[:index]) * short[unit]
    return int(result) if int(result) == result else result

def key_split(s: Any) -> str:
    """The part of a key that says what its task does.

    >>> from dask.utils import key_split
    >>> key_split(('add-1f2e3d4c', 0)), key_split('read-csv-7')
    ('add', 'read-csv')
    """
    if isinstance(s, tuple):
        return key_split(s[0]) if s else "Other"
    if not isinstance(s, str) or not s:
        return "Other"
    words = s.split("-")
    first = words[0]
    if not first:
        return "Other"
    result = first if first[0].isalpha() else first.split(",")[0].strip("_'()\"")
    for word in words[1:]:
        if not word.isalpha() or (len(word) == 8 and _is_hex(word)):
            break
        result += "-" + word
    if len(result) == 32 and _is_hex(result):
        return "data"
    if result.startswith("<"):
        result = result.strip("<>").split()[0].split(".")[-1]
    return result or "Other"

def _is_hex(text: Any) -> bool:
    return all(c in "0123456789abcdef" for c in text)

def natural_sort_key(s: str) -> list[Any]:
    """A key that sorts texts with the numbers in them by value.

    >>> from dask.utils import natural_sort_key
    >>> sorted(['f10', 'f9', 'f1'], key=natural_sort_key)
    ['f1', 'f9', 'f10']
    """
    parts = [""]
    for c in s:
        if c.isdigit() != (len(parts) % 2 == 0):
            parts.append("")
        parts[-1] += c
    if len(parts) % 2 == 0:
        parts.append("")
    return [int(part) if at % 2 else part for at, part in enumerate(parts)]

def deepmap(func: Any, *seqs: Any) -> Any:
    """A function applied inside of nested lists.

    >>> from dask.utils import deepmap
    >>> deepmap(abs, [[-1], [2, -3]])
    [[1], [2, 3]]
    """
    if isinstance(seqs[0], list):
        return [deepmap(func, *items) for items in zip(*seqs)]
    return func(*seqs)

def ndeepmap(n: int, func: Any, seq: Any) -> Any:
    """A function applied to the items of lists nested ``n`` deep.

    >>> from dask.utils import ndeepmap
    >>> ndeepmap(2, abs, [[-1], [2, -3]])
    [[1], [2, 3]]
    """
    if n < 1:
        return func(seq[0]) if isinstance(seq, list) else func(seq)
    if n == 1:
        return [func(item) for item in seq]
    return [ndeepmap(n - 1, func, item) for item in seq]

def digit(n: int, k: int, base: int) -> int:
    """The digit ``k`` of ``n``, counted from the last.

    >>> from dask.utils import digit
    >>> digit(1234, 0, 10), digit(1234, 3, 10)
    (4, 1)
    """
    return n // base ** k % base

def concrete(seq: Any) -> Any:
    """Nested iterators as lists.

    >>> from dask.utils import concrete
    >>> concrete(iter([iter([1, 2]), (3,)]))
    [[1, 2], [3]]
    """
    if isinstance(seq, (list, tuple)) or (hasattr(seq, "__next__") and hasattr(seq, "__iter__")):
        return [concrete(item) for item in seq]
    return seq

def ensure_unicode(s: Any) -> str:
    """A text as it is; anything else is refused.

    >>> from dask.utils import ensure_unicode
    >>> ensure_unicode('123')
    '123'
    """
    if isinstance(s, str):
        return s
    raise TypeError(f"Object {s} is neither a str object nor can be decoded to str")

def stringify(obj: Any, exclusive: Any = None) -> Any:
    """A value as a text; with ``exclusive`` only the values in it, inside of containers.

    >>> from dask.utils import stringify
    >>> stringify((1, 'a')), stringify([(1, 'a'), 2], exclusive={(1, 'a')})
    ("(1, 'a')", ["(1, 'a')", 2])
    """
    if isinstance(obj, str):
        return obj
    if exclusive is None:
        return str(obj)
    if type(obj) is list:
        return [stringify(item, exclusive) for item in obj]
    if type(obj) is dict:
        return {key: stringify(item, exclusive) for key, item in obj.items()}
    try:
        if obj in exclusive:
            return str(obj)
    except TypeError:
        pass
    if type(obj) is tuple:
        return tuple([stringify(item, exclusive) for item in obj])
    return obj

def funcname(func: Any) -> str:
    """The name of a function.

    >>> from dask.utils import funcname
    >>> funcname(len), funcname(lambda x: x)
    ('len', 'lambda')
    """
    while hasattr(func, "func"):
        func = func.func
    name = getattr(func, "__name__", None)
    if name is None:
        return str(func)
    return "lambda" if name == "<lambda>" else name[:50]

def apply(func: Any, args: Any, kwargs: Any = None) -> Any:
    """A function called with a list and a dict of arguments.

    >>> from dask.utils import apply
    >>> apply(int, ('ff',), {'base': 16})
    255
    """
    return func(*args, **kwargs) if kwargs else func(*args)

class IndexCallable:
    """A function that is called by indexing.

    >>> from dask.utils import IndexCallable
    >>> IndexCallable(lambda at: at + 1)[3]
    4
    """
    def __init__(self, fn: Any) -> None:
        self.fn = fn
    def __getitem__(self, key: Any) -> Any:
        return self.fn(key)

def typename(typ: Any, short: bool = False) -> str:
    """The name of a type, with its module if that is not ``builtins``.

    >>> from dask.utils import typename
    >>> typename(int), typename('text')
    ('int', 'str')
    """
    if not isinstance(typ, type):
        return typename(type(typ))
    module = typ.__module__
    if not module or module == "builtins":
        return typ.__name__
    return f"{module.split('.')[0] if short else module}.{typ.__name__}"

class SerializableLock:
    """A lock that tasks share: locks of one token are one lock.

    >>> from dask.utils import SerializableLock
    >>> lock = SerializableLock('files')
    >>> with lock:
    ...     print(lock.locked(), lock)
    True <SerializableLock: files>
    >>> lock.locked()
    False
    """

    def __new__(cls, token: Any = None) -> SerializableLock: ...

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take the lock, or wait until it is free; whether it was taken.

        >>> from dask.utils import SerializableLock
        >>> lock = SerializableLock()
        >>> lock.acquire(), lock.acquire(blocking=False)
        (True, False)
        """
        ...

    def release(self) -> None:
        """Give the lock back.

        >>> from dask.utils import SerializableLock
        >>> SerializableLock().release()
        Traceback (most recent call last):
        RuntimeError: release unlocked lock
        """
        ...

    def locked(self) -> bool:
        """Whether someone has it.

        >>> from dask.utils import SerializableLock
        >>> SerializableLock().locked()
        False
        """
        ...

    def __enter__(self) -> None:
        """Take it for a block of statements."""
        ...

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        """Give it back at the end of the block."""
        ...
