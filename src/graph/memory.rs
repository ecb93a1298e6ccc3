//! The memory that a graph needs: bytes of the tasks' results, and the most that are alive at once.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::place::last;
use super::task::{Link, Op};
use super::{TaskGraph, TaskId};
use crate::data::{DType, shape};
use crate::ops::block::{self, BlockOp, Eval};
use crate::ops::reduction::{self, Base, Finish};
use crate::source::Span;
use crate::value::array::FrozenArray;
use crate::value::frozen::Frozen;

/// What a run of a graph needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// The most bytes that are alive at once.
    pub peak: u64,
    /// The first call whose result nobody can measure before it is there.
    pub unknown: Option<Span>,
}

/// What is known of a task's result.
#[derive(Clone, Debug, Default)]
struct Size {
    /// Sizes of the block.
    shape: Vec<usize>,
    dtype: Option<DType>,
    /// Bytes of the result.
    bytes: u64,
    /// Bytes that are alive only while the task runs.
    scratch: u64,
    known: bool,
}

impl Size {
    fn block(shape: Vec<usize>, dtype: DType) -> Size {
        let bytes = elements(&shape).saturating_mul(dtype.held() as u64);
        let known = !shape.contains(&OPEN);
        Size { shape, dtype: Some(dtype), bytes, scratch: 0, known }
    }
}

/// A size that only the run knows, as arrays write it; nothing is counted for it.
const OPEN: usize = usize::MAX;

fn elements(shape: &[usize]) -> u64 {
    if shape.contains(&OPEN) {
        return 0;
    }
    shape.iter().fold(1, |total: u64, &size| total.saturating_mul(size as u64))
}

/// What a graph that is ready to run needs with so many workers. `held` says how many bytes of a value in the graph
/// are not counted elsewhere.
pub fn needs(graph: &TaskGraph, workers: usize, held: &dyn Fn(&Frozen) -> u64) -> Needs {
    let mut sizes: Vec<Size> = Vec::with_capacity(graph.len());
    let mut needs = Needs::default();
    let mut base = 0u64;
    for (at, task) in graph.tasks.iter().enumerate() {
        let inputs: Vec<&Size> =
            graph.inputs.list(at as TaskId).iter().filter_map(|&input| sizes.get(input as usize)).collect();
        base = base.saturating_add(values(&task.op, held));
        let size = size_of(&task.op, &inputs);
        if !size.known && needs.unknown.is_none() {
            needs.unknown = Some(task.span);
        }
        sizes.push(size);
    }
    needs.peak = base.saturating_add(peak(graph, &sizes, workers.max(1)));
    needs
}

/// Bytes of the values that a task holds.
fn values(op: &Op, held: &dyn Fn(&Frozen) -> u64) -> u64 {
    match op {
        Op::Value(value) => held(value),
        Op::Chain(links) => links.iter().map(|link| values(&link.op, held)).sum(),
        _ => 0,
    }
}

fn size_of(op: &Op, inputs: &[&Size]) -> Size {
    match op {
        Op::Value(value) => value_size(value),
        // Aliases give their input; it is counted where it is made.
        Op::Alias => inputs.first().map(|input| Size { bytes: 0, scratch: 0, ..(*input).clone() }).unwrap_or_default(),
        Op::Block(block) => block_size(block, inputs),
        Op::Chain(links) => chain_size(links, inputs),
        Op::Call(call) => match &call.gives {
            Some(gives) if !gives.shape.contains(&block::UNKNOWN) => Size::block(gives.shape.clone(), gives.dtype),
            _ => Size::default(),
        },
        Op::Build(_) => Size { known: true, ..Size::default() },
    }
}

/// The script holds the value: nothing new is made.
fn value_size(value: &Frozen) -> Size {
    if let Frozen::Native(native) = value {
        let any: &dyn std::any::Any = &**native;
        if let Some(FrozenArray(chunk)) = any.downcast_ref() {
            return Size { bytes: 0, ..Size::block(chunk.shape.clone(), chunk.dtype()) };
        }
    }
    Size { known: true, ..Size::default() }
}

