//! `bytes`: how it is made, and its methods; `str.encode`, `bytes.decode`.

pub mod make;
pub mod methods;
pub mod split;

use super::args::{at, inner};
use crate::data::Res;
use crate::value::{Value, bytes, kind};

/// `self` of a method.
fn this(a: &[Value]) -> Res<&[u8]> {
    bytes::of(at(a, 0)).ok_or_else(|| {
        let name = kind::type_name(at(a, 0));
        crate::data::raised::type_error(format!("descriptor 'bytes' requires a 'bytes' object but received a '{name}'"))
    })
}

/// `self` as the value it is.
fn own(a: &[Value]) -> Value {
    inner(at(a, 0)).clone()
}
