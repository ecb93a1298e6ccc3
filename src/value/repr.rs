//! `repr` and `str`. Containers are safe on cycles; depth is counted.

use std::cell::RefCell;
use std::fmt::Write;
use std::rc::Rc;

use super::containers::{DictKind, DictObj, SetObj};
use super::hash::address;
use super::kind::type_name;
use super::{Base, Builtin, Class, Host, Instance, Str, Value, class, dict, exc, names, number, set};
pub use crate::data::quote::quote;
use crate::data::quote::{escape, write_quoted};
use crate::data::raised::{type_error, value_error};
use crate::data::scalar::Scalar;
use crate::data::{Res, float as digits};

thread_local! {
    /// Containers whose `repr` is under way, by address.
    static ACTIVE: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

/// `repr(v)`.
pub fn repr(host: &mut dyn Host, v: &Value) -> Res<String> {
    let mut out = String::new();
    write(host, &mut out, v)?;
    Ok(out)
}

/// `str(v)`.
pub fn str_(host: &mut dyn Host, v: &Value) -> Res<String> {
    match v {
        Value::Str(text) => Ok(text.as_str().to_owned()),
        Value::Np(dtype, bits) => Ok(Scalar::from_bits(*dtype, *bits).text()),
        Value::Native(native) => {
            let mut out = String::new();
            once(host, &mut out, v, |host, out| native.0.str(host).map(|text| *out = text))?;
            Ok(out)
        }
        Value::Exception(_) => exc::message(host, v),
        Value::Instance(object) => {
            if let Some(text) = user_text(host, v, true)? {
                return Ok(text);
            }
            let own = object.class.lookup(names::names().repr).is_some();
            match &object.payload {
                Value::Exception(_) => exc::message(host, v),
                Value::Str(text) => Ok(text.as_str().to_owned()),
                _ if own => repr(host, v),
                Value::None => repr(host, v),
                _ => repr(host, v),
            }
        }
        _ => repr(host, v),
    }
}

/// `str(v)` as a value: a text is its own.
pub fn str_value(host: &mut dyn Host, v: &Value) -> Res<Value> {
    match v {
        Value::Str(text) if text.is_numpy() => Ok(Value::str(text.as_str())),
        Value::Str(_) => Ok(v.clone()),
        Value::Int(int) => Ok(Value::Str(Rc::new(Str::of_int(*int)))),
        _ => str_(host, v).map(Value::string),
    }
}

/// What a user's `__str__` or `__repr__` gives.
fn user_text(host: &mut dyn Host, v: &Value, str: bool) -> Res<Option<String>> {
    let known = names::names();
    let (name, shown) = if str { (known.str, "__str__") } else { (known.repr, "__repr__") };
    match host.call_special(v, name, &[])? {
        None => Ok(None),
        Some(Value::Str(text)) => Ok(Some(text.as_str().to_owned())),
        Some(other) => match super::arith::unwrapped(&other) {
            Value::Str(text) => Ok(Some(text.as_str().to_owned())),
            _ => Err(type_error(format!("{shown} returned non-string (type {})", type_name(&other)))),
        },
    }
}

/// `ascii(v)`.
pub fn ascii(host: &mut dyn Host, v: &Value) -> Res<String> {
    let shown = repr(host, v)?;
    let mut out = String::with_capacity(shown.len());
    for c in shown.chars() {
        if c.is_ascii() { out.push(c) } else { escape(&mut out, c) }
    }
    Ok(out)
}

/// `repr` of a float.
pub fn float(v: f64) -> String {
    digits::repr64(v)
}

/// `str(int)`, within Python's limit of 4300 digits.
pub fn big_text(big: &num_bigint::BigInt) -> Res<String> {
    const LIMIT: u64 = 4300;
    let error = || {
        value_error(
            "Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase \
             the limit",
        )
    };
    if big.bits() > LIMIT * 3322 / 1000 + 64 {
        return Err(error());
    }
    let text = big.to_string();
    if text.trim_start_matches('-').len() as u64 > LIMIT { Err(error()) } else { Ok(text) }
}

/// Append `repr(v)`.
pub fn write(host: &mut dyn Host, out: &mut String, v: &Value) -> Res<()> {
    match v {
        Value::Int(int) => drop(write!(out, "{int}")),
        Value::Float(value) => out.push_str(&float(*value)),
        Value::Str(text) if text.is_numpy() => {
            out.push_str("np.str_(");
            write_quoted(out, text.as_str());
            out.push(')');
        }
        Value::Str(text) => write_quoted(out, text.as_str()),
        Value::None => out.push_str("None"),
        Value::Unbound => out.push_str("<unbound>"),
        Value::Bool(flag) => out.push_str(if *flag { "True" } else { "False" }),
        Value::BigInt(big) => out.push_str(&big_text(big)?),
        Value::Tuple(_) | Value::List(_) | Value::Dict(_) | Value::Set(_) | Value::FrozenSet(_) => {
            return container(host, out, v, v);
        }
        Value::Range(range) => {
            let _ = write!(out, "range({}, {}", range.start, range.stop);
            let _ = if range.step == 1 { write!(out, ")") } else { write!(out, ", {})", range.step) };
        }
        Value::Slice(slice) => {
            out.push_str("slice(");
            for (at, part) in [&slice.start, &slice.stop, &slice.step].into_iter().enumerate() {
                out.push_str(if at > 0 { ", " } else { "" });
                write(host, out, part)?;
            }
            out.push(')');
        }
        Value::Ellipsis => out.push_str("Ellipsis"),
        Value::NotImplemented => out.push_str("NotImplemented"),
        Value::Function(function) => drop(write!(out, "<function {} at {:#x}>", function.qualname, address(v))),
        Value::Builtin(builtin) => out.push_str(&builtin_text(builtin, address(v))),
        Value::Method(method) => return bound(host, out, &method.this, &method.function),
        Value::Class(class) => match host.call_special(v, names::names().repr, &[])? {
            Some(shown) => out.push_str(shown.as_str().unwrap_or("")),
            None => {
                // A class may say where it is from.
                let said = class.attrs.borrow().get(&names::names().module).cloned();
                let module = said.as_ref().and_then(Value::as_str).unwrap_or(&class.module);
                let _ = write!(out, "<class '{module}.{}'>", class.qualname);
            }
        },
        Value::Type(info) if info.module == "builtins" => drop(write!(out, "<class '{}'>", info.name)),
        Value::Type(info) => drop(write!(out, "<class '{}.{}'>", info.module, info.name)),
        Value::ExcType(class) => drop(write!(out, "<class '{}{}'>", exception_module(*class), class.name())),
        Value::Module(module) if module.declared => drop(write!(out, "<module '{}' (built-in)>", module.name)),
        Value::Module(module) => drop(write!(out, "<module '{}'>", module.name)),
        Value::Np(dtype, bits) => out.push_str(&Scalar::from_bits(*dtype, *bits).repr()),
        Value::Exception(object) => return exception(host, out, object.class.name(), object),
        Value::Native(native) => {
            return once(host, out, v, |host, out| {
                out.push_str(&native.0.repr(host)?);
                Ok(())
            });
        }
        Value::Instance(object) => return instance(host, out, v, object),
    }
    Ok(())
}

/// The module, with a dot, of the exception classes that are no builtins.
fn exception_module(class: crate::data::ExcClass) -> &'static str {
    use crate::data::ExcClass;
    match class {
        ExcClass::AxisError => "numpy.exceptions.",
        ExcClass::LinAlgError => "numpy.linalg.",
        ExcClass::JSONDecodeError => "json.decoder.",
        ExcClass::UnsupportedOperation => "io.",
        _ => "",
    }
}

