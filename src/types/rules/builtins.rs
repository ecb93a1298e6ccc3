//! Rules of builtin functions and classes.

use std::rc::Rc;
use std::sync::Arc;

use super::{Rule, convert, iterators};
use crate::data::{ExcClass, Sym};
use crate::source::Span;
use crate::types::check::Checker;
use crate::types::check::iter::a;
use crate::types::error::Fault;
use crate::types::sig::Args;
use crate::types::ty::{HeapKind, Ty};

type Ruled = Result<Option<Ty>, Box<Fault>>;

/// The rules.
pub const RULES: &[(&str, Rule)] = &[
    ("len", len),
    ("range", range),
    ("list", list),
    ("tuple", tuple),
    ("set", set),
    ("frozenset", frozenset),
    ("dict", dict),
    ("str", convert::text),
    ("repr", convert::text),
    ("int", convert::int),
    ("float", convert::float),
    ("bool", convert::boolean),
    ("sum", sum),
    ("min", smallest),
    ("max", largest),
    ("abs", abs),
    ("sorted", iterators::sorted),
    ("reversed", iterators::reversed),
    ("enumerate", iterators::enumerate),
    ("zip", iterators::zip),
    ("map", iterators::map),
    ("filter", iterators::filter),
    ("iter", iterators::iterator),
    ("next", iterators::next),
    ("isinstance", isinstance),
    ("issubclass", unknown_bool),
    ("callable", callable),
    ("hasattr", hasattr),
    ("getattr", getattr),
    ("setattr", setattr),
    ("type", class_of),
    ("round", round),
    ("divmod", unknown),
    ("pow", pow),
    ("vars", unknown),
    ("super", unknown),
    ("slice", slice),
    ("object", unknown),
    ("print", print),
    ("format", format),
    ("exit", exit),
    ("quit", exit),
];

fn unknown(_: &mut Checker<'_>, _: &Args, _: Span) -> Ruled {
    Ok(Some(Ty::Any))
}

fn unknown_bool(_: &mut Checker<'_>, _: &Args, _: Span) -> Ruled {
    Ok(Some(Ty::BOOL))
}

/// The one positional argument, if the call has exactly one argument.
pub fn only(args: &Args) -> Option<(Ty, Span)> {
    match (args.pos.as_slice(), args.kw.as_slice(), args.open()) {
        ([one], [], false) => Some(one.clone()),
        _ => None,
    }
}

