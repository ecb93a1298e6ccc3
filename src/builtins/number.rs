//! `int`, `float`, `bool`, `range`, `slice`: the classes and their methods.

use num_bigint::BigInt;

use super::args::{at, given, int, length, rest};
use super::{Row, row};
use crate::data::complex::C64;
use crate::data::raised::{type_error, value_error};
use crate::data::{ExcClass, Raised, Res};
use crate::value::number::{as_int, exact};
use crate::value::{Host, Range, SliceObj, Value, complex, index, kind, parse, slices, types};

/// The rows.
pub const ROWS: &[Row] = &[
    row("int", |_, _| Ok(Value::Type(&types::INT))),
    row("int.__new__", new_int),
    row("int.bit_length", |_, a| Ok(length(this_int(a)?.bits() as usize))),
    row("int.bit_count", |_, a| {
        let ones = this_int(a)?.magnitude().iter_u64_digits().map(u64::count_ones).sum::<u32>();
        Ok(Value::Int(i64::from(ones)))
    }),
    row("int.conjugate", |_, a| Ok(Value::big(this_int(a)?))),
    row("int.is_integer", |_, _| Ok(Value::Bool(true))),
    row("int.as_integer_ratio", |_, a| Ok(Value::tuple([Value::big(this_int(a)?), Value::Int(1)]))),
    row("bool", |_, _| Ok(Value::Type(&types::BOOL))),
    row("bool.__new__", |h, a| match at(a, 1) {
        Value::Ellipsis => Ok(Value::Bool(false)),
        v => Ok(Value::Bool(kind::truth(h, v)?)),
    }),
    row("complex", |_, _| Ok(Value::Type(&types::COMPLEX))),
    row("complex.__new__", new_complex),
    row("complex.conjugate", |_, a| match complex::of(at(a, 0)) {
        Some((value, _)) => Ok(complex::python(value.as_c64().conjugate())),
        None => Err(type_error("descriptor 'conjugate' requires a 'complex' object")),
    }),
    row("float", |_, _| Ok(Value::Type(&types::FLOAT))),
    row("float.__new__", |h, a| match at(a, 1) {
        Value::Ellipsis => Ok(Value::Float(0.0)),
        v => Ok(Value::Float(kind::to_float(h, v)?)),
    }),
    row("float.is_integer", |_, a| Ok(Value::Bool(this_float(a)?.is_finite() && this_float(a)?.fract() == 0.0))),
    row("float.as_integer_ratio", integer_ratio),
    row("float.conjugate", |_, a| Ok(Value::Float(this_float(a)?))),
    row("float.hex", |_, a| Ok(Value::str(hex(this_float(a)?)))),
    row("range", |_, _| Ok(Value::Type(&types::RANGE))),
    row("range.__new__", new_range),
    row("range.index", |h, a| {
        let range = this_range(a)?;
        match place(h, range, at(a, 1))? {
            Some(at) => Ok(length(at)),
            None => Err(value_error(format!("{} is not in range", crate::value::repr::repr(h, at(a, 1))?))),
        }
    }),
    row("range.count", |h, a| {
        let found = place(h, this_range(a)?, at(a, 1))?;
        Ok(Value::Int(i64::from(found.is_some())))
    }),
    row("slice", |_, _| Ok(Value::Type(&types::SLICE))),
    row("slice.__new__", |_, a| {
        let (start, stop, step) = match rest(a, 1) {
            [] => return Err(type_error("slice expected at least 1 argument, got 0")),
            [stop] => (&Value::None, stop, &Value::None),
            [start, stop] => (start, stop, &Value::None),
            [start, stop, step] => (start, stop, step),
            more => return Err(type_error(format!("slice expected at most 3 arguments, got {}", more.len()))),
        };
        let made = SliceObj { start: start.clone(), stop: stop.clone(), step: step.clone() };
        Ok(Value::Slice(made.into()))
    }),
    row("slice.indices", |h, a| {
        let Value::Slice(this) = at(a, 0) else { return Err(type_error("indices() needs a slice")) };
        let Ok(size) = usize::try_from(int(h, a, 1)?) else { return Err(value_error("length should not be negative")) };
        let (start, stop, step) = slices::indices(h, this, size)?;
        Ok(Value::tuple([Value::Int(start), Value::Int(stop), Value::Int(step)]))
    }),
    row("object", |_, _| Ok(Value::Type(&types::OBJECT))),
];

/// `complex(real, imag)`.
fn new_complex(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (re, im) = (at(a, 1), at(a, 2));
    let first = match re {
        Value::Ellipsis => C64::ZERO,
        Value::Str(_) if !matches!(im, Value::Ellipsis) => {
            return Err(type_error("complex() can't take second arg if first is a string"));
        }
        re => complex::convert(host, re)?,
    };
    let second = match im {
        Value::Ellipsis => return Ok(complex::python(first)),
        Value::Str(_) => return Err(type_error("complex() second arg can't be a string")),
        im => complex::convert(host, im)?,
    };
    // The second is turned by a right angle; a real one leaves the other part as it is.
    let (first_complex, second_complex) = (complex::of(re).is_some(), complex::of(im).is_some());
    let re = if second_complex { first.re - second.im } else { first.re };
    let im = if first_complex { first.im + second.re } else { second.re };
    Ok(complex::python(C64::new(re, im)))
}

