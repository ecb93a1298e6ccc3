//! Arguments to slots, with CPython's messages.

use crate::data::raised::type_error;
use crate::data::{Raised, Res, Sym};
use crate::value::{DictObj, Signature, Value};

/// One value per slot: posonly, args, kwonly, `*args`, `**kwargs`.
pub fn bind<'a>(
    signature: &Signature,
    defaults: &[Value],
    name: impl Fn() -> &'a str,
    args: Vec<Value>,
    kwargs: Vec<(Sym, Value)>,
) -> Res<Vec<Value>> {
    let positional = signature.posonly + signature.args;
    let given = args.len();
    let keyword_given = kwargs.len();
    let mut slots = vec![Value::Unbound; signature.names.len()];
    let mut extra = Vec::new();
    for (at, value) in args.into_iter().enumerate() {
        match slots.get_mut(at) {
            Some(slot) if at < positional => *slot = value,
            _ => extra.push(value),
        }
    }
    let mut rest = Vec::new();
    for (key, value) in kwargs {
        place_keyword(signature, &name, &mut slots, &mut rest, key, value)?;
    }
    if !extra.is_empty() && signature.vararg.is_none() {
        return Err(too_many(signature, name(), given, keyword_given, &slots));
    }
    fill_defaults(signature, defaults, &mut slots);
    if slots.iter().any(|slot| matches!(slot, Value::Unbound)) {
        return Err(missing(signature, name(), &slots));
    }
    if signature.vararg.is_some() {
        slots.push(Value::tuple(extra));
    }
    if signature.kwarg.is_some() {
        slots.push(keywords(rest)?);
    }
    Ok(slots)
}

/// Modules that are written in Python there.
const PYTHON: [&str; 8] = ["numpy.", "dask.", "os.", "json.", "functools.", "random.", "glob.", "contextlib."];

/// As [`bind`] for a function of Rust: with the words of CPython's own functions, unless it stands for one written in Python.
pub fn bind_builtin(
    signature: &Signature,
    defaults: &[Value],
    name: &'static str,
    args: Vec<Value>,
    kwargs: Vec<(Sym, Value)>,
) -> Res<Vec<Value>> {
    let fits = (required(signature)..=signature.posonly + signature.args).contains(&args.len());
    let plain = fits && kwargs.is_empty();
    if !plain && !PYTHON.iter().any(|start| name.starts_with(start)) {
        check_native(signature, name, args.len(), &kwargs)?;
    }
    bind(signature, defaults, || short(name), args, kwargs)
}

/// A name without its module: `Array.sum`, `ones`.
fn short(name: &str) -> &str {
    let mut end = name.len();
    while let Some(dot) = name.get(..end).and_then(|start| start.rfind('.')) {
        if crate::types::prelude::is_declared(name.get(..dot).unwrap_or_default()) {
            return name.get(dot + 1..).unwrap_or(name);
        }
        end = dot;
    }
    name
}

/// How many positional arguments have no default.
fn required(signature: &Signature) -> usize {
    signature.has_default.iter().take(signature.posonly + signature.args).filter(|has| !**has).count()
}

/// The mistakes that CPython's own functions report in words of their own.
fn check_native(signature: &Signature, name: &str, given: usize, kwargs: &[(Sym, Value)]) -> Res<()> {
    if signature.vararg.is_some() && kwargs.is_empty() {
        return Ok(());
    }
    let positional = signature.posonly + signature.args;
    let method = name.split_once('.').is_some_and(|(class, _)| !crate::types::prelude::is_declared(class));
    let own = usize::from(method && !name.ends_with("__new__"));
    let (shown, last) = (name.strip_suffix(".__new__").unwrap_or(name), name.rsplit('.').next().unwrap_or(name));
    if let Some((key, _)) = kwargs.iter().find(|(key, _)| {
        signature.kwarg.is_none() && signature.names.iter().skip(signature.posonly).all(|at| at != key)
    }) {
        let keywords = signature.names.len() > signature.posonly;
        return Err(type_error(match keywords || name.ends_with("__new__") {
            true => format!(
                "'{key}' is an invalid keyword argument for {}()",
                if last == "sorted" { "sort" } else { shown.rsplit('.').next().unwrap_or(shown) }
            ),
            false => format!("{shown}() takes no keyword arguments"),
        }));
    }
    let required = required(signature);
    let alone = own == 1 && signature.names.len() <= 2 && required == signature.names.len();
    if own == 1 && positional == 1 && signature.names.len() > 1 && given > 1 {
        return Err(type_error(format!("{last}() takes no positional arguments")));
    }
    let all_positional = (signature.posonly == signature.names.len() || alone) && signature.vararg.is_none();
    if !all_positional || (required..=positional).contains(&given) {
        return Ok(());
    }
    // The class that `__new__` takes is not counted, and the class gives the name.
    let own = usize::from(method);
    let last = if last == "__new__" { short(shown) } else { last };
    let (given, least, most) = (given.saturating_sub(own), required - own.min(required), positional - own);
    Err(type_error(match (least, most) {
        (0, 0) => format!("{shown}() takes no arguments ({given} given)"),
        (1, 1) => format!("{shown}() takes exactly one argument ({given} given)"),
        (least, most) if least == most => format!("{last} expected {most} arguments, got {given}"),
        (_, most) if given > most => format!("{last} expected at most {most} argument{}, got {given}", plural(most)),
        (least, _) => format!("{last} expected at least {least} argument{}, got {given}", plural(least)),
    }))
}

