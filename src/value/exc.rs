//! Exception objects: from what was raised, and back.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use super::class::{AttrMap, ExcObj};
use super::number::as_int;
use super::{Host, Value, kind, names, repr};
use crate::data::raised::type_error;
use crate::data::{ExcClass, Raised, Res};

/// The exception object of what was raised (made now if it was raised by Rust).
pub fn object(raised: &mut Raised) -> Value {
    let object = match object_of(raised) {
        Some(known) => known,
        None => {
            let made = new(raised.class, args_of(raised));
            raised.object = Some(Rc::new(made.clone()) as Rc<dyn Any>);
            made
        }
    };
    if let Some(inner) = inner(&object) {
        let mut kept = raised.clone();
        kept.object = None; // it would hold itself
        let old = inner.raised.borrow_mut().replace(Box::new(kept));
        drop(old);
    }
    object
}

/// The live exception object, if there is one already.
pub fn object_of(raised: &Raised) -> Option<Value> {
    raised.object.as_ref()?.downcast_ref::<Value>().cloned()
}

/// The arguments that a message raised by Rust stands for.
fn args_of(raised: &Raised) -> Vec<Value> {
    let message = raised.message.as_str();
    if message.is_empty() {
        return Vec::new();
    }
    if raised.class == ExcClass::KeyError {
        let quoted = |mark: char| message.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        if let Some(inside) = quoted('\'').or_else(|| quoted('"')) {
            return vec![Value::str(inside)];
        }
        if let Ok(number) = message.parse::<i64>() {
            return vec![Value::Int(number)];
        }
    }
    if message == "(34, 'Numerical result out of range')" {
        return vec![Value::Int(34), Value::str("Numerical result out of range")];
    }
    vec![Value::str(message)]
}

/// The built-in part of an exception object.
pub fn inner(object: &Value) -> Option<&Rc<ExcObj>> {
    match object {
        Value::Exception(inner) => Some(inner),
        Value::Instance(instance) => match &instance.payload {
            Value::Exception(inner) => Some(inner),
            _ => None,
        },
        _ => None,
    }
}

/// A new object of a built-in class, as calling the class makes it.
pub fn new(class: ExcClass, args: Vec<Value>) -> Value {
    let mut class = class;
    if class == ExcClass::OSError
        && (2..=5).contains(&args.len())
        && let Some(Value::Int(errno)) = args.first()
    {
        class = os_class(*errno);
    }
    let object =
        ExcObj { class, args: RefCell::new(Vec::new()), attrs: RefCell::default(), raised: RefCell::default() };
    init(&object, args);
    Value::Exception(Rc::new(object))
}

/// `BaseException.__init__`: the arguments, and the attributes that some classes take from them.
pub fn init(object: &ExcObj, mut args: Vec<Value>) {
    let known = names::names();
    let mut attrs = AttrMap::default();
    let first = args.first().cloned();
    match object.class {
        ExcClass::StopIteration => drop(attrs.set(known.value, first.unwrap_or(Value::None))),
        ExcClass::SystemExit => {
            let code = if args.len() > 1 { Value::tuple(args.clone()) } else { first.unwrap_or(Value::None) };
            attrs.set(known.code, code);
        }
        class if class.is_a(ExcClass::OSError) && (2..=5).contains(&args.len()) => {
            attrs.set(known.errno, args.first().cloned().unwrap_or(Value::None));
            attrs.set(known.strerror, args.get(1).cloned().unwrap_or(Value::None));
            if let Some(filename) = args.get(2) {
                attrs.set(known.filename, filename.clone());
                if let Some(second) = args.get(4) {
                    attrs.set(known.filename2, second.clone());
                }
                args.truncate(2);
            }
        }
        class if class.is_a(ExcClass::ImportError) => drop(attrs.set(known.msg, first.unwrap_or(Value::None))),
        _ => {}
    }
    let mut place = object.attrs.borrow_mut();
    for (name, value) in attrs.items {
        place.set(name, value);
    }
    drop(place);
    let old = object.args.replace(args);
    drop(old);
}

