//! Rules of the methods of list, dict, set and str.

use std::rc::Rc;

use super::Rule;
use super::builtins::{call_with, each, pairs_of};
use crate::data::ExcClass;
use crate::source::Span;
use crate::types::check::Checker;
use crate::types::check::index::same_key;
use crate::types::check::iter::{a, plural};
use crate::types::error::Fault;
use crate::types::sig::Args;
use crate::types::ty::{Heap, HeapKind, Ty};

type Ruled = Result<Option<Ty>, Box<Fault>>;

/// The rules; the object itself is the first argument.
pub const RULES: &[(&str, Rule)] = &[
    ("list.append", append),
    ("list.extend", extend),
    ("list.insert", insert),
    ("list.pop", list_pop),
    ("list.remove", changed),
    ("list.clear", changed),
    ("list.reverse", changed),
    ("list.sort", sort),
    ("list.copy", list_copy),
    ("dict.get", get),
    ("dict.setdefault", setdefault),
    ("dict.update", update),
    ("collections.Counter.update", counter_update),
    ("collections.Counter.subtract", counter_update),
    ("dict.pop", dict_pop),
    ("dict.popitem", popitem),
    ("dict.clear", changed),
    ("dict.copy", dict_copy),
    ("dict.keys", keys),
    ("dict.values", values),
    ("dict.items", items),
    ("dict.fromkeys", fromkeys),
    ("set.add", add),
    ("set.update", set_update),
    ("set.discard", changed),
    ("set.remove", changed),
    ("set.clear", changed),
    ("set.pop", set_pop),
    ("set.copy", set_same),
    ("set.union", set_union),
    ("set.intersection", set_same),
    ("set.difference", set_same),
    ("set.symmetric_difference", set_union),
    ("str.join", join),
    ("str.format", str_format),
];

fn heap_of(args: &Args) -> Option<Rc<Heap>> {
    match args.pos.first() {
        Some((Ty::List(heap) | Ty::Dict(heap) | Ty::Set(heap), _)) => Some(heap.clone()),
        _ => None,
    }
}

/// The argument at a position after the object.
fn arg(args: &Args, at: usize) -> Option<(Ty, Span)> {
    args.pos.get(at).cloned()
}

fn known(ty: Ty) -> Ty {
    if matches!(ty, Ty::Never) { Ty::Any } else { ty }
}

fn escape_rest(checker: &mut Checker<'_>, args: &Args) -> Ruled {
    let rest: Vec<Ty> = args.all().skip(1).cloned().collect();
    rest.iter().for_each(|ty| checker.escape(ty));
    if let Some((ty, _)) = args.pos.first() {
        checker.escape(&ty.clone());
    }
    Ok(None)
}

fn append(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let (Some(heap), Some((item, _)), false) = (heap_of(args), arg(args, 1), args.open()) else {
        return escape_rest(checker, args);
    };
    checker.put(&heap, &item.widen(), &Ty::Never);
    Ok(Some(Ty::None))
}

fn extend(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let (Some(heap), Some((ty, span)), false) = (heap_of(args), arg(args, 1), args.open()) else {
        return escape_rest(checker, args);
    };
    let item = checker.iterate(&ty, span)?;
    checker.put(&heap, &item.widen(), &Ty::Never);
    Ok(Some(Ty::None))
}

fn insert(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let (Some(heap), Some((item, _)), false) = (heap_of(args), arg(args, 2), args.open()) else {
        return escape_rest(checker, args);
    };
    checker.put(&heap, &item.widen(), &Ty::Never);
    Ok(None)
}

fn changed(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    if let Some(heap) = heap_of(args) {
        checker.put(&heap, &Ty::Never, &Ty::Never);
    }
    Ok(None)
}

fn list_pop(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let Some(heap) = heap_of(args) else { return Ok(None) };
    if heap.items().is_some_and(|items| items.is_empty()) && !checker.stale(heap.id) {
        let fault = Fault::at(ExcClass::IndexError, node, "pop from empty list").because("the list is empty here");
        return Err(fault
            .label(heap.site, "it is made here, empty".to_owned())
            .help("test for items first: `if items:`".to_owned()));
    }
    checker.put(&heap, &Ty::Never, &Ty::Never);
    Ok(Some(if checker.stale(heap.id) { Ty::Any } else { known(heap.key()) }))
}

fn sort(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let Some(heap) = heap_of(args) else { return Ok(None) };
    checker.put(&heap, &Ty::Never, &Ty::Never);
    let item = heap.key();
    match args.keyword("key").cloned() {
        Some(key) => {
            let item = if checker.stale(heap.id) { Ty::Any } else { item };
            call_with(checker, &key, &[item], node)?;
        }
        None => checker.touch(&item),
    }
    Ok(Some(Ty::None))
}

