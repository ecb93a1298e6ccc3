//! Functions of floats: roots, exponentials, logarithms, trigonometry.

use super::{bin, row, un};
use crate::ops::ScalarOp;
use crate::ops::scalar::OfBool;

const FLOAT16: Option<OfBool> = Some(OfBool::Gives("float16"));

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
        [un!(Float32 -> Float32, |a: f32| a.sqrt()), un!(Float64 -> Float64, |a: f64| a.sqrt()),],
        of_bool = FLOAT16,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "cbrt",
        1,
        [un!(Float32 -> Float32, |a: f32| a.cbrt()), un!(Float64 -> Float64, |a: f64| a.cbrt()),],
        of_bool = FLOAT16,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "exp",
        1,
        [un!(Float32 -> Float32, |a: f32| a.exp()), un!(Float64 -> Float64, |a: f64| a.exp()),],
        of_bool = FLOAT16,
        monotone = true
    ),
    row!(
        "exp2",
        1,
        [un!(Float32 -> Float32, |a: f32| a.exp2()), un!(Float64 -> Float64, |a: f64| a.exp2()),],
        of_bool = FLOAT16,
        monotone = true
    ),
    row!(
        "expm1",
        1,
        [un!(Float32 -> Float32, |a: f32| a.exp_m1()), un!(Float64 -> Float64, |a: f64| a.exp_m1()),],
        of_bool = FLOAT16,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "log",
        1,
        [un!(Float32 -> Float32, |a: f32| a.ln()), un!(Float64 -> Float64, |a: f64| a.ln()),],
        of_bool = FLOAT16,
        monotone = true
    ),
    row!(
        "log2",
        1,
        [un!(Float32 -> Float32, |a: f32| a.log2()), un!(Float64 -> Float64, |a: f64| a.log2()),],
        of_bool = FLOAT16,
        monotone = true
    ),
    row!(
        "log10",
        1,
        [un!(Float32 -> Float32, |a: f32| a.log10()), un!(Float64 -> Float64, |a: f64| a.log10()),],
        of_bool = FLOAT16,
        monotone = true
    ),
    row!(
        "log1p",
        1,
        [un!(Float32 -> Float32, |a: f32| a.ln_1p()), un!(Float64 -> Float64, |a: f64| a.ln_1p()),],
        of_bool = FLOAT16,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "sin",
        1,
        [un!(Float32 -> Float32, |a: f32| a.sin()), un!(Float64 -> Float64, |a: f64| a.sin()),],
        of_bool = FLOAT16,
        keeps_zero = true
    ),
    row!(
        "cos",
        1,
        [un!(Float32 -> Float32, |a: f32| a.cos()), un!(Float64 -> Float64, |a: f64| a.cos()),],
        of_bool = FLOAT16
    ),
    row!(
        "tan",
        1,
        [un!(Float32 -> Float32, |a: f32| a.tan()), un!(Float64 -> Float64, |a: f64| a.tan()),],
        of_bool = FLOAT16,
        keeps_zero = true
    ),
    row!(
        "arcsin",
        1,
        [un!(Float32 -> Float32, |a: f32| a.asin()), un!(Float64 -> Float64, |a: f64| a.asin()),],
        of_bool = FLOAT16,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "arccos",
        1,
        [un!(Float32 -> Float32, |a: f32| a.acos()), un!(Float64 -> Float64, |a: f64| a.acos()),],
        of_bool = FLOAT16
    ),
    row!(
        "arctan",
        1,
        [un!(Float32 -> Float32, |a: f32| a.atan()), un!(Float64 -> Float64, |a: f64| a.atan()),],
        of_bool = FLOAT16,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "sinh",
        1,
        [un!(Float32 -> Float32, |a: f32| a.sinh()), un!(Float64 -> Float64, |a: f64| a.sinh()),],
        of_bool = FLOAT16,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "cosh",
        1,
        [un!(Float32 -> Float32, |a: f32| a.cosh()), un!(Float64 -> Float64, |a: f64| a.cosh()),],
        of_bool = FLOAT16
    ),
    row!(
        "tanh",
        1,
        [un!(Float32 -> Float32, |a: f32| a.tanh()), un!(Float64 -> Float64, |a: f64| a.tanh()),],
        of_bool = FLOAT16,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "arcsinh",
        1,
        [un!(Float32 -> Float32, |a: f32| asinh_f32(a)), un!(Float64 -> Float64, |a: f64| asinh_f64(a)),],
        of_bool = FLOAT16,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "arccosh",
        1,
        [un!(Float32 -> Float32, |a: f32| acosh_f32(a)), un!(Float64 -> Float64, |a: f64| acosh_f64(a)),],
        of_bool = FLOAT16,
        monotone = true
    ),
    row!(
        "arctanh",
        1,
        [un!(Float32 -> Float32, |a: f32| atanh_f32(a)), un!(Float64 -> Float64, |a: f64| atanh_f64(a)),],
        of_bool = FLOAT16,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "deg2rad",
        1,
        [
            un!(Float32 -> Float32, |a: f32| a * (std::f32::consts::PI / 180.0)),
            un!(Float64 -> Float64, |a: f64| a * (std::f64::consts::PI / 180.0)),
        ],
        of_bool = FLOAT16,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "rad2deg",
        1,
        [
            un!(Float32 -> Float32, |a: f32| a * (180.0 / std::f32::consts::PI)),
            un!(Float64 -> Float64, |a: f64| a * (180.0 / std::f64::consts::PI)),
        ],
        of_bool = FLOAT16,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "arctan2",
        2,
        [bin!(Float32 -> Float32, |a: f32, b: f32| a.atan2(b)), bin!(Float64 -> Float64, |a: f64, b: f64| a.atan2(b)),],
        of_bool = FLOAT16
    ),
    row!(
        "hypot",
        2,
        [bin!(Float32 -> Float32, |a: f32, b: f32| a.hypot(b)), bin!(Float64 -> Float64, |a: f64, b: f64| a.hypot(b)),],
        of_bool = FLOAT16,
        commutative = true
    ),
    row!(
        "logaddexp",
        2,
        [
            bin!(Float32 -> Float32, |a: f32, b: f32| logaddexp_f32(a, b)),
            bin!(Float64 -> Float64, |a: f64, b: f64| logaddexp_f64(a, b)),
        ],
        of_bool = FLOAT16,
        commutative = true
    ),
];
