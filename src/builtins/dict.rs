//! `dict`: the class and its methods.

use super::args::{at, given, keywords, nothing, this_dict};
use super::{Row, row};
use crate::data::raised::type_error;
use crate::data::{ExcClass, Raised, Res};
use crate::value::views::{DictView, Part};
use crate::value::{DictObj, Host, Value, dict, exc, iter, types};

/// The rows.
pub const ROWS: &[Row] = &[
    row("dict", |_, _| Ok(Value::Type(&types::DICT))),
    row("dict.__new__", |h, a| {
        let made = DictObj::plain();
        fill(h, &made, a, "dict")?;
        Ok(Value::Dict(made.into()))
    }),
    row("dict.fromkeys", |h, a| {
        let made = DictObj::plain();
        for key in iter::collect(h, at(a, 1))? {
            dict::insert(h, &made, key, at(a, 2).clone())?;
        }
        Ok(Value::Dict(made.into()))
    }),
    row("dict.get", |h, a| Ok(dict::get(h, this_dict(a)?, at(a, 1))?.unwrap_or_else(|| at(a, 2).clone()))),
    row("dict.setdefault", |h, a| dict::set_default(h, this_dict(a)?, at(a, 1), at(a, 2))),
    row("dict.pop", pop),
    row("dict.popitem", |_, a| match dict::popitem(this_dict(a)?, true) {
        Some((key, value)) => Ok(Value::tuple([key, value])),
        None => Err(empty_dict("popitem(): dictionary is empty")),
    }),
    row("dict.update", |h, a| {
        fill(h, this_dict(a)?, a, "update")?;
        nothing()
    }),
    row("dict.keys", |_, a| Ok(DictView::value(this_dict(a)?, Part::Keys))),
    row("dict.values", |_, a| Ok(DictView::value(this_dict(a)?, Part::Values))),
    row("dict.items", |_, a| Ok(DictView::value(this_dict(a)?, Part::Items))),
    row("dict.clear", |_, a| {
        dict::clear(this_dict(a)?);
        nothing()
    }),
    row("dict.copy", |_, a| Ok(Value::Dict(dict::copy(this_dict(a)?).into()))),
];

/// `KeyError` with a message that is not a key.
pub fn empty_dict(message: &str) -> Box<Raised> {
    // The message of a KeyError is the repr of its argument.
    Raised::new(ExcClass::KeyError, format!("'{message}'"))
}

/// Slots 1 and 2 of `dict(mapping, **kwargs)`: a mapping or pairs, then keywords.
pub fn fill(host: &mut dyn Host, into: &DictObj, a: &[Value], method: &str) -> Res<()> {
    match super::args::rest(a, 1) {
        [] => {}
        [one] => dict::update(host, into, one)?,
        many => return Err(type_error(format!("{method} expected at most 1 argument, got {}", many.len()))),
    }
    for (name, value) in keywords(a, 2) {
        dict::set_str(into, name.as_str(), value);
    }
    Ok(())
}

fn pop(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    match (dict::remove(host, this_dict(a)?, at(a, 1))?, given(a, 2)) {
        (Some(value), _) => Ok(value),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(exc::key_error(host, at(a, 1))),
    }
}
