//! Rules of what makes iterators: `sorted`, `zip`, `map` and their kin.

use std::rc::Rc;

use super::builtins::{call_with, each, only};
use crate::data::ExcClass;
use crate::source::Span;
use crate::types::check::Checker;
use crate::types::check::iter::a;
use crate::types::error::Fault;
use crate::types::sig::Args;
use crate::types::ty::Ty;

type Ruled = Result<Option<Ty>, Box<Fault>>;

/// `sorted(...)`.
pub fn sorted(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let Some((ty, span)) = args.pos.first().cloned() else { return Ok(None) };
    let item = checker.iterate(&ty, span)?.widen();
    match args.keyword("key").cloned() {
        Some(key) => {
            call_with(checker, &key, std::slice::from_ref(&item), node)?;
        }
        None => checker.touch(&item),
    }
    Ok(Some(checker.list_of(node, item)))
}

/// `reversed(...)`.
pub fn reversed(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some((ty, span)) = only(args) else { return Ok(None) };
    let item = each(checker, &ty, |checker, ty| match ty {
        Ty::Set(_) | Ty::FrozenSet(_) | Ty::Iter(..) => {
            let fault = Fault::at(ExcClass::TypeError, span, format!("'{}' object is not reversible", ty.class_name()));
            Err(fault
                .because(format!("this is {}, which has no order from its end", a(ty)))
                .help("make it a list first: `reversed(list(...))`".to_owned()))
        }
        Ty::Instance(_) => Ok(Ty::Any),
        other => checker.iterate(other, span),
    })?;
    Ok(Some(Ty::Iter("reversed", Rc::new(item))))
}

/// `enumerate(...)`.
pub fn enumerate(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some((ty, span)) = args.pos.first().cloned() else { return Ok(None) };
    let item = checker.iterate(&ty, span)?;
    Ok(Some(Ty::Iter("enumerate", Rc::new(Ty::tuple(vec![Ty::INT, or_any(item)])))))
}

fn or_any(ty: Ty) -> Ty {
    if matches!(ty, Ty::Never) { Ty::Any } else { ty.widen() }
}

/// `zip(...)`.
pub fn zip(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    if args.open() {
        return Ok(Some(Ty::Iter("zip", Rc::new(Ty::TupleOf(Rc::new(Ty::Any))))));
    }
    let mut items = Vec::new();
    for (ty, span) in &args.pos {
        let item = checker.iterate(ty, *span)?;
        items.push(or_any(item));
    }
    Ok(Some(Ty::Iter("zip", Rc::new(Ty::tuple(items)))))
}

/// `map(...)`.
pub fn map(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    if args.open() || args.pos.len() < 2 {
        return Ok(None);
    }
    let mut items = Vec::new();
    for (ty, span) in args.pos.iter().skip(1) {
        let item = checker.iterate(ty, *span)?;
        items.push(or_any(item));
    }
    let (function, _) = args.pos[0].clone();
    let result = late_call(checker, &function, &items, node)?;
    Ok(Some(Ty::Iter("map", Rc::new(result.widen()))))
}

/// A call that happens when an iterator is asked: at another time than now.
fn late_call(checker: &mut Checker<'_>, function: &Ty, items: &[Ty], node: Span) -> Result<Ty, Box<Fault>> {
    let late = checker.late;
    checker.late.get_or_insert(crate::types::ty::next_heap_id());
    let result = call_with(checker, function, items, node);
    checker.late = late;
    result
}

/// `filter(...)`.
pub fn filter(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let [(function, _), (ty, span)] = args.pos.as_slice() else { return Ok(None) };
    let (function, ty, span) = (function.clone(), ty.clone(), *span);
    let item = or_any(checker.iterate(&ty, span)?);
    if !matches!(function, Ty::None) {
        late_call(checker, &function, std::slice::from_ref(&item), node)?;
    }
    Ok(Some(Ty::Iter("filter", Rc::new(item))))
}

/// `iter(...)`.
pub fn iterator(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some((ty, span)) = only(args) else { return Ok(Some(Ty::Any)) };
    if let Ty::Instance(_) = &ty {
        return Ok(Some(checker.special(&ty, "__iter__", &[], span)?.unwrap_or(Ty::Any)));
    }
    let item = checker.iterate(&ty, span)?;
    let what = match ty {
        Ty::Iter(what, _) => what,
        _ => "iterator",
    };
    Ok(Some(Ty::Iter(what, Rc::new(or_any(item)))))
}

/// `next(...)`.
pub fn next(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some((ty, span)) = args.pos.first().cloned() else { return Ok(None) };
    let item = each(checker, &ty, |checker, ty| match ty {
        Ty::Iter(_, item) => Ok(or_any((**item).clone())),
        Ty::Instance(_) => checker.next_of(ty, span),
        Ty::List(_)
        | Ty::Tuple(_)
        | Ty::TupleOf(_)
        | Ty::Str(_)
        | Ty::Dict(_)
        | Ty::Set(_)
        | Ty::Range(_)
        | Ty::Int(_)
        | Ty::None => {
            let fault =
                Fault::at(ExcClass::TypeError, span, format!("'{}' object is not an iterator", ty.class_name()));
            Err(fault
                .because(format!("this is {}", a(ty)))
                .help("make an iterator of it first: `next(iter(...))`".to_owned()))
        }
        _ => Ok(Ty::Any),
    })?;
    Ok(Some(match args.pos.get(1) {
        Some((default, _)) => checker.join(&item, default),
        None => item,
    }))
}
