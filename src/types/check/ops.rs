//! Operators: `+` and its kin, comparisons, `not`, `-x`.

use std::rc::Rc;
use std::sync::Arc;

use super::Checker;
use super::iter::a;
use super::shut::{apart, operator_cure, shut};
use crate::data::{ExcClass, Sym};
use crate::source::Span;
use crate::syntax::ast::{BinOp, UnaryOp};
use crate::types::error::Fault;
use crate::types::sig::Args;
use crate::types::ty::{ClassTy, HeapKind, Ty};

/// How many pairs of members of two unions are looked at.
const PAIRS: usize = 48;

impl Checker<'_> {
    /// Apply a rule to each pair of members: an error only if all fail.
    pub fn pairs(
        &mut self,
        left: &Ty,
        right: &Ty,
        mut rule: impl FnMut(&mut Self, &Ty, &Ty) -> Result<Ty, Box<Fault>>,
    ) -> Result<Ty, Box<Fault>> {
        if let (Ty::Union(_), _) | (_, Ty::Union(_)) = (left, right) {
            let (lefts, rights) = (left.members().to_vec(), right.members().to_vec());
            if lefts.len() * rights.len() > PAIRS {
                return Ok(Ty::Any);
            }
            let mut joined = Ty::Never;
            let mut failed = None;
            let mut some = false;
            for l in &lefts {
                for r in &rights {
                    match rule(self, l, r) {
                        Ok(ty) => {
                            some = true;
                            joined = self.join(&joined, &ty);
                        }
                        Err(fault) => failed = Some(fault),
                    }
                }
            }
            return match failed {
                Some(fault) if !some => Err(fault),
                _ => Ok(joined),
            };
        }
        rule(self, left, right)
    }

    /// `left op right`.
    pub fn binary(&mut self, op: BinOp, left: &Ty, right: &Ty, places: (Span, Span, Span)) -> Result<Ty, Box<Fault>> {
        self.pairs(left, right, |checker, l, r| checker.binary_one(op, l, r, places, false))
    }

    /// `left op= right`.
    pub fn inplace(&mut self, op: BinOp, left: &Ty, right: &Ty, places: (Span, Span, Span)) -> Result<Ty, Box<Fault>> {
        self.pairs(left, right, |checker, l, r| checker.inplace_one(op, l, r, places))
    }

    fn inplace_one(&mut self, op: BinOp, left: &Ty, right: &Ty, places: (Span, Span, Span)) -> Result<Ty, Box<Fault>> {
        match (op, left) {
            (BinOp::Add, Ty::List(heap)) => {
                let item = self.iterate(right, places.2)?;
                self.put(&heap.clone(), &item, &Ty::Never);
                return Ok(left.clone());
            }
            (BinOp::Mul, Ty::List(heap)) if matches!(right, Ty::Int(_) | Ty::Bool(_)) => {
                self.put(&heap.clone(), &Ty::Never, &Ty::Never);
                return Ok(left.clone());
            }
            (BinOp::Or, Ty::Dict(heap) | Ty::Set(heap)) => {
                if let Ty::Dict(other) | Ty::Set(other) = right {
                    let (key, value) = (other.key(), other.value());
                    self.put(&heap.clone(), &key, &value);
                } else {
                    self.put(&heap.clone(), &Ty::Any, &Ty::Any);
                }
                return Ok(left.clone());
            }
            (BinOp::And | BinOp::Sub | BinOp::Xor, Ty::Set(heap)) => {
                if let Ty::Set(other) = right {
                    let key = other.key();
                    self.put(&heap.clone(), &key, &Ty::Never);
                    return Ok(left.clone());
                }
            }
            (_, Ty::Instance(_)) => {
                if let Some(ty) = self.special(left, op.inplace(), std::slice::from_ref(right), places.0)? {
                    return Ok(ty);
                }
            }
            _ => {}
        }
        self.binary_one(op, left, right, places, true)
    }

    fn binary_one(
        &mut self,
        op: BinOp,
        left: &Ty,
        right: &Ty,
        places: (Span, Span, Span),
        inplace: bool,
    ) -> Result<Ty, Box<Fault>> {
        use Ty::{Any, Array, Delayed, Instance, NdArray, Never, Object, Scalar};
        match (left, right) {
            (Any, _) | (_, Any) => return Ok(Any),
            (Never, _) | (_, Never) => return Ok(Never),
            (Instance(_), _) | (_, Instance(_)) => return self.instance_binary(op, left, right, places, inplace),
            // A text before `%` formats what stands behind it.
            (Ty::Str(_), NdArray(_) | Array(_) | Scalar(_) | Delayed(_)) if op == BinOp::Mod => {
                self.touch(right);
                return Ok(Ty::STR);
            }
            (Delayed(l), Delayed(r)) => return self.delayed_binary(op, l, r, places),
            (Delayed(l), r) => return self.delayed_binary(op, l, r, places),
            (l, Delayed(r)) => return self.delayed_binary(op, l, r, places),
            (Object(..), _) | (_, Object(..))
                if let Some(found) = self.masked_binary(op, left, right, operator_place(places)) =>
            {
                return if inplace { Ok(Any) } else { found };
            }
            (NdArray(_) | Array(_) | Scalar(_), _) | (_, NdArray(_) | Array(_) | Scalar(_)) => {
                return self.array_binary(op, left, right, places, inplace);
            }
            _ if apart(left, right) && !(op == BinOp::Mod && matches!(left, Ty::Str(_))) => {
                return Err(unsupported(op, left, right, places, inplace));
            }
            (Object(..) | Ty::Super(_) | Ty::Descriptor(..), _)
            | (_, Object(..) | Ty::Super(_) | Ty::Descriptor(..)) => {
                return Ok(self.object_binary(op, left, right));
            }
            (
                Ty::Class(_) | Ty::Type(_) | Ty::ExcType(_) | Ty::None,
                Ty::Class(_) | Ty::Type(_) | Ty::ExcType(_) | Ty::None,
            ) if op == BinOp::Or => {
                return Ok(Any);
            }
            (Ty::DType(_), _) | (_, Ty::DType(_)) => return Ok(Any),
            _ => {}
        }
        if left.is_number() && right.is_number() {
            return self.numbers(op, left, right, places);
        }
        let text = op == BinOp::Mod && matches!(left, Ty::Str(_));
        if !text && (matches!(left, Ty::Complex) || matches!(right, Ty::Complex)) {
            return complex(op, left, right, places);
        }
        self.sequences(op, left, right, places).unwrap_or_else(|| Err(unsupported(op, left, right, places, inplace)))
    }

    /// Operators of objects whose classes are declared: what the declaration says, if it says it.
    fn object_binary(&mut self, op: BinOp, left: &Ty, right: &Ty) -> Ty {
        let mut found = Ty::Any;
        for (object, other, name) in [(left, right, op.method()), (right, left, op.reflected())] {
            let Ty::Object(class, _) = object else { continue };
            if let Some(crate::types::decl::Member::Fn(function)) =
                self.decls.class_member(&class.clone(), Sym::new(name))
            {
                let args = Args::of([object.clone(), other.clone()], Span::default());
                if let Ok(ty) = self.declared(&function, &args, true, Span::default())
                    && !matches!(ty, Ty::NotImplemented)
                {
                    found = ty;
                    break;
                }
            }
        }
        found
    }

    fn delayed_binary(
        &mut self,
        op: BinOp,
        left: &Ty,
        right: &Ty,
        places: (Span, Span, Span),
    ) -> Result<Ty, Box<Fault>> {
        let inner = self.binary(op, &left.clone(), &right.clone(), places);
        self.lazily(inner)
    }

    fn instance_binary(
        &mut self,
        op: BinOp,
        left: &Ty,
        right: &Ty,
        places: (Span, Span, Span),
        inplace: bool,
    ) -> Result<Ty, Box<Fault>> {
        let mut unknown = false;
        let mut result = Ty::Never;
        for (object, other, name) in [(left, right, op.method()), (right, left, op.reflected())] {
            let Ty::Instance(class) = object else {
                unknown |= matches!(
                    object,
                    Ty::Object(..) | Ty::NdArray(_) | Ty::Array(_) | Ty::Delayed(_) | Ty::Scalar(_) | Ty::DType(_)
                );
                continue;
            };
            unknown |= !self.plain(&class.clone());
            let Some(ty) = self.special(object, name, std::slice::from_ref(other), places.0)? else { continue };
            let (declined, rest) = split_declined(&ty);
            result = self.join(&result, &rest);
            if !declined {
                return Ok(result);
            }
        }
        if unknown {
            return Ok(Ty::Any);
        }
        match result {
            Ty::Never => Err(unsupported(op, left, right, places, inplace)),
            some => Ok(some),
        }
    }

    fn numbers(&mut self, op: BinOp, left: &Ty, right: &Ty, places: (Span, Span, Span)) -> Result<Ty, Box<Fault>> {
        let float = matches!(left, Ty::Float(_)) || matches!(right, Ty::Float(_));
        let zero = match right {
            Ty::Float(value) => *value == Some(0.0),
            other => other.as_int() == Some(0),
        };
        if zero && matches!(op, BinOp::Div | BinOp::FloorDiv | BinOp::Mod) {
            let message = match (op, float) {
                (BinOp::Div, false) => "division by zero",
                (BinOp::Div, true) => "float division by zero",
                (BinOp::Mod, false) => "integer modulo by zero",
                (BinOp::Mod, true) => "float modulo",
                (_, false) => "integer division or modulo by zero",
                (_, true) => "float floor division by zero",
            };
            let mut fault = between(places, message.to_owned(), "dividing by 0".to_owned())
                .label(places.2, "this is always 0".to_owned());
            fault.class = ExcClass::ZeroDivisionError;
            return Err(fault.help("test for 0 before dividing".to_owned()));
        }
        match op {
            BinOp::MatMul => Err(unsupported(op, left, right, places, false)),
            BinOp::And | BinOp::Or | BinOp::Xor | BinOp::Shl | BinOp::Shr if float => {
                Err(unsupported(op, left, right, places, false))
            }
            BinOp::And | BinOp::Or | BinOp::Xor => Ok(match (left, right) {
                (Ty::Bool(_), Ty::Bool(_)) => Ty::BOOL,
                _ => Ty::INT,
            }),
            BinOp::Div => Ok(Ty::Float(fold_float(op, left, right))),
            BinOp::Pow if !float => Ok(match (left.as_int(), right.as_int()) {
                (base, Some(power)) if power >= 0 => {
                    Ty::Int(base.and_then(|base| base.checked_pow(u32::try_from(power).ok()?)))
                }
                (_, Some(_)) => Ty::FLOAT,
                // A negative power gives a float.
                _ => Ty::Union(Rc::from([Ty::INT, Ty::FLOAT])),
            }),
            BinOp::Pow if turns_complex(left, right) => Ok(Ty::Complex),
            _ if float => Ok(Ty::Float(fold_float(op, left, right))),
            _ => Ok(Ty::Int(fold_int(op, left, right))),
        }
    }

    /// `+` and `*` of sequences, `%` of strings, `|` of sets and dicts. `None` if no rule fits.
    fn sequences(
        &mut self,
        op: BinOp,
        left: &Ty,
        right: &Ty,
        places: (Span, Span, Span),
    ) -> Option<Result<Ty, Box<Fault>>> {
        Some(Ok(match (op, left, right) {
            (BinOp::Add, Ty::Str(l), Ty::Str(r)) => match (l, r) {
                (Some(l), Some(r)) if l.len() + r.len() < 4096 => Ty::Str(Some(Arc::from(format!("{l}{r}")))),
                _ => Ty::STR,
            },
            (BinOp::Mod, Ty::Str(text), values) => return Some(self.percent(text.as_deref(), values, places)),
            (BinOp::Mul, Ty::Str(_), Ty::Int(_) | Ty::Bool(_)) | (BinOp::Mul, Ty::Int(_) | Ty::Bool(_), Ty::Str(_)) => {
                Ty::STR
            }
            (BinOp::Add, Ty::List(l), Ty::List(r)) => {
                let (l, r) = (l.key(), r.key());
                let item = self.join(&l, &r);
                self.list_of(places.0, item)
            }
            (BinOp::Mul, Ty::List(heap), Ty::Int(_) | Ty::Bool(_))
            | (BinOp::Mul, Ty::Int(_) | Ty::Bool(_), Ty::List(heap)) => {
                let item = heap.key();
                self.list_of(places.0, item)
            }
            (BinOp::Add, Ty::Tuple(l), Ty::Tuple(r)) if l.len() + r.len() <= 64 => {
                Ty::Tuple(l.iter().chain(r.iter()).cloned().collect())
            }
            (BinOp::Add, Ty::Tuple(_) | Ty::TupleOf(_), Ty::Tuple(_) | Ty::TupleOf(_)) => {
                let l = self.iterate(left, places.1).unwrap_or(Ty::Any);
                let r = self.iterate(right, places.2).unwrap_or(Ty::Any);
                Ty::TupleOf(Rc::new(self.join(&l, &r)))
            }
            (BinOp::Mul, Ty::Tuple(_) | Ty::TupleOf(_), Ty::Int(_) | Ty::Bool(_)) => {
                self.repeat_tuple(left, right, places.1)
            }
            (BinOp::Mul, Ty::Int(_) | Ty::Bool(_), Ty::Tuple(_) | Ty::TupleOf(_)) => {
                self.repeat_tuple(right, left, places.2)
            }
            (
                BinOp::And | BinOp::Or | BinOp::Sub | BinOp::Xor,
                Ty::Set(_) | Ty::FrozenSet(_),
                Ty::Set(_) | Ty::FrozenSet(_),
            ) => {
                let l = self.iterate(left, places.1).unwrap_or(Ty::Any);
                let r = self.iterate(right, places.2).unwrap_or(Ty::Any);
                let item = match op {
                    BinOp::Sub | BinOp::And => l,
                    _ => self.join(&l, &r),
                };
                match left {
                    Ty::Set(_) => self.set_of(places.0, item),
                    _ => Ty::FrozenSet(Rc::new(item)),
                }
            }
            (_, Ty::Dict(l), Ty::Dict(r)) if l.kind == HeapKind::Counter || r.kind == HeapKind::Counter => Ty::Any,
            (BinOp::Or, Ty::Dict(l), Ty::Dict(r)) => {
                let (lk, lv, rk, rv) = (l.key(), l.value(), r.key(), r.value());
                let key = self.join(&lk, &rk);
                let value = self.join(&lv, &rv);
                self.dict_of(places.0, key, value)
            }
            (BinOp::And | BinOp::Or | BinOp::Sub | BinOp::Xor, Ty::Iter(..), _) | (_, _, Ty::Iter(..)) => Ty::Any,
            _ => return None,
        }))
    }

    fn repeat_tuple(&mut self, tuple: &Ty, times: &Ty, span: Span) -> Ty {
        if let (Ty::Tuple(items), Some(times)) = (tuple, times.as_int())
            && (0..=64).contains(&times)
            && items.len() * (times as usize) <= 64
        {
            return Ty::Tuple((0..times).flat_map(|_| items.iter().cloned()).collect());
        }
        let item = self.iterate(tuple, span).unwrap_or(Ty::Any);
        Ty::TupleOf(Rc::new(item))
    }

    /// `-x`, `+x`, `~x`, `not x`.
    pub fn unary(&mut self, op: UnaryOp, ty: &Ty, span: Span) -> Result<Ty, Box<Fault>> {
        if op == UnaryOp::Not {
            if let Ty::Delayed(_) = ty {
                return Ok(Ty::BOOL);
            }
            return Ok(Ty::Bool(self.truth(ty).map(|truth| !truth)));
        }
        self.pairs(ty, &Ty::None, |checker, ty, _| checker.unary_one(op, ty, span))
    }

    fn unary_one(&mut self, op: UnaryOp, ty: &Ty, span: Span) -> Result<Ty, Box<Fault>> {
        let (symbol, method) = match op {
            UnaryOp::Neg => ("-", "__neg__"),
            UnaryOp::Pos => ("+", "__pos__"),
            _ => ("~", "__invert__"),
        };
        let bad = || {
            let fault = Fault::at(
                ExcClass::TypeError,
                span,
                format!("bad operand type for unary {symbol}: '{}'", ty.class_name()),
            );
            Err(fault.because(format!("this is {}, which has no `{symbol}`", a(ty))))
        };
        Ok(match (op, ty) {
            (UnaryOp::Neg, Ty::Int(value)) => Ty::Int(value.and_then(i64::checked_neg)),
            (UnaryOp::Pos, Ty::Int(_) | Ty::Float(_) | Ty::Complex) | (UnaryOp::Neg, Ty::Complex) => ty.clone(),
            (UnaryOp::Neg, Ty::Float(value)) => Ty::Float(value.map(|value| -value)),
            (UnaryOp::Invert, Ty::Int(value)) => Ty::Int(value.map(|value| !value)),
            (_, Ty::Bool(value)) => {
                let value = value.map(i64::from);
                Ty::Int(match op {
                    UnaryOp::Neg => value.map(|value| -value),
                    UnaryOp::Pos => value,
                    _ => value.map(|value| !value),
                })
            }
            (UnaryOp::Invert, Ty::Float(_) | Ty::Complex) => return bad(),
            (_, Ty::Scalar(_) | Ty::NdArray(_) | Ty::Array(_)) => return self.array_unary(op, ty, span),
            (_, Ty::Delayed(inner)) => {
                let inner = self.unary(op, &inner.clone(), span);
                return self.lazily(inner);
            }
            (_, Ty::Instance(class)) => match self.special(ty, method, &[], span)? {
                Some(ty) => ty,
                None if self.plain(&class.clone()) => return bad(),
                None => Ty::Any,
            },
            (
                _,
                Ty::Str(_)
                | Ty::List(_)
                | Ty::Set(_)
                | Ty::Tuple(_)
                | Ty::TupleOf(_)
                | Ty::None
                | Ty::Function(_)
                | Ty::Builtin(_)
                | Ty::Range(_),
            ) => {
                return bad();
            }
            (_, Ty::Dict(heap)) if heap.kind != HeapKind::Counter => return bad(),
            _ if shut(ty).is_some() => {
                let cure = operator_cure(symbol, &Ty::None, ty).unwrap_or_default();
                return bad().map_err(|fault| fault.help(cure.replace(&format!("... {symbol} "), symbol)));
            }
            _ => Ty::Any,
        })
    }

    /// Call a special method of an object of the user; `None` if its class has none.
    pub fn special(&mut self, object: &Ty, name: &str, args: &[Ty], span: Span) -> Result<Option<Ty>, Box<Fault>> {
        let Ty::Instance(class) = object else { return Ok(None) };
        let Some(method) = class.lookup(Sym::new(name)) else { return Ok(None) };
        let Ty::Function(function) = method else {
            return Ok(Some(Ty::Any));
        };
        let mut all = vec![object.clone()];
        all.extend(args.iter().cloned());
        self.call_function(&function, &Args::of(all, span), true, span).map(Some)
    }

    /// Whether all that objects of a class can do is known: its bases are, and nothing unseen changed it.
    pub fn plain(&self, class: &Rc<ClassTy>) -> bool {
        !class.is_open()
            && matches!(class.root(), crate::types::ty::ClassBase::Object | crate::types::ty::ClassBase::Exc(_))
            && !self.facts.dynamic
    }

    /// `bool(value)`, where known; objects of the user with `__bool__` or `__len__` are not.
    pub fn truth(&self, ty: &Ty) -> Option<bool> {
        match ty {
            Ty::Instance(class) => {
                let special = ["__bool__", "__len__"].iter().any(|name| class.lookup(Sym::new(name)).is_some());
                (!special && self.plain(class)).then_some(true)
            }
            Ty::Union(members) => {
                let first = self.truth(members.first()?)?;
                members.iter().all(|member| self.truth(member) == Some(first)).then_some(first)
            }
            Ty::List(heap) | Ty::Dict(heap) | Ty::Set(heap) if !self.stale(heap.id) => {
                heap.items().map(|items| !items.is_empty())
            }
            other => other.truth(),
        }
    }
}

