//! Results of several arrays, and of counts: `outer`, `append`, `meshgrid`, `convolve`, `histogram`, `split`.

use super::super::ArrayMeta;
use super::super::array as rules;
use super::super::call::{ufunc, voice_of};
use super::super::known::{Arr, Known, sizes};
use super::{Given, Shape, promote};
use crate::data::DType;

/// The shape that arrays broadcast to.
pub(super) fn broadcast(args: &Given, all: &[ArrayMeta]) -> Option<Shape> {
    let shapes: Vec<&[Option<usize>]> = all.iter().map(|meta| meta.shape.as_slice()).collect();
    rules::broadcast(&shapes, voice_of(args.dask)).ok()
}

/// Those of several arrays.
pub(super) fn joined(name: &str, args: &Given) -> Option<Known> {
    Some(match name {
        "isclose" => args.made(DType::Bool, broadcast(args, &[args.operand(0)?, args.operand(1)?])?),
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
            let all = args.at(0).items()??;
            let one = |item: &Known| {
                let meta = Given { list: std::slice::from_ref(item), dask: args.dask }.operand(0)?;
                let shape = match (name, meta.shape.as_slice()) {
                    ("atleast_1d", []) => vec![Some(1)],
                    ("atleast_2d", []) => vec![Some(1); 2],
                    ("atleast_2d", [n]) => vec![Some(1), *n],
                    ("atleast_3d", []) => vec![Some(1); 3],
                    ("atleast_3d", [n]) => vec![Some(1), *n, Some(1)],
                    ("atleast_3d", [n, m]) => vec![*n, *m, Some(1)],
                    (_, other) => other.to_vec(),
                };
                Some(args.made(meta.dtype, shape))
            };
            let mut made = all.iter().map(one).collect::<Option<Vec<Known>>>()?;
            if made.len() == 1 { made.pop()? } else { Known::Tuple(made) }
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
        "union1d" | "setdiff1d" | "setxor1d" | "intersect1d" => {
            let both = [args.array(0)?, args.array(1)?];
            let dtype = if name == "setdiff1d" { both[0].dtype } else { promote(&both)? };
            let found = args.made(dtype, vec![None]);
            if name == "intersect1d" && args.at(3).flag()? {
                let places = args.made(DType::Int64, vec![None]);
                return Some(Known::Tuple(vec![found, places.clone(), places]));
            }
            found
        }
        _ => return None,
    })
}

/// Those that broadcast several arrays.
pub(super) fn grids(name: &str, args: &Given) -> Option<Known> {
    Some(match name {
        "select" => {
            let (conditions, choices) = (args.arrays(0)?, args.arrays(1)?);
            let own = choices.first()?.dtype;
            let weak = match args.at(2) {
                Known::None | Known::Int(_) => matches!(own, DType::Int64 | DType::Float64),
                _ => own == DType::Float64,
            };
            if !weak || choices.iter().any(|meta| meta.dtype != own) {
                return None;
            }
            args.made(own, broadcast(args, &[conditions, choices].concat())?)
        }
        // Of two vectors in space, or of arrays of them.
        "cross" if !args.dask && args.int(2, -1)? == -1 && args.int(3, -1)? == -1 && args.int(4, -1)? == -1 => {
            let both = [args.with_axes(0)?, args.with_axes(1)?];
            let space = |meta: &ArrayMeta| {
                meta.shape.last() == Some(&Some(3)) && matches!(meta.dtype, DType::Int64 | DType::Float64)
            };
            let plain = args.is_none(5) && both.iter().all(space);
            plain.then(|| Some(args.made(promote(&both)?, broadcast(args, &both)?)))??
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
            if !number(0) || !number(1) || (name == "logspace" && !number(4)) {
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
        "ravel_multi_index" => super::places::ravelled(args)?,
        "lexsort" => {
            let keys = args.arrays(0)?;
            args.made(DType::Int64, keys.first().filter(|key| key.ndim() > 0)?.shape.clone())
        }
        "split" | "array_split" | "hsplit" | "vsplit" | "dsplit" if !args.dask => parts(name, args)?,
        _ => return None,
    })
}

/// `split(a, parts, axis)` and its kin: so many parts, or cut at these places.
fn parts(name: &str, args: &Given) -> Option<Known> {
    let meta = args.with_axes(0)?;
    let axis = match name {
        "hsplit" => usize::from(meta.ndim() > 1),
        "vsplit" => 0,
        "dsplit" => 2,
        _ => args.axis(2, 0, meta.ndim())?,
    };
    let size = (*meta.shape.get(axis)?)?;
    let one = |length: usize| {
        let mut shape = meta.shape.clone();
        *shape.get_mut(axis)? = Some(length);
        Some(args.made(meta.dtype, shape))
    };
    let lengths: Vec<usize> = match args.at(1) {
        Known::List(Some(items)) | Known::Tuple(items) => {
            let place = |item: &Known| match item {
                Known::Int(Some(at)) if *at < 0 => Some(size.saturating_sub(usize::try_from(at.unsigned_abs()).ok()?)),
                Known::Int(Some(at)) => usize::try_from(*at).ok().map(|at| at.min(size)),
                _ => None,
            };
            let mut ends = items.iter().map(place).collect::<Option<Vec<usize>>>()?;
            ends.push(size);
            let starts = std::iter::once(0).chain(ends.iter().copied());
            starts.zip(&ends).map(|(start, end)| end.saturating_sub(start)).collect()
        }
        _ => {
            let count = args.count(1).filter(|&n| n > 0)?;
            if count > 1000 || name != "array_split" && !size.is_multiple_of(count) {
                return None;
            }
            (0..count).map(|at| size / count + usize::from(at < size % count)).collect()
        }
    };
    lengths.into_iter().map(one).collect::<Option<Vec<Known>>>().map(|items| Known::List(Some(items)))
}
