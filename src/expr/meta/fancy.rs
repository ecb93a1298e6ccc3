//! The rule of indexing with masks and integer arrays.

use std::sync::Arc;

use super::ArrayMeta;
use super::array::{Voice, broadcast, whole};
use super::chunks::NAN;
use super::index::{Bound, Entry, Indexed, not_yet, position};
use super::known::{Arr, Known};
use crate::data::DType;
use crate::data::raised::{Res, index_error};
use crate::data::shape;

/// The result of an index with arrays in it; `entries` are written out for all axes.
pub fn index(meta: &ArrayMeta, entries: &[Entry], voice: Voice) -> Res<Indexed> {
    if voice == Voice::Dask {
        return chosen(meta, entries);
    }
    let mut shapes: Vec<Vec<Option<usize>>> = Vec::new();
    let mut kept: Vec<Option<usize>> = Vec::new();
    let mut place = None;
    let mut together = true;
    let mut previous_advanced = false;
    let mut axis = 0;
    for entry in entries {
        let size = meta.shape.get(axis).copied().flatten();
        let advanced = matches!(entry, Entry::Integers(_) | Entry::Mask(_) | Entry::At(_));
        if advanced {
            together &= place.is_none() || previous_advanced;
            place.get_or_insert(kept.len());
        }
        previous_advanced = advanced;
        match entry {
            Entry::Integers(sizes) => shapes.push(sizes.clone()),
            Entry::At(at) => {
                if let (Some(at), Some(size)) = (at, size) {
                    position(*at, axis, size, voice)?;
                }
                shapes.push(Vec::new());
            }
            Entry::Mask(sizes) => {
                check_mask(meta, sizes, axis)?;
                shapes.push(vec![None]);
                axis += sizes.len().saturating_sub(1);
            }
            Entry::New => kept.push(Some(1)),
            Entry::Slice(start, stop, step) => kept.push(slice_size(*start, *stop, *step, size)),
            _ => kept.push(None),
        }
        axis += usize::from(*entry != Entry::New);
    }
    let views: Vec<&[Option<usize>]> = shapes.iter().map(Vec::as_slice).collect();
    let joint = broadcast(&views, Voice::NumPy).map_err(|_| mismatch(&views))?;
    let at = if together { place.unwrap_or(0) } else { 0 };
    let mut sizes = kept;
    sizes.splice(at..at, joint);
    Ok(Indexed { meta: whole(meta.dtype, sizes), picks: None, scalar: false })
}

/// A lazy array indexed with masks, which choose an unknown number of elements, or with a list.
fn chosen(meta: &ArrayMeta, entries: &[Entry]) -> Res<Indexed> {
    let mut out = ArrayMeta { dtype: meta.dtype, shape: Vec::new(), chunks: Vec::new() };
    let mut axis = 0;
    for entry in entries {
        let (size, blocks) = match entry {
            // The builder cuts the blocks anew.
            Entry::Integers(sizes) if sizes.is_empty() => {
                axis += 1;
                continue;
            }
            Entry::Integers(sizes) => {
                let [size] = sizes.as_slice() else { return Err(not_yet("arrays of several axes")) };
                axis += 1;
                (*size, None)
            }
            Entry::Mask(sizes) if sizes.is_empty() => return Err(not_yet("True or False")),
            Entry::Mask(sizes) => {
                axis += sizes.len();
                (None, None)
            }
            Entry::New => (Some(1), Some(Arc::from([1]))),
            Entry::At(_) => {
                axis += 1;
                continue;
            }
            Entry::Slice(start, stop, step) => {
                axis += 1;
                let size = meta.shape.get(axis - 1).copied().flatten();
                let kept = slice_size(*start, *stop, *step, size);
                let same = kept.is_some() && kept == size;
                (kept, if same { meta.chunks.get(axis - 1).cloned().flatten() } else { None })
            }
            _ => {
                axis += 1;
                (None, None)
            }
        };
        out.shape.push(size);
        out.chunks.push(blocks);
    }
    Ok(Indexed { meta: out, picks: None, scalar: false })
}

/// Positions in lists must be there. Indices with masks or new axes are left to the run.
pub fn listed(meta: &ArrayMeta, at: &Known, voice: Voice) -> Res<()> {
    let one = std::slice::from_ref(at);
    let items = match at {
        Known::Tuple(items) => items.as_slice(),
        _ => one,
    };
    for (axis, item) in items.iter().enumerate() {
        match item {
            Known::Int(_) | Known::Slice(_) => {}
            Known::List(Some(list)) if !list.is_empty() => {
                for position in list {
                    let Known::Int(Some(at)) = position else { return Ok(()) };
                    let Some(Some(size)) = meta.shape.get(axis) else { continue };
                    let size = *size as i64;
                    if *at >= size || *at < -size {
                        return Err(match voice {
                            Voice::NumPy => shape::index_error(*at, axis, size as usize),
                            Voice::Dask => {
                                index_error(format!("Index is out of bounds for axis {axis} with size {size}"))
                            }
                        });
                    }
                }
            }
            _ => return Ok(()),
        }
    }
    Ok(())
}

/// A lazy array indexed with one mask: it must be as long, and how much it chooses only the run knows.
pub fn masked(meta: &ArrayMeta, mask: &Arr, found: &mut ArrayMeta) -> Res<()> {
    let lazy = mask.lazy;
    let Some(mask) = mask.meta.as_ref().filter(|mask| lazy && mask.dtype == DType::Bool && mask.ndim() == 1) else {
        return Ok(());
    };
    if let (Some(Some(size)), Some(Some(own))) = (meta.shape.first(), mask.shape.first())
        && size != own
    {
        return Err(index_error(format!(
            "boolean index did not match indexed array along dimension 0; dimension is {size} but corresponding boolean \
             dimension is {own}"
        )));
    }
    if let (Some(Some(blocks)), Some(Some(own)), Some(place)) =
        (meta.chunks.first(), mask.chunks.first(), found.chunks.first_mut())
        && blocks == own
    {
        *place = Some(vec![NAN; blocks.len()].into());
    }
    Ok(())
}

fn slice_size(start: Bound, stop: Bound, step: Bound, size: Option<usize>) -> Option<usize> {
    let known = |bound: Bound| match bound {
        Bound::Missing => Some(None),
        Bound::At(at) => Some(Some(at)),
        Bound::Unknown => None,
    };
    Some(shape::slice(known(start)?, known(stop)?, known(step)?.unwrap_or(1), size?).count)
}

fn check_mask(meta: &ArrayMeta, sizes: &[Option<usize>], axis: usize) -> Res<()> {
    for (at, mask) in sizes.iter().enumerate() {
        let (Some(mask), Some(Some(size))) = (mask, meta.shape.get(axis + at)) else { continue };
        if mask != size {
            return Err(index_error(format!(
                "boolean index did not match indexed array along axis {}; size of axis is {size} but size of \
                 corresponding boolean axis is {mask}",
                axis + at
            )));
        }
    }
    Ok(())
}

fn mismatch(shapes: &[&[Option<usize>]]) -> Box<crate::data::Raised> {
    let shown = shapes.iter().map(|sizes| super::chunks::show_shape(sizes).replace(", ", ",") + " ");
    index_error(format!(
        "shape mismatch: indexing arrays could not be broadcast together with shapes {}",
        shown.collect::<String>()
    ))
}
