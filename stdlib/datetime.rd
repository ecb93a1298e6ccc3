"""Days, times and lengths of time."""

from collections import namedtuple as _namedtuple

MINYEAR: int = 1
MAXYEAR: int = 9999
UTC: timezone

_iso_fields = _namedtuple("IsoCalendarDate", "year week weekday", module="datetime")

class IsoCalendarDate(_iso_fields):
    """A year, a week and a day of the week, as ISO 8601 counts them."""

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"

class timedelta:
    """A length of time."""

    days: int = 0
    seconds: int = 0
    microseconds: int = 0
    min: timedelta
    max: timedelta
    resolution: timedelta

    def __new__(cls, days: float = 0, seconds: float = 0, microseconds: float = 0, milliseconds: float = 0, minutes: float = 0, hours: float = 0, weeks: float = 0) -> timedelta:
        """The sum of its parts.

        >>> from datetime import timedelta
        >>> timedelta(hours=36)
        datetime.timedelta(days=1, seconds=43200)
        """
        ...

    def total_seconds(self) -> float:
        """The length in seconds.

        >>> from datetime import timedelta
        >>> timedelta(minutes=1.5).total_seconds()
        90.0
        """
        ...

class date:
    """A day of the calendar."""

    year: int = 1
    month: int = 1
    day: int = 1
    min: date
    max: date
    resolution: timedelta

    def __new__(cls, year: int, month: int, day: int) -> date:
        """A day by its year, month and day.

        >>> from datetime import date
        >>> date(2024, 2, 29)
        datetime.date(2024, 2, 29)
        """
        ...

    @classmethod
    def today(cls) -> date:
        """This day."""
        ...

    @classmethod
    def fromtimestamp(cls, timestamp: float, /) -> date:
        """The local day of a moment in seconds since 1970."""
        ...

    @classmethod
    def fromordinal(cls, n: int, /) -> date:
        """The day of a number: 1 is the first day of year 1.

        >>> from datetime import date
        >>> date.fromordinal(738000)
        datetime.date(2021, 7, 29)
        """
        ...

    @classmethod
    def fromisoformat(cls, date_string: str, /) -> date:
        """The day of a text such as 2024-02-03.

        >>> from datetime import date
        >>> date.fromisoformat("2024-02-03")
        datetime.date(2024, 2, 3)
        """
        ...

    @classmethod
    def fromisocalendar(cls, year: int, week: int, day: int) -> date:
        """The day of an ISO week.

        >>> from datetime import date
        >>> date.fromisocalendar(2024, 1, 1)
        datetime.date(2024, 1, 1)
        """
        ...

    def strftime(self, format: str, /) -> str:
        """As text, laid out as a format says.

        >>> from datetime import date
        >>> date(2024, 2, 3).strftime("%d %b %Y")
        '03 Feb 2024'
        """
        ...

    def isoformat(self) -> str:
        """As in 2024-02-03.

        >>> from datetime import date
        >>> date(2024, 2, 3).isoformat()
        '2024-02-03'
        """
        ...

    def ctime(self) -> str:
        """As in "Sat Feb  3 00:00:00 2024".

        >>> from datetime import date
        >>> date(2024, 2, 3).ctime()
        'Sat Feb  3 00:00:00 2024'
        """
        ...

    def weekday(self) -> int:
        """The day of the week; Monday is 0.

        >>> from datetime import date
        >>> date(2024, 2, 3).weekday()
        5
        """
        ...

    def isoweekday(self) -> int:
        """The day of the week; Monday is 1.

        >>> from datetime import date
        >>> date(2024, 2, 3).isoweekday()
        6
        """
        ...

    def isocalendar(self) -> Any:
        """ISO year, week and day.

        >>> from datetime import date
        >>> date(2024, 2, 3).isocalendar()
        datetime.IsoCalendarDate(year=2024, week=5, weekday=6)
        """
        ...

    def toordinal(self) -> int:
        """The number of the day.

        >>> from datetime import date
        >>> date(1970, 1, 1).toordinal()
        719163
        """
        ...

    def timetuple(self) -> Any:
        """As a time.struct_time."""
        ...

    def replace(self, year: int = ..., month: int = ..., day: int = ...) -> date:
        """With some parts replaced.

        >>> from datetime import date
        >>> date(2024, 2, 3).replace(day=1)
        datetime.date(2024, 2, 1)
        """
        ...

