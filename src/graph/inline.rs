//! Inline: known values move into the arguments of the calls that use them; aliases vanish.

use super::{Csr, Op, TaskArg, TaskGraph, TaskId, cull};

/// Aliases are replaced by what they stand for, and values by themselves where a call or a display takes them.
pub fn inline(mut graph: TaskGraph) -> TaskGraph {
    let stands_for = aliases(&graph);
    let is_value: Vec<bool> = graph.tasks.iter().map(|task| matches!(task.op, Op::Value(_))).collect();
    if !is_value.contains(&true) && stands_for.iter().enumerate().all(|(at, &to)| at == to as usize) {
        return graph;
    }
    let mut inputs = Csr::default();
    for task in 0..graph.len() {
        let old: Vec<TaskId> =
            graph.inputs.list(task as TaskId).iter().map(|&input| stands_for[input as usize]).collect();
        let takes_values = matches!(graph.tasks[task].op, Op::Call(_) | Op::Build(_));
        if !takes_values || !old.iter().any(|&input| is_value[input as usize]) {
            inputs.push(old);
            continue;
        }
        let mut op = std::mem::replace(&mut graph.tasks[task].op, Op::Alias);
        let mut kept: Vec<TaskId> = Vec::new();
        op.each_leaf(&mut |leaf| {
            let TaskArg::Input(at) = *leaf else { return };
            let Some(&input) = old.get(at as usize) else { return };
            match &graph.tasks[input as usize].op {
                Op::Value(value) => *leaf = TaskArg::Value(value.clone()),
                _ => {
                    *leaf = TaskArg::Input(kept.len() as u32);
                    kept.push(input);
                }
            }
        });
        graph.tasks[task].op = op;
        inputs.push(kept);
    }
    graph.inputs = inputs;
    for output in &mut graph.outputs {
        *output = stands_for[*output as usize];
    }
    cull::cull(graph)
}

/// For each task the one whose result it gives: itself, or what its chain of aliases ends in.
fn aliases(graph: &TaskGraph) -> Vec<TaskId> {
    let mut stands_for: Vec<TaskId> = Vec::with_capacity(graph.len());
    for (at, task) in graph.tasks.iter().enumerate() {
        let target = match (&task.op, graph.inputs.list(at as TaskId)) {
            (Op::Alias, [input]) => stands_for[*input as usize],
            _ => at as TaskId,
        };
        stands_for.push(target);
    }
    stands_for
}
