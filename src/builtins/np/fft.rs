//! `numpy.fft`: transforms along one axis.

use super::convert::{array, result};
use crate::builtins::args::{at, float, int};
use crate::builtins::row::{Row, row};
use crate::data::raised::{Res, type_error, value_error};
use crate::data::shape;
use crate::kernels::fft::{Kind, Transform, transform};
use crate::value::pause::patient;
use crate::value::{Host, Value};

/// Elements from which a transform takes long enough that the user may want to stop it.
const LONG: usize = 1 << 20;

/// `_along(a, n, axis, kind, inverse, scale)`: the scale is multiplied with the results.
fn along(host: &mut dyn Host, a: &[Value]) -> Res<Value> {
    let chunk = array(host, at(a, 0), None)?;
    let (length, axis) = (int(host, a, 1)?, int(host, a, 2)?);
    let axis = shape::axis(axis, chunk.ndim())?;
    let kind = match at(a, 3).as_str() {
        Some("real") => Kind::FromReal,
        Some("half") => Kind::ToReal,
        _ => Kind::Complex,
    };
    if kind == Kind::FromReal && chunk.dtype().is_complex() {
        let text = "ufunc 'rfft_n_even' did not contain a loop with signature matching types";
        return Err(type_error(text).help("the transform of real numbers takes no complex ones: use fft"));
    }
    let inverse = crate::builtins::args::flag(host, a, 4)?;
    let scale = float(host, at(a, 5))?;
    let length = usize::try_from(length)
        .map_err(|_| value_error(format!("Invalid number of FFT data points ({length}) specified.")))?;
    let how = Transform { kind, inverse, length, axis, scale };
    patient(host, chunk.size().max(length) >= LONG, move || transform(&chunk, how)).map(result)
}

/// The rows.
pub const ROWS: &[Row] = &[row("numpy.fft._along", along)];
