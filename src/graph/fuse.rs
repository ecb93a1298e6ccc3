//! Fuse: a task that is the only user of its only input runs in one task with it. A chain of a million is one task.

use super::{Csr, Link, Op, Task, TaskGraph, TaskId};

/// Linear chains become one task each, under the number and key of the last.
pub fn fuse(mut graph: TaskGraph) -> TaskGraph {
    let next = successors(&graph);
    if next.iter().all(|&at| at == NONE) {
        return graph;
    }
    let mut first = vec![true; graph.len()];
    next.iter().filter(|&&at| at != NONE).for_each(|&at| first[at as usize] = false);
    let mut place = vec![NONE; graph.len()];
    let mut old: Vec<Option<Task>> = std::mem::take(&mut graph.tasks).into_iter().map(Some).collect();
    // A chain stands where its last task stood: all other inputs of its first come before.
    let mut start = vec![NONE; old.len()];
    for (at, is_first) in first.iter().enumerate() {
        if *is_first {
            let mut last = at as TaskId;
            while next[last as usize] != NONE {
                last = next[last as usize];
            }
            start[last as usize] = at as TaskId;
        }
    }
    let (mut tasks, mut inputs) = (Vec::new(), Csr::default());
    for last in 0..old.len() {
        if start[last] == NONE {
            continue;
        }
        let Some(task) = chain(&mut old, &next, start[last]) else { continue };
        inputs.push(graph.inputs.list(start[last]).iter().map(|&input| place[input as usize]));
        place[last] = tasks.len() as TaskId;
        tasks.push(task);
    }
    graph.outputs.iter_mut().for_each(|output| *output = place[*output as usize]);
    TaskGraph { tasks, inputs, layers: graph.layers, outputs: graph.outputs }
}

const NONE: TaskId = TaskId::MAX;

/// For each task the one it is fused with: its only user, whose only input it is.
fn successors(graph: &TaskGraph) -> Vec<TaskId> {
    let users = graph.inputs.reversed();
    let mut wanted = vec![false; graph.len()];
    graph.outputs.iter().for_each(|&output| wanted[output as usize] = true);
    let joins = |at: usize| match users.list(at as TaskId) {
        [user] if !wanted[at] && graph.inputs.list(*user).len() == 1 => *user,
        _ => NONE,
    };
    (0..graph.len()).map(joins).collect()
}

fn chain(old: &mut [Option<Task>], next: &[TaskId], start: TaskId) -> Option<Task> {
    let mut at = start;
    let mut links: Vec<Task> = Vec::new();
    loop {
        links.push(old.get_mut(at as usize)?.take()?);
        match next.get(at as usize) {
            Some(&after) if after != NONE => at = after,
            _ => break,
        }
    }
    if links.len() == 1 {
        return links.pop();
    }
    let (key, span) = links.last().map(|task| (task.key, task.span))?;
    let links = links.into_iter().map(|task| Link { op: task.op, key: task.key, span: task.span }).collect();
    Some(Task { op: Op::Chain(links), key, span })
}
