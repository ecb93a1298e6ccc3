//! Functions of floats: roots, exponentials, logarithms, trigonometry.

use super::row;
use crate::ops::ScalarOp;

macro_rules! precise {
    ($type:ty, $asinh:ident, $acosh:ident, $atanh:ident, $logaddexp:ident) => {
        fn $asinh(a: $type) -> $type {
            // Through log1p, so that small arguments keep their digits.
            let x = a.abs();
            if x > 1e8 {
                return (x.ln() + (2.0 as $type).ln()).copysign(a);
            }
            let square = x * x;
            (x + square / (1.0 + (square + 1.0).sqrt())).ln_1p().copysign(a)
        }

        fn $acosh(a: $type) -> $type {
            if a > 1e8 {
                return a.ln() + (2.0 as $type).ln();
            }
            let t = a - 1.0;
            (t + (2.0 * t + t * t).sqrt()).ln_1p()
        }

        fn $atanh(a: $type) -> $type {
            let x = a.abs();
            (0.5 * (2.0 * x / (1.0 - x)).ln_1p()).copysign(a)
        }

        fn $logaddexp(a: $type, b: $type) -> $type {
            if a == b {
                return a + (2.0 as $type).ln();
            }
            let (high, low) = if a > b { (a, b) } else { (b, a) };
            if high.is_nan() || low.is_nan() { a + b } else { high + (low - high).exp().ln_1p() }
        }
    };
}

precise!(f64, asinh_f64, acosh_f64, atanh_f64, logaddexp_f64);
precise!(f32, asinh_f32, acosh_f32, atanh_f32, logaddexp_f32);

/// The rows.
pub const ROWS: &[ScalarOp] = &[
    row!(
        "sqrt",
        1,
        {
            floats | a | a.sqrt();
        },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "cbrt",
        1,
        {
            floats | a | a.cbrt();
        },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "exp",
        1,
        {
            floats | a | a.exp();
        },
        halves = true,
        monotone = true
    ),
    row!(
        "exp2",
        1,
        {
            floats | a | a.exp2();
        },
        halves = true,
        monotone = true
    ),
    row!(
        "expm1",
        1,
        {
            floats | a | a.exp_m1();
        },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "log",
        1,
        {
            floats | a | a.ln();
        },
        halves = true,
        monotone = true
    ),
    row!(
        "log2",
        1,
        {
            floats | a | a.log2();
        },
        halves = true,
        monotone = true
    ),
    row!(
        "log10",
        1,
        {
            floats | a | a.log10();
        },
        halves = true,
        monotone = true
    ),
    row!(
        "log1p",
        1,
        {
            floats | a | a.ln_1p();
        },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "sin",
        1,
        {
            floats | a | a.sin();
        },
        halves = true,
        keeps_zero = true
    ),
    row!(
        "cos",
        1,
        {
            floats | a | a.cos();
        },
        halves = true
    ),
    row!(
        "tan",
        1,
        {
            floats | a | a.tan();
        },
        halves = true,
        keeps_zero = true
    ),
    row!(
        "arcsin",
        1,
        {
            floats | a | a.asin();
        },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "arccos",
        1,
        {
            floats | a | a.acos();
        },
        halves = true
    ),
    row!(
        "arctan",
        1,
        {
            floats | a | a.atan();
        },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "sinh",
        1,
        {
            floats | a | a.sinh();
        },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "cosh",
        1,
        {
            floats | a | a.cosh();
        },
        halves = true
    ),
    row!(
        "tanh",
        1,
        {
            floats | a | a.tanh();
        },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!("arcsinh", 1, { only Float32 f32 |a| asinh_f32(a); only Float64 f64 |a| asinh_f64(a); }, halves = true, monotone = true, keeps_zero = true),
    row!("arccosh", 1, { only Float32 f32 |a| acosh_f32(a); only Float64 f64 |a| acosh_f64(a); }, halves = true, monotone = true),
    row!("arctanh", 1, { only Float32 f32 |a| atanh_f32(a); only Float64 f64 |a| atanh_f64(a); }, halves = true, monotone = true, keeps_zero = true),
    row!("deg2rad", 1, { only Float32 f32 |a| a * (std::f32::consts::PI / 180.0); only Float64 f64 |a| a * (std::f64::consts::PI / 180.0); }, halves = true, monotone = true, keeps_zero = true),
    row!("rad2deg", 1, { only Float32 f32 |a| a * (180.0 / std::f32::consts::PI); only Float64 f64 |a| a * (180.0 / std::f64::consts::PI); }, halves = true, monotone = true, keeps_zero = true),
    row!("arctan2", 2, { floats |a, b| a.atan2(b); }, halves = true),
    row!("hypot", 2, { floats |a, b| a.hypot(b); }, halves = true, commutative = true),
    row!("logaddexp", 2, { only Float32 f32 |a, b| logaddexp_f32(a, b); only Float64 f64 |a, b| logaddexp_f64(a, b); }, halves = true, commutative = true),
];
