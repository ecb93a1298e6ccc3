//! Operators on registers when the operands are not the common kinds: through `value`'s protocols.

use std::rc::Rc;

use super::Vm;
use super::call::Entered;
use super::frame::{FrameKind, Loaded};
use crate::data::ops::{BinOp, CmpOp, UnOp};
use crate::data::{ExcClass, Raised, Res};
use crate::interp::code::Reg;
use crate::value::{Value, arith, compare, index, kind, names};

impl Vm {
    /// A copy of a register; `UnboundLocalError` if it is an unbound variable.
    #[inline]
    pub(crate) fn value(&mut self, code: &Loaded, reg: Reg) -> Res<Value> {
        match self.stack[self.frame().base + usize::from(reg)].clone() {
            Value::Unbound => Err(self.unbound(code, reg)),
            value => Ok(value),
        }
    }

    #[cold]
    pub(crate) fn unbound(&mut self, code: &Loaded, reg: Reg) -> Box<Raised> {
        let name = code.code.locals.get(usize::from(reg)).map_or("", |name| name.as_str());
        let message = format!("cannot access local variable '{name}' where it is not associated with a value");
        Raised::new(ExcClass::UnboundLocalError, message)
    }

    /// `dst = a op b`: a method of a user's class gets a frame, all else is over at once.
    #[inline(never)]
    pub(crate) fn operator(&mut self, code: &Rc<Loaded>, op: BinOp, dst: usize, a: Reg, b: Reg) -> Entered {
        let (a, b) = (self.value(code, a)?, self.value(code, b)?);
        if let Value::Instance(left) = &a {
            let alone = match &b {
                Value::Instance(right) => Rc::ptr_eq(&left.class, &right.class),
                Value::Native(_) => false,
                _ => true,
            };
            if alone && let Some(Value::Function(method)) = left.class.lookup(names::method(op)) {
                let base = self.frame().top;
                if base + 2 > self.stack.len() {
                    self.grow(base + 2);
                }
                self.stack[base] = a.clone();
                self.stack[base + 1] = b.clone();
                let kind = FrameKind::Operator(op, a, b);
                return self.call_in_frame(method, base, 2, dst, kind);
            }
        }
        self.stack[dst] = arith::binary(self, op, &a, &b)?;
        Ok(None)
    }

    /// The left operand's method gave `NotImplemented`: ask the right one.
    #[cold]
    pub(crate) fn operator_refused(&mut self, op: BinOp, a: &Value, b: &Value) -> Res<Value> {
        if let (Value::Instance(left), Value::Instance(right)) = (a, b)
            && !Rc::ptr_eq(&left.class, &right.class)
            && let Some(value) =
                crate::value::Host::call_special(self, b, names::reflected(op), std::slice::from_ref(a))?
            && !matches!(value, Value::NotImplemented)
        {
            return Ok(value);
        }
        let (left, right) = (kind::type_name(a), kind::type_name(b));
        let message = format!("unsupported operand type(s) for {}: '{left}' and '{right}'", op.symbol());
        Err(Raised::new(ExcClass::TypeError, message))
    }

    #[inline(never)]
    pub(crate) fn binary_small(&mut self, code: &Rc<Loaded>, op: BinOp, a: Reg, imm: i16) -> Res<Value> {
        let a = self.value(code, a)?;
        arith::binary(self, op, &a, &Value::Int(i64::from(imm)))
    }

    #[inline(never)]
    pub(crate) fn inplace_small(&mut self, code: &Rc<Loaded>, op: BinOp, a: Reg, imm: i16) -> Res<Value> {
        let a = self.value(code, a)?;
        arith::inplace(self, op, &a, &Value::Int(i64::from(imm)))
    }

    #[inline(never)]
    pub(crate) fn inplace(&mut self, code: &Rc<Loaded>, op: BinOp, a: Reg, b: Reg) -> Res<Value> {
        let (a, b) = (self.value(code, a)?, self.value(code, b)?);
        arith::inplace(self, op, &a, &b)
    }

    #[inline(never)]
    pub(crate) fn unary(&mut self, code: &Rc<Loaded>, op: UnOp, a: Reg) -> Res<Value> {
        let a = self.value(code, a)?;
        match (op, &a) {
            (UnOp::Neg, Value::Float(x)) => Ok(Value::Float(-x)),
            (UnOp::Neg, Value::Int(x)) if *x != i64::MIN => Ok(Value::Int(-x)),
            _ => arith::unary(self, op, &a),
        }
    }

    #[inline(never)]
    pub(crate) fn compare(&mut self, code: &Rc<Loaded>, op: CmpOp, a: Reg, b: Reg) -> Res<Value> {
        let (a, b) = (self.value(code, a)?, self.value(code, b)?);
        match op {
            CmpOp::Is => Ok(Value::Bool(compare::is_same(&a, &b))),
            CmpOp::IsNot => Ok(Value::Bool(!compare::is_same(&a, &b))),
            _ => compare::compare(self, op, &a, &b),
        }
    }

    #[inline(never)]
    pub(crate) fn compare_truth(&mut self, code: &Rc<Loaded>, op: CmpOp, a: Reg, b: Reg) -> Res<bool> {
        let (a, b) = (self.value(code, a)?, self.value(code, b)?);
        self.compare_values(op, &a, &b)
    }

    fn compare_values(&mut self, op: CmpOp, a: &Value, b: &Value) -> Res<bool> {
        match compare::compare(self, op, a, b)? {
            Value::Bool(truth) => Ok(truth),
            other => kind::truth(self, &other),
        }
    }

    #[inline(never)]
    pub(crate) fn compare_small(&mut self, code: &Rc<Loaded>, op: CmpOp, a: Reg, imm: i16) -> Res<bool> {
        let a = self.value(code, a)?;
        self.compare_values(op, &a, &Value::Int(i64::from(imm)))
    }

    /// `bool(a)`.
    #[inline(never)]
    pub(crate) fn truth(&mut self, code: &Rc<Loaded>, a: Reg) -> Res<bool> {
        match &self.stack[self.frame().base + usize::from(a)] {
            Value::None => return Ok(false),
            Value::Bool(truth) => return Ok(*truth),
            Value::List(list) => return Ok(!list.items.borrow().is_empty()),
            Value::Str(text) => return Ok(!text.as_str().is_empty()),
            _ => {}
        }
        let a = self.value(code, a)?;
        kind::truth(self, &a)
    }

    #[inline(never)]
    pub(crate) fn getitem(&mut self, code: &Rc<Loaded>, a: Reg, at: Reg) -> Res<Value> {
        let (a, at) = (self.value(code, a)?, self.value(code, at)?);
        index::getitem(self, &a, &at)
    }

    #[inline(never)]
    pub(crate) fn setitem(&mut self, code: &Rc<Loaded>, a: Reg, at: Reg, value: Value) -> Res<()> {
        let (a, at) = (self.value(code, a)?, self.value(code, at)?);
        if let Value::Dict(dict) = &a {
            return crate::value::dict::insert(self, dict, at, value);
        }
        index::setitem(self, &a, &at, &value)
    }

    pub(crate) fn delitem(&mut self, code: &Rc<Loaded>, a: Reg, at: Reg) -> Res<()> {
        let (a, at) = (self.value(code, a)?, self.value(code, at)?);
        index::delitem(self, &a, &at)
    }
}
