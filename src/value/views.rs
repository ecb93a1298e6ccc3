//! `dict.keys()`, `dict.values()`, `dict.items()`: views with the algebra of sets.

use std::rc::Rc;

use super::containers::{DictObj, Entry};
use super::{Host, Native, SetObj, TypeInfo, Value, compare, dict, iter, repr, set};
use crate::data::Res;
use crate::data::ops::{BinOp, CmpOp};

/// What a dict's view or iterator gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// Keys.
    Keys,
    /// Values.
    Values,
    /// Pairs.
    Items,
}

impl Part {
    /// That part of an entry.
    #[inline]
    pub fn of(self, entry: &Entry) -> Value {
        match self {
            Part::Keys => entry.key.clone(),
            Part::Values => entry.value.clone(),
            Part::Items => Value::tuple([entry.key.clone(), entry.value.clone()]),
        }
    }
}

macro_rules! views {
    ($($constant:ident $name:literal),*) => {
        $(static $constant: TypeInfo =
            TypeInfo { name: $name, module: "builtins", declared: concat!("builtins.", $name), base: None };)*
    };
}

views! { KEYS "dict_keys", VALUES "dict_values", ITEMS "dict_items" }

/// A view of a dict.
pub struct DictView {
    /// The dict.
    pub dict: Rc<DictObj>,
    /// What of it.
    pub part: Part,
}

impl DictView {
    /// A view as a value.
    pub fn value(dict: &Rc<DictObj>, part: Part) -> Value {
        Value::native(DictView { dict: dict.clone(), part })
    }

    fn all(&self) -> Vec<Value> {
        self.dict.table.borrow().iter().map(|entry| self.part.of(entry)).collect()
    }

    fn as_set(&self, host: &mut dyn Host) -> Res<SetObj> {
        match self.part {
            Part::Keys => set::from_iterable(host, &Value::Dict(self.dict.clone())),
            _ => set::from_items(host, &self.all()),
        }
    }
}

impl Native for DictView {
    fn type_info(&self) -> &'static TypeInfo {
        match self.part {
            Part::Keys => &KEYS,
            Part::Values => &VALUES,
            Part::Items => &ITEMS,
        }
    }

    fn repr(&self, host: &mut dyn Host) -> Res<String> {
        let all = repr::repr(host, &Value::list(self.all()))?;
        Ok(format!("{}({all})", self.type_info().name))
    }

    fn len(&self, _: &mut dyn Host) -> Res<Option<usize>> {
        Ok(Some(dict::len(&self.dict)))
    }

    fn iterable(&self) -> bool {
        true
    }

    fn contains(&self, _: &Value, host: &mut dyn Host, item: &Value) -> Res<Option<bool>> {
        match (self.part, item) {
            (Part::Keys, _) => dict::contains(host, &self.dict, item).map(Some),
            (Part::Items, Value::Tuple(pair)) => {
                let [key, value] = &*pair.items else { return Ok(Some(false)) };
                match dict::get(host, &self.dict, key)? {
                    Some(found) => compare::eq(host, &found, value).map(Some),
                    None => Ok(Some(false)),
                }
            }
            (Part::Items, _) => Ok(Some(false)),
            (Part::Values, _) => {
                for value in dict::values(&self.dict) {
                    if compare::eq(host, &value, item)? {
                        return Ok(Some(true));
                    }
                }
                Ok(Some(false))
            }
        }
    }

    fn binary(&self, _: &Value, host: &mut dyn Host, op: BinOp, other: &Value, reflected: bool) -> Res<Option<Value>> {
        let known = matches!(op, BinOp::And | BinOp::Or | BinOp::Sub | BinOp::Xor);
        if self.part == Part::Values || !known || !iter::iterable(other) {
            return Ok(None);
        }
        let own = self.as_set(host)?;
        let (left, right) =
            if reflected { (set::from_iterable(host, other)?, Value::Set(Rc::new(own))) } else { (own, other.clone()) };
        let made = match op {
            BinOp::And => self.and(host, left, &right, reflected)?,
            BinOp::Or => set::union(host, &left, &right)?,
            BinOp::Sub => {
                set::difference_update(host, &left, &right)?;
                left
            }
            _ => {
                let right = set::from_iterable(host, &right)?;
                set::symmetric_difference_update(host, &left, &Value::Set(Rc::new(right)))?;
                left
            }
        };
        Ok(Some(Value::Set(Rc::new(made))))
    }

    fn compare(&self, _: &Value, host: &mut dyn Host, op: CmpOp, other: &Value) -> Res<Option<Value>> {
        if self.part == Part::Values {
            return Ok(None);
        }
        let other = match other {
            Value::Set(_) | Value::FrozenSet(_) => other.clone(),
            _ => match other.as_native::<DictView>() {
                Some(view) if view.part != Part::Values => Value::Set(Rc::new(view.as_set(host)?)),
                _ => return Ok(None),
            },
        };
        let own = Value::Set(Rc::new(self.as_set(host)?));
        compare::compare(host, op, &own, &other).map(Some)
    }
}

impl DictView {
    /// CPython walks the operand that is no view (or the shorter of two views) and keeps what the other holds.
    fn and(&self, host: &mut dyn Host, left: SetObj, right: &Value, reflected: bool) -> Res<SetObj> {
        let walked = if reflected { set::items(&left) } else { iter::collect(host, right)? };
        let made = SetObj::default();
        for item in walked {
            let inside = match self.part {
                Part::Keys => dict::contains(host, &self.dict, &item)?,
                _ => self.contains(&Value::None, host, &item)?.unwrap_or(false),
            };
            if inside {
                set::add(host, &made, &item)?;
            }
        }
        Ok(made)
    }
}
