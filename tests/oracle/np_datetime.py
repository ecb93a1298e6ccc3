# Moments and durations as scalars and eager arrays.
import datetime

import numpy as np


def show(label, work):
    try:
        made = work()
        print(label, repr(made), str(made))
    except Exception as e:
        print(label, type(e).__name__, e)


d, td = np.datetime64, np.timedelta64
texts = ["2020", "2020-05", "2020-01-01", "2020-01-01T12", "2020-01-01T12:30", "2020-01-01T12:30:15", "2020-01-01T12:30:15.5",
         "2020-01-01T12:30:15.123456", "2020-01-01 12:30:15.123456789", "NaT", "", "-0044-03-15", "12020-01-01", "1969-12-31T23:59:59.999",
         "2020-13-01", "2020-02-30", "2020-01-01T25", "2020-W01", "abc", "2020-1-1", "2020-01-01T12:"]
for text in texts:
    show(repr(text), lambda: d(text))
for text, unit in [("2020", "D"), ("2020-01-01", "Y"), ("2020-01-01T05", "D"), ("2020-01-01", "W"), ("NaT", "D"), ("2020-03-01", "ns"),
                   ("1960-05-17T01:02:03.456", "s"), ("2020-01-01", "foo"), ("2020-01-01", "25s"), ("2020-01-01T00:01", "7m")]:
    show(f"{text} {unit}", lambda: d(text, unit))
for value, unit in [(5, "D"), (-5, "M"), (5, "25s"), (10**6, "Y"), (0, "as"), (0, "fs"), (10**18, "ps"), (7, "2W"), (1.5, "D"), (None, "D"), (5, None)]:
    show(f"{value} {unit}", lambda: d(value, unit) if unit else d(value))
show("date", lambda: d(datetime.date(2020, 1, 2)))
show("datetime", lambda: d(datetime.datetime(2020, 1, 2, 3, 4, 5, 6)))
show("to seconds", lambda: d(datetime.datetime(2020, 1, 2, 3, 4, 5, 6), "s"))
show("of another", lambda: d(d("2020-01-01"), "s"))
show("of a duration", lambda: d(td(1, "D")))
for value, unit in [(1, "D"), (1, None), (5, "25s"), ("NaT", "D"), ("NaT", None), ("5", "D"), ("abc", "D"), (1.5, "D"), (1, "foo"), (10, "generic")]:
    show(f"td {value} {unit}", lambda: td(value, unit) if unit else td(value))
show("timedelta", lambda: td(datetime.timedelta(1, 2, 3)))
show("hours", lambda: td(td(1, "D"), "h"))
show("of a moment", lambda: td(d("2020")))

print("-- arithmetic")
day = d("2020-01-01")
cases = {
    "d-d": lambda: day - d("2019-01-01"), "d+td": lambda: day + td(1, "D"), "d+5": lambda: day + 5, "5+d": lambda: 5 + day,
    "d-5": lambda: day - 5, "5-d": lambda: 5 - day, "Y+D": lambda: d("2020") + td(1, "D"), "M+Y": lambda: d("2020-01") + td(1, "Y"),
    "D+M": lambda: day + td(1, "M"), "d+d": lambda: day + day, "d*2": lambda: day * 2, "D+h": lambda: td(1, "D") + td(1, "h"),
    "td+5": lambda: td(1, "D") + 5, "5-td": lambda: 5 - td(1, "D"), "td*2.5": lambda: td(3, "D") * 2.5, "2*td": lambda: 2 * td(3, "D"),
    "td/td": lambda: td(1, "D") / td(7, "h"), "td/2": lambda: td(3, "D") / 2, "td//2": lambda: td(7, "D") // 2,
    "td//td": lambda: td(7, "D") // td(2, "D"), "-7//2": lambda: td(-7, "D") // td(2, "D"), "td%td": lambda: td(-7, "D") % td(2, "D"),
    "divmod": lambda: divmod(td(7, "D"), td(2, "D")), "-td": lambda: -td(1, "D"), "abs": lambda: abs(td(-1, "D")), "+td": lambda: +td(1, "D"),
    "td*td": lambda: td(1, "D") * td(1, "D"), "Y+D td": lambda: td(1, "Y") + td(1, "D"), "W+as": lambda: td(1, "W") + td(1, "as"),
    "td+1.5": lambda: td(1, "D") + 1.5, "NaT+1": lambda: d("NaT", "D") + 1, "-d": lambda: -day, "~td": lambda: ~td(1, "D"),
    "bool": lambda: [bool(td(0, "D")), bool(d(0, "D")), bool(d("NaT")), bool(td(2, "s"))],
    "d-date": lambda: day - datetime.date(2019, 1, 1), "date-d": lambda: datetime.date(2020, 1, 2) - day,
    "d+timedelta": lambda: day + datetime.timedelta(1), "d<date": lambda: day < datetime.date(2019, 1, 1), "d==date": lambda: day == datetime.date(2020, 1, 1),
}
for label, work in cases.items():
    show(label, work)

