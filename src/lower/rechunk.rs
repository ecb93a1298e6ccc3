//! Other blocks for the same array; joining arrays along an axis.

use std::rc::Rc;
use std::sync::Arc;

use super::array::{Blocks, chunks_of, countable, indices};
use super::delayed::Lowering;
use crate::data::Res;
use crate::data::shape::Steps;
use crate::expr::node::Node;
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

impl Lowering<'_> {
    /// The same array in other blocks: each is copied together from the old ones, or is one of them.
    pub fn rechunk(&mut self, input: &Blocks, chunks: Vec<Arc<[usize]>>, node: &Node) -> Res<Blocks> {
        let axes: Vec<Vec<Vec<Piece>>> = input.chunks.iter().zip(&chunks).map(|(old, new)| pieces(old, new)).collect();
        countable(axes.iter().map(|axis| axis.iter().map(Vec::len).sum()), node)?;
        let mut blocks = Blocks { chunks, tasks: Vec::new() };
        let grid = blocks.grid();
        let layer = self.node_layer(node, Some("rechunk-merge"), &grid);
        for (place, index) in indices(&grid).enumerate() {
            let lists: Vec<&[Piece]> =
                axes.iter().zip(&index).map(|(axis, &at)| axis.get(at).map_or(&[][..], |list| list)).collect();
            let counts: Vec<usize> = lists.iter().map(|list| list.len()).collect();
            let mut parts = Vec::new();
            let mut tasks: Vec<TaskId> = Vec::new();
            for chosen in indices(&counts) {
                let chosen: Vec<Piece> =
                    lists.iter().zip(&chosen).filter_map(|(list, &at)| list.get(at).copied()).collect();
                tasks.push(input.task(&chosen.iter().map(|piece| piece.block).collect::<Vec<_>>()));
                parts.push(Part {
                    cuts: chosen
                        .iter()
                        .map(|piece| Steps { start: piece.start, step: 1, count: piece.count })
                        .collect(),
                    at: chosen.iter().map(|piece| piece.at).collect(),
                });
            }
            let op = match (&*parts, &*tasks) {
                ([part], [_]) => only(part, input, &lists),
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
    let whole = part.cuts.iter().zip(input.shape(&index)).all(|(cut, size)| cut.start == 0 && cut.count == size);
    match whole {
        true => Op::Alias,
        false => Op::Block(Arc::new(BlockOp::Slice(part.cuts.iter().map(|cut| Cut::Steps(*cut)).collect()))),
    }
}
