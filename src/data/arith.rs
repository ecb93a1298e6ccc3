//! What each scalar operation computes, as NumPy does: integers wrap, floats follow IEEE, `//` and `%` round down.

/// Integer `//`: rounds down; by zero it is 0.
pub fn floor_div_i64(a: i64, b: i64) -> i64 {
    if b == 0 {
        return 0;
    }
    let quotient = a.wrapping_div(b);
    if a.wrapping_rem(b) != 0 && (a < 0) != (b < 0) { quotient - 1 } else { quotient }
}

/// Integer `%`: has the sign of `b`; by zero it is 0.
pub fn rem_i64(a: i64, b: i64) -> i64 {
    if b == 0 {
        return 0;
    }
    let rest = a.wrapping_rem(b);
    if rest != 0 && (rest < 0) != (b < 0) { rest + b } else { rest }
}

/// C's remainder, with the sign of `a`; by zero it is 0.
pub fn fmod_i64(a: i64, b: i64) -> i64 {
    if b == 0 { 0 } else { a.wrapping_rem(b) }
}

/// Integer power that wraps; the exponent must not be negative.
pub fn pow_i64(mut base: i64, mut exponent: i64) -> i64 {
    let mut out = 1i64;
    while exponent > 0 {
        if exponent & 1 == 1 {
            out = out.wrapping_mul(base);
        }
        exponent >>= 1;
        base = base.wrapping_mul(base);
    }
    out
}

/// `<<`: past the width it is 0.
pub fn shl_i64(a: i64, b: i64) -> i64 {
    if (0..64).contains(&b) { a.wrapping_shl(b as u32) } else { 0 }
}

/// `>>`: past the width only the sign is left.
pub fn shr_i64(a: i64, b: i64) -> i64 {
    if (0..64).contains(&b) { a >> b } else { a >> 63 }
}

/// NumPy's conversion of a float to an integer: what x86 gives for what doesn't fit.
pub fn trunc_i64(value: f64) -> i64 {
    if (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&value) { value as i64 } else { i64::MIN }
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
