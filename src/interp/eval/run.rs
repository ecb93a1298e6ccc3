//! The dispatch loop: one row per instruction; what takes more than a line is in the files beside this one.

use std::mem;
use std::rc::Rc;
use std::sync::atomic::Ordering;

use super::fast::{self, Around};
use super::loops::Stepped;
use super::{FrameKind, Vm, put};
use crate::data::Res;
use crate::data::ops::{BinOp, CmpOp};
use crate::interp::code::Op;
use crate::value::Value;

impl Vm {
    /// Run the current frame to its end: what it returns (or, a generator's, yields).
    #[rustfmt::skip]
    #[allow(clippy::too_many_lines, clippy::cognitive_complexity)]
    pub(crate) fn run(&mut self, from: usize) -> Res<Value> {
        let Some(func) = self.frame().func.clone() else { return Ok(Value::None) };
        let mut code = self.load(&func)?;
        drop(func);
        let mut base = self.frame().base;
        let mut pc = from;
        if let Some(raised) = self.thrown.take() {
            (code, pc) = self.unwind(raised, code, from.saturating_sub(1))?;
            base = self.frame().base;
        }

        macro_rules! reg { ($r:expr) => { self.stack[base + $r as usize] }; }
        // A value is written part by part, where it goes: copied whole, it would wait for its own last write.
        macro_rules! put_int { ($place:expr, $value:expr) => {{ let value = $value; match &mut $place { Value::Int(old) => *old = value, place => *place = Value::Int(value) } }}; }
        macro_rules! put_float { ($place:expr, $value:expr) => {{ let value = $value; match &mut $place { Value::Float(old) => *old = value, place => *place = Value::Float(value) } }}; }
        macro_rules! copy_to {
            ($place:expr, $src:expr, $unbound:expr) => {
                match &$src {
                    Value::Int(x) => { let x = *x; put_int!($place, x) }
                    Value::Float(x) => { let x = *x; put_float!($place, x) }
                    Value::Function(x) => { let x = x.clone(); put::function(&mut $place, x) }
                    Value::Instance(x) => { let x = x.clone(); put::instance(&mut $place, x) }
                    Value::Str(x) => { let x = x.clone(); put::text(&mut $place, x) }
                    Value::List(x) => { let x = x.clone(); put::list(&mut $place, x) }
                    Value::Builtin(x) => { let x = x.clone(); put::builtin(&mut $place, x) }
                    Value::Class(x) => { let x = x.clone(); put::class(&mut $place, x) }
                    Value::Dict(x) => { let x = x.clone(); put::dict(&mut $place, x) }
                    Value::Tuple(x) => { let x = x.clone(); put::tuple(&mut $place, x) }
                    Value::None => $place = Value::None,
                    Value::Bool(x) => { let x = *x; $place = Value::Bool(x) }
                    Value::Unbound => $unbound,
                    other => { let value = other.clone(); $place = value }
                }
            };
        }

        loop {
            let raised = 'step: loop {
                macro_rules! tri { ($e:expr) => { match $e { Ok(value) => value, Err(raised) => break 'step raised } }; }
                macro_rules! set { ($dst:expr, $value:expr) => {{ let value = $value; put::any(&mut reg!($dst), value); }}; }
                // A frame that a call pushed is run next.
                macro_rules! enter {
                    ($entered:expr) => {
                        if let Some(callee) = tri!($entered) {
                            let caller = mem::replace(&mut code, callee);
                            let fp = self.fp;
                            let (mut below, mut first) = (fp - 1, 0);
                            if let Some(landed) = self.landed { (below, first) = landed; self.landed = None; }
                            let waiting = &mut self.frames[below];
                            waiting.pc = pc;
                            waiting.code = Some(caller);
                            base = self.frames[fp].base;
                            pc = first;
                        }
                    };
                }
                macro_rules! back {
                    () => {{
                        let fp = self.fp;
                        let frame = &mut self.frames[fp];
                        pc = frame.pc;
                        base = frame.base;
                        match frame.code.take() {
                            Some(waiting) => code = waiting,
                            None => return Ok(Value::None),
                        }
                    }};
                }

                // Skip the jump that follows, or take it.
                macro_rules! skip_if {
                    ($truth:expr, $want:expr) => {
                        if $truth == $want { pc += 1; } else if let Op::Jump { target } = code.ops[pc] { pc = target as usize; }
                    };
                }
                macro_rules! branch { ($want:expr, $a:expr, $b:expr, $name:expr) => {{ let truth = tri!(self.compare_truth(&code, $name, $a, $b)); skip_if!(truth, $want); }}; }
                macro_rules! branch_small { ($want:expr, $a:expr, $imm:expr, $name:expr) => {{ let truth = tri!(self.compare_small(&code, $name, $a, $imm)); skip_if!(truth, $want); }}; }
                macro_rules! operator { ($op:expr, $dst:expr, $a:expr, $b:expr) => { enter!(self.operator(&code, $op, base + $dst as usize, $a, $b)) }; }
                macro_rules! small { ($op:expr, $dst:expr, $a:expr, $imm:expr) => { set!($dst, tri!(self.binary_small(&code, $op, $a, $imm))) }; }
                // Most are done there; what it leaves is done here, whatever its operands are.
                let around = Around { interrupt: &self.interrupt, dropped: &self.dropped.any, watched: self.watch.is_some() };
                let Some(regs) = self.stack.get_mut(base..) else { return Ok(Value::None) };
                pc = fast::go(regs, &code, pc, &around);
                self.tidy();
                let op = code.ops[pc];
                self.at = pc;
                pc += 1;
                match op {
                    Op::Extra(_) => {}
                    Op::Move { dst, src } => {
                        copy_to!(reg!(dst), reg!(src), break 'step self.unbound(&code, src))
                    }
                    Op::Take { dst, src } => set!(dst, mem::take(&mut reg!(src))),
                    Op::Const { dst, k } => copy_to!(reg!(dst), code.consts[k as usize], {}),
                    Op::None { dst } => reg!(dst) = Value::None,
                    Op::Bool { dst, value } => reg!(dst) = Value::Bool(value),
                    Op::Int { dst, value } => put_int!(reg!(dst), i64::from(value)),
                    Op::Clear { reg } => { reg!(reg) = Value::Unbound; self.tidy(); }
                    Op::Check { reg } => if let Value::Unbound = reg!(reg) { break 'step self.unbound(&code, reg); },

                    Op::LoadGlobal { dst, name } => {
                        let slot = code.slots[name as usize] as usize;
                        let missing = match code.globals.slots.borrow().get(slot) {
                            Some(Some(value)) => { copy_to!(reg!(dst), *value, {}); false }
                            _ => match code.builtins.borrow().get(name as usize) {
                                Some(Value::Builtin(known)) => { let known = known.clone(); put::builtin(&mut reg!(dst), known); false }
                                _ => true,
                            },
                        };
                        if missing { set!(dst, tri!(self.load_builtin(&code, name))) }
                    }
                    Op::StoreGlobal { src, name } => { tri!(self.store_global(&code, src, name)); self.tidy(); }
                    Op::DelGlobal { name } => { tri!(self.delete_global(&code, name)); self.tidy(); }
                    Op::LoadCell { dst, cell } => {
                        let value = self.cells[self.frame().cells + cell as usize].value.borrow().clone();
                        match value { Some(value) => reg!(dst) = value, None => break 'step self.unbound_cell(&code, cell) }
                    }
                    Op::StoreCell { src, cell } => { let value = tri!(self.consume(&code, src)); *self.cells[self.frame().cells + cell as usize].value.borrow_mut() = Some(value); }
                    Op::DelCell { cell } => tri!(self.delete_cell(&code, cell)),
                    Op::MakeCell { cell } => self.make_cell(cell, None),
                    Op::CellParam { reg, cell } => { let value = mem::take(&mut reg!(reg)); self.make_cell(cell, Some(value)); }
                    Op::LoadFree { dst, free } => {
                        let value = self.capture(free).and_then(|cell| cell.value.borrow().clone());
                        match value { Some(value) => reg!(dst) = value, None => break 'step self.unbound_free(&code, free) }
                    }
                    Op::StoreFree { src, free } => { let value = tri!(self.consume(&code, src)); self.store_free(free, Some(value)); }
                    Op::DelFree { free } => tri!(self.delete_free(&code, free)),
                    Op::LoadClass { dst, ns, name } => if self.load_class_name(&code, dst, ns, name) { pc += 1; },
                    Op::StoreClass { src, ns, name } => tri!(self.store_class_name(&code, src, ns, name)),
                    Op::DelClass { ns, name } => tri!(self.delete_class_name(&code, ns, name)),

                    Op::Add { dst, a, b } => operator!(BinOp::Add, dst, a, b),
                    Op::Sub { dst, a, b } => operator!(BinOp::Sub, dst, a, b),
                    Op::Mul { dst, a, b } => operator!(BinOp::Mul, dst, a, b),
                    Op::Div { dst, a, b } => operator!(BinOp::Div, dst, a, b),
                    Op::FloorDiv { dst, a, b } => operator!(BinOp::FloorDiv, dst, a, b),
                    Op::Mod { dst, a, b } => operator!(BinOp::Mod, dst, a, b),
                    Op::AddI { dst, a, imm } => small!(BinOp::Add, dst, a, imm),
                    Op::SubI { dst, a, imm } => small!(BinOp::Sub, dst, a, imm),
                    Op::MulI { dst, a, imm } => small!(BinOp::Mul, dst, a, imm),
                    Op::FloorDivI { dst, a, imm } => small!(BinOp::FloorDiv, dst, a, imm),
                    Op::ModI { dst, a, imm } => small!(BinOp::Mod, dst, a, imm),
                    Op::Binary { op, dst, a, b } => enter!(self.operator(&code, op, base + dst as usize, a, b)),
                    Op::Inplace { op, dst, a, b } => set!(dst, tri!(self.inplace(&code, op, dst, a, b))),
                    Op::InplaceI { op, dst, a, imm } => set!(dst, tri!(self.inplace_small(&code, op, a, imm))),
                    Op::Unary { op, dst, a } => set!(dst, tri!(self.unary(&code, op, a))),
                    Op::Not { dst, a } => set!(dst, Value::Bool(!tri!(self.truth(&code, a)))),
                    Op::Compare { op, dst, a, b } => set!(dst, tri!(self.compare(&code, op, a, b))),
                    Op::Lt { want, a, b } => branch!(want, a, b, CmpOp::Lt),
                    Op::Le { want, a, b } => branch!(want, a, b, CmpOp::Le),
                    Op::Gt { want, a, b } => branch!(want, a, b, CmpOp::Gt),
                    Op::Ge { want, a, b } => branch!(want, a, b, CmpOp::Ge),
                    Op::Eq { want, a, b } => branch!(want, a, b, CmpOp::Eq),
                    Op::Ne { want, a, b } => branch!(want, a, b, CmpOp::Ne),
                    Op::LtI { want, a, imm } => branch_small!(want, a, imm, CmpOp::Lt),
                    Op::LeI { want, a, imm } => branch_small!(want, a, imm, CmpOp::Le),
                    Op::GtI { want, a, imm } => branch_small!(want, a, imm, CmpOp::Gt),
                    Op::GeI { want, a, imm } => branch_small!(want, a, imm, CmpOp::Ge),
                    Op::EqI { want, a, imm } => branch_small!(want, a, imm, CmpOp::Eq),
                    Op::NeI { want, a, imm } => branch_small!(want, a, imm, CmpOp::Ne),
                    Op::IsNone { want, a } => {
                        let truth = match &reg!(a) { Value::None => true, Value::Unbound => break 'step self.unbound(&code, a), _ => false };
                        skip_if!(truth, want);
                    }
                    Op::Jump { target } => pc = target as usize,
                    Op::Loop { target } => {
                        if self.interrupt.load(Ordering::Relaxed) { tri!(self.interrupted()); }
                        pc = target as usize;
                        if code.hot.went_round(pc) && let Some((inner, at)) = self.native_loop(&code, pc, false) {
                            if let Some(inner) = inner { code = inner; base = self.frame().base; }
                            pc = at;
                        }
                    }
                    Op::JumpIf { want, a, target } => {
                        let truth = tri!(self.truth(&code, a));
                        if truth == want { pc = target as usize; }
                    }

                    Op::List { dst, first, count } => set!(dst, Value::list(self.take_row(base, first, count))),
                    Op::Tuple { dst, first, count } => set!(dst, Value::tuple(self.take_row(base, first, count))),
                    Op::Set { constants, dst, first, count } => set!(dst, tri!(self.set_display(base, first, count, constants))),
                    Op::Dict { dst, first, count } => set!(dst, tri!(self.dict_display(base, first, count))),
                    Op::ListAppend { list, src } => {
                        let value = tri!(self.consume(&code, src));
                        if let Value::List(list) = &reg!(list) { list.items.borrow_mut().push(value); }
                    }
                    Op::ListExtend { list, src } => tri!(self.list_extend(&code, list, src, None)),
                    Op::Spread { list, src, func } => tri!(self.list_extend(&code, list, src, Some(func))),
                    Op::SetAdd { set, src } => tri!(self.set_add(&code, set, src)),
                    Op::SetUpdate { set, src } => tri!(self.set_update(&code, set, src)),
                    Op::DictSet { dict, key, value } => tri!(self.dict_set(&code, dict, key, value)),
                    Op::DictUpdate { dict, src } => tri!(self.dict_update(&code, dict, src)),
                    Op::DictMerge { dict, src, func } => tri!(self.dict_merge(&code, dict, src, func)),
                    Op::ListToTuple { dst, list } => { let list = mem::take(&mut reg!(list)); set!(dst, self.list_to_tuple(list)); }
                    Op::Slice { dst, first } => set!(dst, self.make_slice(base, first)),
                    Op::Format { conversion, dst, src, spec } => set!(dst, tri!(self.format_value(&code, conversion, src, spec))),
                    Op::Concat { dst, first, count } => set!(dst, self.concat(base, first, count)),

                    Op::GetItem { dst, a, index } => set!(dst, tri!(self.getitem(&code, a, index))),
                    Op::SetItem { a, index, src } => { let value = tri!(self.consume(&code, src)); tri!(self.setitem(&code, a, index, value)); }
                    Op::DelItem { a, index } => tri!(self.delitem(&code, a, index)),
                    Op::LoadAttr { dst, a, site } => set!(dst, tri!(self.load_attr_slow(&code, a, site))),
                    Op::StoreAttr { a, src, site } => { let value = tri!(self.consume(&code, src)); tri!(self.store_attr_slow(&code, a, value, site)); }
                    Op::DelAttr { a, site } => tri!(self.delete_attr(&code, a, site)),
                    Op::LoadMethod { dst, a, site } => tri!(self.load_method_slow(&code, base, dst, a, site)),

                    Op::Call { dst, f, count } => {
                        let slot = base + f as usize;
                        enter!(self.call_at(slot, slot + 1, count as usize, base + dst as usize));
                    }
                    Op::CallMethod { dst, f, count } => {
                        let slot = base + f as usize;
                        // What is no method stands alone, its arguments two further.
                        let (args, count) = match self.stack[slot + 1] {
                            Value::Unbound => (slot + 2, count as usize),
                            _ => (slot + 1, count as usize + 1),
                        };
                        enter!(self.call_at(slot, args, count, base + dst as usize));
                    }
                    Op::CallKw { dst, f, count } | Op::CallMethodKw { dst, f, count } => {
                        let number = match code.ops[pc] { Op::Extra(number) => number as usize, _ => 0 };
                        pc += 1;
                        let method = matches!(op, Op::CallMethodKw { .. });
                        enter!(self.call_kw_op(&code, number, base + f as usize, count as usize, base + dst as usize, method));
                    }
                    Op::CallSpread { dst, f } => enter!(self.call_spread_op(base + f as usize, base + dst as usize)),
                    Op::Return { src } => {
                        let frame = self.frame();
                        if let FrameKind::Call = frame.kind {
                            let to = frame.dst;
                            copy_to!(self.stack[to], reg!(src), break 'step self.unbound(&code, src));
                            self.pop_frame(&code);
                            if src as usize >= code.variables { self.drop_register(base + src as usize); }
                            back!();
                        } else {
                            let value = tri!(self.consume(&code, src));
                            if let Some(result) = tri!(self.finish(&code, value)) { return Ok(result); }
                            back!();
                        }
                    }
                    Op::ReturnNone => {
                        let frame = self.frame();
                        if let FrameKind::Call = frame.kind {
                            let to = frame.dst;
                            self.stack[to] = Value::None;
                            self.pop_frame(&code);
                            back!();
                        } else if let FrameKind::Init = frame.kind {
                            let (to, fp) = (frame.dst, self.fp);
                            let object = mem::take(&mut self.frames[fp].held.0);
                            self.pop_frame(&code);
                            self.stack[to] = object;
                            back!();
                        } else {
                            if let Some(result) = tri!(self.finish(&code, Value::None)) { return Ok(result); }
                            back!();
                        }
                    }
                    Op::Yield { dst, src } => { let value = tri!(self.consume(&code, src)); return Ok(self.suspend(&code, pc, dst, value)); }
                    Op::YieldFrom { dst, it } => {
                        match tri!(self.yield_from(base, it)) {
                            // Back here with what is sent.
                            Ok(value) => return Ok(self.suspend(&code, pc - 1, it + 1, value)),
                            Err(value) => reg!(dst) = value,
                        }
                    }
                    Op::Function { dst, first, index } => set!(dst, self.make_function(&code, base, first, index)),
                    Op::Class { dst, base: parent, ns } => set!(dst, tri!(self.make_class(&code, base, parent, ns))),
                    Op::Namespace { dst } => set!(dst, self.make_namespace(&code)),
                    Op::Super { dst, class, this } => set!(dst, tri!(self.make_super(base, class, this))),
                    Op::Iter { it, src } => {
                        tri!(self.begin_loop(&code, base, it, src));
                        if code.hot.is_ready(pc) && let Some((inner, at)) = self.native_loop(&code, pc, true) {
                            if let Some(inner) = inner { code = inner; base = self.frame().base; }
                            pc = at;
                        }
                    }
                    Op::Next { dst, it } => {
                        let more = match &reg!(it) {
                            // At their end.
                            Value::Int(_) | Value::List(_) | Value::Tuple(_) | Value::Str(_) => false,
                            _ => match tri!(self.next_slow(&code, base, it, dst, pc)) {
                                Stepped::Value(value) => { set!(dst, value); true }
                                Stepped::Row => { pc += 1; true }
                                Stepped::End => false,
                            },
                        };
                        if more { pc += 1; } else if let Op::Jump { target } = code.ops[pc] { pc = target as usize; }
                    }
                    Op::IterValue { dst, src } => set!(dst, tri!(self.iter_value(&code, src))),
                    Op::Unpack { src, first, count } => tri!(self.unpack(&code, base, src, first, count)),
                    Op::UnpackStar { after, src, first, before } => tri!(self.unpack_star(&code, base, src, first, before, after)),
                    Op::Raise { exc } => { let value = tri!(self.consume(&code, exc)); break 'step self.raise_value(value, None); }
                    Op::RaiseFrom { exc, cause } => { let value = tri!(self.consume(&code, exc)); let cause = tri!(self.consume(&code, cause)); break 'step self.raise_value(value, Some(cause)); }
                    Op::RaiseAgain => break 'step self.raise_again(),
                    Op::Reraise { exc } => break 'step self.reraise(base, exc),
                    Op::Match { exc, class } => { let truth = tri!(self.match_exc(&code, exc, class)); skip_if!(truth, true); }
                    Op::Handle { exc } => { let value = reg!(exc).clone(); self.handling.push(value); }
                    Op::Handled => { self.handling.pop(); }
                    Op::AssertFail { msg } => break 'step self.assert_failed(base, msg),
                    Op::Enter { dst, mgr } => set!(dst, tri!(self.with_enter(base, mgr))),
                    Op::Exit { mgr } => tri!(self.with_exit(base, mgr)),
                    Op::ExitRaised { mgr, exc } => { let truth = tri!(self.with_exit_raised(base, mgr, exc)); skip_if!(truth, true); }
                    Op::Import { dst, index } => set!(dst, tri!(self.import_op(&code, index))),
                    Op::ImportFrom { dst, src, name } => set!(dst, tri!(self.import_from_op(&code, base, src, name))),
                }
            };
            (code, pc) = self.unwind(raised, code, pc - 1)?;
            base = self.frame().base;
        }
    }

    /// Close the generators that have just gone, if any.
    #[inline(always)]
    pub(crate) fn tidy(&mut self) {
        if self.dropped.any.get() {
            self.close_dropped();
        }
    }

    /// Empty a temporary of a frame that has ended.
    #[inline(always)]
    fn drop_register(&mut self, at: usize) {
        let place = &mut self.stack[at];
        if !matches!(place, Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::None | Value::Unbound) {
            *place = Value::Unbound;
        }
    }

    /// The value of a register: a temporary is emptied, a variable is copied.
    #[inline(always)]
    pub(crate) fn consume(&mut self, code: &Rc<super::Loaded>, src: u16) -> Res<Value> {
        let at = self.frame().base + usize::from(src);
        let place = &mut self.stack[at];
        match place {
            Value::Int(x) => Ok(Value::Int(*x)),
            Value::Float(x) => Ok(Value::Float(*x)),
            Value::Unbound => Err(self.unbound(code, src)),
            _ if usize::from(src) >= code.variables => Ok(mem::take(place)),
            other => Ok(other.clone()),
        }
    }
}
