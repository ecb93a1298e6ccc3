//! Elementwise programs, block by block: inputs are read once, values between the steps stay in L1. Steps are done one
//! by one, each by the loop of its row, or fused by compiled code; both give the same bits.

mod drawn;

use std::sync::Arc;

use super::feed::{BLOCK, Reader, Scratch, with_scratch};
use super::fold::{self, Num};
use super::positions::Positions;
use super::random;
use crate::data::buffer::{Data, Target, room, with_data, with_dtype};
use crate::data::raised::{Res, value_error};
use crate::data::{Buffer, Chunk, DType, Element, shape};
use crate::jit::plan::Stage;
use crate::jit::{self, Constants, Kernel, Read, Write};
use crate::ops::Base;
use crate::ops::ir::{Generator, Program, Reg, Step};
use crate::ops::lane::{Lane, LaneElement};

/// An input of a program.
pub enum Input<'a> {
    /// The elements of an array, broadcast.
    Array(&'a Chunk),
    /// The position of each element in the whole array: `start` plus index times strides.
    Index {
        /// Position of the first element.
        start: u64,
        /// Steps along the axes.
        strides: &'a [u64],
    },
    /// Elements that are made one block after the other.
    Made(&'a (dyn Makes + 'a)),
}

/// What makes elements in C order, from the first one on as often as it is started.
pub trait Makes {
    /// Start, for a block of this shape.
    fn start<'s>(&'s self, shape: &[usize]) -> Box<dyn Making + 's>;
}

/// Elements on their way.
pub trait Making {
    /// Make the next `count` elements ready.
    ///
    /// # Errors
    /// What the making raises.
    fn load(&mut self, count: usize) -> Res<()>;

    /// The elements that are ready, and those behind them up to `most` where there are any.
    fn lane(&self, most: usize) -> Lane<'_>;
}

impl<'a> Input<'a> {
    /// The same input.
    pub fn again(&self) -> Input<'a> {
        match self {
            Input::Array(chunk) => Input::Array(chunk),
            Input::Index { start, strides } => Input::Index { start: *start, strides },
            Input::Made(how) => Input::Made(*how),
        }
    }
}

/// Called now and then; an error stops the work.
pub type Poll<'a> = &'a mut dyn FnMut() -> Res<()>;

/// Blocks between two polls: about a tenth of a millisecond of work.
const POLL_EVERY: usize = 64;

enum Source<'a> {
    Array(Reader<'a>),
    /// Elements in a row that nobody else holds: the result takes their place.
    Own(Data),
    Index(Positions),
    Made(Box<dyn Making + 'a>),
}

/// A program that is being evaluated.
pub struct Run<'a> {
    program: &'a Program,
    sources: Vec<Source<'a>>,
    /// One block for each step whose elements stand in memory; constants are filled once.
    values: Vec<Scratch>,
    compiled: Option<Compiled>,
    /// The leaves of random numbers that are summed where they are drawn.
    drawn: Leaves,
    size: usize,
    done: usize,
    count: usize,
}

/// The kernel of a program, its constants, and the blocks that its loops write: for each loop, in the order of its plan.
struct Compiled {
    kernel: Arc<Kernel>,
    constants: Constants,
    outs: Vec<Vec<Scratch>>,
    /// For each step the loop that writes it, and the number among its results.
    places: Vec<Option<(usize, usize)>>,
    leaves: Leaves,
}

/// The leaves of what is folded at once.
#[derive(Default)]
struct Leaves {
    /// Elements of a run, and how many runs.
    of: (usize, usize),
    /// Where each ends.
    ends: Vec<u64>,
    /// Room for eight accumulators of each.
    lanes: Option<Scratch>,
}

impl Leaves {
    /// Those of so many runs of elements.
    fn of(base: Base, (inner, runs): (usize, usize), dtype: DType) -> Leaves {
        let mut ends = Vec::new();
        for run in 0..runs {
            fold::leaves(inner, fold::leaf_size(base, BLOCK), (run * inner) as u64, &mut ends);
        }
        let lanes = Scratch::new(dtype, ends.len() * jit::fold::LANES);
        Leaves { of: (inner, runs), ends, lanes: Some(lanes) }
    }
}

/// Elements that are folded at once where all inputs are read where they stand.
const REACH: usize = 1 << 13;

