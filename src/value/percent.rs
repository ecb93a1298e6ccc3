//! `text % values`.

use super::{Host, Value};
use crate::data::Res;

/// `text % values`.
#[allow(unused_variables)]
pub fn percent(host: &mut dyn Host, text: &str, values: &Value) -> Res<String> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}
