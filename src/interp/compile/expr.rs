//! Expressions: operators, comparisons, conditions.

use super::emit::Unit;
use crate::data::Res;
use crate::data::ops::UnOp;
use crate::interp::code::*;
use crate::syntax::ast::*;

impl<'a> Unit<'a> {
    /// Evaluate into `want`, or wherever is best: a variable's own register or a temporary.
    pub fn expr(&mut self, e: &'a Expr, want: Option<Reg>) -> Res<Reg> {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || {
            let span = self.span();
            self.at(e.span);
            let done = self.expr_inner(e, want);
            self.at(span);
            done
        })
    }

    /// Evaluate an operand that others follow: copied if a walrus could change the variable before it is used.
    pub fn operand(&mut self, e: &'a Expr) -> Res<Reg> {
        let reg = self.expr(e, None)?;
        if self.is_temp(reg) || !self.scopes.all[self.scope()].walrus {
            return Ok(reg);
        }
        let copy = self.temp();
        self.push(Op::Move { dst: copy, src: reg });
        Ok(copy)
    }

    fn expr_inner(&mut self, e: &'a Expr, want: Option<Reg>) -> Res<Reg> {
        if let Some(constant) = constant(e) {
            return Ok(self.load_constant(constant, want));
        }
        match &e.kind {
            ExprKind::Name(name) => Ok(self.load(*name, want)),
            ExprKind::FString(parts) => self.fstring(parts, want),
            ExprKind::Tuple(items) => self.tuple(items, want),
            ExprKind::List(items) => self.list(items, want),
            ExprKind::Set(items) => self.set(items, want),
            ExprKind::Dict(items) => self.dict(items, want),
            ExprKind::Comp(kind, comp) => self.comp(e, *kind, comp, want),
            ExprKind::DictComp(comp) => self.dict_comp(e, comp, want),
            ExprKind::Unary(op, a) => self.unary(*op, a, want),
            ExprKind::Binary(op, a, b) => self.binary(*op, a, b, want),
            ExprKind::BoolOp(op, items) => self.bool_op(*op, items, want),
            ExprKind::Compare(first, rest) => self.compare(first, rest, want),
            ExprKind::IfExp(parts) => self.if_exp(parts, want),
            ExprKind::Lambda(lambda) => self.lambda(e, lambda, want),
            ExprKind::NamedExpr(name, value) => {
                let dst = self.scratch(want);
                self.expr(value, Some(dst))?;
                let mark = self.mark();
                let copy = self.temp();
                self.push(Op::Move { dst: copy, src: dst });
                self.store(name.name, copy)?;
                self.release(mark);
                Ok(self.settle(dst, want))
            }
            ExprKind::Call(func, args) => self.call(func, args, want),
            ExprKind::Attribute(a, name) => {
                let mark = self.mark();
                let a = self.expr(a, None)?;
                let site = self.site(name.name);
                self.release(mark);
                let dst = self.want(want);
                self.push(Op::LoadAttr { dst, a, site });
                Ok(dst)
            }
            ExprKind::Subscript(a, index) => {
                let mark = self.mark();
                let a = self.operand(a)?;
                let index = self.expr(index, None)?;
                self.release(mark);
                let dst = self.want(want);
                self.push(Op::GetItem { dst, a, index });
                Ok(dst)
            }
            _ => self.rare(e, want),
        }
    }

    fn rare(&mut self, e: &'a Expr, want: Option<Reg>) -> Res<Reg> {
        match &e.kind {
            ExprKind::Slice(a, b, c) => {
                let mark = self.mark();
                let first = self.temp_row(3);
                for (at, part) in [a, b, c].into_iter().enumerate() {
                    let dst = first + at as Reg;
                    match part {
                        Some(part) => {
                            self.expr(part, Some(dst))?;
                        }
                        None => {
                            self.push(Op::None { dst });
                        }
                    }
                }
                self.release(mark);
                let dst = self.want(want);
                self.push(Op::Slice { dst, first });
                Ok(dst)
            }
            ExprKind::Yield(value) => {
                let mark = self.mark();
                let src = self.temp();
                match value {
                    Some(value) => {
                        self.expr(value, Some(src))?;
                    }
                    None => {
                        self.push(Op::None { dst: src });
                    }
                }
                self.release(mark);
                let dst = self.want(want);
                self.push(Op::Yield { dst, src });
                Ok(dst)
            }
            ExprKind::YieldFrom(value) => {
                // The iterator, and what is sent to it.
                let it = self.temp_row(2);
                let src = self.expr(value, None)?;
                self.push(Op::IterValue { dst: it, src });
                self.push(Op::None { dst: it + 1 });
                let dst = self.scratch(want);
                self.push(Op::YieldFrom { dst, it });
                Ok(self.settle(dst, want))
            }
            _ => Err(super::refuse("this expression cannot stand here")),
        }
    }

    /// The register that an expression of several steps works in: `want`, unless that is a variable that the steps may still read.
    pub fn scratch(&mut self, want: Option<Reg>) -> Reg {
        match want {
            Some(reg) if self.is_temp(reg) => reg,
            _ => self.temp(),
        }
    }

    /// Move a result made in [`Unit::scratch`] to where it is wanted.
    pub fn settle(&mut self, made: Reg, want: Option<Reg>) -> Reg {
        match want {
            Some(dst) if dst != made => {
                self.push(Op::Take { dst, src: made });
                dst
            }
            _ => made,
        }
    }

    fn load_constant(&mut self, value: Const, want: Option<Reg>) -> Reg {
        let dst = self.want(want);
        let op = match value {
            Const::None => Op::None { dst },
            Const::Bool(value) => Op::Bool { dst, value },
            Const::Int(value) if i32::try_from(value).is_ok() => Op::Int { dst, value: value as i32 },
            value => Op::Const { dst, k: self.constant(value) },
        };
        self.push(op);
        dst
    }

    fn unary(&mut self, op: UnaryOp, a: &'a Expr, want: Option<Reg>) -> Res<Reg> {
        let mark = self.mark();
        let a = self.expr(a, None)?;
        self.release(mark);
        let dst = self.want(want);
        let op = match op {
            UnaryOp::Not => Op::Not { dst, a },
            UnaryOp::Neg => Op::Unary { op: UnOp::Neg, dst, a },
            UnaryOp::Pos => Op::Unary { op: UnOp::Pos, dst, a },
            UnaryOp::Invert => Op::Unary { op: UnOp::Invert, dst, a },
        };
        self.push(op);
        Ok(dst)
    }

    fn binary(&mut self, op: BinOp, a: &'a Expr, b: &'a Expr, want: Option<Reg>) -> Res<Reg> {
        let mark = self.mark();
        if let Some(imm) = self.small(op, b) {
            let a = self.expr(a, None)?;
            self.release(mark);
            let dst = self.want(want);
            let op = self.with_small(op, dst, a, imm);
            self.push(op);
            return Ok(dst);
        }
        let a = self.operand(a)?;
        let b = self.expr(b, None)?;
        self.release(mark);
        let dst = self.want(want);
        self.push(match op {
            BinOp::Add => Op::Add { dst, a, b },
            BinOp::Sub => Op::Sub { dst, a, b },
            BinOp::Mul => Op::Mul { dst, a, b },
            BinOp::Div => Op::Div { dst, a, b },
            BinOp::FloorDiv => Op::FloorDiv { dst, a, b },
            BinOp::Mod => Op::Mod { dst, a, b },
            _ => Op::Binary { op, dst, a, b },
        });
        Ok(dst)
    }

    /// The right operand as part of the instruction, where there is one for it.
    pub fn small(&self, op: BinOp, b: &Expr) -> Option<i16> {
        let ExprKind::Int(value) = b.kind else { return None };
        let fits = matches!(op, BinOp::Add | BinOp::Sub | BinOp::Mul) || value != 0;
        let known = matches!(op, BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::FloorDiv | BinOp::Mod);
        if fits && known { i16::try_from(value).ok() } else { None }
    }

    /// The instruction with its right operand in it.
    pub fn with_small(&self, op: BinOp, dst: Reg, a: Reg, imm: i16) -> Op {
        match op {
            BinOp::Add => Op::AddI { dst, a, imm },
            BinOp::Sub => Op::SubI { dst, a, imm },
            BinOp::Mul => Op::MulI { dst, a, imm },
            BinOp::FloorDiv => Op::FloorDivI { dst, a, imm },
            _ => Op::ModI { dst, a, imm },
        }
    }

    fn bool_op(&mut self, op: BoolOp, items: &'a [Expr], want: Option<Reg>) -> Res<Reg> {
        let dst = self.scratch(want);
        let stop = op == BoolOp::Or;
        let mut done = Vec::new();
        for (at, item) in items.iter().enumerate() {
            let mark = self.mark();
            self.expr(item, Some(dst))?;
            self.release(mark);
            if at + 1 < items.len() {
                done.push(self.push(Op::JumpIf { want: stop, a: dst, target: 0 }));
            }
        }
        self.land_all(done);
        Ok(self.settle(dst, want))
    }

    fn compare(&mut self, first: &'a Expr, rest: &'a [(CmpOp, Expr)], want: Option<Reg>) -> Res<Reg> {
        let mark = self.mark();
        if let [(op, b)] = rest {
            let a = self.operand(first)?;
            let b = self.expr(b, None)?;
            self.release(mark);
            let dst = self.want(want);
            self.push(Op::Compare { op: *op, dst, a, b });
            return Ok(dst);
        }
        let dst = self.scratch(want);
        let mark = self.mark();
        let mut a = self.operand(first)?;
        let mut done = Vec::new();
        for (at, (op, b)) in rest.iter().enumerate() {
            let b = self.operand(b)?;
            self.push(Op::Compare { op: *op, dst, a, b });
            if at + 1 < rest.len() {
                done.push(self.push(Op::JumpIf { want: false, a: dst, target: 0 }));
            }
            a = b;
        }
        self.land_all(done);
        self.release(mark);
        Ok(self.settle(dst, want))
    }

    fn if_exp(&mut self, parts: &'a IfExp, want: Option<Reg>) -> Res<Reg> {
        let dst = self.want(want);
        let mark = self.mark();
        let otherwise = self.branch(&parts.test, false)?;
        self.release(mark);
        self.expr(&parts.body, Some(dst))?;
        self.release(mark);
        let done = self.jump();
        self.land_all(otherwise);
        self.expr(&parts.orelse, Some(dst))?;
        self.release(mark);
        self.land(done);
        Ok(dst)
    }

    /// Jump away when the truth of `e` is `want`; else go on. The jumps are to be landed.
    pub fn branch(&mut self, e: &'a Expr, want: bool) -> Res<Vec<usize>> {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || self.branch_inner(e, want))
    }

    fn branch_inner(&mut self, e: &'a Expr, want: bool) -> Res<Vec<usize>> {
        let mark = self.mark();
        match &e.kind {
            ExprKind::Unary(UnaryOp::Not, a) => return self.branch(a, !want),
            ExprKind::BoolOp(op, items) => return self.branch_bool(*op, items, want),
            ExprKind::Compare(first, rest) => {
                if let [(op, b)] = &rest[..]
                    && let Some(jump) = self.branch_compare(e, *op, first, b, want)?
                {
                    self.release(mark);
                    return Ok(vec![jump]);
                }
                let identity = |op: &CmpOp| matches!(op, CmpOp::Is | CmpOp::IsNot | CmpOp::In | CmpOp::NotIn);
                if rest.len() > 1 && !rest.iter().any(|(op, _)| identity(op)) {
                    let away = self.branch_chain(e, first, rest, want)?;
                    self.release(mark);
                    return Ok(away);
                }
            }
            ExprKind::Int(value) => return Ok(if (*value != 0) == want { vec![self.jump()] } else { Vec::new() }),
            ExprKind::Bool(value) => return Ok(if *value == want { vec![self.jump()] } else { Vec::new() }),
            _ => {}
        }
        let a = self.expr(e, None)?;
        self.release(mark);
        let span = self.span();
        self.at(e.span);
        let jump = self.push(Op::JumpIf { want, a, target: 0 });
        self.at(span);
        Ok(vec![jump])
    }

    fn branch_bool(&mut self, op: BoolOp, items: &'a [Expr], want: bool) -> Res<Vec<usize>> {
        let stop = op == BoolOp::Or;
        let mut away = Vec::new();
        let mut past = Vec::new();
        for (at, item) in items.iter().enumerate() {
            let last = at + 1 == items.len();
            if last || stop == want {
                away.extend(self.branch(item, want)?);
            } else {
                past.extend(self.branch(item, !want)?);
            }
        }
        self.land_all(past);
        Ok(away)
    }

    /// A chain of comparisons as jumps: each operand is evaluated once, and those after the first that does not hold are not.
    fn branch_chain(&mut self, e: &Expr, first: &'a Expr, rest: &'a [(CmpOp, Expr)], want: bool) -> Res<Vec<usize>> {
        let (mut away, mut past) = (Vec::new(), Vec::new());
        let mut a = self.operand(first)?;
        for (at, (op, b)) in rest.iter().enumerate() {
            let last = at + 1 == rest.len();
            let b = if last { self.expr(b, None)? } else { self.operand(b)? };
            // The jump is taken when this is the truth.
            let taken = last && want;
            let span = self.span();
            self.at(e.span);
            self.push(comparison(*op, !taken, a, b));
            self.at(span);
            let jump = self.jump();
            if last || !want {
                away.push(jump)
            } else {
                past.push(jump)
            }
            a = b;
        }
        self.land_all(past);
        Ok(away)
    }

    /// A comparison and its jump in one instruction and a half. The jump is taken when the truth is `want`.
    fn branch_compare(&mut self, e: &Expr, op: CmpOp, a: &'a Expr, b: &'a Expr, want: bool) -> Res<Option<usize>> {
        let want = !want;
        let op = match (op, &b.kind) {
            (CmpOp::Is | CmpOp::IsNot, ExprKind::None) => {
                let a = self.expr(a, None)?;
                Op::IsNone { want: want == (op == CmpOp::Is), a }
            }
            (CmpOp::Is | CmpOp::IsNot | CmpOp::In | CmpOp::NotIn, _) => return Ok(None),
            (_, ExprKind::Int(imm)) if i16::try_from(*imm).is_ok() => {
                let imm = *imm as i16;
                let a = self.expr(a, None)?;
                match op {
                    CmpOp::Lt => Op::LtI { want, a, imm },
                    CmpOp::Le => Op::LeI { want, a, imm },
                    CmpOp::Gt => Op::GtI { want, a, imm },
                    CmpOp::Ge => Op::GeI { want, a, imm },
                    CmpOp::Eq => Op::EqI { want, a, imm },
                    _ => Op::NeI { want, a, imm },
                }
            }
            _ => {
                let a = self.operand(a)?;
                let b = self.expr(b, None)?;
                comparison(op, want, a, b)
            }
        };
        let span = self.span();
        self.at(e.span);
        self.push(op);
        self.at(span);
        Ok(Some(self.jump()))
    }
}

