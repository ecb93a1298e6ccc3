//! Which name means what: CPython's symbol table. For each module, class, function, lambda and comprehension: its
//! locals with dense slots, which of them inner functions capture, what it captures itself, and what is global.

mod collect;
mod names;
mod resolve;

use rustc_hash::FxHashMap;

use crate::data::Sym;
use crate::source::Span;

use super::ast::Module;
use super::error::SyntaxError;

/// Number of a scope in its [`Scopes`], in source order; 0 is the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct ScopeId(pub u32);

/// What a scope belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeKind {
    /// The whole text.
    Module,
    /// A class body.
    Class,
    /// A `def`.
    Function,
    /// A `lambda`.
    Lambda,
    /// A comprehension or generator expression: a function whose one parameter, `.0` in slot 0, is the iterator of
    /// its first `for` (whose iterable is evaluated outside).
    Comprehension,
}

impl ScopeKind {
    /// Whether it has slots: a function, a lambda or a comprehension.
    pub fn is_function(self) -> bool {
        matches!(self, ScopeKind::Function | ScopeKind::Lambda | ScopeKind::Comprehension)
    }
}

/// What a name means in a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    /// A local that no inner function uses, by its slot.
    Local(u32),
    /// A local that inner functions share, by its slot: its value lives in a cell.
    Cell(u32),
    /// A variable of an enclosing function, by its index in [`Scope::free`].
    Free(u32),
    /// A global of the module, or a builtin.
    Global,
    /// In a class body: looked up in the namespace of the class, then among the globals.
    Class,
}

/// Where a scope gets a free variable from when its function is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capture {
    /// A cell of the enclosing scope, by its slot.
    Cell(u32),
    /// A free variable of the enclosing scope, by its index.
    Free(u32),
    /// The class that the enclosing class body makes (`__class__`).
    Class,
}

/// One scope.
#[derive(Clone, Debug)]
pub struct Scope {
    /// What it belongs to.
    pub kind: ScopeKind,
    /// Name of the function or class; `<module>`, `<lambda>`, `<listcomp>` and so on otherwise, as in tracebacks.
    pub name: Sym,
    /// Where it stands: the header, or the whole lambda or comprehension.
    pub span: Span,
    /// The scope around it; the module is its own.
    pub parent: ScopeId,
    /// The scopes directly inside, in source order.
    pub children: Vec<ScopeId>,
    /// Its locals by slot: parameters in the order of `Params::iter`, then the others as they are first bound.
    /// Empty for a module and a class.
    pub locals: Vec<Sym>,
    /// How many of the locals are parameters.
    pub params: u32,
    /// Slots whose value lives in a cell, ascending.
    pub cells: Vec<u32>,
    /// The variables of enclosing functions that it, or what is inside it, uses.
    pub free: Vec<Sym>,
    /// Where each of `free` comes from.
    pub captures: Vec<Capture>,
    /// The globals and builtins it uses or binds, in order of appearance.
    pub globals: Vec<Sym>,
    /// The names a module or class body binds, in order.
    pub bound: Vec<Sym>,
    /// A `yield` stands directly in it.
    pub is_generator: bool,
    /// In a class: a method uses `__class__` or `super`.
    pub needs_class_cell: bool,
    names: FxHashMap<Sym, Binding>,
}

impl Scope {
    /// What a name means here. A name that does not occur in the scope is global.
    pub fn binding(&self, name: Sym) -> Binding {
        self.names.get(&name).copied().unwrap_or(Binding::Global)
    }

    /// The slot of a local.
    pub fn slot(&self, name: Sym) -> Option<u32> {
        match self.names.get(&name) {
            Some(Binding::Local(slot) | Binding::Cell(slot)) => Some(*slot),
            _ => None,
        }
    }

    /// All names of the scope and what they mean, in no order.
    pub fn names(&self) -> impl Iterator<Item = (Sym, Binding)> + '_ {
        self.names.iter().map(|(name, binding)| (*name, *binding))
    }
}

/// All scopes of a module.
#[derive(Clone, Debug, Default)]
pub struct Scopes {
    all: Vec<Scope>,
}

impl Scopes {
    /// The scopes of a module that [`super::parse()`] accepted.
    pub fn of(module: &Module) -> Scopes {
        analyse(module).0
    }

    /// The scope of the module.
    pub fn module(&self) -> ScopeId {
        ScopeId(0)
    }

    /// The scope with this number, if there is one.
    pub fn get(&self, id: ScopeId) -> Option<&Scope> {
        self.all.get(id.0 as usize)
    }

    /// How many scopes there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Never: there is always the module.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

/// The scopes, and what CPython's compiler says of names and of statements out of place.
pub(super) fn analyse(module: &Module) -> (Scopes, Vec<SyntaxError>) {
    let collected = collect::collect(module);
    resolve::resolve(collected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    /// Each scope as one line: name, locals (cells with `*`), free variables, globals.
    fn show(text: &str) -> Vec<String> {
        let module = crate::syntax::parse(text, FileId(0)).unwrap();
        let scopes = Scopes::of(&module);
        let line = |s: &Scope| {
            let local = |(slot, name): (usize, &Sym)| {
                format!("{name}{}", if s.cells.contains(&(slot as u32)) { "*" } else { "" })
            };
            let locals: Vec<_> = s.locals.iter().enumerate().map(local).collect();
            let free: Vec<_> = s.free.iter().zip(&s.captures).map(|(n, c)| format!("{n}={c:?}")).collect();
            let globals: Vec<_> = s.globals.iter().map(|n| n.as_str()).collect();
            format!("{}: {} | {} | {}", s.name, locals.join(" "), free.join(" "), globals.join(" "))
        };
        scopes.all.iter().map(line).collect()
    }

    #[test]
    fn closures_share_cells() {
        let text = "def f(a, *b, c=1):\n    def g():\n        nonlocal a\n        a = c + len(b)\n        return lambda: (a, d)\n    d = 2\n    return g\n";
        let want = [
            "<module>:  |  | f",
            "f: a* c* b* g d* |  | ",
            "g:  | a=Cell(0) c=Cell(1) b=Cell(2) d=Cell(4) | len",
            "<lambda>:  | a=Free(0) d=Free(3) | ",
        ];
        assert_eq!(show(text), want);
    }

    #[test]
    fn class_names_hide_from_methods() {
        let text = "def f(x):\n    class A:\n        y = x\n        x = 1\n        def g(self):\n            return x, y, super()\n    return A\n";
        let scopes = show(text);
        assert_eq!(scopes[2], "A:  | x=Cell(0) | ");
        assert_eq!(scopes[3], "g: self | x=Free(0) __class__=Class | y super");
    }

    #[test]
    fn comprehensions_are_functions() {
        let text = "def f(n):\n    k = 2\n    return [k * x for x in range(n) if (last := x)], last\n";
        let scopes = show(text);
        assert_eq!(scopes[1], "f: n k* last* |  | range");
        assert_eq!(scopes[2], "<listcomp>: .0 x | last=Cell(2) k=Cell(1) | ");
    }

    #[test]
    fn declared_globals_stay_global() {
        let text = "def f():\n    global x\n    x = 1\n    def g():\n        return x\n";
        assert_eq!(show(text)[2], "g:  |  | x");
    }
}
