//! Functions of the script that are called on blocks of arrays: checked on each kind of block that there is.

use std::rc::Rc;

use super::Checker;
use super::except::Catch;
use crate::data::{DType, ExcClass, Sym};
use crate::expr::meta::array::whole;
use crate::expr::meta::blocks::{Labelled, Plan, Sample};
use crate::source::Span;
use crate::types::arrays::ArrayTy;
use crate::types::error::Fault;
use crate::types::rules::dtype_of;
use crate::types::sig::Args;
use crate::types::ty::{Heap, HeapKind, Ty, next_heap_id};

/// A function that is called on blocks.
#[derive(Debug)]
pub struct Called {
    /// Who calls it, in words.
    pub who: &'static str,
    /// The function.
    pub function: Ty,
    /// Its positional arguments as the script gives them: of lazy arrays it gets blocks.
    pub given: Vec<(Ty, Span)>,
    /// Its keyword arguments.
    pub keywords: Vec<(Sym, Ty, Span)>,
    /// Whether Dask calls it with arrays of one element to learn the dtype.
    pub infers: bool,
    /// Whether blocks along an axis that the result lacks are joined.
    pub joined: bool,
    /// The call.
    pub node: Span,
}

/// What kind of arrays a function is given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shown {
    /// Blocks.
    Block,
    /// Vectors along an axis.
    Vector,
    /// Arrays of one element, to learn the dtype.
    One,
}

impl Called {
    /// A call of a function by `who` at `node`.
    pub fn new(who: &'static str, function: Ty, node: Span) -> Called {
        Called { who, function, given: Vec::new(), keywords: Vec::new(), infers: false, joined: true, node }
    }

    fn words(&self, shown: Shown) -> &'static str {
        match (shown, self.who) {
            (Shown::One, _) => "to learn the dtype (`dtype=...` spares that), Dask",
            (_, who) if who.contains(" each ") || who.starts_with("on the ") => who,
            (_, "`blockwise`") => "on each block, `blockwise`",
            (_, "`map_overlap`") => "on each block, `map_overlap`",
            (_, "`reduction`") => "on each block, `reduction`",
            (_, "`apply_gufunc`") => "on each block, `apply_gufunc`",
            (_, "`apply_along_axis`") => "on each vector, `apply_along_axis`",
            _ => "on each block, `map_blocks`",
        }
    }
}

fn block(dtype: DType, sizes: Vec<Option<usize>>) -> Ty {
    match sizes.is_empty() {
        // A block without axes: an array or a scalar, as the function before gave it.
        true => Ty::Any,
        false => Ty::NdArray(ArrayTy::of(&whole(dtype, sizes), false)),
    }
}

