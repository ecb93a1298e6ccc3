//! Results of several arrays, and of counts: `outer`, `append`, `meshgrid`, `convolve`, `histogram`, `split`.

use super::super::ArrayMeta;
use super::super::array::{self as rules, whole};
use super::super::call::{ufunc, voice_of};
use super::super::known::{Arr, Known, sizes};
use super::{Given, Shape, promote};
use crate::data::DType;

/// The shape that arrays broadcast to.
fn broadcast(args: &Given, all: &[ArrayMeta]) -> Option<Shape> {
    let shapes: Vec<&[Option<usize>]> = all.iter().map(|meta| meta.shape.as_slice()).collect();
    rules::broadcast(&shapes, voice_of(args.dask)).ok()
}

/// Those of several arrays.
pub(super) fn joined(name: &str, args: &Given) -> Option<Known> {
    Some(match name {
        "isclose" => args.made(DType::Bool, broadcast(args, &[args.with_axes(0)?, args.array(1)?])?),
        "outer" => {
            let both = [args.with_axes(0)?, args.with_axes(1)?];
            args.made(promote(&both)?, both.iter().map(ArrayMeta::size).collect())
        }
        "kron" if !args.dask => {
            let both = [args.with_axes(0)?, args.with_axes(1)?];
            let [a, b] = &both;
            if a.ndim() != b.ndim() {
                return None;
            }
            let times = |(x, y): (&Option<usize>, &Option<usize>)| (*x)?.checked_mul((*y)?);
            args.made(promote(&both)?, a.shape.iter().zip(&b.shape).map(times).collect())
        }
        "append" => {
            let both = [args.with_axes(0)?, args.with_axes(1)?];
            let dtype = promote(&both)?;
            if args.is_none(2) {
                let [a, b] = &both;
                return Some(args.made(dtype, vec![a.size().zip(b.size()).and_then(|(a, b)| a.checked_add(b))]));
            }
            let (mut found, _) = rules::concat(&[&both[0], &both[1]], args.int(2, 0)?, voice_of(args.dask)).ok()?;
            found.dtype = dtype;
            Known::Array(Arr { lazy: args.dask, meta: Some(found) })
        }
        "atleast_1d" | "atleast_2d" | "atleast_3d" => {
            let [meta] = <[ArrayMeta; 1]>::try_from(args.arrays(0)?).ok()?;
            let shape = match (name, meta.shape.as_slice()) {
                ("atleast_1d", []) => vec![Some(1)],
                ("atleast_2d", [n]) => vec![Some(1), *n],
                ("atleast_3d", [n]) => vec![Some(1), *n, Some(1)],
                ("atleast_3d", [n, m]) => vec![*n, *m, Some(1)],
                (_, []) => return None,
                (_, other) => other.to_vec(),
            };
            args.made(meta.dtype, shape)
        }
        "dstack" => {
            let all = args.arrays(0)?;
            let first = all.first()?;
            if all.iter().any(|meta| meta.shape != first.shape) {
                return None;
            }
            let shape = match first.shape.as_slice() {
                [n] => vec![Some(1), *n, Some(all.len())],
                [n, m] => vec![*n, *m, Some(all.len())],
                _ => return None,
            };
            args.made(promote(&all)?, shape)
        }
        "convolve" | "correlate" if !args.dask => {
            let both = [args.with_axes(0)?, args.with_axes(1)?];
            let (n, m) = (both[0].size()?, both[1].size()?);
            let mode = match args.at(2) {
                Known::None if name == "convolve" => "full",
                Known::None => "valid",
                Known::Str(Some(word)) => word,
                _ => return None,
            };
            let count = match mode {
                "full" => n.checked_add(m)?.checked_sub(1)?,
                "same" => n.max(m),
                "valid" => n.abs_diff(m).saturating_add(1),
                _ => return None,
            };
            args.made(promote(&both)?, vec![Some(count)])
        }
        "divmod" => {
            let part = |of: &str| ufunc(of, &[args.at(0), args.at(1)], None)?.ok();
            Known::Tuple(vec![part("floor_divide")?, part("remainder")?])
        }
        "union1d" | "setdiff1d" => {
            let both = [args.array(0)?, args.array(1)?];
            let dtype = if name == "union1d" { promote(&both)? } else { both[0].dtype };
            args.made(dtype, vec![None])
        }
        _ => return None,
    })
}

