//! Every operation once: what was computed before on every way here is not computed again, what was checked before is not
//! checked again, and a branch that is known is a jump.

use rustc_hash::FxHashMap;

use super::facts::Facts;
use super::fold::{Folded, Known};
use super::shape::shape;
use super::walk::resolved;
use super::{End, Function, Helper, Inst, IntOp, Val};

/// An operation as a key: what it is, and its operands.
type Key = (u8, u64, [u32; 3]);

struct Numbering<'f> {
    function: &'f mut Function,
    facts: Facts,
    alias: Vec<Val>,
    made: Vec<Option<Inst>>,
    known: FxHashMap<Key, Val>,
    /// Bools whose value is known here.
    truths: FxHashMap<Val, bool>,
}

/// What a block added, to be taken back after what it dominates.
#[derive(Default)]
struct Added {
    keys: Vec<Key>,
    truths: Vec<Val>,
}

/// Work through a function whose blocks are in order.
pub fn number(function: &mut Function) {
    let shape = shape(function);
    let (facts, alias) = (Facts::of(function), function.same());
    let made = vec![None; function.kinds.len()];
    let mut numbering =
        Numbering { function, facts, alias, made, known: FxHashMap::default(), truths: FxHashMap::default() };
    let mut stack: Vec<(usize, usize, Added)> = Vec::new();
    let first = numbering.block(0, &shape.before);
    stack.push((0, 0, first));
    while let Some((at, child, added)) = stack.pop() {
        match shape.under.get(at).and_then(|under| under.get(child)).copied() {
            Some(next) => {
                stack.push((at, child + 1, added));
                let made = numbering.block(next, &shape.before);
                stack.push((next, 0, made));
            }
            None => {
                for key in &added.keys {
                    numbering.known.remove(key);
                }
                for val in &added.truths {
                    numbering.truths.remove(val);
                }
            }
        }
    }
    let alias = numbering.alias;
    function.rename(&alias);
}

impl Numbering<'_> {
    fn block(&mut self, at: usize, before: &[Vec<usize>]) -> Added {
        let mut added = Added::default();
        if let Some(&[from]) = before.get(at).map(|list| &list[..]) {
            self.arrived(from, at, &mut added);
        }
        let insts = std::mem::take(&mut self.function.blocks[at].insts);
        let mut kept = Vec::with_capacity(insts.len());
        let mut over = None;
        for (val, mut inst) in insts {
            inst.each_mut(&mut |val| *val = resolved(&self.alias, *val));
            if let Inst::Guard(truth, want, exit) = inst {
                match self.truth(truth) {
                    Some(known) if known == want => continue,
                    Some(_) => {
                        over = Some(End::Exit(exit));
                        break;
                    }
                    None => self.learn(truth, want, &mut added),
                }
                kept.push((val, inst));
                continue;
            }
            if let Some(inst) = self.simpler(val, inst, &mut added) {
                kept.push((val, inst));
            }
        }
        let block = &mut self.function.blocks[at];
        block.insts = kept;
        if over.is_some() {
            block.end = over;
        }
        let alias = &self.alias;
        if let Some(end) = &mut block.end {
            end.each_mut(&mut |val| *val = resolved(alias, *val));
        }
        self.known_branch(at);
        added
    }

    /// A block that is entered from one place, by one side of a branch: the branch's bool is known.
    fn arrived(&mut self, from: usize, at: usize, added: &mut Added) {
        if let Some(End::Branch(truth, (yes, _), (no, _))) = &self.function.blocks[from].end
            && yes != no
        {
            let (truth, side) = (*truth, yes.0 as usize == at);
            self.learn(truth, side, added);
        }
    }

    fn learn(&mut self, truth: Val, value: bool, added: &mut Added) {
        if self.truths.insert(truth, value).is_none() {
            added.truths.push(truth);
        }
    }

    /// What a bool is known to be.
    fn truth(&self, val: Val) -> Option<bool> {
        let known = Known { made: &self.made, facts: &self.facts };
        known.bool(val).or_else(|| self.truths.get(&val).copied())
    }

    /// An operation as it is to be done; `None` where its value is there.
    fn simpler(&mut self, val: Val, mut inst: Inst, added: &mut Added) -> Option<Inst> {
        let known = Known { made: &self.made, facts: &self.facts };
        match known.fold(&inst) {
            Folded::Same(other) => {
                self.alias[val.0 as usize] = other;
                return None;
            }
            Folded::Other(other) => inst = other,
            Folded::Not => {}
        }
        if let Some(key) = key(&inst) {
            if let Some(&other) = self.known.get(&key) {
                self.alias[val.0 as usize] = other;
                return None;
            }
            self.known.insert(key, val);
            added.keys.push(key);
        }
        self.made[val.0 as usize] = Some(inst.clone());
        Some(inst)
    }

    fn known_branch(&mut self, at: usize) {
        let Some(End::Branch(truth, ..)) = &self.function.blocks[at].end else { return };
        let Some(known) = self.truth(*truth) else { return };
        let block = &mut self.function.blocks[at];
        if let Some(End::Branch(_, yes, no)) = block.end.take() {
            let (to, args) = if known { yes } else { no };
            block.end = Some(End::Jump(to, args));
        }
    }
}

