//! Guards of axes and positions: `flip`, `moveaxis`, `roll`, `take`, `repeat`, `broadcast_to`, `coarsen`, `diag`, `trace`, `fft`.

use super::{Given, Guarded};
use crate::data::raised::{index_error, value_error};
use crate::data::shape;
use crate::expr::meta::ArrayMeta;
use crate::expr::meta::chunks::show_shape;
use crate::expr::meta::known::{Known, axes};

/// The guard of a function by its name.
pub fn call(name: &str, given: &Given<'_>) -> Guarded {
    let Some(meta) = given.meta(if name == "coarsen" { 1 } else { 0 }) else { return Ok(None) };
    match name {
        "flip" => flip(&meta, given),
        "moveaxis" => moveaxis(&meta, given),
        "roll" => roll(&meta, given),
        "take" => take(&meta, given),
        "repeat" => repeat(&meta, given),
        "broadcast_to" if !given.lazy() => broadcast_to(&meta, given),
        "coarsen" => coarsen(&meta, given),
        "diag" if meta.ndim() > 2 || meta.ndim() == 0 => {
            Err(value_error(if given.lazy() { "Array must be 1d or 2d only" } else { "Input must be 1- or 2-d." }))
        }
        "trace" if meta.ndim() < 2 && !given.lazy() => {
            Err(value_error("diag requires an array of at least two dimensions"))
        }
        _ => Ok(None),
    }
}

fn outside(at: i64, ndim: usize) -> bool {
    at >= ndim as i64 || at < -(ndim as i64)
}

/// The axes that an argument names, if known.
fn list(at: &Known) -> Option<Vec<i64>> {
    axes(at).ok().flatten().flatten()
}

fn flip(meta: &ArrayMeta, given: &Given<'_>) -> Guarded {
    let Some(wanted) = list(given.at(1)) else { return Ok(None) };
    if !wanted.iter().any(|&at| outside(at, meta.ndim())) {
        return Ok(None);
    }
    if !given.lazy() {
        return shape::axes(&wanted, meta.ndim()).map(|_| None);
    }
    let shown: Vec<String> = wanted.iter().map(i64::to_string).collect();
    let shown = if shown.len() == 1 { shown.concat() + "," } else { shown.join(", ") };
    let error = value_error(format!("`axis` of ({shown}) invalid for {}-D array", meta.ndim()));
    Err(error.help(format!("its axes are counted from 0 to {}", meta.ndim().saturating_sub(1))))
}

fn moveaxis(meta: &ArrayMeta, given: &Given<'_>) -> Guarded {
    let (Some(from), Some(to)) = (list(given.at(1)), list(given.at(2))) else { return Ok(None) };
    for (word, axes) in [("source", &from), ("destination", &to)] {
        if let Some(&at) = axes.iter().find(|&&at| outside(at, meta.ndim())) {
            let mut error = shape::axis_error(at, meta.ndim());
            if !given.lazy() {
                error.message = format!("{word}: {}", error.message);
            }
            return Err(error);
        }
    }
    if from.len() != to.len() {
        let message = "`source` and `destination` arguments must have the same number of elements";
        return Err(value_error(message));
    }
    Ok(None)
}

fn roll(meta: &ArrayMeta, given: &Given<'_>) -> Guarded {
    let Some(wanted) = list(given.at(2)) else { return Ok(None) };
    let Some(&at) = wanted.iter().find(|&&at| outside(at, meta.ndim())) else { return Ok(None) };
    if given.lazy() {
        return Err(index_error("tuple index out of range")
            .help(format!("the array has {} axes, there is no axis {at}", meta.ndim())));
    }
    Err(shape::axis_error(at, meta.ndim()))
}

/// The known positions of an argument.
fn positions(at: &Known) -> Option<Vec<i64>> {
    match at {
        Known::Int(Some(at)) => Some(vec![*at]),
        Known::List(Some(items)) | Known::Tuple(items) => {
            let one = |item: &Known| match item {
                Known::Int(at) => *at,
                _ => None,
            };
            items.iter().map(one).collect()
        }
        _ => None,
    }
}

fn take(meta: &ArrayMeta, given: &Given<'_>) -> Guarded {
    let lazy = given.lazy();
    let Some(wanted) = positions(given.at(1)) else { return Ok(None) };
    let plain = lazy || given.text(4) == Some("raise");
    let (axis, size) = match given.at(2) {
        Known::None if !lazy => (0, meta.size()),
        Known::Int(Some(at)) => {
            let at = if *at < 0 { *at + meta.ndim() as i64 } else { *at };
            let Ok(axis) = usize::try_from(at) else { return Ok(None) };
            (axis, meta.shape.get(axis).copied().flatten())
        }
        _ => return Ok(None),
    };
    let Some(size) = size.filter(|_| plain) else { return Ok(None) };
    match wanted.iter().find(|&&at| outside(at, size)) {
        Some(_) if lazy => Err(index_error(format!("Index is out of bounds for axis {axis} with size {size}"))),
        Some(&at) => Err(shape::index_error(at, axis, size)),
        None => Ok(None),
    }
}

