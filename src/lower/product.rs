//! Matrix products, whose partial products add up in one fixed tree; and sums of products along an axis, for which the
//! products themselves are not made.

use std::rc::Rc;
use std::sync::Arc;

use super::array::{Blocks, Layer, chunks_of, indices, starts};
use super::delayed::Lowering;
use super::reduce::Reduce;
use crate::data::shape::Steps;
use crate::data::{DType, Res, raised};
use crate::expr::node::{Node, Op as NodeOp};
use crate::graph::{Op, TaskId};
use crate::ops::block::{BlockOp, Cut, UNKNOWN};

/// Partial products that are added at once.
const ADD_EVERY: usize = 8;

/// Blocks of the result from which the products of one are made one after the other, each added to those before: with fewer
/// there would be too few tasks at a time to share out.
const MANY: usize = 8;

/// Whether the products of a block go one onto the other: of matrices of floats. It depends on chunks and dtypes alone,
/// never on the number of threads.
fn in_turn(node: &Node, (a, b): (&Blocks, &Blocks), outputs: usize) -> bool {
    let dtypes: Vec<DType> = node.inputs.iter().map(|input| input.meta.dtype).collect();
    let floats = matches!(dtypes[..], [DType::Float64, DType::Float64] | [DType::Float32, DType::Float32]);
    let known = |blocks: &Blocks| blocks.chunks.len() == 2 && !blocks.chunks.iter().any(|own| own.contains(&UNKNOWN));
    floats && outputs >= MANY && known(a) && known(b)
}

/// Blocks of both factors that a task may hold, to sum their products.
const HELD: usize = 32;

