//! Declarations of stdlib/ as the checker reads them: signatures, classes, constants, each on first use.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::ann::Ann;
use super::prelude::{self, Decl, Kind};
use super::sig::Sig;
use crate::data::Sym;
use crate::syntax::ast::{Expr, ExprKind, FunctionDef, StmtKind};

/// A declared function, with one signature for each `@overload`.
#[derive(Debug)]
pub struct DeclFn {
    /// Qualified: `len`, `str.split`, `math.sqrt`, `dask.array.ones`.
    pub name: Arc<str>,
    /// The last part of it.
    pub short: Sym,
    /// The module that declares it.
    pub module: Arc<str>,
    /// What it is within its class.
    pub kind: FnKind,
    /// Its signatures.
    pub variants: Vec<DeclSig>,
}

impl DeclFn {
    /// A function of the embedding program.
    pub fn registered(def: &FunctionDef) -> DeclFn {
        let short = def.name.name;
        let module = Arc::from("__main__");
        let name = format!("__main__.{short}").into();
        DeclFn { name, short, module, kind: FnKind::Plain, variants: vec![signature(def)] }
    }
}

/// How a function is found on a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FnKind {
    /// A function of a module.
    Plain,
    /// A method.
    Method,
    /// `@property`.
    Property,
    /// `@staticmethod`.
    Static,
    /// `@classmethod`.
    Class,
}

/// One signature.
#[derive(Debug)]
pub struct DeclSig {
    /// The parameters; of a method `self` among them.
    pub sig: Sig,
    /// What each slot accepts.
    pub anns: Vec<Ann>,
    /// The default of each slot, where it is a literal.
    pub defaults: Vec<Option<Expr>>,
    /// What it gives.
    pub returns: Ann,
}

/// A declared class.
pub struct DeclClass {
    /// Qualified: `str`, `collections.Counter`, `dask.array.Array`.
    pub name: Arc<str>,
    /// The last part of it.
    pub short: Sym,
    /// The module that declares it.
    pub module: Arc<str>,
    /// The base class, as written.
    pub base: Option<Sym>,
    decl: Option<Arc<Decl>>,
    cache: RefCell<FxHashMap<Sym, Option<Member>>>,
}

impl std::fmt::Debug for DeclClass {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}

impl DeclClass {
    /// A class that has no members, such as `None`'s.
    pub fn empty(name: &str) -> DeclClass {
        DeclClass {
            name: name.into(),
            short: Sym::new(name),
            module: "builtins".into(),
            base: None,
            decl: None,
            cache: RefCell::default(),
        }
    }

    /// How Python's messages call it: `datetime.date`, but `str`.
    pub fn python_name(&self) -> String {
        match &*self.module {
            "datetime" | "collections" => format!("{}.{}", self.module, self.short),
            "builtins" if self.short.as_str() == "TextIOWrapper" => "_io.TextIOWrapper".to_owned(),
            _ => self.short.to_string(),
        }
    }

    /// One of its own members.
    pub fn member(&self, name: Sym) -> Option<Member> {
        if let Some(found) = self.cache.borrow().get(&name) {
            return found.clone();
        }
        let found =
            self.decl.as_ref().and_then(|decl| decl.members().get(name.as_str())).and_then(|decl| build(decl, true));
        self.cache.borrow_mut().insert(name, found.clone());
        found
    }

    /// Whether nothing is declared of it.
    pub fn is_bare(&self) -> bool {
        self.decl.as_ref().is_some_and(|decl| decl.members().iter().next().is_none())
    }

    /// The names of its own members.
    pub fn names(&self) -> Vec<&'static str> {
        self.decl.as_ref().map(|decl| decl.members().iter().map(|decl| decl.name).collect()).unwrap_or_default()
    }
}

/// What a module or class declares under a name.
#[derive(Debug, Clone)]
pub enum Member {
    /// A function.
    Fn(Rc<DeclFn>),
    /// A class.
    Class(Rc<DeclClass>),
    /// A constant or variable: its type, and its value if that is a literal.
    Const(Ann, Option<Expr>),
    /// A name of another module: that module, and the name in it.
    Alias(Arc<str>, Sym),
    /// A module.
    Module(Arc<str>),
}

