//! Arguments of rows: the value in a slot as what the row needs, or the exception Python raises.

use std::rc::Rc;

use crate::data::raised::type_error;
use crate::data::{Raised, Res, Sym};
use crate::value::{DictObj, Host, ListObj, SetObj, Str, Tuple, Value, dict, index, kind};

/// What a missing slot holds.
pub const NONE: &Value = &Value::None;

/// The value in a slot.
#[inline]
pub fn at(a: &[Value], slot: usize) -> &Value {
    a.get(slot).unwrap_or(NONE)
}

/// The value in a slot whose declared default is `...`: `None` when it was not given.
pub fn given(a: &[Value], slot: usize) -> Option<&Value> {
    a.get(slot).filter(|v| !matches!(v, Value::Ellipsis))
}

/// The value in a slot, unless it is `None`.
pub fn some(a: &[Value], slot: usize) -> Option<&Value> {
    a.get(slot).filter(|v| !matches!(v, Value::None))
}

/// `True` or `False` by truth.
pub fn flag(host: &mut dyn Host, a: &[Value], slot: usize) -> Res<bool> {
    kind::truth(host, at(a, slot))
}

/// An integer, by `__index__`.
pub fn int(host: &mut dyn Host, a: &[Value], slot: usize) -> Res<i64> {
    match at(a, slot) {
        Value::Int(v) => Ok(*v),
        v => index::as_index(host, v),
    }
}

/// A float: numbers only, as C functions of Python take them.
pub fn float(host: &mut dyn Host, v: &Value) -> Res<f64> {
    match v {
        Value::Float(x) => Ok(*x),
        Value::Int(x) => Ok(*x as f64),
        Value::Str(_) => Err(type_error("must be real number, not str")),
        _ => match kind::real(host, v)? {
            Some(x) => Ok(x),
            None => Err(type_error(format!("must be real number, not {}", kind::type_name(v)))),
        },
    }
}

/// The built-in value inside an object of a user's subclass, or the value itself.
pub fn inner(v: &Value) -> &Value {
    match v {
        Value::Instance(object) if !matches!(object.payload, Value::None) => &object.payload,
        v => v,
    }
}

fn descriptor(method: &str, class: &str, v: &Value) -> Box<Raised> {
    type_error(format!(
        "descriptor '{method}' for '{class}' objects doesn't apply to a '{}' object",
        kind::type_name(v)
    ))
}

/// `self` of a method of `str`.
pub fn this_str(a: &[Value]) -> Res<&Rc<Str>> {
    match inner(at(a, 0)) {
        Value::Str(text) => Ok(text),
        v => Err(descriptor("str", "str", v)),
    }
}

/// `self` of a method of `list`.
pub fn this_list(a: &[Value]) -> Res<&Rc<ListObj>> {
    match inner(at(a, 0)) {
        Value::List(list) => Ok(list),
        v => Err(descriptor("list", "list", v)),
    }
}

/// `self` of a method of `tuple`.
pub fn this_tuple(a: &[Value]) -> Res<&Rc<Tuple>> {
    match inner(at(a, 0)) {
        Value::Tuple(tuple) => Ok(tuple),
        v => Err(descriptor("tuple", "tuple", v)),
    }
}

/// `self` of a method of `dict`.
pub fn this_dict(a: &[Value]) -> Res<&Rc<DictObj>> {
    match inner(at(a, 0)) {
        Value::Dict(dict) => Ok(dict),
        v => Err(descriptor("dict", "dict", v)),
    }
}

/// `self` of a method of `set` or `frozenset`.
pub fn this_set(a: &[Value]) -> Res<&Rc<SetObj>> {
    match inner(at(a, 0)) {
        Value::Set(set) | Value::FrozenSet(set) => Ok(set),
        v => Err(descriptor("set", "set", v)),
    }
}

/// A text, for a function that says `name() argument must be str, not int`.
pub fn text<'a>(function: &str, a: &'a [Value], slot: usize) -> Res<&'a Rc<Str>> {
    match inner(at(a, slot)) {
        Value::Str(text) => Ok(text),
        v => Err(type_error(format!("{function} must be str, not {}", type_or_none(v)))),
    }
}

/// The class of a value as messages call it: `None` by its name.
pub fn type_or_none(v: &Value) -> String {
    match v {
        Value::None => "None".to_owned(),
        v => kind::type_name(v).into_owned(),
    }
}

/// `type(v).__name__`.
pub fn class_name(v: &Value) -> String {
    let name = kind::type_name(v);
    name.rsplit('.').next().unwrap_or(&name).to_owned()
}

/// The items of a `*args` slot.
pub fn rest(a: &[Value], slot: usize) -> &[Value] {
    match at(a, slot) {
        Value::Tuple(tuple) => &tuple.items,
        _ => &[],
    }
}

/// The pairs of a `**kwargs` slot.
pub fn keywords(a: &[Value], slot: usize) -> Vec<(Sym, Value)> {
    match at(a, slot) {
        Value::Dict(found) => {
            let pairs = dict::items(found).into_iter();
            pairs.filter_map(|(key, value)| Some((Sym::new(key.as_str()?), value))).collect()
        }
        _ => Vec::new(),
    }
}

/// `None` as a value, for rows that return nothing.
pub fn nothing() -> Res<Value> {
    Ok(Value::None)
}

/// A length as an `int`.
pub fn length(n: usize) -> Value {
    Value::Int(i64::try_from(n).unwrap_or(i64::MAX))
}
