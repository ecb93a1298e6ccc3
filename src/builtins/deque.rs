//! `collections.deque`.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::Arc;

use super::args::{at, int, length, nothing};
use super::lazy::lazy;
use super::{Row, row};
use crate::data::ops::{BinOp, CmpOp};
use crate::data::raised::{index_error, type_error, value_error};
use crate::data::{ExcClass, Raised, Res, Sym};
use crate::lazy_types;
use crate::value::frozen::{self, Frozen, Memo};
use crate::value::native::FrozenNative;
use crate::value::number::fits_times;
use crate::value::{Host, Native, TypeInfo, Value, compare, index, iter, repr};

static DEQUE: TypeInfo = TypeInfo { name: "deque", module: "collections", declared: "collections.deque", base: None };
lazy_types! { "collections": ITERATOR = "_deque_iterator" }

/// The rows.
pub const ROWS: &[Row] = &[
    row("collections.deque", |_, _| Ok(Value::Type(&DEQUE))),
    row("collections.deque.__new__", |h, a| {
        let limit = match at(a, 2) {
            Value::None => None,
            v => match usize::try_from(index::as_index(h, v)?) {
                Ok(limit) => Some(limit),
                Err(_) => return Err(value_error("maxlen must be non-negative")),
            },
        };
        let made = Deque { items: RefCell::default(), limit };
        if !matches!(at(a, 1), Value::Ellipsis) {
            iter::collect(h, at(a, 1))?.into_iter().for_each(|item| made.push(item, false));
        }
        Ok(Value::native(made))
    }),
    row("collections.deque.append", |_, a| {
        this(a)?.push(at(a, 1).clone(), false);
        nothing()
    }),
    row("collections.deque.appendleft", |_, a| {
        this(a)?.push(at(a, 1).clone(), true);
        nothing()
    }),
    row("collections.deque.extend", |h, a| extend(h, a, false)),
    row("collections.deque.extendleft", |h, a| extend(h, a, true)),
    row("collections.deque.pop", |_, a| {
        this(a)?.items.borrow_mut().pop_back().ok_or_else(|| index_error("pop from an empty deque"))
    }),
    row("collections.deque.popleft", |_, a| {
        this(a)?.items.borrow_mut().pop_front().ok_or_else(|| index_error("pop from an empty deque"))
    }),
    row("collections.deque.clear", |_, a| {
        let old = std::mem::take(&mut *this(a)?.items.borrow_mut());
        drop(old);
        nothing()
    }),
    row("collections.deque.copy", |_, a| Ok(this(a)?.copied(this(a)?.all()))),
    row("collections.deque.count", |h, a| {
        let mut found = 0;
        for item in this(a)?.all() {
            found += usize::from(compare::eq(h, &item, at(a, 1))?);
        }
        Ok(length(found))
    }),
    row("collections.deque.index", |h, a| {
        for (place, item) in this(a)?.all().iter().enumerate() {
            if compare::eq(h, item, at(a, 1))? {
                return Ok(length(place));
            }
        }
        Err(value_error(format!("{} is not in deque", repr::repr(h, at(a, 1))?)))
    }),
    row("collections.deque.insert", |h, a| {
        let place = int(h, a, 1)?;
        let mut items = this(a)?.items.borrow_mut();
        if this(a)?.limit == Some(items.len()) {
            return Err(index_error("deque already at its maximum size"));
        }
        let size = items.len() as i64;
        let place = if place < 0 { (place + size).max(0) } else { place.min(size) };
        items.insert(place as usize, at(a, 2).clone());
        nothing()
    }),
    row("collections.deque.remove", |h, a| {
        for (place, item) in this(a)?.all().iter().enumerate() {
            if compare::eq(h, item, at(a, 1))? {
                let gone = this(a)?.items.borrow_mut().remove(place);
                drop(gone);
                return nothing();
            }
        }
        Err(value_error(format!("{} is not in deque", repr::repr(h, at(a, 1))?)))
    }),
    row("collections.deque.reverse", |_, a| {
        this(a)?.items.borrow_mut().make_contiguous().reverse();
        nothing()
    }),
    row("collections.deque.rotate", |h, a| {
        let by = int(h, a, 1)?;
        let mut items = this(a)?.items.borrow_mut();
        let size = items.len();
        if size > 0 {
            items.rotate_right(by.rem_euclid(size as i64) as usize);
        }
        nothing()
    }),
];

/// A queue with two ends.
pub struct Deque {
    items: RefCell<VecDeque<Value>>,
    limit: Option<usize>,
}

fn this(a: &[Value]) -> Res<&Deque> {
    at(a, 0).as_native::<Deque>().ok_or_else(|| type_error("a deque is required"))
}

fn extend(host: &mut dyn Host, a: &[Value], left: bool) -> Res<Value> {
    let items = iter::collect(host, at(a, 1))?;
    items.into_iter().try_for_each(|item| this(a).map(|deque| deque.push(item, left)))?;
    nothing()
}

impl Deque {
    fn push(&self, item: Value, left: bool) {
        let mut items = self.items.borrow_mut();
        if left {
            items.push_front(item);
        } else {
            items.push_back(item);
        }
        let over = self.limit.is_some_and(|limit| items.len() > limit);
        let gone = if over { if left { items.pop_back() } else { items.pop_front() } } else { None };
        drop(items);
        drop(gone);
    }

