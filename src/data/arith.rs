//! What each scalar operation computes, as NumPy does: integers wrap, floats follow IEEE, `//` and `%` round down.

use std::ops::{BitAnd, BitOr, BitXor, Not};

/// What NumPy computes with integers: all of it wraps.
pub trait Whole:
    Copy + PartialEq + BitAnd<Output = Self> + BitOr<Output = Self> + BitXor<Output = Self> + Not<Output = Self>
{
    /// `+`.
    fn plus(self, other: Self) -> Self;
    /// `-`.
    fn minus(self, other: Self) -> Self;
    /// `*`.
    fn times(self, other: Self) -> Self;
    /// `//`: rounds down; by zero it is 0.
    fn floor_div(self, by: Self) -> Self;
    /// `%`: has the sign of `by`; by zero it is 0.
    fn floor_rem(self, by: Self) -> Self;
    /// C's remainder, with the sign of `self`; by zero it is 0.
    fn fmod(self, by: Self) -> Self;
    /// The power; the exponent must not be negative.
    fn power(self, exponent: Self) -> Self;
    /// `<<`: past the width, and for negative distances, it is 0.
    fn shl(self, by: Self) -> Self;
    /// `>>`: past the width, and for negative distances, only the sign is left.
    fn shr(self, by: Self) -> Self;
    /// -1, 0 or 1.
    fn sign(self) -> Self;
    /// Without its sign; the smallest stays as it is.
    fn size(self) -> Self;
    /// The greatest common divisor, not negative (but of the smallest, which wraps).
    fn gcd(self, other: Self) -> Self;
    /// The least common multiple, which wraps.
    fn lcm(self, other: Self) -> Self;
    /// How many bits of its size are set.
    fn ones(self) -> u8;
    /// Whether it is less than 0.
    fn is_below(self) -> bool;
    /// A float, cut towards zero: what x86 gives for what does not fit.
    fn cut(value: f64) -> Self;
}

macro_rules! whole_common {
    ($type:ident) => {
        #[inline(always)]
        fn plus(self, other: $type) -> $type {
            self.wrapping_add(other)
        }

        #[inline(always)]
        fn minus(self, other: $type) -> $type {
            self.wrapping_sub(other)
        }

        #[inline(always)]
        fn times(self, other: $type) -> $type {
            self.wrapping_mul(other)
        }

        fn fmod(self, by: $type) -> $type {
            if by == 0 { 0 } else { self.wrapping_rem(by) }
        }

        fn power(self, mut exponent: $type) -> $type {
            let (mut base, mut out): ($type, $type) = (self, 1);
            while exponent > 0 {
                if exponent & 1 == 1 {
                    out = out.wrapping_mul(base);
                }
                exponent >>= 1;
                base = base.wrapping_mul(base);
            }
            out
        }

        fn gcd(self, other: $type) -> $type {
            let (mut a, mut b) = (self.size(), other.size());
            while b != 0 {
                (a, b) = (b, a.wrapping_rem(b));
            }
            a.size()
        }

        fn lcm(self, other: $type) -> $type {
            let common = self.gcd(other);
            if common == 0 { 0 } else { self.size().wrapping_div(common).wrapping_mul(other.size()).size() }
        }

        fn ones(self) -> u8 {
            self.size().count_ones() as u8
        }

        fn shl(self, by: $type) -> $type {
            if (0..$type::BITS as $type).contains(&by) { self.wrapping_shl(by as u32) } else { 0 }
        }
    };
}

macro_rules! signed {
    ($($type:ident $cut:expr),*) => {
        $(impl Whole for $type {
            whole_common!($type);

            fn floor_div(self, by: $type) -> $type {
                if by == 0 {
                    return 0;
                }
                let quotient = self.wrapping_div(by);
                if self.wrapping_rem(by) != 0 && (self < 0) != (by < 0) { quotient - 1 } else { quotient }
            }

            fn floor_rem(self, by: $type) -> $type {
                if by == 0 {
                    return 0;
                }
                let rest = self.wrapping_rem(by);
                if rest != 0 && (rest < 0) != (by < 0) { rest + by } else { rest }
            }

            fn shr(self, by: $type) -> $type {
                let most = $type::BITS as $type;
                if (0..most).contains(&by) { self >> by } else { self >> (most - 1) }
            }

            fn sign(self) -> $type {
                self.signum()
            }

            fn size(self) -> $type {
                self.wrapping_abs()
            }

            fn is_below(self) -> bool {
                self < 0
            }

            fn cut(value: f64) -> $type {
                $cut(value) as $type
            }
        })*
    };
}

