//! What makes the nodes of bags: `_bag`, `_data`, `_item` of `stdlib/dask.bag.core.rd`, which says of each partition what its
//! task calls.

use std::cell::OnceCell;
use std::rc::Rc;

use super::object::{BAG, ITEM, NO_RESULT, bag_of, item_of};
use crate::builtins::args::{at, keywords, rest};
use crate::builtins::delayed_call::node_of;
use crate::builtins::row::{Row, row};
use crate::data::raised::{type_error, value_error};
use crate::data::{Res, Sym};
use crate::expr::bag::{Bag, BagNode, Item, PartName};
use crate::expr::delayed::{Arg, Callee, Delayed, DelayedKey, DelayedNode, Kind, unique};
use crate::expr::tokenize;
use crate::value::{Host, Value, iter};

/// The rows.
pub const ROWS: &[Row] = &[
    row("dask.bag.core.Bag", |_, _| Ok(Value::Type(&BAG))),
    row("dask.bag.core.Bag.__new__", |host, a| {
        let module = host.import("dask.bag.core")?;
        let make = host.getattr(&module, Sym::new("_from_graph"))?;
        host.call(&make, a.get(1..).unwrap_or(&[]), &[])
    }),
    row("dask.bag.core.Item", |_, _| Ok(Value::Type(&ITEM))),
    row("dask.bag.core.no_result", |_, _| Ok(Value::Type(&NO_RESULT))),
    row("dask.bag.core.Bag.__dask_keys__", |host, a| host.getattr(at(a, 0), Sym::new("_keys"))),
    row("dask.bag.core.Item.__dask_keys__", |_, a| Ok(Value::list(vec![item_of(at(a, 0))?.key_value()]))),
    row("dask.bag.core.Bag.__dask_graph__", |host, a| crate::builtins::graph_view::of(host, at(a, 0))),
    row("dask.bag.core.Item.__dask_graph__", |host, a| crate::builtins::graph_view::of(host, at(a, 0))),
    row("dask.bag.core.Bag.compute", crate::builtins::dask::compute_one),
    row("dask.bag.core.Bag.persist", crate::builtins::dask::persist_one),
    row("dask.bag.core.Bag.visualize", crate::builtins::dask::visualize_one),
    row("dask.bag.core.Item.compute", crate::builtins::dask::compute_one),
    row("dask.bag.core.Item.persist", crate::builtins::dask::persist_one),
    row("dask.bag.core.Item.visualize", crate::builtins::dask::visualize_one),
    row("dask.bag.core.Bag.__iter__", |host, a| crate::value::iter::iter(host, at(a, 0))),
    row("dask.bag.core.Bag._again", again),
    row("dask.bag.core.Item._delayed", |_, a| match at(a, 0).as_native::<Item>() {
        Some(item) => Ok(item.delayed()),
        None => item_of(at(a, 0)).map(|_| Value::None),
    }),
    row("dask.bag.core._bag", bag),
    row("dask.bag.core._data", data),
    row("dask.bag.core._item", item),
    row("dask.bag.core._item_of", |_, a| {
        let node = node_of(at(a, 0))?;
        let inner = Kind::Build(Arg::Delayed(node.clone()));
        Ok(Item::wrap(DelayedNode::new(inner, node.key.clone(), None, node.span)))
    }),
];

/// The name of a layer: a prefix and what its hash is made of; `None`: the prefix is all.
fn name(a: &[Value], count: usize) -> Res<Rc<PartName>> {
    let Some(prefix) = at(a, 0).as_str() else { return Err(type_error("a name is a str")) };
    let hash = match at(a, 1) {
        Value::None => None,
        Value::Ellipsis => Some(unique()),
        token => Some(tokenize::tokenize(token)),
    };
    Ok(Rc::new(PartName { prefix: Sym::new(prefix), hash, count }))
}

/// The node of a task: `(function, args, kwargs)`, or a lazy value that it is.
fn node(host: &mut dyn Host, task: &Value, key: DelayedKey) -> Res<Rc<DelayedNode>> {
    let span = host.span();
    if let Some(delayed) = task.as_native::<Delayed>() {
        return Ok(DelayedNode::new(Kind::Build(Arg::Delayed(delayed.node.clone())), key, None, span));
    }
    let Value::Tuple(parts) = task else { return Err(type_error("a task is a function and its arguments")) };
    let function = at(&parts.items, 0).clone();
    let args = iter::collect(host, at(&parts.items, 1))?.iter().map(Arg::of).collect();
    let kwargs = keywords(&parts.items, 2).iter().map(|(name, value)| (*name, Arg::of(value))).collect();
    let kind = Kind::Call { callee: Callee::Value(function), args, kwargs };
    Ok(DelayedNode::new(kind, key, None, span))
}

fn number(at: usize) -> Res<u32> {
    u32::try_from(at).map_err(|_| value_error("too many partitions"))
}

/// `_bag(prefix, token, tasks)`: a bag with a task for each partition.
fn bag(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let tasks = iter::collect(host, at(a, 2))?;
    let name = name(a, tasks.len())?;
    let mut parts = Vec::with_capacity(tasks.len());
    for (place, task) in tasks.iter().enumerate() {
        parts.push(node(host, task, DelayedKey::Part(name.clone(), number(place)?))?);
    }
    Ok(wrap(name, parts))
}

/// `_data(prefix, token, parts)`: a bag of partitions that are there.
fn data(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let values = iter::collect(host, at(a, 2))?;
    let name = name(a, values.len())?;
    let mut parts = Vec::with_capacity(values.len());
    for (place, value) in values.into_iter().enumerate() {
        let kind = Kind::Leaf { value, pure: None, nout: None, call_prefix: OnceCell::new() };
        parts.push(DelayedNode::new(kind, DelayedKey::Part(name.clone(), number(place)?), None, host.span()));
    }
    Ok(wrap(name, parts))
}

fn wrap(name: Rc<PartName>, parts: Vec<Rc<DelayedNode>>) -> Value {
    Value::native(Bag { made: Rc::new(BagNode { name, parts: parts.into() }) })
}

/// `_item(prefix, token, task)`: an item.
fn item(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let name = name(a, 1)?;
    let key = DelayedKey::Hash { prefix: name.prefix, hash: name.hash.unwrap_or(0), pure: true };
    node(host, at(a, 2), key).map(Item::wrap)
}

/// `bag._again(parts)`: a bag of the same name over some of its delayed partitions.
fn again(_: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let bag = bag_of(at(a, 0))?;
    let parts = rest(a, 1).iter().map(|part| node_of(part).cloned()).collect::<Res<Vec<_>>>()?;
    Ok(wrap(bag.made.name.clone(), parts))
}