/// A declared module.
pub struct DeclModule {
    /// Its dotted name.
    pub name: Arc<str>,
    decls: Arc<prelude::DeclModule>,
    cache: RefCell<FxHashMap<Sym, Option<Member>>>,
}

impl std::fmt::Debug for DeclModule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}

impl DeclModule {
    /// What it declares under a name.
    pub fn member(&self, name: Sym) -> Option<Member> {
        if let Some(found) = self.cache.borrow().get(&name) {
            return found.clone();
        }
        let found = self.decls.get(name.as_str()).and_then(|decl| build(decl, false));
        self.cache.borrow_mut().insert(name, found.clone());
        found
    }

    /// The names it declares.
    pub fn names(&self) -> Vec<&'static str> {
        self.decls.names.iter().map(|decl| decl.name).collect()
    }
}

/// All declarations, read on first use.
#[derive(Default)]
pub struct Decls {
    modules: RefCell<FxHashMap<String, Option<Rc<DeclModule>>>>,
}

thread_local! {
    static DECLS: Rc<Decls> = Rc::default();
}

impl Decls {
    /// The declarations of this thread.
    pub fn shared() -> Rc<Decls> {
        DECLS.with(Rc::clone)
    }

    /// A declared module.
    pub fn module(&self, name: &str) -> Option<Rc<DeclModule>> {
        if let Some(found) = self.modules.borrow().get(name) {
            return found.clone();
        }
        let made = prelude::module(name)
            .map(|decls| Rc::new(DeclModule { name: name.into(), decls, cache: RefCell::default() }));
        self.modules.borrow_mut().insert(name.to_owned(), made.clone());
        made
    }

    /// What a module has under a name, aliases followed, submodules included.
    pub fn member(&self, module: &str, name: Sym) -> Option<Member> {
        self.member_at(module, name, 8)
    }

    fn member_at(&self, module: &str, name: Sym, depth: usize) -> Option<Member> {
        let found = self.module(module)?.member(name);
        match found {
            Some(Member::Alias(other, there)) if depth > 0 => self.member_at(&other, there, depth - 1),
            Some(Member::Alias(..)) => None,
            Some(member) => Some(member),
            None => {
                let dotted = format!("{module}.{name}");
                prelude::is_declared(&dotted).then(|| Member::Module(Arc::from(dotted)))
            }
        }
    }

    /// A builtin name.
    pub fn builtin(&self, name: Sym) -> Option<Member> {
        match self.member("builtins", name) {
            Some(Member::Module(_)) | None => None,
            found => found,
        }
    }

    /// A class by the name that an annotation in a module uses.
    pub fn class(&self, module: &str, name: Sym) -> Option<Rc<DeclClass>> {
        for place in [module, "builtins", "numpy", "dask.array", "dask.delayed", "collections", "datetime"] {
            if let Some(Member::Class(class)) = self.member(place, name) {
                return Some(class);
            }
        }
        None
    }

    /// A member of a class or of its bases.
    pub fn class_member(&self, class: &DeclClass, name: Sym) -> Option<Member> {
        if let Some(found) = class.member(name) {
            return Some(found);
        }
        let (mut base, mut module) = (class.base, class.module.clone());
        for _ in 0..16 {
            let class = self.class(&module, base?)?;
            if let Some(found) = class.member(name) {
                return Some(found);
            }
            base = class.base;
            module = class.module.clone();
        }
        None
    }

    /// Whether a class is another one or inherits from it.
    pub fn is_a(&self, class: &Rc<DeclClass>, other: &Rc<DeclClass>) -> bool {
        let mut at = class.clone();
        for _ in 0..16 {
            if Rc::ptr_eq(&at, other) {
                return true;
            }
            match at.base.and_then(|base| self.class(&at.module, base)) {
                Some(base) => at = base,
                None => return false,
            }
        }
        false
    }

