//! Statements and blocks to their nodes.

use std::sync::Arc;

use pest::iterators::Pairs;

use super::Rule;
use super::build::{Builder, Piece};
use super::target::{Use, describe};
use crate::source::Span;
use crate::syntax::ast::{
    Alias, Arg, ClassDef, Expr, ExprKind, FunctionDef, Handler, Ident, Params, Stmt, StmtKind, WithItem,
};
use crate::syntax::error::SyntaxError;

/// More `elif` clauses than this, counted through the blocks around, are refused.
const MAX_NESTING: usize = 500;

impl Builder<'_> {
    /// All statements of a list of pieces, appended to `body`.
    pub(super) fn statements(&mut self, pieces: Pairs<'_, Rule>, body: &mut Vec<Stmt>) {
        for piece in pieces {
            self.deep = false;
            self.statement(piece, body);
        }
    }

    fn statement(&mut self, piece: Piece, body: &mut Vec<Stmt>) {
        let span = self.span(&piece);
        let kind = match piece.as_rule() {
            Rule::expr_stmt => self.expr_stmt(piece),
            Rule::return_stmt => StmtKind::Return(self.find_value(piece, Rule::exprs)),
            Rule::raise_stmt => {
                let mut parts = self.all_exprs(piece).into_iter();
                StmtKind::Raise { exc: parts.next(), cause: parts.next() }
            }
            Rule::assert_stmt => self.assert_stmt(piece, span),
            Rule::pass_stmt => StmtKind::Pass,
            Rule::break_stmt => StmtKind::Break,
            Rule::continue_stmt => StmtKind::Continue,
            Rule::del_stmt => {
                let targets = piece.into_inner().find(|p| p.as_rule() == Rule::targets);
                StmtKind::Delete(targets.map(|p| self.deleted(p)).unwrap_or_default())
            }
            Rule::global_stmt => StmtKind::Global(self.names(piece)),
            Rule::nonlocal_stmt => StmtKind::Nonlocal(self.names(piece)),
            Rule::import_stmt => {
                let aliases = piece.into_inner().filter(|p| p.as_rule() == Rule::module_alias);
                StmtKind::Import(aliases.map(|p| self.alias(p)).collect())
            }
            Rule::import_from => self.import_from(piece),
            Rule::if_stmt => self.if_stmt(piece),
            Rule::while_stmt => self.while_stmt(piece, span),
            Rule::for_stmt => self.for_stmt(piece, span),
            Rule::with_stmt => self.with_stmt(piece),
            Rule::try_stmt => self.try_stmt(piece),
            Rule::def_stmt => StmtKind::FunctionDef(Arc::new(self.def_stmt(piece, Vec::new()))),
            Rule::class_stmt => StmtKind::ClassDef(Arc::new(self.class_stmt(piece, Vec::new()))),
            Rule::decorated => self.decorated(piece, span),
            // What stands in a block after a line that was reported.
            Rule::broken | Rule::EOI | Rule::line_end => return,
            Rule::elif_clause | Rule::else_clause | Rule::except_clause | Rule::finally_clause => {
                let inner = self.last_block(piece);
                body.extend(inner);
                return;
            }
            _ => return,
        };
        body.push(Stmt { span, kind });
    }

    fn last_block(&mut self, piece: Piece) -> Vec<Stmt> {
        let block = piece.into_inner().find(|p| p.as_rule() == Rule::block);
        block.map(|p| self.block(p)).unwrap_or_default()
    }

    fn block(&mut self, piece: Piece) -> Vec<Stmt> {
        let mut body = Vec::new();
        for inner in piece.into_inner() {
            self.statement(inner, &mut body);
        }
        body
    }

    fn all_exprs(&mut self, piece: Piece) -> Vec<Expr> {
        piece.into_inner().filter(|p| p.as_rule() == Rule::expr).map(|p| self.expr(p)).collect()
    }

    fn find_value(&mut self, piece: Piece, rule: Rule) -> Option<Expr> {
        piece.into_inner().find(|p| p.as_rule() == rule).map(|p| self.value(p))
    }

    fn names(&mut self, piece: Piece) -> Vec<Ident> {
        piece.into_inner().filter(|p| p.as_rule() == Rule::name).map(|p| self.ident(&p)).collect()
    }

    /// The condition of an `if` or `while`: the first expression, maybe with `:=`.
    fn test(&mut self, piece: &Piece, span: Span) -> Expr {
        let mut inner = piece.clone().into_inner().peekable();
        while let Some(part) = inner.next() {
            if part.as_rule() == Rule::expr {
                let value = self.expr(part);
                return self.walrus(value, &mut inner);
            }
        }
        self.nothing(span)
    }

    fn assert_stmt(&mut self, piece: Piece, span: Span) -> StmtKind {
        let mut parts = self.all_exprs(piece).into_iter();
        let test = parts.next().unwrap_or_else(|| self.nothing(span));
        StmtKind::Assert { test, msg: parts.next() }
    }

    fn expr_stmt(&mut self, piece: Piece) -> StmtKind {
        let span = self.span(&piece);
        let bracketed = piece.as_str().starts_with('(');
        let mut inner = piece.into_inner();
        let Some(first) = inner.next() else { return StmtKind::Pass };
        let Some(second) = inner.next() else { return StmtKind::Expr(self.value(first)) };
        match second.as_rule() {
            Rule::annotation => {
                let target = self.value(first);
                let annotation = self.inner_expr(second, span);
                let value = inner.next().map(|p| self.value(p));
                self.check_annotated(&target, bracketed);
                StmtKind::AnnAssign { target, annotation, value }
            }
            Rule::augmented => {
                let target = self.value(first);
                let op = super::expr::binary(second.as_str().trim_end_matches('='));
                let value = match inner.next() {
                    Some(value) => self.value(value),
                    None => self.nothing(span),
                };
                self.check_augmented(&target);
                StmtKind::AugAssign { target, op, value }
            }
            _ => {
                let mut parts = vec![first, second];
                parts.extend(inner);
                self.assignment(parts, span)
            }
        }
    }

    fn assignment(&mut self, mut parts: Vec<Piece>, span: Span) -> StmtKind {
        let value = parts.pop();
        let mut targets = Vec::with_capacity(parts.len());
        for part in parts {
            let is_yield = part.as_rule() == Rule::yield_expr;
            let target = if is_yield { self.yield_expr(part) } else { self.exprs(part) };
            if is_yield {
                self.wrong(target.span, "assignment to yield expression not possible");
            } else {
                self.check_target(&target, Use::Assign);
            }
            targets.push(target);
        }
        let value = match value {
            Some(value) => self.value(value),
            None => self.nothing(span),
        };
        StmtKind::Assign { targets, value }
    }

    fn inner_expr(&mut self, piece: Piece, span: Span) -> Expr {
        match piece.into_inner().find(|p| p.as_rule() == Rule::expr) {
            Some(inner) => self.expr(inner),
            None => self.nothing(span),
        }
    }

    fn check_annotated(&mut self, target: &Expr, bracketed: bool) {
        let message = match &target.kind {
            ExprKind::Name(_) | ExprKind::Attribute(..) | ExprKind::Subscript(..) => return,
            ExprKind::Tuple(_) => "only single target (not tuple) can be annotated",
            ExprKind::List(_) if !bracketed => "only single target (not list) can be annotated",
            _ => "illegal target for annotation",
        };
        let help = "an annotation follows a name: `name: int = 1`";
        self.error(SyntaxError::new(target.span, message).help(help));
    }

    fn check_augmented(&mut self, target: &Expr) {
        if !matches!(target.kind, ExprKind::Name(_) | ExprKind::Attribute(..) | ExprKind::Subscript(..)) {
            let what = describe(&target.kind);
            let message = format!("'{what}' is an illegal expression for augmented assignment");
            self.error(SyntaxError::new(target.span, message));
        }
    }

    fn alias(&mut self, piece: Piece) -> Alias {
        let mut path = Vec::new();
        let mut asname = None;
        let mut renamed = false;
        for part in piece.into_inner() {
            match part.as_rule() {
                Rule::kw_as => renamed = true,
                _ if renamed => asname = Some(self.ident(&part)),
                _ => path.push(self.ident(&part)),
            }
        }
        Alias { path, asname }
    }

    fn import_from(&mut self, piece: Piece) -> StmtKind {
        let (mut module, mut level, mut names) = (Vec::new(), 0, Vec::new());
        for part in piece.into_inner() {
            match part.as_rule() {
                Rule::dots => level = part.as_str().bytes().filter(|&b| b == b'.').count() as u32,
                Rule::module_path => module = self.names(part),
                Rule::name_alias => names.push(self.alias(part)),
                Rule::all_names => {
                    let span = self.span(&part);
                    let error = SyntaxError::new(span, "`from module import *` is not in rdask's language");
                    let help = "name what you use: `from module import a, b`";
                    self.error(error.because("which names this defines can't be seen before the run").help(help));
                }
                _ => {}
            }
        }
        StmtKind::ImportFrom { module, level, names }
    }

    fn if_stmt(&mut self, piece: Piece) -> StmtKind {
        let span = self.span(&piece);
        let outer = self.nesting;
        let mut clauses: Vec<(Span, Expr, Vec<Stmt>)> = Vec::new();
        let test = self.test(&piece, span);
        let mut orelse = Vec::new();
        let mut body = Vec::new();
        for part in piece.into_inner() {
            match part.as_rule() {
                Rule::block => body = self.block(part),
                Rule::elif_clause => {
                    let span = self.span(&part);
                    // Each `elif` is an `if` in the `else` of the one before.
                    self.nesting += 1;
                    if self.nesting > MAX_NESTING {
                        let error = SyntaxError::new(span, "too many `elif` clauses");
                        let why = format!("more than {MAX_NESTING} inside each other");
                        self.error(error.because(why).help("look the value up in a dict instead"));
                        break;
                    }
                    let test = self.test(&part, span);
                    clauses.push((span, test, self.last_block(part)));
                }
                Rule::else_clause => orelse = self.last_block(part),
                _ => {}
            }
        }
        self.nesting = outer;
        for (at, test, body) in clauses.into_iter().rev() {
            let kind = StmtKind::If { test, body, orelse };
            orelse = vec![Stmt { span: Span { end: span.end, ..at }, kind }];
        }
        StmtKind::If { test, body, orelse }
    }

    fn while_stmt(&mut self, piece: Piece, span: Span) -> StmtKind {
        let test = self.test(&piece, span);
        let (body, orelse) = self.body_and_else(piece);
        StmtKind::While { test, body, orelse }
    }

    fn body_and_else(&mut self, piece: Piece) -> (Vec<Stmt>, Vec<Stmt>) {
        let (mut body, mut orelse) = (Vec::new(), Vec::new());
        for part in piece.into_inner() {
            match part.as_rule() {
                Rule::block => body = self.block(part),
                Rule::else_clause => orelse = self.last_block(part),
                _ => {}
            }
        }
        (body, orelse)
    }

    fn for_stmt(&mut self, piece: Piece, span: Span) -> StmtKind {
        let (mut target, mut iter) = (None, None);
        for part in piece.clone().into_inner() {
            match part.as_rule() {
                Rule::targets => target = Some(self.targets(part)),
                Rule::exprs => iter = Some(self.exprs(part)),
                _ => {}
            }
        }
        let (body, orelse) = self.body_and_else(piece);
        let target = target.unwrap_or_else(|| self.nothing(span));
        let iter = iter.unwrap_or_else(|| self.nothing(span));
        StmtKind::For { target, iter, body, orelse }
    }

    fn with_stmt(&mut self, piece: Piece) -> StmtKind {
        let (mut items, mut body) = (Vec::new(), Vec::new());
        for part in piece.into_inner() {
            match part.as_rule() {
                Rule::with_item => items.push(self.with_item(part)),
                Rule::block => body = self.block(part),
                _ => {}
            }
        }
        StmtKind::With { items, body }
    }

    fn with_item(&mut self, piece: Piece) -> WithItem {
        let span = self.span(&piece);
        let (mut context, mut target) = (None, None);
        for part in piece.into_inner() {
            match part.as_rule() {
                Rule::expr => context = Some(self.expr(part)),
                Rule::target => target = Some(self.flat(part)),
                _ => {}
            }
        }
        if let Some(target) = &target {
            self.check_target(target, Use::Assign);
        }
        WithItem { context: context.unwrap_or_else(|| self.nothing(span)), target }
    }

    fn try_stmt(&mut self, piece: Piece) -> StmtKind {
        let (mut body, mut handlers, mut orelse, mut finalbody) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for part in piece.into_inner() {
            match part.as_rule() {
                Rule::block => body = self.block(part),
                Rule::except_clause => handlers.push(self.handler(part)),
                Rule::else_clause => orelse = self.last_block(part),
                Rule::finally_clause => finalbody = self.last_block(part),
                _ => {}
            }
        }
        let bare = handlers.iter().rev().skip(1).find(|h| h.class.is_none() && h.span.end > h.span.start);
        if let Some(span) = bare.map(|h| h.span) {
            let error = SyntaxError::new(span, "default 'except:' must be last");
            self.error(error.because("this catches everything").help("move it after the other `except` clauses"));
        }
        StmtKind::Try { body, handlers, orelse, finalbody }
    }

    fn handler(&mut self, piece: Piece) -> Handler {
        let whole = self.span(&piece);
        let mut handler =
            Handler { span: Span { end: whole.start, ..whole }, class: None, name: None, body: Vec::new() };
        for part in piece.into_inner() {
            match part.as_rule() {
                Rule::except_head => {
                    handler.span = self.span(&part);
                    for inner in part.into_inner() {
                        match inner.as_rule() {
                            Rule::expr => handler.class = Some(self.expr(inner)),
                            Rule::name => handler.name = Some(self.ident(&inner)),
                            _ => {}
                        }
                    }
                }
                Rule::block => handler.body = self.block(part),
                _ => {}
            }
        }
        handler
    }

    fn decorated(&mut self, piece: Piece, span: Span) -> StmtKind {
        let mut decorators = Vec::new();
        for part in piece.into_inner() {
            match part.as_rule() {
                Rule::decorator => decorators.push(self.test(&part, span)),
                Rule::def_stmt => return StmtKind::FunctionDef(Arc::new(self.def_stmt(part, decorators))),
                _ => return StmtKind::ClassDef(Arc::new(self.class_stmt(part, decorators))),
            }
        }
        StmtKind::Pass
    }

    fn def_stmt(&mut self, piece: Piece, decorators: Vec<Expr>) -> FunctionDef {
        let whole = self.span(&piece);
        let name = Ident { name: crate::data::Sym::new(""), span: whole };
        let params = Params::default();
        let mut def = FunctionDef { name, header: whole, decorators, params, returns: None, body: Vec::new() };
        for part in piece.into_inner() {
            match part.as_rule() {
                Rule::def_head => {
                    def.header = self.span(&part);
                    for inner in part.into_inner() {
                        match inner.as_rule() {
                            Rule::name => def.name = self.ident(&inner),
                            Rule::params => def.params = self.params(inner),
                            _ => {}
                        }
                    }
                }
                Rule::returns => def.returns = Some(self.inner_expr(part, whole)),
                Rule::block => def.body = self.block(part),
                _ => {}
            }
        }
        def
    }

    fn class_stmt(&mut self, piece: Piece, decorators: Vec<Expr>) -> ClassDef {
        let whole = self.span(&piece);
        let name = Ident { name: crate::data::Sym::new(""), span: whole };
        let mut class = ClassDef { name, header: whole, decorators, base: None, body: Vec::new() };
        for part in piece.into_inner() {
            match part.as_rule() {
                Rule::class_head => {
                    class.header = self.span(&part);
                    for inner in part.into_inner() {
                        match inner.as_rule() {
                            Rule::name => class.name = self.ident(&inner),
                            Rule::arguments => class.base = self.base_class(inner),
                            _ => {}
                        }
                    }
                }
                Rule::block => {
                    let private = class.name.name.as_str().trim_start_matches('_');
                    let inner = if private.is_empty() { None } else { Some(private.to_owned()) };
                    let outer = std::mem::replace(&mut self.class, inner);
                    class.body = self.block(part);
                    self.class = outer;
                }
                _ => {}
            }
        }
        class
    }

    /// The base class; more of them, and keywords, are refused.
    fn base_class(&mut self, piece: Piece) -> Option<Expr> {
        let mut base = None;
        for arg in self.arguments(piece) {
            match arg {
                Arg::Pos(expr) if base.is_none() => base = Some(expr),
                Arg::Pos(expr) => {
                    let error = SyntaxError::new(expr.span, "multiple inheritance is not in rdask's language");
                    let help = "inherit from one class, and keep an object of the other in an attribute";
                    self.error(error.because("a second base class").help(help));
                }
                Arg::Keyword(name, _) if name.name.as_str() == "metaclass" => {
                    let error = SyntaxError::new(name.span, "metaclasses are not in rdask's language");
                    self.error(error.help("use a class decorator: a function that is given the class"));
                }
                Arg::Keyword(name, _) => {
                    let error = SyntaxError::new(name.span, "keyword arguments of a class are not in rdask's language");
                    self.error(error.help("set a class attribute in the body instead"));
                }
                Arg::Star(expr) | Arg::DoubleStar(expr) => {
                    let error = SyntaxError::new(expr.span, "the base class must be given by itself");
                    self.error(error.help("write `class Name(Base):`"));
                }
            }
        }
        base
    }
}
