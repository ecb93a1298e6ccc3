//! Iteration: the state of a loop over a built-in container, stepped without dynamic dispatch.

use std::rc::Rc;

use super::containers::{DictObj, ListObj, SetObj, Tuple};
use super::{Host, Str, Value};
use crate::data::Res;

/// What a dict's iterator gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// Keys.
    Keys,
    /// Values.
    Values,
    /// Pairs.
    Items,
}

/// Where an iterator over a built-in container stands.
pub enum IterState {
    /// A list, forward.
    List(Rc<ListObj>, usize),
    /// A tuple.
    Tuple(Rc<Tuple>, usize),
    /// A range: next, how many are left, step.
    Range(i64, u64, i64),
    /// A string, at a byte.
    Str(Rc<Str>, usize),
    /// A dict: place in the entries, size when made, what it gives.
    Dict(Rc<DictObj>, usize, usize, Part),
    /// A set: place in the table, size when made.
    Set(Rc<SetObj>, usize, usize),
    /// A list, backward: how many are left.
    RevList(Rc<ListObj>, usize),
    /// A tuple, backward.
    RevTuple(Rc<Tuple>, usize),
    /// A string, backward: the byte before which it stands.
    RevStr(Rc<Str>, usize),
    /// A dict, backward.
    RevDict(Rc<DictObj>, usize, usize, Part),
    /// Values of its own.
    Owned(std::vec::IntoIter<Value>),
    /// At its end, for good.
    Done,
}

/// The state of a loop over a built-in container (or over a [`PyIter`]'s: then `None`); `None` for anything else.
pub fn make(v: &Value) -> Option<IterState> {
    Some(match v {
        Value::List(list) => IterState::List(list.clone(), 0),
        Value::Tuple(tuple) => IterState::Tuple(tuple.clone(), 0),
        _ => return None,
    })
}

/// The next value; `None` at the end. `RuntimeError` when a dict or set changed size.
#[inline]
#[allow(unused_variables)]
pub fn step(state: &mut IterState) -> Res<Option<Value>> {
    Ok(None)
}

/// An iterator object over a built-in container.
pub struct PyIter {
    /// Where it stands.
    pub state: std::cell::RefCell<IterState>,
}

/// `iter(v)`.
#[allow(unused_variables)]
pub fn iter(host: &mut dyn Host, v: &Value) -> Res<Value> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `next(it)`; `None` at the end. `TypeError` for what is no iterator.
#[allow(unused_variables)]
pub fn next(host: &mut dyn Host, it: &Value) -> Res<Option<Value>> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `reversed(v)`.
#[allow(unused_variables)]
pub fn reversed(host: &mut dyn Host, v: &Value) -> Res<Value> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// All values of an iterable.
#[allow(unused_variables)]
pub fn collect(host: &mut dyn Host, v: &Value) -> Res<Vec<Value>> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// Exactly `count` values, for `a, b = v`.
#[allow(unused_variables)]
pub fn unpack(host: &mut dyn Host, v: &Value, count: usize) -> Res<Vec<Value>> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}

/// `before` values, a list of the rest, `after` values, for `a, *b, c = v`.
#[allow(unused_variables)]
pub fn unpack_star(host: &mut dyn Host, v: &Value, before: usize, after: usize) -> Res<Vec<Value>> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}