/// An operation where one side is a complex number.
fn complex(op: BinOp, left: &Ty, right: &Ty, places: (Span, Span, Span)) -> Result<Ty, Box<Fault>> {
    let number = |ty: &Ty| ty.is_number() || matches!(ty, Ty::Complex);
    if !number(left) || !number(right) || !matches!(op, BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div | BinOp::Pow)
    {
        return Err(unsupported(op, left, right, places, false));
    }
    if op == BinOp::Div && as_float(right) == Some(0.0) {
        let mut fault = between(places, "complex division by zero".to_owned(), "dividing by 0".to_owned());
        fault.class = ExcClass::ZeroDivisionError;
        return Err(fault.help("test for 0 before dividing".to_owned()));
    }
    Ok(Ty::Complex)
}

/// A known negative number to a known fraction.
fn turns_complex(base: &Ty, power: &Ty) -> bool {
    as_float(base).is_some_and(|base| base < 0.0) && as_float(power).is_some_and(|power| power.fract() != 0.0)
}

/// Whether `NotImplemented` is among the results, and the others.
pub fn split_declined(ty: &Ty) -> (bool, Ty) {
    let rest: Vec<Ty> = ty.members().iter().filter(|member| !matches!(member, Ty::NotImplemented)).cloned().collect();
    let declined = rest.len() < ty.members().len();
    (declined, Ty::join_all(&rest, &mut Vec::new()))
}

