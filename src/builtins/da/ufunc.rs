//! The keywords of ufuncs of lazy arrays: `where=`, `dtype=` and a lazy `out=`, as Dask has them.

use super::build::{elementwise, elementwise_named, lazy_value, node_of};
use crate::builtins::np::convert::dtype as dtype_arg;
use crate::builtins::np::ufunc::Keywords;
use crate::data::raised::{Res, type_error, value_error};
use crate::data::{DType, ExcClass, Raised};
use crate::expr::Array;
use crate::expr::meta::chunks::show_shape;
use crate::ops::{self, ScalarOp};
use crate::value::{Host, Value, kind, repr};

fn refused(text: impl Into<String>) -> Box<Raised> {
    Raised::new(ExcClass::NotImplementedError, text)
}

/// `op` of operands one of which is lazy; `None` if one is nothing that NumPy computes with.
///
/// # Errors
/// NumPy's and Dask's, and `NotImplementedError` for what rdask does not do.
pub fn call(
    host: &mut dyn Host,
    op: &'static ScalarOp,
    operands: &[Value],
    given: &Keywords<'_>,
) -> Res<Option<Value>> {
    let target = given.out.map(|out| target(out)).transpose()?;
    let Some(mut made) = elementwise(host, op, operands)? else { return Ok(None) };
    if let Some(condition) = given.condition {
        let Some(out) = target else {
            let text =
                format!("{}: where= without out= leaves whatever was in memory, which rdask never shows", op.name);
            return Err(refused(text).help("give out=, or choose the values with da.where(condition, ..., ...)"));
        };
        made = chosen(host, op, made, condition, out, given.dtype.is_some())?;
    }
    if let Some(wanted) = given.dtype {
        made = enforced(host, op, made, wanted)?;
    }
    let Some(out) = target else { return Ok(Some(made)) };
    stored(&made, out)?;
    Ok(Some(out.clone()))
}

/// What `out=` names.
fn target(out: &Value) -> Res<&Value> {
    match out {
        out if node_of(out).is_some() => Ok(out),
        Value::Tuple(_) => Err(refused("The out parameter is not fully supported")),
        other => Err(refused(format!(
            "The out parameter is not fully supported. Received type {}, expected Dask Array",
            kind::type_name(other).rsplit('.').next().unwrap_or_default()
        ))),
    }
}

/// The result where a condition holds; elsewhere what `out` has. `converted`: `dtype=` says of what dtype it will be.
fn chosen(
    host: &mut dyn Host,
    op: &'static ScalarOp,
    mut made: Value,
    condition: &Value,
    out: &Value,
    converted: bool,
) -> Res<Value> {
    let condition = match condition {
        Value::None => Value::Bool(false),
        other => other.clone(),
    };
    let condition = lazy_value(host, &condition)?;
    let of = |v: &Value| node_of(v).map_or(DType::Bool, |node| node.meta.dtype);
    if of(&condition) != DType::Bool {
        return Err(of(&condition).unsafe_cast(DType::Bool).help("make a condition of it: where=x != 0"));
    }
    let (from, to) = (of(&made), of(out));
    if !from.casts_same_kind(to) {
        let text = format!(
            "Cannot cast ufunc '{}' output from dtype('{}') to dtype('{}') with casting rule 'same_kind'",
            op.name,
            from.quoted(),
            to.quoted()
        );
        return Err(Raised::new(ExcClass::UFuncTypeError, text));
    }
    if from != to && converted {
        made = cast(host, op, &made, to)?;
    } else if from != to {
        let text = format!("{}: where= with out= of {to} is not in rdask where the result is of {from}", op.name);
        return Err(refused(text).help(format!("convert it before: out = out.astype({from})")));
    }
    let Some(choose) = ops::find("where") else { return Ok(made) };
    let all = [condition, made, out.clone()];
    elementwise_named(host, choose, &all, op.name)?.ok_or_else(|| type_error("where= needs a condition"))
}

/// The result in the dtype that `dtype=` asks for: Dask converts what its function gave.
fn enforced(host: &mut dyn Host, op: &'static ScalarOp, made: Value, wanted: &Value) -> Res<Value> {
    let (Some(to), Some(node)) = (dtype_arg(wanted)?, node_of(&made)) else { return Ok(made) };
    let from = node.meta.dtype;
    if from == to {
        return Ok(made);
    }
    if !from.casts_same_kind(to) {
        let named = repr::quote(&repr::str_(host, wanted)?);
        return Err(value_error(format!(
            "Inferred dtype from function '{}' was {named} but got '{from}', which can't be cast using casting='same_kind'",
            op.name
        )));
    }
    cast(host, op, &made, to)
}

/// A result of `op` in another dtype.
fn cast(host: &mut dyn Host, op: &'static ScalarOp, made: &Value, to: DType) -> Res<Value> {
    let row = ops::table::cast::to(to);
    elementwise_named(host, row, std::slice::from_ref(made), op.name)?
        .ok_or_else(|| type_error("dtype= needs an array"))
}

/// From now on `out` is the result, if nothing that was known of it changes.
fn stored(made: &Value, out: &Value) -> Res<()> {
    let (Some(node), Some(array)) = (node_of(made), out.as_native::<Array>()) else { return Ok(()) };
    let (own, new) = (&array.node.meta, &node.meta);
    if own.shape != new.shape {
        let text = format!(
            "Mismatched shapes between result and out parameter. out={}, result={}",
            show_shape(&own.shape),
            show_shape(&new.shape)
        );
        return Err(value_error(text));
    }
    if own.dtype != new.dtype {
        let text = format!("out= of {} is not in rdask where the result is of {}", own.dtype, new.dtype);
        return Err(refused(text).help("take what the function gives: y = da.add(...)"));
    }
    if own.chunks != new.chunks {
        let help = "take what the function gives: y = da.add(...), or rechunk out before";
        return Err(refused("out= whose blocks are not those of the result is not in rdask").help(help));
    }
    array.assign(node.clone());
    Ok(())
}
