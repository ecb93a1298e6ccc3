//! Comparisons: order, equality, identity, membership.

use std::rc::Rc;

use super::Checker;
use super::iter::a;
use super::ops::{as_float, between, split_declined};
use crate::data::{ExcClass, Sym};
use crate::source::Span;
use crate::syntax::ast::CmpOp;
use crate::types::error::Fault;
use crate::types::ty::{HeapKind, Ty};

impl Checker<'_> {
    /// `left op right` of a comparison.
    pub fn compare(&mut self, op: CmpOp, left: &Ty, right: &Ty, places: (Span, Span, Span)) -> Result<Ty, Box<Fault>> {
        self.pairs(left, right, |checker, l, r| checker.compare_one(op, l, r, places))
    }

    fn compare_one(&mut self, op: CmpOp, left: &Ty, right: &Ty, places: (Span, Span, Span)) -> Result<Ty, Box<Fault>> {
        match op {
            CmpOp::Is | CmpOp::IsNot => {
                let same = identical(left, right);
                Ok(Ty::Bool(same.map(|same| same == (op == CmpOp::Is))))
            }
            CmpOp::In | CmpOp::NotIn => self.contains(op, left, right, places),
            _ => self.compare_values(op, left, right, places),
        }
    }

    fn compare_values(
        &mut self,
        op: CmpOp,
        left: &Ty,
        right: &Ty,
        places: (Span, Span, Span),
    ) -> Result<Ty, Box<Fault>> {
        let order = !matches!(op, CmpOp::Eq | CmpOp::Ne);
        match (left, right) {
            (Ty::Any | Ty::Super(_) | Ty::Descriptor(..), _) | (_, Ty::Any | Ty::Super(_) | Ty::Descriptor(..)) => {
                return Ok(Ty::Any);
            }
            (Ty::Never, _) | (_, Ty::Never) => return Ok(Ty::BOOL),
            (Ty::Instance(_), _) | (_, Ty::Instance(_)) => return self.compare_instances(op, left, right, places),
            (Ty::Delayed(l), Ty::Delayed(r)) => {
                let inner = self.compare(op, &l.clone(), &r.clone(), places);
                return self.lazily(inner);
            }
            (Ty::Delayed(l), r) | (r, Ty::Delayed(l)) => {
                let (l, r) = (l.clone(), r.clone());
                let inner = self.compare(op, &l, &r, places);
                return self.lazily(inner);
            }
            (Ty::Object(..), _) | (_, Ty::Object(..)) if let Some(found) = self.masked_compare(op, left, right) => {
                return Ok(found);
            }
            (Ty::NdArray(_) | Ty::Array(_) | Ty::Scalar(_), _) | (_, Ty::NdArray(_) | Ty::Array(_) | Ty::Scalar(_)) => {
                return self.array_compare(op, left, right, places);
            }
            _ if order && super::shut::apart(left, right) => {}
            (Ty::Object(..) | Ty::DType(_), _) | (_, Ty::Object(..) | Ty::DType(_)) => {
                return Ok(if order { Ty::Any } else { Ty::BOOL });
            }
            _ => {}
        }
        if left.is_number() && right.is_number() {
            return Ok(Ty::Bool(order_numbers(op, left, right)));
        }
        if let (Ty::Str(l), Ty::Str(r)) = (left, right) {
            return Ok(Ty::Bool(l.as_ref().zip(r.as_ref()).map(|(l, r)| holds(op, l.cmp(r)))));
        }
        let comparable = match (left, right) {
            (Ty::List(_), Ty::List(_)) | (Ty::Set(_) | Ty::FrozenSet(_), Ty::Set(_) | Ty::FrozenSet(_)) => true,
            (Ty::Tuple(_) | Ty::TupleOf(_), Ty::Tuple(_) | Ty::TupleOf(_)) => true,
            (Ty::Dict(l), Ty::Dict(r)) => l.kind == HeapKind::Counter && r.kind == HeapKind::Counter,
            (Ty::Iter(..), _) | (_, Ty::Iter(..)) => true,
            _ => false,
        };
        if order && !comparable {
            let message = format!(
                "'{}' not supported between instances of '{}' and '{}'",
                op.symbol(),
                left.class_name(),
                right.class_name()
            );
            let fault = between(places, message, format!("`{}` cannot order these two", op.symbol()))
                .label(places.1, format!("this is {}", a(left)));
            let fault = fault.label(places.2, format!("this is {}", a(right)));
            return Err(match (left, right) {
                (Ty::Str(_), number) | (number, Ty::Str(_)) if number.is_number() => {
                    fault.help("convert the text first, with `int(...)` or `float(...)`".to_owned())
                }
                (Ty::None, _) | (_, Ty::None) => fault.help("test for `None` first: `if x is not None`".to_owned()),
                _ => fault.cured(super::shut::operator_cure(op.symbol(), left, right)),
            });
        }
        if !order && matches!((left, right), (Ty::None, Ty::None)) {
            return Ok(Ty::Bool(Some(op == CmpOp::Eq)));
        }
        if !order && never_equal(left, right) {
            return Ok(Ty::Bool(Some(op == CmpOp::Ne)));
        }
        Ok(Ty::BOOL)
    }

    fn compare_instances(
        &mut self,
        op: CmpOp,
        left: &Ty,
        right: &Ty,
        places: (Span, Span, Span),
    ) -> Result<Ty, Box<Fault>> {
        let mut unknown = false;
        let mut result = Ty::Never;
        for (object, other, op) in [(left, right, op), (right, left, op.swapped())] {
            let (Ty::Instance(class), Some(method)) = (object, op.method()) else {
                unknown |= !matches!(
                    object,
                    Ty::Int(_) | Ty::Str(_) | Ty::Float(_) | Ty::None | Ty::Bool(_) | Ty::List(_) | Ty::Tuple(_)
                );
                continue;
            };
            unknown |= !self.plain(&class.clone());
            let Some(ty) = self.special(object, method, std::slice::from_ref(other), places.0)? else { continue };
            let (declined, rest) = split_declined(&ty);
            result = self.join(&result, &rest);
            if !declined {
                return Ok(result);
            }
        }
        if matches!(op, CmpOp::Eq | CmpOp::Ne) {
            return Ok(self.join(&result, &Ty::BOOL));
        }
        // `functools.total_ordering` gives the other comparisons.
        let ordered = [left, right].into_iter().any(|object| match object {
            Ty::Instance(class) => {
                ["__lt__", "__gt__", "__le__", "__ge__"].iter().any(|name| class.lookup(Sym::new(name)).is_some())
            }
            _ => false,
        });
        if unknown || ordered {
            return Ok(Ty::Any);
        }
        let message = format!(
            "'{}' not supported between instances of '{}' and '{}'",
            op.symbol(),
            left.class_name(),
            right.class_name()
        );
        let fault = Fault::at(ExcClass::TypeError, places.0, message);
        Err(fault
            .because("neither side says how to order them")
            .help("give the class an `__lt__` method, or compare one of its attributes".to_owned()))
    }

    fn contains(&mut self, op: CmpOp, item: &Ty, container: &Ty, places: (Span, Span, Span)) -> Result<Ty, Box<Fault>> {
        let truth = match container {
            Ty::Str(text) => match item {
                Ty::Str(part) => text.as_ref().zip(part.as_ref()).map(|(text, part)| text.contains(&**part)),
                Ty::Any | Ty::Never | Ty::Instance(_) | Ty::Delayed(_) => None,
                _ => {
                    let message = format!("'in <string>' requires string as left operand, not {}", item.class_name());
                    let fault = between(places, message, "text holds text only".to_owned())
                        .label(places.1, format!("this is {}", a(item)));
                    return Err(fault.help("convert it to text first, with `str(...)`".to_owned()));
                }
            },
            Ty::None
            | Ty::Bool(_)
            | Ty::Int(_)
            | Ty::Float(_)
            | Ty::Complex
            | Ty::Function(_)
            | Ty::Builtin(_)
            | Ty::Module(_) => {
                let message = format!("argument of type '{}' is not iterable", container.class_name());
                let fault = Fault::at(ExcClass::TypeError, places.2, message);
                return Err(fault.because(format!("this is {}, which holds nothing", a(container))));
            }
            Ty::Instance(class) => {
                let class = class.clone();
                if self.special(container, "__contains__", std::slice::from_ref(item), places.0)?.is_some() {
                    return Ok(Ty::BOOL);
                }
                if self.plain(&class)
                    && class.lookup(Sym::new("__iter__")).is_none()
                    && class.lookup(Sym::new("__getitem__")).is_none()
                {
                    let message = format!("argument of type '{}' is not iterable", class.name);
                    let fault = Fault::at(ExcClass::TypeError, places.0, message);
                    return Err(fault.help(format!("give `{}` a `__contains__` method", class.name)));
                }
                None
            }
            Ty::Object(..) if super::shut::shut(container) == Some(super::shut::Shut::Item) => {
                return self.lacks(container, "__contains__", places.2).map_or(Ok(Ty::BOOL), Err);
            }
            _ => None,
        };
        Ok(Ty::Bool(truth.map(|truth| truth == (op == CmpOp::In))))
    }
}

