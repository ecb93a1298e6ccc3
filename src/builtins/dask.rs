//! `dask.compute` and its kin: find the lazy values in what they are given, have them computed, put results in place.

use std::rc::Rc;
use std::sync::Arc;

use super::delayed::wrap;
use super::delayed_call::{node_of, token_text};
use super::row::{Row, row};
use crate::data::raised::{type_error, value_error};
use crate::data::{Chunk, Res, Scalar, Sym};
use crate::expr::delayed::{Arg, DelayedNode, Kind, Lazy, lazy};
use crate::expr::{Array, Bag, BagNode, NodeData, Op, Source};
use crate::value::array::{FrozenArray, NdArray};
use crate::value::{DictObj, Host, SliceObj, Value, dict, iter, kind, repr, set};

/// The rows of the module `dask`, and of the methods that all collections share.
pub const ROWS: &[Row] = &[
    row("dask.compute", compute),
    row("dask.persist", persist),
    row("dask.optimize", optimize),
    row("dask.visualize", visualize),
    row("dask.is_dask_collection", |_, args| Ok(Value::Bool(args.first().is_some_and(|value| lazy(value).is_some())))),
    row("dask.base.tokenize", tokenize),
    row("dask.delayed.Delayed.compute", compute_one),
    row("dask.delayed.Delayed.persist", persist_one),
    row("dask.delayed.Delayed.visualize", visualize_one),
];

/// The slots before `*args` and `**kwargs`, the arguments, and the keyword arguments.
type Call<'a> = (&'a [Value], Vec<Value>, Vec<(Sym, Value)>);

fn call<'a>(host: &mut dyn Host, slots: &'a [Value]) -> Res<Call<'a>> {
    let [named @ .., args, kwargs] = slots else { return Err(type_error("missing arguments")) };
    Ok((named, iter::collect(host, args)?, options(kwargs)?))
}

/// Keyword arguments from the dict in which they arrive.
pub fn options(kwargs: &Value) -> Res<Vec<(Sym, Value)>> {
    let Value::Dict(table) = kwargs else { return Ok(Vec::new()) };
    let pair = |(name, value): (Value, Value)| name.as_str().map(|name| (Sym::new(name), value));
    Ok(dict::items(table).into_iter().filter_map(pair).collect())
}

/// What a call was given, with the lazy values in it found; and these, in order.
struct Found {
    args: Vec<Arg>,
    roots: Vec<Value>,
}

fn find(args: &[Value], traverse: bool) -> Found {
    let one = |value: &Value| match traverse {
        true => Arg::of(value),
        false => lazy(value).unwrap_or_else(|| Arg::Value(value.clone())),
    };
    let args: Vec<Arg> = args.iter().map(one).collect();
    let mut roots = Vec::new();
    for arg in &args {
        arg.each_lazy(&mut |found| {
            roots.push(match found {
                Lazy::Delayed(node) => wrap(node.clone()),
                Lazy::Array(array) => Value::native(array.clone()),
                Lazy::Bag(bag) => Value::native(bag.clone()),
            })
        });
    }
    Found { args, roots }
}

/// The value of an argument, with the results of its lazy values put in place.
fn fill(host: &mut dyn Host, arg: Arg, results: &mut dyn Iterator<Item = Value>) -> Res<Value> {
    let mut all = |host: &mut dyn Host, items: Box<[Arg]>| {
        items.into_iter().map(|item| fill(host, item, results)).collect::<Res<Vec<Value>>>()
    };
    Ok(match arg {
        Arg::Value(value) => value,
        Arg::Delayed(_) | Arg::Array(_) | Arg::Bag(_) => results.next().unwrap_or(Value::None),
        Arg::List(items) => Value::list(all(host, items)?),
        Arg::Tuple(items) => Value::tuple(all(host, items)?),
        Arg::Set(items) => {
            let items = all(host, items)?;
            Value::Set(Rc::new(set::from_items(host, &items)?))
        }
        Arg::Dict(items) => {
            let table = DictObj::plain();
            for (key, value) in items {
                let key = fill(host, key, results)?;
                let value = fill(host, value, results)?;
                dict::insert(host, &table, key, value)?;
            }
            Value::Dict(Rc::new(table))
        }
        Arg::Slice(parts) => {
            let [start, stop, step] = *parts;
            let (start, stop) = (fill(host, start, results)?, fill(host, stop, results)?);
            Value::Slice(Rc::new(SliceObj { start, stop, step: fill(host, step, results)? }))
        }
    })
}

