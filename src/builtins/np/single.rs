//! `array[i] = value` of one element: NumPy then asks the value for a number of Python, and does not broadcast.

use super::convert;
use crate::data::dtype::Kind;
use crate::data::raised::{type_error, value_error};
use crate::data::{Chunk, DType, Raised, Res, Scalar};
use crate::value::array::NdArray;
use crate::value::{Host, Value, kind, number};

/// What a value is as the one element of a dtype; `None` where arrays and elements take the same.
///
/// # Errors
/// NumPy's, for what is no number.
pub fn element(host: &mut dyn Host, value: &Value, dtype: DType) -> Res<Option<Chunk>> {
    if dtype.is_time() || dtype.is_text() {
        return Ok(None);
    }
    if let Value::Np(..) = value {
        return of_numpy(host, value, dtype);
    }
    let axes = value.as_native::<NdArray>().map(|array| array.chunk());
    if dtype == DType::Bool {
        if axes.as_ref().is_some_and(|chunk| chunk.ndim() > 0 && chunk.size() != 1) {
            return Err(value_error("setting an array element with a sequence."));
        }
        let plain = matches!(value, Value::None | Value::Str(_) | Value::List(_) | Value::Tuple(_));
        return Ok(if plain { Some(Chunk::scalar(Scalar::Bool(kind::truth(host, value)?))) } else { None });
    }
    match value {
        Value::None if dtype.is_complex() => {
            let nan = Scalar::Complex128(crate::data::complex::C64 { re: f64::NAN, im: f64::NAN });
            Ok(Some(Chunk::scalar(nan.cast(dtype))))
        }
        Value::None if dtype.is_float() => Ok(Some(Chunk::scalar(Scalar::Float64(f64::NAN).cast(dtype)))),
        Value::Str(text) if dtype.is_complex() && text.as_str().trim().parse::<f64>().is_err() => {
            Err(value_error("complex() arg is a malformed string"))
        }
        other if !dtype.is_complex() && kind::type_name(other) == "complex" => Err(no_number(value, dtype)),
        Value::None | Value::List(_) | Value::Tuple(_) => Err(no_number(value, dtype)),
        Value::Native(_) if axes.is_some_and(|chunk| chunk.ndim() > 0) => Err(match dtype.is_complex() {
            true => type_error("only 0-dimensional arrays can be converted to Python scalars"),
            false => value_error("setting an array element with a sequence."),
        }),
        _ => Ok(None),
    }
}

/// NumPy's own scalars: an unsigned element takes their bits, another what Python's number of them is.
fn of_numpy(host: &mut dyn Host, value: &Value, dtype: DType) -> Res<Option<Chunk>> {
    let Some((given, _)) = convert::number(value) else { return Ok(None) };
    let from = given.dtype();
    if !dtype.is_whole() || from.is_complex() || from.is_time() || from == DType::Bool {
        return Ok(None);
    }
    if dtype.kind() == Kind::UInt {
        return Ok(Some(Chunk::scalar(given.cast(dtype))));
    }
    let plain = match convert::python(given) {
        Value::Float(float) => number::truncate(float)?,
        other => other,
    };
    Ok(Some(Chunk::scalar(convert::element(host, &plain, dtype)?)))
}

fn no_number(value: &Value, dtype: DType) -> Box<Raised> {
    let class = kind::type_name(value);
    let sequence = matches!(value, Value::List(_) | Value::Tuple(_));
    match (dtype.is_float(), dtype.is_complex()) {
        (true, _) if sequence => value_error("setting an array element with a sequence."),
        (true, _) => type_error(format!("float() argument must be a string or a real number, not '{class}'")),
        (_, true) => type_error(format!("must be real number, not {class}")),
        _ => {
            type_error(format!("int() argument must be a string, a bytes-like object or a real number, not '{class}'"))
        }
    }
}
