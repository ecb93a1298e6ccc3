//! From functions of `ops::flow` to Cranelift's code, block by block and value by value.

use cranelift_codegen::ir::condcodes::{FloatCC, IntCC};
use cranelift_codegen::ir::{
    self, AbiParam, Block as Place, BlockArg, FuncRef, InstBuilder, MemFlagsData, Signature, Type, types,
};
use cranelift_frontend::FunctionBuilder;
use rustc_hash::FxHashMap;

use crate::ops::flow::{
    CheckedOp, Cmp, Elem, End, ExitId, FloatOp, FloatUn, Function, Helper, Inst, IntOp, Kind, Unit, Val,
};

/// Words of what compiled code is run in: see [`super::native::Frame`].
pub mod word {
    /// Where the words begin that the unit is entered with.
    pub const ARGS: i32 = 0;
    /// Where the next word of an exit goes.
    pub const RECORDS: i32 = 8;
    /// Where the flag stands that says that the user wants to stop.
    pub const INTERRUPT: i32 = 16;
    /// How deep the chain of calls is.
    pub const DEPTH: i32 = 24;
    /// Where the inputs begin.
    pub const INPUTS: i32 = 32;
    /// The integer, and the float, that the unit returns.
    pub const INT: i32 = 40;
    pub const FLOAT: i32 = 48;
    /// The status of the row that a loop over columns stopped at.
    pub const STATUS: i32 = 56;
    /// Further words of what a function returns.
    pub const RETURNED: i32 = 64;
}

/// The status of a function that has left by an exit.
const LEFT: i64 = -1;

pub(super) fn flags() -> MemFlagsData {
    MemFlagsData::new().with_notrap().with_aligned()
}

/// Of memory that does not change while compiled code runs.
fn fixed() -> MemFlagsData {
    flags().with_readonly().with_can_move()
}

pub(super) fn machine(kind: Kind) -> Type {
    match kind {
        Kind::Int => types::I64,
        Kind::Float => types::F64,
        Kind::Bool => types::I8,
    }
}

/// The signature of a function: where it runs and how deep, then its parameters; a status, an integer and a float.
pub fn signature(mut empty: Signature, params: &[Kind]) -> Signature {
    empty.params = vec![AbiParam::new(types::I64); 2];
    empty.params.extend(params.iter().map(|&kind| AbiParam::new(machine(kind))));
    empty.returns = vec![AbiParam::new(types::I64), AbiParam::new(types::I64), AbiParam::new(types::F64)];
    empty
}

/// The function that Rust enters by: it reads the words that the unit is entered with, and writes the result.
pub fn entry(b: &mut FunctionBuilder<'_>, first: &Function, callee: FuncRef) {
    let start = b.create_block();
    b.append_block_params_for_function_params(start);
    b.switch_to_block(start);
    let Some(&run) = b.block_params(start).first() else { return };
    let args = b.ins().load(types::I64, flags(), run, word::ARGS);
    let depth = b.ins().load(types::I64, flags(), run, word::DEPTH);
    let mut given = vec![run, depth];
    for (at, &kind) in first.params.iter().enumerate() {
        given.push(b.ins().load(machine(kind), flags(), args, at as i32 * 8));
    }
    let call = b.ins().call(callee, &given);
    let made = b.inst_results(call).to_vec();
    if let &[status, int, float] = &made[..] {
        b.ins().store(flags(), int, run, word::INT);
        b.ins().store(flags(), float, run, word::FLOAT);
        b.ins().return_(&[status]);
    }
    b.seal_all_blocks();
}

/// One function under construction.
struct Emitter<'e, 'f> {
    b: &'e mut FunctionBuilder<'f>,
    function: &'e Function,
    callees: &'e [FuncRef],
    run: ir::Value,
    depth: ir::Value,
    values: Vec<Option<ir::Value>>,
    places: Vec<Place>,
    exits: FxHashMap<u32, Place>,
    /// Constants, which are made anew where they are used.
    consts: FxHashMap<Val, Inst>,
    /// Where the function goes on when it ends, if it stands in a loop over rows.
    ends: Option<Ends>,
}

