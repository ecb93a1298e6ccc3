//! `value[index]`: reading, assigning and deleting items.

use std::rc::Rc;

use super::Checker;
use super::iter::{a, plural};
use super::shut::item_cure;
use crate::data::{ExcClass, Sym};
use crate::source::Span;
use crate::types::decl::Member;
use crate::types::error::Fault;
use crate::types::sig::Args;
use crate::types::ty::{Heap, HeapKind, Ty};

impl Checker<'_> {
    /// `object[index]`.
    pub fn item(&mut self, object: &Ty, index: &Ty, span: Span) -> Result<Ty, Box<Fault>> {
        let mut joined = Ty::Never;
        let mut failed = None;
        let mut some = false;
        let (objects, indices) = (object.members().to_vec(), index.members().to_vec());
        if objects.len() * indices.len() > 48 {
            return Ok(Ty::Any);
        }
        for object in &objects {
            for index in &indices {
                match self.item_one(object, index, span) {
                    Ok(ty) => {
                        some = true;
                        joined = self.join(&joined, &ty);
                    }
                    Err(fault) => failed = Some(fault),
                }
            }
        }
        match failed {
            Some(fault) if !some => Err(fault),
            _ => Ok(joined),
        }
    }

    fn item_one(&mut self, object: &Ty, index: &Ty, span: Span) -> Result<Ty, Box<Fault>> {
        match object {
            Ty::Tuple(items) => self.tuple_item(&items.clone(), index, span),
            Ty::TupleOf(item) => {
                self.check_position("tuple", index, span)?;
                Ok(if matches!(index, Ty::Slice(_)) { object.clone() } else { (**item).clone() })
            }
            Ty::List(heap) => self.list_item(&heap.clone(), index, span),
            Ty::Dict(heap) => self.dict_item(&heap.clone(), index, span),
            Ty::Str(text) => {
                self.check_position("string", index, span)?;
                text_item(text.as_deref(), index, span)
            }
            Ty::Range(count) => {
                self.check_position("range", index, span)?;
                if let (Some(count), Some(at)) = (count, index.as_int())
                    && (at >= 0 && at as u64 >= *count || at < 0 && at.unsigned_abs() > *count)
                {
                    return Err(out_of_range("range object", *count as usize, at, span));
                }
                Ok(if matches!(index, Ty::Slice(_)) { Ty::Range(None) } else { Ty::INT })
            }
            Ty::NdArray(_) | Ty::Array(_) | Ty::Scalar(_) => self.array_index(object, index, span),
            Ty::Delayed(inner) => {
                let index = match index {
                    Ty::Delayed(index) => (**index).clone(),
                    other => other.clone(),
                };
                let inner = self.item(&inner.clone(), &index, span);
                self.lazily(inner)
            }
            Ty::Instance(class) => {
                let class = class.clone();
                if let Some(ty) = self.special(object, "__getitem__", std::slice::from_ref(index), span)? {
                    return Ok(ty);
                }
                if self.plain(&class) {
                    return Err(
                        not_subscriptable(object, span).help(format!("give `{}` a `__getitem__` method", class.name))
                    );
                }
                Ok(Ty::Any)
            }
            Ty::Object(class, _) => {
                if let Some(Member::Fn(function)) = self.decls.class_member(&class.clone(), Sym::new("__getitem__")) {
                    let args = Args::of([object.clone(), index.clone()], span);
                    return self.declared(&function, &args, true, span);
                }
                match self.lacks(object, "__getitem__", span) {
                    Some(fault) => Err(fault.cured(item_cure(object, index))),
                    None => Ok(Ty::Any),
                }
            }
            Ty::None
            | Ty::Bool(_)
            | Ty::Int(_)
            | Ty::Float(_)
            | Ty::Complex
            | Ty::Set(_)
            | Ty::FrozenSet(_)
            | Ty::Function(_)
            | Ty::Bound(_)
            | Ty::Builtin(_)
            | Ty::Iter(..)
            | Ty::Module(_)
            | Ty::Exception(_)
            | Ty::Slice(_) => Err(not_subscriptable(object, span)),
            _ => Ok(Ty::Any),
        }
    }

    /// `list[index] = value`.
    fn set_list_item(&mut self, heap: &Rc<Heap>, index: &Ty, value: &Ty, span: Span) -> Result<(), Box<Fault>> {
        if index.members().len() == 1 {
            self.check_position("list", index, span)?;
        }
        if let (Some(items), Some(at), false) = (heap.items(), index.as_int(), self.stale(heap.id))
            && (at >= items.len() as i64 || at < -(items.len() as i64))
        {
            let fault = Fault::at(ExcClass::IndexError, span, "list assignment index out of range");
            let fault = fault
                .because(format!("there is no item {at}"))
                .label(heap.site, format!("the list has {}", plural(items.len(), "item")));
            return Err(fault.help("add items with `.append(item)`".to_owned()));
        }
        let item = match index {
            Ty::Slice(_) => self.iterate(value, span)?,
            _ => value.clone(),
        };
        self.put(heap, &item, &Ty::Never);
        Ok(())
    }

    /// An index into a sequence must be an integer or a slice.
    fn check_position(&mut self, what: &str, index: &Ty, span: Span) -> Result<(), Box<Fault>> {
        let bad = matches!(
            index,
            Ty::None
                | Ty::Float(_)
                | Ty::Complex
                | Ty::Str(_)
                | Ty::Tuple(_)
                | Ty::TupleOf(_)
                | Ty::List(_)
                | Ty::Dict(_)
                | Ty::Set(_)
                | Ty::Function(_)
        );
        if !bad {
            return Ok(());
        }
        let message = match what {
            "string" => format!("string indices must be integers, not '{}'", index.class_name()),
            _ => format!("{what} indices must be integers or slices, not {}", index.class_name()),
        };
        let fault = Fault::at(ExcClass::TypeError, span, message).because(format!("the index is {}", a(index)));
        Err(match index {
            Ty::Float(_) => fault.help("make it an integer with `int(...)`, or divide with `//`".to_owned()),
            Ty::Str(_) => fault.help(format!("a {what} is read by position; only a dict is read by name")),
            Ty::Tuple(_) => {
                fault.help("write one index per pair of brackets: `x[i][j]`; only arrays take `x[i, j]`".to_owned())
            }
            _ => fault,
        })
    }

    fn tuple_item(&mut self, items: &Rc<[Ty]>, index: &Ty, span: Span) -> Result<Ty, Box<Fault>> {
        self.check_position("tuple", index, span)?;
        if let Some(at) = index.as_int() {
            let place = if at < 0 { at + items.len() as i64 } else { at };
            let found = usize::try_from(place).ok().and_then(|place| items.get(place));
            return found.cloned().ok_or_else(|| out_of_range("tuple", items.len(), at, span));
        }
        if let Ty::Slice(parts) = index {
            return Ok(match slice_items(items, parts) {
                Some(items) => Ty::tuple(items),
                None => Ty::TupleOf(Rc::new(Ty::join_all(items.iter(), &mut self.lost))),
            });
        }
        Ok(Ty::join_all(items.iter(), &mut self.lost))
    }

    fn list_item(&mut self, heap: &Rc<Heap>, index: &Ty, span: Span) -> Result<Ty, Box<Fault>> {
        self.check_position("list", index, span)?;
        if self.stale(heap.id) {
            return Ok(Ty::Any);
        }
        if let Ty::Slice(_) = index {
            let item = heap.key();
            return Ok(self.list_of(span, item));
        }
        if let (Some(items), Some(at)) = (heap.items(), index.as_int()) {
            let place = if at < 0 { at + items.len() as i64 } else { at };
            let found = usize::try_from(place).ok().and_then(|place| items.get(place));
            return match found {
                Some((item, _)) => Ok(item.clone()),
                None => Err(out_of_range("list", items.len(), at, span)
                    .label(heap.site, format!("the list has {}", plural(items.len(), "item")))),
            };
        }
        Ok(known_or_any(heap.key()))
    }

    fn dict_item(&mut self, heap: &Rc<Heap>, index: &Ty, span: Span) -> Result<Ty, Box<Fault>> {
        if matches!(index, Ty::List(_) | Ty::Dict(_) | Ty::Set(_)) {
            let message = format!("unhashable type: '{}'", index.class_name());
            let fault = Fault::at(ExcClass::TypeError, span, message)
                .because(format!("the key is {}, which can change", a(index)));
            return Err(fault.help("use a tuple as the key: `tuple(...)`".to_owned()));
        }
        if matches!(index, Ty::Slice(_)) && heap.kind == HeapKind::Dict {
            let fault = Fault::at(ExcClass::TypeError, span, "unhashable type: 'slice'")
                .because("a dict has no order of positions to slice");
            return Err(fault.help("take a slice of its keys or items: `list(d.items())[1:3]`".to_owned()));
        }
        if self.stale(heap.id) {
            return Ok(Ty::Any);
        }
        let factory = heap.state.borrow().factory.clone();
        if let Some(factory) = factory {
            let value = heap.value();
            let key = index.clone();
            self.put(heap, &key, &factory);
            return Ok(self.join(&value, &factory));
        }
        if heap.kind == HeapKind::Counter {
            let value = heap.value();
            return Ok(self.join(&value, &Ty::INT));
        }
        let Some(items) = heap.items() else { return Ok(known_or_any(heap.value())) };
        let mut possible = Ty::Never;
        for (key, value) in items.iter() {
            match same_key(key, index) {
                Some(true) => return Ok(value.clone()),
                None => possible = self.join(&possible, value),
                Some(false) => {}
            }
        }
        if !matches!(possible, Ty::Never) {
            return Ok(possible);
        }
        Err(missing_key(&items, index, heap, span))
    }

    /// `object[index] = value`.
    pub fn set_item(&mut self, object: &Ty, index: &Ty, value: &Ty, span: Span) -> Result<(), Box<Fault>> {
        let mut failed = None;
        let mut some = false;
        for member in object.members().to_vec() {
            match self.set_item_one(&member, index, value, span) {
                Ok(()) => some = true,
                Err(fault) => failed = Some(fault),
            }
        }
        match failed {
            Some(fault) if !some => Err(fault),
            _ => Ok(()),
        }
    }

    fn set_item_one(&mut self, object: &Ty, index: &Ty, value: &Ty, span: Span) -> Result<(), Box<Fault>> {
        match object {
            Ty::List(heap) => self.set_list_item(&heap.clone(), index, value, span),
            Ty::Dict(heap) => {
                if matches!(index, Ty::List(_) | Ty::Dict(_) | Ty::Set(_)) {
                    let message = format!("unhashable type: '{}'", index.class_name());
                    let fault = Fault::at(ExcClass::TypeError, span, message)
                        .because(format!("the key is {}, which can change", a(index)));
                    return Err(fault.help("use a tuple as the key: `tuple(...)`".to_owned()));
                }
                let (heap, key) = (heap.clone(), index.widen());
                self.put(&heap, &key, value);
                Ok(())
            }
            Ty::Instance(class) => {
                let class = class.clone();
                if self.special(object, "__setitem__", &[index.clone(), value.clone()], span)?.is_none() {
                    if self.plain(&class) {
                        return Err(
                            no_assignment(object, span).help(format!("give `{}` a `__setitem__` method", class.name))
                        );
                    }
                    self.escape(value);
                }
                Ok(())
            }
            Ty::NdArray(_) | Ty::Array(_) => {
                let set = self.array_set(object, index, value, span);
                self.escape(value);
                set
            }
            Ty::Str(_) => Err(no_assignment(object, span)
                .help("text cannot be changed: build a new one, for example with `.replace(...)`".to_owned())),
            Ty::Tuple(_) | Ty::TupleOf(_) => {
                Err(no_assignment(object, span).help("a tuple cannot be changed: use a list".to_owned()))
            }
            Ty::None
            | Ty::Bool(_)
            | Ty::Int(_)
            | Ty::Float(_)
            | Ty::Complex
            | Ty::Set(_)
            | Ty::FrozenSet(_)
            | Ty::Range(_)
            | Ty::Function(_)
            | Ty::Builtin(_)
            | Ty::Bound(_)
            | Ty::Iter(..)
            | Ty::Scalar(_) => Err(no_assignment(object, span)),
            Ty::Delayed(_) => {
                let fault = Fault::at(ExcClass::TypeError, span, "Delayed objects are immutable")
                    .because("a delayed value cannot be changed");
                Err(fault.help("change the value inside a delayed function and return it".to_owned()))
            }
            _ => {
                if let Some(fault) = self.lacks(object, "__setitem__", span) {
                    return Err(fault);
                }
                self.escape(value);
                self.escape(index);
                Ok(())
            }
        }
    }

    /// `del object[index]`.
    pub fn delete_item(&mut self, object: &Ty, index: &Ty, span: Span) -> Result<(), Box<Fault>> {
        let mut failed = None;
        let mut some = false;
        for member in object.members().to_vec() {
            let result = match &member {
                Ty::List(heap) | Ty::Dict(heap) => {
                    let heap = heap.clone();
                    self.put(&heap, &Ty::Never, &Ty::Never);
                    Ok(())
                }
                Ty::Instance(_) => self.special(&member, "__delitem__", std::slice::from_ref(index), span).map(|_| ()),
                Ty::Str(_) | Ty::Tuple(_) | Ty::TupleOf(_) | Ty::None | Ty::Int(_) | Ty::Float(_) | Ty::Set(_) => {
                    let word = if matches!(member, Ty::Str(_) | Ty::Tuple(_) | Ty::TupleOf(_)) {
                        "doesn't"
                    } else {
                        "does not"
                    };
                    let message = format!("'{}' object {word} support item deletion", member.class_name());
                    Err(Fault::at(ExcClass::TypeError, span, message).because(format!("this is {}", a(&member))))
                }
                _ => self.lacks(&member, "__delitem__", span).map_or(Ok(()), Err),
            };
            match result {
                Ok(()) => some = true,
                Err(fault) => failed = Some(fault),
            }
        }
        match failed {
            Some(fault) if !some => Err(fault),
            _ => Ok(()),
        }
    }
}

