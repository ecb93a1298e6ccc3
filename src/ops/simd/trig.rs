//! sin, cos, tan: reduction by multiples of pi/2 in four parts (Cody and Waite; Muller, Elementary Functions, chapter 11)
//! to a sum of two floats, then the polynomials of fdlibm's `k_sin.c` and `k_cos.c`.

use super::exact::{MAGIC, fast_two_sum, fma, poly, two_prod, two_sum};

/// Larger arguments have multiples of pi/2 that are not exact here.
pub const LARGEST: f64 = 1_000_000.0;

/// pi/2: three parts of 33 bits, whose products with whole numbers below 2^20 are exact, and the rest.
const PARTS: [f64; 4] = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21, 8.4784276603689e-32];

const SIN: [f64; 5] = [
    8.33333333332248946124e-03,
    -1.98412698298579493134e-04,
    2.75573137070700676789e-06,
    -2.50507602534068634195e-08,
    1.58969099521155010221e-10,
];
const COS: [f64; 6] = [
    4.16666666666666019037e-02,
    -1.38888888888741095749e-03,
    2.48015872894767294178e-05,
    -2.75573143513906633035e-07,
    2.08757232129817482790e-09,
    -1.13596475577881948265e-11,
];

/// The quadrant (in the two lowest bits), and the rest as a sum.
#[inline(always)]
fn reduce<const F: bool>(x: f64) -> (u64, f64, f64) {
    let shifted = fma::<F>(x, std::f64::consts::FRAC_2_PI, MAGIC);
    let k = shifted - MAGIC;
    let first = fma::<F>(-k, PARTS[0], x);
    let (second, low) = two_sum(first, -(k * PARTS[1]));
    let (third, lower) = two_sum(second, -(k * PARTS[2]));
    let (r, c) = fast_two_sum(third, fma::<F>(-k, PARTS[3], low + lower));
    (shifted.to_bits(), r, c)
}

/// The sine of `r + c` as a sum, for `r` up to pi/4.
#[inline(always)]
fn sine<const F: bool>(r: f64, c: f64) -> (f64, f64) {
    let z = r * r;
    let v = z * r;
    let rest = poly::<F, 5>(z, &SIN);
    let tail = fma::<F>(v, -1.66666666666666324348e-01, c - z * fma::<F>(-v, rest, 0.5 * c));
    (r, tail)
}

/// The cosine of `r + c` as a sum, for `r` up to pi/4.
#[inline(always)]
fn cosine<const F: bool>(r: f64, c: f64) -> (f64, f64) {
    let z = r * r;
    let half = 0.5 * z;
    let high = 1.0 - half;
    (high, ((1.0 - high) - half) + fma::<F>(z * z, poly::<F, 6>(z, &COS), -(r * c)))
}

/// Sine or cosine by the quadrant.
#[inline(always)]
fn by_quadrant<const F: bool>(quadrant: u64, r: f64, c: f64) -> f64 {
    let (s, st) = sine::<F>(r, c);
    let (d, dt) = cosine::<F>(r, c);
    let value = if quadrant & 1 != 0 { d + dt } else { s + st };
    f64::from_bits(value.to_bits() ^ ((quadrant & 2) << 62))
}

#[inline(always)]
pub fn sin<const F: bool>(x: f64) -> f64 {
    let (quadrant, r, c) = reduce::<F>(x);
    let value = by_quadrant::<F>(quadrant, r, c);
    if x == 0.0 { x } else { value }
}

#[inline(always)]
pub fn cos<const F: bool>(x: f64) -> f64 {
    let (quadrant, r, c) = reduce::<F>(x);
    by_quadrant::<F>(quadrant.wrapping_add(1), r, c)
}

#[inline(always)]
pub fn tan<const F: bool>(x: f64) -> f64 {
    let (quadrant, r, c) = reduce::<F>(x);
    let (s, d) = (sine::<F>(r, c), cosine::<F>(r, c));
    let (s, d) = (fast_two_sum(s.0, s.1), fast_two_sum(d.0, d.1));
    let odd = quadrant & 1 != 0;
    let (above, below) = if odd { ((-d.0, -d.1), s) } else { (s, d) };
    let inverse = 1.0 / below.0;
    let value = above.0 * inverse;
    let (product, error) = two_prod::<F>(value, below.0);
    let rest = (((above.0 - product) - error) + above.1) - value * below.1;
    let value = fma::<F>(rest, inverse, value);
    if x.abs() < 1e-150 { x } else { value }
}

/// Sine and cosine of an angle from -pi/4 to pi/4, to an ulp or so, the same at every level.
#[inline(always)]
pub fn of_eighth(r: f64) -> (f64, f64) {
    let z = r * r;
    let sine = r + z * r * (z * poly::<false, 5>(z, &SIN) - 1.66666666666666324348e-01);
    let half = 0.5 * z;
    let cosine = 1.0 - (half - z * z * poly::<false, 6>(z, &COS));
    (sine, cosine)
}