impl Compiled {
    fn new(kernel: Arc<Kernel>, program: &Program, room: usize) -> Compiled {
        let mut places = vec![None; program.steps.len()];
        let mut outs = Vec::with_capacity(kernel.plan.loops.len());
        for (which, found) in kernel.plan.loops.iter().enumerate() {
            for (at, reg) in found.outs.iter().enumerate() {
                let step = (reg.0 as usize).checked_sub(program.inputs.len());
                if let Some(place) = step.and_then(|step| places.get_mut(step)) {
                    *place = Some((which, at));
                }
            }
            outs.push(found.outs.iter().map(|&reg| Scratch::new(program.dtype(reg), room)).collect());
        }
        let constants = Constants::of(program);
        Compiled { kernel, constants, outs, places, leaves: Leaves::default() }
    }

    /// The block of a step that a loop writes.
    fn block(&self, step: usize) -> Option<&Scratch> {
        let (which, at) = self.places.get(step).copied().flatten()?;
        self.outs.get(which)?.get(at)
    }

    /// Whether a step of the program needs a block of its own.
    fn keeps(&self, step: usize) -> bool {
        let written = self.places.get(step).copied().flatten().is_some();
        !written && self.kernel.plan.kept.get(step).copied().unwrap_or(true)
    }
}

