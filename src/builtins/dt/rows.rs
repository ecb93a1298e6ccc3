//! `datetime`: methods.

use super::arith::delta;
use super::civil::{self as civil, DAY, EPOCH};
use super::make::{zone_of, zoned};
use super::text;
use super::{Dt, Moment, Zone, checked_day, checked_time};
use crate::builtins::args::{at, int, text};
use crate::builtins::{Row, row};
use crate::data::raised::{type_error, value_error};
use crate::data::{Res, Sym};
use crate::value::{Host, Value};

macro_rules! methods {
    ($($class:literal: $($name:literal = $function:expr),* $(,)?;)*) => {
        /// The rows.
        pub const ROWS: &[Row] = &[$($(row(concat!("datetime.", $class, ".", $name), $function),)*)*];
    };
}

methods! {
    "timedelta":
        "total_seconds" = |_, a| match this(a)? {
            Dt::Delta(micros) => Ok(Value::Float(*micros as f64 / 1e6)),
            _ => Err(type_error("a timedelta is required")),
        };
    "date":
        "strftime" = strftime,
        "isoformat" = |_, a| Ok(Value::str(text::shown(&Dt::Date(day(a)?)))),
        "ctime" = |_, a| Ok(Value::str(text::ctime(this(a)?))),
        "weekday" = |_, a| Ok(Value::Int(civil::weekday(day(a)?))),
        "isoweekday" = |_, a| Ok(Value::Int(civil::weekday(day(a)?) + 1)),
        "toordinal" = |_, a| Ok(Value::Int(day(a)?)),
        "isocalendar" = |h, a| {
            let (year, week, weekday) = civil::iso(day(a)?);
            let module = h.import("datetime")?;
            let class = h.getattr(&module, Sym::new("IsoCalendarDate"))?;
            h.call(&class, &[Value::Int(year), Value::Int(week), Value::Int(weekday)], &[])
        },
        "timetuple" = timetuple,
        "replace" = |h, a| {
            let (year, month, day) = civil::ymd(day(a)?);
            Ok(Dt::Date(checked_day(or(h, a, 1, year)?, or(h, a, 2, month)?, or(h, a, 3, day)?)?).value())
        };
    "time":
        "strftime" = strftime,
        "isoformat" = |_, a| {
            let timespec = text("isoformat() argument 1", a, 1)?;
            let made = text::iso(this(a)?, "T", timespec.as_str());
            made.map(Value::str).ok_or_else(|| value_error("Unknown timespec value"))
        },
        "replace" = |h, a| {
            let moment = this(a)?.moment();
            Ok(Dt::Time(replace_time(h, a, 1, moment)?).value())
        },
        "utcoffset" = |_, a| offset(this(a)?),
        "tzname" = |_, a| Ok(this(a)?.moment().zone.map_or(Value::None, |zone| Value::str(zone.label()))),
        "dst" = |_, _| Ok(Value::None);
    "datetime":
        "date" = |_, a| Ok(Dt::Date(day(a)?).value()),
        "time" = |_, a| Ok(Dt::Time(Moment { day: 1, zone: None, ..this(a)?.moment() }).value()),
        "timetz" = |_, a| Ok(Dt::Time(Moment { day: 1, ..this(a)?.moment() }).value()),
        "timestamp" = |_, a| {
            let micros = since_epoch(&this(a)?.moment());
            Ok(Value::Float(micros as f64 / 1e6))
        },
        "isoformat" = |_, a| {
            let (sep, timespec) = (text("isoformat() argument 1", a, 1)?, text("isoformat() argument 2", a, 2)?);
            if sep.chars() != 1 {
                return Err(type_error("isoformat() argument 1 must be a unicode character, not str"));
            }
            let made = text::iso(this(a)?, sep.as_str(), timespec.as_str());
            made.map(Value::str).ok_or_else(|| value_error("Unknown timespec value"))
        },
        "replace" = |h, a| {
            let moment = this(a)?.moment();
            let (year, month, day) = civil::ymd(moment.day);
            let day = checked_day(or(h, a, 1, year)?, or(h, a, 2, month)?, or(h, a, 3, day)?)?;
            Ok(Dt::DateTime(Moment { day, ..replace_time(h, a, 4, moment)? }).value())
        },
        "astimezone" = |_, a| {
            let micros = since_epoch(&this(a)?.moment());
            let zone = match zone_of(at(a, 1))? {
                Some(zone) => zone,
                None => {
                    let (seconds, name) = civil::local_offset(micros.div_euclid(1_000_000) as i64);
                    super::parse::named_zone(seconds * 1_000_000, &name)
                }
            };
            zoned(micros, zone)
        },
        "utcoffset" = |_, a| offset(this(a)?),
        "tzname" = |_, a| Ok(this(a)?.moment().zone.map_or(Value::None, |zone| Value::str(zone.label()))),
        "dst" = |_, _| Ok(Value::None),
        "utctimetuple" = |h, a| {
            let moment = this(a)?.moment();
            let micros = moment.absolute();
            timetuple(h, &[Dt::DateTime(Moment::at(micros, None)?).value()])
        };
    "timezone":
        "utcoffset" = |_, a| match this(a)? {
            Dt::Zone(zone) => delta(i128::from(zone.offset)),
            _ => Err(type_error("a timezone is required")),
        },
        "tzname" = |_, a| match this(a)? {
            Dt::Zone(zone) => Ok(Value::str(Zone::label(zone))),
            _ => Err(type_error("a timezone is required")),
        },
        "dst" = |_, _| Ok(Value::None);
}

