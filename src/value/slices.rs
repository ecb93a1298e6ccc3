//! Slices: bounds as Python computes them.

use super::{Host, SliceObj};
use crate::data::Res;

/// The first index, the bound and the step of a slice on a sequence of `length`, clipped as `slice.indices` clips them.
#[allow(unused_variables)]
pub fn indices(host: &mut dyn Host, slice: &SliceObj, length: usize) -> Res<(i64, i64, i64)> {
    Err(crate::data::Raised::new(crate::data::ExcClass::NotImplementedError, "not there yet"))
}