impl<'a> Run<'a> {
    /// Start a program over inputs that broadcast to `shape`: compiled, if it was given enough work.
    pub fn new(program: &'a Program, inputs: &[Input<'a>], shape: &[usize]) -> Run<'a> {
        let size = shape::size(shape).unwrap_or(0);
        Run::with(program, inputs, shape, jit::kernel(program, None, size))
    }

    /// Start a program whose elements go to [`Run::fold`].
    pub fn folding(program: &'a Program, inputs: &[Input<'a>], shape: &[usize], base: Base) -> Run<'a> {
        let size = shape::size(shape).unwrap_or(0);
        Run::with(program, inputs, shape, jit::kernel(program, Some(base), size))
    }

    /// Start a program by its kernel, or step by step.
    pub fn with(program: &'a Program, inputs: &[Input<'a>], shape: &[usize], kernel: Option<Arc<Kernel>>) -> Run<'a> {
        let sources = inputs.iter().map(|input| match input {
            Input::Array(chunk) => Source::Array(Reader::new(chunk, shape)),
            Input::Index { start, strides } => Source::Index(Positions::new(*start, strides, shape)),
            Input::Made(how) => Source::Made(how.start(shape)),
        });
        let mut sources: Vec<Source<'a>> = sources.collect();
        for (at, source) in sources.iter_mut().enumerate() {
            if let Source::Index(positions) = source {
                positions.keep(reads(program, Reg(at as u32)));
            }
        }
        let size = shape::size(shape).unwrap_or(0);
        let room = size.clamp(1, BLOCK).next_multiple_of(jit::LARGEST);
        let compiled = kernel.map(|kernel| Compiled::new(kernel, program, room));
        let values = program.steps.iter().enumerate().map(|(at, step)| {
            let keeps = compiled.as_ref().is_none_or(|compiled| compiled.keeps(at));
            let mut block = Scratch::new(step.dtype(), if keeps { room } else { 0 });
            if let Step::Const(value) = step {
                with_scratch!(&mut block, items => items.fill(Element::cast(*value)));
            }
            block
        });
        Run { program, sources, values: values.collect(), compiled, drawn: Leaves::default(), size, done: 0, count: 0 }
    }

    /// Compute the next block; its length, 0 at the end.
    pub fn advance(&mut self) -> Res<usize> {
        self.advance_by(BLOCK)
    }

    /// Compute the next block of at most `count` (at most [`BLOCK`]) elements; its length, 0 at the end.
    pub fn advance_by(&mut self, count: usize) -> Res<usize> {
        self.begin(count)?;
        if self.count == 0 {
            return Ok(0);
        }
        let stages = self.compiled.as_ref().map_or(self.program.steps.len(), |own| own.kernel.plan.stages.len());
        self.stages(stages)?;
        Ok(self.count)
    }

    /// Go on to the next elements, at most `count`.
    fn begin(&mut self, count: usize) -> Res<()> {
        self.done += self.count;
        self.count = (self.size - self.done).min(count);
        for source in self.sources.iter_mut().filter(|_| self.count > 0) {
            match source {
                Source::Array(reader) => reader.load(self.count),
                Source::Index(positions) => positions.load(self.count),
                Source::Made(elements) => elements.load(self.count)?,
                Source::Own(_) => {}
            }
        }
        Ok(())
    }

    /// The first stages of what is done to a block.
    fn stages(&mut self, many: usize) -> Res<()> {
        for at in 0..many {
            match self.compiled.as_ref().map(|own| own.kernel.plan.stages.get(at).copied()) {
                None => self.step(at)?,
                Some(Some(Stage::Call(step))) => self.step(step)?,
                Some(Some(Stage::Loop(which))) => self.fused(which)?,
                Some(None) => {}
            }
        }
        Ok(())
    }

    /// Elements that are still to come.
    pub fn left(&self) -> usize {
        self.size - self.done - self.count
    }

    /// How many elements [`Run::fold`] takes at once, at most.
    pub fn reach(&self) -> usize {
        let there = |source: &Source<'_>| matches!(source, Source::Array(reader) if reader.is_flat());
        let alone = |own: &Compiled| own.kernel.plan.fold.is_some() && own.kernel.plan.stages.len() == 1;
        let wide = self.compiled.as_ref().is_some_and(alone) && self.sources.iter().all(there);
        if wide || self.draws() { REACH } else { BLOCK }
    }

    /// Fold the next `runs` runs of `inner` elements each where they are made: what each folds to is appended to `out`.
    /// False, and nothing is done, where no compiled code folds so.
    pub fn fold<T: Num>(&mut self, base: Base, (inner, runs): (usize, usize), out: &mut Vec<T>) -> Res<bool> {
        if self.sum_drawn(base, (inner, runs), out)? {
            return Ok(true);
        }
        let count = inner.saturating_mul(runs);
        let fits = inner.is_multiple_of(jit::fold::LANES) && (1..=self.left().min(self.reach())).contains(&count);
        let own = self.compiled.as_mut().filter(|own| own.kernel.plan.fold == Some(base) && fits);
        let Some(own) = own else { return Ok(false) };
        if own.leaves.of != (inner, runs) {
            own.leaves = Leaves::of(base, (inner, runs), self.program.out());
        }
        let mut lanes = own.leaves.lanes.take();
        let before = own.kernel.plan.stages.len() - 1;
        self.begin(count)?;
        self.stages(before)?;
        let Some(own) = &self.compiled else { return Ok(false) };
        if let (Some(lanes), Some(last)) = (&mut lanes, own.kernel.plan.loops.last()) {
            let reads = last.ins.iter().map(|&reg| Read::of_lane(self.view().lane(reg)));
            let room = with_scratch!(lanes, items => Write::of(items));
            own.kernel.fold(reads, &own.leaves.ends, room, &own.constants)?;
            let most = fold::leaf_size(base, BLOCK);
            let (lanes, _) = T::lane(lanes.lane(usize::MAX)).as_chunks();
            let mut leaves = lanes.iter();
            out.extend((0..runs).filter_map(|_| fold::joined(base, inner, most, &mut leaves)));
        }
        if let Some(own) = &mut self.compiled {
            own.leaves.lanes = lanes;
        }
        Ok(true)
    }

    fn view(&self) -> View<'_, 'a> {
        let compiled = self.compiled.as_ref();
        View { sources: &self.sources, values: &self.values, compiled, done: self.done, count: self.count }
    }

    /// A compiled loop over the block.
    fn fused(&mut self, which: usize) -> Res<()> {
        let own = self.compiled.as_mut().and_then(|own| own.outs.get_mut(which));
        let mut blocks = own.map(std::mem::take).unwrap_or_default();
        let Some(own) = &self.compiled else { return Ok(()) };
        let Some(found) = own.kernel.plan.loops.get(which) else { return Ok(()) };
        let padded = self.count.next_multiple_of(own.kernel.group(which));
        let view = View {
            sources: &self.sources,
            values: &self.values,
            compiled: Some(own),
            done: self.done,
            count: self.count,
        };
        let reads = found.ins.iter().map(|&reg| Read::of_lane(view.lane_up_to(reg, padded)));
        let writes = blocks.iter_mut().map(|block| with_scratch!(block, items => Write::of(items)));
        let done = own.kernel.run(which, reads, writes, &own.constants, self.count);
        if let Some(place) = self.compiled.as_mut().and_then(|own| own.outs.get_mut(which)) {
            *place = blocks;
        }
        done
    }

    fn step(&mut self, at: usize) -> Res<()> {
        let (before, rest) = self.values.split_at_mut(at);
        let (Some(out), Some(step)) = (rest.first_mut(), self.program.steps.get(at)) else { return Ok(()) };
        let compiled = self.compiled.as_ref();
        let view = View { sources: &self.sources, values: before, compiled, done: self.done, count: self.count };
        match step {
            Step::Const(_) => Ok(()),
            Step::Generate { how, at, .. } => {
                match self.sources.get(at.0 as usize) {
                    Some(Source::Index(positions)) if !positions.runs().is_empty() => {
                        let mut rest = 0;
                        for &(first, count) in positions.runs() {
                            generate(how, &[], Some(first), out, (rest, count));
                            rest += count;
                        }
                    }
                    _ => generate(how, <i64 as LaneElement>::lane(view.lane(*at)), None, out, (0, self.count)),
                }
                Ok(())
            }
            Step::Apply { row, which, args, .. } => {
                let mut lanes = [Lane::Bool(&[]); 5];
                for (lane, arg) in lanes.iter_mut().zip(args) {
                    *lane = view.lane(*arg);
                }
                let lanes = lanes.get(..args.len()).unwrap_or_default();
                if let Some(message) = row.props.raises.and_then(|test| test(lanes)) {
                    return Err(crate::ops::table::text::raised(message));
                }
                let count = self.count;
                if let Some(kernel) = row.loops.get(*which) {
                    with_scratch!(out, items => (kernel.run)(lanes, LaneElement::as_lane_mut(items.get_mut(..count).unwrap_or_default())));
                }
                Ok(())
            }
        }
    }

    /// All elements of the result, where they are those of an input and stand in a row.
    pub fn elements<T: LaneElement>(&self) -> Option<&'a [T]> {
        let result = self.program.result?.0 as usize;
        match self.sources.get(result)? {
            Source::Array(reader) => Some(T::lane(reader.whole(self.size)?)).filter(|items| items.len() == self.size),
            Source::Index(_) | Source::Own(_) | Source::Made(_) => None,
        }
    }

    /// Read an input from these elements, which stand in a row.
    fn own(&mut self, at: usize, data: Data) {
        if let Some(source) = self.sources.get_mut(at) {
            *source = Source::Own(data);
        }
    }

    /// The result's elements of this block take the place of those of an input.
    fn settle<T: LaneElement>(&mut self, at: usize) {
        let Some(step) = self.program.result.and_then(|reg| (reg.0 as usize).checked_sub(self.sources.len())) else {
            return;
        };
        let block = self.compiled.as_ref().and_then(|own| own.block(step)).or_else(|| self.values.get(step));
        let (Some(block), Some(Source::Own(data))) = (block, self.sources.get_mut(at)) else { return };
        let place = T::of_mut(data).and_then(|items| items.get_mut(self.done..self.done + self.count));
        let lane = T::lane(block.lane(self.count));
        if let Some(place) = place.filter(|place| place.len() == lane.len()) {
            place.copy_from_slice(lane);
        }
    }

    /// The result's elements of this block.
    pub fn result(&self) -> Lane<'_> {
        self.program.result.map_or(Lane::Bool(&[]), |reg| self.view().lane(reg))
    }
}

