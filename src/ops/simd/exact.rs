//! Building blocks of formulas: sums and products with their rounding errors (Dekker 1971; Knuth, The Art of Computer
//! Programming 2, 4.2.2), polynomials, rounding and scaling without branches.

/// Added and taken away again, rounds to a whole number (of magnitude below 2^51).
pub const MAGIC: f64 = 6_755_399_441_055_744.0;

/// `a * b + c`: fused, or rounded twice.
#[inline(always)]
pub fn fma<const F: bool>(a: f64, b: f64, c: f64) -> f64 {
    if F { a.mul_add(b, c) } else { a * b + c }
}

/// A sum and its error, for `|a| >= |b|`, or `a` zero.
#[inline(always)]
pub fn fast_two_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    (sum, (a - sum) + b)
}

/// A sum and its error.
#[inline(always)]
pub fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let part = sum - a;
    (sum, (a - (sum - part)) + (b - part))
}

/// A number as a sum of two with half the digits each.
#[inline(always)]
fn halves(a: f64) -> (f64, f64) {
    let big = a * 134_217_729.0;
    let high = big - (big - a);
    (high, a - high)
}

/// A product and its error; without fused multiply-add, for magnitudes below 2^996.
#[inline(always)]
pub fn two_prod<const F: bool>(a: f64, b: f64) -> (f64, f64) {
    let product = a * b;
    if F {
        return (product, a.mul_add(b, -product));
    }
    let ((ah, al), (bh, bl)) = (halves(a), halves(b));
    (product, ((ah * bh - product) + ah * bl + al * bh) + al * bl)
}

/// The polynomial with these coefficients, lowest power first.
#[inline(always)]
pub fn poly<const F: bool, const N: usize>(x: f64, coefficients: &[f64; N]) -> f64 {
    let mut sum = 0.0;
    let mut at = N;
    while at > 0 {
        at -= 1;
        sum = if at + 1 == N { coefficients[at] } else { fma::<F>(sum, x, coefficients[at]) };
    }
    sum
}

/// The nearest whole number, ties to even, for magnitudes below 2^51.
#[inline(always)]
pub fn nearest(x: f64) -> f64 {
    (x + MAGIC) - MAGIC
}

/// 2 to a whole power from -1022 to 1023.
#[inline(always)]
pub fn power_of_two(k: f64) -> f64 {
    f64::from_bits((k + (MAGIC + 1023.0)).to_bits() << 52)
}

/// `x` times 2 to the `k`, for `k` from -2044 to 2046, rounded once.
#[inline(always)]
pub fn scale(x: f64, k: f64) -> f64 {
    let half = nearest(k * 0.5);
    x * power_of_two(half) * power_of_two(k - half)
}

/// The magnitude of `x` with the sign of `y`.
#[inline(always)]
pub fn with_sign(x: f64, y: f64) -> f64 {
    const SIGN: u64 = 1 << 63;
    f64::from_bits((x.to_bits() & !SIGN) | (y.to_bits() & SIGN))
}
