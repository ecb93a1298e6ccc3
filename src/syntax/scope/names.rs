//! What the first pass notes of each scope: its names, in order, and how they are used.

use rustc_hash::FxHashMap;

use super::{ScopeId, ScopeKind};
use crate::data::Sym;
use crate::source::Span;
use crate::syntax::error::SyntaxError;

/// How a name is used in a scope, and where first.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Usage {
    pub(super) used: Option<Span>,
    pub(super) bound: Option<Span>,
    pub(super) global: Option<Span>,
    pub(super) nonlocal: Option<Span>,
    pub(super) annotated: Option<Span>,
    pub(super) param: bool,
    /// It is the target of a `for` of this comprehension.
    pub(super) iterates: bool,
    /// An assignment expression inside a comprehension of this scope binds it.
    pub(super) from_inner: bool,
}

/// A scope as the first pass leaves it.
#[derive(Debug)]
pub(super) struct Raw {
    pub(super) kind: ScopeKind,
    pub(super) name: Sym,
    pub(super) span: Span,
    pub(super) parent: ScopeId,
    pub(super) children: Vec<ScopeId>,
    pub(super) order: Vec<Sym>,
    pub(super) names: FxHashMap<Sym, Usage>,
    pub(super) is_generator: bool,
}

impl Raw {
    pub(super) fn new(kind: ScopeKind, name: &str, span: Span, parent: ScopeId) -> Raw {
        let (name, order, names) = (Sym::new(name), Vec::new(), FxHashMap::default());
        Raw { kind, name, span, parent, children: Vec::new(), order, names, is_generator: false }
    }

    /// The notes of a name, new if need be.
    pub(super) fn usage(&mut self, name: Sym) -> &mut Usage {
        self.names.entry(name).or_insert_with(|| {
            self.order.push(name);
            Usage::default()
        })
    }
}

/// All the first pass found.
#[derive(Debug, Default)]
pub(super) struct Collected {
    pub(super) scopes: Vec<Raw>,
    pub(super) errors: Vec<SyntaxError>,
}