/// The values that a step may read.
struct View<'r, 'a> {
    sources: &'r [Source<'a>],
    values: &'r [Scratch],
    compiled: Option<&'r Compiled>,
    done: usize,
    count: usize,
}

impl<'r> View<'r, '_> {
    fn lane(&self, reg: Reg) -> Lane<'r> {
        self.lane_up_to(reg, self.count)
    }

    /// The elements of the block, and those behind them up to `most` where there are any.
    fn lane_up_to(&self, reg: Reg, most: usize) -> Lane<'r> {
        let at = reg.0 as usize;
        match self.sources.get(at) {
            Some(Source::Array(reader)) => reader.lane(self.done, self.count, most),
            Some(Source::Own(data)) => with_data!(data, items => {
                let to = (self.done + most).min(items.len());
                LaneElement::as_lane(items.get(self.done..to).unwrap_or_default())
            }),
            Some(Source::Index(positions)) => Lane::Int64(positions.block(most)),
            Some(Source::Made(elements)) => elements.lane(most),
            None => {
                let step = at - self.sources.len();
                let block = self.compiled.and_then(|own| own.block(step)).or_else(|| self.values.get(step));
                block.map_or(Lane::Bool(&[]), |block| block.lane(most))
            }
        }
    }
}

/// Whether a program reads an input other than to generate elements at these positions.
fn reads(program: &Program, reg: Reg) -> bool {
    let read = |step: &Step| matches!(step, Step::Apply { args, .. } if args.contains(&reg));
    program.result == Some(reg) || program.steps.iter().any(read)
}