/// Apply to each member of a union: an error only if all fail.
pub fn each(
    checker: &mut Checker<'_>,
    ty: &Ty,
    mut rule: impl FnMut(&mut Checker<'_>, &Ty) -> Result<Ty, Box<Fault>>,
) -> Result<Ty, Box<Fault>> {
    let mut joined = Ty::Never;
    let mut failed = None;
    let mut some = false;
    for member in ty.members().to_vec() {
        match rule(checker, &member) {
            Ok(ty) => {
                some = true;
                joined = checker.join(&joined, &ty);
            }
            Err(fault) => failed = Some(fault),
        }
    }
    match failed {
        Some(fault) if !some => Err(fault),
        _ => Ok(joined),
    }
}

fn len(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some((ty, span)) = only(args) else { return Ok(None) };
    each(checker, &ty, |checker, ty| len_of(checker, ty, span)).map(Some)
}

fn len_of(checker: &mut Checker<'_>, ty: &Ty, span: Span) -> Result<Ty, Box<Fault>> {
    let count = match ty {
        Ty::Str(text) => text.as_ref().map(|text| text.chars().count() as u64),
        Ty::Instance(class) => {
            let class = class.clone();
            if checker.special(ty, "__len__", &[], span)?.is_none() && checker.plain(&class) {
                return Err(no_len(ty, span).help(format!("give `{}` a `__len__` method", class.name)));
            }
            None
        }
        Ty::Array(meta) | Ty::NdArray(meta) => match meta.shape.as_deref() {
            Some([]) => {
                let fault = Fault::at(ExcClass::TypeError, span, "len() of unsized object");
                return Err(fault.because("this array has no axes: it is a single number"));
            }
            Some([first, ..]) => first.map(|size| size as u64),
            None => None,
        },
        Ty::Delayed(_) if checker.facts.nout => None,
        Ty::Delayed(_) => {
            let fault = Fault::at(ExcClass::TypeError, span, "Delayed objects of unspecified length have no len()");
            let fault = fault.because("this is a delayed value: how long it is is not known before it is computed");
            return Err(fault.help("compute it first, or delay the call: `delayed(len)(x)`".to_owned()));
        }
        Ty::None
        | Ty::Bool(_)
        | Ty::Int(_)
        | Ty::Float(_)
        | Ty::Complex
        | Ty::Function(_)
        | Ty::Builtin(_)
        | Ty::Iter(..)
        | Ty::Module(_)
        | Ty::Scalar(_)
        | Ty::Bound(_)
            if !matches!(ty, Ty::Iter(what, _) if what.starts_with("dict_")) =>
        {
            return Err(no_len(ty, span));
        }
        Ty::Object(..) if let Some(fault) = checker.lacks(ty, "__len__", span) => return Err(fault),
        other => checker.count_items(other),
    };
    Ok(Ty::Int(count.and_then(|count| i64::try_from(count).ok())))
}

fn no_len(ty: &Ty, span: Span) -> Box<Fault> {
    let fault = Fault::at(ExcClass::TypeError, span, format!("object of type '{}' has no len()", ty.class_name()));
    let fault = fault.because(format!("this is {}, which has no length", a(ty)));
    match ty {
        Ty::Iter(..) => fault.help("make it a list first: `len(list(...))`".to_owned()),
        Ty::Int(_) => fault.help("for the number of digits, write `len(str(n))`".to_owned()),
        Ty::None => fault.help("check that the function that gave it returns a value".to_owned()),
        _ => fault,
    }
}

fn range(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    if args.open() || args.pos.is_empty() || args.pos.len() > 3 || !args.kw.is_empty() {
        return Ok(None);
    }
    for (ty, span) in &args.pos {
        each(checker, ty, |checker, ty| match ty {
            Ty::Float(_)
            | Ty::Complex
            | Ty::Str(_)
            | Ty::None
            | Ty::List(_)
            | Ty::Tuple(_)
            | Ty::TupleOf(_)
            | Ty::Dict(_)
            | Ty::Set(_)
            | Ty::Function(_)
            | Ty::Delayed(_) => {
                let message = format!("'{}' object cannot be interpreted as an integer", ty.class_name());
                let fault = Fault::at(ExcClass::TypeError, *span, message)
                    .because(format!("this is {}; `range` counts in integers", a(ty)));
                Err(match ty {
                    Ty::Float(_) => fault.help("make it an integer with `int(...)`, or divide with `//`".to_owned()),
                    Ty::Str(_) => fault.help("convert the text with `int(...)`".to_owned()),
                    Ty::List(_) | Ty::Tuple(_) => {
                        fault.help("iterate over it directly, or write `range(len(...))`".to_owned())
                    }
                    _ => fault,
                })
            }
            _ => {
                let _ = checker;
                Ok(Ty::Any)
            }
        })?;
    }
    let known: Option<Vec<i64>> = args.pos.iter().map(|(ty, _)| ty.as_int()).collect();
    let Some(known) = known else { return Ok(Some(Ty::Range(None))) };
    let (start, stop, step) = match known.as_slice() {
        [stop] => (0, *stop, 1),
        [start, stop] => (*start, *stop, 1),
        [start, stop, step] => (*start, *stop, *step),
        _ => return Ok(None),
    };
    if step == 0 {
        return Err(Fault::at(ExcClass::ValueError, node, "range() arg 3 must not be zero")
            .because("a step of 0 never gets on"));
    }
    let distance = if step > 0 { i128::from(stop) - i128::from(start) } else { i128::from(start) - i128::from(stop) };
    let step = i128::from(step).abs();
    let count = if distance <= 0 { 0 } else { (distance + step - 1) / step };
    Ok(Some(Ty::Range(u64::try_from(count).ok())))
}

/// The items of the one iterable argument; `None` if there is none.
fn items_of(checker: &mut Checker<'_>, args: &Args) -> Result<Option<Ty>, Box<Fault>> {
    match only(args) {
        Some((ty, span)) => checker.iterate(&ty, span).map(Some),
        None => Ok(None),
    }
}

/// The known items of a value that `list(...)` and `tuple(...)` copy.
fn known_items(checker: &Checker<'_>, ty: &Ty) -> Option<Vec<Ty>> {
    match ty {
        Ty::Tuple(items) => Some(items.to_vec()),
        Ty::List(heap) if !checker.stale(heap.id) => {
            heap.items().map(|items| items.iter().map(|(item, _)| item.clone()).collect())
        }
        _ => None,
    }
}

fn list(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    if args.pos.is_empty() && args.kw.is_empty() && !args.open() {
        return Ok(Some(Ty::List(checker.fill(HeapKind::List, node, (&Ty::Never, &Ty::Never), Some(Vec::new())))));
    }
    let Some(item) = items_of(checker, args)? else { return Ok(None) };
    let known = args.pos.first().and_then(|(ty, _)| known_items(checker, ty));
    let known = known.map(|items| items.into_iter().map(|item| (item, Ty::Never)).collect());
    Ok(Some(Ty::List(checker.fill(HeapKind::List, node, (&item, &Ty::Never), known))))
}

fn tuple(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    if args.pos.is_empty() && args.kw.is_empty() && !args.open() {
        return Ok(Some(Ty::tuple(Vec::new())));
    }
    let Some(item) = items_of(checker, args)? else { return Ok(None) };
    let known = args.pos.first().and_then(|(ty, _)| known_items(checker, ty));
    Ok(Some(known.map_or_else(|| Ty::TupleOf(Rc::new(item)), Ty::tuple)))
}

fn set(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let item = match items_of(checker, args)? {
        Some(item) => item,
        None if args.pos.is_empty() && !args.open() => Ty::Never,
        None => return Ok(None),
    };
    Ok(Some(checker.set_of(node, item)))
}

fn frozenset(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let item = items_of(checker, args)?.unwrap_or(Ty::Any);
    Ok(Some(Ty::FrozenSet(Rc::new(item))))
}

fn dict(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    if args.open() || args.pos.len() > 1 {
        return Ok(None);
    }
    let known =
        args.pos.is_empty().then(|| args.kw.iter().map(|(name, ty, _)| (Ty::str(name.as_str()), ty.clone())).collect());
    let mut key = if args.kw.is_empty() { Ty::Never } else { Ty::STR };
    let mut value = Ty::join_all(args.kw.iter().map(|(_, ty, _)| ty), &mut checker.lost);
    if let Some((ty, span)) = args.pos.first() {
        let (k, v) = pairs_of(checker, ty, *span)?;
        key = checker.join(&key, &k);
        value = checker.join(&value, &v);
    }
    Ok(Some(Ty::Dict(checker.fill(HeapKind::Dict, node, (&key, &value), known))))
}

/// Keys and values of a dict, or of an iterable of pairs.
pub fn pairs_of(checker: &mut Checker<'_>, ty: &Ty, span: Span) -> Result<(Ty, Ty), Box<Fault>> {
    if let Ty::Dict(heap) = ty {
        if checker.stale(heap.id) {
            return Ok((Ty::Any, Ty::Any));
        }
        return Ok((heap.key(), heap.value()));
    }
    let item = checker.iterate(ty, span)?;
    let parts = match &item {
        Ty::Tuple(items) if items.len() == 2 => Some((items[0].widen(), items[1].widen())),
        Ty::Never => Some((Ty::Never, Ty::Never)),
        _ => None,
    };
    Ok(parts.unwrap_or((Ty::Any, Ty::Any)))
}

fn sum(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let Some((ty, span)) = args.pos.first().cloned() else { return Ok(None) };
    if args.open() {
        return Ok(Some(Ty::Any));
    }
    if let Ty::Array(_) | Ty::NdArray(_) = ty {
        return Ok(Some(Ty::Any));
    }
    let item = checker.iterate(&ty, span)?;
    let start = args.get(1, "start").cloned().unwrap_or(Ty::Int(Some(0)));
    if matches!(item, Ty::Never) {
        return Ok(Some(start.widen()));
    }
    if let (Ty::Str(_), true) = (&start, args.pos.len() > 1) {
        let fault = Fault::at(ExcClass::TypeError, node, "sum() can't sum strings [use ''.join(seq) instead]");
        return Err(fault.help("write `\"\".join(items)`".to_owned()));
    }
    let places = (node, span, span);
    let empty_possible = checker.count_items(&ty) != Some(0);
    let first = match checker.binary(crate::syntax::ast::BinOp::Add, &start.widen(), &item.widen(), places) {
        Ok(ty) => ty,
        Err(fault) if empty_possible && known_nonempty(checker, &ty) => {
            return Err(explain_sum(fault, &item));
        }
        Err(_) => return Ok(Some(Ty::Any)),
    };
    let total =
        checker.binary(crate::syntax::ast::BinOp::Add, &first.widen(), &item.widen(), places).unwrap_or(Ty::Any);
    let joined = checker.join(&first, &total);
    Ok(Some(checker.join(&joined, &start.widen())))
}

/// Whether a value has items for certain.
fn known_nonempty(checker: &Checker<'_>, ty: &Ty) -> bool {
    checker.count_items(ty).is_some_and(|count| count > 0)
}

#[allow(clippy::boxed_local)] // faults are boxed everywhere, so that results stay small
fn explain_sum(fault: Box<Fault>, item: &Ty) -> Box<Fault> {
    let labels = fault
        .labels
        .first()
        .map(|(span, _)| vec![(*span, format!("the items are {}", item.widen()))])
        .unwrap_or_default();
    let fault = Box::new(Fault { labels, help: None, ..*fault });
    match item {
        Ty::Str(_) => fault.note("`sum` begins with 0".to_owned()).help("join text with `\"\".join(items)`".to_owned()),
        Ty::List(_) => fault.note("`sum` begins with 0".to_owned()).help("give the start: `sum(lists, [])`".to_owned()),
        _ => fault.note("`sum` begins with 0".to_owned()),
    }
}

fn smallest(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    extreme(checker, args, node, "min")
}

fn largest(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    extreme(checker, args, node, "max")
}

fn extreme(checker: &mut Checker<'_>, args: &Args, node: Span, name: &str) -> Ruled {
    if args.open() {
        return Ok(Some(Ty::Any));
    }
    let key = args.keyword("key").cloned();
    let default = args.keyword("default").cloned();
    let (item, empty) = match args.pos.as_slice() {
        [] => return Ok(None),
        [(ty, span)] => (checker.iterate(ty, *span)?, checker.count_items(ty) == Some(0)),
        many => (Ty::join_all(many.iter().map(|(ty, _)| ty), &mut checker.lost), false),
    };
    if empty && default.is_none() {
        let (_, span) = args.pos[0];
        let fault = Fault::at(ExcClass::ValueError, span, format!("{name}() arg is an empty sequence"))
            .because("this is empty: it has no items to choose from");
        return Err(fault.help("give what an empty sequence should give: `default=...`".to_owned()));
    }
    if let Some(key) = key {
        call_with(checker, &key, std::slice::from_ref(&item), node)?;
    } else {
        checker.touch(&item);
    }
    let joined = default.map_or(item.clone(), |default| checker.join(&item, &default));
    Ok(Some(if matches!(joined, Ty::Never) { Ty::Any } else { joined.widen() }))
}

/// Call a function that a builtin was given with items of a type. Its errors are errors of the call, if there are items.
pub fn call_with(checker: &mut Checker<'_>, function: &Ty, items: &[Ty], node: Span) -> Result<Ty, Box<Fault>> {
    if matches!(function, Ty::None) {
        return Ok(items.first().cloned().unwrap_or(Ty::Any));
    }
    if !function.members().iter().any(crate::types::fit::callable) {
        return Err(crate::types::check::call::not_callable(function, node)
            .help("give the function itself, without calling it".to_owned()));
    }
    if items.iter().any(|item| matches!(item, Ty::Never)) {
        // There is no item, so there is no call.
        return Ok(Ty::Any);
    }
    let items: Vec<Ty> = items.iter().map(Ty::widen).collect();
    let certain = std::mem::replace(&mut checker.frame().certain, false);
    let live = checker.live();
    let result = checker.call(function, &Args::of(items, node), node);
    checker.frame().certain = certain;
    checker.frame().state.live = live;
    result
}

fn abs(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some((ty, span)) = only(args) else { return Ok(None) };
    each(checker, &ty, |checker, ty| {
        Ok(match ty {
            Ty::Int(value) => Ty::Int(value.and_then(i64::checked_abs)),
            Ty::Bool(_) => Ty::INT,
            Ty::Float(value) => Ty::Float(value.map(f64::abs)),
            Ty::Instance(_) => checker.special(ty, "__abs__", &[], span)?.unwrap_or(Ty::Any),
            Ty::Complex => Ty::FLOAT,
            Ty::Array(_) | Ty::NdArray(_) | Ty::Scalar(_) => checker.array_abs(ty, span)?,
            Ty::Delayed(inner) => Ty::Delayed(inner.clone()),
            Ty::Str(_) | Ty::None | Ty::List(_) | Ty::Tuple(_) | Ty::Dict(_) | Ty::Set(_) | Ty::Function(_) => {
                let fault =
                    Fault::at(ExcClass::TypeError, span, format!("bad operand type for abs(): '{}'", ty.class_name()));
                return Err(fault.because(format!("this is {}, not a number", a(ty))));
            }
            _ => Ty::Any,
        })
    })
    .map(Some)
}

fn isinstance(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let [(ty, _), (class, span)] = args.pos.as_slice() else { return Ok(None) };
    let bad = class.members().iter().all(|class| {
        matches!(class, Ty::Str(_) | Ty::Int(_) | Ty::List(_) | Ty::None | Ty::Float(_) | Ty::Function(_) | Ty::Dict(_))
    });
    if bad {
        let fault =
            Fault::at(ExcClass::TypeError, *span, "isinstance() arg 2 must be a type, a tuple of types, or a union");
        return Err(fault
            .because(format!("this is {}", a(class)))
            .help("name the class, or several in a tuple: `(int, float)`".to_owned()));
    }
    Ok(Some(Ty::Bool(checker.is_instance(ty, class))))
}

fn callable(_: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    Ok(Some(match only(args) {
        Some((ty @ (Ty::Function(_) | Ty::Builtin(_) | Ty::Class(_)), _)) => {
            Ty::Bool(Some(crate::types::fit::callable(&ty)))
        }
        Some((Ty::Int(_) | Ty::Str(_) | Ty::None | Ty::Float(_) | Ty::List(_), _)) => Ty::Bool(Some(false)),
        _ => Ty::BOOL,
    }))
}

fn hasattr(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let [(ty, _), (name, span)] = args.pos.as_slice() else { return Ok(None) };
    let Some(name) = name.as_str() else { return Ok(Some(Ty::BOOL)) };
    let mut all = Vec::new();
    for member in ty.members().to_vec() {
        all.push(match member {
            Ty::Any | Ty::Never | Ty::Delayed(_) => None,
            _ => checker.attribute(&member, Sym::new(name), *span).is_err().then_some(false),
        });
    }
    let never = !all.is_empty() && all.iter().all(|one| *one == Some(false));
    Ok(Some(Ty::Bool(never.then_some(false))))
}

fn getattr(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let (Some((ty, _)), Some((name, span))) = (args.pos.first().cloned(), args.pos.get(1).cloned()) else {
        return Ok(None);
    };
    let Some(name) = name.as_str() else { return Ok(Some(Ty::Any)) };
    match checker.attribute(&ty, Sym::new(name), span) {
        Ok(found) => Ok(Some(match args.pos.get(2) {
            Some((default, _)) => checker.join(&found, default),
            None => found,
        })),
        Err(_) if args.pos.len() > 2 || args.open() => Ok(Some(Ty::Any)),
        Err(fault) => Err(fault),
    }
}

fn setattr(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    checker.escape_args(args);
    Ok(Some(Ty::None))
}

fn class_of(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some((ty, _)) = only(args) else { return Ok(Some(Ty::Any)) };
    Ok(Some(match &ty {
        Ty::Instance(class) => Ty::Class(class.clone()),
        Ty::Exception(_) => Ty::Any,
        Ty::Int(_) | Ty::Str(_) | Ty::Float(_) | Ty::Complex | Ty::Bool(_) | Ty::List(_) | Ty::Tuple(_) => {
            match checker.class_of(&ty) {
                Some(class) => Ty::Type(class),
                None => Ty::Any,
            }
        }
        _ => Ty::Any,
    }))
}

fn round(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some((ty, span)) = args.pos.first().cloned() else { return Ok(None) };
    let digits = args.get(1, "ndigits").cloned();
    each(checker, &ty, |_, ty| {
        Ok(match ty {
            Ty::Int(_) | Ty::Bool(_) => Ty::INT,
            Ty::Float(_) if matches!(digits, None | Some(Ty::None)) => Ty::INT,
            Ty::Float(_) => Ty::FLOAT,
            Ty::Complex
            | Ty::Str(_)
            | Ty::None
            | Ty::List(_)
            | Ty::Tuple(_)
            | Ty::Dict(_)
            | Ty::Set(_)
            | Ty::Function(_) => {
                let fault = Fault::at(
                    ExcClass::TypeError,
                    span,
                    format!("type {} doesn't define __round__ method", ty.class_name()),
                );
                return Err(fault.because(format!("this is {}, not a number", a(ty))));
            }
            _ => Ty::Any,
        })
    })
    .map(Some)
}

fn pow(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let [(base, l), (power, r)] = args.pos.as_slice() else { return Ok(Some(Ty::Any)) };
    checker.binary(crate::syntax::ast::BinOp::Pow, base, power, (node, *l, *r)).map(Some)
}

fn slice(_: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let parts: Vec<Ty> = args.pos.iter().map(|(ty, _)| ty.clone()).collect();
    Ok(match parts.as_slice() {
        [stop] => Some(Ty::Slice(Rc::new([Ty::None, stop.clone(), Ty::None]))),
        [start, stop] => Some(Ty::Slice(Rc::new([start.clone(), stop.clone(), Ty::None]))),
        [start, stop, step] => Some(Ty::Slice(Rc::new([start.clone(), stop.clone(), step.clone()]))),
        _ => Some(Ty::Any),
    })
}

fn print(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    for ty in args.all().cloned().collect::<Vec<_>>() {
        checker.touch(&ty);
    }
    Ok(None)
}

fn format(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    if let [(ty, span), (Ty::Str(Some(spec)), _)] = args.pos.as_slice() {
        let spec: Arc<str> = spec.clone();
        checker.format_spec(ty, &spec, *span)?;
    }
    Ok(Some(Ty::STR))
}

/// The script ends.
pub fn exit(checker: &mut Checker<'_>, _: &Args, _: Span) -> Ruled {
    checker.frame().state.live = false;
    Ok(Some(Ty::Never))
}
