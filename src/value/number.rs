//! Numbers: one view of `int`, `bool` and `float`, and Python's arithmetic on them.

use std::borrow::Cow;

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{One, Pow, Signed, ToPrimitive, Zero};

use super::Value;
use crate::data::complex::C64;
use crate::data::ops::BinOp;
use crate::data::raised::{type_error, value_error};
use crate::data::{ExcClass, Raised, Res};

/// The most bits an integer may have: beyond it `MemoryError`, as a machine without the memory says.
pub const MAX_BITS: u64 = 1 << 33;

/// An integer, whichever way it is held.
#[derive(Clone, Copy)]
pub enum IntRef<'a> {
    /// 64 bits.
    Small(i64),
    /// More.
    Big(&'a BigInt),
}

impl IntRef<'_> {
    /// As a big integer.
    pub fn big(&self) -> Cow<'_, BigInt> {
        match self {
            IntRef::Small(small) => Cow::Owned(BigInt::from(*small)),
            IntRef::Big(big) => Cow::Borrowed(big),
        }
    }

    /// As a value.
    pub fn value(&self) -> Value {
        match self {
            IntRef::Small(small) => Value::Int(*small),
            IntRef::Big(big) => Value::big((*big).clone()),
        }
    }
}

/// The integer that an `int` or `bool` is.
#[inline]
pub fn as_int(v: &Value) -> Option<IntRef<'_>> {
    match v {
        Value::Int(small) => Some(IntRef::Small(*small)),
        Value::Bool(flag) => Some(IntRef::Small(i64::from(*flag))),
        Value::BigInt(big) => Some(IntRef::Big(big)),
        _ => None,
    }
}

/// `ZeroDivisionError`.
pub fn zero_division(message: &str) -> Box<Raised> {
    Raised::new(ExcClass::ZeroDivisionError, message)
}

/// `OverflowError`.
pub fn overflow(message: &str) -> Box<Raised> {
    Raised::new(ExcClass::OverflowError, message)
}

/// `MemoryError`, without a message, as Python raises it.
pub fn memory_error() -> Box<Raised> {
    Raised::new(ExcClass::MemoryError, "")
}

/// An empty text with room for so many bytes.
///
/// # Errors
/// `MemoryError`.
pub fn text_room(bytes: usize) -> Res<String> {
    let mut made = String::new();
    fits(bytes, 1)?;
    made.try_reserve_exact(bytes).map_err(|_| memory_error())?;
    Ok(made)
}

/// Write a character so many times, into room that is there.
pub fn fill(text: &mut String, with: char, count: usize) {
    const BLOCK: usize = 256;
    if count > BLOCK {
        let block: String = std::iter::repeat_n(with, BLOCK).collect();
        (0..count / BLOCK).for_each(|_| text.push_str(&block));
        text.extend(std::iter::repeat_n(with, count % BLOCK));
    } else {
        text.extend(std::iter::repeat_n(with, count));
    }
}

/// The most bytes that one operation may ask for.
const MAX_BYTES: usize = 8 << 30;

/// `MemoryError` if `count` items of `size` bytes are more than any operation may make.
pub fn fits(count: usize, size: usize) -> Res<()> {
    match count.checked_mul(size) {
        Some(bytes) if bytes <= MAX_BYTES => Ok(()),
        _ => Err(memory_error()),
    }
}

/// The same for `length * times` items.
pub fn fits_times(length: usize, times: usize, size: usize) -> Res<()> {
    length.checked_mul(times).ok_or_else(memory_error).and_then(|count| fits(count, size))
}

/// `float(int)`, correctly rounded; `OverflowError` past the range.
pub fn big_to_f64(big: &BigInt) -> Res<f64> {
    let value = rounded(big);
    if value.is_finite() { Ok(value) } else { Err(overflow("int too large to convert to float")) }
}

