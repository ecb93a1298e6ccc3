//! Rules of bags: a bag carries the type of its elements, and a function that is mapped over it is checked on that.

use std::rc::Rc;

use super::Rule;
use super::bag_input::{grouping_key, hashable, item_of_element, literal_records, numbers, text_options};
use super::builtins::each;
use crate::data::{ExcClass, Sym};
use crate::source::Span;
use crate::types::check::Checker;
use crate::types::check::blocks::{Called, Shown};
use crate::types::check::fields::only_loads;
use crate::types::check::iter::a;
use crate::types::error::Fault;
use crate::types::records::{Records, Sample};
use crate::types::sig::Args;
use crate::types::ty::{Heap, HeapKind, Ty};

type Ruled = Result<Option<Ty>, Box<Fault>>;

/// The rules.
pub const RULES: &[(&str, Rule)] = &[
    ("dask.bag.core.Bag.map", map),
    ("dask.bag.core.bag_map", map_function),
    ("dask.bag.core.Bag.starmap", starmap),
    ("dask.bag.core.Bag.filter", filter),
    ("dask.bag.core.Bag.remove", filter),
    ("dask.bag.core.Bag.map_partitions", map_partitions),
    ("dask.bag.core.map_partitions", map_partitions_function),
    ("dask.bag.core.Bag.pluck", pluck),
    ("dask.bag.core.Bag.flatten", flatten),
    ("dask.bag.core.Bag.frequencies", frequencies),
    ("dask.bag.core.Bag.topk", topk),
    ("dask.bag.core.Bag.distinct", distinct),
    ("dask.bag.core.Bag.persist", same),
    ("dask.bag.core.Item.persist", same),
    ("dask.bag.core.Bag.take", take),
    ("dask.bag.core.Bag.foldby", foldby),
    ("dask.bag.core.Bag.groupby", groupby),
    ("dask.bag.core.Bag.fold", fold),
    ("dask.bag.core.Bag.accumulate", accumulate),
    ("dask.bag.core.Bag.sum", sum),
    ("dask.bag.core.Bag.max", extreme),
    ("dask.bag.core.Bag.min", extreme),
    ("dask.bag.core.Bag.any", |checker, _, _| Ok(Some(item_of(checker, Ty::BOOL)))),
    ("dask.bag.core.Bag.all", |checker, _, _| Ok(Some(item_of(checker, Ty::BOOL)))),
    ("dask.bag.core.Bag.count", |checker, _, _| Ok(Some(item_of(checker, Ty::INT)))),
    ("dask.bag.core.Bag.mean", |checker, args, node| mean(checker, args, "mean", node)),
    ("dask.bag.core.Bag.var", |checker, args, node| mean(checker, args, "var", node)),
    ("dask.bag.core.Bag.std", |checker, args, node| mean(checker, args, "std", node)),
    ("dask.bag.core.Bag.product", product),
    ("dask.bag.core.Bag.join", join),
    ("dask.bag.core.bag_zip", zip),
    ("dask.bag.core.Bag.compute", compute),
    ("dask.bag.core.Item.compute", compute),
    ("dask.bag.core.Bag.__iter__", compute),
    ("dask.bag.core.Item.apply", apply),
    ("dask.bag.core.from_sequence", from_sequence),
    ("dask.bag.core.bag_range", |checker, _, _| Ok(Some(bag_of(checker, Ty::INT)))),
    ("dask.bag.core.read_text", read_text),
];

/// Methods of `.str`: what the method of `str` gives for a text.
pub fn of_text(checker: &mut Checker<'_>, name: &str, args: &Args, node: Span) -> Ruled {
    if name == "match" {
        return Ok(Some(bag_of(checker, Ty::STR)));
    }
    if let Some(element) = args.pos.first().and_then(|(accessor, _)| lacking(checker, accessor, name)) {
        let (class, kind) = (a(&element), element.class_name());
        let fault = Fault::at(ExcClass::AttributeError, node, format!("'{kind}' object has no attribute '{name}'"));
        return Err(fault
            .because(format!("each element is {class}"))
            .help("turn the elements into texts first: bag.map(str).str"));
    }
    let Some(class) = checker.decls.class("builtins", Sym::new("str")) else { return Ok(None) };
    let Some(crate::types::decl::Member::Fn(method)) = class.member(Sym::new(name)) else { return Ok(None) };
    let mut given = Args::of([Ty::STR], node);
    given.pos.extend(args.pos.iter().skip(1).cloned());
    given.kw.clone_from(&args.kw);
    (given.star, given.double_star) = (args.star.clone(), args.double_star.clone());
    let made = checker.call_declared(&method, &given, true, node)?;
    Ok(Some(bag_of(checker, made.widen())))
}

