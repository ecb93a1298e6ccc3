//! Elements of several blocks brought to their places in a new one; values written into a block.

use super::copy::assign;
use super::reduce::cast;
use crate::data::buffer::{room, with_dtype};
use crate::data::chunk::Positions;
use crate::data::raised::{Res, type_error};
use crate::data::{Chunk, DType, Element, shape};
use crate::ops::block::{Gather, Put, Taken};

/// The block that a gather makes of its inputs.
pub fn gather(inputs: &[Chunk], how: &Gather, dtype: DType) -> Res<Chunk> {
    with_dtype!(dtype, T => {
        let mut out = room::<T>(&how.shape)?;
        out.resize(shape::size(&how.shape).unwrap_or(0), T::default());
        for (input, taken) in inputs.iter().zip(how.parts.iter()) {
            let input = cast(input, dtype)?;
            if let Some(items) = input.buffer.items::<T>() {
                one(&mut out, items, &input, how, taken);
            }
        }
        Ok(Chunk::of(out, how.shape.clone()).typed(dtype))
    })
}

/// One input: for every position on the other axes, the points in turn.
fn one<T: Element>(out: &mut [T], items: &[T], input: &Chunk, how: &Gather, taken: &Taken) {
    let strides = shape::strides(&how.shape);
    let step_of = |axis: usize| input.strides.get(axis).copied().unwrap_or(0);
    let from: Vec<isize> = (0..taken.to.len())
        .map(|point| {
            let lists = how.axes.iter().zip(taken.from.iter());
            lists.map(|(&axis, list)| list.get(point).copied().unwrap_or(0) as isize * step_of(axis)).sum()
        })
        .collect();
    let place = strides.get(how.place).copied().unwrap_or(0);
    // What is left of the axes, in order: they stand around the points in the result.
    let left: Vec<usize> = (0..input.ndim()).filter(|axis| !how.axes.contains(axis)).collect();
    let sizes: Vec<usize> = left.iter().map(|&axis| input.shape.get(axis).copied().unwrap_or(1)).collect();
    let steps: Vec<isize> = left.iter().map(|&axis| step_of(axis)).collect();
    let mut to_steps = strides;
    if how.place < to_steps.len() {
        to_steps.remove(how.place);
    }
    let run = match (sizes.last(), steps.last(), to_steps.last()) {
        (Some(&run), Some(1), Some(1)) => Some(run),
        _ => None,
    };
    let outer = sizes.len() - usize::from(run.is_some());
    let part = |list: &[isize]| list.get(..outer).unwrap_or_default().to_vec();
    let sizes = sizes.get(..outer).unwrap_or_default();
    let sources = Positions::new(sizes, &part(&steps), input.offset);
    let targets = Positions::new(sizes, &part(&to_steps), 0);
    for (source, target) in sources.zip(targets) {
        for (&by, &to) in from.iter().zip(taken.to.iter()) {
            let (source, target) = (source.wrapping_add_signed(by), target.wrapping_add_signed(to as isize * place));
            let count = run.unwrap_or(1);
            let (read, written) = (items.get(source..source + count), out.get_mut(target..target + count));
            if let (Some(read), Some(written)) = (read, written) {
                written.copy_from_slice(read);
            }
        }
    }
}

/// A block with a value, broadcast to the region, written into it.
pub fn put(block: &Chunk, value: &Chunk, puts: &[Put]) -> Res<Chunk> {
    let mut out = block.copy()?;
    let value = cast(value, block.dtype())?;
    let mut region = Chunk { buffer: out.buffer.clone(), ..out.clone() };
    let lists = views(&mut region, puts);
    let value = value.broadcast_to(&region_shape(&region, &lists));
    let (sizes, strides, offset) = (region.shape.clone(), region.strides.clone(), region.offset);
    drop(region);
    let Some(buffer) = std::sync::Arc::get_mut(&mut out.buffer) else {
        return Err(type_error("the block of an assignment is shared"));
    };
    match lists {
        None => assign(buffer, &sizes, &strides, offset, &value)?,
        Some((axis, at, from, _)) => {
            for (&at, &from) in at.iter().zip(from) {
                let mut offset = offset;
                let (mut sizes, mut strides) = (sizes.clone(), strides.clone());
                if axis < sizes.len() {
                    sizes.remove(axis);
                    offset = offset.wrapping_add_signed(at as isize * strides.remove(axis));
                }
                let value = value.index_axis(axis, from);
                assign(buffer, &sizes, &strides, offset, &value)?;
            }
        }
    }
    Ok(out)
}

/// The axis of a list among the axes that stay, the positions in the block, those in the value, and the list's length.
type List<'a> = Option<(usize, &'a [usize], &'a [usize], usize)>;

/// Cut the region out of a view of the block; an axis with a list stays whole.
fn views<'a>(region: &mut Chunk, puts: &'a [Put]) -> List<'a> {
    let mut axis = 0;
    let mut list = None;
    for put in puts {
        match put {
            Put::Steps(steps) => {
                *region = region.slice_axis(axis, *steps);
                axis += 1;
            }
            Put::Index(at) => *region = region.index_axis(axis, *at),
            Put::List { at, from, count } => {
                list = Some((axis, &**at, &**from, *count));
                axis += 1;
            }
        }
    }
    list
}

/// The shape that the value is seen in: as long as the whole list along the axis of a list.
fn region_shape(region: &Chunk, list: &List<'_>) -> Vec<usize> {
    let mut sizes = region.shape.clone();
    if let Some((axis, _, _, count)) = list
        && let Some(place) = sizes.get_mut(*axis)
    {
        *place = *count;
    }
    sizes
}
