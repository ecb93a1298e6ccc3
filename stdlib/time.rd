"""Clocks, sleeping, and moments in time."""

from datetime import datetime as _datetime
from collections import namedtuple as _namedtuple

def time() -> float:
    """Seconds since the beginning of 1970, UTC."""
    ...

def time_ns() -> int:
    """Nanoseconds since the beginning of 1970, UTC."""
    ...

def perf_counter() -> float:
    """Seconds of a clock for measuring; only differences mean something."""
    ...

def perf_counter_ns() -> int:
    """Nanoseconds of a clock for measuring; only differences mean something."""
    ...

def monotonic() -> float:
    """Seconds of a clock that never goes back."""
    ...

def monotonic_ns() -> int:
    """Nanoseconds of a clock that never goes back."""
    ...

def process_time() -> float:
    """Seconds of processor time that this process has used."""
    ...

def thread_time() -> float:
    """Seconds of processor time that this process has used."""
    ...

def sleep(seconds: float, /) -> None:
    """Wait. In a task, another task runs meanwhile."""
    ...

def _parts(seconds, local):
    ...

def _seconds(parts):
    ...

_fields = _namedtuple(
    "struct_time",
    "tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst",
    module="time",
)

class struct_time(_fields):
    """The parts of a moment."""

    tm_zone = "UTC"
    tm_gmtoff = 0

    def __repr__(self):
        parts = [f"{name}={value!r}" for name, value in zip(self._fields, self)]
        return f"time.struct_time({', '.join(parts)})"

def gmtime(seconds: float | None = None, /) -> Any:
    """The parts of a moment, in UTC.

    >>> import time
    >>> time.gmtime(0).tm_year
    1970
    """
    return struct_time(*_parts(seconds, False)[:9])

def localtime(seconds: float | None = None, /) -> Any:
    """The parts of a moment, in the local time zone."""
    return struct_time(*_parts(seconds, True)[:9])

def mktime(parts: Any, /) -> float:
    """Seconds since 1970 of a moment in local time."""
    return _seconds(parts)

def strftime(format: str, parts: Any = None, /) -> str:
    """A moment as text, by default this one, laid out as a format says.

    >>> import time
    >>> time.strftime("%Y-%m-%d", time.gmtime(0))
    '1970-01-01'
    """
    if parts is None:
        parts = localtime()
    return _datetime(*tuple(parts)[:6]).strftime(format)

def asctime(parts: Any = None, /) -> str:
    """A moment as in "Thu Jan  1 00:00:00 1970".

    >>> import time
    >>> time.asctime(time.gmtime(0))
    'Thu Jan  1 00:00:00 1970'
    """
    if parts is None:
        parts = localtime()
    return _datetime(*tuple(parts)[:6]).ctime()

def ctime(seconds: float | None = None, /) -> str:
    """A moment in local time as in "Thu Jan  1 00:00:00 1970"."""
    return asctime(localtime(seconds))

def strptime(text: str, format: str = "%a %b %d %H:%M:%S %Y", /) -> Any:
    """The parts of a moment that a text gives in a format.

    >>> import time
    >>> time.strptime("2024-02-03", "%Y-%m-%d").tm_mday
    3
    """
    found = _datetime.strptime(text, format)
    return found.timetuple()
