//! The real and imaginary parts of an array of complex numbers, as arrays that see its elements: what is written to one
//! shows in the other.

use super::{convert, index};
use crate::data::buffer::{Element, room};
use crate::data::complex::{C32, C64};
use crate::data::raised::{ExcClass, Raised, Res, type_error};
use crate::data::{Chunk, DType, Scalar};
use crate::kernels::reduce::apply;
use crate::value::array::NdArray;
use crate::value::{Host, Value};

/// `.real` or `.imag`.
///
/// # Errors
/// `MemoryError`; `OSError` of a mapped file.
pub fn part(own: &NdArray, this: &Value, name: &str) -> Res<Value> {
    let chunk = own.chunk();
    let at = usize::from(name == "imag");
    match own.dtype() {
        // A mapped file has no second form in memory: its parts are copies.
        dtype if dtype.is_complex() && own.map().is_some() => apply(name, &[&chunk]).map(NdArray::value),
        dtype if dtype.is_complex() => {
            let shape = [chunk.shape.as_slice(), &[2]].concat();
            let axis = chunk.ndim();
            drop(chunk);
            let both = own.linked(dtype.real(), &shape, reread)?;
            Ok(Value::native(both.view(both.chunk().index_axis(axis, at))))
        }
        _ if at == 0 => Ok(this.clone()),
        dtype => {
            let zeros = NdArray::new(Chunk::full(Scalar::zero(dtype), &own.shape)?);
            zeros.set_writable(false)?;
            Ok(Value::native(zeros))
        }
    }
}

/// `x.real = value` and `x.imag = value`: the elements are written.
///
/// # Errors
/// NumPy's: `TypeError` for the imaginary part of what has none, `ValueError` for shapes that do not meet.
pub fn set_part(own: &NdArray, host: &mut dyn Host, this: &Value, name: &str, value: &Value) -> Res<()> {
    if name == "imag" && !own.dtype().is_complex() {
        return Err(type_error("array does not have imaginary part to set"));
    }
    if own.dtype().is_complex() && own.map().is_some() {
        let text = format!("setting .{name} of a mapped file is not in rdask yet");
        let error = Raised::new(ExcClass::NotImplementedError, text);
        return Err(error.help("write the elements: x[...] = ..."));
    }
    let seen = part(own, this, name)?;
    let all = Value::Ellipsis;
    index::setitem(host, convert::this(&seen)?, &all, value)
}

/// Complex numbers as pairs of floats, or the reverse, in a shape that has as many bytes.
fn reread(chunk: &Chunk, to: DType, shape: &[usize]) -> Res<Chunk> {
    match to {
        DType::Float64 => apart(chunk, shape, |z: C64| [z.re, z.im]),
        DType::Float32 => apart(chunk, shape, |z: C32| [z.re, z.im]),
        DType::Complex128 => joined(chunk, shape, |re: f64, im: f64| C64 { re, im }),
        _ => joined(chunk, shape, |re: f32, im: f32| C32 { re, im }),
    }
}

fn apart<Z: Element, F: Element>(chunk: &Chunk, shape: &[usize], parts: impl Fn(Z) -> [F; 2]) -> Res<Chunk> {
    let from = chunk.contiguous()?;
    let mut items = room::<F>(shape)?;
    items.extend(from.items::<Z>().unwrap_or_default().iter().flat_map(|&z| parts(z)));
    Ok(Chunk::of(items, shape.to_vec()))
}

fn joined<F: Element, Z: Element>(chunk: &Chunk, shape: &[usize], whole: impl Fn(F, F) -> Z) -> Res<Chunk> {
    let from = chunk.contiguous()?;
    let mut items = room::<Z>(shape)?;
    items.extend(from.items::<F>().unwrap_or_default().chunks_exact(2).map(|pair| match pair {
        [re, im] => whole(*re, *im),
        _ => Z::default(),
    }));
    Ok(Chunk::of(items, shape.to_vec()))
}