/// Two results of a chain are alive at a time.
fn chain_size(links: &[Link], inputs: &[&Size]) -> Size {
    let mut last: Option<Size> = None;
    let (mut scratch, mut known) = (0, true);
    for link in links {
        let size = match &last {
            None => size_of(&link.op, inputs),
            Some(before) => size_of(&link.op, &[before]),
        };
        let before = last.as_ref().map_or(0, |before| before.bytes);
        scratch = scratch.max(before.saturating_add(size.scratch));
        known &= size.known;
        last = Some(size);
    }
    let last = last.unwrap_or_default();
    Size { scratch, known, ..last }
}

fn block_size(op: &BlockOp, inputs: &[&Size]) -> Size {
    let first = inputs.first().copied().cloned().unwrap_or_default();
    let same = Size { scratch: 0, ..first.clone() };
    match op {
        BlockOp::Same | BlockOp::Combine { .. } | BlockOp::Transpose(_) | BlockOp::Add => same,
        BlockOp::Eval(eval) => evaluated(eval),
        // The whole array is counted where it is put together.
        BlockOp::Into { .. } | BlockOp::Lay { .. } => Size { known: true, ..Size::default() },
        BlockOp::Collect(target) => Size::block(target.shape().to_vec(), target.dtype()),
        BlockOp::Partial { eval, row, axes, keepdims, .. } => {
            let of = eval.as_ref().map_or(first, evaluated);
            partial(&of, row, axes, *keepdims)
        }
        BlockOp::PartialDot { size, .. } => Size::block(vec![*size], DType::Float64),
        BlockOp::Finish { .. } => Size { bytes: elements(&first.shape) * 8, scratch: 0, known: true, ..first },
        BlockOp::Slice(cuts) => match first.dtype {
            Some(dtype) => Size::block(block::cut_shape(cuts), dtype),
            None => same,
        },
        // About an even part of the block.
        BlockOp::Between { .. } => {
            let parts =
                inputs.get(1).and_then(|cuts| cuts.shape.get(1)).map_or(1, |&ends| ends.saturating_sub(1)).max(1);
            Size { bytes: first.bytes / parts as u64, scratch: 0, ..first }
        }
        BlockOp::Piece(cuts) => match first.dtype {
            Some(dtype) => Size::block(cuts.iter().map(|cut| cut.count).collect(), dtype),
            None => same,
        },
        BlockOp::Merge { shape, .. } => match first.dtype {
            Some(dtype) => Size::block(shape.clone(), dtype),
            None => Size { shape: shape.clone(), bytes: elements(shape) * 8, known: true, ..Size::default() },
        },
        BlockOp::Assemble { .. } => {
            let known = inputs.iter().all(|input| input.known);
            let bytes = inputs.iter().fold(0u64, |all, input| all.saturating_add(input.bytes));
            Size { bytes, known, scratch: 0, ..first }
        }
        BlockOp::Put(_) | BlockOp::DotOnto => same,
        BlockOp::Reshape(shape) | BlockOp::Broadcast(shape) | BlockOp::Gather(block::Gather { shape, .. }) => {
            match first.dtype {
                Some(dtype) => Size::block(shape.clone(), dtype),
                None => Size { shape: shape.clone(), bytes: elements(shape) * 8, known: true, ..Size::default() },
            }
        }
        BlockOp::Dot => dot(inputs),
    }
}

fn evaluated(eval: &Eval) -> Size {
    Size::block(eval.shape.clone(), eval.program.out())
}

