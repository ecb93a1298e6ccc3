//! Functions of eager arrays beyond elementwise ones and reductions: sorting, sets, statistics, comparisons.

use super::convert::{array, flag};
use super::ufunc::call as ufunc;
use crate::builtins::row::{Row, row};
use crate::data::raised::Res;
use crate::kernels::reduce::apply;
use crate::value::{Host, Value};

fn at(args: &[Value], slot: usize) -> &Value {
    const NONE: &Value = &Value::None;
    args.get(slot).unwrap_or(NONE)
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

/// The rows.
pub const ROWS: &[Row] =
    &[row("numpy.isclose", isclose), row("numpy.allclose", allclose), row("numpy.array_equal", array_equal)];
