//! `iter`, `next`, and the lazy builtins: `enumerate`, `zip`, `map`, `filter`, `reversed`.

use super::args::{at, flag, given, int, rest};
use super::lazy::lazy;
use super::pairs;
use super::{Row, row};
use crate::data::raised::type_error;
use crate::data::{ExcClass, Raised, Res};
use crate::lazy_types;
use crate::value::{Host, Value, compare, iter, kind};

lazy_types! { "builtins": MAP = "map", FILTER = "filter", CALLABLE = "callable_iterator" }

/// The rows.
pub const ROWS: &[Row] = &[
    row("iter", make_iter),
    row("next", |h, a| match (iter::next(h, at(a, 0))?, given(a, 1)) {
        (Some(item), _) => Ok(item),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(match at(a, 0) {
            Value::Native(native) => match native.0.returned() {
                Value::None => Raised::new(ExcClass::StopIteration, ""),
                value => crate::value::exc::stop_iteration(value),
            },
            _ => Raised::new(ExcClass::StopIteration, ""),
        }),
    }),
    row("reversed", |h, a| iter::reversed(h, at(a, 0))),
    row("enumerate", |_, _| Ok(Value::Type(pairs::ENUMERATE))),
    row("enumerate.__new__", |h, a| {
        let start = int(h, a, 2)?;
        pairs::enumerate(h, at(a, 1), start)
    }),
    row("zip", |_, _| Ok(Value::Type(pairs::ZIP))),
    row("zip.__new__", make_zip),
    row("map", |_, _| Ok(Value::Type(&MAP))),
    row("map.__new__", make_map),
    row("filter", |_, _| Ok(Value::Type(&FILTER))),
    row("filter.__new__", |h, a| {
        let (test, it) = (at(a, 1).clone(), iter::iter(h, at(a, 2))?);
        Ok(lazy(&FILTER, move |h| {
            while let Some(item) = iter::next(h, &it)? {
                let keep = match &test {
                    Value::None => kind::truth(h, &item)?,
                    test => {
                        let given = h.call(test, std::slice::from_ref(&item), &[])?;
                        kind::truth(h, &given)?
                    }
                };
                if keep {
                    return Ok(Some(item));
                }
            }
            Ok(None)
        }))
    }),
];

fn make_iter(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let Some(sentinel) = given(a, 1) else { return iter::iter(host, at(a, 0)) };
    if !kind::callable(at(a, 0)) {
        return Err(type_error("iter(v, w): v must be callable"));
    }
    let (function, sentinel) = (at(a, 0).clone(), sentinel.clone());
    Ok(lazy(&CALLABLE, move |h| {
        let item = h.call(&function, &[], &[])?;
        Ok(if compare::eq(h, &item, &sentinel)? { None } else { Some(item) })
    }))
}

/// An iterator over each argument.
pub fn iterators(host: &mut dyn Host, values: &[Value], what: &str) -> Res<Vec<Value>> {
    if what == "zip" {
        check_zipped(values)?;
    }
    values.iter().map(|v| iter::iter(host, v)).collect()
}

fn make_zip(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let values = rest(a, 2);
    check_zipped(values)?;
    let strict = flag(host, a, 1)?;
    pairs::zip(host, values, strict)
}

/// `TypeError` for an argument of `zip` that cannot be iterated over.
fn check_zipped(values: &[Value]) -> Res<()> {
    match values.iter().enumerate().find(|(_, v)| !iter::iterable(v)) {
        Some((at, v)) => {
            let class = kind::type_name(v);
            let raised = type_error(format!("'{class}' object is not iterable"));
            Err(raised.help(format!("argument {} of zip", at + 1)))
        }
        None => Ok(()),
    }
}

fn make_map(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (function, its) = (at(a, 1).clone(), iterators(host, rest(a, 2), "map")?);
    if its.is_empty() {
        return Err(type_error("map() must have at least two arguments."));
    }
    Ok(lazy(&MAP, move |h| {
        let mut items = Vec::with_capacity(its.len());
        for it in &its {
            match iter::next(h, it)? {
                Some(item) => items.push(item),
                None => return Ok(None),
            }
        }
        h.call(&function, &items, &[]).map(Some)
    }))
}
