//! Cull: drop the tasks that no output needs.

use super::{TaskGraph, TaskId};

/// The tasks that the outputs reach, in the order of the graph.
pub fn cull(graph: TaskGraph) -> TaskGraph {
    let mut needed = vec![false; graph.len()];
    for &output in &graph.outputs {
        if let Some(place) = needed.get_mut(output as usize) {
            *place = true;
        }
    }
    // Inputs have smaller numbers: one walk from the end sees users before what they use.
    for task in (0..graph.len()).rev() {
        if needed[task] {
            graph.inputs.list(task as TaskId).iter().for_each(|&input| needed[input as usize] = true);
        }
    }
    if needed.iter().all(|&is| is) {
        return graph;
    }
    let kept: Vec<TaskId> = (0..graph.len() as TaskId).filter(|&task| needed[task as usize]).collect();
    graph.reordered(&kept)
}
