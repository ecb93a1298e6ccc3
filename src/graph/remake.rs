//! Remake: blocks that are made of nothing (random numbers, ranges) are made again where they are needed much later,
//! where keeping them all would take too much memory. The numbers are the same: each depends on its position alone.
//!
//! The graph is followed in its order. When more than a budget is held, the block whose next use is farthest goes; the
//! uses from there on read another task of the same block.

use std::collections::BinaryHeap;

use rustc_hash::FxHashSet;

use super::sizes::{self, Made};
use super::{Csr, Op, TaskGraph, TaskId};
use crate::data::buffer;
use crate::ops::block::{BlockOp, Feed};

/// Bytes that may be held before blocks are made again.
const BUDGET: u64 = 224 << 20;

/// The same graph with tasks that make blocks again.
pub fn remake(graph: TaskGraph) -> TaskGraph {
    within(graph, BUDGET.min(buffer::limit() / 2))
}

/// The same with a budget, in bytes.
pub fn within(graph: TaskGraph, budget: u64) -> TaskGraph {
    let roots = roots(&graph);
    if roots.iter().all(|&root| root == NONE) {
        return graph;
    }
    let bytes: Vec<u64> = sizes::results(&graph).iter().map(|made| Made::bytes(made).unwrap_or(0) as u64).collect();
    let sources = (0..graph.len()).filter(|&at| roots.get(at) == Some(&(at as TaskId)));
    if sources.filter_map(|at| bytes.get(at)).sum::<u64>() <= budget {
        return graph;
    }
    let versions = Walk::new(&graph, &roots, &bytes).run(budget);
    if versions.iter().all(|&version| version == 0) { graph } else { rebuilt(graph, &roots, &versions) }
}

const NONE: TaskId = TaskId::MAX;

/// Whether a task makes a block of nothing, by elementwise programs alone.
fn generates(op: &Op) -> bool {
    let one = |op: &Op, first: bool| match op {
        Op::Block(block) => match &**block {
            BlockOp::Eval(eval) => !first || eval.feeds.iter().all(|feed| matches!(feed, Feed::Index { .. })),
            other => !first && is_view(other),
        },
        _ => false,
    };
    match op {
        Op::Chain(links) => links.iter().enumerate().all(|(at, link)| one(&link.op, at == 0)),
        op => one(op, true),
    }
}

/// Whether the result shares the memory of the only input.
fn is_view(op: &BlockOp) -> bool {
    matches!(op, BlockOp::Transpose(_) | BlockOp::Slice(_))
}

/// For each task that makes a block of nothing itself; for each view of such a block that task; for others `NONE`.
/// What is wanted, or kept by views that are, is left alone.
fn roots(graph: &TaskGraph) -> Vec<TaskId> {
    let mut roots: Vec<TaskId> = Vec::with_capacity(graph.len());
    for (at, task) in graph.tasks.iter().enumerate() {
        let inputs = graph.inputs.list(at as TaskId);
        roots.push(match (inputs, &task.op) {
            ([], op) if generates(op) => at as TaskId,
            ([input], Op::Block(block)) if is_view(block) => roots.get(*input as usize).copied().unwrap_or(NONE),
            _ => NONE,
        });
    }
    let kept: FxHashSet<TaskId> = graph
        .outputs
        .iter()
        .filter_map(|&output| roots.get(output as usize).copied())
        .filter(|&at| at != NONE)
        .collect();
    if !kept.is_empty() {
        roots.iter_mut().filter(|root| kept.contains(root)).for_each(|root| *root = NONE);
    }
    roots
}

/// What is held at each moment of a run in order.
struct Walk<'g> {
    graph: &'g TaskGraph,
    roots: &'g [TaskId],
    bytes: &'g [u64],
    /// For each block the tasks that read it, in order, and how many have.
    uses: Vec<Vec<TaskId>>,
    used: Vec<usize>,
    held: Vec<bool>,
    /// How often each block was made again.
    made: Vec<u32>,
    /// Blocks that are held, by their next use; what is out of date is passed over.
    far: BinaryHeap<(TaskId, TaskId)>,
    alive: u64,
}

