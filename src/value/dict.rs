//! Dicts: lookup, insertion and removal with any keys.

use super::{DictObj, Host, Value};
use crate::data::Res;

/// The value under a key (no `__missing__`, no default factory).
#[allow(unused_variables)]
pub fn get(host: &mut dyn Host, dict: &DictObj, key: &Value) -> Res<Option<Value>> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `dict[key] = value`.
#[allow(unused_variables)]
pub fn insert(host: &mut dyn Host, dict: &DictObj, key: Value, value: Value) -> Res<()> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// Remove a key; its value.
#[allow(unused_variables)]
pub fn remove(host: &mut dyn Host, dict: &DictObj, key: &Value) -> Res<Option<Value>> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `key in dict`.
#[allow(unused_variables)]
pub fn contains(host: &mut dyn Host, dict: &DictObj, key: &Value) -> Res<bool> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `dict.update(other)`: a mapping or an iterable of pairs.
#[allow(unused_variables)]
pub fn update(host: &mut dyn Host, dict: &DictObj, other: &Value) -> Res<()> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// The value under a text key: for keyword arguments and JSON.
#[allow(unused_variables)]
pub fn get_str(dict: &DictObj, key: &str) -> Option<Value> {
    None
}

/// Keys, in order.
#[allow(unused_variables)]
pub fn keys(dict: &DictObj) -> Vec<Value> {
    Vec::new()
}

/// Values, in order.
#[allow(unused_variables)]
pub fn values(dict: &DictObj) -> Vec<Value> {
    Vec::new()
}

/// Pairs, in order.
#[allow(unused_variables)]
pub fn items(dict: &DictObj) -> Vec<(Value, Value)> {
    Vec::new()
}

/// Number of keys.
#[allow(unused_variables)]
pub fn len(dict: &DictObj) -> usize {
    0
}

/// Remove all.
#[allow(unused_variables)]
pub fn clear(dict: &DictObj) {
    {}
}

/// A shallow copy of the same kind.
#[allow(unused_variables)]
pub fn copy(dict: &DictObj) -> DictObj {
    DictObj::plain()
}

/// Remove and give the last pair (or the first).
#[allow(unused_variables)]
pub fn popitem(dict: &DictObj, last: bool) -> Option<(Value, Value)> {
    None
}
