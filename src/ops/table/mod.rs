//! The rows of elementwise operations, by theme, and how a row is written down.

pub mod arith;
pub mod bits;
pub mod cast;
pub mod compare;
pub mod float;
pub mod parts;
pub mod text;
pub mod time;

use super::ScalarOp;

/// All tables of elementwise operations.
pub const ALL: &[&[ScalarOp]] =
    &[arith::ROWS, bits::ROWS, compare::ROWS, float::ROWS, parts::ROWS, text::ROWS, time::ROWS];

/// A loop over one operand: `un!(Float64 -> Bool, |x: f64| ...)`.
macro_rules! un {
    ($a:ident -> $o:ident, $f:expr) => {
        $crate::ops::Loop {
            ins: &[$crate::data::DType::$a],
            out: $crate::data::DType::$o,
            run: |args, out| $crate::ops::lane::map1(args, out, $f),
        }
    };
}

/// A loop over two operands of one dtype, or of the two given.
macro_rules! bin {
    ($a:ident, $b:ident -> $o:ident, $f:expr) => {
        $crate::ops::Loop {
            ins: &[$crate::data::DType::$a, $crate::data::DType::$b],
            out: $crate::data::DType::$o,
            run: |args, out| $crate::ops::lane::map2(args, out, $f),
        }
    };
    ($a:ident -> $o:ident, $f:expr) => {
        $crate::ops::table::bin!($a, $a -> $o, $f)
    };
}

/// A loop over three operands: the first of its own dtype, two of another.
macro_rules! tri {
    ($c:ident, $a:ident -> $o:ident, $f:expr) => {
        $crate::ops::Loop {
            ins: &[$crate::data::DType::$c, $crate::data::DType::$a, $crate::data::DType::$a],
            out: $crate::data::DType::$o,
            run: |args, out| $crate::ops::lane::map3(args, out, $f),
        }
    };
}

/// A loop over one operand or two, from `ops::simd`.
macro_rules! simd {
    (1 $dtype:ident, $module:ident, $type:ty, $name:ident) => {
        $crate::ops::Loop {
            ins: &[$crate::data::DType::$dtype],
            out: $crate::data::DType::$dtype,
            run: |args, out| {
                use $crate::ops::lane::LaneElement;
                let &[a] = args else { return };
                $crate::ops::simd::$module::$name(<$type>::lane(a), <$type>::lane_mut(out));
            },
        }
    };
    (2 $dtype:ident, $module:ident, $type:ty, $name:ident) => {
        $crate::ops::Loop {
            ins: &[$crate::data::DType::$dtype, $crate::data::DType::$dtype],
            out: $crate::data::DType::$dtype,
            run: |args, out| {
                use $crate::ops::lane::LaneElement;
                let &[a, b] = args else { return };
                $crate::ops::simd::$module::$name(<$type>::lane(a), <$type>::lane(b), <$type>::lane_mut(out));
            },
        }
    };
}

