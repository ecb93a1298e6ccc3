//! Attributes of built-in kinds that need no interpreter. Methods are declared in stdlib/; who asks here falls back to them.

use std::rc::Rc;

use num_traits::Zero;

use super::class::{AttrMap, Base, Class};
use super::containers::DictKind;
use super::func::{Builtin, Function};
use super::kind::{passes_for, type_name, type_of};
use super::names::names;
use super::number::as_int;
use super::{DictObj, Host, TypeInfo, Value, cure, dict, exc, np, types};
use crate::data::raised::attribute_error;
use crate::data::{ExcClass, Raised, Res, Sym};

/// A data attribute of a built-in kind: `__class__`, `__name__`, `real`, `args`, `start`; `None` if it has none of this
/// name (methods are declared in stdlib/).
pub fn builtin(host: &mut dyn Host, object: &Value, name: Sym) -> Res<Option<Value>> {
    let _ = host;
    if name == names().class {
        return Ok(Some(type_of(object)));
    }
    Ok(match object {
        Value::Int(_) | Value::Bool(_) | Value::BigInt(_) | Value::Float(_) => number(object, name),
        Value::Np(dtype, bits) => numpy(&np::item(*dtype, *bits), object, name),
        Value::Range(range) => of_three(name, Value::Int(range.start), Value::Int(range.stop), Value::Int(range.step)),
        Value::Slice(slice) => of_three(name, slice.start.clone(), slice.stop.clone(), slice.step.clone()),
        Value::Dict(found) => match &*found.kind.borrow() {
            DictKind::Default(factory) if name == names().default_factory => Some(factory.clone()),
            _ => None,
        },
        Value::Function(found) => function(found, name),
        Value::Builtin(found) => builtin_function(found, name),
        Value::Method(method) => {
            if name == names().self_ {
                Some(method.this.clone())
            } else if name == names().func {
                Some(method.function.clone())
            } else {
                return builtin(host, &method.function, name);
            }
        }
        Value::Type(info) => type_attribute(info, name),
        Value::ExcType(class) => exception_class(*class, name),
        Value::Class(found) => class(found, name),
        Value::Instance(found) if name == names().dict => Some(Value::Dict(found.attrs.borrow_mut().live())),
        Value::Instance(_) | Value::Exception(_) => exc::inner(object).and_then(|inner| exc::attribute(inner, name)),
        Value::Module(module) if name == names().name => Some(Value::str(&module.name)),
        _ => None,
    })
}

fn number(v: &Value, name: Sym) -> Option<Value> {
    let known = names();
    let int = as_int(v);
    let is = |wanted: Sym| name == wanted;
    match (v, int) {
        (Value::Float(_), _) if is(known.real) => Some(v.clone()),
        (Value::Float(_), _) if is(known.imag) => Some(Value::Float(0.0)),
        (_, Some(int)) if is(known.real) || is(known.numerator) => Some(int.value()),
        (_, Some(_)) if is(known.imag) => Some(Value::Int(0)),
        (_, Some(_)) if is(known.denominator) => Some(Value::Int(1)),
        _ => None,
    }
}

/// What NumPy's scalars say of themselves without knowing arrays.
fn numpy(item: &Value, v: &Value, name: Sym) -> Option<Value> {
    let Value::Np(dtype, _) = v else { return None };
    let zero = || Value::Np(*dtype, 0);
    Some(match name.as_str() {
        "real" => v.clone(),
        "imag" => zero(),
        "ndim" => Value::Int(0),
        "size" => Value::Int(1),
        "shape" => Value::tuple([]),
        "itemsize" | "nbytes" => Value::Int(dtype.itemsize() as i64),
        "T" => v.clone(),
        "numerator" if as_int(item).is_some_and(|int| !int.big().is_zero()) => v.clone(),
        _ => return None,
    })
}

fn of_three(name: Sym, start: Value, stop: Value, step: Value) -> Option<Value> {
    let known = names();
    if name == known.start {
        Some(start)
    } else if name == known.stop {
        Some(stop)
    } else if name == known.step {
        Some(step)
    } else {
        None
    }
}

