//! From a loop of the plan to Cranelift's code: vectors of 128 bits, a group of elements per turn. Each vector is made
//! when the result asks for it, so that few are alive at once; nothing is reordered, joined or rounded otherwise than in
//! the loops of the rows.

use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{Block, BlockArg, ConstantData, Endianness, InstBuilder, MemFlagsData, Type, Value, types};
use cranelift_frontend::FunctionBuilder;
use rustc_hash::FxHashMap;

use super::kind::{self, Kind, ints, repeated};
use super::plan::LoopPlan;
use crate::ops::ir::{Program, Reg, Step};
use crate::ops::prim;

/// A vector of a value: which lanes (of how many bits), and which vector of the group.
pub type Place = (Reg, u32, u32);

/// What is emitted, and where it stands.
pub struct Emitter<'e, 'f> {
    /// Cranelift's builder.
    pub b: &'e mut FunctionBuilder<'f>,
    program: &'e Program,
    plan: &'e LoopPlan,
    /// Where the elements of each input and result begin, and where the constants stand.
    ins: Vec<Value>,
    outs: Vec<Value>,
    consts: Value,
    /// Number of the first element of the group.
    index: Value,
    /// The same in bytes, by the bytes of an element, and where the group begins, by where the array does.
    offsets: FxHashMap<u32, Value>,
    starts: FxHashMap<Value, Value>,
    made: FxHashMap<Place, Value>,
}

/// Elements of a group: one turn of the loop. Each is made of whole vectors.
pub fn group(program: &Program, plan: &LoopPlan) -> u32 {
    let wide = |reg: &Reg| kind::of(program.dtype(*reg)).is_some_and(|kind| kind.bits() == 64);
    if plan.ins.iter().chain(&plan.outs).any(wide) { 8 } else { 16 }
}

/// Elements of the largest group.
pub const LARGEST: usize = 16;

/// How compiled code reads and writes: addresses are known to be good.
pub fn flags() -> MemFlagsData {
    MemFlagsData::new().with_notrap()
}

/// The first pointers of a table.
pub fn pointers(b: &mut FunctionBuilder<'_>, table: Value, many: usize) -> Vec<Value> {
    (0..many as i32).map(|at| b.ins().load(types::I64, flags(), table, at * 8)).collect()
}

/// The function of a loop: `(where the inputs begin, where the results begin, constants, count)`; the count is a
/// multiple of the group.
pub fn function(b: &mut FunctionBuilder<'_>, program: &Program, plan: &LoopPlan) {
    let entry = b.create_block();
    b.append_block_params_for_function_params(entry);
    b.switch_to_block(entry);
    let params = b.block_params(entry).to_vec();
    let (Some(&ins), Some(&outs), Some(&consts), Some(&count)) =
        (params.first(), params.get(1), params.get(2), params.get(3))
    else {
        return;
    };
    let ins = pointers(b, ins, plan.ins.len());
    let outs = pointers(b, outs, plan.outs.len());
    let zero = b.ins().iconst(types::I64, 0);
    let (turn, done) = (b.create_block(), b.create_block());
    let index = b.append_block_param(turn, types::I64);
    b.ins().jump(turn, &[BlockArg::Value(zero)]);
    b.switch_to_block(turn);
    let group = group(program, plan);
    Emitter::new(b, program, plan, (ins, outs, consts), index).turn(group);
    let next = b.ins().iadd_imm_s(index, i64::from(group));
    close(b, turn, done, next, count);
}

/// The end of a turn: go on while elements are left.
fn close(b: &mut FunctionBuilder<'_>, turn: Block, done: Block, next: Value, count: Value) {
    let more = b.ins().icmp(IntCC::UnsignedLessThan, next, count);
    b.ins().brif(more, turn, &[BlockArg::Value(next)], done, &[]);
    b.switch_to_block(done);
    b.ins().return_(&[]);
    b.seal_all_blocks();
}

