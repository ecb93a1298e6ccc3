//! Equality of types, the join of two, and widening: what makes loops and recursive calls come to an end.

use std::rc::Rc;

use super::ty::Ty;

/// How many members a union may have before it becomes `Any`.
const MEMBERS: usize = 12;
/// How deep tuples and iterators may nest before the inner ones become `Any`.
const DEPTH: usize = 5;

impl PartialEq for Ty {
    fn eq(&self, other: &Ty) -> bool {
        use Ty::*;
        match (self, other) {
            (Any, Any)
            | (Never, Never)
            | (None, None)
            | (Ellipsis, Ellipsis)
            | (NotImplemented, NotImplemented)
            | (Complex, Complex) => true,
            (Bool(a), Bool(b)) => a == b,
            (Int(a), Int(b)) => a == b,
            (Float(a), Float(b)) => a.map(f64::to_bits) == b.map(f64::to_bits),
            (Str(a), Str(b)) => a == b,
            (List(a), List(b)) | (Set(a), Set(b)) | (Dict(a), Dict(b)) => Rc::ptr_eq(a, b),
            (FrozenSet(a), FrozenSet(b)) | (TupleOf(a), TupleOf(b)) | (Delayed(a), Delayed(b)) => a == b,
            (Tuple(a), Tuple(b)) | (Union(a), Union(b)) => Rc::ptr_eq(a, b) || a == b,
            (Range(a), Range(b)) => a == b,
            (Slice(a), Slice(b)) => a == b,
            (Iter(a, x), Iter(b, y)) => a == b && x == y,
            (Function(a), Function(b)) => Rc::ptr_eq(a, b),
            (Builtin(a), Builtin(b)) => Rc::ptr_eq(a, b),
            (Bound(a), Bound(b)) => a == b,
            (Class(a), Class(b)) | (Instance(a), Instance(b)) | (Super(a), Super(b)) => Rc::ptr_eq(a, b),
            (Descriptor(a, x), Descriptor(b, y)) => a == b && x == y,
            (Type(a), Type(b)) => Rc::ptr_eq(a, b),
            (Object(a, x), Object(b, y)) => Rc::ptr_eq(a, b) && x == y,
            (ExcType(a), ExcType(b)) | (Exception(a), Exception(b)) => a == b,
            (Module(a), Module(b)) => Rc::ptr_eq(a, b),
            (Scalar(a), Scalar(b)) => a == b,
            (DType(a), DType(b)) => a == b,
            (NdArray(a), NdArray(b)) | (Array(a), Array(b)) => a == b,
            _ => false,
        }
    }
}

impl Ty {
    /// Either of the two. What is lost in the join (a function inside a union that grew too large) is given to `lost`.
    pub fn join(&self, other: &Ty, lost: &mut Vec<Ty>) -> Ty {
        if self == other || matches!(other, Ty::Never) {
            return self.clone();
        }
        match (self, other) {
            (Ty::Never, _) => other.clone(),
            (Ty::Any, _) => {
                lost.push(other.clone());
                Ty::Any
            }
            (_, Ty::Any) => {
                lost.push(self.clone());
                Ty::Any
            }
            _ => join_members(self, other, lost),
        }
    }

    /// The join of all.
    pub fn join_all<'a>(all: impl IntoIterator<Item = &'a Ty>, lost: &mut Vec<Ty>) -> Ty {
        let mut joined = Ty::Never;
        for one in all {
            joined = joined.join(one, lost);
        }
        joined
    }

    /// Without known constants.
    pub fn widen(&self) -> Ty {
        match self {
            Ty::Bool(_) => Ty::BOOL,
            Ty::Int(_) => Ty::INT,
            Ty::Float(_) => Ty::FLOAT,
            Ty::Str(_) => Ty::STR,
            Ty::Range(_) => Ty::Range(None),
            Ty::Tuple(items) => Ty::Tuple(items.iter().map(Ty::widen).collect()),
            Ty::TupleOf(item) => Ty::TupleOf(Rc::new(item.widen())),
            Ty::FrozenSet(item) => Ty::FrozenSet(Rc::new(item.widen())),
            Ty::Iter(what, item) => Ty::Iter(what, Rc::new(item.widen())),
            Ty::Delayed(item) => Ty::Delayed(Rc::new(item.widen())),
            Ty::Array(meta) => Ty::Array(meta.widen()),
            Ty::NdArray(meta) => Ty::NdArray(meta.widen()),
            Ty::Slice(parts) => Ty::Slice(Rc::new([parts[0].widen(), parts[1].widen(), parts[2].widen()])),
            Ty::Union(members) => {
                let mut lost = Vec::new();
                let wide: Vec<Ty> = members.iter().map(Ty::widen).collect();
                Ty::join_all(&wide, &mut lost)
            }
            other => other.clone(),
        }
    }

    /// With `Any` in place of what nests deeper than is kept.
    pub fn capped(&self) -> Ty {
        cap(self, DEPTH)
    }
}

