//! NumPy's functions of lazy arrays: the function of the same name in `dask.array` takes over, which is NumPy's
//! `__array_function__`; where there is none, the arrays are computed, with Dask's warning.

use std::rc::Rc;

use super::Vm;
use crate::data::{Res, Sym};
use crate::expr::Array;
use crate::expr::meta::dispatch;
use crate::types::prelude;
use crate::value::{DictObj, Function, Host, Signature, Value, dict};

/// How deep lists within arguments are looked at.
const DEPTH: usize = 3;

/// Whether a function that stdlib/ declares asks its arguments first. `name`: qualified, or within its module.
pub fn asks(module: &str, name: &str) -> bool {
    let short = name.strip_prefix(module).and_then(|rest| rest.strip_prefix('.')).unwrap_or(name);
    !short.contains(['.', '<']) && dispatch::asks(module, short)
}

fn has_lazy(value: &Value, depth: usize) -> bool {
    match value {
        Value::Native(_) => value.as_native::<Array>().is_some(),
        Value::List(list) if depth > 0 => list.items.borrow().iter().any(|item| has_lazy(item, depth - 1)),
        Value::Tuple(tuple) if depth > 0 => tuple.items.iter().any(|item| has_lazy(item, depth - 1)),
        _ => false,
    }
}

impl Vm {
    /// What takes over a call of a function that asks; `None` where no argument is lazy.
    pub(crate) fn handed_on(
        &mut self,
        function: &Value,
        module: &str,
        signature: &Signature,
        args: &[Value],
        kwargs: &[(Sym, Value)],
    ) -> Option<Res<Value>> {
        let name = match function {
            Value::Builtin(builtin) => builtin.name,
            Value::Function(function) => &*function.qualname,
            _ => return None,
        };
        let name = name.rsplit('.').next().unwrap_or(name);
        let asked = |parameter: &str| dispatch::asked(name, parameter);
        let mut lazy = kwargs.iter().any(|(key, value)| asked(key.as_str()) && has_lazy(value, DEPTH));
        for (at, value) in args.iter().enumerate() {
            lazy |= signature.names.get(at).is_none_or(|at| asked(at.as_str())) && has_lazy(value, DEPTH);
        }
        lazy.then(|| self.hand_on(function, (module, name), args, kwargs))
    }

    /// As [`Vm::handed_on`], of a function that is written in the language.
    pub(crate) fn asking(
        &mut self,
        function: &Rc<Function>,
        args: &[Value],
        kwargs: &[(Sym, Value)],
    ) -> Option<Res<Value>> {
        let module = function.globals.name.borrow().clone();
        let this = Value::Function(function.clone());
        self.handed_on(&this, &module, &function.signature, args, kwargs)
    }

    #[cold]
    fn hand_on(
        &mut self,
        function: &Value,
        (module, name): (&str, &str),
        args: &[Value],
        kwargs: &[(Sym, Value)],
    ) -> Res<Value> {
        if let Some((there, name)) = dispatch::counterpart(module, name)
            && prelude::module(there).is_some_and(|module| module.get(name).is_some())
        {
            let found = self.import_module(there)?;
            let taker = Host::getattr(self, &found, Sym::new(name))?;
            return self.call_value(&taker, args.to_vec(), kwargs.to_vec());
        }
        self.warn(&dispatch::warning(module, name))?;
        let named = Rc::new(DictObj::plain());
        for (key, value) in kwargs {
            dict::insert(self, &named, Value::str(key.as_str()), value.clone())?;
        }
        let dask = self.import_module("dask")?;
        let compute = Host::getattr(self, &dask, Sym::new("compute"))?;
        let both = self.call_value(&compute, vec![Value::list(args.to_vec()), Value::Dict(named)], Vec::new())?;
        let (args, kwargs) = match &both {
            Value::Tuple(both) => match &*both.items {
                [Value::List(args), Value::Dict(kwargs)] => (args.items.borrow().clone(), dict::items(kwargs)),
                _ => (args.to_vec(), Vec::new()),
            },
            _ => (args.to_vec(), Vec::new()),
        };
        let named = |(key, value): (Value, Value)| Some((Sym::new(key.as_str()?), value));
        self.call_value(function, args, kwargs.into_iter().filter_map(named).collect())
    }

    /// `warnings.warn(text, FutureWarning)`.
    fn warn(&mut self, text: &str) -> Res<()> {
        let module = self.import_module("warnings")?;
        let warn = Host::getattr(self, &module, Sym::new("warn"))?;
        let class = self.builtin(Sym::new("FutureWarning"))?.unwrap_or(Value::None);
        self.call_value(&warn, vec![Value::str(text), class], Vec::new()).map(drop)
    }
}
