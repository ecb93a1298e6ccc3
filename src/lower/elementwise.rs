//! Elementwise nodes, fused ones and sources: one program for the node, one task for each block.

use std::rc::Rc;
use std::sync::Arc;

use super::array::{Blocks, chunks_of, indices, starts};
use super::delayed::Lowering;
use crate::data::{DType, Res, Scalar, raised};
use crate::expr::call::BlockCall;
use crate::expr::fuse::{Fused, Step, StepArg};
use crate::expr::meta::ArrayMeta;
use crate::expr::node::{Const, Node, Random, Source};
use crate::expr::token::Token;
use crate::graph::{Op, TaskId};
use crate::ops::block::{BlockOp, Carried, Eval, Feed, Made, UNKNOWN};
use crate::ops::ir::{Arg, Generator, Program, Reg, Step as IrStep};
use crate::ops::scalar::find;
use crate::source::Span;
use crate::value::frozen::Frozen;

/// The program of a node, and how each of its inputs is fed.
pub struct Pass {
    part: Part,
    /// Axes whose sizes the inputs say when they are there.
    free: Vec<usize>,
    /// Where each block begins along each axis, for positions.
    starts: Vec<Vec<usize>>,
}

/// A program, and how each of its inputs is fed.
pub struct Part {
    program: Arc<Program>,
    feeds: Vec<FeedPlan>,
}

/// Where an input of a program comes from.
enum FeedPlan {
    /// The node's input with this position.
    Input(usize),
    /// The position of each element in a source.
    Position(Positions),
    /// A function of the user.
    Made(Box<MadePlan>),
}

/// A function of the user, called for each element of its arguments.
struct MadePlan {
    function: Carried,
    call: Arc<BlockCall>,
    name: Arc<str>,
    args: Vec<Part>,
    dtype: DType,
    span: Span,
}

/// What freezes the function of a call for the tasks.
pub type Freeze<'f> = &'f mut dyn FnMut(&BlockCall) -> Res<Frozen>;

/// A number as a scalar.
pub fn scalar(number: Const) -> Scalar {
    number.value
}

/// What makes the elements of a source of so many elements, and the dtype in which they are made.
fn generator(source: &Source, dtype: DType, size: usize) -> Option<(Generator, DType)> {
    let float = |number: &Const| scalar(*number).cast(DType::Float64);
    let whole = !dtype.is_inexact();
    Some(match source {
        Source::Arange { start, step } => {
            let dtype = if whole { DType::Int64 } else { DType::Float64 };
            (Generator::Arange { start: scalar(*start).cast(dtype), step: scalar(*step).cast(dtype) }, dtype)
        }
        Source::Linspace { start, stop, endpoint } => {
            let count = size as u64;
            let intervals = if *endpoint { count.saturating_sub(1) } else { count };
            let how = Generator::Linspace { start: float(start), stop: float(stop), intervals, endpoint: *endpoint };
            (how, DType::Float64)
        }
        Source::Random(random) => return random_generator(random),
        Source::View { of, size, .. } => return generator(of, dtype, *size),
        Source::Fill(_) | Source::Data { .. } => return None,
    })
}

/// The position of each element of an array in a source, which broadcasts to the node's shape.
#[derive(Clone, PartialEq)]
struct Positions {
    /// Shape of the array.
    shape: Vec<usize>,
    /// Position of its first element.
    start: u64,
    /// Steps along its axes, wrapping.
    strides: Vec<u64>,
}

impl Positions {
    fn of(source: &Source, meta: &ArrayMeta) -> Positions {
        let shape = meta.sizes().unwrap_or_default();
        if let Source::View { start, strides, .. } = source {
            return Positions { shape, start: *start, strides: strides.clone() };
        }
        let mut step = 1u64;
        let mut strides: Vec<u64> = Vec::with_capacity(shape.len());
        for &size in shape.iter().rev() {
            strides.push(step);
            step = step.saturating_mul(size.max(1) as u64);
        }
        strides.reverse();
        Positions { shape, start: 0, strides }
    }
}

