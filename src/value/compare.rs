//! Comparison: `==`, `<`, `is`, `in`.

use super::{Host, Value};
use crate::data::Res;
use crate::data::ops::CmpOp;

/// `a op b`, any comparison operator (`in`, `is` too).
#[allow(unused_variables)]
pub fn compare(host: &mut dyn Host, op: CmpOp, a: &Value, b: &Value) -> Res<Value> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `a is b or a == b`, as containers compare their items.
#[allow(unused_variables)]
pub fn eq(host: &mut dyn Host, a: &Value, b: &Value) -> Res<bool> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `bool(a < b)`, as `sorted` asks.
#[allow(unused_variables)]
pub fn lt(host: &mut dyn Host, a: &Value, b: &Value) -> Res<bool> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `a is b`.
#[allow(unused_variables)]
pub fn is_same(a: &Value, b: &Value) -> bool {
    false
}

/// `item in container`.
#[allow(unused_variables)]
pub fn contains(host: &mut dyn Host, container: &Value, item: &Value) -> Res<bool> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}
