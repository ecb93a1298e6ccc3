//! Iterator objects: over built-in containers, and over whatever has `__getitem__`.

use std::cell::{Cell, RefCell};

use super::iter::{IterState, step};
use super::views::Part;
use super::{Host, Native, TypeInfo, Value, index};
use crate::data::{ExcClass, Res};

macro_rules! classes {
    ($($variant:ident = $constant:ident $name:literal),* $(,)?) => {
        /// Which of Python's iterator classes an iterator has.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Class { $($variant),* }

        $(static $constant: TypeInfo =
            TypeInfo { name: $name, module: "builtins", declared: concat!("builtins.", $name), base: None };)*

        impl Class {
            fn info(self) -> &'static TypeInfo {
                match self { $(Class::$variant => &$constant),* }
            }
        }
    };
}

classes! {
    List = LIST "list_iterator", Tuple = TUPLE "tuple_iterator", Range = RANGE "range_iterator",
    Ascii = ASCII "str_ascii_iterator", Str = STR "str_iterator", Keys = KEYS "dict_keyiterator",
    Values = VALUES "dict_valueiterator", Items = ITEMS "dict_itemiterator", Set = SET "set_iterator",
    RevList = REV_LIST "list_reverseiterator", Reversed = REVERSED "reversed", RevKeys = REV_KEYS "dict_reversekeyiterator",
    RevValues = REV_VALUES "dict_reversevalueiterator", RevItems = REV_ITEMS "dict_reverseitemiterator",
}

static SEQUENCE: TypeInfo =
    TypeInfo { name: "iterator", module: "builtins", declared: "builtins.iterator", base: None };

/// An iterator object over a built-in container.
pub struct PyIter {
    /// Where it stands.
    pub state: RefCell<IterState>,
    /// Its class.
    pub class: Class,
}

impl PyIter {
    /// An iterator object in this state.
    pub fn value(state: IterState) -> Value {
        let class = match &state {
            IterState::Tuple(..) => Class::Tuple,
            IterState::Range(..) => Class::Range,
            IterState::Str(text, _) if text.is_ascii() => Class::Ascii,
            IterState::Str(..) => Class::Str,
            IterState::Dict(_, _, _, Part::Keys) => Class::Keys,
            IterState::Dict(_, _, _, Part::Values) => Class::Values,
            IterState::Dict(_, _, _, Part::Items) => Class::Items,
            IterState::Set(..) => Class::Set,
            IterState::RevList(..) => Class::RevList,
            IterState::RevTuple(..) | IterState::RevStr(..) => Class::Reversed,
            IterState::RevDict(_, _, _, Part::Keys) => Class::RevKeys,
            IterState::RevDict(_, _, _, Part::Values) => Class::RevValues,
            IterState::RevDict(_, _, _, Part::Items) => Class::RevItems,
            IterState::List(..) | IterState::Owned(_) | IterState::Done => Class::List,
        };
        Value::native(PyIter { state: RefCell::new(state), class })
    }
}

/// `<list_iterator object at 0x...>`.
pub fn shown(info: &TypeInfo, address: usize) -> String {
    format!("<{} object at {address:#x}>", info.name)
}

impl Native for PyIter {
    fn type_info(&self) -> &'static TypeInfo {
        self.class.info()
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        Ok(shown(self.type_info(), std::ptr::from_ref(self) as usize))
    }

    fn iterable(&self) -> bool {
        true
    }

    fn iter(&self, this: &Value, _: &mut dyn Host) -> Res<Option<Value>> {
        Ok(Some(this.clone()))
    }

    fn next(&self, _: &mut dyn Host) -> Res<Option<Option<Value>>> {
        step(&mut self.state.borrow_mut()).map(Some)
    }

    fn hash(&self, _: &mut dyn Host) -> Res<Option<u64>> {
        Ok(Some(std::ptr::from_ref(self) as u64 >> 4))
    }
}

/// An iterator that asks `sequence[0]`, `sequence[1]`, ... until `IndexError`.
pub struct SeqIter {
    sequence: Value,
    next: Cell<i64>,
    backward: bool,
}

impl SeqIter {
    /// From the front.
    pub fn new(sequence: Value) -> SeqIter {
        SeqIter { sequence, next: Cell::new(0), backward: false }
    }

    /// From the end.
    pub fn reversed(sequence: Value, length: usize) -> SeqIter {
        SeqIter { sequence, next: Cell::new(length as i64 - 1), backward: true }
    }
}

impl Native for SeqIter {
    fn type_info(&self) -> &'static TypeInfo {
        if self.backward { &REVERSED } else { &SEQUENCE }
    }

    fn repr(&self, _: &mut dyn Host) -> Res<String> {
        Ok(shown(self.type_info(), std::ptr::from_ref(self) as usize))
    }

    fn iterable(&self) -> bool {
        true
    }

    fn iter(&self, this: &Value, _: &mut dyn Host) -> Res<Option<Value>> {
        Ok(Some(this.clone()))
    }

    fn next(&self, host: &mut dyn Host) -> Res<Option<Option<Value>>> {
        let at = self.next.get();
        if at < 0 {
            return Ok(Some(None));
        }
        self.next.set(if self.backward { at - 1 } else { at + 1 });
        match index::getitem(host, &self.sequence, &Value::Int(at)) {
            Ok(value) => Ok(Some(Some(value))),
            Err(raised) if raised.class.is_a(ExcClass::IndexError) || raised.class == ExcClass::StopIteration => {
                self.next.set(-1);
                Ok(Some(None))
            }
            Err(raised) => Err(raised),
        }
    }

    fn hash(&self, _: &mut dyn Host) -> Res<Option<u64>> {
        Ok(Some(std::ptr::from_ref(self) as u64 >> 4))
    }
}
