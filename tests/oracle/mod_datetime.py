import datetime as dt
from datetime import datetime, timedelta, date
a = datetime(2013, 1, 2, 3, 4, 5)
b = datetime(2024, 2, 29)
print(a, repr(a), b, str(b), a.year, a.month, a.day, a.hour, a.minute, a.second, a.weekday(), a.isoweekday(), a.date(), a.time(), a.isoformat(), date(2020, 5, 17))
print(a.strftime('%Y-%m-%d %H:%M:%S'), b.strftime('%d/%m/%y %j %a %A %b %B %p %I %%'), date(2020, 5, 7).strftime('%b %d'), f'{a:%Y/%m}', f'{b:%H:%M}')
print(datetime.strptime('2013-01-01T06:00:00Z', '%Y-%m-%dT%H:%M:%SZ'), datetime.strptime('05/06/2007', '%d/%m/%Y'), datetime.fromisoformat('2011-11-04T00:05:23'), date.fromisoformat('2019-12-04'))
d = b - a
print(d, repr(d), d.days, d.seconds, d.total_seconds(), timedelta(days=1, hours=2), timedelta(seconds=90), repr(timedelta(minutes=1.5)), timedelta(hours=-1), timedelta(weeks=1) * 2, timedelta(days=3) / timedelta(days=2), timedelta(0))
print(a + timedelta(days=30), b - timedelta(days=1), b + timedelta(days=366), date(2024, 2, 28) + timedelta(1), date(2024, 3, 1) - date(2024, 2, 1), a < b, a == datetime(2013, 1, 2, 3, 4, 5), max(a, b))
print(a.replace(year=2000, minute=0), b.timetuple().tm_yday, date(2024, 1, 1).toordinal(), date.fromordinal(738886), datetime(2020, 1, 1, 0, 0, 0, 5), timedelta(microseconds=15), b.date() == date(2024, 2, 29), datetime.combine(date(2020, 1, 1), dt.time(5, 6)))
months = {}
for day in range(0, 365, 20):
    x = date(2013, 1, 1) + timedelta(days=day)
    months.setdefault(x.month, []).append(x.day)
print(months, [datetime(2013, m, 1).strftime('%b') for m in range(1, 13)], sorted([b, a])[0], a.isocalendar()[1], hash(a) == hash(datetime(2013, 1, 2, 3, 4, 5)))
for f in [lambda: datetime(2023, 2, 29), lambda: datetime(2023, 13, 1), lambda: datetime.strptime('x', '%Y'), lambda: date.fromisoformat('nope'), lambda: a + 5, lambda: a < date(2020, 1, 1), lambda: datetime(2023, 1, 1, 25)]:
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(type(datetime.now() - datetime.now()).__name__, datetime.now().year > 2020, date.today() > date(2020, 1, 1), dt.datetime.min.year, timedelta(days=1).__class__.__name__)
