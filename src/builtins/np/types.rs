//! NumPy's scalar classes, the methods of NumPy scalars, constants, and how arrays are printed.

use super::convert::{Dtype, array, dtype, element, flag, must_be_none, number, python};
use super::object::{OPTIONS, printed};
use super::print::{FloatMode, PrintOptions, array_repr, array_str, array2string};
use crate::builtins::row::{Row, row};
use crate::data::raised::{Res, type_error, value_error};
use crate::data::{DType, Scalar};
use crate::value::array::{NDARRAY, NdArray, np_scalar};
use crate::value::{Host, Value, index, kind, types};

fn at(args: &[Value], slot: usize) -> &Value {
    const NONE: &Value = &Value::None;
    args.get(slot).unwrap_or(NONE)
}

/// `np.float64(x)`: slot 0 is the class.
fn convert(host: &mut dyn Host, args: &[Value], dtype: DType) -> Res<Value> {
    let of = at(args, 1);
    if matches!(of, Value::List(_) | Value::Tuple(_))
        || of.as_native::<NdArray>().is_some_and(|at| !at.shape.is_empty())
    {
        return array(host, of, Some(dtype)).map(NdArray::value);
    }
    if dtype == DType::Bool && number(of).is_none() {
        return Ok(np_scalar(Scalar::Bool(kind::truth(host, of)?)));
    }
    if let (Value::Str(text), true) = (of, dtype.is_complex()) {
        let value = crate::value::complex::parse(text.as_str())?;
        return Ok(np_scalar(Scalar::Complex128(value).cast(dtype)));
    }
    if matches!(of, Value::Str(_)) && dtype.is_float() {
        return Ok(np_scalar(Scalar::Float64(kind::to_float(host, of)?).cast(dtype)));
    }
    element(host, of, dtype).map(np_scalar)
}

fn scalar(args: &[Value]) -> Res<Scalar> {
    number(at(args, 0)).map(|(value, _)| value).ok_or_else(|| type_error("a NumPy scalar is missing"))
}

/// A reduction of one value, which is that value.
fn reduced(host: &mut dyn Host, args: &[Value], name: &str) -> Res<Value> {
    let value = scalar(args)?;
    if let Some(row) = crate::ops::reduction::find(name) {
        row.check(value.dtype())?;
    }
    let typed = matches!(name, "sum" | "mean");
    // NumPy takes 0 and -1 for the axis of a number.
    if !matches!(at(args, 1), Value::None | Value::Int(0 | -1)) && name != "copy" {
        super::convert::axes_of(host, at(args, 1), 0)?;
    }
    must_be_none(at(args, if typed { 3 } else { 2 }), "out")?;
    let made = match (name, value) {
        ("any" | "all", value) => Scalar::Bool(value.as_bool()),
        ("sum" | "prod", value) => value.cast(value.dtype().summed()),
        ("mean", value) if !value.dtype().is_inexact() && !value.dtype().is_time() => Scalar::Float64(value.as_f64()),
        (_, value) => value,
    };
    let wanted = if typed { dtype(at(args, 2))? } else { None };
    Ok(np_scalar(wanted.map_or(made, |wanted| made.cast(wanted))))
}

/// A count of an option; infinity is all.
fn size(host: &mut dyn Host, v: &Value, old: usize) -> Res<usize> {
    match v {
        Value::None => Ok(old),
        Value::Float(value) if value.is_infinite() => Ok(usize::MAX),
        Value::Np(DType::Float64, _) => Ok(usize::MAX),
        v => Ok(index::as_index(host, v)?.max(0) as usize),
    }
}

/// Options as they are after a call that gives some: `precision, threshold, edgeitems, linewidth, suppress, nanstr,
/// infstr, sign, floatmode`.
fn changed(host: &mut dyn Host, mut options: PrintOptions, args: &[Value]) -> Res<PrintOptions> {
    options.precision = size(host, at(args, 0), options.precision)?;
    options.threshold = size(host, at(args, 1), options.threshold)?;
    options.edgeitems = size(host, at(args, 2), options.edgeitems)?;
    options.linewidth = size(host, at(args, 3), options.linewidth)?;
    if !matches!(at(args, 4), Value::None) {
        options.suppress = flag(host, at(args, 4))?;
    }
    if let Some(text) = at(args, 5).as_str() {
        options.nanstr = text.to_owned();
    }
    if let Some(text) = at(args, 6).as_str() {
        options.infstr = text.to_owned();
    }
    match at(args, 7).as_str() {
        None => {}
        Some("-") => options.sign = '-',
        Some("+") => options.sign = '+',
        Some(" ") => options.sign = ' ',
        Some(_) => return Err(value_error("sign option must be one of ' ', '+', or '-'")),
    }
    match at(args, 8).as_str() {
        None => {}
        Some(name) => match MODES.iter().find(|(known, _)| *known == name) {
            Some((_, mode)) => options.floatmode = *mode,
            None => {
                return Err(value_error(
                    "floatmode option must be one of \"fixed\", \"unique\", \"maxprec\", \"maxprec_equal\"",
                ));
            }
        },
    }
    Ok(options)
}

