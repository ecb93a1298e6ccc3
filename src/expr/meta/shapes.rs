//! Rules of the functions that change shapes: `reshape`, `ravel`, `squeeze`, `expand_dims`, `swapaxes`, `moveaxis`, `flip`,
//! `roll`, `broadcast_to`.

use super::ArrayMeta;
use super::array::{self as rules, Voice, whole};
use super::call::{Ruled, ruled, voice_of};
use super::chunks::NAN;
use super::known::{Arr, Known, axes, chunks, sizes};
use super::{moves, reshape as reshaping};
use crate::data::raised::{Res, value_error};
use crate::data::shape;

/// The rule of a function by its name; `method`: it is a method, whose sizes stand in another slot. `None`: not one of these.
pub fn call(name: &str, args: &[Known], method: bool, dask: bool) -> Option<Ruled> {
    let Some(Known::Array(arr)) = args.first() else { return None };
    let lazy = arr.lazy || dask;
    let (Some(meta), none) = (&arr.meta, Known::Any) else { return None };
    let at = |slot: usize| args.get(slot).unwrap_or(&none);
    Some(ruled(match name {
        "reshape" => reshape(meta, at(if method { 3 } else { 1 }), lazy),
        "ravel" | "flatten" => reshape(meta, &Known::Int(Some(-1)), lazy),
        "squeeze" => squeeze(meta, at(1), lazy),
        "expand_dims" => expand_dims(meta, at(1), lazy),
        "swapaxes" => swapaxes(meta, at(1), at(2), lazy),
        "broadcast_to" => broadcast_to(meta, at(1), at(2), lazy),
        "flip" | "flipud" | "fliplr" => Ok(Some(same(meta, lazy))),
        _ => return None,
    }))
}

fn array(meta: ArrayMeta, lazy: bool) -> Known {
    Known::Array(Arr { lazy, meta: Some(meta) })
}

/// The same shape; blocks stand in another order.
fn same(meta: &ArrayMeta, lazy: bool) -> Known {
    let mut meta = meta.clone();
    if lazy {
        meta.chunks = vec![None; meta.ndim()];
    }
    array(meta, lazy)
}

fn reshape(meta: &ArrayMeta, wanted: &Known, lazy: bool) -> Res<Option<Known>> {
    let wanted = match wanted {
        Known::Tuple(items) if matches!(items.as_slice(), [Known::Tuple(_) | Known::List(_)]) => {
            items.first().unwrap_or(&Known::Any)
        }
        other => other,
    };
    if matches!(wanted, Known::Array(_) | Known::Any) {
        return Ok(None);
    }
    let Some(Some(list)) = axes(wanted)? else { return Ok(None) };
    let open = |sizes: &[i64]| {
        let one = |&n: &i64| usize::try_from(n).ok();
        ArrayMeta { dtype: meta.dtype, shape: sizes.iter().map(one).collect(), chunks: vec![None; sizes.len()] }
    };
    let Some(size) = meta.size() else {
        let only_run = |blocks: &super::chunks::Blocks| blocks.as_ref().is_some_and(|blocks| blocks.contains(&NAN));
        if lazy && meta.chunks.iter().any(only_run) {
            reshaping::wanted(meta, &list)?;
        }
        return Ok(Some(array(open(&list), lazy)));
    };
    if !lazy {
        let sizes = shape::reshape(size, &list)?;
        return Ok(Some(array(whole(meta.dtype, sizes.into_iter().map(Some).collect()), false)));
    }
    let Some(sizes) = reshaping::wanted(meta, &list)? else { return Ok(Some(array(meta.clone(), true))) };
    if meta.blocks().is_none() {
        let sizes: Vec<i64> = sizes.into_iter().map(|n| n as i64).collect();
        return Ok(Some(array(open(&sizes), true)));
    }
    if meta.sizes().as_ref() == Some(&sizes) {
        return Ok(Some(array(meta.clone(), true)));
    }
    Ok(Some(array(reshaping::reshape(meta, &sizes, true)?.meta, true)))
}

