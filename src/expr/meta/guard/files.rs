//! Guards of what writes lazy arrays: `store`, `to_zarr`.

use super::{Given, Guarded};
use crate::data::raised::value_error;
use crate::expr::meta::chunks::NAN;
use crate::expr::meta::known::Known;

/// What `to_zarr` raises for blocks of unknown sizes.
const UNKNOWN: &str = "Saving a dask array with unknown chunk sizes is not currently supported by Zarr.\n\nA possible \
                       solution: https://docs.dask.org/en/latest/array-chunks.html#unknown-chunks\nSummary: to compute \
                       chunks sizes, use\n\n   x.compute_chunk_sizes()  # for Dask Array `x`\n   \
                       ddf.to_dask_array(lengths=True)  # for Dask DataFrame `ddf`";

/// A function of `dask.array`, or a method with the array in front.
pub fn call(name: &str, given: &Given) -> Guarded {
    match name {
        "store" if given.dask => store(given),
        "to_zarr" if given.dask => zarr(given),
        _ => Ok(None),
    }
}

/// Whether a value is certainly no lazy array.
fn is_other(at: &Known) -> bool {
    match at {
        Known::Array(arr) => !arr.lazy,
        Known::None | Known::Bool(_) | Known::Int(_) | Known::Float(_) | Known::Complex | Known::Str(_) => true,
        Known::Scalar(_) => true,
        _ => false,
    }
}

/// `store(sources, targets, ...)`.
fn store(given: &Given) -> Guarded {
    let lazy = |at: &Known| matches!(at, Known::Array(arr) if arr.lazy);
    if lazy(given.at(0)) {
        return Ok(None);
    }
    let Some(Some(sources)) = given.at(0).items() else { return Ok(None) };
    if sources.iter().any(is_other) {
        return Err(value_error("All sources must be dask array objects"));
    }
    match given.at(1).items() {
        Some(Some(targets)) if targets.len() != sources.len() && sources.iter().all(lazy) => {
            let (own, to) = (sources.len(), targets.len());
            Err(value_error(format!("Different number of sources [{own}] and targets [{to}]")))
        }
        _ => Ok(None),
    }
}

/// `to_zarr(arr, url, ...)`.
fn zarr(given: &Given) -> Guarded {
    let Known::Array(arr) = given.at(0) else { return Ok(None) };
    let Some(meta) = arr.meta.as_ref().filter(|_| arr.lazy) else { return Ok(None) };
    match meta.chunks.iter().flatten().any(|blocks| blocks.contains(&NAN)) {
        true => Err(value_error(UNKNOWN)),
        false => Ok(None),
    }
}
