//! The rows of elementwise operations, by theme, and how a row is written down.

pub mod arith;
pub mod bits;
pub mod cast;
pub mod compare;
pub mod float;

use super::ScalarOp;

/// All tables of elementwise operations.
pub const ALL: &[&[ScalarOp]] = &[arith::ROWS, bits::ROWS, compare::ROWS, float::ROWS];

/// A loop over one operand: `un!(Float64 -> Bool, f64, |x| ...)`.
macro_rules! un {
    ($a:ident -> $o:ident, $f:expr) => {
        $crate::ops::Loop {
            ins: &[$crate::data::DType::$a],
            out: $crate::data::DType::$o,
            run: |args, out| $crate::ops::lane::map1(args, out, $f),
        }
    };
}

/// A loop over two operands of one dtype.
macro_rules! bin {
    ($a:ident -> $o:ident, $f:expr) => {
        $crate::ops::Loop {
            ins: &[$crate::data::DType::$a, $crate::data::DType::$a],
            out: $crate::data::DType::$o,
            run: |args, out| $crate::ops::lane::map2(args, out, $f),
        }
    };
}

/// A row.
macro_rules! row {
    ($name:literal, $arity:literal, [$($loop:expr),* $(,)?] $(, $prop:ident = $value:expr)* $(,)?) => {
        $crate::ops::ScalarOp {
            name: $name,
            arity: $arity,
            loops: &[$($loop),*],
            props: $crate::ops::Props { $($prop: $value,)* ..$crate::ops::scalar::PLAIN },
        }
    };
}

pub(crate) use {bin, row, un};