/// The state of a block; where it is not folded on the fly, its elements stand in memory meanwhile.
fn partial(of: &Size, row: &str, axes: &[usize], keepdims: bool) -> Size {
    let shape = shape::kept(&of.shape, axes, keepdims);
    let row = reduction::find(row);
    let base = row.map_or(Base::Sum, |row| row.base);
    let columns = match base {
        Base::Moments => 3,
        Base::ArgMin | Base::ArgMax => 2,
        _ => 1,
    };
    let count = if row.is_some_and(|row| row.finish == Finish::Mean) { 8 } else { 0 };
    let folded = columns == 1 && axes.len() == of.shape.len();
    // Deviations need their elements, and their squares.
    let copies = if base == Base::Moments { 3 } else { 1 };
    let scratch = if folded { 0 } else { elements(&of.shape).saturating_mul(8 * copies) };
    Size {
        bytes: elements(&shape).saturating_mul(8 * columns).saturating_add(count),
        shape,
        dtype: None,
        scratch,
        known: true,
    }
}

fn dot(inputs: &[&Size]) -> Size {
    let [a, b] = inputs else { return Size::default() };
    let mut shape = a.shape.clone();
    shape.pop();
    let inner = b.shape.len().saturating_sub(2);
    shape.extend(b.shape.iter().enumerate().filter(|(at, _)| *at != inner).map(|(_, &size)| size));
    Size::block(shape, a.dtype.zip(b.dtype).map_or(DType::Float64, |(a, b)| a.max(b)))
}

/// Tasks run in rounds, as many at a time as there are workers, the best first; a result is freed after its last use.
fn peak(graph: &TaskGraph, sizes: &[Size], workers: usize) -> u64 {
    let users = graph.inputs.reversed();
    let count = graph.len();
    let mut uses: Vec<usize> = (0..count).map(|at| users.list(at as TaskId).len()).collect();
    for &output in &graph.outputs {
        if let Some(uses) = uses.get_mut(output as usize) {
            *uses += 1;
        }
    }
    let mut pending: Vec<usize> = (0..count).map(|at| graph.inputs.list(at as TaskId).len()).collect();
    let mut ready: BinaryHeap<Reverse<usize>> = (0..count).filter(|&at| pending[at] == 0).map(Reverse).collect();
    // Where blocks are written into the whole array, it is there from the first block on.
    let mut early: Vec<bool> = vec![false; count];
    let (mut alive, mut peak) = (0u64, 0u64);
    while !ready.is_empty() {
        let round: Vec<usize> = (0..workers).filter_map(|_| ready.pop().map(|Reverse(at)| at)).collect();
        let mut scratch = 0u64;
        for &at in &round {
            scratch = scratch.saturating_add(sizes.get(at).map_or(0, |size| size.scratch));
            for &whole in users.list(at as TaskId).iter().filter(|_| is_into(graph, at)) {
                alive = alive.saturating_add(begin(&mut early, sizes, whole as usize));
            }
            alive = alive.saturating_add(begin(&mut early, sizes, at));
        }
        peak = peak.max(alive.saturating_add(scratch));
        for &at in &round {
            for &input in graph.inputs.list(at as TaskId) {
                let input = input as usize;
                uses[input] = uses[input].saturating_sub(1);
                if uses[input] == 0 {
                    alive = alive.saturating_sub(sizes.get(input).map_or(0, |size| size.bytes));
                }
            }
            for &user in users.list(at as TaskId) {
                let user = user as usize;
                pending[user] = pending[user].saturating_sub(1);
                if pending[user] == 0 {
                    ready.push(Reverse(user));
                }
            }
        }
    }
    peak
}

/// The bytes that a task's result adds, once.
fn begin(early: &mut [bool], sizes: &[Size], at: usize) -> u64 {
    match early.get_mut(at) {
        Some(begun) if !*begun => {
            *begun = true;
            sizes.get(at).map_or(0, |size| size.bytes)
        }
        _ => 0,
    }
}

fn is_into(graph: &TaskGraph, at: usize) -> bool {
    matches!(graph.tasks.get(at).map(|task| last(&task.op)), Some(Op::Block(block)) if matches!(&**block, BlockOp::Into { .. } | BlockOp::Lay { .. }))
}
