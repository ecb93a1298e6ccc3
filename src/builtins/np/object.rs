//! Eager arrays as objects: printing, operators, indexing, iteration, attributes.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use super::convert::{Dtype, Term, is_lazy, overrides, python, result, shape_value, term};
use super::print::{Elem, PrintOptions, Printed, array_repr_as, array_str};
use super::{index, parts, ufunc};
use crate::data::ops::{BinOp, CmpOp};
use crate::data::raised::{Res, type_error, value_error};
use crate::data::{Chunk, DType, Scalar, Sym};
use crate::expr::meta::operators::{ufunc_of, ufunc_of_compare, ufunc_of_unary};
use crate::expr::meta::text::text_error;
use crate::ops;
use crate::value::array::{FrozenArray, MEMMAP, NDARRAY, NdArray, np_scalar};
use crate::value::native::FrozenNative;
use crate::value::{Host, Native, TypeInfo, Value};

thread_local! {
    /// `numpy.set_printoptions`.
    pub static OPTIONS: RefCell<PrintOptions> = RefCell::new(PrintOptions::default());
}

/// Run with an array as the printer sees it.
pub fn printed<R>(chunk: &Chunk, work: impl FnOnce(&Printed<'_>) -> R) -> R {
    let get = |index: &[usize]| match chunk.get(index) {
        Scalar::Bool(value) => Elem::Bool(value),
        Scalar::Float32(value) => Elem::F32(value),
        Scalar::Float64(value) => Elem::F64(value),
        Scalar::Complex64(value) => Elem::C32(value.re, value.im),
        Scalar::Complex128(value) => Elem::C64(value.re, value.im),
        time @ Scalar::Time(..) => Elem::Time(time),
        text @ Scalar::Text(..) => Elem::Text(text),
        other => Elem::Int(other.whole().unwrap_or(0)),
    };
    work(&Printed { dtype: chunk.dtype(), shape: &chunk.shape, get: &get })
}

/// `a op b` by NumPy; `None` if the other side is nothing that NumPy computes with.
fn operate(host: &mut dyn Host, name: Option<&str>, a: &Value, b: &Value) -> Res<Option<Value>> {
    let Some(op) = name.and_then(ops::find) else { return Ok(None) };
    ufunc::values(host, op, &[a.clone(), b.clone()])
}

/// A row of one operand.
fn operate_one(host: &mut dyn Host, name: &str, a: &Value) -> Res<Option<Value>> {
    let Some(op) = ops::find(name) else { return Ok(None) };
    ufunc::values(host, op, std::slice::from_ref(a))
}

impl Native for NdArray {
    fn type_info(&self) -> &'static TypeInfo {
        if self.map().is_some() { &MEMMAP } else { &NDARRAY }
    }

    fn repr(&self, _host: &mut dyn Host) -> Res<String> {
        self.readable()?;
        let chunk = self.chunk();
        let class = if self.map().is_some() { "memmap" } else { "array" };
        Ok(OPTIONS.with(|options| printed(&chunk, |array| array_repr_as(class, array, &options.borrow()))))
    }

    fn str(&self, _host: &mut dyn Host) -> Res<String> {
        self.readable()?;
        let chunk = self.chunk();
        if chunk.ndim() == 0 {
            return Ok(chunk.only().text());
        }
        Ok(OPTIONS.with(|options| printed(&chunk, |array| array_str(array, &options.borrow()))))
    }

    fn truth(&self, _host: &mut dyn Host) -> Res<bool> {
        self.readable()?;
        let chunk = self.chunk();
        match chunk.size() {
            1 => Ok(chunk.only().as_bool()),
            0 => Err(value_error(
                "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.",
            )),
            _ => Err(value_error(
                "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()",
            )),
        }
    }

    fn len(&self, _host: &mut dyn Host) -> Res<Option<usize>> {
        match self.shape.first() {
            Some(&n) => Ok(Some(n)),
            None => Err(type_error("len() of unsized object")),
        }
    }

    fn getattr(&self, this: &Value, _host: &mut dyn Host, name: Sym) -> Res<Option<Value>> {
        let chunk = self.chunk();
        let count = |n: usize| Value::Int(n as i64);
        Ok(Some(match name.as_str() {
            "shape" => shape_value(&self.shape),
            "dtype" => Dtype::value(self.dtype()),
            "ndim" => count(self.shape.len()),
            "size" => count(chunk.size()),
            "nbytes" => count(chunk.nbytes()),
            "itemsize" => count(self.dtype().itemsize()),
            "T" => Value::native(self.view(chunk.reversed())),
            "real" | "imag" => {
                drop(chunk);
                parts::part(self, this, name.as_str())?
            }
            "strides" => {
                let bytes = self.dtype().itemsize() as i64;
                Value::tuple(self.strides.iter().map(|&step| Value::Int(step as i64 * bytes)).collect::<Vec<Value>>())
            }
            "flat" => {
                let flat = if chunk.is_contiguous() { chunk.clone() } else { chunk.copy()? };
                iterator(NdArray::new(flat.reshape(vec![chunk.size()])?))
            }
            _ => return Ok(super::memmap::attribute(self, name.as_str())),
        }))
    }

    fn setattr(&self, this: &Value, host: &mut dyn Host, name: Sym, value: &Value) -> Res<bool> {
        if let "real" | "imag" = name.as_str() {
            parts::set_part(self, host, this, name.as_str(), value)?;
            return Ok(true);
        }
        if name.as_str() == "shape" {
            let error = crate::data::Raised::new(
                crate::data::ExcClass::NotImplementedError,
                "setting .shape is not in rdask yet",
            );
            return Err(error.help("write x = x.reshape(...)"));
        }
        Ok(false)
    }

    fn getitem(&self, _this: &Value, host: &mut dyn Host, index: &Value) -> Res<Option<Value>> {
        self.readable()?;
        index::getitem(host, self, index).map(Some)
    }

    fn setitem(&self, _this: &Value, host: &mut dyn Host, index: &Value, value: &Value) -> Res<bool> {
        index::setitem(host, self, index, value)?;
        Ok(true)
    }

    fn contains(&self, this: &Value, host: &mut dyn Host, item: &Value) -> Res<Option<bool>> {
        let Some(Some(found)) =
            ops::find("equal").map(|op| ufunc::values(host, op, &[this.clone(), item.clone()])).transpose()?
        else {
            return Ok(Some(false));
        };
        let flags = super::convert::array(host, &found, None)?.to_vec::<bool>()?;
        Ok(Some(flags.into_iter().any(|flag| flag)))
    }

    fn binary(
        &self,
        this: &Value,
        host: &mut dyn Host,
        op: BinOp,
        other: &Value,
        reflected: bool,
    ) -> Res<Option<Value>> {
        if is_lazy(other) || overrides(other) {
            return Ok(None);
        }
        let (a, b) = if reflected { (other, this) } else { (this, other) };
        if op == BinOp::MatMul {
            return super::linalg::matmul_values(host, a, b).map(Some);
        }
        if let (BinOp::Pow, Value::Int(2), DType::Bool, false) = (op, other, self.dtype(), reflected) {
            // NumPy squares without a look at the exponent's type: of bools this is int8.
            return operate_one(host, "square", this);
        }
        if let (Value::Str(_), BinOp::Mod, true) = (other, op, reflected) {
            // Formatting: `"%s" % array`.
            return Ok(None);
        }
        if let (Value::Str(text), Some(ufunc), false) = (other, ufunc_of(op), self.dtype().is_text())
            && let Some(error) = text_error(ufunc, self.dtype(), Some(text.as_str().chars().count()), reflected)
        {
            return Err(error);
        }
        operate(host, ufunc_of(op), a, b)
    }

    fn inplace(&self, this: &Value, host: &mut dyn Host, op: BinOp, other: &Value) -> Res<Option<Value>> {
        if is_lazy(other) || overrides(other) {
            return Ok(None);
        }
        let Some(row) = ufunc_of(op).and_then(ops::find) else { return Ok(None) };
        let Some(right) = term(host, other)? else { return Ok(None) };
        self.readable()?;
        let left = Term::Array(self.chunk());
        ufunc::store(host, row, vec![left, right], self)?;
        Ok(Some(this.clone()))
    }

    fn compare(&self, this: &Value, host: &mut dyn Host, op: CmpOp, other: &Value) -> Res<Option<Value>> {
        if is_lazy(other) || overrides(other) {
            return Ok(None);
        }
        let made = match (op, operate(host, ufunc_of_compare(op), this, other)) {
            (CmpOp::Eq | CmpOp::Ne, Err(error)) if error.class == crate::data::ExcClass::UFuncTypeError => {
                super::texts::unlike(host, this, other, op == CmpOp::Ne)?
            }
            (_, made) => made?,
        };
        if let Some(made) = made {
            return Ok(Some(made));
        }
        let all = |value: bool| Chunk::full(Scalar::Bool(value), &self.shape).map(|chunk| Some(result(chunk)));
        match op {
            CmpOp::Eq => all(false),
            CmpOp::Ne => all(true),
            _ => match (other, ufunc_of_compare(op)) {
                (Value::Str(_), Some(ufunc)) => text_error(ufunc, self.dtype(), None, false).map_or(Ok(None), Err),
                _ => Ok(None),
            },
        }
    }

    fn unary(&self, this: &Value, host: &mut dyn Host, method: &str) -> Res<Option<Value>> {
        self.readable()?;
        let single = |chunk: &Chunk| {
            if chunk.ndim() == 0 {
                Ok(chunk.only())
            } else {
                Err(type_error("only 0-dimensional arrays can be converted to Python scalars"))
            }
        };
        match method {
            "__int__" => Ok(Some(crate::value::kind::to_int(host, &python(single(&self.chunk())?))?)),
            "__float__" => Ok(Some(Value::Float(single(&self.chunk())?.as_f64()))),
            "__index__" => match single(&self.chunk()) {
                Ok(at) if at.dtype().is_whole() => Ok(Some(python(at))),
                _ => Err(type_error("only integer scalar arrays can be converted to a scalar index")),
            },
            "__round__" => ufunc::round(host, std::slice::from_ref(this)).map(Some),
            other => match ufunc_of_unary(other).and_then(ops::find) {
                Some(op) => ufunc::values(host, op, std::slice::from_ref(this)),
                None => Ok(None),
            },
        }
    }

    fn iterable(&self) -> bool {
        true
    }

    fn iter(&self, _this: &Value, _host: &mut dyn Host) -> Res<Option<Value>> {
        if self.shape.is_empty() {
            return Err(type_error("iteration over a 0-d array"));
        }
        Ok(Some(iterator(self.clone())))
    }

    fn format(&self, _this: &Value, host: &mut dyn Host, spec: &str) -> Res<Option<String>> {
        if spec.is_empty() {
            return self.str(host).map(Some);
        }
        if self.shape.is_empty() {
            return crate::value::format::format(host, &np_scalar(self.chunk().only()), spec).map(Some);
        }
        Err(type_error("unsupported format string passed to numpy.ndarray.__format__"))
    }

    fn freeze(&self, _host: &mut dyn Host) -> Res<Option<Arc<dyn FrozenNative>>> {
        Ok(Some(Arc::new(FrozenArray(self.for_all()?))))
    }
}

