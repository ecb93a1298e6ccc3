//! Which registers are still read, at every instruction: what an exit writes back and a loop carries.

use crate::interp::code::{Code, Op, Reg};

/// Sets of registers, one for each instruction: those that are read from there on.
pub struct Live {
    words: usize,
    sets: Vec<u64>,
    /// Instructions that are jumped to.
    pub targets: Vec<bool>,
}

/// What an instruction reads and writes.
#[derive(Default)]
struct Effect {
    reads: Vec<Reg>,
    writes: Vec<Reg>,
}

impl Live {
    /// Of a function's code.
    pub fn of(code: &Code) -> Live {
        let words = code.registers.div_ceil(64).max(1);
        let count = code.ops.len();
        let mut live = Live { words, sets: vec![0; (count + 1) * words], targets: vec![false; count + 1] };
        for (pc, op) in code.ops.iter().enumerate() {
            if let Op::Jump { target } | Op::Loop { target } | Op::JumpIf { target, .. } = op {
                live.mark(*target as usize);
            }
            if skips(op) {
                live.mark(pc + 2);
            }
        }
        while live.pass(code) {}
        live
    }

    fn mark(&mut self, pc: usize) {
        if let Some(place) = self.targets.get_mut(pc) {
            *place = true;
        }
    }

    /// Whether a register is read at an instruction or after it.
    pub fn has(&self, pc: usize, reg: usize) -> bool {
        let word = self.sets.get(pc * self.words + reg / 64).copied().unwrap_or(0);
        word >> (reg % 64) & 1 == 1
    }

    /// From the last instruction to the first, once; whether anything was new.
    fn pass(&mut self, code: &Code) -> bool {
        let mut changed = false;
        let mut own = vec![0u64; self.words];
        for pc in (0..code.ops.len()).rev() {
            let Some(op) = code.ops.get(pc) else { continue };
            own.fill(0);
            for next in successors(code, pc, op) {
                self.join(next, &mut own);
            }
            let effect = effect(code, op);
            for reg in effect.writes {
                if let Some(word) = own.get_mut(usize::from(reg) / 64) {
                    *word &= !(1 << (reg % 64));
                }
            }
            for reg in effect.reads {
                if let Some(word) = own.get_mut(usize::from(reg) / 64) {
                    *word |= 1 << (reg % 64);
                }
            }
            // What raises goes on in a handler, with the registers as they were before.
            for handler in code.handlers.iter().filter(|at| at.start as usize <= pc && pc < at.end as usize) {
                self.join(handler.target as usize, &mut own);
            }
            for (at, word) in own.iter().enumerate() {
                if let Some(place) = self.sets.get_mut(pc * self.words + at)
                    && *place != *word
                {
                    *place = *word;
                    changed = true;
                }
            }
        }
        changed
    }

    fn join(&self, pc: usize, own: &mut [u64]) {
        for (at, word) in own.iter_mut().enumerate() {
            *word |= self.sets.get(pc * self.words + at).copied().unwrap_or(0);
        }
    }
}

/// Whether an instruction may skip the one after it.
pub fn skips(op: &Op) -> bool {
    matches!(
        op,
        Op::Lt { .. }
            | Op::Le { .. }
            | Op::Gt { .. }
            | Op::Ge { .. }
            | Op::Eq { .. }
            | Op::Ne { .. }
            | Op::LtI { .. }
            | Op::LeI { .. }
            | Op::GtI { .. }
            | Op::GeI { .. }
            | Op::EqI { .. }
            | Op::NeI { .. }
            | Op::IsNone { .. }
            | Op::Next { .. }
            | Op::Match { .. }
            | Op::ExitRaised { .. }
            | Op::LoadClass { .. }
    )
}

