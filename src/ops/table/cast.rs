//! Conversions between dtypes, as NumPy's `astype` does them.

use super::{row, un};
use crate::data::DType;
use crate::data::arith::trunc_i64;
use crate::ops::ScalarOp;

/// The row that converts to a dtype.
pub fn to(dtype: DType) -> &'static ScalarOp {
    match dtype {
        DType::Bool => &BOOL,
        DType::Int64 => &INT64,
        DType::Float32 => &FLOAT32,
        DType::Float64 => &FLOAT64,
    }
}

static BOOL: ScalarOp = row!(
    "astype_bool",
    1,
    [
        un!(Bool -> Bool, |a: bool| a),
        un!(Int64 -> Bool, |a: i64| a != 0),
        un!(Float32 -> Bool, |a: f32| a != 0.0),
        un!(Float64 -> Bool, |a: f64| a != 0.0),
    ]
);

static INT64: ScalarOp = row!(
    "astype_int64",
    1,
    [
        un!(Bool -> Int64, |a: bool| i64::from(a)),
        un!(Int64 -> Int64, |a: i64| a),
        un!(Float32 -> Int64, |a: f32| trunc_i64(f64::from(a))),
        un!(Float64 -> Int64, |a: f64| trunc_i64(a)),
    ]
);

static FLOAT32: ScalarOp = row!(
    "astype_float32",
    1,
    [
        un!(Bool -> Float32, |a: bool| f32::from(u8::from(a))),
        un!(Int64 -> Float32, |a: i64| a as f32),
        un!(Float32 -> Float32, |a: f32| a),
        un!(Float64 -> Float32, |a: f64| a as f32),
    ]
);

static FLOAT64: ScalarOp = row!(
    "astype_float64",
    1,
    [
        un!(Bool -> Float64, |a: bool| f64::from(u8::from(a))),
        un!(Int64 -> Float64, |a: i64| a as f64),
        un!(Float32 -> Float64, |a: f32| f64::from(a)),
        un!(Float64 -> Float64, |a: f64| a),
    ]
);
