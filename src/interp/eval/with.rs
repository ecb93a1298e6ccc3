//! `with`.

use super::Vm;
use super::raise::exc_obj;
use crate::data::Res;
use crate::data::raised::type_error;
use crate::interp::code::Reg;
use crate::value::{Host, Value, kind};

impl Vm {
    /// `mgr.__enter__()`.
    pub(crate) fn with_enter(&mut self, base: usize, mgr: Reg) -> Res<Value> {
        let value = self.stack[base + usize::from(mgr)].clone();
        match &value {
            Value::Instance(object) => {
                let class = object.class.clone();
                let (enter, exit) = (class.lookup(self.names.enter), class.lookup(self.names.exit));
                let Some(enter) = enter else { return Err(no_manager(&value, "")) };
                if exit.is_none() {
                    return Err(no_manager(&value, " (missed __exit__ method)"));
                }
                self.call_value(&enter, vec![value.clone()], Vec::new())
            }
            Value::Native(native) => match native.0.enter(&value, self)? {
                Some(entered) => Ok(entered),
                None => self.native_enter(&value),
            },
            _ => Err(no_manager(&value, "")),
        }
    }

    /// Natives may declare `__enter__` as a method.
    fn native_enter(&mut self, value: &Value) -> Res<Value> {
        let Ok(enter) = self.getattr(value, self.names.enter) else { return Err(no_manager(value, "")) };
        self.call_value(&enter, Vec::new(), Vec::new())
    }

    /// `mgr.__exit__(None, None, None)`.
    pub(crate) fn with_exit(&mut self, base: usize, mgr: Reg) -> Res<()> {
        let value = self.stack[base + usize::from(mgr)].clone();
        match &value {
            Value::Instance(object) => {
                let Some(exit) = object.class.lookup(self.names.exit) else { return Ok(()) };
                let args = vec![value.clone(), Value::None, Value::None, Value::None];
                self.call_value(&exit, args, Vec::new()).map(drop)
            }
            Value::Native(native) => native.0.exit(&value, self, None).map(drop),
            _ => Ok(()),
        }
    }

    /// `mgr.__exit__(type, exc, traceback)`: whether it swallows the exception.
    pub(crate) fn with_exit_raised(&mut self, base: usize, mgr: Reg, exc: Reg) -> Res<bool> {
        let value = self.stack[base + usize::from(mgr)].clone();
        let raised = self.stack[base + usize::from(exc)].clone();
        match &value {
            Value::Instance(object) => {
                let Some(exit) = object.class.lookup(self.names.exit) else { return Ok(false) };
                let class = match (&raised, exc_obj(&raised)) {
                    (Value::Instance(object), _) => Value::Class(object.class.clone()),
                    (_, Some(object)) => Value::ExcType(object.class),
                    _ => Value::None,
                };
                let args = vec![value.clone(), class, raised, Value::None];
                let answer = self.call_value(&exit, args, Vec::new())?;
                kind::truth(self, &answer)
            }
            Value::Native(native) => native.0.exit(&value, self, Some(&raised)),
            _ => Ok(false),
        }
    }
}

fn no_manager(value: &Value, more: &str) -> Box<crate::data::Raised> {
    let name = kind::type_name(value);
    type_error(format!("'{name}' object does not support the context manager protocol{more}"))
}
