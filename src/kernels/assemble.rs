//! Blocks put together by the shapes that they have; and whether what is cut out of a block is there.

use super::copy;
use crate::data::raised::{Res, value_error};
use crate::data::shape::{self, Steps};
use crate::data::{Chunk, Raised};
use crate::ops::block::{Cut, Part, UNKNOWN};

/// A part of a block that is not there: the block has another shape than was foreseen.
fn misfit(chunk: &Chunk) -> Box<Raised> {
    let shown = shape::show(&chunk.shape);
    value_error(format!("a block has shape {shown}, which is not what the chunks of its array say"))
        .help("a function that changes the shape of blocks must say so: chunks=, drop_axis= or new_axis=")
}

fn within(steps: Steps, size: usize) -> bool {
    let last = steps.start as i128 + i128::from(steps.step) * (steps.count as i128 - 1);
    steps.count == 0 || (steps.start < size && last >= 0 && last < size as i128)
}

/// Cuts of all that there is, of the size that it has.
pub fn settled(chunk: &Chunk, cuts: &[Cut]) -> Vec<Cut> {
    let mut sizes = chunk.shape.iter();
    let settle = |cut: &Cut| match *cut {
        Cut::New => Cut::New,
        other => match (other, sizes.next()) {
            (Cut::Steps(Steps { count: UNKNOWN, .. }), Some(&count)) => Cut::Steps(Steps { start: 0, step: 1, count }),
            (other, _) => other,
        },
    };
    cuts.iter().map(settle).collect()
}

/// Whether cuts lie within a block.
///
/// # Errors
/// `ValueError` if they don't.
pub fn fits(chunk: &Chunk, cuts: &[Cut]) -> Res<()> {
    let mut sizes = chunk.shape.iter();
    let taken = |cut: &Cut| match cut {
        Cut::New => true,
        Cut::Steps(steps) => sizes.next().is_some_and(|&size| within(*steps, size)),
        Cut::Index(at) => sizes.next().is_some_and(|size| at < size),
    };
    if cuts.iter().all(taken) && sizes.next().is_none() { Ok(()) } else { Err(misfit(chunk)) }
}

/// Whether parts lie within the blocks they are of.
///
/// # Errors
/// `ValueError` if one does not.
pub fn parts_fit(chunks: &[&Chunk], parts: &[Part]) -> Res<()> {
    for (chunk, part) in chunks.iter().zip(parts) {
        let whole = part.cuts.len() == chunk.ndim();
        if !whole || !part.cuts.iter().zip(&chunk.shape).all(|(steps, &size)| within(*steps, size)) {
            return Err(misfit(chunk));
        }
    }
    Ok(())
}

/// The blocks of a grid, in C order, as one array: the first along each axis say how long it is, the first of all the
/// dtype; blocks with fewer axes get more in front.
pub fn assemble(blocks: &[Chunk], grid: &[usize]) -> Res<Chunk> {
    let ndim = blocks.iter().map(Chunk::ndim).max().unwrap_or(0).max(grid.len());
    let raised: Vec<Chunk> = blocks.iter().map(|block| lead(block, ndim)).collect();
    let mut counts = grid.to_vec();
    counts.resize(ndim, 1);
    let steps = shape::strides(&counts);
    let size_at = |axis: usize, at: usize| {
        let step = steps.get(axis).copied().unwrap_or(1) as usize;
        raised.get(at * step).and_then(|block| block.shape.get(axis)).copied().unwrap_or(0)
    };
    let sizes: Vec<Vec<usize>> =
        counts.iter().enumerate().map(|(axis, &count)| (0..count).map(|at| size_at(axis, at)).collect()).collect();
    let whole: Vec<usize> = sizes.iter().map(|axis| axis.iter().sum()).collect();
    let dtype = raised.first().map_or(crate::data::DType::Float64, Chunk::dtype);
    let (mut views, mut parts) = (Vec::with_capacity(raised.len()), Vec::with_capacity(raised.len()));
    for (place, block) in raised.iter().enumerate() {
        let index = position(&counts, place);
        let room: Vec<usize> = sizes.iter().zip(&index).map(|(axis, &at)| axis.get(at).copied().unwrap_or(0)).collect();
        if shape::broadcast(&[&block.shape, &room]).as_deref() != Some(&room) {
            let text = format!(
                "could not broadcast input array from shape {} into shape {}",
                tight(&block.shape),
                tight(&room)
            );
            return Err(value_error(text).help("the blocks of one row of an array must have one size"));
        }
        let at = sizes.iter().zip(&index).map(|(axis, &at)| axis.iter().take(at).sum()).collect();
        views.push(super::reduce::cast(block, dtype)?.broadcast_to(&room));
        parts.push(Part { cuts: room.iter().map(|&count| Steps { start: 0, step: 1, count }).collect(), at });
    }
    copy::merge(&views.iter().collect::<Vec<_>>(), &whole, &parts, dtype)
}

fn tight(shape: &[usize]) -> String {
    shape::show(shape).replace(", ", ",")
}

/// A block with more axes, of size 1, in front.
fn lead(block: &Chunk, ndim: usize) -> Chunk {
    let mut out = block.clone();
    while out.ndim() < ndim {
        out.shape.insert(0, 1);
        out.strides.insert(0, 0);
    }
    out
}

/// The index of the block with this place in a grid.
fn position(counts: &[usize], mut place: usize) -> Vec<usize> {
    let mut out = vec![0; counts.len()];
    for (slot, &count) in out.iter_mut().zip(counts).rev() {
        *slot = place % count.max(1);
        place /= count.max(1);
    }
    out
}
