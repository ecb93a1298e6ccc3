//! Guards: mistakes in calls whose functions are written in the language or check themselves in the run. A guard knows
//! when such a call certainly raises, in the words of the run, and sometimes what it gives.

mod contract;
mod files;
mod joins;
mod linalg;
mod places;
mod values;

use super::ArrayMeta;
use super::call::array_of;
use super::known::Known;
use crate::data::raised::Res;

/// What a guard says: an error, the result, or nothing.
pub(super) type Guarded = Res<Option<Known>>;

/// The arguments of a call, one for each slot of its declaration.
pub(super) struct Given<'a> {
    list: &'a [Known],
    /// Whether the function is Dask's.
    pub dask: bool,
}

impl Given<'_> {
    /// An argument; `None` past the last one.
    pub fn at(&self, slot: usize) -> &Known {
        self.list.get(slot).unwrap_or(&Known::None)
    }

    /// An argument as an array, if its dtype and number of axes are known.
    pub fn meta(&self, slot: usize) -> Option<ArrayMeta> {
        array_of(self.at(slot))
    }

    /// A known integer.
    pub fn int(&self, slot: usize) -> Option<i64> {
        match self.at(slot) {
            Known::Int(value) => *value,
            _ => None,
        }
    }

    /// A known text.
    pub fn text(&self, slot: usize) -> Option<&str> {
        match self.at(slot) {
            Known::Str(Some(text)) => Some(text),
            _ => None,
        }
    }

    /// Whether any of the first arguments is a lazy array, or the function is Dask's.
    pub fn lazy(&self) -> bool {
        self.dask || self.list.iter().any(|at| matches!(at, Known::Array(arr) if arr.lazy))
    }
}

/// The known numbers of a number, list or tuple.
pub(super) fn numbers(at: &Known) -> Option<Vec<f64>> {
    match at {
        Known::Int(Some(value)) => Some(vec![*value as f64]),
        Known::Float(Some(value)) => Some(vec![*value]),
        Known::Tuple(items) | Known::List(Some(items)) => {
            items.iter().map(numbers).collect::<Option<Vec<_>>>().map(|all| all.concat())
        }
        _ => None,
    }
}

/// What is certainly wrong with a call, or what it gives. `name`: without `numpy.` or `dask.array.`.
pub fn call(name: &str, list: &[Known], dask: bool) -> Guarded {
    let given = Given { list, dask };
    let name =
        ["core.", "contract.", "reductions.", "files."].iter().find_map(|room| name.strip_prefix(room)).unwrap_or(name);
    if let Some(rest) = name.strip_prefix("linalg.") {
        return linalg::call(rest, &given);
    }
    if let Some(rest) = name.strip_prefix("fft.") {
        return places::transform(rest, &given);
    }
    for rule in [contract::call, files::call, joins::call, places::call, values::call] {
        if let Some(said) = rule(name, &given)? {
            return Ok(Some(said));
        }
    }
    Ok(None)
}
