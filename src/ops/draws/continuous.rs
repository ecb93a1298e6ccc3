//! Distributions of real numbers. Parameters that are not numbers give NaN, as in NumPy.

use rand_distr::{Beta, ChiSquared, Distribution, Exp1, FisherF, Gamma, InverseGaussian, StandardNormal, StudentT};

use super::discrete::poisson;
use super::{Stream, draws};
use crate::data::rng::continuous::wrapped_cauchy;

/// A draw, or NaN where the parameters make no distribution.
fn drawn<E>(made: Result<impl Distribution<f64>, E>, rng: &mut Stream) -> f64 {
    made.map_or(f64::NAN, |of| of.sample(rng))
}

pub(super) fn normal(rng: &mut Stream) -> f64 {
    StandardNormal.sample(rng)
}

fn exponential(rng: &mut Stream) -> f64 {
    Exp1.sample(rng)
}

pub(super) fn gamma(rng: &mut Stream, shape: f64) -> f64 {
    if shape == 0.0 { 0.0 } else { drawn(Gamma::new(shape, 1.0), rng) }
}

fn chisquare(rng: &mut Stream, df: f64) -> f64 {
    drawn(ChiSquared::new(df), rng)
}

/// As a square shifted by the noncentrality, or a Poisson mixture for few degrees of freedom.
fn noncentral_chisquare(rng: &mut Stream, df: f64, nonc: f64) -> f64 {
    if nonc == 0.0 {
        return chisquare(rng, df);
    }
    if df > 1.0 {
        let shifted = normal(rng) + nonc.sqrt();
        return chisquare(rng, df - 1.0) + shifted * shifted;
    }
    let more = poisson(rng, nonc / 2.0);
    chisquare(rng, df + 2.0 * more as f64)
}

/// The inverse of the distribution function.
fn triangular(rng: &mut Stream, left: f64, mode: f64, right: f64) -> f64 {
    let base = right - left;
    let ratio = (mode - left) / base;
    let u = rng.open();
    if u <= ratio {
        left + (u * (mode - left) * base).sqrt()
    } else {
        right - ((1.0 - u) * (right - mode) * base).sqrt()
    }
}

/// By rejection from a wrapped Cauchy distribution (Best and Fisher 1979).
fn vonmises(rng: &mut Stream, mu: f64, kappa: f64) -> f64 {
    use std::f64::consts::{PI, TAU};
    if !(mu.is_finite() && kappa < f64::INFINITY) {
        return f64::NAN;
    }
    if kappa < 1e-8 {
        return PI * (2.0 * rng.open() - 1.0);
    }
    if kappa > 1e6 {
        // A normal distribution, wrapped.
        let angle = mu + normal(rng) / kappa.sqrt();
        return angle - TAU * (angle / TAU).round();
    }
    let w = wrapped_cauchy(kappa, || rng.open());
    let angle = if rng.open() < 0.5 { -w.acos() } else { w.acos() } + mu;
    angle - TAU * (angle / TAU).round()
}

/// Laplace: an exponential number of either sign.
fn laplace(rng: &mut Stream) -> f64 {
    let size = exponential(rng);
    if rng.open() < 0.5 { -size } else { size }
}

fn logistic(rng: &mut Stream) -> f64 {
    let u = rng.open();
    (u / (1.0 - u)).ln()
}

draws! {
    "beta" Float64 (a, b) [(a <= 0.0, "a <= 0"), (b <= 0.0, "b <= 0")] |rng| drawn(Beta::new(a, b), rng);
    "chisquare" Float64 (df) [(df <= 0.0, "df <= 0")] |rng| chisquare(rng, df);
    "exponential" Float64 (scale) [(scale < 0.0, "scale < 0")] |rng| scale * exponential(rng);
    "f" Float64 (dfnum, dfden) [(dfnum <= 0.0, "dfnum <= 0"), (dfden <= 0.0, "dfden <= 0")]
        |rng| drawn(FisherF::new(dfnum, dfden), rng);
    "gamma" Float64 (shape, scale) [(shape < 0.0, "shape < 0"), (scale < 0.0, "scale < 0")]
        |rng| scale * gamma(rng, shape);
    "gumbel" Float64 (loc, scale) [(scale < 0.0, "scale < 0")] |rng| loc - scale * exponential(rng).ln();
    "laplace" Float64 (loc, scale) [(scale < 0.0, "scale < 0")] |rng| loc + scale * laplace(rng);
    "logistic" Float64 (loc, scale) [(scale < 0.0, "scale < 0")] |rng| loc + scale * logistic(rng);
    "lognormal" Float64 (mean, sigma) [(sigma < 0.0, "sigma < 0")] |rng| (mean + sigma * normal(rng)).exp();
    "noncentral_chisquare" Float64 (df, nonc) [(df <= 0.0, "df <= 0"), (nonc < 0.0, "nonc < 0")]
        |rng| noncentral_chisquare(rng, df, nonc);
    "noncentral_f" Float64 (dfnum, dfden, nonc)
        [(dfnum <= 0.0, "dfnum <= 0"), (dfden <= 0.0, "dfden <= 0"), (nonc < 0.0, "nonc < 0")]
        |rng| noncentral_chisquare(rng, dfnum, nonc) / dfnum / (chisquare(rng, dfden) / dfden);
    "normal" Float64 (loc, scale) [(scale < 0.0, "scale < 0")] |rng| loc + scale * normal(rng);
    "pareto" Float64 (a) [(a <= 0.0, "a <= 0")] |rng| (exponential(rng) / a).exp_m1();
    "power" Float64 (a) [(a <= 0.0, "a <= 0")] |rng| (-(-exponential(rng)).exp_m1()).powf(1.0 / a);
    "rayleigh" Float64 (scale) [(scale < 0.0, "scale < 0")] |rng| scale * (2.0 * exponential(rng)).sqrt();
    "standard_cauchy" Float64 () [] |rng| normal(rng) / normal(rng);
    "standard_exponential" Float64 () [] |rng| exponential(rng);
    "standard_gamma" Float64 (shape) [(shape < 0.0, "shape < 0")] |rng| gamma(rng, shape);
    "standard_t" Float64 (df) [(df <= 0.0, "df <= 0")] |rng| drawn(StudentT::new(df), rng);
    "triangular" Float64 (left, mode, right)
        [(left > mode, "left > mode"), (mode > right, "mode > right"), (left == right, "left == right")]
        |rng| triangular(rng, left, mode, right);
    "uniform" Float64 (low, high) [] |rng| low + (high - low) * rng.open();
    "vonmises" Float64 (mu, kappa) [(kappa < 0.0, "kappa < 0")] |rng| vonmises(rng, mu, kappa);
    "wald" Float64 (mean, scale) [(mean <= 0.0, "mean <= 0"), (scale <= 0.0, "scale <= 0")]
        |rng| drawn(InverseGaussian::new(mean, scale), rng);
    "weibull" Float64 (a) [(a < 0.0, "a < 0")] |rng| if a == 0.0 { 0.0 } else { exponential(rng).powf(1.0 / a) };
}
