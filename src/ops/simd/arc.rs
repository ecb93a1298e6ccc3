//! arcsin, arccos, arctan, arctan2: fdlibm's reductions (`s_atan.c`, `e_asin.c`, `e_atan2.c`) with selection in place of
//! branches. The polynomial of arctan is fdlibm's, that of arcsin comes from `tests/accuracy/coefficients.py`.

use super::exact::{fma, poly, two_prod, with_sign};

const ATAN: [f64; 11] = [
    3.33333333333329318027e-01,
    -1.99999999998764832476e-01,
    1.42857142725034663711e-01,
    -1.11111104054623557880e-01,
    9.09088713343650656196e-02,
    -7.69187620504482999495e-02,
    6.66107313738753120669e-02,
    -5.83357013379057348645e-02,
    4.97687799461593236017e-02,
    -3.65315727442169155270e-02,
    1.62858201153657823623e-02,
];

/// `(arcsin(s) / s - 1) / s^2` in `s^2`, for `s` up to 1/2: error 2^-57.4.
const ASIN: [f64; 13] = [
    0.16666666666666669,
    0.07499999999998433,
    0.04464285714635543,
    0.030381944138531247,
    0.02237217294214989,
    0.017352392720869973,
    0.013971212973552933,
    0.011479177415184906,
    0.01032281435018578,
    0.005457506718640358,
    0.01740087944269402,
    -0.014851887071247204,
    0.028757851367421566,
];

const PI: f64 = std::f64::consts::PI;
const HALF_PI: f64 = std::f64::consts::FRAC_PI_2;
const QUARTER_PI: f64 = std::f64::consts::FRAC_PI_4;
/// What is missing from pi/2.
const HALF_PI_LOW: f64 = 6.123233995736766e-17;

/// arctan of a number that is not negative.
#[inline(always)]
fn arctan_of<const F: bool>(a: f64) -> f64 {
    let (mut above, mut below, mut high, mut low) = (a, 1.0, 0.0, 0.0);
    let mut when = |more: bool, values: (f64, f64, f64, f64)| {
        above = if more { values.0 } else { above };
        below = if more { values.1 } else { below };
        high = if more { values.2 } else { high };
        low = if more { values.3 } else { low };
    };
    when(a >= 0.4375, (2.0 * a - 1.0, 2.0 + a, 0.4636476090008061, 2.2698777452961687e-17));
    when(a >= 0.6875, (a - 1.0, a + 1.0, QUARTER_PI, 3.061616997868383e-17));
    when(a >= 1.1875, (a - 1.5, fma::<F>(1.5, a, 1.0), 0.982793723247329, 1.3903311031230998e-17));
    when(a >= 2.4375, (-1.0, a, HALF_PI, HALF_PI_LOW));
    let t = above / below;
    let z = t * t;
    high - (fma::<F>(t * z, poly::<F, 11>(z, &ATAN), -low) - t)
}

#[inline(always)]
pub fn arctan<const F: bool>(x: f64) -> f64 {
    with_sign(arctan_of::<F>(x.abs()), x)
}

#[inline(always)]
pub fn arctan2<const F: bool>(y: f64, x: f64) -> f64 {
    let (up, across) = (y.abs(), x.abs());
    let ratio = up / across;
    let ratio = if up == 0.0 && across == 0.0 { 0.0 } else { ratio };
    let ratio = if up == f64::INFINITY && across == f64::INFINITY { 1.0 } else { ratio };
    let angle = arctan_of::<F>(ratio);
    let left = (x.to_bits() >> 63) != 0;
    with_sign(if left { PI - (angle - 1.2246467991473532e-16) } else { angle }, y)
}

/// Where the argument lies near 0: itself and its square. Where it lies near 1: the root of `(1 - a) / 2`, with its
/// error, and `(1 - a) / 2`.
#[inline(always)]
fn near<const F: bool>(a: f64) -> (bool, f64, f64, f64) {
    let outer = a >= 0.5;
    let z = if outer { (1.0 - a) * 0.5 } else { a * a };
    let root = z.sqrt();
    let (square, error) = two_prod::<F>(root, root);
    let lost = ((z - square) - error) / (2.0 * root);
    let lost = if root > 0.0 { lost } else { 0.0 };
    (outer, if outer { root } else { a }, z, if outer { lost } else { 0.0 })
}

#[inline(always)]
pub fn arcsin<const F: bool>(x: f64) -> f64 {
    let (outer, s, z, lost) = near::<F>(x.abs());
    let tail = fma::<F>(s * z, poly::<F, 13>(z, &ASIN), lost);
    // pi/2 - 2 (s + tail), the large parts first.
    let high = HALF_PI - 2.0 * s;
    let low = ((HALF_PI - high) - 2.0 * s) + HALF_PI_LOW;
    let value = if outer { high + (low - 2.0 * tail) } else { s + tail };
    with_sign(value, x)
}

#[inline(always)]
pub fn arccos<const F: bool>(x: f64) -> f64 {
    let (outer, s, z, lost) = near::<F>(x.abs());
    let tail = fma::<F>(s * z, poly::<F, 13>(z, &ASIN), lost);
    let left = x < 0.0;
    let beside = 2.0 * (s + tail);
    // pi - 2 (s + tail), or pi/2 - (s + tail) with the sign of x.
    let (turn, rest, signed, more) = if outer {
        (PI, 2.0 * HALF_PI_LOW, 2.0 * s, 2.0 * tail)
    } else {
        (HALF_PI, HALF_PI_LOW, if left { -s } else { s }, if left { -tail } else { tail })
    };
    let high = turn - signed;
    let value = high + ((((turn - high) - signed) + rest) - more);
    if outer && !left { beside } else { value }
}
