//! How a row's loops are compiled: the primitive operation that a row is, as plain data. What has none here is called,
//! once for each block, by its own loop.

/// A primitive operation on elements, of any dtype on which it makes sense. Each gives exactly the bits that the loops of
/// its row give.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Prim {
    /// `a + b`; ints wrap, bools or.
    Add,
    /// `a - b`; ints wrap.
    Subtract,
    /// `a * b`; ints wrap, bools and.
    Multiply,
    /// `a / b` of floats.
    Divide,
    /// `-a`.
    Negative,
    /// `a`.
    Same,
    /// Without its sign.
    Absolute,
    /// -1, 0 or 1; NaN stays.
    Sign,
    /// `a * a`.
    Square,
    /// `a * a * a`.
    Cube,
    /// `1 / a` of floats.
    Reciprocal,
    /// `a` times a number, of doubles and of singles.
    Times(f64, f32),
    /// The square root.
    Sqrt,
    /// Down to a whole number.
    Floor,
    /// Up to a whole number.
    Ceil,
    /// Towards zero.
    Trunc,
    /// To the nearest, ties to even.
    Rint,
    /// The larger; NaN if either is.
    Maximum,
    /// The smaller; NaN if either is.
    Minimum,
    /// The larger; NaN if both are.
    Fmax,
    /// The smaller; NaN if both are.
    Fmin,
    /// `b` where `a` is true, else `c`.
    Where,
    /// `minimum(maximum(a, b), c)`.
    Clip,
    /// 0 below zero, 1 above, `b` at zero.
    Heaviside,
    /// `a` with the sign of `b`.
    Copysign,
    /// Bits that both have.
    And,
    /// Bits that either has.
    Or,
    /// Bits that one has.
    Xor,
    /// All bits turned.
    Invert,
    /// Both are not 0.
    LogicalAnd,
    /// One is not 0.
    LogicalOr,
    /// One is not 0, and the other is.
    LogicalXor,
    /// It is 0.
    LogicalNot,
    /// `a == b`.
    Equal,
    /// `a != b`.
    NotEqual,
    /// `a < b`.
    Less,
    /// `a <= b`.
    LessEqual,
    /// `a > b`.
    Greater,
    /// `a >= b`.
    GreaterEqual,
    /// NaN?
    IsNan,
    /// Infinite?
    IsInf,
    /// Neither?
    IsFinite,
    /// Whether the sign bit is set.
    Signbit,
    /// Converted to the dtype of the result.
    Cast,
}

/// The primitive of the row with this name.
pub fn of(row: &str) -> Option<Prim> {
    use std::f32::consts::PI as PI32;
    use std::f64::consts::PI;
    Some(match row {
        "add" => Prim::Add,
        "subtract" => Prim::Subtract,
        "multiply" => Prim::Multiply,
        "divide" => Prim::Divide,
        "negative" => Prim::Negative,
        "positive" | "conjugate" => Prim::Same,
        "absolute" | "fabs" => Prim::Absolute,
        "sign" => Prim::Sign,
        "square" => Prim::Square,
        "cube" => Prim::Cube,
        "reciprocal" => Prim::Reciprocal,
        "deg2rad" => Prim::Times(PI / 180.0, PI32 / 180.0),
        "rad2deg" => Prim::Times(180.0 / PI, 180.0 / PI32),
        "sqrt" => Prim::Sqrt,
        "floor" => Prim::Floor,
        "ceil" => Prim::Ceil,
        "trunc" => Prim::Trunc,
        "rint" => Prim::Rint,
        "maximum" => Prim::Maximum,
        "minimum" => Prim::Minimum,
        "fmax" => Prim::Fmax,
        "fmin" => Prim::Fmin,
        "where" => Prim::Where,
        "clip" => Prim::Clip,
        "heaviside" => Prim::Heaviside,
        "copysign" => Prim::Copysign,
        "bitwise_and" => Prim::And,
        "bitwise_or" => Prim::Or,
        "bitwise_xor" => Prim::Xor,
        "invert" => Prim::Invert,
        "logical_and" => Prim::LogicalAnd,
        "logical_or" => Prim::LogicalOr,
        "logical_xor" => Prim::LogicalXor,
        "logical_not" => Prim::LogicalNot,
        "equal" => Prim::Equal,
        "not_equal" => Prim::NotEqual,
        "less" => Prim::Less,
        "less_equal" => Prim::LessEqual,
        "greater" => Prim::Greater,
        "greater_equal" => Prim::GreaterEqual,
        "isnan" => Prim::IsNan,
        "isinf" => Prim::IsInf,
        "isfinite" => Prim::IsFinite,
        "signbit" => Prim::Signbit,
        _ if row.starts_with("astype_") => Prim::Cast,
        _ => return None,
    })
}
