//! Comparisons and tests.

use super::{bin, row, un};
use crate::ops::ScalarOp;

/// The rows.
pub const ROWS: &[ScalarOp] = &[
    row!(
        "equal",
        2,
        [
            bin!(Bool -> Bool, |a: bool, b: bool| a == b),
            bin!(Int64 -> Bool, |a: i64, b: i64| a == b),
            bin!(Float32 -> Bool, |a: f32, b: f32| a == b),
            bin!(Float64 -> Bool, |a: f64, b: f64| a == b),
        ],
        commutative = true
    ),
    row!(
        "not_equal",
        2,
        [
            bin!(Bool -> Bool, |a: bool, b: bool| a != b),
            bin!(Int64 -> Bool, |a: i64, b: i64| a != b),
            bin!(Float32 -> Bool, |a: f32, b: f32| a != b),
            bin!(Float64 -> Bool, |a: f64, b: f64| a != b),
        ],
        commutative = true
    ),
    row!(
        "less",
        2,
        [
            bin!(Bool -> Bool, |a: bool, b: bool| !a & b),
            bin!(Int64 -> Bool, |a: i64, b: i64| a < b),
            bin!(Float32 -> Bool, |a: f32, b: f32| a < b),
            bin!(Float64 -> Bool, |a: f64, b: f64| a < b),
        ]
    ),
    row!(
        "less_equal",
        2,
        [
            bin!(Bool -> Bool, |a: bool, b: bool| !a | b),
            bin!(Int64 -> Bool, |a: i64, b: i64| a <= b),
            bin!(Float32 -> Bool, |a: f32, b: f32| a <= b),
            bin!(Float64 -> Bool, |a: f64, b: f64| a <= b),
        ]
    ),
    row!(
        "greater",
        2,
        [
            bin!(Bool -> Bool, |a: bool, b: bool| a & !b),
            bin!(Int64 -> Bool, |a: i64, b: i64| a > b),
            bin!(Float32 -> Bool, |a: f32, b: f32| a > b),
            bin!(Float64 -> Bool, |a: f64, b: f64| a > b),
        ]
    ),
    row!(
        "greater_equal",
        2,
        [
            bin!(Bool -> Bool, |a: bool, b: bool| a | !b),
            bin!(Int64 -> Bool, |a: i64, b: i64| a >= b),
            bin!(Float32 -> Bool, |a: f32, b: f32| a >= b),
            bin!(Float64 -> Bool, |a: f64, b: f64| a >= b),
        ]
    ),
    row!(
        "isnan",
        1,
        [
            un!(Bool -> Bool, |_: bool| false),
            un!(Int64 -> Bool, |_: i64| false),
            un!(Float32 -> Bool, |a: f32| a.is_nan()),
            un!(Float64 -> Bool, |a: f64| a.is_nan()),
        ]
    ),
    row!(
        "isinf",
        1,
        [
            un!(Bool -> Bool, |_: bool| false),
            un!(Int64 -> Bool, |_: i64| false),
            un!(Float32 -> Bool, |a: f32| a.is_infinite()),
            un!(Float64 -> Bool, |a: f64| a.is_infinite()),
        ]
    ),
    row!(
        "isfinite",
        1,
        [
            un!(Bool -> Bool, |_: bool| true),
            un!(Int64 -> Bool, |_: i64| true),
            un!(Float32 -> Bool, |a: f32| a.is_finite()),
            un!(Float64 -> Bool, |a: f64| a.is_finite()),
        ]
    ),
    row!(
        "signbit",
        1,
        [un!(Float32 -> Bool, |a: f32| a.is_sign_negative()), un!(Float64 -> Bool, |a: f64| a.is_sign_negative()),]
    ),
];
