//! `try`, `with`, `raise`, `assert`.

use super::emit::Unit;
use super::jumps::Block;
use crate::data::{Res, Sym};
use crate::interp::code::*;
use crate::syntax::ast::{Expr, Handler as Except, Stmt, WithItem};

impl<'a> Unit<'a> {
    /// `try` with all its parts.
    pub fn try_stmt(
        &mut self,
        body: &'a [Stmt],
        handlers: &'a [Except],
        orelse: &'a [Stmt],
        finalbody: &'a [Stmt],
    ) -> Res<()> {
        if finalbody.is_empty() {
            return self.try_except(body, handlers, orelse);
        }
        let mark = self.mark();
        let exc = self.temp();
        let region = self.region();
        self.blocks.push(Block::Finally { body: finalbody, region });
        if handlers.is_empty() {
            self.block(body)?;
            self.block(orelse)?;
        } else {
            self.try_except(body, handlers, orelse)?;
        }
        let end = self.pc();
        let block = self.blocks.pop();
        self.block(finalbody)?;
        let done = self.jump();
        let target = self.pc();
        if let Some(Block::Finally { region, .. }) = block {
            self.protect(region, end, target, exc);
        }
        self.handling(exc, None, |unit| unit.block(finalbody))?;
        self.push(Op::Reraise { exc });
        self.land(done);
        self.release(mark);
        Ok(())
    }

    /// Code that runs while the exception in `exc` is being handled; what leaves it stops handling.
    fn handling(&mut self, exc: Reg, name: Option<Sym>, body: impl FnOnce(&mut Self) -> Res<()>) -> Res<()> {
        self.push(Op::Handle { exc });
        self.level += 1;
        let region = self.region();
        self.blocks.push(Block::Handler { name, region });
        body(self)?;
        self.blocks.pop();
        self.level -= 1;
        Ok(())
    }

    fn try_except(&mut self, body: &'a [Stmt], handlers: &'a [Except], orelse: &'a [Stmt]) -> Res<()> {
        let mark = self.mark();
        let exc = self.temp();
        let region = self.region();
        self.blocks.push(Block::Try { region });
        self.block(body)?;
        let end = self.pc();
        let block = self.blocks.pop();
        self.block(orelse)?;
        let mut done = vec![self.jump()];
        let target = self.pc();
        if let Some(Block::Try { region }) = block {
            self.protect(region, end, target, exc);
        }
        self.handling(exc, None, |unit| {
            for handler in handlers {
                unit.except(handler, exc, &mut done)?;
            }
            Ok(())
        })?;
        self.push(Op::Reraise { exc });
        self.land_all(done);
        self.push(Op::Clear { reg: exc });
        self.release(mark);
        Ok(())
    }

    fn except(&mut self, handler: &'a Except, exc: Reg, done: &mut Vec<usize>) -> Res<()> {
        self.at(handler.span);
        let mut next = None;
        if let Some(class) = &handler.class {
            let mark = self.mark();
            let class = self.expr(class, None)?;
            self.at(handler.span);
            self.push(Op::Match { exc, class });
            next = Some(self.jump());
            self.release(mark);
        }
        match handler.name {
            Some(name) => self.named_handler(handler, exc, name.name)?,
            None => self.block(&handler.body)?,
        }
        self.push(Op::Handled);
        done.push(self.jump());
        if let Some(next) = next {
            self.land(next);
        }
        Ok(())
    }

    /// `except ... as name`: the name is deleted however the handler ends.
    fn named_handler(&mut self, handler: &'a Except, exc: Reg, name: Sym) -> Res<()> {
        let mark = self.mark();
        let inner = self.temp();
        let copy = self.temp();
        self.push(Op::Move { dst: copy, src: exc });
        self.store(name, copy)?;
        if let Some(Block::Handler { name: slot, .. }) = self.blocks.last_mut() {
            *slot = Some(name);
        }
        let start = self.region();
        let previous = self.take_region(start);
        self.block(&handler.body)?;
        let end = self.pc();
        let region = self.take_region(previous);
        self.forget(name)?;
        let over = self.jump();
        let target = self.pc();
        self.protect(region, end, target, inner);
        self.forget(name)?;
        self.push(Op::Reraise { exc: inner });
        self.land(over);
        if let Some(Block::Handler { name: slot, .. }) = self.blocks.last_mut() {
            *slot = None;
        }
        self.release(mark);
        Ok(())
    }

    fn take_region(&mut self, new: super::jumps::Region) -> super::jumps::Region {
        match self.blocks.last_mut() {
            Some(Block::Handler { region, .. }) => std::mem::replace(region, new),
            _ => new,
        }
    }

    /// `with` of several items: each encloses the rest.
    pub fn with_stmt(&mut self, items: &'a [WithItem], body: &'a [Stmt]) -> Res<()> {
        let Some((item, rest)) = items.split_first() else { return self.block(body) };
        let mark = self.mark();
        let mgr = self.temp_row(2);
        let exc = self.temp();
        self.expr(&item.context, Some(mgr))?;
        let value = self.temp();
        self.at(item.context.span);
        self.push(Op::Enter { dst: value, mgr });
        let region = self.region();
        self.blocks.push(Block::With { mgr, region });
        match &item.target {
            Some(target) => self.assign(target, value)?,
            None => {
                self.push(Op::Clear { reg: value });
            }
        }
        self.with_stmt(rest, body)?;
        let end = self.pc();
        let block = self.blocks.pop();
        self.at(item.context.span);
        self.push(Op::Exit { mgr });
        let done = self.jump();
        let target = self.pc();
        if let Some(Block::With { region, .. }) = block {
            self.protect(region, end, target, exc);
        }
        self.push(Op::Handle { exc });
        self.push(Op::ExitRaised { mgr, exc });
        let again = self.jump();
        self.push(Op::Handled);
        let swallowed = self.jump();
        self.land(again);
        self.push(Op::Reraise { exc });
        self.land(done);
        self.land(swallowed);
        self.push(Op::Clear { reg: mgr });
        self.push(Op::Clear { reg: mgr + 1 });
        self.push(Op::Clear { reg: exc });
        self.release(mark);
        Ok(())
    }

    /// `raise`.
    pub fn raise_stmt(&mut self, exc: Option<&'a Expr>, cause: Option<&'a Expr>) -> Res<()> {
        let mark = self.mark();
        let span = self.span();
        match (exc, cause) {
            (None, _) => {
                self.push(Op::RaiseAgain);
            }
            (Some(exc), None) => {
                let exc = self.expr(exc, None)?;
                self.at(span);
                self.push(Op::Raise { exc });
            }
            (Some(exc), Some(cause)) => {
                let first = self.operand(exc)?;
                let cause = self.expr(cause, None)?;
                self.at(span);
                self.push(Op::RaiseFrom { exc: first, cause });
            }
        }
        self.release(mark);
        Ok(())
    }

    /// `assert`.
    pub fn assert_stmt(&mut self, test: &'a Expr, msg: Option<&'a Expr>) -> Res<()> {
        let mark = self.mark();
        let span = self.span();
        let fine = self.branch(test, true)?;
        let value = self.temp();
        match msg {
            Some(msg) => {
                self.expr(msg, Some(value))?;
            }
            None => {
                self.push(Op::Clear { reg: value });
            }
        }
        self.at(span);
        self.push(Op::AssertFail { msg: value });
        self.land_all(fine);
        self.release(mark);
        Ok(())
    }
}
