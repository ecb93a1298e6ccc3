//! `heapq` and `bisect`: lists kept as heaps, and places in sorted sequences.

use std::rc::Rc;

use super::args::{at, inner, int, length, nothing, type_or_none};
use super::{Row, row};
use crate::data::raised::{index_error, type_error, value_error};
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::value::{Host, ListObj, Value, compare, index, kind};

/// The rows.
pub const ROWS: &[Row] = &[
    row("heapq.heappush", |h, a| {
        let heap = heap_of(a, "heappush() argument 1")?;
        heap.items.borrow_mut().push(at(a, 1).clone());
        let last = size(heap) - 1;
        sift_down(h, heap, 0, last)?;
        nothing()
    }),
    row("heapq.heappop", |h, a| {
        let heap = heap_of(a, "heappop() argument")?;
        let last = heap.items.borrow_mut().pop().ok_or_else(empty)?;
        if size(heap) == 0 {
            return Ok(last);
        }
        replace_first(h, heap, last)
    }),
    row("heapq.heapify", |h, a| {
        let heap = heap_of(a, "heapify() argument")?;
        for place in (0..size(heap) / 2).rev() {
            sift_up(h, heap, place)?;
        }
        nothing()
    }),
    row("heapq.heapreplace", |h, a| {
        let heap = heap_of(a, "heapreplace() argument 1")?;
        if size(heap) == 0 {
            return Err(empty());
        }
        replace_first(h, heap, at(a, 1).clone())
    }),
    row("heapq.heappushpop", |h, a| {
        let heap = heap_of(a, "heappushpop() argument 1")?;
        let Some(first) = item(heap, 0) else { return Ok(at(a, 1).clone()) };
        if !less(h, heap, &first, at(a, 1))? {
            return Ok(at(a, 1).clone());
        }
        if size(heap) == 0 {
            return Err(empty());
        }
        replace_first(h, heap, at(a, 1).clone())
    }),
    row("bisect.bisect_left", |h, a| Ok(length(bisect(h, a, true)?))),
    row("bisect.bisect_right", |h, a| Ok(length(bisect(h, a, false)?))),
    row("bisect.bisect", |h, a| Ok(length(bisect(h, a, false)?))),
    row("bisect.insort_left", |h, a| insort(h, a, true)),
    row("bisect.insort_right", |h, a| insort(h, a, false)),
    row("bisect.insort", |h, a| insort(h, a, false)),
];

fn heap_of<'a>(a: &'a [Value], what: &str) -> Res<&'a Rc<ListObj>> {
    match inner(at(a, 0)) {
        Value::List(list) => Ok(list),
        v => Err(type_error(format!("{what} must be list, not {}", type_or_none(v)))),
    }
}

fn empty() -> Box<Raised> {
    index_error("index out of range")
}

fn size(heap: &ListObj) -> usize {
    heap.items.borrow().len()
}

fn item(heap: &ListObj, place: usize) -> Option<Value> {
    heap.items.borrow().get(place).cloned()
}

/// `x < y`; `RuntimeError` when that changes the size of the heap.
fn less(host: &mut dyn Host, heap: &ListObj, x: &Value, y: &Value) -> Res<bool> {
    if let Some(order) = compare::quick_order(x, y) {
        return Ok(order.is_lt());
    }
    let before = size(heap);
    let found = compare::lt(host, x, y)?;
    if size(heap) != before {
        return Err(Raised::new(ExcClass::RuntimeError, "list changed size during iteration"));
    }
    Ok(found)
}

/// As [`less`], of two places.
fn less_at(host: &mut dyn Host, heap: &ListObj, x: usize, y: usize) -> Res<bool> {
    let (first, second) = {
        let items = heap.items.borrow();
        let (Some(first), Some(second)) = (items.get(x), items.get(y)) else { return Ok(false) };
        if let Some(order) = compare::quick_order(first, second) {
            return Ok(order.is_lt());
        }
        (first.clone(), second.clone())
    };
    less(host, heap, &first, &second)
}

fn replace_first(host: &mut dyn Host, heap: &ListObj, new: Value) -> Res<Value> {
    let first = match heap.items.borrow_mut().first_mut() {
        Some(first) => std::mem::replace(first, new),
        None => return Err(empty()),
    };
    sift_up(host, heap, 0)?;
    Ok(first)
}

/// Move the item at a place towards `start` until it is in order.
fn sift_down(host: &mut dyn Host, heap: &ListObj, start: usize, mut place: usize) -> Res<()> {
    while place > start {
        let parent = (place - 1) / 2;
        if !less_at(host, heap, place, parent)? {
            break;
        }
        heap.items.borrow_mut().swap(place, parent);
        place = parent;
    }
    Ok(())
}

/// Move the item at a place to the end, smaller children up, and back to where it belongs.
fn sift_up(host: &mut dyn Host, heap: &ListObj, start: usize) -> Res<()> {
    let (end, mut place) = (size(heap), start);
    loop {
        let mut child = 2 * place + 1;
        if child >= end {
            break;
        }
        if child + 1 < end && !less_at(host, heap, child, child + 1)? {
            child += 1;
        }
        heap.items.borrow_mut().swap(place, child);
        place = child;
    }
    sift_down(host, heap, start, place)
}

/// Slots of all: sequence, item, `lo`, `hi`, `key`.
fn bisect(host: &mut dyn Host, a: &[Value], left: bool) -> Res<usize> {
    place_of(host, a, at(a, 1), left)
}

fn place_of(host: &mut dyn Host, a: &[Value], x: &Value, left: bool) -> Res<usize> {
    let sequence = at(a, 0);
    let low = int(host, a, 2)?;
    let Ok(mut low) = usize::try_from(low) else { return Err(value_error("lo must be non-negative")) };
    let mut high = match at(a, 3) {
        Value::None => kind::len(host, sequence)?,
        _ => usize::try_from(int(host, a, 3)?).unwrap_or(0),
    };
    while low < high {
        let middle = low + (high - low) / 2;
        let before = precedes(host, sequence, middle, x, at(a, 4), left)?;
        if before {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low)
}

/// Whether `x` goes after the item at a place.
fn precedes(host: &mut dyn Host, sequence: &Value, place: usize, x: &Value, key: &Value, left: bool) -> Res<bool> {
    if let (Value::List(list), Value::None) = (sequence, key)
        && let Some(other) = list.items.borrow().get(place)
        && let Some(order) = compare::quick_order(other, x)
    {
        return Ok(if left { order.is_lt() } else { order.is_le() });
    }
    let mut other = index::getitem(host, sequence, &Value::Int(place as i64))?;
    if !matches!(key, Value::None) {
        other = host.call(key, std::slice::from_ref(&other), &[])?;
    }
    if left { compare::lt(host, &other, x) } else { compare::lt(host, x, &other).map(|less| !less) }
}

fn insort(host: &mut dyn Host, a: &[Value], left: bool) -> Res<Value> {
    let place = match at(a, 4) {
        Value::None => bisect(host, a, left)?,
        key => {
            let x = host.call(key, std::slice::from_ref(at(a, 1)), &[])?;
            place_of(host, a, &x, left)?
        }
    };
    if let Value::List(list) = at(a, 0) {
        let mut items = list.items.borrow_mut();
        let place = place.min(items.len());
        items.insert(place, at(a, 1).clone());
        return nothing();
    }
    let insert = host.getattr(at(a, 0), Sym::new("insert"))?;
    host.call(&insert, &[length(place), at(a, 1).clone()], &[])?;
    nothing()
}
