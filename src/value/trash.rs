//! Dropping deep values without deep recursion: past a depth, parts wait on a list of this thread.

use std::any::Any;
use std::cell::{Cell, RefCell};

use super::class::{ExcObj, Instance};
use super::containers::{DictObj, ListObj, SetObj, Tuple};
use super::func::{self, Function, Method};
use super::{AttrMap, Native, NativeBox, TypeInfo, types};
use crate::data::Res;

/// How deep drops nest before parts wait.
const DEEP: u32 = 40;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static PENDING: Cell<bool> = const { Cell::new(false) };
    static WAITING: RefCell<Vec<Box<dyn Any>>> = const { RefCell::new(Vec::new()) };
}

/// Drop what a container held. Nested drops come back here.
#[inline]
pub fn discard<T: 'static>(parts: T) {
    let depth = DEPTH.get();
    if depth >= DEEP {
        wait(parts);
        return;
    }
    DEPTH.set(depth + 1);
    drop(parts);
    if depth == 0 && PENDING.get() {
        drain();
    }
    DEPTH.set(depth);
}

#[inline(never)]
fn wait<T: 'static>(parts: T) {
    let mut parts = Some(parts);
    PENDING.set(true);
    // At the end of a thread the list may be gone; what comes then is dropped where it stands.
    let _ = WAITING.try_with(|waiting| {
        if let Some(parts) = parts.take() {
            waiting.borrow_mut().push(Box::new(parts));
        }
    });
}

#[inline(never)]
fn drain() {
    PENDING.set(false);
    while let Ok(Some(parts)) = WAITING.try_with(|waiting| waiting.borrow_mut().pop()) {
        drop(parts);
    }
}

impl Drop for Tuple {
    fn drop(&mut self) {
        if !self.items.is_empty() {
            discard(std::mem::take(&mut self.items));
        }
    }
}

impl Drop for ListObj {
    fn drop(&mut self) {
        discard(std::mem::take(self.items.get_mut()));
    }
}

impl Drop for DictObj {
    fn drop(&mut self) {
        discard((std::mem::take(self.table.get_mut()), std::mem::replace(self.kind.get_mut(), super::DictKind::Plain)));
    }
}

impl Drop for SetObj {
    fn drop(&mut self) {
        discard(std::mem::take(self.table.get_mut()));
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        let attrs: AttrMap = std::mem::take(self.attrs.get_mut());
        discard((attrs, std::mem::take(&mut self.payload)));
    }
}

impl Drop for ExcObj {
    fn drop(&mut self) {
        let parts = (std::mem::take(self.args.get_mut()), std::mem::take(self.attrs.get_mut()));
        discard((parts, self.raised.get_mut().take()));
    }
}

impl Drop for Function {
    fn drop(&mut self) {
        let parts = (std::mem::take(&mut self.captures), std::mem::take(&mut self.defaults));
        discard((parts, std::mem::take(self.attrs.get_mut())));
    }
}

impl Drop for func::Cell {
    fn drop(&mut self) {
        discard(self.value.get_mut().take());
    }
}

impl Drop for Method {
    fn drop(&mut self) {
        discard((std::mem::take(&mut self.this), std::mem::take(&mut self.function)));
    }
}

impl Drop for NativeBox {
    fn drop(&mut self) {
        discard(std::mem::replace(&mut self.0, Box::new(Gone)));
    }
}

/// What stands in for a native object that is being dropped.
struct Gone;

impl Native for Gone {
    fn type_info(&self) -> &'static TypeInfo {
        &types::OBJECT
    }

    fn repr(&self, _: &mut dyn super::Host) -> Res<String> {
        Ok(String::new())
    }
}

#[cfg(test)]
mod tests {
    use crate::value::Value;

    #[test]
    fn a_million_nested_lists_are_dropped() {
        let mut nested = Value::list(vec![]);
        for at in 0..1_000_000 {
            nested = if at % 2 == 0 { Value::list(vec![nested]) } else { Value::tuple([nested]) };
        }
        drop(nested);
    }
}