/// A known number as a float, if that is exact.
pub fn as_float(ty: &Ty) -> Option<f64> {
    match ty {
        Ty::Float(value) => *value,
        other => other.as_int().filter(|value| value.abs() < 1 << 52).map(|value| value as f64),
    }
}

fn fold_int(op: BinOp, left: &Ty, right: &Ty) -> Option<i64> {
    let (l, r) = (left.as_int()?, right.as_int()?);
    match op {
        BinOp::Add => l.checked_add(r),
        BinOp::Sub => l.checked_sub(r),
        BinOp::Mul => l.checked_mul(r),
        BinOp::FloorDiv => num_integer::Integer::div_floor(&i128::from(l), &i128::from(r)).try_into().ok(),
        BinOp::Mod => num_integer::Integer::mod_floor(&i128::from(l), &i128::from(r)).try_into().ok(),
        BinOp::Shl if (0..32).contains(&r) => l.checked_mul(1 << r),
        BinOp::Shr if r >= 0 => Some(l >> r.min(63)),
        _ => None,
    }
}

fn fold_float(op: BinOp, left: &Ty, right: &Ty) -> Option<f64> {
    let (l, r) = (as_float(left)?, as_float(right)?);
    match op {
        BinOp::Add => Some(l + r),
        BinOp::Sub => Some(l - r),
        BinOp::Mul => Some(l * r),
        BinOp::Div if r != 0.0 => Some(l / r),
        _ => None,
    }
}

