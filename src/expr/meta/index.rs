//! The rule of indexing: integers, slices, new axes, masks and integer arrays.

use std::sync::Arc;

use super::ArrayMeta;
use super::array::Voice;
use super::chunks::{Blocks, COMPUTE_SIZES, NAN, show_shape};
use crate::data::raised::{ExcClass, Raised, Res, index_error, value_error};
use crate::data::shape::{self, Steps};
use crate::expr::node::Pick;

/// A number in an index: absent, known, or not known before the run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bound {
    /// Left out.
    Missing,
    /// Known.
    At(i64),
    /// Known at run time.
    Unknown,
}

/// One entry of an index.
#[derive(Clone, PartialEq, Debug)]
pub enum Entry {
    /// An integer.
    At(Option<i64>),
    /// A slice.
    Slice(Bound, Bound, Bound),
    /// `None`.
    New,
    /// `...`.
    Ellipsis,
    /// An array or list of integers of this shape.
    Integers(Vec<Option<usize>>),
    /// An array or list of bool of this shape.
    Mask(Vec<Option<usize>>),
    /// Not known before the run.
    Unknown,
}

/// What an index selects.
#[derive(Clone, Debug)]
pub struct Indexed {
    /// Dtype, shape and blocks of the result.
    pub meta: ArrayMeta,
    /// The entries in the form that nodes carry; `None` where something is not known, or for arrays in the index.
    pub picks: Option<Vec<Pick>>,
    /// Whether the result is one element (each axis got an integer, and no `...`).
    pub scalar: bool,
}

/// What NumPy says of an index that is none.
pub const BAD_INDEX: &str = "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean \
                             arrays are valid indices";

fn takes(entry: &Entry) -> usize {
    match entry {
        Entry::New | Entry::Ellipsis => 0,
        Entry::Mask(sizes) => sizes.len(),
        _ => 1,
    }
}

/// The entries with `...` written out, one for each axis (and new axis).
pub fn expand(entries: &[Entry], ndim: usize, voice: Voice) -> Res<Vec<Entry>> {
    if entries.iter().filter(|entry| **entry == Entry::Ellipsis).count() > 1 {
        return Err(index_error("an index can only have a single ellipsis ('...')"));
    }
    let used: usize = entries.iter().map(takes).sum();
    if used > ndim {
        let given = entries.iter().map(takes).sum::<usize>();
        return Err(too_many(ndim, given, voice));
    }
    let full = || Entry::Slice(Bound::Missing, Bound::Missing, Bound::Missing);
    let mut out = Vec::with_capacity(ndim);
    let mut filled = false;
    for entry in entries {
        if *entry == Entry::Ellipsis {
            out.extend(std::iter::repeat_with(full).take(ndim - used));
            filled = true;
        } else {
            out.push(entry.clone());
        }
    }
    if !filled {
        out.extend(std::iter::repeat_with(full).take(ndim - used));
    }
    Ok(out)
}

fn too_many(ndim: usize, given: usize, voice: Voice) -> Box<Raised> {
    let error = match voice {
        Voice::Dask => index_error("Too many indices for array"),
        Voice::NumPy => {
            index_error(format!("too many indices for array: array is {ndim}-dimensional, but {given} were indexed"))
        }
    };
    error.help(format!("give at most {ndim}, one for each axis"))
}

