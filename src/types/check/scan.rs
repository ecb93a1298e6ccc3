//! What can be seen of a scope without evaluating it: which names it binds, and how often.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::data::{ExcClass, Sym};
use crate::syntax::ast::{Arg, Expr, ExprKind, Params, Stmt, StmtKind};
use crate::syntax::walk::{blocks_of, children, exprs_of, walk_body};

/// The names of a scope.
#[derive(Debug, Default)]
pub struct ScopeInfo {
    /// Slots of the names that the scope binds.
    pub slots: FxHashMap<Sym, u32>,
    /// The names, by slot.
    pub names: Vec<Sym>,
    /// In how many places each is bound.
    pub counts: Vec<u32>,
    /// Names declared `global` here.
    pub globals: FxHashSet<Sym>,
    /// Names declared `nonlocal` here.
    pub nonlocals: FxHashSet<Sym>,
    /// Whether it has functions or classes within, which may read its names later.
    pub inner: bool,
    /// Whether it yields.
    pub generator: bool,
    /// How many of the names are parameters.
    pub params: usize,
}

impl ScopeInfo {
    /// The scope of a function, or of a module or class (without parameters).
    pub fn of(params: Option<&Params>, body: &[Stmt]) -> ScopeInfo {
        let mut scope = ScopeInfo::default();
        if let Some(params) = params {
            for param in params.iter() {
                scope.bind(param.name.name);
            }
        }
        scope.params = scope.names.len();
        scope.scan(body);
        scope.forget_foreign();
        scope
    }

    /// The scope of a lambda.
    pub fn of_lambda(params: &Params, body: &Expr) -> ScopeInfo {
        let mut scope = ScopeInfo::default();
        for param in params.iter() {
            scope.bind(param.name.name);
        }
        scope.params = scope.names.len();
        scope.scan_expr(body);
        scope
    }

    /// The slot of a name that the scope binds.
    pub fn slot(&self, name: Sym) -> Option<usize> {
        self.slots.get(&name).map(|&slot| slot as usize)
    }

    /// In how many places a name is bound.
    pub fn count(&self, name: Sym) -> u32 {
        self.slot(name).and_then(|slot| self.counts.get(slot).copied()).unwrap_or(0)
    }

    /// Bind a name once more.
    pub fn bind(&mut self, name: Sym) {
        let next = self.names.len() as u32;
        let slot = *self.slots.entry(name).or_insert(next);
        if slot == next {
            self.names.push(name);
            self.counts.push(0);
        }
        if let Some(count) = self.counts.get_mut(slot as usize) {
            *count += 1;
        }
    }

    /// Names declared global or nonlocal are bound elsewhere.
    fn forget_foreign(&mut self) {
        for name in self.globals.iter().chain(&self.nonlocals) {
            self.slots.remove(name);
        }
    }

    fn scan(&mut self, body: &[Stmt]) {
        stacker::maybe_grow(64 << 10, 1 << 20, || {
            for stmt in body {
                self.scan_stmt(stmt);
                exprs_of(stmt, &mut |e| self.scan_expr(e));
                blocks_of(stmt, false, &mut |block| self.scan(block));
            }
        });
    }

