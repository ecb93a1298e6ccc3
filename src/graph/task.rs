//! A task as data: what is called, on which inputs; which line of the user's made it.

use std::sync::Arc;

use super::key::Key;
use crate::data::ops::{BinOp, CmpOp};
use crate::data::{DType, Sym};
use crate::ops::block::BlockOp;
use crate::source::Span;
use crate::value::frozen::Frozen;

/// A task.
#[derive(Clone)]
pub struct Task {
    /// What it does.
    pub op: Op,
    /// Its key.
    pub key: Key,
    /// The user's expression that made it.
    pub span: Span,
}

/// What a task does. Inputs are spoken of by their position among the task's inputs.
#[derive(Clone)]
pub enum Op {
    /// Gives a value that is known before the run.
    Value(Frozen),
    /// Gives its only input.
    Alias,
    /// Calls a function.
    Call(Box<Call>),
    /// Builds a list, tuple, dict or set of its inputs.
    Build(Box<TaskArg>),
    /// Works on blocks of arrays: all inputs, in order.
    Block(Arc<BlockOp>),
    /// Several tasks, each the only user of the one before, whose result is its only input.
    Chain(Box<[Link]>),
}

/// One task of a chain.
#[derive(Clone)]
pub struct Link {
    /// What it does.
    pub op: Op,
    /// Its key.
    pub key: Key,
    /// The user's expression that made it.
    pub span: Span,
}

/// A call.
#[derive(Clone)]
pub struct Call {
    /// What is called.
    pub callee: Callee,
    /// Positional arguments.
    pub args: Vec<TaskArg>,
    /// Keyword arguments.
    pub kwargs: Vec<(Sym, TaskArg)>,
    /// The block that it should give, where it gives one.
    pub gives: Option<Box<Gives>>,
}

/// What a call on blocks is taken to give.
#[derive(Clone, Debug)]
pub struct Gives {
    /// Dtype of the block.
    pub dtype: DType,
    /// Sizes of the block; `usize::MAX` where they are not known.
    pub shape: Vec<usize>,
}

/// What is called.
#[derive(Clone)]
pub enum Callee {
    /// A function.
    Function(Frozen),
    /// A function that a task computes, or that is built like an argument.
    Arg(TaskArg),
    /// A binary operator, on two arguments.
    Binary(BinOp),
    /// A comparison, of two arguments.
    Compare(CmpOp),
    /// A unary operator by its method: `__neg__`, `__pos__`, `__invert__`, `__abs__`.
    Unary(&'static str),
    /// `a[b]`.
    GetItem,
    /// `a.name`.
    GetAttr(Sym),
    /// `a.name(...)`: the object is the first argument.
    Method(Sym),
}

/// An argument.
#[derive(Clone)]
pub enum TaskArg {
    /// The input with this position.
    Input(u32),
    /// A value.
    Value(Frozen),
    /// A list.
    List(Vec<TaskArg>),
    /// A tuple.
    Tuple(Vec<TaskArg>),
    /// A set.
    Set(Vec<TaskArg>),
    /// A dict.
    Dict(Vec<(TaskArg, TaskArg)>),
    /// A slice.
    Slice(Box<[TaskArg; 3]>),
    /// The result of a call.
    Call(Box<Call>),
}

impl Callee {
    /// Its name, for pictures and messages.
    pub fn name(&self) -> String {
        match self {
            Callee::Function(function) => {
                let described = function.describe();
                described.strip_prefix("function ").unwrap_or(&described).to_owned()
            }
            Callee::Arg(_) => "apply".to_owned(),
            Callee::Binary(op) => op.method().trim_matches('_').to_owned(),
            Callee::Compare(op) => op.method().unwrap_or("").trim_matches('_').to_owned(),
            Callee::Unary(method) => method.trim_matches('_').to_owned(),
            Callee::GetItem => "getitem".to_owned(),
            Callee::GetAttr(_) => "getattr".to_owned(),
            Callee::Method(name) => name.to_string(),
        }
    }
}

impl TaskArg {
    /// The parts it is built of.
    pub fn parts(&mut self) -> Vec<&mut TaskArg> {
        match self {
            TaskArg::Input(_) | TaskArg::Value(_) => Vec::new(),
            TaskArg::List(items) | TaskArg::Tuple(items) | TaskArg::Set(items) => items.iter_mut().collect(),
            TaskArg::Dict(items) => items.iter_mut().flat_map(|(key, value)| [key, value]).collect(),
            TaskArg::Slice(parts) => parts.iter_mut().collect(),
            TaskArg::Call(call) => call.parts(),
        }
    }

    /// Call `change` on every part that is built of no others.
    pub fn each_leaf(&mut self, change: &mut dyn FnMut(&mut TaskArg)) {
        let mut stack = vec![self];
        while let Some(part) = stack.pop() {
            match part {
                TaskArg::Input(_) | TaskArg::Value(_) => change(part),
                other => stack.extend(other.parts()),
            }
        }
    }
}

impl Call {
    fn parts(&mut self) -> Vec<&mut TaskArg> {
        let callee = match &mut self.callee {
            Callee::Arg(arg) => Some(arg),
            _ => None,
        };
        callee.into_iter().chain(self.args.iter_mut()).chain(self.kwargs.iter_mut().map(|(_, arg)| arg)).collect()
    }
}

impl Op {
    /// Call `change` on every part of its arguments that is built of no others.
    pub fn each_leaf(&mut self, change: &mut dyn FnMut(&mut TaskArg)) {
        match self {
            Op::Call(call) => call.parts().into_iter().for_each(|part| part.each_leaf(change)),
            Op::Build(arg) => arg.each_leaf(change),
            Op::Value(_) | Op::Alias | Op::Block(_) | Op::Chain(_) => {}
        }
    }

    /// Whether it copies what was made to its place in a larger array.
    fn lays(&self) -> bool {
        matches!(self, Op::Block(block) if matches!(&**block, BlockOp::Lay { .. }))
    }

    /// The function's name, for pictures; `None` for plain data.
    pub fn verb(&self) -> Option<String> {
        match self {
            Op::Value(_) => None,
            Op::Alias => Some("alias".to_owned()),
            Op::Call(call) => Some(call.callee.name()),
            Op::Build(arg) => Some(
                match &**arg {
                    TaskArg::Tuple(_) => "tuple",
                    TaskArg::Set(_) => "set",
                    TaskArg::Dict(_) => "dict",
                    TaskArg::Slice(_) => "slice",
                    _ => "list",
                }
                .to_owned(),
            ),
            Op::Block(block) => Some(block.verb().to_owned()),
            Op::Chain(links) => links.iter().rfind(|link| !link.op.lays()).and_then(|link| link.op.verb()),
        }
    }
}
