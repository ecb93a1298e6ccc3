//! Iteration: the state of a loop over a built-in container, stepped without dynamic dispatch, and the protocol around it.

use std::cell::RefCell;
use std::rc::Rc;

use super::containers::{DictObj, Entry, ListObj, SetObj, SetSlot, Tuple};
use super::kind::type_name;
use super::pyiter::{PyIter, SeqIter};
use super::views::{DictView, Part};
use super::{Host, Str, Value, dict, names, set};
use crate::data::raised::{type_error, value_error};
use crate::data::{ExcClass, Raised, Res};

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
    /// A dict, backward: how many entries are left.
    RevDict(Rc<DictObj>, usize, usize, Part),
    /// Values of its own.
    Owned(std::vec::IntoIter<Value>),
    /// At its end, for good.
    Done,
}

/// The state of a loop over a built-in container; `None` for anything else (also for iterators: those keep their own state).
#[inline]
pub fn make(v: &Value) -> Option<IterState> {
    Some(match v {
        Value::List(list) => IterState::List(list.clone(), 0),
        Value::Tuple(tuple) => IterState::Tuple(tuple.clone(), 0),
        Value::Range(range) => IterState::Range(range.start, range.len(), range.step),
        Value::Str(text) => IterState::Str(text.clone(), 0),
        Value::Dict(found) => IterState::Dict(found.clone(), 0, dict::len(found), Part::Keys),
        Value::Set(found) | Value::FrozenSet(found) => IterState::Set(found.clone(), 0, set::len(found)),
        Value::Native(native) => {
            let view = native.downcast::<DictView>()?;
            IterState::Dict(view.dict.clone(), 0, dict::len(&view.dict), view.part)
        }
        _ => return None,
    })
}

/// The next value; `None` at the end. `RuntimeError` when a dict or set changed size.
#[inline]
pub fn step(state: &mut IterState) -> Res<Option<Value>> {
    let next = match state {
        IterState::Range(next, left, by) => {
            if *left == 0 {
                return Ok(None);
            }
            *left -= 1;
            let value = *next;
            *next = value.wrapping_add(*by);
            return Ok(Some(Value::Int(value)));
        }
        IterState::List(list, at) => {
            let next = list.items.borrow().get(*at).cloned();
            *at += 1;
            next
        }
        IterState::Tuple(tuple, at) => {
            let next = tuple.items.get(*at).cloned();
            *at += 1;
            next
        }
        _ => return step_rest(state),
    };
    if next.is_none() {
        *state = IterState::Done;
    }
    Ok(next)
}

fn step_rest(state: &mut IterState) -> Res<Option<Value>> {
    let next = match state {
        IterState::Str(text, at) => {
            let next = text.as_str().get(*at..).and_then(|rest| rest.chars().next());
            *at += next.map_or(0, char::len_utf8);
            next.map(char_value)
        }
        IterState::Dict(found, at, size, part) => step_dict(found, at, *size, *part)?,
        IterState::Set(found, at, size) => {
            let table = found.table.borrow();
            if table.used != *size {
                return Err(runtime_error("Set changed size during iteration"));
            }
            let rest = table.slots.iter().enumerate().skip(*at);
            let mut keys = rest.filter_map(|(at, slot)| match slot {
                SetSlot::Key(_, key) => Some((at, key)),
                _ => None,
            });
            keys.next().map(|(place, key)| {
                *at = place + 1;
                key.clone()
            })
        }
        IterState::RevList(list, left) => back(left).and_then(|at| list.items.borrow().get(at).cloned()),
        IterState::RevTuple(tuple, left) => back(left).and_then(|at| tuple.items.get(at).cloned()),
        IterState::RevStr(text, at) => {
            let next = text.as_str().get(..*at).and_then(|rest| rest.chars().next_back());
            *at -= next.map_or(0, char::len_utf8);
            next.map(char_value)
        }
        IterState::RevDict(found, left, size, part) => step_dict_back(found, left, *size, *part)?,
        IterState::Owned(values) => values.next(),
        _ => None,
    };
    if next.is_none() {
        *state = IterState::Done;
    }
    Ok(next)
}

fn back(left: &mut usize) -> Option<usize> {
    *left = left.checked_sub(1)?;
    Some(*left)
}

/// The `str` of one character.
pub fn char_value(c: char) -> Value {
    Value::Str(Str::of_char(c))
}

fn step_dict(found: &DictObj, at: &mut usize, size: usize, part: Part) -> Res<Option<Value>> {
    step_entry(found, at, size, |entry| part.of(entry))
}

/// What `of` makes of the next entry.
#[inline]
fn step_entry<T>(found: &DictObj, at: &mut usize, size: usize, of: impl Fn(&Entry) -> T) -> Res<Option<T>> {
    let table = found.table.borrow();
    if table.live != size {
        return Err(runtime_error("dictionary changed size during iteration"));
    }
    *at = (*at).max(table.first);
    while *at < table.entries.len() {
        *at += 1;
        if let Some(entry) = table.entry(*at - 1) {
            return Ok(Some(of(entry)));
        }
    }
    Ok(None)
}

