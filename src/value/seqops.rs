//! Operators of strings, lists, tuples, sets and dicts.

use std::cell::RefCell;
use std::rc::Rc;

use super::containers::{DictKind, DictObj, SetObj};
use super::number::{fits_times, memory_error};
use super::{Host, Str, Value, arith, compare, dict, index, iter, kind, percent, set, union};
use crate::data::Res;
use crate::data::ops::{BinOp, CmpOp, UnOp};

/// `a op b` of built-in containers; `None` when they don't support it.
pub fn binary(host: &mut dyn Host, op: BinOp, a: &Value, b: &Value) -> Res<Option<Value>> {
    match op {
        BinOp::Add => add(host, a, b),
        BinOp::Mul => {
            if let Some(made) = multiply(host, a, b)? {
                return Ok(Some(made));
            }
            multiply(host, b, a)
        }
        BinOp::Mod => match a {
            Value::Str(text) => percent::percent(host, text.as_str(), b).map(|made| Some(Value::str(made))),
            _ => Ok(None),
        },
        BinOp::Or | BinOp::And | BinOp::Xor | BinOp::Sub => algebra(host, op, a, b),
        _ => Ok(None),
    }
}

fn add(host: &mut dyn Host, a: &Value, b: &Value) -> Res<Option<Value>> {
    Ok(Some(match (a, b) {
        (Value::Str(x), Value::Str(y)) => {
            if x.as_str().is_empty() {
                return Ok(Some(Value::Str(Str::plain(y))));
            }
            Value::Str(Rc::new(Str::concat(x, y)))
        }
        (Value::List(x), Value::List(y)) => {
            let (x, y) = (x.items.borrow(), y.items.borrow());
            let mut items = Vec::with_capacity(x.len() + y.len());
            items.extend_from_slice(&x);
            items.extend_from_slice(&y);
            Value::list(items)
        }
        (Value::Tuple(x), Value::Tuple(y)) => {
            let items: Box<[Value]> = x.items.iter().chain(y.items.iter()).cloned().collect();
            Value::tuple(items)
        }
        (Value::Dict(x), Value::Dict(y)) => return counter_binary(host, BinOp::Add, x, y),
        _ => return Ok(None),
    }))
}

/// `sequence * times`; `None` when it is no sequence or `times` no integer.
fn multiply(host: &mut dyn Host, sequence: &Value, times: &Value) -> Res<Option<Value>> {
    if !matches!(sequence, Value::Str(_) | Value::List(_) | Value::Tuple(_)) {
        return Ok(None);
    }
    let Some(times) = index::try_index(host, times)? else { return Ok(None) };
    let times = match times {
        Value::Int(times) => usize::try_from(times).unwrap_or(0),
        _ => return Err(super::number::overflow("cannot fit 'int' into an index-sized integer")),
    };
    Ok(Some(match sequence {
        Value::Str(text) => {
            fits_times(text.as_str().len(), times, 1)?;
            let mut made = super::number::text_room(text.as_str().len() * times)?;
            match text.as_str().as_bytes() {
                [] => {}
                [one] => super::number::fill(&mut made, char::from(*one), times),
                _ => (0..times).for_each(|_| made.push_str(text.as_str())),
            }
            Value::str(made)
        }
        Value::List(list) => {
            let items = list.items.borrow();
            Value::list(repeat(&items, times)?)
        }
        Value::Tuple(tuple) if times == 1 => Value::Tuple(tuple.clone()),
        Value::Tuple(tuple) => Value::tuple(repeat(&tuple.items, times)?),
        _ => return Ok(None),
    }))
}

fn repeat(items: &[Value], times: usize) -> Res<Vec<Value>> {
    fits_times(items.len(), times, size_of::<Value>())?;
    let mut made: Vec<Value> = Vec::new();
    made.try_reserve_exact(items.len() * times).map_err(|_| memory_error())?;
    match items {
        [] => {}
        [one] => made.resize(times, one.clone()),
        _ => (0..times).for_each(|_| made.extend_from_slice(items)),
    }
    Ok(made)
}

fn algebra(host: &mut dyn Host, op: BinOp, a: &Value, b: &Value) -> Res<Option<Value>> {
    match (a, b) {
        (Value::Set(x) | Value::FrozenSet(x), Value::Set(_) | Value::FrozenSet(_)) => {
            let made = set_op(host, op, x, b)?;
            Ok(made.map(|made| set_like(a, made)))
        }
        (Value::Dict(x), Value::Dict(y)) => {
            if let Some(made) = counter_binary(host, op, x, y)? {
                return Ok(Some(made));
            }
            if op != BinOp::Or {
                return Ok(None);
            }
            let made = dict::copy(x);
            dict::update(host, &made, b)?;
            Ok(Some(Value::Dict(Rc::new(made))))
        }
        _ if op == BinOp::Or => Ok(union::of(a, b)),
        _ => Ok(None),
    }
}

