//! Logical nodes to tasks: delayed calls one for one, arrays block by block.

pub mod array;
pub mod call;
pub mod delayed;
pub mod elementwise;
pub mod moves;
pub mod product;
pub mod rechunk;
pub mod reduce;
pub mod view;

use crate::data::Res;
use crate::expr::Array;
use crate::expr::delayed::{Arg, lazy};
use crate::graph::TaskGraph;
use crate::value::{Host, Value};

/// The graph of these lazy values, one output for each, in order. What is not lazy is a task that gives the value.
/// What the tasks hold is frozen now: lists, globals and captured variables are read at this moment.
pub fn lower(host: &mut dyn Host, roots: &[Value]) -> Res<TaskGraph> {
    lower_with(host, roots, true)
}

/// For each output of a graph of blocks the number of its array, and the indices of the block.
pub type Places = Vec<(usize, Vec<usize>)>;

/// The graph of the blocks of lazy arrays, one output for each.
pub fn blocks(host: &mut dyn Host, roots: &[Value], optimized: bool) -> Res<(TaskGraph, Places)> {
    let mut lowering = delayed::Lowering::new(host, optimized);
    let arrays: Vec<Array> = roots
        .iter()
        .filter_map(|root| match lazy(root) {
            Some(Arg::Array(array)) => Some(array),
            _ => None,
        })
        .collect();
    let mut places = Vec::new();
    for (number, blocks) in lowering.blocks_of(&arrays, optimized)?.iter().enumerate() {
        places.extend(array::indices(&blocks.grid()).map(|index| (number, index)));
        lowering.graph.outputs.extend(&blocks.tasks);
    }
    Ok((lowering.graph, places))
}

/// The same; `optimized`: arrays are simplified and fused first. A bag has one output for each of its partitions.
pub fn lower_with(host: &mut dyn Host, roots: &[Value], optimized: bool) -> Res<TaskGraph> {
    let mut lowering = delayed::Lowering::new(host, optimized);
    let found: Vec<Option<Arg>> = roots.iter().map(lazy).collect();
    let arrays: Vec<Array> = found
        .iter()
        .filter_map(|arg| match arg {
            Some(Arg::Array(array)) => Some(array.clone()),
            _ => None,
        })
        .collect();
    // Arrays are made together: what they share is computed once.
    let mut whole = lowering.arrays(&arrays, optimized)?.into_iter();
    for (root, found) in roots.iter().zip(found) {
        let output = match found {
            Some(Arg::Delayed(node)) => lowering.delayed(&node)?,
            Some(Arg::Bag(bag)) => {
                let parts = lowering.parts(&bag)?;
                lowering.graph.outputs.extend(parts);
                continue;
            }
            Some(Arg::Array(_)) => whole.next().unwrap_or(0),
            _ => lowering.value(root)?,
        };
        lowering.graph.outputs.push(output);
    }
    Ok(lowering.graph)
}
