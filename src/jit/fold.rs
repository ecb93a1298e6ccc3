//! A loop whose results are folded where they are made: eight accumulators side by side, which are what the leaves of
//! [`crate::kernels::fold`] keep, so that evaluated and compiled reductions give the same bits. Of each leaf the
//! accumulators are stored; whoever called combines them.

use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{BlockArg, InstBuilder, Type, Value, types};
use cranelift_frontend::FunctionBuilder;

use super::emit::{Emitter, flags, pointers};
use super::kind::{self, Kind};
use super::plan::LoopPlan;
use crate::data::DType;
use crate::ops::Base;
use crate::ops::ir::{Program, Reg};
use crate::ops::prim::Prim;

/// Accumulators of a leaf, and elements of a turn.
pub const LANES: usize = 8;

/// How elements go into the accumulators.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Way {
    /// Each into that of its place among eight.
    Lanes(Prim),
    /// One after the other into the first: products of floats, whose order NumPy keeps.
    Chain,
}

fn way(base: Base, kind: Kind) -> Option<Way> {
    let whole = matches!(kind, Kind::Int { stored: 16.., .. });
    let float = matches!(kind, Kind::Float { .. });
    Some(Way::Lanes(match base {
        Base::Sum if whole || float => Prim::Add,
        Base::Prod if whole => Prim::Multiply,
        Base::Prod if float => return Some(Way::Chain),
        Base::Any | Base::Max if kind == Kind::Mask => Prim::Or,
        Base::All | Base::Min if kind == Kind::Mask => Prim::And,
        Base::Max => Prim::Maximum,
        Base::Min => Prim::Minimum,
        _ => return None,
    }))
}

/// Whether elements of this dtype are folded so in compiled code.
pub fn folds(base: Base, dtype: DType) -> bool {
    kind::of(dtype).and_then(|kind| way(base, kind)).is_some()
}

/// The bits of what changes nothing, in a lane.
fn neutral(way: Way, kind: Kind) -> u64 {
    let Way::Lanes(prim) = way else { return 0 };
    match (prim, kind) {
        // -0.0, so that a sum of -0.0 is -0.0.
        (Prim::Add, Kind::Float { bits }) => 1 << (bits - 1),
        (Prim::Maximum, Kind::Float { bits: 32 }) => u64::from(f32::NEG_INFINITY.to_bits()),
        (Prim::Maximum, Kind::Float { .. }) => f64::NEG_INFINITY.to_bits(),
        (Prim::Minimum, Kind::Float { bits: 32 }) => u64::from(f32::INFINITY.to_bits()),
        (Prim::Minimum, Kind::Float { .. }) => f64::INFINITY.to_bits(),
        (Prim::Maximum, Kind::Int { stored, signed: true, .. }) => (-1i64 << (stored - 1)) as u64,
        (Prim::Minimum, Kind::Int { stored, signed: true, .. }) => !(-1i64 << (stored - 1)) as u64,
        (Prim::Minimum, Kind::Int { stored, .. }) => u64::MAX >> (64 - stored),
        (Prim::And, _) => u64::MAX,
        (Prim::Multiply, _) => 1,
        _ => 0,
    }
}

/// The function of a folding loop: `(where the inputs begin, and the ends of the leaves; where the accumulators go;
/// constants; number of leaves)`. Ends count elements, are 64 bits wide and multiples of eight; no leaf is empty.
pub fn function(b: &mut FunctionBuilder<'_>, program: &Program, plan: &LoopPlan, base: Base) {
    let Some(&reg) = plan.outs.first() else { return };
    let Some(kind) = kind::of(program.dtype(reg)) else { return };
    let Some(way) = way(base, kind) else { return };
    let entry = b.create_block();
    b.append_block_params_for_function_params(entry);
    b.switch_to_block(entry);
    let params = b.block_params(entry).to_vec();
    let &[ins, outs, consts, leaves] = params.as_slice() else { return };
    let mut ins = pointers(b, ins, plan.ins.len() + 1);
    let outs = pointers(b, outs, 1);
    let Some(ends) = ins.pop() else { return };
    let (leaf, turn, done, last) = (b.create_block(), b.create_block(), b.create_block(), b.create_block());
    let (number, begin) = (b.append_block_param(leaf, types::I64), b.append_block_param(leaf, types::I64));
    let index = b.append_block_param(turn, types::I64);
    let kept: Vec<Value> = accumulators(way, kind).into_iter().map(|of| b.append_block_param(turn, of)).collect();
    let zero = b.ins().iconst(types::I64, 0);
    b.ins().jump(leaf, &[BlockArg::Value(zero), BlockArg::Value(zero)]);
    b.switch_to_block(leaf);
    let place = b.ins().ishl_imm_s(number, 3);
    let place = b.ins().iadd(ends, place);
    let end = b.ins().load(types::I64, flags(), place, 0);
    let mut e = Emitter::new(b, program, plan, (ins, outs, consts), index);
    let mut args = vec![BlockArg::Value(begin)];
    args.extend(e.start(way, kind, kept.len()).into_iter().map(BlockArg::Value));
    e.b.ins().jump(turn, &args);
    e.b.switch_to_block(turn);
    let folded = e.fold(reg, way, kind, &kept);
    let next = e.b.ins().iadd_imm_s(index, LANES as i64);
    let more = e.b.ins().icmp(IntCC::UnsignedLessThan, next, end);
    let mut args = vec![BlockArg::Value(next)];
    args.extend(folded.iter().copied().map(BlockArg::Value));
    e.b.ins().brif(more, turn, &args, done, &[]);
    e.b.switch_to_block(done);
    let bytes = e.b.ins().ishl_imm_s(number, i64::from((kind.bytes() * LANES as u32).trailing_zeros()));
    e.keep(way, kind, &folded, bytes);
    let after = e.b.ins().iadd_imm_s(number, 1);
    let more = e.b.ins().icmp(IntCC::UnsignedLessThan, after, leaves);
    e.b.ins().brif(more, leaf, &[BlockArg::Value(after), BlockArg::Value(next)], last, &[]);
    e.b.switch_to_block(last);
    e.b.ins().return_(&[]);
    e.b.seal_all_blocks();
}