fn text(text: &str) -> Option<Value> {
    Some(Value::str(text))
}

fn function(found: &Rc<Function>, name: Sym) -> Option<Value> {
    if let Some(value) = found.attrs.borrow().get(name) {
        return Some(value);
    }
    match name.as_str() {
        "__name__" => text(&found.name.borrow()),
        "__qualname__" => text(&found.qualname),
        "__module__" => text(&found.globals.name.borrow()),
        "__doc__" => Some(found.doc.as_deref().map_or(Value::None, Value::str)),
        "__dict__" => Some(attributes(&found.attrs.borrow())),
        "__defaults__" if found.defaults.is_empty() => Some(Value::None),
        "__defaults__" => Some(Value::tuple(found.defaults.clone())),
        _ => None,
    }
}

fn attributes(attrs: &AttrMap) -> Value {
    let made = DictObj::plain();
    for (name, value) in attrs.pairs() {
        dict::set_str(&made, name.as_str(), value);
    }
    Value::Dict(Rc::new(made))
}

fn builtin_function(found: &Builtin, name: Sym) -> Option<Value> {
    let (module, own) = found.name.rsplit_once('.').unwrap_or(("builtins", found.name));
    let class = types::named(module).is_some();
    match name.as_str() {
        "__name__" => text(own),
        "__qualname__" if class => text(found.name),
        "__qualname__" => text(own),
        "__module__" if class => Some(Value::None),
        "__module__" => text(module),
        "__doc__" => Some(found.doc.as_deref().map_or(Value::None, Value::str)),
        _ if found.is_ufunc() => ufunc(found, own, name),
        _ => None,
    }
}

/// What an elementwise function of NumPy says of itself: operands stand before `out, where, casting, order, dtype, subok`.
fn ufunc(found: &Builtin, own: &str, name: Sym) -> Option<Value> {
    let operands = found.signature.names.len().saturating_sub(6) as i64;
    match name.as_str() {
        "nin" => Some(Value::Int(operands)),
        "nout" => Some(Value::Int(1)),
        "nargs" => Some(Value::Int(operands + 1)),
        "identity" => Some(match own {
            "add" | "bitwise_or" | "bitwise_xor" | "hypot" | "gcd" => Value::Int(0),
            "multiply" => Value::Int(1),
            "bitwise_and" => Value::Int(-1),
            "logical_and" => Value::Bool(true),
            "logical_or" | "logical_xor" => Value::Bool(false),
            "logaddexp" => Value::Float(f64::NEG_INFINITY),
            _ => Value::None,
        }),
        _ => None,
    }
}

fn type_attribute(info: &'static TypeInfo, name: Sym) -> Option<Value> {
    match name.as_str() {
        "__name__" | "__qualname__" => text(info.name),
        "__module__" => text(info.module),
        "__bases__" if std::ptr::eq(info, &types::OBJECT) => Some(Value::tuple([])),
        "__bases__" => Some(Value::tuple([Value::Type(info.base.unwrap_or(&types::OBJECT))])),
        "__mro__" => Some(Value::tuple(type_line(info))),
        _ => None,
    }
}

fn type_line(info: &'static TypeInfo) -> Vec<Value> {
    let mut line = Vec::new();
    let mut at = Some(info);
    while let Some(info) = at {
        line.push(Value::Type(info));
        at = info.base;
    }
    if !line.iter().any(|v| matches!(v, Value::Type(info) if std::ptr::eq(*info, &types::OBJECT))) {
        line.push(Value::Type(&types::OBJECT));
    }
    line
}

fn exception_class(class: ExcClass, name: Sym) -> Option<Value> {
    match name.as_str() {
        "__name__" | "__qualname__" => text(class.name()),
        "__module__" => text("builtins"),
        "__bases__" => Some(Value::tuple([class.parent().map_or(Value::Type(&types::OBJECT), Value::ExcType)])),
        "__mro__" => Some(Value::tuple(exception_line(class))),
        _ => None,
    }
}

