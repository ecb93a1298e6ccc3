//! `datetime`: constructors and class methods.

use std::time::{SystemTime, UNIX_EPOCH};

use super::arith::delta;
use super::civil::{self as civil, DAY, EPOCH};
use super::parse;
use super::{Dt, Moment, Zone, checked_day, checked_time};
use crate::builtins::args::{at, float, int, text, this_str};
use crate::builtins::{Row, row};
use crate::data::raised::{type_error, value_error};
use crate::data::{ExcClass, Raised, Res};
use crate::value::number::as_int;
use crate::value::{Host, Value, kind};

/// The rows.
pub const ROWS: &[Row] = &[
    row("datetime.timedelta", |_, _| Ok(Value::Type(&super::TIMEDELTA))),
    row("datetime.timedelta.__new__", new_delta),
    row("datetime.timedelta.min", |_, _| Ok(Dt::Delta(-999_999_999 * i128::from(DAY)).value())),
    row("datetime.timedelta.max", |_, _| Ok(Dt::Delta(1_000_000_000 * i128::from(DAY) - 1).value())),
    row("datetime.timedelta.resolution", |_, _| Ok(Dt::Delta(1).value())),
    row("datetime.date", |_, _| Ok(Value::Type(&super::DATE))),
    row("datetime.date.__new__", |h, a| Ok(Dt::Date(day_of(h, a)?).value())),
    row("datetime.date.min", |_, _| Ok(Dt::Date(1).value())),
    row("datetime.date.max", |_, _| Ok(Dt::Date(civil::LAST_DAY).value())),
    row("datetime.date.resolution", |_, _| Ok(Dt::Delta(i128::from(DAY)).value())),
    row("datetime.date.today", |_, _| Ok(Dt::Date(local_moment(now(), 0)?.day).value())),
    row("datetime.date.fromtimestamp", |h, a| {
        let moment = from_stamp(h, at(a, 1), None)?;
        Ok(Dt::Date(moment.day).value())
    }),
    row("datetime.date.fromordinal", |h, a| Ok(Dt::Date(from_ordinal(h, a)?).value())),
    row("datetime.date.fromisoformat", |_, a| Ok(parse::date_from_iso(iso_text(a)?)?.value())),
    row("datetime.date.fromisocalendar", |h, a| {
        let (year, week, day) = (int(h, a, 1)?, int(h, a, 2)?, int(h, a, 3)?);
        let weeks = (civil::iso_start(year + 1) - civil::iso_start(year)) / 7;
        if !(1..=weeks).contains(&week) {
            return Err(value_error(format!("Invalid week: {week}")));
        }
        if !(1..=7).contains(&day) {
            return Err(value_error(format!("Invalid weekday: {day} (range is [1, 7])")));
        }
        Ok(Dt::Date(civil::iso_start(year) + (week - 1) * 7 + day - 1).value())
    }),
    row("datetime.time", |_, _| Ok(Value::Type(&super::TIME))),
    row("datetime.time.__new__", |h, a| {
        let micros = time_of(h, a, 1)?;
        Ok(Dt::Time(Moment { day: 1, micros, zone: zone_of(at(a, 5))?, fold: int(h, a, 6)? }).value())
    }),
    row("datetime.time.min", |_, _| Ok(Dt::Time(Moment { day: 1, micros: 0, zone: None, fold: 0 }).value())),
    row("datetime.time.max", |_, _| Ok(Dt::Time(Moment { day: 1, micros: DAY - 1, zone: None, fold: 0 }).value())),
    row("datetime.time.fromisoformat", |_, a| Ok(parse::time_from_iso(iso_text(a)?)?.value())),
    row("datetime.datetime", |_, _| Ok(Value::Type(&super::DATETIME))),
    row("datetime.datetime.__new__", |h, a| {
        let (day, micros) = (day_of(h, a)?, time_of(h, a, 4)?);
        Ok(Dt::DateTime(Moment { day, micros, zone: zone_of(at(a, 8))?, fold: int(h, a, 9)? }).value())
    }),
    row("datetime.datetime.min", |_, _| Ok(Dt::DateTime(Moment { day: 1, micros: 0, zone: None, fold: 0 }).value())),
    row("datetime.datetime.max", |_, _| {
        Ok(Dt::DateTime(Moment { day: civil::LAST_DAY, micros: DAY - 1, zone: None, fold: 0 }).value())
    }),
    row("datetime.datetime.resolution", |_, _| Ok(Dt::Delta(1).value())),
    row("datetime.datetime.now", |_, a| match zone_of(at(a, 1))? {
        Some(zone) => zoned(now(), zone),
        None => Ok(Dt::DateTime(local_moment(now(), 0)?).value()),
    }),
    row("datetime.datetime.today", |_, _| Ok(Dt::DateTime(local_moment(now(), 0)?).value())),
    row("datetime.datetime.utcnow", |_, _| Ok(Dt::DateTime(utc_moment(now(), None)?).value())),
    row("datetime.datetime.fromtimestamp", |h, a| {
        let zone = zone_of(at(a, 2))?;
        Ok(Dt::DateTime(from_stamp(h, at(a, 1), zone)?).value())
    }),
    row("datetime.datetime.utcfromtimestamp", |h, a| {
        let micros = stamp_micros(h, at(a, 1))?;
        Ok(Dt::DateTime(utc_moment(micros, None)?).value())
    }),
    row("datetime.datetime.fromordinal", |h, a| {
        let day = from_ordinal(h, a)?;
        Ok(Dt::DateTime(Moment { day, micros: 0, zone: None, fold: 0 }).value())
    }),
    row("datetime.datetime.fromisoformat", |_, a| Ok(parse::datetime_from_iso(iso_text(a)?)?.value())),
    row("datetime.datetime.strptime", |_, a| {
        let (given, format) = (text("strptime() argument 1", a, 1)?, text("strptime() argument 2", a, 2)?);
        Ok(parse::strptime(given.as_str(), format.as_str())?.value())
    }),
    row("datetime.datetime.combine", |_, a| {
        let (Some(day), Some(Dt::Time(time))) = (Dt::of(at(a, 1)).and_then(Dt::day), Dt::of(at(a, 2))) else {
            let class = kind::type_name(at(a, 1));
            return Err(type_error(format!("combine() argument 1 must be datetime.date, not {class}")));
        };
        let zone = if matches!(at(a, 3), Value::Ellipsis) { time.zone.clone() } else { zone_of(at(a, 3))? };
        Ok(Dt::DateTime(Moment { day, zone, ..time.clone() }).value())
    }),
    row("datetime.tzinfo", |_, _| Ok(Value::Type(&super::TZINFO))),
    row("datetime.timezone", |_, _| Ok(Value::Type(&super::TIMEZONE))),
    row("datetime.timezone.__new__", |_, a| {
        let Some(Dt::Delta(micros)) = Dt::of(at(a, 1)) else {
            let class = kind::type_name(at(a, 1));
            return Err(type_error(format!("timezone() argument 1 must be datetime.timedelta, not {class}")));
        };
        if micros.abs() >= i128::from(DAY) {
            let shown = super::text::repr(&Dt::Delta(*micros));
            let message =
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not";
            return Err(value_error(format!("{message} {shown}.")));
        }
        Ok(Dt::Zone(match at(a, 2) {
            Value::Ellipsis => Zone { offset: *micros as i64, name: None },
            _ => parse::named_zone(*micros as i64, text("timezone() argument 2", a, 2)?.as_str()),
        })
        .value())
    }),
    row("datetime.timezone.utc", |_, _| Ok(Dt::Zone(Zone::UTC).value())),
    row("datetime.UTC", |_, _| Ok(Dt::Zone(Zone::UTC).value())),
];

