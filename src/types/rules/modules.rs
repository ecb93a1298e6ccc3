//! Rules of functools, itertools, collections, sys and their kin.

use std::rc::Rc;

use super::Rule;
use super::builtins::{call_with, exit, pairs_of};
use crate::source::Span;
use crate::types::check::Checker;
use crate::types::error::Fault;
use crate::types::fit::dict_kind;
use crate::types::sig::Args;
use crate::types::ty::Ty;

type Ruled = Result<Option<Ty>, Box<Fault>>;

/// The rules.
pub const RULES: &[(&str, Rule)] = &[
    ("sys.exit", exit),
    ("functools.partial", escaped),
    ("functools.reduce", reduce),
    ("functools.wraps", wraps),
    ("functools.lru_cache", cache),
    ("functools.cache", same),
    ("functools.total_ordering", same),
    ("functools.cmp_to_key", escaped),
    ("collections.defaultdict", defaultdict),
    ("collections.Counter", counter),
    ("collections.OrderedDict", ordered),
    ("collections.namedtuple", unknown),
    ("contextlib.contextmanager", escaped),
    ("copy.copy", unknown),
    ("copy.deepcopy", unknown),
    ("random.choice", choice),
    ("itertools.chain", chain),
    ("itertools.starmap", escaped),
    ("itertools.groupby", escaped),
];

fn unknown(_: &mut Checker<'_>, _: &Args, _: Span) -> Ruled {
    Ok(Some(Ty::Any))
}

/// What is called later, with what is not known.
fn escaped(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    checker.escape_args(args);
    Ok(Some(Ty::Any))
}

fn same(_: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    Ok(args.pos.first().map(|(ty, _)| ty.clone()))
}

fn cache(_: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    Ok(Some(match args.pos.first() {
        Some((ty @ Ty::Function(_), _)) => ty.clone(),
        _ => Ty::Any,
    }))
}

/// `@wraps(f)`: what is decorated stays what it is; its attributes are those of `f`.
fn wraps(_: &mut Checker<'_>, _: &Args, _: Span) -> Ruled {
    Ok(Some(Ty::Any))
}

fn reduce(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let (Some((function, _)), Some((items, span))) = (args.pos.first().cloned(), args.pos.get(1).cloned()) else {
        return Ok(None);
    };
    let item = checker.iterate(&items, span)?.widen();
    if let (Ty::Never, Some((start, _))) = (&item, args.pos.get(2)) {
        return Ok(Some(start.widen()));
    }
    let start = args.pos.get(2).map_or(item.clone(), |(ty, _)| ty.widen());
    let mut total = start;
    for _ in 0..3 {
        let next = call_with(checker, &function, &[total.clone(), item.clone()], node)?.widen();
        let joined = checker.join(&total, &next);
        if joined == total {
            return Ok(Some(total));
        }
        total = joined;
    }
    checker.escape(&function);
    Ok(Some(Ty::Any))
}

fn defaultdict(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let heap = checker.alloc(dict_kind("defaultdict"), node);
    let factory = args.pos.first().map(|(ty, _)| ty.clone());
    let made = match factory {
        None | Some(Ty::None) => None,
        Some(factory) => {
            let place = Span { end: node.end.saturating_add(2), ..node };
            Some(checker.call(&factory, &Args::default(), place)?.widen())
        }
    };
    let old = heap.state.borrow().factory.clone();
    let joined = match (old, made) {
        (Some(old), Some(new)) => Some(checker.join(&old, &new)),
        (old, new) => old.or(new),
    };
    heap.state.borrow_mut().factory = joined;
    match args.pos.get(1) {
        Some((ty, span)) => {
            let (key, value) = pairs_of(checker, ty, *span)?;
            checker.put(&heap, &key, &value);
        }
        None => checker.put(&heap, &Ty::Never, &Ty::Never),
    }
    Ok(Some(Ty::Dict(heap)))
}

fn counter(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let heap = checker.alloc(dict_kind("Counter"), node);
    let (key, value) = match args.pos.first() {
        None => (Ty::Never, Ty::INT),
        Some((Ty::Dict(other), _)) => (other.key(), other.value()),
        Some((ty, span)) => (checker.iterate(ty, *span)?.widen(), Ty::INT),
    };
    let key = if args.kw.is_empty() && !args.open() { key } else { Ty::Any };
    checker.put(&heap, &key, &value);
    Ok(Some(Ty::Dict(heap)))
}

fn ordered(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let heap = checker.alloc(dict_kind("OrderedDict"), node);
    let (key, value) = match args.pos.first() {
        None => (Ty::Never, Ty::Never),
        Some((ty, span)) => pairs_of(checker, ty, *span)?,
    };
    checker.put(&heap, &key.widen(), &value);
    for (_, ty, _) in &args.kw {
        checker.put(&heap, &Ty::STR, ty);
    }
    Ok(Some(Ty::Dict(heap)))
}

fn choice(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    match args.pos.as_slice() {
        [(ty, span)] => {
            let item = checker.iterate(ty, *span)?.widen();
            Ok(Some(if matches!(item, Ty::Never) { Ty::Any } else { item }))
        }
        _ => Ok(Some(Ty::Any)),
    }
}

fn chain(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    if args.open() {
        return Ok(Some(Ty::Iter("itertools.chain", Rc::new(Ty::Any))));
    }
    let mut item = Ty::Never;
    for (ty, span) in &args.pos {
        let more = checker.iterate(ty, *span)?;
        item = checker.join(&item, &more);
    }
    Ok(Some(Ty::Iter("itertools.chain", Rc::new(item.widen()))))
}
