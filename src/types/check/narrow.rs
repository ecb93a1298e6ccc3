//! Narrowing: what a condition that held (or did not) says of the variables in it.

use super::Checker;
use super::flow::FrameKind;
use crate::data::{ExcClass, Sym};
use crate::syntax::ast::{Arg, BoolOp, CmpOp, Expr, ExprKind, UnaryOp};
use crate::types::decl::DeclClass;
use crate::types::rules::masked::is_masked_class;
use crate::types::ty::{ClassBase, HeapKind, Ty};

/// Python's own classes of single values.
const PLAIN: &[&str] = &["int", "float", "str", "bool", "NoneType", "slice"];

/// Those of several.
const CONTAINERS: &[&str] = &["list", "tuple", "set", "frozenset", "range", "dict"];

/// Classes, or modules of classes, that none of Python's own values and none of NumPy's scalars is an object of.
const APART: &[&str] = &["dask.", "numpy.ndarray", "numpy.memmap", "numpy.ma.", "datetime.", "pathlib.", "re."];

/// Whether a class is one of these, or of a module of these.
fn in_one(class: &str, names: &[&str]) -> bool {
    names.iter().any(|name| if name.ends_with('.') { class.starts_with(name) } else { class == *name })
}

impl Checker<'_> {
    /// Take a condition for true (or false). Returns false if that cannot be: the branch is never taken.
    pub fn narrow(&mut self, test: &Expr, holds: bool) -> bool {
        stacker::maybe_grow(64 << 10, 1 << 20, || self.narrow_inner(test, holds))
    }

    fn narrow_inner(&mut self, test: &Expr, holds: bool) -> bool {
        match &test.kind {
            ExprKind::Unary(UnaryOp::Not, inner) => self.narrow(inner, !holds),
            ExprKind::BoolOp(op, operands) if (*op == BoolOp::And) == holds => {
                operands.iter().all(|operand| self.narrow(operand, holds))
            }
            ExprKind::Name(name) => self.keep(*name, |checker, ty| checker.truth(ty) != Some(!holds)),
            ExprKind::NamedExpr(name, _) => self.keep(name.name, |checker, ty| checker.truth(ty) != Some(!holds)),
            ExprKind::Compare(left, rest) => match rest.as_slice() {
                [(op, right)] => self.narrow_comparison(left, *op, right, holds),
                _ => true,
            },
            ExprKind::Call(callee, args) => self.narrow_call(callee, args, holds),
            _ => true,
        }
    }

    fn narrow_comparison(&mut self, left: &Expr, op: CmpOp, right: &Expr, holds: bool) -> bool {
        let (name, same) = match (&left.kind, op) {
            (ExprKind::Name(name), CmpOp::Is | CmpOp::Eq) => (*name, holds),
            (ExprKind::NamedExpr(name, _), CmpOp::Is | CmpOp::Eq) => (name.name, holds),
            (ExprKind::Name(name), CmpOp::IsNot | CmpOp::Ne) => (*name, !holds),
            (ExprKind::NamedExpr(name, _), CmpOp::IsNot | CmpOp::Ne) => (name.name, !holds),
            _ => return true,
        };
        let exact = matches!(op, CmpOp::Is | CmpOp::IsNot);
        match right.kind {
            ExprKind::None => self.keep(name, |_, ty| match ty {
                Ty::None => same,
                Ty::Any | Ty::Never | Ty::Instance(_) | Ty::Object(..) => true,
                _ => !same || !exact && matches!(ty, Ty::NdArray(_) | Ty::Array(_) | Ty::Delayed(_)),
            }),
            _ => true,
        }
    }

    fn narrow_call(&mut self, callee: &Expr, args: &[Arg], holds: bool) -> bool {
        let ExprKind::Name(function) = &callee.kind else { return true };
        let (Some(Arg::Pos(Expr { kind: ExprKind::Name(name), .. })), second) = (args.first(), args.get(1)) else {
            return true;
        };
        if self.global_slot(*function).is_some() {
            return true;
        }
        match (function.as_str(), second) {
            ("isinstance", Some(Arg::Pos(class))) => {
                let class = self.expr(class);
                self.keep(*name, |checker, ty| checker.is_instance(ty, &class) != Some(!holds))
            }
            ("callable", None) => {
                self.keep(*name, |_, ty| matches!(ty, Ty::Any) || crate::types::fit::callable(ty) == holds || holds)
            }
            // What has an attribute that the checker doesn't know of is something it does not know.
            ("hasattr", _) if holds => self.replace(*name, Ty::Any),
            _ => true,
        }
    }

    /// Keep the members of a variable's type for which `test` holds; false if none is left.
    fn keep(&mut self, name: Sym, test: impl Fn(&Self, &Ty) -> bool) -> bool {
        if self.facts.shared.contains(&name) {
            return true;
        }
        if let Some(at) = self.frame().overlay.iter().rposition(|(known, _)| *known == name) {
            let Some((_, ty)) = self.frame().overlay.get(at).cloned() else { return true };
            let Some(kept) = self.kept(&ty, &test) else { return false };
            if let Some(place) = self.frame().overlay.get_mut(at) {
                place.1 = kept;
            }
            return true;
        }
        let Some(slot) = self.frame().scope.slot(name) else { return true };
        let Some(mut var) = self.frame().state.vars.get(slot).cloned() else { return true };
        let Some(kept) = self.kept(&var.ty, &test) else { return false };
        if kept != var.ty {
            var.ty = kept;
            self.frame().state.set(slot, var);
        }
        true
    }

    fn kept(&mut self, ty: &Ty, test: &impl Fn(&Self, &Ty) -> bool) -> Option<Ty> {
        if matches!(ty, Ty::Never) {
            return Some(Ty::Never);
        }
        let keep: Vec<Ty> = ty.members().iter().filter(|member| test(self, member)).cloned().collect();
        if keep.len() == ty.members().len() {
            return Some(ty.clone());
        }
        (!keep.is_empty()).then(|| Ty::join_all(&keep, &mut self.lost))
    }

    fn replace(&mut self, name: Sym, ty: Ty) -> bool {
        if self.frame().kind == FrameKind::Class {
            return true;
        }
        if let Some(place) = self.frame().overlay.iter_mut().rev().find(|(known, _)| *known == name) {
            place.1 = ty;
            return true;
        }
        if let Some(slot) = self.frame().scope.slot(name)
            && let Some(mut var) = self.frame().state.vars.get(slot).cloned()
        {
            var.ty = ty;
            self.frame().state.set(slot, var);
        }
        true
    }

    /// `isinstance(value, class)`, where known.
    pub fn is_instance(&self, ty: &Ty, class: &Ty) -> Option<bool> {
        if let Ty::Union(members) = ty {
            let first = self.is_instance(members.first()?, class)?;
            return members.iter().all(|member| self.is_instance(member, class) == Some(first)).then_some(first);
        }
        match (ty, class) {
            (Ty::Any | Ty::Never, _) => None,
            (_, Ty::Tuple(classes)) => {
                let each: Vec<Option<bool>> = classes.iter().map(|class| self.is_instance(ty, class)).collect();
                if each.contains(&Some(true)) {
                    return Some(true);
                }
                each.iter().all(|one| *one == Some(false)).then_some(false)
            }
            (_, Ty::Type(class)) => self.is_declared_instance(ty, class),
            (Ty::Instance(own), Ty::Class(class)) => {
                if own.is_a(class) {
                    return Some(true);
                }
                // An object of a base may be one of a class derived from it only if it was made as one.
                (!own.is_open()).then_some(false)
            }
            (Ty::Instance(own), Ty::ExcType(class)) => match own.root() {
                ClassBase::Exc(base) => Some(base.is_a(*class)),
                ClassBase::Object => Some(false),
                _ => None,
            },
            (Ty::Exception(own), Ty::ExcType(class)) => {
                (own.is_a(*class)).then_some(true).or((!class.is_a(*own)).then_some(false))
            }
            (Ty::Exception(_), _) => None,
            (
                Ty::Int(_)
                | Ty::Str(_)
                | Ty::Float(_)
                | Ty::Complex
                | Ty::None
                | Ty::Bool(_)
                | Ty::List(_)
                | Ty::Tuple(_)
                | Ty::Dict(_),
                Ty::Class(_) | Ty::ExcType(_),
            ) => Some(false),
            _ => None,
        }
    }

    fn is_declared_instance(&self, ty: &Ty, class: &DeclClass) -> Option<bool> {
        let name = &*class.name;
        if name == "object" {
            return Some(true);
        }
        let own: &[&str] = match ty {
            Ty::Bool(_) => &["bool", "int"],
            Ty::Int(_) => &["int"],
            Ty::Float(_) => &["float"],
            Ty::Complex => &["complex"],
            Ty::Str(_) => &["str"],
            Ty::List(_) => &["list"],
            Ty::Tuple(_) | Ty::TupleOf(_) => &["tuple"],
            Ty::Set(_) => &["set"],
            Ty::FrozenSet(_) => &["frozenset"],
            Ty::Range(_) => &["range"],
            Ty::None => &[],
            Ty::Dict(heap) => match heap.kind {
                HeapKind::Dict => &["dict"],
                _ => return if name == "dict" { Some(true) } else { None },
            },
            Ty::NdArray(_) => &["numpy.ndarray"],
            Ty::Array(_) => &["dask.array.Array"],
            Ty::Delayed(_) => &["dask.delayed.Delayed"],
            Ty::Object(own, _) if *own.name == *name => return Some(true),
            // Lazy masked arrays are arrays too.
            Ty::Object(own, _) if is_masked_class(&own.name) && own.name.starts_with("dask.") => &["dask.array.Array"],
            Ty::Object(own, _) if own.name.starts_with("dask.") => &[],
            Ty::Scalar(_) => return (in_one(name, CONTAINERS) || in_one(name, APART)).then_some(false),
            _ => return None,
        };
        if own.contains(&name) {
            return Some(true);
        }
        let apart = match ty {
            Ty::NdArray(_) => in_one(name, &["dask."]),
            Ty::Array(_) | Ty::Delayed(_) | Ty::Object(..) => in_one(name, &["numpy."]),
            _ => in_one(name, APART) || in_one(name, &["numpy."]),
        };
        (apart || PLAIN.contains(&name) || CONTAINERS.contains(&name)).then_some(false)
    }

    /// The exception class of a type, if it is one.
    pub fn exception_class(&self, ty: &Ty) -> Option<ExcClass> {
        match ty {
            Ty::ExcType(class) | Ty::Exception(class) => Some(*class),
            Ty::Class(class) | Ty::Instance(class) => class.exception(),
            _ => None,
        }
    }
}