/// The instruction that skips the jump after it when `a op b` is `want`; not for `is` and `in`.
fn comparison(op: CmpOp, want: bool, a: Reg, b: Reg) -> Op {
    match op {
        CmpOp::Lt => Op::Lt { want, a, b },
        CmpOp::Le => Op::Le { want, a, b },
        CmpOp::Gt => Op::Gt { want, a, b },
        CmpOp::Ge => Op::Ge { want, a, b },
        CmpOp::Eq => Op::Eq { want, a, b },
        _ => Op::Ne { want, a, b },
    }
}

/// The constant that an expression is, if it is one.
pub(super) fn constant(e: &Expr) -> Option<Const> {
    Some(match &e.kind {
        ExprKind::Int(value) => Const::Int(*value),
        ExprKind::BigInt(digits) => Const::Big(digits.clone()),
        ExprKind::Float(value) => Const::Float(*value),
        ExprKind::Imaginary(value) => Const::Imaginary(*value),
        ExprKind::Str(text) => Const::Str(text.clone()),
        ExprKind::Bytes(bytes) => Const::Bytes(bytes.clone()),
        ExprKind::Bool(value) => Const::Bool(*value),
        ExprKind::None => Const::None,
        ExprKind::Ellipsis => Const::Ellipsis,
        ExprKind::Unary(UnaryOp::Neg, inner) => match inner.kind {
            ExprKind::Int(value) => Const::Int(value.checked_neg()?),
            ExprKind::Float(value) => Const::Float(-value),
            _ => return None,
        },
        ExprKind::Tuple(items) if !items.is_empty() && items.len() < 100 => {
            Const::Tuple(items.iter().map(constant).collect::<Option<Vec<_>>>()?)
        }
        _ => return None,
    })
}