impl<'g> Walk<'g> {
    fn new(graph: &'g TaskGraph, roots: &'g [TaskId], bytes: &'g [u64]) -> Walk<'g> {
        let mut uses: Vec<Vec<TaskId>> = vec![Vec::new(); graph.len()];
        for at in 0..graph.len() as TaskId {
            if root_of(roots, at) != NONE {
                continue;
            }
            for &input in graph.inputs.list(at) {
                let list = uses.get_mut(root_of(roots, input) as usize);
                list.into_iter().filter(|list| list.last() != Some(&at)).for_each(|list| list.push(at));
            }
        }
        let (used, held, made) = (vec![0; graph.len()], vec![false; graph.len()], vec![0; graph.len()]);
        Walk { graph, roots, bytes, uses, used, held, made, far: BinaryHeap::new(), alive: 0 }
    }

    /// For each input of each task, one after another, which making of its block it reads.
    fn run(mut self, budget: u64) -> Vec<u32> {
        let mut left: Vec<usize> = (0..self.graph.len()).map(|_| 0).collect();
        for at in 0..self.graph.len() as TaskId {
            for &input in self.graph.inputs.list(at) {
                left.get_mut(input as usize).into_iter().for_each(|left| *left += 1);
            }
        }
        for &output in &self.graph.outputs {
            left.get_mut(output as usize).into_iter().for_each(|left| *left += 1);
        }
        let mut versions = Vec::with_capacity(self.graph.inputs.total());
        for at in 0..self.graph.len() as TaskId {
            let inputs = self.graph.inputs.list(at);
            if root_of(self.roots, at) != NONE {
                versions.extend(inputs.iter().map(|_| 0));
                continue;
            }
            for &input in inputs {
                let root = root_of(self.roots, input);
                versions.push(if root == NONE { 0 } else { self.read(root) });
            }
            self.alive = self.alive.saturating_add(self.size(at));
            self.evict(budget, at);
            for &input in inputs {
                match root_of(self.roots, input) {
                    NONE => {
                        let last = left.get_mut(input as usize).is_some_and(|left| {
                            *left = left.saturating_sub(1);
                            *left == 0
                        });
                        self.alive = self.alive.saturating_sub(if last { self.size(input) } else { 0 });
                    }
                    root => self.done(root, at),
                }
            }
        }
        versions
    }

    fn size(&self, at: TaskId) -> u64 {
        self.bytes.get(at as usize).copied().unwrap_or(0)
    }

    /// A block is read: which making of it.
    fn read(&mut self, root: TaskId) -> u32 {
        let size = self.size(root);
        let (Some(held), Some(made), Some(used)) =
            (self.held.get_mut(root as usize), self.made.get_mut(root as usize), self.used.get(root as usize))
        else {
            return 0;
        };
        if !*held {
            *held = true;
            *made += u32::from(*used > 0);
            self.alive = self.alive.saturating_add(size);
        }
        *made
    }

    /// A task has read a block.
    fn done(&mut self, root: TaskId, at: TaskId) {
        let Some(used) = self.used.get_mut(root as usize) else { return };
        let Some(list) = self.uses.get(root as usize) else { return };
        if list.get(*used) != Some(&at) {
            return;
        }
        *used += 1;
        match list.get(*used) {
            Some(&next) => self.far.push((next, root)),
            None => self.drop(root),
        }
    }

    fn drop(&mut self, root: TaskId) {
        if let Some(held) = self.held.get_mut(root as usize).filter(|held| **held) {
            *held = false;
            self.alive = self.alive.saturating_sub(self.size(root));
        }
    }

    /// Let blocks go, those that are needed last first.
    fn evict(&mut self, budget: u64, now: TaskId) {
        while self.alive > budget {
            let Some((next, root)) = self.far.pop() else { return };
            let place = root as usize;
            let current = self.used.get(place).and_then(|&used| self.uses.get(place)?.get(used)) == Some(&next);
            if !current || self.held.get(place) != Some(&true) {
                continue;
            }
            if next <= now {
                self.far.push((next, root));
                return;
            }
            self.drop(root);
        }
    }
}

fn root_of(roots: &[TaskId], at: TaskId) -> TaskId {
    roots.get(at as usize).copied().unwrap_or(NONE)
}

/// The graph in which each input is of the making that was found.
fn rebuilt(graph: TaskGraph, roots: &[TaskId], versions: &[u32]) -> TaskGraph {
    let mut out = TaskGraph { tasks: Vec::new(), inputs: Csr::default(), layers: graph.layers, outputs: Vec::new() };
    // For each task its number in the new graph, and of which making that is.
    let mut place: Vec<(TaskId, u32)> = vec![(NONE, 0); graph.tasks.len()];
    let mut at_input = 0;
    for at in 0..graph.tasks.len() as TaskId {
        let inputs = graph.inputs.list(at);
        let own = versions.get(at_input..at_input + inputs.len()).unwrap_or_default();
        at_input += inputs.len();
        if root_of(roots, at) != NONE {
            continue;
        }
        let mut renamed = Vec::with_capacity(inputs.len());
        for (&input, &version) in inputs.iter().zip(own) {
            // A view, and what it is a view of, are made when they are first read.
            let mut missing = Vec::new();
            let mut next = input;
            while let Some(&(known, made)) = place.get(next as usize) {
                if root_of(roots, next) == NONE || (known != NONE && made == version) {
                    break;
                }
                missing.push(next);
                match graph.inputs.list(next).first() {
                    Some(&below) => next = below,
                    None => break,
                }
            }
            for task in missing.into_iter().rev() {
                let below: Vec<TaskId> = graph.inputs.list(task).iter().map(|&at| new_of(&place, at)).collect();
                put(&mut out, &graph.tasks, task, below, (&mut place, version));
            }
            renamed.push(new_of(&place, input));
        }
        put(&mut out, &graph.tasks, at, renamed, (&mut place, 0));
    }
    out.outputs = graph.outputs.iter().map(|&output| new_of(&place, output)).collect();
    out
}

fn new_of(place: &[(TaskId, u32)], at: TaskId) -> TaskId {
    place.get(at as usize).map_or(NONE, |(new, _)| *new)
}

fn put(
    out: &mut TaskGraph,
    tasks: &[super::Task],
    at: TaskId,
    inputs: Vec<TaskId>,
    (place, version): (&mut [(TaskId, u32)], u32),
) {
    let (Some(task), Some(slot)) = (tasks.get(at as usize), place.get_mut(at as usize)) else { return };
    *slot = (out.add(task.op.clone(), task.key, task.span, inputs), version);
}
