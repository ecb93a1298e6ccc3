//! Order: sorting along an axis, the positions that sort, places in sorted arrays, different elements. NaN comes last.

use std::cmp::Ordering;

use super::fold::Num;
use super::reduce::cast;
use crate::data::Chunk;
use crate::data::buffer::{room, with_dtype};
use crate::data::raised::{Res, value_error};

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

/// Each run of elements along `axis`, given to `f`, which gives a run of the same length.
pub fn along<T: Num, U: Num>(chunk: &Chunk, axis: usize, f: impl Fn(&mut [T], &mut Vec<U>)) -> Res<Chunk> {
    let (there, back) = to_end(chunk.ndim(), axis);
    let turned = chunk.transpose(&there);
    let mut items = turned.to_vec::<T>()?;
    let run = chunk.shape.get(axis).copied().unwrap_or(1).max(1);
    let mut out = room::<U>(&[items.len()])?;
    items.chunks_mut(run).for_each(|part| f(part, &mut out));
    Chunk::of(out, turned.shape.clone()).transpose(&back).contiguous()
}

/// Sort one run in place.
pub fn sort_run<T: Num>(items: &mut [T]) {
    items.sort_unstable_by(compare);
}

/// The positions that sort a run; equal elements stay in order.
pub fn argsort_run<T: Num>(items: &[T], out: &mut Vec<i64>) {
    let first = out.len();
    out.extend(0..items.len() as i64);
    let places = out.get_mut(first..).unwrap_or_default();
    let at = |place: i64| items.get(place as usize);
    places.sort_by(|&a, &b| match (at(a), at(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
}

/// Sorted along an axis.
pub fn sort(chunk: &Chunk, axis: usize) -> Res<Chunk> {
    with_dtype!(chunk.dtype(), T => along::<T, T>(chunk, axis, |part, out| {
        sort_run(part);
        out.extend_from_slice(part);
    }))
}

/// The positions that sort along an axis.
pub fn argsort(chunk: &Chunk, axis: usize) -> Res<Chunk> {
    with_dtype!(chunk.dtype(), T => along::<T, i64>(chunk, axis, |part, out| argsort_run(part, out)))
}

/// The positions that sort by several keys of one shape, the last one first, along an axis.
pub fn lexsort(keys: &[Chunk], axis: usize) -> Res<Chunk> {
    let Some(first) = keys.first() else { return Ok(Chunk::of(Vec::<i64>::new(), vec![0])) };
    let (there, back) = to_end(first.ndim(), axis);
    let turned = first.transpose(&there).shape;
    let run = first.shape.get(axis).copied().unwrap_or(1).max(1);
    let mut places = room::<i64>(&turned)?;
    let count = turned.iter().product::<usize>();
    places.extend((0..count).map(|at| (at % run) as i64));
    for key in keys {
        with_dtype!(key.dtype(), T => {
            let items = key.transpose(&there).to_vec::<T>()?;
            for (part, items) in places.chunks_mut(run).zip(items.chunks(run)) {
                part.sort_by(|&a, &b| match (items.get(a as usize), items.get(b as usize)) {
                    (Some(a), Some(b)) => compare(a, b),
                    _ => Ordering::Equal,
                });
            }
        });
    }
    Chunk::of(places, turned).transpose(&back).contiguous()
}

/// Where values would be inserted into a sorted vector: before equal elements, or after them (`right`).
pub fn search(sorted: &Chunk, values: &Chunk, right: bool) -> Res<Chunk> {
    let dtype = sorted.dtype().promote(values.dtype());
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
        argsort_run(&items, &mut places);
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
        Ok(Unique { items: Chunk::of(kept, vec![count]), first, inverse, counts })
    })
}

/// How many elements fall into each bin between ascending edges, of which the last is in the last bin; with weights,
/// their sums. Elements outside, and NaN, are in no bin.
pub fn binned(chunk: &Chunk, edges: &Chunk, weights: Option<&Chunk>) -> Res<Chunk> {
    let dtype = chunk.dtype().promote(edges.dtype());
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