fn known_or_any(ty: Ty) -> Ty {
    if matches!(ty, Ty::Never) { Ty::Any } else { ty }
}

/// Whether two keys are the same; `None` if that is not known.
pub fn same_key(a: &Ty, b: &Ty) -> Option<bool> {
    match (a, b) {
        (Ty::Str(Some(x)), Ty::Str(Some(y))) => Some(x == y),
        (Ty::Int(Some(_)) | Ty::Bool(Some(_)), Ty::Int(Some(_)) | Ty::Bool(Some(_))) => Some(a.as_int() == b.as_int()),
        (Ty::Str(_), Ty::Int(_) | Ty::Bool(_) | Ty::None | Ty::Float(_) | Ty::Tuple(_)) => Some(false),
        (Ty::Int(_) | Ty::Bool(_) | Ty::None | Ty::Float(_) | Ty::Tuple(_), Ty::Str(_)) => Some(false),
        (Ty::None, Ty::None) => Some(true),
        (Ty::Tuple(x), Ty::Tuple(y)) if x.len() == y.len() => {
            let mut all = Some(true);
            for (x, y) in x.iter().zip(y.iter()) {
                match same_key(x, y) {
                    Some(false) => return Some(false),
                    None => all = None,
                    Some(true) => {}
                }
            }
            all
        }
        (Ty::Tuple(_), Ty::Tuple(_)) => Some(false),
        _ => None,
    }
}