fn random_generator(random: &Random) -> Option<(Generator, DType)> {
    let key = Token::new("random").word(random.seed).word(random.draw).finish() as u64;
    let param = |at: usize, default: f64| match random.params.get(at) {
        Some(number) => scalar(*number).cast(DType::Float64),
        None => Scalar::Float64(default),
    };
    let whole = |at: usize| random.params.get(at).map_or(0, |number| scalar(*number).as_i64());
    Some(match random.distribution {
        "positions" => (Generator::Arange { start: Scalar::Int64(0), step: Scalar::Int64(1) }, DType::Int64),
        "normal" | "standard_normal" => {
            (Generator::Normal { key, mean: param(0, 0.0), deviation: param(1, 1.0) }, DType::Float64)
        }
        "integers" | "randint" => (Generator::Integers { key, low: whole(0), high: whole(1) }, DType::Int64),
        _ => (Generator::Uniform { key, low: param(0, 0.0), high: param(1, 1.0) }, DType::Float64),
    })
}

/// The program of a fused node over inputs of these dtypes.
pub fn compile(fused: &Fused, inputs: &[DType], freeze: Freeze<'_>) -> Res<Pass> {
    let part = part(fused, StepArg::Step(fused.steps.len().saturating_sub(1) as u32), inputs, freeze)?;
    Ok(Pass { part, free: Vec::new(), starts: Vec::new() })
}

/// Which steps are made in the program of the last of them: functions of the user have programs of their own for what
/// they are given.
fn within(fused: &Fused, last: usize) -> Vec<bool> {
    let mut needed = vec![false; fused.steps.len()];
    if let Some(place) = needed.get_mut(last) {
        *place = true;
    }
    for (at, step) in fused.steps.iter().enumerate().rev() {
        let Step::Apply { args, .. } = step else { continue };
        let read = needed.get(at) == Some(&true);
        for arg in args.iter().filter(|_| read) {
            if let StepArg::Step(arg) = arg
                && let Some(place) = needed.get_mut(*arg as usize)
            {
                *place = true;
            }
        }
    }
    needed
}

/// The program that makes a step of a fused node, or a number.
fn part(fused: &Fused, last: StepArg, inputs: &[DType], freeze: Freeze<'_>) -> Res<Part> {
    let last = match last {
        StepArg::Step(last) => last as usize,
        StepArg::Const(number) => {
            let mut program = Program::new(Vec::new());
            program.result = Some(program.push(IrStep::Const(scalar(number))));
            return Ok(Part { program: Arc::new(program), feeds: Vec::new() });
        }
    };
    let needed = within(fused, last);
    let steps = || fused.steps.iter().enumerate().filter(|(at, _)| needed.get(*at) == Some(&true));
    let mut feeds: Vec<FeedPlan> = Vec::new();
    let mut dtypes: Vec<DType> = Vec::new();
    let mut fed: Vec<Option<Reg>> = vec![None; fused.steps.len()];
    for (at, step) in steps() {
        let plan = match step {
            Step::Input(input) => (FeedPlan::Input(*input as usize), inputs.get(*input as usize).copied()),
            Step::Call { call, args, dtype, name, span } => {
                let args = args.iter().map(|&arg| part(fused, arg, inputs, freeze)).collect::<Res<Vec<Part>>>()?;
                let function = Carried(Arc::new(freeze(call)?));
                let (call, name) = (call.clone(), name.clone());
                let plan = MadePlan { function, call, name, args, dtype: *dtype, span: *span };
                (FeedPlan::Made(Box::new(plan)), Some(*dtype))
            }
            Step::Source { source, meta, .. } if generator(source, meta.dtype, 0).is_some() => {
                (FeedPlan::Position(Positions::of(source, meta)), Some(DType::Int64))
            }
            _ => continue,
        };
        let same = |known: &FeedPlan| match (known, &plan.0) {
            (FeedPlan::Position(known), FeedPlan::Position(places)) => known == places,
            _ => false,
        };
        let reg = feeds.iter().position(same).unwrap_or_else(|| {
            feeds.push(plan.0);
            dtypes.push(plan.1.unwrap_or(DType::Bool));
            feeds.len() - 1
        });
        if let Some(place) = fed.get_mut(at) {
            *place = Some(Reg(reg as u32));
        }
    }
    let mut program = Program::new(dtypes);
    let mut regs: Vec<Reg> = vec![Reg(0); fused.steps.len()];
    for (at, step) in steps() {
        let position = fed.get(at).copied().flatten();
        let reg = match step {
            Step::Input(_) | Step::Call { .. } => position.unwrap_or(Reg(0)),
            Step::Source { source, meta, .. } => place_source(&mut program, source, meta, position)?,
            Step::Apply { row, args, dtype } => apply(&mut program, row, args, &regs, *dtype)?,
        };
        if let Some(place) = regs.get_mut(at) {
            *place = reg;
        }
    }
    program.result = regs.get(last).copied();
    Ok(Part { program: Arc::new(program), feeds })
}