fn this(a: &[Value]) -> Res<&Dt> {
    Dt::of(at(a, 0)).ok_or_else(|| type_error("a value of datetime is required"))
}

fn day(a: &[Value]) -> Res<i64> {
    this(a)?.day().ok_or_else(|| type_error("a date is required"))
}

/// The integer in a slot, or what it was.
fn or(host: &mut dyn Host, a: &[Value], slot: usize, known: i64) -> Res<i64> {
    if matches!(at(a, slot), Value::Ellipsis) { Ok(known) } else { int(host, a, slot) }
}

/// Slots from one on: hour, minute, second, microsecond, tzinfo, fold.
fn replace_time(host: &mut dyn Host, a: &[Value], from: usize, known: Moment) -> Res<Moment> {
    let (hour, minute, second, micro) = known.clock();
    let micros = checked_time([
        or(host, a, from, hour)?,
        or(host, a, from + 1, minute)?,
        or(host, a, from + 2, second)?,
        or(host, a, from + 3, micro)?,
    ])?;
    let zone = match at(a, from + 4) {
        Value::Ellipsis => known.zone,
        v => zone_of(v)?,
    };
    Ok(Moment { day: known.day, micros, zone, fold: or(host, a, from + 5, known.fold)? })
}

fn strftime(_: &mut dyn Host, a: &[Value]) -> Res<Value> {
    Ok(Value::str(text::strftime(this(a)?, text("strftime() argument 1", a, 1)?.as_str())))
}

fn offset(this: &Dt) -> Res<Value> {
    match this.moment().zone {
        Some(zone) => delta(i128::from(zone.offset)),
        None => Ok(Value::None),
    }
}

/// Microseconds since 1970: in UTC if the zone is known, else in local time.
fn since_epoch(moment: &Moment) -> i128 {
    let micros = moment.absolute() - i128::from(EPOCH) * i128::from(DAY);
    if moment.zone.is_some() {
        return micros;
    }
    let seconds = civil::from_local(micros.div_euclid(1_000_000) as i64);
    i128::from(seconds) * 1_000_000 + micros.rem_euclid(1_000_000)
}

fn timetuple(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let moment = this(a)?.moment();
    let (year, month, day) = civil::ymd(moment.day);
    let (hour, minute, second, _) = moment.clock();
    let day_of_year = moment.day - civil::ordinal(year, 1, 1) + 1;
    let parts = [year, month, day, hour, minute, second, civil::weekday(moment.day), day_of_year, -1];
    let module = host.import("time")?;
    let class = host.getattr(&module, Sym::new("struct_time"))?;
    host.call(&class, &parts.map(Value::Int), &[])
}