impl Checker<'_> {
    /// Call a function as the run will, later. What it gives; an error only if the call itself cannot be made.
    pub fn on_block(&mut self, called: &Called, shown: Shown) -> Result<Ty, Box<Fault>> {
        let anywhere = self.caught_anywhere();
        // What is raised while Dask learns the dtype becomes a `ValueError`.
        let wrapped = (shown == Shown::One || called.infers) && anywhere.catches(ExcClass::ValueError);
        let handler = if wrapped { Catch { all: true, ..anywhere } } else { anywhere };
        let caught = handler.clone();
        let live = self.live();
        let handlers = std::mem::replace(&mut self.handlers, vec![handler]);
        let late = self.late.replace(next_heap_id());
        let mut args = Args::default();
        for (ty, span) in &called.given {
            let ty = self.computed(ty, 4);
            args.pos.push((ty, *span));
        }
        for (name, ty, span) in &called.keywords {
            let ty = self.computed(ty, 4);
            args.kw.push((*name, ty, *span));
        }
        if shown == Shown::Block {
            self.block_keywords(called, &mut args);
        }
        let words = called.words(shown);
        self.by = Some(words);
        let result = self.call(&called.function, &args, called.node);
        self.by = None;
        self.late = late;
        self.handlers = handlers;
        self.frame().state.live = live;
        match result {
            Ok(ty) => Ok(ty),
            Err(fault) if caught.catches(fault.class) => Ok(Ty::Any),
            Err(fault) => Err(self.told_by(fault, words, &args)),
        }
    }

    /// Say in a fault who calls, and with what.
    fn told_by(&self, fault: Box<Fault>, words: &str, args: &Args) -> Box<Fault> {
        let given: Vec<String> = args.pos.iter().take(4).map(|(ty, _)| ty.widen().to_string()).collect();
        match given.is_empty() {
            true => fault,
            false => fault.note(format!("{words} calls the function with {}", given.join(", "))),
        }
    }

    /// `block_id` and `block_info`, if the function asks for them.
    fn block_keywords(&mut self, called: &Called, args: &mut Args) {
        if called.who != "`map_blocks`" {
            return;
        }
        for name in ["block_id", "block_info"] {
            if !takes(&called.function, name) || args.keyword(name).is_some() {
                continue;
            }
            let site = called.node;
            let ty = match name {
                "block_id" => Ty::TupleOf(Rc::new(Ty::INT)),
                _ => {
                    let inner = Ty::Dict(Heap::of(HeapKind::Dict, site, Ty::STR, Ty::Any));
                    let key = Ty::Union(Rc::from([Ty::INT, Ty::None]));
                    let place = Span { end: site.end.saturating_add(1), ..site };
                    let heap = self.alloc(HeapKind::Dict, place);
                    if matches!(heap.key(), Ty::Never) {
                        self.put(&heap, &key, &inner);
                    }
                    Ty::Dict(heap)
                }
            };
            args.kw.push((Sym::new(name), ty, site));
        }
    }

    /// Call a function with blocks of which nothing but dtype and number of axes is known; the result is a lazy array.
    pub fn blind(&mut self, called: &Called) -> Result<Ty, Box<Fault>> {
        let mut blind = Called::new(called.who, called.function.clone(), called.node);
        blind.keywords = called.keywords.clone();
        blind.infers = called.infers;
        blind.given = called
            .given
            .iter()
            .map(|(ty, span)| match ty {
                Ty::Array(array) => match (array.dtype, array.ndim()) {
                    (Some(dtype), Some(ndim)) if called.joined => (block(dtype, vec![None; ndim]), *span),
                    _ => (Ty::Any, *span),
                },
                other => (other.clone(), *span),
            })
            .collect();
        self.on_block(&blind, Shown::Block)?;
        Ok(Ty::Array(ArrayTy { told: true, ..ArrayTy::default() }))
    }

    /// The dtype that Dask learns by calling the function with arrays of one element.
    pub fn inferred(&mut self, called: &Called) -> Result<Option<DType>, Box<Fault>> {
        if ["block_id", "block_info"].iter().any(|name| takes(&called.function, name)) {
            return Ok(None);
        }
        let mut one = Called::new(called.who, called.function.clone(), called.node);
        let sampled = |ty: &Ty| match ty {
            Ty::Array(array) | Ty::NdArray(array) => match (array.dtype, array.ndim()) {
                (Some(dtype), Some(ndim)) => block(dtype, vec![Some(1); ndim]),
                _ => Ty::Any,
            },
            other => other.clone(),
        };
        one.given = called.given.iter().map(|(ty, span)| (sampled(ty), *span)).collect();
        one.keywords = called.keywords.iter().map(|(name, ty, span)| (*name, sampled(ty), *span)).collect();
        // What works on one element need not work on blocks.
        let fine = self.fine.clone();
        let made = self.on_block(&one, Shown::One);
        self.fine = fine;
        Ok(dtype_of(&made?))
    }

    /// Call a function on each kind of block; whether it surely gives what is expected of it.
    pub fn on_samples(
        &mut self,
        called: &Called,
        given: &[Labelled],
        samples: &[Sample],
        (plan, dtype): (&Plan, Option<DType>),
    ) -> Result<bool, Box<Fault>> {
        let mut sure = true;
        let mut failed = None;
        let mut some = false;
        for sample in samples {
            let mut arrays = given.iter().zip(&sample.blocks);
            let mut one = Called::new(called.who, called.function.clone(), called.node);
            one.keywords = called.keywords.clone();
            one.infers = called.infers;
            for (ty, span) in &called.given {
                let ty = match ty {
                    Ty::Array(_) => match arrays.next() {
                        // A list of blocks, or lists of lists.
                        Some((array, _)) if !called.joined && !array.labels.iter().all(|at| plan.out.contains(at)) => {
                            Ty::Any
                        }
                        Some((array, sizes)) => block(array.meta.dtype, sizes.clone()),
                        None => Ty::Any,
                    },
                    other => other.clone(),
                };
                one.given.push((ty, *span));
            }
            match self.on_block(&one, Shown::Block) {
                Ok(made) => {
                    some = true;
                    sure &= as_expected(&made, &sample.expected, dtype);
                }
                Err(fault) => failed = Some(fault),
            }
        }
        match failed {
            // Not all blocks need be computed: an error that all of them raise is one.
            Some(fault) if !some => Err(fault),
            Some(_) => Ok(false),
            None => Ok(sure && some),
        }
    }
}

/// Whether what a function gives for a block is of the dtype and shape that are expected.
fn as_expected(made: &Ty, expected: &[Option<usize>], dtype: Option<DType>) -> bool {
    match made {
        Ty::NdArray(meta) => {
            let sizes = meta.shape.as_ref();
            let same = sizes.is_some_and(|sizes| **sizes == *expected && sizes.iter().all(Option::is_some));
            same && meta.dtype.is_some() && meta.dtype == dtype
        }
        Ty::Scalar(own) => expected.is_empty() && Some(*own) == dtype,
        _ => false,
    }
}

/// Whether a function of the script takes a keyword of this name, as far as is known.
pub fn takes(function: &Ty, name: &str) -> bool {
    match function {
        Ty::Function(function) => function.sig.names.iter().any(|(known, _)| known.as_str() == name),
        Ty::Bound(pair) => takes(&pair.1, name),
        Ty::Union(members) => members.iter().any(|member| takes(member, name)),
        Ty::Builtin(_) | Ty::Class(_) | Ty::Type(_) => false,
        _ => true,
    }
}