/// Modules that are written in C in CPython: their functions print as built-in.
const C_MODULES: &[&str] = &["builtins", "math", "time", "operator", "sys", "itertools", "cmath"];
const C_CLASSES: &[&str] =
    &["str", "int", "float", "bool", "list", "dict", "set", "frozenset", "tuple", "range", "slice", "object"];

fn builtin_text(builtin: &Builtin, at: usize) -> String {
    let name = builtin.name;
    match name.rsplit_once('.') {
        Some((_, function)) if builtin.is_ufunc() => format!("<ufunc '{function}'>"),
        None => format!("<built-in function {name}>"),
        Some((class, method)) if C_CLASSES.contains(&class) => format!("<method '{method}' of '{class}' objects>"),
        Some((module, function)) if C_MODULES.contains(&module) => format!("<built-in function {function}>"),
        Some((_, function)) => format!("<function {function} at {at:#x}>"),
    }
}

fn bound(host: &mut dyn Host, out: &mut String, this: &Value, function: &Value) -> Res<()> {
    match function {
        Value::Builtin(builtin) => {
            let name = builtin.name.rsplit('.').next().unwrap_or("");
            let _ = write!(out, "<built-in method {name} of {} object at {:#x}>", type_name(this), address(this));
            Ok(())
        }
        _ => {
            let name = match function {
                Value::Function(function) => function.qualname.to_string(),
                _ => "?".to_owned(),
            };
            let _ = write!(out, "<bound method {name} of ");
            host.enter()?;
            let made = write(host, out, this);
            host.leave();
            out.push('>');
            made
        }
    }
}

