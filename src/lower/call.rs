//! Functions on blocks: one call for each block of the result, with the blocks it takes.

use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::array::{Blocks, Layer, blocks_of, indices, starts};
use super::delayed::{Inputs, Lowering};
use crate::data::raised::value_error;
use crate::data::{Res, raised};
use crate::expr::call::{Along, BlockCall, CallArg};
use crate::expr::delayed::{Arg, Lazy};
use crate::expr::node::Node;
use crate::graph::{self, Callee, Gives, Op, TaskArg, TaskId};
use crate::ops::block::BlockOp;
use crate::value::Value;
use crate::value::frozen::Frozen;

/// An argument that is ready to be given to tasks.
enum Ready<'n> {
    Value(Frozen),
    Lazy(Arg),
    Blocks {
        input: Rc<Blocks>,
        along: &'n [Along],
        join: bool,
    },
    Id,
    Each(Value),
    /// Where each block begins along each axis.
    Begin(Vec<Vec<usize>>),
    /// Sizes of the blocks along each axis.
    Sizes(Vec<Arc<[usize]>>),
}

/// A call that is being made into tasks.
struct Making<'n> {
    node: &'n Node,
    /// Blocks that were joined already, by argument and what it takes.
    joined: FxHashMap<(usize, Vec<(usize, usize)>), TaskId>,
    /// The layer of joined blocks.
    layer: Option<Layer>,
}

impl Lowering<'_> {
    /// The blocks of a function on blocks.
    pub fn call(&mut self, node: &Node, call: &BlockCall) -> Res<Blocks> {
        let chunks = node.meta.chunks.iter().cloned().collect::<Option<Vec<_>>>();
        let chunks = chunks.ok_or_else(|| value_error(format!("the blocks of {} are not known", node.name())))?;
        let mut blocks = Blocks { chunks, tasks: Vec::new() };
        let grid = blocks.grid();
        let layer = self.node_layer(node, None, &grid);
        let function = match &call.function {
            Some(held) => {
                let value = held.get()?;
                Some(self.freeze(&value)?)
            }
            None => None,
        };
        let args = call.args.iter().map(|arg| self.ready(node, arg)).collect::<Res<Vec<Ready>>>()?;
        let kwargs = call.kwargs.iter().map(|(_, arg)| self.ready(node, arg)).collect::<Res<Vec<Ready>>>()?;
        let mut making = Making { node, joined: FxHashMap::default(), layer: None };
        for (place, index) in indices(&grid).enumerate() {
            let mut inputs = Inputs::default();
            let mut given = Vec::with_capacity(args.len());
            for (at, arg) in args.iter().enumerate() {
                given.push(self.given(&mut making, at, arg, &index, &mut inputs)?);
            }
            let mut named = Vec::with_capacity(kwargs.len());
            for (at, (arg, (name, _))) in kwargs.iter().zip(&call.kwargs).enumerate() {
                named.push((*name, self.given(&mut making, args.len() + at, arg, &index, &mut inputs)?));
            }
            let op = match &function {
                Some(function) => {
                    let gives = Gives { dtype: node.meta.dtype, shape: blocks.shape(&index) };
                    let callee = Callee::Function(function.clone());
                    let call = graph::Call { callee, args: given, kwargs: named, gives: Some(Box::new(gives)) };
                    Op::Call(Box::new(call))
                }
                None => chosen(given),
            };
            blocks.tasks.push(self.block(layer, place, op, inputs.tasks)?);
        }
        Ok(blocks)
    }

    fn ready<'n>(&mut self, node: &Node, arg: &'n CallArg) -> Res<Ready<'n>> {
        Ok(match arg {
            CallArg::Value(value) => Ready::Value(value.clone()),
            CallArg::Lazy(held) => {
                let arg = Arg::of(&held.get()?);
                let mut found = Vec::new();
                arg.each_lazy(&mut |lazy| {
                    if let Lazy::Delayed(node) = lazy {
                        found.push(node.clone());
                    }
                });
                for node in found {
                    self.delayed(&node)?;
                }
                Ready::Lazy(arg)
            }
            CallArg::Blocks { input, along, join } => {
                Ready::Blocks { input: self.input_blocks(node, *input as usize)?, along, join: *join }
            }
            CallArg::Id => Ready::Id,
            CallArg::Each(held) => Ready::Each(held.get()?),
            CallArg::Begin(base) => {
                let axis = |(axis, base): (&Arc<[usize]>, &usize)| starts(axis).iter().map(|at| at + base).collect();
                Ready::Begin(blocks_of(node)?.iter().zip(base.iter()).map(axis).collect())
            }
            CallArg::Sizes => Ready::Sizes(blocks_of(node)?),
        })
    }

    /// An argument of the call that gives the block with these indices.
    fn given(
        &mut self,
        making: &mut Making,
        at: usize,
        arg: &Ready,
        index: &[usize],
        inputs: &mut Inputs,
    ) -> Res<TaskArg> {
        let id = |index: &[usize]| Value::tuple(index.iter().map(|&at| Value::Int(at as i64)).collect::<Vec<Value>>());
        Ok(match arg {
            Ready::Value(value) => TaskArg::Value(value.clone()),
            Ready::Lazy(arg) => self.arg(arg, inputs)?,
            Ready::Id => TaskArg::Value(self.freeze(&id(index))?),
            Ready::Begin(starts) => TaskArg::Value(self.freeze(&id(&picked(starts.iter().map(Vec::as_slice), index)))?),
            Ready::Sizes(sizes) => TaskArg::Value(self.freeze(&id(&picked(sizes.iter().map(|axis| &**axis), index)))?),
            Ready::Each(function) => {
                let value = self.host.call(function, &[id(index)], &[])?;
                TaskArg::Value(self.freeze(&value)?)
            }
            Ready::Blocks { input, along, join } => {
                let taken = taken(making.node, input, along, index)?;
                if taken.iter().all(|(range, _)| range.len() == 1) && (*join || taken.iter().all(|(_, list)| !list)) {
                    let block: Vec<usize> = taken.iter().map(|(range, _)| range.start).collect();
                    return Ok(TaskArg::Input(inputs.place(input.task(&block))));
                }
                if *join {
                    let task = self.joined(making, at, input, &taken)?;
                    return Ok(TaskArg::Input(inputs.place(task)));
                }
                nested(input, &taken, &mut Vec::new(), inputs)
            }
        })
    }

    /// The task that makes one block of several.
    fn joined(&mut self, making: &mut Making, at: usize, input: &Blocks, taken: &[Taken]) -> Res<TaskId> {
        let key = (at, taken.iter().map(|(range, _)| (range.start, range.end)).collect::<Vec<_>>());
        if let Some(&task) = making.joined.get(&key) {
            return Ok(task);
        }
        let grid: Vec<usize> = taken.iter().map(|(range, _)| range.len()).collect();
        let tasks: Vec<TaskId> = indices(&grid)
            .map(|index| {
                let block: Vec<usize> = taken.iter().zip(&index).map(|((range, _), &at)| range.start + at).collect();
                input.task(&block)
            })
            .collect();
        let layer = match making.layer {
            Some(layer) => layer,
            None => {
                let stem = format!("{}-concatenate", making.node.prefix);
                *making.layer.insert(self.node_layer(making.node, Some(&stem), &[usize::MAX]))
            }
        };
        let op = Op::Block(Arc::new(BlockOp::Assemble { grid }));
        let task = self.block(layer, making.joined.len(), op, tasks)?;
        making.joined.insert(key, task);
        Ok(task)
    }
}

