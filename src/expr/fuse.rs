//! Fusing: a tree of elementwise nodes, with the sources in front of it, becomes one node: one pass over each block.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::call::{BlockCall, CallArg};
use super::meta::ArrayMeta;
use super::node::{Arg, Const, Node, NodeData, Op, Source, postorder};
use super::rules::Uses;
use super::token::Token;
use crate::data::{DType, Scalar};
use crate::source::Span;
use crate::value::frozen::Frozen;

/// Several nodes in one: steps, of which the last is the result. Inputs and sources broadcast to the node's shape.
#[derive(Clone)]
pub struct Fused {
    /// The steps.
    pub steps: Vec<Step>,
}

/// One step.
#[derive(Clone)]
pub enum Step {
    /// The node's input with this position.
    Input(u32),
    /// Elements made from their positions.
    Source {
        /// How.
        source: Source,
        /// Dtype and shape of the source.
        meta: ArrayMeta,
        /// Its node's token.
        token: u128,
    },
    /// An elementwise operation.
    Apply {
        /// The row.
        row: &'static str,
        /// Operands.
        args: Vec<StepArg>,
        /// Dtype of the result.
        dtype: DType,
    },
    /// A function of the user, called for each element.
    Call {
        /// The function.
        call: Arc<BlockCall>,
        /// Its arguments.
        args: Vec<StepArg>,
        /// Dtype of the result.
        dtype: DType,
        /// The name of its node.
        name: Arc<str>,
        /// The user's expression.
        span: Span,
    },
}

/// An operand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StepArg {
    /// The result of a step.
    Step(u32),
    /// A number.
    Const(Const),
}

impl StepArg {
    fn token(&self, token: &mut Token) {
        match self {
            StepArg::Step(at) => token.word(0).word(u64::from(*at)),
            StepArg::Const(number) => {
                token.word(1 + number.value.dtype().code() * 2 + u64::from(number.weak)).wide(number.value.wide())
            }
        };
    }
}

/// Most steps of one fused node: each needs room for a block of elements near the processor.
const MOST_STEPS: usize = 120;

impl Fused {
    /// Add the structure to a hash.
    pub fn token(&self, token: &mut Token) {
        for step in &self.steps {
            match step {
                Step::Input(at) => {
                    token.word(0).word(u64::from(*at));
                }
                Step::Source { token: source, .. } => {
                    token.word(1).wide(*source);
                }
                Step::Apply { row, args, dtype } => {
                    token.word(2).text(row).word(dtype.code()).word(args.len() as u64);
                    args.iter().for_each(|arg| arg.token(token));
                }
                Step::Call { call, args, dtype, .. } => {
                    token.word(3).wide(call.token).word(dtype.code()).word(args.len() as u64);
                    args.iter().for_each(|arg| arg.token(token));
                }
            }
        }
    }

    /// A single elementwise node, or source, as steps.
    pub fn of(node: &Node) -> Option<Fused> {
        match &node.op {
            Op::Fused(fused) => Some((**fused).clone()),
            Op::Source(source) if generates(source) => Some(Fused { steps: vec![source_step(node, source)] }),
            _ if is_elementwise(node) => Some(collect(node, &|_| false).0),
            _ => None,
        }
    }
}

/// Whether a source makes each element from its position: then any block can be made anywhere, at any time.
pub fn generates(source: &Source) -> bool {
    !matches!(source, Source::Data { .. })
}

/// Whether a node makes each element of those in the same place: a row does, or a function of single numbers.
fn is_elementwise(node: &Node) -> bool {
    match &node.op {
        Op::Elementwise { .. } => true,
        Op::Call(call) => call.elements.is_some() && !node.loose,
        _ => false,
    }
}

fn source_step(node: &Node, source: &Source) -> Step {
    Step::Source { source: source.clone(), meta: node.meta.clone(), token: node.token }
}

