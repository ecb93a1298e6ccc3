//! The script as it is followed: each statement may meet a value that is not known; then what it assigns is not known
//! either, and the next statement goes on.

use rustc_hash::FxHashSet;

use super::parts::{Body, literal};
use crate::data::Sym;
use crate::source::Span;
use crate::syntax::ast::*;

/// Names that only rewritten code uses.
pub mod names {
    /// A value that is not known.
    pub const UNKNOWN: &str = "<unknown>";
    /// Whether an exception means that something was not known: the class to catch.
    pub const CATCH: &str = "<catch>";
    /// One more round of a loop, or call of a function.
    pub const TICK: &str = "<tick>";
    /// What a loop walks over.
    pub const ITEMS: &str = "<items>";
    /// A container holds more than is seen.
    pub const MORE: &str = "<more>";
    /// Whether a branch is taken matters to the count.
    pub const BRANCH: &str = "<branch>";
    /// How often a loop runs matters to the count.
    pub const LOOP: &str = "<loop>";
    /// A statement that computes was left.
    pub const TASKS: &str = "<tasks>";
}

/// Where a statement stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    /// Outside of every function and `try`: nothing of the script's catches what is raised.
    top: bool,
    /// In a function.
    function: bool,
    /// The loop around it.
    around: Option<&'a Body>,
}

/// Rewrites one module.
struct Rewriter {
    /// Functions that compute, by name.
    computing: FxHashSet<Sym>,
}

/// The module as it is followed, and the names of its functions that compute.
pub fn rewrite(module: &Module) -> (Module, FxHashSet<Sym>) {
    let rewriter = Rewriter { computing: super::parts::computing(&module.body) };
    let place = Place { top: true, function: false, around: None };
    let module = Module { file: module.file, body: rewriter.block(&module.body, place), nodes: module.nodes };
    (module, rewriter.computing)
}

fn expr(span: Span, kind: ExprKind) -> Expr {
    Expr { id: NodeId::default(), span, kind }
}

fn call(span: Span, name: &str, args: Vec<Expr>) -> Expr {
    let callee = expr(span, ExprKind::Name(Sym::new(name)));
    expr(span, ExprKind::Call(Box::new(callee), args.into_iter().map(Arg::Pos).collect()))
}

fn stmt(span: Span, kind: StmtKind) -> Stmt {
    Stmt { span, kind }
}

fn does(span: Span, name: &str, args: Vec<Expr>) -> Stmt {
    stmt(span, StmtKind::Expr(call(span, name, args)))
}

/// `try: body except <catch>(top): handler`.
fn guarded(span: Span, body: Vec<Stmt>, handler: Vec<Stmt>, top: bool) -> Stmt {
    let class = Some(call(span, names::CATCH, vec![expr(span, ExprKind::Bool(top))]));
    let handler = if handler.is_empty() { vec![stmt(span, StmtKind::Pass)] } else { handler };
    let handlers = vec![Handler { span, class, name: None, body: handler }];
    stmt(span, StmtKind::Try { body, handlers, orelse: Vec::new(), finalbody: Vec::new() })
}

/// What the statements assign is not known; containers that they change hold more than is seen.
fn forget(span: Span, body: &Body) -> Vec<Stmt> {
    let mut out = Vec::new();
    let targets: Vec<Expr> = body.names.iter().map(|&name| expr(span, ExprKind::Name(name))).collect();
    if !targets.is_empty() {
        out.push(stmt(span, StmtKind::Assign { targets, value: call(span, names::UNKNOWN, Vec::new()) }));
    }
    for target in &body.targets {
        let value = call(span, names::UNKNOWN, Vec::new());
        let assign = stmt(span, StmtKind::Assign { targets: vec![target.clone()], value });
        out.push(guarded(span, vec![assign], Vec::new(), true));
    }
    for container in &body.changed {
        out.push(guarded(span, vec![does(span, names::MORE, vec![container.clone()])], Vec::new(), true));
    }
    out
}

impl Rewriter {
    fn body(&self, stmts: &[&[Stmt]]) -> Body {
        Body::of(stmts, &self.computing)
    }

    fn block(&self, body: &[Stmt], place: Place<'_>) -> Vec<Stmt> {
        stacker::maybe_grow(64 << 10, 1 << 20, || body.iter().map(|stmt| self.stmt(stmt, place)).collect())
    }

    fn stmt(&self, at: &Stmt, place: Place<'_>) -> Stmt {
        let span = at.span;
        match &at.kind {
            StmtKind::If { .. } => self.branch(at, place),
            StmtKind::For { .. } | StmtKind::While { .. } => self.repeat(at, place),
            StmtKind::With { items, body } => {
                let whole = self.body(&[body]);
                let inner = StmtKind::With { items: items.clone(), body: self.block(body, place) };
                let mut handler = forget(span, &whole);
                if whole.computes {
                    handler.push(does(span, names::BRANCH, Vec::new()));
                }
                guarded(span, vec![stmt(span, inner)], handler, place.top)
            }
            StmtKind::Try { body, handlers, orelse, finalbody } => {
                let inside = Place { top: false, ..place };
                let handlers = handlers
                    .iter()
                    .map(|handler| Handler { body: self.block(&handler.body, place), ..handler.clone() })
                    .collect();
                let kind = StmtKind::Try {
                    body: self.block(body, inside),
                    handlers,
                    orelse: self.block(orelse, place),
                    finalbody: self.block(finalbody, place),
                };
                stmt(span, kind)
            }
            StmtKind::FunctionDef(def) => self.function(at, def, place),
            StmtKind::ClassDef(def) => {
                let inside = Place { top: false, function: false, around: None };
                let def = ClassDef { body: self.block(&def.body, inside), ..(**def).clone() };
                stmt(span, StmtKind::ClassDef(std::sync::Arc::new(def)))
            }
            _ => self.simple(at, place),
        }
    }