/// Those that broadcast several arrays.
pub(super) fn grids(name: &str, args: &Given) -> Option<Known> {
    Some(match name {
        "select" => {
            let (conditions, choices) = (args.arrays(0)?, args.arrays(1)?);
            if choices.iter().any(|meta| meta.dtype != DType::Float64) || choices.is_empty() {
                return None;
            }
            args.made(DType::Float64, broadcast(args, &[conditions, choices].concat())?)
        }
        "choose" => {
            let (places, choices) = (args.with_axes(0)?, args.arrays(1)?);
            let dtype = promote(&choices)?;
            args.made(dtype, broadcast(args, &[vec![places], choices].concat())?)
        }
        "meshgrid" if args.flag(usize::from(!args.dask), false) => {
            let all = args.arrays(if args.dask { 2 } else { 3 })?;
            let indexing = match args.at(if args.dask { 1 } else { 2 }) {
                Known::None => "xy",
                Known::Str(Some(word)) => word,
                _ => return None,
            };
            let mut shape: Shape = all.iter().map(ArrayMeta::size).collect();
            if indexing == "xy" && shape.len() > 1 {
                shape.swap(0, 1);
            }
            Known::Tuple(all.iter().map(|meta| args.made(meta.dtype, shape.clone())).collect())
        }
        "broadcast_arrays" if !args.dask => {
            let all = args.arrays(0)?;
            let shape = broadcast(args, &all)?;
            Known::Tuple(all.iter().map(|meta| args.made(meta.dtype, shape.clone())).collect())
        }
        _ => return None,
    })
}

/// Those that make or count: windows, grids, histograms, positions.
pub(super) fn counted(name: &str, args: &Given) -> Option<Known> {
    let vector = |n: usize, dtype: DType| args.made(dtype, vec![Some(n)]);
    Some(match name {
        "hanning" | "hamming" | "blackman" | "bartlett" | "kaiser" => vector(args.count(0)?, DType::Float64),
        "logspace" | "geomspace" => {
            let number = |slot: usize| matches!(args.at(slot), Known::Int(_) | Known::Float(_));
            let slot = if name == "logspace" { 5 } else { 4 };
            if !number(0) || !number(1) {
                return None;
            }
            vector(args.count(2)?, args.dtype(slot, DType::Float64)?)
        }
        "tri" => {
            let (rows, dtype) = (args.count(0)?, args.dtype(3, DType::Float64)?);
            let columns = if args.is_none(1) { rows } else { args.count(1)? };
            args.made(dtype, vec![Some(rows), Some(columns)])
        }
        "eye" if args.dask => {
            let (rows, dtype) = (args.count(0)?, args.dtype(4, DType::Float64)?);
            let columns = if args.is_none(2) { rows } else { args.count(2)? };
            args.made(dtype, vec![Some(rows), Some(columns)])
        }
        "indices" if args.dask || args.flag(2, false) => {
            let own = sizes(args.at(0)).ok()??;
            let mut shape = vec![Some(own.len())];
            shape.extend(own);
            args.made(args.dtype(1, DType::Int64)?, shape)
        }
        "fromfunction" if args.dask && !args.is_none(3) => {
            args.made(args.dtype(3, DType::Float64)?, sizes(args.at(2)).ok()??)
        }
        "histogram" | "histogram_bin_edges" => histogram(name, args)?,
        "nonzero" => {
            let ndim = args.with_axes(0)?.ndim();
            Known::Tuple(vec![args.made(DType::Int64, vec![None]); ndim])
        }
        "flatnonzero" => args.with_axes(0).map(|_| args.made(DType::Int64, vec![None]))?,
        "argwhere" => args.with_axes(0).map(|meta| args.made(DType::Int64, vec![None, Some(meta.ndim())]))?,
        "lexsort" => {
            let keys = args.arrays(0)?;
            args.made(DType::Int64, keys.first().filter(|key| key.ndim() > 0)?.shape.clone())
        }
        "split" | "array_split" if !args.dask => parts(name, args)?,
        _ => return None,
    })
}

fn histogram(name: &str, args: &Given) -> Option<Known> {
    let meta = args.with_axes(0)?;
    let bins = match args.at(1) {
        Known::None if !args.dask => 10,
        Known::Int(Some(n)) => usize::try_from(*n).ok()?,
        Known::List(Some(items)) => items.len().checked_sub(1)?,
        _ => return None,
    };
    // Edges that are given keep their dtype.
    let even = matches!(args.at(1), Known::None | Known::Int(_)) && matches!(meta.dtype, DType::Float64 | DType::Int64);
    let edges = || if even { Arr::eager(whole(DType::Float64, vec![bins.checked_add(1)])) } else { Known::Any };
    if name == "histogram_bin_edges" {
        return even.then(edges);
    }
    let (weights, density) = if args.dask { (4, 5) } else { (4, 3) };
    let density = args.at(density).flag()?;
    if !args.is_none(weights) {
        return None;
    }
    let dtype = if density { DType::Float64 } else { DType::Int64 };
    Some(Known::Tuple(vec![args.made(dtype, vec![Some(bins)]), edges()]))
}

/// `split(a, n, axis)`.
fn parts(name: &str, args: &Given) -> Option<Known> {
    let meta = args.with_axes(0)?;
    let axis = args.axis(2, 0, meta.ndim())?;
    let (size, count) = ((*meta.shape.get(axis)?)?, args.count(1).filter(|&n| n > 0)?);
    if count > 1000 || name == "split" && !size.is_multiple_of(count) {
        return None;
    }
    let one = |at: usize| {
        let mut shape = meta.shape.clone();
        *shape.get_mut(axis)? = Some(size / count + usize::from(at < size % count));
        Some(args.made(meta.dtype, shape))
    };
    (0..count).map(one).collect::<Option<Vec<Known>>>().map(|items| Known::List(Some(items)))
}
