//! Functions of floats over slices: branch-free formulas that LLVM vectorises, compiled for each level of the processor
//! and chosen once. Rows of `ops::table` call these, so evaluated, eager and compiled paths give the same bits.
//!
//! Each formula is written once, for one `f64`, and takes `F`: whether fused multiply-add is there. `float32` goes
//! through the same formulas. The measured errors stand in the book's page on accuracy; the sources in each file.

// Coefficients stand as they were published, with all their digits.
#![allow(clippy::excessive_precision)]

mod ahead;
mod arc;
mod exact;
mod exp;
mod hyper;
mod level;
mod log;
#[cfg(target_arch = "x86_64")]
mod philox;
mod power;
#[cfg_attr(not(target_arch = "x86_64"), path = "no_product.rs")]
pub mod product;
pub mod random;
mod trig;

pub use ahead::ahead;
pub use level::{LEVELS, Level, force, level};

use level::each_level;

/// A factor of a product of matrices: its elements, and the steps from row to row and from column to column.
#[derive(Clone, Copy)]
pub struct Factor<'a> {
    /// From the first on.
    pub items: &'a [f64],
    /// From row to row.
    pub down: usize,
    /// From column to column.
    pub along: usize,
}

/// Loops over one operand, in `$type`.
macro_rules! unary {
    ($type:ty; $($name:ident = $path:path;)*) => {
        $(
            each_level! {
                /// Each element.
                pub fn $name<F>(a: &[$type], out: &mut [$type]) {
                    for (place, &a) in out.iter_mut().zip(a) {
                        *place = $path(f64::from(a)) as $type;
                    }
                }
            }
        )*
    };
}

/// Loops over one operand whose large arguments are left to the scalar function.
macro_rules! reduced {
    ($type:ty; $($name:ident = $path:path, $large:expr;)*) => {
        $(
            /// Each element. The loop leaves out arguments so large that reducing them takes more digits of pi.
            pub fn $name(a: &[$type], out: &mut [$type]) {
                each_level! {
                    fn all<F>(a: &[$type], out: &mut [$type]) {
                        for (place, &a) in out.iter_mut().zip(a) {
                            *place = $path(f64::from(a)) as $type;
                        }
                    }
                }
                all(a, out);
                let large = |a: $type| f64::from(a.abs()) > trig::LARGEST;
                if a.iter().fold(false, |any, &a| any | large(a)) {
                    for (place, &a) in out.iter_mut().zip(a) {
                        if large(a) {
                            *place = $large(f64::from(a)) as $type;
                        }
                    }
                }
            }
        )*
    };
}

/// Loops over two operands.
macro_rules! binary {
    ($type:ty; $($name:ident = $path:path;)*) => {
        $(
            each_level! {
                /// Each pair of elements.
                pub fn $name<F>(a: &[$type], b: &[$type], out: &mut [$type]) {
                    for ((place, &a), &b) in out.iter_mut().zip(a).zip(b) {
                        *place = $path(f64::from(a), f64::from(b)) as $type;
                    }
                }
            }
        )*
    };
}

macro_rules! functions {
    ($type:ty) => {
        use super::*;

        unary! { $type;
            exp = exp::exp::<F>;
            exp2 = exp::exp2::<F>;
            expm1 = exp::expm1::<F>;
            log = log::log::<F>;
            log2 = log::log2::<F>;
            log10 = log::log10::<F>;
            log1p = log::log1p::<F>;
            arcsin = arc::arcsin::<F>;
            arccos = arc::arccos::<F>;
            arctan = arc::arctan::<F>;
            sinh = hyper::sinh::<F>;
            cosh = hyper::cosh::<F>;
            tanh = hyper::tanh::<F>;
            arcsinh = hyper::arcsinh::<F>;
            arccosh = hyper::arccosh::<F>;
            arctanh = hyper::arctanh::<F>;
            cbrt = power::cbrt::<F>;
        }

        reduced! { $type;
            sin = trig::sin::<F>, f64::sin;
            cos = trig::cos::<F>, f64::cos;
            tan = trig::tan::<F>, f64::tan;
        }

        binary! { $type;
            power = power::power::<F>;
            hypot = power::hypot::<F>;
            arctan2 = arc::arctan2::<F>;
            logaddexp = log::logaddexp::<F>;
        }
    };
}

/// Functions of `float64`.
#[allow(clippy::useless_conversion, clippy::unnecessary_cast)]
pub mod float64 {
    functions!(f64);
}

/// Functions of `float32`: computed as `f64`, rounded once.
pub mod float32 {
    functions!(f32);
}
