//! Where each name lives: register, cell, captured variable, module, class body.
//!
//! List, set and dict comprehensions run inside the function around them, with variables of their own; generator expressions are
//! functions. That is what differs from CPython's symbol table (`syntax::scope`), which the checker uses.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::data::Sym;
use crate::syntax::ast::Params;

/// Which construct opens a scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// The text as a whole.
    Module,
    /// `def`, `lambda`, a generator expression.
    Function,
    /// A class body.
    Class,
    /// A comprehension that runs in the function around it.
    Comp,
}

/// What opens a scope, as a key: byte offset of the name of a `def` or `class`, or id of an expression.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Key {
    /// The module.
    Module,
    /// A `def` or `class`.
    Named(u32),
    /// A lambda or comprehension.
    Expr(u32),
}

/// Where a name lives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// A register of the scope with this number.
    Local(usize),
    /// A cell of the scope with this number.
    Cell(usize),
    /// Captured from an outer function.
    Free,
    /// The module.
    Global,
    /// The class body that is running.
    Class,
}

/// One scope.
pub struct Scope {
    /// What opened it.
    pub kind: Kind,
    parent: Option<usize>,
    /// Names it binds, in order.
    pub bound: Vec<Sym>,
    bound_set: FxHashSet<Sym>,
    globals: FxHashSet<Sym>,
    nonlocals: FxHashSet<Sym>,
    used: Vec<Sym>,
    used_set: FxHashSet<Sym>,
    /// Bound names that inner functions share.
    pub captured: FxHashSet<Sym>,
    /// Names captured from outer functions.
    pub frees: Vec<Sym>,
    /// Whether it holds a `yield`.
    pub generator: bool,
    /// Whether it is a generator expression.
    pub lazy: bool,
    /// Whether it or a comprehension in it holds a walrus: operands are then copied before what follows runs.
    pub walrus: bool,
}

/// All scopes of a module.
pub struct Scopes {
    /// The scopes.
    pub all: Vec<Scope>,
    keys: FxHashMap<Key, usize>,
    class_cell: Sym,
    /// Whether annotations are kept as text (`from __future__ import annotations`).
    pub text_annotations: bool,
}

impl Scopes {
    /// With the module's own scope, number 0.
    pub fn new() -> Scopes {
        let mut made = Scopes {
            all: Vec::new(),
            keys: FxHashMap::default(),
            class_cell: Sym::new("__class__"),
            text_annotations: false,
        };
        made.open(Key::Module, Kind::Module, None);
        made
    }

    /// A new scope.
    pub fn open(&mut self, key: Key, kind: Kind, parent: Option<usize>) -> usize {
        let number = self.all.len();
        self.all.push(Scope {
            kind,
            parent,
            bound: Vec::new(),
            bound_set: FxHashSet::default(),
            globals: FxHashSet::default(),
            nonlocals: FxHashSet::default(),
            used: Vec::new(),
            used_set: FxHashSet::default(),
            captured: FxHashSet::default(),
            frees: Vec::new(),
            generator: false,
            lazy: false,
            walrus: false,
        });
        self.keys.insert(key, number);
        number
    }

    /// The scope that a construct opened.
    pub fn number(&self, key: Key) -> usize {
        self.keys.get(&key).copied().unwrap_or(0)
    }

    /// Bind a name.
    pub fn bind(&mut self, at: usize, name: Sym) {
        let scope = &mut self.all[at];
        if scope.bound_set.insert(name) {
            scope.bound.push(name);
        }
    }

    /// Bind all parameters, in the order of their slots.
    pub fn bind_params(&mut self, at: usize, params: &Params) {
        for param in params.iter() {
            self.bind(at, param.name.name);
        }
    }

    /// Use a name.
    pub fn use_name(&mut self, at: usize, name: Sym) {
        let scope = &mut self.all[at];
        if scope.used_set.insert(name) {
            scope.used.push(name);
        }
    }

