//! What the tasks of a graph give, as far as it is known before they run: dtype, shape and bytes of blocks.

use std::any::Any;

use super::{Op, TaskGraph, TaskId};
use crate::data::{DType, shape};
use crate::ops::block::{self, BlockOp, Eval};
use crate::ops::reduction;
use crate::value::array::FrozenArray;
use crate::value::frozen::Frozen;

/// What a task gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// A block.
    Block(DType, Vec<usize>),
    /// The state of a reduction: dtype of the elements, shape of the result, columns of the state.
    State(DType, Vec<usize>, usize),
    /// A block that was written where the whole array stands.
    Written(DType, Vec<usize>),
    /// Only the run knows.
    Unknown,
}

impl Made {
    /// Memory that it needs for itself, in bytes, if known.
    pub fn bytes(&self) -> Option<usize> {
        let count = |shape: &[usize], size: usize| shape.iter().try_fold(size, |all, &n| all.checked_mul(n));
        match self {
            Made::Block(dtype, shape) => count(shape, dtype.held()),
            Made::State(dtype, shape, columns) => count(shape, dtype.held() * columns),
            Made::Written(..) => Some(0),
            Made::Unknown => None,
        }
    }
}

/// What each task gives.
pub fn results(graph: &TaskGraph) -> Vec<Made> {
    let mut out: Vec<Made> = Vec::with_capacity(graph.len());
    for (at, task) in graph.tasks.iter().enumerate() {
        let inputs: Vec<&Made> =
            graph.inputs.list(at as TaskId).iter().filter_map(|&input| out.get(input as usize)).collect();
        let made = match &task.op {
            Op::Chain(links) => links.iter().fold(None, |before: Option<Made>, link| match &before {
                None => Some(of(&link.op, &inputs)),
                Some(made) => Some(of(&link.op, &[made])),
            }),
            op => Some(of(op, &inputs)),
        };
        out.push(made.unwrap_or(Made::Unknown));
    }
    out
}

fn of(op: &Op, inputs: &[&Made]) -> Made {
    let first = inputs.first().map_or(Made::Unknown, |made| (*made).clone());
    match op {
        Op::Alias => first,
        Op::Value(Frozen::Native(native)) => {
            let any: &dyn Any = &**native;
            let array = any.downcast_ref::<FrozenArray>();
            array.map_or(Made::Unknown, |array| Made::Block(array.0.dtype(), array.0.shape.clone()))
        }
        Op::Block(block) => of_block(block, first, inputs),
        Op::Call(call) => {
            call.gives.as_ref().map_or(Made::Unknown, |gives| Made::Block(gives.dtype, gives.shape.clone()))
        }
        _ => Made::Unknown,
    }
}

fn of_block(block: &BlockOp, first: Made, inputs: &[&Made]) -> Made {
    match (block, first) {
        (BlockOp::Eval(eval), _) => Made::Block(eval.program.out(), eval.shape.clone()),
        (BlockOp::Into { eval, .. }, _) => Made::Written(eval.program.out(), eval.shape.clone()),
        (BlockOp::Lay { .. }, Made::Block(dtype, shape)) => Made::Written(dtype, shape),
        (BlockOp::Collect(target), _) => Made::Block(target.dtype(), target.shape().to_vec()),
        (BlockOp::Partial { eval, row, axes, keepdims, .. }, first) => {
            partial(eval.as_ref(), (row, axes, *keepdims), first)
        }
        (BlockOp::PartialDot { row, size, .. }, _) => {
            Made::State(DType::Float64, vec![*size], reduction::find(row).map_or(1, |row| row.columns()))
        }
        (BlockOp::Finish { row, .. }, Made::State(dtype, shape, _)) => {
            Made::Block(reduction::find(row).map_or(dtype, |row| row.result(dtype)), shape)
        }
        (BlockOp::Slice(cuts), Made::Block(dtype, _)) => Made::Block(dtype, block::cut_shape(cuts)),
        (BlockOp::Piece(cuts), Made::Block(dtype, _)) => Made::Block(dtype, cuts.iter().map(|cut| cut.count).collect()),
        (BlockOp::Transpose(axes), Made::Block(dtype, shape)) => {
            Made::Block(dtype, axes.iter().filter_map(|&axis| shape.get(axis).copied()).collect())
        }
        (BlockOp::Assemble { grid }, Made::Block(..)) => assembled(grid, inputs),
        (BlockOp::Reshape(shape) | BlockOp::Broadcast(shape), Made::Block(dtype, _)) => {
            Made::Block(dtype, shape.clone())
        }
        (BlockOp::Gather(how), Made::Block(dtype, _)) => Made::Block(dtype, how.shape.clone()),
        (BlockOp::Merge { shape, .. }, Made::Block(dtype, _)) => Made::Block(dtype, shape.clone()),
        (BlockOp::Dot, Made::Block(dtype, shape)) => match inputs.get(1) {
            Some(Made::Block(other, columns)) => {
                let outer = shape.iter().take(shape.len().saturating_sub(1)).chain(columns.iter().skip(1));
                Made::Block(dtype.promote(*other), outer.copied().collect())
            }
            _ => Made::Unknown,
        },
        // As `kernels::linalg::sum`: sums of narrow integers, and of bools, are wide.
        (BlockOp::Add, Made::Block(dtype, shape)) if inputs.len() > 1 => Made::Block(dtype.summed(), shape),
        (BlockOp::Same | BlockOp::Combine { .. } | BlockOp::Put(_) | BlockOp::Add | BlockOp::DotOnto, first) => first,
        _ => Made::Unknown,
    }
}

fn partial(eval: Option<&Eval>, how: (&str, &[usize], bool), first: Made) -> Made {
    let (dtype, shape) = match (eval, first) {
        (Some(eval), _) => (eval.program.out(), eval.shape.clone()),
        (None, Made::Block(dtype, shape)) => (dtype, shape),
        _ => return Made::Unknown,
    };
    let (row, axes, keepdims) = how;
    let columns = reduction::find(row).map_or(1, |row| row.columns());
    Made::State(dtype, shape::kept(&shape, axes, keepdims), columns)
}

/// Blocks put together: along each axis the sizes of those that stand first add up.
fn assembled(grid: &[usize], inputs: &[&Made]) -> Made {
    let mut shape = Vec::new();
    let mut step: usize = grid.iter().product();
    let mut out = None;
    for (axis, &count) in grid.iter().enumerate() {
        step = step.checked_div(count).unwrap_or(0);
        let mut size = 0usize;
        for at in 0..count {
            let Some(Made::Block(dtype, block)) = inputs.get(at * step) else { return Made::Unknown };
            out.get_or_insert(*dtype);
            size = size.saturating_add(block.get(axis).copied().unwrap_or(1));
        }
        shape.push(size);
    }
    out.map_or(Made::Unknown, |dtype| Made::Block(dtype, shape))
}