macro_rules! unsigned {
    ($($type:ident $cut:expr),*) => {
        $(impl Whole for $type {
            whole_common!($type);

            fn floor_div(self, by: $type) -> $type {
                self.checked_div(by).unwrap_or(0)
            }

            fn floor_rem(self, by: $type) -> $type {
                self.checked_rem(by).unwrap_or(0)
            }

            fn shr(self, by: $type) -> $type {
                if by < $type::BITS as $type { self >> by } else { 0 }
            }

            fn sign(self) -> $type {
                $type::from(self != 0)
            }

            fn size(self) -> $type {
                self
            }

            fn is_below(self) -> bool {
                false
            }

            fn cut(value: f64) -> $type {
                $cut(value) as $type
            }
        })*
    };
}

signed!(i8 cut_i32, i16 cut_i32, i32 cut_i32, i64 trunc_i64);
unsigned!(u8 cut_i32, u16 cut_i32, u32 trunc_i64, u64 cut_u64);

/// NumPy's conversion of a float to a 64-bit integer: what x86 gives for what doesn't fit.
pub fn trunc_i64(value: f64) -> i64 {
    if (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&value) { value as i64 } else { i64::MIN }
}

/// The same to 32 bits; narrower ones are cut from it.
fn cut_i32(value: f64) -> i32 {
    if value > -2_147_483_649.0 && value < 2_147_483_648.0 { value as i32 } else { i32::MIN }
}

/// The same without sign: the upper half goes through the lower one.
fn cut_u64(value: f64) -> u64 {
    const HALF: f64 = 9_223_372_036_854_775_808.0;
    if value >= HALF { trunc_i64(value - HALF) as u64 ^ (1 << 63) } else { trunc_i64(value) as u64 }
}

macro_rules! float_arith {
    ($type:ty, $floor_div:ident, $rem:ident, $sign:ident, $maximum:ident, $minimum:ident, $heaviside:ident) => {
        /// `//` of floats, by NumPy's algorithm.
        pub fn $floor_div(a: $type, b: $type) -> $type {
            if b == 0.0 {
                return a / b;
            }
            let rest = a % b;
            let mut quotient = (a - rest) / b;
            if rest != 0.0 && (b < 0.0) != (rest < 0.0) {
                quotient -= 1.0;
            }
            if quotient == 0.0 {
                return (0.0 as $type).copysign(a / b);
            }
            let floor = quotient.floor();
            if quotient - floor > 0.5 { floor + 1.0 } else { floor }
        }

        /// `%` of floats: has the sign of `b`.
        pub fn $rem(a: $type, b: $type) -> $type {
            let rest = a % b;
            if b == 0.0 {
                return rest;
            }
            if rest == 0.0 {
                return (0.0 as $type).copysign(b);
            }
            if (b < 0.0) != (rest < 0.0) { rest + b } else { rest }
        }

        /// -1, 0 or 1; NaN stays.
        pub fn $sign(a: $type) -> $type {
            if a > 0.0 {
                1.0
            } else if a < 0.0 {
                -1.0
            } else if a == 0.0 {
                0.0
            } else {
                a
            }
        }

        /// The larger; NaN if either is.
        #[inline(always)]
        pub fn $maximum(a: $type, b: $type) -> $type {
            if a > b || a.is_nan() { a } else { b }
        }

        /// The smaller; NaN if either is.
        #[inline(always)]
        pub fn $minimum(a: $type, b: $type) -> $type {
            if a < b || a.is_nan() { a } else { b }
        }

        /// 0 below zero, 1 above, `at_zero` at zero.
        pub fn $heaviside(a: $type, at_zero: $type) -> $type {
            if a.is_nan() {
                a
            } else if a == 0.0 {
                at_zero
            } else if a < 0.0 {
                0.0
            } else {
                1.0
            }
        }
    };
}

float_arith!(f64, floor_div_f64, rem_f64, sign_f64, maximum_f64, minimum_f64, heaviside_f64);
float_arith!(f32, floor_div_f32, rem_f32, sign_f32, maximum_f32, minimum_f32, heaviside_f32);