fn iso_text(a: &[Value]) -> Res<&str> {
    match this_str(a.get(1..).unwrap_or(&[])) {
        Ok(text) => Ok(text.as_str()),
        Err(_) => Err(type_error("fromisoformat: argument must be str")),
    }
}

/// Slots 1 to 3: year, month, day.
fn day_of(host: &mut dyn Host, a: &[Value]) -> Res<i64> {
    checked_day(int(host, a, 1)?, int(host, a, 2)?, int(host, a, 3)?)
}

/// Four slots from one on: hour, minute, second, microsecond.
fn time_of(host: &mut dyn Host, a: &[Value], from: usize) -> Res<i64> {
    checked_time([int(host, a, from)?, int(host, a, from + 1)?, int(host, a, from + 2)?, int(host, a, from + 3)?])
}

/// A time zone, or `None`.
pub fn zone_of(v: &Value) -> Res<Option<Zone>> {
    match (v, Dt::of(v)) {
        (Value::None, _) => Ok(None),
        (_, Some(Dt::Zone(zone))) => Ok(Some(zone.clone())),
        _ => {
            let class = kind::type_name(v);
            Err(type_error(format!("tzinfo argument must be None or of a tzinfo subclass, not type '{class}'")))
        }
    }
}

/// Microseconds since 1970.
fn now() -> i128 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_micros() as i128)
}