fn exception_line(class: ExcClass) -> Vec<Value> {
    let chain = std::iter::successors(Some(class), |class| class.parent());
    chain.map(Value::ExcType).chain([Value::Type(&types::OBJECT)]).collect()
}

fn class(found: &Rc<Class>, name: Sym) -> Option<Value> {
    match name.as_str() {
        "__name__" => text(&found.name),
        "__qualname__" => text(&found.qualname),
        "__module__" => text(&found.module),
        "__bases__" => Some(Value::tuple([base(found)])),
        "__mro__" => Some(Value::tuple(class_line(found))),
        "__doc__" => Some(found.attrs.borrow().get(&name).cloned().unwrap_or(Value::None)),
        "__dict__" => {
            let made = DictObj::plain();
            for name in found.order.borrow().iter() {
                if let Some(value) = found.attrs.borrow().get(name) {
                    dict::set_str(&made, name.as_str(), value.clone());
                }
            }
            Some(Value::Dict(Rc::new(made)))
        }
        _ => None,
    }
}

fn base(class: &Class) -> Value {
    match &class.base {
        Base::Object => Value::Type(&types::OBJECT),
        Base::Class(class) => Value::Class(class.clone()),
        Base::Exc(class) => Value::ExcType(*class),
        Base::Type(info) => Value::Type(info),
    }
}

/// A class and those that it inherits from: `__mro__`.
pub fn class_line(class: &Rc<Class>) -> Vec<Value> {
    let mut line = vec![Value::Class(class.clone())];
    let mut at = class.clone();
    loop {
        match base(&at) {
            Value::Class(next) => {
                line.push(Value::Class(next.clone()));
                at = next;
            }
            Value::ExcType(class) => {
                line.extend(exception_line(class));
                return line;
            }
            Value::Type(info) => {
                // A class of the library may pass for a built-in one.
                let passes = passes_for(class).filter(|_| std::ptr::eq(info, &types::OBJECT));
                line.extend(type_line(passes.unwrap_or(info)));
                return line;
            }
            _ => return line,
        }
    }
}

/// `AttributeError: 'int' object has no attribute 'foo'`.
pub fn missing(object: &Value, name: Sym) -> Box<Raised> {
    let raised = attribute_error(match object {
        Value::Type(info) => format!("type object '{}' has no attribute '{name}'", info.name),
        Value::ExcType(class) => format!("type object '{}' has no attribute '{name}'", class.name()),
        Value::Class(class) => format!("type object '{}' has no attribute '{name}'", class.name),
        Value::Module(module) => format!("module '{}' has no attribute '{name}'", module.name),
        // A method asks its function; Dask's are functions of Python.
        Value::Method(method) => return missing(&method.function, name),
        Value::Builtin(builtin) if builtin.name.starts_with("dask.") => {
            format!("'function' object has no attribute '{name}'")
        }
        _ => format!("'{}' object has no attribute '{name}'", type_name(object)),
    });
    cure::asked(raised, cure::Asked::Attribute(object.clone(), name))
}

/// The names of what an object has, sorted: its own, those of its class and its bases, those that stdlib/ declares.
pub fn names_of(host: &mut dyn Host, object: &Value) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = Vec::new();
    let mut class = None;
    match object {
        Value::Instance(object) => {
            names.extend(object.attrs.borrow().pairs().iter().map(|(name, _)| name.as_str()));
            class = Some(object.class.clone());
        }
        Value::Class(found) => class = Some(found.clone()),
        Value::Module(module) => names.extend(module.namespace.names.borrow().iter().map(|name| name.as_str())),
        Value::Type(info) => names.extend(host.type_names(info)),
        other => {
            if let Value::Type(info) = type_of(other) {
                names.extend(host.type_names(info));
            }
        }
    }
    while let Some(found) = class {
        names.extend(found.order.borrow().iter().map(|name| name.as_str()));
        if let Base::Type(info) = &found.base {
            names.extend(host.type_names(info));
        }
        class = found.parent().cloned();
    }
    names.sort_unstable();
    names.dedup();
    names
}
