//! The functions that reductions of bags call: on a partition, and on the results of several.

use super::object::NO_RESULT;
use crate::builtins::args::{at, given, int};
use crate::builtins::row::{Row, row};
use crate::data::Res;
use crate::data::raised::type_error;
use crate::expr::tokenize;
use crate::kernels::bag::flow::{After, Told};
use crate::kernels::bag::fold::{self, Concat, ReduceBy};
use crate::kernels::bag::whole::is_iterator;
use crate::kernels::bag::{flow, group, shuffle, stream};
use crate::value::{DictObj, Host, Value, iter, kind, repr};

/// The rows.
pub const ROWS: &[Row] = &[
    row("dask.bag.core.empty_safe_apply", |host, a| {
        let last = kind::truth(host, at(a, 2))?;
        apply(host, at(a, 0), at(a, 1), last)
    }),
    row("dask.bag.core.empty_safe_aggregate", |host, a| {
        let last = kind::truth(host, at(a, 2))?;
        let parts = iter::collect(host, at(a, 1))?;
        let parts = parts.into_iter().filter(|part| !is_no_result(part)).collect();
        apply(host, at(a, 0), &iter::over(parts), last)
    }),
    row("dask.bag.core.frequencies", |host, a| {
        let mut from = flow(host, at(a, 0))?;
        fold::frequencies(host, &mut *from)
    }),
    row("dask.bag.core.merge_frequencies", |host, a| {
        let mut from = flow(host, at(a, 0))?;
        fold::merge_frequencies(host, &mut *from)
    }),
    row("dask.bag.core._count", |host, a| {
        let mut from = flow(host, at(a, 0))?;
        fold::count(host, &mut *from)
    }),
    row("dask.bag.core._reduce", |host, a| {
        let mut from = flow(host, at(a, 1))?;
        fold::reduce(host, at(a, 0), given(a, 2), &mut *from)
    }),
    row("dask.bag.core._takes_several", |_, a| Ok(Value::Bool(takes_several(at(a, 0))))),
    row("dask.bag.core._topk", |host, a| {
        let k = usize::try_from(int(host, a, 0)?).unwrap_or(0);
        let mut from = flow(host, at(a, 1))?;
        fold::topk(host, k, at(a, 2), &mut *from)
    }),
    row("dask.bag.core._topk_all", |host, a| {
        let k = usize::try_from(int(host, a, 0)?).unwrap_or(0);
        let parts = iter::collect(host, at(a, 1))?;
        fold::topk(host, k, at(a, 2), &mut Concat::new(parts))
    }),
    row("dask.bag.core.chunk_distinct", |host, a| {
        let mut from = flow(host, at(a, 0))?;
        fold::distinct(host, at(a, 1), &mut *from).map(Value::list)
    }),
    row("dask.bag.core.merge_distinct", |host, a| {
        let parts = iter::collect(host, at(a, 0))?;
        fold::distinct(host, at(a, 1), &mut Concat::new(parts)).map(Value::list)
    }),
    row("dask.bag.core._reduceby", |host, a| {
        let mut from = flow(host, at(a, 2))?;
        let by = ReduceBy { key: at(a, 0), binop: at(a, 1), initial: given(a, 3), told: Told::default() };
        by.run(host, &mut *from)
    }),
    row("dask.bag.core._merge_with", |host, a| {
        let dicts = iter::collect(host, at(a, 1))?;
        fold::merge_with(host, at(a, 0), &dicts)
    }),
    row("dask.bag.core._groups", |host, a| {
        let mut from = flow(host, at(a, 1))?;
        group::groups(host, at(a, 0), &mut *from).map(Value::Dict)
    }),
    row("dask.bag.core._cut_groups", |host, a| {
        let count = usize::try_from(int(host, a, 1)?).unwrap_or(0);
        let Value::Dict(groups) = at(a, 0) else { return Err(type_error("groups are a dict")) };
        let partitions = partitions(host, a, 2)?;
        cut_groups(host, groups, count, partitions)
    }),
    row("dask.bag.core._cut_elements", |host, a| {
        let count = usize::try_from(int(host, a, 1)?).unwrap_or(0).max(1);
        let mut from = flow(host, at(a, 2))?;
        let mut made: Vec<Vec<Value>> = vec![Vec::new(); count];
        while let Some(element) = from.next(host)? {
            let key = fold::key_of(host, at(a, 0), &element)?;
            let place = place(host, &key, count)?;
            if let Some(into) = made.get_mut(place) {
                into.push(element);
            }
        }
        let partitions = partitions(host, a, 3)?;
        shuffle::pieces(host, made, partitions)
    }),
];

