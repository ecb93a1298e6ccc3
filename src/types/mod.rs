//! Types: the whole script is interpreted abstractly before its first statement runs.

mod absent;
pub mod ann;
pub mod arrays;
pub mod check;
pub mod decl;
pub mod env;
pub mod error;
pub mod fit;
pub mod join;
pub mod known;
pub mod prelude;
pub mod records;
pub mod rules;
pub mod show;
pub mod sig;
pub mod ty;

use crate::syntax::Scopes;
use crate::syntax::ast::{Module, NodeId};

pub use check::except::Catch;
pub use env::{Desc, Env};
pub use error::{CheckError, Fault};
pub use ty::Ty;

/// A module that was checked: the only thing that the interpreter accepts.
#[derive(Debug)]
pub struct Typed {
    module: Module,
    scopes: Scopes,
    types: Vec<Ty>,
}

impl Typed {
    /// A module with the types of its expressions.
    pub(crate) fn new(module: Module, scopes: Scopes, types: Vec<Ty>) -> Typed {
        Typed { module, scopes, types }
    }

    /// The module.
    pub fn module(&self) -> &Module {
        &self.module
    }

    /// What its names mean.
    pub fn scopes(&self) -> &Scopes {
        &self.scopes
    }

    /// The type of an expression, as the checker saw it; `Any` where it was never reached.
    pub fn type_of(&self, node: NodeId) -> &Ty {
        self.types.get(node.0 as usize).unwrap_or(&Ty::Any)
    }
}

/// What the checker found.
#[derive(Debug)]
pub struct Checked {
    /// The module with its types.
    pub typed: Typed,
    /// What certainly raises, sorted by place.
    pub errors: Vec<CheckError>,
    /// What is likely a mistake.
    pub warnings: Vec<error::Warning>,
}

/// What a module's text tells of what other modules have to know.
#[derive(Debug, Default)]
pub struct Outside {
    /// What its `try`s catch.
    pub caught: Catch,
    /// Attributes that it assigns, on modules perhaps.
    pub stored: Vec<crate::data::Sym>,
}

impl Outside {
    /// Add what another module's text tells.
    pub fn add(&mut self, module: &Module) {
        let facts = check::scan::ScriptFacts::of(&module.body);
        self.caught.all |= facts.catches_all;
        self.caught.classes.extend(facts.caught.iter().copied());
        self.stored.extend(facts.stored.iter().copied());
    }
}

/// Check a module.
pub fn check(module: Module, scopes: Scopes, env: &Env<'_>) -> Checked {
    check::check_module(module, scopes, env)
}