/// The result of `array[entries]`.
pub fn index(meta: &ArrayMeta, entries: &[Entry], voice: Voice) -> Res<Indexed> {
    let scalar = entries.iter().filter(|entry| matches!(entry, Entry::At(_))).count() == meta.ndim()
        && entries.len() == meta.ndim();
    let entries = expand(entries, meta.ndim(), voice)?;
    let advanced = |entry: &Entry| matches!(entry, Entry::Integers(_) | Entry::Mask(_));
    if entries.iter().any(advanced) {
        return super::fancy::index(meta, &entries, voice);
    }
    let mut out = ArrayMeta { dtype: meta.dtype, shape: Vec::new(), chunks: Vec::new() };
    let mut picks = Some(Vec::new());
    let mut axis = 0;
    for entry in &entries {
        let blocks = meta.chunks.get(axis).cloned().flatten();
        let (kept, pick) = one(entry, axis, &blocks, &meta.shape, voice)?;
        match (&mut picks, pick) {
            (Some(list), Some(pick)) => list.push(pick),
            _ => picks = None,
        }
        if let Some((size, blocks)) = kept {
            out.shape.push(size);
            out.chunks.push(blocks);
        }
        axis += takes(entry);
    }
    Ok(Indexed { meta: out, picks, scalar })
}

type Kept = Option<(Option<usize>, Blocks)>;

/// What an entry makes of its axis, which is one of an array with the shape `whole_shape`.
fn one(
    entry: &Entry,
    axis: usize,
    blocks: &Blocks,
    whole_shape: &[Option<usize>],
    voice: Voice,
) -> Res<(Kept, Option<Pick>)> {
    let size = whole_shape.get(axis).copied().flatten();
    let unknown = size.is_none() && blocks.as_ref().is_some_and(|blocks| blocks.contains(&NAN));
    Ok(match entry {
        Entry::New => (Some((Some(1), Some(Arc::from([1])))), Some(Pick::New)),
        Entry::At(Some(at)) => match size {
            Some(size) => (None, Some(Pick::Index(position(*at, axis, size, voice)?))),
            None if unknown => return Err(unknown_size(whole_shape)),
            None => (None, None),
        },
        Entry::Slice(start, stop, step) => match (steps(*start, *stop, *step, size)?, size) {
            (Some(steps), Some(_)) => {
                let pick = Pick::Range { start: steps.start, step: steps.step, count: steps.count };
                let end = end_of(*stop, size.unwrap_or(0));
                let cut = blocks.as_ref().map(|blocks| sliced(blocks, steps, end));
                (Some((Some(steps.count), cut)), Some(pick))
            }
            // All of an axis whose blocks only the run knows.
            _ if unknown && whole(*start, *stop, *step) => {
                (Some((None, blocks.clone())), Some(Pick::Range { start: 0, step: 1, count: NAN }))
            }
            _ if unknown => return Err(unknown_size(whole_shape)),
            _ => (Some((None, None)), None),
        },
        Entry::At(None) => (None, None),
        _ => (Some((None, None)), None),
    })
}

fn whole(start: Bound, stop: Bound, step: Bound) -> bool {
    matches!(start, Bound::Missing | Bound::At(0))
        && stop == Bound::Missing
        && matches!(step, Bound::Missing | Bound::At(1))
}

/// A position in an axis of a size that is not known.
fn unknown_size(whole: &[Option<usize>]) -> Box<Raised> {
    value_error(format!("Arrays chunk sizes are unknown: {}{COMPUTE_SIZES}", show_shape(whole)))
        .help("how many elements a mask chooses only the run knows: call `.compute_chunk_sizes()` first")
}

/// A position on an axis, or the `IndexError` of NumPy or Dask.
pub fn position(at: i64, axis: usize, size: usize, voice: Voice) -> Res<usize> {
    shape::index(at, axis, size).map_err(|mut error| {
        if voice == Voice::Dask {
            error.message = error.message.replacen("index", "Index", 1);
        }
        error.help(if size == 0 {
            "the axis is empty".to_owned()
        } else {
            format!("valid positions are 0 to {}, or -{size} to -1 from the end", size - 1)
        })
    })
}

fn steps(start: Bound, stop: Bound, step: Bound, size: Option<usize>) -> Res<Option<Steps>> {
    if step == Bound::At(0) {
        return Err(value_error("slice step cannot be zero"));
    }
    let known = |bound: Bound| match bound {
        Bound::Missing => Some(None),
        Bound::At(at) => Some(Some(at)),
        Bound::Unknown => None,
    };
    let (Some(start), Some(stop), Some(step), Some(size)) = (known(start), known(stop), known(step), size) else {
        return Ok(None);
    };
    Ok(Some(shape::slice(start, stop, step.unwrap_or(1), size)))
}