print("-- order")
for label, work in {
    "==": lambda: day == d("2020"), "!=": lambda: day != d("2020-01-02"), "<": lambda: day < d("2020-01-01T05"), ">=": lambda: d("2021") >= day,
    "NaT==": lambda: d("NaT") == d("NaT"), "NaT!=": lambda: d("NaT") != d("NaT"), "NaT<": lambda: d("NaT") < day,
    "td==": lambda: td(1, "D") == td(24, "h"), "td<2": lambda: td(1, "D") < 2, "td==1": lambda: td(1, "D") == 1, "d==5": lambda: day == 5,
    "d<5": lambda: day < 5, "d==str": lambda: day == "2020-01-01", "max": lambda: max(d("2020"), d("2021-05-01")),
    "sorted": lambda: sorted([d("2021"), d("2020-05"), d("2020-01-01")]), "set": lambda: len({day, d("2020-01-01T00"), d("2020")}),
    "dict": lambda: {day: 1}[d("2020-01-01T00:00")], "hash": lambda: hash(td(1, "D")) == hash(td(24, "h")),
}.items():
    show(label, work)

print("-- parts")
for value in [day, d("2020-01-01T05:00"), d("2020-01-01T05:06:07.123456"), d("2020-01-01T05:06:07.123456789"), d("NaT"), d("20000-01-01"), d("2020"),
              td(5, "D"), td(5, "ns"), td(5, "M"), td(5, "us"), td(5), td("NaT", "h")]:
    print(repr(value), repr(value.item()), value.dtype, repr(value.dtype), value.dtype.kind, value.itemsize, type(value).__name__)
for work in [lambda: day.astype("M8[s]"), lambda: day.astype("i8"), lambda: day.astype(int), lambda: day.astype(float), lambda: td(5, "D").astype("m8[h]"),
             lambda: td(36, "h").astype("m8[D]"), lambda: td(1, "Y").astype("m8[D]"), lambda: td(40, "D").astype("m8[M]"), lambda: td(5, "D").astype(int),
             lambda: d("9999-12-31").astype("M8[ns]"), lambda: int(day), lambda: float(td(1, "D")), lambda: f"{day}|{td(1, 'D')}"]:
    show("astype", work)
print(isinstance(td(5, "D"), np.signedinteger), isinstance(day, np.generic), isinstance(day, np.datetime64))
print(np.dtype("M8[D]"), repr(np.dtype("m8[25s]")), np.dtype("datetime64[ns]").str, np.dtype("M8[D]").num, np.dtype("M8") == np.dtype("datetime64"))
show("dtype", lambda: np.dtype("M8[foo]"))
show("dtype", lambda: np.dtype("M8[D"))
print(np.datetime_data("M8[25s]"), np.datetime_data(np.dtype("m8[ms]")))
