//! Attributes of built-in kinds that need no interpreter.

use super::{Host, Value};
use crate::data::Res;
use crate::data::Sym;

/// A data attribute of a built-in kind: `__class__`, `__name__`, `real`, `args`, `start`; `None` if it has none of this name (methods are declared in stdlib/).
#[allow(unused_variables)]
pub fn builtin(host: &mut dyn Host, object: &Value, name: Sym) -> Res<Option<Value>> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `AttributeError: 'int' object has no attribute 'foo'`.
#[allow(unused_variables)]
pub fn missing(object: &Value, name: Sym) -> Box<crate::data::Raised> {
    crate::data::raised::attribute_error("not there yet")
}