class datetime(date):
    """A day and a time."""

    hour: int = 0
    minute: int = 0
    second: int = 0
    microsecond: int = 0
    tzinfo: Any = None
    fold: int = 0
    min: datetime
    max: datetime
    resolution: timedelta

    def __new__(cls, year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0, microsecond: int = 0, tzinfo: Any = None, *, fold: int = 0) -> datetime:
        """A moment by its parts.

        >>> from datetime import datetime
        >>> datetime(2024, 2, 3, 12, 30)
        datetime.datetime(2024, 2, 3, 12, 30)
        """
        ...

    @classmethod
    def now(cls, tz: Any = None) -> datetime:
        """This moment, in local time or in a time zone."""
        ...

    @classmethod
    def today(cls) -> datetime:
        """This moment in local time."""
        ...

    @classmethod
    def utcnow(cls) -> datetime:
        """This moment in UTC."""
        ...

    @classmethod
    def fromtimestamp(cls, timestamp: float, tz: Any = None) -> datetime:
        """The moment of seconds since 1970, in local time or in a time zone.

        >>> from datetime import datetime, timezone
        >>> datetime.fromtimestamp(0, timezone.utc)
        datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)
        """
        ...

    @classmethod
    def utcfromtimestamp(cls, timestamp: float, /) -> datetime:
        """The moment of seconds since 1970, in UTC.

        >>> from datetime import datetime
        >>> datetime.utcfromtimestamp(86400)
        datetime.datetime(1970, 1, 2, 0, 0)
        """
        ...

    @classmethod
    def fromordinal(cls, n: int, /) -> datetime:
        """Midnight of the day of a number."""
        ...

    @classmethod
    def fromisoformat(cls, date_string: str, /) -> datetime:
        """The moment of a text such as 2024-02-03T12:30:00.

        >>> from datetime import datetime
        >>> datetime.fromisoformat("2024-02-03T12:30")
        datetime.datetime(2024, 2, 3, 12, 30)
        """
        ...

    @classmethod
    def strptime(cls, date_string: str, format: str, /) -> datetime:
        """The moment of a text in a format.

        >>> from datetime import datetime
        >>> datetime.strptime("3/2/24", "%d/%m/%y")
        datetime.datetime(2024, 2, 3, 0, 0)
        """
        ...

    @classmethod
    def combine(cls, date: Any, time: Any, tzinfo: Any = ...) -> datetime:
        """A day and a time together.

        >>> from datetime import date, datetime, time
        >>> datetime.combine(date(2024, 2, 3), time(12))
        datetime.datetime(2024, 2, 3, 12, 0)
        """
        ...

    def date(self) -> date:
        """The day."""
        ...

    def time(self) -> time:
        """The time, without its zone."""
        ...

    def timetz(self) -> time:
        """The time, with its zone."""
        ...

    def timestamp(self) -> float:
        """Seconds since 1970.

        >>> from datetime import datetime, timezone
        >>> datetime(1970, 1, 2, tzinfo=timezone.utc).timestamp()
        86400.0
        """
        ...

    def isoformat(self, sep: str = "T", timespec: str = "auto") -> str:
        """As in 2024-02-03T12:30:00.

        >>> from datetime import datetime
        >>> datetime(2024, 2, 3, 12, 30).isoformat(" ", "minutes")
        '2024-02-03 12:30'
        """
        ...

    def replace(self, year: int = ..., month: int = ..., day: int = ..., hour: int = ..., minute: int = ..., second: int = ..., microsecond: int = ..., tzinfo: Any = ..., *, fold: int = ...) -> datetime:
        """With some parts replaced.

        >>> from datetime import datetime
        >>> datetime(2024, 2, 3, 12, 30).replace(hour=0)
        datetime.datetime(2024, 2, 3, 0, 30)
        """
        ...

    def astimezone(self, tz: Any = None) -> datetime:
        """The same moment in another time zone."""
        ...

    def utcoffset(self) -> timedelta | None:
        """The offset from UTC."""
        ...

    def tzname(self) -> str | None:
        """The name of the time zone."""
        ...

    def dst(self) -> None:
        """None: zones here have one offset."""
        ...

    def utctimetuple(self) -> Any:
        """As a time.struct_time in UTC."""
        ...

class time:
    """A time of day."""

    hour: int = 0
    minute: int = 0
    second: int = 0
    microsecond: int = 0
    tzinfo: Any = None
    fold: int = 0
    min: time
    max: time

    def __new__(cls, hour: int = 0, minute: int = 0, second: int = 0, microsecond: int = 0, tzinfo: Any = None, *, fold: int = 0) -> time:
        """A time by its parts.

        >>> from datetime import time
        >>> time(12, 30)
        datetime.time(12, 30)
        """
        ...

    @classmethod
    def fromisoformat(cls, time_string: str, /) -> time:
        """The time of a text such as 12:30:00.

        >>> from datetime import time
        >>> time.fromisoformat("12:30")
        datetime.time(12, 30)
        """
        ...

    def strftime(self, format: str, /) -> str:
        """As text, laid out as a format says.

        >>> from datetime import time
        >>> time(12, 30).strftime("%H.%M")
        '12.30'
        """
        ...

    def isoformat(self, timespec: str = "auto") -> str:
        """As in 12:30:00.

        >>> from datetime import time
        >>> time(12, 30).isoformat()
        '12:30:00'
        """
        ...

    def replace(self, hour: int = ..., minute: int = ..., second: int = ..., microsecond: int = ..., tzinfo: Any = ..., *, fold: int = ...) -> time:
        """With some parts replaced."""
        ...

    def utcoffset(self) -> timedelta | None:
        """The offset from UTC."""
        ...

    def tzname(self) -> str | None:
        """The name of the time zone."""
        ...

    def dst(self) -> None:
        """None: zones here have one offset."""
        ...

class tzinfo:
    """What time zones inherit from."""

class timezone(tzinfo):
    """A time zone with one offset."""

    utc: timezone

    def __new__(cls, offset: timedelta, name: str = ...) -> timezone:
        """A zone so far east of UTC.

        >>> from datetime import timedelta, timezone
        >>> timezone(timedelta(hours=1))
        datetime.timezone(datetime.timedelta(seconds=3600))
        """
        ...

    def utcoffset(self, dt: Any, /) -> timedelta:
        """The offset from UTC."""
        ...

    def tzname(self, dt: Any, /) -> str:
        """The name.

        >>> from datetime import timedelta, timezone
        >>> timezone(timedelta(hours=1)).tzname(None)
        'UTC+01:00'
        """
        ...

    def dst(self, dt: Any, /) -> None:
        """None: there is no summer time."""
        ...
