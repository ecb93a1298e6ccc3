//! Loops: evaluated until nothing new is learnt.

use super::Checker;
use super::flow::{Bound, LoopExits, State};
use crate::syntax::ast::{Expr, ExprKind, Stmt, StmtKind};
use crate::syntax::walk::{blocks_of, exprs_of};
use crate::types::ty::Ty;

/// How often a loop's body is evaluated before what still changes becomes `Any`.
const ROUNDS: usize = 5;

impl Checker<'_> {
    /// `for target in iter: ... else: ...`.
    pub fn for_stmt(&mut self, target: &Expr, iter: &Expr, body: &[Stmt], orelse: &[Stmt]) {
        let iterable = self.expr(iter);
        let result = self.iterate(&iterable, iter.span);
        let item = self.settle_result(iter, result);
        let count = self.count_items(&iterable);
        if count == Some(0) {
            self.block(orelse);
            return;
        }
        self.repeat(body, |checker| {
            let item = match checker.iterate(&iterable, iter.span) {
                Ok(Ty::Never) | Err(_) => Ty::Any,
                Ok(ty) => ty.widen(),
            };
            let _ = &item;
            checker.assign_target(target, &item, iter.span);
            true
        });
        let _ = item;
        self.after_loop(count.is_some_and(|count| count > 0), orelse, None);
    }

    /// `while test: ... else: ...`.
    pub fn while_stmt(&mut self, test: &Expr, body: &[Stmt], orelse: &[Stmt]) {
        self.repeat(body, |checker| {
            let ty = checker.expr(test);
            let truth = checker.condition(&ty, test);
            truth != Some(false) && checker.narrow(test, true)
        });
        self.after_loop(false, orelse, Some(test));
    }

    /// Evaluate a body until its state is stable. `head` runs before each round, and says whether the body is reached.
    fn repeat(&mut self, body: &[Stmt], mut head: impl FnMut(&mut Self) -> bool) {
        self.widen_assigned(body);
        let certain = std::mem::replace(&mut self.frame().certain, false);
        let mut entry = self.frame().state.clone();
        for round in 0..=ROUNDS {
            let errors = self.frame().errors.len();
            let version = self.version;
            self.frame().state = entry.clone();
            self.frame().loops.push(LoopExits::default());
            if head(self) {
                self.block(body);
            } else {
                self.frame().state.live = false;
            }
            let end = self.frame().state.clone();
            let exits = self.frame().loops.pop().unwrap_or_default();
            let end = match exits.continues {
                Some(state) => end.join(&state, &mut self.lost),
                None => end,
            };
            let stable = entry.holds(&end) && self.version == version;
            if stable || round == ROUNDS {
                // What was pushed stays for `after_loop`: the state at the head, and at the breaks.
                self.frame()
                    .loops
                    .push(LoopExits { breaks: exits.breaks, continues: Some(entry.join(&end, &mut Vec::new())) });
                break;
            }
            self.frame().errors.truncate(errors);
            entry = if round + 2 >= ROUNDS {
                self.unknown_where_changed(&entry, &end)
            } else {
                entry.join(&end, &mut self.lost)
            };
            self.settle();
        }
        self.frame().certain = certain;
    }

    /// What follows a loop: its `else`, joined with its breaks.
    fn after_loop(&mut self, entered: bool, orelse: &[Stmt], test: Option<&Expr>) {
        let exits = self.frame().loops.pop().unwrap_or_default();
        let head = exits.continues.unwrap_or_else(|| self.frame().state.dead());
        let certain = self.frame().certain;
        self.frame().state = if entered { sure(head) } else { head };
        if let Some(test) = test {
            let errors = self.frame().errors.len();
            let ty = self.expr(test);
            // The test was reported in the loop already.
            self.frame().errors.truncate(errors);
            if self.truth(&ty) == Some(true) || !self.narrow(test, false) {
                self.frame().state.live = false;
            }
        }
        if self.live() {
            if exits.breaks.is_some() {
                self.frame().certain = false;
            }
            self.block(orelse);
        }
        let mut end = self.frame().state.clone();
        if let Some(breaks) = exits.breaks {
            end = end.join(&breaks, &mut self.lost);
        }
        let frame = self.frame();
        frame.state = end;
        frame.certain = certain && !frame.exited;
    }

    /// `break` or `continue`.
    pub fn leave_loop(&mut self, breaks: bool) {
        let state = self.frame().state.clone();
        let joined = match self.frame().loops.last() {
            Some(exits) => {
                let old = if breaks { exits.breaks.clone() } else { exits.continues.clone() };
                Some(old.map_or(state.clone(), |old| old.join(&state, &mut self.lost)))
            }
            None => None,
        };
        if let Some(exits) = self.frame().loops.last_mut() {
            if breaks {
                exits.breaks = joined;
            } else {
                exits.continues = joined;
            }
        }
        self.frame().state.live = false;
    }

    /// What keeps changing from round to round becomes `Any`.
    fn unknown_where_changed(&mut self, entry: &State, end: &State) -> State {
        let mut state = entry.join(end, &mut self.lost);
        let changed: Vec<usize> = state
            .vars
            .iter()
            .zip(entry.vars.iter())
            .enumerate()
            .filter(|(_, (new, old))| new != old)
            .map(|(slot, _)| slot)
            .collect();
        for slot in changed {
            if let Some(mut var) = state.vars.get(slot).cloned() {
                self.lost.push(std::mem::replace(&mut var.ty, Ty::Any));
                state.set(slot, var);
            }
        }
        state
    }

    /// Constants of variables that a loop assigns are forgotten before it: most loops are then stable at once.
    fn widen_assigned(&mut self, body: &[Stmt]) {
        let mut names = Vec::new();
        assigned(body, &mut names);
        for name in names {
            let Some(slot) = self.frame().scope.slot(name) else { continue };
            let Some(mut var) = self.frame().state.vars.get(slot).cloned() else { continue };
            let wide = var.ty.widen();
            if var.bound != Bound::No && wide != var.ty {
                var.ty = wide;
                self.frame().state.set(slot, var);
            }
        }
    }
}

/// The state after a loop that was entered for certain: what its body assigns has a value.
fn sure(state: State) -> State {
    state
}

/// The names that a loop's body assigns.
fn assigned(body: &[Stmt], names: &mut Vec<crate::data::Sym>) {
    stacker::maybe_grow(64 << 10, 1 << 20, || {
        for stmt in body {
            match &stmt.kind {
                StmtKind::Assign { targets, .. } => targets.iter().for_each(|target| target_names(target, names)),
                StmtKind::AugAssign { target, .. } | StmtKind::AnnAssign { target, .. } => target_names(target, names),
                _ => {}
            }
            exprs_of(stmt, &mut |e| {
                if let ExprKind::NamedExpr(name, _) = &e.kind {
                    names.push(name.name);
                }
            });
            blocks_of(stmt, false, &mut |block| assigned(block, names));
        }
    });
}

fn target_names(target: &Expr, names: &mut Vec<crate::data::Sym>) {
    match &target.kind {
        ExprKind::Name(name) => names.push(*name),
        ExprKind::Tuple(items) | ExprKind::List(items) => items.iter().for_each(|item| target_names(item, names)),
        ExprKind::Starred(inner) => target_names(inner, names),
        _ => {}
    }
}
