//! Displays: tuples, lists, sets, dicts, f-strings.

use super::emit::Unit;
use super::expr::constant;
use crate::data::Res;
use crate::interp::code::*;
use crate::syntax::ast::*;

/// Displays longer than this are filled item by item, so that they need few registers.
const ROW: usize = 64;

fn starred(items: &[Expr]) -> bool {
    items.iter().any(|item| matches!(item.kind, ExprKind::Starred(_)))
}

impl<'a> Unit<'a> {
    /// Evaluate into registers in a row; the first.
    fn row(&mut self, items: &'a [Expr]) -> Res<Reg> {
        let first = self.temp_row(items.len());
        for (at, item) in items.iter().enumerate() {
            let mark = self.mark();
            self.expr(item, Some(first + at as Reg))?;
            self.release(mark);
        }
        Ok(first)
    }

    /// `(a, b)`.
    pub fn tuple(&mut self, items: &'a [Expr], want: Option<Reg>) -> Res<Reg> {
        if starred(items) || items.len() > ROW {
            let list = self.list(items, None)?;
            let dst = self.want(want);
            self.push(Op::ListToTuple { dst, list });
            return Ok(dst);
        }
        let mark = self.mark();
        let first = self.row(items)?;
        self.release(mark);
        let dst = self.want(want);
        self.push(Op::Tuple { dst, first, count: items.len() as u16 });
        Ok(dst)
    }

    /// `[a, b]`.
    pub fn list(&mut self, items: &'a [Expr], want: Option<Reg>) -> Res<Reg> {
        let plain = items.iter().take(ROW).take_while(|item| !matches!(item.kind, ExprKind::Starred(_))).count();
        let (start, rest) = items.split_at(plain);
        let mark = self.mark();
        let first = self.row(start)?;
        self.release(mark);
        let count = plain as u16;
        if rest.is_empty() {
            let dst = self.want(want);
            self.push(Op::List { dst, first, count });
            return Ok(dst);
        }
        let list = self.scratch(want);
        self.push(Op::List { dst: list, first, count });
        for item in rest {
            let mark = self.mark();
            match &item.kind {
                ExprKind::Starred(inner) => {
                    let src = self.expr(inner, None)?;
                    self.push(Op::ListExtend { list, src });
                }
                _ => {
                    let src = self.expr(item, None)?;
                    self.push(Op::ListAppend { list, src });
                }
            }
            self.release(mark);
        }
        Ok(self.settle(list, want))
    }

    /// `{a, b}`.
    pub fn set(&mut self, items: &'a [Expr], want: Option<Reg>) -> Res<Reg> {
        let set = self.scratch(want);
        if !starred(items) && items.len() <= ROW {
            let constants = items.iter().all(|item| constant(item).is_some());
            let mark = self.mark();
            let first = self.row(items)?;
            self.release(mark);
            self.push(Op::Set { constants, dst: set, first, count: items.len() as u16 });
            return Ok(self.settle(set, want));
        }
        self.push(Op::Set { constants: false, dst: set, first: 0, count: 0 });
        for item in items {
            let mark = self.mark();
            match &item.kind {
                ExprKind::Starred(inner) => {
                    let src = self.expr(inner, None)?;
                    self.push(Op::SetUpdate { set, src });
                }
                _ => {
                    let src = self.expr(item, None)?;
                    self.push(Op::SetAdd { set, src });
                }
            }
            self.release(mark);
        }
        Ok(self.settle(set, want))
    }

    /// `{a: b}`.
    pub fn dict(&mut self, items: &'a [DictItem], want: Option<Reg>) -> Res<Reg> {
        let pairs = items.iter().take(ROW / 2).take_while(|item| matches!(item, DictItem::Pair(..))).count();
        let (start, rest) = items.split_at(pairs);
        let dict = self.scratch(want);
        let mark = self.mark();
        let first = self.temp_row(pairs * 2);
        for (at, item) in start.iter().enumerate() {
            if let DictItem::Pair(key, value) = item {
                let mark = self.mark();
                self.expr(key, Some(first + 2 * at as Reg))?;
                self.expr(value, Some(first + 2 * at as Reg + 1))?;
                self.release(mark);
            }
        }
        self.release(mark);
        self.push(Op::Dict { dst: dict, first, count: pairs as u16 });
        for item in rest {
            let mark = self.mark();
            match item {
                DictItem::Pair(key, value) => {
                    let key = self.operand(key)?;
                    let value = self.expr(value, None)?;
                    self.push(Op::DictSet { dict, key, value });
                }
                DictItem::Spread(inner) => {
                    let src = self.expr(inner, None)?;
                    self.push(Op::DictUpdate { dict, src });
                }
            }
            self.release(mark);
        }
        Ok(self.settle(dict, want))
    }

    /// An f-string.
    pub fn fstring(&mut self, parts: &'a [FPart], want: Option<Reg>) -> Res<Reg> {
        let mark = self.mark();
        let mut first = self.temp_row(parts.len().min(ROW));
        let mut filled = 0;
        for part in parts {
            if filled == ROW {
                // Join what is there, and go on after it.
                self.push(Op::Concat { dst: first, first, count: ROW as u16 });
                filled = 1;
            }
            self.fpart(part, first + filled as Reg)?;
            filled += 1;
        }
        if parts.is_empty() {
            first = self.temp();
        }
        self.release(mark);
        let dst = self.want(want);
        self.push(Op::Concat { dst, first, count: filled as u16 });
        Ok(dst)
    }

    fn fpart(&mut self, part: &'a FPart, dst: Reg) -> Res<()> {
        let mark = self.mark();
        match part {
            FPart::Text(text) => {
                let k = self.constant(Const::Str(text.clone()));
                self.push(Op::Const { dst, k });
            }
            FPart::Field { value, conversion, spec } => {
                let src = self.operand(value)?;
                let spec = if spec.is_empty() { src } else { self.fstring(spec, None)? };
                let conversion = conversion.map_or(0, |c| c as u8);
                self.push(Op::Format { conversion, dst, src, spec });
            }
        }
        self.release(mark);
        Ok(())
    }
}
