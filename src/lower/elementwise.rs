//! Elementwise nodes, fused ones and sources: one program for the node, one task for each block.

use std::rc::Rc;
use std::sync::Arc;

use super::array::{Blocks, chunks_of, indices, starts};
use super::delayed::Lowering;
use crate::data::{DType, Res, Scalar, raised};
use crate::expr::fuse::{Fused, Step, StepArg};
use crate::expr::meta::ArrayMeta;
use crate::expr::node::{Const, Node, Random, Source};
use crate::expr::token::Token;
use crate::graph::{Op, TaskId};
use crate::ops::block::{BlockOp, Eval, Feed, UNKNOWN};
use crate::ops::ir::{Arg, Generator, Program, Reg, Step as IrStep};
use crate::ops::scalar::find;

/// The program of a node, and how each of its inputs is fed.
pub struct Pass {
    program: Arc<Program>,
    feeds: Vec<FeedPlan>,
    /// Axes whose sizes the inputs say when they are there.
    free: Vec<usize>,
    /// Where each block begins along each axis, for positions.
    starts: Vec<Vec<usize>>,
}

/// Where an input of a program comes from.
enum FeedPlan {
    /// The node's input with this position.
    Input(usize),
    /// The position of each element in a source.
    Position(Positions),
}

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
pub fn compile(fused: &Fused, inputs: &[DType]) -> Res<Pass> {
    let mut feeds: Vec<FeedPlan> = (0..inputs.len()).map(FeedPlan::Input).collect();
    let mut dtypes = inputs.to_vec();
    let mut positions: Vec<Option<Reg>> = Vec::new();
    for step in &fused.steps {
        let made = match step {
            Step::Source { source, meta, .. } => generator(source, meta.dtype, 0).map(|_| {
                let places = Positions::of(source, meta);
                let same = |plan: &FeedPlan| matches!(plan, FeedPlan::Position(known) if *known == places);
                let at = feeds.iter().position(same).unwrap_or_else(|| {
                    feeds.push(FeedPlan::Position(places.clone()));
                    dtypes.push(DType::Int64);
                    feeds.len() - 1
                });
                Reg(at as u32)
            }),
            _ => None,
        };
        positions.push(made);
    }
    let mut program = Program::new(dtypes);
    let mut regs: Vec<Reg> = Vec::new();
    for (step, position) in fused.steps.iter().zip(positions) {
        let reg = match step {
            Step::Input(at) => program.input(*at as usize),
            Step::Source { source, meta, .. } => place_source(&mut program, source, meta, position)?,
            Step::Apply { row, args, dtype } => apply(&mut program, row, args, &regs, *dtype)?,
        };
        regs.push(reg);
    }
    program.result = regs.last().copied();
    Ok(Pass { program: Arc::new(program), feeds, free: Vec::new(), starts: Vec::new() })
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
        let mut tasks = Vec::new();
        let feed = |plan: &FeedPlan| match plan {
            FeedPlan::Input(at) => {
                if let Some(input) = inputs.get(*at) {
                    tasks.push(input.task(&broadcast_index(input, index)));
                }
                Feed::Input(tasks.len().saturating_sub(1))
            }
            FeedPlan::Position(places) => position(places, &self.starts, index),
        };
        let feeds = self.feeds.iter().map(feed).collect();
        let mut shape = blocks.shape(index);
        for &axis in &self.free {
            if let Some(size) = shape.get_mut(axis) {
                *size = UNKNOWN;
            }
        }
        (Eval { program: self.program.clone(), feeds, shape }, tasks)
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
        let mut pass = compile(&fused, &dtypes)?;
        pass.free = free(node);
        if pass.feeds.iter().any(|feed| matches!(feed, FeedPlan::Position(_))) {
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
