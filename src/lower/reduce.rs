//! Reductions: a partial result of each block, combined in one fixed tree, so that every scheduler gives the same bits.

use std::sync::Arc;

use super::array::{Blocks, chunks_of, countable, indices};
use super::delayed::Lowering;
use crate::data::{Res, raised};
use crate::expr::meta::array::unplaced;
use crate::expr::node::Node;
use crate::graph::{Op, TaskId};
use crate::ops::block::{BlockOp, Origin, UNKNOWN};
use crate::ops::reduction::{self, Finish};

/// A reduction.
pub struct Reduce<'n> {
    /// The row.
    pub row: &'static str,
    /// Axes that are reduced.
    pub axes: &'n [usize],
    /// Whether they stay, with size 1.
    pub keepdims: bool,
    /// Delta degrees of freedom.
    pub ddof: usize,
    /// How many blocks are combined at once along each axis.
    pub split_every: Option<usize>,
}

/// Blocks that are combined at once, over all axes: Dask's default.
const SPLIT_EVERY: f64 = 4.0;

impl Lowering<'_> {
    /// A reduction.
    pub fn reduce(&mut self, node: &Node, how: Reduce) -> Res<Blocks> {
        if let Some(done) = self.summed_product(node, &how)? {
            return Ok(done);
        }
        let states = self.partials(node, &how)?;
        let states = self.fewer(node, &how, states)?;
        self.finish(node, &how, &states)
    }

    /// States combined until they are few enough for the end.
    pub fn fewer(&mut self, node: &Node, how: &Reduce, mut states: Blocks) -> Res<Blocks> {
        let split =
            how.split_every.unwrap_or_else(|| (SPLIT_EVERY.powf(1.0 / how.axes.len().max(1) as f64) as usize).max(2));
        let mut grid = states.grid();
        let done = |grid: &[usize]| how.axes.iter().all(|&axis| grid.get(axis).is_none_or(|&n| n <= split));
        while !done(&grid) {
            states = self.combine(node, how, &states, split)?;
            grid = states.grid();
        }
        Ok(states)
    }

    /// The state of each block. What is reduced is made in the same pass if it has no blocks of its own.
    fn partials(&mut self, node: &Node, how: &Reduce) -> Res<Blocks> {
        let Some(input) = node.inputs.first().cloned() else {
            return Err(raised::type_error("a reduction of nothing"));
        };
        let made = self.blocks.get(&Arc::as_ptr(&input)).cloned();
        let pass = if made.is_some() { None } else { Some(self.pass(&input)?) };
        let chunks = match (&made, &pass) {
            (Some(made), _) => made.chunks.clone(),
            (_, Some((_, blocks, _))) => blocks.chunks.clone(),
            _ => chunks_of(&input)?,
        };
        let mut states = Blocks { chunks, tasks: Vec::new() };
        let grid = states.grid();
        countable(grid.iter().copied(), node)?;
        let layer = self.node_layer(node, Some(how.row), &grid);
        let positions = reduction::find(how.row).is_some_and(|row| row.finish == Finish::Position);
        // Blocks that are alone along the reduced axes know the places themselves.
        let several = how.axes.iter().any(|&axis| grid.get(axis).is_some_and(|&n| n > 1));
        if positions
            && several
            && how.axes.iter().any(|&axis| states.chunks.get(axis).is_some_and(|sizes| sizes.contains(&UNKNOWN)))
        {
            return Err(unplaced());
        }
        let places = (positions && several).then(|| starts(&states));
        for (place, index) in indices(&grid).enumerate() {
            let (eval, tasks) = match (&pass, &made) {
                (Some((pass, blocks, inputs)), _) => {
                    let (eval, tasks) = pass.eval(blocks, &index, inputs);
                    (Some(eval), tasks)
                }
                (_, Some(made)) => (None, vec![made.task(&index)]),
                _ => (None, Vec::new()),
            };
            let origin = places.as_ref().map(|starts| origin(starts, &index));
            let op = BlockOp::Partial { eval, row: how.row, axes: how.axes.to_vec(), keepdims: how.keepdims, origin };
            states.tasks.push(self.block(layer, place, Op::Block(Arc::new(op)), tasks)?);
        }
        Ok(states)
    }

    /// Groups of states to one state each.
    fn combine(&mut self, node: &Node, how: &Reduce, states: &Blocks, split: usize) -> Res<Blocks> {
        let fewer = |(axis, chunks): (usize, &Arc<[usize]>)| match how.axes.contains(&axis) {
            true => {
                chunks.chunks(split).map(|group| group.iter().fold(0usize, |all, &n| all.saturating_add(n))).collect()
            }
            false => chunks.clone(),
        };
        let mut combined = Blocks { chunks: states.chunks.iter().enumerate().map(fewer).collect(), tasks: Vec::new() };
        let grid = combined.grid();
        let layer = self.node_layer(node, Some(&format!("{}-partial", how.row)), &grid);
        for (place, index) in indices(&grid).enumerate() {
            let tasks = group(states, how.axes, &index, split);
            let op = BlockOp::Combine { row: how.row };
            combined.tasks.push(self.block(layer, place, Op::Block(Arc::new(op)), tasks)?);
        }
        Ok(combined)
    }

    /// The last states to the blocks of the result.
    fn finish(&mut self, node: &Node, how: &Reduce, states: &Blocks) -> Res<Blocks> {
        let mut blocks = Blocks { chunks: chunks_of(node)?, tasks: Vec::new() };
        let grid = blocks.grid();
        let layer = self.node_layer(node, None, &grid);
        let op = Arc::new(BlockOp::Finish { row: how.row, ddof: how.ddof });
        for (place, index) in indices(&grid).enumerate() {
            let mut own = index.iter().copied();
            let at: Vec<usize> = (0..states.chunks.len())
                .map(|axis| match (how.axes.contains(&axis), how.keepdims) {
                    (true, false) => 0,
                    (true, true) => own.next().map_or(0, |_| 0),
                    _ => own.next().unwrap_or(0),
                })
                .collect();
            let tasks = group(states, how.axes, &at, usize::MAX);
            blocks.tasks.push(self.block(layer, place, Op::Block(op.clone()), tasks)?);
        }
        Ok(blocks)
    }
}

