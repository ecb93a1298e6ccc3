//! What may stand between the machine and the built-in functions: how a script is followed without its effects.

use std::rc::Rc;

use super::eval::Vm;
use crate::data::Res;
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
    #[inline(always)]
    pub(crate) fn row(&mut self, builtin: &Builtin, row: &[Value]) -> Res<Value> {
        if self.watch.is_some() {
            return self.watched(builtin, row);
        }
        (builtin.build)(self, row)
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
