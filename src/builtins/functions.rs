//! Builtin functions of values: `len`, `repr`, `abs`, `round`, `sum`, `min`, `isinstance`, `getattr` and their kin.

use super::args::{at, given, inner, text};
use super::{Row, row};
use crate::data::ops::{BinOp, CmpOp};
use crate::data::raised::{type_error, value_error};
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::value::{Host, Value, arith, compare, format, hash, index, iter, kind, repr, types};

/// The rows.
pub const ROWS: &[Row] = &[
    row("len", |h, a| Ok(super::args::length(kind::len(h, at(a, 0))?))),
    row("repr", |h, a| Ok(Value::str(repr::repr(h, at(a, 0))?))),
    row("ascii", |h, a| Ok(Value::str(repr::ascii(h, at(a, 0))?))),
    row("format", |h, a| {
        let Value::Str(spec) = inner(at(a, 1)) else {
            let class = kind::type_name(at(a, 1));
            return Err(type_error(format!("format() argument 2 must be str, not {class}")));
        };
        Ok(Value::str(format::format(h, at(a, 0), spec.as_str())?))
    }),
    row("hash", |h, a| Ok(Value::Int(hash::hash(h, at(a, 0))? as i64))),
    row("id", |_, a| Ok(Value::Int(address(at(a, 0)) as i64))),
    row("abs", |h, a| arith::abs(h, at(a, 0))),
    row("divmod", divmod),
    row("pow", |h, a| match at(a, 2) {
        Value::None => arith::binary(h, BinOp::Pow, at(a, 0), at(a, 1)),
        m => arith::pow_mod(h, at(a, 0), at(a, 1), m),
    }),
    row("callable", |_, a| Ok(Value::Bool(kind::callable(at(a, 0))))),
    row("isinstance", |h, a| Ok(Value::Bool(kind::isinstance(h, at(a, 0), at(a, 1))?))),
    row("issubclass", |h, a| Ok(Value::Bool(kind::issubclass(h, at(a, 0), at(a, 1))?))),
    row("type", |_, _| Ok(Value::Type(&types::TYPE))),
    row("type.__new__", |_, a| Ok(kind::type_of(at(a, 1)))),
    row("any", |h, a| any_all(h, a, true)),
    row("all", |h, a| any_all(h, a, false)),
    row("sum", sum),
    row("min", |h, a| extreme(h, a, CmpOp::Lt, "min")),
    row("max", |h, a| extreme(h, a, CmpOp::Gt, "max")),
    row("chr", |h, a| {
        let code = index::as_index(h, at(a, 0))?;
        match u32::try_from(code).ok().and_then(char::from_u32) {
            Some(c) => Ok(iter::char_value(c)),
            None => Err(value_error("chr() arg not in range(0x110000)")),
        }
    }),
    row("ord", ord),
    row("hex", |h, a| radix(h, at(a, 0), "0x", 16)),
    row("oct", |h, a| radix(h, at(a, 0), "0o", 8)),
    row("bin", |h, a| radix(h, at(a, 0), "0b", 2)),
    row("getattr", |h, a| {
        let name = attribute_name(a)?;
        match (h.getattr(at(a, 0), name), given(a, 2)) {
            (Err(raised), Some(default)) if raised.class.is_a(ExcClass::AttributeError) => Ok(default.clone()),
            (found, _) => found,
        }
    }),
    row("hasattr", |h, a| {
        let name = attribute_name(a)?;
        match h.getattr(at(a, 0), name) {
            Ok(_) => Ok(Value::Bool(true)),
            Err(raised) if raised.class.is_a(ExcClass::AttributeError) => Ok(Value::Bool(false)),
            Err(raised) => Err(raised),
        }
    }),
    row("setattr", |h, a| {
        let name = attribute_name(a)?;
        h.setattr(at(a, 0), name, at(a, 2))?;
        super::args::nothing()
    }),
    row("delattr", |h, a| {
        let name = attribute_name(a)?;
        h.delattr(at(a, 0), name)?;
        super::args::nothing()
    }),
];

fn attribute_name(a: &[Value]) -> Res<Sym> {
    match inner(at(a, 1)) {
        Value::Str(name) => Ok(Sym::new(name.as_str())),
        v => Err(type_error(format!("attribute name must be string, not '{}'", kind::type_name(v)))),
    }
}

