//! What the steps of a bag certainly refuse: elements that cannot be added, hashed or written, options that do not go
//! together, files of other machines.

use std::rc::Rc;

use super::Rule;
use super::bag::{bag_of, element, is_bag, key_of, own};
use crate::data::ExcClass;
use crate::source::Span;
use crate::types::check::Checker;
use crate::types::check::iter::a;
use crate::types::error::Fault;
use crate::types::records::{Field, Records, Sample};
use crate::types::sig::Args;
use crate::types::ty::{Heap, HeapKind, Ty};

type Ruled = Result<Option<Ty>, Box<Fault>>;

/// The rules.
pub const RULES: &[(&str, Rule)] = &[
    ("dask.bag.core.Bag.unzip", unzip),
    ("dask.bag.core.Bag.repartition", repartition),
    ("dask.bag.core.Bag.random_sample", random_sample),
    ("dask.bag.core.Bag.to_textfiles", to_textfiles),
    ("dask.bag.core.concat", concat),
];

/// As many bags `unzip` makes are told apart.
const UNZIPPED: i64 = 64;

/// Elements that are no numbers, where numbers are added up.
///
/// # Errors
/// `TypeError` in the words of the operation that would meet them first.
pub fn numbers(of: &Ty, name: &str, node: Span) -> Result<(), Box<Fault>> {
    let (class, help) = match of {
        Ty::Str(_) if name == "sum" => {
            ("str", "join texts with a fold: `bag.fold(lambda x, y: x + y)`; or count them: `bag.count()`".to_owned())
        }
        Ty::Str(_) => ("str", format!("turn the texts into numbers first: `bag.map(float).{name}()`")),
        Ty::Dict(_) => ("dict", format!("read a field of each element first: `bag.pluck(\"name\").{name}()`")),
        Ty::Tuple(_) | Ty::TupleOf(_) => {
            ("tuple", format!("read an item of each element first: `bag.pluck(1).{name}()`"))
        }
        Ty::List(_) => ("list", format!("put the items of all elements into one bag first: `bag.flatten().{name}()`")),
        Ty::None => ("NoneType", "the function that was mapped returns nothing: add a `return`".to_owned()),
        _ => return Ok(()),
    };
    let message = match name {
        "mean" => format!("unsupported operand type(s) for +=: 'float' and '{class}'"),
        "sum" => format!("unsupported operand type(s) for +: 'int' and '{class}'"),
        _ => format!("unsupported operand type(s) for ** or pow(): '{class}' and 'int'"),
    };
    let fault = Fault::at(ExcClass::TypeError, node, message);
    Err(fault.because(format!("each element is {}", a(of))).help(help))
}

/// Elements, or keys of them, that go into a dict or a set.
///
/// # Errors
/// `TypeError` for containers that can change.
pub fn hashable(of: &Ty, what: &str, node: Span) -> Result<(), Box<Fault>> {
    let help = match of {
        Ty::List(_) => "make tuples of them: `bag.map(tuple)`",
        Ty::Set(_) => "make frozen sets of them: `bag.map(frozenset)`",
        Ty::Dict(_) if what == "key" => "a key is a text, a number or a tuple of them",
        Ty::Dict(_) => "read the fields that count: `bag.pluck([\"name\", \"city\"])` gives tuples",
        _ => return Ok(()),
    };
    let fault = Fault::at(ExcClass::TypeError, node, format!("unhashable type: '{}'", of.class_name()));
    let why = match what {
        "key" => format!("the key of each element is {}, which can change", a(of)),
        _ => format!("each element is {}, which can change", a(of)),
    };
    Err(fault.because(why).help(help))
}

/// An item of an element that is no record: by place, as `pluck` reads it.
///
/// # Errors
/// What reading it raises.
pub fn item_of_element(checker: &mut Checker<'_>, of: &Ty, key: &Ty, span: Span) -> Ruled {
    Ok(match of {
        Ty::Tuple(_) | Ty::Int(_) | Ty::Float(_) | Ty::Bool(_) | Ty::None | Ty::List(_) | Ty::Str(_) => {
            let made = checker.item(of, key, span);
            Some(made.map_err(|fault| fault.note(format!("each element is {}", a(of))))?)
        }
        _ => None,
    })
}

