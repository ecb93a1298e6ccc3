//! Slices: bounds as Python computes them, and what they take from built-in sequences.

use std::rc::Rc;

use num_traits::Signed;

use super::number::{IntRef, as_int};
use super::{Host, Range, SliceObj, Str, Value, index};
use crate::data::Res;
use crate::data::raised::{type_error, value_error};

/// The integer of a slice's bound, clipped to 64 bits; `None` for `None`.
fn bound(host: &mut dyn Host, v: &Value) -> Res<Option<i64>> {
    if matches!(v, Value::None) {
        return Ok(None);
    }
    let Some(int) = index::try_index(host, v)? else {
        return Err(type_error("slice indices must be integers or None or have an __index__ method"));
    };
    Ok(Some(clip(&int)))
}

/// An integer clipped to 64 bits.
pub fn clip(int: &Value) -> i64 {
    match as_int(int) {
        Some(IntRef::Small(small)) => small,
        Some(IntRef::Big(big)) if big.is_negative() => i64::MIN,
        _ => i64::MAX,
    }
}

/// The first index, the bound and the step of a slice on a sequence of `length`, clipped as `slice.indices` clips them.
pub fn indices(host: &mut dyn Host, slice: &SliceObj, length: usize) -> Res<(i64, i64, i64)> {
    let step = bound(host, &slice.step)?.unwrap_or(1).max(-i64::MAX);
    if step == 0 {
        return Err(value_error("slice step cannot be zero"));
    }
    let (start, stop) = (bound(host, &slice.start)?, bound(host, &slice.stop)?);
    Ok(adjust(start, stop, step, length))
}

/// Clip the bounds of a slice; `step` is not 0.
pub fn adjust(start: Option<i64>, stop: Option<i64>, step: i64, length: usize) -> (i64, i64, i64) {
    let length = length as i64;
    let (low, high) = if step < 0 { (-1, length - 1) } else { (0, length) };
    let place = |at: i64| if at < 0 { at.saturating_add(length).max(low) } else { at.min(high) };
    let start = start.map_or(if step < 0 { high } else { low }, place);
    let stop = stop.map_or(if step < 0 { low } else { high }, place);
    (start, stop, step)
}

/// How many items a clipped slice takes.
pub fn count(start: i64, stop: i64, step: i64) -> usize {
    Range { start, stop, step }.len() as usize
}

/// `items[slice]`.
pub fn take(items: &[Value], (start, stop, step): (i64, i64, i64)) -> Vec<Value> {
    if step == 1 {
        return items.get(start as usize..stop.max(start) as usize).unwrap_or(&[]).to_vec();
    }
    let places = Range { start, stop, step };
    (0..places.len()).filter_map(|at| items.get(places.get(at) as usize).cloned()).collect()
}

/// `text[slice]`.
pub fn take_text(text: &Rc<Str>, (start, stop, step): (i64, i64, i64)) -> Value {
    let whole = text.as_str();
    if step == 1 {
        let (from, to) = (text.offset(start as usize), text.offset(stop.max(start) as usize));
        if from == 0 && to == whole.len() {
            return Value::Str(super::Str::plain(text));
        }
        return Value::Str(Rc::new(text.part(whole.get(from..to).unwrap_or(""))));
    }
    let places = Range { start, stop, step };
    let made: String = if text.is_ascii() {
        let bytes = whole.as_bytes();
        (0..places.len()).filter_map(|at| bytes.get(places.get(at) as usize).map(|byte| char::from(*byte))).collect()
    } else {
        let chars: Vec<char> = whole.chars().collect();
        (0..places.len()).filter_map(|at| chars.get(places.get(at) as usize)).collect()
    };
    Value::str(made)
}

/// `range[slice]`.
pub fn take_range(range: &Range, (start, stop, step): (i64, i64, i64)) -> Value {
    let at = |place: i64| i128::from(range.start) + i128::from(place) * i128::from(range.step);
    let clip = |wide: i128| wide.clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64;
    let step = clip(i128::from(range.step) * i128::from(step));
    Value::from(Range { start: clip(at(start)), stop: clip(at(stop)), step })
}

/// `list[slice] = values`.
pub fn assign(items: &mut Vec<Value>, slice: (i64, i64, i64), values: Vec<Value>) -> Res<Vec<Value>> {
    let (start, stop, step) = slice;
    if step == 1 {
        let (from, to) = (start as usize, stop.max(start) as usize);
        return Ok(items.splice(from..to, values).collect());
    }
    let places = count(start, stop, step);
    if values.len() != places {
        return Err(value_error(format!(
            "attempt to assign sequence of size {} to extended slice of size {places}",
            values.len()
        )));
    }
    let range = Range { start, stop, step };
    let mut old = Vec::with_capacity(places);
    for (at, value) in values.into_iter().enumerate() {
        if let Some(place) = items.get_mut(range.get(at as u64) as usize) {
            old.push(std::mem::replace(place, value));
        }
    }
    Ok(old)
}

/// `del list[slice]`: what was deleted.
pub fn delete(items: &mut Vec<Value>, (start, stop, step): (i64, i64, i64)) -> Vec<Value> {
    if step == 1 {
        return items.drain(start as usize..stop.max(start) as usize).collect();
    }
    let range = Range { start, stop, step };
    let mut at = 0i64;
    let mut deleted = Vec::new();
    items.retain(|item| {
        let gone = range.contains(at);
        at += 1;
        if gone {
            deleted.push(item.clone());
        }
        !gone
    });
    deleted
}
