//! Variables of modules, cells and class bodies when the short way in the loop does not find them.

use std::cell::RefCell;
use std::rc::Rc;

use super::Vm;
use super::frame::Loaded;
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::interp::code::Reg;
use crate::value::{Cell, Module, Namespace, Value};

impl Vm {
    /// The builtin under a global name that the module does not have.
    #[inline]
    pub(crate) fn load_builtin(&mut self, code: &Rc<Loaded>, name: u32) -> Res<Value> {
        match code.builtins.borrow().get(name as usize) {
            Some(Value::Unbound) | None => {}
            Some(known) => return Ok(known.clone()),
        }
        self.load_builtin_slow(code, name)
    }

    #[cold]
    fn load_builtin_slow(&mut self, code: &Rc<Loaded>, name: u32) -> Res<Value> {
        let sym = code.code.globals.get(name as usize).copied().unwrap_or_else(|| Sym::new(""));
        if let Some(own) = self.module_variable(code, sym) {
            return Ok(own);
        }
        // Library code may use what its module declares.
        if code.code.file == crate::types::prelude::STDLIB {
            let module = code.globals.name.borrow().clone();
            if let Some(own) = self.declared_attr(&module, sym)? {
                return Ok(own);
            }
        }
        match self.builtin(sym)? {
            Some(found) => {
                if let Some(place) = code.builtins.borrow_mut().get_mut(name as usize) {
                    *place = found.clone();
                }
                Ok(found)
            }
            None => Err(undefined(sym)),
        }
    }

    /// `__name__` of the module.
    fn module_variable(&self, code: &Rc<Loaded>, name: Sym) -> Option<Value> {
        if name == self.names.name {
            return Some(Value::str(&*code.globals.name.borrow().clone()));
        }
        (name == self.names.doc).then_some(Value::None)
    }

    #[inline]
    pub(crate) fn store_global(&mut self, code: &Rc<Loaded>, src: Reg, name: u32) -> Res<()> {
        if self.worker {
            self.refuse_global(code, name)?;
        }
        let value = self.consume(code, src)?;
        let slot = code.slots[name as usize] as usize;
        let old = match code.globals.slots.borrow_mut().get_mut(slot) {
            Some(place) => place.replace(value),
            None => None,
        };
        drop(old);
        Ok(())
    }

    #[cold]
    fn refuse_global(&mut self, code: &Rc<Loaded>, name: u32) -> Res<()> {
        if &*code.code.name == "<module>" {
            return Ok(());
        }
        let sym = code.code.globals.get(name as usize).map_or("", |name| name.as_str());
        let message = format!("a task cannot assign the global variable '{sym}': return the value instead");
        Err(Raised::new(ExcClass::RuntimeError, message).help("tasks run in parallel and share nothing that changes"))
    }

    pub(crate) fn delete_global(&mut self, code: &Rc<Loaded>, name: u32) -> Res<()> {
        let slot = code.slots[name as usize] as usize;
        let old = code.globals.slots.borrow_mut().get_mut(slot).and_then(Option::take);
        match old {
            Some(_) => Ok(()),
            None => Err(undefined(code.code.globals.get(name as usize).copied().unwrap_or_else(|| Sym::new("")))),
        }
    }

    /// A fresh cell of the current frame.
    pub(crate) fn make_cell(&mut self, cell: u32, value: Option<Value>) {
        let at = self.frame().cells + cell as usize;
        if let Some(place) = self.cells.get_mut(at) {
            *place = Rc::new(Cell { value: RefCell::new(value) });
        }
    }

    #[cold]
    pub(crate) fn unbound_cell(&mut self, code: &Loaded, cell: u32) -> Box<Raised> {
        let name = code.code.cells.get(cell as usize).map_or("", |name| name.as_str());
        let message = format!("cannot access local variable '{name}' where it is not associated with a value");
        Raised::new(ExcClass::UnboundLocalError, message)
    }

    pub(crate) fn delete_cell(&mut self, code: &Loaded, cell: u32) -> Res<()> {
        let old = self.cells.get(self.frame().cells + cell as usize).and_then(|cell| cell.value.borrow_mut().take());
        old.map(drop).ok_or_else(|| self.unbound_cell(code, cell))
    }

    #[cold]
    pub(crate) fn unbound_free(&mut self, code: &Loaded, free: u32) -> Box<Raised> {
        let name = code.code.frees.get(free as usize).map_or("", |name| name.as_str());
        let message =
            format!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope");
        Raised::new(ExcClass::NameError, message)
    }

    /// A captured variable of the current function.
    #[inline(always)]
    pub(crate) fn capture(&self, free: u32) -> Option<&Rc<Cell>> {
        self.frame().func.as_ref()?.captures.get(free as usize)
    }

    pub(crate) fn store_free(&mut self, free: u32, value: Option<Value>) {
        if let Some(cell) = self.capture(free) {
            let old = cell.value.replace(value);
            drop(old);
        }
    }

    pub(crate) fn delete_free(&mut self, code: &Loaded, free: u32) -> Res<()> {
        let old = self.capture(free).and_then(|cell| cell.value.borrow_mut().take());
        old.map(drop).ok_or_else(|| self.unbound_free(code, free))
    }

    /// A namespace for a class body.
    pub(crate) fn make_namespace(&mut self, code: &Loaded) -> Value {
        let namespace = Namespace::default();
        let module = code.globals.name.borrow().clone();
        namespace.set(self.names.module, Value::str(&*module));
        namespace.set(self.names.qualname, Value::str(&*code.code.qualname));
        let name = code.code.name.clone();
        Value::Module(Rc::new(Module { name, namespace: Rc::new(namespace), declared: false }))
    }

    fn class_namespace(&self, ns: Reg) -> Option<Rc<Namespace>> {
        match self.stack.get(self.frame().base + usize::from(ns)) {
            Some(Value::Module(module)) => Some(module.namespace.clone()),
            _ => None,
        }
    }

    /// Whether the class body has the name; its value is then in `dst`.
    pub(crate) fn load_class_name(&mut self, code: &Loaded, dst: Reg, ns: Reg, name: u16) -> bool {
        let Some(sym) = code.code.sites.get(usize::from(name)).copied() else { return false };
        let Some(value) = self.class_namespace(ns).and_then(|names| names.get(sym)) else { return false };
        let at = self.frame().base + usize::from(dst);
        self.stack[at] = value;
        true
    }

    pub(crate) fn store_class_name(&mut self, code: &Rc<Loaded>, src: Reg, ns: Reg, name: u16) -> Res<()> {
        let value = self.consume(code, src)?;
        if let (Some(sym), Some(names)) = (code.code.sites.get(usize::from(name)), self.class_namespace(ns)) {
            names.set(*sym, value);
        }
        Ok(())
    }

    pub(crate) fn delete_class_name(&mut self, code: &Loaded, ns: Reg, name: u16) -> Res<()> {
        let Some(sym) = code.code.sites.get(usize::from(name)).copied() else { return Ok(()) };
        let names = self.class_namespace(ns);
        let slot = names.as_ref().and_then(|names| names.index.borrow().get(&sym).copied());
        let old = match (names, slot) {
            (Some(names), Some(slot)) => names.slots.borrow_mut().get_mut(slot as usize).and_then(Option::take),
            _ => None,
        };
        old.map(drop).ok_or_else(|| undefined(sym))
    }
}

/// `NameError`.
#[cold]
pub(crate) fn undefined(name: Sym) -> Box<Raised> {
    Raised::new(ExcClass::NameError, format!("name '{name}' is not defined"))
}