/// The moment in UTC of microseconds since 1970.
pub fn utc_moment(micros: i128, zone: Option<Zone>) -> Res<Moment> {
    Moment::at(micros + i128::from(EPOCH) * i128::from(DAY), zone).map_err(|raised| {
        let year = 1970 + micros / (365_242 * i128::from(DAY) / 1000);
        if raised.class == ExcClass::OverflowError {
            value_error(format!("year {year} is out of range"))
        } else {
            raised
        }
    })
}

/// The moment in local time of microseconds since 1970.
pub fn local_moment(micros: i128, fold: i64) -> Res<Moment> {
    let (offset, _) = civil::local_offset(micros.div_euclid(1_000_000) as i64);
    Ok(Moment { fold, ..utc_moment(micros + i128::from(offset) * 1_000_000, None)? })
}

/// The moment in a time zone of microseconds since 1970.
pub fn zoned(micros: i128, zone: Zone) -> Res<Value> {
    Ok(Dt::DateTime(utc_moment(micros + i128::from(zone.offset), Some(zone))?).value())
}

fn stamp_micros(host: &mut dyn Host, v: &Value) -> Res<i128> {
    if let Some(found) = as_int(v) {
        let seconds = i64::try_from(found.big().as_ref())
            .map_err(|_| Raised::new(ExcClass::OverflowError, "timestamp out of range for platform time_t"))?;
        return Ok(i128::from(seconds) * 1_000_000);
    }
    let seconds = match v {
        Value::Str(_) | Value::None => {
            let class = kind::type_name(v);
            return Err(type_error(format!("'{class}' object cannot be interpreted as an integer")));
        }
        v => float(host, v)?,
    };
    if seconds.is_nan() {
        return Err(value_error("cannot convert float NaN to integer"));
    }
    if seconds.abs() > 1e14 {
        return Err(value_error("year is out of range"));
    }
    let whole = seconds.trunc();
    Ok(whole as i128 * 1_000_000 + ((seconds - whole) * 1e6).round_ties_even() as i128)
}

fn from_stamp(host: &mut dyn Host, v: &Value, zone: Option<Zone>) -> Res<Moment> {
    let micros = stamp_micros(host, v)?;
    match zone {
        Some(zone) => utc_moment(micros + i128::from(zone.offset), Some(zone)),
        None => local_moment(micros, 0),
    }
}

fn from_ordinal(host: &mut dyn Host, a: &[Value]) -> Res<i64> {
    match int(host, a, 1)? {
        day if day < 1 => Err(value_error("ordinal must be >= 1")),
        day if day > civil::LAST_DAY => Err(value_error("year 10000 is out of range")),
        day => Ok(day),
    }
}

/// Slots 1 to 7: days, seconds, microseconds, milliseconds, minutes, hours, weeks. Whole parts are exact; what is left
/// of floats is added up and rounded once.
fn new_delta(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let units = [DAY, 1_000_000, 1, 1000, 60_000_000, 3_600_000_000, 7 * DAY];
    let names = ["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"];
    let (mut total, mut left) = (0i128, 0.0f64);
    for (slot, (unit, name)) in units.into_iter().zip(names).enumerate() {
        let v = at(a, slot + 1);
        if let Some(found) = as_int(v) {
            let count = i128::try_from(found.big().as_ref()).unwrap_or(i128::MAX);
            total = total.saturating_add(count.saturating_mul(i128::from(unit)));
            continue;
        }
        let x = match v {
            Value::Float(x) => *x,
            v => match kind::real(host, v)? {
                Some(x) => x,
                None => {
                    let class = kind::type_name(v);
                    return Err(type_error(format!("unsupported type for timedelta {name} component: {class}")));
                }
            },
        };
        if x.is_nan() {
            return Err(value_error("cannot convert float NaN to integer"));
        }
        if x.is_infinite() {
            return Err(Raised::new(ExcClass::OverflowError, "cannot convert float infinity to integer"));
        }
        total = total.saturating_add((x.trunc() as i128).saturating_mul(i128::from(unit)));
        let part = x.fract() * unit as f64;
        total += part.trunc() as i128;
        left += part.fract();
    }
    // Halves go to the even microsecond of the whole.
    let whole = left.round_ties_even();
    let tie = (left - left.trunc()).abs() == 0.5;
    let rounded = if tie && (total + left.trunc() as i128) % 2 != 0 {
        left.trunc() + left.signum()
    } else if tie {
        left.trunc()
    } else {
        whole
    };
    delta(total + rounded as i128)
}
