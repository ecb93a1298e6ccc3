//! `list` and `tuple`: the classes and their methods; sorting.

use super::args::{at, flag, given, int, length, nothing, this_list, this_tuple};
use super::sort::sort;
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