    fn simple(&self, at: &Stmt, place: Place<'_>) -> Stmt {
        let span = at.span;
        let whole = self.body(&[std::slice::from_ref(at)]);
        let mut handler = match whole.computes {
            true => vec![does(span, names::TASKS, vec![expr(span, ExprKind::Int(whole.calls))])],
            false => Vec::new(),
        };
        match &at.kind {
            StmtKind::Return(Some(value)) if !literal(value) => {
                handler.push(stmt(span, StmtKind::Return(Some(call(span, names::UNKNOWN, Vec::new())))));
            }
            StmtKind::Assign { value, .. } if literal(value) => return at.clone(),
            StmtKind::Expr(_)
            | StmtKind::Assign { .. }
            | StmtKind::AugAssign { .. }
            | StmtKind::AnnAssign { value: Some(_), .. }
            | StmtKind::Delete(_)
            | StmtKind::Assert { .. } => handler.extend(forget(span, &whole)),
            _ => return at.clone(),
        }
        guarded(span, vec![at.clone()], handler, place.top)
    }

    fn function(&self, at: &Stmt, def: &FunctionDef, place: Place<'_>) -> Stmt {
        let inside = Place { top: false, function: true, around: None };
        let mut body = self.block(&def.body, inside);
        let first = usize::from(def.docstring().is_some());
        if first == 1
            && let (Some(place), Some(doc)) = (body.first_mut(), def.body.first())
        {
            *place = doc.clone();
        }
        body.insert(first.min(body.len()), does(def.header, names::TICK, Vec::new()));
        let made = FunctionDef { body, ..def.clone() };
        let made = stmt(at.span, StmtKind::FunctionDef(std::sync::Arc::new(made)));
        if def.decorators.is_empty() && def.params.iter().all(|param| param.default.is_none()) {
            return made;
        }
        let mut names = Body::default();
        names.names.push(def.name.name);
        guarded(at.span, vec![made], forget(at.span, &names), place.top)
    }

    fn branch(&self, at: &Stmt, place: Place<'_>) -> Stmt {
        let StmtKind::If { test, body, orelse } = &at.kind else { return at.clone() };
        let span = test.span;
        let whole = self.body(&[body, orelse]);
        let mut handler = forget(span, &whole);
        if whole.computes {
            handler.push(does(span, names::BRANCH, Vec::new()));
        }
        let returns = place.function && whole.returns;
        let always = !orelse.is_empty() && leaves(body) && leaves(orelse);
        match place.around {
            // The loop may end here: what it does later is not known.
            Some(around) if whole.breaks || returns => {
                handler.extend(forget(span, around));
                if around.computes {
                    handler.push(does(span, names::LOOP, Vec::new()));
                }
                handler.push(match whole.breaks {
                    true => stmt(span, StmtKind::Break),
                    false => stmt(span, StmtKind::Return(Some(call(span, names::UNKNOWN, Vec::new())))),
                });
            }
            _ if returns && always => {
                handler.push(stmt(span, StmtKind::Return(Some(call(span, names::UNKNOWN, Vec::new())))));
            }
            _ => {}
        }
        let inner =
            StmtKind::If { test: test.clone(), body: self.block(body, place), orelse: self.block(orelse, place) };
        guarded(at.span, vec![stmt(at.span, inner)], handler, place.top)
    }

    fn repeat(&self, at: &Stmt, place: Place<'_>) -> Stmt {
        let (header, made, whole) = match &at.kind {
            StmtKind::For { target, iter, body, orelse } => {
                let mut whole = self.body(&[body, orelse]);
                whole.bind(target);
                let inside = Place { around: Some(&whole), ..place };
                let mut rounds = vec![does(iter.span, names::TICK, Vec::new())];
                rounds.extend(self.block(body, inside));
                let items = call(iter.span, names::ITEMS, vec![iter.clone()]);
                let orelse = self.block(orelse, place);
                (iter.span, StmtKind::For { target: target.clone(), iter: items, body: rounds, orelse }, whole)
            }
            StmtKind::While { test, body, orelse } => {
                let whole = self.body(&[body, orelse]);
                let inside = Place { around: Some(&whole), ..place };
                let mut rounds = vec![does(test.span, names::TICK, Vec::new())];
                rounds.extend(self.block(body, inside));
                let orelse = self.block(orelse, place);
                (test.span, StmtKind::While { test: test.clone(), body: rounds, orelse }, whole)
            }
            _ => return at.clone(),
        };
        let mut handler = forget(header, &whole);
        if whole.computes {
            handler.push(does(header, names::LOOP, Vec::new()));
        }
        guarded(at.span, vec![stmt(at.span, made)], handler, place.top)
    }
}

/// Whether a block always ends the function.
fn leaves(body: &[Stmt]) -> bool {
    matches!(body.last().map(|last| &last.kind), Some(StmtKind::Return(_) | StmtKind::Raise { .. }))
}
