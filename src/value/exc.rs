//! Exception objects: from what was raised, and back.

use super::{Host, Value};
use crate::data::{Raised, Res};

/// The exception object of what was raised (made now if it was raised by Rust).
#[allow(unused_variables)]
pub fn object(raised: &mut Raised) -> Value {
    Value::None
}

/// What `raise value` raises: an exception object, or a class, which is called.
#[allow(unused_variables)]
pub fn raise(host: &mut dyn Host, value: &Value) -> Box<Raised> {
    crate::data::raised::type_error("not there yet")
}

/// Whether `except classes:` catches it; `TypeError` when `classes` holds no exception class.
#[allow(unused_variables)]
pub fn matches(host: &mut dyn Host, raised: &Raised, classes: &Value) -> Res<bool> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `KeyError(key)`.
#[allow(unused_variables)]
pub fn key_error(host: &mut dyn Host, key: &Value) -> Box<Raised> {
    crate::data::raised::type_error("not there yet")
}

/// `StopIteration(value)`.
#[allow(unused_variables)]
pub fn stop_iteration(value: Value) -> Box<Raised> {
    crate::data::raised::type_error("not there yet")
}

/// `OSError` of its class by errno, with Python's message.
#[allow(unused_variables)]
pub fn os_error(error: &std::io::Error, filename: &str) -> Box<Raised> {
    crate::data::raised::type_error("not there yet")
}

/// `str(e)` of an exception object.
#[allow(unused_variables)]
pub fn message(host: &mut dyn Host, object: &Value) -> Res<String> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// A new object of a built-in class, as calling the class makes it.
#[allow(unused_variables)]
pub fn new(class: crate::data::ExcClass, args: Vec<Value>) -> Value {
    Value::None
}
