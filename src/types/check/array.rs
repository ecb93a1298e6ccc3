//! Operators, indices and attributes of arrays, by the rules of `expr::meta`.

use super::Checker;
use super::ops::operator_place;
use crate::data::{ExcClass, Raised, Sym};
use crate::expr::meta::known::Known;
use crate::expr::meta::{call, operators, set};
use crate::source::Span;
use crate::syntax::ast::{BinOp, CmpOp, UnaryOp};
use crate::types::arrays::ArrayTy;
use crate::types::error::Fault;
use crate::types::known::array_fault;
use crate::types::ty::Ty;

/// The three places of an operation: all of it, its left side, its right side.
type Places = (Span, Span, Span);

impl Checker<'_> {
    /// What iterating over an array gives.
    pub fn array_item(&mut self, meta: &ArrayTy, lazy: bool) -> Ty {
        let array = if lazy { Ty::Array(meta.clone()) } else { Ty::NdArray(meta.clone()) };
        let known = self.known(&array);
        match call::getitem(&known, &Known::Int(None)) {
            Some(Ok(known)) => self.from_known(&known).heard(meta.told),
            _ if lazy => Ty::Array(ArrayTy::default()),
            _ => Ty::Any,
        }
    }

    /// The type of an operation that the rules know, or its error.
    fn ruled(
        &mut self,
        result: Option<Result<Known, Box<Raised>>>,
        operands: &[(&Ty, Span)],
        node: Span,
    ) -> Result<Ty, Box<Fault>> {
        match result {
            Some(Ok(Known::Any)) | None => {
                let lazy = operands.iter().any(|(ty, _)| matches!(ty, Ty::Array(_)));
                Ok(if lazy { Ty::Array(ArrayTy::default()) } else { Ty::Any })
            }
            Some(Ok(known)) => Ok(self.from_known(&known).heard(operands.iter().any(|(ty, _)| ty.hearsay()))),
            Some(Err(raised)) => {
                let shown: Vec<(Span, Ty)> = operands.iter().map(|(ty, span)| (*span, (*ty).clone())).collect();
                let why = match operands {
                    [_] if raised.class.is_a(ExcClass::LookupError) => "this index does not fit",
                    [_] => "this cannot be done",
                    _ => "these two do not go together",
                };
                Err(array_fault(&raised, node, why, &shown))
            }
        }
    }

    /// Whether the rules know all there is to an operand: others may bring operators of their own.
    fn plain_operand(ty: &Ty) -> bool {
        matches!(
            ty,
            Ty::NdArray(_)
                | Ty::Array(_)
                | Ty::Scalar(_)
                | Ty::Int(_)
                | Ty::Float(_)
                | Ty::Complex
                | Ty::Bool(_)
                | Ty::Str(_)
                | Ty::None
                | Ty::List(_)
                | Ty::Tuple(_)
        )
    }

    /// `left op right` where one side is an array or a NumPy scalar.
    pub fn array_binary(
        &mut self,
        op: BinOp,
        left: &Ty,
        right: &Ty,
        places: Places,
        inplace: bool,
    ) -> Result<Ty, Box<Fault>> {
        let operands = [(left, places.1), (right, places.2)];
        if !Self::plain_operand(left) || !Self::plain_operand(right) {
            return self.ruled(None, &operands, places.0);
        }
        let (l, r) = (self.known(left), self.known(right));
        let mut result = operators::binary(op, &l, &r);
        if let (true, Some(Ok(made))) = (inplace, &result)
            && let Err(raised) = set::inplace(op, &l, made)
        {
            result = Some(Err(raised));
        }
        let ty = self.ruled(result, &operands, operator_place(places))?;
        // An eager array that is changed in place keeps its dtype and shape.
        Ok(
            if inplace
                && matches!((left, right), (Ty::NdArray(_), Ty::NdArray(_) | Ty::Int(_) | Ty::Float(_) | Ty::Scalar(_)))
            {
                left.clone()
            } else {
                ty
            },
        )
    }

    /// `-x` of an array or a NumPy scalar.
    pub fn array_unary(&mut self, op: UnaryOp, ty: &Ty, span: Span) -> Result<Ty, Box<Fault>> {
        let method = match op {
            UnaryOp::Neg => "__neg__",
            UnaryOp::Pos => "__pos__",
            _ => "__invert__",
        };
        let known = self.known(ty);
        self.ruled(operators::unary(method, &known), &[(ty, span)], span)
    }

    /// A comparison where one side is an array or a NumPy scalar.
    pub fn array_compare(&mut self, op: CmpOp, left: &Ty, right: &Ty, places: Places) -> Result<Ty, Box<Fault>> {
        let operands = [(left, places.1), (right, places.2)];
        if !Self::plain_operand(left) || !Self::plain_operand(right) {
            return self.ruled(None, &operands, places.0);
        }
        let (l, r) = (self.known(left), self.known(right));
        self.ruled(operators::compare(op, &l, &r), &operands, operator_place(places))
    }

    /// `array[index]`.
    pub fn array_index(&mut self, array: &Ty, index: &Ty, span: Span) -> Result<Ty, Box<Fault>> {
        if matches!(array, Ty::Scalar(_)) {
            return Ok(Ty::Any);
        }
        let (known, index) = (self.known(array), self.known(index));
        self.ruled(call::getitem(&known, &index), &[(array, span)], span)
    }

    /// `array[index] = value`: the index must fit.
    pub fn array_set(&mut self, array: &Ty, index: &Ty, value: &Ty, span: Span) -> Result<(), Box<Fault>> {
        let (known, at, new) = (self.known(array), self.known(index), self.known(value));
        match set::setitem(&known, &at, &new) {
            Ok(()) => Ok(()),
            Err(raised) => {
                let why = match raised.class.is_a(ExcClass::LookupError) {
                    true => "this index does not fit",
                    false => "the value does not fit into what is selected",
                };
                let fault = array_fault(&raised, span, why, &[(span, array.clone())]);
                Err(match value {
                    Ty::NdArray(_) | Ty::Array(_) => fault.note(format!("the value is {}", super::iter::a(value))),
                    _ => fault,
                })
            }
        }
    }

    /// `abs(x)` of an array or a NumPy scalar.
    pub fn array_abs(&mut self, ty: &Ty, span: Span) -> Result<Ty, Box<Fault>> {
        let known = self.known(ty);
        self.ruled(operators::unary("__abs__", &known), &[(ty, span)], span)
    }

    /// An attribute of an array that a declaration cannot give: `shape`, `dtype`, `T`.
    pub fn array_attribute(&mut self, array: &Ty, name: Sym) -> Option<Ty> {
        let known = self.known(array);
        let found = call::getattr(&known, name.as_str())?;
        Some(self.from_known(&found).heard(array.hearsay()))
    }

    /// The error of asking an array for one truth, if it certainly has several.
    pub fn array_truth(&self, ty: &Ty, span: Span) -> Option<Box<Fault>> {
        let (meta, message) = match ty {
            Ty::Array(meta) => (meta, "The truth value of a Array is ambiguous. Use a.any() or a.all()."),
            Ty::NdArray(meta) => {
                (meta, "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
            }
            _ => return None,
        };
        let sizes: Option<Vec<usize>> = meta.shape.as_ref()?.iter().copied().collect();
        let sizes = sizes?;
        if sizes.contains(&0) || sizes.iter().all(|size| *size == 1) {
            return None;
        }
        let fault = Fault::at(ExcClass::ValueError, span, message)
            .because(format!("this is {}: it has many truths", super::iter::a(ty)));
        Some(fault.help("ask for one: `.any()` or `.all()`".to_owned()))
    }
}
