//! Results that move, take, repeat and cut elements: `diag`, `repeat`, `tile`, `take`, `pad`, `moveaxis`.

use super::super::ArrayMeta;
use super::super::array::{self as rules, Voice};
use super::super::call::voice_of;
use super::super::known::{Arr, Known, sizes};
use super::{Given, Shape};
use crate::data::DType;

/// Those that move, take and repeat elements.
pub(super) fn shaped(name: &str, args: &Given) -> Option<Known> {
    if name == "compress" || name == "extract" {
        return chosen(name, args);
    }
    let meta = args.with_axes(0)?;
    let (own, mut shape) = (meta.dtype, meta.shape.clone());
    let ndim = shape.len();
    match name {
        "diag" => {
            let k = args.int(1, 0)?;
            let away = usize::try_from(k.unsigned_abs()).ok()?;
            shape = match shape.as_slice() {
                [n] => vec![n.map(|n| n.saturating_add(away)); 2],
                [rows, columns] => vec![Some(diagonal(*rows, *columns, k)?)],
                _ => return None,
            };
        }
        "diagflat" => {
            let away = usize::try_from(args.int(1, 0)?.unsigned_abs()).ok()?;
            shape = vec![meta.size().map(|n| n.saturating_add(away)); 2];
        }
        "diagonal" | "trace" => {
            let (first, second) = (args.axis(2, 0, ndim)?, args.axis(3, 1, ndim)?);
            let length = diagonal(*shape.get(first)?, *shape.get(second)?, args.int(1, 0)?)?;
            let mut at = 0;
            shape.retain(|_| {
                at += 1;
                at - 1 != first && at - 1 != second
            });
            if name == "trace" {
                return Some(args.made(args.dtype(4, own.summed())?, shape));
            }
            shape.push(Some(length));
        }
        "repeat" => {
            let times = args.count(1)?;
            match args.at(2) {
                Known::None if args.dask && ndim > 1 => return None,
                Known::None => shape = vec![meta.size()?.checked_mul(times)],
                _ => {
                    let place = shape.get_mut(args.axis(2, 0, ndim)?)?;
                    *place = place.and_then(|n| n.checked_mul(times));
                }
            }
        }
        "tile" => shape = tiled(args.at(1), &shape)?,
        "take" => return taken(args, &meta),
        _ => return recut(name, args, meta),
    }
    Some(args.made(own, shape))
}

/// The sizes of what is laid side by side.
fn tiled(reps: &Known, shape: &[Option<usize>]) -> Option<Shape> {
    let reps = match reps {
        Known::Int(Some(n)) => vec![Some(usize::try_from(*n).ok()?)],
        other => sizes(other).ok()??,
    };
    let most = shape.len().max(reps.len());
    let of = |list: &[Option<usize>], at: usize| match (at + list.len()).checked_sub(most) {
        Some(place) => list.get(place).copied().flatten(),
        None => Some(1),
    };
    Some((0..most).map(|at| of(shape, at)?.checked_mul(of(&reps, at)?)).collect())
}

/// Those that turn arrays, and change the length of an axis.
fn recut(name: &str, args: &Given, meta: ArrayMeta) -> Option<Known> {
    let (own, mut shape) = (meta.dtype, meta.shape.clone());
    let ndim = shape.len();
    match name {
        "rot90" if ndim > 1 && matches!(args.at(2), Known::None | Known::Tuple(_)) => {
            let (a, b) = match args.at(2) {
                Known::Tuple(pair) => match pair.as_slice() {
                    [Known::Int(Some(a)), Known::Int(Some(b))] => (*a, *b),
                    _ => return None,
                },
                _ => (0, 1),
            };
            let (a, b) = (rules::axis(a, ndim, Voice::NumPy).ok()?, rules::axis(b, ndim, Voice::NumPy).ok()?);
            if args.int(1, 1)?.rem_euclid(2) == 1 {
                shape.swap(a, b);
            }
        }
        "moveaxis" | "rollaxis" => return moved(name, args, &meta),
        "matrix_transpose" if ndim > 1 => shape.swap(ndim - 2, ndim - 1),
        "reshape_blockwise" if args.dask => shape = sizes(args.at(1)).ok()??,
        "view" => return viewed(args, &meta),
        "resize" if !args.dask => shape = sizes(args.at(1)).ok()??,
        "pad" => shape = padded(args.at(1), &shape)?,
        "ediff1d"
            if ndim == 1 && args.is_none(1) && args.is_none(2) && matches!(own, DType::Float64 | DType::Int64) =>
        {
            shape = vec![shape.first()?.map(|n| n.saturating_sub(1))];
        }
        "vander" if matches!(own, DType::Float64 | DType::Int64) && ndim == 1 => {
            shape.push(if args.is_none(1) { *shape.first()? } else { Some(args.count(1)?) });
        }
        "take_along_axis" if !args.dask => {
            let places = args.array(1)?;
            let axis = args.axis(2, -1, ndim)?;
            let differ = |at: usize| at != axis && places.shape.get(at) != shape.get(at);
            if places.ndim() != ndim || (0..ndim).any(differ) {
                return None;
            }
            shape = places.shape;
        }
        "trim_zeros" if ndim == 1 => shape = vec![None],
        _ => return None,
    }
    Some(args.made(own, shape))
}

