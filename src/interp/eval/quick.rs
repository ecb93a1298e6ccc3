//! Short ways of calls: builtins done in place.

use std::mem;
use std::rc::Rc;

use super::{Vm, put};
use crate::builtins::functions::sum_plain;
use crate::value::{Quick, Range, Str, TypeInfo, Value, types};

/// ASCII, and no element of an array, whose methods give plain texts.
fn is_plain(text: &Str) -> bool {
    text.is_ascii() && !text.is_numpy()
}

/// Constructors of one argument, sums, and methods of texts of ASCII without arguments.
#[inline]
fn of_one(quick: Quick, value: &Value) -> Option<Value> {
    Some(match (quick, value) {
        (Quick::Sum, Value::List(list)) => sum_plain(&list.items.borrow())?,
        (Quick::NewInt, Value::Str(text)) => Value::Int(digits(text.as_str().as_bytes())?),
        (Quick::NewInt, Value::Int(x)) => Value::Int(*x),
        (Quick::NewInt, Value::Float(x)) if x.abs() < 9e18 => Value::Int(*x as i64),
        (Quick::NewFloat, Value::Int(x)) => Value::Float(*x as f64),
        (Quick::NewFloat, Value::Float(x)) => Value::Float(*x),
        (Quick::NewStr, Value::Int(x)) => Value::Str(Rc::new(Str::of_int(*x))),
        (Quick::NewStr, Value::Str(text)) if !text.is_numpy() => Value::Str(text.clone()),
        (Quick::NewRange, Value::Int(stop)) => Value::from(Range { start: 0, stop: *stop, step: 1 }),
        (Quick::Strip, Value::Str(text)) if is_plain(text) => {
            let whole = text.as_str();
            let part = whole.trim_matches(|c: char| matches!(c as u32, 9..=13 | 0x1c..=0x20));
            if part.len() == whole.len() { Value::Str(text.clone()) } else { Value::Str(Rc::new(text.part(part))) }
        }
        (Quick::Lower, Value::Str(text)) if is_plain(text) => {
            if !text.as_str().bytes().any(|byte| byte.is_ascii_uppercase()) {
                return Some(Value::Str(text.clone()));
            }
            Value::Str(Rc::new(text.in_case(str::make_ascii_lowercase)))
        }
        (Quick::Upper, Value::Str(text)) if is_plain(text) => {
            if !text.as_str().bytes().any(|byte| byte.is_ascii_lowercase()) {
                return Some(Value::Str(text.clone()));
            }
            Value::Str(Rc::new(text.in_case(str::make_ascii_uppercase)))
        }
        _ => return None,
    })
}

/// A decimal number that surely fits, with nothing around it.
fn digits(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        all => (false, all),
    };
    if digits.is_empty() || digits.len() > 18 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let number = digits.iter().fold(0i64, |number, digit| number * 10 + i64::from(digit - b'0'));
    Some(if negative { -number } else { number })
}

/// The short way of what makes objects of a built-in class.
pub(super) fn of_class(info: &'static TypeInfo) -> Quick {
    let known = [
        (&types::INT, Quick::NewInt),
        (&types::FLOAT, Quick::NewFloat),
        (&types::STR, Quick::NewStr),
        (&types::RANGE, Quick::NewRange),
        (&types::LIST, Quick::NewList),
        (&types::SET, Quick::NewSet),
    ];
    known.into_iter().find(|(class, _)| std::ptr::eq(*class, info)).map_or(Quick::None, |(_, quick)| quick)
}

/// `list.append(value)`; whether it was one.
#[inline]
pub(super) fn append(row: &mut [Value]) -> bool {
    let [Value::List(list), value] = row else { return false };
    list.items.borrow_mut().push(mem::take(value));
    if let Some(list) = row.first_mut() {
        put::gone(list);
    }
    true
}

/// What a builtin makes of arguments of the plain kind, where they stand; `None`: its row is asked.
#[inline(never)]
pub(super) fn call(quick: Quick, row: &mut [Value]) -> Option<Value> {
    match (quick, &mut *row) {
        (Quick::Append, _) => append(row).then_some(Value::None),
        (Quick::Len, [value]) => {
            let length = match value {
                Value::List(list) => list.items.borrow().len(),
                Value::Str(text) => text.chars(),
                Value::Tuple(tuple) => tuple.items.len(),
                Value::Dict(dict) => dict.table.borrow().live,
                _ => return None,
            };
            *value = Value::Unbound;
            Some(Value::Int(length as i64))
        }
        (Quick::DictGet, [dict, key, rest @ ..]) => {
            let found = match (&*dict, rest.len()) {
                (Value::Dict(dict), 0 | 1) => dict.table.borrow().get_quick(key)?.cloned(),
                _ => return None,
            };
            *dict = Value::Unbound;
            *key = Value::Unbound;
            let default = rest.first_mut().map_or(Value::None, mem::take);
            Some(found.unwrap_or(default))
        }
        (Quick::Ord, [value]) => {
            let Some([byte]) = value.as_str().map(str::as_bytes) else { return None };
            let code = Value::Int(i64::from(*byte));
            *value = Value::Unbound;
            Some(code)
        }
        (Quick::Chr, [Value::Int(code @ 0..=127)]) => Some(crate::value::iter::char_value(char::from(*code as u8))),
        (Quick::Abs, [Value::Float(x)]) => Some(Value::Float(x.abs())),
        (Quick::Abs, [Value::Int(x)]) => x.checked_abs().map(Value::Int),
        (Quick::NewList, []) => Some(Value::list(Vec::new())),
        (Quick::NewSet, []) => Some(Value::Set(Rc::default())),
        (Quick::Pop, [list, rest @ ..]) => {
            let Value::List(own) = &*list else { return None };
            let mut items = own.items.borrow_mut();
            let popped = match rest {
                [] => items.pop()?,
                [Value::Int(at)] if (*at as usize) < items.len() => items.remove(*at as usize),
                _ => return None,
            };
            drop(items);
            put::any(list, Value::Unbound);
            Some(popped)
        }
        (_, [value]) => {
            let made = of_one(quick, value)?;
            put::any(value, Value::Unbound);
            Some(made)
        }
        (Quick::NewRange, [Value::Int(start), Value::Int(stop)]) => {
            Some(Value::from(Range { start: *start, stop: *stop, step: 1 }))
        }
        (Quick::StartsWith | Quick::EndsWith, [text, with]) => {
            let (whole, part) = (text.as_str()?, with.as_str()?);
            let found = if quick == Quick::EndsWith { whole.ends_with(part) } else { whole.starts_with(part) };
            put::any(text, Value::Unbound);
            put::any(with, Value::Unbound);
            Some(Value::Bool(found))
        }
        _ => None,
    }
}

impl Vm {
    /// As [`call`], unless somebody stands between the machine and the builtins.
    #[inline]
    pub(super) fn call_quick(&mut self, quick: Quick, args: usize, count: usize) -> Option<Value> {
        if quick == Quick::None || self.watch.is_some() {
            return None;
        }
        call(quick, self.stack.get_mut(args..args + count)?)
    }
}
