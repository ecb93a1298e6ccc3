//! Results with weights, and of bins: averages, quantiles of lazy arrays, moments, histograms.

use super::super::ArrayMeta;
use super::super::array::{self as rules, whole};
use super::super::call::voice_of;
use super::super::known::{Arr, Known, axes};
use super::{Given, Shape, promote};
use crate::data::DType;
use crate::data::dtype::Kind;
use crate::ops::Reduction;

/// Those that weigh, cut and count.
pub(super) fn weighted(name: &str, args: &Given) -> Option<Known> {
    match name {
        "average" => average(args),
        "moment" if args.dask => moment(args, 1, 2, args.at(4).flag()?),
        "stats.moment" if args.dask => moment(args, 1, 2, false),
        "stats.skew" | "stats.kurtosis" if args.dask => {
            let (found, shape) = spread(args, 1, false)?;
            Some(args.made(found, shape))
        }
        "histogram" | "histogram_bin_edges" => histogram(name, args),
        "histogram2d" => {
            let (counts, edges) = grid(args, 2, Some(2))?;
            let mut all = vec![counts];
            all.extend(edges);
            Some(Known::Tuple(all))
        }
        "histogramdd" => {
            let dims = match args.at(0) {
                Known::Array(_) => match args.with_axes(0)?.shape.as_slice() {
                    [_] if !args.dask => 1,
                    [_, columns] => (*columns)?,
                    _ => return None,
                },
                _ => args.arrays(0)?.iter().all(|part| part.ndim() == 1).then(|| args.arrays(0))??.len(),
            };
            let (counts, edges) = grid(args, 1, Some(dims).filter(|&dims| dims > 0))?;
            Some(Known::Tuple(vec![counts, Known::List(Some(edges))]))
        }
        "percentile" | "nanpercentile" | "quantile" | "nanquantile" if args.dask => cuts(name, args),
        _ => None,
    }
}

/// `average(a, axis, weights, returned, keepdims)`.
fn average(args: &Given) -> Option<Known> {
    let meta = args.with_axes(0).filter(number)?;
    let list = axes(args.at(1)).ok()??;
    let (returned, keepdims) = (args.at(3).flag()?, args.at(4).flag()?);
    let row = Reduction::named("mean").ok()?;
    let (mut found, _) = rules::reduce(row, &meta, list.as_deref(), keepdims, voice_of(args.dask)).ok()?;
    let weighted = !args.is_none(2);
    if weighted {
        let mut all = vec![meta.clone(), args.array(2).filter(number)?];
        if meta.dtype.kind() <= Kind::Int {
            all.push(whole(DType::Float64, Vec::new()));
        }
        found.dtype = promote(&all)?;
    }
    let mean = args.made(found.dtype, found.shape.clone());
    if !returned {
        return Some(mean);
    }
    // The number of elements of a whole lazy array is a number of NumPy.
    let plain = args.dask && !weighted && found.ndim() == 0;
    let sum = if plain { Known::Scalar(found.dtype) } else { mean.clone() };
    Some(Known::Tuple(vec![mean, sum]))
}

/// Whether its elements are numbers.
fn number(meta: &ArrayMeta) -> bool {
    meta.dtype.kind() <= Kind::Complex
}

/// Shape and dtype of a variance along the axes in a slot, of what has one in doubles.
fn spread(args: &Given, slot: usize, keepdims: bool) -> Option<(DType, Shape)> {
    let plain = |meta: &ArrayMeta| meta.dtype == DType::Float64 || meta.dtype.is_whole();
    let meta = args.with_axes(0).filter(plain)?;
    let list = axes(args.at(slot)).ok()??;
    let row = Reduction::named("var").ok()?;
    let (found, _) = rules::reduce(row, &meta, list.as_deref(), keepdims, voice_of(true)).ok()?;
    Some((DType::Float64, found.shape))
}

/// A central moment; of the orders 0 and 1 no axis is kept.
fn moment(args: &Given, order: usize, slot: usize, keepdims: bool) -> Option<Known> {
    let all = matches!(args.at(order), Known::Int(Some(order)) if *order > 1);
    if keepdims && !all || slot == 2 && args.list.len() > 4 && !args.is_none(3) {
        return None;
    }
    let (found, shape) = spread(args, slot, keepdims)?;
    Some(args.made(found, shape))
}

/// How many bins there are, and the edges; `None` where only the run knows.
fn bins(at: &Known, args: &Given, even: bool) -> Option<(usize, Known)> {
    let edges =
        |count: usize| if even { Arr::eager(whole(DType::Float64, vec![count.checked_add(1)])) } else { Known::Any };
    Some(match at {
        Known::Int(Some(n)) => {
            let count = usize::try_from(*n).ok()?;
            (count, edges(count))
        }
        Known::List(Some(_)) | Known::Tuple(_) => {
            let meta = super::super::call::array_of(at).filter(|meta| meta.ndim() == 1 && number(meta))?;
            let count = meta.size()?.checked_sub(1)?;
            (count, args.made(meta.dtype, meta.shape))
        }
        Known::Array(Arr { lazy: false, meta: Some(meta) }) if meta.ndim() == 1 => {
            (meta.size()?.checked_sub(1)?, at.clone())
        }
        _ => return None,
    })
}

