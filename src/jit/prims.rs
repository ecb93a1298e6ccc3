//! The instructions of each primitive.

use cranelift_codegen::ir::condcodes::{FloatCC, IntCC};
use cranelift_codegen::ir::{InstBuilder, Value, types};

use super::emit::Emitter;
use super::kind::{self, Kind, ints};
use crate::ops::ir::{Reg, Step};
use crate::ops::prim::Prim;

/// A comparison.
#[derive(Clone, Copy)]
enum Order {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
}

impl Emitter<'_, '_> {
    /// A vector of what a step makes: `bits` of its lanes, `part` of the group. `own` is the step's value.
    pub fn operation(&mut self, prim: Prim, (own, step): (Reg, &Step), args: &[Reg], at: (u32, u32)) -> Value {
        let kinds = step.kernel().and_then(|kernel| Some((kind::of(*kernel.ins.first()?)?, kind::of(kernel.out)?)));
        let (Some((from, to)), Some(&first)) = (kinds, args.first()) else { return self.constant(ints(at.0), 0, at.0) };
        let second = args.get(1).copied().unwrap_or(first);
        let third = args.get(2).copied().unwrap_or(second);
        if prim == Prim::Where {
            let mask = self.value(first, at.0, at.1);
            let (yes, no) = (self.value(second, at.0, at.1), self.value(third, at.0, at.1));
            return self.pick(mask, yes, no);
        }
        match (from, to) {
            (Kind::Mask, Kind::Mask) => self.of_bools(prim, (first, second, third), at),
            (_, Kind::Mask) if at.0 != from.bits() => self.resized(own, from.bits(), at.0, at.1),
            (_, Kind::Mask) => self.test(prim, (first, second), from, at),
            _ if prim == Prim::Cast => self.converted(first, from, to, at),
            _ => {
                let (a, b) = (self.value(first, at.0, at.1), self.value(second, at.0, at.1));
                let c = if args.len() > 2 { self.value(third, at.0, at.1) } else { b };
                let made = match from {
                    Kind::Float { bits } => self.of_floats(prim, (a, b, c), bits),
                    _ => self.of_ints(prim, (a, b, c), from),
                };
                self.wrapped(made, prim, from)
            }
        }
    }

    /// `yes` where the mask's bits are set, else `no`.
    fn pick(&mut self, mask: Value, yes: Value, no: Value) -> Value {
        let vector = self.b.func.dfg.value_type(yes);
        let mask = self.cast(vector, mask);
        self.b.ins().bitselect(mask, yes, no)
    }

    /// A number in all lanes of a float vector.
    pub fn float(&mut self, value: f64, bits: u32) -> Value {
        match bits {
            32 => self.constant(types::F32X4, u64::from((value as f32).to_bits()), 32),
            _ => self.constant(types::F64X2, value.to_bits(), 64),
        }
    }

    fn less(&mut self, a: Value, b: Value) -> Value {
        self.b.ins().fcmp(FloatCC::LessThan, a, b)
    }

    fn nan(&mut self, a: Value) -> Value {
        self.b.ins().fcmp(FloatCC::Unordered, a, a)
    }

    /// `maximum` and `minimum`: NaN wins.
    fn extreme(&mut self, larger: bool, a: Value, b: Value) -> Value {
        let best = if larger { self.less(b, a) } else { self.less(a, b) };
        let best = self.pick(best, a, b);
        let nan = self.nan(a);
        self.pick(nan, a, best)
    }

