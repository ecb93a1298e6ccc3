//! Names: what a name means where it stands, assignment, and names that mean nothing.

use std::rc::Rc;

use super::Checker;
use super::flow::{Bound, Cells, FrameKind, Var};
use super::scan::ScopeInfo;
use crate::data::suggest::nearest;
use crate::data::{ExcClass, Sym};
use crate::source::Span;
use crate::syntax::ast::Stmt;
use crate::types::env::Env;
use crate::types::error::Fault;
use crate::types::ty::Ty;

/// The scope of a module, with the names that are there before it.
pub fn module_scope(body: &[Stmt], env: &Env<'_>) -> ScopeInfo {
    let mut scope = ScopeInfo::of(None, body);
    for (name, _) in &env.names {
        scope.bind(*name);
    }
    scope
}

/// Names that every module has.
const MODULE_NAMES: &[&str] =
    &["__name__", "__file__", "__doc__", "__builtins__", "__spec__", "__package__", "__loader__", "__annotations__"];

/// Builtins of Python that rdask refuses, each with what to write instead.
pub const REFUSED: &[(&str, &str)] = &[
    ("eval", "convert text with `int(text)` or `float(text)`, or read data with `json.loads(text)`"),
    ("exec", "put the code into a function, or into a file beside the script and import it"),
    ("compile", "put the code into a function, or into a file beside the script and import it"),
    ("__import__", "write `import module` at the top of the script"),
    ("breakpoint", "print the values, or try the lines one by one at the `rdask>` prompt"),
    ("memoryview", "use a NumPy array: its slices share memory"),
    ("bytearray", "use a `list`, or a NumPy array"),
];

/// What other languages call Python's constants.
const ELSEWHERE: &[(&str, &str)] = &[
    ("true", "True"),
    ("TRUE", "True"),
    ("false", "False"),
    ("FALSE", "False"),
    ("null", "None"),
    ("NULL", "None"),
    ("nil", "None"),
    ("undefined", "None"),
    ("this", "self"),
    ("NaN", "float('nan')"),
];