/// `unzip(n)`: a bag for each item.
fn unzip(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let Some(count) = args.get(1, "n").and_then(Ty::as_int).filter(|n| (0..=UNZIPPED).contains(n)) else {
        return Ok(None);
    };
    let of = own(args);
    let mut bags = Vec::new();
    let mut failed = None;
    for at in 0..count {
        let made = item_of_element(checker, &of, &Ty::Int(Some(at)), node);
        match made {
            Ok(made) => bags.push(bag_of(checker, made.unwrap_or(Ty::Any))),
            Err(fault) => failed = Some(fault),
        }
    }
    match failed {
        // A bag that nobody asks for raises nothing.
        Some(fault) if bags.is_empty() => Err(fault),
        Some(_) => Ok(None),
        None => Ok(Some(Ty::tuple(bags))),
    }
}

/// The same elements in other partitions.
fn repartition(_: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let given = |at: usize, name: &str| args.get(at, name).map(|ty| (!matches!(ty, Ty::None), ty.is_any()));
    let sizes = [given(1, "npartitions"), given(2, "partition_size")].map(|found| found.unwrap_or((false, false)));
    let known = !args.open() && sizes.iter().all(|(_, unknown)| !unknown);
    if known && sizes.iter().filter(|(there, _)| *there).count() != 1 {
        let message = "Please provide exactly one ``npartitions`` or ``partition_size`` keyword arguments";
        let fault = Fault::at(ExcClass::ValueError, node, message);
        return Err(fault.help("say how many partitions, `repartition(npartitions=10)`, or how large: `repartition(partition_size=\"100MB\")`"));
    }
    Ok(args.pos.first().map(|(ty, _)| ty.clone()))
}

fn random_sample(_: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let prob = match args.get(1, "prob") {
        Some(Ty::Float(Some(value))) => *value,
        Some(other) => other.as_int().map_or(0.5, |value| value as f64),
        None => 0.5,
    };
    if !(0.0..=1.0).contains(&prob) {
        let fault = Fault::at(ExcClass::ValueError, node, "prob must be a number in the interval [0, 1]");
        return Err(fault
            .because(format!("the probability is {prob}"))
            .help("for a number of elements in place of a part of them: `db.random.sample(bag, k)`"));
    }
    Ok(args.pos.first().map(|(ty, _)| ty.clone()))
}

/// Lines are texts.
fn to_textfiles(_: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    scheme(args.get(1, "path"), node)?;
    let of = own(args);
    let help = match of {
        Ty::Int(_) | Ty::Float(_) | Ty::Bool(_) | Ty::None => {
            "turn the elements into texts first: `bag.map(str).to_textfiles(...)`"
        }
        Ty::Dict(_) | Ty::List(_) | Ty::Tuple(_) | Ty::TupleOf(_) => {
            "turn the elements into texts first: `bag.map(json.dumps).to_textfiles(...)`, or `bag.map(str)`"
        }
        _ => return Ok(None),
    };
    if args.open() || !matches!(args.get(5, "compute"), None | Some(Ty::Bool(Some(true)))) {
        return Ok(None);
    }
    let message = "an element is neither a str object nor can be decoded to str";
    Err(Fault::at(ExcClass::TypeError, node, message).because(format!("each element is {}", a(&of))).help(help))
}

/// Files of other machines.
///
/// # Errors
/// `NotImplementedError` for a known address of one.
pub fn scheme(path: Option<&Ty>, node: Span) -> Result<(), Box<Fault>> {
    let Some((scheme, _)) = path.and_then(Ty::as_str).and_then(|path| path.split_once("://")) else { return Ok(()) };
    if matches!(scheme, "file" | "local") {
        return Ok(());
    }
    let message = format!("rdask reads files of this machine: {scheme}:// is not there yet");
    let fault = Fault::at(ExcClass::NotImplementedError, node, message);
    Err(fault.help("copy the files to this machine first, and read them by their path"))
}

/// Options of `read_text` that it refuses whatever the files hold.
///
/// # Errors
/// What the run raises, in its words.
pub fn text_options(checker: &Checker<'_>, args: &Args, node: Span) -> Result<(), Box<Fault>> {
    match args.get(0, "urlpath") {
        Some(Ty::List(heap)) if !checker.stale(heap.id) => {
            let items = heap.items();
            for (item, _) in items.iter().flat_map(|items| items.iter()) {
                scheme(Some(item), node)?;
            }
            if items.is_some_and(|items| items.is_empty()) {
                let fault = Fault::at(ExcClass::ValueError, node, "empty urlpath sequence");
                return Err(fault.because("there is no path in the list"));
            }
        }
        path => scheme(path, node)?,
    }
    let said = |at: usize, name: &str| {
        args.get(at, name).is_some_and(|ty| matches!(ty, Ty::Int(_) | Ty::Str(_) | Ty::Float(_)))
    };
    if said(1, "blocksize") && said(8, "files_per_partition") {
        let fault = Fault::at(ExcClass::ValueError, node, "Only one of blocksize or files_per_partition can be set");
        return Err(fault.help("`blocksize` cuts large files, `files_per_partition` puts small ones together"));
    }
    Ok(())
}

