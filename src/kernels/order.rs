//! Order: sorting along an axis, the positions that sort, places in sorted arrays, different elements. NaN comes last.

use std::cmp::Ordering;

use super::fold::Num;
use super::reduce::cast;
use super::sort;
use crate::data::buffer::{room, with_dtype};
use crate::data::raised::{Res, value_error};
use crate::data::{Chunk, DType};

/// NumPy's order: NaN after every number.
#[inline]
pub fn compare<T: Num>(a: &T, b: &T) -> Ordering {
    a.partial_cmp(b).unwrap_or_else(|| a.nan().cmp(&b.nan()))
}

/// Axes in the order that moves `axis` to the end, and back.
pub fn to_end(ndim: usize, axis: usize) -> (Vec<usize>, Vec<usize>) {
    let mut there: Vec<usize> = (0..ndim).filter(|&at| at != axis).collect();
    there.push(axis);
    let mut back: Vec<usize> = (0..ndim.saturating_sub(1)).collect();
    back.insert(axis.min(back.len()), ndim.saturating_sub(1));
    (there, back)
}

/// An array with `axis` at the end, in C order; the length of a run along it, and the axes' way back.
fn turned(chunk: &Chunk, axis: usize) -> (Chunk, usize, Vec<usize>) {
    let (there, back) = to_end(chunk.ndim(), axis);
    (chunk.transpose(&there), chunk.shape.get(axis).copied().unwrap_or(1).max(1), back)
}

/// Sorted along an axis.
pub fn sort(chunk: &Chunk, axis: usize) -> Res<Chunk> {
    with_dtype!(chunk.dtype(), T => {
        let (turned, run, back) = turned(chunk, axis);
        let items = match turned.items::<T>() {
            Some(items) if items.len() == run => sort::sorted(items)?,
            _ => {
                let mut items = turned.to_vec::<T>()?;
                sort::sort_runs(&mut items, run)?;
                items
            }
        };
        Chunk::of(items, turned.shape.clone()).typed(chunk.dtype()).transpose(&back).contiguous()
    })
}

/// The positions that sort along an axis; equal elements stay in order.
pub fn argsort(chunk: &Chunk, axis: usize) -> Res<Chunk> {
    with_dtype!(chunk.dtype(), T => {
        let (turned, run, back) = turned(chunk, axis);
        let items = turned.contiguous()?;
        let mut out = room::<i64>(&turned.shape)?;
        for run in items.items::<T>().unwrap_or_default().chunks(run) {
            sort::places(run, &mut out)?;
        }
        Chunk::of(out, turned.shape.clone()).transpose(&back).contiguous()
    })
}

/// The positions that sort by several keys of one shape, the last one first, along an axis.
pub fn lexsort(keys: &[Chunk], axis: usize) -> Res<Chunk> {
    let Some(first) = keys.first() else { return Ok(Chunk::of(Vec::<i64>::new(), vec![0])) };
    let (there, back) = to_end(first.ndim(), axis);
    let shape = first.transpose(&there).shape;
    let run = first.shape.get(axis).copied().unwrap_or(1).max(1);
    let mut places = room::<i64>(&shape)?;
    places.extend((0..shape.iter().product::<usize>()).map(|at| (at % run) as i64));
    let mut order = Vec::new();
    for key in keys {
        with_dtype!(key.dtype(), T => {
            let items = key.transpose(&there).contiguous()?;
            let items = items.items::<T>().unwrap_or_default();
            let mut now = room::<T>(&[run])?;
            for (part, items) in places.chunks_mut(run).zip(items.chunks(run)) {
                // Sorted by what came before, sorted by this key, and so on.
                let pick = |&at: &i64| items.get(at as usize).copied().unwrap_or_default();
                now.clear();
                now.extend(part.iter().map(pick));
                order.clear();
                sort::places(&now, &mut order)?;
                order.iter_mut().for_each(|at| *at = part.get(*at as usize).copied().unwrap_or_default());
                part.copy_from_slice(&order);
            }
        });
    }
    Chunk::of(places, shape).transpose(&back).contiguous()
}

