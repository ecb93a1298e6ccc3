//! Copies between arrays: parts of arrays into one, one array into a region of another.

use crate::data::buffer::{Target, room, with_data, with_dtype};
use crate::data::chunk::Positions;
use crate::data::raised::{Raised, Res};
use crate::data::{Buffer, Chunk, DType, Element, ExcClass, shape};
use crate::ops::block::{Cut, Part};

/// Basic indexing: a view.
pub fn slice(chunk: &Chunk, cuts: &[Cut]) -> Chunk {
    let mut out = chunk.clone();
    let mut axis = 0;
    for cut in cuts {
        match *cut {
            Cut::Steps(steps) => {
                out = out.slice_axis(axis, steps);
                axis += 1;
            }
            Cut::Index(at) => out = out.index_axis(axis, at),
            Cut::New => {
                out.shape.insert(axis, 1);
                out.strides.insert(axis, 0);
                axis += 1;
            }
        }
    }
    out
}

/// A block copied into its part of a larger array, which begins at the index `at`.
///
/// # Errors
/// `SystemError` for a block of another dtype: the whole was planned for what it should have been, and a conversion would
/// hide that.
pub fn lay(block: &Chunk, target: &Target, at: &[usize]) -> Res<()> {
    let (own, planned) = (block.dtype(), target.dtype());
    if own != planned && !(own.is_text() && planned.is_text()) {
        return Err(Raised::new(ExcClass::SystemError, format!("a block of {own} where one of {planned} was planned")));
    }
    with_dtype!(target.dtype(), T => target.fill::<T>(at, &block.shape, |part| {
        match block.items::<T>() {
            Some(items) => part.push(items),
            None => part.push(&block.to_vec::<T>()?),
        }
        Ok(())
    }))
}

/// Parts of arrays copied into a new one. Parts that follow one another in memory are appended; else each is copied
/// to its place.
pub fn merge(inputs: &[&Chunk], shape: &[usize], parts: &[Part], dtype: DType) -> Res<Chunk> {
    with_dtype!(dtype, T => merge_as::<T>(inputs, shape, parts)).map(|made| made.typed(dtype))
}

fn merge_as<T: Element>(inputs: &[&Chunk], shape: &[usize], parts: &[Part]) -> Res<Chunk> {
    let mut out = room::<T>(shape)?;
    let strides = shape::strides(shape);
    let place =
        |part: &Part| part.at.iter().zip(&strides).map(|(&at, &step)| at as isize * step).sum::<isize>() as usize;
    let views: Vec<Chunk> = inputs.iter().zip(parts).map(|(input, part)| cut(input, part)).collect();
    let whole_rows = |view: &Chunk| view.shape.iter().skip(1).eq(shape.iter().skip(1));
    let mut next = 0;
    let in_order = views.iter().zip(parts).all(|(view, part)| {
        let fits = whole_rows(view) && place(part) == next;
        next += view.size();
        fits
    });
    if in_order {
        for view in &views {
            match view.items::<T>() {
                Some(items) => out.extend_from_slice(items),
                None => out.extend_from_slice(&view.to_vec::<T>()?),
            }
        }
        return Ok(Chunk::of(out, shape.to_vec()));
    }
    out.resize(shape::size(shape).unwrap_or(0), T::default());
    for (view, part) in views.iter().zip(parts) {
        copy_into(&mut out, &strides, place(part), view);
    }
    Ok(Chunk::of(out, shape.to_vec()))
}

fn cut(input: &Chunk, part: &Part) -> Chunk {
    part.cuts.iter().enumerate().fold((*input).clone(), |chunk, (axis, steps)| chunk.slice_axis(axis, *steps))
}

/// Copy `from` into `out` at position `start`, walking by `strides`.
fn copy_into<T: Element>(out: &mut [T], strides: &[isize], start: usize, from: &Chunk) {
    let (Some((&inner, outer)), Some((&step, steps))) = (from.shape.split_last(), from.strides.split_last()) else {
        if let (Some(place), Some(items)) = (out.get_mut(start), from.buffer.items::<T>()) {
            *place = items.get(from.offset).copied().unwrap_or_default();
        }
        return;
    };
    let Some((&to_step, to_steps)) = strides.split_last() else { return };
    let sources = Positions::new(outer, steps, from.offset);
    let targets = Positions::new(outer, to_steps, start);
    let same = from.buffer.items::<T>();
    for (source, target) in sources.zip(targets) {
        if let (Some(items), 1, 1) = (same, step, to_step) {
            if let (Some(to), Some(run)) = (out.get_mut(target..target + inner), items.get(source..source + inner)) {
                to.copy_from_slice(run);
            }
            continue;
        }
        for at in 0..inner as isize {
            let value = from.at(source.wrapping_add_signed(at * step));
            if let Some(place) = out.get_mut(target.wrapping_add_signed(at * to_step)) {
                *place = T::cast(value);
            }
        }
    }
}

/// Write `values`, which broadcast to the region, into a region of a buffer: its shape, strides and first position.
pub fn assign(buffer: &mut Buffer, shape: &[usize], strides: &[isize], offset: usize, values: &Chunk) -> Res<()> {
    let values = super::reduce::cast(values, buffer.dtype())?.broadcast_to(shape);
    with_data!(buffer.data_mut(), items => {
        if shape.is_empty() {
            if let Some(place) = items.get_mut(offset) {
                *place = Element::cast(values.only());
            }
            return Ok(());
        }
        copy_into(items, strides, offset, &values);
        Ok(())
    })
}

/// The elements at these positions of the buffer, as an array of `shape`.
pub fn take(chunk: &Chunk, positions: impl Iterator<Item = usize>, shape: Vec<usize>) -> Res<Chunk> {
    with_data!(chunk.buffer.data(), items => {
        let mut out = room(&shape)?;
        out.extend(positions.map(|at| items.get(at).copied().unwrap_or_default()));
        Ok(Chunk::of(out, shape).typed(chunk.dtype()))
    })
}