/// An iterator over the first axis.
struct NdIter {
    array: NdArray,
    at: Cell<usize>,
}

static ITERATOR: TypeInfo =
    TypeInfo { name: "iterator", module: "builtins", declared: "builtins.iterator", base: None };

fn iterator(array: NdArray) -> Value {
    Value::native(NdIter { array, at: Cell::new(0) })
}

impl Native for NdIter {
    fn type_info(&self) -> &'static TypeInfo {
        &ITERATOR
    }

    fn repr(&self, _host: &mut dyn Host) -> Res<String> {
        Ok("<iterator object>".to_owned())
    }

    fn truth(&self, _host: &mut dyn Host) -> Res<bool> {
        Ok(true)
    }

    fn iterable(&self) -> bool {
        true
    }

    fn iter(&self, this: &Value, _host: &mut dyn Host) -> Res<Option<Value>> {
        Ok(Some(this.clone()))
    }

    fn next(&self, _host: &mut dyn Host) -> Res<Option<Option<Value>>> {
        let at = self.at.get();
        if at >= self.array.shape.first().copied().unwrap_or(0) {
            return Ok(Some(None));
        }
        self.at.set(at + 1);
        self.array.readable()?;
        let part = self.array.chunk().index_axis(0, at);
        let value = if part.ndim() == 0 { np_scalar(part.only()) } else { Value::native(self.array.view(part)) };
        Ok(Some(Some(value)))
    }
}
