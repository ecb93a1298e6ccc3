//! Rust values as a script's values, and back.

use std::collections::BTreeMap;

use crate::data::buffer::Element;
use crate::data::{Chunk, DType};
use crate::value::array::NdArray;
use crate::value::{DictKind, Value, dict};

/// A Rust value that a script can have.
pub trait IntoRdask {
    /// The script's value.
    fn into_rdask(self) -> Value;
}

/// A Rust value that a script's value can become.
pub trait FromRdask: Sized {
    /// What it is called in messages.
    const NAME: &'static str;

    /// The Rust value, if the script's value fits.
    fn from_rdask(value: &Value) -> Option<Self>;
}

/// The elements of an eager array, in C order.
#[derive(Clone, Debug, PartialEq)]
pub struct ArrayData<T> {
    /// Sizes along each axis, in elements; their product is the number of items.
    pub shape: Vec<usize>,
    /// The elements.
    pub items: Vec<T>,
}

impl IntoRdask for Value {
    fn into_rdask(self) -> Value {
        self
    }
}

impl FromRdask for Value {
    const NAME: &'static str = "any value";

    fn from_rdask(value: &Value) -> Option<Value> {
        Some(value.clone())
    }
}

impl IntoRdask for () {
    fn into_rdask(self) -> Value {
        Value::None
    }
}

impl FromRdask for () {
    const NAME: &'static str = "None";

    fn from_rdask(value: &Value) -> Option<()> {
        matches!(value, Value::None).then_some(())
    }
}

impl IntoRdask for bool {
    fn into_rdask(self) -> Value {
        Value::Bool(self)
    }
}

impl FromRdask for bool {
    const NAME: &'static str = "a bool";

    fn from_rdask(value: &Value) -> Option<bool> {
        match value {
            Value::Bool(truth) => Some(*truth),
            Value::Np(DType::Bool, bits) => Some(*bits != 0),
            _ => None,
        }
    }
}

impl IntoRdask for i64 {
    fn into_rdask(self) -> Value {
        Value::Int(self)
    }
}

impl IntoRdask for i32 {
    fn into_rdask(self) -> Value {
        Value::Int(i64::from(self))
    }
}

impl FromRdask for i64 {
    const NAME: &'static str = "an int of 64 bits";

    fn from_rdask(value: &Value) -> Option<i64> {
        match value {
            Value::Int(number) => Some(*number),
            Value::Bool(truth) => Some(i64::from(*truth)),
            Value::Np(DType::Int64, bits) => Some(*bits as i64),
            _ => None,
        }
    }
}

impl IntoRdask for f64 {
    fn into_rdask(self) -> Value {
        Value::Float(self)
    }
}

impl FromRdask for f64 {
    const NAME: &'static str = "a float";

    fn from_rdask(value: &Value) -> Option<f64> {
        match value {
            Value::Float(number) => Some(*number),
            Value::Int(number) => Some(*number as f64),
            Value::Np(DType::Float64, bits) => Some(f64::from_bits(*bits)),
            _ => None,
        }
    }
}

impl IntoRdask for &str {
    fn into_rdask(self) -> Value {
        Value::str(self)
    }
}

impl IntoRdask for String {
    fn into_rdask(self) -> Value {
        Value::str(self)
    }
}

impl FromRdask for String {
    const NAME: &'static str = "a str";

    fn from_rdask(value: &Value) -> Option<String> {
        if let Value::Str(text) = value { Some(text.as_str().to_owned()) } else { None }
    }
}

impl<T: IntoRdask> IntoRdask for Option<T> {
    fn into_rdask(self) -> Value {
        self.map_or(Value::None, T::into_rdask)
    }
}

impl<T: FromRdask> FromRdask for Option<T> {
    const NAME: &'static str = T::NAME;

    fn from_rdask(value: &Value) -> Option<Option<T>> {
        match value {
            Value::None => Some(None),
            value => T::from_rdask(value).map(Some),
        }
    }
}

impl<T: IntoRdask> IntoRdask for Vec<T> {
    fn into_rdask(self) -> Value {
        Value::list(self.into_iter().map(T::into_rdask).collect())
    }
}

/// A list or a tuple.
impl<T: FromRdask> FromRdask for Vec<T> {
    const NAME: &'static str = "a list of one type";

    fn from_rdask(value: &Value) -> Option<Vec<T>> {
        match value {
            Value::List(list) => list.items.borrow().iter().map(T::from_rdask).collect(),
            Value::Tuple(tuple) => tuple.items.iter().map(T::from_rdask).collect(),
            _ => None,
        }
    }
}

impl<T: IntoRdask> IntoRdask for BTreeMap<String, T> {
    fn into_rdask(self) -> Value {
        let made = dict::of_kind(DictKind::Plain);
        self.into_iter().for_each(|(key, value)| dict::set_str(&made, &key, value.into_rdask()));
        Value::Dict(made.into())
    }
}

impl<T: FromRdask> FromRdask for BTreeMap<String, T> {
    const NAME: &'static str = "a dict with texts as keys";

    fn from_rdask(value: &Value) -> Option<BTreeMap<String, T>> {
        let Value::Dict(found) = value else { return None };
        let pair = |(key, value): (Value, Value)| Some((String::from_rdask(&key)?, T::from_rdask(&value)?));
        dict::items(found).into_iter().map(pair).collect()
    }
}

/// A tuple of two.
impl<A: IntoRdask, B: IntoRdask> IntoRdask for (A, B) {
    fn into_rdask(self) -> Value {
        Value::tuple([self.0.into_rdask(), self.1.into_rdask()])
    }
}

/// A tuple of two.
impl<A: FromRdask, B: FromRdask> FromRdask for (A, B) {
    const NAME: &'static str = "a tuple of two";

    fn from_rdask(value: &Value) -> Option<(A, B)> {
        let Value::Tuple(tuple) = value else { return None };
        let [a, b] = &*tuple.items else { return None };
        Some((A::from_rdask(a)?, B::from_rdask(b)?))
    }
}

/// An eager array. Items that are too few for the shape leave the array one-dimensional.
impl<T: Element> IntoRdask for ArrayData<T> {
    fn into_rdask(self) -> Value {
        let fits = self.shape.iter().try_fold(1usize, |all, &size| all.checked_mul(size)) == Some(self.items.len());
        let shape = if fits { self.shape } else { vec![self.items.len()] };
        NdArray::value(Chunk::of(self.items, shape))
    }
}

/// An eager array of exactly this dtype.
impl<T: Element> FromRdask for ArrayData<T> {
    const NAME: &'static str = "an array of this dtype";

    fn from_rdask(value: &Value) -> Option<ArrayData<T>> {
        let chunk = value.as_native::<NdArray>()?.chunk();
        if chunk.dtype() != T::DTYPE {
            return None;
        }
        Some(ArrayData { items: chunk.to_vec().ok()?, shape: chunk.shape.to_vec() })
    }
}
