//! Binary, in-place and unary operators: the fast cases, then Python's order of special methods.

use std::rc::Rc;

use super::host::NumPyOp;
use super::kind::type_name;
use super::number::{self, as_int};
use super::{Host, Value, names, np, seqops};
use crate::data::ops::{BinOp, UnOp};
use crate::data::raised::type_error;
use crate::data::{Raised, Res};

/// `a op b`.
#[inline]
pub fn binary(host: &mut dyn Host, op: BinOp, a: &Value, b: &Value) -> Res<Value> {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => {
            if op == BinOp::Pow && *y > MODEST_POWER {
                return general(host, op, a, b, false);
            }
            if let Some(made) = number::small(op, *x, *y) {
                return made;
            }
        }
        (Value::Float(x), Value::Float(y)) => match op {
            BinOp::Add => return Ok(Value::Float(x + y)),
            BinOp::Sub => return Ok(Value::Float(x - y)),
            BinOp::Mul => return Ok(Value::Float(x * y)),
            _ => {}
        },
        _ => {}
    }
    general(host, op, a, b, false)
}

/// `a op= b`: the value to assign.
pub fn inplace(host: &mut dyn Host, op: BinOp, a: &Value, b: &Value) -> Res<Value> {
    match a {
        Value::Int(_) | Value::Float(_) | Value::Bool(_)
            if matches!(b, Value::Int(_) | Value::Float(_) | Value::Bool(_)) =>
        {
            return binary(host, op, a, b);
        }
        Value::List(_) | Value::Set(_) | Value::Dict(_) => {
            if let Some(made) = seqops::inplace(host, op, a, b)? {
                return Ok(made);
            }
        }
        Value::Instance(instance) => {
            if let Some(made) = special(host, a, names::inplace(op), b)? {
                return Ok(made);
            }
            let payload = instance.payload.clone();
            if matches!(payload, Value::List(_) | Value::Set(_) | Value::Dict(_)) {
                let reflected = special(host, b, names::reflected(op), a)?;
                if reflected.is_none() && seqops::inplace(host, op, &payload, b)?.is_some() {
                    return Ok(a.clone());
                }
            }
        }
        Value::Native(native) => {
            if let Some(made) = native.0.inplace(a, host, op, b)? {
                return Ok(made);
            }
        }
        _ => {}
    }
    general(host, op, a, b, true)
}

/// Call a user's special method; `None` when there is none or it gives `NotImplemented`.
fn special(host: &mut dyn Host, this: &Value, name: crate::data::Sym, other: &Value) -> Res<Option<Value>> {
    let Value::Instance(_) = this else { return Ok(None) };
    let made = host.call_special(this, name, std::slice::from_ref(other))?;
    Ok(made.filter(|value| !matches!(value, Value::NotImplemented)))
}

/// The built-in value inside an object of a user's subclass of a built-in class.
pub fn unwrapped(v: &Value) -> &Value {
    match v {
        Value::Instance(instance) if !matches!(instance.payload, Value::None | Value::Exception(_)) => {
            &instance.payload
        }
        _ => v,
    }
}

/// Powers of 64-bit integers up to here take no time.
const MODEST_POWER: i64 = 10_000;

#[inline(never)]
fn general(host: &mut dyn Host, op: BinOp, a: &Value, b: &Value, assign: bool) -> Res<Value> {
    if (op == BinOp::Pow || matches!(a, Value::BigInt(_)))
        && let Some(work) = number::long(op, a, b)
    {
        return super::pause::abandonable(host, work).map(Value::big);
    }
    // A text before `%` formats what stands behind it, a lazy array too.
    if let (BinOp::Mod, Value::Str(_), Value::Native(_)) = (op, a, b)
        && let Some(made) = seqops::binary(host, op, a, b)?
    {
        return Ok(made);
    }
    if let Some(made) = number::binary(op, a, b) {
        return made;
    }
    let open = |v: &Value| matches!(v, Value::Instance(_) | Value::Native(_));
    if !open(a) && !open(b) {
        if let Some(made) = plain(host, op, a, b)? {
            return Ok(made);
        }
        return Err(unsupported(op, a, b, assign));
    }
    if let Some(made) = overloaded(host, op, a, b)? {
        return Ok(made);
    }
    // Objects of subclasses of built-in classes work as these do.
    if let Some(made) = number::binary(op, unwrapped(a), unwrapped(b)) {
        return made;
    }
    if let Some(made) = plain(host, op, unwrapped(a), unwrapped(b))? {
        return Ok(made);
    }
    Err(unsupported(op, a, b, assign))
}

