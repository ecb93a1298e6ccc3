//! Tail probabilities of distributions, for the tests of `dask.array.stats` (the only user of statrs).

use statrs::function::beta::checked_beta_reg;
use statrs::function::gamma::checked_gamma_ur;

use crate::data::buffer::room;
use crate::data::raised::{Res, type_error};
use crate::data::{Chunk, shape};

/// The probability of a value above `x`, of Student's distribution with `df` degrees of freedom.
fn student(x: f64, df: f64) -> f64 {
    if x.is_nan() || df.is_nan() || df <= 0.0 {
        return f64::NAN;
    }
    if x.is_infinite() {
        return if x > 0.0 { 0.0 } else { 1.0 };
    }
    let tail = regular(df / 2.0, 0.5, df / (df + x * x)) / 2.0;
    if x >= 0.0 { tail } else { 1.0 - tail }
}

/// Of the chi-squared distribution with `df` degrees of freedom.
fn chi_squared(x: f64, df: f64) -> f64 {
    if x.is_nan() || df.is_nan() || df <= 0.0 {
        return f64::NAN;
    }
    if x <= 0.0 { 1.0 } else { checked_gamma_ur(df / 2.0, x / 2.0).unwrap_or(f64::NAN) }
}

/// Of Fisher's distribution.
fn fisher(x: f64, above: f64, below: f64) -> f64 {
    if x.is_nan() || above <= 0.0 || below <= 0.0 {
        return f64::NAN;
    }
    if x <= 0.0 { 1.0 } else { regular(below / 2.0, above / 2.0, below / (below + above * x)) }
}

/// The regularised incomplete beta function.
fn regular(a: f64, b: f64, x: f64) -> f64 {
    checked_beta_reg(a, b, x.clamp(0.0, 1.0)).unwrap_or(f64::NAN)
}

/// The probability of a value above each `x` (the first argument, then the parameters), element by element.
///
/// # Errors
/// A distribution that is not known, or arguments that do not broadcast.
pub fn above(distribution: &str, args: &[Chunk]) -> Res<Chunk> {
    let shapes: Vec<&[usize]> = args.iter().map(|arg| arg.shape.as_slice()).collect();
    let Some(sizes) = shape::broadcast(&shapes) else { return Err(shape::broadcast_error(&shapes)) };
    let columns: Vec<Vec<f64>> = args.iter().map(|arg| arg.broadcast_to(&sizes).to_vec::<f64>()).collect::<Res<_>>()?;
    let mut out = room::<f64>(&sizes)?;
    for place in 0..shape::size(&sizes).unwrap_or(0) {
        let at = |which: usize| columns.get(which).and_then(|column| column.get(place)).copied().unwrap_or(f64::NAN);
        out.push(match distribution {
            "t" => student(at(0), at(1)),
            "chi2" => chi_squared(at(0), at(1)),
            "f" => fisher(at(0), at(1), at(2)),
            other => return Err(type_error(format!("no distribution '{other}'"))),
        });
    }
    Ok(Chunk::of(out, sizes))
}
