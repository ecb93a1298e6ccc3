//! Operators on registers when the operands are not the common kinds: through `value`'s protocols.

use std::rc::Rc;

use super::Vm;
use super::call::Entered;
use super::frame::{FrameKind, Loaded};
use crate::builtins::np::ufunc;
use crate::data::ops::{BinOp, CmpOp, UnOp};
use crate::data::{ExcClass, Raised, Res};
use crate::interp::code::{Op, Reg};
use crate::value::{Str, Value, arith, compare, contain, index, kind, names};

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
        let base = self.frame().base;
        if let (BinOp::Add, Value::Str(x), Value::Str(y)) =
            (op, &self.stack[base + usize::from(a)], &self.stack[base + usize::from(b)])
            && !x.as_str().is_empty()
        {
            let made = Str::concat(x, y);
            self.stack[dst] = Value::Str(Rc::new(made));
            return Ok(None);
        }
        let alike = matches!(self.stack[base + usize::from(a)], Value::Instance(_));
        if !alike && let Some(made) = self.over(code, op, a, b)? {
            self.stack[dst] = made;
            return Ok(None);
        }
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
                let entered = self.call_in_frame(method, base, 2, dst, FrameKind::Operator(op));
                return self.holding(entered, (a, b));
            }
        }
        self.stack[dst] = arith::binary(self, op, &a, &b)?;
        Ok(None)
    }

    /// `a op b` where one of them is an array that stands in a register between two operators and nowhere else: the
    /// result takes its place. `None` where it is not so.
    fn over(&mut self, code: &Rc<Loaded>, op: BinOp, a: Reg, b: Reg) -> Res<Option<Value>> {
        let base = self.frame().base;
        for (own, other, first) in [(a, b, true), (b, a, false)] {
            let at = base + usize::from(own);
            if usize::from(own) < code.variables || a == b || !matches!(self.stack[at], Value::Native(_)) {
                continue;
            }
            let other = self.value(code, other)?;
            let mut value = std::mem::take(&mut self.stack[at]);
            let made = ufunc::over(self, op, &mut value, &other, first)?;
            if made.is_some() {
                return Ok(made);
            }
            self.stack[at] = value;
        }
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
        let number = Value::Int(i64::from(imm));
        let at = self.frame().base + usize::from(a);
        if usize::from(a) >= code.variables && matches!(self.stack[at], Value::Native(_)) {
            let mut value = std::mem::take(&mut self.stack[at]);
            if let Some(made) = ufunc::over(self, op, &mut value, &number, true)? {
                return Ok(made);
            }
            self.stack[at] = value;
        }
        let a = self.value(code, a)?;
        arith::binary(self, op, &a, &number)
    }

    #[inline(never)]
    pub(crate) fn inplace_small(&mut self, code: &Rc<Loaded>, op: BinOp, a: Reg, imm: i16) -> Res<Value> {
        let a = self.value(code, a)?;
        arith::inplace(self, op, &a, &Value::Int(i64::from(imm)))
    }

    #[inline(never)]
    pub(crate) fn inplace(&mut self, code: &Rc<Loaded>, op: BinOp, dst: Reg, a: Reg, b: Reg) -> Res<Value> {
        if op == BinOp::Add
            && let Some(made) = self.append_text(code, dst, a, b)
        {
            return Ok(made);
        }
        let (a, b) = (self.value(code, a)?, self.value(code, b)?);
        arith::inplace(self, op, &a, &b)
    }

    /// `text += more`: where the variable alone has the text, it grows in place, so a loop of these takes linear time.
    fn append_text(&mut self, code: &Rc<Loaded>, dst: Reg, a: Reg, b: Reg) -> Option<Value> {
        let base = self.frame().base;
        let (at, from) = (base + usize::from(a), base + usize::from(b));
        let (Value::Str(_), Value::Str(more)) = (&self.stack[at], &self.stack[from]) else { return None };
        let more = more.clone();
        if usize::from(a) < code.variables && dst != a {
            return None;
        }
        let Value::Str(mut text) = std::mem::take(&mut self.stack[at]) else { return None };
        if dst != a || usize::from(a) >= code.variables {
            self.release_variable(code, dst, &text);
        }
        match Rc::get_mut(&mut text) {
            Some(own) => own.append(&more),
            None => text = Rc::new(Str::concat(&text, &more)),
        }
        Some(Value::Str(text))
    }

    /// Empty the variable that has this text and is stored to by the next instruction.
    fn release_variable(&mut self, code: &Rc<Loaded>, dst: Reg, text: &Rc<Str>) {
        let same = |value: &mut Option<Value>| match value {
            Some(Value::Str(own)) if Rc::ptr_eq(own, text) => drop(value.take()),
            _ => {}
        };
        match code.ops.get(self.at + 1) {
            Some(Op::StoreGlobal { src, name }) if *src == dst && !self.worker => {
                let slot = code.slots.get(*name as usize).map_or(0, |slot| *slot as usize);
                code.globals.slots.borrow_mut().get_mut(slot).map(same);
            }
            Some(Op::StoreCell { src, cell }) if *src == dst => {
                let at = self.frame().cells + *cell as usize;
                if let Some(cell) = self.cells.get(at) {
                    same(&mut cell.value.borrow_mut());
                }
            }
            Some(Op::StoreFree { src, free }) if *src == dst => {
                if let Some(cell) = self.capture(*free) {
                    same(&mut cell.value.borrow_mut());
                }
            }
            _ => {}
        }
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
        let base = self.frame().base;
        if let (Value::Str(x), Value::Str(y)) = (&self.stack[base + usize::from(a)], &self.stack[base + usize::from(b)])
        {
            match op {
                CmpOp::Is | CmpOp::IsNot => {}
                CmpOp::In => return Ok(Value::Bool(contain::has_text(y, x))),
                CmpOp::NotIn => return Ok(Value::Bool(!contain::has_text(y, x))),
                _ => return Ok(Value::Bool(compare::holds(op, Some(x.as_str().cmp(y.as_str()))))),
            }
        }
        let (a, b) = (self.value(code, a)?, self.value(code, b)?);
        match op {
            CmpOp::Is => Ok(Value::Bool(compare::is_same(&a, &b))),
            CmpOp::IsNot => Ok(Value::Bool(!compare::is_same(&a, &b))),
            _ => compare::compare(self, op, &a, &b),
        }
    }

    #[inline(never)]
    pub(crate) fn compare_truth(&mut self, code: &Rc<Loaded>, op: CmpOp, a: Reg, b: Reg) -> Res<bool> {
        let base = self.frame().base;
        if let (Value::Str(x), Value::Str(y)) = (&self.stack[base + usize::from(a)], &self.stack[base + usize::from(b)])
        {
            return Ok(match op {
                CmpOp::Eq => Rc::ptr_eq(x, y) || x.as_str() == y.as_str(),
                CmpOp::Ne => !Rc::ptr_eq(x, y) && x.as_str() != y.as_str(),
                _ => compare::holds(op, Some(x.as_str().cmp(y.as_str()))),
            });
        }
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
    pub(crate) fn setitem(&mut self, code: &Rc<Loaded>, a: Reg, at: Reg, mut value: Value) -> Res<()> {
        let base = self.frame().base;
        if let Value::Dict(dict) = &self.stack[base + usize::from(a)] {
            // The guard is gone before what was there is.
            let set = dict.table.borrow_mut().set_quick(&self.stack[base + usize::from(at)], value);
            match set {
                Ok(_) => return Ok(()),
                Err(back) => value = back,
            }
        }
        let at = self.value(code, at)?;
        let a = self.value(code, a)?;
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