fn os_class(errno: i64) -> ExcClass {
    match errno {
        1 | 13 => ExcClass::PermissionError,
        2 => ExcClass::FileNotFoundError,
        4 => ExcClass::InterruptedError,
        17 => ExcClass::FileExistsError,
        20 => ExcClass::NotADirectoryError,
        21 => ExcClass::IsADirectoryError,
        32 => ExcClass::BrokenPipeError,
        110 => ExcClass::TimeoutError,
        _ => ExcClass::OSError,
    }
}

/// What `raise value` raises: an exception object, or a class, which is called.
pub fn raise(host: &mut dyn Host, value: &Value) -> Box<Raised> {
    match value {
        Value::ExcType(class) => with_object(Raised::new(*class, ""), new(*class, Vec::new())),
        Value::Class(class) if class.exception_base().is_some() => match host.call(value, &[], &[]) {
            Ok(made) if inner(&made).is_some() => from_object(host, &made),
            Ok(made) => {
                let (class, name) = (&class.name, kind::type_name(&made));
                type_error(format!(
                    "calling <class '{class}'> should have returned an instance of BaseException, not <class '{name}'>"
                ))
            }
            Err(raised) => raised,
        },
        Value::Exception(_) | Value::Instance(_) if inner(value).is_some() => from_object(host, value),
        _ => type_error("exceptions must derive from BaseException"),
    }
}

/// Raise an exception object (anew, if it was raised before).
fn from_object(host: &mut dyn Host, object: &Value) -> Box<Raised> {
    let Some(own) = inner(object) else { return type_error("exceptions must derive from BaseException") };
    let text = repr::str_(host, object).unwrap_or_else(|_| "<exception str() failed>".to_owned());
    let mut raised = match own.raised.borrow().as_deref() {
        Some(before) => Box::new(before.clone()),
        None => Raised::new(own.class, ""),
    };
    raised.message = text;
    with_object(raised, object.clone())
}

fn with_object(mut raised: Box<Raised>, object: Value) -> Box<Raised> {
    raised.object = Some(Rc::new(object) as Rc<dyn Any>);
    raised
}

/// Whether `except classes:` catches it; `TypeError` when `classes` holds no exception class.
pub fn matches(host: &mut dyn Host, raised: &Raised, classes: &Value) -> Res<bool> {
    match classes {
        Value::ExcType(class) => Ok(raised.class.is_a(*class)),
        Value::Class(class) if class.exception_base().is_some() => {
            let object = raised.object.as_ref().and_then(|object| object.downcast_ref::<Value>());
            Ok(matches!(object, Some(Value::Instance(instance)) if instance.class.is_a(class)))
        }
        Value::Tuple(tuple) => {
            host.enter()?;
            let mut found = Ok(false);
            for one in &tuple.items {
                found = matches(host, raised, one);
                if !matches!(found, Ok(false)) {
                    break;
                }
            }
            host.leave();
            found
        }
        _ => Err(type_error("catching classes that do not inherit from BaseException is not allowed")),
    }
}

/// `KeyError(key)`.
pub fn key_error(host: &mut dyn Host, key: &Value) -> Box<Raised> {
    let shown = match repr::repr(host, key) {
        Ok(shown) => shown,
        Err(raised) => return raised,
    };
    with_object(Raised::new(ExcClass::KeyError, shown), new(ExcClass::KeyError, vec![key.clone()]))
}

/// `StopIteration(value)`.
pub fn stop_iteration(value: Value) -> Box<Raised> {
    let message = value.as_str().unwrap_or("").to_owned();
    let args = if matches!(value, Value::None) { Vec::new() } else { vec![value] };
    with_object(Raised::new(ExcClass::StopIteration, message), new(ExcClass::StopIteration, args))
}

