//! Functions of floats: roots, exponentials, logarithms, trigonometry. Most are `ops::simd`'s.

use super::row;
use crate::ops::ScalarOp;

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
        { simd cbrt; },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "exp",
        1,
        { simd exp; },
        halves = true,
        monotone = true
    ),
    row!(
        "exp2",
        1,
        { simd exp2; },
        halves = true,
        monotone = true
    ),
    row!(
        "expm1",
        1,
        { simd expm1; },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "log",
        1,
        { simd log; },
        halves = true,
        monotone = true
    ),
    row!(
        "log2",
        1,
        { simd log2; },
        halves = true,
        monotone = true
    ),
    row!(
        "log10",
        1,
        { simd log10; },
        halves = true,
        monotone = true
    ),
    row!(
        "log1p",
        1,
        { simd log1p; },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "sin",
        1,
        { simd sin; },
        halves = true,
        keeps_zero = true
    ),
    row!(
        "cos",
        1,
        { simd cos; },
        halves = true
    ),
    row!(
        "tan",
        1,
        { simd tan; },
        halves = true,
        keeps_zero = true
    ),
    row!(
        "arcsin",
        1,
        { simd arcsin; },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "arccos",
        1,
        { simd arccos; },
        halves = true
    ),
    row!(
        "arctan",
        1,
        { simd arctan; },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "sinh",
        1,
        { simd sinh; },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "cosh",
        1,
        { simd cosh; },
        halves = true
    ),
    row!(
        "tanh",
        1,
        { simd tanh; },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!("arcsinh", 1, { simd arcsinh; }, halves = true, monotone = true, keeps_zero = true),
    row!("arccosh", 1, { simd arccosh; }, halves = true, monotone = true),
    row!("arctanh", 1, { simd arctanh; }, halves = true, monotone = true, keeps_zero = true),
    row!("deg2rad", 1, { only Float32 f32 |a| a * (std::f32::consts::PI / 180.0); only Float64 f64 |a| a * (std::f64::consts::PI / 180.0); }, halves = true, monotone = true, keeps_zero = true),
    row!("rad2deg", 1, { only Float32 f32 |a| a * (180.0 / std::f32::consts::PI); only Float64 f64 |a| a * (180.0 / std::f64::consts::PI); }, halves = true, monotone = true, keeps_zero = true),
    row!("arctan2", 2, { simd2 arctan2; }, halves = true),
    row!("hypot", 2, { simd2 hypot; }, halves = true, commutative = true),
    row!("logaddexp", 2, { simd2 logaddexp; }, halves = true, commutative = true),
];
