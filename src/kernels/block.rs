//! Runs the tasks of array computations: frozen blocks in, a frozen block out.

use std::any::Any;
use std::sync::Arc;

use super::elemwise::{Input, Makes, Poll, evaluate, evaluate_into, evaluate_over, identity};
use super::reduce::{self, State};
use super::{assemble, copy, gather, linalg};
use crate::data::raised::{Res, type_error};
use crate::data::shape::Steps;
use crate::data::{Buffer, Chunk, DType, Scalar, shape};
use crate::ops::block::{BlockOp, Eval, Feed, Origin, UNKNOWN};
use crate::ops::ir::{Program, Step};
use crate::ops::{Reduction, reduction};
use crate::value::array::{FrozenArray, FrozenState};
use crate::value::complex::FrozenComplex;
use crate::value::frozen::Frozen;
use crate::value::native::FrozenNative;

/// Run an operation on blocks.
pub fn run(op: &BlockOp, inputs: &[Frozen], poll: Poll<'_>) -> Res<Frozen> {
    let result = match op {
        BlockOp::Same => return inputs.first().cloned().ok_or_else(|| missing(0)),
        BlockOp::Eval(eval) => run_eval(eval, inputs, &[], poll)?,
        BlockOp::Into { eval, target, at } => {
            let work =
                |feeds: &[Input<'_>], shape: &[usize]| evaluate_into(&eval.program, feeds, shape, (target, at), poll);
            with_inputs(eval, inputs, &[], work)?;
            return Ok(Frozen::None);
        }
        BlockOp::Lay { target, at } => {
            copy::lay(&chunk(inputs, 0)?, target, at)?;
            return Ok(Frozen::None);
        }
        BlockOp::Collect(target) => Chunk::over(target.finish()?, target.shape().to_vec()),
        BlockOp::Partial { .. } => return run_partial(op, inputs, &[], poll),
        BlockOp::Combine { row } => {
            let states = states(inputs)?;
            let merged = combine(reduction(row)?, &states)?;
            return Ok(state(merged.0, merged.1, merged.2));
        }
        BlockOp::Finish { row, ddof } => run_finish(reduction(row)?, *ddof, inputs)?,
        BlockOp::Between { row, column } => between(&chunk(inputs, 0)?, &chunk(inputs, 1)?, *row, *column)?,
        BlockOp::Piece(cuts) => {
            let input = chunk(inputs, 0)?;
            let whole = input.clone();
            cuts.iter().enumerate().fold(whole, |part, (axis, steps)| part.slice_axis(axis, *steps)).copy()?
        }
        BlockOp::Slice(cuts) => {
            let chunk = chunk(inputs, 0)?;
            let cuts = assemble::settled(&chunk, cuts);
            assemble::fits(&chunk, &cuts)?;
            let part = copy::slice(&chunk, &cuts);
            if keeps_much(&part) && part.size() <= chunk.size() / 2 { part.copy()? } else { part }
        }
        BlockOp::Assemble { grid } => {
            if let ([only], true) = (inputs, grid.iter().all(|&n| n == 1)) {
                return Ok(only.clone());
            }
            let chunks = chunks(inputs)?;
            assemble::assemble(&chunks, grid)?
        }
        BlockOp::Transpose(axes) => chunk(inputs, 0)?.transpose(axes),
        BlockOp::Merge { shape, parts } => {
            let chunks = chunks(inputs)?;
            let dtype = DType::common_of(chunks.iter().map(Chunk::dtype))?.unwrap_or(DType::Float64);
            let refs: Vec<&Chunk> = chunks.iter().collect();
            assemble::parts_fit(&refs, parts)?;
            copy::merge(&refs, shape, parts, dtype)?
        }
        BlockOp::Reshape(shape) => chunk(inputs, 0)?.reshape(shape.clone())?,
        BlockOp::Broadcast(shape) => chunk(inputs, 0)?.broadcast_to(shape),
        BlockOp::Gather(how) => {
            let chunks = chunks(inputs)?;
            let dtype = DType::common_of(chunks.iter().map(Chunk::dtype))?.unwrap_or(DType::Float64);
            gather::gather(&chunks, how, dtype)?
        }
        BlockOp::Put(puts) => gather::put(&chunk(inputs, 0)?, &chunk(inputs, 1)?, puts)?,
        BlockOp::Dot => linalg::dot(&chunk(inputs, 0)?, &chunk(inputs, 1)?)?,
        BlockOp::DotOnto => linalg::dot_onto(chunk(inputs, 0)?, &chunk(inputs, 1)?, &chunk(inputs, 2)?)?,
        BlockOp::PartialDot { row, axis, rows, counted, .. } => {
            let chunks = chunks(inputs)?;
            let (left, right) = chunks.split_at_checked(*rows).ok_or_else(|| missing(*rows))?;
            let mut columns = vec![linalg::summed(left, right, *axis)?];
            if reduction(row)?.finish == crate::ops::reduction::Finish::Mean {
                columns.push(Chunk::scalar(Scalar::Int64(*counted as i64)));
            }
            return Ok(state(State { columns }, DType::Float64, None));
        }
        BlockOp::Add => {
            let chunks = chunks(inputs)?;
            linalg::sum(&chunks.iter().collect::<Vec<_>>())?
        }
    };
    Ok(frozen(result))
}

/// Run an operation on blocks that are given away: an elementwise result, or a sum of products, takes the place of an input
/// that nobody else holds.
pub fn run_owned(op: &BlockOp, inputs: &mut [Frozen], poll: Poll<'_>) -> Res<Frozen> {
    if let BlockOp::Eval(eval) = op
        && let Some((at, buffer)) = spare(eval, inputs)
    {
        let nothing = Input::Index { start: 0, strides: &[] };
        let done = with_inputs(eval, inputs, &[], |feeds, _| {
            let mut feeds: Vec<Input<'_>> = feeds.iter().map(Input::again).collect();
            if let Some(place) = feeds.get_mut(at) {
                *place = nothing;
            }
            evaluate_over(&eval.program, &feeds, &eval.shape, (at, buffer), poll)
        });
        return done.map(frozen);
    }
    if matches!(op, BlockOp::DotOnto)
        && let [sum, left, right] = inputs
        && let (Some(left), Some(right)) = (chunk_of(left), chunk_of(right))
        && let Some(known) = chunk_of(sum)
    {
        let (dtype, shape) = (known.dtype(), known.shape.clone());
        drop(known);
        if let Some(buffer) = taken(sum, dtype, &shape) {
            return linalg::dot_onto(Chunk::over(buffer, shape), &left, &right).map(frozen);
        }
    }
    run(op, inputs, poll)
}

/// Bytes of a block from which overwriting it saves something.
const WORTH: usize = 1 << 16;

/// The first input of a program whose buffer nobody else holds and the result fits: which, and the buffer, taken.
fn spare(eval: &Eval, inputs: &mut [Frozen]) -> Option<(usize, Buffer)> {
    let program = &eval.program;
    let raises = |step: &Step| matches!(step, Step::Apply { row, .. } if row.props.raises.is_some());
    let made = program.result.is_some_and(|reg| reg.0 as usize >= program.inputs.len());
    let size = shape::size(&eval.shape)?;
    if !made || program.steps.iter().any(raises) || size * program.out().itemsize() < WORTH {
        return None;
    }
    for (at, feed) in eval.feeds.iter().enumerate() {
        let &Feed::Input(input) = feed else { continue };
        let alone = eval.feeds.iter().filter(|other| *other == feed).count() == 1;
        if !alone || program.inputs.get(at) != Some(&program.out()) {
            continue;
        }
        if let Some(buffer) = inputs.get_mut(input).and_then(|input| taken(input, program.out(), &eval.shape)) {
            return Some((at, buffer));
        }
    }
    None
}

/// The buffer of an array that stands in a row in it and fills it, if nobody else holds either; an empty array stays.
fn taken(input: &mut Frozen, dtype: DType, shape: &[usize]) -> Option<Buffer> {
    let Frozen::Native(native) = input else { return None };
    let any: &mut dyn Any = Arc::get_mut(native)?;
    let FrozenArray(chunk) = any.downcast_mut()?;
    let fills =
        chunk.shape == shape && chunk.dtype() == dtype && chunk.is_contiguous() && chunk.buffer.len() == chunk.size();
    Arc::get_mut(&mut chunk.buffer).filter(|buffer| fills && buffer.map().is_none())?;
    let chunk = std::mem::replace(chunk, Chunk::scalar(Scalar::Bool(false)));
    Arc::into_inner(chunk.buffer)
}

/// An array as the result of a task.
pub fn frozen(chunk: Chunk) -> Frozen {
    Frozen::Native(Arc::new(FrozenArray(chunk)))
}

/// Bytes from which it is worth while to give memory back.
const MUCH: usize = 1 << 16;

/// Whether an array is a view of less than half of the memory that it keeps.
fn keeps_much(chunk: &Chunk) -> bool {
    let whole = chunk.buffer.len();
    whole.saturating_mul(chunk.dtype().itemsize()) >= MUCH && chunk.size() <= whole / 2
}

/// What a user's function made of its inputs. If it is a small part of a block, the elements alone: the block, which may
/// have to wait on disk, would stay in memory with it.
///
/// # Errors
/// `MemoryError`.
pub fn detached(made: Frozen, inputs: &[Frozen]) -> Res<Frozen> {
    let Some(part) = array_in(&made).cloned().filter(keeps_much) else { return Ok(made) };
    let as_large = |input: &Chunk| Arc::ptr_eq(&input.buffer, &part.buffer) && part.size() > input.size() / 2;
    if inputs.iter().filter_map(array_in).any(as_large) {
        return Ok(made);
    }
    part.copy().map(frozen)
}

/// The array in a frozen value: of an array itself, or of a number.
pub fn chunk_of(value: &Frozen) -> Option<Chunk> {
    Some(match value {
        Frozen::Bool(value) => Chunk::scalar(Scalar::Bool(*value)),
        Frozen::Int(value) => Chunk::scalar(Scalar::Int64(*value)),
        Frozen::Float(value) => Chunk::scalar(Scalar::Float64(*value)),
        Frozen::Np(dtype, bits) => Chunk::scalar(Scalar::from_bits(*dtype, *bits)),
        Frozen::Native(native) => match cast_native::<FrozenComplex>(&**native) {
            Some(complex) => Chunk::scalar(complex.scalar()),
            None => array_in(value)?.clone(),
        },
        _ => return None,
    })
}

/// The array in a frozen array.
fn array_in(value: &Frozen) -> Option<&Chunk> {
    match value {
        Frozen::Native(native) => cast_native::<FrozenArray>(&**native).map(|array| &array.0),
        _ => None,
    }
}

fn cast_native<T: 'static>(native: &dyn FrozenNative) -> Option<&T> {
    let any: &dyn Any = native;
    any.downcast_ref()
}