/// The key of an operation that gives the same wherever it stands; a checked one is the same as one that was checked before.
fn key(inst: &Inst) -> Option<Key> {
    let none = u32::MAX;
    let two = |tag: u8, op: u64, x: &Val, y: &Val| Some((tag, op, [x.0, y.0, none]));
    let sorted = |tag: u8, op: u64, x: &Val, y: &Val| Some((tag, op, [x.0.min(y.0), x.0.max(y.0), none]));
    match inst {
        Inst::Int(value) => Some((0, *value as u64, [none; 3])),
        Inst::Float(bits) => Some((1, *bits, [none; 3])),
        Inst::Bool(value) => Some((2, u64::from(*value), [none; 3])),
        Inst::IntBin(op @ (IntOp::Add | IntOp::Mul | IntOp::And | IntOp::Or | IntOp::Xor), x, y) => {
            sorted(3, *op as u64, x, y)
        }
        Inst::IntBin(op, x, y) => two(3, *op as u64, x, y),
        Inst::Checked(op, x, y, _) => two(4, *op as u64, x, y),
        Inst::FloatBin(op, x, y) => two(5, *op as u64, x, y),
        Inst::FloatUn(op, x) => Some((6, *op as u64, [x.0, none, none])),
        Inst::IntCmp(op, x, y) => two(7, *op as u64, x, y),
        Inst::FloatCmp(op, x, y) => two(8, *op as u64, x, y),
        Inst::BoolAnd(x, y) => sorted(9, 0, x, y),
        Inst::BoolOr(x, y) => sorted(10, 0, x, y),
        Inst::BoolXor(x, y) => sorted(11, 0, x, y),
        Inst::Select(t, x, y) => Some((12, 0, [t.0, x.0, y.0])),
        Inst::ToFloat(x) => Some((13, 0, [x.0, none, none])),
        Inst::ToInt(x) => Some((14, 0, [x.0, none, none])),
        Inst::BoolToInt(x) => Some((15, 0, [x.0, none, none])),
        Inst::Input(at, kind) => Some((16, *kind as u64, [*at, none, none])),
        Inst::Describe(x, at) => Some((17, u64::from(*at), [x.0, none, none])),
        Inst::Item(x, y) => two(18, 0, x, y),
        Inst::Step(x, y) => two(19, 0, x, y),
        Inst::Help(helper, args) => {
            let address = match helper {
                Helper::F1(f) => *f as usize,
                Helper::F2(f) => *f as usize,
                Helper::I2(f) => *f as usize,
                Helper::I3(f) => *f as usize,
            };
            let arg = |at: usize| args.get(at).map_or(none, |val| val.0);
            Some((20, address as u64, [arg(0), arg(1), arg(2)]))
        }
        _ => None,
    }
}
