//! Arithmetic of NumPy scalars: NEP 50's promotion, in which Python's own numbers are weak.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::Value;
use super::number;
use crate::data::arith::{self, Whole};
use crate::data::dtype::result_type;
use crate::data::ops::{BinOp, CmpOp, UnOp};
use crate::data::raised::{type_error, value_error};
use crate::data::scalar::{Scalar, out_of_bounds};
use crate::data::time::{self, Base, Sort, Unit};
use crate::data::{DType, Operand, Res, Ticks};

/// The value of a scalar.
pub fn value(scalar: Scalar) -> Value {
    match scalar {
        Scalar::Text(text, DType::Text(_)) => return Value::Str(std::rc::Rc::new(super::text::Str::numpy(text.str()))),
        Scalar::Text(text, _) => return super::bytes::numpy(text.bytes()),
        _ => {}
    }
    match super::complex::scalar(scalar) {
        Some(complex) => complex,
        None => Value::Np(scalar.dtype(), scalar.bits()),
    }
}

/// A Python integer past 64 bits as a scalar: uint64 if that has room for it, else the nearest float.
pub fn big(big: &BigInt) -> Scalar {
    match big.to_u64() {
        Some(value) => Scalar::UInt64(value),
        None => Scalar::Float64(number::big_to_f64(big).unwrap_or(f64::INFINITY)),
    }
}

/// Whether a value is a moment or a duration of NumPy.
pub fn is_time(v: &Value) -> bool {
    matches!(v, Value::Np(dtype, _) if dtype.is_time())
}

/// The class of the Python value that a moment or a duration is, for messages.
pub fn item_class(dtype: DType) -> &'static str {
    match dtype {
        DType::Datetime(unit) if unit.base <= Base::Day => "datetime.date",
        DType::Datetime(unit) if unit.base <= Base::Micro => "datetime.datetime",
        DType::Timedelta(unit) if !unit.base.is_calendar() && unit.base <= Base::Micro => "datetime.timedelta",
        _ => "int",
    }
}

/// `hash(x)` of a moment or a duration: equal ones of any units have the same.
pub fn time_hash(dtype: DType, bits: u64) -> u64 {
    let sort = if matches!(dtype, DType::Datetime(_)) { Sort::Moment } else { Sort::Duration };
    time::hash(sort, Ticks(bits as i64), dtype.unit().unwrap_or(Unit::GENERIC)) as u64 % ((1 << 61) - 1)
}

/// The order of two times of one kind, or of a duration and a whole number; `None` where there is none to ask for.
fn time_order(a: Scalar, b: Scalar) -> Option<Option<std::cmp::Ordering>> {
    let (x, y) = (a.dtype(), b.dtype());
    let sort = match (x, y) {
        (DType::Datetime(_), DType::Datetime(_)) => Sort::Moment,
        (DType::Timedelta(_), DType::Timedelta(_)) => Sort::Duration,
        (DType::Timedelta(_), _) if b.whole().is_some() => return time_order(a, Scalar::Time(b.as_ticks(), x)),
        (_, DType::Timedelta(_)) if a.whole().is_some() => return time_order(Scalar::Time(a.as_ticks(), y), b),
        _ => return None,
    };
    let side = |of: Scalar| (of.as_ticks(), of.dtype().unit().unwrap_or(Unit::GENERIC));
    Some(time::order(sort, side(a), side(b)))
}

/// A number in an operation.
#[derive(Clone, Copy)]
struct Term {
    value: Scalar,
    operand: Operand,
}

/// The scalar of a value: a NumPy scalar's own, a Python number's with what it is to promotion.
fn term(v: &Value) -> Option<Term> {
    let strong = |value: Scalar| Term { value, operand: Operand::Strong(value.dtype()) };
    Some(match v {
        Value::Np(dtype, bits) => strong(Scalar::from_bits(*dtype, *bits)),
        Value::Bool(flag) => strong(Scalar::Bool(*flag)),
        Value::Int(int) => Term { value: Scalar::Int64(*int), operand: Operand::Int },
        Value::Float(float) => Term { value: Scalar::Float64(*float), operand: Operand::Float },
        Value::BigInt(found) => Term { value: big(found), operand: Operand::Int },
        _ => return None,
    })
}

/// A Python integer that does not fit the dtype it meets.
fn check(v: &Value, term: Term, dtype: DType) -> Res<()> {
    let fits =
        term.operand != Operand::Int || !dtype.is_whole() || term.value.whole().is_some() && term.value.fits(dtype);
    if fits {
        return Ok(());
    }
    let shown = match v {
        Value::BigInt(big) => big.to_string(),
        _ => term.value.text(),
    };
    Err(out_of_bounds(&shown, dtype))
}