fn missing(at: usize) -> Box<crate::data::Raised> {
    type_error(format!("input {at} of an array task is not an array"))
}

/// A part of a vector, as a row: in a row of the table `cuts` stand where its parts end.
fn between(run: &Chunk, cuts: &Chunk, row: usize, column: usize) -> Res<Chunk> {
    let end = |at: usize| match cuts.shape.get(1) {
        Some(&n) if at < n && cuts.shape.first().is_some_and(|&n| row < n) => {
            cuts.get(&[row, at]).as_i64().clamp(0, run.size() as i64) as usize
        }
        _ => run.size(),
    };
    let (from, to) = (end(column), end(column + 1));
    let count = to.saturating_sub(from);
    run.slice_axis(0, Steps { start: from, step: 1, count }).copy()?.reshape(vec![1, count])
}

fn chunks(inputs: &[Frozen]) -> Res<Vec<Chunk>> {
    (0..inputs.len()).map(|at| chunk(inputs, at)).collect()
}

fn chunk(inputs: &[Frozen], at: usize) -> Res<Chunk> {
    inputs.get(at).and_then(chunk_of).ok_or_else(|| missing(at))
}

fn reduction(name: &str) -> Res<&'static Reduction> {
    reduction::Reduction::named(name)
}

/// The arrays among the inputs of a program. What a function gave may be of another dtype than was foreseen.
pub(super) fn fed(eval: &Eval, inputs: &[Frozen]) -> Res<Vec<Option<Chunk>>> {
    let chunk_for = |(feed, dtype): (&Feed, &DType)| match feed {
        Feed::Input(at) => match chunk(inputs, *at)? {
            chunk if chunk.dtype() == *dtype => Ok(Some(chunk)),
            chunk => reduce::cast(&chunk, *dtype).map(Some),
        },
        Feed::Index { .. } | Feed::Made(_) => Ok(None),
    };
    eval.feeds.iter().zip(&eval.program.inputs).map(chunk_for).collect()
}

