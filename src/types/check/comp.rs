//! Comprehensions and generator expressions.

use std::rc::Rc;

use super::Checker;
use crate::source::Span;
use crate::syntax::ast::{Comp, CompClause, CompKind, DictComp, Expr, ExprKind};
use crate::types::ty::{Ty, next_heap_id};

impl Checker<'_> {
    /// `[elt for ...]`, `{elt for ...}`, `(elt for ...)`.
    pub fn comprehension(&mut self, kind: CompKind, comp: &Comp, site: Span) -> Ty {
        let generator = kind == CompKind::Generator;
        let item = self.within(&comp.clauses, generator, |checker| checker.expr(&comp.elt));
        let item = item.unwrap_or(Ty::Never);
        match kind {
            CompKind::List => {
                let item = item.widen();
                self.list_of(site, item)
            }
            CompKind::Set => {
                let item = item.widen();
                self.set_of(site, item)
            }
            CompKind::Generator => Ty::Iter("generator", Rc::new(item.widen())),
        }
    }

    /// `{key: value for ...}`.
    pub fn dict_comprehension(&mut self, comp: &DictComp, site: Span) -> Ty {
        let pair = self.within(&comp.clauses, false, |checker| {
            let key = checker.expr(&comp.key);
            let value = checker.expr(&comp.value);
            (key, value)
        });
        let (key, value) = pair.unwrap_or((Ty::Never, Ty::Never));
        self.dict_of(site, key.widen(), value.widen())
    }

    /// Evaluate something inside the clauses of a comprehension; `None` if it is never reached.
    fn within<R>(&mut self, clauses: &[CompClause], generator: bool, body: impl FnOnce(&mut Self) -> R) -> Option<R> {
        let depth = self.frame().overlay.len();
        let certain = self.frame().certain;
        let start = self.frame().state.clone();
        let (late, handlers) = (self.late, self.handlers.clone());
        let mut reached = true;
        for (index, clause) in clauses.iter().enumerate() {
            if index == 1 && generator {
                self.delay();
            }
            if !self.clause(clause) {
                reached = false;
                break;
            }
            if index == 0 && generator && clauses.len() == 1 {
                self.delay();
            }
        }
        let result = reached.then(|| body(self));
        self.late = late;
        self.handlers = handlers;
        self.frame().overlay.truncate(depth);
        self.frame().certain = certain;
        let end = self.frame().state.clone();
        self.frame().state = if end.live { start.join(&end, &mut self.lost) } else { start };
        result
    }

    /// A generator's body runs at another time.
    fn delay(&mut self) {
        self.late.get_or_insert(next_heap_id());
    }

    /// One `for target in iter if a`; false if nothing is ever let through.
    fn clause(&mut self, clause: &CompClause) -> bool {
        let iter = self.expr(&clause.iter);
        let result = self.iterate(&iter, clause.iter.span);
        let item = self.settle_result(&clause.iter, result);
        self.frame().certain = false;
        let item = if matches!(item, Ty::Never) { Ty::Any } else { item.widen() };
        self.bind_overlay(&clause.target, &item, clause.iter.span);
        for test in &clause.ifs {
            let ty = self.expr(test);
            if self.truth(&ty) == Some(false) || !self.narrow(test, true) {
                return false;
            }
        }
        true
    }

    /// Bind the variables of a comprehension.
    fn bind_overlay(&mut self, target: &Expr, ty: &Ty, from: Span) {
        match &target.kind {
            ExprKind::Name(name) => {
                self.note(target, ty);
                let cells = self.frame().cells.clone();
                self.frame().overlay.push((*name, ty.clone()));
                self.capture(&cells, *name, ty);
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                let star = items.iter().position(|item| matches!(item.kind, ExprKind::Starred(_)));
                let parts = match self.unpack(ty, items.len(), star, from) {
                    Ok(parts) => {
                        self.fine.insert(target.span);
                        parts
                    }
                    Err(fault) => {
                        self.fail(target.span, fault);
                        vec![Ty::Any; items.len()]
                    }
                };
                for (item, part) in items.iter().zip(parts) {
                    self.bind_overlay(item, &part, from);
                }
            }
            ExprKind::Starred(inner) => self.bind_overlay(inner, ty, from),
            _ => self.assign_target(target, ty, from),
        }
    }

    /// How many items iterating gives, if that is known.
    pub fn count_items(&self, ty: &Ty) -> Option<u64> {
        match ty {
            Ty::Range(count) => *count,
            Ty::Tuple(items) => Some(items.len() as u64),
            Ty::List(heap) | Ty::Dict(heap) if !self.stale(heap.id) => heap.items().map(|items| items.len() as u64),
            Ty::Str(Some(text)) => Some(text.chars().count() as u64),
            _ => None,
        }
    }
}