fn list_copy(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let Some(heap) = heap_of(args) else { return Ok(None) };
    let item = heap.key();
    Ok(Some(checker.list_of(node, item)))
}

fn get(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let (Some(heap), Some((key, _)), false) = (heap_of(args), arg(args, 1), args.open()) else { return Ok(None) };
    if checker.stale(heap.id) {
        return Ok(Some(Ty::Any));
    }
    let default = args.get(2, "default").cloned().unwrap_or(Ty::None);
    if let Some(items) = heap.items()
        && key.members().len() == 1
    {
        let mut possible = default.clone();
        for (known, value) in items.iter() {
            match same_key(known, &key) {
                Some(true) => return Ok(Some(value.clone())),
                None => possible = checker.join(&possible, value),
                Some(false) => {}
            }
        }
        return Ok(Some(possible));
    }
    let value = heap.value();
    Ok(Some(checker.join(&value, &default)))
}

fn setdefault(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let (Some(heap), Some((key, _)), false) = (heap_of(args), arg(args, 1), args.open()) else {
        return escape_rest(checker, args);
    };
    let default = arg(args, 2).map_or(Ty::None, |(ty, _)| ty);
    checker.put(&heap, &key.widen(), &default);
    Ok(Some(if checker.stale(heap.id) { Ty::Any } else { known(heap.value()) }))
}

fn update(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some(heap) = heap_of(args) else { return escape_rest(checker, args) };
    if heap.kind == HeapKind::Counter {
        return counter_update(checker, args, Span::default());
    }
    if args.open() {
        checker.put(&heap, &Ty::Any, &Ty::Any);
    }
    if let Some((ty, span)) = arg(args, 1) {
        let (key, value) = pairs_of(checker, &ty, span)?;
        checker.put(&heap, &key.widen(), &value);
    }
    for (_, ty, _) in &args.kw {
        checker.put(&heap, &Ty::STR, ty);
    }
    Ok(Some(Ty::None))
}

fn counter_update(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some(heap) = heap_of(args) else { return escape_rest(checker, args) };
    checker.put(&heap, &Ty::Any, &Ty::Any);
    Ok(Some(Ty::None))
}

fn dict_pop(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let (Some(heap), Some((key, _)), false) = (heap_of(args), arg(args, 1), args.open()) else { return Ok(None) };
    let found = match arg(args, 2) {
        Some((default, _)) => {
            let value = if checker.stale(heap.id) { Ty::Any } else { heap.value() };
            checker.join(&value, &default)
        }
        None if heap.kind == HeapKind::Dict => checker.item(&Ty::Dict(heap.clone()), &key, node)?,
        None => heap.value(),
    };
    checker.put(&heap, &Ty::Never, &Ty::Never);
    Ok(Some(known(found)))
}

fn popitem(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some(heap) = heap_of(args) else { return Ok(None) };
    checker.put(&heap, &Ty::Never, &Ty::Never);
    if checker.stale(heap.id) {
        return Ok(Some(Ty::tuple(vec![Ty::Any, Ty::Any])));
    }
    Ok(Some(Ty::tuple(vec![known(heap.key()), known(heap.value())])))
}

fn dict_copy(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    match heap_of(args) {
        Some(heap) if heap.kind == HeapKind::Dict => {
            let (key, value) = (heap.key(), heap.value());
            Ok(Some(checker.dict_of(node, key, value)))
        }
        _ => Ok(Some(Ty::Any)),
    }
}

fn keys(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some(heap) = heap_of(args) else { return Ok(None) };
    Ok(Some(Ty::Iter("dict_keys", Rc::new(if checker.stale(heap.id) { Ty::Any } else { heap.key() }))))
}

fn values(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some(heap) = heap_of(args) else { return Ok(None) };
    Ok(Some(Ty::Iter("dict_values", Rc::new(if checker.stale(heap.id) { Ty::Any } else { heap.value() }))))
}

fn items(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some(heap) = heap_of(args) else { return Ok(None) };
    let pair =
        if checker.stale(heap.id) { vec![Ty::Any, Ty::Any] } else { vec![known(heap.key()), known(heap.value())] };
    Ok(Some(Ty::Iter("dict_items", Rc::new(Ty::tuple(pair)))))
}

fn fromkeys(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let Some((ty, span)) = arg(args, 1) else { return Ok(Some(Ty::Any)) };
    let key = checker.iterate(&ty, span)?;
    let value = arg(args, 2).map_or(Ty::None, |(ty, _)| ty);
    Ok(Some(checker.dict_of(node, key.widen(), value)))
}

