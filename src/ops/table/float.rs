//! Functions of floats: roots, exponentials, logarithms, trigonometry. Most are `ops::simd`'s.

use super::row;
use crate::data::complex::{C32, C64};
use crate::ops::ScalarOp;

/// The rows.
pub const ROWS: &[ScalarOp] = &[
    row!(
        "sqrt",
        1,
        {
            floats | a | a.sqrt();
            complexes | a | a.sqrt();
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
        { simd exp; complexes |a| a.exp(); },
        halves = true,
        monotone = true
    ),
    row!(
        "exp2",
        1,
        { simd exp2; complexes |a| a.exp2(); },
        halves = true,
        monotone = true
    ),
    row!(
        "expm1",
        1,
        { simd expm1; complexes |a| a.expm1(); },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "log",
        1,
        { simd log; complexes |a| a.ln(); },
        halves = true,
        monotone = true
    ),
    row!(
        "log2",
        1,
        { simd log2; complexes |a| a.log2(); },
        halves = true,
        monotone = true
    ),
    row!(
        "log10",
        1,
        { simd log10; complexes |a| a.log10(); },
        halves = true,
        monotone = true
    ),
    row!(
        "log1p",
        1,
        { simd log1p; complexes |a| a.log1p(); },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "sin",
        1,
        { simd sin; complexes |a| a.sin(); },
        halves = true,
        keeps_zero = true
    ),
    row!(
        "cos",
        1,
        { simd cos; complexes |a| a.cos(); },
        halves = true
    ),
    row!(
        "tan",
        1,
        { simd tan; complexes |a| a.tan(); },
        halves = true,
        keeps_zero = true
    ),
    row!(
        "arcsin",
        1,
        { simd arcsin; complexes |a| a.asin(); },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "arccos",
        1,
        { simd arccos; complexes |a| a.acos(); },
        halves = true
    ),
    row!(
        "arctan",
        1,
        { simd arctan; complexes |a| a.atan(); },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "sinh",
        1,
        { simd sinh; complexes |a| a.sinh(); },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "cosh",
        1,
        { simd cosh; complexes |a| a.cosh(); },
        halves = true
    ),
    row!(
        "tanh",
        1,
        { simd tanh; complexes |a| a.tanh(); },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!("arcsinh", 1, { simd arcsinh; complexes |a| a.asinh(); }, halves = true, monotone = true, keeps_zero = true),
    row!("arccosh", 1, { simd arccosh; complexes |a| a.acosh(); }, halves = true, monotone = true),
    row!("arctanh", 1, { simd arctanh; complexes |a| a.atanh(); }, halves = true, monotone = true, keeps_zero = true),
    row!("deg2rad", 1, { only Float32 f32 |a| a * (std::f32::consts::PI / 180.0); only Float64 f64 |a| a * (std::f64::consts::PI / 180.0); }, halves = true, monotone = true, keeps_zero = true),
    row!("rad2deg", 1, { only Float32 f32 |a| a * (180.0 / std::f32::consts::PI); only Float64 f64 |a| a * (180.0 / std::f64::consts::PI); }, halves = true, monotone = true, keeps_zero = true),
    row!("arctan2", 2, { simd2 arctan2; }, halves = true),
    row!("hypot", 2, { simd2 hypot; }, halves = true, commutative = true),
    row!("logaddexp", 2, { simd2 logaddexp; }, halves = true, commutative = true),
];