/// The items of a slice with known bounds.
fn slice_items(items: &[Ty], parts: &[Ty; 3]) -> Option<Vec<Ty>> {
    let bound = |ty: &Ty| match ty {
        Ty::None => Some(None),
        other => other.as_int().map(Some),
    };
    let (start, stop, step) = (bound(&parts[0])?, bound(&parts[1])?, bound(&parts[2])?.unwrap_or(1));
    let length = items.len() as i64;
    let place = |at: i64| if at < 0 { (at + length).max(-1) } else { at.min(length) };
    if step == 0 {
        return None;
    }
    let (mut at, end) = if step > 0 {
        (start.map_or(0, |at| place(at).max(0)), stop.map_or(length, |at| place(at).max(0)))
    } else {
        (start.map_or(length - 1, |at| place(at).min(length - 1)), stop.map_or(-1, place))
    };
    let mut out = Vec::new();
    while (step > 0 && at < end) || (step < 0 && at > end) {
        out.push(items.get(usize::try_from(at).ok()?)?.clone());
        at = at.checked_add(step)?;
    }
    Some(out)
}

fn out_of_range(what: &str, length: usize, at: i64, span: Span) -> Box<Fault> {
    let fault = Fault::at(ExcClass::IndexError, span, format!("{what} index out of range"));
    let fault = fault.because(format!("there is no item {at}: it has {}", plural(length, "item")));
    match length {
        0 => fault,
        _ => fault.help(format!("the first item is [0], the last is [{}] or [-1]", length - 1)),
    }
}

