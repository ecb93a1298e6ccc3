//! Arrays to tasks, block by block: the tasks of a node stand in the C order of its grid.

use std::rc::Rc;
use std::sync::Arc;

use super::delayed::Lowering;
use super::reduce::Reduce;
use crate::data::shape::Steps;
use crate::data::{Chunk, ExcClass, Raised, Res, buffer, raised};
use crate::expr::node::{Node, NodeData, Op as NodeOp, Pick, Source, postorder};
use crate::expr::rules::{Uses, optimize};
use crate::expr::{Array, ArrayMeta};
use crate::graph::key::{ravel, unravel};
use crate::graph::{Key, LayerName, Op, TaskId};
use crate::ops::block::{BlockOp, Cut, Part, UNKNOWN};
use crate::source::Span;
use crate::value::array::FrozenArray;
use crate::value::frozen::Frozen;

/// The blocks of an array: their sizes along each axis, and their tasks.
#[derive(Clone)]
pub struct Blocks {
    /// Sizes along each axis.
    pub chunks: Vec<Arc<[usize]>>,
    /// Tasks, in C order of the grid.
    pub tasks: Vec<TaskId>,
}

impl Blocks {
    /// Number of blocks along each axis.
    pub fn grid(&self) -> Vec<usize> {
        self.chunks.iter().map(|axis| axis.len()).collect()
    }

    /// The shape of the block with these indices.
    pub fn shape(&self, index: &[usize]) -> Vec<usize> {
        self.chunks.iter().zip(index).map(|(axis, &at)| axis.get(at).copied().unwrap_or(0)).collect()
    }

    /// The task of the block with these indices.
    pub fn task(&self, index: &[usize]) -> TaskId {
        self.tasks.get(ravel(&self.grid(), index)).copied().unwrap_or(0)
    }
}

/// Every index of a grid, in C order.
pub fn indices(grid: &[usize]) -> impl Iterator<Item = Vec<usize>> + use<> {
    let grid = grid.to_vec();
    let count: usize = grid.iter().product();
    (0..count).map(move |at| unravel(&grid, at))
}

/// After so many blocks the user is asked whether to go on.
const POLLED: usize = 1024;

/// A layer being made.
#[derive(Clone, Copy)]
pub struct Layer {
    /// Its number.
    pub number: u32,
    /// The user's expression.
    pub span: Span,
}

