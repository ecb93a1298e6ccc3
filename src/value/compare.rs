//! Comparison: `==`, `<`, `is`, `in`, of any two values.

use std::cmp::Ordering;
use std::rc::Rc;

use num_bigint::BigInt;

use super::host::NumPyOp;
use super::kind::{truth, type_name};
use super::number::{self, IntRef, as_int};
use super::{Host, Value, arith, contain, names, np};
use crate::data::ops::CmpOp;
use crate::data::raised::type_error;
use crate::data::{Raised, Res};

/// `a op b`, any comparison operator (`in`, `is` too).
#[inline]
pub fn compare(host: &mut dyn Host, op: CmpOp, a: &Value, b: &Value) -> Res<Value> {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) if (op as usize) <= CmpOp::Ge as usize => {
            return Ok(Value::Bool(holds(op, Some(x.cmp(y)))));
        }
        (Value::Float(x), Value::Float(y)) if (op as usize) <= CmpOp::Ge as usize => {
            return Ok(Value::Bool(holds(op, x.partial_cmp(y))));
        }
        _ => {}
    }
    match op {
        CmpOp::Is => Ok(Value::Bool(is_same(a, b))),
        CmpOp::IsNot => Ok(Value::Bool(!is_same(a, b))),
        CmpOp::In => contains(host, b, a).map(Value::Bool),
        CmpOp::NotIn => contains(host, b, a).map(|found| Value::Bool(!found)),
        _ => rich(host, op, a, b),
    }
}

/// Whether an order of two values satisfies an operator (`None`: they have no order, as NaN).
#[inline]
pub fn holds(op: CmpOp, order: Option<Ordering>) -> bool {
    match (op, order) {
        (CmpOp::Ne, None) => true,
        (_, None) => false,
        (CmpOp::Eq, Some(order)) => order.is_eq(),
        (CmpOp::Ne, Some(order)) => order.is_ne(),
        (CmpOp::Lt, Some(order)) => order.is_lt(),
        (CmpOp::Le, Some(order)) => order.is_le(),
        (CmpOp::Gt, Some(order)) => order.is_gt(),
        (CmpOp::Ge, Some(order)) => order.is_ge(),
        _ => false,
    }
}

/// The exact order of two Python numbers; `None` if one is no number, `Some(None)` with a NaN.
pub fn numbers(a: &Value, b: &Value) -> Option<Option<Ordering>> {
    match (a, b) {
        (Value::Float(x), Value::Float(y)) => return Some(x.partial_cmp(y)),
        (Value::Float(x), _) => return as_int(b).map(|y| int_float(y, *x).map(Ordering::reverse)),
        (_, Value::Float(y)) => return as_int(a).map(|x| int_float(x, *y)),
        _ => {}
    }
    Some(Some(match (as_int(a)?, as_int(b)?) {
        (IntRef::Small(x), IntRef::Small(y)) => x.cmp(&y),
        (x, y) => x.big().cmp(&y.big()),
    }))
}

