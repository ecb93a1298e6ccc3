//! Logical nodes of arrays: immutable, shared by threads, in few families. Equal nodes are one node.

use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError, Weak};

use rustc_hash::{FxHashMap, FxHashSet};

use super::call::BlockCall;
use super::meta::ArrayMeta;
use super::meta::replan::Budget;
use super::moves::Move;
use super::token::Token;
use crate::data::{Scalar, Sym};
use crate::source::Span;
use crate::value::native::FrozenNative;

/// A node. Cloning is one increment; nodes of equal structure are the same pointer.
pub type Node = Arc<NodeData>;

/// The data of a node.
pub struct NodeData {
    /// What it computes.
    pub op: Op,
    /// Of what.
    pub inputs: Vec<Node>,
    /// Dtype, shape and chunks of the result.
    pub meta: ArrayMeta,
    /// First part of its name: `ones_like`, `add`, `sum-aggregate`.
    pub prefix: Sym,
    /// Hash of its structure.
    pub token: u128,
    /// The user's expression that first made it. Not part of its identity.
    pub span: Span,
    /// Whether only the run knows the sizes of its blocks: those of what a function gives are believed nowhere.
    pub loose: bool,
    name: OnceLock<Arc<str>>,
}

/// A number in an operation.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Const {
    /// The number, or fixed string.
    pub value: Scalar,
    /// Whether it is a Python number, which adapts to the array's dtype (NEP 50); a NumPy scalar does not.
    pub weak: bool,
}

/// An operand of an elementwise operation.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Arg {
    /// The input with this position.
    Input(u32),
    /// A number.
    Const(Const),
}

/// How a slice treats one axis.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Pick {
    /// Keep the axis: `count` positions from `start`, `step` apart (not 0; negative runs backwards).
    Range {
        /// First position.
        start: usize,
        /// From one to the next.
        step: i64,
        /// How many.
        count: usize,
    },
    /// Drop the axis: one position.
    Index(usize),
    /// A new axis of size 1 (`None` in an index); takes no axis of the input.
    New,
}

/// A random source: element `i` depends on the seed and `i` alone.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Random {
    /// The distribution: `random`, `normal`, `integers`.
    pub distribution: &'static str,
    /// The key of the stream.
    pub seed: u64,
    /// Which draw of the generator it is: two calls of one generator give different numbers.
    pub draw: u64,
    /// Parameters of the distribution.
    pub params: Vec<Const>,
}

/// An array that is made of no other.
#[derive(Clone)]
pub enum Source {
    /// Every element the same (of the node's dtype).
    Fill(Const),
    /// Element `i` is `start + i * step`.
    Arange {
        /// First element.
        start: Const,
        /// From one to the next.
        step: Const,
    },
    /// Evenly spaced from `start`, as `np.linspace`.
    Linspace {
        /// First element.
        start: Const,
        /// Last element (or one past it without `endpoint`).
        stop: Const,
        /// Whether `stop` is the last element.
        endpoint: bool,
    },
    /// Random numbers.
    Random(Random),
    /// Elements of a source at chosen positions: that with index `i` is the one at `start` plus `i` times `strides`.
    View {
        /// The source.
        of: Arc<Source>,
        /// How many elements the whole source has.
        size: usize,
        /// Position of the first element in it.
        start: u64,
        /// From one to the next along each axis of the node; wraps for negative steps.
        strides: Vec<u64>,
    },
    /// A snapshot of an eager array, with the hash of its contents.
    Data {
        /// The frozen array.
        array: Arc<dyn FrozenNative>,
        /// Hash of what is in it.
        token: u128,
    },
}

impl Source {
    /// What makes it, in one word.
    pub fn verb(&self) -> &'static str {
        match self {
            Source::Fill(_) => "full",
            Source::Arange { .. } => "arange",
            Source::Linspace { .. } => "linspace",
            Source::Random(random) => random.distribution,
            Source::View { of, .. } => of.verb(),
            Source::Data { .. } => "array",
        }
    }

    /// Whether making an element costs more than a few operations.
    pub fn is_costly(&self) -> bool {
        match self {
            Source::Random(_) => true,
            Source::View { of, .. } => of.is_costly(),
            _ => false,
        }
    }
}