/// The elements of the bag whose `.str` this is, if none of them has such a method.
fn lacking(checker: &Checker<'_>, accessor: &Ty, name: &str) -> Option<Ty> {
    let Ty::Object(_, of) = accessor else { return None };
    let element = of.first()?;
    let class = match element {
        Ty::Int(_) => "int",
        Ty::Float(_) => "float",
        Ty::Bool(_) => "bool",
        Ty::Tuple(_) | Ty::TupleOf(_) => "tuple",
        Ty::List(_) => "list",
        Ty::Dict(_) => "dict",
        Ty::None => return Some(Ty::None),
        _ => return None,
    };
    let class = checker.decls.class("builtins", Sym::new(class))?;
    class.member(Sym::new(name)).is_none().then(|| element.clone())
}

/// A bag of elements.
pub fn bag_of(checker: &mut Checker<'_>, element: Ty) -> Ty {
    object(checker, "Bag", element)
}

fn item_of(checker: &mut Checker<'_>, value: Ty) -> Ty {
    object(checker, "Item", value)
}

fn object(checker: &mut Checker<'_>, class: &str, of: Ty) -> Ty {
    let of: Rc<[Ty]> = match of {
        Ty::Any | Ty::Never => Rc::from([]),
        known => Rc::from([known.widen()]),
    };
    match checker.decls.class("dask.bag.core", Sym::new(class)) {
        Some(class) => Ty::Object(class, of),
        None => Ty::Any,
    }
}

/// A bag of elements of which a sample is known.
fn sampled(checker: &mut Checker<'_>, element: Ty, sample: Option<Sample>) -> Ty {
    let (Some(sample), Some(class)) = (sample, checker.decls.class("dask.bag.core", Sym::new("Bag"))) else {
        return bag_of(checker, element);
    };
    let number = checker.keep_sample(sample);
    Ty::Object(class, Rc::from([element.widen(), Ty::Int(Some(number))]))
}

/// What is known of the elements of a bag beside their type.
fn sample_of(checker: &Checker<'_>, bag: &Ty) -> Option<Sample> {
    let Ty::Object(_, of) = bag else { return None };
    match (is_bag(bag), of.get(1)) {
        (true, Some(Ty::Int(Some(number)))) => checker.samples.get(usize::try_from(*number).ok()?).cloned(),
        _ => None,
    }
}

/// The records that the elements of `self` are, as far as sampled.
fn own_records(checker: &Checker<'_>, args: &Args) -> Option<Records> {
    match sample_of(checker, &args.pos.first()?.0)? {
        Sample::Records(records) => Some(records),
        Sample::Texts(..) => None,
    }
}

/// Warn of fields that a function reads of its parameter number `at`, or that a text names, and no record has.
fn look_for_fields(checker: &mut Checker<'_>, args: &Args, key: Option<&Ty>, at: usize, node: Span) {
    let (Some(records), Some(key)) = (own_records(checker, args), key.cloned()) else { return };
    match &key {
        Ty::Str(Some(name)) => {
            let span = args.pos.iter().find(|(ty, _)| matches!(ty, Ty::Str(Some(known)) if known == name));
            let span = span.map_or(node, |(_, span)| *span);
            checker.warn_of_field(&records, name, span);
        }
        key => checker.warn_of_fields(key, at, &records),
    }
}

/// The type of the elements of a bag, or of the value of an item.
pub fn element(ty: &Ty) -> Option<Ty> {
    match ty {
        Ty::Object(class, of) if matches!(&*class.name, "dask.bag.core.Bag" | "dask.bag.core.Item") => {
            Some(of.first().cloned().unwrap_or(Ty::Any))
        }
        _ => None,
    }
}