fn add(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let (Some(heap), Some((item, span))) = (heap_of(args), arg(args, 1)) else { return escape_rest(checker, args) };
    each(checker, &item, |_, ty| match ty {
        Ty::List(_) | Ty::Dict(_) | Ty::Set(_) => {
            let fault = Fault::at(ExcClass::TypeError, span, format!("unhashable type: '{}'", ty.class_name()));
            Err(fault
                .because(format!("this is {}, which can change", a(ty)))
                .help("use a tuple in its place: `tuple(...)`".to_owned()))
        }
        _ => Ok(Ty::Any),
    })?;
    checker.put(&heap, &item.widen(), &Ty::Never);
    Ok(Some(Ty::None))
}

fn set_update(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some(heap) = heap_of(args) else { return escape_rest(checker, args) };
    if args.open() {
        checker.put(&heap, &Ty::Any, &Ty::Never);
    }
    for (ty, span) in args.pos.iter().skip(1) {
        let item = checker.iterate(ty, *span)?;
        checker.put(&heap, &item.widen(), &Ty::Never);
    }
    Ok(Some(Ty::None))
}

fn set_pop(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some(heap) = heap_of(args) else { return Ok(None) };
    Ok(Some(if checker.stale(heap.id) { Ty::Any } else { known(heap.key()) }))
}

fn set_same(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let Some(heap) = heap_of(args) else { return Ok(None) };
    for (ty, span) in args.pos.iter().skip(1) {
        checker.iterate(ty, *span)?;
    }
    let item = if checker.stale(heap.id) { Ty::Any } else { heap.key() };
    Ok(Some(checker.set_of(node, item)))
}

fn set_union(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let Some(heap) = heap_of(args) else { return Ok(None) };
    let mut item = if checker.stale(heap.id) || args.open() { Ty::Any } else { heap.key() };
    for (ty, span) in args.pos.iter().skip(1) {
        let more = checker.iterate(ty, *span)?;
        item = checker.join(&item, &more);
    }
    Ok(Some(checker.set_of(node, item)))
}

fn join(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let Some((ty, span)) = arg(args, 1) else { return Ok(None) };
    let item = checker.iterate(&ty, span)?;
    // What is joined in pieces of unknown number may be empty.
    let count = checker.count_items(&ty);
    let bad = !matches!(item, Ty::Never)
        && item.members().iter().all(|member| {
            matches!(
                member,
                Ty::Int(_)
                    | Ty::Float(_)
                    | Ty::Complex
                    | Ty::Bool(_)
                    | Ty::None
                    | Ty::List(_)
                    | Ty::Tuple(_)
                    | Ty::Dict(_)
                    | Ty::Scalar(_)
            )
        });
    if bad && count.is_some_and(|count| count > 0) {
        let name = item.members().first().map(Ty::class_name).unwrap_or_default();
        let fault =
            Fault::at(ExcClass::TypeError, span, format!("sequence item 0: expected str instance, {name} found"));
        let fault = fault.because(format!("the items are {}, and `join` joins text", item.widen()));
        return Err(fault.help("convert the items: `sep.join(str(x) for x in items)`".to_owned()));
    }
    let _ = node;
    Ok(Some(Ty::STR))
}

fn str_format(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let rest: Vec<Ty> = args.all().skip(1).cloned().collect();
    rest.iter().for_each(|ty| checker.touch(ty));
    let Some((Ty::Str(Some(text)), _)) = args.pos.first() else { return Ok(Some(Ty::STR)) };
    if args.open() {
        return Ok(Some(Ty::STR));
    }
    let given = args.pos.len() - 1;
    match automatic_fields(text) {
        Some(fields) if fields > given => {
            let message = format!("Replacement index {given} out of range for positional args tuple");
            let fault = Fault::at(ExcClass::IndexError, node, message);
            Err(fault
                .because(format!(
                    "the text has {}, and {} given",
                    plural(fields, "field"),
                    if given == 1 { "1 value is".to_owned() } else { format!("{given} values are") }
                ))
                .help("give one value for each `{}`".to_owned()))
        }
        _ => Ok(Some(Ty::STR)),
    }
}

/// How many automatic fields a format text has, if all its fields are `{}` or `{:spec}`.
fn automatic_fields(text: &str) -> Option<usize> {
    let mut count = 0;
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '{' if letters.peek() == Some(&'{') => {
                letters.next();
            }
            '{' => {
                let mut inside = String::new();
                loop {
                    match letters.next()? {
                        '}' => break,
                        '{' => return None,
                        c => inside.push(c),
                    }
                }
                if !(inside.is_empty() || inside.starts_with([':', '!'])) {
                    return None;
                }
                count += 1;
            }
            _ => {}
        }
    }
    Some(count)
}
