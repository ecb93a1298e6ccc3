//! The instructions of `import`.

use std::rc::Rc;

use super::eval::{Loaded, Vm};
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::value::Value;

impl Vm {
    /// `import a.b`: the first module of the path, or the last if that is wanted.
    pub(crate) fn import_op(&mut self, code: &Rc<Loaded>, index: u32) -> Res<Value> {
        let Some(spec) = code.code.imports.get(index as usize) else { return Ok(Value::None) };
        let name = self.absolute(code, &spec.path, spec.level)?;
        let module = self.import_module(&name)?;
        if spec.last {
            return Ok(module);
        }
        let first = name.split('.').next().unwrap_or(&name).to_owned();
        self.import_module(&first)
    }

    /// The dotted name that a relative import means.
    fn absolute(&mut self, code: &Rc<Loaded>, path: &str, level: u32) -> Res<String> {
        if level == 0 {
            return Ok(path.to_owned());
        }
        let here = code.globals.name.borrow().to_string();
        let file = code.globals.get(Sym::new("__file__"));
        let package = file.as_ref().and_then(Value::as_str).is_some_and(|file| file.contains("__init__."));
        let mut parts: Vec<&str> = here.split('.').collect();
        let up = level as usize - usize::from(package);
        let known = here != "__main__" && up < parts.len() + usize::from(up == 0);
        if !known || (parts.len() <= up && !package) {
            return Err(Raised::new(ExcClass::ImportError, "attempted relative import with no known parent package"));
        }
        parts.truncate(parts.len() - up);
        if !path.is_empty() {
            parts.push(path);
        }
        Ok(parts.join("."))
    }

    /// `from module import name`.
    pub(crate) fn import_from_op(&mut self, code: &Rc<Loaded>, base: usize, src: u16, name: u16) -> Res<Value> {
        let Some(name) = code.code.sites.get(usize::from(name)).copied() else { return Ok(Value::None) };
        let Value::Module(module) = self.stack[base + usize::from(src)].clone() else { return Ok(Value::None) };
        match self.module_attr(&module, name) {
            Err(raised) if raised.class == ExcClass::AttributeError => {}
            other => return other,
        }
        match self.import_module(&format!("{}.{name}", module.name)) {
            Err(raised) if raised.class == ExcClass::ModuleNotFoundError => {
                let file = module.namespace.get(Sym::new("__file__"));
                let place = file.as_ref().and_then(Value::as_str).unwrap_or("unknown location").to_owned();
                let message = format!("cannot import name '{name}' from '{}' ({place})", module.name);
                Err(Raised::new(ExcClass::ImportError, message))
            }
            other => other,
        }
    }
}