    fn scan_stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Assign { targets, .. } | StmtKind::Delete(targets) => {
                targets.iter().for_each(|target| self.bind_target(target));
            }
            StmtKind::AugAssign { target, .. } | StmtKind::AnnAssign { target, .. } | StmtKind::For { target, .. } => {
                self.bind_target(target);
            }
            StmtKind::With { items, .. } => {
                items.iter().filter_map(|item| item.target.as_ref()).for_each(|target| self.bind_target(target));
            }
            StmtKind::Try { handlers, .. } => {
                for name in handlers.iter().filter_map(|handler| handler.name) {
                    self.bind(name.name);
                }
            }
            StmtKind::Global(names) => self.globals.extend(names.iter().map(|name| name.name)),
            StmtKind::Nonlocal(names) => self.nonlocals.extend(names.iter().map(|name| name.name)),
            StmtKind::FunctionDef(def) => {
                self.inner = true;
                self.bind(def.name.name);
            }
            StmtKind::ClassDef(def) => {
                self.inner = true;
                self.bind(def.name.name);
            }
            StmtKind::Import(names) | StmtKind::ImportFrom { names, .. } => {
                for alias in names {
                    if let Some(name) = alias.asname.as_ref().or(alias.path.first()) {
                        self.bind(name.name);
                    }
                }
            }
            _ => {}
        }
    }

    fn bind_target(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Name(name) => self.bind(*name),
            ExprKind::Tuple(items) | ExprKind::List(items) => items.iter().for_each(|item| self.bind_target(item)),
            ExprKind::Starred(inner) => self.bind_target(inner),
            _ => {}
        }
    }

    /// Walrus, yield and lambdas within an expression.
    fn scan_expr(&mut self, e: &Expr) {
        stacker::maybe_grow(64 << 10, 1 << 20, || {
            match &e.kind {
                ExprKind::NamedExpr(name, _) => self.bind(name.name),
                ExprKind::Yield(_) | ExprKind::YieldFrom(_) => self.generator = true,
                ExprKind::Lambda(lambda) => {
                    self.inner = true;
                    for default in lambda.params.iter().filter_map(|param| param.default.as_ref()) {
                        self.scan_expr(default);
                    }
                    return;
                }
                ExprKind::Comp(..) => self.inner = true,
                _ => {}
            }
            children(e, &mut |child| self.scan_expr(child));
        });
    }
}

/// What can be seen of the whole script.
#[derive(Debug, Default)]
pub struct ScriptFacts {
    /// Names of attributes that are assigned anywhere.
    pub stored: FxHashSet<Sym>,
    /// Whether attributes may be assigned by computed names.
    pub dynamic: bool,
    /// Names that a function declares `global` or `nonlocal`.
    pub shared: FxHashSet<Sym>,
    /// Classes that some `except` of the script catches.
    pub caught: FxHashSet<ExcClass>,
    /// Whether sizes of lazy arrays may become known in place.
    pub sized: bool,
    /// Whether a delayed value may be given a length.
    pub nout: bool,
    /// Whether the script writes files, or has it done.
    pub writes: bool,
    /// Names of classes that others inherit from.
    pub bases: FxHashSet<Sym>,
    /// Whether some `except` catches everything, or what is not known.
    pub catches_all: bool,
}

impl ScriptFacts {
    /// Look through a script.
    pub fn of(body: &[Stmt]) -> ScriptFacts {
        let mut facts = ScriptFacts::default();
        let mut names = ScriptFacts::default();
        walk_body(body, &mut |stmt| facts.see(stmt), &mut |e| names.see_expr(e));
        facts.dynamic |= names.dynamic;
        facts.nout = names.nout;
        facts.sized = names.sized;
        facts.writes = names.writes;
        facts
    }

