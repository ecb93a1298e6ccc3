//! `format(v, spec)`, `str.format`.

use super::{Host, Value};
use crate::data::Res;
use crate::data::Sym;

/// `format(v, spec)`.
#[allow(unused_variables)]
pub fn format(host: &mut dyn Host, v: &Value, spec: &str) -> Res<String> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `text.format(*args, **kwargs)`.
#[allow(unused_variables)]
pub fn str_format(host: &mut dyn Host, text: &str, args: &[Value], kwargs: &[(Sym, Value)]) -> Res<String> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `text.format_map(mapping)`.
#[allow(unused_variables)]
pub fn str_format_map(host: &mut dyn Host, text: &str, mapping: &Value) -> Res<String> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}