/// The special methods of objects and natives, in Python's order: the right one's first if its class is a subclass.
fn overloaded(host: &mut dyn Host, op: BinOp, a: &Value, b: &Value) -> Res<Option<Value>> {
    if op == BinOp::Mod && matches!(a, Value::Str(_)) && !matches!(b, Value::Native(_)) {
        return Ok(None);
    }
    let (mut right_first, mut same) = (false, false);
    if let Value::Instance(right) = b {
        match a {
            Value::Instance(left) => {
                same = Rc::ptr_eq(&left.class, &right.class);
                right_first = !same && right.class.is_a(&left.class);
            }
            _ => right_first = !matches!(right.payload, Value::None) && same_kind(a, &right.payload),
        }
    }
    if right_first && let Some(made) = side(host, op, b, a, true)? {
        return Ok(Some(made));
    }
    if let Some(made) = side(host, op, a, b, false)? {
        return Ok(Some(made));
    }
    if right_first || same {
        return Ok(None);
    }
    side(host, op, b, a, true)
}

fn same_kind(a: &Value, b: &Value) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
}

fn side(host: &mut dyn Host, op: BinOp, this: &Value, other: &Value, reflected: bool) -> Res<Option<Value>> {
    match this {
        Value::Instance(_) => {
            let name = if reflected { names::reflected(op) } else { names::method(op) };
            special(host, this, name, other)
        }
        Value::Native(native) => {
            let made = native.0.binary(this, host, op, other, reflected)?;
            Ok(made.filter(|value| !matches!(value, Value::NotImplemented)))
        }
        _ => Ok(None),
    }
}

/// Built-in values that are not both numbers.
fn plain(host: &mut dyn Host, op: BinOp, a: &Value, b: &Value) -> Res<Option<Value>> {
    if np::is_time(a) || np::is_time(b) {
        if let Some(made) = host.numpy(NumPyOp::Binary(op), &[a.clone(), b.clone()])? {
            return Ok(Some(made));
        }
    } else if (matches!(a, Value::Np(..)) || matches!(b, Value::Np(..)))
        && let Some(made) = np::binary(op, a, b)?
    {
        return Ok(Some(made));
    }
    seqops::binary(host, op, a, b)
}

/// What no one supports.
fn unsupported(op: BinOp, a: &Value, b: &Value, assign: bool) -> Box<Raised> {
    let (left, right) = (type_name(a), type_name(b));
    let (inner, other) = (unwrapped(a), unwrapped(b));
    if op == BinOp::Add {
        let class = match inner {
            Value::Str(_) => "str",
            Value::List(_) => "list",
            Value::Tuple(_) => "tuple",
            _ => "",
        };
        if !class.is_empty() {
            return type_error(format!("can only concatenate {class} (not \"{right}\") to {class}"));
        }
    }
    if op == BinOp::Mul {
        let sequence = |v: &Value| matches!(v, Value::Str(_) | Value::List(_) | Value::Tuple(_));
        if sequence(inner) {
            return type_error(format!("can't multiply sequence by non-int of type '{right}'"));
        }
        if sequence(other) {
            return type_error(format!("can't multiply sequence by non-int of type '{left}'"));
        }
    }
    let symbol = match (op, assign) {
        (BinOp::Pow, false) => "** or pow()".to_owned(),
        (_, false) => op.symbol().to_owned(),
        (_, true) => format!("{}=", op.symbol()),
    };
    type_error(format!("unsupported operand type(s) for {symbol}: '{left}' and '{right}'"))
}

