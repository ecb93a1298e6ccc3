//! The walk that finds what each scope binds and uses.

use super::scopes::{Key, Kind, Scopes};
use crate::data::Sym;
use crate::syntax::ast::*;
use crate::types::prelude::STDLIB;

/// Find the scopes of a module.
pub fn analyse(module: &Module) -> Scopes {
    let mut walk = Walk { scopes: Scopes::new(), super_name: Sym::new("super"), class_cell: Sym::new("__class__") };
    // Annotations of stdlib/ are for the checker alone.
    walk.scopes.text_annotations = module.file == STDLIB || module.body.iter().any(postponed);
    walk.block(0, &module.body);
    walk.scopes.resolve();
    walk.scopes
}

/// `from __future__ import annotations`.
fn postponed(stmt: &Stmt) -> bool {
    match &stmt.kind {
        StmtKind::ImportFrom { module, names, .. } => {
            let named = |parts: &[Ident], name: &str| matches!(parts, [one] if one.name.as_str() == name);
            named(module, "__future__") && names.iter().any(|alias| named(&alias.path, "annotations"))
        }
        _ => false,
    }
}

struct Walk {
    scopes: Scopes,
    super_name: Sym,
    class_cell: Sym,
}

impl Walk {
    fn block(&mut self, at: usize, body: &[Stmt]) {
        for stmt in body {
            self.stmt(at, stmt);
        }
    }

