//! The children of a node, in the order in which Python evaluates them.

use super::ast::{Arg, CompClause, DictItem, Expr, ExprKind, FPart, Params};

/// Call `f` for each expression directly inside `expr`. Parameters' annotations and defaults of a lambda, and its
/// body, are among them.
pub fn children<'e>(expr: &'e Expr, f: &mut dyn FnMut(&'e Expr)) {
    match &expr.kind {
        ExprKind::Name(_)
        | ExprKind::Int(_)
        | ExprKind::BigInt(_)
        | ExprKind::Float(_)
        | ExprKind::Str(_)
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