fn this_int(a: &[Value]) -> Res<BigInt> {
    match as_int(super::args::inner(at(a, 0))) {
        Some(found) => Ok(found.big().into_owned()),
        None => Err(type_error(format!(
            "descriptor requires an 'int' object but received a '{}'",
            kind::type_name(at(a, 0))
        ))),
    }
}

fn this_float(a: &[Value]) -> Res<f64> {
    match super::args::inner(at(a, 0)) {
        Value::Float(v) => Ok(*v),
        Value::Np(_, bits) => Ok(f64::from_bits(*bits)),
        v => Err(type_error(format!("descriptor requires a 'float' object but received a '{}'", kind::type_name(v)))),
    }
}

fn this_range(a: &[Value]) -> Res<&Range> {
    match at(a, 0) {
        Value::Range(range) => Ok(range),
        v => Err(type_error(format!("descriptor requires a 'range' object but received a '{}'", kind::type_name(v)))),
    }
}

fn new_int(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let Some(base) = given(a, 2) else {
        return match at(a, 1) {
            Value::Ellipsis => Ok(Value::Int(0)),
            v => kind::to_int(host, v),
        };
    };
    let base = index::as_index(host, base)?;
    match (at(a, 1), u32::try_from(base)) {
        (Value::Ellipsis, _) => Err(type_error("int() missing string argument")),
        (Value::Str(text), Ok(base @ (0 | 2..=36))) => parse::int(text.as_str(), base),
        (Value::Str(_), _) => Err(value_error("int() base must be >= 2 and <= 36, or 0")),
        _ => Err(type_error("int() can't convert non-string with explicit base")),
    }
}

fn integer_ratio(_: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let x = this_float(a)?;
    if x.is_nan() {
        return Err(value_error("cannot convert NaN to integer ratio"));
    }
    if x.is_infinite() {
        return Err(Raised::new(ExcClass::OverflowError, "cannot convert Infinity to integer ratio"));
    }
    let (mut scaled, mut shift) = (x, 0u32);
    while scaled.fract() != 0.0 {
        scaled *= 2.0;
        shift += 1;
    }
    let top = exact(scaled).unwrap_or_default();
    Ok(Value::tuple([Value::big(top), Value::big(BigInt::from(1) << shift)]))
}

fn hex(x: f64) -> String {
    if x.is_nan() {
        return "nan".to_owned();
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    if x.is_infinite() {
        return format!("{sign}inf");
    }
    let bits = x.to_bits();
    let (exponent, mantissa) = ((bits >> 52 & 0x7ff) as i64, bits & ((1 << 52) - 1));
    match (exponent, mantissa) {
        (0, 0) => format!("{sign}0x0.0p+0"),
        (0, _) => format!("{sign}0x0.{mantissa:013x}p-1022"),
        _ => format!("{sign}0x1.{mantissa:013x}p{:+}", exponent - 1023),
    }
}

fn new_range(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let mut bounds = [0i64, 0, 1];
    match rest(a, 1) {
        [] => return Err(type_error("range expected at least 1 argument, got 0")),
        [stop] => bounds[1] = bound(host, stop)?,
        parts @ ([_, _] | [_, _, _]) => {
            for (place, part) in bounds.iter_mut().zip(parts) {
                *place = bound(host, part)?;
            }
        }
        more => return Err(type_error(format!("range expected at most 3 arguments, got {}", more.len()))),
    }
    let [start, stop, step] = bounds;
    if step == 0 {
        return Err(value_error("range() arg 3 must not be zero"));
    }
    Ok(Value::Range(Range { start, stop, step }.into()))
}

fn bound(host: &mut dyn Host, v: &Value) -> Res<i64> {
    match v {
        Value::Int(v) => Ok(*v),
        v => match index::try_index(host, v)? {
            Some(Value::Int(v)) => Ok(v),
            Some(Value::Bool(v)) => Ok(i64::from(v)),
            Some(_) => Err(Raised::new(ExcClass::OverflowError, "range bounds must fit 64 bits")),
            None => {
                let class = kind::type_name(v);
                Err(type_error(format!("'{class}' object cannot be interpreted as an integer")))
            }
        },
    }
}

/// Where a range has a number.
fn place(host: &mut dyn Host, range: &Range, v: &Value) -> Res<Option<usize>> {
    let v = match v {
        Value::Float(x) if x.fract() == 0.0 && x.abs() < 9e18 => Value::Int(*x as i64),
        v => v.clone(),
    };
    match index::try_index(host, &v)? {
        Some(Value::Int(x)) if range.contains(x) => {
            let steps = (i128::from(x) - i128::from(range.start)) / i128::from(range.step);
            Ok(usize::try_from(steps).ok())
        }
        _ => Ok(None),
    }
}
