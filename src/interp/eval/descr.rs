//! `property`, `staticmethod`, `classmethod`, `super`, `object()`, and the few builtins that only the machine can be.

use std::rc::Rc;
use std::sync::Arc;

use super::Vm;
use super::generator::{Generator, machine};
use crate::data::raised::type_error;
use crate::data::{Raised, Res, Sym};
use crate::value::func::Build;
use crate::value::native::Rewrap;
use crate::value::{Builtin, Class, Host, Method, Native, Quick, Signature, TypeInfo, Value, exc};

const fn info(name: &'static str, declared: &'static str) -> TypeInfo {
    TypeInfo { name, module: "builtins", declared, base: None }
}

/// `property`.
pub static PROPERTY: TypeInfo = info("property", "builtins.property");
/// `staticmethod`.
pub static STATICMETHOD: TypeInfo = info("staticmethod", "builtins.staticmethod");
/// `classmethod`.
pub static CLASSMETHOD: TypeInfo = info("classmethod", "builtins.classmethod");
/// `super`.
pub static SUPER: TypeInfo = info("super", "builtins.super");

/// A property: up to three functions.
#[derive(Clone)]
pub struct Property {
    pub get: Value,
    pub set: Value,
    pub delete: Value,
}

/// A static method.
pub struct StaticMethod(pub Value);

/// A class method.
pub struct ClassMethod(pub Value);

/// `super(class, this)`.
pub struct Super {
    pub class: Rc<Class>,
    pub this: Value,
}

/// `object()`.
pub struct Plain;

/// A function of Rust with these parameters; names that end in `?` are optional and `None`.
pub fn function(name: &'static str, params: &[&str], vararg: Option<&str>, build: Build) -> Value {
    let mut signature = Signature { vararg: vararg.map(Sym::new), ..Signature::default() };
    let mut defaults = Vec::new();
    for param in params {
        let optional = param.ends_with('?');
        signature.names.push(Sym::new(param.trim_end_matches('?')));
        signature.has_default.push(optional);
        if optional {
            defaults.push(Value::None);
        }
    }
    signature.posonly = signature.names.len();
    let (of_arrays, quick) = (Builtin::names_arrays(name), Quick::of(name));
    let signature = Arc::new(signature);
    Value::Builtin(Rc::new(Builtin { name, signature, defaults, build, doc: None, asks: false, of_arrays, quick }))
}

fn method(this: &Value, name: &'static str, params: &[&str], build: Build) -> Value {
    Value::Method(Rc::new(Method { this: this.clone(), function: function(name, params, None, build) }))
}

/// A builtin that only the machine can be.
pub(crate) fn own_builtin(name: &str) -> Option<Value> {
    Some(match name {
        "property" => Value::Type(&PROPERTY),
        "staticmethod" => Value::Type(&STATICMETHOD),
        "classmethod" => Value::Type(&CLASSMETHOD),
        "super" => Value::Type(&SUPER),
        _ => return None,
    })
}

/// `property(...)` and its kin; `None` for other classes.
pub(crate) fn construct(info: &TypeInfo, args: &[Value], kwargs: &[(Sym, Value)]) -> Option<Res<Value>> {
    let arg = |at: usize, name: &str| {
        let named = || kwargs.iter().find(|(key, _)| key.as_str() == name).map(|(_, value)| value.clone());
        args.get(at).cloned().or_else(named).unwrap_or(Value::None)
    };
    if std::ptr::eq(info, &PROPERTY) {
        let made = Property { get: arg(0, "fget"), set: arg(1, "fset"), delete: arg(2, "fdel") };
        return Some(Ok(Value::native(made)));
    }
    if std::ptr::eq(info, &STATICMETHOD) {
        return Some(Ok(Value::native(StaticMethod(arg(0, "function")))));
    }
    if std::ptr::eq(info, &CLASSMETHOD) {
        return Some(Ok(Value::native(ClassMethod(arg(0, "function")))));
    }
    if std::ptr::eq(info, &SUPER) {
        let Some(Value::Class(class)) = args.first() else {
            return Some(Err(Raised::new(crate::data::ExcClass::RuntimeError, "super(): no arguments")));
        };
        return Some(Ok(Value::native(Super { class: class.clone(), this: arg(1, "this") })));
    }
    if std::ptr::eq(info, &crate::value::types::OBJECT) {
        if !args.is_empty() || !kwargs.is_empty() {
            return Some(Err(type_error("object() takes no arguments")));
        }
        return Some(Ok(Value::native(Plain)));
    }
    None
}

impl Vm {
    /// `super()`.
    pub(crate) fn make_super(&mut self, base: usize, class: u16, this: u16) -> Res<Value> {
        let class = self.stack[base + usize::from(class)].clone();
        let this = self.stack[base + usize::from(this)].clone();
        match class {
            Value::Class(class) => Ok(Value::native(Super { class, this })),
            _ => Err(Raised::new(crate::data::ExcClass::RuntimeError, "super(): empty __class__ cell")),
        }
    }
}