fn place_source(program: &mut Program, source: &Source, meta: &ArrayMeta, position: Option<Reg>) -> Res<Reg> {
    match (source, generator(source, meta.dtype, meta.size().unwrap_or(0)), position) {
        (_, Some((how, dtype)), Some(at)) => {
            let reg = program.push(IrStep::Generate { how, at, dtype });
            Ok(program.cast(reg, meta.dtype))
        }
        (Source::Fill(value), ..) => Ok(program.push(IrStep::Const(scalar(*value).cast(meta.dtype)))),
        _ => Err(raised::type_error("a source that is no generator")),
    }
}

fn apply(program: &mut Program, row: &str, args: &[StepArg], regs: &[Reg], dtype: DType) -> Res<Reg> {
    let arg = |arg: &StepArg| match arg {
        StepArg::Step(at) => regs.get(*at as usize).map(|reg| Arg::Reg(*reg)),
        StepArg::Const(number) => Some(Arg::Number { value: scalar(*number), weak: number.weak }),
    };
    let args: Vec<Arg> = args.iter().filter_map(arg).collect();
    let reg = match (row, &*args) {
        ("astype", [only, ..]) => program.place(only, dtype)?,
        _ => match find(row) {
            Some(op) => program.apply(op, &args)?,
            None => return Err(raised::type_error(format!("no elementwise operation {row}"))),
        },
    };
    Ok(program.cast(reg, dtype))
}

impl Pass {
    /// What a task evaluates for the block with these indices, and its inputs. `inputs` are aligned to `blocks`.
    pub fn eval(&self, blocks: &Blocks, index: &[usize], inputs: &[Rc<Blocks>]) -> (Eval, Vec<TaskId>) {
        let mut shape = blocks.shape(index);
        for &axis in &self.free {
            if let Some(size) = shape.get_mut(axis) {
                *size = UNKNOWN;
            }
        }
        let place = Place { index, inputs, starts: &self.starts, shape };
        let mut taken = Vec::new();
        let eval = self.part.eval(&place, &mut taken);
        (eval, taken.into_iter().map(|(_, task)| task).collect())
    }
}

/// A block of the result.
struct Place<'p> {
    index: &'p [usize],
    inputs: &'p [Rc<Blocks>],
    starts: &'p [Vec<usize>],
    shape: Vec<usize>,
}

impl Part {
    /// Whether elements are made from their positions somewhere in it.
    fn generates(&self) -> bool {
        self.feeds.iter().any(|feed| match feed {
            FeedPlan::Input(_) => false,
            FeedPlan::Position(_) => true,
            FeedPlan::Made(plan) => plan.args.iter().any(Part::generates),
        })
    }

    /// What is evaluated for a block. `taken`: the inputs of the node that the task takes so far, and their tasks.
    fn eval(&self, place: &Place<'_>, taken: &mut Vec<(usize, TaskId)>) -> Eval {
        let mut feed = |plan: &FeedPlan| match plan {
            FeedPlan::Input(at) => {
                let known = taken.iter().position(|(known, _)| known == at);
                let input = || place.inputs.get(*at).map(|input| input.task(&broadcast_index(input, place.index)));
                Feed::Input(known.unwrap_or_else(|| {
                    taken.extend(input().map(|task| (*at, task)));
                    taken.len().saturating_sub(1)
                }))
            }
            FeedPlan::Position(places) => position(places, place.starts, place.index),
            FeedPlan::Made(plan) => Feed::Made(Box::new(Made {
                function: plan.function.clone(),
                verb: plan.call.verb.clone(),
                key: (plan.name.clone(), place.index.to_vec()),
                args: plan.args.iter().map(|arg| arg.eval(place, taken)).collect(),
                dtype: plan.dtype,
                told: plan.call.elements.is_some_and(|how| how.told),
                span: plan.span,
            })),
        };
        let feeds = self.feeds.iter().map(&mut feed).collect();
        Eval { program: self.program.clone(), feeds, shape: place.shape.clone() }
    }
}

