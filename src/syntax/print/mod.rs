//! The tree printed back as source text, as `ast.unparse` does: parsing it again gives the same tree.

mod expr;
mod text;

use super::ast::{Alias, ClassDef, Expr, ExprKind, FunctionDef, Handler, Ident, Module, Stmt, StmtKind, WithItem};

pub use text::{bytes, float, imaginary, quote};

/// The source text of a module.
pub fn print(module: &Module) -> String {
    let mut printer = Printer::default();
    printer.block(&module.body);
    printer.out
}

/// The source text of an expression.
pub fn print_expr(value: &Expr) -> String {
    let mut printer = Printer::default();
    printer.value(value);
    printer.out
}

#[derive(Default)]
pub(super) struct Printer {
    pub(super) out: String,
    depth: usize,
    /// Quotes that the f-strings around leave for strings inside; empty outside of them.
    pub(super) quotes: Vec<&'static str>,
    /// A string could not be written with these quotes.
    pub(super) failed: bool,
}

impl Printer {
    pub(super) fn text(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Items with a separator between them.
    pub(super) fn list<T>(&mut self, items: &[T], separator: &str, mut each: impl FnMut(&mut Printer, &T)) {
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.text(separator);
            }
            each(self, item);
        }
    }

    fn indent(&mut self) {
        // One blank: a hundred levels stay readable.
        let width = if self.depth > 20 { self.depth + 60 } else { self.depth * 4 };
        self.out.extend(std::iter::repeat_n(' ', width));
    }

    fn block(&mut self, body: &[Stmt]) {
        for stmt in body {
            self.indent();
            self.stmt(stmt);
        }
    }

    /// A colon, and the block below it.
    fn suite(&mut self, body: &[Stmt]) {
        self.text(":\n");
        self.depth += 1;
        stacker::maybe_grow(64 << 10, 1 << 20, || self.block(body));
        self.depth -= 1;
    }

    fn orelse(&mut self, word: &str, body: &[Stmt]) {
        if !body.is_empty() {
            self.indent();
            self.text(word);
            self.suite(body);
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::If { test, body, orelse } => return self.if_stmt(test, body, orelse),
            StmtKind::For { target, iter, body, orelse } => {
                self.text("for ");
                self.target(target);
                self.text(" in ");
                self.exprs(iter);
                self.suite(body);
                return self.orelse("else", orelse);
            }
            StmtKind::While { test, body, orelse } => {
                self.text("while ");
                self.single(test);
                self.suite(body);
                return self.orelse("else", orelse);
            }
            StmtKind::With { items, body } => return self.with_stmt(items, body),
            StmtKind::Try { body, handlers, orelse, finalbody } => {
                self.text("try");
                self.suite(body);
                for handler in handlers {
                    self.handler(handler);
                }
                self.orelse("else", orelse);
                return self.orelse("finally", finalbody);
            }
            StmtKind::FunctionDef(def) => return self.function(def),
            StmtKind::ClassDef(def) => return self.class(def),
            _ => {}
        }
        self.simple(&stmt.kind);
        self.text("\n");
    }

    fn if_stmt(&mut self, test: &Expr, body: &[Stmt], orelse: &[Stmt]) {
        let (mut word, mut test, mut body, mut orelse) = ("if ", test, body, orelse);
        loop {
            self.text(word);
            self.single(test);
            self.suite(body);
            match orelse {
                [Stmt { kind: StmtKind::If { test: t, body: b, orelse: o }, .. }] => {
                    (word, test, body, orelse) = ("elif ", t, b, o);
                    self.indent();
                }
                _ => return self.orelse("else", orelse),
            }
        }
    }

    fn with_stmt(&mut self, items: &[WithItem], body: &[Stmt]) {
        self.text("with ");
        // One item in brackets could be read as a list of items.
        self.list(items, ", ", |p, item| {
            p.single(&item.context);
            if let Some(target) = &item.target {
                p.text(" as ");
                p.inner_target(target);
            }
        });
        self.suite(body);
    }

    fn handler(&mut self, handler: &Handler) {
        self.indent();
        self.text("except");
        if let Some(class) = &handler.class {
            self.text(" ");
            self.single(class);
        }
        if let Some(name) = &handler.name {
            self.text(" as ");
            self.text(name.name.as_str());
        }
        self.suite(&handler.body);
    }

    fn decorators(&mut self, decorators: &[Expr]) {
        for decorator in decorators {
            self.text("@");
            self.single(decorator);
            self.text("\n");
            self.indent();
        }
    }

    fn function(&mut self, def: &FunctionDef) {
        self.decorators(&def.decorators);
        self.text("def ");
        self.text(def.name.name.as_str());
        self.text("(");
        self.params(&def.params);
        self.text(")");
        if let Some(returns) = &def.returns {
            self.text(" -> ");
            self.single(returns);
        }
        self.suite(&def.body);
    }

    fn class(&mut self, def: &ClassDef) {
        self.decorators(&def.decorators);
        self.text("class ");
        self.text(def.name.name.as_str());
        if let Some(base) = &def.base {
            self.text("(");
            self.single(base);
            self.text(")");
        }
        self.suite(&def.body);
    }

    fn simple(&mut self, kind: &StmtKind) {
        match kind {
            StmtKind::Expr(value) => self.value(value),
            StmtKind::Assign { targets, value } => {
                for target in targets {
                    self.target(target);
                    self.text(" = ");
                }
                self.value(value);
            }
            StmtKind::AugAssign { target, op, value } => {
                self.target(target);
                self.text(&format!(" {}= ", op.symbol()));
                self.value(value);
            }
            StmtKind::AnnAssign { target, annotation, value } => {
                self.target(target);
                self.text(": ");
                self.single(annotation);
                if let Some(value) = value {
                    self.text(" = ");
                    self.value(value);
                }
            }
            StmtKind::Delete(targets) => {
                self.text("del ");
                self.list(targets, ", ", Printer::inner_target);
            }
            StmtKind::Raise { exc, cause } => {
                self.text("raise");
                for (word, value) in [(" ", exc), (" from ", cause)] {
                    if let Some(value) = value {
                        self.text(word);
                        self.single(value);
                    }
                }
            }
            StmtKind::Assert { test, msg } => {
                self.text("assert ");
                self.single(test);
                if let Some(msg) = msg {
                    self.text(", ");
                    self.single(msg);
                }
            }
            StmtKind::Return(value) => {
                self.text("return");
                if let Some(value) = value {
                    self.text(" ");
                    self.exprs(value);
                }
            }
            StmtKind::Break => self.text("break"),
            StmtKind::Continue => self.text("continue"),
            StmtKind::Global(names) => self.names("global ", names),
            StmtKind::Nonlocal(names) => self.names("nonlocal ", names),
            StmtKind::Import(aliases) => {
                self.text("import ");
                self.list(aliases, ", ", Printer::alias);
            }
            StmtKind::ImportFrom { module, level, names } => {
                self.text("from ");
                self.out.extend(std::iter::repeat_n('.', *level as usize));
                self.list(module, ".", |p, part| p.text(part.name.as_str()));
                self.text(" import ");
                self.list(names, ", ", Printer::alias);
            }
            _ => self.text("pass"),
        }
    }

    fn names(&mut self, word: &str, names: &[Ident]) {
        self.text(word);
        self.list(names, ", ", |p, name| p.text(name.name.as_str()));
    }

    fn alias(&mut self, alias: &Alias) {
        self.list(&alias.path, ".", |p, part| p.text(part.name.as_str()));
        if let Some(name) = &alias.asname {
            self.text(" as ");
            self.text(name.name.as_str());
        }
    }

    /// A statement's value: `yield` and tuples need no brackets.
    fn value(&mut self, value: &Expr) {
        match &value.kind {
            ExprKind::Yield(_) | ExprKind::YieldFrom(_) => self.bare_yield(value),
            _ => self.exprs(value),
        }
    }
}