/// Where the blocks begin along each axis, and at the end the size of the axis.
fn starts(blocks: &Blocks) -> Vec<Vec<usize>> {
    let axis = |sizes: &Arc<[usize]>| {
        let mut at = vec![0];
        at.extend(sizes.iter().scan(0usize, |sum, &n| {
            *sum = sum.wrapping_add(n);
            Some(*sum)
        }));
        at
    };
    blocks.chunks.iter().map(axis).collect()
}

fn origin(starts: &[Vec<usize>], index: &[usize]) -> Origin {
    let start = starts.iter().zip(index).map(|(axis, &at)| axis.get(at).copied().unwrap_or(0));
    Origin { start: start.collect(), whole: starts.iter().map(|axis| axis.last().copied().unwrap_or(0)).collect() }
}

/// The tasks of a group of states: along each reduced axis `split` blocks from `index * split`, along others one.
fn group(states: &Blocks, axes: &[usize], index: &[usize], split: usize) -> Vec<TaskId> {
    let range = |(axis, (chunks, &at)): (usize, (&Arc<[usize]>, &usize))| match axes.contains(&axis) {
        true => {
            let from = at.saturating_mul(split).min(chunks.len());
            (from, from.saturating_add(split).min(chunks.len()) - from)
        }
        false => (at, 1),
    };
    let ranges: Vec<(usize, usize)> = states.chunks.iter().zip(index).enumerate().map(range).collect();
    let counts: Vec<usize> = ranges.iter().map(|(_, count)| *count).collect();
    let place = |offset: Vec<usize>| {
        let at: Vec<usize> = ranges.iter().zip(&offset).map(|((from, _), step)| from + step).collect();
        states.task(&at)
    };
    indices(&counts).map(place).collect()
}