/// The next key and value of an iterator over the items of a dict, no tuple made; the outer `None`: it is over
/// something else.
#[inline]
pub fn step_pair(state: &mut IterState) -> Option<Res<Option<(Value, Value)>>> {
    let IterState::Dict(found, at, size, Part::Items) = state else { return None };
    let next = step_entry(found, at, *size, |entry| (entry.key.clone(), entry.value.clone()));
    if let Ok(None) = next {
        *state = IterState::Done;
    }
    Some(next)
}

fn step_dict_back(found: &DictObj, left: &mut usize, size: usize, part: Part) -> Res<Option<Value>> {
    let table = found.table.borrow();
    if table.live != size {
        return Err(runtime_error("dictionary changed size during iteration"));
    }
    while *left > 0 {
        *left -= 1;
        if let Some(entry) = table.entry(*left) {
            return Ok(Some(part.of(entry)));
        }
    }
    Ok(None)
}

fn runtime_error(message: &str) -> Box<Raised> {
    Raised::new(ExcClass::RuntimeError, message)
}

/// Whether `iter(v)` would find something to call.
pub fn iterable(v: &Value) -> bool {
    match v {
        Value::List(_)
        | Value::Tuple(_)
        | Value::Range(_)
        | Value::Str(_)
        | Value::Dict(_)
        | Value::Set(_)
        | Value::FrozenSet(_) => true,
        Value::Native(native) => native.0.iterable(),
        Value::Instance(object) => {
            let known = names::names();
            object.class.lookup(known.iter).is_some_and(|found| !matches!(found, Value::None))
                || object.class.lookup(known.getitem).is_some()
                || iterable(&object.payload)
        }
        Value::Class(class) => class.lookup(names::names().metaclass).is_some(),
        _ => false,
    }
}

/// `iter(v)`.
pub fn iter(host: &mut dyn Host, v: &Value) -> Res<Value> {
    if let Some(state) = make(v) {
        return Ok(PyIter::value(state));
    }
    match v {
        Value::Native(native) => {
            if let Some(made) = native.0.iter(v, host)? {
                return Ok(made);
            }
        }
        Value::Instance(object) => {
            if let Some(made) = host.call_special(v, names::names().iter, &[])? {
                return match &made {
                    Value::Native(_) => Ok(made),
                    Value::Instance(object) if object.class.lookup(names::names().next).is_some() => Ok(made),
                    other => Err(type_error(format!("iter() returned non-iterator of type '{}'", type_name(other)))),
                };
            }
            if iterable(&object.payload) {
                let payload = object.payload.clone();
                return iter(host, &payload);
            }
            if object.class.lookup(names::names().getitem).is_some() {
                return Ok(Value::native(SeqIter::new(v.clone())));
            }
        }
        Value::Class(_) => {
            if let Some(made) = host.call_special(v, names::names().iter, &[])? {
                return Ok(made);
            }
        }
        _ => {}
    }
    Err(type_error(format!("'{}' object is not iterable", type_name(v))))
}

/// `next(it)`; `None` at the end. `TypeError` for what is no iterator, `KeyboardInterrupt` when the user stopped it: an
/// iterator may have no end.
#[inline]
pub fn next(host: &mut dyn Host, it: &Value) -> Res<Option<Value>> {
    match it {
        Value::Native(native) => {
            if let Some(own) = native.downcast::<PyIter>() {
                let mut state = own.state.borrow_mut();
                // Ranges alone may be very long.
                if let IterState::Range(_, left, _) = &*state
                    && left.is_multiple_of(POLLED as u64)
                {
                    host.poll()?;
                }
                return step(&mut state);
            }
            // It may never end: `itertools.count()`.
            host.poll()?;
            if let Some(made) = native.0.next(host)? {
                return Ok(made);
            }
        }
        Value::Instance(_) => match host.poll().and_then(|()| host.call_special(it, names::names().next, &[])) {
            Ok(Some(made)) => return Ok(Some(made)),
            Ok(None) => {}
            Err(raised) if raised.class == ExcClass::StopIteration => return Ok(None),
            Err(raised) => return Err(raised),
        },
        _ => {}
    }
    Err(type_error(format!("'{}' object is not an iterator", type_name(it))))
}

/// `reversed(v)`.
pub fn reversed(host: &mut dyn Host, v: &Value) -> Res<Value> {
    let state = match v {
        Value::List(list) => IterState::RevList(list.clone(), list.items.borrow().len()),
        Value::Tuple(tuple) => IterState::RevTuple(tuple.clone(), tuple.items.len()),
        Value::Str(text) => IterState::RevStr(text.clone(), text.as_str().len()),
        Value::Range(range) => match range.len() {
            0 => IterState::Range(0, 0, 1),
            length => IterState::Range(range.get(length - 1), length, range.step.wrapping_neg()),
        },
        Value::Dict(found) => reversed_dict(found, Part::Keys),
        Value::Native(native) => match native.downcast::<DictView>() {
            Some(view) => reversed_dict(&view.dict, view.part),
            None => return reversed_any(host, v),
        },
        _ => return reversed_any(host, v),
    };
    Ok(PyIter::value(state))
}