/// Where a slice ends that runs forwards: one past the last position it may take.
fn end_of(stop: Bound, size: usize) -> Option<usize> {
    match stop {
        Bound::Missing => Some(size),
        Bound::At(at) if at < 0 => Some(size.saturating_sub(usize::try_from(at.unsigned_abs()).unwrap_or(usize::MAX))),
        Bound::At(at) => Some(usize::try_from(at).unwrap_or(usize::MAX).min(size)),
        Bound::Unknown => None,
    }
}

/// The blocks of what a slice selects: each keeps what falls into it, in the slice's direction; empty ones go.
/// `end`: where a slice that runs forwards was asked to end; as in Dask, a block that lies before its end, behind the
/// last position taken, stays, empty.
pub fn sliced(blocks: &[usize], steps: Steps, end: Option<usize>) -> Arc<[usize]> {
    if steps.count == 0 {
        return Arc::from([0]);
    }
    if let (Some(end), 1..) = (end, steps.step) {
        return forwards(blocks, steps, end);
    }
    let mut out = Vec::new();
    let mut end = 0usize;
    for &size in blocks {
        let start = end;
        end += size;
        let count = within(steps, start, end);
        if count > 0 {
            out.push(count);
        }
    }
    if steps.step < 0 {
        out.reverse();
    }
    if out.is_empty() { Arc::from([0]) } else { out.into() }
}

/// Dask's walk over the blocks: `next` and `end` count from where the block begins.
fn forwards(blocks: &[usize], steps: Steps, end: usize) -> Arc<[usize]> {
    let step = i128::from(steps.step);
    let whole = steps.start == 0 && step == 1 && end == blocks.iter().sum::<usize>();
    if whole {
        return blocks.into();
    }
    let (mut next, mut end) = (steps.start as i128, (end.max(steps.start)) as i128);
    let mut out = Vec::new();
    for &size in blocks {
        let size = size as i128;
        if next < size && end > 0 {
            let count = div_ceil(end.min(size) - next, step).max(0);
            out.push(count as usize);
            next = (next - size).rem_euclid(step);
        } else {
            next -= size;
        }
        end -= size;
    }
    if out.is_empty() { Arc::from([0]) } else { out.into() }
}

/// How many of a slice's positions are in `low..high`.
pub fn within(steps: Steps, low: usize, high: usize) -> usize {
    let (range, _) = inside(steps, low, high);
    range
}

/// How many of a slice's positions are in `low..high`, and the first of them (in the slice's own order).
pub fn inside(steps: Steps, low: usize, high: usize) -> (usize, usize) {
    if steps.count == 0 || low >= high {
        return (0, 0);
    }
    let (start, step, count) = (steps.start as i128, i128::from(steps.step), steps.count as i128);
    let (low, high) = (low as i128, high as i128);
    // Numbers k with low <= start + k * step < high, within 0..count.
    let (from, to) = if step > 0 {
        (div_ceil(low - start, step), div_ceil(high - start, step))
    } else {
        (div_ceil(start - (high - 1), -step), div_ceil(start - (low - 1), -step))
    };
    let (from, to) = (from.clamp(0, count), to.clamp(0, count));
    if to <= from { (0, 0) } else { ((to - from) as usize, (start + from * step) as usize) }
}

fn div_ceil(a: i128, b: i128) -> i128 {
    -((-a).div_euclid(b))
}

/// What lazy arrays can't be indexed with yet.
pub fn not_yet(what: &str) -> Box<Raised> {
    Raised::new(ExcClass::NotImplementedError, format!("indexing a dask array with {what} is not in rdask yet"))
        .help("compute() the array first, or use integers and slices")
}