/// A fault at the operator between two operands.
pub fn between(places: (Span, Span, Span), message: String, why: String) -> Box<Fault> {
    Fault::at(ExcClass::TypeError, operator_place(places), message).because(why)
}

/// Where the operator between two operands stands.
pub fn operator_place((all, left, right): (Span, Span, Span)) -> Span {
    let gap = Span { start: left.end, end: right.start, ..all };
    if left.end < right.start { trimmed(gap) } else { all }
}

/// Without the spaces that usually stand around an operator.
fn trimmed(gap: Span) -> Span {
    if gap.end - gap.start >= 3 { Span { start: gap.start + 1, end: gap.end - 1, ..gap } } else { gap }
}

/// The error of operands that don't go together, in Python's words.
fn unsupported(op: BinOp, left: &Ty, right: &Ty, places: (Span, Span, Span), inplace: bool) -> Box<Fault> {
    let (l, r) = (left.class_name(), right.class_name());
    let symbol = match (op, inplace) {
        (BinOp::Pow, false) => "** or pow()".to_owned(),
        (_, false) => op.symbol().to_owned(),
        (_, true) => format!("{}=", op.symbol()),
    };
    let message = match (op, left) {
        (BinOp::Add, Ty::Str(_)) => format!("can only concatenate str (not \"{r}\") to str"),
        (BinOp::Add, Ty::List(_)) => format!("can only concatenate list (not \"{r}\") to list"),
        (BinOp::Add, Ty::Tuple(_) | Ty::TupleOf(_)) => format!("can only concatenate tuple (not \"{r}\") to tuple"),
        (BinOp::Mul, Ty::Str(_) | Ty::List(_) | Ty::Tuple(_) | Ty::TupleOf(_)) => {
            format!("can't multiply sequence by non-int of type '{r}'")
        }
        (BinOp::Mul, _) if matches!(right, Ty::Str(_) | Ty::List(_) | Ty::Tuple(_)) => {
            format!("can't multiply sequence by non-int of type '{l}'")
        }
        _ => format!("unsupported operand type(s) for {symbol}: '{l}' and '{r}'"),
    };
    let fault = between(places, message, format!("`{}` does not go between these two", op.symbol()))
        .label(places.1, format!("this is {}", a(left)))
        .label(places.2, format!("this is {}", a(right)));
    if let Some(cure) = operator_cure(op.symbol(), left, right) {
        return fault.help(cure);
    }
    match (op, left, right) {
        (BinOp::Add, Ty::Str(_), number) if number.is_number() => {
            fault.help("convert the number with `str(...)`, or put both into an f-string: f\"...{value}\"".to_owned())
        }
        (_, Ty::Str(_), number) | (_, number, Ty::Str(_)) if number.is_number() => {
            fault.help("convert the text with `int(...)` or `float(...)`".to_owned())
        }
        (BinOp::Add, Ty::List(_), _) => {
            fault.help("put the item into a list, `[item]`, or use `.append(item)`".to_owned())
        }
        (_, Ty::None, _) | (_, _, Ty::None) => {
            fault.help("one side is None: check that the function that gave it returns a value".to_owned())
        }
        (_, Ty::Function(_) | Ty::Bound(_) | Ty::Builtin(_), _)
        | (_, _, Ty::Function(_) | Ty::Bound(_) | Ty::Builtin(_)) => {
            fault.help("one side is a function: write `()` after its name to call it".to_owned())
        }
        _ => fault,
    }
}