fn reversed_dict(found: &Rc<DictObj>, part: Part) -> IterState {
    let entries = found.table.borrow().entries.len();
    IterState::RevDict(found.clone(), entries, dict::len(found), part)
}

fn reversed_any(host: &mut dyn Host, v: &Value) -> Res<Value> {
    if let Value::Instance(object) = v {
        if let Some(made) = host.call_special(v, names::names().reversed, &[])? {
            return Ok(made);
        }
        if object.class.lookup(names::names().getitem).is_some() && object.class.lookup(names::names().len).is_some() {
            let length = super::kind::len(host, v)?;
            return Ok(Value::native(SeqIter::reversed(v.clone(), length)));
        }
        if !matches!(object.payload, Value::None | Value::Exception(_)) {
            let payload = object.payload.clone();
            return reversed(host, &payload);
        }
    }
    if let Value::Native(native) = v {
        if let Some(made) = native.0.unary(v, host, "__reversed__")? {
            return Ok(made);
        }
        if let Some(length) = native.0.len(host)?
            && native.0.sequence()
        {
            return Ok(Value::native(SeqIter::reversed(v.clone(), length)));
        }
    }
    Err(type_error(format!("'{}' object is not reversible", type_name(v))))
}

/// After so many values the user is asked whether to go on.
const POLLED: usize = 4096;

/// All values of an iterable.
pub fn collect(host: &mut dyn Host, v: &Value) -> Res<Vec<Value>> {
    match v {
        Value::List(list) => return Ok(list.items.borrow().clone()),
        Value::Tuple(tuple) => return Ok(tuple.items.to_vec()),
        Value::Dict(found) => return Ok(dict::keys(found)),
        Value::Set(found) | Value::FrozenSet(found) => return Ok(set::items(found)),
        _ => {}
    }
    let mut made = Vec::new();
    if let Some(mut state) = make(v) {
        if let IterState::Range(_, left, _) = &state {
            let length = usize::try_from(*left).unwrap_or(usize::MAX);
            made.try_reserve_exact(length).map_err(|_| super::number::memory_error())?;
        }
        while let Some(next) = step(&mut state)? {
            if made.len().is_multiple_of(POLLED) {
                host.poll()?;
            }
            made.push(next);
        }
        return Ok(made);
    }
    let iterator = iter(host, v)?;
    while let Some(value) = next(host, &iterator)? {
        made.try_reserve(1).map_err(|_| super::number::memory_error())?;
        made.push(value);
    }
    Ok(made)
}

/// Up to `limit` values of an iterable.
fn collect_some(host: &mut dyn Host, v: &Value, limit: usize) -> Res<Vec<Value>> {
    if !iterable(v) {
        return Err(type_error(format!("cannot unpack non-iterable {} object", type_name(v))));
    }
    let iterator = iter(host, v)?;
    let mut made = Vec::new();
    while made.len() < limit {
        let Some(value) = next(host, &iterator)? else { break };
        made.push(value);
    }
    Ok(made)
}

/// Exactly `count` values, for `a, b = v`.
pub fn unpack(host: &mut dyn Host, v: &Value, count: usize) -> Res<Vec<Value>> {
    let values = match v {
        Value::Tuple(tuple) if tuple.items.len() == count => return Ok(tuple.items.to_vec()),
        Value::List(list) if list.items.borrow().len() == count => return Ok(list.items.borrow().clone()),
        _ => collect_some(host, v, count.saturating_add(1))?,
    };
    let got = values.len();
    match got.cmp(&count) {
        std::cmp::Ordering::Equal => Ok(values),
        std::cmp::Ordering::Greater => Err(value_error(format!("too many values to unpack (expected {count})"))),
        std::cmp::Ordering::Less => {
            Err(value_error(format!("not enough values to unpack (expected {count}, got {got})")))
        }
    }
}

/// `before` values, a list of the rest, `after` values, for `a, *b, c = v`.
pub fn unpack_star(host: &mut dyn Host, v: &Value, before: usize, after: usize) -> Res<Vec<Value>> {
    let mut values = collect_some(host, v, usize::MAX)?;
    let (got, least) = (values.len(), before + after);
    if got < least {
        return Err(value_error(format!("not enough values to unpack (expected at least {least}, got {got})")));
    }
    let tail = values.split_off(got - after);
    let middle = values.split_off(before);
    values.push(Value::list(middle));
    values.extend(tail);
    Ok(values)
}

/// An iterator over values at hand.
pub fn over(values: Vec<Value>) -> Value {
    PyIter::value(IterState::Owned(values.into_iter()))
}

impl Default for PyIter {
    fn default() -> PyIter {
        PyIter { state: RefCell::new(IterState::Done), class: super::pyiter::Class::List }
    }
}