fn set_op(host: &mut dyn Host, op: BinOp, a: &SetObj, b: &Value) -> Res<Option<SetObj>> {
    Ok(Some(match op {
        BinOp::Or => set::union(host, a, b)?,
        BinOp::And => set::intersection(host, a, b)?,
        BinOp::Sub => set::difference(host, a, b)?,
        BinOp::Xor => set::symmetric_difference(host, a, b)?,
        _ => return Ok(None),
    }))
}

fn set_like(like: &Value, made: SetObj) -> Value {
    match like {
        Value::FrozenSet(_) => Value::FrozenSet(Rc::new(made)),
        _ => Value::Set(Rc::new(made)),
    }
}

/// `a op= b` for what changes in place; `None` for the rest.
pub fn inplace(host: &mut dyn Host, op: BinOp, a: &Value, b: &Value) -> Res<Option<Value>> {
    match (a, op) {
        (Value::List(list), BinOp::Add) => {
            if let Value::Native(native) = b
                && let Some(made) = native.0.binary(b, host, op, a, true)?
            {
                return Ok(Some(made));
            }
            let more = iter::collect(host, b)?;
            list.items.borrow_mut().extend(more);
        }
        (Value::List(list), BinOp::Mul) => {
            if matches!(b, Value::Native(_)) {
                return Ok(None);
            }
            let Some(Value::List(made)) = multiply(host, a, b)? else { return Ok(None) };
            let items = std::mem::take(&mut *made.items.borrow_mut());
            let old = std::mem::replace(&mut *list.items.borrow_mut(), items);
            drop(old);
        }
        (Value::Set(set), _) if matches!(b, Value::Set(_) | Value::FrozenSet(_)) => {
            if !set_inplace(host, op, set, b)? {
                return Ok(None);
            }
        }
        (Value::Dict(x), _) if matches!(*x.kind.borrow(), DictKind::Counter) => {
            let Value::Dict(y) = b else { return Ok(None) };
            let Some(Value::Dict(made)) = counter_binary(host, op, x, y)? else { return Ok(None) };
            if !Rc::ptr_eq(&made, x) {
                let table = std::mem::take(&mut *made.table.borrow_mut());
                let old = std::mem::replace(&mut *x.table.borrow_mut(), table);
                drop(old);
            }
        }
        (Value::Dict(x), BinOp::Or) => dict::update(host, x, b)?,
        _ => return Ok(None),
    }
    Ok(Some(a.clone()))
}

fn set_inplace(host: &mut dyn Host, op: BinOp, set: &SetObj, b: &Value) -> Res<bool> {
    match op {
        BinOp::Or => set::update(host, set, b)?,
        BinOp::Sub => set::difference_update(host, set, b)?,
        BinOp::Xor => set::symmetric_difference_update(host, set, b)?,
        BinOp::And => {
            let Some(made) = set_op(host, op, set, b)? else { return Ok(false) };
            let old = std::mem::replace(&mut *set.table.borrow_mut(), made.table.take());
            drop(old);
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// `collections.Counter`'s `+`, `-`, `|`, `&`: counts above 0.
fn counter_binary(host: &mut dyn Host, op: BinOp, a: &Rc<DictObj>, b: &Rc<DictObj>) -> Res<Option<Value>> {
    let counter = |dict: &DictObj| matches!(*dict.kind.borrow(), DictKind::Counter);
    if !counter(a) || !counter(b) || !matches!(op, BinOp::Add | BinOp::Sub | BinOp::Or | BinOp::And) {
        return Ok(None);
    }
    let made = DictObj { table: RefCell::default(), kind: RefCell::new(DictKind::Counter) };
    for (key, count) in dict::items(a) {
        let other = dict::get(host, b, &key)?.unwrap_or(Value::Int(0));
        let count = match op {
            BinOp::Add | BinOp::Sub => arith::binary(host, op, &count, &other)?,
            _ => {
                let less = compare::lt(host, &count, &other)?;
                if less == (op == BinOp::Or) { other } else { count }
            }
        };
        keep_positive(host, &made, key, count)?;
    }
    if op != BinOp::And {
        for (key, count) in dict::items(b) {
            if dict::get(host, a, &key)?.is_some() {
                continue;
            }
            let count = if op == BinOp::Sub { arith::binary(host, op, &Value::Int(0), &count)? } else { count };
            keep_positive(host, &made, key, count)?;
        }
    }
    Ok(Some(Value::Dict(Rc::new(made))))
}

fn keep_positive(host: &mut dyn Host, counter: &DictObj, key: Value, count: Value) -> Res<()> {
    let positive = compare::compare(host, CmpOp::Gt, &count, &Value::Int(0))?;
    if kind::truth(host, &positive)? { dict::insert(host, counter, key, count) } else { Ok(()) }
}

/// `+counter`, `-counter`.
pub fn counter_unary(host: &mut dyn Host, op: UnOp, counter: &Rc<DictObj>) -> Res<Option<Value>> {
    let empty = Rc::new(DictObj { table: RefCell::default(), kind: RefCell::new(DictKind::Counter) });
    match op {
        UnOp::Pos => counter_binary(host, BinOp::Add, counter, &empty),
        UnOp::Neg => counter_binary(host, BinOp::Sub, &empty, counter),
        UnOp::Invert => Ok(None),
    }
}
