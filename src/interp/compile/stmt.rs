//! Statements.

use super::emit::Unit;
use super::jumps::{Block, Way};
use crate::data::Res;
use crate::interp::code::*;
use crate::syntax::ast::*;

impl<'a> Unit<'a> {
    /// The statements of a block.
    pub fn block(&mut self, body: &'a [Stmt]) -> Res<()> {
        for stmt in body {
            self.stmt(stmt)?;
        }
        Ok(())
    }

    /// A statement; its temporaries are free afterwards.
    pub fn stmt(&mut self, stmt: &'a Stmt) -> Res<()> {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || {
            let mark = self.mark();
            self.at(stmt.span);
            let done = self.stmt_inner(stmt);
            self.release(mark);
            done
        })
    }

    fn stmt_inner(&mut self, stmt: &'a Stmt) -> Res<()> {
        match &stmt.kind {
            StmtKind::Expr(e) => self.expr_stmt(e),
            StmtKind::Assign { targets, value } => self.assign_stmt(targets, value),
            StmtKind::AugAssign { target, op, value } => self.aug_assign(target, *op, value),
            StmtKind::AnnAssign { target, value, annotation } => {
                if let Some(value) = value {
                    self.assign_stmt(std::slice::from_ref(target), value)?;
                }
                self.annotation(target, annotation)
            }
            StmtKind::Delete(targets) => targets.iter().try_for_each(|target| self.delete(target)),
            StmtKind::If { test, body, orelse } => self.if_stmt(test, body, orelse),
            StmtKind::For { target, iter, body, orelse } => self.for_stmt(target, iter, body, orelse),
            StmtKind::While { test, body, orelse } => self.while_stmt(test, body, orelse),
            StmtKind::With { items, body } => self.with_stmt(items, body),
            StmtKind::Try { body, handlers, orelse, finalbody } => self.try_stmt(body, handlers, orelse, finalbody),
            StmtKind::Raise { exc, cause } => self.raise_stmt(exc.as_ref(), cause.as_ref()),
            StmtKind::Assert { test, msg } => self.assert_stmt(test, msg.as_ref()),
            StmtKind::Return(value) => self.return_stmt(value.as_ref()),
            StmtKind::Break => self.leave(Way::Break, None),
            StmtKind::Continue => self.leave(Way::Continue, None),
            StmtKind::Pass | StmtKind::Global(_) | StmtKind::Nonlocal(_) => Ok(()),
            StmtKind::FunctionDef(def) => self.function_stmt(def),
            StmtKind::ClassDef(def) => self.class_stmt(def),
            StmtKind::Import(names) => self.import_stmt(names),
            StmtKind::ImportFrom { module, level, names } => self.import_from(module, *level, names),
        }
    }

    fn expr_stmt(&mut self, e: &'a Expr) -> Res<()> {
        if matches!(e.kind, ExprKind::Str(_) | ExprKind::Ellipsis | ExprKind::None | ExprKind::Int(_)) {
            return Ok(());
        }
        let value = self.expr(e, None)?;
        if !self.is_temp(value) {
            self.push(Op::Check { reg: value });
        } else if !matches!(e.kind, ExprKind::Call(..) | ExprKind::Compare(..)) {
            self.push(Op::Clear { reg: value });
        }
        Ok(())
    }

    fn return_stmt(&mut self, value: Option<&'a Expr>) -> Res<()> {
        let Some(value) = value else { return self.leave(Way::Return, None) };
        if let ExprKind::IfExp(parts) = &value.kind
            && self.blocks.iter().all(|block| matches!(block, Block::Loop { .. }))
        {
            let mark = self.mark();
            let otherwise = self.branch(&parts.test, false)?;
            self.release(mark);
            self.return_stmt(Some(&parts.body))?;
            self.release(mark);
            self.land_all(otherwise);
            return self.return_stmt(Some(&parts.orelse));
        }
        let mut reg = self.expr(value, None)?;
        let busy = self.blocks.iter().any(|block| !matches!(block, Block::Loop { .. }));
        if busy && !self.is_temp(reg) {
            let copy = self.temp();
            self.push(Op::Move { dst: copy, src: reg });
            reg = copy;
        }
        self.leave(Way::Return, Some(reg))
    }

    fn if_stmt(&mut self, test: &'a Expr, body: &'a [Stmt], orelse: &'a [Stmt]) -> Res<()> {
        let mark = self.mark();
        let otherwise = self.branch(test, false)?;
        self.release(mark);
        self.block(body)?;
        if orelse.is_empty() {
            self.land_all(otherwise);
            return Ok(());
        }
        let done = self.jump();
        self.land_all(otherwise);
        self.block(orelse)?;
        self.land(done);
        Ok(())
    }

    fn while_stmt(&mut self, test: &'a Expr, body: &'a [Stmt], orelse: &'a [Stmt]) -> Res<()> {
        let start = self.pc();
        let mark = self.mark();
        let over = self.branch(test, false)?;
        self.release(mark);
        self.blocks.push(Block::Loop { start, breaks: Vec::new(), row: None });
        self.block(body)?;
        self.at(test.span);
        self.push(Op::Loop { target: start });
        let block = self.blocks.pop();
        self.land_all(over);
        self.block(orelse)?;
        if let Some(Block::Loop { breaks, .. }) = block {
            self.land_all(breaks);
        }
        Ok(())
    }

    fn for_stmt(&mut self, target: &'a Expr, iter: &'a Expr, body: &'a [Stmt], orelse: &'a [Stmt]) -> Res<()> {
        let row = self.temp_row(3);
        let mark = self.mark();
        let src = self.expr(iter, None)?;
        self.at(iter.span);
        self.push(Op::Iter { it: row, src });
        self.release(mark);
        let start = self.pc();
        let (dst, direct) = self.loop_target(target);
        self.push(Op::Next { dst, it: row });
        let over = self.jump();
        if !direct {
            self.at(target.span);
            self.assign(target, dst)?;
        }
        self.release(mark);
        self.blocks.push(Block::Loop { start, breaks: Vec::new(), row: Some(row) });
        self.block(body)?;
        self.at(iter.span);
        self.push(Op::Loop { target: start });
        let block = self.blocks.pop();
        self.land(over);
        self.block(orelse)?;
        if let Some(Block::Loop { breaks, .. }) = block {
            self.land_all(breaks);
        }
        self.push(Op::Clear { reg: row });
        Ok(())
    }

    /// Where the next value of a loop goes: straight into the variable, if it is one in a register.
    pub fn loop_target(&mut self, target: &Expr) -> (Reg, bool) {
        if let ExprKind::Name(name) = &target.kind
            && let Some(reg) = self.local_register(*name)
        {
            return (reg, true);
        }
        (self.temp(), false)
    }
}
