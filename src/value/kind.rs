//! Classes of values, truth and length.

use std::borrow::Cow;

use super::{Host, Value};
use crate::data::Res;

/// `type(v)`.
#[allow(unused_variables)]
pub fn type_of(v: &Value) -> Value {
    Value::Type(&super::types::OBJECT)
}

/// `type(v).__name__`.
#[allow(unused_variables)]
pub fn type_name(v: &Value) -> Cow<'static, str> {
    Cow::Borrowed("object")
}

/// `bool(v)`.
#[allow(unused_variables)]
pub fn truth(host: &mut dyn Host, v: &Value) -> Res<bool> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `len(v)`.
#[allow(unused_variables)]
pub fn len(host: &mut dyn Host, v: &Value) -> Res<usize> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `isinstance(v, classes)`.
#[allow(unused_variables)]
pub fn isinstance(host: &mut dyn Host, v: &Value, classes: &Value) -> Res<bool> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `issubclass(class, classes)`.
#[allow(unused_variables)]
pub fn issubclass(host: &mut dyn Host, class: &Value, classes: &Value) -> Res<bool> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `callable(v)`.
#[allow(unused_variables)]
pub fn callable(v: &Value) -> bool {
    false
}

/// `int(v)` as the class does: numbers, texts, `__int__`, `__index__`, `__trunc__`.
#[allow(unused_variables)]
pub fn to_int(host: &mut dyn Host, v: &Value) -> Res<Value> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `float(v)` as the class does: numbers, texts, `__float__`, `__index__`.
#[allow(unused_variables)]
pub fn to_float(host: &mut dyn Host, v: &Value) -> Res<f64> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}
