//! Comparison of containers, item by item, and `in`. Depth is counted; no borrow is held while user code runs.

use std::rc::Rc;

use super::compare::{compare as compare_values, eq, quick_eq};
use super::containers::{DictKind, DictObj, Range, SetObj};
use super::kind::{truth, type_name};
use super::{Host, Str, Value, dict, iter, names, set};
use crate::data::Res;
use crate::data::ops::CmpOp;
use crate::data::raised::type_error;

/// `a op b` of two built-in containers; `None` when they don't compare so.
pub fn compare(host: &mut dyn Host, op: CmpOp, a: &Value, b: &Value) -> Res<Option<bool>> {
    let equality = matches!(op, CmpOp::Eq | CmpOp::Ne);
    let equal = match (a, b) {
        (Value::List(_), Value::List(_)) | (Value::Tuple(_), Value::Tuple(_)) => {
            host.enter()?;
            let made = sequences(host, op, a, b);
            host.leave();
            return made.map(Some);
        }
        (Value::Set(x) | Value::FrozenSet(x), Value::Set(y) | Value::FrozenSet(y)) => {
            return sets(host, op, x, y).map(Some);
        }
        (Value::Dict(x), Value::Dict(y)) if equality => {
            host.enter()?;
            let made = dicts(host, x, y);
            host.leave();
            made?
        }
        (Value::Dict(x), Value::Dict(y)) if is_counter(x) && is_counter(y) => {
            return counters(host, op, x, y).map(Some);
        }
        (Value::Range(x), Value::Range(y)) if equality => ranges(x, y),
        (Value::Slice(x), Value::Slice(y)) => {
            let tuple = |s: &super::SliceObj| Value::tuple([s.start.clone(), s.stop.clone(), s.step.clone()]);
            return compare(host, op, &tuple(x), &tuple(y));
        }
        (Value::Method(x), Value::Method(y)) if equality => {
            super::compare::is_same(&x.this, &y.this) && super::compare::is_same(&x.function, &y.function)
        }
        _ => return Ok(None),
    };
    Ok(Some(equal == (op == CmpOp::Eq)))
}

fn item(sequence: &Value, at: usize) -> Option<Value> {
    match sequence {
        Value::List(list) => list.items.borrow().get(at).cloned(),
        Value::Tuple(tuple) => tuple.items.get(at).cloned(),
        _ => None,
    }
}

fn length(sequence: &Value) -> usize {
    match sequence {
        Value::List(list) => list.items.borrow().len(),
        Value::Tuple(tuple) => tuple.items.len(),
        _ => 0,
    }
}

/// How many items at the front are equal without asking a user.
fn equal_front(a: &Value, b: &Value, from: usize) -> usize {
    let count = |x: &[Value], y: &[Value]| {
        let pairs = x.iter().zip(y).skip(from);
        from + pairs.take_while(|(p, q)| quick_eq(p, q) == Some(true)).count()
    };
    match (a, b) {
        (Value::List(x), Value::List(y)) => count(&x.items.borrow(), &y.items.borrow()),
        (Value::Tuple(x), Value::Tuple(y)) => count(&x.items, &y.items),
        _ => from,
    }
}

fn sequences(host: &mut dyn Host, op: CmpOp, a: &Value, b: &Value) -> Res<bool> {
    if matches!(op, CmpOp::Eq | CmpOp::Ne) && length(a) != length(b) {
        return Ok(op == CmpOp::Ne);
    }
    let mut at = 0;
    loop {
        at = equal_front(a, b, at);
        let (Some(x), Some(y)) = (item(a, at), item(b, at)) else { break };
        if eq(host, &x, &y)? {
            at += 1;
            continue;
        }
        return match op {
            CmpOp::Eq => Ok(false),
            CmpOp::Ne => Ok(true),
            _ => {
                let made = compare_values(host, op, &x, &y)?;
                truth(host, &made)
            }
        };
    }
    Ok(super::compare::holds(op, Some(length(a).cmp(&length(b)))))
}

