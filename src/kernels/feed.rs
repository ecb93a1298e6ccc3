//! Inputs of a block loop: elements of strided, broadcast or computed inputs, a block at a time.

use crate::data::buffer::with_data;
use crate::data::complex::{C32, C64};
use crate::data::{Buffer, Chunk, DType, Text, Ticks};
use crate::ops::lane::{Lane, LaneElement};

/// Elements in a block: a few such blocks stay in L1.
pub const BLOCK: usize = 1024;

/// A block of scratch memory of one dtype.
#[derive(Debug)]
pub enum Scratch {
    /// `bool`.
    Bool(Box<[bool]>),
    /// `int8`.
    Int8(Box<[i8]>),
    /// `uint8`.
    UInt8(Box<[u8]>),
    /// `int16`.
    Int16(Box<[i16]>),
    /// `uint16`.
    UInt16(Box<[u16]>),
    /// `int32`.
    Int32(Box<[i32]>),
    /// `uint32`.
    UInt32(Box<[u32]>),
    /// `int64`.
    Int64(Box<[i64]>),
    /// `uint64`.
    UInt64(Box<[u64]>),
    /// `float32`.
    Float32(Box<[f32]>),
    /// `float64`.
    Float64(Box<[f64]>),
    /// `complex64`.
    Complex64(Box<[C32]>),
    /// `complex128`.
    Complex128(Box<[C64]>),
    /// Moments and durations.
    Ticks(Box<[Ticks]>),
    /// Fixed strings.
    Text(Box<[Text]>),
}

/// Run `$body` with `$items` bound to the typed slice of a [`Scratch`].
macro_rules! with_scratch {
    ($scratch:expr, $items:ident => $body:expr) => {
        match $scratch {
            $crate::kernels::feed::Scratch::Bool($items) => $body,
            $crate::kernels::feed::Scratch::Int8($items) => $body,
            $crate::kernels::feed::Scratch::UInt8($items) => $body,
            $crate::kernels::feed::Scratch::Int16($items) => $body,
            $crate::kernels::feed::Scratch::UInt16($items) => $body,
            $crate::kernels::feed::Scratch::Int32($items) => $body,
            $crate::kernels::feed::Scratch::UInt32($items) => $body,
            $crate::kernels::feed::Scratch::Int64($items) => $body,
            $crate::kernels::feed::Scratch::UInt64($items) => $body,
            $crate::kernels::feed::Scratch::Float32($items) => $body,
            $crate::kernels::feed::Scratch::Float64($items) => $body,
            $crate::kernels::feed::Scratch::Complex64($items) => $body,
            $crate::kernels::feed::Scratch::Complex128($items) => $body,
            $crate::kernels::feed::Scratch::Ticks($items) => $body,
            $crate::kernels::feed::Scratch::Text($items) => $body,
        }
    };
}

pub(crate) use with_scratch;

impl Scratch {
    /// A block of so many elements of a dtype.
    pub fn new(dtype: DType, room: usize) -> Scratch {
        match dtype {
            DType::Bool => Scratch::Bool(vec![false; room].into()),
            DType::Int8 => Scratch::Int8(vec![0; room].into()),
            DType::UInt8 => Scratch::UInt8(vec![0; room].into()),
            DType::Int16 => Scratch::Int16(vec![0; room].into()),
            DType::UInt16 => Scratch::UInt16(vec![0; room].into()),
            DType::Int32 => Scratch::Int32(vec![0; room].into()),
            DType::UInt32 => Scratch::UInt32(vec![0; room].into()),
            DType::Int64 => Scratch::Int64(vec![0; room].into()),
            DType::UInt64 => Scratch::UInt64(vec![0; room].into()),
            DType::Float32 => Scratch::Float32(vec![0.0; room].into()),
            DType::Float64 => Scratch::Float64(vec![0.0; room].into()),
            DType::Complex64 => Scratch::Complex64(vec![C32::ZERO; room].into()),
            DType::Complex128 => Scratch::Complex128(vec![C64::ZERO; room].into()),
            DType::Timedelta(_) | DType::Datetime(_) => Scratch::Ticks(vec![Ticks(0); room].into()),
            DType::Text(_) | DType::Bytes(_) => Scratch::Text(vec![Text::EMPTY; room].into()),
        }
    }

    /// The first `count` elements, or all if there are fewer.
    pub fn lane(&self, count: usize) -> Lane<'_> {
        with_scratch!(self, items => LaneElement::as_lane(items.get(..count.min(items.len())).unwrap_or_default()))
    }
}

/// The elements of an array in C order of `shape`, to which it is broadcast.
pub struct Reader<'a> {
    buffer: &'a Buffer,
    kind: Kind,
    scratch: Option<Scratch>,
}

enum Kind {
    /// One after the other from this position.
    Flat(usize),
    /// All the same: the scratch block was filled once.
    Splat,
    /// Rows of a strided array.
    Strided(Rows),
    /// Rows of an array whose columns stand together in memory: several are turned at a time.
    Turned(Rows, Panel),
}

