//! Products of matrices and vectors. The only user of ndarray, whose product runs blocked, vectorised and on one thread.

use ndarray::{ArrayView2, linalg::general_mat_mul};

use super::fold::Num;
use super::reduce::cast;
use crate::data::buffer::{room, with_dtype};
use crate::data::raised::{Res, value_error};
use crate::data::{Chunk, DType, Scalar, shape};

/// `a @ b` for arrays of one or two axes.
pub fn dot(a: &Chunk, b: &Chunk) -> Res<Chunk> {
    let dtype = a.dtype().promote(b.dtype());
    let (a, b) = (cast(a, dtype)?.contiguous()?, cast(b, dtype)?.contiguous()?);
    let rows = if a.ndim() == 2 { a.shape.first().copied() } else { None };
    let columns = if b.ndim() == 2 { b.shape.last().copied() } else { None };
    let inner = a.shape.last().copied().unwrap_or(1);
    if b.shape.first().copied().unwrap_or(1) != inner {
        return Err(misaligned(&a, &b));
    }
    let out: Vec<usize> = rows.into_iter().chain(columns).collect();
    let sizes = [rows.unwrap_or(1), inner, columns.unwrap_or(1)];
    match dtype {
        DType::Float64 => product::<f64>(&a, &b, sizes, out),
        DType::Float32 => product::<f32>(&a, &b, sizes, out),
        other => with_dtype!(other, T => plain::<T>(&a, &b, sizes, out)),
    }
}

fn misaligned(a: &Chunk, b: &Chunk) -> Box<crate::data::Raised> {
    let at = |chunk: &Chunk, axis: usize| chunk.shape.get(axis).copied().unwrap_or(1);
    let (left, right) = (a.ndim().saturating_sub(1), b.ndim().saturating_sub(2));
    value_error(format!(
        "shapes {} and {} not aligned: {} (dim {left}) != {} (dim {right})",
        shape::show_tight(&a.shape),
        shape::show_tight(&b.shape),
        at(a, left),
        at(b, right)
    ))
}

fn product<T: Num + ndarray::LinalgScalar>(a: &Chunk, b: &Chunk, [m, k, n]: [usize; 3], out: Vec<usize>) -> Res<Chunk> {
    if m == 1 && n == 1 {
        return plain::<T>(a, b, [m, k, n], out);
    }
    let mut items = room::<T>(&[m, n])?;
    items.resize(m * n, T::zero());
    let mut c = ndarray::Array2::from_shape_vec((m, n), items).map_err(|error| value_error(error.to_string()))?;
    let misfit = |error: ndarray::ShapeError| value_error(error.to_string());
    let left = ArrayView2::from_shape((m, k), a.items::<T>().unwrap_or_default()).map_err(misfit)?;
    let right = ArrayView2::from_shape((k, n), b.items::<T>().unwrap_or_default()).map_err(misfit)?;
    general_mat_mul(T::one(), &left, &right, T::zero(), &mut c);
    let (items, _) = c.into_raw_vec_and_offset();
    Ok(Chunk::of(items, out))
}

fn plain<T: Num>(a: &Chunk, b: &Chunk, [m, k, n]: [usize; 3], out: Vec<usize>) -> Res<Chunk> {
    let (left, right) = (a.items::<T>().unwrap_or_default(), b.items::<T>().unwrap_or_default());
    let mut items = room::<T>(&[m, n])?;
    let mut row = Vec::new();
    for at in 0..m {
        row.clear();
        row.resize(n, T::default());
        let of = left.get(at * k..(at + 1) * k).unwrap_or_default();
        for (j, &x) in of.iter().enumerate() {
            let line = right.get(j * n..(j + 1) * n).unwrap_or_default();
            for (place, &y) in row.iter_mut().zip(line) {
                *place = place.add(x.mul(y));
            }
        }
        items.extend_from_slice(&row);
    }
    Ok(Chunk::of(items, out))
}

/// The sum of arrays of one shape, in this order.
pub fn sum(parts: &[&Chunk]) -> Res<Chunk> {
    let Some((first, rest)) = parts.split_first() else { return Ok(Chunk::scalar(Scalar::Float64(0.0))) };
    let mut total = (*first).clone();
    for part in rest {
        total = super::reduce::apply("add", &[&total, part])?;
    }
    Ok(total)
}