/// Names of `floatmode`.
const MODES: &[(&str, FloatMode)] = &[
    ("fixed", FloatMode::Fixed),
    ("unique", FloatMode::Unique),
    ("maxprec", FloatMode::MaxPrec),
    ("maxprec_equal", FloatMode::MaxPrecEqual),
];

fn set_printoptions(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let made = changed(host, OPTIONS.with(|options| options.borrow().clone()), args)?;
    OPTIONS.with(|options| *options.borrow_mut() = made);
    Ok(Value::None)
}

/// The options in the order of `set_printoptions`.
fn print_options(_: &mut dyn Host, _: &[Value]) -> Res<Value> {
    let options = OPTIONS.with(|options| options.borrow().clone());
    let size = |n: usize| i64::try_from(n).map_or(Value::Float(f64::INFINITY), Value::Int);
    let mode = MODES.iter().find(|(_, mode)| *mode == options.floatmode).map_or("maxprec", |(name, _)| name);
    Ok(Value::tuple([
        size(options.precision),
        size(options.threshold),
        size(options.edgeitems),
        size(options.linewidth),
        Value::Bool(options.suppress),
        Value::str(&options.nanstr),
        Value::str(&options.infstr),
        Value::str(options.sign.to_string()),
        Value::str(mode),
    ]))
}

/// `_array2string(a, options, separator, prefix, suffix)`.
fn to_string(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let chunk = array(host, at(args, 0), None)?;
    let given = super::convert::items(at(args, 1)).unwrap_or_default();
    let options = changed(host, OPTIONS.with(|options| options.borrow().clone()), &given)?;
    let separator = at(args, 2).as_str().unwrap_or(" ").to_owned();
    let (before, after) = (size(host, at(args, 3), 0)?, size(host, at(args, 4), 0)?);
    Ok(Value::str(printed(&chunk, |array| array2string(array, &options, &separator, before, after))))
}

fn text(host: &mut dyn Host, args: &[Value], repr: bool) -> Res<Value> {
    let chunk = array(host, at(args, 0), None)?;
    let options = OPTIONS.with(|options| options.borrow().clone());
    Ok(Value::str(printed(&chunk, |array| if repr { array_repr(array, &options) } else { array_str(array, &options) })))
}

/// A data attribute of a NumPy scalar.
pub fn attribute(value: Scalar, name: &str) -> Option<Value> {
    Some(match name {
        "itemsize" | "nbytes" => Value::Int(value.dtype().itemsize() as i64),
        "dtype" => Dtype::value(value.dtype()),
        "real" if value.dtype().is_complex() => {
            np_scalar(Scalar::Float64(value.as_c64().re).cast(value.dtype().real()))
        }
        "imag" if value.dtype().is_complex() => {
            np_scalar(Scalar::Float64(value.as_c64().im).cast(value.dtype().real()))
        }
        "T" | "real" => np_scalar(value),
        "imag" => np_scalar(Scalar::zero(value.dtype())),
        _ => return None,
    })
}