fn instance(host: &mut dyn Host, out: &mut String, v: &Value, object: &Instance) -> Res<()> {
    host.enter()?;
    let text = user_text(host, v, false);
    host.leave();
    if let Some(text) = text? {
        out.push_str(&text);
        return Ok(());
    }
    match &object.payload {
        Value::None => {
            object_text(out, &object.class, address(v));
            Ok(())
        }
        Value::Exception(inner) => exception(host, out, &object.class.name, inner),
        payload => container(host, out, v, &payload.clone()),
    }
}

/// `type(v).__name__`.
fn short_name(v: &Value) -> String {
    let name = type_name(v);
    name.rsplit('.').next().unwrap_or(&name).to_owned()
}

/// `object.__repr__`.
fn object_text(out: &mut String, class: &Class, at: usize) {
    let _ = write!(out, "<{}.{} object at {at:#x}>", class.module, class.qualname);
}

fn exception(host: &mut dyn Host, out: &mut String, name: &str, object: &class::ExcObj) -> Res<()> {
    out.push_str(name);
    let args = object.args.borrow().clone();
    host.enter()?;
    out.push('(');
    let mut made = Ok(());
    for (at, arg) in args.iter().enumerate() {
        out.push_str(if at > 0 { ", " } else { "" });
        made = made.and_then(|()| write(host, out, arg));
    }
    out.push(')');
    host.leave();
    made
}

/// A container, whole: `owner` is what it is part of (itself, or an object of a user's subclass).
fn container(host: &mut dyn Host, out: &mut String, owner: &Value, v: &Value) -> Res<()> {
    once(host, out, v, |host, out| body(host, out, owner, v))
}

/// What stands for a container within itself.
fn again(host: &mut dyn Host, out: &mut String, v: &Value) -> Res<()> {
    let text = match v {
        Value::List(_) => "[...]",
        Value::Tuple(_) => "(...)",
        Value::Dict(found) => match &*found.kind.borrow() {
            DictKind::Ordered => "...",
            DictKind::Default(factory) => {
                out.push_str("defaultdict(");
                write(host, out, factory)?;
                ", {...})"
            }
            _ => "{...}",
        },
        Value::Set(_) => "set(...)",
        Value::Native(native) if native.0.type_info().name == "deque" => "[...]",
        _ => "...",
    };
    out.push_str(text);
    Ok(())
}

/// Write what may contain itself.
fn once(
    host: &mut dyn Host,
    out: &mut String,
    v: &Value,
    text: impl FnOnce(&mut dyn Host, &mut String) -> Res<()>,
) -> Res<()> {
    let at = address(v);
    let within = ACTIVE.with(|active| {
        let mut active = active.borrow_mut();
        let within = active.contains(&at);
        if !within {
            active.push(at);
        }
        within
    });
    if within {
        return again(host, out, v);
    }
    let made = host.enter().and_then(|()| {
        let made = text(host, out);
        host.leave();
        made
    });
    ACTIVE.with(|active| active.borrow_mut().pop());
    made
}