fn repeat(meta: &ArrayMeta, given: &Given<'_>) -> Guarded {
    let counts = match given.at(1) {
        Known::List(Some(items)) | Known::Tuple(items) => items.len(),
        Known::Array(arr) if !arr.lazy => match arr.meta.as_ref().map(|meta| meta.shape.as_slice()) {
            Some([Some(n)]) => *n,
            _ => return Ok(None),
        },
        _ => return Ok(None),
    };
    let size = match given.at(2) {
        Known::None => meta.size(),
        Known::Int(Some(at)) => {
            let at = if *at < 0 { *at + meta.ndim() as i64 } else { *at };
            usize::try_from(at).ok().and_then(|at| meta.shape.get(at).copied().flatten())
        }
        _ => None,
    };
    let Some(size) = size.filter(|_| !given.lazy()) else { return Ok(None) };
    if counts != 1 && counts != size {
        let message = format!("operands could not be broadcast together with shape ({size},) ({counts},)");
        return Err(value_error(message).help(format!("give one count, or one for each of the {size} elements")));
    }
    Ok(None)
}

fn broadcast_to(meta: &ArrayMeta, given: &Given<'_>) -> Guarded {
    let Some(wanted) = list(given.at(1)) else { return Ok(None) };
    let sizes: Vec<Option<usize>> = wanted.iter().map(|&n| usize::try_from(n).ok()).collect();
    let pairs = meta.shape.iter().rev().zip(sizes.iter().rev());
    let unlike = |(own, to): (&Option<usize>, &Option<usize>)| matches!((own, to), (Some(own), Some(to)) if own != to && *own != 1);
    if meta.ndim() > sizes.len() || pairs.clone().any(unlike) {
        if meta.ndim() > sizes.len() {
            return Err(value_error("input operand has more dimensions than allowed by the axis remapping"));
        }
        let message = format!(
            "operands could not be broadcast together with remapped shapes [original->remapped]: {}  and requested shape {}",
            show_shape(&meta.shape).replace(", ", ","),
            show_shape(&sizes).replace(", ", ",")
        );
        return Err(value_error(message)
            .help("sizes are compared from the last axis on: each must be equal, or 1 in the array"));
    }
    Ok(None)
}

fn coarsen(meta: &ArrayMeta, given: &Given<'_>) -> Guarded {
    let Known::Dict(Some(pairs)) = given.at(2) else { return Ok(None) };
    if given.at(3).flag() != Some(false) {
        return Ok(None);
    }
    let mut factors = Vec::new();
    let mut uneven = false;
    for (axis, factor) in pairs {
        let (Known::Int(Some(axis)), Known::Int(Some(factor))) = (axis, factor) else { return Ok(None) };
        let size = usize::try_from(*axis).ok().and_then(|axis| meta.shape.get(axis).copied().flatten());
        uneven |= size.is_some_and(|size| *factor > 0 && size as i64 % *factor != 0);
        factors.push(format!("{axis}: {factor}"));
    }
    if uneven {
        let shown = show_shape(&meta.shape);
        let message = format!("Coarsening factors {{{}}} do not align with array shape {shown}.", factors.join(", "));
        return Err(value_error(message).help("choose factors that divide the sizes, or give trim_excess=True"));
    }
    Ok(None)
}

/// A transform along one axis.
pub fn transform(name: &str, given: &Given<'_>) -> Guarded {
    if !matches!(name, "fft" | "ifft" | "rfft" | "irfft" | "hfft" | "ihfft") {
        return Ok(None);
    }
    let Some(meta) = given.meta(0) else { return Ok(None) };
    let axis = match given.at(2) {
        Known::Int(Some(at)) => *at,
        Known::None => -1,
        _ => return Ok(None),
    };
    if outside(axis, meta.ndim()) {
        return if given.lazy() { Ok(None) } else { Err(index_error("tuple index out of range")) };
    }
    let at = (if axis < 0 { axis + meta.ndim() as i64 } else { axis }) as usize;
    if let (true, Some(Some(blocks))) = (given.lazy(), meta.chunks.get(at))
        && blocks.len() > 1
    {
        let shown: Vec<String> = blocks.iter().map(usize::to_string).collect();
        let message = format!(
            "Dask array only supports taking an FFT along an axis that \nhas a single chunk. An FFT operation was tried on axis \
             {axis} \nwhich has chunks ({}). To change the array's chunks use dask.Array.rechunk.",
            shown.join(", ")
        );
        return Err(value_error(message).help(format!("put the axis into one block first: `.rechunk({{{at}: -1}})`")));
    }
    Ok(None)
}
