//! Nodes that move elements: reshape, broadcast, take, points and assignment, block by block.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::array::{Blocks, blocks_of, chunks_of, countable, indices, starts};
use super::delayed::Lowering;
use crate::data::Res;
use crate::data::shape::Steps;
use crate::expr::meta::index::inside;
use crate::expr::moves::{Move, Region};
use crate::expr::node::Node;
use crate::graph::key::unravel;
use crate::graph::{Op, TaskId};
use crate::ops::block::{BlockOp, Gather, Put, Taken};

/// The blocks that a run of chosen positions reads, by their places along the indexed axes, and what it takes of each.
type Parts = Vec<(Vec<usize>, Taken)>;

impl Lowering<'_> {
    /// The blocks of a node that moves elements.
    pub fn moved(&mut self, node: &Node, how: &Move) -> Res<Blocks> {
        match how {
            Move::Reshape => self.reshape(node),
            Move::Broadcast => self.broadcast(node),
            Move::Take { axis, at } => self.gather(node, &[*axis], *axis, std::slice::from_ref(at)),
            Move::Points { axes, at } => self.gather(node, axes, 0, at),
            Move::Split => self.split(node),
            Move::Assign(regions) => self.assign(node, regions),
        }
    }

    /// A row of parts of each block, cut where the only block of the second input says.
    fn split(&mut self, node: &Node) -> Res<Blocks> {
        let (input, cuts) = (self.input_blocks(node, 0)?, self.input_blocks(node, 1)?);
        let mut blocks = Blocks { chunks: chunks_of(node)?, tasks: Vec::new() };
        let grid = blocks.grid();
        countable(grid.iter().copied(), node)?;
        let layer = self.node_layer(node, None, &grid);
        let cuts = cuts.tasks.first().copied().unwrap_or(0);
        for (place, index) in indices(&grid).enumerate() {
            let [row, column] = *index else { continue };
            let run = input.tasks.get(row).copied().unwrap_or(0);
            let op = Op::Block(Arc::new(BlockOp::Between { row, column }));
            blocks.tasks.push(self.block(layer, place, op, [run, cuts])?);
        }
        Ok(blocks)
    }

    fn reshape(&mut self, node: &Node) -> Res<Blocks> {
        let input = self.input_blocks(node, 0)?;
        let mut blocks = Blocks { chunks: blocks_of(node)?, tasks: Vec::new() };
        let grid = blocks.grid();
        let layer = self.node_layer(node, None, &grid);
        for (place, index) in indices(&grid).enumerate() {
            let op = Op::Block(Arc::new(BlockOp::Reshape(blocks.shape(&index))));
            let task = input.tasks.get(place).copied().unwrap_or(0);
            blocks.tasks.push(self.block(layer, place, op, [task])?);
        }
        Ok(blocks)
    }

    fn broadcast(&mut self, node: &Node) -> Res<Blocks> {
        let input = self.input_blocks(node, 0)?;
        let mut blocks = Blocks { chunks: blocks_of(node)?, tasks: Vec::new() };
        let grid = blocks.grid();
        let layer = self.node_layer(node, None, &grid);
        let lead = grid.len().saturating_sub(input.chunks.len());
        for (place, index) in indices(&grid).enumerate() {
            let own = index.iter().skip(lead).zip(&input.chunks);
            let from: Vec<usize> = own.map(|(&at, axis)| if axis.len() == 1 { 0 } else { at }).collect();
            let op = Op::Block(Arc::new(BlockOp::Broadcast(blocks.shape(&index))));
            blocks.tasks.push(self.block(layer, place, op, [input.task(&from)])?);
        }
        Ok(blocks)
    }

    /// Chosen positions along some axes; in the result they stand on the axis `place`.
    fn gather(&mut self, node: &Node, axes: &[usize], place: usize, at: &[Arc<[usize]>]) -> Res<Blocks> {
        let input = self.input_blocks(node, 0)?;
        let mut blocks = Blocks { chunks: blocks_of(node)?, tasks: Vec::new() };
        let grid = blocks.grid();
        let layer = self.node_layer(node, None, &grid);
        let chosen: Vec<Arc<[usize]>> = axes.iter().filter_map(|&axis| input.chunks.get(axis).cloned()).collect();
        let points = blocks.chunks.get(place).cloned().unwrap_or_else(|| Arc::from([]));
        let runs: Vec<Parts> = starts(&points)
            .into_iter()
            .zip(points.iter())
            .map(|(start, &count)| parts(&chosen, at, start, count))
            .collect();
        let mut taken: Vec<Arc<[Taken]>> = Vec::with_capacity(runs.len());
        for run in &runs {
            taken.push(run.iter().map(|(_, taken)| taken.clone()).collect());
        }
        for (number, index) in indices(&grid).enumerate() {
            let run = index.get(place).copied().unwrap_or(0);
            let mut rest = index.clone();
            if place < rest.len() {
                rest.remove(place);
            }
            let source = |blocks: &[usize]| {
                let (mut rest, mut chosen) = (rest.iter(), blocks.iter());
                let next = |axis: usize| if axes.contains(&axis) { chosen.next() } else { rest.next() };
                let index: Vec<usize> = (0..input.chunks.len()).map(next).map(|at| at.copied().unwrap_or(0)).collect();
                input.task(&index)
            };
            let tasks: Vec<TaskId> = runs.get(run).into_iter().flatten().map(|(blocks, _)| source(blocks)).collect();
            let parts = taken.get(run).cloned().unwrap_or_else(|| Arc::from([]));
            let how = Gather { shape: blocks.shape(&index), axes: axes.to_vec(), place, parts };
            blocks.tasks.push(self.block(layer, number, Op::Block(Arc::new(BlockOp::Gather(how))), tasks)?);
        }
        Ok(blocks)
    }

    /// Blocks that the region touches get their part of the value, which has the blocks of the region.
    fn assign(&mut self, node: &Node, regions: &[Region]) -> Res<Blocks> {
        let (input, value) = (self.input_blocks(node, 0)?, self.input_blocks(node, 1)?);
        let mut blocks = Blocks { chunks: blocks_of(node)?, tasks: Vec::new() };
        let grid = blocks.grid();
        let layer = self.node_layer(node, None, &grid);
        let axes: Vec<Vec<Touched>> =
            blocks.chunks.iter().zip(regions).map(|(axis, region)| touched(axis, region)).collect();
        for (place, index) in indices(&grid).enumerate() {
            let task = input.task(&index);
            let hit: Option<Vec<(&Put, Option<usize>)>> = axes
                .iter()
                .zip(&index)
                .map(|(axis, &at)| axis.get(at)?.as_ref().map(|(put, from)| (put, *from)))
                .collect();
            blocks.tasks.push(match hit {
                None => self.block(layer, place, Op::Alias, [task])?,
                Some(hit) => {
                    let from: Vec<usize> = hit.iter().filter_map(|(_, from)| *from).collect();
                    let puts = hit.into_iter().map(|(put, _)| put.clone()).collect();
                    let op = Op::Block(Arc::new(BlockOp::Put(puts)));
                    self.block(layer, place, op, [task, value.task(&from)])?
                }
            });
        }
        Ok(blocks)
    }
}