    fn see(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Assign { targets, .. } | StmtKind::Delete(targets) => {
                targets.iter().for_each(|target| self.see_target(target))
            }
            StmtKind::AugAssign { target, .. } | StmtKind::AnnAssign { target, .. } | StmtKind::For { target, .. } => {
                self.see_target(target);
            }
            StmtKind::With { items, .. } => {
                items.iter().filter_map(|item| item.target.as_ref()).for_each(|target| self.see_target(target));
            }
            StmtKind::ClassDef(def) => match def.base.as_ref().map(|base| &base.kind) {
                Some(ExprKind::Name(name)) => {
                    self.bases.insert(*name);
                }
                Some(ExprKind::Attribute(_, name)) => {
                    self.bases.insert(name.name);
                }
                _ => {}
            },
            StmtKind::Global(names) | StmtKind::Nonlocal(names) => {
                self.shared.extend(names.iter().map(|name| name.name))
            }
            StmtKind::Try { handlers, .. } => {
                for handler in handlers {
                    match &handler.class {
                        None => self.catches_all = true,
                        Some(class) => self.see_class(class),
                    }
                }
            }
            _ => {}
        }
    }

    fn see_class(&mut self, class: &Expr) {
        match &class.kind {
            ExprKind::Name(name) => match ExcClass::named(name.as_str()) {
                Some(class) => {
                    self.caught.insert(class);
                }
                None if name.as_str() == "IOError" || name.as_str() == "EnvironmentError" => {
                    self.caught.insert(ExcClass::OSError);
                }
                // A class of the user catches what the user raises; an alias of a built-in one is possible too.
                None => self.catches_all = true,
            },
            ExprKind::Tuple(items) => items.iter().for_each(|item| self.see_class(item)),
            _ => self.catches_all = true,
        }
    }

    fn see_target(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Attribute(_, name) => {
                self.stored.insert(name.name);
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => items.iter().for_each(|item| self.see_target(item)),
            ExprKind::Starred(inner) => self.see_target(inner),
            _ => {}
        }
    }

    fn see_expr(&mut self, e: &Expr) {
        match &e.kind {
            ExprKind::Name(name) => {
                self.dynamic |= matches!(name.as_str(), "setattr" | "delattr" | "vars" | "globals" | "locals")
            }
            ExprKind::Call(callee, args) => {
                self.writes |= writes(callee, args);
                let options = args.iter().filter(|arg| matches!(arg, Arg::Pos(_))).count() > 1
                    || args.iter().any(|arg| matches!(arg, Arg::Star(_) | Arg::DoubleStar(_)));
                let delayed = match &callee.kind {
                    ExprKind::Name(name) => name.as_str() == "delayed",
                    ExprKind::Attribute(_, name) => name.name.as_str() == "delayed",
                    _ => false,
                };
                self.nout |= delayed && options;
                self.nout |=
                    args.iter().any(|arg| matches!(arg, Arg::Keyword(name, _) if name.name.as_str() == "nout"));
            }
            ExprKind::Attribute(_, name) => {
                self.dynamic |= matches!(name.name.as_str(), "__dict__" | "__setattr__" | "__class__");
                self.sized |= matches!(name.name.as_str(), "compute_chunk_sizes" | "_chunks");
            }
            _ => {}
        }
    }
}

/// Functions by which files come to be, are moved or are changed.
const WRITERS: &[&str] = &[
    "to_textfiles",
    "to_avro",
    "write_text",
    "write_bytes",
    "write",
    "writelines",
    "dump",
    "rename",
    "copy2",
    "copyfile",
    "copytree",
    "move",
    "symlink",
    "link",
    "chdir",
    "system",
    "run",
    "Popen",
    "call",
    "check_call",
    "check_output",
    "save",
    "savetxt",
    "tofile",
    "NamedTemporaryFile",
    "TemporaryDirectory",
    "mkdtemp",
    "mkstemp",
];

/// Whether a call writes files.
fn writes(callee: &Expr, args: &[Arg]) -> bool {
    let name = match &callee.kind {
        ExprKind::Name(name) => name.as_str(),
        ExprKind::Attribute(_, name) => name.name.as_str(),
        _ => return false,
    };
    if name != "open" {
        return WRITERS.contains(&name);
    }
    let mode = args.iter().find_map(|arg| match arg {
        Arg::Keyword(name, mode) if name.name.as_str() == "mode" => Some(mode),
        _ => None,
    });
    let by_place = args.iter().filter(|arg| matches!(arg, Arg::Pos(_))).nth(1).map(Arg::value);
    match mode.or(by_place).map(|mode| &mode.kind) {
        None => false,
        Some(ExprKind::Str(mode)) => mode.contains(['w', 'a', 'x', '+']),
        Some(_) => true,
    }
}
