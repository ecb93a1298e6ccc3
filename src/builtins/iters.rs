//! `iter`, `next`, and the lazy builtins: `enumerate`, `zip`, `map`, `filter`, `reversed`.

use super::args::{at, flag, given, int, rest};
use super::lazy::lazy;
use super::{Row, row};
use crate::data::raised::{type_error, value_error};
use crate::data::{ExcClass, Raised, Res};
use crate::lazy_types;
use crate::value::{Host, Value, compare, iter, kind};

lazy_types! { "builtins": ENUMERATE = "enumerate", ZIP = "zip", MAP = "map", FILTER = "filter", CALLABLE = "callable_iterator" }

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
    row("enumerate", |_, _| Ok(Value::Type(&ENUMERATE))),
    row("enumerate.__new__", |h, a| {
        let (it, mut count) = (iter::iter(h, at(a, 1))?, int(h, a, 2)?);
        Ok(lazy(&ENUMERATE, move |h| {
            let Some(item) = iter::next(h, &it)? else { return Ok(None) };
            count += 1;
            Ok(Some(Value::tuple([Value::Int(count - 1), item])))
        }))
    }),
    row("zip", |_, _| Ok(Value::Type(&ZIP))),
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
    let mut made = Vec::with_capacity(values.len());
    for (at, v) in values.iter().enumerate() {
        if !iter::iterable(v) && what == "zip" {
            let class = kind::type_name(v);
            return Err(
                type_error(format!("'{class}' object is not iterable")).help(format!("argument {} of zip", at + 1))
            );
        }
        made.push(iter::iter(host, v)?);
    }
    Ok(made)
}

fn make_zip(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let its = iterators(host, rest(a, 2), "zip")?;
    let strict = flag(host, a, 1)?;
    Ok(lazy(&ZIP, move |h| {
        if its.is_empty() {
            return Ok(None);
        }
        let mut items = Vec::with_capacity(its.len());
        for (place, it) in its.iter().enumerate() {
            match iter::next(h, it)? {
                Some(item) => items.push(item),
                None if strict && place > 0 => return Err(uneven(place, "shorter")),
                None if strict => return longer(h, &its),
                None => return Ok(None),
            }
        }
        Ok(Some(Value::tuple(items)))
    }))
}

fn uneven(place: usize, how: &str) -> Box<Raised> {
    let before = if place == 1 { "argument 1".to_owned() } else { format!("arguments 1-{place}") };
    value_error(format!("zip() argument {} is {how} than {before}", place + 1))
}

fn longer(host: &mut dyn Host, its: &[Value]) -> Res<Option<Value>> {
    for (place, it) in its.iter().enumerate().skip(1) {
        if iter::next(host, it)?.is_some() {
            return Err(uneven(place, "longer"));
        }
    }
    Ok(None)
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
