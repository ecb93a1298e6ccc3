//! Shapes and blocks of lazy arrays: `reshape`, `broadcast_to`, `rechunk`.

use std::sync::Arc;

use super::build::{lazy_value, node_of, wrap};
use super::make::{chunks as chunks_arg, known};
use crate::builtins::np::convert::{flag, integers};
use crate::builtins::row::{Row, row};
use crate::data::raised::{ExcClass, Raised, Res, type_error};
use crate::expr::meta::array as rules;
use crate::expr::meta::chunks::Blocks;
use crate::expr::meta::replan::Budget;
use crate::expr::meta::{moves, reshape as reshaping};
use crate::expr::{ArrayMeta, Move, Node, NodeData, Op};
use crate::value::config::{self, Setting};
use crate::value::{Host, Value};

fn at(args: &[Value], slot: usize) -> &Value {
    const NONE: &Value = &Value::None;
    args.get(slot).unwrap_or(NONE)
}

/// The same array in other blocks; itself if they are these.
pub fn rechunk_node(host: &mut dyn Host, node: &Node, chunks: Vec<Blocks>) -> Node {
    within(host, node, chunks, Budget::default())
}

/// The same, by steps within a budget.
fn within(host: &mut dyn Host, node: &Node, chunks: Vec<Blocks>, budget: Budget) -> Node {
    if chunks == node.meta.chunks {
        return node.clone();
    }
    let meta = ArrayMeta { chunks, ..node.meta.clone() };
    NodeData::make("rechunk-merge", Op::Rechunk(budget), vec![node.clone()], meta, host.span())
}

/// `_reshape(x, shape, merge_chunks)`.
fn reshape(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let x = lazy_value(host, at(args, 0))?;
    let Some(node) = node_of(&x) else { return Err(type_error("an array is missing")) };
    let wanted = integers(host, at(args, 1))?;
    let Some(shape) = reshaping::wanted(&node.meta, &wanted)? else { return Ok(x.clone()) };
    if node.meta.sizes().as_ref() == Some(&shape) {
        return Ok(x.clone());
    }
    let merge = flag(host, at(args, 2))?;
    let found = reshaping::reshape(&node.meta, &shape, merge)?;
    let before = rechunk_node(host, node, found.before.into_iter().map(Some).collect());
    Ok(wrap(NodeData::make("reshape", Op::Move(Move::Reshape), vec![before], found.meta, host.span())))
}

/// The elements in C order along one axis.
pub fn flat(host: &mut dyn Host, x: &Value) -> Res<Value> {
    reshape(host, &[x.clone(), Value::Int(-1), Value::Bool(true)])
}

/// The node in a shape that it broadcasts to, each axis that grows in one block.
pub fn broadcast_node(host: &mut dyn Host, node: Node, sizes: &[usize]) -> Res<Node> {
    let sizes: Vec<Option<usize>> = sizes.iter().map(|&n| Some(n)).collect();
    match moves::broadcast_to(&node.meta, &sizes, None)? {
        None => Ok(node),
        Some(meta) => Ok(broadcast(host, &node, meta)),
    }
}

/// The node of a broadcast. An axis that grows is one block before, whatever empty blocks stand beside its element.
fn broadcast(host: &mut dyn Host, node: &Node, meta: ArrayMeta) -> Node {
    let one = |(blocks, size): (&Blocks, &Option<usize>)| match size {
        Some(size) if *size <= 1 => Some([*size].into()),
        _ => blocks.clone(),
    };
    let chunks = node.meta.chunks.iter().zip(&node.meta.shape).map(one).collect();
    let node = rechunk_node(host, node, chunks);
    NodeData::make("broadcast_to", Op::Move(Move::Broadcast), vec![node], meta, host.span())
}

/// `broadcast_to(x, shape, chunks)`.
fn broadcast_to(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let x = lazy_value(host, at(args, 0))?;
    let Some(node) = node_of(&x).cloned() else { return Err(type_error("an array is missing")) };
    let sizes: Vec<Option<usize>> =
        crate::builtins::np::convert::shape(host, at(args, 1))?.into_iter().map(Some).collect();
    let chunks = match at(args, 2) {
        Value::None => None,
        given => Some(chunks_arg(host, given)?),
    };
    match moves::broadcast_to(&node.meta, &sizes, chunks.as_ref())? {
        None => Ok(x),
        Some(meta) => Ok(wrap(broadcast(host, &node, meta))),
    }
}

