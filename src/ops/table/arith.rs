//! Arithmetic, rounding to whole numbers, selection.

use super::row;
use crate::data::arith::{
    Whole, floor_div_f32, floor_div_f64, heaviside_f32, heaviside_f64, maximum_f32, maximum_f64, minimum_f32,
    minimum_f64, rem_f32, rem_f64, sign_f32, sign_f64,
};
use crate::data::complex::{C32, C64};
use crate::ops::ScalarOp;
use crate::ops::lane::Lane;

const NO_SUBTRACT: &str = "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` \
                           operator, or the logical_xor function instead.";
const NO_NEGATIVE: &str = "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the \
                           logical_not function instead.";
const NO_SIGN: &str =
    "ufunc 'sign' did not contain a loop with signature matching types <class 'numpy.dtypes.BoolDType'> -> None";
const NO_POSITIVE: &str =
    "ufunc 'positive' did not contain a loop with signature matching types <class 'numpy.dtypes.BoolDType'> -> None";

fn negative_exponent(args: &[Lane<'_>]) -> Option<&'static str> {
    let found = match args {
        [_, Lane::Int8(exponents)] => exponents.iter().any(|&e| e < 0),
        [_, Lane::Int16(exponents)] => exponents.iter().any(|&e| e < 0),
        [_, Lane::Int32(exponents)] => exponents.iter().any(|&e| e < 0),
        [_, Lane::Int64(exponents)] => exponents.iter().any(|&e| e < 0),
        _ => false,
    };
    found.then_some("Integers to negative integer powers are not allowed.")
}

/// The rows.
pub const ROWS: &[ScalarOp] = &[
    row!("add", 2, {
        bools |a, b| a | b;
        ints |a, b| a.wrapping_add(b);
        floats |a, b| a + b; complexes |a, b| a.plus(b); }, commutative = true),
    row!("subtract", 2, {
        ints |a, b| a.wrapping_sub(b);
        floats |a, b| a - b; complexes |a, b| a.minus(b); }, no_bool = Some(NO_SUBTRACT)),
    row!("multiply", 2, {
        bools |a, b| a & b;
        ints |a, b| a.wrapping_mul(b);
        floats |a, b| a * b; complexes |a, b| a.times(b); }, commutative = true),
    row!("divide", 2, { floats |a, b| a / b; complexes |a, b| a.over(b); }, doubles = true),
    row!("floor_divide", 2, {
        ints |a, b| a.floor_div(b);
        only Float32 f32 |a, b| floor_div_f32(a, b);
        only Float64 f64 |a, b| floor_div_f64(a, b);
    }),
    row!("remainder", 2, {
        ints |a, b| a.floor_rem(b);
        only Float32 f32 |a, b| rem_f32(a, b);
        only Float64 f64 |a, b| rem_f64(a, b);
    }),
    row!("fmod", 2, { ints |a, b| a.fmod(b); floats |a, b| a % b; }),
    row!("power", 2, {
        ints |a, b| a.power(b);
        simd2 power; complexes |a, b| a.power(b); }, raises = Some(negative_exponent)),
    row!("float_power", 2, { one simd2 power; only Complex128 C64 |a, b| a.power(b); }),
    row!(
        "negative",
        1,
        {
            ints | a | a.wrapping_neg();
            floats | a | -a;
            complexes | a | a.negative();
        },
        no_bool = Some(NO_NEGATIVE)
    ),
    row!(
        "positive",
        1,
        {
            ints | a | a;
            floats | a | a;
            complexes | a | a;
        },
        no_bool = Some(NO_POSITIVE),
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "absolute",
        1,
        {
            bools | a | a;
            ints | a | a.size();
            floats | a | a.abs(); only Complex64 C32 => Float32 |a| a.size(); only Complex128 C64 => Float64 |a| a.size(); },
        keeps_zero = true
    ),
    row!(
        "fabs",
        1,
        {
            floats | a | a.abs();
        },
        halves = true
    ),
    row!("sign", 1, {
        ints |a| a.sign();
        only Float32 f32 |a| sign_f32(a);
        only Float64 f64 |a| sign_f64(a); complexes |a| a.sign(); }, no_bool = Some(NO_SIGN), monotone = true, keeps_zero = true),
    row!(
        "square",
        1,
        {
            ints | a | a.wrapping_mul(a);
            floats | a | a * a;
            complexes | a | a.times(a);
        },
        keeps_zero = true
    ),
    // Small powers, taken for `power` with a constant exponent.
    row!(
        "cube",
        1,
        {
            ints | a | a.wrapping_mul(a).wrapping_mul(a);
            floats | a | a * a * a;
            complexes | a | a.times(a).times(a);
        },
        keeps_zero = true
    ),
    row!("reciprocal", 1, {
        ints | a | Whole::cut(1.0 / a as f64);
        floats | a | 1.0 / a;
        complexes | a | a.reciprocal();
    }),
    row!(
        "floor",
        1,
        {
            bools | a | a;
            ints | a | a;
            floats | a | a.floor();
        },
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "ceil",
        1,
        {
            bools | a | a;
            ints | a | a;
            floats | a | a.ceil();
        },
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "trunc",
        1,
        {
            bools | a | a;
            ints | a | a;
            floats | a | a.trunc();
        },
        monotone = true,
        keeps_zero = true
    ),
    row!(
        "rint",
        1,
        {
            floats | a | a.round_ties_even();
            complexes | a | a.rint();
        },
        halves = true,
        monotone = true,
        keeps_zero = true
    ),
    row!("maximum", 2, {
        bools |a, b| a | b;
        ints |a, b| a.max(b);
        only Float32 f32 |a, b| maximum_f32(a, b);
        only Float64 f64 |a, b| maximum_f64(a, b); complexes |a, b| a.larger(b); }, commutative = true),
    row!("minimum", 2, {
        bools |a, b| a & b;
        ints |a, b| a.min(b);
        only Float32 f32 |a, b| minimum_f32(a, b);
        only Float64 f64 |a, b| minimum_f64(a, b); complexes |a, b| a.smaller(b); }, commutative = true),
    row!("fmax", 2, {
        bools |a, b| a | b;
        ints |a, b| a.max(b);
        floats |a, b| if a >= b || b.is_nan() { a } else { b }; complexes |a, b| if b.is_nan() || a >= b { a } else { b }; }, commutative = true),
    row!("fmin", 2, {
        bools |a, b| a & b;
        ints |a, b| a.min(b);
        floats |a, b| if a <= b || b.is_nan() { a } else { b }; complexes |a, b| if b.is_nan() || a <= b { a } else { b }; }, commutative = true),
    row!("where", 3, {
        bools ?|c, a, b| if c { a } else { b };
        ints ?|c, a, b| if c { a } else { b };
        floats ?|c, a, b| if c { a } else { b }; complexes ?|c, a, b| if c { a } else { b }; }),
    // Of equals the element itself stays: -0.0 clipped at 0.0 is -0.0, as in NumPy.
    row!("clip", 3, {
        bools |a, low, high| a.max(low).min(high);
        ints |a, low, high| a.max(low).min(high);
        only Float32 f32 |a, low, high| minimum_f32(high, maximum_f32(low, a));
        only Float64 f64 |a, low, high| minimum_f64(high, maximum_f64(low, a)); complexes |a, low, high| a.larger(low).smaller(high); }),
    row!("heaviside", 2, {
        only Float32 f32 |a, b| heaviside_f32(a, b);
        only Float64 f64 |a, b| heaviside_f64(a, b);
    }, halves = true),
    row!("copysign", 2, { floats |a, b| a.copysign(b); }, halves = true),
    row!("conjugate", 1, {
        ints | a | a;
        floats | a | a;
        complexes | a | a.conjugate();
    }),
    // Parts of complex numbers; `squared_size` is for their variance.
    row!("real", 1, {
        bools |a| a; ints |a| a; floats |a| a;
        only Complex64 C32 => Float32 |a| a.re; only Complex128 C64 => Float64 |a| a.re;
    }),
    row!("imag", 1, {
        bools |_a| false; ints |_a| 0; floats |_a| 0.0;
        only Complex64 C32 => Float32 |a| a.im; only Complex128 C64 => Float64 |a| a.im;
    }),
    row!("squared_size", 1, {
        floats |a| a * a;
        only Complex64 C32 => Float32 |a| a.squared_size(); only Complex128 C64 => Float64 |a| a.squared_size();
    }),
];
