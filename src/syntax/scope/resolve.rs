//! The second pass: from what each scope notes to what each name means, the slots and the captures.

use rustc_hash::FxHashMap;

use super::names::{Collected, Raw, Usage};
use super::{Binding, Capture, Scope, ScopeId, ScopeKind, Scopes};
use crate::data::Sym;
use crate::syntax::error::SyntaxError;

pub(super) fn resolve(collected: Collected) -> (Scopes, Vec<SyntaxError>) {
    let Collected { scopes: raws, errors } = collected;
    let all = raws.iter().map(begin).collect();
    let mut r = Resolver { raws, out: Scopes { all }, errors };
    // Parents come before children, so a captured local has its slot when it is asked for.
    for at in 0..r.raws.len() {
        r.scope(ScopeId(at as u32));
    }
    for scope in &mut r.out.all {
        scope.cells.sort_unstable();
    }
    (r.out, r.errors)
}

/// A scope with its own names, before those of others are looked up.
fn begin(raw: &Raw) -> Scope {
    let mut scope = Scope {
        kind: raw.kind,
        name: raw.name,
        span: raw.span,
        parent: raw.parent,
        children: raw.children.clone(),
        locals: Vec::new(),
        params: 0,
        cells: Vec::new(),
        free: Vec::new(),
        captures: Vec::new(),
        globals: Vec::new(),
        bound: Vec::new(),
        is_generator: raw.is_generator,
        needs_class_cell: false,
        names: FxHashMap::default(),
    };
    for &name in &raw.order {
        let Some(usage) = raw.names.get(&name) else { continue };
        if usage.bound.is_none() || usage.global.is_some() || usage.nonlocal.is_some() {
            continue;
        }
        let binding = match raw.kind {
            ScopeKind::Module => Binding::Global,
            ScopeKind::Class => Binding::Class,
            _ => {
                scope.locals.push(name);
                scope.params += u32::from(usage.param);
                Binding::Local(scope.locals.len() as u32 - 1)
            }
        };
        if !raw.kind.is_function() {
            scope.bound.push(name);
        }
        scope.names.insert(name, binding);
    }
    scope
}

struct Resolver {
    raws: Vec<Raw>,
    out: Scopes,
    errors: Vec<SyntaxError>,
}

impl Resolver {
    fn scope(&mut self, id: ScopeId) {
        let Some(raw) = self.raws.get(id.0 as usize) else { return };
        let order = raw.order.clone();
        for name in order {
            let usage = self.raws.get(id.0 as usize).and_then(|r| r.names.get(&name)).copied().unwrap_or_default();
            self.name(id, name, usage);
        }
    }

    fn name(&mut self, id: ScopeId, name: Sym, usage: Usage) {
        if let (Some(global), Some(_)) = (usage.global, usage.nonlocal) {
            self.errors.push(SyntaxError::new(global, format!("name '{name}' is nonlocal and global")));
        }
        if usage.global.is_none()
            && let Some(span) = usage.nonlocal
        {
            if self.capture(id, name).is_none() {
                let error = SyntaxError::new(span, format!("no binding for nonlocal '{name}' found"));
                self.errors.push(
                    error
                        .because("no enclosing function binds this name")
                        .help("for a variable of the module, write `global`"),
                );
            }
            return;
        }
        let known = self.out.get(id).is_some_and(|s| s.names.contains_key(&name));
        let module = id == ScopeId(0);
        if known && !module {
            return;
        }
        if usage.global.is_some() || module || self.capture(id, name).is_none() {
            self.global(id, name);
        }
    }

    fn global(&mut self, id: ScopeId, name: Sym) {
        if let Some(scope) = self.out.all.get_mut(id.0 as usize) {
            scope.names.insert(name, Binding::Global);
            scope.globals.push(name);
        }
    }

    /// Make `name`, which scope `id` does not bind, a free variable of it. None if no enclosing function binds it.
    fn capture(&mut self, id: ScopeId, name: Sym) -> Option<Binding> {
        let scope = self.out.get(id)?;
        if let Some(&Binding::Free(at)) = scope.names.get(&name) {
            return Some(Binding::Free(at));
        }
        let parent = scope.parent;
        let capture = stacker::maybe_grow(64 << 10, 1 << 20, || self.find(parent, name, id))?;
        let scope = self.out.all.get_mut(id.0 as usize)?;
        scope.free.push(name);
        scope.captures.push(capture);
        let binding = Binding::Free(scope.free.len() as u32 - 1);
        // A class body that binds the name itself still passes the outer variable on to its methods.
        if scope.names.get(&name) != Some(&Binding::Class) {
            scope.names.insert(name, binding);
        }
        Some(binding)
    }

    /// Where the scope `from` has `name` for a scope directly inside it.
    fn find(&mut self, from: ScopeId, name: Sym, inner: ScopeId) -> Option<Capture> {
        if from == ScopeId(0) || inner == ScopeId(0) {
            return None;
        }
        let scope = self.out.all.get_mut(from.0 as usize)?;
        if scope.kind == ScopeKind::Class && name.as_str() == "__class__" {
            scope.needs_class_cell = true;
            return Some(Capture::Class);
        }
        if let Some(at) = scope.free.iter().position(|&n| n == name) {
            return Some(Capture::Free(at as u32));
        }
        match scope.names.get(&name).copied() {
            Some(Binding::Cell(slot)) => return Some(Capture::Cell(slot)),
            Some(Binding::Local(slot)) => {
                scope.names.insert(name, Binding::Cell(slot));
                scope.cells.push(slot);
                return Some(Capture::Cell(slot));
            }
            _ => {}
        }
        let declared = self.raws.get(from.0 as usize).and_then(|r| r.names.get(&name));
        if scope.kind != ScopeKind::Class && declared.is_some_and(|u| u.global.is_some()) {
            return None;
        }
        match self.capture(from, name)? {
            Binding::Free(at) => Some(Capture::Free(at)),
            _ => None,
        }
    }
}
