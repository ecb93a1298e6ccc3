//! Conversions between dtypes, as NumPy's `astype` does them.

use super::un;
use crate::data::DType;
use crate::data::arith::Whole;
use crate::data::complex::{C32, C64};
use crate::ops::ScalarOp;
use crate::ops::scalar::PLAIN;

/// The row that converts to a dtype.
pub fn to(dtype: DType) -> &'static ScalarOp {
    // One row for each dtype, in their order.
    ROWS.get(dtype.place()).unwrap_or(&ROWS[0])
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
                un!(Complex64 -> $d, |a: C32| <$t as Whole>::cut(f64::from(a.re))),
                un!(Complex128 -> $d, |a: C64| <$t as Whole>::cut(a.re)),
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
                un!(Complex64 -> $d, |a: C32| a.re as $t),
                un!(Complex128 -> $d, |a: C64| a.re as $t),
            ],
            props: PLAIN,
        }
    };
}

/// The loops to a complex type of these parts.
macro_rules! to_complex {
    ($name:literal, $d:ident, $t:ident, $p:ident) => {
        ScalarOp {
            name: $name,
            arity: 1,
            loops: &[
                un!(Bool -> $d, |a: bool| $t::new($p::from(u8::from(a)), 0.0)),
                un!(Int8 -> $d, |a: i8| $t::new(a as $p, 0.0)),
                un!(UInt8 -> $d, |a: u8| $t::new(a as $p, 0.0)),
                un!(Int16 -> $d, |a: i16| $t::new(a as $p, 0.0)),
                un!(UInt16 -> $d, |a: u16| $t::new(a as $p, 0.0)),
                un!(Int32 -> $d, |a: i32| $t::new(a as $p, 0.0)),
                un!(UInt32 -> $d, |a: u32| $t::new(a as $p, 0.0)),
                un!(Int64 -> $d, |a: i64| $t::new(a as $p, 0.0)),
                un!(UInt64 -> $d, |a: u64| $t::new(a as $p, 0.0)),
                un!(Float32 -> $d, |a: f32| $t::new(a as $p, 0.0)),
                un!(Float64 -> $d, |a: f64| $t::new(a as $p, 0.0)),
                un!(Complex64 -> $d, |a: C32| $t::new(a.re as $p, a.im as $p)),
                un!(Complex128 -> $d, |a: C64| $t::new(a.re as $p, a.im as $p)),
            ],
            props: PLAIN,
        }
    };
}

static ROWS: [ScalarOp; DType::NUMBERS] = [
    ScalarOp {
        name: "astype_bool",
        arity: 1,
        loops: super::loops!(bools |a| a; ints => Bool |a| a != 0; floats => Bool |a| a != 0.0; complexes => Bool |a| a.is_true();),
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
    to_complex!("astype_complex64", Complex64, C32, f32),
    to_complex!("astype_complex128", Complex128, C64, f64),
];