fn body(host: &mut dyn Host, out: &mut String, owner: &Value, v: &Value) -> Res<()> {
    match v {
        Value::List(list) => {
            out.push('[');
            let mut at = 0;
            loop {
                let Some(item) = list.items.borrow().get(at).cloned() else { break };
                out.push_str(if at > 0 { ", " } else { "" });
                write(host, out, &item)?;
                at += 1;
            }
            out.push(']');
        }
        Value::Tuple(tuple) => {
            out.push('(');
            join(host, out, &tuple.items)?;
            out.push_str(if tuple.items.len() == 1 { ",)" } else { ")" });
        }
        Value::Dict(found) => return dict_text(host, out, owner, found),
        Value::Set(found) | Value::FrozenSet(found) => return set_text(host, out, owner, v, found),
        _ => return write(host, out, v),
    }
    Ok(())
}

fn join(host: &mut dyn Host, out: &mut String, items: &[Value]) -> Res<()> {
    for (at, item) in items.iter().enumerate() {
        out.push_str(if at > 0 { ", " } else { "" });
        write(host, out, item)?;
    }
    Ok(())
}

fn set_text(host: &mut dyn Host, out: &mut String, owner: &Value, v: &Value, found: &SetObj) -> Res<()> {
    let items = set::items(found);
    let plain = matches!(owner, Value::Set(_)) && matches!(v, Value::Set(_));
    if plain && !items.is_empty() {
        out.push('{');
        join(host, out, &items)?;
        out.push('}');
        return Ok(());
    }
    out.push_str(&type_name(owner));
    if items.is_empty() {
        out.push_str("()");
        return Ok(());
    }
    out.push_str("({");
    join(host, out, &items)?;
    out.push_str("})");
    Ok(())
}

fn pairs(host: &mut dyn Host, out: &mut String, items: &[(Value, Value)]) -> Res<()> {
    out.push('{');
    for (at, (key, value)) in items.iter().enumerate() {
        out.push_str(if at > 0 { ", " } else { "" });
        write(host, out, key)?;
        out.push_str(": ");
        write(host, out, value)?;
    }
    out.push('}');
    Ok(())
}

fn dict_text(host: &mut dyn Host, out: &mut String, owner: &Value, found: &DictObj) -> Res<()> {
    let kind = found.kind.borrow().clone();
    let mut items = dict::items(found);
    match kind {
        DictKind::Plain => return pairs(host, out, &items),
        DictKind::Default(factory) => {
            let _ = write!(out, "{}(", short_name(owner));
            write(host, out, &factory)?;
            out.push_str(", ");
            pairs(host, out, &items)?;
        }
        DictKind::Counter => {
            let _ = write!(out, "{}(", short_name(owner));
            if !items.is_empty() {
                most_common(&mut items);
                pairs(host, out, &items)?;
            }
        }
        DictKind::Ordered => {
            let _ = write!(out, "{}(", short_name(owner));
            if !items.is_empty() {
                out.push('[');
                for (at, (key, value)) in items.iter().enumerate() {
                    out.push_str(if at > 0 { ", (" } else { "(" });
                    join(host, out, &[key.clone(), value.clone()])?;
                    out.push(')');
                }
                out.push(']');
            }
        }
    }
    out.push(')');
    Ok(())
}

/// By count, the largest first, equal ones in order of insertion; as they are when some count is no number.
fn most_common(items: &mut [(Value, Value)]) {
    if items.iter().all(|(_, count)| number::as_f64(count).is_some()) {
        items.sort_by(|(_, a), (_, b)| super::compare::numbers(b, a).flatten().unwrap_or(std::cmp::Ordering::Equal));
    }
}

/// Whether a class or one of its bases is a subclass of a built-in one.
pub fn built_on(class: &Class) -> bool {
    match &class.base {
        Base::Class(parent) => built_on(parent),
        Base::Object => false,
        _ => true,
    }
}