/// The block of an input that broadcasts to a block of the whole.
fn broadcast_index(input: &Blocks, index: &[usize]) -> Vec<usize> {
    let skip = index.len().saturating_sub(input.chunks.len());
    let place = |(axis, &at): (&Arc<[usize]>, &usize)| if axis.len() == 1 { 0 } else { at };
    input.chunks.iter().zip(index.iter().skip(skip)).map(place).collect()
}

/// The axes of a node along which an input has blocks of sizes that only the run knows.
fn free(node: &Node) -> Vec<usize> {
    let mut out = Vec::new();
    for input in node.inputs.iter().filter(|input| input.loose) {
        let lead = node.meta.ndim().saturating_sub(input.meta.ndim());
        let own = input.meta.shape.iter().enumerate().filter(|(_, size)| **size != Some(1));
        out.extend(own.map(|(axis, _)| axis + lead));
    }
    out
}

/// Positions in a source, for a block of an array to which its array broadcasts.
fn position(places: &Positions, starts: &[Vec<usize>], index: &[usize]) -> Feed {
    let skip = starts.len().saturating_sub(places.shape.len());
    let mut strides = vec![0u64; starts.len()];
    let mut start = places.start;
    for ((axis, &size), &step) in places.shape.iter().enumerate().zip(&places.strides) {
        let place = axis + skip;
        if size == 1 {
            continue;
        }
        if let Some(slot) = strides.get_mut(place) {
            *slot = step;
        }
        let at = starts.get(place).zip(index.get(place)).and_then(|(axis, &at)| axis.get(at)).copied().unwrap_or(0);
        start = start.wrapping_add((at as u64).wrapping_mul(step));
    }
    Feed::Index { start, strides }
}

impl Lowering<'_> {
    /// A node's program and its inputs, aligned to the node's blocks.
    pub fn pass(&mut self, node: &Node) -> Res<(Pass, Blocks, Vec<Rc<Blocks>>)> {
        let Some(fused) = Fused::of(node) else {
            return Err(raised::type_error(format!("{} is not elementwise", node.name())));
        };
        let blocks = Blocks { chunks: chunks_of(node)?, tasks: Vec::new() };
        let dtypes: Vec<DType> = node.inputs.iter().map(|input| input.meta.dtype).collect();
        let mut pass = compile(&fused, &dtypes, &mut |call| match &call.function {
            Some(function) => self.freeze(&function.get()?),
            None => Err(raised::type_error("a call of no function")),
        })?;
        pass.free = free(node);
        if pass.part.generates() {
            pass.starts = blocks.chunks.iter().map(|axis| starts(axis)).collect();
        }
        let mut inputs = Vec::new();
        for at in 0..node.inputs.len() {
            let input = self.input_blocks(node, at)?;
            inputs.push(self.aligned(&input, &blocks.chunks, node)?);
        }
        Ok((pass, blocks, inputs))
    }

    /// The blocks of an elementwise node or a source.
    pub fn elementwise(&mut self, node: &Node) -> Res<Blocks> {
        let (pass, mut blocks, inputs) = self.pass(node)?;
        let grid = blocks.grid();
        let layer = self.node_layer(node, None, &grid);
        for (place, index) in indices(&grid).enumerate() {
            let (eval, tasks) = pass.eval(&blocks, &index, &inputs);
            let task = self.block(layer, place, Op::Block(Arc::new(BlockOp::Eval(eval))), tasks)?;
            blocks.tasks.push(task);
        }
        Ok(blocks)
    }
}
