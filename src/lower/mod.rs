//! Logical nodes to tasks: delayed calls one for one, arrays block by block.

pub mod delayed;
pub mod view;

use crate::data::Res;
use crate::expr::delayed::{Arg, lazy};
use crate::graph::TaskGraph;
use crate::value::{Host, Value};

/// The graph of these lazy values, one output for each, in order. What is not lazy is a task that gives the value.
/// What the tasks hold is frozen now: lists, globals and captured variables are read at this moment.
pub fn lower(host: &mut dyn Host, roots: &[Value]) -> Res<TaskGraph> {
    let mut lowering = delayed::Lowering::new(host);
    for root in roots {
        let output = match lazy(root) {
            Some(Arg::Delayed(node)) => lowering.delayed(&node)?,
            _ => lowering.value(root)?,
        };
        lowering.graph.outputs.push(output);
    }
    Ok(lowering.graph)
}
