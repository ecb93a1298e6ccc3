//! Names and targets: loading, storing, deleting.

use super::emit::Unit;
use super::scopes::Place;
use super::{own, refuse};
use crate::data::{Res, Sym};
use crate::interp::code::*;
use crate::syntax::ast::*;

impl<'a> Unit<'a> {
    /// The register of a name that is a variable in one.
    pub fn local_register(&self, name: Sym) -> Option<Reg> {
        match self.place(name) {
            Place::Local(owner) => Some(self.register(owner, name)),
            _ => None,
        }
    }

    /// The value of a name: the variable's own register when none is wanted.
    pub fn load(&mut self, name: Sym, want: Option<Reg>) -> Reg {
        let place = self.place(name);
        if let Place::Local(owner) = place {
            let src = self.register(owner, name);
            return match want {
                Some(dst) if dst != src => {
                    self.push(Op::Move { dst, src });
                    dst
                }
                _ => src,
            };
        }
        let dst = self.want(want);
        match place {
            Place::Class => {
                let (ns, site, name) = (self.namespace, self.site(name), self.global(name));
                self.push(Op::LoadClass { dst, ns, name: site });
                self.push(Op::LoadGlobal { dst, name });
            }
            Place::Free => {
                let free = self.free(name);
                self.push(Op::LoadFree { dst, free });
            }
            _ => match own(place).and_then(|owner| self.cell(owner, name)) {
                Some(cell) => {
                    self.push(Op::LoadCell { dst, cell });
                }
                None => {
                    let name = self.global(name);
                    self.push(Op::LoadGlobal { dst, name });
                }
            },
        }
        dst
    }

    /// Assign a name.
    pub fn store(&mut self, name: Sym, src: Reg) -> Res<()> {
        let place = self.place(name);
        let op = match place {
            Place::Local(owner) => {
                let dst = self.register(owner, name);
                if dst == src {
                    return Ok(());
                }
                if self.is_temp(src) { Op::Take { dst, src } } else { Op::Move { dst, src } }
            }
            Place::Class => Op::StoreClass { src, ns: self.namespace, name: self.site(name) },
            Place::Free => Op::StoreFree { src, free: self.free(name) },
            _ => match own(place).and_then(|owner| self.cell(owner, name)) {
                Some(cell) => Op::StoreCell { src, cell },
                None => {
                    self.assigns_global();
                    Op::StoreGlobal { src, name: self.global(name) }
                }
            },
        };
        self.push(op);
        Ok(())
    }

    /// `del name`.
    fn delete_name(&mut self, name: Sym) {
        let place = self.place(name);
        let op = match place {
            Place::Local(owner) => {
                let reg = self.register(owner, name);
                self.push(Op::Check { reg });
                Op::Clear { reg }
            }
            Place::Class => Op::DelClass { ns: self.namespace, name: self.site(name) },
            Place::Free => Op::DelFree { free: self.free(name) },
            _ => match own(place).and_then(|owner| self.cell(owner, name)) {
                Some(cell) => Op::DelCell { cell },
                None => {
                    self.assigns_global();
                    Op::DelGlobal { name: self.global(name) }
                }
            },
        };
        self.push(op);
    }

    /// `name = None; del name`, as at the end of `except ... as name`.
    pub fn forget(&mut self, name: Sym) -> Res<()> {
        let mark = self.mark();
        let none = self.temp();
        self.push(Op::None { dst: none });
        self.store(name, none)?;
        self.release(mark);
        self.delete_name(name);
        Ok(())
    }

    /// `a = b = value`.
    pub fn assign_stmt(&mut self, targets: &'a [Expr], value: &'a Expr) -> Res<()> {
        if let [target] = targets {
            if let ExprKind::Name(name) = &target.kind
                && let Some(reg) = self.local_register(*name)
            {
                self.expr(value, Some(reg))?;
                return Ok(());
            }
            if let (ExprKind::Tuple(left), ExprKind::Tuple(right)) = (&target.kind, &value.kind)
                && self.assign_pairs(left, right)?
            {
                return Ok(());
            }
        }
        let span = self.span();
        let mut src = self.expr(value, None)?;
        if targets.len() > 1 || !self.is_temp(src) {
            let copy = self.temp();
            self.push(Op::Move { dst: copy, src });
            src = copy;
        }
        for (at, target) in targets.iter().enumerate() {
            let mark = self.mark();
            self.at(span);
            let mut from = src;
            if at + 1 < targets.len() {
                from = self.temp();
                self.push(Op::Move { dst: from, src });
            }
            self.assign(target, from)?;
            self.release(mark);
        }
        Ok(())
    }

    /// `a, b = b, a` without a tuple. Whether that can be done.
    fn assign_pairs(&mut self, left: &'a [Expr], right: &'a [Expr]) -> Res<bool> {
        let starred = |items: &[Expr]| items.iter().any(|item| matches!(item.kind, ExprKind::Starred(_)));
        if left.len() != right.len() || left.len() > 4 || starred(left) || starred(right) {
            return Ok(false);
        }
        let span = self.span();
        let first = self.temp_row(right.len());
        for (at, value) in right.iter().enumerate() {
            self.expr(value, Some(first + at as Reg))?;
        }
        for (at, target) in left.iter().enumerate() {
            self.at(span);
            self.assign(target, first + at as Reg)?;
        }
        Ok(true)
    }

