//! exp, exp2, expm1: reduction by Cody and Waite (Software Manual for the Elementary Functions, 1980) to
//! `|r| <= log(2) / 2`, and a polynomial whose coefficients `tests/accuracy/coefficients.py` computes.

use super::exact::{fma, nearest, poly, scale, two_prod};

const LOG2_E: f64 = std::f64::consts::LOG2_E;
/// log 2: 33 bits, so that products with whole numbers below 2^20 are exact, and the rest.
pub const LN2_HIGH: f64 = 0.6931471803691238;
pub const LN2_LOW: f64 = 1.9082149292705877e-10;

/// `(exp(r) - 1 - r) / r^2`: error 2^-61.7.
const EXP: [f64; 11] = [
    0.5,
    0.1666666666666667,
    0.04166666666666667,
    0.00833333333332607,
    0.0013888888888883703,
    0.00019841269875048905,
    2.480158732571076e-05,
    2.755725511097889e-06,
    2.755727343657049e-07,
    2.510533724466521e-08,
    2.091477283224809e-09,
];

/// `x` as `k * log 2 + r + c`.
#[inline(always)]
fn reduce<const F: bool>(x: f64) -> (f64, f64, f64) {
    let k = nearest(x * LOG2_E);
    let high = fma::<F>(-k, LN2_HIGH, x);
    let low = k * LN2_LOW;
    let r = high - low;
    (k, r, (high - r) - low)
}

/// `exp(r + c) - 1 - r`.
#[inline(always)]
fn tail<const F: bool>(r: f64, c: f64) -> f64 {
    fma::<F>(r * r, poly::<F, 11>(r, &EXP), c)
}

/// `exp(x + more)` as `(high + low) * 2^k`, for `x` from -750 to 750 and a `more` below 1e-10.
#[inline(always)]
pub fn parts<const F: bool>(x: f64, more: f64) -> (f64, f64, f64) {
    let (k, r, c) = reduce::<F>(x);
    let c = c + more;
    let (r, c) = (r + c, (r - (r + c)) + c);
    let t = tail::<F>(r, c);
    let sum = r + t;
    let rest = (r - sum) + t;
    let high = 1.0 + sum;
    (high, ((1.0 - high) + sum) + rest, k)
}

/// Within these bounds; NaN stays.
#[inline(always)]
pub fn clamp(x: f64, low: f64, high: f64) -> f64 {
    let x = if x < low { low } else { x };
    if x > high { high } else { x }
}

#[inline(always)]
pub fn exp<const F: bool>(x: f64) -> f64 {
    let (k, r, c) = reduce::<F>(clamp(x, -746.0, 710.0));
    scale(1.0 + (r + tail::<F>(r, c)), k)
}

#[inline(always)]
pub fn exp2<const F: bool>(x: f64) -> f64 {
    let x = clamp(x, -1080.0, 1030.0);
    let k = nearest(x);
    let rest = x - k;
    let (r, c) = two_prod::<F>(rest, std::f64::consts::LN_2);
    scale(1.0 + (r + tail::<F>(r, fma::<F>(rest, 2.3190468138462996e-17, c))), k)
}

#[inline(always)]
pub fn expm1<const F: bool>(x: f64) -> f64 {
    let (k, r, c) = reduce::<F>(clamp(x, -50.0, 710.0));
    let less_one = r + tail::<F>(r, c);
    // 2^k itself may be too large where the result is not.
    let half = scale(0.5, k);
    let value = 2.0 * fma::<F>(half, less_one, half - 0.5);
    if x.abs() < 1e-17 { x } else { value }
}
