//! Results that are positions, and what stands at them: `nonzero`, `tril_indices`, `ix_`, `insert`, `delete`, windows.

use super::super::known::{Known, sizes};
use super::{Given, Shape, promote};
use crate::data::DType;

/// So many arrays in a tuple are looked at one by one.
const MANY: usize = 1000;

/// Those that tell where something stands.
pub(super) fn placed(name: &str, args: &Given) -> Option<Known> {
    let pair = |count: Option<usize>, many: usize| Known::Tuple(vec![args.made(DType::Int64, vec![count]); many]);
    Some(match name {
        "nonzero" => {
            let ndim = args.with_axes(0)?.ndim();
            pair(None, ndim)
        }
        "where" if args.is_none(1) && args.is_none(2) => {
            let ndim = args.with_axes(0)?.ndim();
            pair(None, ndim)
        }
        "flatnonzero" => args.with_axes(0).map(|_| args.made(DType::Int64, vec![None]))?,
        "argwhere" => args.with_axes(0).map(|meta| args.made(DType::Int64, vec![None, Some(meta.ndim())]))?,
        "diag_indices" => pair(Some(args.count(0)?), args.count(1).filter(|&ndim| ndim < MANY)?),
        "diag_indices_from" => {
            let meta = args.with_axes(0).filter(|meta| meta.ndim() > 1)?;
            pair(meta.shape.first().copied().flatten(), meta.ndim())
        }
        "tril_indices" | "triu_indices" => {
            let rows = args.count(0)?;
            let columns = if args.is_none(2) { rows } else { args.count(2)? };
            let count = triangle(rows, columns, args.int(1, 0)?, name.starts_with("triu"));
            pair(count.filter(|_| !args.dask), 2)
        }
        "tril_indices_from" | "triu_indices_from" => {
            let meta = args.with_axes(0)?;
            let [rows, columns] = meta.shape.as_slice() else { return None };
            let count = rows.zip(*columns).zip(args.int(1, 0)).filter(|_| !args.dask);
            let inside = |((rows, columns), k)| triangle(rows, columns, k, name.starts_with("triu"));
            pair(count.and_then(inside), 2)
        }
        "mask_indices" => pair(None, 2),
        "ix_" => open_grid(args)?,
        "unravel_index" => {
            let many = sizes(args.at(1)).ok()??.len();
            let one = match args.at(0) {
                Known::Int(_) if !args.dask => Known::Scalar(DType::Int64),
                _ => {
                    let meta = args.with_axes(0).filter(|meta| meta.dtype == DType::Int64)?;
                    let empty = meta.shape.contains(&Some(0)) || args.dask && meta.shape.contains(&None);
                    (!empty && many > 0).then(|| args.made(DType::Int64, meta.shape))?
                }
            };
            Known::Tuple(vec![one; many])
        }
        "insert" | "delete" => changed(name, args)?,
        "unstack" => {
            let meta = args.with_axes(0)?;
            let mut shape = meta.shape.clone();
            let count = shape.remove(args.axis(1, 0, meta.ndim())?).filter(|&count| count <= MANY)?;
            Known::Tuple(vec![args.made(meta.dtype, shape); count])
        }
        "lib.stride_tricks.sliding_window_view" | "overlap.sliding_window_view" => windows(args)?,
        _ => return None,
    })
}

/// How many elements stand at and below a diagonal, or at and above it.
fn triangle(rows: usize, columns: usize, k: i64, above: bool) -> Option<usize> {
    if rows > 100_000 {
        return None;
    }
    let below = |k: i64| -> Option<usize> {
        let of = |row: usize| (row as i64).checked_add(k)?.checked_add(1)?.clamp(0, columns as i64).try_into().ok();
        (0..rows).try_fold(0usize, |sum, row| sum.checked_add(of(row)?))
    };
    match above {
        true => rows.checked_mul(columns)?.checked_sub(below(k.checked_sub(1)?)?),
        false => below(k),
    }
}

