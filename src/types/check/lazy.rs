//! Delayed values: calls of them, and the places that compute.

use std::rc::Rc;

use super::Checker;
use crate::source::Span;
use crate::types::error::Fault;
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

    /// What a value is when a delayed call receives it: lazy values within it are computed.
    pub fn computed(&mut self, ty: &Ty, depth: usize) -> Ty {
        if depth == 0 {
            return Ty::Any;
        }
        match ty {
            Ty::Delayed(inner) => (**inner).clone(),
            Ty::Array(meta) if meta.told => Ty::Any,
            Ty::Array(meta) => match (meta.ndim(), meta.dtype) {
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