    /// An operation on vectors of floats.
    pub fn of_floats(&mut self, prim: Prim, (a, b, c): (Value, Value, Value), bits: u32) -> Value {
        match prim {
            Prim::Add => self.b.ins().fadd(a, b),
            Prim::Subtract => self.b.ins().fsub(a, b),
            Prim::Multiply => self.b.ins().fmul(a, b),
            Prim::Divide => self.b.ins().fdiv(a, b),
            Prim::Negative => self.b.ins().fneg(a),
            Prim::Absolute => self.b.ins().fabs(a),
            Prim::Square => self.b.ins().fmul(a, a),
            Prim::Cube => {
                let square = self.b.ins().fmul(a, a);
                self.b.ins().fmul(square, a)
            }
            Prim::Reciprocal => {
                let one = self.float(1.0, bits);
                self.b.ins().fdiv(one, a)
            }
            Prim::Times(double, single) => {
                let by = if bits == 32 { self.float(f64::from(single), 32) } else { self.float(double, 64) };
                self.b.ins().fmul(a, by)
            }
            Prim::Sqrt => self.b.ins().sqrt(a),
            Prim::Floor => self.b.ins().floor(a),
            Prim::Ceil => self.b.ins().ceil(a),
            Prim::Trunc => self.b.ins().trunc(a),
            Prim::Rint => self.b.ins().nearest(a),
            Prim::Maximum => self.extreme(true, a, b),
            Prim::Minimum => self.extreme(false, a, b),
            Prim::Clip => {
                let raised = self.extreme(true, b, a);
                self.extreme(false, c, raised)
            }
            Prim::Fmax | Prim::Fmin => {
                let order = if prim == Prim::Fmax { (b, a) } else { (a, b) };
                let best = self.b.ins().fcmp(FloatCC::LessThanOrEqual, order.0, order.1);
                let nan = self.nan(b);
                let inner = self.pick(best, a, b);
                self.pick(nan, a, inner)
            }
            Prim::Sign => self.sign(a, bits),
            Prim::Heaviside => self.heaviside(a, b, bits),
            Prim::Copysign => self.copysign(a, b, bits),
            _ => a,
        }
    }

    fn sign(&mut self, a: Value, bits: u32) -> Value {
        let (zero, one, minus) = (self.float(0.0, bits), self.float(1.0, bits), self.float(-1.0, bits));
        let none = self.b.ins().fcmp(FloatCC::Equal, a, zero);
        let inner = self.pick(none, zero, a);
        let below = self.less(a, zero);
        let inner = self.pick(below, minus, inner);
        let above = self.less(zero, a);
        self.pick(above, one, inner)
    }

    fn heaviside(&mut self, a: Value, at_zero: Value, bits: u32) -> Value {
        let (zero, one) = (self.float(0.0, bits), self.float(1.0, bits));
        let below = self.less(a, zero);
        let inner = self.pick(below, zero, one);
        let none = self.b.ins().fcmp(FloatCC::Equal, a, zero);
        let inner = self.pick(none, at_zero, inner);
        let nan = self.nan(a);
        self.pick(nan, a, inner)
    }

    fn copysign(&mut self, a: Value, b: Value, bits: u32) -> Value {
        let float = self.b.func.dfg.value_type(a);
        let sign = self.constant(ints(bits), 1 << (bits - 1), bits);
        let (a, b) = (self.cast(ints(bits), a), self.cast(ints(bits), b));
        let rest = self.b.ins().bnot(sign);
        let size = self.b.ins().band(a, rest);
        let sign = self.b.ins().band(b, sign);
        let both = self.b.ins().bor(size, sign);
        self.cast(float, both)
    }

    /// A comparison of two vectors of one kind.
    fn compare(&mut self, order: Order, kind: Kind, a: Value, b: Value) -> Value {
        if let Kind::Float { .. } = kind {
            let condition = match order {
                Order::Equal => FloatCC::Equal,
                Order::NotEqual => FloatCC::NotEqual,
                Order::Less => FloatCC::LessThan,
                Order::LessEqual => FloatCC::LessThanOrEqual,
                Order::Greater => FloatCC::GreaterThan,
                Order::GreaterEqual => FloatCC::GreaterThanOrEqual,
            };
            return self.b.ins().fcmp(condition, a, b);
        }
        let signed = !matches!(kind, Kind::Int { signed: false, .. });
        let condition = match (order, signed) {
            (Order::Equal, _) => IntCC::Equal,
            (Order::NotEqual, _) => IntCC::NotEqual,
            (Order::Less, true) => IntCC::SignedLessThan,
            (Order::Less, false) => IntCC::UnsignedLessThan,
            (Order::LessEqual, true) => IntCC::SignedLessThanOrEqual,
            (Order::LessEqual, false) => IntCC::UnsignedLessThanOrEqual,
            (Order::Greater, true) => IntCC::SignedGreaterThan,
            (Order::Greater, false) => IntCC::UnsignedGreaterThan,
            (Order::GreaterEqual, true) => IntCC::SignedGreaterThanOrEqual,
            (Order::GreaterEqual, false) => IntCC::UnsignedGreaterThanOrEqual,
        };
        self.b.ins().icmp(condition, a, b)
    }