    /// The names of a class's members, those of its bases too.
    pub fn class_names(&self, class: &DeclClass) -> Vec<&'static str> {
        let mut names = class.names();
        let (mut base, mut module) = (class.base, class.module.clone());
        for _ in 0..16 {
            let Some(class) = base.and_then(|base| self.class(&module, base)) else { break };
            names.extend(class.names());
            base = class.base;
            module = class.module.clone();
        }
        names
    }
}

/// What a declaration means to the checker.
fn build(decl: &Arc<Decl>, in_class: bool) -> Option<Member> {
    Some(match decl.kind {
        Kind::Function => Member::Fn(Rc::new(function(decl, in_class))),
        Kind::Class => Member::Class(Rc::new(DeclClass {
            name: decl.qualified.as_str().into(),
            short: Sym::new(decl.name),
            module: decl.module.into(),
            base: decl.base().map(|base| Sym::new(base.rsplit('.').next().unwrap_or(base))),
            decl: Some(decl.clone()),
            cache: RefCell::default(),
        })),
        Kind::Constant | Kind::Assign => constant(decl)?,
        Kind::Import => {
            let import = decl.import?;
            match import.name {
                None => Member::Module(import.module.into()),
                Some(name) => Member::Alias(import.module.into(), Sym::new(name)),
            }
        }
    })
}

fn constant(decl: &Decl) -> Option<Member> {
    Some(match &decl.parsed().body.first()?.kind {
        StmtKind::AnnAssign { annotation, value, .. } => Member::Const(Ann::read(annotation), value.clone()),
        // `a = b` gives `b` a second name.
        StmtKind::Assign { value, .. } => match &value.kind {
            ExprKind::Name(other) => Member::Alias(decl.module.into(), *other),
            _ => Member::Const(Ann::Any, None),
        },
        _ => return None,
    })
}

fn function(decl: &Arc<Decl>, in_class: bool) -> DeclFn {
    // What sets an attribute says nothing of reading it.
    let reads = |def: &&Arc<FunctionDef>| !decorated(def, "setter") && !decorated(def, "deleter");
    let defs: Vec<&Arc<FunctionDef>> = decl.functions().filter(reads).collect();
    let overloads: Vec<&Arc<FunctionDef>> = defs.iter().copied().filter(|def| decorated(def, "overload")).collect();
    // The last one is what is called: what it takes is right too.
    let last = defs.last().copied().filter(|def| !decorated(def, "overload"));
    let used: Vec<&Arc<FunctionDef>> = overloads.into_iter().chain(last).collect();
    let kind = match (in_class, used.first()) {
        (true, Some(def)) if decorated(def, "property") => FnKind::Property,
        (true, Some(def)) if decorated(def, "staticmethod") => FnKind::Static,
        (true, Some(def)) if decorated(def, "classmethod") => FnKind::Class,
        (true, _) => FnKind::Method,
        (false, _) => FnKind::Plain,
    };
    let variants = used.into_iter().map(|def| signature(def)).collect();
    DeclFn {
        name: decl.qualified.as_str().into(),
        short: Sym::new(decl.name),
        module: decl.module.into(),
        kind,
        variants,
    }
}

fn signature(def: &FunctionDef) -> DeclSig {
    DeclSig {
        sig: Sig::of(&def.params),
        anns: def.params.iter().map(|param| param.annotation.as_ref().map_or(Ann::Any, Ann::read)).collect(),
        defaults: def.params.iter().map(|param| param.default.clone()).collect(),
        returns: def.returns.as_ref().map_or(Ann::Any, Ann::read),
    }
}

/// Whether a function carries a decorator of this name.
pub fn decorated(def: &FunctionDef, name: &str) -> bool {
    def.decorators.iter().any(|decorator| match &decorator.kind {
        ExprKind::Name(found) => found.as_str() == name,
        ExprKind::Attribute(_, found) => found.name.as_str() == name,
        _ => false,
    })
}
