//! The first pass: walks the tree and notes, for each scope, which names it uses, binds and declares. Statements
//! that stand where they cannot are reported on the way.

use super::names::{Collected, Raw};
use super::{ScopeId, ScopeKind};
use crate::data::Sym;
use crate::source::Span;
use crate::syntax::ast::{CompClause, CompKind, Expr, ExprKind, Ident, Module, Params, Stmt, StmtKind};
use crate::syntax::error::SyntaxError;
use crate::syntax::walk;

pub(super) fn collect(module: &Module) -> Collected {
    let mut c = Collector { out: Collected::default(), at: ScopeId(0), loops: 0, iterable: 0 };
    let start = Span::new(module.file, 0, 0);
    c.out.scopes.push(Raw::new(ScopeKind::Module, "<module>", start, ScopeId(0)));
    c.block(&module.body);
    c.out
}

struct Collector {
    out: Collected,
    at: ScopeId,
    /// How many loops of this scope are around.
    loops: usize,
    /// Inside the iterable of a comprehension's `for`.
    iterable: usize,
}

impl Collector {
    fn scope(&mut self) -> Option<&mut Raw> {
        self.out.scopes.get_mut(self.at.0 as usize)
    }

    fn kind_of(&self, id: ScopeId) -> ScopeKind {
        self.out.scopes.get(id.0 as usize).map_or(ScopeKind::Module, |s| s.kind)
    }

    fn error(&mut self, error: SyntaxError) {
        self.out.errors.push(error);
    }

    /// Begin a scope, run `body` in it, and return to the one around.
    fn inside(&mut self, kind: ScopeKind, name: &str, span: Span, body: impl FnOnce(&mut Collector)) -> ScopeId {
        let (parent, loops, iterable) = (self.at, self.loops, self.iterable);
        let id = ScopeId(self.out.scopes.len() as u32);
        self.out.scopes.push(Raw::new(kind, name, span, parent));
        if let Some(scope) = self.scope() {
            scope.children.push(id);
        }
        (self.at, self.loops) = (id, 0);
        if kind != ScopeKind::Comprehension && kind != ScopeKind::Lambda {
            self.iterable = 0;
        }
        body(self);
        (self.at, self.loops, self.iterable) = (parent, loops, iterable);
        id
    }

    fn uses(&mut self, name: Sym, span: Span) {
        if let Some(scope) = self.scope() {
            scope.usage(name).used.get_or_insert(span);
            if name.as_str() == "super" && scope.kind == ScopeKind::Function {
                scope.usage(Sym::new("__class__")).used.get_or_insert(span);
            }
        }
    }

    fn binds(&mut self, name: Sym, span: Span) {
        if let Some(scope) = self.scope() {
            scope.usage(name).bound.get_or_insert(span);
        }
    }

    fn block(&mut self, body: &[Stmt]) {
        for stmt in body {
            self.statement(stmt);
        }
    }

    fn loop_block(&mut self, body: &[Stmt]) {
        self.loops += 1;
        self.block(body);
        self.loops -= 1;
    }

    fn statement(&mut self, stmt: &Stmt) {
        stacker::maybe_grow(128 << 10, 2 << 20, || self.statement_inner(stmt));
    }

    fn statement_inner(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(value) => self.expr(value),
            StmtKind::Assign { targets, value } => {
                self.expr(value);
                targets.iter().for_each(|t| self.target(t));
            }
            StmtKind::AugAssign { target, value, .. } => {
                if let ExprKind::Name(name) = target.kind {
                    self.uses(name, target.span);
                }
                self.target(target);
                self.expr(value);
            }
            StmtKind::AnnAssign { target, annotation, value } => {
                if let (ExprKind::Name(name), Some(scope)) = (&target.kind, self.scope()) {
                    scope.usage(*name).annotated.get_or_insert(target.span);
                }
                self.target(target);
                self.expr(annotation);
                value.iter().for_each(|v| self.expr(v));
            }
            StmtKind::Delete(targets) => targets.iter().for_each(|t| self.target(t)),
            StmtKind::If { test, body, orelse } => {
                self.expr(test);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::For { target, iter, body, orelse } => {
                self.target(target);
                self.expr(iter);
                self.loop_block(body);
                self.block(orelse);
            }
            StmtKind::While { test, body, orelse } => {
                self.expr(test);
                self.loop_block(body);
                self.block(orelse);
            }
            StmtKind::Raise { exc, cause } => exc.iter().chain(cause).for_each(|e| self.expr(e)),
            StmtKind::Assert { test, msg } => {
                self.expr(test);
                msg.iter().for_each(|e| self.expr(e));
            }
            StmtKind::Return(value) => {
                self.check_return(stmt.span);
                value.iter().for_each(|e| self.expr(e));
            }
            StmtKind::Break => self.check_loop(stmt.span, "'break' outside loop"),
            StmtKind::Continue => self.check_loop(stmt.span, "'continue' not properly in loop"),
            StmtKind::Pass => {}
            StmtKind::Global(names) => names.iter().for_each(|n| self.declare(*n, true)),
            StmtKind::Nonlocal(names) => names.iter().for_each(|n| self.declare(*n, false)),
            _ => self.compound(stmt),
        }
    }

