//! Which integers are never negative, and which only count: found for all values at once, by taking back what does not hold
//! until nothing changes.

use rustc_hash::FxHashMap;

use super::{CheckedOp, Function, Inst, IntOp, Val};

/// The most that a counter goes on by. From a constant on, in steps of this size, 64 bits last for a hundred million billion
/// steps: for years.
const SMALL: i64 = 64;

/// What is known of the integers of a function.
pub struct Facts {
    /// Never negative.
    natural: Vec<bool>,
    /// Counts from constants, in small steps.
    counter: Vec<bool>,
    ints: FxHashMap<Val, i64>,
}

impl Facts {
    /// Of a function.
    pub fn of(function: &Function) -> Facts {
        let count = function.kinds.len();
        let ints = function.blocks.iter().flat_map(|block| &block.insts).filter_map(|(val, inst)| match inst {
            Inst::Int(value) => Some((*val, *value)),
            _ => None,
        });
        let ints = ints.collect();
        let mut facts = Facts { natural: vec![true; count], counter: vec![true; count], ints };
        for &param in function.blocks.first().iter().flat_map(|block| &block.params) {
            facts.natural[param.0 as usize] = false;
            facts.counter[param.0 as usize] = false;
        }
        while facts.pass(function) {}
        facts
    }

    /// Whether a value is never negative.
    pub fn natural(&self, val: Val) -> bool {
        self.natural.get(val.0 as usize).copied().unwrap_or(false)
    }

    /// Whether a value counts from constants in small steps, so that it never comes near the end of 64 bits.
    pub fn counter(&self, val: Val) -> bool {
        self.counter.get(val.0 as usize).copied().unwrap_or(false)
    }

    /// Whether a value is a small constant.
    fn small(&self, val: Val) -> Option<i64> {
        self.ints.get(&val).copied().filter(|value| (-SMALL..=SMALL).contains(value))
    }

    fn counts(&self, inst: &Inst) -> bool {
        match inst {
            Inst::Int(value) => (-(1 << 61)..1 << 61).contains(value),
            Inst::Bool(_) | Inst::BoolToInt(_) => true,
            Inst::Checked(CheckedOp::Add | CheckedOp::Sub, x, y, _) | Inst::IntBin(IntOp::Add | IntOp::Sub, x, y) => {
                self.counter(*x) && self.small(*y).is_some()
            }
            Inst::Select(_, x, y) => self.counter(*x) && self.counter(*y),
            _ => false,
        }
    }

    /// Take back what does not hold; whether there was any.
    fn pass(&mut self, function: &Function) -> bool {
        let mut changed = false;
        for block in &function.blocks {
            for (val, inst) in &block.insts {
                let at = val.0 as usize;
                if let Inst::Call(..) = inst {
                    changed |= std::mem::replace(&mut self.natural[at], false);
                    changed |= std::mem::replace(&mut self.natural[at + 1], false);
                    changed |= std::mem::replace(&mut self.counter[at + 1], false);
                    continue;
                }
                if self.natural[at] && !self.holds(inst) {
                    self.natural[at] = false;
                    changed = true;
                }
                if self.counter[at] && !self.counts(inst) {
                    self.counter[at] = false;
                    changed = true;
                }
            }
            for (to, args) in block.end.iter().flat_map(|end| end.ways()) {
                for (param, &arg) in function.blocks[to.0 as usize].params.iter().zip(args) {
                    if self.natural[param.0 as usize] && !self.natural(arg) {
                        self.natural[param.0 as usize] = false;
                        changed = true;
                    }
                    if self.counter[param.0 as usize] && !self.counter(arg) {
                        self.counter[param.0 as usize] = false;
                        changed = true;
                    }
                }
            }
        }
        changed
    }

    /// Whether what an operation makes is never negative, if what is said of its operands is so.
    fn holds(&self, inst: &Inst) -> bool {
        match inst {
            Inst::Int(value) => *value >= 0,
            Inst::Bool(_) | Inst::BoolToInt(_) => true,
            // The value after the last is looked at by nobody: a step up from what is not negative stays there until then.
            Inst::Item(at, step) | Inst::Step(at, step) => self.natural(*at) && self.natural(*step),
            // Sizes; the others are addresses and steps.
            Inst::Describe(_, at) => at % 2 == 1,
            Inst::IntBin(IntOp::And, x, y) => self.natural(*x) || self.natural(*y),
            Inst::IntBin(IntOp::Or | IntOp::Xor | IntOp::Div, x, y) => self.natural(*x) && self.natural(*y),
            Inst::IntBin(IntOp::Shr | IntOp::Rem, x, _) => self.natural(*x),
            Inst::Checked(CheckedOp::Add | CheckedOp::Mul, x, y, _) => self.natural(*x) && self.natural(*y),
            Inst::IntBin(IntOp::Add, x, y) => {
                self.counter(*x) && self.natural(*x) && self.small(*y).is_some_and(|by| by >= 0)
            }
            Inst::Select(_, x, y) => self.natural(*x) && self.natural(*y),
            _ => false,
        }
    }
}
