//! Arithmetic, rounding to whole numbers, selection.

use super::{bin, row, un};
use crate::data::DType;
use crate::data::arith::{
    floor_div_f32, floor_div_f64, floor_div_i64, fmod_i64, heaviside_f32, heaviside_f64, maximum_f32, maximum_f64,
    minimum_f32, minimum_f64, pow_i64, rem_f32, rem_f64, rem_i64, sign_f32, sign_f64,
};
use crate::ops::lane::{Lane, map3};
use crate::ops::scalar::OfBool;
use crate::ops::{Loop, ScalarOp};

const INT8: Option<OfBool> = Some(OfBool::Gives("int8"));
const FLOAT16: Option<OfBool> = Some(OfBool::Gives("float16"));

const NO_SUBTRACT: &str = "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` \
                           operator, or the logical_xor function instead.";
const NO_NEGATIVE: &str = "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the \
                           logical_not function instead.";
const NO_SIGN: &str =
    "ufunc 'sign' did not contain a loop with signature matching types <class 'numpy.dtypes.BoolDType'> -> None";
const NO_POSITIVE: &str =
    "ufunc 'positive' did not contain a loop with signature matching types <class 'numpy.dtypes.BoolDType'> -> None";

macro_rules! pick {
    ($dtype:ident, $type:ty) => {
        Loop {
            ins: &[DType::Bool, DType::$dtype, DType::$dtype],
            out: DType::$dtype,
            run: |args, out| map3(args, out, |c: bool, a: $type, b: $type| if c { a } else { b }),
        }
    };
}

macro_rules! clip {
    ($dtype:ident, $type:ty, $f:expr) => {
        Loop {
            ins: &[DType::$dtype, DType::$dtype, DType::$dtype],
            out: DType::$dtype,
            run: |args, out| map3(args, out, $f),
        }
    };
}