/// `concat(bags)`: all of them bags.
fn concat(checker: &mut Checker<'_>, args: &Args, node: Span) -> Ruled {
    let Some((given, _)) = args.pos.first().cloned() else { return Ok(None) };
    if is_bag(&given) && args.pos.len() == 1 {
        return Ok(None);
    }
    let of = checker.iterate(&given, node)?;
    let mut joined = Ty::Never;
    for member in of.members().to_vec() {
        match element(&member) {
            Some(of) if is_bag(&member) => joined = checker.join(&joined, &of),
            _ if matches!(member, Ty::List(_) | Ty::Tuple(_) | Ty::Int(_) | Ty::Str(_) | Ty::None) => {
                let class = member.class_name();
                let message = format!("'{class}' object has no attribute '__dask_keys__'");
                let fault = Fault::at(ExcClass::AttributeError, node, message)
                    .because(format!("`concat` puts bags together, and this is {}", a(&member)));
                return Err(fault.help("make a bag of it first: `db.from_sequence(...)`"));
            }
            _ => joined = Ty::Any,
        }
    }
    Ok(Some(bag_of(checker, if matches!(joined, Ty::Never) { Ty::Any } else { joined })))
}

/// The key of each element, which must go into a dict.
///
/// # Errors
/// What reading it raises; `TypeError` for containers.
pub fn grouping_key(checker: &mut Checker<'_>, key: &Ty, of: &Ty, node: Span) -> Result<Ty, Box<Fault>> {
    let made = key_of(checker, key, of, node)?;
    hashable(&made, "key", node)?;
    Ok(made)
}

/// The dicts that a sequence holds, while all their keys are known, as records.
pub fn literal_records(checker: &Checker<'_>, sequence: &Ty, of: &Ty) -> Option<Sample> {
    let items: Vec<Ty> = match sequence {
        Ty::Tuple(items) => items.to_vec(),
        Ty::List(heap) if !checker.stale(heap.id) && heap.items().is_some() => {
            heap.items()?.iter().map(|(item, _)| item.clone()).collect()
        }
        _ => of.members().to_vec(),
    };
    let records: Option<Vec<Vec<Field>>> = items.iter().map(|item| fields(checker, item)).collect();
    Records::of_dicts(records?).map(Sample::Records)
}

fn fields(checker: &Checker<'_>, record: &Ty) -> Option<Vec<Field>> {
    let Ty::Dict(heap) = record else { return None };
    let items = plain_items(checker, heap)?;
    items
        .iter()
        .map(|(key, value)| Some((key.as_str()?.to_owned(), type_name(value), nested(checker, value))))
        .collect()
}

fn plain_items(checker: &Checker<'_>, heap: &Rc<Heap>) -> Option<Rc<[(Ty, Ty)]>> {
    if heap.kind != HeapKind::Dict || checker.stale(heap.id) {
        return None;
    }
    heap.items()
}

fn type_name(value: &Ty) -> &'static str {
    match value {
        Ty::Str(_) => "str",
        Ty::Int(_) => "int",
        Ty::Float(_) => "float",
        Ty::Bool(_) => "bool",
        Ty::None => "None",
        Ty::List(_) => "list",
        Ty::Tuple(_) | Ty::TupleOf(_) => "tuple",
        Ty::Dict(_) => "dict",
        _ => "any",
    }
}

/// A dict within a record as the JSON that would give it; `None` for anything else.
fn nested(checker: &Checker<'_>, value: &Ty) -> Option<String> {
    let Ty::Dict(_) = value else { return None };
    json(checker, value, 4)
}

fn json(checker: &Checker<'_>, value: &Ty, depth: usize) -> Option<String> {
    Some(match value {
        Ty::Str(_) => "\"\"".to_owned(),
        Ty::Int(_) => "0".to_owned(),
        Ty::Float(_) => "0.5".to_owned(),
        Ty::Bool(_) => "true".to_owned(),
        Ty::None => "null".to_owned(),
        Ty::List(_) => "[]".to_owned(),
        Ty::Dict(heap) if depth > 0 => {
            let items = plain_items(checker, heap)?;
            let pairs: Option<Vec<String>> = items
                .iter()
                .map(|(key, value)| Some(format!("{:?}: {}", key.as_str()?, json(checker, value, depth - 1)?)))
                .collect();
            format!("{{{}}}", pairs?.join(", "))
        }
        _ => return None,
    })
}
