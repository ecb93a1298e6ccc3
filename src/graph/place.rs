//! Place: blocks that are only computed to be put together are computed where the whole array will stand.

use std::cell::OnceCell;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::sizes::{Made, results};
use super::task::{Link, Op, Task};
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
    let known: OnceCell<Vec<Made>> = OnceCell::new();
    for whole in 0..graph.len() as TaskId {
        let Some((dtype, sizes, starts)) = fits(&graph, &known, &users, &wanted, whole) else { continue };
        let target = Arc::new(Target::new(dtype, sizes));
        let inputs: Vec<TaskId> = graph.inputs.list(whole).to_vec();
        for (input, at) in inputs.into_iter().zip(starts) {
            if let Some(task) = graph.tasks.get_mut(input as usize) {
                write_into(task, &target, at);
            }
        }
        if let Some(task) = graph.tasks.get_mut(whole as usize) {
            task.op = Op::Block(Arc::new(BlockOp::Collect(target)));
        }
    }
    graph
}

/// A task, or the last one of a chain, gives nothing: its block is written into the whole. An elementwise program writes there
/// itself; what others make is copied there while it is warm, and its memory serves the next block.
fn write_into(task: &mut Task, target: &Arc<Target>, at: Vec<usize>) {
    if let Some(Op::Block(block)) = last_mut(&mut task.op)
        && let BlockOp::Eval(eval) = &**block
    {
        *block = Arc::new(BlockOp::Into { eval: eval.clone(), target: target.clone(), at });
        return;
    }
    let link = |op: Op| Link { op, key: task.key, span: task.span };
    let lay = link(Op::Block(Arc::new(BlockOp::Lay { target: target.clone(), at })));
    let mut links = match std::mem::replace(&mut task.op, Op::Alias) {
        Op::Chain(links) => links.into_vec(),
        op => vec![link(op)],
    };
    links.push(lay);
    task.op = Op::Chain(links.into());
}

/// What each task gives, by the rules of `sizes`, which must say what kernels make (`copy::lay` looks); nothing is said
/// where functions of the user make blocks, whose sizes are theirs.
fn settled(graph: &TaskGraph) -> Vec<Made> {
    let calls = |op: &Op| matches!(op, Op::Call(_) | Op::Build(_));
    let any = graph.tasks.iter().any(|task| match &task.op {
        Op::Chain(links) => links.iter().any(|link| calls(&link.op)),
        op => calls(op),
    });
    if any { Vec::new() } else { results(graph) }
}

/// Whether the blocks that an operation makes are its own, and of a size that is known before.
fn makes(op: &BlockOp) -> bool {
    matches!(op, BlockOp::Dot | BlockOp::DotOnto | BlockOp::Add | BlockOp::Gather(_) | BlockOp::Put(_))
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
    known: &OnceCell<Vec<Made>>,
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
        let (own, block) = match &**block {
            BlockOp::Eval(eval) => (eval.program.out(), &eval.shape),
            op if makes(op) => match known.get_or_init(|| settled(graph)).get(input as usize)? {
                Made::Block(dtype, block) => (*dtype, block),
                _ => return None,
            },
            _ => return None,
        };
        let alone = users.list(input) == [whole] && !wanted.contains(&input);
        let same = *dtype.get_or_insert(own) == own;
        if !(alone && same && is_whole(part, block, sizes)) {
            return None;
        }
        starts.push(part.at.clone());
        filled += shape::size(block)?;
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