impl<'e, 'f> Emitter<'e, 'f> {
    /// For a loop: where the inputs, the results and the constants stand, and the number of a turn's first element.
    pub fn new(
        b: &'e mut FunctionBuilder<'f>,
        program: &'e Program,
        plan: &'e LoopPlan,
        (ins, outs, consts): (Vec<Value>, Vec<Value>, Value),
        index: Value,
    ) -> Self {
        let (offsets, starts, made) = Default::default();
        Emitter { b, program, plan, ins, outs, consts, index, offsets, starts, made }
    }

    /// Where a result begins.
    pub fn out(&self, at: usize) -> Option<Value> {
        self.outs.get(at).copied()
    }

    /// One turn: all results of a group of elements, from the first to the last, so that what several results share is
    /// needed at about the same time.
    fn turn(&mut self, group: u32) {
        for at in (0..group).step_by(2) {
            for (out, &reg) in self.plan.outs.iter().enumerate() {
                let Some(kind) = kind::of(self.program.dtype(reg)) else { continue };
                // Elements that are stored at once.
                let lanes = match kind.bytes() {
                    1 => group,
                    _ => 128 / kind.bits(),
                };
                if at % lanes == 0 {
                    self.store(out, reg, kind, at / lanes, group);
                }
            }
        }
    }

    /// The address of the group's first element.
    fn address(&mut self, base: Value, bytes: u32) -> Value {
        if let Some(&start) = self.starts.get(&base) {
            return start;
        }
        let offset = match self.offsets.get(&bytes) {
            Some(&offset) => offset,
            None => {
                let shift = i64::from(bytes.trailing_zeros());
                let offset = if shift == 0 { self.index } else { self.b.ins().ishl_imm_s(self.index, shift) };
                self.offsets.insert(bytes, offset);
                offset
            }
        };
        let start = self.b.ins().iadd(base, offset);
        self.starts.insert(base, start);
        start
    }

    fn store(&mut self, out: usize, reg: Reg, kind: Kind, part: u32, group: u32) {
        let Some(&base) = self.outs.get(out) else { return };
        if kind.bytes() > 1 {
            let value = self.value(reg, kind.bits(), part);
            let address = self.address(base, kind.bytes());
            self.b.ins().store(flags(), value, address, (part * 16) as i32);
            return;
        }
        // Lanes of 16 bits to bytes: a whole vector, or half of one.
        let low = self.value(reg, 16, 0);
        let high = if group == 16 { self.value(reg, 16, 1) } else { low };
        let bytes = self.narrowed(kind, low, high);
        let address = self.address(base, 1);
        if group == 16 {
            self.b.ins().store(flags(), bytes, address, 0);
        } else {
            let pair = self.cast(types::I64X2, bytes);
            let half = self.b.ins().extractlane(pair, 0);
            self.b.ins().store(flags(), half, address, 0);
        }
    }

    /// Lanes of 16 bits as bytes: elements of 8 bits, as they stand in memory.
    pub fn narrowed(&mut self, kind: Kind, low: Value, high: Value) -> Value {
        let bytes = match kind {
            Kind::Int { signed: false, .. } => self.b.ins().unarrow(low, high),
            _ => self.b.ins().snarrow(low, high),
        };
        if kind != Kind::Mask {
            return bytes;
        }
        let one = self.constant(types::I8X16, 1, 8);
        self.b.ins().band(bytes, one)
    }

    /// A vector of a value, in lanes of `bits` (which matter for bools alone: of others they are those of the dtype).
    pub fn value(&mut self, reg: Reg, bits: u32, part: u32) -> Value {
        let place = (reg, bits, part);
        if let Some(&value) = self.made.get(&place) {
            return value;
        }
        let value = self.make(reg, bits, part);
        self.made.insert(place, value);
        value
    }

