//! Bits and truth.

use super::{bin, row, un};
use crate::data::arith::{shl_i64, shr_i64};
use crate::ops::ScalarOp;
use crate::ops::scalar::OfBool;

/// The rows.
pub const ROWS: &[ScalarOp] = &[
    row!(
        "bitwise_and",
        2,
        [bin!(Bool -> Bool, |a: bool, b: bool| a & b), bin!(Int64 -> Int64, |a: i64, b: i64| a & b),],
        commutative = true
    ),
    row!(
        "bitwise_or",
        2,
        [bin!(Bool -> Bool, |a: bool, b: bool| a | b), bin!(Int64 -> Int64, |a: i64, b: i64| a | b),],
        commutative = true
    ),
    row!(
        "bitwise_xor",
        2,
        [bin!(Bool -> Bool, |a: bool, b: bool| a ^ b), bin!(Int64 -> Int64, |a: i64, b: i64| a ^ b),],
        commutative = true
    ),
    row!("invert", 1, [un!(Bool -> Bool, |a: bool| !a), un!(Int64 -> Int64, |a: i64| !a)]),
    row!("left_shift", 2, [bin!(Int64 -> Int64, shl_i64)], of_bool = Some(OfBool::Gives("int8"))),
    row!("right_shift", 2, [bin!(Int64 -> Int64, shr_i64)], of_bool = Some(OfBool::Gives("int8"))),
    row!(
        "logical_and",
        2,
        [
            bin!(Bool -> Bool, |a: bool, b: bool| a & b),
            bin!(Int64 -> Bool, |a: i64, b: i64| (a != 0) & (b != 0)),
            bin!(Float32 -> Bool, |a: f32, b: f32| (a != 0.0) & (b != 0.0)),
            bin!(Float64 -> Bool, |a: f64, b: f64| (a != 0.0) & (b != 0.0)),
        ],
        commutative = true
    ),
    row!(
        "logical_or",
        2,
        [
            bin!(Bool -> Bool, |a: bool, b: bool| a | b),
            bin!(Int64 -> Bool, |a: i64, b: i64| (a != 0) | (b != 0)),
            bin!(Float32 -> Bool, |a: f32, b: f32| (a != 0.0) | (b != 0.0)),
            bin!(Float64 -> Bool, |a: f64, b: f64| (a != 0.0) | (b != 0.0)),
        ],
        commutative = true
    ),
    row!(
        "logical_xor",
        2,
        [
            bin!(Bool -> Bool, |a: bool, b: bool| a ^ b),
            bin!(Int64 -> Bool, |a: i64, b: i64| (a != 0) ^ (b != 0)),
            bin!(Float32 -> Bool, |a: f32, b: f32| (a != 0.0) ^ (b != 0.0)),
            bin!(Float64 -> Bool, |a: f64, b: f64| (a != 0.0) ^ (b != 0.0)),
        ],
        commutative = true
    ),
    row!(
        "logical_not",
        1,
        [
            un!(Bool -> Bool, |a: bool| !a),
            un!(Int64 -> Bool, |a: i64| a == 0),
            un!(Float32 -> Bool, |a: f32| a == 0.0),
            un!(Float64 -> Bool, |a: f64| a == 0.0),
        ]
    ),
];
