//! Other blocks for the same array; joining arrays along an axis.

use std::rc::Rc;
use std::sync::Arc;

use super::array::{Blocks, chunks_of, countable, indices, starts};
use super::delayed::Lowering;
use crate::data::Res;
use crate::data::shape::Steps;
use crate::expr::meta::replan::{Budget, largest, plan};
use crate::expr::node::Node;
use crate::graph::key::ravel;
use crate::graph::{Op, TaskId};
use crate::ops::block::{BlockOp, Cut, Part, UNKNOWN};

/// A piece of an old block in a new one, along one axis.
#[derive(Clone, Copy)]
struct Piece {
    block: usize,
    start: usize,
    count: usize,
    at: usize,
}

/// For each new block along an axis the pieces of the old ones it is made of.
fn pieces(old: &[usize], new: &[usize]) -> Vec<Vec<Piece>> {
    let (mut block, mut used) = (0, 0);
    let mut out = Vec::with_capacity(new.len());
    for &size in new {
        let mut list = Vec::new();
        let mut filled = 0;
        while filled < size {
            let Some(&have) = old.get(block) else { break };
            let count = (have - used).min(size - filled);
            if count > 0 {
                list.push(Piece { block, start: used, count, at: filled });
            }
            filled += count;
            used += count;
            if used >= have {
                (block, used) = (block + 1, 0);
            }
        }
        if list.is_empty() {
            list.push(Piece { block: block.min(old.len().saturating_sub(1)), start: 0, count: 0, at: 0 });
        }
        out.push(list);
    }
    out
}

/// How a step reads the old blocks.
enum Cutting {
    /// Each new block takes its part of them.
    Whole,
    /// Their pieces are tasks: in C order of a grid, with the first piece of each new block along each axis.
    Pieces { grid: Vec<usize>, tasks: Vec<TaskId>, firsts: Vec<Vec<usize>> },
}

/// For each axis, for each new block the pieces of old ones.
fn pieces_of(input: &Blocks, chunks: &[Arc<[usize]>]) -> Vec<Vec<Vec<Piece>>> {
    input.chunks.iter().zip(chunks).map(|(old, new)| pieces(old, new)).collect()
}

fn is_all(cuts: &[Steps], shape: &[usize]) -> bool {
    cuts.iter().zip(shape).all(|(cut, &size)| cut.start == 0 && cut.count == size)
}

