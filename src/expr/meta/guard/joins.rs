//! Guards of joins and their kin: `vstack`, `hstack`, `dstack`, `column_stack`, `block`, `append`, `split`, `array` of lists.

use super::{Given, Guarded};
use crate::data::raised::{Res, type_error, value_error};
use crate::data::shape;
use crate::expr::meta::ArrayMeta;
use crate::expr::meta::array::concat;
use crate::expr::meta::call::{array_of, voice_of};
use crate::expr::meta::known::{Arr, Known};

/// The guard of a function by its name.
pub fn call(name: &str, given: &Given<'_>) -> Guarded {
    match name {
        "concatenate" | "stack" => second_array(given),
        "vstack" | "hstack" | "dstack" | "column_stack" => stacked(name, given),
        "block" => block(given),
        "append" => append(given),
        "split" => split(given),
        "array" | "asarray" if !given.dask && given.at(1) == &Known::None => ragged(given.at(0)),
        _ => Ok(None),
    }
}

/// `np.concatenate(a, b)` for `np.concatenate([a, b])`.
fn second_array(given: &Given<'_>) -> Guarded {
    let many = |meta: &ArrayMeta| meta.ndim() > 0 && meta.size().is_some_and(|size| size != 1);
    if let (Known::Array(_), Known::Array(Arr { lazy: false, meta: Some(axis) })) = (given.at(0), given.at(1))
        && !given.dask
        && many(axis)
    {
        let error = type_error("only integer scalar arrays can be converted to a scalar index");
        return Err(error.help("give the arrays in a list: `np.concatenate([a, b])`"));
    }
    Ok(None)
}

/// An array with at least so many axes, as `atleast_1d`, `atleast_2d`, `atleast_3d` make it.
fn at_least(mut meta: ArrayMeta, ndim: usize) -> ArrayMeta {
    let one = || Some(std::sync::Arc::from([1usize]));
    if ndim == 3 && meta.ndim() == 2 {
        meta.shape.push(Some(1));
        meta.chunks.push(one());
        return meta;
    }
    if ndim == 3 && meta.ndim() == 1 {
        meta = at_least(meta, 2);
        return at_least(meta, 3);
    }
    while meta.ndim() < ndim {
        meta.shape.insert(0, Some(1));
        meta.chunks.insert(0, one());
    }
    meta
}

fn stacked(name: &str, given: &Given<'_>) -> Guarded {
    let Some(Some(items)) = given.at(0).items() else { return Ok(None) };
    let lazy = given.dask || items.iter().any(|item| matches!(item, Known::Array(arr) if arr.lazy));
    let Some(metas) = items.iter().map(array_of).collect::<Option<Vec<ArrayMeta>>>() else { return Ok(None) };
    let flat = metas.iter().all(|meta| meta.ndim() < 2);
    let column = |meta: ArrayMeta| {
        let mut meta = at_least(meta, 1);
        if meta.ndim() == 1 {
            meta.shape.push(Some(1));
            meta.chunks.push(Some(std::sync::Arc::from([1usize])));
        }
        meta
    };
    let (axis, metas): (i64, Vec<ArrayMeta>) = match name {
        "vstack" => (0, metas.into_iter().map(|meta| at_least(meta, 2)).collect()),
        "dstack" => (2, metas.into_iter().map(|meta| at_least(meta, 3)).collect()),
        "column_stack" => (1, metas.into_iter().map(column).collect()),
        _ => (if flat { 0 } else { 1 }, metas.into_iter().map(|meta| at_least(meta, 1)).collect()),
    };
    let known = joined(&metas, axis, lazy)?;
    let plain = !lazy || name == "vstack" || name == "hstack";
    Ok(if given.at(1) == &Known::None || given.dask { Some(known).filter(|_| plain) } else { None })
}

fn joined(metas: &[ArrayMeta], axis: i64, lazy: bool) -> Res<Known> {
    let refs: Vec<&ArrayMeta> = metas.iter().collect();
    let (mut meta, _) = concat(&refs, axis, voice_of(lazy))?;
    if lazy && meta.chunks.iter().any(Option::is_none) {
        meta.chunks = vec![None; meta.shape.len()];
    }
    Ok(Known::Array(Arr { lazy, meta: Some(meta) }))
}

