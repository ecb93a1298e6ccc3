//! One operation made simpler by what is known of its operands.

use super::facts::Facts;
use super::{CheckedOp, Cmp, ExitId, Inst, IntOp, Val};

/// What an operation becomes.
pub enum Folded {
    /// A value that is there.
    Same(Val),
    /// Another operation.
    Other(Inst),
    /// Nothing simpler.
    Not,
}

/// What is known where an operation stands.
pub struct Known<'k> {
    /// The operations that made the values, as they are now.
    pub made: &'k [Option<Inst>],
    pub facts: &'k Facts,
}

impl Known<'_> {
    fn inst(&self, val: Val) -> Option<&Inst> {
        self.made.get(val.0 as usize)?.as_ref()
    }

    /// The integer that a value is.
    pub fn int(&self, val: Val) -> Option<i64> {
        match self.inst(val) {
            Some(Inst::Int(value)) => Some(*value),
            _ => None,
        }
    }

    /// The bool that a value is.
    pub fn bool(&self, val: Val) -> Option<bool> {
        match self.inst(val) {
            Some(Inst::Bool(value)) => Some(*value),
            _ => None,
        }
    }

    /// Make an operation simpler.
    pub fn fold(&self, inst: &Inst) -> Folded {
        match inst {
            Inst::IntBin(op, x, y) => self.int_bin(*op, *x, *y),
            Inst::Checked(op, x, y, exit) => self.checked(*op, *x, *y, *exit),
            Inst::IntCmp(op, x, y) => self.compare(*op, *x, *y),
            Inst::BoolAnd(x, y) => match (self.bool(*x), self.bool(*y)) {
                (Some(true), _) => Folded::Same(*y),
                (_, Some(true)) => Folded::Same(*x),
                (Some(false), _) | (_, Some(false)) => Folded::Other(Inst::Bool(false)),
                _ => Folded::Not,
            },
            Inst::BoolOr(x, y) => match (self.bool(*x), self.bool(*y)) {
                (Some(false), _) => Folded::Same(*y),
                (_, Some(false)) => Folded::Same(*x),
                (Some(true), _) | (_, Some(true)) => Folded::Other(Inst::Bool(true)),
                _ => Folded::Not,
            },
            Inst::BoolXor(x, y) => self.unlike(*x, *y),
            Inst::BoolToInt(x) => match self.bool(*x) {
                Some(value) => Folded::Other(Inst::Int(i64::from(value))),
                None => Folded::Not,
            },
            Inst::ToFloat(x) => match self.int(*x) {
                Some(value) => Folded::Other(Inst::Float((value as f64).to_bits())),
                None => Folded::Not,
            },
            Inst::Select(truth, x, y) => match self.bool(*truth) {
                _ if x == y => Folded::Same(*x),
                Some(true) => Folded::Same(*x),
                Some(false) => Folded::Same(*y),
                None => Folded::Not,
            },
            _ => Folded::Not,
        }
    }

    fn int_bin(&self, op: IntOp, x: Val, y: Val) -> Folded {
        let (a, b) = (self.int(x), self.int(y));
        match (op, a, b) {
            (IntOp::Add, Some(a), Some(b)) => Folded::Other(Inst::Int(a.wrapping_add(b))),
            (IntOp::Sub, Some(a), Some(b)) => Folded::Other(Inst::Int(a.wrapping_sub(b))),
            (IntOp::Mul, Some(a), Some(b)) => Folded::Other(Inst::Int(a.wrapping_mul(b))),
            (IntOp::And, Some(a), Some(b)) => Folded::Other(Inst::Int(a & b)),
            (IntOp::Shl, Some(a), Some(b)) => Folded::Other(Inst::Int(a.wrapping_shl(b as u32))),
            (IntOp::Shr, Some(a), Some(b)) => Folded::Other(Inst::Int(a.wrapping_shr(b as u32))),
            (IntOp::Add | IntOp::Sub | IntOp::Shl | IntOp::Shr, _, Some(0)) => Folded::Same(x),
            (IntOp::Add, Some(0), _) => Folded::Same(y),
            (IntOp::Mul, _, Some(1)) => Folded::Same(x),
            _ => Folded::Not,
        }
    }

    fn checked(&self, op: CheckedOp, x: Val, y: Val, exit: ExitId) -> Folded {
        let (a, b) = (self.int(x), self.int(y));
        if let (Some(a), Some(b)) = (a, b) {
            let made = match op {
                CheckedOp::Add => a.checked_add(b),
                CheckedOp::Sub => a.checked_sub(b),
                CheckedOp::Mul => a.checked_mul(b),
            };
            return made.map_or(Folded::Not, |value| Folded::Other(Inst::Int(value)));
        }
        let natural = |val: Val| self.facts.natural(val);
        match (op, a, b) {
            (CheckedOp::Add | CheckedOp::Sub, _, Some(0)) | (CheckedOp::Mul, _, Some(1)) => Folded::Same(x),
            (CheckedOp::Add, Some(0), _) | (CheckedOp::Mul, Some(1), _) => Folded::Same(y),
            (CheckedOp::Add, _, Some(b)) if b < 0 && natural(x) => Folded::Other(Inst::IntBin(IntOp::Add, x, y)),
            (CheckedOp::Add, _, Some(-64..=64)) if self.facts.counter(x) => {
                Folded::Other(Inst::IntBin(IntOp::Add, x, y))
            }
            (CheckedOp::Sub, _, Some(-64..=64)) if self.facts.counter(x) => {
                Folded::Other(Inst::IntBin(IntOp::Sub, x, y))
            }
            (CheckedOp::Add, _, Some(1)) if self.below(x) => Folded::Other(Inst::IntBin(IntOp::Add, x, y)),
            (CheckedOp::Add, Some(1), _) if self.below(y) => Folded::Other(Inst::IntBin(IntOp::Add, x, y)),
            // The constant comes second.
            (CheckedOp::Add | CheckedOp::Mul, Some(_), None) => Folded::Other(Inst::Checked(op, y, x, exit)),
            // From what is not negative to what is not: it fits.
            (CheckedOp::Sub, ..) if natural(x) && natural(y) => Folded::Other(Inst::IntBin(IntOp::Sub, x, y)),
            _ => Folded::Not,
        }
    }

    /// Whether there is a larger integer of 64 bits: values of a range that goes up are below its end.
    fn below(&self, val: Val) -> bool {
        match self.inst(val) {
            Some(Inst::Item(_, step)) => self.int(*step).is_some_and(|step| step > 0),
            _ => false,
        }
    }

    fn compare(&self, op: Cmp, x: Val, y: Val) -> Folded {
        let (a, b) = (self.int(x), self.int(y));
        if let (Some(a), Some(b)) = (a, b) {
            return Folded::Other(Inst::Bool(match op {
                Cmp::Eq => a == b,
                Cmp::Ne => a != b,
                Cmp::Lt => a < b,
                Cmp::Le => a <= b,
                Cmp::Gt => a > b,
                Cmp::Ge => a >= b,
                Cmp::Below => (a as u64) < b as u64,
            }));
        }
        if b == Some(0) {
            match (op, self.inst(x)) {
                (Cmp::Lt, _) if self.facts.natural(x) => return Folded::Other(Inst::Bool(false)),
                (Cmp::Ge, _) if self.facts.natural(x) => return Folded::Other(Inst::Bool(true)),
                (Cmp::Ne, Some(Inst::BoolToInt(truth))) => return Folded::Same(*truth),
                _ => {}
            }
        }
        Folded::Not
    }

    fn unlike(&self, x: Val, y: Val) -> Folded {
        match (self.bool(x), self.bool(y)) {
            (Some(a), Some(b)) => Folded::Other(Inst::Bool(a != b)),
            (_, Some(false)) => Folded::Same(x),
            (_, Some(true)) => match self.inst(x) {
                Some(Inst::IntCmp(op, a, b)) => match opposite(*op) {
                    Some(op) => Folded::Other(Inst::IntCmp(op, *a, *b)),
                    None => Folded::Not,
                },
                _ => Folded::Not,
            },
            _ => Folded::Not,
        }
    }
}

/// The comparison of integers that holds where this one does not.
pub fn opposite(op: Cmp) -> Option<Cmp> {
    Some(match op {
        Cmp::Eq => Cmp::Ne,
        Cmp::Ne => Cmp::Eq,
        Cmp::Lt => Cmp::Ge,
        Cmp::Le => Cmp::Gt,
        Cmp::Gt => Cmp::Le,
        Cmp::Ge => Cmp::Lt,
        Cmp::Below => return None,
    })
}
