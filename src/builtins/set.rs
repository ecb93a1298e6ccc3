//! `set` and `frozenset`: the classes and their methods.

use super::args::{at, inner, nothing, rest, this_set};
use super::{Row, row};
use crate::data::{ExcClass, Raised, Res};
use crate::value::{Host, SetObj, Value, exc, iter, set, types};

/// The rows.
pub const ROWS: &[Row] = &[
    row("set", |_, _| Ok(Value::Type(&types::SET))),
    row("set.__new__", |h, a| Ok(Value::Set(made_of(h, at(a, 1))?.into()))),
    row("set.add", |h, a| {
        set::add(h, this_set(a)?, at(a, 1))?;
        nothing()
    }),
    row("set.discard", |h, a| {
        set::discard(h, this_set(a)?, at(a, 1))?;
        nothing()
    }),
    row("set.remove", |h, a| match set::discard(h, this_set(a)?, at(a, 1))? {
        true => nothing(),
        false => Err(exc::key_error(h, at(a, 1))),
    }),
    row("set.pop", |_, a| match set::pop(this_set(a)?) {
        Some(item) => Ok(item),
        None => Err(Raised::new(ExcClass::KeyError, "'pop from an empty set'")),
    }),
    row("set.clear", |_, a| {
        set::clear(this_set(a)?);
        nothing()
    }),
    row("set.update", |h, a| {
        let this = this_set(a)?;
        rest(a, 1).iter().try_for_each(|other| set::update(h, this, other))?;
        nothing()
    }),
    row("set.difference_update", |h, a| {
        let this = this_set(a)?;
        rest(a, 1).iter().try_for_each(|other| set::difference_update(h, this, other))?;
        nothing()
    }),
    row("set.intersection_update", |h, a| {
        let made = fold(h, this_set(a)?, rest(a, 1), set::intersection)?;
        assign(this_set(a)?, made);
        nothing()
    }),
    row("set.symmetric_difference_update", |h, a| {
        let made = set::symmetric_difference(h, this_set(a)?, at(a, 1))?;
        assign(this_set(a)?, made);
        nothing()
    }),
    row("set.copy", |_, a| Ok(like(a, set::copy(this_set(a)?)))),
    row("set.union", |h, a| Ok(like(a, fold(h, this_set(a)?, rest(a, 1), set::union)?))),
    row("set.intersection", |h, a| Ok(like(a, fold(h, this_set(a)?, rest(a, 1), set::intersection)?))),
    row("set.difference", |h, a| Ok(like(a, fold(h, this_set(a)?, rest(a, 1), set::difference)?))),
    row("set.symmetric_difference", |h, a| Ok(like(a, set::symmetric_difference(h, this_set(a)?, at(a, 1))?))),
    row("set.issubset", subset),
    row("set.issuperset", superset),
    row("set.isdisjoint", |h, a| Ok(Value::Bool(set::is_disjoint(h, this_set(a)?, at(a, 1))?))),
    row("frozenset", |_, _| Ok(Value::Type(&types::FROZENSET))),
    row("frozenset.__new__", |h, a| match at(a, 1) {
        v @ Value::FrozenSet(_) => Ok(v.clone()),
        v => Ok(Value::FrozenSet(made_of(h, v)?.into())),
    }),
    row("frozenset.copy", |_, a| Ok(at(a, 0).clone())),
    row("frozenset.union", |h, a| Ok(like(a, fold(h, this_set(a)?, rest(a, 1), set::union)?))),
    row("frozenset.intersection", |h, a| Ok(like(a, fold(h, this_set(a)?, rest(a, 1), set::intersection)?))),
    row("frozenset.difference", |h, a| Ok(like(a, fold(h, this_set(a)?, rest(a, 1), set::difference)?))),
    row("frozenset.symmetric_difference", |h, a| Ok(like(a, set::symmetric_difference(h, this_set(a)?, at(a, 1))?))),
    row("frozenset.issubset", subset),
    row("frozenset.issuperset", superset),
    row("frozenset.isdisjoint", |h, a| Ok(Value::Bool(set::is_disjoint(h, this_set(a)?, at(a, 1))?))),
];

fn made_of(host: &mut dyn Host, v: &Value) -> Res<SetObj> {
    match v {
        Value::Ellipsis => Ok(SetObj::default()),
        v => set::from_iterable(host, v),
    }
}

/// A set of the class of `self`.
fn like(a: &[Value], made: SetObj) -> Value {
    match inner(at(a, 0)) {
        Value::FrozenSet(_) => Value::FrozenSet(made.into()),
        _ => Value::Set(made.into()),
    }
}

/// `self op other op other ...`; of none, a copy.
fn fold(
    host: &mut dyn Host,
    this: &SetObj,
    others: &[Value],
    op: fn(&mut dyn Host, &SetObj, &Value) -> Res<SetObj>,
) -> Res<SetObj> {
    let Some((first, more)) = others.split_first() else { return Ok(set::copy(this)) };
    let mut made = op(host, this, first)?;
    for other in more {
        made = op(host, &made, other)?;
    }
    Ok(made)
}

fn assign(this: &SetObj, made: SetObj) {
    let old = this.table.replace(made.table.take());
    drop(old);
}

/// The other operand as a set.
fn other_set(host: &mut dyn Host, v: &Value) -> Res<std::rc::Rc<SetObj>> {
    match inner(v) {
        Value::Set(found) | Value::FrozenSet(found) => Ok(found.clone()),
        v => {
            let items = iter::collect(host, v)?;
            Ok(set::from_items(host, &items)?.into())
        }
    }
}

fn subset(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let other = other_set(host, at(a, 1))?;
    Ok(Value::Bool(set::is_subset(host, this_set(a)?, &other)?))
}

fn superset(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let other = other_set(host, at(a, 1))?;
    Ok(Value::Bool(set::is_subset(host, &other, this_set(a)?)?))
}
