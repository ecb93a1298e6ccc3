//! What may stand between the machine and the built-in functions: how a script is followed without its effects.

use std::rc::Rc;

use super::eval::Vm;
use crate::data::{Res, Sym};
use crate::syntax::ast::Module;
use crate::value::{Builtin, Host, Value};

/// Sees every module before it is compiled, and every call of a built-in function instead of its row.
pub trait Watch {
    /// The call of a built-in function: one value for each slot of its declaration.
    fn call(&self, host: &mut dyn Host, builtin: &Builtin, row: &[Value]) -> Res<Value>;

    /// The module that is compiled in place of the user's.
    fn module(&self, module: &Module) -> Module;

    /// A name that only rewritten modules use.
    fn name(&self, name: &str) -> Option<Value>;
}

impl Vm {
    /// Put a watch before the built-in functions of this machine.
    pub fn set_watch(&mut self, watch: Rc<dyn Watch>) {
        self.watch = Some(watch);
    }

    /// The exception that is being handled.
    pub fn handled(&self) -> Option<&Value> {
        self.handling.last()
    }

    /// Run the row of a built-in function.
    #[inline]
    pub(crate) fn row(&mut self, builtin: &Builtin, row: &[Value]) -> Res<Value> {
        if builtin.of_arrays
            && row.iter().take(3).any(|arg| matches!(arg, Value::Instance(_)) || listed(arg).is_some())
            && let Some(made) = self.overridden(builtin, row)?
        {
            return Ok(made);
        }
        if self.watch.is_some() {
            return self.watched(builtin, row);
        }
        (builtin.build)(self, row)
    }

    /// What an argument whose class has `__array_ufunc__` or `__array_function__` makes of a function of NumPy or
    /// `dask.array`; `None`: nothing.
    #[cold]
    #[inline(never)]
    fn overridden(&mut self, builtin: &Builtin, row: &[Value]) -> Res<Option<Value>> {
        let Some((module @ ("numpy" | "dask.array"), name)) = builtin.name.rsplit_once('.') else { return Ok(None) };
        if name.starts_with('_') {
            return Ok(None);
        }
        let ufunc = crate::ops::find(name).is_some();
        let names: &[&str] = if ufunc { &["__array_ufunc__", "__array_function__"] } else { &["__array_function__"] };
        let found = row.iter().take(3).find_map(|arg| match listed(arg).unwrap_or_else(|| arg.clone()) {
            Value::Instance(object) => names.iter().find_map(|name| {
                let function = object.class.lookup(Sym::new(name))?;
                Some((Value::Instance(object.clone()), function, *name == "__array_ufunc__"))
            }),
            _ => None,
        });
        let Some((this, function, as_ufunc)) = found else { return Ok(None) };
        let module = self.import(module)?;
        let called = self.getattr(&module, Sym::new(name))?;
        let (args, kwargs) = given(builtin, row);
        let made = if as_ufunc {
            let all = [vec![this, called, Value::str("__call__")], args].concat();
            self.call_value(&function, all, kwargs)?
        } else {
            let named = crate::value::DictObj::plain();
            kwargs.into_iter().for_each(|(name, value)| crate::value::dict::set_str(&named, name.as_str(), value));
            let all = vec![this, called, Value::tuple([]), Value::tuple(args), Value::Dict(Rc::new(named))];
            self.call_value(&function, all, Vec::new())?
        };
        Ok((!matches!(made, Value::NotImplemented)).then_some(made))
    }

    #[cold]
    #[inline(never)]
    fn watched(&mut self, builtin: &Builtin, row: &[Value]) -> Res<Value> {
        match self.watch.clone() {
            Some(watch) => watch.call(self, builtin, row),
            None => (builtin.build)(self, row),
        }
    }
}

/// The object that a list or tuple begins with, as one of arrays does.
fn listed(arg: &Value) -> Option<Value> {
    let first = match arg {
        Value::List(list) => list.items.borrow().first().cloned(),
        Value::Tuple(tuple) => tuple.items.first().cloned(),
        _ => None,
    };
    first.filter(|first| matches!(first, Value::Instance(_)))
}

/// The arguments of a call as a caller would write them: those that have no default by place, of the others those that
/// are not at their default by name.
fn given(builtin: &Builtin, row: &[Value]) -> (Vec<Value>, Vec<(Sym, Value)>) {
    let signature = &*builtin.signature;
    let (mut args, mut kwargs) = (Vec::new(), Vec::new());
    let mut defaults = builtin.defaults.iter();
    for (slot, value) in row.iter().enumerate() {
        match (signature.names.get(slot), signature.has_default.get(slot)) {
            (Some(name), Some(true)) if slot >= signature.posonly => {
                if !defaults.next().is_some_and(|default| same(default, value)) {
                    kwargs.push((*name, value.clone()));
                }
            }
            (_, has) => {
                if has == Some(&true) {
                    defaults.next();
                }
                args.push(value.clone());
            }
        }
    }
    (args, kwargs)
}

/// Whether a value is a parameter's default.
fn same(default: &Value, value: &Value) -> bool {
    match (default, value) {
        (Value::None, Value::None) => true,
        (Value::Bool(a), Value::Bool(b)) => a == b,
        (Value::Int(a), Value::Int(b)) => a == b,
        (Value::Float(a), Value::Float(b)) => a == b,
        (Value::Str(a), Value::Str(b)) => a.as_str() == b.as_str(),
        (Value::Ellipsis, Value::Ellipsis) => true,
        _ => false,
    }
}