impl Lowering<'_> {
    /// The blocks of the factors of a product, cut alike along the axis that they have in common.
    fn factors(&mut self, node: &Node) -> Res<(Rc<Blocks>, Rc<Blocks>)> {
        let (a, b) = (self.input_blocks(node, 0)?, self.input_blocks(node, 1)?);
        let (Some(last), Some(first)) = (a.chunks.last().cloned(), b.chunks.first().cloned()) else {
            return Err(raised::value_error("matrix products need arrays of at least one axis"));
        };
        let b = match last == first {
            true => b,
            false => {
                let mut wanted = b.chunks.clone();
                if let Some(slot) = wanted.first_mut() {
                    *slot = last.clone();
                }
                Rc::new(self.rechunk(&b, wanted, node)?)
            }
        };
        Ok((a, b))
    }

    /// Matrix products: each block of the result is the sum of products of blocks, made one onto the other or added up in
    /// a tree.
    pub fn contract(&mut self, node: &Node) -> Res<Blocks> {
        let (a, b) = self.factors(node)?;
        let mut blocks = Blocks { chunks: chunks_of(node)?, tasks: Vec::new() };
        let grid = blocks.grid();
        let (rows, columns) = (a.chunks.len() - 1, b.chunks.len() - 1);
        let inner = a.chunks.last().map_or(0, |last| last.len());
        let product_grid: Vec<usize> = grid.iter().copied().chain([inner]).collect();
        let products = self.node_layer(node, Some("dot-product"), &product_grid);
        let sums = self.node_layer(node, None, &grid);
        let partial = self.node_layer(node, Some("sum-partial"), &[grid.iter().product::<usize>() * inner.max(1)]);
        let (dot, onto) = (Arc::new(BlockOp::Dot), Arc::new(BlockOp::DotOnto));
        let in_turn = in_turn(node, (&a, &b), grid.iter().product());
        for (place, index) in indices(&grid).enumerate() {
            let (left, right) = index.split_at(rows.min(index.len()));
            let mut level: Vec<TaskId> = Vec::with_capacity(inner);
            for at in 0..inner {
                let from_a: Vec<usize> = left.iter().copied().chain([at]).collect();
                let from_b: Vec<usize> = [at].into_iter().chain(right.iter().copied().take(columns)).collect();
                let last = inner == 1 || in_turn && at + 1 == inner;
                let (layer, key) = if last { (sums, place) } else { (products, place * inner + at) };
                let before = level.pop_if(|_| in_turn);
                let op = if before.is_some() { &onto } else { &dot };
                let tasks = before.into_iter().chain([a.task(&from_a), b.task(&from_b)]);
                level.push(self.block(layer, key, Op::Block(op.clone()), tasks)?);
            }
            blocks.tasks.push(self.add_up(level, partial, sums, place)?);
        }
        Ok(blocks)
    }

    /// The sum of some blocks, in a fixed tree. Sums on the way are tasks of the layer `partial`.
    fn add_up(&mut self, mut level: Vec<TaskId>, partial: Layer, layer: Layer, place: usize) -> Res<TaskId> {
        let add = Arc::new(BlockOp::Add);
        let first = place * level.len();
        let mut made = 0;
        while level.len() > 1 {
            let groups: Vec<Vec<TaskId>> = level.chunks(ADD_EVERY).map(<[TaskId]>::to_vec).collect();
            let last = groups.len() == 1;
            level.clear();
            for tasks in groups {
                level.push(match *tasks {
                    [only] => only,
                    _ if last => self.block(layer, place, Op::Block(add.clone()), tasks)?,
                    _ => {
                        made += 1;
                        self.block(partial, first + made - 1, Op::Block(add.clone()), tasks)?
                    }
                });
            }
        }
        Ok(level.first().copied().unwrap_or(0))
    }

    /// The sum, or mean, of a product of two matrices along one axis: the sums of the columns of the first times the
    /// second (or the first times the sums of the rows of the second), for each part of the inner axis. `None` for other
    /// reductions.
    pub fn summed_product(&mut self, node: &Node, how: &Reduce) -> Res<Option<Blocks>> {
        let (Some(product), &[axis]) = (node.inputs.first().cloned(), how.axes) else { return Ok(None) };
        let matrices = product.inputs.iter().all(|input| input.meta.ndim() == 2 && input.meta.dtype == DType::Float64);
        if !matches!(product.op, NodeOp::Contract) || !matrices || !matches!(how.row, "sum" | "mean") {
            return Ok(None);
        }
        let (a, b) = self.factors(&product)?;
        let ([rows, inner], [_, columns]) = (&a.chunks[..], &b.chunks[..]) else { return Ok(None) };
        let known = |sizes: &Arc<[usize]>| !sizes.contains(&UNKNOWN) && !sizes.is_empty();
        if rows.len() + columns.len() > HELD || ![rows, inner, columns].into_iter().all(known) {
            return Ok(None);
        }
        let total = |sizes: &[usize]| sizes.iter().fold(0usize, |all, &n| all.saturating_add(n));
        let (size, count) = match axis {
            0 => (total(columns), total(rows)),
            _ => (total(rows), total(columns)),
        };
        let mut states = Blocks { chunks: vec![inner.clone()], tasks: Vec::new() };
        let layer = self.node_layer(node, Some(how.row), &[inner.len()]);
        for at in 0..inner.len() {
            let left = (0..rows.len()).map(|row| a.task(&[row, at]));
            let right = (0..columns.len()).map(|column| b.task(&[at, column]));
            let counted = if at == 0 { count } else { 0 };
            let op = BlockOp::PartialDot { row: how.row, axis, rows: rows.len(), size, counted };
            let tasks: Vec<TaskId> = left.chain(right).collect();
            states.tasks.push(self.block(layer, at, Op::Block(Arc::new(op)), tasks)?);
        }
        let along = Reduce { row: how.row, axes: &[0], keepdims: false, ddof: how.ddof, split_every: how.split_every };
        let states = self.fewer(node, &along, states)?;
        let last = self.node_layer(node, Some(&format!("{}-whole", how.row)), &[1]);
        let finish = BlockOp::Finish { row: how.row, ddof: how.ddof };
        let whole = self.block(last, 0, Op::Block(Arc::new(finish)), states.tasks.iter().copied())?;
        self.cut_up(node, whole, (axis, how.keepdims)).map(Some)
    }

    /// The blocks of a reduced axis's result, cut from the whole vector.
    fn cut_up(&mut self, node: &Node, whole: TaskId, (axis, keepdims): (usize, bool)) -> Res<Blocks> {
        let mut blocks = Blocks { chunks: chunks_of(node)?, tasks: Vec::new() };
        let grid = blocks.grid();
        let place = if keepdims { 1 - axis.min(1) } else { 0 };
        let sizes = blocks.chunks.get(place).cloned().unwrap_or_else(|| [0].into());
        let layer = self.node_layer(node, None, &grid);
        for (at, (start, &count)) in starts(&sizes).into_iter().zip(sizes.iter()).enumerate() {
            let mut cuts = vec![Cut::Steps(Steps { start, step: 1, count })];
            if keepdims {
                cuts.insert(axis.min(1), Cut::New);
            }
            blocks.tasks.push(self.block(layer, at, Op::Block(Arc::new(BlockOp::Slice(cuts))), [whole])?);
        }
        Ok(blocks)
    }
}
