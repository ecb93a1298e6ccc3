//! Walks over the tree: the children of an expression, in the order in which Python evaluates them, and of statements.

use super::ast::{Arg, CompClause, DictItem, Expr, ExprKind, FPart, Params, Stmt, StmtKind};

/// Call `f` for each expression directly inside `expr`. Parameters' annotations and defaults of a lambda, and its
/// body, are among them.
pub fn children<'e>(expr: &'e Expr, f: &mut dyn FnMut(&'e Expr)) {
    match &expr.kind {
        ExprKind::Name(_)
        | ExprKind::Int(_)
        | ExprKind::BigInt(_)
        | ExprKind::Float(_)
        | ExprKind::Imaginary(_)
        | ExprKind::Str(_)
        | ExprKind::Bytes(_)
        | ExprKind::Bool(_)
        | ExprKind::None
        | ExprKind::Ellipsis => {}
        ExprKind::FString(parts) => fields(parts, f),
        ExprKind::Tuple(items) | ExprKind::List(items) | ExprKind::Set(items) | ExprKind::BoolOp(_, items) => {
            items.iter().for_each(f);
        }
        ExprKind::Dict(items) => items.iter().for_each(|item| match item {
            DictItem::Pair(key, value) => {
                f(key);
                f(value);
            }
            DictItem::Spread(value) => f(value),
        }),
        ExprKind::Starred(inner) | ExprKind::Unary(_, inner) | ExprKind::NamedExpr(_, inner) => f(inner),
        ExprKind::Attribute(inner, _) | ExprKind::YieldFrom(inner) => f(inner),
        ExprKind::Yield(inner) => inner.iter().for_each(|e| f(e)),
        ExprKind::Comp(_, comp) => {
            f(&comp.elt);
            clauses(&comp.clauses, f);
        }
        ExprKind::DictComp(comp) => {
            f(&comp.key);
            f(&comp.value);
            clauses(&comp.clauses, f);
        }
        ExprKind::Binary(_, left, right) | ExprKind::Subscript(left, right) => {
            f(left);
            f(right);
        }
        ExprKind::Compare(first, rest) => {
            f(first);
            rest.iter().for_each(|(_, e)| f(e));
        }
        ExprKind::IfExp(parts) => {
            f(&parts.test);
            f(&parts.body);
            f(&parts.orelse);
        }
        ExprKind::Lambda(lambda) => {
            params(&lambda.params, f);
            f(&lambda.body);
        }
        ExprKind::Call(func, args) => {
            f(func);
            args.iter().for_each(|arg: &Arg| f(arg.value()));
        }
        ExprKind::Slice(lower, upper, step) => [lower, upper, step].into_iter().flatten().for_each(|e| f(e)),
    }
}

/// The annotations and defaults of parameters.
pub fn params<'e>(params: &'e Params, f: &mut dyn FnMut(&'e Expr)) {
    for param in params.iter() {
        param.annotation.iter().for_each(&mut *f);
        param.default.iter().for_each(&mut *f);
    }
}

fn fields<'e>(parts: &'e [FPart], f: &mut dyn FnMut(&'e Expr)) {
    for part in parts {
        if let FPart::Field { value, spec, .. } = part {
            f(value);
            fields(spec, f);
        }
    }
}

fn clauses<'e>(clauses: &'e [CompClause], f: &mut dyn FnMut(&'e Expr)) {
    for clause in clauses {
        f(&clause.target);
        f(&clause.iter);
        clause.ifs.iter().for_each(&mut *f);
    }
}

/// Call `f` for each expression that stands directly in a statement (not in its blocks).
pub fn exprs_of<'a>(stmt: &'a Stmt, f: &mut dyn FnMut(&'a Expr)) {
    match &stmt.kind {
        StmtKind::Expr(e) => f(e),
        StmtKind::Assign { targets, value } => {
            targets.iter().for_each(&mut *f);
            f(value);
        }
        StmtKind::AugAssign { target, value, .. } => {
            f(target);
            f(value);
        }
        StmtKind::AnnAssign { target, value, .. } => {
            f(target);
            value.iter().for_each(f);
        }
        StmtKind::Delete(targets) => targets.iter().for_each(f),
        StmtKind::If { test, .. } | StmtKind::While { test, .. } => f(test),
        StmtKind::For { target, iter, .. } => {
            f(target);
            f(iter);
        }
        StmtKind::With { items, .. } => {
            for item in items {
                f(&item.context);
                item.target.iter().for_each(&mut *f);
            }
        }
        StmtKind::Try { handlers, .. } => handlers.iter().filter_map(|handler| handler.class.as_ref()).for_each(f),
        StmtKind::Raise { exc, cause } => exc.iter().chain(cause).for_each(f),
        StmtKind::Assert { test, msg } => {
            f(test);
            msg.iter().for_each(f);
        }
        StmtKind::Return(value) => value.iter().for_each(f),
        StmtKind::FunctionDef(def) => {
            def.decorators.iter().for_each(&mut *f);
            defaults(&def.params, f);
        }
        StmtKind::ClassDef(def) => def.decorators.iter().chain(&def.base).for_each(f),
        _ => {}
    }
}

/// Call `f` for each block of a statement; of functions and classes only if `deep`.
pub fn blocks_of<'a>(stmt: &'a Stmt, deep: bool, f: &mut dyn FnMut(&'a [Stmt])) {
    match &stmt.kind {
        StmtKind::If { body, orelse, .. }
        | StmtKind::For { body, orelse, .. }
        | StmtKind::While { body, orelse, .. } => {
            f(body);
            f(orelse);
        }
        StmtKind::With { body, .. } => f(body),
        StmtKind::Try { body, handlers, orelse, finalbody } => {
            f(body);
            handlers.iter().for_each(|handler| f(&handler.body));
            f(orelse);
            f(finalbody);
        }
        StmtKind::FunctionDef(def) if deep => f(&def.body),
        StmtKind::ClassDef(def) if deep => f(&def.body),
        _ => {}
    }
}

fn defaults<'a>(params: &'a Params, f: &mut dyn FnMut(&'a Expr)) {
    params.iter().filter_map(|param| param.default.as_ref()).for_each(f);
}

/// Call `f` for an expression and all within it, with room on the stack.
pub fn walk_expr<'a>(e: &'a Expr, f: &mut dyn FnMut(&'a Expr)) {
    stacker::maybe_grow(64 << 10, 1 << 20, || {
        f(e);
        children(e, &mut |child| walk_expr(child, f));
    });
}

/// Call `s` for each statement and `f` for each expression of a body, inner functions and classes included.
pub fn walk_body<'a>(body: &'a [Stmt], s: &mut dyn FnMut(&'a Stmt), f: &mut dyn FnMut(&'a Expr)) {
    stacker::maybe_grow(64 << 10, 1 << 20, || {
        for stmt in body {
            s(stmt);
            exprs_of(stmt, &mut |e| walk_expr(e, f));
            blocks_of(stmt, true, &mut |block| walk_body(block, s, f));
        }
    });
}