/// The value that a `StopIteration` carries: what a generator returned.
pub fn stop_value(raised: &mut Raised) -> Value {
    let made = object(raised);
    let found = inner(&made).and_then(|inner| inner.attrs.borrow().get(names::names().value));
    found.unwrap_or(Value::None)
}

/// `OSError` of its class by errno, with Python's message.
pub fn os_error(error: &std::io::Error, filename: &str) -> Box<Raised> {
    let Some(errno) = error.raw_os_error() else {
        return Raised::new(ExcClass::OSError, error.to_string());
    };
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or("").to_owned();
    os_error_of(i64::from(errno), &text, filename)
}

/// `OSError(errno, text, filename)`.
pub fn os_error_of(errno: i64, text: &str, filename: &str) -> Box<Raised> {
    let made = new(ExcClass::OSError, vec![Value::Int(errno), Value::str(text), Value::str(filename)]);
    let message = format!("[Errno {errno}] {text}: {}", repr::quote(filename));
    with_object(Raised::new(os_class(errno), message), made)
}

/// `str(e)` of an exception object, without a user's `__str__`.
pub fn message(host: &mut dyn Host, object: &Value) -> Res<String> {
    let Some(own) = inner(object) else { return Ok(String::new()) };
    if own.class.is_a(ExcClass::OSError)
        && let Some(text) = os_message(host, own)?
    {
        return Ok(text);
    }
    let args = own.args.borrow().clone();
    match args.as_slice() {
        [] => Ok(String::new()),
        [one] if own.class == ExcClass::KeyError => repr::repr(host, one),
        [one] => repr::str_(host, one),
        _ => repr::repr(host, &Value::tuple(args)),
    }
}

fn os_message(host: &mut dyn Host, own: &ExcObj) -> Res<Option<String>> {
    let known = names::names();
    let get = |name| own.attrs.borrow().get(name);
    let (Some(errno), Some(strerror)) = (get(known.errno), get(known.strerror)) else { return Ok(None) };
    let (errno, strerror) = (repr::str_(host, &errno)?, repr::str_(host, &strerror)?);
    Ok(Some(match get(known.filename) {
        None | Some(Value::None) => format!("[Errno {errno}] {strerror}"),
        Some(filename) => {
            let text = format!("[Errno {errno}] {strerror}: {}", repr::repr(host, &filename)?);
            match get(known.filename2) {
                None | Some(Value::None) => text,
                Some(second) => format!("{text} -> {}", repr::repr(host, &second)?),
            }
        }
    }))
}

/// An attribute of an exception object that is no method.
pub fn attribute(own: &Rc<ExcObj>, name: crate::data::Sym) -> Option<Value> {
    let known = names::names();
    if let Some(found) = own.attrs.borrow().get(name) {
        return Some(found);
    }
    if name == known.args {
        return Some(Value::tuple(own.args.borrow().clone()));
    }
    if name == known.cause || name == known.context {
        let mut raised = own.raised.borrow_mut();
        let cause = raised.as_mut().and_then(|raised| raised.cause.as_deref_mut());
        return Some(cause.map_or(Value::None, object));
    }
    if name == known.traceback {
        return Some(Value::None);
    }
    let os = own.class.is_a(ExcClass::OSError)
        && [known.errno, known.strerror, known.filename, known.filename2].contains(&name);
    let import = own.class.is_a(ExcClass::ImportError) && [known.import_name, known.path].contains(&name);
    if os || import { Some(Value::None) } else { None }
}

/// The exit code that `SystemExit` asks for, and what is printed on the way out.
pub fn exit_code(host: &mut dyn Host, raised: &mut Raised) -> (i32, Option<String>) {
    let made = object(raised);
    let code = inner(&made).and_then(|inner| inner.attrs.borrow().get(names::names().code));
    match code {
        None | Some(Value::None) => (0, None),
        Some(code) => match as_int(&code) {
            Some(int) => match int.value() {
                Value::Int(small) => ((small & 0xff) as i32, None),
                _ => (255, None),
            },
            None => (1, repr::str_(host, &code).ok()),
        },
    }
}
