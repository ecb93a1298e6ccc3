//! Binary, in-place and unary operators.

use super::{Host, Value};
use crate::data::Res;
use crate::data::ops::{BinOp, UnOp};

/// `a op b`.
#[allow(unused_variables)]
pub fn binary(host: &mut dyn Host, op: BinOp, a: &Value, b: &Value) -> Res<Value> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `a op= b`: the value to assign.
#[allow(unused_variables)]
pub fn inplace(host: &mut dyn Host, op: BinOp, a: &Value, b: &Value) -> Res<Value> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `-a`, `+a`, `~a`.
#[allow(unused_variables)]
pub fn unary(host: &mut dyn Host, op: UnOp, a: &Value) -> Res<Value> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `abs(a)`.
#[allow(unused_variables)]
pub fn abs(host: &mut dyn Host, a: &Value) -> Res<Value> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `pow(a, b, m)`.
#[allow(unused_variables)]
pub fn pow_mod(host: &mut dyn Host, a: &Value, b: &Value, m: &Value) -> Res<Value> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}