/// Round half to even; infinite past the range.
fn rounded(big: &BigInt) -> f64 {
    let bits = big.bits();
    if bits <= 64 {
        let Some(small) = big.abs().to_u64() else { return f64::INFINITY };
        let value = small as f64;
        return if big.is_negative() { -value } else { value };
    }
    if bits > 1024 {
        return if big.is_negative() { f64::NEG_INFINITY } else { f64::INFINITY };
    }
    let magnitude = big.magnitude();
    let shift = bits - 64;
    let mut top = (magnitude >> shift).to_u64().unwrap_or(u64::MAX);
    if magnitude.trailing_zeros().unwrap_or(0) < shift {
        top |= 1; // what was cut off decides a tie
    }
    let value = top as f64 * 2f64.powi(shift as i32);
    if big.is_negative() { -value } else { value }
}

/// The float that a number is.
#[inline]
pub fn as_f64(v: &Value) -> Option<Res<f64>> {
    Some(match v {
        Value::Float(float) => Ok(*float),
        Value::Int(small) => Ok(*small as f64),
        Value::Bool(flag) => Ok(f64::from(u8::from(*flag))),
        Value::BigInt(big) => big_to_f64(big),
        _ => return None,
    })
}

/// `a op b` of two numbers; `None` if they are none or have no such operator.
pub fn binary(op: BinOp, a: &Value, b: &Value) -> Option<Res<Value>> {
    if let (Some(left), Some(right)) = (as_int(a), as_int(b)) {
        if let (Value::Bool(p), Value::Bool(q)) = (a, b) {
            match op {
                BinOp::And => return Some(Ok(Value::Bool(p & q))),
                BinOp::Or => return Some(Ok(Value::Bool(p | q))),
                BinOp::Xor => return Some(Ok(Value::Bool(p ^ q))),
                _ => {}
            }
        }
        return match (left, right) {
            (IntRef::Small(x), IntRef::Small(y)) => small(op, x, y),
            _ => big(op, &left, &right),
        };
    }
    let left = as_f64(a)?;
    let right = as_f64(b)?;
    let known =
        matches!(op, BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div | BinOp::FloorDiv | BinOp::Mod | BinOp::Pow);
    if !known {
        return None;
    }
    if let (BinOp::Pow, Ok(x), Ok(y)) = (op, &left, &right)
        && *x < 0.0
        && x.is_finite()
        && y.is_finite()
        && *y != y.floor()
    {
        // A negative number to a fraction is complex.
        let (base, exponent) = (C64::new(*x, 0.0), C64::new(*y, 0.0));
        return Some(super::complex::power(base, exponent).map(super::complex::python));
    }
    Some(left.and_then(|x| right.and_then(|y| float(op, x, y))).map(Value::Float))
}

/// Integers that fit 64 bits.
#[inline]
pub fn small(op: BinOp, x: i64, y: i64) -> Option<Res<Value>> {
    let grown = || big(op, &IntRef::Small(x), &IntRef::Small(y));
    let checked = match op {
        BinOp::Add => x.checked_add(y),
        BinOp::Sub => x.checked_sub(y),
        BinOp::Mul => x.checked_mul(y),
        BinOp::And => Some(x & y),
        BinOp::Or => Some(x | y),
        BinOp::Xor => Some(x ^ y),
        BinOp::FloorDiv if y == 0 => return Some(Err(zero_division("integer division or modulo by zero"))),
        BinOp::Mod if y == 0 => return Some(Err(zero_division("integer modulo by zero"))),
        BinOp::FloorDiv => floor_div(x, y),
        BinOp::Mod => Some(floor_mod(x, y)),
        BinOp::Div if y == 0 => return Some(Err(zero_division("division by zero"))),
        BinOp::Div if x.unsigned_abs() <= 1 << 53 && y.unsigned_abs() <= 1 << 53 => {
            return Some(Ok(Value::Float(x as f64 / y as f64)));
        }
        BinOp::Div => return grown(),
        BinOp::Pow => return Some(power(x, y)),
        BinOp::Shl if y < 0 => return Some(Err(value_error("negative shift count"))),
        BinOp::Shr if y < 0 => return Some(Err(value_error("negative shift count"))),
        BinOp::Shl if y < 64 && (x << y) >> y == x => Some(x << y),
        BinOp::Shl => None,
        BinOp::Shr => Some(x >> y.min(63)),
        BinOp::MatMul => return None,
    };
    match checked {
        Some(value) => Some(Ok(Value::Int(value))),
        None => grown(),
    }
}