fn dicts(host: &mut dyn Host, a: &DictObj, b: &DictObj) -> Res<bool> {
    if dict::len(a) != dict::len(b) {
        return Ok(false);
    }
    let ordered = |x: &DictObj| matches!(*x.kind.borrow(), DictKind::Ordered);
    if ordered(a) && ordered(b) {
        for (x, y) in dict::keys(a).iter().zip(&dict::keys(b)) {
            if !eq(host, x, y)? {
                return Ok(false);
            }
        }
    }
    for (key, value) in dict::items(a) {
        let Some(other) = dict::get(host, b, &key)? else { return Ok(false) };
        if !eq(host, &value, &other)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn is_counter(x: &DictObj) -> bool {
    matches!(*x.kind.borrow(), DictKind::Counter)
}

/// Inclusion of counters: each count in order, missing ones being 0.
fn counters(host: &mut dyn Host, op: CmpOp, a: &DictObj, b: &DictObj) -> Res<bool> {
    let (within, strict) = match op {
        CmpOp::Le => (CmpOp::Le, false),
        CmpOp::Lt => (CmpOp::Le, true),
        CmpOp::Ge => (CmpOp::Ge, false),
        _ => (CmpOp::Ge, true),
    };
    let mut differs = false;
    for key in dict::keys(a).iter().chain(&dict::keys(b)) {
        let x = dict::get(host, a, key)?.unwrap_or(Value::Int(0));
        let y = dict::get(host, b, key)?.unwrap_or(Value::Int(0));
        let fits = super::compare::compare(host, within, &x, &y)?;
        if !super::kind::truth(host, &fits)? {
            return Ok(false);
        }
        differs |= !eq(host, &x, &y)?;
    }
    Ok(differs || !strict)
}

fn sets(host: &mut dyn Host, op: CmpOp, a: &SetObj, b: &SetObj) -> Res<bool> {
    let (x, y) = (set::len(a), set::len(b));
    match op {
        CmpOp::Eq => Ok(x == y && set::is_subset(host, a, b)?),
        CmpOp::Ne => Ok(x != y || !set::is_subset(host, a, b)?),
        CmpOp::Le => set::is_subset(host, a, b),
        CmpOp::Lt => Ok(x < y && set::is_subset(host, a, b)?),
        CmpOp::Ge => set::is_subset(host, b, a),
        CmpOp::Gt => Ok(x > y && set::is_subset(host, b, a)?),
        _ => Ok(false),
    }
}

fn ranges(a: &Range, b: &Range) -> bool {
    let (x, y) = (a.len(), b.len());
    x == y && (x == 0 || (a.start == b.start && (x == 1 || a.step == b.step)))
}

/// `part in text`.
#[inline]
pub fn has_text(text: &Str, part: &Str) -> bool {
    let text = text.as_str().as_bytes();
    match part.as_str().as_bytes() {
        [one] => memchr::memchr(*one, text).is_some(),
        part => memchr::memmem::find(text, part).is_some(),
    }
}

/// `item in container`.
pub fn contains(host: &mut dyn Host, container: &Value, item: &Value) -> Res<bool> {
    match container {
        Value::Dict(found) => dict::contains(host, found, item),
        Value::Set(found) | Value::FrozenSet(found) => set::contains(host, found, item),
        Value::List(_) | Value::Tuple(_) => in_sequence(host, container, item),
        Value::Str(text) => match item {
            Value::Str(part) => Ok(has_text(text, part)),
            Value::Instance(object) if matches!(object.payload, Value::Str(_)) => {
                contains(host, container, &object.payload)
            }
            _ => {
                let name = type_name(item);
                Err(type_error(format!("'in <string>' requires string as left operand, not {name}")))
            }
        },
        Value::Range(range) => match item {
            Value::Int(int) => Ok(range.contains(*int)),
            Value::Bool(flag) => Ok(range.contains(i64::from(*flag))),
            Value::Float(float) => Ok(float.fract() == 0.0 && float.abs() < 9e18 && range.contains(*float as i64)),
            _ => in_iterable(host, container, item),
        },
        Value::Native(native) => match native.0.contains(container, host, item)? {
            Some(found) => Ok(found),
            None => in_iterable(host, container, item),
        },
        Value::Instance(object) => {
            if let Some(made) = host.call_special(container, names::names().contains, std::slice::from_ref(item))? {
                return truth(host, &made);
            }
            if !matches!(object.payload, Value::None | Value::Exception(_))
                && object.class.lookup(names::names().iter).is_none()
            {
                let payload = object.payload.clone();
                return contains(host, &payload, item);
            }
            in_iterable(host, container, item)
        }
        Value::Class(_) => match host.call_special(container, names::names().contains, std::slice::from_ref(item))? {
            Some(made) => truth(host, &made),
            None => in_iterable(host, container, item),
        },
        _ => in_iterable(host, container, item),
    }
}

fn in_sequence(host: &mut dyn Host, sequence: &Value, wanted: &Value) -> Res<bool> {
    let mut at = 0;
    loop {
        let found = match sequence {
            Value::List(list) => skip(&list.items.borrow(), at, wanted),
            Value::Tuple(tuple) => skip(&tuple.items, at, wanted),
            _ => None,
        };
        let Some((place, known)) = found else { return Ok(false) };
        if known {
            return Ok(true);
        }
        let Some(here) = item(sequence, place) else { return Ok(false) };
        if eq(host, &here, wanted)? {
            return Ok(true);
        }
        at = place + 1;
    }
}

/// The first item from `at` on that is equal (`true`), or whose equality only user code knows (`false`).
fn skip(items: &[Value], at: usize, wanted: &Value) -> Option<(usize, bool)> {
    items.iter().enumerate().skip(at).find_map(|(place, here)| match quick_eq(here, wanted) {
        Some(true) => Some((place, true)),
        Some(false) => None,
        None => Some((place, false)),
    })
}

fn in_iterable(host: &mut dyn Host, container: &Value, wanted: &Value) -> Res<bool> {
    if !iter::iterable(container) {
        return Err(type_error(format!("argument of type '{}' is not iterable", type_name(container))));
    }
    let iterator = iter::iter(host, container)?;
    while let Some(here) = iter::next(host, &iterator)? {
        if eq(host, &here, wanted)? {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Range {
    /// How many numbers it has.
    pub fn len(&self) -> u64 {
        let (start, stop, step) = (i128::from(self.start), i128::from(self.stop), i128::from(self.step));
        let span = if step > 0 { stop - start } else { start - stop };
        if span <= 0 { 0 } else { ((span - 1) / step.abs() + 1) as u64 }
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Number `at`, which must be below the length.
    pub fn get(&self, at: u64) -> i64 {
        (i128::from(self.start) + i128::from(at) * i128::from(self.step)) as i64
    }

    /// `x in range`.
    pub fn contains(&self, x: i64) -> bool {
        let (start, stop, step) = (i128::from(self.start), i128::from(self.stop), i128::from(self.step));
        let x = i128::from(x);
        let inside = if step > 0 { start <= x && x < stop } else { stop < x && x <= start };
        inside && (x - start) % step == 0
    }
}

/// A range as a value.
impl From<Range> for Value {
    fn from(range: Range) -> Value {
        Value::Range(Rc::new(range))
    }
}
