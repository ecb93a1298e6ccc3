//! `datetime`: sums, differences, quotients and comparisons.

use num_bigint::BigInt;

use super::civil::{DAY, LAST_DAY};
use super::{Dt, Moment};
use crate::data::ops::{BinOp, CmpOp};
use crate::data::raised::type_error;
use crate::data::{ExcClass, Raised, Res};
use crate::value::number::{as_int, exact};
use crate::value::{Host, Value};

/// Days, seconds and microseconds of a timedelta; only the days may be negative.
pub fn parts(micros: i128) -> (i64, i64, i64) {
    let day = i128::from(DAY);
    let (days, rest) = (micros.div_euclid(day), micros.rem_euclid(day) as i64);
    (days as i64, rest / 1_000_000, rest % 1_000_000)
}

/// A timedelta whose size is checked.
pub fn delta(micros: i128) -> Res<Value> {
    let days = micros.div_euclid(i128::from(DAY));
    if days.abs() > 999_999_999 {
        let message = format!("days={days}; must have magnitude <= 999999999");
        return Err(Raised::new(ExcClass::OverflowError, message));
    }
    Ok(Dt::Delta(micros).value())
}

fn zero_division(message: &str) -> Box<Raised> {
    Raised::new(ExcClass::ZeroDivisionError, message)
}

/// `a op b` where one is a value of `datetime`.
pub fn binary(_: &mut dyn Host, op: BinOp, this: &Dt, other: &Value, reflected: bool) -> Res<Option<Value>> {
    if let Some(second) = Dt::of(other) {
        let (a, b) = if reflected { (second, this) } else { (this, second) };
        return pair(op, a, b);
    }
    let Dt::Delta(micros) = this else { return Ok(None) };
    let number = match other {
        Value::Float(x) => Err(*x),
        other => match as_int(other) {
            Some(found) => Ok(i128::try_from(found.big().as_ref()).unwrap_or(i128::MAX)),
            None => return Ok(None),
        },
    };
    match (op, number) {
        (BinOp::Mul, Ok(n)) => delta(micros.checked_mul(n).unwrap_or(i128::MAX)).map(Some),
        (BinOp::Mul, Err(x)) => scaled(*micros, x, false).map(Some),
        (BinOp::Div | BinOp::FloorDiv, Ok(0)) if !reflected => Err(zero_division("integer division or modulo by zero")),
        (BinOp::Div, Ok(n)) if !reflected => delta(divide(*micros, n)).map(Some),
        (BinOp::Div, Err(0.0)) if !reflected => Err(zero_division("float division by zero")),
        (BinOp::Div, Err(x)) if !reflected => scaled(*micros, x, true).map(Some),
        (BinOp::FloorDiv, Ok(n)) if !reflected => delta(floor(*micros, n)).map(Some),
        _ => Ok(None),
    }
}

fn pair(op: BinOp, a: &Dt, b: &Dt) -> Res<Option<Value>> {
    match (op, a, b) {
        (BinOp::Add, Dt::Delta(x), Dt::Delta(y)) => delta(x + y).map(Some),
        (BinOp::Sub, Dt::Delta(x), Dt::Delta(y)) => delta(x - y).map(Some),
        (BinOp::Div | BinOp::FloorDiv | BinOp::Mod, Dt::Delta(_), Dt::Delta(0)) => {
            let message = if op == BinOp::Div { "division by zero" } else { "integer division or modulo by zero" };
            Err(zero_division(message))
        }
        (BinOp::Div, Dt::Delta(x), Dt::Delta(y)) => Ok(Some(Value::Float(ratio(*x, *y)))),
        (BinOp::FloorDiv, Dt::Delta(x), Dt::Delta(y)) => Ok(Some(Value::big(BigInt::from(floor(*x, *y))))),
        (BinOp::Mod, Dt::Delta(x), Dt::Delta(y)) => delta(x - floor(*x, *y) * y).map(Some),
        (BinOp::Add, Dt::Date(day), Dt::Delta(x)) | (BinOp::Add, Dt::Delta(x), Dt::Date(day)) => {
            shift_day(*day, i128::from(parts(*x).0)).map(Some)
        }
        (BinOp::Sub, Dt::Date(day), Dt::Delta(x)) => shift_day(*day, -i128::from(parts(*x).0)).map(Some),
        (BinOp::Sub, Dt::Date(x), Dt::Date(y)) => delta(i128::from(x - y) * i128::from(DAY)).map(Some),
        (BinOp::Add, Dt::DateTime(at), Dt::Delta(x)) | (BinOp::Add, Dt::Delta(x), Dt::DateTime(at)) => {
            shift(at, *x).map(Some)
        }
        (BinOp::Sub, Dt::DateTime(at), Dt::Delta(x)) => shift(at, -x).map(Some),
        (BinOp::Sub, Dt::DateTime(x), Dt::DateTime(y)) => {
            if x.zone.is_some() != y.zone.is_some() {
                return Err(type_error("can't subtract offset-naive and offset-aware datetimes"));
            }
            delta(x.absolute() - y.absolute()).map(Some)
        }
        _ => Ok(None),
    }
}

