//! Sets with CPython's own table and order.

use super::{Host, SetObj, Value};
use crate::data::Res;

/// A set (or frozenset) of these items, added one by one.
#[allow(unused_variables)]
pub fn from_items(host: &mut dyn Host, items: &[Value]) -> Res<SetObj> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// The set of a display: three constants or more take the detour that CPython's compiler takes.
#[allow(unused_variables)]
pub fn display(host: &mut dyn Host, items: &[Value], constants: bool) -> Res<SetObj> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// A set of what an iterable gives, presized as CPython does for sets and dicts.
#[allow(unused_variables)]
pub fn from_iterable(host: &mut dyn Host, v: &Value) -> Res<SetObj> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// Add; whether it was new.
#[allow(unused_variables)]
pub fn add(host: &mut dyn Host, set: &SetObj, item: &Value) -> Res<bool> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// Remove; whether it was there.
#[allow(unused_variables)]
pub fn discard(host: &mut dyn Host, set: &SetObj, item: &Value) -> Res<bool> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `item in set` (a set as `item` is looked up as a frozenset).
#[allow(unused_variables)]
pub fn contains(host: &mut dyn Host, set: &SetObj, item: &Value) -> Res<bool> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// Add all of an iterable.
#[allow(unused_variables)]
pub fn update(host: &mut dyn Host, set: &SetObj, other: &Value) -> Res<()> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// Items, in table order.
#[allow(unused_variables)]
pub fn items(set: &SetObj) -> Vec<Value> {
    Vec::new()
}

/// Number of items.
#[allow(unused_variables)]
pub fn len(set: &SetObj) -> usize {
    0
}

/// `pop`: any item.
#[allow(unused_variables)]
pub fn pop(set: &SetObj) -> Option<Value> {
    None
}

/// Remove all.
#[allow(unused_variables)]
pub fn clear(set: &SetObj) {
    {}
}

/// A copy.
#[allow(unused_variables)]
pub fn copy(set: &SetObj) -> SetObj {
    SetObj::default()
}

/// `a | other`, of any iterable.
#[allow(unused_variables)]
pub fn union(host: &mut dyn Host, a: &SetObj, other: &Value) -> Res<SetObj> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `a & other`, of any iterable.
#[allow(unused_variables)]
pub fn intersection(host: &mut dyn Host, a: &SetObj, other: &Value) -> Res<SetObj> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `a - other`, of any iterable.
#[allow(unused_variables)]
pub fn difference(host: &mut dyn Host, a: &SetObj, other: &Value) -> Res<SetObj> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `a ^ other`, of any iterable.
#[allow(unused_variables)]
pub fn symmetric_difference(host: &mut dyn Host, a: &SetObj, other: &Value) -> Res<SetObj> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `a -= other`, of any iterable.
#[allow(unused_variables)]
pub fn difference_update(host: &mut dyn Host, a: &SetObj, other: &Value) -> Res<()> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `a <= b`.
#[allow(unused_variables)]
pub fn is_subset(host: &mut dyn Host, a: &SetObj, b: &SetObj) -> Res<bool> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// Whether they have no item in common.
#[allow(unused_variables)]
pub fn is_disjoint(host: &mut dyn Host, a: &SetObj, other: &Value) -> Res<bool> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}