impl Lowering<'_> {
    /// The tasks that give whole arrays, computed together.
    pub fn arrays(&mut self, arrays: &[Array], optimized: bool) -> Res<Vec<TaskId>> {
        let roots: Vec<Node> = arrays.iter().map(|array| array.node.clone()).collect();
        roots.iter().try_for_each(|root| fits(&root.meta))?;
        let roots = if optimized { optimize(&roots) } else { roots };
        self.nodes(&roots, optimized)?;
        roots.iter().map(|root| self.whole(root)).collect()
    }

    /// The blocks of arrays, computed together.
    pub fn blocks_of(&mut self, arrays: &[Array], optimized: bool) -> Res<Vec<Rc<Blocks>>> {
        let roots: Vec<Node> = arrays.iter().map(|array| array.node.clone()).collect();
        let roots = if optimized { optimize(&roots) } else { roots };
        self.nodes(&roots, optimized)?;
        let found = |root: &Node| self.blocks.get(&Arc::as_ptr(root)).cloned();
        roots.iter().map(|root| found(root).ok_or_else(|| raised::type_error("an array has no blocks"))).collect()
    }

    /// The blocks of nodes and of all they need.
    pub fn nodes(&mut self, roots: &[Node], fused: bool) -> Res<()> {
        let order = postorder(roots);
        let uses = Uses::of(&order, roots);
        // What a reduction alone reads is made in its own pass.
        let alone = |node: &Node| uses.count(node) == 1 && crate::expr::fuse::Fused::of(node).is_some();
        let reduced: Vec<NodePtr> = order
            .iter()
            .filter(|node| fused && matches!(node.op, NodeOp::Reduce { .. }))
            .flat_map(|node| node.inputs.iter().filter(|input| alone(input)).map(Arc::as_ptr))
            .collect();
        let reduced: rustc_hash::FxHashSet<NodePtr> = reduced.into_iter().collect();
        for node in &order {
            let at = Arc::as_ptr(node);
            if self.blocks.contains_key(&at) || reduced.contains(&at) {
                continue;
            }
            let blocks = self.node(node)?;
            self.blocks.insert(at, Rc::new(blocks));
            self.kept.push(node.clone());
        }
        Ok(())
    }

    fn node(&mut self, node: &Node) -> Res<Blocks> {
        if let Some(blocks) = node.meta.blocks() {
            countable(blocks.iter().map(|axis| axis.len()), node)?;
        }
        match &node.op {
            NodeOp::Source(Source::Data { array, .. }) => self.data(node, &**array),
            NodeOp::Source(_) | NodeOp::Elementwise { .. } | NodeOp::Fused(_) => self.elementwise(node),
            NodeOp::Reduce { row, axes, keepdims, ddof, split_every } => {
                let (keepdims, ddof, split_every) = (*keepdims, *ddof, *split_every);
                self.reduce(node, Reduce { row, axes, keepdims, ddof, split_every })
            }
            NodeOp::Slice(picks) => self.slice(node, picks),
            NodeOp::Rechunk(budget) => {
                let input = self.input_blocks(node, 0)?;
                let target = blocks_of(node)?;
                self.rechunk_within(&input, target, node, budget)
            }
            NodeOp::Transpose(axes) => self.transpose(node, axes),
            NodeOp::Contract => self.contract(node),
            NodeOp::Concat { axis } => self.concat(node, *axis),
            NodeOp::Stack { axis } => self.stack(node, *axis),
            NodeOp::Call(call) => self.call(node, call),
            NodeOp::Move(how) => self.moved(node, how),
        }
    }

    /// The blocks of an input.
    pub fn input_blocks(&mut self, node: &Node, at: usize) -> Res<Rc<Blocks>> {
        let found = node.inputs.get(at).and_then(|input| self.blocks.get(&Arc::as_ptr(input)));
        found.cloned().ok_or_else(|| raised::type_error(format!("{} has no input {at}", node.name())))
    }

    /// A layer under a node's name; `stem` stands before it for the inner layers of a node.
    pub fn node_layer(&mut self, node: &Node, stem: Option<&str>, grid: &[usize]) -> Layer {
        let prefix = stem.map_or(node.prefix, crate::data::Sym::new);
        let name = match stem {
            None if **node.name() != format!("{}-{:032x}", node.prefix, node.token) => {
                LayerName::Text(node.name().clone())
            }
            _ => LayerName::Hash { prefix, hash: node.token, uuid: false },
        };
        Layer { number: self.graph.layer(name, Some(grid.into())), span: node.span }
    }

    /// Add a task of a layer.
    ///
    /// # Errors
    /// When the user stopped it.
    pub fn block(&mut self, layer: Layer, at: usize, op: Op, inputs: impl IntoIterator<Item = TaskId>) -> Res<TaskId> {
        if at.is_multiple_of(POLLED) {
            self.host.poll()?;
        }
        Ok(self.graph.add(op, Key { layer: layer.number, at: at as u32 }, layer.span, inputs))
    }

    /// One task that gives the whole array.
    fn whole(&mut self, root: &Node) -> Res<TaskId> {
        let Some(blocks) = self.blocks.get(&Arc::as_ptr(root)).cloned() else {
            return Err(raised::type_error(format!("{} has no blocks", root.name())));
        };
        if let [only] = *blocks.tasks {
            return Ok(only);
        }
        if root.loose {
            return self.assembled(root, &blocks);
        }
        let shape: Vec<usize> = blocks.chunks.iter().map(|axis| axis.iter().sum()).collect();
        let starts: Vec<Vec<usize>> = blocks.chunks.iter().map(|axis| starts(axis)).collect();
        let part = |index: Vec<usize>| {
            let cuts = blocks.shape(&index).into_iter().map(|count| Steps { start: 0, step: 1, count }).collect();
            let at = starts.iter().zip(&index).map(|(axis, &at)| axis.get(at).copied().unwrap_or(0)).collect();
            Part { cuts, at }
        };
        let parts = indices(&blocks.grid()).map(part).collect();
        let layer = self
            .graph
            .layer(LayerName::Hash { prefix: crate::data::Sym::new("finalize"), hash: root.token, uuid: false }, None);
        let op = Op::Block(Arc::new(BlockOp::Merge { shape, parts }));
        Ok(self.graph.add(op, Key { layer, at: 0 }, root.span, blocks.tasks.iter().copied()))
    }

    /// One task that puts blocks together by the shapes that they turn out to have.
    fn assembled(&mut self, root: &Node, blocks: &Blocks) -> Res<TaskId> {
        let name = LayerName::Hash { prefix: crate::data::Sym::new("finalize"), hash: root.token, uuid: false };
        let layer = self.graph.layer(name, None);
        let op = Op::Block(Arc::new(BlockOp::Assemble { grid: blocks.grid() }));
        Ok(self.graph.add(op, Key { layer, at: 0 }, root.span, blocks.tasks.iter().copied()))
    }

    /// Blocks of a snapshot: views, no copies.
    fn data(&mut self, node: &Node, array: &dyn crate::value::native::FrozenNative) -> Res<Blocks> {
        let any: &dyn std::any::Any = array;
        let Some(FrozenArray(chunk)) = any.downcast_ref() else {
            return Err(raised::type_error("the source of a dask array is not an array"));
        };
        let mut blocks = Blocks { chunks: blocks_of(node)?, tasks: Vec::new() };
        let starts: Vec<Vec<usize>> = blocks.chunks.iter().map(|axis| starts(axis)).collect();
        let grid = blocks.grid();
        let layer = self.node_layer(node, None, &grid);
        for (place, index) in indices(&grid).enumerate() {
            let mut part: Chunk = chunk.clone();
            for (axis, (&at, count)) in index.iter().zip(blocks.shape(&index)).enumerate() {
                let start = starts.get(axis).and_then(|axis| axis.get(at)).copied().unwrap_or(0);
                part = part.slice_axis(axis, Steps { start, step: 1, count });
            }
            let value = Frozen::Native(Arc::new(FrozenArray(part)));
            blocks.tasks.push(self.block(layer, place, Op::Value(value), [])?);
        }
        Ok(blocks)
    }

    fn transpose(&mut self, node: &Node, axes: &[usize]) -> Res<Blocks> {
        let input = self.input_blocks(node, 0)?;
        let mut blocks = Blocks { chunks: chunks_of(node)?, tasks: Vec::new() };
        let grid = blocks.grid();
        let layer = self.node_layer(node, None, &grid);
        let op = Arc::new(BlockOp::Transpose(axes.to_vec()));
        for (place, index) in indices(&grid).enumerate() {
            let mut from = vec![0; index.len()];
            for (&axis, &at) in axes.iter().zip(&index) {
                if let Some(slot) = from.get_mut(axis) {
                    *slot = at;
                }
            }
            let task = input.task(&from);
            blocks.tasks.push(self.block(layer, place, Op::Block(op.clone()), [task])?);
        }
        Ok(blocks)
    }

    /// A slice takes from each block what falls into it.
    fn slice(&mut self, node: &Node, picks: &[Pick]) -> Res<Blocks> {
        let input = self.input_blocks(node, 0)?;
        // For each axis of the input the blocks that are read and what is cut from each; `None` stands for a new axis.
        let mut axes: Vec<Vec<(Option<usize>, Cut)>> = Vec::new();
        let mut from = input.chunks.iter();
        let chunks = chunks_of(node)?;
        let mut wanted = chunks.iter();
        for pick in picks {
            axes.push(match *pick {
                Pick::New => {
                    wanted.next();
                    vec![(None, Cut::New)]
                }
                Pick::Index(at) => vec![located(from.next(), at)],
                Pick::Range { count: UNKNOWN, .. } => {
                    wanted.next();
                    let all = Cut::Steps(Steps { start: 0, step: 1, count: UNKNOWN });
                    (0..from.next().map_or(1, |axis| axis.len())).map(|block| (Some(block), all)).collect()
                }
                Pick::Range { start, step, count } => {
                    let chosen = selected(from.next(), Steps { start, step, count });
                    let wanted = wanted.next().cloned().unwrap_or_default();
                    with_empty(chosen, &wanted)
                }
            });
        }
        let mut blocks = Blocks { chunks, tasks: Vec::new() };
        let layer = self.node_layer(node, None, &blocks.grid());
        let grid: Vec<usize> = axes.iter().map(Vec::len).collect();
        for (place, index) in indices(&grid).enumerate() {
            let chosen: Vec<(Option<usize>, Cut)> =
                axes.iter().zip(&index).filter_map(|(axis, &at)| axis.get(at).copied()).collect();
            let block: Vec<usize> = chosen.iter().filter_map(|(block, _)| *block).collect();
            let cuts: Vec<Cut> = chosen.iter().map(|(_, cut)| *cut).collect();
            let whole = cuts.len() == block.len() && is_whole(&cuts, &input.shape(&block));
            let op = if whole { Op::Alias } else { Op::Block(Arc::new(BlockOp::Slice(cuts))) };
            let task = input.task(&block);
            blocks.tasks.push(self.block(layer, place, op, [task])?);
        }
        Ok(blocks)
    }
}