/// Hold the keyword-only slots of `compute` and `persist`: `traverse, optimize_graph, scheduler`.
fn gather(host: &mut dyn Host, slots: &[Value]) -> Res<(Found, Vec<(Sym, Value)>)> {
    let (named, args, mut options) = call(host, slots)?;
    let [traverse, optimize, scheduler, ..] = named else { return Err(type_error("missing arguments")) };
    options.push((Sym::new("optimize_graph"), optimize.clone()));
    options.push((Sym::new("scheduler"), scheduler.clone()));
    Ok((find(&args, kind::truth(host, traverse)?), options))
}

fn put_in_place(host: &mut dyn Host, args: Vec<Arg>, results: Vec<Value>) -> Res<Value> {
    let mut results = results.into_iter();
    let filled = args.into_iter().map(|arg| fill(host, arg, &mut results)).collect::<Res<Vec<Value>>>()?;
    Ok(Value::tuple(filled))
}

fn run(host: &mut dyn Host, roots: &[Value], options: &[(Sym, Value)]) -> Res<Vec<Value>> {
    if roots.is_empty() {
        return Ok(Vec::new());
    }
    let engine = host.engine();
    engine.compute(host, roots, options)
}

/// `dask.compute(*args, traverse=True, optimize_graph=True, scheduler=None, **kwargs)`
fn compute(host: &mut dyn Host, slots: &[Value]) -> Res<Value> {
    let mut parts = slots.to_vec();
    let given = slots.len().checked_sub(2).and_then(|at| slots.get(at)).cloned().unwrap_or(Value::None);
    let split = parted(host, &given, 0)?;
    if let (Some(split), Some(place)) = (&split, slots.len().checked_sub(2).and_then(|at| parts.get_mut(at))) {
        *place = split.clone();
    }
    let (found, options) = gather(host, &parts)?;
    let results = run(host, &found.roots, &options)?;
    let made = put_in_place(host, found.args, results)?;
    if split.is_some() { joined(host, &given, made, 0) } else { Ok(made) }
}

/// Containers deeper than this are not looked into for objects over several lazy values.
const DEEPEST: usize = 16;

/// A value with each object over several lazy values (`__dask_parts__`) in it, or in lists and tuples in it, replaced by its
/// parts; `None` if there is none.
fn parted(host: &mut dyn Host, v: &Value, depth: usize) -> Res<Option<Value>> {
    let items = match v {
        Value::Instance(_) => return host.call_special(v, Sym::new("__dask_parts__"), &[]),
        Value::Tuple(tuple) if depth < DEEPEST => tuple.items.to_vec(),
        Value::List(list) if depth < DEEPEST => list.items.borrow().clone(),
        _ => return Ok(None),
    };
    let mut made = items.clone();
    let mut any = false;
    for (item, place) in items.iter().zip(&mut made) {
        if let Some(parts) = parted(host, item, depth + 1)? {
            *place = parts;
            any = true;
        }
    }
    Ok(any.then(|| if matches!(v, Value::Tuple(_)) { Value::tuple(made) } else { Value::list(made) }))
}

/// The result of such a value, with the parts of each object joined (`__dask_whole__`).
fn joined(host: &mut dyn Host, of: &Value, made: Value, depth: usize) -> Res<Value> {
    let (before, after) = match (of, &made) {
        (Value::Instance(_), _) => {
            let whole = host.call_special(of, Sym::new("__dask_whole__"), std::slice::from_ref(&made))?;
            return Ok(whole.unwrap_or(made));
        }
        (Value::Tuple(of), Value::Tuple(made)) if depth < DEEPEST => (of.items.to_vec(), made.items.to_vec()),
        (Value::List(of), Value::List(made)) if depth < DEEPEST => {
            (of.items.borrow().clone(), made.items.borrow().clone())
        }
        _ => return Ok(made),
    };
    let mut whole = Vec::with_capacity(after.len());
    for (of, part) in before.iter().zip(after) {
        whole.push(joined(host, of, part, depth + 1)?);
    }
    Ok(if matches!(of, Value::Tuple(_)) { Value::tuple(whole) } else { Value::list(whole) })
}

/// Lazy values that are computed already.
pub fn persisted(host: &mut dyn Host, roots: &[Value], options: &[(Sym, Value)]) -> Res<Vec<Value>> {
    if roots.is_empty() {
        return Ok(Vec::new());
    }
    let engine = host.engine();
    let mut results = engine.parts(host, roots, options)?.into_iter();
    let mut made = Vec::with_capacity(roots.len());
    for root in roots {
        if let Some(bag) = root.as_native::<Bag>() {
            let parts =
                bag.made.parts.iter().zip(results.by_ref()).map(|(part, result)| computed(part, result)).collect();
            made.push(Value::native(Bag { made: Rc::new(BagNode { name: bag.made.name.clone(), parts }) }));
            continue;
        }
        let result = results.next().unwrap_or(Value::None);
        made.push(match (root.as_native::<Array>(), node_of(root)) {
            (Some(array), _) => kept(array, &result).unwrap_or(result),
            (None, Ok(node)) => {
                let known = computed(node, result);
                known.item.set(node.item.get());
                wrap(known)
            }
            _ => result,
        });
    }
    Ok(made)
}

