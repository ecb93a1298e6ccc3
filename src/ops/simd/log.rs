//! log, log2, log10, log1p, logaddexp: `x = 2^k * m` and the series in `f / (2 + f)` of fdlibm's `e_log.c` (Sun
//! Microsystems 1993, where the error analysis stands), with its coefficients.

use super::exact::{fma, poly, two_sum};
use super::exp::{LN2_HIGH, LN2_LOW, exp};

const SERIES: [f64; 7] = [
    6.666666666666735130e-01,
    3.999999999940941908e-01,
    2.857142874366239149e-01,
    2.222219843214978396e-01,
    1.818357216161805012e-01,
    1.531383769920937332e-01,
    1.479819860511658591e-01,
];

const ONE: u64 = 0x3ff0_0000_0000_0000;
/// The bits of sqrt(1/2).
const ROOT_HALF: u64 = 0x3fe6_a09e_667f_3bcd;

/// `x = 2^k * m` with `m` from sqrt(1/2) to sqrt(2), for positive finite `x`.
#[inline(always)]
pub fn decompose(x: f64) -> (f64, f64) {
    let tiny = x < f64::MIN_POSITIVE;
    let bits = (if tiny { x * 18_014_398_509_481_984.0 } else { x }).to_bits().wrapping_add(ONE - ROOT_HALF);
    let m = f64::from_bits((bits & 0x000f_ffff_ffff_ffff).wrapping_add(ROOT_HALF));
    // The exponent in the low digits of 2^52.
    let exponent = f64::from_bits(0x4330_0000_0000_0000 | (bits >> 52));
    (exponent - if tiny { 4_503_599_627_371_573.0 } else { 4_503_599_627_371_519.0 }, m)
}

/// The values at zero, infinity and below.
#[inline(always)]
fn edges(x: f64, value: f64) -> f64 {
    let value = if x == f64::INFINITY { x } else { value };
    let value = if x == 0.0 { f64::NEG_INFINITY } else { value };
    if x >= 0.0 { value } else { f64::NAN }
}

/// `s * (f^2 / 2 + R)` with `s = f / (2 + f)`, and `f^2 / 2`: `log(1 + f) = f - f^2 / 2 + first`.
#[inline(always)]
fn series<const F: bool>(f: f64) -> (f64, f64) {
    let s = f / (2.0 + f);
    let z = s * s;
    let half = 0.5 * f * f;
    (s * fma::<F>(z, poly::<F, 7>(z, &SERIES), half), half)
}

/// `k * log 2 + log(1 + f) + c`.
#[inline(always)]
fn joined<const F: bool>(k: f64, f: f64, c: f64) -> f64 {
    let (first, half) = series::<F>(f);
    let low = first + fma::<F>(k, LN2_LOW, c);
    fma::<F>(k, LN2_HIGH, -((half - low) - f))
}

#[inline(always)]
pub fn log<const F: bool>(x: f64) -> f64 {
    let (k, m) = decompose(x);
    edges(x, joined::<F>(k, m - 1.0, 0.0))
}

/// The logarithm of a normal number up to 1, above 0, the same at every level.
#[inline(always)]
pub fn log_of_part(x: f64) -> f64 {
    let bits = x.to_bits().wrapping_add(ONE - ROOT_HALF);
    let f = f64::from_bits((bits & 0x000f_ffff_ffff_ffff).wrapping_add(ROOT_HALF)) - 1.0;
    let k = f64::from_bits(0x4330_0000_0000_0000 | (bits >> 52)) - 4_503_599_627_371_519.0;
    let (first, half) = series::<false>(f);
    k * LN2_HIGH - ((half - (first + k * LN2_LOW)) - f)
}

/// `log(1 + f)` to another base as a high part with few digits and a low one: `(high, low) * inverse`.
#[inline(always)]
fn based<const F: bool>(f: f64, inverse: (f64, f64)) -> (f64, f64) {
    let (first, half) = series::<F>(f);
    let high = f64::from_bits((f - half).to_bits() & 0xffff_ffff_0000_0000);
    let low = ((f - high) - half) + first;
    (high * inverse.0, (low + high) * inverse.1 + low * inverse.0)
}

#[inline(always)]
pub fn log2<const F: bool>(x: f64) -> f64 {
    let (k, m) = decompose(x);
    let (high, low) = based::<F>(m - 1.0, (1.4426950407214463, 1.6751713164886512e-10));
    let sum = k + high;
    edges(x, (low + ((k - sum) + high)) + sum)
}

#[inline(always)]
pub fn log10<const F: bool>(x: f64) -> f64 {
    let (k, m) = decompose(x);
    let (high, low) = based::<F>(m - 1.0, (0.4342944818781689, 2.5082946711645275e-11));
    let base = k * 0.30102999566395283;
    let low = low + k * 2.8363394551044964e-14;
    let sum = base + high;
    edges(x, (low + ((base - sum) + high)) + sum)
}

/// `log(1 + y + more)`, for `y` above -1, to the relative accuracy of the result.
#[inline(always)]
pub fn log1p_sum<const F: bool>(y: f64, more: f64) -> f64 {
    let (u, lost) = two_sum(1.0, y);
    let (k, m) = decompose(u);
    let near = k == 0.0;
    let f = if near { y } else { m - 1.0 };
    let c = if near { more } else { lost + more };
    joined::<F>(k, f, c / u)
}

#[inline(always)]
pub fn log1p<const F: bool>(x: f64) -> f64 {
    let value = edges(1.0 + x, log1p_sum::<F>(x, 0.0));
    if x.abs() < 1e-17 { x } else { value }
}

#[inline(always)]
pub fn logaddexp<const F: bool>(a: f64, b: f64) -> f64 {
    let high = if a > b { a } else { b };
    let value = high + log1p_sum::<F>(exp::<F>(-(a - b).abs()), 0.0);
    if a == b { a + std::f64::consts::LN_2 } else { value }
}
