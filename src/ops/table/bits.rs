//! Bits and truth.

use super::row;
use crate::data::arith::Whole;
use crate::data::complex::{C32, C64};
use crate::ops::ScalarOp;

/// The rows.
pub const ROWS: &[ScalarOp] = &[
    row!("bitwise_and", 2, { bools |a, b| a & b; ints |a, b| a & b; }, commutative = true),
    row!("bitwise_or", 2, { bools |a, b| a | b; ints |a, b| a | b; }, commutative = true),
    row!("bitwise_xor", 2, { bools |a, b| a ^ b; ints |a, b| a ^ b; }, commutative = true),
    row!("invert", 1, {
        bools | a | !a;
        ints | a | !a;
    }),
    row!("gcd", 2, { ints |a, b| a.gcd(b); }, commutative = true),
    row!("lcm", 2, { ints |a, b| a.lcm(b); }, commutative = true),
    row!("bitwise_count", 1, { ints => UInt8 |a| a.ones(); }),
    row!("left_shift", 2, { ints |a, b| a.shl(b); }),
    row!("right_shift", 2, { ints |a, b| a.shr(b); }),
    row!("logical_and", 2, {
        bools |a, b| a & b;
        ints => Bool |a, b| (a != 0) & (b != 0);
        floats => Bool |a, b| (a != 0.0) & (b != 0.0); complexes => Bool |a, b| a.is_true() & b.is_true(); }, commutative = true),
    row!("logical_or", 2, {
        bools |a, b| a | b;
        ints => Bool |a, b| (a != 0) | (b != 0);
        floats => Bool |a, b| (a != 0.0) | (b != 0.0); complexes => Bool |a, b| a.is_true() | b.is_true(); }, commutative = true),
    row!("logical_xor", 2, {
        bools |a, b| a ^ b;
        ints => Bool |a, b| (a != 0) ^ (b != 0);
        floats => Bool |a, b| (a != 0.0) ^ (b != 0.0); complexes => Bool |a, b| a.is_true() ^ b.is_true(); }, commutative = true),
    row!("logical_not", 1, { bools |a| !a; ints => Bool |a| a == 0; floats => Bool |a| a == 0.0; complexes => Bool |a| !a.is_true(); }),
];
