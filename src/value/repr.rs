//! `repr` and `str`.

use super::{Host, Value};
use crate::data::Res;

/// `repr(v)`.
#[allow(unused_variables)]
pub fn repr(host: &mut dyn Host, v: &Value) -> Res<String> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `str(v)`.
#[allow(unused_variables)]
pub fn str_(host: &mut dyn Host, v: &Value) -> Res<String> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `ascii(v)`.
#[allow(unused_variables)]
pub fn ascii(host: &mut dyn Host, v: &Value) -> Res<String> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `repr` of a float.
#[allow(unused_variables)]
pub fn float(v: f64) -> String {
    String::new()
}

/// `repr` of a str.
#[allow(unused_variables)]
pub fn quote(text: &str) -> String {
    String::new()
}