fn missing_key(items: &[(Ty, Ty)], index: &Ty, heap: &Heap, span: Span) -> Box<Fault> {
    let shown = |ty: &Ty| match ty {
        Ty::Str(Some(text)) => Some(format!("'{text}'")),
        Ty::Int(Some(value)) => Some(value.to_string()),
        _ => None,
    };
    let message = shown(index).unwrap_or_else(|| index.widen().to_string());
    let fault = Fault::at(ExcClass::KeyError, span, message).because("the dict has no such key");
    let keys: Vec<String> = items.iter().filter_map(|(key, _)| shown(key)).take(12).collect();
    let fault = if keys.is_empty() {
        fault.label(heap.site, "the dict is empty".to_owned())
    } else {
        fault.label(heap.site, format!("it has the keys {}", keys.join(", ")))
    };
    let texts = items.iter().filter_map(|(key, _)| key.as_str());
    match index.as_str().and_then(|text| crate::data::suggest::nearest(text, texts)) {
        Some(found) => fault.help(format!("did you mean '{found}'?")),
        None => fault.help("use `.get(key, default)` where a key may be missing".to_owned()),
    }
}

fn not_subscriptable(ty: &Ty, span: Span) -> Box<Fault> {
    let fault = Fault::at(ExcClass::TypeError, span, format!("'{}' object is not subscriptable", ty.class_name()));
    let fault = fault.because(format!("this is {}, which has no items to read with `[...]`", a(ty)));
    match ty {
        Ty::None => fault.help("check that the function that gave it returns a value".to_owned()),
        Ty::Function(_) | Ty::Bound(_) | Ty::Builtin(_) => {
            fault.help("call it: write `(...)` in place of `[...]`".to_owned())
        }
        Ty::Set(_) | Ty::FrozenSet(_) => fault.help("a set has no order: use `sorted(...)` to get a list".to_owned()),
        Ty::Iter(..) => fault.help("make it a list first: `list(...)`".to_owned()),
        _ => fault,
    }
}

fn no_assignment(ty: &Ty, span: Span) -> Box<Fault> {
    let message = format!("'{}' object does not support item assignment", ty.class_name());
    Fault::at(ExcClass::TypeError, span, message).because(format!("this is {}", a(ty)))
}

/// The character of a text that an index asks for.
fn text_item(text: Option<&str>, index: &Ty, span: Span) -> Result<Ty, Box<Fault>> {
    let (Some(text), Some(at)) = (text, index.as_int()) else { return Ok(Ty::STR) };
    let length = text.chars().count() as i64;
    let place = if at < 0 { at + length } else { at };
    match text.chars().nth(usize::try_from(place).unwrap_or(usize::MAX)) {
        Some(c) => Ok(Ty::str(c.encode_utf8(&mut [0; 4]))),
        None => Err(out_of_range("string", length as usize, at, span)),
    }
}
