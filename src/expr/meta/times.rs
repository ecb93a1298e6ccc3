//! Rules of moments and durations that are made of constants: their units, and what is wrong with a text or a number.

use super::known::Known;
use crate::data::DType;
use crate::data::raised::Res;
use crate::data::time::{Base, Unit, no_unit, not_duration, not_moment, parse, unit_named};

/// The unit that an argument names, none where it is left out; `Ok(None)` if it is not known.
fn unit(at: &Known) -> Res<Option<Unit>> {
    match at {
        Known::None => Ok(Some(Unit::GENERIC)),
        Known::Str(Some(name)) => unit_named(name, None).map(Some),
        _ => Ok(None),
    }
}

fn chosen(asked: Unit, own: Unit) -> Unit {
    if asked.is_generic() { own } else { asked }
}

/// `np.datetime64(value, unit)`.
///
/// # Errors
/// NumPy's for a text that is no moment, and for a number without a unit.
pub fn moment(value: &Known, asked: &Known) -> Res<Option<Known>> {
    let Some(asked) = unit(asked)? else { return Ok(None) };
    let made = |own: Unit| Ok(Some(Known::Scalar(DType::Datetime(chosen(asked, own)))));
    match value {
        Known::Str(Some(text)) if text.eq_ignore_ascii_case("now") => made(Unit::one(Base::Second)),
        Known::Str(Some(text)) if text.eq_ignore_ascii_case("today") => made(Unit::one(Base::Day)),
        Known::Str(Some(text)) => made(parse(text)?.unit),
        Known::None => made(Unit::GENERIC),
        Known::Int(_) if asked.is_generic() => Err(no_unit()),
        Known::Int(_) => made(asked),
        Known::Float(_) | Known::Scalar(DType::Timedelta(_)) => Err(not_moment()),
        Known::Scalar(DType::Datetime(own)) => made(*own),
        Known::Str(None) if !asked.is_generic() => made(asked),
        _ => Ok(None),
    }
}

/// `np.timedelta64(value, unit)`.
///
/// # Errors
/// NumPy's for what is no duration.
pub fn duration(value: &Known, asked: &Known) -> Res<Option<Known>> {
    let Some(asked) = unit(asked)? else { return Ok(None) };
    let made = |own: Unit| Ok(Some(Known::Scalar(DType::Timedelta(chosen(asked, own)))));
    match value {
        Known::Str(_) | Known::None | Known::Int(_) => made(Unit::GENERIC),
        Known::Float(_) | Known::Scalar(DType::Datetime(_)) => Err(not_duration()),
        Known::Scalar(DType::Timedelta(own)) => made(*own),
        _ => Ok(None),
    }
}
