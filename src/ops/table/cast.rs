//! Conversions between dtypes, as NumPy's `astype` does them.

use super::un;
use crate::data::DType;
use crate::data::arith::Whole;
use crate::ops::ScalarOp;
use crate::ops::scalar::PLAIN;

/// The row that converts to a dtype.
pub fn to(dtype: DType) -> &'static ScalarOp {
    // One row for each dtype, in their order.
    ROWS.get(dtype as usize).unwrap_or(&ROWS[0])
}

/// The loops to an integer type: integers wrap, floats are cut.
macro_rules! to_whole {
    ($name:literal, $d:ident, $t:ident) => {
        ScalarOp {
            name: $name,
            arity: 1,
            loops: &[
                un!(Bool -> $d, |a: bool| $t::from(a)),
                un!(Int8 -> $d, |a: i8| a as $t),
                un!(UInt8 -> $d, |a: u8| a as $t),
                un!(Int16 -> $d, |a: i16| a as $t),
                un!(UInt16 -> $d, |a: u16| a as $t),
                un!(Int32 -> $d, |a: i32| a as $t),
                un!(UInt32 -> $d, |a: u32| a as $t),
                un!(Int64 -> $d, |a: i64| a as $t),
                un!(UInt64 -> $d, |a: u64| a as $t),
                un!(Float32 -> $d, |a: f32| <$t as Whole>::cut(f64::from(a))),
                un!(Float64 -> $d, |a: f64| <$t as Whole>::cut(a)),
            ],
            props: PLAIN,
        }
    };
}

/// The loops to a float type.
macro_rules! to_float {
    ($name:literal, $d:ident, $t:ident) => {
        ScalarOp {
            name: $name,
            arity: 1,
            loops: &[
                un!(Bool -> $d, |a: bool| $t::from(u8::from(a))),
                un!(Int8 -> $d, |a: i8| a as $t),
                un!(UInt8 -> $d, |a: u8| a as $t),
                un!(Int16 -> $d, |a: i16| a as $t),
                un!(UInt16 -> $d, |a: u16| a as $t),
                un!(Int32 -> $d, |a: i32| a as $t),
                un!(UInt32 -> $d, |a: u32| a as $t),
                un!(Int64 -> $d, |a: i64| a as $t),
                un!(UInt64 -> $d, |a: u64| a as $t),
                un!(Float32 -> $d, |a: f32| a as $t),
                un!(Float64 -> $d, |a: f64| a as $t),
            ],
            props: PLAIN,
        }
    };
}

static ROWS: [ScalarOp; DType::COUNT] = [
    ScalarOp {
        name: "astype_bool",
        arity: 1,
        loops: super::loops!(bools |a| a; ints => Bool |a| a != 0; floats => Bool |a| a != 0.0;),
        props: PLAIN,
    },
    to_whole!("astype_int8", Int8, i8),
    to_whole!("astype_uint8", UInt8, u8),
    to_whole!("astype_int16", Int16, i16),
    to_whole!("astype_uint16", UInt16, u16),
    to_whole!("astype_int32", Int32, i32),
    to_whole!("astype_uint32", UInt32, u32),
    to_whole!("astype_int64", Int64, i64),
    to_whole!("astype_uint64", UInt64, u64),
    to_float!("astype_float32", Float32, f32),
    to_float!("astype_float64", Float64, f64),
];