    fn make(&mut self, reg: Reg, bits: u32, part: u32) -> Value {
        if let Some(at) = self.plan.ins.iter().position(|known| *known == reg) {
            return self.loaded(at, reg, bits, part);
        }
        let program: &'e Program = self.program;
        let index = (reg.0 as usize).wrapping_sub(program.inputs.len());
        match program.steps.get(index) {
            Some(Step::Const(value)) => {
                let vector = match kind::of(value.dtype()) {
                    Some(Kind::Mask) | None => ints(bits),
                    Some(kind) => kind.vector(),
                };
                self.b.ins().load(vector, flags(), self.consts, (const_at(program, index) * 16) as i32)
            }
            Some(Step::Apply { row, args, .. }) => match (prim::of(row.name), program.steps.get(index)) {
                (Some(prim), Some(step)) => self.operation(prim, (reg, step), args, (bits, part)),
                _ => self.constant(ints(bits), 0, bits),
            },
            _ => self.constant(ints(bits), 0, bits),
        }
    }

    /// A vector from memory.
    fn loaded(&mut self, at: usize, reg: Reg, bits: u32, part: u32) -> Value {
        let (Some(&base), Some(kind)) = (self.ins.get(at), kind::of(self.program.dtype(reg))) else {
            return self.constant(ints(bits), 0, bits);
        };
        let address = |e: &mut Self| e.address(base, kind.bytes());
        match kind {
            Kind::Mask if bits == 16 => {
                let address = address(self);
                let bytes = self.b.ins().uload8x8(flags(), address, (part * 8) as i32);
                self.b.ins().ineg(bytes)
            }
            Kind::Mask => self.resized(reg, 16, bits, part),
            Kind::Int { stored: 8, signed, .. } => {
                let address = address(self);
                match signed {
                    true => self.b.ins().sload8x8(flags(), address, (part * 8) as i32),
                    false => self.b.ins().uload8x8(flags(), address, (part * 8) as i32),
                }
            }
            _ => {
                let address = address(self);
                self.b.ins().load(kind.vector(), flags(), address, (part * 16) as i32)
            }
        }
    }

    /// A vector of bools in lanes of `bits`, of one whose lanes have `native`.
    pub fn resized(&mut self, reg: Reg, native: u32, bits: u32, part: u32) -> Value {
        if bits > native {
            let half = self.value(reg, bits / 2, part / 2);
            return if part.is_multiple_of(2) { self.b.ins().swiden_low(half) } else { self.b.ins().swiden_high(half) };
        }
        let low = self.value(reg, bits * 2, part * 2);
        let high = self.value(reg, bits * 2, part * 2 + 1);
        if bits == 32 { self.every_other(low, high, 4) } else { self.b.ins().snarrow(low, high) }
    }

    /// The low halves of lanes: those of `low` first. `bytes` of each half.
    pub fn every_other(&mut self, low: Value, high: Value, bytes: u8) -> Value {
        let pick: [u8; 16] = std::array::from_fn(|at| {
            let (lane, byte) = (at as u8 / bytes, at as u8 % bytes);
            lane * 2 * bytes + byte
        });
        let (low, high) = (self.cast(types::I8X16, low), self.cast(types::I8X16, high));
        let mask = self.b.func.dfg.immediates.push(ConstantData::from(&pick[..]));
        let picked = self.b.ins().shuffle(low, high, mask);
        self.cast(ints(u32::from(bytes) * 8), picked)
    }

    /// The same bits as another vector type.
    pub fn cast(&mut self, to: Type, value: Value) -> Value {
        if self.b.func.dfg.value_type(value) == to {
            return value;
        }
        let order = MemFlagsData::new().with_endianness(Endianness::Little);
        self.b.ins().bitcast(to, order, value)
    }

    /// A vector whose lanes of `bits` hold these bits.
    pub fn constant(&mut self, vector: Type, lane: u64, bits: u32) -> Value {
        let data = ConstantData::from(&repeated(lane, bits)[..]);
        let handle = self.b.func.dfg.constants.insert(data);
        self.b.ins().vconst(vector, handle)
    }
}

/// Which of the program's constants a step is.
fn const_at(program: &Program, index: usize) -> usize {
    let before = program.steps.iter().take(index);
    before.filter(|step| matches!(step, Step::Const(_))).count()
}