/// A number that tells live objects apart.
pub fn address(v: &Value) -> u64 {
    use std::rc::Rc;
    let of = |p: *const u8| p as u64;
    match v {
        Value::Str(p) => of(Rc::as_ptr(p).cast()),
        Value::BigInt(p) => of(Rc::as_ptr(p).cast()),
        Value::Tuple(p) => of(Rc::as_ptr(p).cast()),
        Value::List(p) => of(Rc::as_ptr(p).cast()),
        Value::Dict(p) => of(Rc::as_ptr(p).cast()),
        Value::Set(p) | Value::FrozenSet(p) => of(Rc::as_ptr(p).cast()),
        Value::Range(p) => of(Rc::as_ptr(p).cast()),
        Value::Slice(p) => of(Rc::as_ptr(p).cast()),
        Value::Function(p) => of(Rc::as_ptr(p).cast()),
        Value::Builtin(p) => of(Rc::as_ptr(p).cast()),
        Value::Method(p) => of(Rc::as_ptr(p).cast()),
        Value::Class(p) => of(Rc::as_ptr(p).cast()),
        Value::Type(p) => of(std::ptr::from_ref(*p).cast()),
        Value::Instance(p) => of(Rc::as_ptr(p).cast()),
        Value::Exception(p) => of(Rc::as_ptr(p).cast()),
        Value::Module(p) => of(Rc::as_ptr(p).cast()),
        Value::Native(p) => of(Rc::as_ptr(p).cast()),
        // Small values have no place of their own: equal ones are the same object.
        Value::Int(v) => 0x1000_0000 + (*v as u64).wrapping_mul(32) % (1 << 46),
        Value::Float(v) => 0x2000_0000 + (v.to_bits() >> 2) % (1 << 46),
        Value::Np(_, bits) => 0x3000_0000 + (bits >> 2) % (1 << 46),
        Value::Bool(v) => 0x0900_0000 + u64::from(*v) * 32,
        Value::ExcType(class) => 0x0a00_0000 + (*class as u64) * 32,
        Value::None => 0x0950_0000,
        Value::Ellipsis => 0x0951_0000,
        Value::NotImplemented => 0x0952_0000,
        Value::Unbound => 0,
    }
}

fn divmod(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (x, y) = (at(a, 0), at(a, 1));
    let real = |v: &Value| matches!(v, Value::Float(_) | Value::Int(_) | Value::Bool(_));
    if real(x) && real(y) && (matches!(x, Value::Float(_)) || matches!(y, Value::Float(_))) {
        let (x, y) = (kind::to_float(host, x)?, kind::to_float(host, y)?);
        if y == 0.0 {
            return Err(Raised::new(ExcClass::ZeroDivisionError, "float divmod()"));
        }
        let (quotient, remainder) = crate::value::number::float_divmod(x, y);
        return Ok(Value::tuple([Value::Float(quotient), Value::Float(remainder)]));
    }
    for (this, other, method) in [(x, y, "__divmod__"), (y, x, "__rdivmod__")] {
        if let Value::Instance(_) = this
            && let Some(found) = host.call_special(this, Sym::new(method), std::slice::from_ref(other))?
            && !matches!(found, Value::NotImplemented)
        {
            return Ok(found);
        }
    }
    let wrong = |raised: Box<Raised>| match raised.message.starts_with("unsupported operand type(s) for //: ") {
        true => type_error(raised.message.replacen("for //:", "for divmod():", 1)),
        false => raised,
    };
    let quotient = arith::binary(host, BinOp::FloorDiv, x, y).map_err(wrong)?;
    Ok(Value::tuple([quotient, arith::binary(host, BinOp::Mod, x, y)?]))
}

fn any_all(host: &mut dyn Host, a: &[Value], stop_at: bool) -> Res<Value> {
    let it = iter::iter(host, at(a, 0))?;
    while let Some(item) = iter::next(host, &it)? {
        if kind::truth(host, &item)? == stop_at {
            return Ok(Value::Bool(stop_at));
        }
    }
    Ok(Value::Bool(!stop_at))
}

fn sum(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let mut total = at(a, 1).clone();
    if matches!(inner(&total), Value::Str(_)) {
        return Err(type_error("sum() can't sum strings [use ''.join(seq) instead]"));
    }
    if let Value::Range(range) = at(a, 0) {
        return sum_range(host, range, &total);
    }
    let done = match at(a, 0) {
        Value::List(list) => sum_numbers(&mut total, &list.items.borrow()),
        Value::Tuple(tuple) => sum_numbers(&mut total, &tuple.items),
        _ => None,
    };
    if let Some(true) = done {
        return Ok(total);
    }
    let it = iter::iter(host, at(a, 0))?;
    while let Some(item) = iter::next(host, &it)? {
        total = match (&total, &item) {
            (Value::Float(x), Value::Float(y)) => Value::Float(x + y),
            (Value::Int(x), Value::Int(y)) if let Some(z) = x.checked_add(*y) => Value::Int(z),
            (x, y) => arith::binary(host, BinOp::Add, x, y)?,
        };
    }
    Ok(total)
}

/// The sum of numbers of one kind; `None`: there are none, or others, or it is large.
pub fn sum_plain(items: &[Value]) -> Option<Value> {
    let mut total = Value::Int(0);
    sum_numbers(&mut total, items)?.then_some(total)
}

