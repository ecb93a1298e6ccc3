//! Escape: values that go where the checker does not see. Functions may then be called with anything, containers and
//! objects may be given anything.

use std::rc::Rc;

use super::Checker;
use crate::data::Sym;
use crate::types::sig::Args;
use crate::types::ty::{ClassTy, Heap, Ty};

impl Checker<'_> {
    /// A value goes out of sight.
    pub fn escape(&mut self, ty: &Ty) {
        match ty {
            Ty::List(heap) | Ty::Set(heap) | Ty::Dict(heap) => self.escape_heap(heap),
            Ty::FrozenSet(item)
            | Ty::TupleOf(item)
            | Ty::Iter(_, item)
            | Ty::Delayed(item)
            | Ty::Descriptor(_, item) => {
                self.escape(item);
            }
            Ty::Tuple(items) | Ty::Union(items) | Ty::Object(_, items) => {
                items.iter().for_each(|item| self.escape(item))
            }
            Ty::Bound(pair) => {
                self.escape(&pair.0);
                self.escape(&pair.1);
            }
            Ty::Function(function) if !function.escaped.replace(true) => self.call_unknown(function),
            Ty::Class(class) | Ty::Instance(class) | Ty::Super(class) => self.escape_class(class),
            _ => {}
        }
    }

    fn escape_heap(&mut self, heap: &Rc<Heap>) {
        let (key, value) = (heap.key(), heap.value());
        if key.is_any() && value.is_any() {
            return;
        }
        {
            let mut state = heap.state.borrow_mut();
            state.key = Ty::Any;
            state.value = Ty::Any;
            state.items = None;
            state.factory = state.factory.take().map(|_| Ty::Any);
        }
        self.version += 1;
        self.escape(&key);
        self.escape(&value);
    }

    fn escape_class(&mut self, class: &Rc<ClassTy>) {
        if class.open.replace(true) {
            return;
        }
        self.version += 1;
        let mut held: Vec<Ty> = class.attrs.borrow().values().cloned().collect();
        held.extend(class.fields.borrow().values().cloned());
        if let crate::types::ty::ClassBase::Class(base) = &class.base {
            held.extend(base.attrs.borrow().values().cloned());
        }
        held.iter().for_each(|ty| self.escape(ty));
    }

    /// What joins lost goes out of sight too.
    pub fn settle(&mut self) {
        let mut rounds = 0;
        while !self.lost.is_empty() && rounds < 64 {
            rounds += 1;
            for ty in std::mem::take(&mut self.lost) {
                self.escape(&ty);
            }
        }
        self.lost.clear();
    }

    /// An object goes to a builtin, which may call its special methods (but does not keep it).
    pub fn touch(&mut self, ty: &Ty) {
        self.touch_at(ty, 3);
    }

    fn touch_at(&mut self, ty: &Ty, depth: usize) {
        if depth == 0 {
            return;
        }
        match ty {
            Ty::Instance(class) => self.touch_class(class),
            Ty::List(heap) | Ty::Set(heap) | Ty::Dict(heap) => {
                let (key, value) = (heap.key(), heap.value());
                self.touch_at(&key, depth - 1);
                self.touch_at(&value, depth - 1);
            }
            Ty::Tuple(items) | Ty::Union(items) => items.iter().for_each(|item| self.touch_at(item, depth - 1)),
            Ty::TupleOf(item) | Ty::Iter(_, item) => self.touch_at(item, depth - 1),
            _ => {}
        }
    }

    fn touch_class(&mut self, class: &Rc<ClassTy>) {
        let mut at = class.clone();
        loop {
            let special: Vec<Ty> =
                at.attrs.borrow().iter().filter(|(name, _)| is_special(**name)).map(|(_, ty)| ty.clone()).collect();
            for ty in special {
                if let Ty::Function(function) = ty
                    && function.contexts.borrow().is_empty()
                {
                    self.call_unknown(&function);
                }
            }
            let crate::types::ty::ClassBase::Class(base) = &at.base else { return };
            at = base.clone();
        }
    }

    /// A call of something unknown: its arguments go out of sight.
    pub fn escape_args(&mut self, args: &Args) {
        let all: Vec<Ty> = args.all().cloned().collect();
        all.iter().for_each(|ty| self.escape(ty));
    }
}

fn is_special(name: Sym) -> bool {
    let name = name.as_str();
    name.starts_with("__") && name.ends_with("__") && name != "__init__"
}
