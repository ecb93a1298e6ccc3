//! Delayed values: calls of them, and the places that compute.

use std::rc::Rc;

use super::Checker;
use crate::data::Sym;
use crate::expr::meta::dispatch;
use crate::source::Span;
use crate::types::decl::{DeclFn, FnKind};
use crate::types::error::Fault;
use crate::types::rules;
use crate::types::sig::Args;
use crate::types::ty::{HeapKind, Ty, next_heap_id};

/// Keyword arguments of a delayed call that are Dask's own.
const OWN: &[&str] = &["dask_key_name", "pure"];

impl Checker<'_> {
    /// Call a delayed function: its body is checked now, as it will run later.
    pub fn call_delayed(&mut self, function: &Ty, args: &Args, node: Span) -> Result<Ty, Box<Fault>> {
        let mut given = Args { star: args.star.clone(), double_star: args.double_star.clone(), ..Args::default() };
        for (ty, span) in &args.pos {
            let ty = self.computed(ty, 4);
            given.pos.push((ty, *span));
        }
        for (name, ty, span) in &args.kw {
            if OWN.contains(&name.as_str()) {
                continue;
            }
            let ty = self.computed(ty, 4);
            given.kw.push((*name, ty, *span));
        }
        given.star = given.star.map(|ty| self.computed(&ty, 4));
        let live = self.live();
        let anywhere = self.caught_anywhere();
        let handlers = std::mem::replace(&mut self.handlers, vec![anywhere]);
        let late = self.late.replace(next_heap_id());
        let result = self.call(function, &given, node);
        self.late = late;
        self.handlers = handlers;
        // A function that never returns raises when it is computed, not now.
        self.frame().state.live = live;
        self.lazily(result.map(|ty| ty.widen()))
    }

    /// What is done to a delayed value is done when it is computed: a `try` anywhere may be around that.
    pub fn lazily(&mut self, result: Result<Ty, Box<Fault>>) -> Result<Ty, Box<Fault>> {
        match result {
            Ok(ty) => Ok(Ty::Delayed(Rc::new(ty))),
            Err(fault) if self.caught_anywhere().catches(fault.class) => Ok(Ty::Delayed(Rc::new(Ty::Any))),
            Err(fault) => Err(fault),
        }
    }

    /// A function of NumPy that is given lazy arrays: that of `dask.array` takes over, or they are computed. `None` where
    /// none is lazy.
    pub fn handed_on(&mut self, function: &Rc<DeclFn>, args: &Args, node: Span) -> Option<Result<Ty, Box<Fault>>> {
        let (module, name) = (function.module.clone(), function.short);
        if function.kind != FnKind::Plain || !dispatch::asks(&module, name.as_str()) || args.open() {
            return None;
        }
        let names = function.variants.first().map(|variant| &*variant.sig.names).unwrap_or_default();
        let asked = |parameter: &str| dispatch::asked(name.as_str(), parameter);
        let by_place = args.pos.iter().enumerate().any(|(at, (ty, _))| {
            names.get(at).is_none_or(|(parameter, _)| asked(parameter.as_str())) && self.has_lazy(ty, 3)
        });
        if !by_place && !args.kw.iter().any(|(key, ty, _)| asked(key.as_str()) && self.has_lazy(ty, 3)) {
            return None;
        }
        let taker = dispatch::counterpart(&module, name.as_str())
            .and_then(|(there, name)| self.decls.member(there, Sym::new(name)));
        if let Some(member) = taker {
            let taker = self.member_type(&member);
            return Some(self.call(&taker, args, node));
        }
        let mut computed = args.clone();
        computed.pos.iter_mut().for_each(|(ty, _)| *ty = self.computed(&ty.clone(), 4));
        computed.kw.iter_mut().for_each(|(_, ty, _)| *ty = self.computed(&ty.clone(), 4));
        Some(self.call_declared(function, &computed, false, node))
    }

    /// Whether a value is a lazy array, or a list or tuple with one.
    fn has_lazy(&self, ty: &Ty, depth: usize) -> bool {
        match ty {
            Ty::Array(_) => true,
            Ty::Tuple(items) if depth > 0 => items.iter().any(|item| self.has_lazy(item, depth - 1)),
            Ty::List(heap) if depth > 0 && !self.stale(heap.id) => self.has_lazy(&heap.value(), depth - 1),
            _ => false,
        }
    }

    /// What a value is when a delayed call receives it: lazy values within it are computed.
    pub fn computed(&mut self, ty: &Ty, depth: usize) -> Ty {
        if depth == 0 {
            return Ty::Any;
        }
        match ty {
            Ty::Object(..) if let Some(value) = rules::bag::computed(ty) => value,
            Ty::Object(..) if let Some(found) = self.masked_computed(ty) => found,
            Ty::Delayed(inner) => (**inner).clone(),
            Ty::Array(meta) if meta.told => Ty::Any,
            Ty::Array(meta) => match (meta.ndim(), meta.dtype) {
                (Some(0), Some(dtype)) if dtype.is_text() => Ty::Any,
                (Some(0), Some(dtype)) => Ty::Scalar(dtype),
                (None | Some(0), _) => Ty::Any,
                _ => Ty::NdArray(meta.concrete()),
            },
            Ty::Tuple(items) => Ty::Tuple(items.iter().map(|item| self.computed(item, depth - 1)).collect()),
            Ty::TupleOf(item) => Ty::TupleOf(Rc::new(self.computed(item, depth - 1))),
            Ty::Union(members) => {
                let members: Vec<Ty> = members.iter().map(|member| self.computed(member, depth - 1)).collect();
                Ty::join_all(&members, &mut self.lost)
            }
            Ty::List(heap) | Ty::Set(heap) | Ty::Dict(heap) => {
                let (key, value) = (heap.key(), heap.value());
                let key = self.computed(&key, depth - 1).widen();
                let value = self.computed(&value, depth - 1).widen();
                // One for each container: a key of the function's combinations of types.
                let place = Span { file: heap.site.file, start: heap.site.start, end: heap.site.end.saturating_add(1) };
                let copy = self.alloc(heap.kind, place);
                self.put(&copy, &key, &value);
                match heap.kind {
                    HeapKind::List => Ty::List(copy),
                    HeapKind::Set => Ty::Set(copy),
                    _ => Ty::Dict(copy),
                }
            }
            other => other.clone(),
        }
    }
}
