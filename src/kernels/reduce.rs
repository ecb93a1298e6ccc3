//! Reductions: a partial result of each block, partial results combined in a fixed order, the result at the end.

use std::sync::Arc;

use super::elemwise::{Input, Poll, Run, evaluate, identity};
use super::feed::BLOCK;
use super::fold::{self, Num, fold};
use super::moments::{Moments, Walk};
use crate::data::buffer::{Element, room, with_data, with_dtype};
use crate::data::raised::{Res, value_error};
use crate::data::{Chunk, DType, Scalar, shape};
use crate::jit::Kernel;
use crate::ops::ir::{Arg, Program, Step};
use crate::ops::reduction::Finish;
use crate::ops::{self, Base, Prepare, Reduction};

/// What one block gives. `columns` are arrays of the kept axes: one of results; for means the sum and the count; for
/// moments the count, the sum and the squared deviations; for positions the best element and where it stands. A block
/// without elements of what has no result for none (`min`) has no columns: it takes no part.
#[derive(Clone, Debug)]
pub struct State {
    /// See above.
    pub columns: Vec<Chunk>,
}

/// A reduction of one array, whole.
pub fn reduce(
    row: &'static Reduction,
    chunk: &Chunk,
    axes: &[usize],
    keepdims: bool,
    ddof: f64,
    poll: Poll<'_>,
) -> Res<Chunk> {
    let program = identity(chunk.dtype());
    let state = partial(row, &program, &[Input::Array(chunk)], &chunk.shape, axes, poll)?;
    let out = finish(row, &[&state], chunk.dtype(), ddof)?;
    if keepdims { out.reshape(shape::kept(&chunk.shape, axes, true)) } else { Ok(out) }
}