/// Where the function of a loop over rows goes on when it ends.
pub(super) struct Ends {
    /// With a result of the wanted type, which is given there.
    pub next: Place,
    /// The number of that type, and whether it is a float.
    pub wanted: (i64, bool),
    /// With anything else: status, integer and float are given there.
    pub stop: Place,
}

/// The code of a function; `callees` are those of the unit.
pub fn function(b: &mut FunctionBuilder<'_>, unit: &Unit, at: usize, callees: &[FuncRef]) {
    let Some(function) = unit.functions.get(at) else { return };
    // The function's own entry stands before its first block.
    let start = b.create_block();
    b.append_block_params_for_function_params(start);
    b.switch_to_block(start);
    let params = b.block_params(start).to_vec();
    let (Some(&run), Some(&depth)) = (params.first(), params.get(1)) else { return };
    body(b, function, callees, (run, depth), params.get(2..).unwrap_or_default(), None);
    b.seal_all_blocks();
}

/// The blocks of a function, entered from the current one with these values of its parameters.
pub(super) fn body(
    b: &mut FunctionBuilder<'_>,
    function: &Function,
    callees: &[FuncRef],
    (run, depth): (ir::Value, ir::Value),
    given: &[ir::Value],
    ends: Option<Ends>,
) {
    let places: Vec<Place> = function.blocks.iter().map(|_| b.create_block()).collect();
    let Some(&first) = places.first() else { return };
    let given: Vec<BlockArg> = given.iter().map(|&value| BlockArg::Value(value)).collect();
    b.ins().jump(first, &given);
    let values = vec![None; function.kinds.len()];
    let (exits, consts) = (FxHashMap::default(), FxHashMap::default());
    let mut emitter = Emitter { b, function, callees, run, depth, values, places, exits, consts, ends };
    emitter.params();
    for at in 0..function.blocks.len() {
        emitter.block(at);
    }
    emitter.leave();
}

impl Emitter<'_, '_> {
    fn params(&mut self) {
        for (at, block) in self.function.blocks.iter().enumerate() {
            let Some(&place) = self.places.get(at) else { continue };
            for &param in &block.params {
                let value = self.b.append_block_param(place, machine(self.function.kind(param)));
                self.set(param, value);
            }
        }
    }

    fn set(&mut self, val: Val, value: ir::Value) {
        if let Some(place) = self.values.get_mut(val.0 as usize) {
            *place = Some(value);
        }
    }

    fn get(&mut self, val: Val) -> ir::Value {
        match self.values.get(val.0 as usize).copied().flatten() {
            Some(value) => value,
            // No other value is used before it is made: blocks are in order.
            None => match self.consts.get(&val) {
                Some(Inst::Float(bits)) => self.b.ins().f64const(f64::from_bits(*bits)),
                Some(Inst::Bool(value)) => self.b.ins().iconst(types::I8, i64::from(*value)),
                Some(Inst::Int(value)) => self.b.ins().iconst(types::I64, *value),
                _ => self.b.ins().iconst(types::I64, 0),
            },
        }
    }

    fn all(&mut self, vals: &[Val]) -> Vec<ir::Value> {
        vals.iter().map(|&val| self.get(val)).collect()
    }

    fn args(&mut self, vals: &[Val]) -> Vec<BlockArg> {
        vals.iter().map(|&val| BlockArg::Value(self.get(val))).collect()
    }

    fn place(&self, at: u32) -> Place {
        self.places.get(at as usize).or(self.places.first()).copied().unwrap_or(Place::from_u32(0))
    }

