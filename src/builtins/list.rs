//! `list` and `tuple`: the classes and their methods; sorting.

use super::args::{at, flag, given, int, length, nothing, this_list, this_tuple};
use super::{Row, row};
use crate::data::Res;
use crate::data::raised::{index_error, value_error};
use crate::value::{Host, ListObj, Tuple, Value, arith, compare, iter, types};

/// The rows.
pub const ROWS: &[Row] = &[
    row("list", |_, _| Ok(Value::Type(&types::LIST))),
    row("list.__new__", |h, a| Ok(Value::list(items_of(h, at(a, 1))?))),
    row("list.append", |_, a| {
        this_list(a)?.items.borrow_mut().push(at(a, 1).clone());
        nothing()
    }),
    row("list.extend", |h, a| {
        arith::inplace(h, crate::data::ops::BinOp::Add, &Value::List(this_list(a)?.clone()), at(a, 1))?;
        nothing()
    }),
    row("list.insert", insert),
    row("list.pop", pop),
    row("list.remove", remove),
    row("list.clear", |_, a| {
        let old = std::mem::take(&mut *this_list(a)?.items.borrow_mut());
        drop(old);
        nothing()
    }),
    row("list.copy", |_, a| Ok(Value::list(this_list(a)?.items.borrow().clone()))),
    row("list.reverse", |_, a| {
        this_list(a)?.items.borrow_mut().reverse();
        nothing()
    }),
    row("list.index", list_index),
    row("list.count", |h, a| {
        let list = this_list(a)?;
        count(h, at(a, 1), |at| list.items.borrow().get(at).cloned())
    }),
    row("list.sort", |h, a| {
        let list = this_list(a)?.clone();
        let reverse = flag(h, a, 2)?;
        sort_list(h, &list, at(a, 1), reverse)?;
        nothing()
    }),
    row("tuple", |_, _| Ok(Value::Type(&types::TUPLE))),
    row("tuple.__new__", |h, a| match at(a, 1) {
        v @ Value::Tuple(_) => Ok(v.clone()),
        v => Ok(Value::tuple(items_of(h, v)?)),
    }),
    row("tuple.index", tuple_index),
    row("tuple.count", |h, a| {
        let tuple = this_tuple(a)?;
        count(h, at(a, 1), |at| tuple.items.get(at).cloned())
    }),
    row("sorted", |h, a| {
        let list = ListObj::new(iter::collect(h, at(a, 0))?);
        let reverse = flag(h, a, 2)?;
        sort_list(h, &list, at(a, 1), reverse)?;
        Ok(Value::List(list.into()))
    }),
];

fn items_of(host: &mut dyn Host, v: &Value) -> Res<Vec<Value>> {
    match v {
        Value::Ellipsis => Ok(Vec::new()),
        v => iter::collect(host, v),
    }
}

fn insert(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let place = int(host, a, 1)?;
    let mut items = this_list(a)?.items.borrow_mut();
    let length = items.len() as i64;
    let place = if place < 0 { (place + length).max(0) } else { place.min(length) };
    items.insert(place as usize, at(a, 2).clone());
    nothing()
}

fn pop(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let place = int(host, a, 1)?;
    let mut items = this_list(a)?.items.borrow_mut();
    if items.is_empty() {
        return Err(index_error("pop from empty list"));
    }
    let length = items.len() as i64;
    let place = if place < 0 { place + length } else { place };
    match usize::try_from(place) {
        Ok(place) if place < items.len() => Ok(items.remove(place)),
        _ => Err(index_error("pop index out of range")),
    }
}

/// The first place of an item, between two bounds. `get` is asked each time: a comparison may change the container.
fn place_of(
    host: &mut dyn Host,
    item: &Value,
    (start, end): (usize, usize),
    get: impl Fn(usize) -> Option<Value>,
) -> Res<Option<usize>> {
    let mut at = start;
    while at < end {
        let Some(found) = get(at) else { return Ok(None) };
        if compare::eq(host, &found, item)? {
            return Ok(Some(at));
        }
        at += 1;
    }
    Ok(None)
}

fn count(host: &mut dyn Host, item: &Value, get: impl Fn(usize) -> Option<Value>) -> Res<Value> {
    let (mut at, mut found) = (0, 0);
    while let Some(other) = get(at) {
        found += usize::from(compare::eq(host, &other, item)?);
        at += 1;
    }
    Ok(length(found))
}

fn remove(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let list = this_list(a)?;
    match place_of(host, at(a, 1), (0, usize::MAX), |at| list.items.borrow().get(at).cloned())? {
        Some(place) => {
            let mut items = list.items.borrow_mut();
            let gone = (place < items.len()).then(|| items.remove(place));
            drop(items);
            drop(gone);
            nothing()
        }
        None => Err(value_error("list.remove(x): x not in list")),
    }
}

fn bounds(host: &mut dyn Host, a: &[Value], length: usize) -> Res<(usize, usize)> {
    let length = length as i64;
    let mut bound = |slot: usize, missing: i64| -> Res<usize> {
        let v = if given(a, slot).is_some() { int(host, a, slot)? } else { missing };
        Ok((if v < 0 { (v + length).max(0) } else { v }) as usize)
    };
    Ok((bound(2, 0)?, bound(3, i64::MAX)?))
}

