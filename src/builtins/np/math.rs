//! Functions of eager arrays beyond elementwise ones and reductions: sorting, sets, statistics, comparisons.

use super::convert::{array, flag, result};
use super::ufunc::call as ufunc;
use crate::builtins::row::{Row, row};
use crate::data::raised::{Res, value_error};
use crate::data::{Chunk, DType};
use crate::kernels::reduce::{apply, cast};
use crate::value::array::NdArray;
use crate::value::{Host, Value, kind};

fn at(args: &[Value], slot: usize) -> &Value {
    const NONE: &Value = &Value::None;
    args.get(slot).unwrap_or(NONE)
}

fn diagonal_of(host: &mut dyn Host, v: &Value) -> Res<Chunk> {
    let chunk = array(host, v, None)?;
    let ([rows, columns], [down, across]) = (chunk.shape.as_slice(), chunk.strides.as_slice()) else {
        return Err(value_error("diag requires an array of at least two dimensions"));
    };
    let (n, step) = ((*rows).min(*columns), down + across);
    Ok(Chunk { shape: vec![n], strides: vec![step], offset: chunk.offset, buffer: chunk.buffer.clone() })
}

fn diagonal(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    Ok(NdArray::value(diagonal_of(host, at(args, 0))?.copy()?))
}

fn trace(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let line = NdArray::value(diagonal_of(host, at(args, 0))?);
    super::reduce::call(host, "sum", &[line], super::reduce::Slots::Full)
}

fn isclose(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    // A float, whatever it was: bools and integers have differences too.
    let (a, b) = (at(args, 0).clone(), ufunc(host, "add", &[at(args, 1).clone(), Value::Float(0.0)])?);
    let gap = ufunc(host, "subtract", &[a.clone(), b.clone()])?;
    let gap = ufunc(host, "absolute", &[gap])?;
    let size = ufunc(host, "absolute", std::slice::from_ref(&b))?;
    let room = ufunc(host, "multiply", &[size, at(args, 2).clone()])?;
    let room = ufunc(host, "add", &[room, at(args, 3).clone()])?;
    let near = ufunc(host, "less_equal", &[gap, room])?;
    let finite = ufunc(host, "isfinite", std::slice::from_ref(&b))?;
    let near = ufunc(host, "logical_and", &[near, finite])?;
    let same = ufunc(host, "equal", &[a.clone(), b.clone()])?;
    let mut out = ufunc(host, "logical_or", &[near, same])?;
    if flag(host, at(args, 4))? {
        let (x, y) = (ufunc(host, "isnan", &[a])?, ufunc(host, "isnan", &[b])?);
        let both = ufunc(host, "logical_and", &[x, y])?;
        out = ufunc(host, "logical_or", &[out, both])?;
    }
    Ok(out)
}

fn allclose(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let close = isclose(host, args)?;
    if super::convert::is_lazy(&close) {
        return super::reduce::call(host, "all", &[close], super::reduce::Slots::Short);
    }
    let flags = array(host, &close, None)?.to_vec::<bool>()?;
    Ok(Value::Bool(flags.into_iter().all(|flag| flag)))
}

fn array_equal(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let (a, b) = (array(host, at(args, 0), None)?, array(host, at(args, 1), None)?);
    if a.shape != b.shape {
        return Ok(Value::Bool(false));
    }
    let mut same = apply("equal", &[&a, &b])?;
    if flag(host, at(args, 2))? {
        let both = apply("logical_and", &[&apply("isnan", &[&a])?, &apply("isnan", &[&b])?])?;
        same = apply("logical_or", &[&same, &both])?;
    }
    Ok(Value::Bool(same.to_vec::<bool>()?.into_iter().all(|flag| flag)))
}

fn nan_to_num(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let x = array(host, at(args, 0), None)?;
    if !x.dtype().is_inexact() {
        return Ok(result(x));
    }
    let most = if x.dtype() == DType::Float32 { f64::from(f32::MAX) } else { f64::MAX };
    let mut number = |slot: usize, default: f64| match at(args, slot) {
        Value::None => Ok(default),
        v => kind::to_float(host, v),
    };
    let (nan, high, low) = (number(1, 0.0)?, number(2, most)?, number(3, -most)?);
    let fix = |value: f64| match value {
        value if value.is_nan() => nan,
        f64::INFINITY => high,
        f64::NEG_INFINITY => low,
        value => value,
    };
    let made = Chunk::of(x.to_vec::<f64>()?.into_iter().map(fix).collect(), x.shape.clone());
    Ok(result(cast(&made, x.dtype())?))
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("numpy.trace", trace),
    row("numpy.ndarray.trace", trace),
    row("numpy.diagonal", diagonal),
    row("numpy.ndarray.diagonal", diagonal),
    row("numpy.isclose", isclose),
    row("numpy.allclose", allclose),
    row("numpy.array_equal", array_equal),
    row("numpy.nan_to_num", nan_to_num),
];