/// `-a`, `+a`, `~a`.
pub fn unary(host: &mut dyn Host, op: UnOp, a: &Value) -> Res<Value> {
    match (op, a) {
        (UnOp::Neg, Value::Int(x)) => {
            return Ok(match x.checked_neg() {
                Some(made) => Value::Int(made),
                None => Value::big(-num_bigint::BigInt::from(*x)),
            });
        }
        (UnOp::Neg, Value::Float(x)) => return Ok(Value::Float(-x)),
        (UnOp::Pos, Value::Float(_)) => return Ok(a.clone()),
        (_, Value::Np(dtype, _)) if dtype.is_time() => {
            if let Some(made) = host.numpy(NumPyOp::Unary(op.method()), std::slice::from_ref(a))? {
                return Ok(made);
            }
        }
        (_, Value::Np(dtype, bits)) => {
            if let Some(made) = np::unary(op, *dtype, *bits)? {
                return Ok(made);
            }
        }
        (UnOp::Neg | UnOp::Pos, Value::Dict(dict)) => {
            if let Some(made) = seqops::counter_unary(host, op, dict)? {
                return Ok(made);
            }
        }
        (_, Value::Native(native)) => {
            if let Some(made) = native.0.unary(a, host, op.method())? {
                return Ok(made);
            }
        }
        (_, Value::Instance(instance)) => {
            if let Some(made) = host.call_special(a, names::unary(op), &[])? {
                return Ok(made);
            }
            if !matches!(instance.payload, Value::None) {
                let payload = instance.payload.clone();
                return unary(host, op, &payload);
            }
        }
        _ => {}
    }
    if let Some(int) = as_int(a) {
        return Ok(match op {
            UnOp::Neg => Value::big(-int.big().into_owned()),
            UnOp::Pos => int.value(),
            UnOp::Invert => match int {
                number::IntRef::Small(small) => Value::Int(!small),
                number::IntRef::Big(big) => Value::big(-(big + 1u8)),
            },
        });
    }
    Err(type_error(format!("bad operand type for unary {}: '{}'", op.symbol(), type_name(a))))
}

/// `abs(a)`.
pub fn abs(host: &mut dyn Host, a: &Value) -> Res<Value> {
    match a {
        Value::Float(x) => return Ok(Value::Float(x.abs())),
        Value::Np(dtype, _) if dtype.is_time() => {
            if let Some(made) = host.numpy(NumPyOp::Unary("__abs__"), std::slice::from_ref(a))? {
                return Ok(made);
            }
        }
        Value::Np(dtype, bits) => return Ok(np::abs(*dtype, *bits)),
        Value::Native(native) => {
            if let Some(made) = native.0.unary(a, host, "__abs__")? {
                return Ok(made);
            }
        }
        Value::Instance(_) => {
            if let Some(made) = host.call_special(a, names::names().abs, &[])? {
                return Ok(made);
            }
        }
        _ => {}
    }
    if let Some(int) = as_int(a) {
        return Ok(match int {
            number::IntRef::Small(small) if small != i64::MIN => Value::Int(small.abs()),
            other => Value::big(num_traits::Signed::abs(other.big().as_ref())),
        });
    }
    Err(type_error(format!("bad operand type for abs(): '{}'", type_name(a))))
}

/// `pow(a, b, m)`.
pub fn pow_mod(host: &mut dyn Host, a: &Value, b: &Value, m: &Value) -> Res<Value> {
    if matches!(m, Value::None) {
        return binary(host, BinOp::Pow, a, b);
    }
    if let Value::Instance(_) = a
        && let Some(made) = host.call_special(a, names::names().pow, &[b.clone(), m.clone()])?
        && !matches!(made, Value::NotImplemented)
    {
        return Ok(made);
    }
    match (as_int(a), as_int(b), as_int(m)) {
        (Some(a), Some(b), Some(m)) => number::pow_mod(&a.big(), &b.big(), &m.big()),
        _ if [a, b, m].iter().all(|v| number::as_f64(v).is_some()) => {
            Err(type_error("pow() 3rd argument not allowed unless all arguments are integers"))
        }
        _ => Err(type_error(format!(
            "unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'",
            type_name(a),
            type_name(b),
            type_name(m)
        ))),
    }
}