/// The block that holds a position, and the position in it.
fn located(axis: Option<&Arc<[usize]>>, at: usize) -> (Option<usize>, Cut) {
    let mut rest = at;
    for (block, &size) in axis.iter().flat_map(|axis| axis.iter()).enumerate() {
        if rest < size {
            return (Some(block), Cut::Index(rest));
        }
        rest -= size;
    }
    (Some(0), Cut::Index(0))
}

/// What is cut, with the empty blocks of the result between.
fn with_empty(chosen: Vec<(Option<usize>, Cut)>, wanted: &[usize]) -> Vec<(Option<usize>, Cut)> {
    if chosen.len() == wanted.len() {
        return chosen;
    }
    let empty = |cut: &Cut| matches!(cut, Cut::Steps(Steps { count: 0, .. }));
    let mut rest = chosen.into_iter().filter(|(_, cut)| !empty(cut));
    let nothing = (Some(0), Cut::Steps(Steps { start: 0, step: 1, count: 0 }));
    wanted.iter().map(|&size| if size == 0 { nothing } else { rest.next().unwrap_or(nothing) }).collect()
}

/// The blocks that a slice reads, in its direction, and what it takes of each.
fn selected(axis: Option<&Arc<[usize]>>, steps: Steps) -> Vec<(Option<usize>, Cut)> {
    let mut out = Vec::new();
    let mut start = 0;
    for (block, &size) in axis.iter().flat_map(|axis| axis.iter()).enumerate() {
        let (count, first) = crate::expr::meta::index::inside(steps, start, start + size);
        if count > 0 {
            out.push((Some(block), Cut::Steps(Steps { start: first - start, step: steps.step, count })));
        }
        start += size;
    }
    if steps.step < 0 {
        out.reverse();
    }
    if out.is_empty() {
        out.push((Some(0), Cut::Steps(Steps { start: 0, step: 1, count: 0 })));
    }
    out
}

