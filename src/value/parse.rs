//! `int("...")` and `float("...")`.

use super::Value;
use crate::data::Res;

/// `int(text, base)`.
#[allow(unused_variables)]
pub fn int(text: &str, base: u32) -> Res<Value> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `float(text)`.
#[allow(unused_variables)]
pub fn float(text: &str) -> Res<f64> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}
