//! sinh, cosh, tanh and their inverses: polynomials near zero (from `tests/accuracy/coefficients.py`), elsewhere the
//! exponential and the logarithm with the digits that a float loses (Muller, Elementary Functions, chapters 3 and 9).

use super::exact::{fast_two_sum, fma, poly, scale, two_prod, two_sum, with_sign};
use super::exp::{clamp, parts};
use super::log::log1p_sum;

/// `(sinh(a) / a - 1) / a^2` in `a^2`, for `a` up to 1: error 2^-56.6.
const SINH: [f64; 8] = [
    0.16666666666666666,
    0.008333333333333333,
    0.00019841269841269773,
    2.755731922404034e-06,
    2.505210836405804e-08,
    1.6059048396350562e-10,
    7.646625361656657e-13,
    2.8445264169895285e-15,
];

/// `(tanh(a) / a - 1) / a^2` in `a^2`, for `a` up to 0.55: error 2^-57.6.
const TANH: [f64; 11] = [
    -0.3333333333333333,
    0.13333333333332714,
    -0.053968253967434016,
    0.021869488493666944,
    -0.008863234397814355,
    0.003592110378689024,
    -0.001455661830100716,
    0.0005889360520074057,
    -0.0002346347410887237,
    8.511313685577672e-05,
    -2.0602765376366344e-05,
];

/// `(arcsinh(a) / a - 1) / a^2` in `a^2`, for `a` up to 1/2: error 2^-58.4.
const ASINH: [f64; 13] = [
    -0.16666666666666666,
    0.0749999999999992,
    -0.044642857142677225,
    0.030381944428513684,
    -0.022372158355736263,
    0.0173527441556904,
    -0.013964483323351326,
    0.011547475926257406,
    -0.009725716144151688,
    0.00818236764637779,
    -0.0064746008466359025,
    0.00413835813140252,
    -0.0014988358499957474,
];

/// Half of `exp(a)` as a sum, and a quarter of its inverse's double, for `a` from 0 on.
#[inline(always)]
fn half_exp<const F: bool>(a: f64) -> (f64, f64, f64) {
    let (high, low, k) = parts::<F>(clamp(a, 0.0, 711.0), 0.0);
    let (high, low) = (scale(high, k - 1.0), scale(low, k - 1.0));
    let inverse = 0.25 / high;
    (high, low, inverse - 4.0 * (inverse * inverse) * low)
}

#[inline(always)]
pub fn sinh<const F: bool>(x: f64) -> f64 {
    let a = x.abs();
    let (high, low, inverse) = half_exp::<F>(a);
    let z = a * a;
    let small = fma::<F>(a * z, poly::<F, 8>(z, &SINH), a);
    with_sign(if a > 1.0 { high + (low - inverse) } else { small }, x)
}

#[inline(always)]
pub fn cosh<const F: bool>(x: f64) -> f64 {
    let (high, low, inverse) = half_exp::<F>(x.abs());
    high + (low + inverse)
}

#[inline(always)]
pub fn tanh<const F: bool>(x: f64) -> f64 {
    let a = x.abs();
    let (high, low, k) = parts::<F>(clamp(2.0 * a, 0.0, 60.0), 0.0);
    let (high, low) = (scale(high, k), scale(low, k));
    let (sum, lost) = fast_two_sum(high, 1.0);
    let share = 2.0 / sum;
    let outer = 1.0 - (share - share * ((lost + low) / sum));
    let z = a * a;
    let small = fma::<F>(a * z, poly::<F, 11>(z, &TANH), a);
    with_sign(if a > 0.55 { outer } else { small }, x)
}

/// The root of `high + low` as a sum; zero of zero.
#[inline(always)]
fn root<const F: bool>(high: f64, low: f64) -> (f64, f64) {
    let s = high.sqrt();
    let (square, error) = two_prod::<F>(s, s);
    let lost = (((high - square) - error) + low) / (2.0 * s);
    (s, if s > 0.0 { lost } else { 0.0 })
}

#[inline(always)]
pub fn arcsinh<const F: bool>(x: f64) -> f64 {
    let a = x.abs();
    let huge = a > 1e9;
    // Of huge arguments log(a) + log(2) is taken.
    let b = if huge { 1.0 } else { a };
    let (square, error) = two_prod::<F>(b, b);
    let (sum, lost) = two_sum(1.0, square);
    let (s, more) = root::<F>(sum, lost + error);
    // arcsinh(b) = log1p(b + s - 1).
    let (whole, left) = two_sum(b, s);
    let (below, rest) = two_sum(whole, -1.0);
    let y = if huge { a } else { below };
    let near = log1p_sum::<F>(y, if huge { -1.0 } else { rest + left + more });
    let outer = if huge { near + std::f64::consts::LN_2 } else { near };
    let z = a * a;
    let small = fma::<F>(a * z, poly::<F, 13>(z, &ASINH), a);
    let value = if a > 0.5 { outer } else { small };
    with_sign(if a < f64::INFINITY { value } else { a }, x)
}

#[inline(always)]
pub fn arccosh<const F: bool>(x: f64) -> f64 {
    let huge = x > 1e9;
    let t = if huge { 1.0 } else { x - 1.0 };
    // log1p(t + sqrt(2 t + t^2)).
    let (square, error) = two_prod::<F>(t, t);
    let (sum, lost) = two_sum(2.0 * t, square);
    let (s, more) = root::<F>(sum, lost + error);
    let (y, rest) = two_sum(s, t);
    let value = log1p_sum::<F>(if huge { x } else { y }, if huge { -1.0 } else { rest + more });
    let value = if huge { value + std::f64::consts::LN_2 } else { value };
    let value = if x == f64::INFINITY { x } else { value };
    if x >= 1.0 { value } else { f64::NAN }
}

#[inline(always)]
pub fn arctanh<const F: bool>(x: f64) -> f64 {
    let a = x.abs();
    // log1p(2 a / (1 - a)) / 2.
    let (below, lost) = two_sum(1.0, -a);
    let inverse = 1.0 / below;
    let y = 2.0 * a * inverse;
    let (product, error) = two_prod::<F>(y, below);
    let rest = ((2.0 * a - product) - error) - y * lost;
    let value = 0.5 * log1p_sum::<F>(y, rest * inverse);
    let value = if a < 1e-8 { a } else { value };
    let value = if a == 1.0 { f64::INFINITY } else { value };
    with_sign(if a <= 1.0 { value } else { f64::NAN }, x)
}