/// Add numbers of one kind to a total of that kind; `Some(false)`, the total being as it was, where they are of others.
fn sum_numbers(total: &mut Value, items: &[Value]) -> Option<bool> {
    let sum = match (&*total, items.first()?) {
        (Value::Int(start), Value::Int(_)) => {
            let add = |sum: i64, item: &Value| if let Value::Int(x) = item { sum.checked_add(*x) } else { None };
            items.iter().try_fold(*start, add).map(Value::Int)
        }
        (Value::Int(start), Value::Float(_)) if start.unsigned_abs() < 1 << 53 => {
            let add = |sum: f64, item: &Value| if let Value::Float(x) = item { Some(sum + *x) } else { None };
            items.iter().try_fold(*start as f64, add).map(Value::Float)
        }
        (Value::Float(start), Value::Float(_)) => {
            let add = |sum: f64, item: &Value| if let Value::Float(x) = item { Some(sum + *x) } else { None };
            items.iter().try_fold(*start, add).map(Value::Float)
        }
        _ => None,
    };
    match sum {
        Some(sum) => {
            *total = sum;
            Some(true)
        }
        None => Some(false),
    }
}

fn sum_range(host: &mut dyn Host, range: &crate::value::Range, start: &Value) -> Res<Value> {
    let count = num_bigint::BigInt::from(range.len());
    let steps = &count * (&count - 1) / 2;
    let total = count * range.start + steps * range.step;
    arith::binary(host, BinOp::Add, start, &Value::big(total))
}

/// `min` and `max`: slots are `key`, `default` and `*args`.
fn extreme(host: &mut dyn Host, a: &[Value], op: CmpOp, name: &str) -> Res<Value> {
    let (key, args) = (at(a, 0), super::args::rest(a, 2));
    let it = match args {
        [] => return Err(type_error(format!("{name} expected at least 1 argument, got 0"))),
        [one] => iter::iter(host, one)?,
        _ if given(a, 1).is_some() => {
            let message = format!("Cannot specify a default for {name}() with multiple positional arguments");
            return Err(type_error(message));
        }
        many => iter::over(many.to_vec()),
    };
    if let (Value::None, [one]) = (key, args)
        && let Some(found) = quick_extreme(one, op)
    {
        return Ok(found);
    }
    let mut best: Option<(Value, Value)> = None;
    while let Some(item) = iter::next(host, &it)? {
        let by = match key {
            Value::None => item.clone(),
            key => host.call(key, std::slice::from_ref(&item), &[])?,
        };
        let better = match &best {
            None => true,
            Some((_, known)) => match (&by, known) {
                (Value::Int(x), Value::Int(y)) => {
                    if op == CmpOp::Lt {
                        x < y
                    } else {
                        x > y
                    }
                }
                (x, y) => {
                    let found = compare::compare(host, op, x, y)?;
                    kind::truth(host, &found)?
                }
            },
        };
        if better {
            best = Some((item, by));
        }
    }
    match (best, given(a, 1)) {
        (Some((item, _)), _) => Ok(item),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(value_error(format!("{name}() arg is an empty sequence"))),
    }
}

/// The extreme of a list or tuple whose items need no user code; `None` where they do, or there are none.
fn quick_extreme(v: &Value, op: CmpOp) -> Option<Value> {
    let wanted = if op == CmpOp::Lt { std::cmp::Ordering::Less } else { std::cmp::Ordering::Greater };
    let of = |items: &[Value]| {
        let mut best = items.first()?;
        for item in items.iter().skip(1) {
            if compare::quick_order(item, best)? == wanted {
                best = item;
            }
        }
        Some(best.clone())
    };
    match v {
        Value::List(list) => of(&list.items.borrow()),
        Value::Tuple(tuple) => of(&tuple.items),
        _ => None,
    }
}

fn ord(_: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let Value::Str(found) = inner(at(a, 0)) else {
        let class = kind::type_name(at(a, 0));
        return Err(type_error(format!("ord() expected string of length 1, but {class} found")));
    };
    let mut chars = found.as_str().chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => Ok(Value::Int(i64::from(c as u32))),
        _ => {
            let count = text("ord()", a, 0)?.chars();
            Err(type_error(format!("ord() expected a character, but string of length {count} found")))
        }
    }
}

fn radix(host: &mut dyn Host, v: &Value, prefix: &str, base: u32) -> Res<Value> {
    let Some(v) = index::try_index(host, v)? else {
        let class = kind::type_name(v);
        return Err(type_error(format!("'{class}' object cannot be interpreted as an integer")));
    };
    let Some(found) = crate::value::number::as_int(&v) else { return Err(type_error("an integer is required")) };
    let big = found.big();
    let sign = if big.sign() == num_bigint::Sign::Minus { "-" } else { "" };
    Ok(Value::str(format!("{sign}{prefix}{}", big.magnitude().to_str_radix(base))))
}