fn shift_day(day: i64, by: i128) -> Res<Value> {
    let made = i128::from(day) + by;
    if !(1..=i128::from(LAST_DAY)).contains(&made) {
        return Err(Raised::new(ExcClass::OverflowError, "date value out of range"));
    }
    Ok(Dt::Date(made as i64).value())
}

fn shift(at: &Moment, by: i128) -> Res<Value> {
    let local = i128::from(at.day) * i128::from(DAY) + i128::from(at.micros);
    Ok(Dt::DateTime(Moment::at(local + by, at.zone.clone())?).value())
}

fn floor(x: i128, y: i128) -> i128 {
    let quotient = x / y;
    if x % y != 0 && (x < 0) != (y < 0) { quotient - 1 } else { quotient }
}

/// Rounded to the nearest, halves to even.
fn divide(x: i128, y: i128) -> i128 {
    let quotient = floor(x, y);
    let left = x - quotient * y;
    let twice = left * 2;
    let (twice, y) = if y < 0 { (-twice, -y) } else { (twice, y) };
    if twice > y || (twice == y && quotient % 2 != 0) { quotient + 1 } else { quotient }
}

/// The quotient of two integers, rounded once.
fn ratio(x: i128, y: i128) -> f64 {
    if x.unsigned_abs() < 1 << 53 && y.unsigned_abs() < 1 << 53 {
        return x as f64 / y as f64;
    }
    let (numerator, denominator) = (BigInt::from(x), BigInt::from(y));
    match crate::value::number::binary(BinOp::Div, &Value::big(numerator), &Value::big(denominator)) {
        Some(Ok(Value::Float(found))) => found,
        _ => x as f64 / y as f64,
    }
}

/// A timedelta times (or by) a float: the float as the exact fraction that it is.
fn scaled(micros: i128, x: f64, divided: bool) -> Res<Value> {
    if x.is_nan() {
        return Err(crate::data::raised::value_error("cannot convert NaN to integer ratio"));
    }
    if x.is_infinite() {
        return Err(Raised::new(ExcClass::OverflowError, "cannot convert Infinity to integer ratio"));
    }
    let (mut whole, mut shift) = (x, 0u32);
    while whole.fract() != 0.0 {
        whole *= 2.0;
        shift += 1;
    }
    let (mut top, mut bottom) = (exact(whole).unwrap_or_default(), BigInt::from(1) << shift);
    if divided {
        std::mem::swap(&mut top, &mut bottom);
        if bottom.sign() == num_bigint::Sign::Minus {
            (top, bottom) = (-top, -bottom);
        }
    }
    let product = BigInt::from(micros) * top;
    let (quotient, left) = num_integer::Integer::div_mod_floor(&product, &bottom);
    let twice: BigInt = left * 2;
    let up = twice > bottom || (twice == bottom && quotient.bit(0));
    delta(i128::try_from(quotient + u32::from(up)).unwrap_or(i128::MAX))
}

/// `a op b`; equality of different kinds is false, their order unknown.
pub fn compare(op: CmpOp, a: &Dt, b: &Dt) -> Res<Option<Value>> {
    let order = match (a, b) {
        (Dt::Delta(x), Dt::Delta(y)) => x.cmp(y),
        (Dt::Date(x), Dt::Date(y)) => x.cmp(y),
        (Dt::Zone(x), Dt::Zone(y)) if matches!(op, CmpOp::Eq | CmpOp::Ne) => x.offset.cmp(&y.offset),
        (Dt::DateTime(x), Dt::DateTime(y)) | (Dt::Time(x), Dt::Time(y)) => {
            if x.zone.is_some() != y.zone.is_some() {
                return match op {
                    CmpOp::Eq => Ok(Some(Value::Bool(false))),
                    CmpOp::Ne => Ok(Some(Value::Bool(true))),
                    _ => {
                        let kind = if matches!(a, Dt::Time(_)) { "times" } else { "datetimes" };
                        Err(type_error(format!("can't compare offset-naive and offset-aware {kind}")))
                    }
                };
            }
            x.absolute().cmp(&y.absolute())
        }
        (Dt::DateTime(_), Dt::Date(_)) if !matches!(op, CmpOp::Eq | CmpOp::Ne) => {
            return Err(type_error("can't compare datetime.datetime to datetime.date"));
        }
        (Dt::Date(_), Dt::DateTime(_)) if !matches!(op, CmpOp::Eq | CmpOp::Ne) => {
            return Err(type_error("can't compare datetime.datetime to datetime.date"));
        }
        _ => return Ok(None),
    };
    Ok(Some(Value::Bool(match op {
        CmpOp::Eq => order.is_eq(),
        CmpOp::Ne => order.is_ne(),
        CmpOp::Lt => order.is_lt(),
        CmpOp::Le => order.is_le(),
        CmpOp::Gt => order.is_gt(),
        CmpOp::Ge => order.is_ge(),
        _ => return Ok(None),
    })))
}