    fn block(&mut self, at: usize) {
        let function = self.function;
        let Some(block) = function.blocks.get(at) else { return };
        let place = self.place(at as u32);
        self.b.switch_to_block(place);
        for (val, inst) in &block.insts {
            self.inst(*val, inst);
        }
        match &block.end {
            Some(End::Jump(to, args)) => {
                let (to, args) = (self.place(to.0), self.args(args));
                self.b.ins().jump(to, &args);
            }
            Some(End::Branch(truth, (yes, given), (no, other))) => {
                let truth = self.get(*truth);
                let (given, other) = (self.args(given), self.args(other));
                let (yes, no) = (self.place(yes.0), self.place(no.0));
                self.b.ins().brif(truth, yes, &given, no, &other);
            }
            Some(End::Return(number, words)) => self.give(*number, words),
            Some(End::Exit(exit)) => {
                let exit = self.exit(*exit);
                self.b.ins().jump(exit, &[]);
            }
            None => self.result(LEFT, None, None),
        }
    }

    /// Return: the first word in a register, the others in memory.
    fn give(&mut self, number: u32, words: &[Val]) {
        for (at, &word) in words.iter().enumerate().skip(1) {
            let value = self.get(word);
            self.b.ins().store(flags(), value, self.run, word::RETURNED + at as i32 * 8);
        }
        let (mut int, mut float) = (None, None);
        if let Some(&first) = words.first() {
            let value = self.get(first);
            match self.function.kind(first) {
                Kind::Int => int = Some(value),
                Kind::Bool => int = Some(self.b.ins().uextend(types::I64, value)),
                Kind::Float => float = Some(value),
            }
        }
        self.result(i64::from(number), int, float);
    }

    fn result(&mut self, status: i64, int: Option<ir::Value>, float: Option<ir::Value>) {
        let number = self.b.ins().iconst(types::I64, status);
        let int = int.unwrap_or(number);
        let float = float.unwrap_or_else(|| self.b.ins().f64const(0.0));
        match &self.ends {
            None => {
                self.b.ins().return_(&[number, int, float]);
            }
            Some(Ends { next, wanted: (wanted, is_float), .. }) if *wanted == status => {
                let made = if *is_float { float } else { int };
                self.b.ins().jump(*next, &[BlockArg::Value(made)]);
            }
            Some(Ends { stop, .. }) => {
                self.b.ins().jump(*stop, &[number, int, float].map(BlockArg::Value));
            }
        }
    }

    /// The block in which an exit is written down.
    fn exit(&mut self, exit: ExitId) -> Place {
        if let Some(&known) = self.exits.get(&exit.0) {
            return known;
        }
        let made = self.b.create_block();
        self.b.set_cold_block(made);
        self.exits.insert(exit.0, made);
        made
    }

    /// All exits: number and words go where the records of exits are, innermost call first.
    fn leave(&mut self) {
        let mut exits: Vec<(u32, Place)> = self.exits.iter().map(|(&at, &place)| (at, place)).collect();
        exits.sort_unstable_by_key(|(at, _)| *at);
        for (at, place) in exits {
            let Some(exit) = self.function.exits.get(at as usize) else { continue };
            self.b.switch_to_block(place);
            let start = self.b.ins().load(types::I64, flags(), self.run, word::RECORDS);
            let mut place = 0;
            for record in &exit.records {
                let number = self.b.ins().iconst(types::I64, i64::from(record.number));
                self.b.ins().store(flags(), number, start, place);
                for &val in &record.words {
                    let mut value = self.get(val);
                    if self.function.kind(val) == Kind::Bool {
                        value = self.b.ins().uextend(types::I64, value);
                    }
                    place += 8;
                    self.b.ins().store(flags(), value, start, place);
                }
                place += 8;
            }
            let next = self.b.ins().iadd_imm_s(start, i64::from(place));
            self.b.ins().store(flags(), next, self.run, word::RECORDS);
            self.result(LEFT, None, None);
        }
    }

    /// Leave by an exit where a condition is not as wanted; what follows is emitted after it.
    fn guard(&mut self, truth: ir::Value, want: bool, exit: ExitId) {
        let exit = self.exit(exit);
        let on = self.b.create_block();
        if want {
            self.b.ins().brif(truth, on, &[], exit, &[]);
        } else {
            self.b.ins().brif(truth, exit, &[], on, &[]);
        }
        self.b.switch_to_block(on);
    }

    fn inst(&mut self, val: Val, inst: &Inst) {
        if let Some(made) = self.made(val, inst) {
            self.set(val, made);
        }
    }