    /// Statements with several parts, definitions and imports.
    fn compound(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::With { items, body } => {
                for item in items {
                    self.expr(&item.context);
                    item.target.iter().for_each(|t| self.target(t));
                }
                self.block(body);
            }
            StmtKind::Try { body, handlers, orelse, finalbody } => {
                self.block(body);
                for handler in handlers {
                    handler.class.iter().for_each(|e| self.expr(e));
                    handler.name.iter().for_each(|n| self.binds(n.name, n.span));
                    self.block(&handler.body);
                }
                self.block(orelse);
                self.block(finalbody);
            }
            StmtKind::FunctionDef(def) => {
                def.decorators.iter().for_each(|e| self.expr(e));
                self.outer_parts(&def.params);
                def.returns.iter().for_each(|e| self.expr(e));
                self.binds(def.name.name, def.name.span);
                let name = def.name.name.as_str();
                self.inside(ScopeKind::Function, name, def.header, |c| {
                    c.bind_params(&def.params);
                    c.block(&def.body);
                });
            }
            StmtKind::ClassDef(def) => {
                def.decorators.iter().for_each(|e| self.expr(e));
                def.base.iter().for_each(|e| self.expr(e));
                self.binds(def.name.name, def.name.span);
                let name = def.name.name.as_str();
                self.inside(ScopeKind::Class, name, def.header, |c| c.block(&def.body));
            }
            StmtKind::Import(aliases) => {
                for alias in aliases {
                    let name = alias.asname.or(alias.path.first().copied());
                    name.iter().for_each(|n| self.binds(n.name, n.span));
                }
            }
            StmtKind::ImportFrom { names, .. } => {
                for alias in names {
                    let name = alias.asname.or(alias.path.first().copied());
                    name.iter().for_each(|n| self.binds(n.name, n.span));
                }
            }
            _ => {}
        }
    }

    fn check_return(&mut self, span: Span) {
        if self.kind_of(self.at) != ScopeKind::Function {
            let error = SyntaxError::new(span, "'return' outside function");
            self.error(error.help("`return` can stand only in the body of a `def`"));
        }
    }

    fn check_loop(&mut self, span: Span, message: &str) {
        if self.loops == 0 {
            let error = SyntaxError::new(span, message);
            self.error(error.because("no `for` or `while` is around it in this function"));
        }
    }

    fn declare(&mut self, name: Ident, global: bool) {
        let module = self.at == ScopeId(0);
        let word = if global { "global" } else { "nonlocal" };
        if module && !global {
            let error = SyntaxError::new(name.span, "nonlocal declaration not allowed at module level");
            self.error(error.help("`nonlocal` names a variable of an enclosing function; leave it out here"));
            return;
        }
        let Some(scope) = self.scope() else { return };
        let usage = scope.usage(name.name);
        let problem = if usage.param {
            Some((format!("name '{}' is parameter and {word}", name.name), None))
        } else if let Some(at) = usage.annotated {
            Some((format!("annotated name '{}' can't be {word}", name.name), Some(at)))
        } else if let Some(at) = usage.bound {
            Some((format!("name '{}' is assigned to before {word} declaration", name.name), Some(at)))
        } else {
            usage.used.map(|at| (format!("name '{}' is used prior to {word} declaration", name.name), Some(at)))
        };
        if global {
            usage.global.get_or_insert(name.span);
        } else {
            usage.nonlocal.get_or_insert(name.span);
        }
        if let Some((message, at)) = problem {
            let mut error = SyntaxError::new(name.span, message);
            if let Some(at) = at {
                error = error
                    .label(at, "it stands here before")
                    .help(format!("put the `{word}` line first in the function"));
            }
            self.error(error);
        }
    }

    /// Annotations and defaults are evaluated outside the function.
    fn outer_parts(&mut self, params: &Params) {
        walk::params(params, &mut |e| self.expr(e));
    }

    fn bind_params(&mut self, params: &Params) {
        let Some(scope) = self.scope() else { return };
        for param in params.iter() {
            let usage = scope.usage(param.name.name);
            usage.param = true;
            usage.bound.get_or_insert(param.name.span);
        }
    }

    /// Bind the names of a target and visit its other expressions.
    fn target(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Name(name) => self.binds(*name, target.span),
            ExprKind::Tuple(items) | ExprKind::List(items) => items.iter().for_each(|t| self.target(t)),
            ExprKind::Starred(inner) => self.target(inner),
            _ => self.expr(target),
        }
    }

    fn expr(&mut self, expr: &Expr) {
        stacker::maybe_grow(128 << 10, 2 << 20, || self.expr_inner(expr));
    }

    fn expr_inner(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Name(name) => self.uses(*name, expr.span),
            ExprKind::NamedExpr(name, value) => {
                self.expr(value);
                self.named(*name);
            }
            ExprKind::Lambda(lambda) => {
                self.outer_parts(&lambda.params);
                self.inside(ScopeKind::Lambda, "<lambda>", expr.span, |c| {
                    c.bind_params(&lambda.params);
                    c.expr(&lambda.body);
                });
            }
            ExprKind::Comp(kind, comp) => {
                let name = match kind {
                    CompKind::List => "<listcomp>",
                    CompKind::Set => "<setcomp>",
                    CompKind::Generator => "<genexpr>",
                };
                self.comprehension(expr, name, &comp.clauses, &[&comp.elt]);
            }
            ExprKind::DictComp(comp) => {
                self.comprehension(expr, "<dictcomp>", &comp.clauses, &[&comp.key, &comp.value])
            }
            ExprKind::Yield(_) | ExprKind::YieldFrom(_) => {
                self.check_yield(expr.span);
                walk::children(expr, &mut |e| self.expr(e));
            }
            _ => walk::children(expr, &mut |e| self.expr(e)),
        }
    }

    fn check_yield(&mut self, span: Span) {
        let kind = self.kind_of(self.at);
        let name = self.scope().map(|s| s.name.as_str()).unwrap_or_default();
        let what = match (kind, name) {
            (ScopeKind::Function | ScopeKind::Lambda, _) => {
                if let Some(scope) = self.scope() {
                    scope.is_generator = true;
                }
                return;
            }
            (ScopeKind::Comprehension, "<listcomp>") => "'yield' inside list comprehension",
            (ScopeKind::Comprehension, "<setcomp>") => "'yield' inside set comprehension",
            (ScopeKind::Comprehension, "<dictcomp>") => "'yield' inside dict comprehension",
            (ScopeKind::Comprehension, _) => "'yield' inside generator expression",
            _ => "'yield' outside function",
        };
        let error = SyntaxError::new(span, what);
        self.error(error.help("`yield` can stand only in the body of a `def`"));
    }

    /// A comprehension: the first iterable belongs to the scope around it.
    fn comprehension(&mut self, expr: &Expr, name: &str, clauses: &[CompClause], elements: &[&Expr]) {
        if let Some(first) = clauses.first() {
            self.iterable += 1;
            self.expr(&first.iter);
            self.iterable -= 1;
        }
        self.inside(ScopeKind::Comprehension, name, expr.span, |c| {
            if let Some(scope) = c.scope() {
                let usage = scope.usage(Sym::new(".0"));
                (usage.param, usage.bound) = (true, Some(expr.span));
            }
            for clause in clauses {
                c.iteration_target(&clause.target);
            }
            for (at, clause) in clauses.iter().enumerate() {
                c.target(&clause.target);
                if at > 0 {
                    c.iterable += 1;
                    c.expr(&clause.iter);
                    c.iterable -= 1;
                }
                clause.ifs.iter().for_each(|e| c.expr(e));
            }
            elements.iter().for_each(|e| c.expr(e));
        });
    }

    fn iteration_target(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Name(name) => {
                if let Some(scope) = self.scope() {
                    scope.usage(*name).iterates = true;
                }
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => items.iter().for_each(|t| self.iteration_target(t)),
            ExprKind::Starred(inner) => self.iteration_target(inner),
            _ => {}
        }
    }

    /// `name := ...` binds in the nearest scope that is not a comprehension.
    fn named(&mut self, name: Ident) {
        if self.iterable > 0 {
            let message = "assignment expression cannot be used in a comprehension iterable expression";
            self.error(SyntaxError::new(name.span, message));
            return;
        }
        let start = self.at;
        while self.kind_of(self.at) == ScopeKind::Comprehension {
            let clash = self.scope().is_some_and(|s| s.usage(name.name).iterates);
            if clash {
                let message =
                    format!("assignment expression cannot rebind comprehension iteration variable '{}'", name.name);
                self.error(SyntaxError::new(name.span, message));
                self.at = start;
                return;
            }
            self.uses(name.name, name.span);
            let parent = self.scope().map_or(ScopeId(0), |s| s.parent);
            self.at = parent;
        }
        if self.at != start && self.kind_of(self.at) == ScopeKind::Class {
            let message = "assignment expression within a comprehension cannot be used in a class body";
            self.error(SyntaxError::new(name.span, message));
        }
        self.binds(name.name, name.span);
        let inner = self.at != start;
        if let Some(scope) = self.scope() {
            scope.usage(name.name).from_inner |= inner;
        }
        self.at = start;
    }
}