/// Whether it is a bag.
pub fn is_bag(ty: &Ty) -> bool {
    matches!(ty, Ty::Object(class, _) if &*class.name == "dask.bag.core.Bag")
}

/// What a lazy value of a bag is when it is computed.
pub fn computed(ty: &Ty) -> Option<Ty> {
    let of = element(ty)?;
    match is_bag(ty) {
        true if of.is_any() => Some(Ty::Any),
        true => Some(Ty::List(Heap::of(HeapKind::List, Span::default(), of, Ty::Never))),
        false => Some(of),
    }
}

/// The elements of `self`.
pub fn own(args: &Args) -> Ty {
    args.pos.first().and_then(|(ty, _)| element(ty)).unwrap_or(Ty::Any)
}

/// Call a function of the script as the run will, later, on elements.
fn later(
    checker: &mut Checker<'_>,
    who: &'static str,
    function: &Ty,
    given: Vec<(Ty, Span)>,
    keywords: Vec<(Sym, Ty, Span)>,
    node: Span,
) -> Result<Ty, Box<Fault>> {
    let mut called = Called::new(who, function.clone(), node);
    called.given = given;
    called.keywords = keywords;
    let made = checker.on_block(&called, Shown::Block)?;
    Ok(if matches!(made, Ty::Never) { Ty::Any } else { made.widen() })
}

/// An argument as the mapped function gets it: of a bag the elements.
fn fed(ty: &Ty) -> Ty {
    element(ty).unwrap_or_else(|| ty.clone())
}

/// The arguments of a method as those of the function of the same name, which takes the mapped function first.
fn function_first(args: &Args) -> Option<Args> {
    let mut turned = args.clone();
    (turned.pos.len() > 1).then(|| {
        turned.pos.swap(0, 1);
        turned
    })
}

fn map(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    match function_first(args) {
        Some(turned) => map_function(checker, &turned, node),
        None => Ok(None),
    }
}

fn map_function(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let Some(((function, _), rest)) = args.pos.split_first() else { return Ok(None) };
    if args.open() || rest.iter().any(|(ty, _)| matches!(ty, Ty::Any | Ty::Union(_))) {
        return Ok(None);
    }
    let given = rest.iter().map(|(ty, span)| (fed(ty), *span)).collect();
    let keywords = args.kw.iter().map(|(name, ty, span)| (*name, fed(ty), *span)).collect();
    let made = later(checker, "on each element, `map`", function, given, keywords, node)?;
    for (at, (bag, _)) in rest.iter().enumerate() {
        if let Some(Sample::Records(records)) = sample_of(checker, bag) {
            checker.warn_of_fields(function, at, &records);
        }
    }
    let sample = match rest {
        [(bag, _)] if args.kw.is_empty() && only_loads(function) => {
            sample_of(checker, bag).and_then(|sample| sample.loaded())
        }
        _ => None,
    };
    Ok(Some(sampled(checker, made, sample)))
}

fn starmap(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    if let of @ (Ty::Int(_) | Ty::Float(_) | Ty::Bool(_) | Ty::None) = own(args) {
        let made = checker.iterate(&of, node).map(|_| None);
        return made.map_err(|fault| {
            fault
                .note(format!("each element is {}", a(&of)))
                .help("`starmap` takes elements apart; a function of whole elements goes to `map`")
        });
    }
    let (Some((function, _)), Ty::Tuple(items)) = (args.pos.get(1), own(args)) else { return Ok(None) };
    if args.open() {
        return Ok(None);
    }
    let given = items.iter().map(|item| (item.clone(), node)).collect();
    let keywords = args.kw.iter().map(|(name, ty, span)| (*name, fed(ty), *span)).collect();
    let made = later(checker, "on the items of each element, `starmap`", function, given, keywords, node)?;
    Ok(Some(bag_of(checker, made)))
}

fn filter(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let Some((function, _)) = args.pos.get(1) else { return Ok(None) };
    let element = own(args);
    if !matches!(function, Ty::None) {
        let function = function.clone();
        later(checker, "on each element, `filter`", &function, vec![(element.clone(), node)], Vec::new(), node)?;
        look_for_fields(checker, args, Some(&function), 0, node);
    }
    same(checker, args, node)
}