fn is_whole(cuts: &[Cut], shape: &[usize]) -> bool {
    let whole =
        |(cut, &size): (&Cut, &usize)| matches!(*cut, Cut::Steps(Steps { start: 0, step: 1, count }) if count == size);
    cuts.iter().zip(shape).all(whole)
}

/// Where each block begins.
pub fn starts(axis: &[usize]) -> Vec<usize> {
    axis.iter().scan(0, |end, &size| Some(std::mem::replace(end, *end + size))).collect()
}

/// `MemoryError` if a whole array that is wanted cannot stand in the machine's memory.
fn fits(meta: &ArrayMeta) -> Res<()> {
    let bytes = meta.sizes().map(|sizes| (bytes_of(&sizes, meta.dtype.held()), sizes));
    match bytes {
        Some((bytes, sizes)) if bytes > buffer::machine() => Err(buffer::memory_error(&sizes, meta.dtype)),
        _ => Ok(()),
    }
}

fn bytes_of(sizes: &[usize], each: usize) -> u64 {
    sizes.iter().fold(each as u64, |all, &n| all.saturating_mul(n as u64))
}

/// The most tasks that one operation may have.
const MOST_TASKS: usize = 1 << 28;

/// `MemoryError` if an operation on a grid of this size has more tasks than any machine holds.
pub fn countable(mut grid: impl Iterator<Item = usize>, node: &Node) -> Res<()> {
    match grid.try_fold(1usize, |count, size| count.checked_mul(size)) {
        Some(count) if count <= MOST_TASKS => Ok(()),
        count => {
            let count = count.map_or_else(|| "more tasks than can be counted".to_owned(), |n| format!("{n} tasks"));
            let text = format!("{} has {count}", node.prefix);
            Err(Raised::new(ExcClass::MemoryError, text).help("choose larger chunks, or rechunk the array before"))
        }
    }
}

/// The blocks of a node; their sizes may be `UNKNOWN`.
pub fn chunks_of(node: &Node) -> Res<Vec<Arc<[usize]>>> {
    match node.meta.chunks.iter().cloned().collect() {
        Some(chunks) => Ok(chunks),
        None => blocks_of(node),
    }
}

/// The blocks of a node, of sizes that are known.
pub fn blocks_of(node: &Node) -> Res<Vec<Arc<[usize]>>> {
    node.meta.blocks().ok_or_else(|| {
        let shape = crate::expr::meta::chunks::show_shape(&node.meta.shape);
        raised::value_error(format!("Array chunk size or shape is unknown. shape: {shape}"))
            .help("x.compute_chunk_sizes() computes the sizes")
    })
}

/// A pointer that names a node.
pub type NodePtr = *const NodeData;
