//! Special functions as CPython's own `mathmodule.c` computes them: gamma by Lanczos' sum, erf by series and continued fraction.

// Coefficients stand as they were published; the compiler rounds them.
#![allow(clippy::excessive_precision)]

use std::f64::consts::PI;

const NUMERATOR: [f64; 13] = [
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
];
const DENOMINATOR: [f64; 13] = [
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0,
];
const G: f64 = 6.024680040776729583740234375;

fn lanczos(x: f64) -> f64 {
    let (mut top, mut bottom) = (0.0, 0.0);
    if x < 5.0 {
        for (n, d) in NUMERATOR.iter().zip(&DENOMINATOR).rev() {
            top = top * x + n;
            bottom = bottom * x + d;
        }
    } else {
        for (n, d) in NUMERATOR.iter().zip(&DENOMINATOR) {
            top = top / x + n;
            bottom = bottom / x + d;
        }
    }
    top / bottom
}

/// `sin(pi * x)`, exact where it is zero.
fn sin_pi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let made = match (2.0 * y).round() as i64 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    1f64.copysign(x) * made
}

/// The gamma function.
pub fn gamma(x: f64) -> f64 {
    if x.is_nan() || x == f64::INFINITY {
        return x;
    }
    if x == 0.0 {
        return f64::INFINITY.copysign(x);
    }
    if x.fract() == 0.0 && (1.0..=23.0).contains(&x) {
        return (1..x as u64).map(|n| n as f64).product();
    }
    let size = x.abs();
    if size < 1e-20 {
        return 1.0 / x;
    }
    if size > 200.0 {
        return if x < 0.0 { 0.0 / sin_pi(x) } else { f64::INFINITY };
    }
    let y = size + (G - 0.5);
    let z = if size > G - 0.5 { (y - size) - (G - 0.5) } else { (y - (G - 0.5)) - size };
    let z = z * G / y;
    if x < 0.0 {
        let mut made = -PI / sin_pi(size) / size * y.exp() / lanczos(size);
        made -= z * made;
        if size < 140.0 {
            return made / y.powf(size - 0.5);
        }
        let root = y.powf(size / 2.0 - 0.25);
        return made / root / root;
    }
    let mut made = lanczos(size) / y.exp();
    made += z * made;
    if size < 140.0 {
        return made * y.powf(size - 0.5);
    }
    let root = y.powf(size / 2.0 - 0.25);
    made * root * root
}

/// The natural logarithm of the absolute value of gamma.
pub fn ln_gamma(x: f64) -> f64 {
    if !x.is_finite() {
        return x.abs();
    }
    if x == 1.0 || x == 2.0 {
        return 0.0;
    }
    let size = x.abs();
    if size < 1e-20 {
        return -size.ln();
    }
    let mut made = lanczos(size).ln() - G + (size - 0.5) * ((size + G - 0.5).ln() - 1.0);
    if x < 0.0 {
        made = PI.ln() - sin_pi(size).abs().ln() - size.ln() - made;
    }
    made
}

const ROOT_PI: f64 = 1.772453850905516027298167483341145182798;

fn erf_series(x: f64) -> f64 {
    let square = x * x;
    let mut sum = 0.0;
    let mut k = 25.0 + 0.5;
    for _ in 0..25 {
        sum = 2.0 + square * sum / k;
        k -= 1.0;
    }
    sum * x * (-square).exp() / ROOT_PI
}

fn erfc_fraction(x: f64) -> f64 {
    if x >= 30.0 {
        return 0.0;
    }
    let square = x * x;
    let (mut a, mut da) = (0.0, 0.5);
    let (mut p, mut p_last) = (1.0, 0.0);
    let (mut q, mut q_last) = (da + square, 1.0);
    for _ in 0..50 {
        a += da;
        da += 2.0;
        let b = da + square;
        (p, p_last) = (b * p - a * p_last, p);
        (q, q_last) = (b * q - a * q_last, q);
    }
    p / q * x * (-square).exp() / ROOT_PI
}

/// The error function.
pub fn erf(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    let size = x.abs();
    if size < 1.5 {
        return erf_series(x);
    }
    let far = erfc_fraction(size);
    if x > 0.0 { 1.0 - far } else { far - 1.0 }
}

/// One minus the error function.
pub fn erfc(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    let size = x.abs();
    if size < 1.5 {
        return 1.0 - erf_series(x);
    }
    let far = erfc_fraction(size);
    if x > 0.0 { far } else { 2.0 - far }
}