/// Arrays that are each sorted along an axis into one that is. They have one dtype, and differ in shape along it alone.
///
/// # Errors
/// `MemoryError`; `ValueError` for arrays that do not fit.
pub fn merge(parts: &[Chunk], axis: usize) -> Res<Chunk> {
    merged(parts, None, axis).map(|(items, _)| items)
}

/// As [`merge`], with where each element stands: `places` are int64, of the shapes of the parts.
///
/// # Errors
/// As [`merge`].
pub fn merge_with(parts: &[Chunk], places: &[Chunk], axis: usize) -> Res<(Chunk, Chunk)> {
    let (items, places) = merged(parts, Some(places), axis)?;
    Ok((items, places.unwrap_or_else(|| Chunk::of(Vec::<i64>::new(), vec![0]))))
}

fn merged(parts: &[Chunk], places: Option<&[Chunk]>, axis: usize) -> Res<(Chunk, Option<Chunk>)> {
    let misfit = || value_error("sorted arrays of one dtype, whose shapes differ along one axis, are merged");
    let first = parts.first().ok_or_else(misfit)?;
    let (there, back) = to_end(first.ndim(), axis);
    let outer = |chunk: &Chunk| {
        chunk.shape.iter().enumerate().filter(|(at, _)| *at != axis).map(|(_, &n)| n).collect::<Vec<_>>()
    };
    let own = outer(first);
    let same = |chunk: &Chunk| chunk.ndim() == first.ndim() && outer(chunk) == own;
    let fits = |(part, place): (&Chunk, &Chunk)| part.shape == place.shape && place.dtype() == DType::Int64;
    let paired = places.is_none_or(|places| places.len() == parts.len() && parts.iter().zip(places).all(fits));
    if axis >= first.ndim() || !paired || !parts.iter().all(|part| same(part) && part.dtype() == first.dtype()) {
        return Err(misfit());
    }
    let turn =
        |list: &[Chunk]| list.iter().map(|part| part.transpose(&there).contiguous()).collect::<Res<Vec<Chunk>>>();
    let (parts, places) = (turn(parts)?, places.map(turn).transpose()?);
    let runs: usize = own.iter().product();
    let total: usize = parts.iter().map(|part| part.shape.last().copied().unwrap_or(0)).sum();
    let shape = [own, vec![total]].concat();
    let done = |items: Chunk| items.transpose(&back).contiguous();
    with_dtype!(first.dtype(), T => {
        let (mut out, mut at) = (room::<T>(&shape)?, room::<i64>(&[if places.is_some() { total * runs } else { 0 }])?);
        for row in 0..runs {
            let items: Vec<&[T]> = parts.iter().map(|part| row_of(part, row)).collect();
            match &places {
                None => out.append(&mut sort::merge(&items)?),
                Some(places) => {
                    let pairs = items.iter().zip(places).map(|(&items, places)| (items, row_of(places, row)));
                    let (mut items, mut found) = sort::merge_places(&pairs.collect::<Vec<_>>())?;
                    out.append(&mut items);
                    at.append(&mut found);
                }
            }
        }
        let at = places.is_some().then(|| done(Chunk::of(at, shape.clone()))).transpose()?;
        Ok((done(Chunk::of(out, shape).typed(first.dtype()))?, at))
    })
}

/// The elements of a row (along the last axis) of an array in C order.
fn row_of<T: Num>(chunk: &Chunk, row: usize) -> &[T] {
    let width = chunk.shape.last().copied().unwrap_or(0);
    chunk.items::<T>().and_then(|items| items.get(row * width..(row + 1) * width)).unwrap_or_default()
}

/// Where values would be inserted into a sorted vector: before equal elements, or after them (`right`).
pub fn search(sorted: &Chunk, values: &Chunk, right: bool) -> Res<Chunk> {
    let dtype = sorted.dtype().common(values.dtype())?;
    let (sorted, values) = (cast(sorted, dtype)?, cast(values, dtype)?);
    with_dtype!(dtype, T => {
        let items = sorted.contiguous()?;
        let items = items.items::<T>().unwrap_or_default();
        let mut out = room::<i64>(&values.shape)?;
        out.extend(values.to_vec::<T>()?.iter().map(|value| place_of(items, value, right) as i64));
        Ok(Chunk::of(out, values.shape.clone()))
    })
}