fn cap(ty: &Ty, depth: usize) -> Ty {
    if depth == 0 {
        return match ty {
            Ty::Tuple(_)
            | Ty::TupleOf(_)
            | Ty::Iter(..)
            | Ty::Delayed(_)
            | Ty::FrozenSet(_)
            | Ty::Union(_)
            | Ty::Bound(_) => Ty::Any,
            other => other.clone(),
        };
    }
    match ty {
        Ty::Tuple(items) => Ty::Tuple(items.iter().map(|item| cap(item, depth - 1)).collect()),
        Ty::TupleOf(item) => Ty::TupleOf(Rc::new(cap(item, depth - 1))),
        Ty::FrozenSet(item) => Ty::FrozenSet(Rc::new(cap(item, depth - 1))),
        Ty::Iter(what, item) => Ty::Iter(what, Rc::new(cap(item, depth - 1))),
        Ty::Delayed(item) => Ty::Delayed(Rc::new(cap(item, depth - 1))),
        Ty::Bound(pair) => Ty::Bound(Rc::new((cap(&pair.0, depth - 1), pair.1.clone()))),
        other => other.clone(),
    }
}

fn join_members(a: &Ty, b: &Ty, lost: &mut Vec<Ty>) -> Ty {
    let mut members: Vec<Ty> = a.members().to_vec();
    for new in b.members() {
        if members.contains(new) {
            continue;
        }
        if matches!(new, Ty::Any) {
            lost.append(&mut members);
            return Ty::Any;
        }
        let mut merged = false;
        for at in &mut members {
            if let Some(both) = merge(at, new, lost) {
                *at = both;
                merged = true;
                break;
            }
        }
        if !merged {
            members.push(new.clone());
        }
    }
    if members.len() > MEMBERS {
        lost.append(&mut members);
        return Ty::Any;
    }
    match members.len() {
        1 => members.swap_remove(0),
        _ => Ty::Union(members.into()),
    }
}

/// The one type that holds two members of a union, if there is one.
fn merge(a: &Ty, b: &Ty, lost: &mut Vec<Ty>) -> Option<Ty> {
    Some(match (a, b) {
        (Ty::Bool(_), Ty::Bool(_)) => Ty::BOOL,
        (Ty::Int(_), Ty::Int(_)) => Ty::INT,
        (Ty::Float(_), Ty::Float(_)) => Ty::FLOAT,
        (Ty::Str(_), Ty::Str(_)) => Ty::STR,
        (Ty::Range(_), Ty::Range(_)) => Ty::Range(None),
        (Ty::DType(_), Ty::DType(_)) => Ty::DType(None),
        (Ty::Array(x), Ty::Array(y)) => Ty::Array(x.join(y)),
        (Ty::NdArray(x), Ty::NdArray(y)) => Ty::NdArray(x.join(y)),
        (Ty::Tuple(x), Ty::Tuple(y)) if x.len() == y.len() => {
            Ty::Tuple(x.iter().zip(y.iter()).map(|(x, y)| x.join(y, lost)).collect())
        }
        (Ty::Tuple(x), Ty::Tuple(y)) => Ty::TupleOf(Rc::new(Ty::join_all(x.iter().chain(y.iter()), lost))),
        (Ty::Tuple(x), Ty::TupleOf(y)) | (Ty::TupleOf(y), Ty::Tuple(x)) => {
            Ty::TupleOf(Rc::new(Ty::join_all(x.iter().chain([&**y]), lost)))
        }
        (Ty::TupleOf(x), Ty::TupleOf(y)) => Ty::TupleOf(Rc::new(x.join(y, lost))),
        (Ty::FrozenSet(x), Ty::FrozenSet(y)) => Ty::FrozenSet(Rc::new(x.join(y, lost))),
        (Ty::Iter(p, x), Ty::Iter(q, y)) if p == q => Ty::Iter(p, Rc::new(x.join(y, lost))),
        (Ty::Delayed(x), Ty::Delayed(y)) => Ty::Delayed(Rc::new(x.join(y, lost))),
        (Ty::Slice(x), Ty::Slice(y)) => {
            Ty::Slice(Rc::new([x[0].join(&y[0], lost), x[1].join(&y[1], lost), x[2].join(&y[2], lost)]))
        }
        (Ty::Object(c, x), Ty::Object(d, y)) if Rc::ptr_eq(c, d) && x.len() == y.len() => {
            Ty::Object(c.clone(), x.iter().zip(y.iter()).map(|(x, y)| x.join(y, lost)).collect())
        }
        _ => return None,
    })
}