    fn made(&mut self, val: Val, inst: &Inst) -> Option<ir::Value> {
        Some(match inst {
            Inst::Int(_) | Inst::Float(_) | Inst::Bool(_) => {
                self.consts.insert(val, inst.clone());
                return None;
            }
            Inst::Item(at, _) => self.get(*at),
            Inst::Step(at, step) => self.int_bin(IntOp::Add, *at, *step),
            Inst::IntBin(op, x, y) => self.int_bin(*op, *x, *y),
            Inst::Checked(op, x, second, exit) => {
                let (x, y) = (self.get(*x), self.get(*second));
                let (made, over) = self.checked(*op, (x, y), *second);
                self.guard(over, false, *exit);
                made
            }
            Inst::FloatBin(op, x, y) => {
                let (x, y) = (self.get(*x), self.get(*y));
                match op {
                    FloatOp::Add => self.b.ins().fadd(x, y),
                    FloatOp::Sub => self.b.ins().fsub(x, y),
                    FloatOp::Mul => self.b.ins().fmul(x, y),
                    FloatOp::Div => self.b.ins().fdiv(x, y),
                    FloatOp::CopySign => self.b.ins().fcopysign(x, y),
                }
            }
            Inst::FloatUn(op, x) => {
                let x = self.get(*x);
                match op {
                    FloatUn::Neg => self.b.ins().fneg(x),
                    FloatUn::Abs => self.b.ins().fabs(x),
                    FloatUn::Sqrt => self.b.ins().sqrt(x),
                    FloatUn::Floor => self.b.ins().floor(x),
                    FloatUn::Ceil => self.b.ins().ceil(x),
                    FloatUn::Trunc => self.b.ins().trunc(x),
                    FloatUn::Round => self.b.ins().nearest(x),
                    FloatUn::Single => {
                        let narrow = self.b.ins().fdemote(types::F32, x);
                        self.b.ins().fpromote(types::F64, narrow)
                    }
                }
            }
            Inst::IntCmp(op, x, y) => {
                let (x, y) = (self.get(*x), self.get(*y));
                self.b.ins().icmp(int_code(*op), x, y)
            }
            Inst::FloatCmp(op, x, y) => {
                let (x, y) = (self.get(*x), self.get(*y));
                self.b.ins().fcmp(float_code(*op), x, y)
            }
            Inst::BoolAnd(x, y) => {
                let (x, y) = (self.get(*x), self.get(*y));
                self.b.ins().band(x, y)
            }
            Inst::BoolOr(x, y) => {
                let (x, y) = (self.get(*x), self.get(*y));
                self.b.ins().bor(x, y)
            }
            Inst::BoolXor(x, y) => {
                let (x, y) = (self.get(*x), self.get(*y));
                self.b.ins().bxor(x, y)
            }
            Inst::Select(truth, x, y) => {
                let (truth, x, y) = (self.get(*truth), self.get(*x), self.get(*y));
                self.b.ins().select(truth, x, y)
            }
            Inst::ToFloat(x) => {
                let x = self.get(*x);
                self.b.ins().fcvt_from_sint(types::F64, x)
            }
            Inst::ToInt(x) => {
                let x = self.get(*x);
                self.b.ins().fcvt_to_sint_sat(types::I64, x)
            }
            Inst::BoolToInt(x) => {
                let x = self.get(*x);
                self.b.ins().uextend(types::I64, x)
            }
            Inst::Guard(truth, want, exit) => {
                let truth = self.get(*truth);
                self.guard(truth, *want, *exit);
                return None;
            }
            other => return self.outside(val, other),
        })
    }

