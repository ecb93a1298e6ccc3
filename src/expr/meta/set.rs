//! Rules of assignment: what may be put into part of an array, and what an operator in place may write.

use super::ArrayMeta;
use super::array::Voice;
use super::call::array_of;
use super::chunks::show_shape;
use super::index::{self, Entry};
use super::known::{Known, entries};
use super::operators::ufunc_of;
use crate::data::dtype::Kind;
use crate::data::ops::BinOp;
use crate::data::raised::{ExcClass, Raised, Res, value_error};

/// `a[index] = value`.
///
/// # Errors
/// `IndexError` where the index doesn't fit, `ValueError` where the value doesn't.
pub fn setitem(a: &Known, at: &Known, value: &Known) -> Res<()> {
    let Known::Array(arr) = a else { return Ok(()) };
    let Some(meta) = &arr.meta else { return Ok(()) };
    let entries = entries(at, arr.lazy)?;
    let advanced = entries.iter().any(|entry| matches!(entry, Entry::Integers(_) | Entry::Mask(_)));
    if entries.contains(&Entry::Unknown) || (arr.lazy && advanced) {
        return Ok(());
    }
    let voice = if arr.lazy { Voice::Dask } else { Voice::NumPy };
    let found = index::index(meta, &entries, voice)?;
    if !arr.lazy {
        super::fancy::listed(meta, at, voice)?;
    }
    if !arr.lazy {
        text(meta, value)?;
    }
    let value = match value {
        Known::Array(_) | Known::List(_) | Known::Tuple(_) => array_of(value),
        _ => None,
    };
    match value {
        Some(value) => fits(&found.meta, &value, arr.lazy || advanced),
        None => Ok(()),
    }
}

/// A text that is no number, for an array of numbers.
fn text(meta: &ArrayMeta, value: &Known) -> Res<()> {
    let Known::Str(Some(text)) = value else { return Ok(()) };
    if meta.dtype.is_time() {
        return Ok(());
    }
    let plain = text.trim().replace('_', "").to_ascii_lowercase();
    let named = matches!(plain.trim_start_matches(['+', '-']), "inf" | "infinity" | "nan");
    if named || !text.is_ascii() || plain.parse::<f64>().is_ok() {
        return Ok(());
    }
    let shown = text.replace('\'', "\\'");
    match meta.dtype.kind() {
        Kind::Float => Err(value_error(format!("could not convert string to float: '{shown}'"))),
        Kind::Int | Kind::UInt => Err(value_error(format!("invalid literal for int() with base 10: '{shown}'"))),
        _ => Ok(()),
    }
}

/// Whether a value can be spread over what is selected.
fn fits(target: &ArrayMeta, value: &ArrayMeta, selected: bool) -> Res<()> {
    let ahead = value.ndim().saturating_sub(target.ndim());
    let surplus = value.shape.iter().take(ahead).any(|size| matches!(size, Some(size) if *size != 1));
    let pairs = value.shape.iter().rev().zip(target.shape.iter().rev());
    let unlike = |(own, to): (&Option<usize>, &Option<usize>)| matches!((own, to), (Some(own), Some(to)) if own != to && *own != 1);
    if !surplus && !pairs.clone().any(unlike) {
        return Ok(());
    }
    let tight = |meta: &ArrayMeta| show_shape(&meta.shape).replace(", ", ",");
    let (own, to) = (tight(value), tight(target));
    let error = value_error(match selected {
        true => format!(
            "shape mismatch: value array of shape {own} could not be broadcast to indexing result of shape {to}"
        ),
        false => format!("could not broadcast input array from shape {own} into shape {to}"),
    });
    Err(error.help(format!("what is selected has shape {to}, the value has shape {own}")))
}

/// What `a op= b` makes must go into `a`.
///
/// # Errors
/// `UFuncTypeError` where the dtype doesn't, `ValueError` where the shape doesn't.
pub fn inplace(op: BinOp, a: &Known, made: &Known) -> Res<()> {
    let (Known::Array(into), Known::Array(from)) = (a, made) else { return Ok(()) };
    let (Some(to), Some(meta)) = (&into.meta, &from.meta) else { return Ok(()) };
    let Some(ufunc) = ufunc_of(op).filter(|_| !into.lazy && !from.lazy) else { return Ok(()) };
    if !meta.dtype.casts_same_kind(to.dtype) {
        let message = format!(
            "Cannot cast ufunc '{ufunc}' output from dtype('{}') to dtype('{}') with casting rule 'same_kind'",
            meta.dtype, to.dtype
        );
        let help =
            format!("write `a = a {} b`, or convert the array first: `.astype(\"{}\")`", op.symbol(), meta.dtype);
        return Err(Raised::new(ExcClass::UFuncTypeError, message).help(help));
    }
    let grows = meta.ndim() > to.ndim()
        || to.shape.iter().zip(&meta.shape).any(|pair| matches!(pair, (Some(own), Some(new)) if own != new));
    if grows {
        let tight = |meta: &ArrayMeta| show_shape(&meta.shape).replace(", ", ",");
        let message = format!(
            "non-broadcastable output operand with shape {} doesn't match the broadcast shape {}",
            tight(to),
            tight(meta)
        );
        return Err(value_error(message).help("the array keeps its shape in place: make a new one"));
    }
    Ok(())
}
