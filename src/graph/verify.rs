//! Verify: what holds of every graph, checked after each pass in the tests.

use super::{Op, TaskArg, TaskGraph, TaskId};

/// What is wrong with a graph, in words; `Ok` for a sound one.
pub fn verify(graph: &TaskGraph) -> Result<(), String> {
    if graph.inputs.len() != graph.len() {
        return Err(format!("{} tasks, but {} lists of inputs", graph.len(), graph.inputs.len()));
    }
    for (at, task) in graph.tasks.iter().enumerate() {
        let inputs = graph.inputs.list(at as TaskId);
        if let Some(wrong) = inputs.iter().find(|&&input| input as usize >= at) {
            return Err(format!("task {at} has the input {wrong}, which does not come before it"));
        }
        let Some(layer) = graph.layers.get(task.key.layer as usize) else {
            return Err(format!("task {at} is of the unknown layer {}", task.key.layer));
        };
        let room: usize = layer.grid.iter().flat_map(|grid| grid.iter()).product();
        if task.key.at as usize >= room {
            return Err(format!("task {at} stands outside the grid of its layer"));
        }
        op(&task.op, inputs.len()).map_err(|wrong| format!("task {at}: {wrong}"))?;
    }
    match graph.outputs.iter().find(|&&output| output as usize >= graph.len()) {
        Some(wrong) => Err(format!("the output {wrong} is no task")),
        None => Ok(()),
    }
}

fn op(op: &Op, inputs: usize) -> Result<(), String> {
    match op {
        Op::Value(_) if inputs > 0 => Err("a value has inputs".to_owned()),
        Op::Alias if inputs != 1 => Err(format!("an alias of {inputs} inputs")),
        Op::Chain(links) => {
            let counts = std::iter::once(inputs).chain(std::iter::repeat(1));
            links.iter().zip(counts).try_for_each(|(link, count)| self::op(&link.op, count))
        }
        Op::Call(_) | Op::Build(_) => {
            let mut wrong = None;
            op.clone().each_leaf(&mut |leaf| {
                if let TaskArg::Input(at) = leaf {
                    wrong = if (*at as usize) < inputs { wrong } else { Some(*at) };
                }
            });
            wrong.map_or(Ok(()), |at| Err(format!("an argument speaks of input {at} of {inputs}")))
        }
        _ => Ok(()),
    }
}
