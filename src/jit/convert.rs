//! Conversions between dtypes in vectors: wider and narrower lanes, integers to floats, singles to doubles.

use cranelift_codegen::ir::{ConstantData, InstBuilder, Value, types};

use super::emit::Emitter;
use super::kind::{Kind, ints};
use crate::ops::ir::Reg;
use crate::ops::prim::Prim;

/// Bytes of two vectors: the low half of the first, the low half of the second.
const LOW_HALVES: [u8; 16] = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];

/// The high half of a vector, twice.
const HIGH_HALF: [u8; 16] = [8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15];

impl Emitter<'_, '_> {
    /// A value of kind `from` as one of kind `to`, which is no mask.
    pub fn converted(&mut self, reg: Reg, from: Kind, to: Kind, at: (u32, u32)) -> Value {
        match (from, to) {
            (Kind::Mask, to) => {
                let mask = self.value(reg, at.0, at.1);
                let one = match to {
                    Kind::Float { bits } => self.float(1.0, bits),
                    _ => self.constant(to.vector(), 1, to.bits()),
                };
                let one = self.cast(ints(at.0), one);
                let picked = self.b.ins().band(mask, one);
                self.cast(to.vector(), picked)
            }
            (Kind::Int { signed, .. }, Kind::Int { stored, .. }) => {
                let value = self.whole(reg, from, signed, at);
                if stored == 8 { self.wrapped(value, Prim::Cast, to) } else { value }
            }
            (Kind::Int { bits, signed, .. }, Kind::Float { bits: 64 }) => self.double(reg, from, (bits, signed), at),
            (Kind::Int { bits, signed, .. }, _) => {
                let value = self.whole(reg, from, signed, at);
                // Those of 16 bits have room for the sign.
                match signed || bits < 32 {
                    true => self.b.ins().fcvt_from_sint(types::F32X4, value),
                    false => self.b.ins().fcvt_from_uint(types::F32X4, value),
                }
            }
            (Kind::Float { bits: 32 }, Kind::Float { bits: 64 }) => {
                let four = self.value(reg, 32, at.1 / 2);
                let two = self.half(four, at.1);
                let two = self.cast(types::F32X4, two);
                self.b.ins().fvpromote_low(two)
            }
            (Kind::Float { bits: 64 }, Kind::Float { bits: 32 }) => {
                let (low, high) = (self.value(reg, 64, at.1 * 2), self.value(reg, 64, at.1 * 2 + 1));
                let (low, high) = (self.b.ins().fvdemote(low), self.b.ins().fvdemote(high));
                let both = self.shuffled(low, high, LOW_HALVES);
                self.cast(types::F32X4, both)
            }
            _ => self.value(reg, at.0, at.1),
        }
    }

    /// An integer in lanes of other bits: widened by its sign, or cut.
    fn whole(&mut self, reg: Reg, kind: Kind, signed: bool, (bits, part): (u32, u32)) -> Value {
        let native = kind.bits();
        if bits == native {
            return self.value(reg, bits, part);
        }
        if bits > native {
            let half = self.whole(reg, kind, signed, (bits / 2, part / 2));
            return match (part.is_multiple_of(2), signed) {
                (true, true) => self.b.ins().swiden_low(half),
                (true, false) => self.b.ins().uwiden_low(half),
                (false, true) => self.b.ins().swiden_high(half),
                (false, false) => self.b.ins().uwiden_high(half),
            };
        }
        let low = self.whole(reg, kind, signed, (bits * 2, part * 2));
        let high = self.whole(reg, kind, signed, (bits * 2, part * 2 + 1));
        self.every_other(low, high, (bits / 8) as u8)
    }

    /// Integers as doubles.
    fn double(&mut self, reg: Reg, kind: Kind, (bits, signed): (u32, bool), (_, part): (u32, u32)) -> Value {
        if bits == 64 {
            let value = self.value(reg, 64, part);
            return match signed {
                true => self.b.ins().fcvt_from_sint(types::F64X2, value),
                false => self.b.ins().fcvt_from_uint(types::F64X2, value),
            };
        }
        let four = self.whole(reg, kind, signed, (32, part / 2));
        let two = self.half(four, part);
        let two = self.cast(types::I32X4, two);
        if signed {
            let wide = self.b.ins().swiden_low(two);
            self.b.ins().fcvt_from_sint(types::F64X2, wide)
        } else {
            let wide = self.b.ins().uwiden_low(two);
            self.b.ins().fcvt_from_uint(types::F64X2, wide)
        }
    }

    /// The half of a vector that an even or odd part is made of, in the low half.
    fn half(&mut self, whole: Value, part: u32) -> Value {
        if part.is_multiple_of(2) { whole } else { self.shuffled(whole, whole, HIGH_HALF) }
    }

    fn shuffled(&mut self, a: Value, b: Value, pick: [u8; 16]) -> Value {
        let (a, b) = (self.cast(types::I8X16, a), self.cast(types::I8X16, b));
        let mask = self.b.func.dfg.immediates.push(ConstantData::from(&pick[..]));
        self.b.ins().shuffle(a, b, mask)
    }
}