/// Nested lists of arrays: how deep, and the most axes of an array.
fn measure(at: &Known) -> Option<(usize, usize)> {
    match at {
        Known::List(Some(items)) => {
            let inner: Vec<(usize, usize)> = items.iter().map(measure).collect::<Option<_>>()?;
            let (depth, _) = *inner.first()?;
            let most = inner.iter().map(|(_, ndim)| *ndim).max()?;
            inner.iter().all(|(other, _)| *other == depth).then_some((depth + 1, most))
        }
        Known::Array(arr) => Some((0, arr.meta.as_ref()?.ndim())),
        other => other.operand().map(|_| (0, 0)),
    }
}

fn block(given: &Given<'_>) -> Guarded {
    let Some((depth, most)) = measure(given.at(0)) else { return Ok(None) };
    let ndim = depth.max(most);
    let mut meta = assembled(given.at(0), depth, ndim, given.lazy())?;
    if !given.dask && given.at(0).holds_lazy() {
        return Ok(None);
    }
    meta.chunks.iter_mut().for_each(|blocks| *blocks = None);
    Ok(Some(Known::Array(Arr { lazy: given.dask, meta: Some(meta) })))
}

fn assembled(at: &Known, depth: usize, ndim: usize, lazy: bool) -> Res<ArrayMeta> {
    let plain =
        || array_of(at).unwrap_or(ArrayMeta { dtype: crate::data::DType::Float64, shape: vec![], chunks: vec![] });
    let Known::List(Some(items)) = at else {
        let mut meta = plain();
        while meta.ndim() < ndim {
            meta.shape.insert(0, Some(1));
            meta.chunks.insert(0, None);
        }
        return Ok(meta);
    };
    let parts: Vec<ArrayMeta> =
        items.iter().map(|item| assembled(item, depth.saturating_sub(1), ndim, lazy)).collect::<Res<_>>()?;
    let refs: Vec<&ArrayMeta> = parts.iter().collect();
    Ok(concat(&refs, -(depth as i64), voice_of(lazy))?.0)
}

fn append(given: &Given<'_>) -> Guarded {
    let (Some(a), Some(b)) = (given.meta(0), given.meta(1)) else { return Ok(None) };
    match given.int(2) {
        Some(axis) => joined(&[a, b], axis, given.lazy()).map(Some),
        None => Ok(None),
    }
}

fn split(given: &Given<'_>) -> Guarded {
    let (Some(meta), Some(parts), Some(axis)) = (given.meta(0), given.int(1), given.int(2)) else { return Ok(None) };
    if given.dask || meta.ndim() == 0 {
        return Ok(None);
    }
    let ndim = meta.ndim() as i64;
    let Ok(at) = usize::try_from(if axis < 0 { axis + ndim } else { axis }) else { return Ok(None) };
    if let Some(Some(size)) = meta.shape.get(at)
        && parts > 0
        && *size as i64 % parts != 0
    {
        let error = value_error("array split does not result in an equal division");
        return Err(
            error.help(format!("{size} elements are not {parts} equal parts: `np.array_split` cuts unequal ones"))
        );
    }
    Ok(None)
}

/// Rows of unlike lengths.
fn ragged(at: &Known) -> Guarded {
    let (Known::List(Some(_)) | Known::Tuple(_)) = at else { return Ok(None) };
    let Some((found, Some(at))) = regular(at) else { return Ok(None) };
    let message = format!(
        "setting an array element with a sequence. The requested array has an inhomogeneous shape after {at} dimensions. The \
         detected shape was {} + inhomogeneous part.",
        shape::show(&found)
    );
    Err(value_error(message).help("give all rows as many items"))
}

/// The shape that nested lists share, and after how many axes they differ. `None`: something in them is not known.
fn regular(at: &Known) -> Option<(Vec<usize>, Option<usize>)> {
    match at {
        Known::Int(_) | Known::Float(_) | Known::Bool(_) | Known::Scalar(_) => Some((Vec::new(), None)),
        Known::Tuple(items) | Known::List(Some(items)) => {
            let mut inner = Vec::with_capacity(items.len());
            for item in items {
                inner.push(regular(item)?);
            }
            let Some((first, _)) = inner.first().cloned() else { return Some((vec![0], None)) };
            let mut shared = first.len();
            let mut broken = inner.iter().filter_map(|(_, at)| *at).min();
            for (other, _) in &inner {
                let same = first.iter().zip(other).take_while(|(a, b)| a == b).count();
                if same < first.len().max(other.len()) {
                    broken = Some(broken.map_or(same, |at| at.min(same)));
                }
                shared = shared.min(same);
            }
            let mut sizes = vec![items.len()];
            sizes.extend(first.into_iter().take(broken.unwrap_or(shared)));
            Some((sizes, broken.map(|at| at + 1)))
        }
        _ => None,
    }
}