fn successors(_code: &Code, pc: usize, op: &Op) -> Vec<usize> {
    match op {
        Op::Jump { target } | Op::Loop { target } => vec![*target as usize],
        Op::JumpIf { target, .. } => vec![*target as usize, pc + 1],
        Op::Return { .. } | Op::ReturnNone | Op::Raise { .. } | Op::RaiseFrom { .. } => Vec::new(),
        Op::RaiseAgain | Op::Reraise { .. } | Op::AssertFail { .. } => Vec::new(),
        op if skips(op) => vec![pc + 1, pc + 2],
        _ => vec![pc + 1],
    }
}

/// The registers that an instruction reads, and those that it writes.
pub fn registers(code: &Code, op: &Op) -> (Vec<Reg>, Vec<Reg>) {
    let effect = effect(code, op);
    (effect.reads, effect.writes)
}

fn row(first: Reg, count: usize) -> impl Iterator<Item = Reg> {
    (0..count).map(move |at| first.saturating_add(at as Reg))
}

#[rustfmt::skip]
fn effect(code: &Code, op: &Op) -> Effect {
    let mut effect = Effect::default();
    let Effect { reads, writes } = &mut effect;
    match *op {
        Op::Extra(_) | Op::Jump { .. } | Op::Loop { .. } | Op::ReturnNone | Op::RaiseAgain | Op::Handled => {}
        Op::DelGlobal { .. } | Op::DelCell { .. } | Op::DelFree { .. } | Op::MakeCell { .. } => {}
        Op::Move { dst, src } | Op::Take { dst, src } | Op::IterValue { dst, src } => { reads.push(src); writes.push(dst); }
        Op::ImportFrom { dst, src, .. } | Op::ListToTuple { dst, list: src } => { reads.push(src); writes.push(dst); }
        Op::Const { dst, .. } | Op::None { dst } | Op::Bool { dst, .. } | Op::Int { dst, .. } => writes.push(dst),
        Op::LoadGlobal { dst, .. } | Op::LoadCell { dst, .. } | Op::LoadFree { dst, .. } => writes.push(dst),
        Op::Namespace { dst } | Op::Import { dst, .. } => writes.push(dst),
        Op::Clear { reg } => writes.push(reg),
        Op::Check { reg } | Op::CellParam { reg, .. } => reads.push(reg),
        Op::StoreGlobal { src, .. } | Op::StoreCell { src, .. } | Op::StoreFree { src, .. } | Op::Return { src } => reads.push(src),
        Op::LoadClass { ns, .. } | Op::DelClass { ns, .. } => reads.push(ns),
        Op::StoreClass { src, ns, .. } => reads.extend([src, ns]),
        Op::Binary { dst, a, b, .. } | Op::Inplace { dst, a, b, .. } | Op::Compare { dst, a, b, .. } => { reads.extend([a, b]); writes.push(dst); }
        Op::Add { dst, a, b } | Op::Sub { dst, a, b } | Op::Mul { dst, a, b } | Op::Div { dst, a, b } => { reads.extend([a, b]); writes.push(dst); }
        Op::FloorDiv { dst, a, b } | Op::Mod { dst, a, b } => { reads.extend([a, b]); writes.push(dst); }
        Op::AddI { dst, a, .. } | Op::SubI { dst, a, .. } | Op::MulI { dst, a, .. } | Op::FloorDivI { dst, a, .. } => { reads.push(a); writes.push(dst); }
        Op::ModI { dst, a, .. } | Op::InplaceI { dst, a, .. } | Op::Unary { dst, a, .. } | Op::Not { dst, a } => { reads.push(a); writes.push(dst); }
        Op::Lt { a, b, .. } | Op::Le { a, b, .. } | Op::Gt { a, b, .. } | Op::Ge { a, b, .. } | Op::Eq { a, b, .. } | Op::Ne { a, b, .. } => reads.extend([a, b]),
        Op::LtI { a, .. } | Op::LeI { a, .. } | Op::GtI { a, .. } | Op::GeI { a, .. } | Op::EqI { a, .. } | Op::NeI { a, .. } => reads.push(a),
        Op::IsNone { a, .. } | Op::JumpIf { a, .. } | Op::DelAttr { a, .. } => reads.push(a),
        Op::List { dst, first, count } | Op::Tuple { dst, first, count } | Op::Concat { dst, first, count } => { reads.extend(row(first, usize::from(count))); writes.push(dst); }
        Op::Set { dst, first, count, .. } => { reads.extend(row(first, usize::from(count))); writes.push(dst); }
        Op::Dict { dst, first, count } => { reads.extend(row(first, usize::from(count) * 2)); writes.push(dst); }
        Op::ListAppend { list, src } | Op::ListExtend { list, src } => reads.extend([list, src]),
        Op::Spread { list, src, func } => reads.extend([list, src, func]),
        Op::SetAdd { set, src } | Op::SetUpdate { set, src } => reads.extend([set, src]),
        Op::DictSet { dict, key, value } => reads.extend([dict, key, value]),
        Op::DictUpdate { dict, src } => reads.extend([dict, src]),
        Op::DictMerge { dict, src, func } => reads.extend([dict, src, func]),
        Op::Slice { dst, first } => { reads.extend(row(first, 3)); writes.push(dst); }
        Op::Format { dst, src, spec, .. } => { reads.extend([src, spec]); writes.push(dst); }
        Op::GetItem { dst, a, index } => { reads.extend([a, index]); writes.push(dst); }
        Op::SetItem { a, index, src } => reads.extend([a, index, src]),
        Op::DelItem { a, index } => reads.extend([a, index]),
        Op::LoadAttr { dst, a, .. } => { reads.push(a); writes.push(dst); }
        Op::StoreAttr { a, src, .. } => reads.extend([a, src]),
        Op::LoadMethod { dst, a, .. } => { reads.push(a); writes.extend([dst, dst + 1]); }
        Op::Call { dst, f, count } | Op::CallKw { dst, f, count } => { reads.extend(row(f, usize::from(count) + 1)); writes.push(dst); }
        Op::CallMethod { dst, f, count } | Op::CallMethodKw { dst, f, count } => { reads.extend(row(f, usize::from(count) + 2)); writes.push(dst); }
        Op::CallSpread { dst, f } => { reads.extend(row(f, 3)); writes.push(dst); }
        Op::Yield { dst, src } => { reads.push(src); writes.push(dst); }
        Op::YieldFrom { dst, it } => { reads.extend([it, it + 1]); writes.push(dst); }
        // How many defaults there are is not said here: all registers from the first on.
        Op::Function { first, .. } => reads.extend(row(first, code.registers.saturating_sub(usize::from(first)))),
        Op::Class { dst, base, ns } => { reads.extend([base, ns]); writes.push(dst); }
        Op::Super { dst, class, this } => { reads.extend([class, this]); writes.push(dst); }
        Op::Iter { it, src } => { reads.push(src); writes.extend(row(it, 3)); }
        // Past the last value, what the variable holds stays.
        Op::Next { it, .. } => reads.extend(row(it, 3)),
        Op::Unpack { src, first, count } => { reads.push(src); writes.extend(row(first, usize::from(count))); }
        Op::UnpackStar { src, .. } => reads.push(src),
        Op::Raise { exc } | Op::Reraise { exc } | Op::Handle { exc } => reads.push(exc),
        Op::RaiseFrom { exc, cause } => reads.extend([exc, cause]),
        Op::Match { exc, class } => reads.extend([exc, class]),
        Op::AssertFail { msg } => reads.push(msg),
        Op::Enter { mgr, .. } => reads.extend([mgr, mgr + 1]),
        Op::Exit { mgr } => reads.extend([mgr, mgr + 1]),
        Op::ExitRaised { mgr, exc } => reads.extend([mgr, mgr + 1, exc]),
    }
    effect
}
