//! `datetime`: its five kinds of values.

pub mod arith;
pub mod civil;
pub mod make;
pub mod parse;
pub mod rows;
pub mod text;

use std::sync::Arc;

use civil::{DAY, LAST_DAY};

use crate::data::ops::{BinOp, CmpOp};
use crate::data::raised::value_error;
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::value::native::FrozenNative;
use crate::value::{Host, Native, TypeInfo, Value};

/// `datetime.timedelta`.
pub static TIMEDELTA: TypeInfo = info("timedelta", "datetime.timedelta", None);
/// `datetime.date`.
pub static DATE: TypeInfo = info("date", "datetime.date", None);
/// `datetime.datetime`: a `date`.
pub static DATETIME: TypeInfo = info("datetime", "datetime.datetime", Some(&DATE));
/// `datetime.time`.
pub static TIME: TypeInfo = info("time", "datetime.time", None);
/// `datetime.tzinfo`.
pub static TZINFO: TypeInfo = info("tzinfo", "datetime.tzinfo", None);
/// `datetime.timezone`.
pub static TIMEZONE: TypeInfo = info("timezone", "datetime.timezone", Some(&TZINFO));

const fn info(name: &'static str, declared: &'static str, base: Option<&'static TypeInfo>) -> TypeInfo {
    TypeInfo { name, module: "datetime", declared, base }
}

/// A time zone with one offset.
#[derive(Clone, Debug)]
pub struct Zone {
    /// Microseconds east of UTC.
    pub offset: i64,
    /// The name it was given.
    pub name: Option<Arc<str>>,
}

impl Zone {
    /// UTC.
    pub const UTC: Zone = Zone { offset: 0, name: None };

    /// What `tzname` gives: `UTC`, `UTC+01:00`.
    pub fn label(&self) -> String {
        match &self.name {
            Some(name) => name.to_string(),
            None if self.offset == 0 => "UTC".to_owned(),
            None => format!("UTC{}", text::offset(self.offset, ":")),
        }
    }
}

/// A moment of a calendar.
#[derive(Clone, Debug)]
pub struct Moment {
    /// The day, numbered from 1.
    pub day: i64,
    /// Microseconds since midnight.
    pub micros: i64,
    /// The time zone.
    pub zone: Option<Zone>,
    /// Which of two equal times at a change of the clock.
    pub fold: i64,
}

/// A value of `datetime`.
#[derive(Clone, Debug)]
pub enum Dt {
    /// `timedelta`: microseconds.
    Delta(i128),
    /// `date`: the day, numbered from 1.
    Date(i64),
    /// `time`; its day is 1.
    Time(Moment),
    /// `datetime`.
    DateTime(Moment),
    /// `timezone`.
    Zone(Zone),
}

impl Dt {
    /// As a value of the script.
    pub fn value(self) -> Value {
        Value::native(self)
    }

    /// The value of `datetime` that a value is.
    pub fn of(v: &Value) -> Option<&Dt> {
        crate::builtins::args::inner(v).as_native()
    }

    /// The day that a date or datetime has.
    pub fn day(&self) -> Option<i64> {
        match self {
            Dt::Date(day) => Some(*day),
            Dt::DateTime(moment) => Some(moment.day),
            _ => None,
        }
    }

    /// The moment that a time or datetime is; midnight of a date.
    pub fn moment(&self) -> Moment {
        match self {
            Dt::Time(moment) | Dt::DateTime(moment) => moment.clone(),
            other => Moment { day: other.day().unwrap_or(1), micros: 0, zone: None, fold: 0 },
        }
    }
}

impl Moment {
    /// Microseconds since day 0, in UTC if the offset is known.
    pub fn absolute(&self) -> i128 {
        i128::from(self.day) * i128::from(DAY) + i128::from(self.micros)
            - self.zone.as_ref().map_or(0, |zone| i128::from(zone.offset))
    }

    /// The moment so many microseconds after day 0.
    pub fn at(micros: i128, zone: Option<Zone>) -> Res<Moment> {
        let day = micros.div_euclid(i128::from(DAY));
        if !(1..=i128::from(LAST_DAY)).contains(&day) {
            return Err(Raised::new(ExcClass::OverflowError, "date value out of range"));
        }
        Ok(Moment { day: day as i64, micros: micros.rem_euclid(i128::from(DAY)) as i64, zone, fold: 0 })
    }

    /// Hour, minute, second, microsecond.
    pub fn clock(&self) -> (i64, i64, i64, i64) {
        let seconds = self.micros / 1_000_000;
        (seconds / 3600, seconds / 60 % 60, seconds % 60, self.micros % 1_000_000)
    }
}

/// The number of a date whose parts are checked.
pub fn checked_day(year: i64, month: i64, day: i64) -> Res<i64> {
    if !(1..=9999).contains(&year) {
        return Err(value_error(format!("year {year} is out of range")));
    }
    if !(1..=12).contains(&month) {
        return Err(value_error("month must be in 1..12"));
    }
    if !(1..=civil::days_in_month(year, month)).contains(&day) {
        return Err(value_error("day is out of range for month"));
    }
    Ok(civil::ordinal(year, month, day))
}