fn int_float(int: IntRef<'_>, float: f64) -> Option<Ordering> {
    if float.is_nan() {
        return None;
    }
    if float.is_infinite() {
        return Some(if float > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    if let IntRef::Small(small) = int
        && small.unsigned_abs() <= 1 << 53
    {
        return (small as f64).partial_cmp(&float);
    }
    let whole: BigInt = number::exact(float.trunc())?;
    let order = int.big().as_ref().cmp(&whole);
    if order.is_ne() {
        return Some(order);
    }
    0f64.partial_cmp(&float.fract())
}

/// Equality that needs no user code: `None` where it might.
#[inline]
pub fn quick_eq(a: &Value, b: &Value) -> Option<bool> {
    quick_eq_within(a, b, 8)
}

fn quick_eq_within(a: &Value, b: &Value, depth: usize) -> Option<bool> {
    Some(match (a, b) {
        (Value::Int(x), Value::Int(y)) => x == y,
        (Value::Str(x), Value::Str(y)) => Rc::ptr_eq(x, y) || x.as_str() == y.as_str(),
        (Value::Instance(x), Value::Instance(y)) if Rc::ptr_eq(x, y) => true,
        (Value::Native(x), Value::Native(y)) if Rc::ptr_eq(x, y) => true,
        (Value::Instance(_) | Value::Native(_), _) | (_, Value::Instance(_) | Value::Native(_)) => return None,
        (Value::Tuple(x), Value::Tuple(y)) => {
            if Rc::ptr_eq(x, y) {
                return Some(true);
            }
            if depth == 0 {
                return None;
            }
            if x.items.len() != y.items.len() {
                return Some(false);
            }
            for (p, q) in x.items.iter().zip(y.items.iter()) {
                if !quick_eq_within(p, q, depth - 1)? {
                    return Some(false);
                }
            }
            true
        }
        (Value::Np(..), _) | (_, Value::Np(..)) => match np::compare(CmpOp::Eq, a, b) {
            Some(Value::Np(_, bits)) => bits != 0,
            _ => false,
        },
        (
            Value::List(_)
            | Value::Dict(_)
            | Value::Set(_)
            | Value::FrozenSet(_)
            | Value::Slice(_)
            | Value::Range(_)
            | Value::Method(_),
            _,
        ) => {
            if std::mem::discriminant(a) != std::mem::discriminant(b)
                && !matches!(b, Value::Set(_) | Value::FrozenSet(_))
            {
                return Some(false);
            }
            return if is_same(a, b) { Some(true) } else { None };
        }
        _ => match numbers(a, b) {
            Some(order) => holds(CmpOp::Eq, order) || is_same_float(a, b),
            None => is_same(a, b),
        },
    })
}

fn is_same_float(a: &Value, b: &Value) -> bool {
    // A NaN found by itself: Python compares identity first, and a float here has none but its bits.
    matches!((a, b), (Value::Float(x), Value::Float(y)) if x.to_bits() == y.to_bits())
}

/// `a is b or a == b`, as containers compare their items.
#[inline]
pub fn eq(host: &mut dyn Host, a: &Value, b: &Value) -> Res<bool> {
    match quick_eq(a, b) {
        Some(known) => Ok(known),
        None => eq_slow(host, a, b),
    }
}

#[inline(never)]
fn eq_slow(host: &mut dyn Host, a: &Value, b: &Value) -> Res<bool> {
    if is_same(a, b) {
        return Ok(true);
    }
    match rich(host, CmpOp::Eq, a, b)? {
        Value::Bool(known) => Ok(known),
        other => truth(host, &other),
    }
}

/// The order of two values that needs no user code: numbers that are no NaN, texts, tuples of them. `None` elsewhere.
#[inline]
pub fn quick_order(a: &Value, b: &Value) -> Option<Ordering> {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => Some(x.cmp(y)),
        (Value::Float(x), Value::Float(y)) => x.partial_cmp(y),
        (Value::Str(x), Value::Str(y)) => Some(x.as_str().cmp(y.as_str())),
        _ => quick_order_within(a, b, 8),
    }
}

fn quick_order_within(a: &Value, b: &Value, depth: usize) -> Option<Ordering> {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => Some(x.cmp(y)),
        (Value::Float(x), Value::Float(y)) => x.partial_cmp(y),
        (Value::Str(x), Value::Str(y)) => Some(x.as_str().cmp(y.as_str())),
        (Value::Tuple(x), Value::Tuple(y)) => {
            let depth = depth.checked_sub(1)?;
            for (p, q) in x.items.iter().zip(&y.items) {
                let order = quick_order_within(p, q, depth)?;
                if order.is_ne() {
                    return Some(order);
                }
            }
            Some(x.items.len().cmp(&y.items.len()))
        }
        (Value::Int(_) | Value::Float(_) | Value::Bool(_), Value::Int(_) | Value::Float(_) | Value::Bool(_)) => {
            numbers(a, b)?
        }
        _ => None,
    }
}

