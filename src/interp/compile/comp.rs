//! Comprehensions, which run where they stand, and generator expressions, which are functions.

use std::sync::Arc;

use super::emit::Unit;
use super::scopes::Key;
use crate::data::{Res, Sym};
use crate::interp::code::*;
use crate::syntax::ast::*;
use crate::value::Signature;

/// What is done with each element.
#[derive(Clone, Copy)]
enum Each<'a> {
    Append(Reg, &'a Expr),
    Add(Reg, &'a Expr),
    Pair(Reg, &'a Expr, &'a Expr),
    Yield(&'a Expr),
}

impl<'a> Unit<'a> {
    /// `[...]`, `{...}`, `(...)`.
    pub fn comp(&mut self, e: &'a Expr, kind: CompKind, comp: &'a Comp, want: Option<Reg>) -> Res<Reg> {
        let made = match kind {
            CompKind::Generator => return self.generator_expr(e, comp, want),
            CompKind::List => {
                let dst = self.scratch(want);
                self.push(Op::List { dst, first: 0, count: 0 });
                self.comp_inline(e, &comp.clauses, Each::Append(dst, &comp.elt))?;
                dst
            }
            CompKind::Set => {
                let dst = self.scratch(want);
                self.push(Op::Set { constants: false, dst, first: 0, count: 0 });
                self.comp_inline(e, &comp.clauses, Each::Add(dst, &comp.elt))?;
                dst
            }
        };
        Ok(self.settle(made, want))
    }

    /// `{key: value for ...}`.
    pub fn dict_comp(&mut self, e: &'a Expr, comp: &'a DictComp, want: Option<Reg>) -> Res<Reg> {
        let dst = self.scratch(want);
        self.push(Op::Dict { dst, first: 0, count: 0 });
        self.comp_inline(e, &comp.clauses, Each::Pair(dst, &comp.key, &comp.value))?;
        Ok(self.settle(dst, want))
    }

    fn comp_inline(&mut self, e: &'a Expr, clauses: &'a [CompClause], each: Each<'a>) -> Res<()> {
        let Some((first, rest)) = clauses.split_first() else { return Ok(()) };
        let mark = self.mark();
        let row = self.temp_row(3);
        let src = self.expr(&first.iter, None)?;
        self.at(first.iter.span);
        self.push(Op::Iter { it: row, src });
        let scope = self.scopes.number(Key::Expr(e.id.0));
        self.chain.push(scope);
        for &name in &self.scopes.all[scope].bound {
            if let Some(cell) = self.cell(scope, name) {
                self.push(Op::MakeCell { cell });
            }
        }
        self.clause(row, first, rest, each)?;
        self.chain.pop();
        self.release(mark);
        Ok(())
    }

    /// One `for` over the loop state in `row`, with its conditions and what is inside.
    fn clause(&mut self, row: Reg, clause: &'a CompClause, rest: &'a [CompClause], each: Each<'a>) -> Res<()> {
        let mark = self.mark();
        let start = self.pc();
        let (dst, direct) = self.loop_target(&clause.target);
        self.at(clause.iter.span);
        self.push(Op::Next { dst, it: row });
        let over = self.jump();
        if !direct {
            self.at(clause.target.span);
            self.assign(&clause.target, dst)?;
        }
        self.release(mark);
        let mut skips = Vec::new();
        for test in &clause.ifs {
            skips.extend(self.branch(test, false)?);
            self.release(mark);
        }
        match rest.split_first() {
            Some((next, rest)) => {
                let row = self.temp_row(3);
                let src = self.expr(&next.iter, None)?;
                self.at(next.iter.span);
                self.push(Op::Iter { it: row, src });
                self.clause(row, next, rest, each)?;
            }
            None => self.element(each)?,
        }
        self.release(mark);
        self.land_all(skips);
        self.at(clause.iter.span);
        self.push(Op::Loop { target: start });
        self.land(over);
        self.push(Op::Clear { reg: row });
        Ok(())
    }

    fn element(&mut self, each: Each<'a>) -> Res<()> {
        match each {
            Each::Append(list, e) => {
                let src = self.expr(e, None)?;
                self.at(e.span);
                self.push(Op::ListAppend { list, src });
            }
            Each::Add(set, e) => {
                let src = self.expr(e, None)?;
                self.at(e.span);
                self.push(Op::SetAdd { set, src });
            }
            Each::Pair(dict, key, value) => {
                let key_reg = self.operand(key)?;
                let value = self.expr(value, None)?;
                self.at(key.span);
                self.push(Op::DictSet { dict, key: key_reg, value });
            }
            Each::Yield(e) => {
                let src = self.temp();
                self.expr(e, Some(src))?;
                self.push(Op::Yield { dst: src, src });
                self.push(Op::Clear { reg: src });
            }
        }
        Ok(())
    }

    /// `(elt for ...)`: a generator function of one argument, the first iterator, called at once.
    fn generator_expr(&mut self, e: &'a Expr, comp: &'a Comp, want: Option<Reg>) -> Res<Reg> {
        let Some((first, rest)) = comp.clauses.split_first() else { return Err(super::refuse("no `for`")) };
        let mark = self.mark();
        let f = self.temp_row(2);
        let scope = self.scopes.number(Key::Expr(e.id.0));
        let name = Sym::new(".0");
        let qualname = self.inner_name("<genexpr>");
        let mut inner = Unit::new(self.scopes, self.table, self.file, scope);
        inner.name = Arc::from("<genexpr>");
        inner.qualname = qualname;
        inner.begin_generator_expr(name);
        inner.at(e.span);
        let row = inner.temp_row(3);
        inner.push(Op::Iter { it: row, src: 0 });
        inner.clause(row, first, rest, Each::Yield(&comp.elt))?;
        inner.push_none();
        let signature = Signature { names: vec![name], args: 1, has_default: vec![false], ..Signature::default() };
        let code = inner.finish(Arc::new(signature))?;
        self.expr(&first.iter, Some(f + 1))?;
        self.at(first.iter.span);
        self.push(Op::IterValue { dst: f + 1, src: f + 1 });
        self.at(e.span);
        self.make_function(code, scope, f, f);
        self.release(mark);
        let dst = self.want(want);
        self.push(Op::Call { dst, f, count: 1 });
        Ok(dst)
    }
}