    /// An operation on vectors of integers.
    pub fn of_ints(&mut self, prim: Prim, (a, b, c): (Value, Value, Value), kind: Kind) -> Value {
        match prim {
            Prim::Add => self.b.ins().iadd(a, b),
            Prim::Subtract => self.b.ins().isub(a, b),
            Prim::Multiply => self.b.ins().imul(a, b),
            Prim::Negative => self.b.ins().ineg(a),
            Prim::Absolute if matches!(kind, Kind::Int { signed: true, .. }) => self.b.ins().iabs(a),
            Prim::Square => self.b.ins().imul(a, a),
            Prim::Cube => {
                let square = self.b.ins().imul(a, a);
                self.b.ins().imul(square, a)
            }
            Prim::Maximum | Prim::Fmax => self.larger(kind, a, b),
            Prim::Minimum | Prim::Fmin => self.smaller(kind, a, b),
            Prim::Clip => {
                let high = self.larger(kind, a, b);
                self.smaller(kind, high, c)
            }
            Prim::Sign => {
                let zero = self.constant(kind.vector(), 0, kind.bits());
                // Masks are -1 where they hold.
                let below = self.compare(Order::Less, kind, a, zero);
                let above = self.compare(Order::Greater, kind, a, zero);
                self.b.ins().isub(below, above)
            }
            Prim::And => self.b.ins().band(a, b),
            Prim::Or => self.b.ins().bor(a, b),
            Prim::Xor => self.b.ins().bxor(a, b),
            Prim::Invert => self.b.ins().bnot(a),
            _ => a,
        }
    }

    fn larger(&mut self, kind: Kind, a: Value, b: Value) -> Value {
        let first = self.compare(Order::Greater, kind, a, b);
        self.pick(first, a, b)
    }

    fn smaller(&mut self, kind: Kind, a: Value, b: Value) -> Value {
        let first = self.compare(Order::Less, kind, a, b);
        self.pick(first, a, b)
    }

    /// Integers of 8 bits that are held in 16: back into their range.
    pub fn wrapped(&mut self, value: Value, prim: Prim, kind: Kind) -> Value {
        let Kind::Int { stored: 8, signed, .. } = kind else { return value };
        if matches!(prim, Prim::Maximum | Prim::Minimum | Prim::Fmax | Prim::Fmin | Prim::Clip | Prim::Same) {
            return value;
        }
        if !signed {
            let low = self.constant(types::I16X8, 0xff, 16);
            return self.b.ins().band(value, low);
        }
        let by = self.b.ins().iconst(types::I32, 8);
        let up = self.b.ins().ishl(value, by);
        self.b.ins().sshr(up, by)
    }

    /// Whether an operand is not 0, in its own lanes.
    fn truth(&mut self, reg: Reg, kind: Kind, (bits, part): (u32, u32)) -> Value {
        let value = self.value(reg, bits, part);
        let zero = match kind {
            Kind::Mask => return value,
            Kind::Float { bits } => self.float(0.0, bits),
            Kind::Int { bits, .. } => self.constant(kind.vector(), 0, bits),
        };
        self.compare(Order::NotEqual, kind, value, zero)
    }