/// `bool(a < b)`, as `sorted` asks.
#[inline]
pub fn lt(host: &mut dyn Host, a: &Value, b: &Value) -> Res<bool> {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => Ok(x < y),
        (Value::Float(x), Value::Float(y)) => Ok(x < y),
        (Value::Str(x), Value::Str(y)) => Ok(x.as_str() < y.as_str()),
        _ => match rich(host, CmpOp::Lt, a, b)? {
            Value::Bool(known) => Ok(known),
            other => truth(host, &other),
        },
    }
}

/// `a is b`. Small immutable values without an address of their own are the same when equal.
pub fn is_same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::None, Value::None)
        | (Value::Ellipsis, Value::Ellipsis)
        | (Value::NotImplemented, Value::NotImplemented) => true,
        (Value::Bool(x), Value::Bool(y)) => x == y,
        (Value::Int(x), Value::Int(y)) => x == y,
        (Value::Float(x), Value::Float(y)) => x.to_bits() == y.to_bits(),
        (Value::Np(t, x), Value::Np(u, y)) => t == u && x == y,
        (Value::BigInt(x), Value::BigInt(y)) => Rc::ptr_eq(x, y),
        (Value::Str(x), Value::Str(y)) => Rc::ptr_eq(x, y) || (x.as_str().len() <= 1 && x.as_str() == y.as_str()),
        (Value::Tuple(x), Value::Tuple(y)) => Rc::ptr_eq(x, y) || (x.items.is_empty() && y.items.is_empty()),
        (Value::List(x), Value::List(y)) => Rc::ptr_eq(x, y),
        (Value::Dict(x), Value::Dict(y)) => Rc::ptr_eq(x, y),
        (Value::Set(x), Value::Set(y)) | (Value::FrozenSet(x), Value::FrozenSet(y)) => Rc::ptr_eq(x, y),
        (Value::Range(x), Value::Range(y)) => Rc::ptr_eq(x, y),
        (Value::Slice(x), Value::Slice(y)) => Rc::ptr_eq(x, y),
        (Value::Function(x), Value::Function(y)) => Rc::ptr_eq(x, y),
        (Value::Builtin(x), Value::Builtin(y)) => Rc::ptr_eq(x, y) || x.name == y.name,
        (Value::Method(x), Value::Method(y)) => Rc::ptr_eq(x, y),
        (Value::Class(x), Value::Class(y)) => Rc::ptr_eq(x, y),
        (Value::Type(x), Value::Type(y)) => std::ptr::eq(*x, *y),
        (Value::ExcType(x), Value::ExcType(y)) => x == y,
        (Value::Instance(x), Value::Instance(y)) => Rc::ptr_eq(x, y),
        (Value::Exception(x), Value::Exception(y)) => Rc::ptr_eq(x, y),
        (Value::Module(x), Value::Module(y)) => Rc::ptr_eq(x, y),
        (Value::Native(x), Value::Native(y)) => Rc::ptr_eq(x, y),
        _ => false,
    }
}

/// `==`, `!=`, `<` and their kin.
fn rich(host: &mut dyn Host, op: CmpOp, a: &Value, b: &Value) -> Res<Value> {
    if let (Value::Str(x), Value::Str(y)) = (a, b) {
        let order = match op {
            CmpOp::Eq | CmpOp::Ne if x.as_str().len() != y.as_str().len() => Ordering::Less,
            _ => x.as_str().cmp(y.as_str()),
        };
        return Ok(Value::Bool(holds(op, Some(order))));
    }
    if let Some(order) = numbers(a, b) {
        return Ok(Value::Bool(holds(op, order)));
    }
    if let (Value::Tuple(_), Value::Tuple(_)) = (a, b)
        && let Some(order) = quick_order(a, b)
    {
        return Ok(Value::Bool(holds(op, Some(order))));
    }
    if matches!(a, Value::Instance(_) | Value::Native(_)) || matches!(b, Value::Instance(_) | Value::Native(_)) {
        return overloaded(host, op, a, b);
    }
    if np::is_time(a) || np::is_time(b) {
        if let Some(made) = host.numpy(NumPyOp::Compare(op), &[a.clone(), b.clone()])? {
            return Ok(made);
        }
    } else if (matches!(a, Value::Np(..)) || matches!(b, Value::Np(..)))
        && let Some(made) = np::compare(op, a, b)
    {
        return Ok(made);
    }
    match contain::compare(host, op, a, b)? {
        Some(made) => Ok(Value::Bool(made)),
        None => by_identity(op, a, b),
    }
}