fn map_partitions(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    match function_first(args) {
        Some(turned) => map_partitions_function(checker, &turned, node),
        None => Ok(None),
    }
}

fn map_partitions_function(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let Some(((function, _), rest)) = args.pos.split_first() else { return Ok(None) };
    if args.open() {
        return Ok(None);
    }
    // A partition is a list or an iterator: what can be done with it is not known.
    let part = |ty: &Ty| if is_bag(ty) { Ty::Any } else { fed(ty) };
    let given = rest.iter().map(|(ty, span)| (part(ty), *span)).collect();
    let keywords = args.kw.iter().filter(|(name, ..)| name.as_str() != "token");
    let keywords = keywords.map(|(name, ty, span)| (*name, part(ty), *span)).collect();
    let made = later(checker, "on each partition, `map_partitions`", function, given, keywords, node)?;
    let element = match &made {
        Ty::List(heap) if !checker.stale(heap.id) => heap.key(),
        Ty::Iter(_, item) => (**item).clone(),
        _ => Ty::Any,
    };
    Ok(Some(bag_of(checker, element)))
}

fn pluck(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some((key, span)) = args.pos.get(1).cloned() else { return Ok(None) };
    let element = own(args);
    let plain = args.pos.len() == 2 && !args.open() && args.keyword("default").is_none();
    if plain {
        look_for_fields(checker, args, Some(&key), 0, span);
        if let (Ty::List(heap), Some(records)) = (&key, own_records(checker, args)) {
            let names = heap.state.borrow().items.clone();
            for (name, _) in names.iter().flat_map(|names| names.iter()) {
                if let Ty::Str(Some(name)) = name {
                    checker.warn_of_field(&records, name, span);
                }
            }
        }
        if let (Ty::Str(Some(name)), Some(records)) = (&key, own_records(checker, args)) {
            let sample = records.item(name).map(Sample::Records);
            return Ok(Some(sampled(checker, Ty::Any, sample)));
        }
    }
    if !plain || matches!(key, Ty::List(_)) {
        return Ok(Some(bag_of(checker, Ty::Any)));
    }
    let made = match (&element, item_of_element(checker, &element, &key, span)?) {
        (_, Some(made)) => made,
        (Ty::Dict(heap), _) if !checker.stale(heap.id) => heap.value(),
        _ => Ty::Any,
    };
    Ok(Some(bag_of(checker, made)))
}

fn flatten(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let element = own(args);
    let made = each(checker, &element, |checker, ty| checker.iterate(ty, node));
    let made =
        made.map_err(|fault| fault.note(format!("each element is {}, and `flatten` iterates over it", a(&element))))?;
    Ok(Some(bag_of(checker, made)))
}

fn frequencies(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    hashable(&own(args), "element", node)?;
    let pair = Ty::tuple(vec![own(args), Ty::INT]);
    Ok(Some(bag_of(checker, pair)))
}

fn topk(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    look_for_fields(checker, args, args.get(2, "key"), 0, node);
    if let Some(key) = args.get(2, "key").filter(|key| !matches!(key, Ty::None)).cloned() {
        by_place(checker, args, &key, node)?;
    }
    same(checker, args, node)
}

/// A key that is no function is read of each element.
fn by_place(checker: &mut Checker<'_>, args: &Args, key: &Ty, node: Span) -> Result<(), Box<Fault>> {
    match key {
        Ty::Str(_) | Ty::Int(_) => item_of_element(checker, &own(args), key, node).map(|_| ()),
        _ => Ok(()),
    }
}

fn same(_: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    Ok(args.pos.first().map(|(ty, _)| ty.clone()))
}

fn distinct(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    look_for_fields(checker, args, args.get(1, "key"), 0, node);
    match args.get(1, "key").filter(|key| !matches!(key, Ty::None)).cloned() {
        Some(key) => by_place(checker, args, &key, node)?,
        None if !args.open() => hashable(&own(args), "element", node)?,
        None => {}
    }
    same(checker, args, node)
}

fn take(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let element = own(args);
    Ok(match args.get(3, "compute") {
        None | Some(Ty::Bool(Some(true))) if !args.open() => Some(Ty::TupleOf(Rc::new(element))),
        Some(Ty::Bool(Some(false))) if !args.open() => Some(bag_of(checker, element)),
        _ => Some(Ty::Any),
    })
}

