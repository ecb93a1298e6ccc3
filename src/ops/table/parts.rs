//! Functions of the parts of floats: mantissa and exponent, whole part and fraction, neighbours.

use super::row;
use crate::ops::ScalarOp;

/// The rows.
pub const ROWS: &[ScalarOp] = &[
    row!("nextafter", 2, {
        only Float32 f32 |a, b| next32(a, b);
        only Float64 f64 |a, b| next64(a, b);
    }, halves = true),
    row!("spacing", 1, {
        only Float32 f32 |a| spacing32(a);
        only Float64 f64 |a| spacing64(a);
    }, halves = true),
    row!("logaddexp2", 2, {
        only Float32 f32 |a, b| logaddexp2(f64::from(a), f64::from(b)) as f32;
        only Float64 f64 |a, b| logaddexp2(a, b);
    }, halves = true, commutative = true),
    row!("ldexp", 2, {
        only Float32 f32 |a, b| scaled(f64::from(a), f64::from(b)) as f32;
        only Float64 f64 |a, b| scaled(a, b);
    }, halves = true),
    row!("mantissa", 1, {
        only Float32 f32 |a| split(f64::from(a)).0 as f32;
        only Float64 f64 |a| split(a).0;
    }, halves = true),
    row!("exponent", 1, {
        only Float32 f32 => Int32 |a| split(f64::from(a)).1;
        only Float64 f64 => Int32 |a| split(a).1;
    }, halves = true),
    row!("fraction", 1, {
        only Float32 f32 |a| if a.is_infinite() { 0f32.copysign(a) } else { (a - a.trunc()).copysign(a) };
        only Float64 f64 |a| if a.is_infinite() { 0f64.copysign(a) } else { (a - a.trunc()).copysign(a) };
    }, halves = true),
];

fn next64(a: f64, b: f64) -> f64 {
    if a.is_nan() || b.is_nan() {
        return f64::NAN;
    }
    if a == b {
        return b;
    }
    if b > a { a.next_up() } else { a.next_down() }
}

fn next32(a: f32, b: f32) -> f32 {
    if a.is_nan() || b.is_nan() {
        return f32::NAN;
    }
    if a == b {
        return b;
    }
    if b > a { a.next_up() } else { a.next_down() }
}

/// The distance to the next float away from zero, with the sign of the float.
fn spacing64(a: f64) -> f64 {
    match a {
        a if !a.is_finite() => f64::NAN,
        0.0 => f64::from_bits(1),
        a if a > 0.0 => a.next_up() - a,
        a => a.next_down() - a,
    }
}

fn spacing32(a: f32) -> f32 {
    match a {
        a if !a.is_finite() => f32::NAN,
        0.0 => f32::from_bits(1),
        a if a > 0.0 => a.next_up() - a,
        a => a.next_down() - a,
    }
}

/// `log2(2**a + 2**b)`, without overflow.
fn logaddexp2(a: f64, b: f64) -> f64 {
    if a == b {
        return a + 1.0;
    }
    let apart = a - b;
    let tail = |apart: f64| std::f64::consts::LOG2_E * (-apart.abs()).exp2().ln_1p();
    if apart > 0.0 {
        a + tail(apart)
    } else if apart <= 0.0 {
        b + tail(apart)
    } else {
        apart
    }
}

/// The mantissa, in [0.5, 1), and the exponent; what has none as it is.
fn split(a: f64) -> (f64, i32) {
    if a == 0.0 || !a.is_finite() {
        return (a, 0);
    }
    // A subnormal number is made normal first: 2**54 is exact.
    let (a, before) = if a.is_normal() { (a, 0) } else { (a * 18_014_398_509_481_984.0, -54) };
    let bits = a.to_bits();
    let exponent = ((bits >> 52) & 0x7ff) as i32 - 1022;
    (f64::from_bits(bits & !(0x7ff << 52) | (1022 << 52)), exponent + before)
}

/// `a * 2**b` for a whole `b`, rounded once.
fn scaled(a: f64, b: f64) -> f64 {
    let (mantissa, exponent) = split(a);
    if a == 0.0 || !a.is_finite() {
        return a;
    }
    let exponent = (f64::from(exponent) + b.clamp(-5000.0, 5000.0)) as i32;
    // The first factor is exact, the second rounds.
    let half = exponent.clamp(-1000, 1000);
    let power = |n: i32| f64::from_bits(((n + 1023).clamp(1, 2046) as u64) << 52);
    let rest = exponent - half;
    mantissa * power(half) * power(rest.clamp(-1022, 1023)) * if rest < -1022 { 0.0 } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_make_the_whole() {
        for a in [1.0, -3.5, 1e300, 5e-324, 2.5e-310, f64::MAX, f64::MIN_POSITIVE] {
            let (mantissa, exponent) = split(a);
            assert!((0.5..1.0).contains(&mantissa.abs()), "{a}");
            assert_eq!(scaled(mantissa, f64::from(exponent)), a);
        }
        assert_eq!(scaled(1.5, -1074.0), 1e-323);
        assert_eq!(scaled(1.0, 2000.0), f64::INFINITY);
        assert_eq!(scaled(1.0, -1080.0), 0.0);
    }

    #[test]
    fn neighbours() {
        assert_eq!(spacing64(1.0), f64::EPSILON);
        assert_eq!(spacing64(-3.5), -2.0 * f64::EPSILON);
        assert!(spacing64(f64::INFINITY).is_nan());
        assert_eq!(next64(0.0, -1.0), -5e-324);
        assert_eq!(logaddexp2(f64::NEG_INFINITY, f64::NEG_INFINITY), f64::NEG_INFINITY);
    }
}
