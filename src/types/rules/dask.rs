//! Rules of dask: delayed, compute, and the functions that make arrays.

use std::rc::Rc;

use super::Rule;
use crate::source::Span;
use crate::types::check::Checker;
use crate::types::error::Fault;
use crate::types::sig::Args;
use crate::types::ty::Ty;

type Ruled = Result<Option<Ty>, Box<Fault>>;

/// The rules.
pub const RULES: &[(&str, Rule)] = &[
    ("dask.delayed", delayed),
    ("dask.delayed.delayed", delayed),
    ("dask.compute", compute),
    ("dask.base.compute", compute),
    ("dask.persist", persist),
    ("dask.base.persist", persist),
    ("dask.array.compute", compute),
    ("dask.delayed.Delayed.compute", compute_one),
    ("dask.delayed.Delayed.persist", same),
    ("dask.array.Array.compute", compute_one),
    ("dask.array.Array.persist", same),
];

fn delayed(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some((ty, _)) = args.pos.first().cloned() else {
        // `@delayed(pure=True)`: a decorator is given back.
        let member = checker.decls.member("dask", crate::data::Sym::new("delayed"));
        return Ok(Some(member.map_or(Ty::Any, |member| checker.member_type(&member))));
    };
    let inner = checker.computed(&ty, 4);
    Ok(Some(match ty {
        Ty::Delayed(_) => ty,
        _ => Ty::Delayed(Rc::new(inner)),
    }))
}

fn compute(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    if args.open() {
        return Ok(Some(Ty::TupleOf(Rc::new(Ty::Any))));
    }
    let items = args.pos.iter().map(|(ty, _)| checker.computed(ty, 4).widen()).collect();
    Ok(Some(Ty::tuple(items)))
}

fn persist(_: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    if args.open() {
        return Ok(Some(Ty::TupleOf(Rc::new(Ty::Any))));
    }
    Ok(Some(Ty::tuple(args.pos.iter().map(|(ty, _)| ty.clone()).collect())))
}

fn compute_one(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some((ty, _)) = args.pos.first() else { return Ok(None) };
    Ok(Some(checker.computed(&ty.clone(), 4).widen()))
}

fn same(_: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    Ok(args.pos.first().map(|(ty, _)| ty.clone()))
}
