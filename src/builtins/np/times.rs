//! `numpy.datetime64` and `numpy.timedelta64`: made of text, numbers and values of `datetime`, and turned back into them;
//! operators on them.

use std::time::{SystemTime, UNIX_EPOCH};

use super::convert::{dtype, number};
use super::ufunc;
use crate::builtins::args::{at, inner};
use crate::builtins::dt::civil::{DAY, EPOCH, LAST_DAY, local_offset};
use crate::builtins::dt::{Dt, Moment, arith};
use crate::builtins::row::{Row, row};
use crate::data::ops::{BinOp, CmpOp};
use crate::data::raised::{Res, type_error};
use crate::data::time::{Base, Unit, no_unit, not_duration, not_moment, parse, unit_named};
use crate::data::{DType, Scalar, Ticks};
use crate::expr::meta::operators::{ufunc_of, ufunc_of_compare, ufunc_of_unary};
use crate::expr::meta::text::text_error;
use crate::ops;
use crate::value::host::NumPyOp;
use crate::value::{Host, Value};

/// An operator of which one operand is a moment or a duration; `None` if the other is no operand.
pub fn operate(host: &mut dyn Host, op: NumPyOp, args: &[Value]) -> Res<Option<Value>> {
    let name = match op {
        NumPyOp::Binary(op) => ufunc_of(op),
        NumPyOp::Compare(op) => ufunc_of_compare(op),
        NumPyOp::Unary(method) => ufunc_of_unary(method),
    };
    let product = matches!(op, NumPyOp::Binary(BinOp::Mul));
    let sequence = |v: &Value| matches!(v, Value::List(_) | Value::Tuple(_) | Value::Str(_));
    let Some(found) = name.and_then(ops::find).filter(|_| !(product && args.iter().any(sequence))) else {
        return Ok(None);
    };
    if let Some(made) = with_text(found.name, op, args) {
        return made.map(Some);
    }
    ufunc::values(host, found, args)
}

/// An operator of which the other operand is a text: it is unlike every moment, and goes with none.
fn with_text(ufunc: &str, op: NumPyOp, args: &[Value]) -> Option<Res<Value>> {
    let (dtype, text, left) = match args {
        [Value::Np(dtype, _), Value::Str(text)] => (*dtype, text, false),
        [Value::Str(text), Value::Np(dtype, _)] => (*dtype, text, true),
        _ => return None,
    };
    let flag = |value: bool| Some(Ok(crate::value::array::np_scalar(Scalar::Bool(value))));
    match op {
        NumPyOp::Compare(CmpOp::Eq) => flag(false),
        NumPyOp::Compare(CmpOp::Ne) => flag(true),
        _ => text_error(ufunc, dtype, Some(text.as_str().chars().count()), left).map(Err),
    }
}

/// The moment or duration that a value of `datetime` is; `None` of anything else, and of what has a time zone.
pub fn of_datetime(v: &Value) -> Option<Scalar> {
    let micro = Unit::one(Base::Micro);
    Some(match Dt::of(v)? {
        Dt::Date(day) => Scalar::Time(Ticks(day - EPOCH), DType::Datetime(Unit::one(Base::Day))),
        Dt::DateTime(moment) => {
            let since = moment.absolute() - i128::from(EPOCH) * i128::from(DAY);
            Scalar::Time(Ticks(since as i64), DType::Datetime(micro))
        }
        Dt::Delta(micros) => Scalar::Time(Ticks(*micros as i64), DType::Timedelta(micro)),
        _ => return None,
    })
}

/// The Python value of a moment or duration: one of `datetime` where that holds it, a number where not, `None` of NaT.
pub fn python(value: Ticks, of: DType) -> Value {
    let plain = Value::Int(value.0);
    let to = |base: Base| Scalar::Time(value, of).cast(of.in_unit(Unit::one(base))).as_ticks().0;
    if value.is_nat() {
        return Value::None;
    }
    match of {
        DType::Datetime(unit) if unit.base <= Base::Day => match to(Base::Day).checked_add(EPOCH) {
            Some(day) if (1..=LAST_DAY).contains(&day) => Dt::Date(day).value(),
            _ => plain,
        },
        DType::Datetime(unit) if unit.base <= Base::Micro => {
            let micros = i128::from(to(Base::Micro)) + i128::from(EPOCH) * i128::from(DAY);
            Moment::at(micros, None).map_or(plain, |moment| Dt::DateTime(moment).value())
        }
        DType::Timedelta(unit) if !unit.base.is_calendar() && unit.base <= Base::Micro => {
            arith::delta(i128::from(to(Base::Micro))).unwrap_or(plain)
        }
        _ => plain,
    }
}

/// A moment or duration of NumPy as the value of `datetime` that it is, for operators with one of these.
pub fn as_python(v: &Value) -> Option<Value> {
    match v {
        Value::Np(dtype, bits) if dtype.is_time() => Some(python(Ticks(*bits as i64), *dtype)),
        _ => None,
    }
}

/// Seconds since 1970.
fn now() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() as i64)
}

