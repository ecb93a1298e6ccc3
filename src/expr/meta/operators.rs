//! Rules of operators: which ufunc each of them is, and what it gives.

use super::array::Product;
use super::call::{Ruled, product, ufunc};
use super::known::Known;
use super::text::{operator_error, order_error};
use crate::data::DType;
use crate::data::ops::{BinOp, CmpOp};
use crate::data::raised::ExcClass;

/// The ufunc behind a binary operator.
pub fn ufunc_of(op: BinOp) -> Option<&'static str> {
    Some(match op {
        BinOp::Add => "add",
        BinOp::Sub => "subtract",
        BinOp::Mul => "multiply",
        BinOp::Div => "divide",
        BinOp::FloorDiv => "floor_divide",
        BinOp::Mod => "remainder",
        BinOp::Pow => "power",
        BinOp::And => "bitwise_and",
        BinOp::Or => "bitwise_or",
        BinOp::Xor => "bitwise_xor",
        BinOp::Shl => "left_shift",
        BinOp::Shr => "right_shift",
        BinOp::MatMul => return None,
    })
}

/// The ufunc behind a comparison.
pub fn ufunc_of_compare(op: CmpOp) -> Option<&'static str> {
    Some(match op {
        CmpOp::Eq => "equal",
        CmpOp::Ne => "not_equal",
        CmpOp::Lt => "less",
        CmpOp::Le => "less_equal",
        CmpOp::Gt => "greater",
        CmpOp::Ge => "greater_equal",
        _ => return None,
    })
}

/// The ufunc behind a unary operator, by the name of its method.
pub fn ufunc_of_unary(method: &str) -> Option<&'static str> {
    Some(match method {
        "__neg__" => "negative",
        "__pos__" => "positive",
        "__abs__" => "absolute",
        "__invert__" => "invert",
        _ => return None,
    })
}

/// `a op b`, where at least one is an array or NumPy scalar.
pub fn binary(op: BinOp, a: &Known, b: &Known) -> Ruled {
    if op == BinOp::MatMul {
        return product(a, b, Product::MatMul);
    }
    if let (BinOp::Pow, Known::Array(arr), Known::Int(Some(2))) = (op, a, b)
        && arr.meta.as_ref().is_some_and(|meta| meta.dtype == DType::Bool)
    {
        return ufunc("square", &[a], None);
    }
    let result = ufunc(ufunc_of(op)?, &[a, b], Some(op.symbol()))?;
    if [a, b].into_iter().any(|at| matches!(at, Known::Array(arr) if arr.lazy)) && !is_numpy(a) {
        return Some(result.map_err(|raised| operator_error(raised, op.symbol(), class(a), class(b))));
    }
    Some(result)
}

/// Whether the left side is NumPy's: then its operator decides.
fn is_numpy(at: &Known) -> bool {
    matches!(at, Known::Scalar(_)) || matches!(at, Known::Array(arr) if !arr.lazy)
}

fn class(at: &Known) -> &'static str {
    match at {
        Known::Scalar(dtype) => dtype.qualified(),
        other => other.type_name(),
    }
}

/// `a op b` for a comparison.
pub fn compare(op: CmpOp, a: &Known, b: &Known) -> Ruled {
    let made = ufunc(ufunc_of_compare(op)?, &[a, b], None)?;
    // What no loop compares is unlike.
    if matches!(op, CmpOp::Eq | CmpOp::Ne) && made.as_ref().is_err_and(|error| error.class == ExcClass::UFuncTypeError)
    {
        return None;
    }
    if matches!(a, Known::Array(arr) if arr.lazy) {
        return Some(made.map_err(|raised| order_error(raised, op.symbol(), class(a), class(b))));
    }
    Some(made)
}

/// `-a`, `+a`, `~a`, `abs(a)`, by the name of the method.
pub fn unary(method: &str, a: &Known) -> Ruled {
    ufunc(ufunc_of_unary(method)?, &[a], None)
}
