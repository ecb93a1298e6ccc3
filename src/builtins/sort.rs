//! Sorting: numbers, texts and tuples of them without the host; everything else asks it, and stops at the first exception.

use std::cmp::Ordering;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::Ordering as AtomicOrdering;

use crate::data::Res;
use crate::value::compare::{self, quick_order};
use crate::value::{Host, Value};

/// Sort values, stably, by a key function (or `None`).
pub fn sort(host: &mut dyn Host, items: &mut Vec<Value>, key: &Value, reverse: bool) -> Res<()> {
    if matches!(key, Value::None) {
        // Reversing before and after keeps equal items in order.
        if reverse {
            items.reverse();
        }
        let sorted = sort_by(host, items, |v| v);
        if reverse {
            items.reverse();
        }
        return sorted;
    }
    let mut keys = Vec::with_capacity(items.len());
    for item in items.iter() {
        keys.push(host.call(key, std::slice::from_ref(item), &[])?);
    }
    let keyed = keys.into_iter().zip(std::mem::take(items)).collect();
    let (sorted, raised) = sort_pairs(host, keyed, reverse);
    *items = sorted;
    raised
}

/// The second values, sorted stably by the first.
pub fn sort_keyed(host: &mut dyn Host, keyed: Vec<(Value, Value)>, reverse: bool) -> Res<Vec<Value>> {
    let (sorted, raised) = sort_pairs(host, keyed, reverse);
    raised.map(|()| sorted)
}

fn sort_pairs(host: &mut dyn Host, mut keyed: Vec<(Value, Value)>, reverse: bool) -> (Vec<Value>, Res<()>) {
    if reverse {
        keyed.reverse();
    }
    let sorted = sort_by(host, &mut keyed, |pair| &pair.0);
    if reverse {
        keyed.reverse();
    }
    (keyed.into_iter().map(|(_, item)| item).collect(), sorted)
}

/// What all keys are, where their order needs no user code and is total.
enum Plan {
    Int,
    Float,
    Number,
    Text,
    Tuple(Vec<Plan>),
}

impl Plan {
    /// The plan of a first key.
    fn of(key: &Value, depth: usize) -> Option<Plan> {
        Some(match key {
            Value::Int(_) => Plan::Int,
            Value::Float(_) => Plan::Float,
            Value::Bool(_) => Plan::Number,
            Value::Str(_) => Plan::Text,
            Value::Tuple(tuple) => {
                let depth = depth.checked_sub(1)?;
                Plan::Tuple(tuple.items.iter().map(|item| Plan::of(item, depth)).collect::<Option<_>>()?)
            }
            _ => return None,
        })
    }

    /// Whether another key is of this kind; a number of another kind widens the plan.
    fn takes(&mut self, key: &Value) -> bool {
        match (&mut *self, key) {
            (Plan::Int | Plan::Number, Value::Int(_)) | (Plan::Text, Value::Str(_)) => true,
            (Plan::Float | Plan::Number, Value::Float(x)) => !x.is_nan(),
            (Plan::Int, Value::Float(x)) => {
                *self = Plan::Number;
                !x.is_nan()
            }
            (Plan::Int | Plan::Float | Plan::Number, Value::Int(_) | Value::Bool(_)) => {
                *self = Plan::Number;
                true
            }
            (Plan::Tuple(plans), Value::Tuple(tuple)) => {
                plans.len() == tuple.items.len()
                    && plans.iter_mut().zip(&tuple.items).all(|(plan, item)| plan.takes(item))
            }
            _ => false,
        }
    }
}

/// Stable; numbers, texts and tuples of one kind are sorted without the host.
fn sort_by<T>(host: &mut dyn Host, items: &mut Vec<T>, key: impl Fn(&T) -> &Value) -> Res<()> {
    let Some(mut plan) = items.first().and_then(|first| Plan::of(key(first), 8)) else {
        return sort_asking(host, items, key);
    };
    if !items.iter().all(|item| plan.takes(key(item))) {
        return sort_asking(host, items, key);
    }
    match plan {
        Plan::Int => {
            let int = |item: &T| if let Value::Int(v) = key(item) { *v } else { 0 };
            watched(host, items, |x, y| int(x).cmp(&int(y)))
        }
        Plan::Float => {
            let float = |item: &T| if let Value::Float(v) = key(item) { *v } else { 0.0 };
            watched(host, items, |x, y| float(x).partial_cmp(&float(y)).unwrap_or(Ordering::Equal))
        }
        _ => sort_by_front(host, items, key),
    }
}

/// After how many comparisons it is looked whether the user stopped the sort.
const LOOK: u32 = 1 << 16;

/// What leaves a sort that the user stopped.
struct Stopped;

