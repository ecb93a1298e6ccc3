//! Fields that functions read of records: those that no sampled record has are warned of.

use std::rc::Rc;

use super::Checker;
use super::func::{Body, FuncTy};
use crate::data::Sym;
use crate::source::Span;
use crate::syntax::ast::{Arg, Expr, ExprKind, Stmt, StmtKind};
use crate::syntax::walk::{children, walk_body};
use crate::types::error::Warning;
use crate::types::records::{Records, Sample};
use crate::types::ty::Ty;

impl Checker<'_> {
    /// Keep a sample; its number.
    pub fn keep_sample(&mut self, sample: Sample) -> i64 {
        let at = self.samples.iter().position(|known| *known == sample).unwrap_or_else(|| {
            self.samples.push(sample);
            self.samples.len() - 1
        });
        at as i64
    }

    /// Warn of a field that no sampled record has.
    pub fn warn_of_field(&mut self, records: &Records, name: &str, span: Span) {
        if records.has(name) || self.fuel == 0 {
            return;
        }
        let warning = Warning {
            message: match records.complete() {
                true => format!("no record has the field '{name}'"),
                false => format!("no record that was sampled has the field '{name}'"),
            },
            span,
            label: records.place(),
            notes: vec![records.shown()],
            help: records.nearest(name).map(|near| format!("did you mean '{near}'?")),
        };
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    /// Warn of the fields that a function reads of its parameter number `at`, which is a record.
    pub fn warn_of_fields(&mut self, function: &Ty, at: usize, records: &Records) {
        let Ty::Function(function) = function else { return };
        let mut found = Vec::new();
        if !fields(function, at, &mut found) {
            return;
        }
        for (path, span) in found {
            let Some((last, way)) = path.split_last() else { continue };
            let mut held = Some(records.clone());
            for name in way {
                held = held.and_then(|records| records.item(name));
            }
            if let Some(records) = held {
                self.warn_of_field(&records, last, span);
            }
        }
    }
}

/// Whether a function does nothing but call `json.loads` with its argument.
pub fn only_loads(function: &Ty) -> bool {
    match function {
        Ty::Builtin(builtin) => &*builtin.name == "json.loads",
        Ty::Function(function) => {
            let Body::Lambda(lambda, _) = &function.body else { return false };
            let ExprKind::Call(callee, args) = &lambda.body.kind else { return false };
            let named = match &callee.kind {
                ExprKind::Attribute(module, name) => {
                    name.name.as_str() == "loads"
                        && matches!(&module.kind, ExprKind::Name(name) if name.as_str() == "json")
                }
                _ => false,
            };
            let param = lambda.params.args.first().map(|param| param.name.name);
            let plain =
                matches!(args.as_slice(), [Arg::Pos(Expr { kind: ExprKind::Name(name), .. })] if Some(*name) == param);
            named && plain && lambda.params.iter().count() == 1
        }
        _ => false,
    }
}

/// The fields that a function reads of a parameter, each with the way to it: `r["a"]["b"]`; whether that can be said.
fn fields(function: &Rc<FuncTy>, at: usize, found: &mut Vec<(Vec<String>, Span)>) -> bool {
    let params = function.body.params();
    let Some(param) = params.posonly.iter().chain(&params.args).nth(at).map(|param| param.name.name) else {
        return false;
    };
    let mut plain = true;
    match &function.body {
        Body::Lambda(lambda, _) => look(&lambda.body, param, found, &mut plain),
        Body::Def(def) => {
            let mut guarded = false;
            walk_body(&def.body, &mut |stmt| guarded |= guards(stmt, param), &mut |e| see(e, param, found, &mut plain));
            plain &= !guarded;
        }
    }
    plain
}

/// Whether a statement catches what a missing field raises, or binds the parameter anew.
fn guards(stmt: &Stmt, param: Sym) -> bool {
    let binds = |target: &Expr| names(target, param);
    match &stmt.kind {
        StmtKind::Try { .. } | StmtKind::Global(_) | StmtKind::Nonlocal(_) => true,
        StmtKind::Assign { targets, .. } | StmtKind::Delete(targets) => {
            targets.iter().any(writes(param)) || targets.iter().any(binds)
        }
        StmtKind::AugAssign { target, .. } | StmtKind::AnnAssign { target, .. } | StmtKind::For { target, .. } => {
            writes(param)(target) || binds(target)
        }
        StmtKind::With { .. } | StmtKind::FunctionDef(_) | StmtKind::ClassDef(_) => true,
        _ => false,
    }
}

/// Whether a target is an item of the parameter: the record then has that field.
fn writes(param: Sym) -> impl Fn(&Expr) -> bool {
    move |target| matches!(&target.kind, ExprKind::Subscript(of, _) if names(of, param))
}

fn names(e: &Expr, param: Sym) -> bool {
    match &e.kind {
        ExprKind::Name(name) => *name == param,
        ExprKind::Subscript(of, _) => names(of, param),
        ExprKind::Tuple(items) | ExprKind::List(items) => items.iter().any(|item| names(item, param)),
        _ => false,
    }
}

fn look(e: &Expr, param: Sym, found: &mut Vec<(Vec<String>, Span)>, plain: &mut bool) {
    see(e, param, found, plain);
    children(e, &mut |child| look(child, param, found, plain));
}

/// One expression, its children aside. A record that is asked whether it has a field, or handed on as a whole, is left
/// alone: what a function does with it then is not seen here.
fn see(e: &Expr, param: Sym, found: &mut Vec<(Vec<String>, Span)>, plain: &mut bool) {
    match &e.kind {
        ExprKind::Subscript(of, index) => {
            if let Some(mut path) = way(of, param)
                && let ExprKind::Str(name) = &index.kind
            {
                path.push(name.to_string());
                found.push((path, index.span));
            }
        }
        // `"x" in r`, `r == ...`, `r.setdefault(...)`, `f(r)`.
        ExprKind::Compare(first, rest) => {
            let bare = |e: &Expr| matches!(&e.kind, ExprKind::Name(name) if *name == param);
            *plain &= !bare(first) && !rest.iter().any(|(_, e)| bare(e));
        }
        ExprKind::Attribute(of, _) => *plain &= !matches!(&of.kind, ExprKind::Name(name) if *name == param),
        ExprKind::Call(_, args) => {
            let bare = |e: &Expr| matches!(&e.kind, ExprKind::Name(name) if *name == param);
            *plain &= !args.iter().any(|arg| bare(arg.value()));
        }
        ExprKind::Lambda(_) | ExprKind::NamedExpr(..) => *plain = false,
        _ => {}
    }
}

/// The keys from the parameter to an expression: none for itself.
fn way(e: &Expr, param: Sym) -> Option<Vec<String>> {
    match &e.kind {
        ExprKind::Name(name) if *name == param => Some(Vec::new()),
        ExprKind::Subscript(of, index) => {
            let mut path = way(of, param)?;
            let ExprKind::Str(name) = &index.kind else { return None };
            path.push(name.to_string());
            Some(path)
        }
        _ => None,
    }
}