/// The partial result of a block: `program` over its inputs, reduced along `axes`.
pub fn partial(
    row: &'static Reduction,
    program: &Program,
    inputs: &[Input<'_>],
    shape: &[usize],
    axes: &[usize],
    poll: Poll<'_>,
) -> Res<State> {
    row.check(program.out())?;
    if row.of_empty.is_some() && axes.iter().any(|&at| shape.get(at) == Some(&0)) {
        return Ok(State { columns: Vec::new() });
    }
    let (ready, counted) = prepared(row, program)?;
    let mut columns = match row.base {
        Base::Moments if axes.len() == shape.len() && row.prepare == Prepare::Keep && ready.out() == DType::Float64 => {
            moments_of_all(&ready, inputs, shape, poll)?
        }
        Base::Moments => {
            let elements = evaluate(&ready, inputs, shape, poll)?;
            moments(row, &elements, axes)?
        }
        Base::ArgMin | Base::ArgMax => {
            let elements = evaluate(&ready, inputs, shape, poll)?;
            positions(row, &elements, axes)?
        }
        base if axes.len() == shape.len() => vec![whole(base, &ready, inputs, shape, poll)?],
        base => vec![super::along::along(base, &ready, inputs, shape, axes, poll)?],
    };
    if row.finish == Finish::Mean {
        columns.push(match counted {
            Some(counted) => super::along::along(Base::Sum, &counted, inputs, shape, axes, poll)?,
            None => count_chunk(shape, axes),
        });
    }
    Ok(State { columns })
}

fn count_chunk(shape: &[usize], axes: &[usize]) -> Chunk {
    let count: usize = axes.iter().map(|&at| shape.get(at).copied().unwrap_or(1)).product();
    Chunk::scalar(Scalar::Int64(count as i64))
}

/// What a partial reduction by the row of this name evaluates: the program, with what is done to each element first.
pub fn program_of(row: &str, program: &Program) -> Res<Program> {
    prepared(Reduction::named(row)?, program).map(|(ready, _)| ready)
}

/// The program with what is done to each element first, in the dtype of the accumulator; and what counts elements,
/// where NaNs are not counted.
fn prepared(row: &Reduction, program: &Program) -> Res<(Program, Option<Program>)> {
    let mut ready = program.clone();
    let Some(mut at) = ready.result else { return Ok((ready, None)) };
    let dtype = ready.dtype(at);
    let float = dtype.is_inexact();
    let mut counted = None;
    match row.prepare {
        Prepare::Keep => {}
        Prepare::IsTrue => {
            let truth = ready.cast(at, DType::Bool);
            at = ready.cast(truth, DType::Int64);
        }
        Prepare::SkipNan if !float => {}
        Prepare::SkipNan => {
            let mut count = program.clone();
            if let (Some(isnan), Some(not)) = (ops::find("isnan"), ops::find("logical_not")) {
                let nan = count.apply(isnan, &[Arg::Reg(at)])?;
                let valid = count.apply(not, &[Arg::Reg(nan)])?;
                let number = count.cast(valid, DType::Int64);
                count.result = Some(number);
            }
            counted = Some(count);
            at = without_nan(row, &mut ready, at, dtype)?;
        }
    }
    let accumulator = match row.base {
        Base::Any | Base::All => DType::Bool,
        Base::ArgMin | Base::ArgMax | Base::Min | Base::Max | Base::FMin | Base::FMax => dtype,
        _ if row.prepare == Prepare::IsTrue => DType::Int64,
        _ => row.accumulator(dtype),
    };
    ready.result = Some(ready.cast(at, accumulator));
    Ok((ready, counted))
}

fn without_nan(
    row: &Reduction,
    program: &mut Program,
    at: crate::ops::ir::Reg,
    dtype: DType,
) -> Res<crate::ops::ir::Reg> {
    // Extremes, moments and positions keep NaN: their own code leaves it out.
    let fill = match row.base {
        Base::FMin | Base::FMax | Base::Moments | Base::ArgMin | Base::ArgMax => return Ok(at),
        Base::Sum => Scalar::zero(dtype),
        _ => row.identity(dtype),
    };
    let (Some(isnan), Some(pick)) = (ops::find("isnan"), ops::find("where")) else { return Ok(at) };
    let nan = program.apply(isnan, &[Arg::Reg(at)])?;
    let fill = program.push(Step::Const(fill));
    program.apply(pick, &[Arg::Reg(nan), Arg::Reg(fill), Arg::Reg(at)])
}

/// All elements to one: block by block, without the array in between.
fn whole(base: Base, program: &Program, inputs: &[Input<'_>], shape: &[usize], poll: Poll<'_>) -> Res<Chunk> {
    let run = Run::folding(program, inputs, shape, base);
    whole_of(base, run, (program.out(), shape::size(shape).unwrap_or(0)), poll)
}

/// All elements of a run, of this dtype and so many, to one.
fn whole_of(base: Base, mut run: Run<'_>, (dtype, count): (DType, usize), poll: Poll<'_>) -> Res<Chunk> {
    with_dtype!(dtype, T => {
        let found = match run.elements::<T>() {
            _ if count == 0 && base == Base::Sum => None,
            Some(items) if count > 0 => there::<T>(base, items, poll)?,
            _ => tree::<T>(base, &mut run, count, poll)?,
        };
        Ok(Chunk::of(vec![found.unwrap_or_default()], Vec::new()).typed(dtype))
    })
}

/// Fold what a program gives, along `axes`, by its kernel or step by step: what [`partial`] chooses by the work there is.
pub fn fold_by(
    kernel: Option<Arc<Kernel>>,
    (base, axes): (Base, &[usize]),
    program: &Program,
    inputs: &[Input<'_>],
    shape: &[usize],
) -> Res<Chunk> {
    let run = Run::with(program, inputs, shape, kernel);
    match super::along::lie(shape, axes) {
        Some(lie) if axes.len() < shape.len() => {
            super::along::along_run(base, run, lie, (program.out(), &shape::kept(shape, axes, false)), &mut || Ok(()))
        }
        _ => whole_of(base, run, (program.out(), shape::size(shape).unwrap_or(0)), &mut || Ok(())),
    }
}

/// The fold of the next `count` elements, split as NumPy splits a sum, down to blocks that fit L1.
fn tree<T: Num>(base: Base, run: &mut Run<'_>, count: usize, poll: Poll<'_>) -> Res<Option<T>> {
    let mut found = Vec::new();
    if count <= run.reach() && run.fold(base, (count, 1), &mut found)? {
        return Ok(found.pop());
    }
    if count <= BLOCK {
        run.advance_by(count)?;
        return Ok(fold(base, T::lane(run.result())));
    }
    if count > BLOCK * 64 {
        poll()?;
    }
    let left = fold::split(count);
    let a = tree::<T>(base, run, left, poll)?;
    let b = tree::<T>(base, run, count - left, poll)?;
    Ok(match (a, b) {
        (Some(a), Some(b)) => Some(fold::combine(base, a, b)),
        (a, b) => a.or(b),
    })
}

/// Elements between two polls: half a megabyte of doubles.
const SPAN: usize = 1 << 16;

/// The fold of elements that stand in a row, to the bit that of [`tree`].
fn there<T: Num>(base: Base, items: &[T], poll: Poll<'_>) -> Res<Option<T>> {
    if items.len() <= SPAN {
        let sum = base == Base::Sum && items.len() > BLOCK;
        return Ok(if sum { Some(fold::pairwise_far(items)) } else { fold::blocks(base, items, BLOCK) });
    }
    poll()?;
    let (left, right) = items.split_at(fold::split(items.len()));
    Ok(match (there::<T>(base, left, poll)?, there::<T>(base, right, poll)?) {
        (Some(a), Some(b)) => Some(fold::combine(base, a, b)),
        (a, b) => a.or(b),
    })
}

/// Fold along axes.
pub fn along(base: Base, chunk: &Chunk, axes: &[usize]) -> Res<Chunk> {
    let made = with_data!(chunk.buffer.data(), items => along_as(base, chunk, items, axes));
    made.map(|made| made.typed(chunk.dtype()))
}

/// Axes with their sizes and strides, split into kept and reduced.
struct Split {
    kept: (Vec<usize>, Vec<isize>),
    reduced: (Vec<usize>, Vec<isize>),
}

fn split_axes(chunk: &Chunk, axes: &[usize]) -> Split {
    let mut out = Split { kept: (Vec::new(), Vec::new()), reduced: (Vec::new(), Vec::new()) };
    for (at, (&n, &stride)) in chunk.shape.iter().zip(&chunk.strides).enumerate() {
        let side = if axes.contains(&at) { &mut out.reduced } else { &mut out.kept };
        side.0.push(n);
        side.1.push(stride);
    }
    out
}

/// Whether neighbours in memory are reduced together (else each is kept).
fn inner_is_reduced(split: &Split) -> bool {
    let least = |side: &(Vec<usize>, Vec<isize>)| {
        let steps = side.0.iter().zip(&side.1).filter(|(n, _)| **n > 1).map(|(_, stride)| stride.unsigned_abs());
        steps.min().unwrap_or(usize::MAX)
    };
    least(&split.reduced) <= least(&split.kept)
}

fn along_as<T: Num>(base: Base, chunk: &Chunk, items: &[T], axes: &[usize]) -> Res<Chunk> {
    let split = split_axes(chunk, axes);
    let start = match base {
        Base::Prod | Base::All => T::ONE,
        Base::Any => T::default(),
        _ => T::NOTHING,
    };
    let reduced: usize = split.reduced.0.iter().product();
    let mut out = room::<T>(&split.kept.0)?;
    if reduced == 0 {
        out.resize(split.kept.0.iter().product(), if base == Base::Sum { T::default() } else { start });
    } else if inner_is_reduced(&split) {
        let run_of = (split.reduced.0.as_slice(), split.reduced.1.as_slice());
        for at in crate::data::chunk::Positions::new(&split.kept.0, &split.kept.1, chunk.offset) {
            let sub = Chunk {
                buffer: chunk.buffer.clone(),
                shape: run_of.0.to_vec(),
                strides: run_of.1.to_vec(),
                offset: at,
            };
            let found = match sub.items::<T>() {
                Some(run) => fold(base, run),
                None => fold(base, &sub.to_vec::<T>()?),
            };
            out.push(found.unwrap_or(start));
        }
    } else {
        rows(base, chunk.offset, items, &split, &mut out);
    }
    Ok(Chunk::of(out, split.kept.0))
}

/// Row after row is combined into the rows of results.
fn rows<T: Num>(base: Base, offset: usize, items: &[T], split: &Split, out: &mut Vec<T>) {
    let (Some((&inner, outer)), Some((&step, steps))) = (split.kept.0.split_last(), split.kept.1.split_last()) else {
        return;
    };
    let mut row = Vec::new();
    for start in crate::data::chunk::Positions::new(outer, steps, offset) {
        let first = out.len();
        for at in crate::data::chunk::Positions::new(&split.reduced.0, &split.reduced.1, start) {
            let run = if step == 1 {
                items.get(at..at + inner).unwrap_or_default()
            } else {
                row.clear();
                let place = |j: usize| at.wrapping_add_signed(j as isize * step);
                row.extend((0..inner).map(|j| items.get(place(j)).copied().unwrap_or_default()));
                row.as_slice()
            };
            match out.get_mut(first..).filter(|results| !results.is_empty()) {
                Some(results) => fold::combine_row(base, results, run),
                None => out.extend_from_slice(run),
            }
        }
    }
}

/// Count, sum and sum of squared deviations along axes.
fn moments(row: &Reduction, elements: &Chunk, axes: &[usize]) -> Res<Vec<Chunk>> {
    let skip = row.prepare == Prepare::SkipNan;
    let dtype = elements.dtype();
    let (clean, counts) = if skip {
        let keep = apply("logical_not", &[&apply("isnan", &[elements])?])?;
        let zero = Chunk::scalar(Scalar::zero(dtype));
        let clean = apply("where", &[&keep, elements, &zero])?;
        (clean, along(Base::Sum, &cast(&keep, DType::Int64)?, axes)?)
    } else {
        (elements.clone(), count_chunk(&elements.shape, axes))
    };
    let total = along(Base::Sum, &clean, axes)?;
    let spread = shape::kept(&elements.shape, axes, true);
    let count = cast(&counts, dtype)?;
    let mean = apply("divide", &[&total, &count])?.reshape(spread)?;
    let away = apply("subtract", &[elements, &mean])?;
    let mut squares = apply("squared_size", &[&away])?;
    if skip {
        let keep = apply("logical_not", &[&apply("isnan", &[elements])?])?;
        squares = apply("where", &[&keep, &squares, &Chunk::scalar(Scalar::zero(dtype.real()))])?;
    }
    Ok(vec![counts, total, along(Base::Sum, &squares, axes)?])
}

/// Count, sum and sum of squared deviations of all elements, without the array in between.
fn moments_of_all(program: &Program, inputs: &[Input<'_>], shape: &[usize], poll: Poll<'_>) -> Res<Vec<Chunk>> {
    let count = shape::size(shape).unwrap_or(0);
    let mut run = Run::new(program, inputs, shape);
    let found = match count {
        0 => Moments { count, total: 0.0, spread: 0.0 },
        _ => Walk::new(&mut run).next(count, poll)?,
    };
    let number = |value: f64| Chunk::scalar(Scalar::Float64(value));
    Ok(vec![Chunk::scalar(Scalar::Int64(count as i64)), number(found.total), number(found.spread)])
}

/// The best element along axes, and its position.
fn positions(row: &Reduction, elements: &Chunk, axes: &[usize]) -> Res<Vec<Chunk>> {
    let skip = row.prepare == Prepare::SkipNan;
    let split = split_axes(elements, axes);
    with_dtype!(elements.dtype(), T => {
        let mut best = room::<T>(&split.kept.0)?;
        let mut places = room::<i64>(&split.kept.0)?;
        for at in crate::data::chunk::Positions::new(&split.kept.0, &split.kept.1, elements.offset) {
            let (shape, strides) = split.reduced.clone();
            let run = Chunk { buffer: elements.buffer.clone(), shape, strides, offset: at }.to_vec::<T>()?;
            let place = match skip {
                true => fold::position_of_number(row.base, &run),
                false => fold::position(row.base, &run),
            };
            let place = place.unwrap_or(0);
            best.push(run.get(place).copied().unwrap_or_default());
            places.push(place as i64);
        }
        let best = Chunk::of(best, split.kept.0.clone()).typed(elements.dtype());
        Ok(vec![best, Chunk::of(places, split.kept.0)])
    })
}

/// An operation on whole arrays.
pub fn apply(name: &str, args: &[&Chunk]) -> Res<Chunk> {
    let Some(op) = ops::find(name) else { return Err(value_error(format!("no operation {name}"))) };
    let mut program = Program::new(args.iter().map(|arg| arg.dtype()).collect());
    let regs: Vec<Arg> = (0..args.len()).map(|at| Arg::Reg(program.input(at))).collect();
    program.result = Some(program.apply(op, &regs)?);
    let shapes: Vec<&[usize]> = args.iter().map(|arg| arg.shape.as_slice()).collect();
    let Some(shape) = shape::broadcast(&shapes) else { return Err(shape::broadcast_error(&shapes)) };
    if let Some(done) = super::shared::evaluate(&program, args, &shape) {
        return done;
    }
    let inputs: Vec<Input<'_>> = args.iter().map(|arg| Input::Array(arg)).collect();
    evaluate(&program, &inputs, &shape, &mut || Ok(()))
}

/// The array converted to a dtype; the same array if it has it.
///
/// # Errors
/// `TypeError` for moments and durations as floats: these NumPy makes only where it is told to ([`convert`]).
pub fn cast(chunk: &Chunk, dtype: DType) -> Res<Chunk> {
    if chunk.dtype().is_time() && dtype.is_inexact() {
        return Err(chunk.dtype().unsafe_cast(dtype).help("convert first: x.astype(float)"));
    }
    convert(chunk, dtype)
}

/// The array converted to a dtype as `astype` does.
pub fn convert(chunk: &Chunk, dtype: DType) -> Res<Chunk> {
    if chunk.dtype() == dtype {
        return Ok(chunk.clone());
    }
    if chunk.dtype().is_text() && chunk.dtype().kind() != dtype.kind() {
        return read(chunk, dtype);
    }
    let mut program = identity(chunk.dtype());
    program.result = program.result.map(|at| program.cast(at, dtype));
    evaluate(&program, &[Input::Array(chunk)], &chunk.shape, &mut || Ok(()))
}

/// Fixed strings as elements of a dtype, or NumPy's error for one that is none.
fn read(chunk: &Chunk, dtype: DType) -> Res<Chunk> {
    let from = chunk.dtype();
    let dtype = if dtype.is_open() { dtype.of_width(from.text_width()) } else { dtype };
    with_dtype!(dtype, T => {
        let mut out = room::<T>(&chunk.shape)?;
        for text in chunk.to_vec::<crate::data::Text>()? {
            out.push(<T as crate::data::Element>::cast(crate::data::text::parse(text, from, dtype)?));
        }
        Ok(Chunk::of(out, chunk.shape.clone()).typed(dtype))
    })
}

/// Partial results combined, in this order.
pub fn combine(row: &'static Reduction, states: &[&State]) -> Res<State> {
    let states: Vec<&State> = states.iter().copied().filter(|state| !state.columns.is_empty()).collect();
    match states.as_slice() {
        [] => return Ok(State { columns: Vec::new() }),
        [only] => return Ok((*only).clone()),
        _ => {}
    }
    let column = |at: usize| -> Vec<&Chunk> { states.iter().filter_map(|state| state.columns.get(at)).collect() };
    let columns = match row.base {
        Base::Moments => merge_moments(&column(0), &column(1), &column(2))?,
        Base::ArgMin | Base::ArgMax => merge_positions(row, &column(0), &column(1))?,
        base => {
            let mut columns = vec![merge(base, &column(0))?];
            if row.finish == Finish::Mean {
                columns.push(merge(Base::Sum, &column(1))?);
            }
            columns
        }
    };
    Ok(State { columns })
}

/// Arrays of one shape stacked along a first axis.
fn stacked(parts: &[&Chunk]) -> Res<Chunk> {
    let Some(first) = parts.first() else { return Ok(Chunk::scalar(Scalar::Bool(false))) };
    let mut shape = vec![parts.len()];
    shape.extend_from_slice(&first.shape);
    with_dtype!(first.dtype(), T => {
        let mut items = room::<T>(&shape)?;
        for part in parts {
            items.extend_from_slice(&part.to_vec::<T>()?);
        }
        Ok(Chunk::of(items, shape.clone()).typed(first.dtype()))
    })
}

fn merge(base: Base, parts: &[&Chunk]) -> Res<Chunk> {
    along(base, &stacked(parts)?, &[0])
}

/// Dask's rule for combining moments.
fn merge_moments(counts: &[&Chunk], totals: &[&Chunk], spreads: &[&Chunk]) -> Res<Vec<Chunk>> {
    let count = merge(Base::Sum, counts)?;
    let total = merge(Base::Sum, totals)?;
    let dtype = total.dtype();
    let mean = apply("divide", &[&total, &cast(&count, dtype)?])?;
    let mut away = Vec::new();
    for (part, number) in totals.iter().zip(counts) {
        let number = cast(number, dtype)?;
        let off = apply("subtract", &[&apply("divide", &[part, &number])?, &mean])?;
        let number = cast(&number, dtype.real())?;
        let weighted = apply("multiply", &[&number, &apply("squared_size", &[&off])?])?;
        // A block without elements adds nothing.
        let zero = Chunk::scalar(Scalar::zero(dtype.real()));
        let none = apply("equal", &[&number, &zero])?;
        away.push(apply("where", &[&none, &zero, &weighted])?);
    }
    let refs: Vec<&Chunk> = away.iter().collect();
    let spread = apply("add", &[&merge(Base::Sum, spreads)?, &merge(Base::Sum, &refs)?])?;
    Ok(vec![count, total, spread])
}

fn merge_positions(row: &Reduction, best: &[&Chunk], places: &[&Chunk]) -> Res<Vec<Chunk>> {
    let all = stacked(best)?;
    let found = positions(row, &all, &[0])?;
    let (Some(values), Some(which)) = (found.first(), found.get(1)) else { return Ok(found) };
    let places = stacked(places)?;
    let inner: usize = which.size();
    let (which, from) = (which.to_vec::<i64>()?, places.to_vec::<i64>()?);
    let pick = which.iter().enumerate().map(|(at, &block)| from.get(block as usize * inner + at).copied().unwrap_or(0));
    let picked = Chunk::of(pick.collect(), values.shape.clone());
    Ok(vec![values.clone(), picked])
}

/// The result of partial results; `dtype` is that of the elements.
pub fn finish(row: &'static Reduction, states: &[&State], dtype: DType, ddof: f64) -> Res<Chunk> {
    let state = combine(row, states)?;
    if let (true, Some(message)) = (state.columns.is_empty(), row.of_empty) {
        return Err(value_error(message));
    }
    let column = |at: usize| state.columns.get(at).cloned().unwrap_or_else(|| Chunk::scalar(Scalar::Bool(false)));
    let out = row.result(dtype);
    Ok(match row.finish {
        Finish::Keep if row.base == Base::Sum => from_zero(column(0))?,
        Finish::Keep => column(0),
        Finish::Position => {
            if row.prepare == Prepare::SkipNan && dtype.is_inexact() {
                let nan = apply("isnan", &[&column(0)])?;
                if nan.to_vec::<bool>()?.contains(&true) {
                    return Err(value_error("All-NaN slice encountered"));
                }
            }
            column(1)
        }
        // A sum of durations over a count is a duration.
        Finish::Mean if out.is_time() => apply("divide", &[&column(0), &column(1)])?,
        Finish::Mean => apply("divide", &[&from_zero(column(0))?, &cast(&column(1), out)?])?,
        Finish::Var | Finish::Std => {
            let left = apply("subtract", &[&cast(&column(0), out)?, &Chunk::scalar(Scalar::Float64(ddof).cast(out))])?;
            let left = apply("maximum", &[&left, &Chunk::scalar(Scalar::zero(out))])?;
            let var = apply("divide", &[&column(2), &left])?;
            if row.finish == Finish::Std { apply("sqrt", &[&var])? } else { var }
        }
    })
}

/// Sums as NumPy's, which start from 0.0: one of nothing but -0.0 is 0.0. Kernels start from what changes nothing, -0.0.
fn from_zero(sums: Chunk) -> Res<Chunk> {
    let negative = match sums.dtype() {
        DType::Float64 => any(&sums, |x: f64| x.to_bits() == 1 << 63),
        DType::Float32 => any(&sums, |x: f32| x.to_bits() == 1 << 31),
        dtype => dtype.is_complex(),
    };
    if negative { apply("add", &[&sums, &Chunk::scalar(Scalar::zero(sums.dtype()))]) } else { Ok(sums) }
}

fn any<T: Element>(chunk: &Chunk, found: impl Fn(T) -> bool) -> bool {
    chunk.items::<T>().is_none_or(|items| items.iter().any(|&item| found(item)))
}