/// The families of nodes. `row` is the name of a row in the tables of `ops`.
#[derive(Clone)]
pub enum Op {
    /// Made of nothing.
    Source(Source),
    /// Element by element, with broadcasting; the dtype (and target of `astype`) is the node's.
    Elementwise {
        /// The row.
        row: &'static str,
        /// Operands, in the row's order.
        args: Vec<Arg>,
    },
    /// Along axes.
    Reduce {
        /// The row.
        row: &'static str,
        /// Axes that are reduced, sorted.
        axes: Vec<usize>,
        /// Whether they stay, with size 1.
        keepdims: bool,
        /// Delta degrees of freedom, for `var`.
        ddof: usize,
        /// How many blocks are combined at once along each axis; `None`: Dask's default.
        split_every: Option<usize>,
    },
    /// Basic slicing: one entry for each axis of the input, and for each new axis where it stands.
    Slice(Vec<Pick>),
    /// The same array in the blocks of the node's meta, by steps within a budget.
    Rechunk(Budget),
    /// Axes in another order: axis `i` of the result is axis `axes[i]` of the input.
    Transpose(Vec<usize>),
    /// Matrix product of arrays of one or two axes: the last axis of the first with the first of the second.
    Contract,
    /// One after another along an axis.
    Concat {
        /// The axis.
        axis: usize,
    },
    /// Along a new axis.
    Stack {
        /// Where the new axis stands.
        axis: usize,
    },
    /// A function on blocks.
    Call(Arc<BlockCall>),
    /// Elements in other places.
    Move(Move),
    /// Elementwise nodes, their sources in front and a partial reduction behind, in one pass over each block.
    Fused(Arc<super::fuse::Fused>),
}

type Table = FxHashMap<u128, Weak<NodeData>>;

/// Live nodes by token, and the size at which dead entries are swept.
static LIVE: LazyLock<Mutex<(Table, usize)>> = LazyLock::new(|| Mutex::new((Table::default(), 1024)));

impl NodeData {
    /// The node of this structure: a live one, or a new one. `span` is the user's expression.
    pub fn make(prefix: &str, op: Op, inputs: Vec<Node>, meta: ArrayMeta, span: Span) -> Node {
        let token = structure(prefix, &op, &inputs, &meta);
        let mut live = LIVE.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = live.0.get(&token).and_then(Weak::upgrade) {
            drop(live);
            return found;
        }
        let loose = is_loose(&op, &inputs);
        let data = NodeData { op, inputs, meta, prefix: Sym::new(prefix), token, span, loose, name: OnceLock::new() };
        let node = Arc::new(data);
        live.0.insert(token, Arc::downgrade(&node));
        if live.0.len() > live.1 {
            live.0.retain(|_, at| at.strong_count() > 0);
            live.1 = (live.0.len() * 2).max(1024);
        }
        node
    }

    /// A node under a name that the user chose: never merged with another.
    pub fn named(name: &str, op: Op, inputs: Vec<Node>, meta: ArrayMeta, span: Span) -> Node {
        let mut token = Token::new("named");
        let token = token.text(name).wide(structure(name, &op, &inputs, &meta)).finish();
        let (prefix, loose, name) = (Sym::new(name), is_loose(&op, &inputs), OnceLock::from(Arc::from(name)));
        let data = NodeData { op, inputs, meta, prefix, token, span, loose, name };
        Arc::new(data)
    }

    /// The same operation on other inputs.
    pub fn with_inputs(&self, inputs: Vec<Node>) -> Node {
        NodeData::make(self.prefix.as_str(), self.op.clone(), inputs, self.meta.clone(), self.span)
    }

    /// Its name, as Dask prints it: `add-` and 32 hexadecimal digits.
    pub fn name(&self) -> &Arc<str> {
        self.name.get_or_init(|| Arc::from(format!("{}-{:032x}", self.prefix, self.token)))
    }

    /// The operation in one word: the row's name, or the family's.
    pub fn verb(&self) -> &'static str {
        match &self.op {
            Op::Source(source) => source.verb(),
            Op::Elementwise { row, .. } | Op::Reduce { row, .. } => row,
            Op::Slice(_) => "getitem",
            Op::Rechunk(_) => "rechunk",
            Op::Transpose(_) => "transpose",
            Op::Contract => "dot",
            Op::Concat { .. } => "concatenate",
            Op::Stack { .. } => "stack",
            Op::Call(_) => "map_blocks",
            Op::Move(how) => how.verb(),
            Op::Fused(_) => "fused",
        }
    }
}

fn is_loose(op: &Op, inputs: &[Node]) -> bool {
    matches!(op, Op::Call(call) if call.changes())
        || matches!(op, Op::Move(Move::Split))
        || inputs.iter().any(|input| input.loose)
}

/// Nodes can form chains of a million: they are taken apart in a loop.
impl Drop for NodeData {
    fn drop(&mut self) {
        let mut rest = std::mem::take(&mut self.inputs);
        while let Some(node) = rest.pop() {
            if let Some(mut data) = Arc::into_inner(node) {
                rest.append(&mut data.inputs);
            }
        }
    }
}