    /// `x op y`, and whether it overflows; `second` is what `y` is the value of.
    fn checked(&mut self, op: CheckedOp, (x, y): (ir::Value, ir::Value), second: Val) -> (ir::Value, ir::Value) {
        // Beside a constant, a comparison is cheaper than a look at the flags.
        let up = match (op, self.consts.get(&second)) {
            (CheckedOp::Add, Some(Inst::Int(by))) => Some(*by >= 0),
            (CheckedOp::Sub, Some(Inst::Int(by))) => Some(*by < 0),
            _ => None,
        };
        match (op, up) {
            (CheckedOp::Mul, _) => self.b.ins().smul_overflow(x, y),
            (CheckedOp::Add, None) => self.b.ins().sadd_overflow(x, y),
            (CheckedOp::Sub, None) => self.b.ins().ssub_overflow(x, y),
            (op, Some(up)) => {
                let made = if op == CheckedOp::Add { self.b.ins().iadd(x, y) } else { self.b.ins().isub(x, y) };
                let code = if up { IntCC::SignedLessThan } else { IntCC::SignedGreaterThan };
                (made, self.b.ins().icmp(code, made, x))
            }
        }
    }

    fn int_bin(&mut self, op: IntOp, x: Val, y: Val) -> ir::Value {
        if let (IntOp::Mul, Some(&Inst::Int(by @ (3 | 5 | 9)))) = (op, self.consts.get(&y)) {
            let x = self.get(x);
            let more = self.b.ins().ishl_imm_s(x, i64::from((by - 1).trailing_zeros()));
            return self.b.ins().iadd(x, more);
        }
        let (x, y) = (self.get(x), self.get(y));
        match op {
            IntOp::Add => self.b.ins().iadd(x, y),
            IntOp::Sub => self.b.ins().isub(x, y),
            IntOp::Mul => self.b.ins().imul(x, y),
            IntOp::Div => self.b.ins().sdiv(x, y),
            IntOp::Rem => self.b.ins().srem(x, y),
            IntOp::And => self.b.ins().band(x, y),
            IntOp::Or => self.b.ins().bor(x, y),
            IntOp::Xor => self.b.ins().bxor(x, y),
            IntOp::Shl => self.b.ins().ishl(x, y),
            IntOp::Shr => self.b.ins().sshr(x, y),
        }
    }

    /// What touches memory, or other functions.
    fn outside(&mut self, val: Val, inst: &Inst) -> Option<ir::Value> {
        Some(match inst {
            Inst::Help(helper, args) => self.help(*helper, args),
            Inst::Room(limit, level, exit) => {
                let least = self.b.ins().iconst(types::I64, limit - i64::from(*level));
                let room = self.b.ins().icmp(IntCC::SignedLessThan, self.depth, least);
                self.guard(room, true, *exit);
                let flag = self.b.ins().load(types::I64, fixed(), self.run, word::INTERRUPT);
                let stop = self.b.ins().load(types::I8, flags(), flag, 0);
                self.guard(stop, false, *exit);
                return None;
            }
            Inst::Call(callee, args, level, left) => {
                let mut given = vec![self.run, self.b.ins().iadd_imm_s(self.depth, i64::from(*level) + 1)];
                given.extend(self.all(args));
                let callee = self.callees.get(*callee).copied()?;
                let call = self.b.ins().call(callee, &given);
                let made = self.b.inst_results(call).to_vec();
                let status = *made.first()?;
                for (at, value) in made.into_iter().enumerate() {
                    self.set(Val(val.0 + at as u32), value);
                }
                let zero = self.b.ins().iconst(types::I64, 0);
                let ended = self.b.ins().icmp(IntCC::SignedGreaterThanOrEqual, status, zero);
                self.guard(ended, true, *left);
                return None;
            }
            Inst::Returned(at, kind) => {
                self.b.ins().load(machine(*kind), flags(), self.run, word::RETURNED + *at as i32 * 8)
            }
            Inst::Input(at, kind) => {
                let inputs = self.b.ins().load(types::I64, fixed(), self.run, word::INPUTS);
                self.b.ins().load(machine(*kind), fixed(), inputs, *at as i32 * 8)
            }
            Inst::Describe(array, at) => {
                let array = self.get(*array);
                self.b.ins().load(types::I64, fixed(), array, *at as i32 * 8)
            }
            Inst::Load(elem, address) => {
                let address = self.get(*address);
                self.load(*elem, address)
            }
            Inst::Store(elem, address, value) => {
                let (address, value) = (self.get(*address), self.get(*value));
                self.store(*elem, address, value);
                return None;
            }
            Inst::Interrupted => {
                let flag = self.b.ins().load(types::I64, fixed(), self.run, word::INTERRUPT);
                self.b.ins().load(types::I8, flags(), flag, 0)
            }
            _ => return None,
        })
    }