/// Some rows, turned: a part of each column is read at once, for a line of the cache holds elements of many rows.
struct Panel {
    block: Scratch,
    /// Elements of the block that are there, and how many were taken.
    filled: usize,
    taken: usize,
}

/// Rows that are turned at once.
const PANEL_ROWS: usize = 16;

/// Columns that are turned at once.
const PANEL_COLUMNS: usize = 8;

/// The most elements of a panel: half a megabyte, so that it stays in L2.
const PANEL_MOST: usize = 1 << 16;

/// Where a walk over a strided array stands. Axes are merged where the strides allow it.
struct Rows {
    shape: Vec<usize>,
    strides: Vec<isize>,
    index: Vec<usize>,
    at: usize,
}

impl<'a> Reader<'a> {
    /// A reader of `chunk`, broadcast to `shape`.
    pub fn new(chunk: &'a Chunk, shape: &[usize]) -> Reader<'a> {
        let strides = crate::data::shape::broadcast_strides(&chunk.shape, &chunk.strides, shape);
        let room = shape.iter().product::<usize>().clamp(1, BLOCK).next_multiple_of(16);
        let (shape, strides) = merge(shape, &strides);
        let buffer = &*chunk.buffer;
        match (shape.as_slice(), strides.as_slice()) {
            ([], _) | ([_], [0]) => {
                let mut scratch = Scratch::new(buffer.dtype(), room);
                splat(buffer, chunk.offset, &mut scratch);
                Reader { buffer, kind: Kind::Splat, scratch: Some(scratch) }
            }
            ([_], [1]) => Reader { buffer, kind: Kind::Flat(chunk.offset), scratch: None },
            _ => {
                let index = vec![0; shape.len()];
                let panel = panel(&shape, &strides, buffer.dtype());
                let rows = Rows { shape, strides, index, at: chunk.offset };
                let kind = match panel {
                    Some(panel) => Kind::Turned(rows, panel),
                    None => Kind::Strided(rows),
                };
                Reader { buffer, kind, scratch: Some(Scratch::new(buffer.dtype(), room)) }
            }
        }
    }

    /// Make the next `count` elements (at most [`BLOCK`]) ready; then [`Reader::lane`] gives them.
    pub fn load(&mut self, count: usize) {
        match (&mut self.kind, &mut self.scratch) {
            (Kind::Strided(rows), Some(scratch)) => {
                with_data!(self.buffer.data(), items => gather(rows, items, scratch, count));
            }
            (Kind::Turned(rows, panel), Some(scratch)) => {
                with_data!(self.buffer.data(), items => unroll(rows, panel, items, scratch, count));
            }
            _ => {}
        }
    }

    /// Whether elements are read where they stand, however many at once.
    pub fn is_flat(&self) -> bool {
        matches!(self.kind, Kind::Flat(_))
    }

    /// All elements, `size` in number, if they stand in a row.
    pub fn whole(&self, size: usize) -> Option<Lane<'a>> {
        let Kind::Flat(offset) = self.kind else { return None };
        let buffer: &'a Buffer = self.buffer;
        Some(with_data!(buffer.data(), items => LaneElement::as_lane(items.get(offset..offset + size)?)))
    }

    /// The `count` elements that were loaded, and those behind them up to `most` where there are any. `done`: how many
    /// came before them.
    pub fn lane(&self, done: usize, count: usize, most: usize) -> Lane<'_> {
        match (&self.kind, &self.scratch) {
            (Kind::Flat(offset), _) => {
                let from = offset + done;
                with_data!(self.buffer.data(), items => {
                    let to = (from + most).min(items.len()).max(from + count);
                    LaneElement::as_lane(items.get(from..to).unwrap_or_default())
                })
            }
            (_, Some(scratch)) => scratch.lane(most),
            _ => Lane::Bool(&[]),
        }
    }
}

/// Merge axes that one stride walks through; sizes of 1 go.
fn merge(shape: &[usize], strides: &[isize]) -> (Vec<usize>, Vec<isize>) {
    let mut sizes: Vec<usize> = Vec::new();
    let mut steps: Vec<isize> = Vec::new();
    for (&n, &step) in shape.iter().zip(strides) {
        if n == 1 {
            continue;
        }
        match (sizes.last_mut(), steps.last_mut()) {
            (Some(size), Some(outer)) if *outer == step * n as isize => {
                *size *= n;
                *outer = step;
            }
            _ => {
                sizes.push(n);
                steps.push(step);
            }
        }
    }
    (sizes, steps)
}

fn splat(buffer: &Buffer, at: usize, scratch: &mut Scratch) {
    with_data!(buffer.data(), items => {
        let value = items.get(at).copied().unwrap_or_default();
        fill(scratch, value);
    });
}