    fn stmt(&mut self, at: usize, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(value) => self.expr(at, value),
            StmtKind::Assign { targets, value } => {
                self.expr(at, value);
                targets.iter().for_each(|target| self.target(at, target));
            }
            StmtKind::AugAssign { target, value, .. } => {
                self.expr(at, target);
                self.expr(at, value);
                self.target(at, target);
            }
            StmtKind::AnnAssign { target, value, annotation } => {
                if let Some(value) = value {
                    self.expr(at, value);
                }
                if self.scopes.all[at].kind == Kind::Class && !self.scopes.text_annotations {
                    self.expr(at, annotation);
                }
                self.target(at, target);
            }
            StmtKind::Delete(targets) => targets.iter().for_each(|target| self.target(at, target)),
            StmtKind::Return(value) => self.option(at, value.as_ref()),
            StmtKind::Raise { exc, cause } => {
                self.option(at, exc.as_ref());
                self.option(at, cause.as_ref());
            }
            StmtKind::Assert { test, msg } => {
                self.expr(at, test);
                self.option(at, msg.as_ref());
            }
            StmtKind::Global(names) => names.iter().for_each(|name| self.scopes.global(at, name.name)),
            StmtKind::Nonlocal(names) => names.iter().for_each(|name| self.scopes.nonlocal(at, name.name)),
            StmtKind::Break | StmtKind::Continue | StmtKind::Pass => {}
            _ => self.compound(at, &stmt.kind),
        }
    }

    fn compound(&mut self, at: usize, kind: &StmtKind) {
        match kind {
            StmtKind::If { test, body, orelse } | StmtKind::While { test, body, orelse } => {
                self.expr(at, test);
                self.block(at, body);
                self.block(at, orelse);
            }
            StmtKind::For { target, iter, body, orelse } => {
                self.expr(at, iter);
                self.target(at, target);
                self.block(at, body);
                self.block(at, orelse);
            }
            StmtKind::With { items, body } => {
                for item in items {
                    self.expr(at, &item.context);
                    if let Some(target) = &item.target {
                        self.target(at, target);
                    }
                }
                self.block(at, body);
            }
            StmtKind::Try { body, handlers, orelse, finalbody } => {
                self.block(at, body);
                for handler in handlers {
                    self.option(at, handler.class.as_ref());
                    if let Some(name) = handler.name {
                        self.bind(at, name.name);
                    }
                    self.block(at, &handler.body);
                }
                self.block(at, orelse);
                self.block(at, finalbody);
            }
            StmtKind::FunctionDef(def) => self.function(at, def),
            StmtKind::ClassDef(def) => self.class(at, def),
            StmtKind::Import(names) => {
                for alias in names {
                    let name = alias.asname.as_ref().or(alias.path.first());
                    name.into_iter().for_each(|name| self.bind(at, name.name));
                }
            }
            StmtKind::ImportFrom { names, .. } => {
                for alias in names {
                    let name = alias.asname.as_ref().or(alias.path.last());
                    name.into_iter().for_each(|name| self.bind(at, name.name));
                }
            }
            _ => {}
        }
    }

    fn function(&mut self, at: usize, def: &FunctionDef) {
        def.decorators.iter().for_each(|e| self.expr(at, e));
        self.defaults(at, &def.params);
        self.bind(at, def.name.name);
        let inner = self.scopes.open(Key::Named(def.name.span.start), Kind::Function, Some(at));
        self.scopes.bind_params(inner, &def.params);
        self.block(inner, &def.body);
    }

    fn class(&mut self, at: usize, def: &ClassDef) {
        def.decorators.iter().for_each(|e| self.expr(at, e));
        self.option(at, def.base.as_ref());
        self.bind(at, def.name.name);
        let inner = self.scopes.open(Key::Named(def.name.span.start), Kind::Class, Some(at));
        self.block(inner, &def.body);
    }

    fn defaults(&mut self, at: usize, params: &Params) {
        params.iter().for_each(|param| self.option(at, param.default.as_ref()));
    }

    /// Bind a name in a scope, or use it as its target (a `global`'s, a `nonlocal`'s).
    fn bind(&mut self, at: usize, name: Sym) {
        self.scopes.bind(at, name);
        self.scopes.use_name(at, name);
    }

    fn target(&mut self, at: usize, target: &Expr) {
        match &target.kind {
            ExprKind::Name(name) => self.bind(at, *name),
            ExprKind::Tuple(items) | ExprKind::List(items) => items.iter().for_each(|item| self.target(at, item)),
            ExprKind::Starred(inner) => self.target(at, inner),
            _ => self.expr(at, target),
        }
    }

    fn option(&mut self, at: usize, e: Option<&Expr>) {
        if let Some(e) = e {
            self.expr(at, e);
        }
    }

    fn expr(&mut self, at: usize, e: &Expr) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || self.expr_inner(at, e));
    }

    fn expr_inner(&mut self, at: usize, e: &Expr) {
        match &e.kind {
            ExprKind::Name(name) => {
                self.scopes.use_name(at, *name);
                if *name == self.super_name {
                    self.scopes.use_name(at, self.class_cell);
                }
            }
            ExprKind::FString(parts) => self.parts(at, parts),
            ExprKind::Tuple(items) | ExprKind::List(items) | ExprKind::Set(items) | ExprKind::BoolOp(_, items) => {
                items.iter().for_each(|item| self.expr(at, item));
            }
            ExprKind::Dict(items) => {
                for item in items {
                    match item {
                        DictItem::Pair(key, value) => {
                            self.expr(at, key);
                            self.expr(at, value);
                        }
                        DictItem::Spread(value) => self.expr(at, value),
                    }
                }
            }
            ExprKind::Comp(kind, comp) => {
                let inner = self.comp(at, e, *kind == CompKind::Generator, &comp.clauses);
                self.expr(inner, &comp.elt);
            }
            ExprKind::DictComp(comp) => {
                let inner = self.comp(at, e, false, &comp.clauses);
                self.expr(inner, &comp.key);
                self.expr(inner, &comp.value);
            }
            ExprKind::Lambda(lambda) => {
                self.defaults(at, &lambda.params);
                let inner = self.scopes.open(Key::Expr(e.id.0), Kind::Function, Some(at));
                self.scopes.bind_params(inner, &lambda.params);
                self.expr(inner, &lambda.body);
            }
            _ => self.operands(at, e),
        }
    }

    fn operands(&mut self, at: usize, e: &Expr) {
        match &e.kind {
            ExprKind::Starred(a) | ExprKind::Unary(_, a) | ExprKind::Attribute(a, _) => self.expr(at, a),
            ExprKind::Binary(_, a, b) | ExprKind::Subscript(a, b) => {
                self.expr(at, a);
                self.expr(at, b);
            }
            ExprKind::Compare(first, rest) => {
                self.expr(at, first);
                rest.iter().for_each(|(_, e)| self.expr(at, e));
            }
            ExprKind::IfExp(parts) => {
                self.expr(at, &parts.test);
                self.expr(at, &parts.body);
                self.expr(at, &parts.orelse);
            }
            ExprKind::NamedExpr(name, value) => {
                self.expr(at, value);
                let host = self.scopes.host(at);
                self.scopes.all[host].walrus = true;
                let target = self.scopes.walrus_target(at, name.name);
                self.bind(target, name.name);
                self.scopes.use_name(at, name.name);
            }
            ExprKind::Call(func, args) => {
                self.expr(at, func);
                args.iter().for_each(|arg| self.expr(at, arg.value()));
            }
            ExprKind::Slice(a, b, c) => [a, b, c].into_iter().for_each(|part| self.option(at, part.as_deref())),
            ExprKind::Yield(value) => {
                self.option(at, value.as_deref());
                self.scopes.all[at].generator = true;
            }
            ExprKind::YieldFrom(value) => {
                self.expr(at, value);
                self.scopes.all[at].generator = true;
            }
            _ => {}
        }
    }

    fn parts(&mut self, at: usize, parts: &[FPart]) {
        for part in parts {
            if let FPart::Field { value, spec, .. } = part {
                self.expr(at, value);
                self.parts(at, spec);
            }
        }
    }

    fn comp(&mut self, at: usize, e: &Expr, lazy: bool, clauses: &[CompClause]) -> usize {
        let mut clauses = clauses.iter();
        let first = clauses.next();
        self.option(at, first.map(|clause| &clause.iter));
        let kind = if lazy { Kind::Function } else { Kind::Comp };
        let inner = self.scopes.open(Key::Expr(e.id.0), kind, Some(at));
        self.scopes.all[inner].generator = lazy;
        self.scopes.all[inner].lazy = lazy;
        if let Some(first) = first {
            self.target(inner, &first.target);
            first.ifs.iter().for_each(|test| self.expr(inner, test));
        }
        for clause in clauses {
            self.expr(inner, &clause.iter);
            self.target(inner, &clause.target);
            clause.ifs.iter().for_each(|test| self.expr(inner, test));
        }
        inner
    }
}
