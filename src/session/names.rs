//! Attributes, signatures and parameters of live values, for completion and hints. Nothing of the user's runs.

use crate::data::Sym;
use crate::types::prelude;
use crate::value::{Base, Class, Signature, Value, kind, repr};

/// Names that may follow a dot.
pub fn attributes(value: &Value) -> Vec<String> {
    match value {
        Value::Module(module) => match prelude::module(&module.name) {
            Some(declared) => declared.names.iter().map(|declaration| declaration.name.to_string()).collect(),
            None => texts(module.namespace.items().into_iter().map(|(name, _)| name)),
        },
        Value::Instance(object) => {
            let own = object.attrs.borrow().pairs().iter().map(|(name, _)| *name).collect::<Vec<_>>();
            texts(own.into_iter()).into_iter().chain(class_attributes(&object.class)).collect()
        }
        Value::Class(class) => class_attributes(class),
        Value::Type(class) => members(class.declared),
        other => kind::type_info(other).map(|class| members(class.declared)).unwrap_or_default(),
    }
}

fn texts(names: impl Iterator<Item = Sym>) -> Vec<String> {
    names.map(|name| name.to_string()).collect()
}

fn class_attributes(class: &Class) -> Vec<String> {
    let mut names = texts(class.order.borrow().iter().copied());
    match &class.base {
        Base::Class(parent) => names.extend(class_attributes(parent)),
        Base::Type(builtin) => names.extend(members(builtin.declared)),
        Base::Object | Base::Exc(_) => {}
    }
    names
}

/// What a declared class and its bases declare.
pub fn members(class: &str) -> Vec<String> {
    let Some(declared) = prelude::find(class) else { return Vec::new() };
    let mut names: Vec<String> = declared.members().iter().map(|member| member.name.to_string()).collect();
    let module = class.rsplit_once('.').map_or("", |(module, _)| module);
    if let Some(base) = declared.base() {
        let whole = if base.contains('.') { base.to_owned() } else { format!("{module}.{base}") };
        if whole != class {
            names.extend(members(&whole));
        }
    }
    names
}

/// A signature, with the values of its defaults, and whether the first parameter is bound already.
struct Called<'v> {
    signature: &'v Signature,
    defaults: &'v [Value],
    bound: bool,
}

fn called(value: &Value) -> Option<Called<'_>> {
    match value {
        Value::Function(function) => {
            Some(Called { signature: &function.signature, defaults: &function.defaults, bound: false })
        }
        Value::Builtin(builtin) => {
            Some(Called { signature: &builtin.signature, defaults: &builtin.defaults, bound: false })
        }
        Value::Method(method) => Some(Called { bound: true, ..called(&method.function)? }),
        _ => None,
    }
}

/// Names of the parameters that an argument can be given to by name.
pub fn parameters(value: &Value) -> Vec<String> {
    let Some(called) = called(value) else { return Vec::new() };
    let skip = called.signature.posonly.max(usize::from(called.bound));
    texts(called.signature.names.iter().skip(skip).copied())
}

/// `(x, /, *, axis=None)`.
pub fn signature(value: &Value) -> Option<String> {
    let Called { signature, defaults, bound } = called(value)?;
    let mut defaults = defaults.iter();
    let positional = signature.args.max(signature.posonly);
    let mut parts = Vec::new();
    for (at, name) in signature.names.iter().enumerate() {
        if at == positional {
            parts.push(signature.vararg.map_or("*".to_owned(), |name| format!("*{name}")));
        }
        let default = match signature.has_default.get(at) {
            Some(true) => defaults.next().map(|value| format!("={}", plain(value))).unwrap_or_default(),
            _ => String::new(),
        };
        if !(bound && at == 0) {
            parts.push(format!("{name}{default}"));
        }
        if at + 1 == signature.posonly && !(bound && at == 0) {
            parts.push("/".to_owned());
        }
    }
    if signature.names.len() <= positional {
        parts.extend(signature.vararg.map(|name| format!("*{name}")));
    }
    parts.extend(signature.kwarg.map(|name| format!("**{name}")));
    Some(format!("({})", parts.join(", ")))
}

/// A default, without running anything.
fn plain(value: &Value) -> String {
    match value {
        Value::None => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Int(number) => number.to_string(),
        Value::Float(number) => repr::float(*number),
        Value::Str(text) => repr::quote(text.as_str()),
        _ => "...".to_owned(),
    }
}