fn histogram(name: &str, args: &Given) -> Option<Known> {
    let meta = args.with_axes(0)?;
    let ten = Known::Int(Some(10));
    let given = if args.is_none(1) && !args.dask { &ten } else { args.at(1) };
    let even = matches!(meta.dtype, DType::Float64 | DType::Int64);
    let (count, edges) = bins(given, args, even)?;
    if name == "histogram_bin_edges" {
        return Some(edges).filter(|edges| !edges.is_any());
    }
    let density = args.at(if args.dask { 5 } else { 3 }).flag()?;
    let own = if args.is_none(4) { DType::Int64 } else { args.array(4).filter(number)?.dtype };
    let dtype = match (density, own) {
        (true, DType::Int64 | DType::Float64) => DType::Float64,
        (true, _) => return None,
        // Dask adds up what the blocks have.
        (false, own) => {
            if args.dask {
                own.summed()
            } else {
                own
            }
        }
    };
    Some(Known::Tuple(vec![args.made(dtype, vec![Some(count)]), edges]))
}

/// The counts of a histogram in several dimensions, and the edges along each.
fn grid(args: &Given, slot: usize, dims: Option<usize>) -> Option<(Known, Vec<Known>)> {
    let dims = dims?;
    let (weights, density) = if args.dask { (slot + 3, slot + 4) } else { (slot + 3, slot + 2) };
    let density = args.at(density).flag()?;
    if args.dask && !args.is_none(weights) {
        return None;
    }
    let each: Vec<&Known> = match args.at(slot) {
        one @ Known::Int(Some(_)) => vec![one; dims],
        // One vector of edges for both axes.
        Known::List(Some(items)) | Known::Tuple(items) if items.len() == dims => items.iter().collect(),
        _ => return None,
    };
    let made = |at: &Known| {
        let (count, edges) = bins(at, args, true)?;
        let edges = match edges {
            // Dask gives the edges as lazy arrays, except with a density.
            Known::Array(Arr { meta: Some(meta), .. }) if args.dask && !density => args.made(meta.dtype, meta.shape),
            Known::Array(Arr { meta: Some(meta), .. }) => Arr::eager(meta),
            other => other,
        };
        Some((count, edges))
    };
    let parts = each.into_iter().map(made).collect::<Option<Vec<(usize, Known)>>>()?;
    let counts = args.made(DType::Float64, parts.iter().map(|(count, _)| Some(*count)).collect());
    Some((counts, parts.into_iter().map(|(_, edges)| edges).collect()))
}

/// Quantiles of a lazy array: `percentile` of a vector is its own function, the others are those of NumPy in one block.
fn cuts(name: &str, args: &Given) -> Option<Known> {
    let meta = args.with_axes(0)?;
    let front = match args.at(1) {
        Known::Int(_) | Known::Float(_) => Vec::new(),
        q => args.array(1).filter(|_| !matches!(q, Known::Array(arr) if arr.lazy))?.shape,
    };
    let method = |at: &Known| matches!(at, Known::Str(Some(name)) if &**name == "linear");
    let none = Known::None;
    if name == "percentile" && meta.ndim() == 1 {
        let linear = method(args.at(2)) && args.at(4) == &Known::Dict(Some(Vec::new()));
        let dtype = if meta.dtype.kind() <= Kind::Int { DType::Float64 } else { meta.dtype };
        return (linear && front.len() < 2 && meta.dtype.kind() <= Kind::Float && meta.dtype != DType::Bool)
            .then(|| args.made(dtype, front));
    }
    let (axis, keepdims) = if name.ends_with("percentile") {
        let Known::Dict(Some(options)) = args.at(if name == "percentile" { 4 } else { 2 }) else { return None };
        let option = |wanted: &str| {
            let is = |key: &Known| matches!(key, Known::Str(Some(name)) if &**name == wanted);
            options.iter().find(|(key, _)| is(key)).map(|(_, value)| value)
        };
        let known = |key: &Known| matches!(key, Known::Str(Some(name)) if matches!(&**name, "axis" | "keepdims"));
        if !options.iter().all(|(key, _)| known(key)) || name == "percentile" && !method(args.at(2)) {
            return None;
        }
        (option("axis").unwrap_or(&none), option("keepdims").unwrap_or(&none))
    } else if method(args.at(5)) && args.is_none(7) && args.is_none(8) {
        (args.at(2), args.at(6))
    } else {
        return None;
    };
    if !matches!(meta.dtype, DType::Float64 | DType::Int64) {
        return None;
    }
    let list = axes(axis).ok()??;
    let row = Reduction::named("mean").ok()?;
    let (found, _) = rules::reduce(row, &meta, list.as_deref(), keepdims.flag()?, voice_of(true)).ok()?;
    Some(args.made(DType::Float64, [front, found.shape].concat()))
}
