//! Operators, indices and attributes of arrays, by the rules of `expr::meta`.

use super::Checker;
use crate::data::Sym;
use crate::source::Span;
use crate::syntax::ast::{BinOp, CmpOp, UnaryOp};
use crate::types::arrays::ArrayTy;
use crate::types::error::Fault;
use crate::types::ty::Ty;

impl Checker<'_> {
    /// What iterating over an array gives.
    pub fn array_item(&mut self, meta: &ArrayTy, lazy: bool) -> Ty {
        let _ = meta;
        if lazy { Ty::Array(ArrayTy::default()) } else { Ty::Any }
    }

    /// `left op right` where one side is an array or a NumPy scalar.
    pub fn array_binary(
        &mut self,
        op: BinOp,
        left: &Ty,
        right: &Ty,
        places: (Span, Span, Span),
        _inplace: bool,
    ) -> Result<Ty, Box<Fault>> {
        let _ = (op, places);
        Ok(match (left, right) {
            (Ty::Array(_), _) | (_, Ty::Array(_)) => Ty::Array(ArrayTy::default()),
            _ => Ty::Any,
        })
    }

    /// `-x` of an array or a NumPy scalar.
    pub fn array_unary(&mut self, _op: UnaryOp, ty: &Ty, _span: Span) -> Result<Ty, Box<Fault>> {
        Ok(match ty {
            Ty::Array(_) => Ty::Array(ArrayTy::default()),
            _ => Ty::Any,
        })
    }

    /// A comparison where one side is an array or a NumPy scalar.
    pub fn array_compare(
        &mut self,
        _op: CmpOp,
        left: &Ty,
        right: &Ty,
        _places: (Span, Span, Span),
    ) -> Result<Ty, Box<Fault>> {
        Ok(match (left, right) {
            (Ty::Array(_), _) | (_, Ty::Array(_)) => Ty::Array(ArrayTy::default()),
            _ => Ty::Any,
        })
    }

    /// `array[index]`.
    pub fn array_index(&mut self, array: &Ty, _index: &Ty, _span: Span) -> Result<Ty, Box<Fault>> {
        Ok(match array {
            Ty::Array(_) => Ty::Array(ArrayTy::default()),
            _ => Ty::Any,
        })
    }

    /// `array[index] = value`.
    pub fn array_set(&mut self, _array: &Ty, _index: &Ty, _value: &Ty, _span: Span) -> Result<(), Box<Fault>> {
        Ok(())
    }

    /// An attribute of an array that a declaration cannot give: `shape`, `dtype`, `T`.
    pub fn array_attribute(&mut self, _array: &Ty, _name: Sym) -> Option<Ty> {
        None
    }
}
