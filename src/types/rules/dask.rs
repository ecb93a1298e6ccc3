//! Rules of dask: delayed, compute, and the functions that make arrays.

use std::rc::Rc;

use super::Rule;
use crate::data::suggest::nearest;
use crate::data::{ExcClass, buffer};
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

/// Names that `scheduler=` takes.
const SCHEDULERS: &[&str] = &[
    "sync",
    "synchronous",
    "single-threaded",
    "threads",
    "threading",
    "processes",
    "multiprocessing",
    "distributed",
    "dask.distributed",
];

/// A scheduler that there is not.
fn scheduler(args: &Args) -> Result<(), Box<Fault>> {
    for (name, ty, span) in &args.kw {
        if name.as_str() == "scheduler"
            && let Some(given) = ty.as_str()
            && !SCHEDULERS.contains(&given.to_lowercase().as_str())
        {
            let text = "Expected one of [distributed, multiprocessing, processes, single-threaded, sync, synchronous, \
                        threading, threads]";
            let fault =
                Fault::at(ExcClass::ValueError, *span, text).because(format!("there is no scheduler {given:?}"));
            return Err(match nearest(given, SCHEDULERS.iter().copied()) {
                Some(found) => fault.help(format!("did you mean {found:?}?")),
                None => fault.help("write scheduler=\"threads\" or scheduler=\"sync\"".to_owned()),
            });
        }
    }
    Ok(())
}

/// A whole array that is larger than the machine's memory.
fn room(args: &Args) -> Result<(), Box<Fault>> {
    for (ty, span) in &args.pos {
        let Ty::Array(array) = ty else { continue };
        let sizes: Option<Vec<usize>> = array.shape.as_ref().and_then(|sizes| sizes.iter().copied().collect());
        let (Some(dtype), Some(sizes)) = (array.dtype, sizes) else { continue };
        let bytes = sizes.iter().fold(dtype.itemsize() as u64, |all, &n| all.saturating_mul(n as u64));
        if bytes > buffer::machine() {
            let said = buffer::memory_error(&sizes, dtype);
            let fault = Fault::at(said.class, *span, said.message)
                .because("the whole array is more than this machine's memory holds");
            return Err(
                fault.help("reduce it before compute(), or write it block by block: `.to_zarr(...)`".to_owned())
            );
        }
    }
    Ok(())
}

fn compute(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    scheduler(args)?;
    room(args)?;
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
    scheduler(args)?;
    room(args)?;
    let Some((ty, _)) = args.pos.first() else { return Ok(None) };
    Ok(Some(checker.computed(&ty.clone(), 4).widen()))
}

fn same(_: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    Ok(args.pos.first().map(|(ty, _)| ty.clone()))
}