/// `x // y`, `y` not 0; `None` where it overflows.
pub fn floor_div(x: i64, y: i64) -> Option<i64> {
    let quotient = x.checked_div(y)?;
    Some(if x.wrapping_rem(y) != 0 && ((x < 0) != (y < 0)) { quotient - 1 } else { quotient })
}

/// `x % y`, `y` not 0.
pub fn floor_mod(x: i64, y: i64) -> i64 {
    let rest = x.wrapping_rem(y);
    if rest != 0 && ((rest < 0) != (y < 0)) { rest + y } else { rest }
}

fn power(x: i64, y: i64) -> Res<Value> {
    if y < 0 {
        if x == 0 {
            return Err(zero_division("0.0 cannot be raised to a negative power"));
        }
        return float(BinOp::Pow, x as f64, y as f64).map(Value::Float);
    }
    let mut result: i64 = 1;
    let mut base = x;
    let mut left = y;
    while left > 0 {
        if left & 1 == 1 {
            match result.checked_mul(base) {
                Some(next) => result = next,
                None => return big_power(&BigInt::from(x), &BigInt::from(y)),
            }
        }
        left >>= 1;
        if left > 0 {
            match base.checked_mul(base) {
                Some(next) => base = next,
                None => return big_power(&BigInt::from(x), &BigInt::from(y)),
            }
        }
    }
    Ok(Value::Int(result))
}

/// From so many bits on an operation may take longer than a user waits.
const LONG_BITS: u64 = 1 << 21;

/// `a op b` of large integers as work that another thread can do, where it may take long.
pub fn long(op: BinOp, a: &Value, b: &Value) -> Option<impl FnOnce() -> BigInt + Send + 'static> {
    let (left, right) = (as_int(a)?, as_int(b)?);
    let (x, y) = (left.big(), right.big());
    let bits = match op {
        BinOp::Mul | BinOp::FloorDiv | BinOp::Mod if !y.is_zero() => x.bits().saturating_add(y.bits()),
        BinOp::Pow if !y.is_negative() && !x.is_zero() => (x.bits() - 1).saturating_mul(y.to_u64()?),
        _ => return None,
    };
    if !(LONG_BITS..=MAX_BITS).contains(&bits) {
        return None;
    }
    let (x, y) = (x.into_owned(), y.into_owned());
    Some(move || match op {
        BinOp::Mul => x * y,
        BinOp::FloorDiv => x.div_floor(&y),
        BinOp::Mod => x.mod_floor(&y),
        _ => Pow::pow(&x, y.to_u64().unwrap_or(0)),
    })
}

fn big_power(x: &BigInt, y: &BigInt) -> Res<Value> {
    if x.is_zero() || x.is_one() {
        return Ok(Value::big(if y.is_zero() { BigInt::one() } else { x.clone() }));
    }
    if x.magnitude().is_one() {
        return Ok(Value::Int(if y.is_even() { 1 } else { -1 }));
    }
    let times = y.to_u64().ok_or_else(memory_error)?;
    if (x.bits() - 1).saturating_mul(times) > MAX_BITS {
        return Err(memory_error());
    }
    Ok(Value::big(Pow::pow(x, times)))
}