/// What an elementwise function says of itself.
fn said(host: &mut dyn Host, args: &[Value], name: &str) -> Res<Value> {
    let found =
        crate::value::getattr::builtin(host, args.first().unwrap_or(&Value::None), crate::data::Sym::new(name))?;
    Ok(found.unwrap_or(Value::None))
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("numpy.nan", |_, _| Ok(Value::Float(f64::NAN))),
    row("numpy.inf", |_, _| Ok(Value::Float(f64::INFINITY))),
    row("numpy.ufunc", |_, _| Ok(Value::Type(&types::UFUNC))),
    row("numpy.ufunc.nin", |host, args| said(host, args, "nin")),
    row("numpy.ufunc.nout", |host, args| said(host, args, "nout")),
    row("numpy.ufunc.nargs", |host, args| said(host, args, "nargs")),
    row("numpy.ufunc.identity", |host, args| said(host, args, "identity")),
    row("numpy.generic", |_, _| Ok(Value::Type(&types::NP_GENERIC))),
    row("numpy.number", |_, _| Ok(Value::Type(&types::NP_NUMBER))),
    row("numpy.integer", |_, _| Ok(Value::Type(&types::NP_INTEGER))),
    row("numpy.signedinteger", |_, _| Ok(Value::Type(&types::NP_SIGNED))),
    row("numpy.unsignedinteger", |_, _| Ok(Value::Type(&types::NP_UNSIGNED))),
    row("numpy.inexact", |_, _| Ok(Value::Type(&types::NP_INEXACT))),
    row("numpy.floating", |_, _| Ok(Value::Type(&types::NP_FLOATING))),
    row("numpy.bool", |_, _| Ok(Value::Type(&types::NP_BOOL))),
    row("numpy.int8", |_, _| Ok(Value::Type(&types::NP_INT8))),
    row("numpy.uint8", |_, _| Ok(Value::Type(&types::NP_UINT8))),
    row("numpy.int16", |_, _| Ok(Value::Type(&types::NP_INT16))),
    row("numpy.uint16", |_, _| Ok(Value::Type(&types::NP_UINT16))),
    row("numpy.int32", |_, _| Ok(Value::Type(&types::NP_INT32))),
    row("numpy.uint32", |_, _| Ok(Value::Type(&types::NP_UINT32))),
    row("numpy.int64", |_, _| Ok(Value::Type(&types::NP_INT64))),
    row("numpy.uint64", |_, _| Ok(Value::Type(&types::NP_UINT64))),
    row("numpy.float32", |_, _| Ok(Value::Type(&types::NP_FLOAT32))),
    row("numpy.float64", |_, _| Ok(Value::Type(&types::NP_FLOAT64))),
    row("numpy.bool.__new__", |host, args| convert(host, args, DType::Bool)),
    row("numpy.int8.__new__", |host, args| convert(host, args, DType::Int8)),
    row("numpy.uint8.__new__", |host, args| convert(host, args, DType::UInt8)),
    row("numpy.int16.__new__", |host, args| convert(host, args, DType::Int16)),
    row("numpy.uint16.__new__", |host, args| convert(host, args, DType::UInt16)),
    row("numpy.int32.__new__", |host, args| convert(host, args, DType::Int32)),
    row("numpy.uint32.__new__", |host, args| convert(host, args, DType::UInt32)),
    row("numpy.int64.__new__", |host, args| convert(host, args, DType::Int64)),
    row("numpy.uint64.__new__", |host, args| convert(host, args, DType::UInt64)),
    row("numpy.float32.__new__", |host, args| convert(host, args, DType::Float32)),
    row("numpy.complexfloating", |_, _| Ok(Value::Type(&types::NP_COMPLEXFLOATING))),
    row("numpy.complex64", |_, _| Ok(Value::Type(&types::NP_COMPLEX64))),
    row("numpy.complex128", |_, _| Ok(Value::Type(&types::NP_COMPLEX128))),
    row("numpy.complex64.__new__", |host, args| convert(host, args, DType::Complex64)),
    row("numpy.complex128.__new__", |host, args| convert(host, args, DType::Complex128)),
    row("numpy.generic.conjugate", |host, args| super::ufunc::call(host, "conjugate", args)),
    row("numpy.generic.conj", |host, args| super::ufunc::call(host, "conjugate", args)),
    row("numpy.float64.__new__", |host, args| convert(host, args, DType::Float64)),
    row("numpy.float32.is_integer", |_, args| Ok(Value::Bool(scalar(args)?.as_f64().fract() == 0.0))),
    row("numpy.float64.is_integer", |_, args| Ok(Value::Bool(scalar(args)?.as_f64().fract() == 0.0))),
    row("numpy.generic.dtype", |_, args| Ok(attribute(scalar(args)?, "dtype").unwrap_or(Value::None))),
    row("numpy.generic.itemsize", |_, args| Ok(attribute(scalar(args)?, "itemsize").unwrap_or(Value::None))),
    row("numpy.generic.nbytes", |_, args| Ok(attribute(scalar(args)?, "nbytes").unwrap_or(Value::None))),
    row("numpy.generic.T", |_, args| Ok(attribute(scalar(args)?, "T").unwrap_or(Value::None))),
    row("numpy.generic.real", |_, args| Ok(attribute(scalar(args)?, "real").unwrap_or(Value::None))),
    row("numpy.generic.imag", |_, args| Ok(attribute(scalar(args)?, "imag").unwrap_or(Value::None))),
    row("numpy.generic.item", |_, args| scalar(args).map(python)),
    row("numpy.generic.tolist", |_, args| scalar(args).map(python)),
    row("numpy.generic.astype", |host, args| super::ufunc::astype(host, at(args, 0), at(args, 1))),
    row("numpy.generic.round", super::ufunc::round),
    row("numpy.generic.sum", |host, args| reduced(host, args, "sum")),
    row("numpy.generic.mean", |host, args| reduced(host, args, "mean")),
    row("numpy.generic.min", |host, args| reduced(host, args, "min")),
    row("numpy.generic.max", |host, args| reduced(host, args, "max")),
    row("numpy.generic.any", |host, args| reduced(host, args, "any")),
    row("numpy.generic.all", |host, args| reduced(host, args, "all")),
    row("numpy.generic.copy", |host, args| reduced(host, args, "copy")),
    row("numpy.ndarray", |_, _| Ok(Value::Type(&NDARRAY))),
    row("numpy.set_printoptions", set_printoptions),
    row("numpy._array2string", to_string),
    row("numpy._print_options", print_options),
    row("numpy.array_str", |host, args| text(host, args, false)),
    row("numpy.array_repr", |host, args| text(host, args, true)),
];