/// Where a value would be inserted.
pub fn place_of<T: Num>(sorted: &[T], value: &T, right: bool) -> usize {
    sorted.partition_point(|item| match compare(item, value) {
        Ordering::Less => true,
        Ordering::Equal => right,
        Ordering::Greater => false,
    })
}

/// The different elements of a vector, sorted: where each first stands, its number for each element, how often it is there.
pub struct Unique {
    /// The elements.
    pub items: Chunk,
    /// Where each first stands.
    pub first: Vec<i64>,
    /// For each element of the vector, its number.
    pub inverse: Vec<i64>,
    /// How often each is there.
    pub counts: Vec<i64>,
}

/// The different elements. `one_nan`: all NaNs are one.
pub fn unique(chunk: &Chunk, one_nan: bool) -> Res<Unique> {
    let flat = chunk.reshape(vec![chunk.size()])?;
    with_dtype!(flat.dtype(), T => {
        let items = flat.to_vec::<T>()?;
        let mut places = room::<i64>(&[items.len()])?;
        sort::places(&items, &mut places)?;
        let mut inverse = room::<i64>(&[items.len()])?;
        inverse.resize(items.len(), 0);
        let (mut first, mut counts) = (Vec::new(), Vec::new());
        let mut kept: Vec<T> = Vec::new();
        for &place in &places {
            let Some(&item) = items.get(place as usize) else { continue };
            let same = kept.last().is_some_and(|last| *last == item || (one_nan && last.nan() && item.nan()));
            if !same {
                kept.push(item);
                first.push(place);
                counts.push(0i64);
            }
            if let (Some(count), Some(number)) = (counts.last_mut(), inverse.get_mut(place as usize)) {
                *count += 1;
                *number = kept.len() as i64 - 1;
            }
        }
        let count = kept.len();
        let items = Chunk::of(kept, vec![count]).typed(flat.dtype());
        Ok(Unique { items, first, inverse, counts })
    })
}

/// The different elements alone, sorted. `one_nan`: all NaNs are one.
pub fn distinct(chunk: &Chunk, one_nan: bool) -> Res<Chunk> {
    let flat = chunk.contiguous()?;
    with_dtype!(flat.dtype(), T => {
        let mut items = sort::sorted(flat.items::<T>().unwrap_or_default())?;
        items.dedup_by(|a, b| a == b || (one_nan && a.nan() && b.nan()));
        let count = items.len();
        Ok(Chunk::of(items, vec![count]).typed(flat.dtype()))
    })
}

/// How many elements fall into each bin between ascending edges, of which the last is in the last bin; with weights,
/// their sums. Elements outside, and NaN, are in no bin.
pub fn binned(chunk: &Chunk, edges: &Chunk, weights: Option<&Chunk>) -> Res<Chunk> {
    let dtype = chunk.dtype().common(edges.dtype())?;
    let (items, edges) = (cast(chunk, dtype)?, cast(edges, dtype)?);
    let bins = edges.size().saturating_sub(1);
    with_dtype!(dtype, T => {
        let (items, edges) = (items.to_vec::<T>()?, edges.to_vec::<T>()?);
        let guess = Guess::of(&edges);
        let places = items.iter().map(|item| bin_of(&edges, item, &guess));
        match weights {
            None => {
                let mut counts = vec![0i64; bins];
                places.flatten().for_each(|at| counts.get_mut(at).into_iter().for_each(|count| *count += 1));
                Ok(Chunk::of(counts, vec![bins]))
            }
            Some(weights) => {
                let mut sums = vec![0f64; bins];
                for (place, weight) in places.zip(weights.to_vec::<f64>()?) {
                    if let Some(sum) = place.and_then(|at| sums.get_mut(at)) {
                        *sum += weight;
                    }
                }
                Ok(Chunk::of(sums, vec![bins]))
            }
        }
    })
}

/// Where an element stands between edges that are nearly evenly spaced.
struct Guess {
    low: f64,
    per_unit: f64,
}

