//! Rust functions that compiled code calls: the same that the interpreter uses.

use crate::data::arith;
use crate::value::Range;
use crate::value::number::{float_divmod, float_mod};

/// `x // y`, `y` not 0.
pub extern "C" fn floor_div(x: f64, y: f64) -> f64 {
    float_divmod(x, y).0
}

/// `x % y`, `y` not 0.
pub extern "C" fn modulo(x: f64, y: f64) -> f64 {
    float_mod(x, y)
}

/// `x ** y`; no number where the interpreter has to look.
pub extern "C" fn float_power(x: f64, y: f64) -> f64 {
    if (x == 0.0 && y < 0.0) || (x < 0.0 && y != y.floor()) { f64::NAN } else { x.powf(y) }
}

/// NumPy's `x // y`.
pub extern "C" fn np_floor_div(x: f64, y: f64) -> f64 {
    arith::floor_div_f64(x, y)
}

/// NumPy's `x % y`.
pub extern "C" fn np_modulo(x: f64, y: f64) -> f64 {
    arith::rem_f64(x, y)
}

/// NumPy's `x ** y`.
pub extern "C" fn np_power(x: f64, y: f64) -> f64 {
    x.powf(y)
}

fn checked_power(x: i64, y: i64) -> Option<i64> {
    match u32::try_from(y) {
        Ok(y) => x.checked_pow(y),
        Err(_) => None,
    }
}

/// Whether `x ** y`, `y` not negative, fits 64 bits.
pub extern "C" fn power_fits(x: i64, y: i64) -> i64 {
    i64::from(checked_power(x, y).is_some())
}

/// `x ** y` where it fits.
pub extern "C" fn power(x: i64, y: i64) -> i64 {
    checked_power(x, y).unwrap_or(0)
}

/// How many values a range gives.
pub extern "C" fn range_len(start: i64, stop: i64, step: i64) -> i64 {
    crate::interp::eval::range_len(&Range { start, stop, step })
}

/// The greatest common divisor; -1 where that does not fit.
pub extern "C" fn gcd(x: i64, y: i64) -> i64 {
    let made = num_integer::Integer::gcd(&x.unsigned_abs(), &y.unsigned_abs());
    i64::try_from(made).unwrap_or(-1)
}

macro_rules! one {
    ($($name:ident $f:expr;)*) => {
        $(
            #[doc = concat!("`math.", stringify!($name), "`.")]
            pub extern "C" fn $name(x: f64) -> f64 {
                let f: fn(f64) -> f64 = $f;
                f(x)
            }
        )*
    };
}

one! {
    exp f64::exp;
    exp2 f64::exp2;
    expm1 f64::exp_m1;
    sin f64::sin;
    cos f64::cos;
    tan f64::tan;
    asin f64::asin;
    acos f64::acos;
    atan f64::atan;
    sinh f64::sinh;
    cosh f64::cosh;
    tanh f64::tanh;
    asinh f64::asinh;
    acosh f64::acosh;
    atanh f64::atanh;
    cbrt f64::cbrt;
    log f64::ln;
    log2 f64::log2;
    log10 f64::log10;
    log1p f64::ln_1p;
}

/// `math.atan2`.
pub extern "C" fn atan2(x: f64, y: f64) -> f64 {
    x.atan2(y)
}

/// `math.pow`, where it is finite.
pub extern "C" fn pow(x: f64, y: f64) -> f64 {
    x.powf(y)
}

/// `math.fmod`, where it is finite.
pub extern "C" fn fmod(x: f64, y: f64) -> f64 {
    x % y
}
