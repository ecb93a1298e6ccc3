//! Rules of the nodes that move elements: `broadcast_to`, `take` along an axis, points of `vindex`.

use std::sync::Arc;

use super::ArrayMeta;
use super::array::whole;
use super::chunks::{Blocks, Chunks, TOLERANCE, normalize, regular, show_shape};
use crate::data::raised::{Res, value_error};
use crate::data::shape;

/// Dask's `broadcast_to`: the result, or `None` if it is the array itself.
pub fn broadcast_to(meta: &ArrayMeta, sizes: &[Option<usize>], chunks: Option<&Chunks>) -> Res<Option<ArrayMeta>> {
    if meta.shape == sizes && chunks.is_none() {
        return Ok(None);
    }
    let misfit = |(new, old): (&Option<usize>, &Option<usize>)| matches!((new, old), (Some(new), Some(old)) if new != old && *old != 1);
    let lead = sizes.len().checked_sub(meta.ndim());
    let fits = lead.is_some_and(|lead| !sizes.iter().skip(lead).zip(&meta.shape).any(misfit));
    let Some(lead) = lead.filter(|_| fits) else {
        let (from, to) = (show_shape(&meta.shape), show_shape(sizes));
        return Err(value_error(format!("cannot broadcast shape {from} to shape {to}"))
            .help("shapes are compared from the last axis backwards: a size of 1 can grow, others stay"));
    };
    let one = |size: &Option<usize>| size.map(|n| Arc::from([n]));
    let kept = |((blocks, old), new): ((&Blocks, &Option<usize>), &Option<usize>)| match old {
        Some(old) if *old <= 1 => one(new),
        _ => blocks.clone(),
    };
    let natural: Vec<Blocks> = sizes
        .iter()
        .take(lead)
        .map(one)
        .chain(meta.chunks.iter().zip(&meta.shape).zip(sizes.iter().skip(lead)).map(kept))
        .collect();
    // Blocks that follow from the array's own always fit.
    let given = chunks.is_some();
    let chunks = match chunks {
        None => natural,
        Some(chunks) => normalize(chunks, sizes, meta.dtype, Some(&meta.chunks))?,
    };
    let cut = |(old, new): (&Blocks, &Blocks)| match (old, new) {
        (Some(old), Some(new)) => old != new && **old != [1],
        _ => false,
    };
    if given && meta.chunks.iter().zip(chunks.iter().skip(lead)).any(cut) {
        let show = |all: &[Blocks]| {
            let parts: Vec<String> =
                all.iter().map(|axis| axis.as_ref().map_or("?".to_owned(), |axis| shape::show(axis))).collect();
            format!("({}{})", parts.join(", "), if parts.len() == 1 { "," } else { "" })
        };
        return Err(value_error(format!(
            "cannot broadcast chunks {} to chunks {}: new chunks must either be along a new dimension or a dimension \
             of size 1",
            show(&meta.chunks),
            show(&chunks)
        )));
    }
    if meta.shape == sizes && meta.chunks == chunks {
        return Ok(None);
    }
    Ok(Some(ArrayMeta { dtype: meta.dtype, shape: sizes.to_vec(), chunks }))
}

/// The blocks of `count` positions taken along an axis with these blocks, as Dask's `take` groups them.
pub fn take_blocks(blocks: &[usize], count: usize) -> Vec<usize> {
    if count == 0 {
        return vec![0];
    }
    let total: usize = blocks.iter().sum();
    let average = (total / blocks.len().max(1)).max(1);
    let limit = (total as f64 / blocks.len().max(1) as f64 * TOLERANCE) as usize;
    let mut out = Vec::new();
    let mut current = 0;
    for group in regular(count, average) {
        if current + group > limit && current > 0 {
            out.push(current);
            current = group;
        } else {
            current += group;
            if current as f64 > limit as f64 / TOLERANCE {
                out.push(current);
                current = 0;
            }
        }
    }
    if current > 0 {
        out.push(current);
    }
    out
}

/// `take` of positions along an axis; `list` where they are known.
pub fn take(meta: &ArrayMeta, axis: usize, list: Option<&[usize]>, count: Option<usize>) -> ArrayMeta {
    let mut out = meta.clone();
    let blocks = meta.chunks.get(axis).cloned().flatten();
    let whole = |blocks: &[usize], list: &[usize]| {
        list.len() == blocks.iter().sum::<usize>() && list.iter().enumerate().all(|(at, &position)| at == position)
    };
    let taken: Blocks = match (&blocks, list) {
        (Some(blocks), Some(list)) if whole(blocks, list) => Some(blocks.clone()),
        (Some(blocks), Some(list)) => Some(take_blocks(blocks, list.len()).into()),
        _ => None,
    };
    if let Some(place) = out.shape.get_mut(axis) {
        *place = list.map(<[usize]>::len).or(count);
    }
    if let Some(place) = out.chunks.get_mut(axis) {
        *place = taken;
    }
    out
}

/// Points along some axes: the first axis of the result runs over them, the others follow.
pub fn points(meta: &ArrayMeta, axes: &[usize], count: usize) -> ArrayMeta {
    let indexed = meta.chunks.iter().enumerate().filter(|(axis, _)| axes.contains(axis));
    let mut largest = indexed.map(|(_, blocks)| blocks.as_ref().and_then(|blocks| blocks.iter().copied().max()));
    let most = largest.try_fold(1usize, |all, most| all.checked_mul(most?)).unwrap_or(count).max(1);
    let mut out = whole(meta.dtype, vec![Some(count)]);
    out.chunks = vec![Some(regular(count, most).into())];
    for (axis, (size, blocks)) in meta.shape.iter().zip(&meta.chunks).enumerate() {
        if !axes.contains(&axis) {
            out.shape.push(*size);
            out.chunks.push(blocks.clone());
        }
    }
    out
}