    /// What gives bools, of operands in the lanes of `at`.
    fn test(&mut self, prim: Prim, (first, second): (Reg, Reg), from: Kind, at: (u32, u32)) -> Value {
        let order = match prim {
            Prim::LogicalAnd | Prim::LogicalOr | Prim::LogicalXor | Prim::LogicalNot | Prim::Cast => {
                let (a, b) = (self.truth(first, from, at), self.truth(second, from, at));
                return self.joined(prim, a, b);
            }
            Prim::Equal => Order::Equal,
            Prim::NotEqual => Order::NotEqual,
            Prim::Less => Order::Less,
            Prim::LessEqual => Order::LessEqual,
            Prim::Greater => Order::Greater,
            Prim::GreaterEqual => Order::GreaterEqual,
            _ => return self.class(prim, first, from, at),
        };
        let (a, b) = (self.value(first, at.0, at.1), self.value(second, at.0, at.1));
        self.compare(order, from, a, b)
    }

    /// Two truths joined.
    fn joined(&mut self, prim: Prim, a: Value, b: Value) -> Value {
        match prim {
            Prim::LogicalAnd => self.b.ins().band(a, b),
            Prim::LogicalOr => self.b.ins().bor(a, b),
            Prim::LogicalXor => self.b.ins().bxor(a, b),
            Prim::LogicalNot => self.b.ins().bnot(a),
            _ => a,
        }
    }

    /// NaN, infinite, finite, negative: tests of one number.
    fn class(&mut self, prim: Prim, reg: Reg, kind: Kind, at: (u32, u32)) -> Value {
        let Kind::Float { bits } = kind else {
            let all = if prim == Prim::IsFinite { u64::MAX } else { 0 };
            return self.constant(ints(at.0), all, at.0);
        };
        let a = self.value(reg, at.0, at.1);
        let endless = self.float(f64::INFINITY, bits);
        match prim {
            Prim::IsNan => self.nan(a),
            Prim::IsInf => {
                let size = self.b.ins().fabs(a);
                self.b.ins().fcmp(FloatCC::Equal, size, endless)
            }
            Prim::IsFinite => {
                let size = self.b.ins().fabs(a);
                self.less(size, endless)
            }
            _ => {
                let (a, zero) = (self.cast(ints(bits), a), self.constant(ints(bits), 0, bits));
                self.b.ins().icmp(IntCC::SignedLessThan, a, zero)
            }
        }
    }

    /// What gives bools of bools, in the lanes that are asked for.
    fn of_bools(&mut self, prim: Prim, args: (Reg, Reg, Reg), at: (u32, u32)) -> Value {
        let mut arg = |reg: Reg| self.value(reg, at.0, at.1);
        let (a, b) = (arg(args.0), arg(args.1));
        match prim {
            Prim::Add | Prim::Or | Prim::Maximum | Prim::Fmax | Prim::LogicalOr => self.b.ins().bor(a, b),
            Prim::Multiply | Prim::And | Prim::Minimum | Prim::Fmin | Prim::LogicalAnd => self.b.ins().band(a, b),
            Prim::Xor | Prim::NotEqual | Prim::LogicalXor => self.b.ins().bxor(a, b),
            Prim::Equal => {
                let unlike = self.b.ins().bxor(a, b);
                self.b.ins().bnot(unlike)
            }
            Prim::Invert | Prim::LogicalNot => self.b.ins().bnot(a),
            Prim::Less | Prim::GreaterEqual => {
                let not = self.b.ins().bnot(if prim == Prim::Less { a } else { b });
                if prim == Prim::Less { self.b.ins().band(not, b) } else { self.b.ins().bor(a, not) }
            }
            Prim::Greater | Prim::LessEqual => {
                let not = self.b.ins().bnot(if prim == Prim::Greater { b } else { a });
                if prim == Prim::Greater { self.b.ins().band(a, not) } else { self.b.ins().bor(not, b) }
            }
            Prim::Clip => {
                let c = self.value(args.2, at.0, at.1);
                let high = self.b.ins().bor(a, b);
                self.b.ins().band(high, c)
            }
            Prim::IsNan | Prim::IsInf => self.constant(ints(at.0), 0, at.0),
            Prim::IsFinite => self.constant(ints(at.0), u64::MAX, at.0),
            _ => a,
        }
    }
}