/// All nodes that the roots reach, each once, inputs before what uses them.
pub fn postorder(roots: &[Node]) -> Vec<Node> {
    let mut done: FxHashSet<*const NodeData> = FxHashSet::default();
    let mut out = Vec::new();
    let mut stack: Vec<(Node, usize)> = roots.iter().rev().map(|root| (root.clone(), 0)).collect();
    while let Some((node, at)) = stack.pop() {
        if done.contains(&Arc::as_ptr(&node)) {
            continue;
        }
        match node.inputs.get(at).cloned() {
            Some(input) => {
                stack.push((node, at + 1));
                stack.push((input, 0));
            }
            None => {
                done.insert(Arc::as_ptr(&node));
                out.push(node);
            }
        }
    }
    out
}

fn structure(prefix: &str, op: &Op, inputs: &[Node], meta: &ArrayMeta) -> u128 {
    let mut token = Token::new("node");
    token.text(prefix).word(inputs.len() as u64);
    for input in inputs {
        token.wide(input.token);
    }
    add_meta(&mut token, meta);
    add_op(&mut token, op);
    token.finish()
}

fn add_meta(token: &mut Token, meta: &ArrayMeta) {
    token.word(meta.dtype.code()).word(meta.ndim() as u64);
    for (size, blocks) in meta.shape.iter().zip(&meta.chunks) {
        token.word(size.map_or(u64::MAX, |n| n as u64));
        let blocks = blocks.as_deref().unwrap_or(&[]);
        token.word(blocks.len() as u64);
        // A million equal blocks are one run.
        for run in blocks.chunk_by(|a, b| a == b) {
            token.word(run.first().map_or(0, |&block| block as u64)).word(run.len() as u64);
        }
    }
}

fn add_const(token: &mut Token, number: &Const) {
    token.word(number.value.dtype().code() * 2 + u64::from(number.weak)).wide(number.value.wide());
}

fn add_source(token: &mut Token, source: &Source) {
    match source {
        Source::Fill(value) => add_const(token.word(0), value),
        Source::Arange { start, step } => {
            add_const(token.word(1), start);
            add_const(token, step);
        }
        Source::Linspace { start, stop, endpoint } => {
            add_const(token.word(2 + u64::from(*endpoint)), start);
            add_const(token, stop);
        }
        Source::Random(random) => {
            token.word(4).text(random.distribution).word(random.seed).word(random.draw);
            random.params.iter().for_each(|param| add_const(token, param));
        }
        Source::View { of, size, start, strides } => {
            add_source(token.word(6), of);
            token.word(*size as u64).word(*start);
            for &step in strides {
                token.word(step);
            }
        }
        Source::Data { token: contents, .. } => {
            token.word(5).wide(*contents);
        }
    }
}

pub(super) fn add_axes(token: &mut Token, axes: &[usize]) {
    for &axis in axes {
        token.word(axis as u64);
    }
}

fn add_op(token: &mut Token, op: &Op) {
    match op {
        Op::Source(source) => add_source(token.word(0), source),
        Op::Elementwise { row, args } => {
            token.word(1).text(row);
            for arg in args {
                match arg {
                    Arg::Input(at) => {
                        token.word(0).word(u64::from(*at));
                    }
                    Arg::Const(number) => add_const(token.word(1), number),
                }
            }
        }
        Op::Reduce { row, axes, keepdims, ddof, split_every } => {
            token.word(2).text(row).word(u64::from(*keepdims)).word(*ddof as u64);
            token.word(split_every.map_or(0, |n| n as u64 + 1));
            add_axes(token, axes);
        }
        Op::Slice(picks) => {
            token.word(3);
            for pick in picks {
                match *pick {
                    Pick::Range { start, step, count } => {
                        token.word(0).word(start as u64).word(step as u64).word(count as u64)
                    }
                    Pick::Index(at) => token.word(1).word(at as u64),
                    Pick::New => token.word(2),
                };
            }
        }
        Op::Rechunk(budget) => {
            token.word(4).word(budget.threshold as u64).word(budget.limit);
        }
        Op::Transpose(axes) => {
            token.word(5);
            add_axes(token, axes);
        }
        Op::Contract => {
            token.word(6);
        }
        Op::Concat { axis } => {
            token.word(7).word(*axis as u64);
        }
        Op::Stack { axis } => {
            token.word(8).word(*axis as u64);
        }
        Op::Fused(fused) => fused.token(token.word(9)),
        Op::Call(call) => {
            token.word(10).wide(call.token);
        }
        Op::Move(how) => super::moves::add_move(token.word(11), how),
    }
}
