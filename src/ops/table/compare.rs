//! Comparisons and tests.

use std::cmp::Ordering;

use super::row;
use crate::data::complex::{C32, C64};
use crate::ops::ScalarOp;

/// Integers of unlike signs, compared by their values.
fn order(a: i64, b: u64) -> Ordering {
    i128::from(a).cmp(&i128::from(b))
}

/// The rows.
pub const ROWS: &[ScalarOp] = &[
    row!("equal", 2, {
        bools => Bool |a, b| a == b;
        ints => Bool |a, b| a == b;
        mixed Int64 i64, UInt64 u64 => Bool |a, b| order(a, b).is_eq();
        mixed UInt64 u64, Int64 i64 => Bool |a, b| order(b, a).is_eq();
        floats => Bool |a, b| a == b; complexes => Bool |a, b| a == b; }, commutative = true, compares = Some(Ordering::is_eq)),
    row!("not_equal", 2, {
        bools => Bool |a, b| a != b;
        ints => Bool |a, b| a != b;
        mixed Int64 i64, UInt64 u64 => Bool |a, b| order(a, b).is_ne();
        mixed UInt64 u64, Int64 i64 => Bool |a, b| order(b, a).is_ne();
        floats => Bool |a, b| a != b; complexes => Bool |a, b| a != b; }, commutative = true, compares = Some(Ordering::is_ne)),
    row!("less", 2, {
        bools => Bool |a, b| !a & b;
        ints => Bool |a, b| a < b;
        mixed Int64 i64, UInt64 u64 => Bool |a, b| order(a, b).is_lt();
        mixed UInt64 u64, Int64 i64 => Bool |a, b| order(b, a).is_gt();
        floats => Bool |a, b| a < b; complexes => Bool |a, b| a < b; }, compares = Some(Ordering::is_lt)),
    row!("less_equal", 2, {
        bools => Bool |a, b| !a | b;
        ints => Bool |a, b| a <= b;
        mixed Int64 i64, UInt64 u64 => Bool |a, b| order(a, b).is_le();
        mixed UInt64 u64, Int64 i64 => Bool |a, b| order(b, a).is_ge();
        floats => Bool |a, b| a <= b; complexes => Bool |a, b| a <= b; }, compares = Some(Ordering::is_le)),
    row!("greater", 2, {
        bools => Bool |a, b| a & !b;
        ints => Bool |a, b| a > b;
        mixed Int64 i64, UInt64 u64 => Bool |a, b| order(a, b).is_gt();
        mixed UInt64 u64, Int64 i64 => Bool |a, b| order(b, a).is_lt();
        floats => Bool |a, b| a > b; complexes => Bool |a, b| a > b; }, compares = Some(Ordering::is_gt)),
    row!("greater_equal", 2, {
        bools => Bool |a, b| a | !b;
        ints => Bool |a, b| a >= b;
        mixed Int64 i64, UInt64 u64 => Bool |a, b| order(a, b).is_ge();
        mixed UInt64 u64, Int64 i64 => Bool |a, b| order(b, a).is_le();
        floats => Bool |a, b| a >= b; complexes => Bool |a, b| a >= b; }, compares = Some(Ordering::is_ge)),
    row!("isnan", 1, {
        bools => Bool |_a| false;
        ints => Bool |_a| false;
        floats => Bool |a| a.is_nan(); complexes => Bool |a| a.is_nan(); }),
    row!("isnat", 1, {}),
    row!("isinf", 1, {
        bools => Bool |_a| false;
        ints => Bool |_a| false;
        floats => Bool |a| a.is_infinite(); complexes => Bool |a| a.is_infinite(); }),
    row!("isfinite", 1, {
        bools => Bool |_a| true;
        ints => Bool |_a| true;
        floats => Bool |a| a.is_finite(); complexes => Bool |a| a.is_finite(); }),
    row!("signbit", 1, { floats => Bool |a| a.is_sign_negative(); }),
];