/// A moment from text, in this unit, or in the one that the text is written in.
pub fn moment_of_text(text: &str, unit: Unit) -> Res<Scalar> {
    let special = match text.to_ascii_lowercase().as_str() {
        "now" => Some((now(), Base::Second)),
        "today" => {
            let seconds = now();
            Some(((seconds + local_offset(seconds).0).div_euclid(86_400), Base::Day))
        }
        _ => None,
    };
    if let Some((value, base)) = special {
        let found = Scalar::Time(Ticks(value), DType::Datetime(Unit::one(base)));
        return Ok(if unit.is_generic() { found } else { found.cast(DType::Datetime(unit)) });
    }
    let parsed = parse(text)?;
    let unit = if unit.is_generic() { parsed.unit } else { unit };
    Ok(Scalar::Time(parsed.ticks(unit), DType::Datetime(unit)))
}

/// A duration from text: a whole number, or NaT.
fn duration_of_text(text: &str, unit: Unit) -> Res<Scalar> {
    let ticks = match text.trim() {
        "" => Ticks::NAT,
        nat if nat.eq_ignore_ascii_case("nat") => Ticks::NAT,
        number => number.parse().map(Ticks).map_err(|_| not_duration())?,
    };
    Ok(Scalar::Time(ticks, DType::Timedelta(unit)))
}

/// A value as an element of an array of moments or durations: of this dtype, or of the unit that the value says where
/// that says none.
pub fn element(v: &Value, of: DType) -> Res<Scalar> {
    let unit = of.unit().unwrap_or(Unit::GENERIC);
    let found = match (v, of) {
        (Value::None, _) => Scalar::Time(Ticks::NAT, of),
        (Value::Str(text), DType::Datetime(_)) => moment_of_text(text.as_str(), unit)?,
        (Value::Str(text), _) => duration_of_text(text.as_str(), unit)?,
        (v, _) => match (number(v).map(|(value, _)| value).or_else(|| of_datetime(v)), of) {
            (Some(time @ Scalar::Time(_, DType::Datetime(_))), DType::Datetime(_))
            | (Some(time @ Scalar::Time(_, DType::Timedelta(_))), DType::Timedelta(_)) => time,
            (Some(time @ Scalar::Time(_, DType::Timedelta(own))), DType::Datetime(_)) if !own.is_generic() => {
                Scalar::Time(time.as_ticks(), DType::Datetime(own))
            }
            (Some(whole), _) if whole.whole().is_some() => {
                if unit.is_generic() && matches!(of, DType::Datetime(_)) {
                    return Err(no_unit());
                }
                Scalar::Time(whole.as_ticks(), of)
            }
            (_, DType::Datetime(_)) => return Err(not_moment()),
            _ => return Err(not_duration()),
        },
    };
    Ok(if unit.is_generic() { found } else { found.cast(of) })
}

/// The unit that an argument names.
fn unit(v: &Value) -> Res<Unit> {
    match v {
        Value::None => Ok(Unit::GENERIC),
        Value::Str(name) => unit_named(name.as_str(), None),
        Value::Tuple(parts) => match &*parts.items {
            [Value::Str(base), Value::Int(count)] => unit_named(&format!("{count}{}", base.as_str()), None),
            _ => Err(type_error("Must be a tuple of a unit and a count")),
        },
        other => {
            let class = crate::value::kind::type_name(other);
            Err(type_error(format!("a unit is a str, not '{class}'")))
        }
    }
}

/// `np.datetime64(value, unit)`: slot 0 is the class.
fn datetime64(_: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let of = inner(at(a, 1));
    let unit = unit(at(a, 2))?;
    match of {
        Value::Np(DType::Timedelta(_), _) => Err(not_moment()),
        _ if matches!(Dt::of(of), Some(Dt::Delta(_))) => Err(not_moment()),
        _ => element(of, DType::Datetime(unit)).map(crate::value::array::np_scalar),
    }
}

/// `np.timedelta64(value, unit)`.
fn timedelta64(_: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let unit = unit(at(a, 2))?;
    element(inner(at(a, 1)), DType::Timedelta(unit)).map(crate::value::array::np_scalar)
}

/// `np.datetime_data(dtype)`.
fn datetime_data(_: &mut dyn Host, a: &[Value]) -> Res<Value> {
    match dtype(at(a, 0))?.and_then(DType::unit) {
        Some(unit) => Ok(Value::tuple([Value::str(unit.base.name()), Value::Int(i64::from(unit.count))])),
        None => Err(type_error("cannot get datetime metadata from non-datetime type")),
    }
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("numpy.datetime64", |_, _| Ok(Value::Type(&crate::value::types::NP_DATETIME64))),
    row("numpy.timedelta64", |_, _| Ok(Value::Type(&crate::value::types::NP_TIMEDELTA64))),
    row("numpy.datetime64.__new__", datetime64),
    row("numpy.timedelta64.__new__", timedelta64),
    row("numpy.datetime_data", datetime_data),
    row("numpy.isnat", |host, args| ufunc::call(host, "isnat", args)),
];