/// Loops for groups of dtypes, in this order: `bools`, `ints` (with and without sign), `floats`, `complexes`, or `only Float64 f64`.
/// `ints |a, b| ...` gives the dtype of the operands, `ints => Bool |a, b| ...` another. `T` stands for the type.
/// `simd exp` and `simd2 power` are the vectorised loops of both floats.
macro_rules! loops {
    (@ [$($done:tt)*]) => { &[$($done)*] };
    (@ [$($done:tt)*] simd $name:ident; $($rest:tt)*) => {
        $crate::ops::table::loops!(@ [$($done)* $crate::ops::table::simd!(1 Float32, float32, f32, $name),
            $crate::ops::table::simd!(1 Float64, float64, f64, $name),] $($rest)*)
    };
    (@ [$($done:tt)*] simd2 $name:ident; $($rest:tt)*) => {
        $crate::ops::table::loops!(@ [$($done)* $crate::ops::table::simd!(2 Float32, float32, f32, $name),
            $crate::ops::table::simd!(2 Float64, float64, f64, $name),] $($rest)*)
    };
    (@ [$($done:tt)*] one simd2 $name:ident; $($rest:tt)*) => {
        $crate::ops::table::loops!(@ [$($done)* $crate::ops::table::simd!(2 Float64, float64, f64, $name),] $($rest)*)
    };
    (@ [$($done:tt)*] bools $($rest:tt)*) => {
        $crate::ops::table::loops!(@ [$($done)*] each [Bool bool] $($rest)*)
    };
    (@ [$($done:tt)*] ints $($rest:tt)*) => {
        $crate::ops::table::loops!(@ [$($done)*]
            each [Int8 i8, UInt8 u8, Int16 i16, UInt16 u16, Int32 i32, UInt32 u32, Int64 i64, UInt64 u64] $($rest)*)
    };
    (@ [$($done:tt)*] floats $($rest:tt)*) => {
        $crate::ops::table::loops!(@ [$($done)*] each [Float32 f32, Float64 f64] $($rest)*)
    };
    (@ [$($done:tt)*] complexes $($rest:tt)*) => {
        $crate::ops::table::loops!(@ [$($done)*] each [Complex64 C32, Complex128 C64] $($rest)*)
    };
    (@ [$($done:tt)*] only $d:ident $t:ident $($rest:tt)*) => {
        $crate::ops::table::loops!(@ [$($done)*] each [$d $t] $($rest)*)
    };
    (@ [$($done:tt)*] mixed $a:ident $x:ident, $b:ident $y:ident => $o:ident |$p:ident, $q:ident| $e:expr; $($rest:tt)*) => {
        $crate::ops::table::loops!(@ [$($done)* $crate::ops::table::bin!($a, $b -> $o, |$p: $x, $q: $y| $e),] $($rest)*)
    };
    (@ [$($done:tt)*] each [$($d:ident $t:ident),*] => $o:ident |$a:ident| $e:expr; $($rest:tt)*) => {
        $crate::ops::table::loops!(@ [$($done)* $($crate::ops::table::un!($d -> $o, |$a: $t| $e),)*] $($rest)*)
    };
    (@ [$($done:tt)*] each [$($d:ident $t:ident),*] |$a:ident| $e:expr; $($rest:tt)*) => {
        $crate::ops::table::loops!(@ [$($done)* $($crate::ops::table::un!($d -> $d, |$a: $t| -> $t { $e }),)*] $($rest)*)
    };
    (@ [$($done:tt)*] each [$($d:ident $t:ident),*] => $o:ident |$a:ident, $b:ident| $e:expr; $($rest:tt)*) => {
        $crate::ops::table::loops!(@ [$($done)* $($crate::ops::table::bin!($d -> $o, |$a: $t, $b: $t| $e),)*] $($rest)*)
    };
    (@ [$($done:tt)*] each [$($d:ident $t:ident),*] |$a:ident, $b:ident| $e:expr; $($rest:tt)*) => {
        $crate::ops::table::loops!(@ [$($done)* $($crate::ops::table::bin!($d -> $d, |$a: $t, $b: $t| -> $t { $e }),)*] $($rest)*)
    };
    (@ [$($done:tt)*] each [$($d:ident $t:ident),*] ?|$c:ident, $a:ident, $b:ident| $e:expr; $($rest:tt)*) => {
        $crate::ops::table::loops!(@ [$($done)* $($crate::ops::table::tri!(Bool, $d -> $d, |$c: bool, $a: $t, $b: $t| -> $t { $e }),)*] $($rest)*)
    };
    (@ [$($done:tt)*] each [$($d:ident $t:ident),*] |$c:ident, $a:ident, $b:ident| $e:expr; $($rest:tt)*) => {
        $crate::ops::table::loops!(@ [$($done)* $($crate::ops::table::tri!($d, $d -> $d, |$c: $t, $a: $t, $b: $t| -> $t { $e }),)*] $($rest)*)
    };
    ($($all:tt)*) => { $crate::ops::table::loops!(@ [] $($all)*) };
}

/// A row.
macro_rules! row {
    ($name:literal, $arity:literal, {$($loops:tt)*} $(, $prop:ident = $value:expr)* $(,)?) => {
        $crate::ops::ScalarOp {
            name: $name,
            arity: $arity,
            loops: $crate::ops::table::loops!($($loops)*),
            props: $crate::ops::Props { $($prop: $value,)* ..$crate::ops::scalar::PLAIN },
        }
    };
}

pub(crate) use {bin, loops, row, simd, tri, un};