/// A node whose value is known now.
fn computed(node: &Rc<DelayedNode>, result: Value) -> Rc<DelayedNode> {
    DelayedNode::new(Kind::Known(result), node.key.clone(), node.length, node.span)
}

/// A lazy array over its computed elements, under the same name.
fn kept(array: &Array, result: &Value) -> Option<Value> {
    let chunk = match result {
        Value::Np(dtype, bits) => Chunk::scalar(Scalar::from_bits(*dtype, *bits)),
        other => other.as_native::<NdArray>()?.chunk(),
    };
    let node = &array.node;
    let op = Op::Source(Source::Data { array: Arc::new(FrozenArray(chunk)), token: node.token });
    let node = NodeData::named(node.name(), op, Vec::new(), node.meta.clone(), node.span);
    Some(Value::native(Array::new(node)))
}

fn persist(host: &mut dyn Host, slots: &[Value]) -> Res<Value> {
    let (found, options) = gather(host, slots)?;
    let results = persisted(host, &found.roots, &options)?;
    put_in_place(host, found.args, results)
}

/// The same collections: rdask optimises when it computes.
fn optimize(host: &mut dyn Host, slots: &[Value]) -> Res<Value> {
    let (_, args, _) = call(host, slots)?;
    Ok(Value::tuple(args))
}

/// `dask.visualize(*args, filename, format, traverse, optimize_graph, **kwargs)`
fn visualize(host: &mut dyn Host, slots: &[Value]) -> Res<Value> {
    let (named, args, mut options) = call(host, slots)?;
    let [filename, traverse, optimize, ..] = named else { return Err(type_error("missing arguments")) };
    let found = find(&args, kind::truth(host, traverse)?);
    if found.roots.is_empty() {
        return Err(value_error("No collections provided"));
    }
    options.push((Sym::new("filename"), filename.clone()));
    options.push((Sym::new("optimize_graph"), optimize.clone()));
    let engine = host.engine();
    engine.draw(host, &found.roots, &options)
}

/// The hash of some values, as 32 hexadecimal digits.
fn tokenize(host: &mut dyn Host, slots: &[Value]) -> Res<Value> {
    let (_, mut args, kwargs) = call(host, slots)?;
    for (name, value) in kwargs {
        args.push(Value::tuple([Value::str(name.as_str()), value]));
    }
    Ok(Value::str(token_text(&args)))
}

/// `self` and `**kwargs` of a method.
fn method(slots: &[Value]) -> Res<(&Value, Vec<(Sym, Value)>)> {
    let [this, .., kwargs] = slots else { return Err(type_error("missing arguments")) };
    if this.as_native::<Array>().is_none() && this.as_native::<Bag>().is_none() {
        node_of(this)?;
    }
    Ok((this, options(kwargs)?))
}

/// `x.compute(**kwargs)`
pub fn compute_one(host: &mut dyn Host, slots: &[Value]) -> Res<Value> {
    let (this, options) = method(slots)?;
    let mut results = run(host, std::slice::from_ref(this), &options)?;
    Ok(results.pop().unwrap_or(Value::None))
}

/// `x.persist(**kwargs)`
pub fn persist_one(host: &mut dyn Host, slots: &[Value]) -> Res<Value> {
    let (this, options) = method(slots)?;
    let mut results = persisted(host, std::slice::from_ref(this), &options)?;
    Ok(results.pop().unwrap_or(Value::None))
}

/// `x.visualize(filename=None, format=None, optimize_graph=False, **kwargs)`
pub fn visualize_one(host: &mut dyn Host, slots: &[Value]) -> Res<Value> {
    let [this, filename, format, optimize, kwargs] = slots else { return Err(type_error("missing arguments")) };
    let mut options = options(kwargs)?;
    options.push((Sym::new("filename"), filename.clone()));
    options.push((Sym::new("format"), format.clone()));
    options.push((Sym::new("optimize_graph"), optimize.clone()));
    if !matches!(filename, Value::None | Value::Str(_)) {
        let shown = repr::repr(host, filename)?;
        return Err(type_error(format!("filename must be a str or None, not {shown}")));
    }
    let engine = host.engine();
    engine.draw(host, std::slice::from_ref(this), &options)
}