/// The pass: in every node of the graph, elementwise trees become fused nodes.
pub fn fuse(roots: &[Node]) -> Vec<Node> {
    let order = postorder(roots);
    let uses = Uses::of(&order, roots);
    let mut size: FxHashMap<*const NodeData, usize> = FxHashMap::default();
    let mut inside: FxHashSet<*const NodeData> = FxHashSet::default();
    // Trees with sources, or functions of the user, in them: their blocks have the sizes that these say.
    let mut sourced: FxHashSet<*const NodeData> = FxHashSet::default();
    for node in order.iter().filter(|node| is_elementwise(node)) {
        let mut steps = 1;
        for input in &node.inputs {
            let at = Arc::as_ptr(input);
            let own = size.get(&at).copied().unwrap_or(1);
            let sized = sourced.contains(&at) || matches!(input.op, Op::Source(_) | Op::Call(_));
            if absorbs(node, input, &uses) && steps + own <= MOST_STEPS && !(node.loose && sized) {
                steps += own;
                inside.insert(at);
                if sized {
                    sourced.insert(Arc::as_ptr(node));
                }
            }
        }
        size.insert(Arc::as_ptr(node), steps);
    }
    let mut new: FxHashMap<*const NodeData, Node> = FxHashMap::default();
    for node in &order {
        // A source that only fused nodes read is never asked for; making it here costs nothing.
        let renamed = |input: &Node| new.get(&Arc::as_ptr(input)).unwrap_or(input).clone();
        let made = match &node.op {
            _ if inside.contains(&Arc::as_ptr(node)) && is_elementwise(node) => node.clone(),
            Op::Elementwise { .. } | Op::Call(_) if fuses(node, &size) => {
                let (fused, inputs) = collect(node, &|input: &Node| inside.contains(&Arc::as_ptr(input)));
                let inputs = inputs.iter().map(renamed).collect();
                let op = Op::Fused(Arc::new(fused));
                NodeData::make(node.prefix.as_str(), op, inputs, node.meta.clone(), node.span)
            }
            _ => super::rules::rebuilt(node, node.inputs.iter().map(renamed).collect()),
        };
        new.insert(Arc::as_ptr(node), made);
    }
    roots.iter().map(|root| new.get(&Arc::as_ptr(root)).unwrap_or(root).clone()).collect()
}

/// Whether a node becomes a fused one: a call that takes nothing in stays what it is.
fn fuses(node: &Node, size: &FxHashMap<*const NodeData, usize>) -> bool {
    let alone = size.get(&Arc::as_ptr(node)).is_none_or(|&steps| steps == 1);
    is_elementwise(node) && (!alone || matches!(node.op, Op::Elementwise { .. }))
}

/// Whether an elementwise node takes an input in.
fn absorbs(node: &Node, input: &Node, uses: &Uses) -> bool {
    match &input.op {
        // Random numbers are costly: made once if several nodes read them.
        Op::Source(source) if source.is_costly() => uses.count(input) == 1,
        Op::Source(source) => generates(source) && uses.count(input) > 0,
        _ if is_elementwise(input) => {
            uses.count(input) == 1 && input.meta.shape == node.meta.shape && input.meta.chunks == node.meta.chunks
        }
        _ => false,
    }
}

/// The steps of a tree, and the inputs from outside it. `inside` says which inputs belong to the tree.
fn collect(root: &Node, inside: &dyn Fn(&Node) -> bool) -> (Fused, Vec<Node>) {
    let mut steps: Vec<Step> = Vec::new();
    let mut at: FxHashMap<*const NodeData, u32> = FxHashMap::default();
    let mut inputs: Vec<Node> = Vec::new();
    let mut stack = vec![(root.clone(), false)];
    while let Some((node, opened)) = stack.pop() {
        if at.contains_key(&Arc::as_ptr(&node)) {
            continue;
        }
        let within = Arc::ptr_eq(&node, root) || inside(&node);
        if within && !opened && is_elementwise(&node) {
            stack.push((node.clone(), true));
            stack.extend(node.inputs.iter().rev().map(|input| (input.clone(), false)));
            continue;
        }
        let input = |place: u32| {
            let input = node.inputs.get(place as usize)?;
            at.get(&Arc::as_ptr(input)).map(|&step| StepArg::Step(step))
        };
        let dtype = node.meta.dtype;
        let step = match &node.op {
            Op::Elementwise { row, args } if within => {
                let arg = |arg: &Arg| match arg {
                    Arg::Const(number) => Some(StepArg::Const(*number)),
                    Arg::Input(place) => input(*place),
                };
                Step::Apply { row, args: args.iter().filter_map(arg).collect(), dtype }
            }
            Op::Call(call) if within && is_elementwise(&node) => {
                let arg = |arg: &CallArg| match arg {
                    CallArg::Blocks { input: place, .. } => input(*place),
                    CallArg::Value(value) => number(value).map(StepArg::Const),
                    _ => None,
                };
                let args = call.args.iter().filter_map(arg).collect();
                Step::Call { call: call.clone(), args, dtype, name: node.name().clone(), span: node.span }
            }
            Op::Source(source) if within => source_step(&node, source),
            _ => {
                inputs.push(node.clone());
                Step::Input(inputs.len() as u32 - 1)
            }
        };
        at.insert(Arc::as_ptr(&node), steps.len() as u32);
        steps.push(step);
    }
    (Fused { steps }, inputs)
}

/// A number that is given to a function.
fn number(value: &Frozen) -> Option<Const> {
    let value = match value {
        Frozen::Bool(value) => Scalar::Bool(*value),
        Frozen::Int(value) => Scalar::Int64(*value),
        Frozen::Float(value) => Scalar::Float64(*value),
        _ => return None,
    };
    Some(Const { value, weak: false })
}