    /// Assign the value in a temporary to a target.
    pub fn assign(&mut self, target: &'a Expr, src: Reg) -> Res<()> {
        match &target.kind {
            ExprKind::Name(name) => self.store(*name, src),
            ExprKind::Attribute(object, name) => {
                let a = self.expr(object, None)?;
                let site = self.site(name.name);
                self.at(target.span);
                self.push(Op::StoreAttr { a, src, site });
                Ok(())
            }
            ExprKind::Subscript(object, index) => {
                let a = self.operand(object)?;
                let index = self.expr(index, None)?;
                self.at(target.span);
                self.push(Op::SetItem { a, index, src });
                Ok(())
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => self.unpack(items, src),
            _ => {
                self.at(target.span);
                Err(refuse("this cannot be assigned to"))
            }
        }
    }

    fn unpack(&mut self, items: &'a [Expr], src: Reg) -> Res<()> {
        let mark = self.mark();
        let span = self.span();
        let first = self.temp_row(items.len());
        let star = items.iter().position(|item| matches!(item.kind, ExprKind::Starred(_)));
        match star {
            None => self.push(Op::Unpack { src, first, count: items.len() as u16 }),
            Some(at) => {
                let after = u8::try_from(items.len() - at - 1).map_err(|_| refuse("too many targets after a star"))?;
                self.push(Op::UnpackStar { after, src, first, before: at as u16 })
            }
        };
        for (at, item) in items.iter().enumerate() {
            let inner = self.mark();
            self.at(span);
            let target = match &item.kind {
                ExprKind::Starred(inner) => inner,
                _ => item,
            };
            self.assign(target, first + at as Reg)?;
            self.release(inner);
        }
        self.release(mark);
        Ok(())
    }

    /// `target op= value`: the target's parts are evaluated once.
    pub fn aug_assign(&mut self, target: &'a Expr, op: BinOp, value: &'a Expr) -> Res<()> {
        let span = self.span();
        match &target.kind {
            ExprKind::Name(name) => {
                let a = self.load(*name, None);
                if self.scopes.all[self.scope()].walrus && !self.is_temp(a) {
                    let copy = self.temp();
                    self.push(Op::Move { dst: copy, src: a });
                    return self.aug_name(*name, copy, op, value);
                }
                self.aug_name(*name, a, op, value)
            }
            ExprKind::Attribute(object, name) => {
                let object = self.operand(object)?;
                let site = self.site(name.name);
                let old = self.temp();
                self.at(target.span);
                self.push(Op::LoadAttr { dst: old, a: object, site });
                self.inplace(old, old, op, value)?;
                let site = self.site(name.name);
                self.at(span);
                self.push(Op::StoreAttr { a: object, src: old, site });
                Ok(())
            }
            ExprKind::Subscript(object, index) => {
                let object = self.operand(object)?;
                let sliced = matches!(index.kind, ExprKind::Slice(..));
                let index = self.operand(index)?;
                let old = self.temp();
                self.at(target.span);
                if sliced {
                    // A slice that is read at once is not made: this one is needed once more.
                    self.push(Op::Extra(0));
                }
                self.push(Op::GetItem { dst: old, a: object, index });
                self.inplace(old, old, op, value)?;
                self.at(span);
                self.push(Op::SetItem { a: object, index, src: old });
                Ok(())
            }
            _ => Err(refuse("this cannot be assigned to")),
        }
    }

    fn aug_name(&mut self, name: Sym, a: Reg, op: BinOp, value: &'a Expr) -> Res<()> {
        let dst = match self.local_register(name) {
            Some(reg) => reg,
            None => self.temp(),
        };
        self.inplace(dst, a, op, value)?;
        self.store(name, dst)
    }

    fn inplace(&mut self, dst: Reg, a: Reg, op: BinOp, value: &'a Expr) -> Res<()> {
        let span = self.span();
        let op = match self.small(op, value) {
            Some(imm) => Op::InplaceI { op, dst, a, imm },
            None => {
                let b = self.expr(value, None)?;
                Op::Inplace { op, dst, a, b }
            }
        };
        self.at(span);
        self.push(op);
        Ok(())
    }

    /// `del target`.
    pub fn delete(&mut self, target: &'a Expr) -> Res<()> {
        match &target.kind {
            ExprKind::Name(name) => self.delete_name(*name),
            ExprKind::Attribute(object, name) => {
                let a = self.expr(object, None)?;
                let site = self.site(name.name);
                self.push(Op::DelAttr { a, site });
            }
            ExprKind::Subscript(object, index) => {
                let a = self.operand(object)?;
                let index = self.expr(index, None)?;
                self.push(Op::DelItem { a, index });
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                items.iter().try_for_each(|item| self.delete(item))?;
            }
            _ => return Err(refuse("this cannot be deleted")),
        }
        Ok(())
    }
}