    fn help(&mut self, helper: Helper, args: &[Val]) -> ir::Value {
        let (address, takes, gives) = match helper {
            Helper::F1(f) => (f as usize, vec![types::F64], types::F64),
            Helper::F2(f) => (f as usize, vec![types::F64; 2], types::F64),
            Helper::I2(f) => (f as usize, vec![types::I64; 2], types::I64),
            Helper::I3(f) => (f as usize, vec![types::I64; 3], types::I64),
        };
        let mut signature = Signature::new(self.b.func.signature.call_conv);
        signature.params = takes.into_iter().map(AbiParam::new).collect();
        signature.returns = vec![AbiParam::new(gives)];
        let signature = self.b.import_signature(signature);
        let callee = self.b.ins().iconst(types::I64, address as i64);
        let given = self.all(args);
        let call = self.b.ins().call_indirect(signature, callee, &given);
        match self.b.inst_results(call).first() {
            Some(&made) => made,
            None => callee,
        }
    }

    fn load(&mut self, elem: Elem, address: ir::Value) -> ir::Value {
        match elem {
            Elem::Bool => self.b.ins().load(types::I8, flags(), address, 0),
            Elem::Int8 => self.b.ins().sload8(types::I64, flags(), address, 0),
            Elem::UInt8 => self.b.ins().uload8(types::I64, flags(), address, 0),
            Elem::Int16 => self.b.ins().sload16(types::I64, flags(), address, 0),
            Elem::UInt16 => self.b.ins().uload16(types::I64, flags(), address, 0),
            Elem::Int32 => self.b.ins().sload32(flags(), address, 0),
            Elem::UInt32 => self.b.ins().uload32(flags(), address, 0),
            Elem::Int64 => self.b.ins().load(types::I64, flags(), address, 0),
            Elem::Float64 => self.b.ins().load(types::F64, flags(), address, 0),
            Elem::Float32 => {
                let narrow = self.b.ins().load(types::F32, flags(), address, 0);
                self.b.ins().fpromote(types::F64, narrow)
            }
        }
    }

    fn store(&mut self, elem: Elem, address: ir::Value, value: ir::Value) {
        match elem {
            Elem::Int8 | Elem::UInt8 => self.b.ins().istore8(flags(), value, address, 0),
            Elem::Int16 | Elem::UInt16 => self.b.ins().istore16(flags(), value, address, 0),
            Elem::Int32 | Elem::UInt32 => self.b.ins().istore32(flags(), value, address, 0),
            Elem::Float32 => {
                let narrow = self.b.ins().fdemote(types::F32, value);
                self.b.ins().store(flags(), narrow, address, 0)
            }
            Elem::Bool | Elem::Int64 | Elem::Float64 => self.b.ins().store(flags(), value, address, 0),
        };
    }
}

fn int_code(op: Cmp) -> IntCC {
    match op {
        Cmp::Eq => IntCC::Equal,
        Cmp::Ne => IntCC::NotEqual,
        Cmp::Lt => IntCC::SignedLessThan,
        Cmp::Le => IntCC::SignedLessThanOrEqual,
        Cmp::Gt => IntCC::SignedGreaterThan,
        Cmp::Ge => IntCC::SignedGreaterThanOrEqual,
        Cmp::Below => IntCC::UnsignedLessThan,
    }
}

fn float_code(op: Cmp) -> FloatCC {
    match op {
        Cmp::Eq => FloatCC::Equal,
        Cmp::Ne => FloatCC::NotEqual,
        Cmp::Lt | Cmp::Below => FloatCC::LessThan,
        Cmp::Le => FloatCC::LessThanOrEqual,
        Cmp::Gt => FloatCC::GreaterThan,
        Cmp::Ge => FloatCC::GreaterThanOrEqual,
    }
}
