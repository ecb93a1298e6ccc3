//! Fixed strings between a script's values and elements of arrays.

use super::convert::{number, result, term};
use crate::builtins::row::{Row, row};
use crate::data::dtype::{Kind, Width};
use crate::data::raised::{Res, type_error};
use crate::data::text::parse;
use crate::data::{Chunk, DType, Scalar, Text, shape};
use crate::value::array::np_scalar;
use crate::value::{Host, Value, bytes, repr, types};

/// The element that a `str` or `bytes` is, as wide as it is; `None` of anything else.
pub fn scalar(v: &Value) -> Option<Scalar> {
    // NULs at the end count for the width, and are no part of the element.
    let wide = |count: usize| u32::try_from(count).unwrap_or(u32::MAX).max(1);
    Some(match v {
        Value::Str(text) => Scalar::Text(Text::of(text.as_str()), DType::Text(Width(wide(text.chars())))),
        Value::Native(_) => {
            let found = bytes::of(v)?;
            Scalar::Text(Text::new(found), DType::Bytes(Width(wide(found.len()))))
        }
        _ => return None,
    })
}

/// Whether a value is a `numpy.str_` or a `numpy.bytes_`.
pub fn is_numpy(v: &Value) -> bool {
    match v {
        Value::Str(text) => text.is_numpy(),
        Value::Native(_) => bytes::is_numpy(v),
        _ => false,
    }
}

/// A value as an element of a dtype of fixed strings: what it prints as, cut to the width; where that is open, as wide as
/// it is.
///
/// # Errors
/// NumPy's for characters that are no ASCII among bytes; what a user's `__str__` raises.
pub fn element(host: &mut dyn Host, v: &Value, of: DType) -> Res<Scalar> {
    let own = match (scalar(v), number(v)) {
        (Some(text), _) => text,
        (None, Some((value, _))) if !value.dtype().is_inexact() => {
            let text = Text::of(&value.text());
            Scalar::Text(text, DType::Text(Width(text.width(Kind::Text))))
        }
        _ => {
            let text = Text::of(&repr::str_(host, v)?);
            Scalar::Text(text, DType::Text(Width(text.width(Kind::Text))))
        }
    };
    let Scalar::Text(text, from) = own else { return Err(type_error("no text")) };
    let open = if of.is_open() { of.of_width(text.width(of.kind())).closed() } else { of };
    parse(text, from, open).map(|made| made.cast(open))
}

/// What `==` (or `!=`) of values gives where no loop compares them: nothing is equal. `None` if one is no operand.
pub fn unlike(host: &mut dyn Host, a: &Value, b: &Value, answer: bool) -> Res<Option<Value>> {
    let (Some(a), Some(b)) = (term(host, a)?, term(host, b)?) else { return Ok(None) };
    match shape::broadcast(&[a.shape(), b.shape()]) {
        Some(joint) => Ok(Some(result(Chunk::full(Scalar::Bool(answer), &joint)?))),
        None => Ok(Some(Value::Bool(answer))),
    }
}

/// `np.str_(x)`, `np.bytes_(x)`: slot 0 is the class.
fn convert(host: &mut dyn Host, args: &[Value], of: DType) -> Res<Value> {
    const NONE: &Value = &Value::None;
    match args.get(1).unwrap_or(NONE) {
        v @ (Value::List(_) | Value::Tuple(_)) if of.kind() == Kind::Text => {
            Ok(Value::Str(std::rc::Rc::new(crate::value::text::Str::numpy(&repr::str_(host, v)?))))
        }
        v if of.kind() == Kind::Text => {
            let text = repr::str_(host, v)?;
            Ok(Value::Str(std::rc::Rc::new(crate::value::text::Str::numpy(&text))))
        }
        v => element(host, v, of).map(np_scalar),
    }
}

/// The scalar that `self` is.
fn own(args: &[Value]) -> Res<Scalar> {
    args.first().and_then(scalar).ok_or_else(|| type_error("a NumPy scalar is missing"))
}

fn dtype_of(args: &[Value]) -> Res<DType> {
    let Scalar::Text(text, of) = own(args)? else { return Err(type_error("a NumPy scalar is missing")) };
    Ok(of.of_width(text.width(of.kind())))
}

fn itemsize(_: &mut dyn Host, args: &[Value]) -> Res<Value> {
    Ok(Value::Int(dtype_of(args)?.itemsize() as i64))
}

fn dtype(_: &mut dyn Host, args: &[Value]) -> Res<Value> {
    Ok(super::convert::Dtype::value(dtype_of(args)?))
}

fn item(_: &mut dyn Host, args: &[Value]) -> Res<Value> {
    own(args).map(super::convert::python)
}

fn astype(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    const NONE: &Value = &Value::None;
    super::ufunc::astype(host, args.first().unwrap_or(NONE), args.get(1).unwrap_or(NONE))
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("numpy.flexible", |_, _| Ok(Value::Type(&types::NP_FLEXIBLE))),
    row("numpy.character", |_, _| Ok(Value::Type(&types::NP_CHARACTER))),
    row("numpy.str_", |_, _| Ok(Value::Type(&types::NP_STR))),
    row("numpy.bytes_", |_, _| Ok(Value::Type(&types::NP_BYTES))),
    row("numpy.str_.__new__", |host, args| convert(host, args, DType::TEXTS)),
    row("numpy.bytes_.__new__", |host, args| convert(host, args, DType::BYTES)),
    row("numpy.str_.dtype", dtype),
    row("numpy.bytes_.dtype", dtype),
    row("numpy.str_.itemsize", itemsize),
    row("numpy.bytes_.itemsize", itemsize),
    row("numpy.str_.nbytes", itemsize),
    row("numpy.bytes_.nbytes", itemsize),
    row("numpy.str_.item", item),
    row("numpy.bytes_.item", item),
    row("numpy.str_.tolist", item),
    row("numpy.bytes_.tolist", item),
    row("numpy.str_.astype", astype),
    row("numpy.bytes_.astype", astype),
];