impl Guess {
    fn of<T: Num>(edges: &[T]) -> Guess {
        let number = |at: Option<&T>| at.map_or(0.0, |item| item.scalar().as_f64());
        let (low, high) = (number(edges.first()), number(edges.last()));
        Guess { low, per_unit: edges.len().saturating_sub(1) as f64 / (high - low) }
    }
}

fn bin_of<T: Num>(edges: &[T], item: &T, guess: &Guess) -> Option<usize> {
    let (low, high) = (edges.first()?, edges.last()?);
    if !(item >= low && item <= high) {
        return None;
    }
    let last = edges.len().checked_sub(2)?;
    if item == high {
        return Some(last);
    }
    let at = (((item.scalar().as_f64() - guess.low) * guess.per_unit) as usize).min(last);
    match (edges.get(at), edges.get(at + 1)) {
        (Some(from), Some(to)) if item >= from && item < to => Some(at),
        _ => place_of(edges, item, true).checked_sub(1),
    }
}

/// How often each of the integers 0, 1, 2... is there, or the sums of their weights.
pub fn counted(places: &[i64], weights: Option<&[f64]>, least: usize) -> Res<Chunk> {
    if places.iter().any(|&n| n < 0) {
        return Err(value_error("'list' argument must have no negative elements"));
    }
    let count = places.iter().copied().max().map_or(0, |n| n as usize + 1).max(least);
    match weights {
        None => {
            let mut counts = room::<i64>(&[count])?;
            counts.resize(count, 0);
            places.iter().for_each(|&n| counts.get_mut(n as usize).into_iter().for_each(|place| *place += 1));
            Ok(Chunk::of(counts, vec![count]))
        }
        Some(weights) => {
            let mut sums = room::<f64>(&[count])?;
            sums.resize(count, 0.0);
            for (&n, weight) in places.iter().zip(weights) {
                sums.get_mut(n as usize).into_iter().for_each(|place| *place += weight);
            }
            Ok(Chunk::of(sums, vec![count]))
        }
    }
}

/// The full convolution of two vectors of one dtype.
pub fn convolve(a: &Chunk, b: &Chunk) -> Res<Chunk> {
    with_dtype!(a.dtype(), T => {
        let (long, short) = if a.size() >= b.size() { (a, b) } else { (b, a) };
        let (x, y) = (long.to_vec::<T>()?, short.to_vec::<T>()?);
        let count = (x.len() + y.len()).saturating_sub(1);
        let mut out = room::<T>(&[count])?;
        out.resize(count, T::default());
        for (at, &weight) in y.iter().enumerate() {
            let places = out.get_mut(at..).unwrap_or_default();
            for (place, &item) in places.iter_mut().zip(&x) {
                *place = place.add(item.mul(weight));
            }
        }
        Ok(Chunk::of(out, vec![count]))
    })
}

/// Values between points on straight lines; `left` and `right` stand outside.
pub fn interpolate(x: &[f64], xs: &[f64], ys: &[f64], left: f64, right: f64) -> Vec<f64> {
    let get = |list: &[f64], at: usize| list.get(at).copied().unwrap_or(f64::NAN);
    let last = xs.len().saturating_sub(1);
    let one = |&value: &f64| {
        if value.is_nan() {
            return value;
        }
        let after = place_of(xs, &value, true);
        match after.checked_sub(1) {
            None => left,
            Some(at) if at == last => {
                if value > get(xs, last) {
                    right
                } else {
                    get(ys, last)
                }
            }
            Some(at) if value == get(xs, at) => get(ys, at),
            Some(at) => {
                let slope = (get(ys, at + 1) - get(ys, at)) / (get(xs, at + 1) - get(xs, at));
                let found = slope * (value - get(xs, at)) + get(ys, at);
                let found = if found.is_nan() { slope * (value - get(xs, at + 1)) + get(ys, at + 1) } else { found };
                if found.is_nan() && get(ys, at) == get(ys, at + 1) { get(ys, at) } else { found }
            }
        }
    };
    x.iter().map(one).collect()
}
