//! power, cbrt, hypot. The logarithm of power is a sum of two floats, good to 2^-64 (the method of Muller, Elementary
//! Functions, and of SLEEF: Shibata and Petrogalli, IEEE TPDS 2020); polynomials from `tests/accuracy/coefficients.py`.

use super::exact::{fast_two_sum, fma, nearest, poly, power_of_two, scale, two_prod, two_sum, with_sign};
use super::exp::{clamp, parts};
use super::log::decompose;

/// Of `log((1 + s) / (1 - s)) = s (2 + z (2/3 + z P(z)))`, with `z = s^2`: error 2^-62.7.
const LOG: [f64; 7] = [
    0.40000000000000024,
    0.28571428571338325,
    0.22222222271185313,
    0.18181808234003144,
    0.15385575782820043,
    0.13285924657242199,
    0.1291402271694836,
];

/// `m^(-1/3)` from 1 to 2: error 2^-14.6.
const ROOT: [f64; 5] =
    [1.6662787377309156, -1.1623973573078166, 0.6846527077322325, -0.21636185469244387, 0.02778280101858424];

/// The logarithm of a positive finite number as a sum.
#[inline(always)]
fn log_sum<const F: bool>(x: f64) -> (f64, f64) {
    let (k, m) = decompose(x);
    let f = m - 1.0;
    let (below, lost) = two_sum(m, 1.0);
    let inverse = 1.0 / below;
    let s = f * inverse;
    let (product, error) = two_prod::<F>(s, below);
    let more = (((f - product) - error) - s * lost) * inverse;
    let (z, zl) = two_prod::<F>(s, s);
    let zl = zl + 2.0 * s * more;
    let (c, cl) = fast_two_sum(0.6666666666666666, z * poly::<F, 7>(z, &LOG));
    let cl = cl + 3.700743415417188e-17;
    let (w, wl) = two_prod::<F>(s, z);
    let wl = wl + (s * zl + more * z);
    let (v, vl) = two_prod::<F>(w, c);
    let vl = vl + (w * cl + wl * c);
    let (base, basel) = fast_two_sum(k * 0.6931471805598903, k * 5.49792301870721e-14);
    let basel = basel + k * 1.1612227229362532e-26;
    let (sum, first) = fast_two_sum(base, 2.0 * s);
    let (sum, second) = fast_two_sum(sum, v);
    fast_two_sum(sum, first + (second + (basel + (2.0 * more + vl))))
}

/// Whether a float is whole.
#[inline(always)]
fn whole(x: f64) -> bool {
    const ALL: f64 = 4_503_599_627_370_496.0;
    let a = x.abs();
    (a >= ALL) | ((a + ALL) - ALL == a)
}

#[inline(always)]
pub fn power<const F: bool>(x: f64, y: f64) -> f64 {
    let a = x.abs();
    let (log, rest) = log_sum::<F>(a);
    // Larger exponents than this do as it does; the error of their product would overflow.
    let most = clamp(y, -1e290, 1e290);
    let (product, error) = two_prod::<F>(most, log);
    let inside = product.abs() < 750.0;
    let (high, low, k) =
        parts::<F>(if inside { product } else { 0.0 }, if inside { fma::<F>(most, rest, error) } else { 0.0 });
    let value = scale(high + low, k);
    let value = if product >= 750.0 { f64::INFINITY } else { value };
    let value = if product <= -750.0 { 0.0 } else { value };
    // What has no logarithm.
    let up = y > 0.0;
    let value = if a == 0.0 { if up { 0.0 } else { f64::INFINITY } } else { value };
    let value = if a == f64::INFINITY { if up { f64::INFINITY } else { 0.0 } } else { value };
    let grows = (a > 1.0) == up;
    let value = if y.abs() == f64::INFINITY { if grows { f64::INFINITY } else { 0.0 } } else { value };
    let value = if (y.abs() == f64::INFINITY) & (a == 1.0) { 1.0 } else { value };
    let negative = (x.to_bits() >> 63) != 0;
    let odd = whole(y) & !whole(0.5 * y);
    let value = if negative & odd { -value } else { value };
    let value = if (x < 0.0) & (x > f64::NEG_INFINITY) & !whole(y) { f64::NAN } else { value };
    let value = if x.is_nan() | y.is_nan() { f64::NAN } else { value };
    if (y == 0.0) | (x == 1.0) { 1.0 } else { value }
}

#[inline(always)]
pub fn cbrt<const F: bool>(x: f64) -> f64 {
    let a = x.abs();
    let tiny = a < f64::MIN_POSITIVE;
    let bits = (if tiny { a * 18_014_398_509_481_984.0 } else { a }).to_bits();
    let m = f64::from_bits((bits & 0x000f_ffff_ffff_ffff) | 0x3ff0_0000_0000_0000);
    let exponent = f64::from_bits(0x4330_0000_0000_0000 | (bits >> 52)) - 4_503_599_627_371_519.0;
    let q = nearest(exponent * (1.0 / 3.0));
    let r = exponent - 3.0 * q;
    let t = m * power_of_two(r);
    let turned = if r > 0.5 { 0.7937005259840998 } else { 1.0 };
    let turned = if r < -0.5 { 1.2599210498948732 } else { turned };
    // One step of Halley's method to t^(-1/3), one of Newton's with an exact cube to t^(1/3).
    let w = poly::<F, 5>(m, &ROOT) * turned;
    let h = fma::<F>(-(t * w), w * w, 1.0);
    let w = fma::<F>(w * h, fma::<F>(h, 2.0 / 9.0, 1.0 / 3.0), w);
    let y = t * (w * w);
    let (square, error) = two_prod::<F>(y, y);
    let (cube, rest) = two_prod::<F>(square, y);
    let missing = (t - cube) - fma::<F>(error, y, rest);
    let value = scale(fma::<F>(missing * (1.0 / 3.0), w * w, y), if tiny { q - 18.0 } else { q });
    if (a > 0.0) & (a < f64::INFINITY) { with_sign(value, x) } else { x }
}

#[inline(always)]
pub fn hypot<const F: bool>(x: f64, y: f64) -> f64 {
    let (x, y) = (x.abs(), y.abs());
    let (large, small) = if x > y { (x, y) } else { (y, x) };
    // Squares that neither overflow nor lose digits: scaled by 2^700.
    let unit = 5.260135901548374e210;
    let (up, down) = if large > 1e150 { (1.0 / unit, unit) } else { (1.0, 1.0) };
    let (up, down) = if large < 1e-130 { (unit, 1.0 / unit) } else { (up, down) };
    let (a, b) = (large * up, small * up);
    let ((aa, al), (bb, bl)) = (two_prod::<F>(a, a), two_prod::<F>(b, b));
    let (sum, lost) = fast_two_sum(aa, bb);
    let root = sum.sqrt();
    let (square, error) = two_prod::<F>(root, root);
    let rest = ((sum - square) - error) + (lost + (al + bl));
    let value = if root > 0.0 { root + rest / (2.0 * root) } else { root };
    let value = value * down;
    let value = if x.is_nan() | y.is_nan() { f64::NAN } else { value };
    if (x == f64::INFINITY) | (y == f64::INFINITY) { f64::INFINITY } else { value }
}