fn big(op: BinOp, x: &IntRef<'_>, y: &IntRef<'_>) -> Option<Res<Value>> {
    let (x, y) = (x.big(), y.big());
    let (x, y) = (x.as_ref(), y.as_ref());
    let made = match op {
        BinOp::Add => x + y,
        BinOp::Sub => x - y,
        BinOp::Mul => {
            if x.bits() + y.bits() > MAX_BITS {
                return Some(Err(memory_error()));
            }
            x * y
        }
        BinOp::And => x & y,
        BinOp::Or => x | y,
        BinOp::Xor => x ^ y,
        BinOp::FloorDiv if y.is_zero() => return Some(Err(zero_division("integer division or modulo by zero"))),
        BinOp::Mod if y.is_zero() => return Some(Err(zero_division("integer modulo by zero"))),
        BinOp::FloorDiv => x.div_floor(y),
        BinOp::Mod => x.mod_floor(y),
        BinOp::Div => return Some(true_div(x, y).map(Value::Float)),
        BinOp::Pow if y.is_negative() => {
            if x.is_zero() {
                return Some(Err(zero_division("0.0 cannot be raised to a negative power")));
            }
            let floats = big_to_f64(x).and_then(|a| big_to_f64(y).map(|b| (a, b)));
            return Some(floats.and_then(|(a, b)| float(BinOp::Pow, a, b)).map(Value::Float));
        }
        BinOp::Pow => return Some(big_power(x, y)),
        BinOp::Shl => return Some(shift_left(x, y)),
        BinOp::Shr => return Some(shift_right(x, y)),
        BinOp::MatMul => return None,
    };
    Some(Ok(Value::big(made)))
}

fn shift_left(x: &BigInt, y: &BigInt) -> Res<Value> {
    if y.is_negative() {
        return Err(value_error("negative shift count"));
    }
    if x.is_zero() {
        return Ok(Value::Int(0));
    }
    let by = y.to_u64().filter(|by| *by < 1 << 63).ok_or_else(|| overflow("too many digits in integer"))?;
    if by.saturating_add(x.bits()) > MAX_BITS {
        return Err(memory_error());
    }
    Ok(Value::big(x << by))
}

fn shift_right(x: &BigInt, y: &BigInt) -> Res<Value> {
    if y.is_negative() {
        return Err(value_error("negative shift count"));
    }
    match y.to_u64() {
        Some(by) if by <= x.bits() => Ok(Value::big(x >> by)),
        _ => Ok(Value::Int(if x.is_negative() { -1 } else { 0 })),
    }
}

/// `x / y`, correctly rounded.
fn true_div(x: &BigInt, y: &BigInt) -> Res<f64> {
    if y.is_zero() {
        return Err(zero_division("division by zero"));
    }
    let negative = x.is_negative() != y.is_negative();
    let (x, y) = (x.abs(), y.abs());
    if x.is_zero() {
        return Ok(if negative { -0.0 } else { 0.0 });
    }
    // Scale so that the quotient has 65 or 66 bits; the lowest keeps whether anything was cut off.
    let shift = 66 - (x.bits() as i64 - y.bits() as i64);
    let (scaled, divisor) = if shift >= 0 { (x << shift as u64, y) } else { (x, y << (-shift) as u64) };
    let (mut quotient, rest) = scaled.div_rem(&divisor);
    if !rest.is_zero() {
        quotient |= BigInt::one();
    }
    let value = ldexp(&quotient, -shift);
    if value.is_infinite() {
        return Err(overflow("integer division result too large for a float"));
    }
    Ok(if negative { -value } else { value })
}

/// `quotient * 2**exponent` rounded once, half to even; `quotient` is positive and carries a sticky lowest bit.
fn ldexp(quotient: &BigInt, exponent: i64) -> f64 {
    let top = quotient.bits() as i64 + exponent;
    if top > 1024 {
        return f64::INFINITY;
    }
    let keep = 53.min(top + 1074);
    if keep < 0 {
        return 0.0;
    }
    let cut = quotient.bits() as i64 - keep;
    let mantissa: BigInt = quotient >> cut.max(0) as u64;
    let low: BigInt = quotient - (&mantissa << cut.max(0) as u64);
    let half = BigInt::one() << (cut.max(1) - 1) as u64;
    let up = low > half || (low == half && mantissa.is_odd());
    let mantissa = if up { mantissa + 1 } else { mantissa };
    let exponent = exponent + cut;
    let value = mantissa.to_u64().unwrap_or(0) as f64;
    // Two steps, each exact: subnormals are already rounded to their own precision.
    let first = exponent.max(-1022);
    value * 2f64.powi(first as i32) * 2f64.powi((exponent - first) as i32)
}

