//! `x[i]`, `x[i] = v`, `del x[i]`.

use super::{Host, Value};
use crate::data::Res;

/// `object[index]`.
#[allow(unused_variables)]
pub fn getitem(host: &mut dyn Host, object: &Value, index: &Value) -> Res<Value> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `object[index] = value`.
#[allow(unused_variables)]
pub fn setitem(host: &mut dyn Host, object: &Value, index: &Value, value: &Value) -> Res<()> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `del object[index]`.
#[allow(unused_variables)]
pub fn delitem(host: &mut dyn Host, object: &Value, index: &Value) -> Res<()> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `operator.index(v)` clipped to 64 bits; `TypeError` for what is no integer.
#[allow(unused_variables)]
pub fn as_index(host: &mut dyn Host, v: &Value) -> Res<i64> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// The integer that `v` is or that its `__index__` gives; `None` if it has none.
#[allow(unused_variables)]
pub fn try_index(host: &mut dyn Host, v: &Value) -> Res<Option<Value>> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}
