//! Place: blocks that are only computed to be put together are computed where the whole array will stand.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::task::Op;
use super::{TaskGraph, TaskId};
use crate::data::buffer::Target;
use crate::data::{DType, shape};
use crate::ops::block::{BlockOp, Part};

/// Below this size, in bytes, copying costs nothing worth saving.
const LEAST: usize = 1 << 20;

/// Blocks are written into the array that a task would copy them to, where no other task needs them.
pub fn place(mut graph: TaskGraph) -> TaskGraph {
    let users = graph.inputs.reversed();
    let wanted: FxHashSet<TaskId> = graph.outputs.iter().copied().collect();
    for whole in 0..graph.len() as TaskId {
        let Some((dtype, sizes, starts)) = fits(&graph, &users, &wanted, whole) else { continue };
        let target = Arc::new(Target::new(dtype, sizes));
        let inputs: Vec<TaskId> = graph.inputs.list(whole).to_vec();
        for (input, at) in inputs.into_iter().zip(starts) {
            let task = graph.tasks.get_mut(input as usize);
            if let Some(Op::Block(block)) = task.and_then(|task| last_mut(&mut task.op))
                && let BlockOp::Eval(eval) = &**block
            {
                *block = Arc::new(BlockOp::Into { eval: eval.clone(), target: target.clone(), at });
            }
        }
        if let Some(task) = graph.tasks.get_mut(whole as usize) {
            task.op = Op::Block(Arc::new(BlockOp::Collect(target)));
        }
    }
    graph
}

/// What a task does, or the last task of a chain.
pub fn last(op: &Op) -> &Op {
    match op {
        Op::Chain(links) => links.last().map_or(op, |link| &link.op),
        _ => op,
    }
}

fn last_mut(op: &mut Op) -> Option<&mut Op> {
    match op {
        Op::Chain(links) => links.last_mut().map(|link| &mut link.op),
        op => Some(op),
    }
}

/// Dtype and shape of the whole, and where each block begins in it; `None` where the blocks must be copied.
fn fits(
    graph: &TaskGraph,
    users: &super::Csr,
    wanted: &FxHashSet<TaskId>,
    whole: TaskId,
) -> Option<(DType, Vec<usize>, Vec<Vec<usize>>)> {
    let Op::Block(merge) = &graph.tasks.get(whole as usize)?.op else { return None };
    let BlockOp::Merge { shape: sizes, parts } = &**merge else { return None };
    let inputs = graph.inputs.list(whole);
    let mut dtype = None;
    let mut starts = Vec::with_capacity(inputs.len());
    let mut filled = 0;
    for (&input, part) in inputs.iter().zip(parts) {
        let Op::Block(block) = last(&graph.tasks.get(input as usize)?.op) else { return None };
        let BlockOp::Eval(eval) = &**block else { return None };
        let alone = users.list(input) == [whole] && !wanted.contains(&input);
        let same = *dtype.get_or_insert(eval.program.out()) == eval.program.out();
        if !(alone && same && is_whole(part, &eval.shape, sizes)) {
            return None;
        }
        starts.push(part.at.clone());
        filled += shape::size(&eval.shape)?;
    }
    let dtype = dtype?;
    let complete = Some(filled) == shape::size(sizes) && filled * dtype.itemsize() >= LEAST;
    complete.then(|| (dtype, sizes.clone(), starts))
}

/// Whether a part is a whole block.
fn is_whole(part: &Part, block: &[usize], sizes: &[usize]) -> bool {
    let whole = part.cuts.iter().zip(block).all(|(cut, &n)| cut.start == 0 && cut.step == 1 && cut.count == n);
    whole && block.len() == sizes.len() && part.cuts.len() == sizes.len()
}
