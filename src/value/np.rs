//! Arithmetic of NumPy scalars: NEP 50's promotion, in which Python's own numbers are weak.

use super::Value;
use super::number;
use crate::data::arith;
use crate::data::ops::{BinOp, CmpOp, UnOp};
use crate::data::raised::type_error;
use crate::data::scalar::Scalar;
use crate::data::{DType, Res};

/// The value of a scalar.
pub fn value(scalar: Scalar) -> Value {
    Value::Np(scalar.dtype(), scalar.bits())
}

/// The scalar of a value: a NumPy scalar's own, a Python number's with whether it is weak.
fn scalar(v: &Value) -> Option<(Scalar, bool)> {
    Some(match v {
        Value::Np(dtype, bits) => (Scalar::from_bits(*dtype, *bits), false),
        Value::Bool(flag) => (Scalar::Bool(*flag), false),
        Value::Int(int) => (Scalar::Int64(*int), true),
        Value::Float(float) => (Scalar::Float64(*float), true),
        Value::BigInt(big) => (Scalar::Float64(number::big_to_f64(big).ok()?), true),
        _ => return None,
    })
}

/// The dtype in which two numbers meet.
fn promote(a: (Scalar, bool), b: (Scalar, bool)) -> DType {
    let (x, y) = (a.0.dtype(), b.0.dtype());
    match (a.1, b.1) {
        (true, false) => weak(x, y),
        (false, true) => weak(y, x),
        _ => strong(x, y),
    }
}

fn strong(x: DType, y: DType) -> DType {
    match (x.max(y), x.min(y)) {
        (DType::Float32, DType::Int64) => DType::Float64,
        (larger, _) => larger,
    }
}

fn weak(python: DType, numpy: DType) -> DType {
    match (python, numpy) {
        (DType::Int64, DType::Bool) => DType::Int64,
        (DType::Float64, DType::Bool | DType::Int64) => DType::Float64,
        _ => numpy,
    }
}

/// `a op b`, one of them a NumPy scalar; `None` when the other is no number.
pub fn binary(op: BinOp, a: &Value, b: &Value) -> Res<Option<Value>> {
    let (Some(left), Some(right)) = (scalar(a), scalar(b)) else { return Ok(None) };
    if matches!(op, BinOp::MatMul) {
        return Ok(None);
    }
    let dtype = promote(left, right);
    let made = match dtype {
        DType::Bool => bools(op, left.0.as_bool(), right.0.as_bool())?,
        DType::Int64 => ints(op, left.0.as_i64(), right.0.as_i64())?,
        DType::Float32 => floats32(op, left.0.as_f32(), right.0.as_f32())?,
        DType::Float64 => floats64(op, left.0.as_f64(), right.0.as_f64())?,
    };
    Ok(Some(value(made)))
}

fn bools(op: BinOp, x: bool, y: bool) -> Res<Scalar> {
    Ok(match op {
        BinOp::Add | BinOp::Or => Scalar::Bool(x | y),
        BinOp::Mul | BinOp::And => Scalar::Bool(x & y),
        BinOp::Xor => Scalar::Bool(x ^ y),
        BinOp::Sub => {
            return Err(type_error(
                "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, \
                 or the logical_xor function instead.",
            ));
        }
        BinOp::Div => Scalar::Float64(f64::from(u8::from(x)) / f64::from(u8::from(y))),
        _ => return ints(op, i64::from(x), i64::from(y)),
    })
}

fn ints(op: BinOp, x: i64, y: i64) -> Res<Scalar> {
    Ok(Scalar::Int64(match op {
        BinOp::Add => x.wrapping_add(y),
        BinOp::Sub => x.wrapping_sub(y),
        BinOp::Mul => x.wrapping_mul(y),
        BinOp::Div => return Ok(Scalar::Float64(x as f64 / y as f64)),
        BinOp::FloorDiv => arith::floor_div_i64(x, y),
        BinOp::Mod => arith::rem_i64(x, y),
        BinOp::Pow if y < 0 => {
            return Err(crate::data::raised::value_error("Integers to negative integer powers are not allowed."));
        }
        BinOp::Pow => arith::pow_i64(x, y),
        BinOp::And => x & y,
        BinOp::Or => x | y,
        BinOp::Xor => x ^ y,
        BinOp::Shl => arith::shl_i64(x, y),
        BinOp::Shr => arith::shr_i64(x, y),
        BinOp::MatMul => 0,
    }))
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
    let made = match (op, Scalar::from_bits(dtype, bits)) {
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
        (UnOp::Neg, Scalar::Int64(x)) => Scalar::Int64(x.wrapping_neg()),
        (UnOp::Neg, Scalar::Float32(x)) => Scalar::Float32(-x),
        (UnOp::Neg, Scalar::Float64(x)) => Scalar::Float64(-x),
        (UnOp::Invert, Scalar::Bool(x)) => Scalar::Bool(!x),
        (UnOp::Invert, Scalar::Int64(x)) => Scalar::Int64(!x),
        (UnOp::Invert, _) => return Ok(None),
    };
    Ok(Some(value(made)))
}

/// `abs(x)`.
pub fn abs(dtype: DType, bits: u64) -> Value {
    value(match Scalar::from_bits(dtype, bits) {
        Scalar::Int64(x) => Scalar::Int64(x.wrapping_abs()),
        Scalar::Float32(x) => Scalar::Float32(x.abs()),
        Scalar::Float64(x) => Scalar::Float64(x.abs()),
        same => same,
    })
}

/// `a op b` for `==`, `<` and their kin; `None` when one is no number.
pub fn compare(op: CmpOp, a: &Value, b: &Value) -> Option<Value> {
    let (left, right) = (scalar(a)?, scalar(b)?);
    let dtype = promote(left, right);
    let order = match dtype {
        DType::Bool | DType::Int64 => Some(left.0.as_i64().cmp(&right.0.as_i64())),
        DType::Float32 => left.0.as_f32().partial_cmp(&right.0.as_f32()),
        DType::Float64 => left.0.as_f64().partial_cmp(&right.0.as_f64()),
    };
    Some(value(Scalar::Bool(super::compare::holds(op, order))))
}

/// The Python number with the same value: `x.item()`.
pub fn item(dtype: DType, bits: u64) -> Value {
    match Scalar::from_bits(dtype, bits) {
        Scalar::Bool(x) => Value::Bool(x),
        Scalar::Int64(x) => Value::Int(x),
        Scalar::Float32(x) => Value::Float(f64::from(x)),
        Scalar::Float64(x) => Value::Float(x),
    }
}