/// The inputs of a program: its arrays, and what makes those that functions of the user give, in order.
pub(super) fn inputs_of<'a>(
    feeds: &'a [Feed],
    chunks: &'a [Option<Chunk>],
    made: impl IntoIterator<Item = &'a (dyn Makes + 'a)>,
) -> Vec<Input<'a>> {
    let mut made = made.into_iter();
    let input = |(feed, chunk): (&'a Feed, &'a Option<Chunk>)| match (feed, chunk) {
        (Feed::Index { start, strides }, _) => Some(Input::Index { start: *start, strides }),
        (Feed::Made(_), _) => made.next().map(Input::Made),
        (_, Some(chunk)) => Some(Input::Array(chunk)),
        _ => None,
    };
    feeds.iter().zip(chunks).filter_map(input).collect()
}

/// The task's inputs as inputs of a program, and the shape of its block.
fn with_inputs<R>(
    eval: &Eval,
    inputs: &[Frozen],
    made: &[&dyn Makes],
    work: impl FnOnce(&[Input<'_>], &[usize]) -> Res<R>,
) -> Res<R> {
    let chunks = fed(eval, inputs)?;
    let feeds = inputs_of(&eval.feeds, &chunks, made.iter().copied());
    if !eval.shape.contains(&UNKNOWN) {
        return work(&feeds, &eval.shape);
    }
    let known: Vec<usize> = eval.shape.iter().map(|&n| if n == UNKNOWN { 1 } else { n }).collect();
    let mut shapes: Vec<&[usize]> = chunks.iter().flatten().map(|chunk| chunk.shape.as_slice()).collect();
    let found = shapes.clone();
    shapes.push(&known);
    let shape = shape::broadcast(&shapes).ok_or_else(|| shape::broadcast_error(&found))?;
    work(&feeds, &shape)
}

fn run_eval(eval: &Eval, inputs: &[Frozen], made: &[&dyn Makes], poll: Poll<'_>) -> Res<Chunk> {
    with_inputs(eval, inputs, made, |feeds, shape| evaluate(&eval.program, feeds, shape, poll))
}

/// Evaluate a program, and reduce it if the operation does, with what functions of the user give.
pub(super) fn run_made(op: &BlockOp, inputs: &[Frozen], made: &[&dyn Makes], poll: Poll<'_>) -> Res<Frozen> {
    match op {
        BlockOp::Partial { .. } => run_partial(op, inputs, made, poll),
        op => match op.eval() {
            Some(eval) => run_eval(eval, inputs, made, poll).map(frozen),
            None => Err(missing(0)),
        },
    }
}

fn run_partial(op: &BlockOp, inputs: &[Frozen], made: &[&dyn Makes], poll: Poll<'_>) -> Res<Frozen> {
    let BlockOp::Partial { eval, row, axes, keepdims, origin } = op else { return Err(missing(0)) };
    let row = reduction(row)?;
    let (mut found, shape, dtype) = match eval {
        Some(eval) => {
            let (found, shape) = with_inputs(eval, inputs, made, |feeds, shape| {
                Ok((reduce::partial(row, &eval.program, feeds, shape, axes, poll)?, shape.to_vec()))
            })?;
            (found, shape, eval.program.out())
        }
        None => {
            let chunk = chunk(inputs, 0)?;
            let program: Program = identity(chunk.dtype());
            let found = reduce::partial(row, &program, &[Input::Array(&chunk)], &chunk.shape, axes, poll)?;
            (found, chunk.shape.clone(), chunk.dtype())
        }
    };
    if let (Some(origin), Some(places)) = (origin, found.columns.get_mut(1)) {
        *places = moved(places, &shape, axes, origin)?;
    }
    let out = keepdims.then(|| shape::kept(&shape, axes, true));
    Ok(state(found, dtype, out))
}

/// Positions within a block (in C order of the reduced axes) as positions in the whole array.
fn moved(places: &Chunk, block: &[usize], axes: &[usize], origin: &Origin) -> Res<Chunk> {
    let of = |list: &[usize], axis: usize| list.get(axis).copied().unwrap_or(1);
    let shift = |place: i64| {
        let (mut rest, mut found, mut step) = (place as usize, 0, 1);
        for &axis in axes.iter().rev() {
            let size = of(block, axis).max(1);
            found += (rest % size + of(&origin.start, axis)) * step;
            rest /= size;
            step *= of(&origin.whole, axis);
        }
        found as i64
    };
    let shifted = places.to_vec::<i64>()?.into_iter().map(shift).collect();
    Ok(Chunk::of(shifted, places.shape.clone()))
}

/// A state with what the end needs: the dtype of the elements, and the shape of the result if axes stay.
type Parts = (State, DType, Option<Vec<usize>>);

/// The dtype travels as an empty array, the shape as an array of sizes.
fn state(state: State, dtype: DType, out: Option<Vec<usize>>) -> Frozen {
    let mut columns = state.columns;
    columns.push(Chunk::scalar(Scalar::zero(dtype)));
    if let Some(shape) = out {
        let sizes: Vec<i64> = shape.iter().map(|&n| n as i64).collect();
        columns.push(Chunk::of(sizes, vec![shape.len()]));
    } else {
        columns.push(Chunk::of(Vec::<bool>::new(), vec![0]));
    }
    Frozen::Native(Arc::new(FrozenState(columns)))
}

fn states(inputs: &[Frozen]) -> Res<Vec<Parts>> {
    let one = |(at, input): (usize, &Frozen)| {
        let Frozen::Native(native) = input else { return Err(missing(at)) };
        let Some(FrozenState(columns)) = cast_native::<FrozenState>(&**native) else { return Err(missing(at)) };
        let (Some((shape, rest)), true) = (columns.split_last(), columns.len() >= 2) else { return Err(missing(at)) };
        let Some((dtype, columns)) = rest.split_last() else { return Err(missing(at)) };
        let out = shape.items::<i64>().map(|sizes| sizes.iter().map(|&n| n as usize).collect());
        Ok((State { columns: columns.to_vec() }, dtype.dtype(), out))
    };
    inputs.iter().enumerate().map(one).collect()
}

fn combine(row: &'static Reduction, parts: &[Parts]) -> Res<Parts> {
    let refs: Vec<&State> = parts.iter().map(|(state, ..)| state).collect();
    let Some((_, dtype, out)) = parts.first() else { return Err(missing(0)) };
    Ok((reduce::combine(row, &refs)?, *dtype, out.clone()))
}

fn run_finish(row: &'static Reduction, ddof: usize, inputs: &[Frozen]) -> Res<Chunk> {
    let parts = states(inputs)?;
    let refs: Vec<&State> = parts.iter().map(|(state, ..)| state).collect();
    let Some((_, dtype, out)) = parts.first() else { return Err(missing(0)) };
    let result = reduce::finish(row, &refs, *dtype, ddof as f64).map_err(|mut error| {
        // Dask writes it without the hyphen.
        error.message = error.message.replacen("All-NaN slice", "All NaN slice", 1);
        error
    })?;
    match out {
        Some(shape) => result.reshape(shape.clone()),
        None => Ok(result),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::ir::Arg;

    #[test]
    fn a_block_that_nobody_else_holds_is_overwritten() {
        let n = 30_000;
        let mut program = Program::new(vec![DType::Float64, DType::Float64]);
        let add = crate::ops::find("add").unwrap();
        let twice = program.apply(add, &[Arg::Reg(program.input(0)), Arg::Reg(program.input(1))]).unwrap();
        program.result = Some(program.apply(add, &[Arg::Reg(twice), Arg::Reg(program.input(0))]).unwrap());
        let feeds = vec![Feed::Input(0), Feed::Input(1)];
        let op = BlockOp::Eval(Eval { program: Arc::new(program), feeds, shape: vec![n] });
        let items: Vec<f64> = (0..n).map(|at| at as f64).collect();
        let chunk = || Chunk::of(items.clone(), vec![n]);
        let place = |value: &Frozen| chunk_of(value).unwrap().buffer.items::<f64>().unwrap().as_ptr();
        let (first, second) = (frozen(chunk()), frozen(chunk()));
        let held = first.clone();
        let (kept, given) = (place(&first), place(&second));
        let expected = chunk_of(&run(&op, &[first.clone(), second.clone()], &mut || Ok(())).unwrap()).unwrap();
        let found = run_owned(&op, &mut [first, second], &mut || Ok(())).unwrap();
        assert_eq!((place(&held), place(&found)), (kept, given));
        let found = chunk_of(&found).unwrap();
        assert_eq!(found.to_vec::<f64>().unwrap(), expected.to_vec::<f64>().unwrap());
        assert_eq!(chunk_of(&held).unwrap().to_vec::<f64>().unwrap(), items);
    }
}