/// What the accumulators are kept in.
fn accumulators(way: Way, kind: Kind) -> Vec<Type> {
    match (way, kind) {
        (Way::Chain, Kind::Float { bits: 32 }) => vec![types::F32],
        (Way::Chain, _) => vec![types::F64],
        _ => vec![kind.vector(); LANES * kind.bits() as usize / 128],
    }
}

impl Emitter<'_, '_> {
    /// Accumulators before the first element.
    fn start(&mut self, way: Way, kind: Kind, count: usize) -> Vec<Value> {
        match (way, kind) {
            (Way::Chain, Kind::Float { bits: 32 }) => vec![self.b.ins().f32const(1.0)],
            (Way::Chain, _) => vec![self.b.ins().f64const(1.0)],
            _ => {
                let value = self.constant(kind.vector(), neutral(way, kind), kind.bits());
                vec![value; count]
            }
        }
    }

    /// The accumulators with a turn's elements in them.
    fn fold(&mut self, reg: Reg, way: Way, kind: Kind, kept: &[Value]) -> Vec<Value> {
        let Way::Lanes(prim) = way else { return self.chained(reg, kind, kept) };
        let mut out = Vec::with_capacity(kept.len());
        for (part, &known) in kept.iter().enumerate() {
            let value = self.value(reg, kind.bits(), part as u32);
            let value = self.cast(kind.vector(), value);
            let both = (known, value, value);
            let made = match (kind, prim) {
                (Kind::Mask, Prim::Or) => self.b.ins().bor(known, value),
                (Kind::Mask, _) => self.b.ins().band(known, value),
                (Kind::Float { bits }, _) => self.of_floats(prim, both, bits),
                _ => self.of_ints(prim, both, kind),
            };
            out.push(self.cast(kind.vector(), made));
        }
        out
    }

    fn chained(&mut self, reg: Reg, kind: Kind, kept: &[Value]) -> Vec<Value> {
        let Some(&(mut product)) = kept.first() else { return Vec::new() };
        let lanes = 128 / kind.bits();
        for part in 0..LANES as u32 / lanes {
            let value = self.value(reg, kind.bits(), part);
            for lane in 0..lanes {
                let item = self.b.ins().extractlane(value, lane as u8);
                product = self.b.ins().fmul(product, item);
            }
        }
        vec![product]
    }

    /// Store the accumulators of a leaf, so many bytes behind those of the first.
    fn keep(&mut self, way: Way, kind: Kind, folded: &[Value], bytes: Value) {
        let Some(base) = self.out(0) else { return };
        let address = self.b.ins().iadd(base, bytes);
        if way == Way::Chain {
            // 1 in the other places.
            let one = self.float(1.0, kind.bits());
            for part in 0..LANES as u32 * kind.bits() / 128 {
                self.b.ins().store(flags(), one, address, (part * 16) as i32);
            }
        }
        if kind.bytes() == 1 {
            let Some(&value) = folded.first() else { return };
            let half = self.narrowed(kind, value, value);
            let pair = self.cast(types::I64X2, half);
            let half = self.b.ins().extractlane(pair, 0);
            self.b.ins().store(flags(), half, address, 0);
            return;
        }
        for (part, &value) in folded.iter().enumerate() {
            self.b.ins().store(flags(), value, address, (part * 16) as i32);
        }
    }
}
