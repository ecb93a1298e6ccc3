//! Syntax tree to code. Names are resolved, registers given, evaluation order is Python's.
//!
//! Annotations are not evaluated, except those of variables in class bodies: dataclasses read them.

mod assign;
mod call;
mod comp;
mod display;
mod emit;
mod expr;
mod func;
mod import;
mod jumps;
mod names;
mod scopes;
mod stmt;
mod try_;

use std::sync::Arc;

use crate::data::{ExcClass, Raised, Res};
use crate::interp::code::CodeTable;
use crate::syntax::ast::{ExprKind, Module, Stmt, StmtKind};
use crate::value::{FnId, Signature};

pub use func::signature;

use emit::Unit;
use scopes::Place;

/// What a module's code returns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// `None`.
    Exec,
    /// The value of the last statement, if that is an expression: for the prompt and for embedding.
    Last,
}

/// Compile a module; its code takes no arguments.
pub fn compile(module: &Module, table: &CodeTable, mode: Mode) -> Res<FnId> {
    let scopes = names::analyse(module);
    let mut unit = Unit::new(&scopes, table, module.file, 0);
    unit.name = Arc::from("<module>");
    unit.qualname = Arc::from("<module>");
    unit.begin();
    let (last, rest) = match module.body.split_last() {
        Some((Stmt { kind: StmtKind::Expr(e), .. }, rest)) if mode == Mode::Last => (Some(e), rest),
        _ => (None, &module.body[..]),
    };
    for stmt in rest {
        unit.stmt(stmt)?;
    }
    match last {
        Some(e) if !matches!(e.kind, ExprKind::Yield(_) | ExprKind::YieldFrom(_)) => {
            unit.at(e.span);
            let value = unit.expr(e, None)?;
            unit.push(crate::interp::code::Op::Return { src: value });
        }
        _ => unit.push_none(),
    }
    unit.finish(Arc::new(Signature::default()))
}

/// What cannot be compiled, at the place the unit is at.
fn refuse(message: impl Into<String>) -> Box<Raised> {
    Raised::new(ExcClass::SyntaxError, message)
}

/// Whether a place is of a scope that runs in this unit.
fn own(place: Place) -> Option<usize> {
    match place {
        Place::Local(owner) | Place::Cell(owner) => Some(owner),
        _ => None,
    }
}