fn list_index(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let list = this_list(a)?;
    let size = list.items.borrow().len();
    let bounds = bounds(host, a, size)?;
    match place_of(host, at(a, 1), bounds, |at| list.items.borrow().get(at).cloned())? {
        Some(place) => Ok(length(place)),
        None => Err(value_error(format!("{} is not in list", crate::value::repr::repr(host, at(a, 1))?))),
    }
}

fn tuple_index(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let tuple: &Tuple = this_tuple(a)?;
    let bounds = bounds(host, a, tuple.items.len())?;
    match place_of(host, at(a, 1), bounds, |at| tuple.items.get(at).cloned())? {
        Some(place) => Ok(length(place)),
        None => Err(value_error("tuple.index(x): x not in tuple")),
    }
}

/// `list.sort`: the list is empty while it is sorted, as in CPython.
fn sort_list(host: &mut dyn Host, list: &ListObj, key: &Value, reverse: bool) -> Res<()> {
    let mut items = std::mem::take(&mut *list.items.borrow_mut());
    let sorted = sort(host, &mut items, key, reverse);
    let changed = !list.items.borrow().is_empty();
    *list.items.borrow_mut() = items;
    sorted?;
    if changed {
        return Err(value_error("list modified during sort"));
    }
    Ok(())
}

/// Sort values, stably, by a key function (or `None`).
pub fn sort(host: &mut dyn Host, items: &mut Vec<Value>, key: &Value, reverse: bool) -> Res<()> {
    if matches!(key, Value::None) {
        // Reversing before and after keeps equal items in order.
        if reverse {
            items.reverse();
        }
        sort_by(host, items, |v| v)?;
        if reverse {
            items.reverse();
        }
        return Ok(());
    }
    let mut keyed = Vec::with_capacity(items.len());
    for item in items.iter() {
        keyed.push((host.call(key, std::slice::from_ref(item), &[])?, item.clone()));
    }
    *items = sort_keyed(host, keyed, reverse)?;
    Ok(())
}

/// The second values, sorted stably by the first.
pub fn sort_keyed(host: &mut dyn Host, mut keyed: Vec<(Value, Value)>, reverse: bool) -> Res<Vec<Value>> {
    if reverse {
        keyed.reverse();
    }
    sort_by(host, &mut keyed, |pair| &pair.0)?;
    if reverse {
        keyed.reverse();
    }
    Ok(keyed.into_iter().map(|(_, item)| item).collect())
}

/// Stable merge sort that stops at the first exception. Numbers and texts of one kind are sorted without the host.
fn sort_by<T: Clone>(host: &mut dyn Host, items: &mut [T], key: impl Fn(&T) -> &Value) -> Res<()> {
    if items.iter().all(|item| matches!(key(item), Value::Int(_))) {
        let int = |item: &T| if let Value::Int(v) = key(item) { *v } else { 0 };
        items.sort_by_key(int);
        return Ok(());
    }
    if items.iter().all(|item| matches!(key(item), Value::Str(_))) {
        items.sort_by(|x, y| key(x).as_str().cmp(&key(y).as_str()));
        return Ok(());
    }
    if items.iter().all(|item| matches!(key(item), Value::Float(v) if !v.is_nan())) {
        let float = |item: &T| if let Value::Float(v) = key(item) { *v } else { 0.0 };
        items.sort_by(|x, y| float(x).partial_cmp(&float(y)).unwrap_or(std::cmp::Ordering::Equal));
        return Ok(());
    }
    let mut spare = items.to_vec();
    merge_sort(host, items, &mut spare, &key)
}

/// Short runs are sorted by insertion, as CPython does, then merged.
fn merge_sort<T: Clone>(host: &mut dyn Host, items: &mut [T], spare: &mut [T], key: &impl Fn(&T) -> &Value) -> Res<()> {
    let size = items.len();
    if size <= 16 {
        return insertion_sort(host, items, key);
    }
    let middle = size / 2;
    {
        let (left, right) = items.split_at_mut(middle);
        let (spare_left, spare_right) = spare.split_at_mut(middle);
        merge_sort(host, left, spare_left, key)?;
        merge_sort(host, right, spare_right, key)?;
        let (Some(last), Some(first)) = (left.last(), right.first()) else { return Ok(()) };
        if !compare::lt(host, key(first), key(last))? {
            return Ok(());
        }
    }
    spare.clone_from_slice(items);
    let (left, right) = spare.split_at(middle);
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    for place in items.iter_mut() {
        let take_right = match (left.peek(), right.peek()) {
            (Some(x), Some(y)) => compare::lt(host, key(y), key(x))?,
            (None, _) => true,
            (_, None) => false,
        };
        if let Some(item) = if take_right { right.next() } else { left.next() } {
            *place = item.clone();
        }
    }
    host.poll()
}

fn insertion_sort<T: Clone>(host: &mut dyn Host, items: &mut [T], key: &impl Fn(&T) -> &Value) -> Res<()> {
    for end in 1..items.len() {
        let (mut low, mut high) = (0, end);
        let Some(pivot) = items.get(end).cloned() else { break };
        while low < high {
            let middle = (low + high) / 2;
            let Some(other) = items.get(middle) else { break };
            if compare::lt(host, key(&pivot), key(other))? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if let Some(part) = items.get_mut(low..=end) {
            part.rotate_right(1);
        }
    }
    Ok(())
}