/// `ix_(*args)`.
fn open_grid(args: &Given) -> Option<Known> {
    let all = args.arrays(0)?;
    let one = |(at, meta): (usize, &super::ArrayMeta)| {
        let size = match meta.dtype {
            DType::Bool => None,
            DType::Int64 => Some(meta.size()?),
            _ => return None,
        };
        let mut shape: Shape = vec![Some(1); all.len()];
        *shape.get_mut(at)? = size;
        (meta.ndim() == 1).then(|| args.made(DType::Int64, shape))
    };
    Some(Known::Tuple(all.iter().enumerate().map(one).collect::<Option<_>>()?))
}

/// `insert(a, places, number, axis)` and `delete(a, places, axis)`.
fn changed(name: &str, args: &Given) -> Option<Known> {
    let meta = args.with_axes(0)?;
    let mut shape = meta.shape.clone();
    let slot = if name == "delete" { 2 } else { 3 };
    if args.is_none(slot) {
        shape = vec![meta.size()];
    }
    let ndim = shape.len();
    let place = shape.get_mut(args.axis(slot, 0, ndim)?)?;
    let size = (*place)?;
    let places = match args.at(1) {
        Known::Int(Some(at)) => vec![*at],
        Known::List(Some(items)) | Known::Tuple(items) => {
            let one = |item: &Known| match item {
                Known::Int(at) => *at,
                _ => None,
            };
            items.iter().map(one).collect::<Option<Vec<i64>>>()?
        }
        _ => return None,
    };
    let least = -i64::try_from(size).ok()?;
    let most = if name == "delete" { -least - 1 } else { -least };
    if places.iter().any(|at| *at < least || *at > most) {
        return None;
    }
    let mut different: Vec<i64> = places.iter().map(|at| if *at < 0 { at - least } else { *at }).collect();
    different.sort_unstable();
    different.dedup();
    *place = Some(if name == "delete" { size - different.len() } else { size.checked_add(places.len())? });
    if name == "insert" {
        match (args.at(2), meta.dtype) {
            (Known::Int(_), DType::Int64) | (Known::Int(_) | Known::Float(_), DType::Float64) => {}
            // NumPy turns values into the array's dtype.
            (Known::Int(_) | Known::Float(_) | Known::Bool(_), _) if !args.dask => {}
            _ => return None,
        }
    }
    Some(args.made(meta.dtype, shape))
}

/// `sliding_window_view(x, window_shape, axis)`.
fn windows(args: &Given) -> Option<Known> {
    let meta = args.with_axes(0)?;
    let mut shape = meta.shape.clone();
    let window = sizes(args.at(1)).ok()??;
    let axes: Vec<usize> = match args.at(2) {
        Known::None => (window.len() == meta.ndim()).then(|| (0..meta.ndim()).collect())?,
        other => {
            let list = super::super::known::axes(other).ok()???;
            let one = |&at: &i64| super::rules::axis(at, meta.ndim(), super::Voice::NumPy).ok();
            list.iter().map(one).collect::<Option<_>>()?
        }
    };
    if axes.len() != window.len() {
        return None;
    }
    for (at, size) in axes.into_iter().zip(&window) {
        let place = shape.get_mut(at)?;
        *place = place.zip(*size).and_then(|(own, size)| (own + 1).checked_sub(size));
    }
    shape.extend(window);
    Some(args.made(meta.dtype, shape))
}

/// Positions of several axes as positions in all: `ravel_multi_index(indices, sizes)`.
pub(super) fn ravelled(args: &Given) -> Option<Known> {
    let whole = |meta: &super::ArrayMeta| meta.dtype == DType::Int64;
    let shape = match args.at(0) {
        Known::Array(_) => args.with_axes(0).filter(whole)?.shape.get(1..)?.to_vec(),
        _ => {
            let all = args.arrays(0)?;
            if all.is_empty() || !all.iter().all(whole) || promote(&all)? != DType::Int64 {
                return None;
            }
            super::several::broadcast(args, &all)?
        }
    };
    Some(args.made(DType::Int64, shape))
}