fn by_identity(op: CmpOp, a: &Value, b: &Value) -> Res<Value> {
    match op {
        CmpOp::Eq => Ok(Value::Bool(is_same(a, b))),
        CmpOp::Ne => Ok(Value::Bool(!is_same(a, b))),
        _ => Err(unordered(op, a, b)),
    }
}

fn unordered(op: CmpOp, a: &Value, b: &Value) -> Box<Raised> {
    let (left, right) = (type_name(a), type_name(b));
    type_error(format!("'{}' not supported between instances of '{left}' and '{right}'", op.symbol()))
}

/// Objects and natives, in Python's order: a subclass's method first.
fn overloaded(host: &mut dyn Host, op: CmpOp, a: &Value, b: &Value) -> Res<Value> {
    let mut asked = false;
    if let (Value::Instance(x), Value::Instance(y)) = (a, b)
        && !Rc::ptr_eq(&x.class, &y.class)
        && y.class.is_a(&x.class)
    {
        asked = true;
        if let Some(made) = side(host, op.swapped(), b, a)? {
            return Ok(made);
        }
    }
    if let Some(made) = side(host, op, a, b)? {
        return Ok(made);
    }
    if !asked && let Some(made) = side(host, op.swapped(), b, a)? {
        return Ok(made);
    }
    let (x, y) = (arith::unwrapped(a), arith::unwrapped(b));
    if !matches!(x, Value::Instance(_) | Value::Native(_)) && !matches!(y, Value::Instance(_) | Value::Native(_)) {
        let made = rich(host, op, x, y);
        return made.map_err(|raised| if x_is(a, x) && x_is(b, y) { raised } else { unordered_or(raised, op, a, b) });
    }
    by_identity(op, a, b)
}

fn x_is(a: &Value, x: &Value) -> bool {
    std::ptr::eq(a, x)
}

fn unordered_or(raised: Box<Raised>, op: CmpOp, a: &Value, b: &Value) -> Box<Raised> {
    if raised.message.contains("not supported between instances") && raised.object.is_none() {
        return unordered(op, a, b);
    }
    raised
}

fn side(host: &mut dyn Host, op: CmpOp, this: &Value, other: &Value) -> Res<Option<Value>> {
    match this {
        Value::Instance(_) => {
            let made = host.call_special(this, names::comparison(op), std::slice::from_ref(other))?;
            match made {
                Some(Value::NotImplemented) => Ok(None),
                Some(made) => Ok(Some(made)),
                None if op == CmpOp::Ne => {
                    let equal = host.call_special(this, names::names().eq, std::slice::from_ref(other))?;
                    match equal {
                        None | Some(Value::NotImplemented) => Ok(None),
                        Some(equal) => Ok(Some(Value::Bool(!truth(host, &equal)?))),
                    }
                }
                None => Ok(None),
            }
        }
        Value::Native(native) => {
            let made = native.0.compare(this, host, op, other)?;
            Ok(made.filter(|value| !matches!(value, Value::NotImplemented)))
        }
        _ => Ok(None),
    }
}

/// `item in container`.
pub fn contains(host: &mut dyn Host, container: &Value, item: &Value) -> Res<bool> {
    contain::contains(host, container, item)
}