/// Elements at these positions, or from the first position on, into a part of a block: where it begins, and how long it is.
fn generate(how: &Generator, positions: &[i64], first: Option<u64>, out: &mut Scratch, (start, count): (usize, usize)) {
    let part = start..start + count;
    let floats = |place: &mut [f64]| match first {
        Some(first) => random::floats_from(how, first, place),
        None => random::floats(how, positions, place),
    };
    match out {
        Scratch::Float64(items) => floats(items.get_mut(part).unwrap_or_default()),
        Scratch::Int64(items) => match first {
            Some(first) => random::integers_from(how, first, items.get_mut(part).unwrap_or_default()),
            None => random::integers(how, positions, items.get_mut(part).unwrap_or_default()),
        },
        other => {
            let mut wide = vec![0.0; count];
            floats(&mut wide);
            with_scratch!(other, items => {
                for (place, value) in items.get_mut(part).unwrap_or_default().iter_mut().zip(&wide) {
                    *place = Element::cast(value.scalar());
                }
            });
        }
    }
}

/// Evaluate a program to an array of `shape`.
pub fn evaluate(program: &Program, inputs: &[Input<'_>], shape: &[usize], poll: Poll<'_>) -> Res<Chunk> {
    with_dtype!(program.out(), T => evaluate_as::<T>(program, inputs, shape, poll))
        .map(|made| made.typed(program.out()))
}

fn evaluate_as<T: LaneElement>(program: &Program, inputs: &[Input<'_>], shape: &[usize], poll: Poll<'_>) -> Res<Chunk> {
    let mut out = room::<T>(shape)?;
    let mut run = Run::new(program, inputs, shape);
    let mut blocks = 0;
    while run.advance()? > 0 {
        out.extend_from_slice(T::lane(run.result()));
        blocks += 1;
        if blocks % POLL_EVERY == 0 {
            poll()?;
        }
    }
    Ok(Chunk::of(out, shape.to_vec()))
}

/// Evaluate a program whose input `at` stands in a row in a buffer of its own: the result takes its place. The result has
/// the input's dtype and comes from a step; `inputs` has something in that place, which is not read.
pub fn evaluate_over(
    program: &Program,
    inputs: &[Input<'_>],
    shape: &[usize],
    (at, mut buffer): (usize, Buffer),
    poll: Poll<'_>,
) -> Res<Chunk> {
    let data = std::mem::replace(buffer.data_mut(), Data::Bool(Vec::new().into()));
    drop(buffer);
    let mut run = Run::new(program, inputs, shape);
    run.own(at, data);
    let mut blocks = 0;
    while run.advance()? > 0 {
        with_dtype!(program.out(), T => run.settle::<T>(at));
        blocks += 1;
        if blocks % POLL_EVERY == 0 {
            poll()?;
        }
    }
    match run.sources.into_iter().nth(at) {
        Some(Source::Own(data)) => Ok(Chunk::over(Buffer::new(data).typed(program.out()), shape.to_vec())),
        _ => Err(value_error("an input of a task is gone")),
    }
}

/// Evaluate a program by its kernel, or step by step: what [`evaluate`] chooses by the work there is.
pub fn evaluate_by(
    kernel: Option<Arc<Kernel>>,
    program: &Program,
    inputs: &[Input<'_>],
    shape: &[usize],
) -> Res<Chunk> {
    with_dtype!(program.out(), T => {
        let mut out = room::<T>(shape)?;
        let mut run = Run::with(program, inputs, shape, kernel);
        while run.advance()? > 0 {
            out.extend_from_slice(T::lane(run.result()));
        }
        Ok(Chunk::of(out, shape.to_vec()).typed(program.out()))
    })
}

/// Evaluate a program into its part of a larger array: `place` is that array, and the first index in it.
pub fn evaluate_into(
    program: &Program,
    inputs: &[Input<'_>],
    shape: &[usize],
    place: (&Target, &[usize]),
    poll: Poll<'_>,
) -> Res<()> {
    with_dtype!(program.out(), T => place.0.fill::<T>(place.1, shape, |part| {
        each_block(program, inputs, shape, poll, &mut |block| part.push(T::lane(block)))
    }))
}

/// Evaluate a program block by block, giving each block of the result to `take`.
pub fn each_block(
    program: &Program,
    inputs: &[Input<'_>],
    shape: &[usize],
    poll: Poll<'_>,
    take: &mut dyn FnMut(Lane<'_>),
) -> Res<()> {
    let mut run = Run::new(program, inputs, shape);
    let mut blocks = 0;
    while run.advance()? > 0 {
        take(run.result());
        blocks += 1;
        if blocks % POLL_EVERY == 0 {
            poll()?;
        }
    }
    Ok(())
}

/// A program that gives its only input, of this dtype.
pub fn identity(dtype: DType) -> Program {
    Program { inputs: vec![dtype], steps: Vec::new(), result: Some(Reg(0)) }
}