/// `moveaxis` and `rollaxis`.
fn moved(name: &str, args: &Given, meta: &ArrayMeta) -> Option<Known> {
    let ndim = meta.ndim();
    let from = args.axis(1, 0, ndim)?;
    let to = match name {
        "moveaxis" if args.is_none(2) => return None,
        "moveaxis" => args.axis(2, 0, ndim)?,
        _ => {
            let start = args.int(2, 0)?;
            let start = usize::try_from(if start < 0 { start + ndim as i64 } else { start }).ok()?;
            if from < start { start - 1 } else { start }
        }
    };
    let mut order: Vec<i64> = (0..ndim as i64).collect();
    let axis = order.remove(from);
    order.insert(to.min(order.len()), axis);
    let (found, _) = rules::transpose(meta, Some(&order), voice_of(args.dask)).ok()?;
    Some(Known::Array(Arr { lazy: args.dask, meta: Some(found) }))
}

/// How many elements a diagonal has.
fn diagonal(rows: Option<usize>, columns: Option<usize>, k: i64) -> Option<usize> {
    let (rows, columns) = (i64::try_from(rows?).ok()?, i64::try_from(columns?).ok()?);
    let length = if k >= 0 { rows.min(columns.checked_sub(k)?) } else { rows.checked_add(k)?.min(columns) };
    usize::try_from(length.max(0)).ok()
}

/// `take(a, indices, axis)`.
fn taken(args: &Given, meta: &ArrayMeta) -> Option<Known> {
    let own = match args.at(1) {
        Known::Int(Some(_)) => Vec::new(),
        Known::List(Some(_)) | Known::Tuple(_) | Known::Array(_) => args.array(1)?.shape,
        _ => return None,
    };
    if args.is_none(2) && !args.dask {
        return Some(args.made(meta.dtype, own));
    }
    let axis = args.axis(2, 0, meta.ndim())?;
    let mut shape = meta.shape.get(..axis)?.to_vec();
    shape.extend(own);
    shape.extend_from_slice(meta.shape.get(axis + 1..)?);
    Some(args.made(meta.dtype, shape))
}

/// Those of which only the run knows how many elements there are.
fn chosen(name: &str, args: &Given) -> Option<Known> {
    let meta = args.with_axes(1)?;
    let mut shape = meta.shape.clone();
    if name == "compress" && !args.is_none(2) {
        *shape.get_mut(args.axis(2, 0, meta.ndim())?)? = None;
    } else {
        shape = vec![None];
    }
    Some(args.made(meta.dtype, shape))
}

/// The sizes of what is padded.
fn padded(width: &Known, shape: &[Option<usize>]) -> Option<Shape> {
    let number = |at: &Known| match at {
        Known::Int(Some(n)) => usize::try_from(*n).ok(),
        _ => None,
    };
    let pair = |at: &Known| -> Option<usize> {
        match (at, at.items()) {
            (Known::Int(_), _) => number(at)?.checked_mul(2),
            (_, Some(Some([both]))) => number(both)?.checked_mul(2),
            (_, Some(Some([a, b]))) => number(a)?.checked_add(number(b)?),
            _ => None,
        }
    };
    let each = match width.items() {
        Some(Some(items)) if items.iter().all(|item| item.items().is_some()) && items.len() == shape.len() => {
            items.iter().map(pair).collect::<Option<Vec<usize>>>()?
        }
        Some(Some([one])) if one.items().is_some() => vec![pair(one)?; shape.len()],
        _ => vec![pair(width)?; shape.len()],
    };
    Some(shape.iter().zip(each).map(|(size, more)| size.and_then(|size| size.checked_add(more))).collect())
}

/// `a.view(dtype)`: the bytes of the last axis as another dtype.
fn viewed(args: &Given, meta: &ArrayMeta) -> Option<Known> {
    let to = args.dtype(1, meta.dtype)?;
    // Dask has an order in the other slot, NumPy a class.
    let plain =
        if args.dask { matches!(args.at(2), Known::Str(Some(order)) if &**order == "C") } else { args.is_none(2) };
    if !plain || to.is_text() || meta.dtype.is_text() {
        return None;
    }
    let mut shape = meta.shape.clone();
    let last = shape.last_mut()?;
    *last = match *last {
        Some(n) if n.checked_mul(meta.dtype.itemsize())?.is_multiple_of(to.itemsize()) => {
            Some(n * meta.dtype.itemsize() / to.itemsize())
        }
        Some(_) => return None,
        None => None,
    };
    Some(args.made(to, shape))
}
