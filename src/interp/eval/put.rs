//! Counted values written to registers, one kind at a time. Inlined, the kinds would meet in one copy of a whole value, and
//! that waits for its own last write.

use std::rc::Rc;

use crate::value::{Builtin, Class, DictObj, Function, Instance, ListObj, Str, Tuple, Value};

/// Any value written to a register: what was there goes, which for most is nothing to do.
#[inline(always)]
pub(crate) fn any(place: &mut Value, value: Value) {
    let old = std::mem::replace(place, value);
    if old.is_plain() {
        std::mem::forget(old);
    }
}

macro_rules! puts {
    ($($name:ident: $kind:ident($inner:ty);)*) => {
        $(#[inline(never)]
        pub(crate) fn $name(place: &mut Value, value: Rc<$inner>) {
            any(place, Value::$kind(value));
        })*
    };
}

puts! {
    function: Function(Function);
    instance: Instance(Instance);
    text: Str(Str);
    list: List(ListObj);
    builtin: Builtin(Builtin);
    class: Class(Class);
    dict: Dict(DictObj);
    tuple: Tuple(Tuple);
}