/// Run `$body` with the integer type `$T` of a dtype; `$other` for one that is no integer.
macro_rules! with_whole {
    ($dtype:expr, $T:ident, $to:ident => $body:expr, $other:expr) => {
        match $dtype {
            DType::Int8 => with_whole!(@ i8, Int8, as_i8, $T, $to, $body),
            DType::UInt8 => with_whole!(@ u8, UInt8, as_u8, $T, $to, $body),
            DType::Int16 => with_whole!(@ i16, Int16, as_i16, $T, $to, $body),
            DType::UInt16 => with_whole!(@ u16, UInt16, as_u16, $T, $to, $body),
            DType::Int32 => with_whole!(@ i32, Int32, as_i32, $T, $to, $body),
            DType::UInt32 => with_whole!(@ u32, UInt32, as_u32, $T, $to, $body),
            DType::Int64 => with_whole!(@ i64, Int64, as_i64, $T, $to, $body),
            DType::UInt64 => with_whole!(@ u64, UInt64, as_u64, $T, $to, $body),
            _ => $other,
        }
    };
    (@ $type:ident, $variant:ident, $get:ident, $T:ident, $to:ident, $body:expr) => {{
        let ($T, $to) = (Scalar::$get, Scalar::$variant);
        $body
    }};
}

/// `a op b`, one of them a NumPy scalar; `None` when the other is no number.
pub fn binary(op: BinOp, a: &Value, b: &Value) -> Res<Option<Value>> {
    let (Some(left), Some(right)) = (term(a), term(b)) else { return Ok(None) };
    if matches!(op, BinOp::MatMul) {
        return Ok(None);
    }
    let mut dtype = result_type(&[left.operand, right.operand]);
    if op == BinOp::Div && !dtype.is_inexact() {
        dtype = DType::Float64;
    }
    check(a, left, dtype)?;
    check(b, right, dtype)?;
    let (x, y) = (left.value, right.value);
    // Bools have few operations of their own; for the others they are int8.
    if dtype == DType::Bool {
        match bools(op, x.as_bool(), y.as_bool())? {
            Some(made) => return Ok(Some(value(made))),
            None => dtype = DType::Int8,
        }
    }
    let made = with_whole!(dtype, get, make => make(whole(op, get(x), get(y))?), match dtype {
        DType::Float32 => floats32(op, x.as_f32(), y.as_f32())?,
        _ => floats64(op, x.as_f64(), y.as_f64())?,
    });
    Ok(Some(value(made)))
}

fn bools(op: BinOp, x: bool, y: bool) -> Res<Option<Scalar>> {
    Ok(Some(Scalar::Bool(match op {
        BinOp::Add | BinOp::Or => x | y,
        BinOp::Mul | BinOp::And => x & y,
        BinOp::Xor => x ^ y,
        BinOp::Sub => {
            return Err(type_error(
                "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, \
                 or the logical_xor function instead.",
            ));
        }
        _ => return Ok(None),
    })))
}

fn whole<T: Whole>(op: BinOp, x: T, y: T) -> Res<T> {
    Ok(match op {
        BinOp::Add => x.plus(y),
        BinOp::Sub => x.minus(y),
        BinOp::Mul => x.times(y),
        BinOp::FloorDiv => x.floor_div(y),
        BinOp::Mod => x.floor_rem(y),
        BinOp::Pow if y.is_below() => {
            return Err(value_error("Integers to negative integer powers are not allowed."));
        }
        BinOp::Pow => x.power(y),
        BinOp::And => x & y,
        BinOp::Or => x | y,
        BinOp::Xor => x ^ y,
        BinOp::Shl => x.shl(y),
        BinOp::Shr => x.shr(y),
        // Division was made one of floats; there is no product of matrices here.
        BinOp::Div | BinOp::MatMul => x,
    })
}

fn floats64(op: BinOp, x: f64, y: f64) -> Res<Scalar> {
    Ok(Scalar::Float64(match op {
        BinOp::Add => x + y,
        BinOp::Sub => x - y,
        BinOp::Mul => x * y,
        BinOp::Div => x / y,
        BinOp::FloorDiv => arith::floor_div_f64(x, y),
        BinOp::Mod => arith::rem_f64(x, y),
        BinOp::Pow => x.powf(y),
        _ => return Err(no_loop(op)),
    }))
}