fn negative_exponent(args: &[Lane<'_>]) -> bool {
    matches!(args, [_, Lane::Int64(exponents)] if exponents.iter().any(|&e| e < 0))
}

fn pow_f64(a: f64, b: f64) -> f64 {
    a.powf(b)
}

/// The rows.
pub const ROWS: &[ScalarOp] = &[
    row!(
        "add",
        2,
        [
            bin!(Bool -> Bool, |a: bool, b: bool| a | b),
            bin!(Int64 -> Int64, |a: i64, b: i64| a.wrapping_add(b)),
            bin!(Float32 -> Float32, |a: f32, b: f32| a + b),
            bin!(Float64 -> Float64, |a: f64, b: f64| a + b),
        ],
        commutative = true
    ),
    row!(
        "subtract",
        2,
        [
            bin!(Int64 -> Int64, |a: i64, b: i64| a.wrapping_sub(b)),
            bin!(Float32 -> Float32, |a: f32, b: f32| a - b),
            bin!(Float64 -> Float64, |a: f64, b: f64| a - b),
        ],
        of_bool = Some(OfBool::Refused(NO_SUBTRACT))
    ),
    row!(
        "multiply",
        2,
        [
            bin!(Bool -> Bool, |a: bool, b: bool| a & b),
            bin!(Int64 -> Int64, |a: i64, b: i64| a.wrapping_mul(b)),
            bin!(Float32 -> Float32, |a: f32, b: f32| a * b),
            bin!(Float64 -> Float64, |a: f64, b: f64| a * b),
        ],
        commutative = true
    ),
    row!(
        "divide",
        2,
        [
            bin!(Bool -> Float64, |a: bool, b: bool| f64::from(u8::from(a)) / f64::from(u8::from(b))),
            bin!(Float32 -> Float32, |a: f32, b: f32| a / b),
            bin!(Float64 -> Float64, |a: f64, b: f64| a / b),
        ]
    ),
    row!(
        "floor_divide",
        2,
        [
            bin!(Int64 -> Int64, floor_div_i64),
            bin!(Float32 -> Float32, floor_div_f32),
            bin!(Float64 -> Float64, floor_div_f64),
        ],
        of_bool = INT8
    ),
    row!(
        "remainder",
        2,
        [bin!(Int64 -> Int64, rem_i64), bin!(Float32 -> Float32, rem_f32), bin!(Float64 -> Float64, rem_f64),],
        of_bool = INT8
    ),
    row!(
        "fmod",
        2,
        [
            bin!(Int64 -> Int64, fmod_i64),
            bin!(Float32 -> Float32, |a: f32, b: f32| a % b),
            bin!(Float64 -> Float64, |a: f64, b: f64| a % b),
        ],
        of_bool = INT8
    ),
    row!(
        "power",
        2,
        [
            bin!(Int64 -> Int64, pow_i64),
            bin!(Float32 -> Float32, |a: f32, b: f32| a.powf(b)),
            bin!(Float64 -> Float64, pow_f64),
        ],
        of_bool = INT8,
        raises = Some((negative_exponent, "Integers to negative integer powers are not allowed."))
    ),
    row!("float_power", 2, [bin!(Float64 -> Float64, pow_f64)]),
    row!(
        "negative",
        1,
        [
            un!(Int64 -> Int64, |a: i64| a.wrapping_neg()),
            un!(Float32 -> Float32, |a: f32| -a),
            un!(Float64 -> Float64, |a: f64| -a),
        ],
        of_bool = Some(OfBool::Refused(NO_NEGATIVE))
    ),
    row!(
        "positive",
        1,
        [un!(Int64 -> Int64, |a: i64| a), un!(Float32 -> Float32, |a: f32| a), un!(Float64 -> Float64, |a: f64| a),],
        of_bool = Some(OfBool::Refused(NO_POSITIVE)),
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "absolute",
        1,
        [
            un!(Bool -> Bool, |a: bool| a),
            un!(Int64 -> Int64, |a: i64| a.wrapping_abs()),
            un!(Float32 -> Float32, |a: f32| a.abs()),
            un!(Float64 -> Float64, |a: f64| a.abs()),
        ],
        keeps_zero = true
    ),
    row!(
        "fabs",
        1,
        [un!(Float32 -> Float32, |a: f32| a.abs()), un!(Float64 -> Float64, |a: f64| a.abs())],
        of_bool = FLOAT16
    ),
    row!(
        "sign",
        1,
        [
            un!(Int64 -> Int64, |a: i64| a.signum()),
            un!(Float32 -> Float32, sign_f32),
            un!(Float64 -> Float64, sign_f64),
        ],
        of_bool = Some(OfBool::Refused(NO_SIGN)),
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "square",
        1,
        [
            un!(Int64 -> Int64, |a: i64| a.wrapping_mul(a)),
            un!(Float32 -> Float32, |a: f32| a * a),
            un!(Float64 -> Float64, |a: f64| a * a),
        ],
        of_bool = INT8,
        keeps_zero = true
    ),
    // Small powers, taken for `power` with a constant exponent.
    row!(
        "cube",
        1,
        [
            un!(Int64 -> Int64, |a: i64| a.wrapping_mul(a).wrapping_mul(a)),
            un!(Float32 -> Float32, |a: f32| a * a * a),
            un!(Float64 -> Float64, |a: f64| a * a * a),
        ],
        keeps_zero = true
    ),
    row!(
        "reciprocal",
        1,
        [
            un!(Int64 -> Int64, |a: i64| if a == 0 { i64::MIN } else { 1 / a }),
            un!(Float32 -> Float32, |a: f32| 1.0 / a),
            un!(Float64 -> Float64, |a: f64| 1.0 / a),
        ],
        of_bool = INT8
    ),
    row!(
        "floor",
        1,
        [
            un!(Bool -> Bool, |a: bool| a),
            un!(Int64 -> Int64, |a: i64| a),
            un!(Float32 -> Float32, |a: f32| a.floor()),
            un!(Float64 -> Float64, |a: f64| a.floor()),
        ],
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "ceil",
        1,
        [
            un!(Bool -> Bool, |a: bool| a),
            un!(Int64 -> Int64, |a: i64| a),
            un!(Float32 -> Float32, |a: f32| a.ceil()),
            un!(Float64 -> Float64, |a: f64| a.ceil()),
        ],
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "trunc",
        1,
        [
            un!(Bool -> Bool, |a: bool| a),
            un!(Int64 -> Int64, |a: i64| a),
            un!(Float32 -> Float32, |a: f32| a.trunc()),
            un!(Float64 -> Float64, |a: f64| a.trunc()),
        ],
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "rint",
        1,
        [un!(Float32 -> Float32, |a: f32| a.round_ties_even()), un!(Float64 -> Float64, |a: f64| a.round_ties_even()),],
        of_bool = FLOAT16,
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "maximum",
        2,
        [
            bin!(Bool -> Bool, |a: bool, b: bool| a | b),
            bin!(Int64 -> Int64, |a: i64, b: i64| a.max(b)),
            bin!(Float32 -> Float32, maximum_f32),
            bin!(Float64 -> Float64, maximum_f64),
        ],
        commutative = true
    ),
    row!(
        "minimum",
        2,
        [
            bin!(Bool -> Bool, |a: bool, b: bool| a & b),
            bin!(Int64 -> Int64, |a: i64, b: i64| a.min(b)),
            bin!(Float32 -> Float32, minimum_f32),
            bin!(Float64 -> Float64, minimum_f64),
        ],
        commutative = true
    ),
    row!(
        "fmax",
        2,
        [
            bin!(Bool -> Bool, |a: bool, b: bool| a | b),
            bin!(Int64 -> Int64, |a: i64, b: i64| a.max(b)),
            bin!(Float32 -> Float32, |a: f32, b: f32| if a >= b || b.is_nan() { a } else { b }),
            bin!(Float64 -> Float64, |a: f64, b: f64| if a >= b || b.is_nan() { a } else { b }),
        ],
        commutative = true
    ),
    row!(
        "fmin",
        2,
        [
            bin!(Bool -> Bool, |a: bool, b: bool| a & b),
            bin!(Int64 -> Int64, |a: i64, b: i64| a.min(b)),
            bin!(Float32 -> Float32, |a: f32, b: f32| if a <= b || b.is_nan() { a } else { b }),
            bin!(Float64 -> Float64, |a: f64, b: f64| if a <= b || b.is_nan() { a } else { b }),
        ],
        commutative = true
    ),
    row!("where", 3, [pick!(Bool, bool), pick!(Int64, i64), pick!(Float32, f32), pick!(Float64, f64)]),
    row!(
        "clip",
        3,
        [
            clip!(Bool, bool, |a: bool, low: bool, high: bool| a.max(low).min(high)),
            clip!(Int64, i64, |a: i64, low: i64, high: i64| a.max(low).min(high)),
            clip!(Float32, f32, |a: f32, low: f32, high: f32| minimum_f32(maximum_f32(a, low), high)),
            clip!(Float64, f64, |a: f64, low: f64, high: f64| minimum_f64(maximum_f64(a, low), high)),
        ]
    ),
    row!(
        "heaviside",
        2,
        [bin!(Float32 -> Float32, heaviside_f32), bin!(Float64 -> Float64, heaviside_f64)],
        of_bool = FLOAT16
    ),
    row!(
        "copysign",
        2,
        [
            bin!(Float32 -> Float32, |a: f32, b: f32| a.copysign(b)),
            bin!(Float64 -> Float64, |a: f64, b: f64| a.copysign(b)),
        ],
        of_bool = FLOAT16
    ),
    row!(
        "conjugate",
        1,
        [un!(Int64 -> Int64, |a: i64| a), un!(Float32 -> Float32, |a: f32| a), un!(Float64 -> Float64, |a: f64| a),],
        of_bool = INT8
    ),
];