/// How many partitions a shuffle cuts.
fn partitions(host: &mut dyn Host, a: &[Value], slot: usize) -> Res<usize> {
    Ok(usize::try_from(int(host, a, slot)?).unwrap_or(1))
}

/// Whether a function needs several arguments.
fn takes_several(function: &Value) -> bool {
    let signature = match function {
        Value::Function(function) => &function.signature,
        Value::Builtin(builtin) => &builtin.signature,
        _ => return false,
    };
    let needed = signature.has_default.iter().take(signature.posonly + signature.args).filter(|has| !**has).count();
    signature.vararg.is_some() || needed > 1
}

fn is_no_result(v: &Value) -> bool {
    matches!(v, Value::Type(info) if std::ptr::eq(*info, &NO_RESULT))
}

/// A function of a partition; of one without elements only if it is the last.
fn apply(host: &mut dyn Host, function: &Value, part: &Value, last: bool) -> Res<Value> {
    if !is_iterator(part) {
        let empty = match part {
            Value::Native(_) | Value::Instance(_) => kind::len(host, part).is_ok_and(|length| length == 0),
            part => kind::len(host, part).unwrap_or(1) == 0,
        };
        if empty && !last {
            return Ok(Value::Type(&NO_RESULT));
        }
        return reduced(host, function, part);
    }
    let mut from = flow(host, part)?;
    match from.next(host)? {
        None if !last => Ok(Value::Type(&NO_RESULT)),
        None => reduced(host, function, &iter::over(Vec::new())),
        first => reduced_flow(host, function, After { first, rest: from }),
    }
}

/// The builtins that a flow goes into without an iterator between.
fn direct(function: &Value) -> Option<&'static str> {
    match function {
        Value::Builtin(builtin) => {
            ["sum", "dask.bag.core._count", "dask.bag.core.frequencies"].into_iter().find(|name| *name == builtin.name)
        }
        _ => None,
    }
}

fn reduced_flow(host: &mut dyn Host, function: &Value, mut from: After) -> Res<Value> {
    match direct(function) {
        Some("sum") => fold::sum(host, &mut from),
        Some("dask.bag.core._count") => fold::count(host, &mut from),
        Some(_) => fold::frequencies(host, &mut from),
        None => reduced(host, function, &stream(from)),
    }
}

fn reduced(host: &mut dyn Host, function: &Value, part: &Value) -> Res<Value> {
    host.call(function, std::slice::from_ref(part), &[])
}

fn cut_groups(host: &mut dyn Host, groups: &DictObj, count: usize, partitions: usize) -> Res<Value> {
    let count = count.max(1);
    group::cut(host, groups, (count, partitions), &mut |host, key| place(host, key, count))
}

/// Where a key goes among `count` partitions: as Dask's own hash says it, for the values whose text it hashes.
fn place(host: &mut dyn Host, key: &Value, count: usize) -> Res<usize> {
    let hash = match hashed(host, key)? {
        Some(text) => crate::builtins::digest::md5(format!("({text},)").as_bytes()),
        None => tokenize::tokenize(key),
    };
    Ok((hash % count as u128) as usize)
}

/// The text that Dask hashes of a value; `None` where it is none of plain values.
fn hashed(host: &mut dyn Host, v: &Value) -> Res<Option<String>> {
    Ok(match v {
        Value::None | Value::Bool(_) | Value::Int(_) | Value::BigInt(_) | Value::Float(_) | Value::Str(_) => {
            Some(repr::repr(host, v)?)
        }
        Value::Tuple(tuple) => {
            let mut parts = Vec::new();
            for item in tuple.items.iter() {
                match hashed(host, item)? {
                    Some(text) => parts.push(text),
                    None => return Ok(None),
                }
            }
            let comma = if parts.len() == 1 { "," } else { "" };
            Some(format!("('tuple', ({}{comma}))", parts.join(", ")))
        }
        _ => None,
    })
}
