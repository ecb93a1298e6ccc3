//! Lazy iterators written in Rust: `zip`, `map`, `itertools` and the like are a class and a closure.

use std::cell::RefCell;
use std::sync::Arc;

use crate::data::Res;
use crate::data::raised::{type_error, value_error};
use crate::value::frozen::{self, Frozen, Memo};
use crate::value::native::FrozenNative;
use crate::value::pyiter::shown;
use crate::value::{Host, Native, TypeInfo, Value};

/// What gives the next value; `None` at the end.
pub type Step = Box<dyn FnMut(&mut dyn Host) -> Res<Option<Value>>>;

/// An iterator over what a closure gives.
pub struct Lazy {
    info: &'static TypeInfo,
    step: RefCell<Step>,
    text: Option<Text>,
}

/// What shows an iterator whose state is part of its `repr`.
pub type Text = Box<dyn Fn(&mut dyn Host) -> Res<String>>;

/// An iterator of a class over what a closure gives.
pub fn lazy(info: &'static TypeInfo, step: impl FnMut(&mut dyn Host) -> Res<Option<Value>> + 'static) -> Value {
    Value::native(Lazy { info, step: RefCell::new(Box::new(step)), text: None })
}

/// As [`lazy`], with a `repr` of its own.
pub fn lazy_shown(
    info: &'static TypeInfo,
    step: impl FnMut(&mut dyn Host) -> Res<Option<Value>> + 'static,
    text: impl Fn(&mut dyn Host) -> Res<String> + 'static,
) -> Value {
    Value::native(Lazy { info, step: RefCell::new(Box::new(step)), text: Some(Box::new(text)) })
}

impl Native for Lazy {
    fn type_info(&self) -> &'static TypeInfo {
        self.info
    }

    fn repr(&self, host: &mut dyn Host) -> Res<String> {
        if let Some(text) = &self.text {
            return text(host);
        }
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

    /// What goes to another thread is what is still to come; here it is then given from memory.
    fn freeze(&self, host: &mut dyn Host) -> Res<Option<Arc<dyn FrozenNative>>> {
        let Ok(mut step) = self.step.try_borrow_mut() else {
            return Err(value_error("generator already executing"));
        };
        let items = rest_of(self.info, &mut || step(host))?;
        let frozen = frozen_rest(host, self.info, &items)?;
        let mut rest = items.into_iter();
        *step = Box::new(move |_| Ok(rest.next()));
        Ok(Some(frozen))
    }

    fn hash(&self, _: &mut dyn Host) -> Res<Option<u64>> {
        Ok(Some(std::ptr::from_ref(self) as u64 >> 4))
    }
}

/// The most items of an iterator that go to another thread.
const MOST: usize = 10_000_000;

/// All that an iterator still gives.
pub(super) fn rest_of(info: &TypeInfo, step: &mut dyn FnMut() -> Res<Option<Value>>) -> Res<Vec<Value>> {
    let mut items = Vec::new();
    while let Some(item) = step()? {
        items.push(item);
        if items.len() > MOST {
            let message = format!("cannot send a '{}' object of more than {MOST} items to a task", info.name);
            return Err(type_error(message));
        }
    }
    Ok(items)
}

/// These items as an iterator that goes to another thread.
pub(super) fn frozen_rest(host: &mut dyn Host, info: &'static TypeInfo, items: &[Value]) -> Res<Arc<dyn FrozenNative>> {
    let mut memo = Memo::default();
    let items = items.iter().map(|item| frozen::freeze(host, item, &mut memo)).collect::<Res<_>>()?;
    Ok(Arc::new(FrozenLazy { info, items }))
}

struct FrozenLazy {
    info: &'static TypeInfo,
    items: Vec<Frozen>,
}

impl FrozenNative for FrozenLazy {
    fn type_info(&self) -> &'static TypeInfo {
        self.info
    }

    fn thaw(&self, host: &mut dyn Host) -> Res<Value> {
        let items = self.items.iter().map(|item| frozen::thaw(host, item)).collect::<Res<Vec<_>>>()?;
        let mut rest = items.into_iter();
        Ok(lazy(self.info, move |_| Ok(rest.next())))
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