fn floats32(op: BinOp, x: f32, y: f32) -> Res<Scalar> {
    Ok(Scalar::Float32(match op {
        BinOp::Add => x + y,
        BinOp::Sub => x - y,
        BinOp::Mul => x * y,
        BinOp::Div => x / y,
        BinOp::FloorDiv => arith::floor_div_f32(x, y),
        BinOp::Mod => arith::rem_f32(x, y),
        BinOp::Pow => x.powf(y),
        _ => return Err(no_loop(op)),
    }))
}

fn no_loop(op: BinOp) -> Box<crate::data::Raised> {
    let name = match op {
        BinOp::And => "bitwise_and",
        BinOp::Or => "bitwise_or",
        BinOp::Xor => "bitwise_xor",
        BinOp::Shl => "left_shift",
        _ => "right_shift",
    };
    type_error(format!(
        "ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced to any supported \
         types according to the casting rule ''safe''"
    ))
}

/// `-x`, `+x`, `~x`.
pub fn unary(op: UnOp, dtype: DType, bits: u64) -> Res<Option<Value>> {
    let of = Scalar::from_bits(dtype, bits);
    let made = match (op, of) {
        (UnOp::Pos, Scalar::Bool(_)) | (UnOp::Neg, Scalar::Bool(_)) => {
            let (name, use_) = if op == UnOp::Neg { ("negative", "-") } else { ("positive", "+") };
            return Err(type_error(if op == UnOp::Neg {
                format!(
                    "The numpy boolean {name}, the `{use_}` operator, is not supported, use the `~` operator or the \
                     logical_not function instead."
                )
            } else {
                "ufunc 'positive' did not contain a loop with signature matching types <class 'numpy.dtypes.BoolDType'> \
                 -> None"
                    .to_owned()
            }));
        }
        (UnOp::Pos, same) => same,
        (UnOp::Neg, Scalar::Float32(x)) => Scalar::Float32(-x),
        (UnOp::Neg, Scalar::Float64(x)) => Scalar::Float64(-x),
        (UnOp::Neg, _) => with_whole!(dtype, get, make => make(get(of).wrapping_neg()), of),
        (UnOp::Invert, Scalar::Bool(x)) => Scalar::Bool(!x),
        (UnOp::Invert, Scalar::Float32(_) | Scalar::Float64(_)) => return Ok(None),
        (UnOp::Invert, _) => with_whole!(dtype, get, make => make(!get(of)), of),
    };
    Ok(Some(value(made)))
}

/// `abs(x)`.
pub fn abs(dtype: DType, bits: u64) -> Value {
    let of = Scalar::from_bits(dtype, bits);
    value(match of {
        Scalar::Float32(x) => Scalar::Float32(x.abs()),
        Scalar::Float64(x) => Scalar::Float64(x.abs()),
        _ => with_whole!(dtype, get, make => make(get(of).size()), of),
    })
}

/// `a op b` for `==`, `<` and their kin; `None` when one is no number.
pub fn compare(op: CmpOp, a: &Value, b: &Value) -> Option<Value> {
    let (left, right) = (term(a)?, term(b)?);
    if is_time(a) || is_time(b) {
        let order = time_order(left.value, right.value)?;
        return Some(value(Scalar::Bool(super::compare::holds(op, order))));
    }
    let order = match (left.value.whole(), right.value.whole()) {
        (Some(x), Some(y)) => Some(x.cmp(&y)),
        _ => match result_type(&[left.operand, right.operand]) {
            DType::Float32 => left.value.as_f32().partial_cmp(&right.value.as_f32()),
            _ => left.value.as_f64().partial_cmp(&right.value.as_f64()),
        },
    };
    Some(value(Scalar::Bool(super::compare::holds(op, order))))
}

/// The Python number with the same value: `x.item()`.
pub fn item(dtype: DType, bits: u64) -> Value {
    python(Scalar::from_bits(dtype, bits))
}

/// The Python number of a scalar.
pub fn python(scalar: Scalar) -> Value {
    match scalar {
        Scalar::Bool(x) => Value::Bool(x),
        Scalar::Float32(x) => Value::Float(f64::from(x)),
        Scalar::Float64(x) => Value::Float(x),
        Scalar::UInt64(x) => Value::big(BigInt::from(x)),
        of @ (Scalar::Complex64(_) | Scalar::Complex128(_)) => super::complex::python(of.as_c64()),
        other => Value::Int(other.as_i64()),
    }
}
