//! Set algebra, step by step as CPython does it: the order of a result depends on it.

use std::rc::Rc;

use super::containers::SetObj;
use super::hash::hash;
use super::set::{add_hashed, contains_hashed, copy, discard_hashed, from_iterable, hashed, len, update};
use super::{Host, Value, dict, iter};
use crate::data::Res;

fn as_set(v: &Value) -> Option<&Rc<SetObj>> {
    match v {
        Value::Set(set) | Value::FrozenSet(set) => Some(set),
        _ => None,
    }
}

/// `a | other`, of any iterable.
pub fn union(host: &mut dyn Host, a: &SetObj, other: &Value) -> Res<SetObj> {
    let made = copy(a);
    update(host, &made, other)?;
    Ok(made)
}

/// `a & other`, of any iterable.
pub fn intersection(host: &mut dyn Host, a: &SetObj, other: &Value) -> Res<SetObj> {
    let made = SetObj::default();
    if let Some(other) = as_set(other) {
        if std::ptr::eq(&**other, a) {
            return Ok(copy(a));
        }
        let (large, small) = if len(other) > len(a) { (&**other, a) } else { (a, &**other) };
        for (hash, key) in hashed(small) {
            if contains_hashed(host, large, hash, &key)? {
                add_hashed(host, &made, hash, &key)?;
            }
        }
        return Ok(made);
    }
    for key in iter::collect(host, other)? {
        let hash = hash(host, &key)?;
        if contains_hashed(host, a, hash, &key)? {
            add_hashed(host, &made, hash, &key)?;
        }
    }
    Ok(made)
}

/// `a - other`, of any iterable.
pub fn difference(host: &mut dyn Host, a: &SetObj, other: &Value) -> Res<SetObj> {
    let other_size = match other {
        Value::Set(set) | Value::FrozenSet(set) => Some(len(set)),
        Value::Dict(dict) => Some(dict::len(dict)),
        _ => None,
    };
    // Much larger than the other: a copy without the other's items.
    if !other_size.is_some_and(|size| len(a) > 0 && (len(a) >> 2) <= size) {
        let made = copy(a);
        difference_update(host, &made, other)?;
        return Ok(made);
    }
    let made = SetObj::default();
    for (hash, key) in hashed(a) {
        let there = match other {
            Value::Set(set) | Value::FrozenSet(set) => contains_hashed(host, set, hash, &key)?,
            Value::Dict(other) => dict::contains(host, other, &key)?,
            _ => false,
        };
        if !there {
            add_hashed(host, &made, hash, &key)?;
        }
    }
    Ok(made)
}

/// `a -= other`, of any iterable.
pub fn difference_update(host: &mut dyn Host, a: &SetObj, other: &Value) -> Res<()> {
    match as_set(other) {
        Some(other) if std::ptr::eq(&**other, a) => {
            super::set::clear(a);
            return Ok(());
        }
        Some(set) => {
            let smaller = if (len(set) >> 3) > len(a) { Some(intersection(host, a, other)?) } else { None };
            for (hash, key) in hashed(smaller.as_ref().unwrap_or(set)) {
                discard_hashed(host, a, hash, &key)?;
            }
        }
        None => {
            for key in iter::collect(host, other)? {
                super::set::discard(host, a, &key)?;
            }
        }
    }
    a.table.borrow_mut().sweep();
    Ok(())
}

/// `a ^ other`, of any iterable.
pub fn symmetric_difference(host: &mut dyn Host, a: &SetObj, other: &Value) -> Res<SetObj> {
    let made = from_iterable(host, other)?;
    toggle(host, &made, hashed(a))?;
    Ok(made)
}

/// `a ^= other`, of any iterable.
pub fn symmetric_difference_update(host: &mut dyn Host, a: &SetObj, other: &Value) -> Res<()> {
    match as_set(other) {
        Some(other) if std::ptr::eq(&**other, a) => {
            super::set::clear(a);
            Ok(())
        }
        Some(other) => toggle(host, a, hashed(other)),
        None => {
            let made = from_iterable(host, other)?;
            toggle(host, a, hashed(&made))
        }
    }
}

fn toggle(host: &mut dyn Host, set: &SetObj, keys: Vec<(u64, Value)>) -> Res<()> {
    for (hash, key) in keys {
        if !discard_hashed(host, set, hash, &key)? {
            add_hashed(host, set, hash, &key)?;
        }
    }
    Ok(())
}

/// `a <= b`.
pub fn is_subset(host: &mut dyn Host, a: &SetObj, b: &SetObj) -> Res<bool> {
    if len(a) > len(b) {
        return Ok(false);
    }
    for (hash, key) in hashed(a) {
        if !contains_hashed(host, b, hash, &key)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether they have no item in common.
pub fn is_disjoint(host: &mut dyn Host, a: &SetObj, other: &Value) -> Res<bool> {
    let keys = match as_set(other) {
        Some(other) => hashed(other),
        None => {
            let mut keys = Vec::new();
            for key in iter::collect(host, other)? {
                keys.push((hash(host, &key)?, key));
            }
            keys
        }
    };
    for (hash, key) in keys {
        if contains_hashed(host, a, hash, &key)? {
            return Ok(false);
        }
    }
    Ok(true)
}