fn identical(left: &Ty, right: &Ty) -> Option<bool> {
    match (left, right) {
        (Ty::None, Ty::None) | (Ty::Ellipsis, Ty::Ellipsis) => Some(true),
        (Ty::Bool(Some(a)), Ty::Bool(Some(b))) => Some(a == b),
        (Ty::Any | Ty::Never, _) | (_, Ty::Any | Ty::Never) => None,
        (Ty::None, _) | (_, Ty::None) => Some(false),
        (Ty::Class(a), Ty::Class(b)) => Some(Rc::ptr_eq(a, b)),
        (Ty::ExcType(a), Ty::ExcType(b)) => Some(a == b),
        (Ty::Type(a), Ty::Type(b)) => Some(Rc::ptr_eq(a, b)),
        _ => None,
    }
}

/// Whether two values of these types are never equal.
fn never_equal(left: &Ty, right: &Ty) -> bool {
    let group = |ty: &Ty| match ty {
        Ty::None => 1,
        Ty::Bool(_) | Ty::Int(_) | Ty::Float(_) | Ty::Complex => 2,
        Ty::Str(_) => 3,
        Ty::List(_) => 4,
        Ty::Tuple(_) | Ty::TupleOf(_) => 5,
        Ty::Dict(_) => 6,
        Ty::Set(_) | Ty::FrozenSet(_) => 7,
        _ => 0,
    };
    let (l, r) = (group(left), group(right));
    l != 0 && r != 0 && l != r
}

fn holds(op: CmpOp, order: std::cmp::Ordering) -> bool {
    match op {
        CmpOp::Eq => order.is_eq(),
        CmpOp::Ne => order.is_ne(),
        CmpOp::Lt => order.is_lt(),
        CmpOp::Le => order.is_le(),
        CmpOp::Gt => order.is_gt(),
        _ => order.is_ge(),
    }
}

fn order_numbers(op: CmpOp, left: &Ty, right: &Ty) -> Option<bool> {
    if let (Some(l), Some(r)) = (left.as_int(), right.as_int()) {
        return Some(holds(op, l.cmp(&r)));
    }
    let (l, r) = (as_float(left)?, as_float(right)?);
    l.partial_cmp(&r).map(|order| holds(op, order))
}