/// The points `start..start + count` by the blocks that hold them. Where there are none, one block is read for its dtype.
fn parts(chunks: &[Arc<[usize]>], at: &[Arc<[usize]>], start: usize, count: usize) -> Parts {
    let grid: Vec<usize> = chunks.iter().map(|axis| axis.len()).collect();
    let begins: Vec<Vec<usize>> = chunks.iter().map(|axis| starts(axis)).collect();
    let mut found: BTreeMap<usize, Taken> = BTreeMap::new();
    let empty = || Taken { from: vec![Vec::new(); chunks.len()], to: Vec::new() };
    for point in 0..count {
        let mut number = 0;
        let mut local = Vec::with_capacity(chunks.len());
        for ((list, begins), size) in at.iter().zip(&begins).zip(&grid) {
            let position = list.get(start + point).copied().unwrap_or(0);
            let block = begins.partition_point(|&begin| begin <= position).saturating_sub(1);
            local.push(position - begins.get(block).copied().unwrap_or(0).min(position));
            number = number * size + block;
        }
        let taken = found.entry(number).or_insert_with(empty);
        taken.from.iter_mut().zip(local).for_each(|(list, at)| list.push(at));
        taken.to.push(point);
    }
    if found.is_empty() {
        found.insert(0, empty());
    }
    found.into_iter().map(|(number, taken)| (unravel(&grid, number), taken)).collect()
}

/// What is written into a block along one axis, and which block of the value it is; `None`: nothing.
type Touched = Option<(Put, Option<usize>)>;

fn touched(axis: &[usize], region: &Region) -> Vec<Touched> {
    let begins = starts(axis);
    let blocks = begins.iter().zip(axis);
    match region {
        Region::Range { start, step, count } => {
            let steps = Steps { start: *start, step: *step, count: *count };
            let all: Vec<(usize, usize)> = blocks.map(|(&begin, &size)| inside(steps, begin, begin + size)).collect();
            let hits = all.iter().filter(|(count, _)| *count > 0).count();
            let mut seen = 0;
            let one = |((count, first), begin): (&(usize, usize), &usize)| {
                if *count == 0 {
                    return None;
                }
                // The value's blocks stand in the slice's direction.
                let from = if *step < 0 { hits - 1 - seen } else { seen };
                seen += 1;
                Some((Put::Steps(Steps { start: first - begin, step: *step, count: *count }), Some(from)))
            };
            all.iter().zip(&begins).map(one).collect()
        }
        Region::Index(at) => blocks
            .map(|(&begin, &size)| (begin..begin + size).contains(at).then(|| (Put::Index(at - begin), None)))
            .collect(),
        Region::List(list) => blocks
            .map(|(&begin, &size)| {
                let here = |(_, at): &(usize, &usize)| (begin..begin + size).contains(*at);
                let (from, at): (Vec<usize>, Vec<usize>) =
                    list.iter().enumerate().filter(here).map(|(from, at)| (from, at - begin)).unzip();
                (!at.is_empty()).then(|| (Put::List { at, from, count: list.len() }, Some(0)))
            })
            .collect(),
    }
}