fn place_keyword<'a>(
    signature: &Signature,
    name: &dyn Fn() -> &'a str,
    slots: &mut [Value],
    rest: &mut Vec<(Sym, Value)>,
    key: Sym,
    value: Value,
) -> Res<()> {
    let found = signature.names.iter().position(|at| *at == key);
    match found {
        Some(at) if at >= signature.posonly => match slots.get_mut(at) {
            Some(slot @ Value::Unbound) => {
                *slot = value;
                Ok(())
            }
            _ => Err(type_error(format!("{}() got multiple values for argument '{key}'", name()))),
        },
        _ if signature.kwarg.is_some() => {
            rest.push((key, value));
            Ok(())
        }
        Some(_) => {
            let name = name();
            Err(type_error(format!("{name}() got some positional-only arguments passed as keyword arguments: '{key}'")))
        }
        None => Err(type_error(format!("{}() got an unexpected keyword argument '{key}'", name()))),
    }
}

fn fill_defaults(signature: &Signature, defaults: &[Value], slots: &mut [Value]) {
    let mut next = defaults.iter();
    for (slot, has) in slots.iter_mut().zip(&signature.has_default) {
        let default = if *has { next.next() } else { None };
        if let (Value::Unbound, Some(default)) = (&*slot, default) {
            *slot = default.clone();
        }
    }
}

fn keywords(rest: Vec<(Sym, Value)>) -> Res<Value> {
    let dict = DictObj::plain();
    for (key, value) in rest {
        super::data::insert_text(&dict, key.as_str(), value)?;
    }
    Ok(Value::Dict(std::rc::Rc::new(dict)))
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

#[cold]
fn too_many(signature: &Signature, name: &str, given: usize, keywords: usize, slots: &[Value]) -> Box<Raised> {
    let positional = signature.posonly + signature.args;
    let optional = signature.has_default.iter().take(positional).filter(|has| **has).count();
    let takes = match optional {
        0 => format!("{positional} positional argument{}", plural(positional)),
        _ => format!("from {} to {positional} positional arguments", positional - optional),
    };
    let kwonly = slots.iter().skip(positional).filter(|slot| !matches!(slot, Value::Unbound)).count();
    let were = if given == 1 { "was" } else { "were" };
    if kwonly > 0 && keywords > 0 {
        let (s, k) = (plural(given), plural(kwonly));
        return type_error(format!(
            "{name}() takes {takes} but {given} positional argument{s} (and {kwonly} keyword-only argument{k}) were given"
        ));
    }
    type_error(format!("{name}() takes {takes} but {given} {were} given"))
}

#[cold]
fn missing(signature: &Signature, name: &str, slots: &[Value]) -> Box<Raised> {
    let positional = signature.posonly + signature.args;
    let unfilled = |from: usize, to: usize| -> Vec<String> {
        let names = signature.names.iter().zip(slots).enumerate();
        let wanted = names.filter(|(at, (_, slot))| (from..to).contains(at) && matches!(slot, Value::Unbound));
        wanted.map(|(_, (name, _))| format!("'{name}'")).collect()
    };
    let mut names = unfilled(0, positional);
    let mut kind = "positional";
    if names.is_empty() {
        names = unfilled(positional, signature.names.len());
        kind = "keyword-only";
    }
    let count = names.len();
    let list = match names.as_slice() {
        [a] => a.clone(),
        [a, b] => format!("{a} and {b}"),
        [first @ .., last] => format!("{}, and {last}", first.join(", ")),
        [] => String::new(),
    };
    type_error(format!("{name}() missing {count} required {kind} argument{}: {list}", plural(count)))
}
