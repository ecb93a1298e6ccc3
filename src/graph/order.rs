//! Order: a number for each task, so that running in this order keeps few results alive. A pure function.
//!
//! From each output depth first, the heavier inputs first; and whatever becomes runnable and is the last user of an
//! input runs at once, because that frees memory. (Dask's own order follows the same two ideas.) Tasks that cut a result
//! into pieces run as soon as it is there, so that it can go.

use super::{Csr, Op, TaskGraph, TaskId};
use crate::ops::block::BlockOp;

/// The same graph with tasks numbered in the order in which one worker should run them.
pub fn order(graph: TaskGraph) -> TaskGraph {
    let users = graph.inputs.reversed();
    let cuts: Vec<bool> = graph.tasks.iter().map(|task| is_cut(&task.op)).collect();
    let order = sequence_with(&graph.inputs, &users, &graph.outputs, &cuts);
    if order.iter().enumerate().all(|(at, &task)| at == task as usize) {
        return graph;
    }
    graph.reordered(&order)
}

/// Whether a task, or the first of a chain, copies a piece out of its input.
fn is_cut(op: &Op) -> bool {
    match op {
        Op::Block(block) => matches!(&**block, BlockOp::Piece(_) | BlockOp::Between { .. }),
        Op::Chain(links) => links.first().is_some_and(|link| is_cut(&link.op)),
        _ => false,
    }
}

/// The order as a list of tasks. All tasks stand in it: those that no output needs come last.
pub fn sequence(inputs: &Csr, users: &Csr, outputs: &[TaskId]) -> Vec<TaskId> {
    sequence_with(inputs, users, outputs, &[])
}

/// The same; `cuts` says which tasks run as soon as they can.
fn sequence_with(inputs: &Csr, users: &Csr, outputs: &[TaskId], cuts: &[bool]) -> Vec<TaskId> {
    let mut walk = Walk::new(inputs, users, cuts);
    outputs.iter().for_each(|&output| walk.visit(output));
    (0..inputs.len() as TaskId).rev().for_each(|task| walk.visit(task));
    walk.out
}

struct Walk<'g> {
    inputs: &'g Csr,
    users: &'g Csr,
    /// Tasks that run as soon as they can.
    cuts: &'g [bool],
    /// How much work stands behind each task, itself included.
    weight: Vec<u32>,
    /// Inputs not yet run.
    missing: Vec<u32>,
    /// Users not yet run.
    waiting: Vec<u32>,
    done: Vec<bool>,
    stack: Vec<(TaskId, bool)>,
    ready: Vec<TaskId>,
    scratch: Vec<TaskId>,
    out: Vec<TaskId>,
}

impl<'g> Walk<'g> {
    fn new(inputs: &'g Csr, users: &'g Csr, cuts: &'g [bool]) -> Walk<'g> {
        let count = inputs.len();
        let mut weight: Vec<u32> = Vec::with_capacity(count);
        for task in 0..count as TaskId {
            let sum = inputs.list(task).iter().fold(1u32, |sum, &input| sum.saturating_add(weight[input as usize]));
            weight.push(sum);
        }
        let lengths = |csr: &Csr| (0..count as TaskId).map(|at| csr.list(at).len() as u32).collect();
        Walk {
            inputs,
            users,
            cuts,
            weight,
            missing: lengths(inputs),
            waiting: lengths(users),
            done: vec![false; count],
            stack: Vec::new(),
            ready: Vec::new(),
            scratch: Vec::new(),
            out: Vec::with_capacity(count),
        }
    }

    /// Run a task after all it needs.
    fn visit(&mut self, root: TaskId) {
        self.stack.push((root, false));
        while let Some((task, opened)) = self.stack.pop() {
            if self.done[task as usize] {
                continue;
            }
            if opened || self.missing[task as usize] == 0 {
                self.run(task);
                continue;
            }
            self.stack.push((task, true));
            let mut below = std::mem::take(&mut self.scratch);
            below.extend(self.inputs.list(task).iter().filter(|&&input| !self.done[input as usize]));
            // The last pushed is visited first: the heaviest, and of equals the first.
            below.reverse();
            below.sort_by_key(|&input| self.weight[input as usize]);
            self.stack.extend(below.drain(..).map(|input| (input, false)));
            self.scratch = below;
        }
    }

    /// Run a task whose inputs are there, then all that this makes runnable and that frees an input.
    fn run(&mut self, task: TaskId) {
        self.ready.push(task);
        while let Some(task) = self.ready.pop() {
            if std::mem::replace(&mut self.done[task as usize], true) {
                continue;
            }
            self.out.push(task);
            self.inputs.list(task).iter().for_each(|&input| self.waiting[input as usize] -= 1);
            for &user in self.users.list(task) {
                self.missing[user as usize] -= 1;
            }
            let mut found = std::mem::take(&mut self.scratch);
            let candidates = self.users.list(task).iter().rev().chain(self.kin(task));
            found.extend(candidates.filter(|&&user| self.frees(user)));
            self.ready.append(&mut found);
            self.scratch = found;
        }
    }

    /// The users of an input that has one user left: that one may now free it.
    fn kin(&self, task: TaskId) -> impl Iterator<Item = &'g TaskId> + use<'g, '_> {
        let (inputs, users) = (self.inputs, self.users);
        let last = inputs.list(task).iter().filter(|&&input| self.waiting[input as usize] == 1);
        // Long lists would make this quadratic; they are no case of "one user left" worth a search.
        last.map(|&input| users.list(input)).filter(|list| list.len() <= 8).flatten()
    }

    /// Whether a task is runnable and the last user of one of its inputs.
    fn frees(&self, task: TaskId) -> bool {
        !self.done[task as usize]
            && self.missing[task as usize] == 0
            && (self.cuts.get(task as usize) == Some(&true)
                || self.inputs.list(task).iter().any(|&input| self.waiting[input as usize] == 1))
    }
}
