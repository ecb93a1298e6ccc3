//! Lazy iterators written in Rust: `zip`, `map`, `itertools` and the like are a class and a closure.

use std::cell::RefCell;

use crate::data::Res;
use crate::data::raised::value_error;
use crate::value::pyiter::shown;
use crate::value::{Host, Native, TypeInfo, Value};

/// What gives the next value; `None` at the end.
pub type Step = Box<dyn FnMut(&mut dyn Host) -> Res<Option<Value>>>;

/// An iterator over what a closure gives.
pub struct Lazy {
    info: &'static TypeInfo,
    step: RefCell<Step>,
}

/// An iterator of a class over what a closure gives.
pub fn lazy(info: &'static TypeInfo, step: impl FnMut(&mut dyn Host) -> Res<Option<Value>> + 'static) -> Value {
    Value::native(Lazy { info, step: RefCell::new(Box::new(step)) })
}

impl Native for Lazy {
    fn type_info(&self) -> &'static TypeInfo {
        self.info
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        let address = std::ptr::from_ref(self) as usize;
        if self.info.module == "builtins" {
            return Ok(shown(self.info, address));
        }
        Ok(format!("<{}.{} object at {address:#x}>", self.info.module, self.info.name))
    }

    fn iterable(&self) -> bool {
        true
    }

    fn iter(&self, this: &Value, _: &mut dyn Host) -> Res<Option<Value>> {
        Ok(Some(this.clone()))
    }

    fn next(&self, host: &mut dyn Host) -> Res<Option<Option<Value>>> {
        let Ok(mut step) = self.step.try_borrow_mut() else {
            return Err(value_error("generator already executing"));
        };
        step(host).map(Some)
    }

    fn hash(&self, _: &mut dyn Host) -> Res<Option<u64>> {
        Ok(Some(std::ptr::from_ref(self) as u64 >> 4))
    }
}

/// A static class for each iterator of a module.
#[macro_export]
#[doc(hidden)]
macro_rules! lazy_types {
    ($module:literal: $($constant:ident = $name:literal),* $(,)?) => {
        $(static $constant: $crate::value::TypeInfo = $crate::value::TypeInfo {
            name: $name, module: $module, declared: concat!($module, ".", $name), base: None,
        };)*
    };
}