/// `send`, `throw`, `close` and what else a generator has.
pub(crate) fn generator_method(this: &Value, name: &str) -> Option<Value> {
    fn of(value: &Value) -> Res<&Generator> {
        value.as_native::<Generator>().ok_or_else(|| type_error("not a generator"))
    }
    fn next(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
        let vm = machine(host)?;
        vm.generator_send(of(&args[0])?, Value::None)
    }
    fn send(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
        let vm = machine(host)?;
        vm.generator_send(of(&args[0])?, args[1].clone())
    }
    fn throw(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
        let vm = machine(host)?;
        let value = if matches!(args[2], Value::None) { &args[1] } else { &args[2] };
        let raised = exc::raise(vm, value);
        vm.generator_throw(of(&args[0])?, raised)
    }
    fn close(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
        let vm = machine(host)?;
        vm.generator_close(of(&args[0])?)?;
        Ok(Value::None)
    }
    fn same(_host: &mut dyn Host, args: &[Value]) -> Res<Value> {
        Ok(args[0].clone())
    }
    Some(match name {
        "__next__" => method(this, "__next__", &["self"], next),
        "__iter__" => method(this, "__iter__", &["self"], same),
        "send" => method(this, "send", &["self", "value"], send),
        "throw" => method(this, "throw", &["self", "type", "value?"], throw),
        "close" => method(this, "close", &["self"], close),
        _ => return None,
    })
}

/// `setter`, `getter`, `deleter` of a property.
fn property_method(this: &Value, name: &str) -> Option<Value> {
    fn changed(args: &[Value], change: impl FnOnce(&mut Property, Value)) -> Res<Value> {
        let mut made = args[0].as_native::<Property>().cloned().ok_or_else(|| type_error("not a property"))?;
        change(&mut made, args[1].clone());
        Ok(Value::native(made))
    }
    fn setter(_host: &mut dyn Host, args: &[Value]) -> Res<Value> {
        changed(args, |made, value| made.set = value)
    }
    fn getter(_host: &mut dyn Host, args: &[Value]) -> Res<Value> {
        changed(args, |made, value| made.get = value)
    }
    fn deleter(_host: &mut dyn Host, args: &[Value]) -> Res<Value> {
        changed(args, |made, value| made.delete = value)
    }
    Some(match name {
        "setter" => method(this, "setter", &["self", "f"], setter),
        "getter" => method(this, "getter", &["self", "f"], getter),
        "deleter" => method(this, "deleter", &["self", "f"], deleter),
        _ => return None,
    })
}

fn address_of<T>(object: &T, name: &str) -> String {
    format!("<{name} object at {:#x}>", std::ptr::from_ref(object) as *const u8 as usize)
}

impl Native for Property {
    fn type_info(&self) -> &'static TypeInfo {
        &PROPERTY
    }
    fn repr(&self, _host: &mut dyn Host) -> Res<String> {
        Ok(address_of(self, "property"))
    }
    fn getattr(&self, this: &Value, host: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        Ok(match name.as_str() {
            "fget" => Some(self.get.clone()),
            "fset" => Some(self.set.clone()),
            "fdel" => Some(self.delete.clone()),
            "__doc__" => Some(host.getattr(&self.get, name)?),
            text => property_method(this, text),
        })
    }
    fn wraps(&self) -> Option<(Vec<Value>, Rewrap)> {
        Some((vec![self.get.clone(), self.set.clone(), self.delete.clone()], |parts| {
            let mut parts = parts.into_iter();
            let mut next = || parts.next().unwrap_or(Value::None);
            Value::native(Property { get: next(), set: next(), delete: next() })
        }))
    }
}

impl Native for StaticMethod {
    fn type_info(&self) -> &'static TypeInfo {
        &STATICMETHOD
    }
    fn repr(&self, host: &mut dyn Host) -> Res<String> {
        Ok(format!("<staticmethod({})>", crate::value::repr::repr(host, &self.0)?))
    }
    fn call(&self, _this: &Value, host: &mut dyn Host, args: &[Value], kwargs: &[(Sym, Value)]) -> Res<Option<Value>> {
        host.call(&self.0, args, kwargs).map(Some)
    }
    fn wraps(&self) -> Option<(Vec<Value>, Rewrap)> {
        Some((vec![self.0.clone()], |parts| {
            Value::native(StaticMethod(parts.into_iter().next().unwrap_or(Value::None)))
        }))
    }
}

impl Native for ClassMethod {
    fn type_info(&self) -> &'static TypeInfo {
        &CLASSMETHOD
    }
    fn repr(&self, host: &mut dyn Host) -> Res<String> {
        Ok(format!("<classmethod({})>", crate::value::repr::repr(host, &self.0)?))
    }
    fn wraps(&self) -> Option<(Vec<Value>, Rewrap)> {
        Some((vec![self.0.clone()], |parts| {
            Value::native(ClassMethod(parts.into_iter().next().unwrap_or(Value::None)))
        }))
    }
}

impl Native for Super {
    fn type_info(&self) -> &'static TypeInfo {
        &SUPER
    }
    fn repr(&self, _host: &mut dyn Host) -> Res<String> {
        let this = crate::value::kind::type_name(&self.this);
        Ok(format!("<super: <class '{}'>, <{this} object>>", self.class.name))
    }
}

impl Native for Plain {
    fn type_info(&self) -> &'static TypeInfo {
        &crate::value::types::OBJECT
    }
    fn repr(&self, _host: &mut dyn Host) -> Res<String> {
        let address = std::ptr::from_ref(self) as usize;
        Ok(format!("<object object at {address:#x}>"))
    }
    fn hash(&self, _host: &mut dyn Host) -> Res<Option<u64>> {
        Ok(Some(std::ptr::from_ref(self) as usize as u64))
    }
}