/// Microseconds of a time whose parts are checked.
pub fn checked_time([hour, minute, second, micro]: [i64; 4]) -> Res<i64> {
    let parts = [
        (hour, 23, "hour must be in 0..23"),
        (minute, 59, "minute must be in 0..59"),
        (second, 59, "second must be in 0..59"),
        (micro, 999_999, "microsecond must be in 0..999999"),
    ];
    for (part, most, message) in parts {
        if !(0..=most).contains(&part) {
            return Err(value_error(message));
        }
    }
    Ok(((hour * 60 + minute) * 60 + second) * 1_000_000 + micro)
}

impl Native for Dt {
    fn type_info(&self) -> &'static TypeInfo {
        match self {
            Dt::Delta(_) => &TIMEDELTA,
            Dt::Date(_) => &DATE,
            Dt::Time(_) => &TIME,
            Dt::DateTime(_) => &DATETIME,
            Dt::Zone(_) => &TIMEZONE,
        }
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        Ok(text::repr(self))
    }

    fn str(&self, _: &mut dyn Host) -> Res<String> {
        Ok(text::shown(self))
    }

    fn truth(&self, _: &mut dyn Host) -> Res<bool> {
        Ok(!matches!(self, Dt::Delta(0)))
    }

    fn getattr(&self, _: &Value, _: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        let name = name.as_str();
        if let Dt::Delta(micros) = self {
            let (days, seconds, rest) = arith::parts(*micros);
            return Ok(match name {
                "days" => Some(Value::Int(days)),
                "seconds" => Some(Value::Int(seconds)),
                "microseconds" => Some(Value::Int(rest)),
                _ => None,
            });
        }
        let clock = matches!(self, Dt::Time(_) | Dt::DateTime(_));
        let moment = self.moment();
        let number = match (name, self.day()) {
            ("year", Some(day)) => civil::ymd(day).0,
            ("month", Some(day)) => civil::ymd(day).1,
            ("day", Some(day)) => civil::ymd(day).2,
            ("hour", _) if clock => moment.clock().0,
            ("minute", _) if clock => moment.clock().1,
            ("second", _) if clock => moment.clock().2,
            ("microsecond", _) if clock => moment.clock().3,
            ("fold", _) if clock => moment.fold,
            ("tzinfo", _) if clock => {
                return Ok(Some(moment.zone.map_or(Value::None, |zone| Dt::Zone(zone).value())));
            }
            _ => return Ok(None),
        };
        Ok(Some(Value::Int(number)))
    }

    fn binary(&self, _: &Value, host: &mut dyn Host, op: BinOp, other: &Value, reflected: bool) -> Res<Option<Value>> {
        // A moment of NumPy is taken for the date that it is.
        match crate::builtins::np::times::as_python(other) {
            Some(other) => arith::binary(host, op, self, &other, reflected),
            None => arith::binary(host, op, self, other, reflected),
        }
    }

    fn compare(&self, _: &Value, _: &mut dyn Host, op: CmpOp, other: &Value) -> Res<Option<Value>> {
        let python = crate::builtins::np::times::as_python(other);
        match Dt::of(python.as_ref().unwrap_or(other)) {
            Some(other) => arith::compare(op, self, other),
            None => Ok(None),
        }
    }

    fn unary(&self, _: &Value, _: &mut dyn Host, method: &str) -> Res<Option<Value>> {
        let Dt::Delta(micros) = self else { return Ok(None) };
        Ok(match method {
            "__neg__" => Some(Dt::Delta(-micros).value()),
            "__pos__" => Some(Dt::Delta(*micros).value()),
            "__abs__" => Some(Dt::Delta(micros.abs()).value()),
            _ => None,
        })
    }

    fn hash(&self, _: &mut dyn Host) -> Res<Option<u64>> {
        use std::hash::{Hash, Hasher};
        let mut hasher = rustc_hash::FxHasher::default();
        match self {
            Dt::Delta(micros) => (0, *micros).hash(&mut hasher),
            Dt::Date(day) => (1, *day).hash(&mut hasher),
            Dt::Time(moment) => (2, moment.absolute()).hash(&mut hasher),
            Dt::DateTime(moment) => (3, moment.absolute()).hash(&mut hasher),
            Dt::Zone(zone) => (4, zone.offset).hash(&mut hasher),
        }
        Ok(Some(hasher.finish() >> 2))
    }

    fn format(&self, _: &Value, _: &mut dyn Host, spec: &str) -> Res<Option<String>> {
        match self {
            Dt::Delta(_) | Dt::Zone(_) => Ok(None),
            _ if spec.is_empty() => Ok(Some(text::shown(self))),
            _ => Ok(Some(text::strftime(self, spec))),
        }
    }

    fn freeze(&self, _: &mut dyn Host) -> Res<Option<Arc<dyn FrozenNative>>> {
        Ok(Some(Arc::new(self.clone())))
    }
}

impl FrozenNative for Dt {
    fn type_info(&self) -> &'static TypeInfo {
        Native::type_info(self)
    }

    fn thaw(&self, _: &mut dyn Host) -> Res<Value> {
        Ok(self.clone().value())
    }
}