    /// `global name`.
    pub fn global(&mut self, at: usize, name: Sym) {
        self.all[at].globals.insert(name);
    }

    /// `nonlocal name`.
    pub fn nonlocal(&mut self, at: usize, name: Sym) {
        self.all[at].nonlocals.insert(name);
        self.use_name(at, name);
    }

    /// The scope whose variable a walrus in scope `at` assigns: comprehensions have none of their own.
    pub fn walrus_target(&mut self, at: usize, name: Sym) -> usize {
        let mut target = self.host(at);
        let mut passed = Vec::new();
        while self.all[target].lazy {
            passed.push(target);
            target = self.host(self.all[target].parent.unwrap_or(0));
        }
        for scope in passed {
            if self.all[target].kind == Kind::Module {
                self.global(scope, name);
            } else {
                self.nonlocal(scope, name);
            }
        }
        target
    }

    /// The function, class body or module that a scope runs in.
    pub fn host(&self, mut at: usize) -> usize {
        while self.all[at].kind == Kind::Comp {
            at = self.all[at].parent.unwrap_or(0);
        }
        at
    }

    /// Find what is captured, once all names are known.
    pub fn resolve(&mut self) {
        for at in 0..self.all.len() {
            let names = self.all[at].used.clone();
            for name in names {
                self.capture(at, name);
            }
        }
    }

    /// If `name`, used in scope `at`, is a variable of an outer function: share it and pass it down.
    fn capture(&mut self, at: usize, name: Sym) {
        let Some(owner) = self.owner(at, name) else { return };
        let (home, user) = (self.host(owner), self.host(at));
        if home == user {
            return;
        }
        self.all[owner].captured.insert(name);
        let mut between = Some(user);
        while let Some(scope) = between {
            if scope == home {
                break;
            }
            if self.all[scope].kind != Kind::Comp && !self.all[scope].frees.contains(&name) {
                self.all[scope].frees.push(name);
            }
            between = self.all[scope].parent;
        }
    }

    /// The scope whose variable (register or cell) a name used in `at` means; `None`: the module's or a class body's own.
    fn owner(&self, at: usize, name: Sym) -> Option<usize> {
        let mut next = Some(at);
        let mut own = true;
        while let Some(number) = next {
            let scope = &self.all[number];
            let direct = own;
            own = own && scope.kind == Kind::Comp;
            next = scope.parent;
            match scope.kind {
                Kind::Module => return None,
                _ if scope.globals.contains(&name) => return None,
                Kind::Class if name == self.class_cell && !direct => return Some(number),
                Kind::Class if direct && number == at && scope.bound_set.contains(&name) => {
                    if scope.nonlocals.contains(&name) {
                        continue;
                    }
                    return None;
                }
                Kind::Class => continue,
                _ if scope.bound_set.contains(&name) && !scope.nonlocals.contains(&name) => return Some(number),
                _ => {}
            }
        }
        None
    }

    /// Where a name used in scope `at` lives, seen from the code that runs there.
    pub fn place(&self, at: usize, name: Sym) -> Place {
        let here = &self.all[at];
        let direct_class = here.kind == Kind::Class && !here.globals.contains(&name);
        match self.owner(at, name) {
            Some(owner) if self.host(owner) == self.host(at) => {
                if self.all[owner].captured.contains(&name) {
                    Place::Cell(owner)
                } else {
                    Place::Local(owner)
                }
            }
            Some(_) => Place::Free,
            None if direct_class && here.bound_set.contains(&name) => Place::Class,
            None => Place::Global,
        }
    }

    /// Whether the class scope needs a cell for `__class__`.
    pub fn needs_class_cell(&self, at: usize) -> bool {
        self.all[at].captured.contains(&self.class_cell)
    }

    /// The comprehensions that run in the function, class body or module `host`.
    pub fn comps_of(&self, host: usize) -> Vec<usize> {
        (0..self.all.len()).filter(|&at| self.all[at].kind == Kind::Comp && self.host(at) == host).collect()
    }
}
