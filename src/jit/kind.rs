//! How elements of a dtype stand in vector registers, and which primitives are emitted for which dtypes. A dtype that
//! is not named here is worked on by the loops of the rows.

use cranelift_codegen::ir::{Type, types};

use crate::data::{DType, Scalar};
use crate::ops::Loop;
use crate::ops::prim::Prim;

/// How elements of a dtype are held.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Bools: all bits of a lane set, or none; lanes of any width.
    Mask,
    /// Integers, in lanes of `bits` (`stored` in memory: those of 8 bits are held in 16).
    Int {
        /// Bits of a lane.
        bits: u32,
        /// Bits in memory.
        stored: u32,
        /// Whether they have a sign.
        signed: bool,
    },
    /// Floats of so many bits.
    Float {
        /// Bits of a lane.
        bits: u32,
    },
}

/// How elements of this dtype are held, if there is code for them.
pub fn of(dtype: DType) -> Option<Kind> {
    let stored = 8 * dtype.itemsize() as u32;
    match (dtype.kind_char(), stored) {
        ('b', 8) => Some(Kind::Mask),
        (sign @ ('i' | 'u'), 8 | 16 | 32 | 64) => Some(Kind::Int { bits: stored.max(16), stored, signed: sign == 'i' }),
        ('f', 32 | 64) => Some(Kind::Float { bits: stored }),
        _ => None,
    }
}

impl Kind {
    /// Bits of a lane; bools are made 16 wide, as they come from memory.
    pub fn bits(self) -> u32 {
        match self {
            Kind::Mask => 16,
            Kind::Int { bits, .. } | Kind::Float { bits } => bits,
        }
    }

    /// Bytes of an element in memory.
    pub fn bytes(self) -> u32 {
        match self {
            Kind::Mask => 1,
            Kind::Int { stored, .. } => stored / 8,
            Kind::Float { bits } => bits / 8,
        }
    }

    /// The vector type.
    pub fn vector(self) -> Type {
        match self {
            Kind::Float { bits: 32 } => types::F32X4,
            Kind::Float { .. } => types::F64X2,
            Kind::Mask | Kind::Int { .. } => ints(self.bits()),
        }
    }

    /// A number in all lanes of a vector.
    pub fn splat(self, value: Scalar) -> [u8; 16] {
        let bits = value.bits();
        let lane = match self {
            Kind::Mask if bits != 0 => u64::MAX,
            Kind::Mask => 0,
            Kind::Int { stored: 8, signed: true, .. } => i64::from(bits as u8 as i8) as u64,
            Kind::Int { stored: 8, .. } => bits & 0xff,
            _ => bits,
        };
        repeated(lane, self.bits())
    }
}

/// The low bits of a number, in all lanes of so many bits.
pub fn repeated(lane: u64, bits: u32) -> [u8; 16] {
    let (lane, size) = (lane.to_le_bytes(), bits as usize / 8);
    std::array::from_fn(|at| lane.get(at % size.max(1)).copied().unwrap_or(0))
}

/// The integer vector of lanes with so many bits.
pub fn ints(bits: u32) -> Type {
    match bits {
        8 => types::I8X16,
        16 => types::I16X8,
        32 => types::I32X4,
        _ => types::I64X2,
    }
}

/// Whether a loop of a row with this primitive is emitted.
pub fn emits(prim: Prim, kernel: &Loop) -> bool {
    let Some(out) = of(kernel.out) else { return false };
    let ins: Option<Vec<Kind>> = kernel.ins.iter().map(|&dtype| of(dtype)).collect();
    let Some(ins) = ins else { return false };
    if prim == Prim::Where {
        return matches!(*ins, [Kind::Mask, a, b] if a == b && b == out);
    }
    let Some((&first, rest)) = ins.split_first() else { return false };
    if prim == Prim::Cast {
        return rest.is_empty() && converts(first, out);
    }
    if rest.iter().any(|kind| *kind != first) {
        return false;
    }
    let float = matches!(first, Kind::Float { .. });
    let gives_bool = out == Kind::Mask;
    match prim {
        Prim::Divide | Prim::Sqrt | Prim::Reciprocal | Prim::Times(..) | Prim::Heaviside | Prim::Copysign => {
            float && out == first
        }
        Prim::Rint => float && out == first,
        Prim::Negative | Prim::Subtract | Prim::Sign | Prim::Square | Prim::Cube => first != Kind::Mask && out == first,
        Prim::And | Prim::Or | Prim::Xor | Prim::Invert => !float && out == first,
        Prim::Signbit => float && gives_bool,
        Prim::LogicalAnd | Prim::LogicalOr | Prim::LogicalXor | Prim::LogicalNot => gives_bool,
        Prim::Equal | Prim::NotEqual | Prim::Less | Prim::LessEqual | Prim::Greater | Prim::GreaterEqual => gives_bool,
        Prim::IsNan | Prim::IsInf | Prim::IsFinite => gives_bool,
        _ => out == first,
    }
}

/// Whether a conversion is emitted. Floats to integers, and long integers to singles, are called.
fn converts(from: Kind, to: Kind) -> bool {
    match (from, to) {
        (_, Kind::Mask) | (Kind::Mask, _) => true,
        (Kind::Int { .. }, Kind::Int { .. }) | (Kind::Float { .. }, Kind::Float { .. }) => true,
        (Kind::Int { bits, .. }, Kind::Float { bits: to }) => to == 64 || bits <= 32,
        (Kind::Float { .. }, Kind::Int { .. }) => false,
    }
}
