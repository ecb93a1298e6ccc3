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

/// A register emptied.
#[inline(always)]
pub(crate) fn gone(place: &mut Value) {
    if !place.is_plain() {
        *place = Value::Unbound;
    } else if !matches!(place, Value::Unbound) {
        any(place, Value::Unbound);
    }
}

macro_rules! puts {
    ($($name:ident: $kind:ident($inner:ty);)*) => {
        $(#[inline(never)]
        pub(crate) fn $name(place: &mut Value, value: $inner) {
            any(place, Value::$kind(value));
        })*
    };
}

puts! {
    function: Function(Rc<Function>);
    instance: Instance(Rc<Instance>);
    text: Str(Rc<Str>);
    list: List(Rc<ListObj>);
    builtin: Builtin(Rc<Builtin>);
    class: Class(Rc<Class>);
    dict: Dict(Rc<DictObj>);
    tuple: Tuple(Rc<Tuple>);
    int: Int(i64);
    float: Float(f64);
    bool: Bool(bool);
}

/// `None` written to a register.
#[inline(never)]
pub(crate) fn none(place: &mut Value) {
    any(place, Value::None);
}
