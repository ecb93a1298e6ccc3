//! Sorting across blocks: the primitives on which `sort` and its kin are written in stdlib/.

use std::sync::Arc;

use super::build::{node_of, wrap};
use crate::builtins::args::at;
use crate::builtins::row::{Row, row};
use crate::data::buffer;
use crate::data::raised::{Res, type_error};
use crate::expr::meta::chunks::NAN;
use crate::expr::{ArrayMeta, Move, NodeData, Op};
use crate::value::{Host, Value};

/// `_limit()`: the bytes that computations may hold.
fn limit(_: &mut dyn Host, _: &[Value]) -> Res<Value> {
    Ok(Value::Int(i64::try_from(buffer::limit()).unwrap_or(i64::MAX)))
}

/// `_split(runs, cuts)`: a row of parts for each block of a vector, where the table `cuts` says that they end.
fn split(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let (Some(runs), Some(cuts)) = (node_of(at(a, 0)), node_of(at(a, 1))) else {
        return Err(type_error("arrays are missing"));
    };
    let rows = runs.meta.npartitions().unwrap_or(0);
    let ends = cuts.meta.shape.get(1).copied().flatten().unwrap_or(0);
    let chunks = vec![Arc::from(vec![1; rows]), Arc::from(vec![NAN; ends.saturating_sub(1)])];
    let meta = ArrayMeta::known(runs.meta.dtype, chunks);
    let inputs = vec![runs.clone(), cuts.clone()];
    Ok(wrap(NodeData::make("split", Op::Move(Move::Split), inputs, meta, host.span())))
}

/// The rows.
pub const ROWS: &[Row] = &[row("dask.array.order._limit", limit), row("dask.array.order._split", split)];