/// The key of an element, by a function or an index.
pub fn key_of(checker: &mut Checker<'_>, key: &Ty, element: &Ty, node: Span) -> Result<Ty, Box<Fault>> {
    match key {
        Ty::Function(_) | Ty::Builtin(_) | Ty::Bound(_) => {
            later(checker, "on each element, the bag", key, vec![(element.clone(), node)], Vec::new(), node)
        }
        Ty::Str(_) | Ty::Int(_) => Ok(item_of_element(checker, element, key, node)?.unwrap_or(Ty::Any)),
        _ => Ok(Ty::Any),
    }
}

/// Call the function of what there is so far, which may be anything, and an element.
fn folded(
    checker: &mut Checker<'_>,
    who: &'static str,
    (binop, initial): (Option<&Ty>, Option<&Ty>),
    element: Ty,
    node: Span,
) -> Result<(), Box<Fault>> {
    let Some(binop) = binop else { return Ok(()) };
    // The first call has what the fold begins with; what the others have is not known.
    if let Some(initial @ (Ty::Str(_) | Ty::Int(_) | Ty::Float(_) | Ty::Bool(_) | Ty::Tuple(_) | Ty::None)) = initial {
        later(checker, who, binop, vec![(initial.widen(), node), (element.clone(), node)], Vec::new(), node)?;
    }
    later(checker, who, binop, vec![(Ty::Any, node), (element, node)], Vec::new(), node)?;
    Ok(())
}

fn foldby(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let element = own(args);
    let Some(key) = args.get(1, "key").cloned() else { return Ok(None) };
    look_for_fields(checker, args, Some(&key), 0, node);
    look_for_fields(checker, args, args.get(2, "binop").filter(|_| args.get(3, "initial").is_some()), 1, node);
    let key = grouping_key(checker, &key, &element, node)?;
    folded(checker, "for each element, `foldby`", (args.get(2, "binop"), args.get(3, "initial")), element, node)?;
    let pair = Ty::tuple(vec![key, Ty::Any]);
    Ok(Some(bag_of(checker, pair)))
}

fn groupby(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let element = own(args);
    let Some(key) = args.get(1, "grouper").cloned() else { return Ok(None) };
    look_for_fields(checker, args, Some(&key), 0, node);
    let key = grouping_key(checker, &key, &element, node)?;
    let group = match element {
        Ty::Any => Ty::Any,
        element => checker.list_of(node, element),
    };
    let pair = Ty::tuple(vec![key, group]);
    Ok(Some(bag_of(checker, pair)))
}

fn fold(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let element = own(args);
    folded(checker, "for each element, `fold`", (args.get(1, "binop"), args.get(3, "initial")), element, node)?;
    let plain = args.get(5, "out_type").is_none() && !args.open();
    Ok(Some(if plain { item_of(checker, Ty::Any) } else { Ty::Any }))
}

fn accumulate(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let element = own(args);
    folded(checker, "for each element, `accumulate`", (args.get(1, "binop"), args.get(2, "initial")), element, node)?;
    Ok(Some(bag_of(checker, Ty::Any)))
}

fn sum(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    numbers(&own(args), "sum", node)?;
    let of = match own(args) {
        Ty::Int(_) | Ty::Bool(_) => Ty::INT,
        Ty::Float(_) => Ty::FLOAT,
        _ => Ty::Any,
    };
    Ok(Some(item_of(checker, of)))
}

fn mean(checker: &mut Checker<'_>, args: &Args, name: &str, node: Span) -> Ruled {
    numbers(&own(args), name, node)?;
    Ok(Some(item_of(checker, Ty::FLOAT)))
}

fn extreme(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let element = own(args);
    Ok(Some(item_of(checker, element)))
}

fn product(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    if let Some(other @ (Ty::List(_) | Ty::Tuple(_) | Ty::Range(_) | Ty::Int(_) | Ty::Str(_))) = args.get(1, "other") {
        let fault = Fault::at(ExcClass::AssertionError, node, "`product` takes another bag");
        return Err(fault
            .because(format!("this is given {}", a(other)))
            .help("make a bag of it first: `db.from_sequence(...)`"));
    }
    let other = args.get(1, "other").and_then(element).unwrap_or(Ty::Any);
    let pair = Ty::tuple(vec![own(args), other]);
    Ok(Some(bag_of(checker, pair)))
}

