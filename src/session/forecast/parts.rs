//! What a piece of a script assigns, changes and computes, as far as its text tells.

use rustc_hash::FxHashSet;

use crate::data::Sym;
use crate::syntax::ast::*;
use crate::syntax::walk::{blocks_of, exprs_of, walk_body, walk_expr};

/// Methods that change the container they are called on.
const CHANGES: &[&str] = &[
    "append",
    "extend",
    "insert",
    "add",
    "update",
    "setdefault",
    "appendleft",
    "extendleft",
    "pop",
    "popleft",
    "remove",
    "clear",
    "discard",
    "popitem",
];

/// Methods and functions that compute.
const COMPUTES: &[&str] = &["compute", "persist"];

/// What statements do.
#[derive(Clone, Default)]
pub struct Body {
    /// Names that are assigned.
    pub names: Vec<Sym>,
    /// Attributes that are assigned.
    pub targets: Vec<Expr>,
    /// Containers that are changed.
    pub changed: Vec<Expr>,
    /// Whether something may be computed.
    pub computes: bool,
    /// How many calls may compute.
    pub calls: i64,
    /// Whether a `break` ends the loop around.
    pub breaks: bool,
    /// Whether a `return` is there.
    pub returns: bool,
}

impl Body {
    /// Of these statements; `computing` are functions that compute.
    pub fn of(blocks: &[&[Stmt]], computing: &FxHashSet<Sym>) -> Body {
        let mut body = Body::default();
        for block in blocks {
            body.block(block, true);
            let calls = calls(block, computing);
            body.computes |= calls > 0 || computes(block, computing);
            body.calls += calls;
        }
        body
    }

    /// A target is assigned.
    pub fn bind(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Name(name) => self.name(*name),
            ExprKind::Tuple(items) | ExprKind::List(items) => items.iter().for_each(|item| self.bind(item)),
            ExprKind::Starred(inner) => self.bind(inner),
            ExprKind::Attribute(..) if pure(target) => self.targets.push(target.clone()),
            ExprKind::Subscript(container, _) => self.change(container),
            _ => {}
        }
    }

    fn name(&mut self, name: Sym) {
        if !self.names.contains(&name) {
            self.names.push(name);
        }
    }

    fn change(&mut self, container: &Expr) {
        if pure(container) && self.changed.len() < 50 && !self.changed.contains(container) {
            self.changed.push(container.clone());
        }
    }

    fn block(&mut self, block: &[Stmt], own_loop: bool) {
        stacker::maybe_grow(64 << 10, 1 << 20, || block.iter().for_each(|stmt| self.stmt(stmt, own_loop)));
    }

    fn stmt(&mut self, stmt: &Stmt, own_loop: bool) {
        match &stmt.kind {
            StmtKind::Assign { targets, .. } => targets.iter().for_each(|target| self.bind(target)),
            StmtKind::AugAssign { target, .. } | StmtKind::AnnAssign { target, .. } => self.bind(target),
            StmtKind::Delete(targets) => {
                for target in targets {
                    if let ExprKind::Subscript(container, _) = &target.kind {
                        self.change(container);
                    }
                }
            }
            StmtKind::For { target, .. } => self.bind(target),
            StmtKind::With { items, .. } => {
                items.iter().filter_map(|item| item.target.as_ref()).for_each(|target| self.bind(target));
            }
            StmtKind::FunctionDef(def) => self.name(def.name.name),
            StmtKind::ClassDef(def) => self.name(def.name.name),
            StmtKind::Break => self.breaks |= own_loop,
            StmtKind::Return(_) => self.returns = true,
            _ => {}
        }
        exprs_of(stmt, &mut |e| walk_expr(e, &mut |e| self.expr(e)));
        let inner = own_loop && !matches!(stmt.kind, StmtKind::For { .. } | StmtKind::While { .. });
        blocks_of(stmt, false, &mut |block| self.block(block, inner));
    }

    fn expr(&mut self, e: &Expr) {
        match &e.kind {
            ExprKind::NamedExpr(name, _) => self.name(name.name),
            ExprKind::Call(callee, _) => {
                if let ExprKind::Attribute(container, method) = &callee.kind
                    && CHANGES.contains(&method.name.as_str())
                {
                    self.change(container);
                }
            }
            _ => {}
        }
    }
}

/// Whether an expression is a name or an attribute of one: it can be evaluated again.
pub fn pure(e: &Expr) -> bool {
    match &e.kind {
        ExprKind::Name(_) => true,
        ExprKind::Attribute(of, _) => pure(of),
        _ => false,
    }
}

/// Whether an expression is a literal or a name.
pub fn literal(e: &Expr) -> bool {
    matches!(
        e.kind,
        ExprKind::Name(_)
            | ExprKind::Int(_)
            | ExprKind::Float(_)
            | ExprKind::Imaginary(_)
            | ExprKind::Str(_)
            | ExprKind::Bytes(_)
            | ExprKind::Bool(_)
            | ExprKind::None
            | ExprKind::Lambda(_)
    )
}

fn names_computing(e: &Expr, computing: &FxHashSet<Sym>) -> bool {
    match &e.kind {
        ExprKind::Name(name) => computing.contains(name),
        ExprKind::Attribute(_, name) => computing.contains(&name.name),
        _ => false,
    }
}

fn computes(block: &[Stmt], computing: &FxHashSet<Sym>) -> bool {
    let mut found = false;
    walk_body(block, &mut |_| {}, &mut |e| found |= names_computing(e, computing));
    found
}

fn calls(block: &[Stmt], computing: &FxHashSet<Sym>) -> i64 {
    let mut count = 0;
    walk_body(block, &mut |_| {}, &mut |e| {
        if let ExprKind::Call(callee, _) = &e.kind
            && names_computing(callee, computing)
        {
            count += 1;
        }
    });
    count
}

/// The names of functions and methods whose text computes, or calls one that does.
pub fn computing(module: &[Stmt]) -> FxHashSet<Sym> {
    let mut names: FxHashSet<Sym> = COMPUTES.iter().map(|&name| Sym::new(name)).collect();
    let mut functions: Vec<&FunctionDef> = Vec::new();
    walk_body(
        module,
        &mut |stmt| {
            if let StmtKind::FunctionDef(def) = &stmt.kind {
                functions.push(def);
            }
        },
        &mut |_| {},
    );
    loop {
        let before = names.len();
        functions.retain(|def| {
            let found = computes(&def.body, &names);
            if found {
                names.insert(def.name.name);
            }
            !found
        });
        if names.len() == before {
            break;
        }
    }
    let mut nameless = false;
    walk_body(module, &mut |_| {}, &mut |e| {
        if let ExprKind::Lambda(lambda) = &e.kind {
            walk_expr(&lambda.body, &mut |e| nameless |= names_computing(e, &names));
        }
    });
    if nameless {
        names.insert(Sym::new("<lambda>"));
    }
    names
}