/// The blocks taken along an axis, and whether they stand in a list.
type Taken = (std::ops::Range<usize>, bool);

fn taken(node: &Node, input: &Blocks, along: &[Along], index: &[usize]) -> Res<Vec<Taken>> {
    let axis = |(axis, along): (usize, &Along)| {
        let count = input.chunks.get(axis).map_or(1, |blocks| blocks.len());
        along.blocks(index, count).ok_or_else(|| {
            let text = format!(
                "the blocks of {} do not fit: there is no block for index {} along axis {axis} of an input with {count}",
                node.prefix,
                crate::data::shape::show(index)
            );
            raised::value_error(text).help("rechunk the arrays so that they have equally many blocks, or one")
        })
    };
    along.iter().enumerate().map(axis).collect()
}

/// Lists of lists of blocks: one level for each axis along which several are taken.
fn nested(input: &Blocks, taken: &[Taken], before: &mut Vec<usize>, inputs: &mut Inputs) -> TaskArg {
    let Some((range, list)) = taken.get(before.len()).cloned() else {
        return TaskArg::Input(inputs.place(input.task(before)));
    };
    let mut items = Vec::with_capacity(range.len());
    for at in range {
        before.push(at);
        items.push(nested(input, taken, before, inputs));
        before.pop();
    }
    match (list, items.len()) {
        (false, 1) => items.pop().unwrap_or(TaskArg::List(Vec::new())),
        _ => TaskArg::List(items),
    }
}

/// Of each list the item at the block's index.
fn picked<'l>(lists: impl Iterator<Item = &'l [usize]>, index: &[usize]) -> Vec<usize> {
    lists.zip(index).map(|(list, &at)| list.get(at).copied().unwrap_or(0)).collect()
}

/// What stands for the first argument itself.
fn chosen(mut given: Vec<TaskArg>) -> Op {
    match given.pop() {
        Some(TaskArg::Input(_)) => Op::Alias,
        Some(TaskArg::Value(value)) => Op::Value(value),
        Some(other) => Op::Build(Box::new(other)),
        None => Op::Value(Frozen::None),
    }
}