impl Lowering<'_> {
    /// The same array in other blocks.
    pub fn rechunk(&mut self, input: &Blocks, chunks: Vec<Arc<[usize]>>, node: &Node) -> Res<Blocks> {
        self.rechunk_within(input, chunks, node, &Budget::default())
    }

    /// The same array in other blocks, by steps within a budget.
    pub fn rechunk_within(
        &mut self,
        input: &Blocks,
        chunks: Vec<Arc<[usize]>>,
        node: &Node,
        budget: &Budget,
    ) -> Res<Blocks> {
        let itemsize = node.inputs.first().map_or(8, |input| input.meta.dtype.itemsize());
        let steps = plan(&input.chunks, &chunks, itemsize, budget);
        let mut blocks = input.clone();
        let last = steps.len().saturating_sub(1);
        for (at, chunks) in steps.into_iter().enumerate() {
            let axes = pieces_of(&blocks, &chunks);
            // What one new block reads: where that is much, pieces are cut out of the old blocks one by one.
            let read = |lists: &Vec<Vec<Piece>>, own: &Arc<[usize]>| {
                let width = |piece: &Piece| own.get(piece.block).copied().unwrap_or(0) as f64;
                lists.iter().map(|list| list.iter().map(width).sum::<f64>()).fold(0.0, f64::max)
            };
            let read: f64 = axes.iter().zip(&blocks.chunks).map(|(lists, own)| read(lists, own)).product();
            let large = read * itemsize as f64 > budget.limit as f64 && read > 2.0 * largest(&chunks);
            let stem = if at == last { "rechunk-merge" } else { "rechunk-step" };
            let old = if large { self.cut(&blocks, &axes, node)? } else { Cutting::Whole };
            blocks = self.step(&blocks, &axes, &old, chunks, node, stem)?;
        }
        Ok(blocks)
    }

    /// Tasks that copy the pieces out of the old blocks, so that these can go.
    fn cut(&mut self, input: &Blocks, axes: &[Vec<Vec<Piece>>], node: &Node) -> Res<Cutting> {
        // All pieces along each axis, in order: those of one new block stand together.
        let all: Vec<Vec<Piece>> = axes.iter().map(|axis| axis.iter().flatten().copied().collect()).collect();
        let grid: Vec<usize> = all.iter().map(Vec::len).collect();
        countable(grid.iter().copied(), node)?;
        let layer = self.node_layer(node, Some("rechunk-split"), &grid);
        let mut tasks = Vec::new();
        for (place, index) in indices(&grid).enumerate() {
            let chosen: Vec<Piece> = all.iter().zip(&index).filter_map(|(axis, &at)| axis.get(at).copied()).collect();
            let block: Vec<usize> = chosen.iter().map(|piece| piece.block).collect();
            let cuts: Vec<Steps> =
                chosen.iter().map(|piece| Steps { start: piece.start, step: 1, count: piece.count }).collect();
            let task = input.task(&block);
            tasks.push(match is_all(&cuts, &input.shape(&block)) {
                true => task,
                false => self.block(layer, place, Op::Block(Arc::new(BlockOp::Piece(cuts))), [task])?,
            });
        }
        let firsts = axes.iter().map(|axis| starts(&axis.iter().map(Vec::len).collect::<Vec<_>>())).collect();
        Ok(Cutting::Pieces { grid, tasks, firsts })
    }

    /// One step: each new block is copied together from the old ones, or is one of them.
    fn step(
        &mut self,
        input: &Blocks,
        axes: &[Vec<Vec<Piece>>],
        old: &Cutting,
        chunks: Vec<Arc<[usize]>>,
        node: &Node,
        stem: &str,
    ) -> Res<Blocks> {
        countable(axes.iter().map(|axis| axis.iter().map(Vec::len).sum()), node)?;
        let mut blocks = Blocks { chunks, tasks: Vec::new() };
        let grid = blocks.grid();
        let layer = self.node_layer(node, Some(stem), &grid);
        for (place, index) in indices(&grid).enumerate() {
            let lists: Vec<&[Piece]> =
                axes.iter().zip(&index).map(|(axis, &at)| axis.get(at).map_or(&[][..], |list| list)).collect();
            let counts: Vec<usize> = lists.iter().map(|list| list.len()).collect();
            let mut parts = Vec::new();
            let mut tasks: Vec<TaskId> = Vec::new();
            for at in indices(&counts) {
                let chosen: Vec<Piece> =
                    lists.iter().zip(&at).filter_map(|(list, &at)| list.get(at).copied()).collect();
                let (task, from) = match old {
                    Cutting::Whole => (input.task(&chosen.iter().map(|piece| piece.block).collect::<Vec<_>>()), true),
                    Cutting::Pieces { grid, tasks, firsts } => {
                        let of = |((firsts, &new), &at): ((&Vec<usize>, &usize), &usize)| {
                            firsts.get(new).copied().unwrap_or(0) + at
                        };
                        let at: Vec<usize> = firsts.iter().zip(&index).zip(&at).map(of).collect();
                        (tasks.get(ravel(grid, &at)).copied().unwrap_or(0), false)
                    }
                };
                tasks.push(task);
                let start = |piece: &Piece| if from { piece.start } else { 0 };
                parts.push(Part {
                    cuts: chosen
                        .iter()
                        .map(|piece| Steps { start: start(piece), step: 1, count: piece.count })
                        .collect(),
                    at: chosen.iter().map(|piece| piece.at).collect(),
                });
            }
            let op = match (&*parts, &*tasks, old) {
                ([part], [_], Cutting::Whole) => only(part, input, &lists),
                ([_], [_], _) => Op::Alias,
                _ => Op::Block(Arc::new(BlockOp::Merge { shape: blocks.shape(&index), parts })),
            };
            blocks.tasks.push(self.block(layer, place, op, tasks)?);
        }
        Ok(blocks)
    }

    /// The blocks of an input of `node` in the blocks `wanted` along its axes (all but those of size 1 that broadcast).
    pub fn aligned(&mut self, input: &Rc<Blocks>, wanted: &[Arc<[usize]>], node: &Node) -> Res<Rc<Blocks>> {
        let skip = wanted.len().saturating_sub(input.chunks.len());
        let target: Vec<Arc<[usize]>> = input
            .chunks
            .iter()
            .zip(wanted.iter().skip(skip))
            .map(|(own, wanted)| {
                if own.contains(&UNKNOWN) || wanted.contains(&UNKNOWN) {
                    return own.clone();
                }
                let broadcast = own.iter().sum::<usize>() == 1 && wanted.iter().sum::<usize>() != 1;
                if broadcast { Arc::from([1]) } else { wanted.clone() }
            })
            .collect();
        if target.iter().zip(&input.chunks).all(|(new, old)| new == old) {
            return Ok(input.clone());
        }
        self.rechunk(input, target, node).map(Rc::new)
    }

    /// Arrays one after another along an axis: their blocks, under new keys.
    pub fn concat(&mut self, node: &Node, axis: usize) -> Res<Blocks> {
        let mut blocks = Blocks { chunks: chunks_of(node)?, tasks: Vec::new() };
        let grid = blocks.grid();
        let layer = self.node_layer(node, None, &grid);
        // For each position along the axis: which input, and which of its blocks there.
        let mut sources: Vec<(Rc<Blocks>, usize)> = Vec::new();
        for at in 0..node.inputs.len() {
            let input = self.input_blocks(node, at)?;
            let own = input.chunks.get(axis).cloned().unwrap_or_else(|| Arc::from([]));
            let mut wanted = blocks.chunks.clone();
            if let Some(slot) = wanted.get_mut(axis) {
                *slot = own.clone();
            }
            let input = self.aligned(&input, &wanted, node)?;
            sources.extend((0..own.len()).map(|block| (input.clone(), block)));
        }
        for (place, mut index) in indices(&grid).enumerate() {
            let Some((input, block)) = index.get(axis).and_then(|&at| sources.get(at)) else { continue };
            if let Some(slot) = index.get_mut(axis) {
                *slot = *block;
            }
            let task = input.task(&index);
            blocks.tasks.push(self.block(layer, place, Op::Alias, [task])?);
        }
        Ok(blocks)
    }

    /// Arrays along a new axis: each block gets it, with size 1.
    pub fn stack(&mut self, node: &Node, axis: usize) -> Res<Blocks> {
        let mut blocks = Blocks { chunks: chunks_of(node)?, tasks: Vec::new() };
        let grid = blocks.grid();
        let layer = self.node_layer(node, None, &grid);
        let mut wanted = blocks.chunks.clone();
        wanted.remove(axis.min(wanted.len().saturating_sub(1)));
        let mut inputs = Vec::new();
        for at in 0..node.inputs.len() {
            let input = self.input_blocks(node, at)?;
            inputs.push(self.aligned(&input, &wanted, node)?);
        }
        for (place, mut index) in indices(&grid).enumerate() {
            let at = index.remove(axis.min(index.len().saturating_sub(1)));
            let Some(input) = inputs.get(at) else { continue };
            let keep = |count: usize| Cut::Steps(Steps { start: 0, step: 1, count });
            let mut cuts: Vec<Cut> = input.shape(&index).into_iter().map(keep).collect();
            cuts.insert(axis.min(cuts.len()), Cut::New);
            let task = input.task(&index);
            blocks.tasks.push(self.block(layer, place, Op::Block(Arc::new(BlockOp::Slice(cuts))), [task])?);
        }
        Ok(blocks)
    }
}

/// A new block that is one old one, or a part of it.
fn only(part: &Part, input: &Blocks, lists: &[&[Piece]]) -> Op {
    let index: Vec<usize> = lists.iter().filter_map(|list| list.first()).map(|piece| piece.block).collect();
    match is_all(&part.cuts, &input.shape(&index)) {
        true => Op::Alias,
        false => Op::Block(Arc::new(BlockOp::Slice(part.cuts.iter().map(|cut| Cut::Steps(*cut)).collect()))),
    }
}
