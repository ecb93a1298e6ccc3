//! Hashes, with CPython's values for numbers and tuples.

use super::{Host, Value};
use crate::data::Res;

/// `hash(v)`; `TypeError` for what has none.
#[allow(unused_variables)]
pub fn hash(host: &mut dyn Host, v: &Value) -> Res<u64> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `hash(v)` of what needs no user code.
#[allow(unused_variables)]
pub fn quick(v: &Value) -> Option<u64> {
    None
}