fn fill<T: LaneElement>(scratch: &mut Scratch, value: T) {
    with_scratch!(scratch, block => T::lane_mut(LaneElement::as_lane_mut(block)).fill(value));
}

/// Room for turned rows, where that pays: neighbours along the last axis but one are neighbours in memory.
fn panel(shape: &[usize], strides: &[isize], dtype: DType) -> Option<Panel> {
    let (&[.., rows, inner], &[.., 1, step]) = (shape, strides) else { return None };
    if step.unsigned_abs() < 8 || rows < 2 || inner < 8 {
        return None;
    }
    let room = PANEL_ROWS.min(rows).min(PANEL_MOST / inner);
    (room > 1).then(|| Panel { block: Scratch::new(dtype, room * inner), filled: 0, taken: 0 })
}

/// Copy the next `count` elements to the scratch block, by way of turned rows.
fn unroll<T: LaneElement>(rows: &mut Rows, panel: &mut Panel, items: &[T], scratch: &mut Scratch, count: usize) {
    let turned = T::lane_mut(with_scratch!(&mut panel.block, block => LaneElement::as_lane_mut(block)));
    let out = T::lane_mut(with_scratch!(scratch, block => LaneElement::as_lane_mut(block)));
    let mut done = 0;
    while done < count {
        if panel.taken == panel.filled {
            panel.taken = 0;
            panel.filled = turn(rows, items, turned);
            if panel.filled == 0 {
                return;
            }
        }
        let some = (count - done).min(panel.filled - panel.taken);
        let from = turned.get(panel.taken..panel.taken + some);
        if let (Some(to), Some(from)) = (out.get_mut(done..done + some), from) {
            to.copy_from_slice(from);
        }
        panel.taken += some;
        done += some;
    }
}

/// The next rows, as many as there is room for, in C order; how many elements.
fn turn<T: LaneElement>(rows: &mut Rows, items: &[T], turned: &mut [T]) -> usize {
    let (&[.., height, inner], &[.., _, step]) = (&*rows.shape, &*rows.strides) else { return 0 };
    let begun = rows.index.iter().rev().nth(1).copied().unwrap_or(0);
    let take = (height - begun).min(turned.len() / inner.max(1));
    // Some columns at a time: a run of each is fetched, then they are written row by row.
    for first in (0..inner).step_by(PANEL_COLUMNS) {
        let columns = PANEL_COLUMNS.min(inner - first);
        let mut tile = [[T::default(); PANEL_ROWS]; PANEL_COLUMNS];
        for (column, run) in tile.iter_mut().enumerate().take(columns) {
            let start = rows.at.wrapping_add_signed((first + column) as isize * step);
            if let (Some(run), Some(found)) = (run.get_mut(..take), items.get(start..start + take)) {
                run.copy_from_slice(found);
            }
        }
        let mut lines = turned.chunks_exact_mut(inner).take(take);
        for row in 0..PANEL_ROWS {
            let Some(places) = lines.next().and_then(|line| line.get_mut(first..first + columns)) else { break };
            for (place, run) in places.iter_mut().zip(&tile) {
                *place = run[row];
            }
        }
    }
    for _ in 0..take {
        advance(rows, inner);
    }
    take * inner
}

/// Copy the next `count` elements of a strided array to the scratch block.
fn gather<T: LaneElement>(rows: &mut Rows, items: &[T], scratch: &mut Scratch, count: usize) {
    let lane = with_scratch!(scratch, block => LaneElement::as_lane_mut(block));
    let mut out = T::lane_mut(lane).get_mut(..count).unwrap_or_default();
    let (Some(&inner), Some(&step)) = (rows.shape.last(), rows.strides.last()) else { return };
    let last = rows.shape.len() - 1;
    let mut left = count;
    while left > 0 {
        let column = rows.index.get(last).copied().unwrap_or(0);
        let run = (inner - column).min(left);
        let Some((now, later)) = std::mem::take(&mut out).split_at_mut_checked(run) else { return };
        match items.get(rows.at..rows.at.saturating_add(run)) {
            Some(from) if step == 1 => now.copy_from_slice(from),
            _ => {
                for (at, place) in now.iter_mut().enumerate() {
                    let position = rows.at.wrapping_add_signed(at as isize * step);
                    *place = items.get(position).copied().unwrap_or_default();
                }
            }
        }
        out = later;
        left -= run;
        advance(rows, run);
    }
}

/// Move on by `run` elements within the innermost axis, and over its end to the next row.
fn advance(rows: &mut Rows, run: usize) {
    let axes = rows.index.iter_mut().zip(&rows.shape).zip(&rows.strides);
    let mut carry = run;
    for ((index, &n), &stride) in axes.rev() {
        *index += carry;
        rows.at = rows.at.wrapping_add_signed(stride * carry as isize);
        if *index < n {
            return;
        }
        rows.at = rows.at.wrapping_add_signed(-stride * n as isize);
        *index = 0;
        carry = 1;
    }
}