/// `x op y` of floats.
#[inline]
pub fn float(op: BinOp, x: f64, y: f64) -> Res<f64> {
    Ok(match op {
        BinOp::Add => x + y,
        BinOp::Sub => x - y,
        BinOp::Mul => x * y,
        BinOp::Div if y == 0.0 => return Err(zero_division("float division by zero")),
        BinOp::Div => x / y,
        BinOp::FloorDiv if y == 0.0 => return Err(zero_division("float floor division by zero")),
        BinOp::FloorDiv => float_divmod(x, y).0,
        BinOp::Mod if y == 0.0 => return Err(zero_division("float modulo")),
        BinOp::Mod => float_mod(x, y),
        BinOp::Pow => return float_pow(x, y),
        _ => return Err(type_error(format!("unsupported operand type(s) for {}: 'float' and 'float'", op.symbol()))),
    })
}

/// `x % y` of floats, `y` not 0.
pub fn float_mod(x: f64, y: f64) -> f64 {
    let rest = x % y;
    if rest == 0.0 {
        0f64.copysign(y)
    } else if (y < 0.0) != (rest < 0.0) {
        rest + y
    } else {
        rest
    }
}

/// `divmod(x, y)` of floats, `y` not 0, by CPython's steps.
pub fn float_divmod(x: f64, y: f64) -> (f64, f64) {
    let mut rest = x % y;
    let mut quotient = (x - rest) / y;
    if rest != 0.0 {
        if (y < 0.0) != (rest < 0.0) {
            rest += y;
            quotient -= 1.0;
        }
    } else {
        rest = 0f64.copysign(y);
    }
    if quotient == 0.0 {
        return (0f64.copysign(x / y), rest);
    }
    let mut floor = quotient.floor();
    if quotient - floor > 0.5 {
        floor += 1.0;
    }
    (floor, rest)
}

fn float_pow(x: f64, y: f64) -> Res<f64> {
    if x == 0.0 && y < 0.0 {
        return Err(zero_division("0.0 cannot be raised to a negative power"));
    }
    if x < 0.0 && x.is_finite() && y.is_finite() && y != y.floor() {
        let message = "a negative number to a fractional power is complex, and rdask has no complex numbers";
        return Err(value_error(message).help("take the power of `abs(x)`, or use a whole exponent"));
    }
    let value = x.powf(y);
    if value.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(overflow("(34, 'Numerical result out of range')"));
    }
    Ok(value)
}

/// `pow(a, b, m)` of integers.
pub fn pow_mod(a: &BigInt, b: &BigInt, m: &BigInt) -> Res<Value> {
    if m.is_zero() {
        return Err(value_error("pow() 3rd argument cannot be 0"));
    }
    let modulus = m.abs();
    let (base, exponent) = if b.is_negative() {
        let message = "base is not invertible for the given modulus";
        (a.modinv(&modulus).ok_or_else(|| value_error(message))?, -b)
    } else {
        (a.clone(), b.clone())
    };
    let made = base.mod_floor(&modulus).modpow(&exponent, &modulus);
    let made = if m.sign() == Sign::Minus && !made.is_zero() { made + m } else { made };
    Ok(Value::big(made))
}

/// `int(float)`: towards zero.
pub fn truncate(float: f64) -> Res<Value> {
    if float.is_nan() {
        return Err(value_error("cannot convert float NaN to integer"));
    }
    if float.is_infinite() {
        return Err(overflow("cannot convert float infinity to integer"));
    }
    if float.abs() < 9.2e18 {
        return Ok(Value::Int(float as i64));
    }
    Ok(exact(float.trunc()).map_or(Value::Int(0), Value::big))
}

/// The integer that a whole float is.
pub fn exact(float: f64) -> Option<BigInt> {
    num_traits::FromPrimitive::from_f64(float)
}