/// `array.chunk-size` where nobody set it.
const CHUNK_SIZE: &str = "128MiB";

/// `rechunk(x, chunks, threshold, block_size_limit, balance, method)`.
fn rechunk(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    let x = lazy_value(host, at(args, 0))?;
    let Some(node) = node_of(&x) else { return Err(type_error("an array is missing")) };
    match at(args, 5) {
        Value::None => {}
        // How blocks travel between machines does not matter on one: the plan is made of tasks.
        Value::Str(name) if matches!(name.as_str(), "tasks" | "p2p") => {}
        other => {
            let shown = crate::value::repr::str_(host, other)?;
            return Err(Raised::new(ExcClass::NotImplementedError, format!("Unknown rechunking method '{shown}'")));
        }
    }
    let known = known(host, at(args, 1))?;
    let Some(chunks) = crate::expr::meta::known::chunks(&known)? else { return Err(type_error("chunks are missing")) };
    let limit = match at(args, 3) {
        Value::None => None,
        Value::Str(text) => Some(crate::expr::meta::chunks::parse_bytes(text.as_str())?),
        Value::Float(bytes) => Some(bytes.max(1.0) as u64),
        other => Some(crate::value::index::as_index(host, other)?.max(1) as u64),
    };
    let threshold = match (at(args, 2), config::get("array.rechunk.threshold")) {
        (Value::None, Some(Setting::Int(n))) => Some(n.max(1) as usize),
        (Value::None, _) => None,
        (given, _) => Some(crate::value::index::as_index(host, given)?.max(1) as usize),
    };
    let most = match (limit, config::get("array.chunk-size")) {
        (None, Some(Setting::Int(bytes))) => Some(bytes.max(1) as u64),
        (None, Some(Setting::Str(text))) if &*text != CHUNK_SIZE => {
            Some(crate::expr::meta::chunks::parse_bytes(&text)?)
        }
        (limit, _) => limit,
    };
    let mut meta = rules::rechunk_within(&node.meta, &chunks, limit)?;
    if flag(host, at(args, 4))? {
        let even = |axis: &Blocks| axis.as_ref().map(|blocks| Arc::from(rules::balanced(blocks)));
        meta.chunks = meta.chunks.iter().map(even).collect();
    }
    Ok(wrap(within(host, node, meta.chunks, Budget::new(threshold, most))))
}

/// `_renamed(x, name)`: the same node under another name, as Dask's functions name what they make of others.
fn renamed(_host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    match (node_of(at(args, 0)), at(args, 1)) {
        (Some(_), Value::Str(name)) => Ok(super::build::renamed(at(args, 0), name.as_str())),
        _ => Err(type_error("_renamed needs a lazy array and a name")),
    }
}

/// `_reread(x, dtype)`: the bytes of an eager array as another dtype.
fn reread(host: &mut dyn Host, args: &[Value]) -> Res<Value> {
    use crate::builtins::np::convert::{array, dtype, result};
    let chunk = array(host, at(args, 0), None)?;
    let to = dtype(at(args, 1))?.unwrap_or(chunk.dtype());
    let mut shape = chunk.shape.to_vec();
    if let Some(last) = shape.last_mut() {
        *last = last.saturating_mul(chunk.dtype().itemsize()) / to.itemsize().max(1);
    }
    crate::builtins::np::binary::reread(&chunk, to, &shape).map(result)
}

/// The rows.
pub const ROWS: &[Row] = &[
    row("dask.array.chunk._reread", reread),
    row("dask.array._reshape", reshape),
    row("dask.array._points", super::index::points),
    row("dask.array._renamed", renamed),
    row("dask.array.broadcast_to", broadcast_to),
    row("dask.array.rechunk", rechunk),
    row("dask.array.Array.rechunk", rechunk),
];