/// Axes counted from the front; Dask writes `Axis` where NumPy writes `axis`.
fn axes_of(list: &[i64], ndim: usize, lazy: bool) -> Res<Vec<usize>> {
    shape::axes(list, ndim).map_err(|mut error| {
        if lazy && error.message.starts_with("axis") {
            error.message = error.message.replacen("axis", "Axis", 1);
        }
        error
    })
}

fn without(meta: &ArrayMeta, drop: &[usize]) -> ArrayMeta {
    let stays = |axis: &usize| !drop.contains(axis);
    let left: Vec<usize> = (0..meta.ndim()).filter(stays).collect();
    ArrayMeta {
        dtype: meta.dtype,
        shape: left.iter().filter_map(|&axis| meta.shape.get(axis).copied()).collect(),
        chunks: left.iter().filter_map(|&axis| meta.chunks.get(axis).cloned()).collect(),
    }
}

fn squeeze(meta: &ArrayMeta, axis: &Known, lazy: bool) -> Res<Option<Known>> {
    let drop = match axes(axis)? {
        None => return Ok(None),
        Some(None) if meta.shape.iter().any(Option::is_none) => return Ok(None),
        Some(None) => (0..meta.ndim()).filter(|&axis| meta.shape.get(axis) == Some(&Some(1))).collect(),
        // Dask looks the sizes up first, and says so.
        Some(Some(list)) => match shape::axes(&list, meta.ndim()) {
            Err(_) if lazy => return Ok(None),
            found => found?,
        },
    };
    if drop.iter().any(|&axis| matches!(meta.shape.get(axis), Some(Some(n)) if *n != 1)) {
        let error = value_error(match lazy {
            true => "cannot squeeze axis with size other than one",
            false => "cannot select an axis to squeeze out which has size not equal to one",
        });
        return Err(error.help(format!("the array has shape {}", super::chunks::show_shape(&meta.shape))));
    }
    let out = without(meta, &drop);
    Ok(Some(array(out, lazy)))
}

fn expand_dims(meta: &ArrayMeta, axis: &Known, lazy: bool) -> Res<Option<Known>> {
    let Some(Some(list)) = axes(axis)? else { return Ok(None) };
    let mut out = meta.clone();
    for axis in axes_of(&list, meta.ndim() + list.len(), lazy)? {
        out.shape.insert(axis.min(out.shape.len()), Some(1));
        out.chunks.insert(axis.min(out.chunks.len()), Some(std::sync::Arc::from([1])));
    }
    Ok(Some(array(out, lazy)))
}

fn swapaxes(meta: &ArrayMeta, a: &Known, b: &Known, lazy: bool) -> Res<Option<Known>> {
    let (Known::Int(Some(a)), Known::Int(Some(b))) = (a, b) else { return Ok(None) };
    if lazy {
        let within = |at: i64| at < meta.ndim() as i64 && at >= -(meta.ndim() as i64);
        if !within(*a) || !within(*b) {
            return Ok(None);
        }
    }
    let (a, b) = (shape::axis(*a, meta.ndim())?, shape::axis(*b, meta.ndim())?);
    let mut order: Vec<i64> = (0..meta.ndim() as i64).collect();
    order.swap(a, b);
    Ok(Some(array(rules::transpose(meta, Some(&order), voice_of(lazy))?.0, lazy)))
}

fn broadcast_to(meta: &ArrayMeta, wanted: &Known, blocks: &Known, lazy: bool) -> Res<Option<Known>> {
    let Some(wanted) = sizes(wanted)? else { return Ok(None) };
    if lazy {
        let blocks = match blocks {
            Known::None => None,
            given => match chunks(given)? {
                Some(chunks) => Some(chunks),
                None => return Ok(None),
            },
        };
        let made = moves::broadcast_to(meta, &wanted, blocks.as_ref())?;
        return Ok(Some(array(made.unwrap_or_else(|| meta.clone()), true)));
    }
    // What the sizes broadcast to must be these sizes; NumPy's own words come from the run.
    if rules::broadcast(&[&meta.shape, &wanted], Voice::NumPy).is_err() {
        return Ok(None);
    }
    Ok(Some(array(whole(meta.dtype, wanted), false)))
}