fn join(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let element = own(args);
    if let Some(key) = args.get(2, "on_self").cloned() {
        look_for_fields(checker, args, Some(&key), 0, node);
        key_of(checker, &key, &element, node)?;
    }
    let pair = Ty::tuple(vec![Ty::Any, element]);
    Ok(Some(bag_of(checker, pair)))
}

fn zip(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let of: Option<Vec<Ty>> = args.pos.iter().map(|(ty, _)| element(ty)).collect();
    Ok(match of {
        Some(of) if !args.open() => Some(bag_of(checker, Ty::tuple(of))),
        _ => None,
    })
}

fn compute(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let Some((ty, _)) = args.pos.first() else { return Ok(None) };
    let of = own(args);
    Ok(Some(match is_bag(ty) {
        true if of.is_any() => Ty::Any,
        true => checker.list_of(node, of),
        false => of,
    }))
}

fn apply(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let Some((function, _)) = args.pos.get(1) else { return Ok(None) };
    let made = later(checker, "on the result, `apply`", function, vec![(own(args), node)], Vec::new(), node)?;
    Ok(Some(item_of(checker, made)))
}

fn from_sequence(checker: &mut Checker<'_>, args: &Args, _: Span) -> Ruled {
    let Some((ty, span)) = args.pos.first().cloned() else { return Ok(None) };
    let of = checker.iterate(&ty, span)?;
    let element = of.widen();
    let sample = match &element {
        Ty::Str(_) => literal_texts(checker, &ty),
        _ => literal_records(checker, &ty, &of),
    };
    Ok(Some(sampled(checker, element, sample)))
}

/// The texts of a sequence of constants.
fn literal_texts(checker: &Checker<'_>, ty: &Ty) -> Option<Sample> {
    let items: Vec<Ty> = match ty {
        Ty::Tuple(items) => items.to_vec(),
        Ty::List(heap) if !checker.stale(heap.id) => {
            heap.state.borrow().items.as_ref()?.iter().map(|(item, _)| item.clone()).collect()
        }
        _ => return None,
    };
    let texts: Option<Vec<String>> = items.iter().map(|item| item.as_str().map(str::to_owned)).collect();
    Sample::of_texts(texts?)
}

/// A sample of the lines that `read_text` will read; `None` where the script may write the files first.
fn sampled_lines(checker: &Checker<'_>, args: &Args) -> Option<Sample> {
    if checker.facts.writes || args.pos.len() > 2 {
        return None;
    }
    let plain = |name: &str| matches!(name, "blocksize" | "files_per_partition" | "compression" | "urlpath");
    if args.kw.iter().any(|(name, ..)| !plain(name.as_str())) {
        return None;
    }
    let compression = match args.keyword("compression") {
        None => Some("infer".to_owned()),
        Some(Ty::None) => None,
        Some(given) => Some(given.as_str()?.to_owned()),
    };
    let paths: Vec<String> = match args.get(0, "urlpath")? {
        Ty::List(heap) if !checker.stale(heap.id) => {
            let items = heap.state.borrow().items.clone()?;
            items.iter().map(|(item, _)| item.as_str().map(str::to_owned)).collect::<Option<Vec<String>>>()?
        }
        path => vec![path.as_str()?.to_owned()],
    };
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    Sample::of_files(&paths, compression.as_deref())
}

fn read_text(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    text_options(checker, args, node)?;
    if args.open() || !matches!(args.get(6, "collection"), None | Some(Ty::Bool(Some(true)))) {
        return Ok(Some(Ty::Any));
    }
    let element = match args.get(9, "include_path") {
        None | Some(Ty::Bool(Some(false))) => Ty::STR,
        Some(Ty::Bool(Some(true))) => Ty::tuple(vec![Ty::STR, Ty::STR]),
        _ => Ty::Any,
    };
    let sample = if matches!(element, Ty::Str(_)) { sampled_lines(checker, args) } else { None };
    Ok(Some(sampled(checker, element, sample)))
}
