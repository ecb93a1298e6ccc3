//! Calls: arguments in a row of registers after the function.

use super::emit::Unit;
use super::scopes::Place;
use crate::data::{Res, Sym};
use crate::interp::code::*;
use crate::syntax::ast::*;

impl<'a> Unit<'a> {
    /// `func(args)`.
    pub fn call(&mut self, func: &'a Expr, args: &'a [Arg], want: Option<Reg>) -> Res<Reg> {
        let spread = args.iter().any(|arg| matches!(arg, Arg::Star(_) | Arg::DoubleStar(_))) || args.len() > 200;
        if spread {
            return self.call_spread(func, args, want);
        }
        if args.is_empty()
            && let Some(dst) = self.zero_super(func, want)?
        {
            return Ok(dst);
        }
        let span = self.span();
        let mark = self.mark();
        let method = match &func.kind {
            ExprKind::Attribute(object, name) => Some((object, name)),
            _ => None,
        };
        let head = if method.is_some() { 2 } else { 1 };
        let f = self.temp_row(head + args.len());
        match method {
            Some((object, name)) => {
                let inner = self.mark();
                let a = self.expr(object, None)?;
                self.release(inner);
                let site = self.site(name.name);
                self.at(func.span);
                self.push(Op::LoadMethod { dst: f, a, site });
                self.at(span);
            }
            None => {
                self.expr(func, Some(f))?;
            }
        }
        let names = self.arguments(args, f + head as Reg)?;
        self.release(mark);
        let dst = self.want(want);
        let count = args.len() as u16;
        let method = method.is_some();
        if names.is_empty() {
            self.push(if method { Op::CallMethod { dst, f, count } } else { Op::Call { dst, f, count } });
        } else {
            self.push(if method { Op::CallMethodKw { dst, f, count } } else { Op::CallKw { dst, f, count } });
            self.keywords.push(names.into());
            self.push(Op::Extra(self.keywords.len() as u32 - 1));
        }
        Ok(dst)
    }

    /// Evaluate arguments in source order: positional ones first in the row, then keywords. The names of the keywords.
    fn arguments(&mut self, args: &'a [Arg], first: Reg) -> Res<Vec<Sym>> {
        let positional = args.iter().filter(|arg| matches!(arg, Arg::Pos(_))).count();
        let mut names = Vec::new();
        let mut next = first;
        for arg in args {
            let mark = self.mark();
            match arg {
                Arg::Keyword(name, value) => {
                    self.expr(value, Some(first + (positional + names.len()) as Reg))?;
                    names.push(name.name);
                }
                arg => {
                    self.expr(arg.value(), Some(next))?;
                    next += 1;
                }
            }
            self.release(mark);
        }
        Ok(names)
    }

    fn call_spread(&mut self, func: &'a Expr, args: &'a [Arg], want: Option<Reg>) -> Res<Reg> {
        let mark = self.mark();
        let f = self.temp_row(3);
        let (list, dict) = (f + 1, f + 2);
        self.expr(func, Some(f))?;
        self.push(Op::List { dst: list, first: 0, count: 0 });
        let named = args.iter().any(|arg| matches!(arg, Arg::Keyword(..) | Arg::DoubleStar(_)));
        if named {
            self.push(Op::Dict { dst: dict, first: 0, count: 0 });
        } else {
            self.push(Op::Clear { reg: dict });
        }
        for arg in args {
            let mark = self.mark();
            match arg {
                Arg::Pos(e) => {
                    let src = self.expr(e, None)?;
                    self.push(Op::ListAppend { list, src });
                }
                Arg::Star(e) => {
                    let src = self.expr(e, None)?;
                    self.push(Op::Spread { list, src, func: f });
                }
                Arg::Keyword(name, e) => {
                    // One pair as a dict of its own, so that a name given twice raises.
                    let pair = self.temp_row(2);
                    let k = self.constant(Const::Str(name.name.as_str().into()));
                    self.push(Op::Const { dst: pair, k });
                    self.expr(e, Some(pair + 1))?;
                    self.push(Op::Dict { dst: pair, first: pair, count: 1 });
                    self.push(Op::DictMerge { dict, src: pair, func: f });
                }
                Arg::DoubleStar(e) => {
                    let src = self.expr(e, None)?;
                    self.push(Op::DictMerge { dict, src, func: f });
                }
            }
            self.release(mark);
        }
        self.release(mark);
        let dst = self.want(want);
        self.push(Op::CallSpread { dst, f });
        Ok(dst)
    }

    /// `super()` in a method: the class whose body it stands in, and the first argument.
    fn zero_super(&mut self, func: &'a Expr, want: Option<Reg>) -> Res<Option<Reg>> {
        let cell = Sym::new("__class__");
        let ExprKind::Name(name) = &func.kind else { return Ok(None) };
        if name.as_str() != "super" || self.place(*name) != Place::Global || self.place(cell) != Place::Free {
            return Ok(None);
        }
        let scope = self.scope();
        let Some(&first) = self.scopes.all[scope].bound.first() else { return Ok(None) };
        let mark = self.mark();
        let class = self.load(cell, None);
        let this = match self.scopes.place(scope, first) {
            Place::Local(owner) => self.register(owner, first),
            Place::Cell(owner) => {
                let dst = self.temp();
                let cell = self.cell(owner, first).unwrap_or(0);
                self.push(Op::LoadCell { dst, cell });
                dst
            }
            _ => return Ok(None),
        };
        self.release(mark);
        let dst = self.want(want);
        self.push(Op::Super { dst, class, this });
        Ok(Some(dst))
    }
}