impl Checker<'_> {
    /// Bind the names that are there before the script.
    pub fn bind_env(&mut self) {
        let names = self.env.names.clone();
        for (name, desc) in &names {
            let ty = self.describe(desc);
            if let Some(slot) = self.frame().scope.slot(*name) {
                self.frame().state.set(slot, Var { ty, bound: Bound::Yes, at: Span::default() });
            }
        }
    }

    /// The value of a name.
    pub fn load(&mut self, name: Sym, span: Span) -> Result<Ty, Box<Fault>> {
        let frame = self.frame();
        if let Some((_, ty)) = frame.overlay.iter().rev().find(|(at, _)| *at == name) {
            return Ok(ty.clone());
        }
        if frame.kind != FrameKind::Module
            && let Some(slot) = frame.scope.slot(name)
            && let Some(var) = frame.state.vars.get(slot).cloned()
            && !(frame.kind == FrameKind::Class && var.bound != Bound::Yes)
        {
            return self.load_local(name, &var, span);
        }
        let mut at = frame.cells.parent.clone();
        while let Some(cells) = at {
            let known = cells.vars.borrow().get(&name).cloned();
            match cells.parent {
                Some(_) if known.is_some() || cells.scope.slot(name).is_some() => {
                    return Ok(self.captured(name, &cells, known));
                }
                // Of a module, only the variables of comprehensions are captured.
                None if known.is_some() => {
                    return Ok(if self.global_slot(name).is_some() { Ty::Any } else { known.unwrap_or(Ty::Any) });
                }
                _ => {}
            }
            at = cells.parent.clone();
        }
        self.load_global(name, span)
    }

    fn captured(&self, name: Sym, cells: &Rc<Cells>, known: Option<Ty>) -> Ty {
        let many = self.late.is_some() && cells.scope.count(name) > 1;
        match known {
            Some(ty) if !many && !self.facts.shared.contains(&name) => ty,
            _ => Ty::Any,
        }
    }

    fn load_local(&mut self, name: Sym, var: &Var, span: Span) -> Result<Ty, Box<Fault>> {
        if self.facts.shared.contains(&name) {
            return Ok(Ty::Any);
        }
        if var.bound != Bound::No {
            return Ok(var.ty.clone());
        }
        // A name that some way assigns is missed only where the way is certain.
        if !self.live() || !self.certain_way() {
            return Ok(Ty::Any);
        }
        let message = format!("cannot access local variable '{name}' where it is not associated with a value");
        let mut fault =
            Fault::at(ExcClass::UnboundLocalError, span, message).because(format!("`{name}` has no value yet"));
        if var.at != Span::default() {
            fault = fault.label(var.at, "it was deleted here".to_owned());
        } else if self.global_slot(name).is_some() {
            fault =
                fault.note(format!("`{name}` is assigned in this function, so it is a local variable in all of it"));
            return Err(
                fault.help(format!("write `global {name}` at the top of the function to mean the script's variable"))
            );
        }
        Err(fault.help(format!("assign `{name}` before this line")))
    }

    fn load_global(&mut self, name: Sym, span: Span) -> Result<Ty, Box<Fault>> {
        let inside = self.frames.len() > 1 && self.frames.last().is_some_and(|frame| frame.kind != FrameKind::Module);
        if let Some(slot) = self.global_slot(name) {
            if self.facts.shared.contains(&name) {
                return Ok(Ty::Any);
            }
            let first = &self.frames[0];
            let var = first.state.vars.get(slot).cloned();
            let single = first.scope.count(name) == 1;
            let ty = match var {
                Some(var) if var.bound == Bound::No => match self.builtin(name) {
                    Some(found) if self.late.is_none() => found,
                    _ if self.late.is_some() || (inside && self.finished) || !self.certain_way() => Ty::Any,
                    _ => return Err(self.unbound_global(name, var.at, span)),
                },
                Some(var) if self.late.is_none() || single => var.ty,
                _ => Ty::Any,
            };
            if inside {
                self.frame().deps.push((name, ty.clone()));
            }
            return Ok(ty);
        }
        if self.facts.shared.contains(&name) {
            return Ok(Ty::Any);
        }
        if let Some(found) = self.builtin(name) {
            return Ok(found);
        }
        if name.as_str() == "__name__" {
            return Ok(if self.env.main { Ty::str("__main__") } else { Ty::STR });
        }
        if MODULE_NAMES.contains(&name.as_str()) {
            return Ok(Ty::Any);
        }
        Err(self.unknown_name(name, span))
    }

    /// Whether this point is reached for certain, through all the calls around it.
    fn certain_way(&self) -> bool {
        self.frames.iter().all(|frame| frame.certain)
    }

    fn unbound_global(&mut self, name: Sym, at: Span, span: Span) -> Box<Fault> {
        let fault = Fault::at(ExcClass::NameError, span, format!("name '{name}' is not defined"))
            .because(format!("`{name}` has no value yet"));
        if at != Span::default() {
            return fault
                .label(at, "it was deleted here".to_owned())
                .help(format!("assign `{name}` again before this line"));
        }
        fault.help(format!("`{name}` is defined further down: move its definition above this line"))
    }

    fn unknown_name(&mut self, name: Sym, span: Span) -> Box<Fault> {
        let text = name.as_str();
        if let Some((_, cure)) = REFUSED.iter().find(|(refused, _)| *refused == text) {
            return Fault::at(ExcClass::NameError, span, format!("name '{name}' is not defined"))
                .because(format!("rdask does not have Python's `{name}`"))
                .help((*cure).to_owned());
        }
        let fault = Fault::at(ExcClass::NameError, span, format!("name '{name}' is not defined"));
        if let Some(cure) = import_for(text) {
            return fault
                .because(format!("nothing here is called `{name}`"))
                .help(format!("add `{cure}` at the top of the script"));
        }
        let fault = fault.because(format!("nothing here is called `{name}`"));
        if let Some((_, own)) = ELSEWHERE.iter().find(|(word, _)| *word == text) {
            return fault.help(format!("write `{own}`"));
        }
        let known = self.visible_names();
        match nearest(text, known.iter().copied()) {
            Some(found) => fault.help(format!("did you mean `{found}`?")),
            None => fault.help(format!("assign `{name}` before this line, or import it")),
        }
    }

    /// All names that could stand here.
    fn visible_names(&mut self) -> Vec<&'static str> {
        let mut names: Vec<&'static str> = Vec::new();
        for frame in self.frames.iter().rev() {
            if frame.kind == FrameKind::Class {
                continue;
            }
            names.extend(frame.overlay.iter().map(|(name, _)| name.as_str()));
            names.extend(frame.scope.names.iter().map(|name| name.as_str()));
        }
        if let Some(module) = self.decls.module("builtins") {
            names.extend(module.names());
        }
        names
    }

    /// Assign a name.
    pub fn assign(&mut self, name: Sym, ty: Ty, span: Span) {
        let ty = ty.capped();
        let frame = self.frame();
        if !frame.state.live {
            return;
        }
        if frame.scope.globals.contains(&name) || frame.scope.nonlocals.contains(&name) {
            self.escape(&ty);
            return;
        }
        if self.facts.shared.contains(&name) {
            // Functions that run at unknown times read and write it.
            self.escape(&ty);
        }
        let frame = self.frame();
        let Some(slot) = frame.scope.slot(name) else { return };
        frame.state.set(slot, Var { ty: ty.clone(), bound: Bound::Yes, at: span });
        let inner = frame.scope.inner && frame.kind == FrameKind::Function;
        let cells = frame.cells.clone();
        for index in 0..self.frame().tries.len() {
            self.may_raise_here(index, slot, &ty, span);
        }
        if inner {
            self.capture(&cells, name, &ty);
        }
    }

    /// An exception may be raised right after an assignment: the handler then sees it.
    fn may_raise_here(&mut self, index: usize, slot: usize, ty: &Ty, span: Span) {
        let Some(state) = self.frame().tries.get(index) else { return };
        let Some(old) = state.vars.get(slot).cloned() else { return };
        let new = Var { ty: ty.clone(), bound: Bound::Yes, at: span };
        let joined = old.join(&new, &mut self.lost);
        if let Some(state) = self.frame().tries.get_mut(index) {
            state.set(slot, joined);
        }
    }

    /// A variable that inner functions may read gets a value.
    pub fn capture(&mut self, cells: &Rc<Cells>, name: Sym, ty: &Ty) {
        let old = cells.vars.borrow().get(&name).cloned().unwrap_or(Ty::Never);
        let joined = self.join(&old, ty);
        if joined != old {
            self.version += 1;
            cells.vars.borrow_mut().insert(name, joined);
        }
    }

    /// `del name`.
    pub fn unbind(&mut self, name: Sym, span: Span) -> Result<(), Box<Fault>> {
        let frame = self.frame();
        let Some(slot) = frame.scope.slot(name) else { return Ok(()) };
        let var = frame.state.vars.get(slot).cloned();
        frame.state.set(slot, Var { ty: Ty::Never, bound: Bound::No, at: span });
        for state in &mut frame.tries {
            if let Some(mut old) = state.vars.get(slot).cloned() {
                old.bound = if old.bound == Bound::No { Bound::No } else { Bound::Maybe };
                state.set(slot, old);
            }
        }
        match var {
            Some(var) if var.bound == Bound::No && self.live() && !self.facts.shared.contains(&name) => {
                let kind = if self.frame().kind == FrameKind::Function {
                    ExcClass::UnboundLocalError
                } else {
                    ExcClass::NameError
                };
                let message = match kind {
                    ExcClass::NameError => format!("name '{name}' is not defined"),
                    _ => format!("cannot access local variable '{name}' where it is not associated with a value"),
                };
                Err(Fault::at(kind, span, message)
                    .because(format!("`{name}` has no value to delete"))
                    .help("leave out this `del`".to_owned()))
            }
            _ => Ok(()),
        }
    }
}

/// The import that a well-known name usually comes from.
fn import_for(name: &str) -> Option<&'static str> {
    Some(match name {
        "np" | "numpy" => "import numpy as np",
        "da" => "import dask.array as da",
        "dask" => "import dask",
        "delayed" => "from dask import delayed",
        "math" => "import math",
        "os" => "import os",
        "sys" => "import sys",
        "time" => "import time",
        "json" => "import json",
        "random" => "import random",
        "glob" => "import glob",
        "datetime" => "import datetime",
        "itertools" => "import itertools",
        "functools" => "import functools",
        "operator" => "import operator",
        "collections" => "import collections",
        "defaultdict" => "from collections import defaultdict",
        "Counter" => "from collections import Counter",
        "namedtuple" => "from collections import namedtuple",
        "reduce" => "from functools import reduce",
        "partial" => "from functools import partial",
        "sqrt" => "from math import sqrt",
        "pi" => "from math import pi",
        _ => return None,
    })
}
