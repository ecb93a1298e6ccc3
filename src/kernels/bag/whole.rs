//! Partitions as wholes: a flow made a list at the end of a task, and the partitions of a bag joined.

use super::flow::{Batch, Stream, flow};
use crate::data::Res;
use crate::value::iter;
use crate::value::{Host, Value};

/// Whether a value is an iterator: something that can be gone through once.
pub fn is_iterator(v: &Value) -> bool {
    use crate::value::pyiter::{PyIter, SeqIter};
    match v {
        Value::Native(native) => {
            let known = native.downcast::<Stream>().is_some()
                || native.downcast::<PyIter>().is_some()
                || native.downcast::<SeqIter>().is_some();
            known || ITERATORS.contains(&native.0.type_info().name)
        }
        Value::Instance(object) => object.class.lookup(crate::value::names::names().next).is_some(),
        _ => false,
    }
}

/// The iterators of Python's own functions.
const ITERATORS: &[&str] = &[
    "generator",
    "map",
    "filter",
    "zip",
    "enumerate",
    "reversed",
    "callable_iterator",
    "chain",
    "islice",
    "count",
    "cycle",
    "repeat",
    "accumulate",
    "starmap",
    "takewhile",
    "dropwhile",
    "filterfalse",
    "compress",
    "zip_longest",
    "product",
    "permutations",
    "combinations",
    "combinations_with_replacement",
    "pairwise",
    "groupby",
    "_grouper",
    "batched",
    "tee",
    "_tee",
    "partition_iterator",
];

/// Room for further elements.
///
/// # Errors
/// `MemoryError`, and the user's interrupt.
fn reserve(host: &mut dyn Host, made: &mut Vec<Value>, more: usize) -> Res<()> {
    if made.capacity() - made.len() < more {
        host.poll()?;
        made.try_reserve(more.max(made.len()).max(16)).map_err(|_| crate::value::number::memory_error())?;
    }
    Ok(())
}

/// What a partition is outside of its task: a list of an iterator, and lists of the iterators in it.
pub fn reify(host: &mut dyn Host, v: &Value) -> Res<Value> {
    if !is_iterator(v) {
        let nested = matches!(v, Value::List(list) if list.items.borrow().first().is_some_and(is_iterator));
        if !nested {
            return Ok(v.clone());
        }
    }
    let mut from = flow(host, v)?;
    let Some(first) = from.next(host)? else { return Ok(Value::list(Vec::new())) };
    let nested = is_iterator(&first);
    let mut made = Vec::new();
    let mut next = Some(first);
    while let Some(element) = next {
        reserve(host, &mut made, 1)?;
        made.push(if nested { Value::list(iter::collect(host, &element)?) } else { element });
        next = match from.batch(host)? {
            Batch::Rows(rows) => {
                reserve(host, &mut made, rows.len())?;
                made.extend((0..rows.len()).filter_map(|at| rows.get(at)));
                from.next(host)?
            }
            Batch::End => None,
            Batch::Single => from.next(host)?,
        };
    }
    Ok(Value::list(made))
}

/// The list of all elements of some partitions; where a partition is no sequence, the list of the partitions.
pub fn finalize(host: &mut dyn Host, parts: Vec<Value>) -> Res<Value> {
    let joins = parts.first().is_some_and(|first| !matches!(first, Value::Str(_)) && iter::iterable(first));
    if !joins {
        return Ok(Value::list(parts));
    }
    if let [Value::List(only)] = parts.as_slice()
        && std::rc::Rc::strong_count(only) == 1
    {
        return Ok(Value::List(only.clone()));
    }
    let mut all: Vec<Value> = Vec::new();
    for part in parts {
        match &part {
            Value::List(list) => {
                let items = list.items.borrow();
                all.try_reserve(items.len()).map_err(|_| crate::value::number::memory_error())?;
                all.extend(items.iter().cloned());
            }
            other => all.extend(iter::collect(host, other)?),
        }
    }
    Ok(Value::list(all))
}