    fn all(&self) -> Vec<Value> {
        self.items.borrow().iter().cloned().collect()
    }

    fn copied(&self, items: Vec<Value>) -> Value {
        let made = Deque { items: RefCell::default(), limit: self.limit };
        items.into_iter().for_each(|item| made.push(item, false));
        Value::native(made)
    }

    fn place(&self, host: &mut dyn Host, at: &Value) -> Res<usize> {
        let place = index::as_index(host, at)?;
        let size = self.items.borrow().len() as i64;
        let place = if place < 0 { place + size } else { place };
        match usize::try_from(place) {
            Ok(place) if (place as i64) < size => Ok(place),
            _ => Err(index_error("deque index out of range")),
        }
    }
}

impl Native for Deque {
    fn type_info(&self) -> &'static TypeInfo {
        &DEQUE
    }

    fn repr(&self, host: &mut dyn Host) -> Res<String> {
        host.enter()?;
        let shown = repr::repr(host, &Value::list(self.all()));
        host.leave();
        let limit = self.limit.map_or(String::new(), |limit| format!(", maxlen={limit}"));
        Ok(format!("deque({}{limit})", shown?))
    }

    fn len(&self, _: &mut dyn Host) -> Res<Option<usize>> {
        Ok(Some(self.items.borrow().len()))
    }

    fn getattr(&self, _: &Value, _: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        let limit = || self.limit.map_or(Value::None, length);
        Ok((name.as_str() == "maxlen").then(limit))
    }

    fn getitem(&self, _: &Value, host: &mut dyn Host, index: &Value) -> Res<Option<Value>> {
        let place = self.place(host, index)?;
        Ok(self.items.borrow().get(place).cloned())
    }

    fn setitem(&self, _: &Value, host: &mut dyn Host, index: &Value, value: &Value) -> Res<bool> {
        let place = self.place(host, index)?;
        let old = self.items.borrow_mut().get_mut(place).map(|at| std::mem::replace(at, value.clone()));
        drop(old);
        Ok(true)
    }

    fn delitem(&self, _: &Value, host: &mut dyn Host, index: &Value) -> Res<bool> {
        let place = self.place(host, index)?;
        let old = self.items.borrow_mut().remove(place);
        drop(old);
        Ok(true)
    }

    fn contains(&self, _: &Value, host: &mut dyn Host, item: &Value) -> Res<Option<bool>> {
        for other in self.all() {
            if compare::eq(host, &other, item)? {
                return Ok(Some(true));
            }
        }
        Ok(Some(false))
    }

    fn binary(&self, _: &Value, _: &mut dyn Host, op: BinOp, other: &Value, reflected: bool) -> Res<Option<Value>> {
        match (op, other.as_native::<Deque>(), other) {
            (BinOp::Add, Some(other), _) if !reflected => {
                let mut items = self.all();
                items.extend(other.all());
                Ok(Some(self.copied(items)))
            }
            (BinOp::Mul, _, Value::Int(count)) => {
                let (items, count) = (self.all(), usize::try_from(*count).unwrap_or(0));
                fits_times(items.len(), count, size_of::<Value>())?;
                let copies = std::iter::repeat_n(items, count);
                Ok(Some(self.copied(copies.flatten().collect())))
            }
            _ => Ok(None),
        }
    }

    fn compare(&self, _: &Value, host: &mut dyn Host, op: CmpOp, other: &Value) -> Res<Option<Value>> {
        match other.as_native::<Deque>() {
            Some(other) => compare::compare(host, op, &Value::list(self.all()), &Value::list(other.all())).map(Some),
            None => Ok(None),
        }
    }

    fn iterable(&self) -> bool {
        true
    }

    fn sequence(&self) -> bool {
        true
    }

    fn iter(&self, this: &Value, _: &mut dyn Host) -> Res<Option<Value>> {
        let (this, size, mut place) = (this.clone(), self.items.borrow().len(), 0);
        Ok(Some(lazy(&ITERATOR, move |_| {
            let Some(deque) = this.as_native::<Deque>() else { return Ok(None) };
            let items = deque.items.borrow();
            if items.len() != size {
                return Err(Raised::new(ExcClass::RuntimeError, "deque mutated during iteration"));
            }
            place += 1;
            Ok(items.get(place - 1).cloned())
        })))
    }

    fn freeze(&self, host: &mut dyn Host) -> Res<Option<Arc<dyn FrozenNative>>> {
        let mut memo = Memo::default();
        let items = self.all().iter().map(|item| frozen::freeze(host, item, &mut memo)).collect::<Res<_>>()?;
        Ok(Some(Arc::new(FrozenDeque { items, limit: self.limit })))
    }
}

struct FrozenDeque {
    items: Vec<Frozen>,
    limit: Option<usize>,
}

impl FrozenNative for FrozenDeque {
    fn type_info(&self) -> &'static TypeInfo {
        &DEQUE
    }

    fn thaw(&self, host: &mut dyn Host) -> Res<Value> {
        let items = self.items.iter().map(|item| frozen::thaw(host, item)).collect::<Res<_>>()?;
        Ok(Value::native(Deque { items: RefCell::new(items), limit: self.limit }))
    }
}