/// A stable sort that the user may stop: then all items are still there, in some order. The library's sort can only be left by
/// unwinding.
fn watched<T>(host: &mut dyn Host, items: &mut [T], order: impl Fn(&T, &T) -> Ordering) -> Res<()> {
    if items.len() < LOOK as usize {
        items.sort_by(order);
        return Ok(());
    }
    let flag = host.interrupt();
    loop {
        let mut left = LOOK;
        let counted = |x: &T, y: &T| {
            left -= 1;
            if left == 0 {
                left = LOOK;
                if flag.load(AtomicOrdering::Relaxed) {
                    resume_unwind(Box::new(Stopped));
                }
            }
            order(x, y)
        };
        match catch_unwind(AssertUnwindSafe(|| items.sort_by(counted))) {
            Ok(()) => return Ok(()),
            Err(left) if left.is::<Stopped>() => host.poll()?,
            Err(panic) => resume_unwind(panic),
        }
    }
}

/// By a number that stands for the front of each key; whole keys are compared where two of these are equal.
fn sort_by_front<T>(host: &mut dyn Host, items: &mut Vec<T>, key: impl Fn(&T) -> &Value) -> Res<()> {
    let mut fronted: Vec<(u64, T)> = items.drain(..).map(|item| (front(key(&item)), item)).collect();
    let whole = |x: &T, y: &T| quick_order(key(x), key(y)).unwrap_or(Ordering::Equal);
    let sorted = watched(host, &mut fronted, |(p, x), (q, y)| p.cmp(q).then_with(|| whole(x, y)));
    items.extend(fronted.into_iter().map(|(_, item)| item));
    sorted
}

/// A number that orders keys as they are ordered, but for those it makes equal: the first bytes of a text, a float, what a
/// tuple begins with.
fn front(key: &Value) -> u64 {
    match key {
        Value::Str(text) => {
            let mut bytes = [0; 8];
            bytes.iter_mut().zip(text.as_str().as_bytes()).for_each(|(place, byte)| *place = *byte);
            u64::from_be_bytes(bytes)
        }
        Value::Int(int) => front_of_float(*int as f64),
        Value::Float(float) => front_of_float(*float),
        Value::Bool(flag) => front_of_float(f64::from(u8::from(*flag))),
        Value::Tuple(tuple) => tuple.items.first().map_or(0, front),
        _ => 0,
    }
}

fn front_of_float(float: f64) -> u64 {
    // Zeros are equal; the bits of negative floats run backwards.
    let bits = (float + 0.0).to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

/// Merge sort of the places of the items; what raises leaves them in their order.
fn sort_asking<T>(host: &mut dyn Host, items: &mut Vec<T>, key: impl Fn(&T) -> &Value) -> Res<()> {
    let keys: Vec<Value> = items.iter().map(|item| key(item).clone()).collect();
    let mut order: Vec<u32> = (0..items.len() as u32).collect();
    let mut spare = order.clone();
    merge_sort(host, &keys, &mut order, &mut spare)?;
    let mut waiting: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| waiting.get_mut(at as usize)?.take()));
    Ok(())
}

fn less(host: &mut dyn Host, keys: &[Value], x: u32, y: u32) -> Res<bool> {
    match (keys.get(x as usize), keys.get(y as usize)) {
        (Some(x), Some(y)) => compare::lt(host, x, y),
        _ => Ok(false),
    }
}

/// Short runs are sorted by insertion, as CPython does, then merged.
fn merge_sort(host: &mut dyn Host, keys: &[Value], order: &mut [u32], spare: &mut [u32]) -> Res<()> {
    let size = order.len();
    if size <= 16 {
        return insertion_sort(host, keys, order);
    }
    let middle = size / 2;
    {
        let (left, right) = order.split_at_mut(middle);
        let (spare_left, spare_right) = spare.split_at_mut(middle);
        merge_sort(host, keys, left, spare_left)?;
        merge_sort(host, keys, right, spare_right)?;
        let (Some(last), Some(first)) = (left.last(), right.first()) else { return Ok(()) };
        if !less(host, keys, *first, *last)? {
            return Ok(());
        }
    }
    spare.copy_from_slice(order);
    let (left, right) = spare.split_at(middle);
    let (mut left, mut right) = (left.iter().copied().peekable(), right.iter().copied().peekable());
    for place in order.iter_mut() {
        let take_right = match (left.peek(), right.peek()) {
            (Some(x), Some(y)) => less(host, keys, *y, *x)?,
            (None, _) => true,
            (_, None) => false,
        };
        if let Some(at) = if take_right { right.next() } else { left.next() } {
            *place = at;
        }
    }
    host.poll()
}

fn insertion_sort(host: &mut dyn Host, keys: &[Value], order: &mut [u32]) -> Res<()> {
    for end in 1..order.len() {
        let (mut low, mut high) = (0, end);
        let Some(pivot) = order.get(end).copied() else { break };
        while low < high {
            let middle = (low + high) / 2;
            let Some(other) = order.get(middle).copied() else { break };
            if less(host, keys, pivot, other)? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if let Some(part) = order.get_mut(low..=end) {
            part.rotate_right(1);
        }
    }
    Ok(())
}
