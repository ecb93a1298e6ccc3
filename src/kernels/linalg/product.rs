//! Products of matrices and vectors, by faer's blocked and vectorised kernels; of doubles by `ops::simd::product` where the
//! processor has AVX2 or AVX-512.

use std::sync::Arc;

use faer::linalg::matmul::matmul;
use faer::{Accum, MatMut, MatRef, Par};

use crate::data::buffer::{room, with_dtype};
use crate::data::raised::{Res, value_error};
use crate::data::{Chunk, DType, Element, Scalar, shape};
use crate::kernels::elemwise::{Input, evaluate};
use crate::kernels::fold::Num;
use crate::kernels::reduce::cast;
use crate::kernels::shared;
use crate::ops::ir::{Arg, Program};
use crate::ops::lane::LaneMut;
use crate::ops::simd::Factor;
use crate::ops::simd::product::product as tiles;

/// `a @ b` for arrays of one or two axes.
///
/// # Errors
/// NumPy's `ValueError` for sizes that do not meet; `MemoryError`.
pub fn dot(a: &Chunk, b: &Chunk) -> Res<Chunk> {
    a.dtype().check_product()?;
    b.dtype().check_product()?;
    let dtype = a.dtype().promote(b.dtype());
    let (a, b) = (cast(a, dtype)?, cast(b, dtype)?);
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
        _ => with_dtype!(dtype, T => plain::<T>(&a.contiguous()?, &b.contiguous()?, sizes, out)),
    }
}

/// `sum + a @ b` for matrices, all of one dtype: where `sum` stands, if nobody else holds it.
///
/// # Errors
/// As for [`dot`].
pub fn dot_onto(sum: Chunk, a: &Chunk, b: &Chunk) -> Res<Chunk> {
    let alike = [a, b].iter().all(|chunk| chunk.ndim() == 2 && chunk.dtype() == sum.dtype());
    let fits = alike && sum.shape[..] == [sizes(a)[0], sizes(b)[1]] && sizes(a)[1] == sizes(b)[0];
    match sum.dtype() {
        DType::Float64 if fits => onto::<f64>(sum, a, b),
        DType::Float32 if fits => onto::<f32>(sum, a, b),
        _ => crate::kernels::reduce::apply("add", &[&sum, &dot(a, b)?]),
    }
}

fn onto<T: Num + faer::traits::ComplexField>(sum: Chunk, a: &Chunk, b: &Chunk) -> Res<Chunk> {
    let ([m, k], [_, n]) = (sizes(a), sizes(b));
    let mut sum = if sum.is_contiguous() && sum.buffer.len() == m * n { sum } else { sum.copy()? };
    if m * n == 0 || k == 0 {
        return Ok(sum);
    }
    if Arc::get_mut(&mut sum.buffer).and_then(|buffer| T::of_mut(buffer.data_mut())).is_none() {
        sum = sum.copy()?;
    }
    let (a, b) = (matrix(a, [m, k])?, matrix(b, [k, n])?);
    let (Some(left), Some(right)) = (Side::<T>::of(&a), Side::<T>::of(&b)) else {
        return Err(value_error("a product of arrays that do not lie in rows or columns"));
    };
    if let Some(items) = Arc::get_mut(&mut sum.buffer).and_then(|buffer| T::of_mut(buffer.data_mut())) {
        left.times(&right, Accum::Add, items);
    }
    Ok(sum)
}

/// A factor, as faer sees it, and as the code for doubles does.
struct Side<'a, T: Element> {
    view: MatRef<'a, T>,
    doubles: Option<Factor<'a>>,
}

impl<'a, T: Element> Side<'a, T> {
    fn of(of: &'a Chunk) -> Option<Side<'a, T>> {
        let step = |axis: usize| of.strides.get(axis).and_then(|&step| usize::try_from(step).ok());
        let items = of.buffer.items::<f64>().and_then(|items| items.get(of.offset..));
        let doubles = items.and_then(|items| Some(Factor { items, down: step(0)?, along: step(1)? }));
        Some(Side { view: view::<T>(of)?, doubles })
    }

    /// Some rows of it.
    fn rows(&self, start: usize, count: usize) -> Side<'a, T> {
        let part = |of: Factor<'a>| Some(Factor { items: of.items.get(start * of.down..)?, ..of });
        Side { view: self.view.get(start..start + count, ..), doubles: self.doubles.and_then(part) }
    }

    /// The product into, or onto, elements that stand row by row.
    fn times(&self, other: &Side<'_, T>, how: Accum, out: &mut [T])
    where
        T: Num + faer::traits::ComplexField,
    {
        let (rows, inner, columns) = (self.view.nrows(), self.view.ncols(), other.view.ncols());
        let done = match (self.doubles, other.doubles, T::as_lane_mut(out)) {
            (Some(a), Some(b), LaneMut::Float64(out)) => tiles(a, b, out, [rows, inner, columns], how == Accum::Add),
            _ => false,
        };
        if !done {
            let place = MatMut::from_row_major_slice_mut(out, rows, columns);
            matmul(place, how, self.view, other.view, T::one_impl(), Par::Seq);
        }
    }
}

/// Rows and columns of a matrix.
fn sizes(of: &Chunk) -> [usize; 2] {
    let size = |axis: usize| of.shape.get(axis).copied().unwrap_or(1);
    [size(0), size(1)]
}

/// NumPy's error for sizes that do not meet.
pub fn misaligned(a: &Chunk, b: &Chunk) -> Box<crate::data::Raised> {
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

/// Multiplications from which a product is shared out to all cores.
const WORTH: usize = 1 << 21;

fn product<T: Num + faer::traits::ComplexField>(
    a: &Chunk,
    b: &Chunk,
    [m, k, n]: [usize; 3],
    out: Vec<usize>,
) -> Res<Chunk> {
    if m == 1 && n == 1 {
        return inner::<T>(&a.contiguous()?, &b.contiguous()?, out);
    }
    let (a, b) = (matrix(a, [m, k])?, matrix(b, [k, n])?);
    let (Some(left), Some(right)) = (Side::<T>::of(&a), Side::<T>::of(&b)) else {
        return Err(value_error("a product of arrays that do not lie in rows or columns"));
    };
    let mut items = room::<T>(&[m, n])?;
    items.resize(m * n, T::default());
    let rows = |start: usize, part: &mut [T]| {
        let count = part.len() / n.max(1);
        left.rows(start, count).times(&right, Accum::Replace, part);
    };
    if m * n > 0 && k > 0 {
        shared::rows(&mut items, n, m.saturating_mul(n).saturating_mul(k) >= WORTH, rows);
    }
    Ok(Chunk::of(items, out))
}

/// As a matrix whose rows or columns each lie together in memory.
fn matrix(of: &Chunk, [rows, columns]: [usize; 2]) -> Res<Chunk> {
    let of = if of.ndim() == 2 { of.clone() } else { of.reshape(vec![rows, columns])? };
    let fits = |step: isize, count: usize, other: isize, size: usize| {
        (step == 1 || count <= 1) && (size <= 1 || other >= count as isize)
    };
    let [down, along] = of.strides[..] else { return of.contiguous() };
    if fits(along, columns, down, rows) || fits(down, rows, along, columns) { Ok(of) } else { of.copy() }
}

fn view<T: Element>(of: &Chunk) -> Option<MatRef<'_, T>> {
    let ([rows, columns], [down, along]) = (&of.shape[..], &of.strides[..]) else { return None };
    let (rows, columns) = (*rows, *columns);
    let items = of.buffer.items::<T>()?.get(of.offset..)?;
    if rows == 0 || columns == 0 {
        return Some(MatRef::from_row_major_slice(&[], rows, columns)).filter(|_| rows * columns == 0);
    }
    if *along == 1 || columns == 1 {
        let step = if rows == 1 { columns } else { usize::try_from(*down).ok()? };
        let items = items.get(..(rows - 1) * step + columns)?;
        return Some(MatRef::from_row_major_slice_with_stride(items, rows, columns, step));
    }
    let step = if columns == 1 { rows } else { usize::try_from(*along).ok()? };
    let items = items.get(..(columns - 1) * step + rows)?;
    Some(MatRef::from_column_major_slice_with_stride(items, rows, columns, step))
}

/// The product of two vectors, in eight sums side by side.
fn inner<T: Num>(a: &Chunk, b: &Chunk, out: Vec<usize>) -> Res<Chunk> {
    let (left, right) = (a.items::<T>().unwrap_or_default(), b.items::<T>().unwrap_or_default());
    let (left, left_rest) = left.as_chunks::<8>();
    let (right, right_rest) = right.as_chunks::<8>();
    let mut sums = [T::default(); 8];
    for (x, y) in left.iter().zip(right) {
        for (sum, (x, y)) in sums.iter_mut().zip(x.iter().zip(y)) {
            *sum = sum.add(x.mul(*y));
        }
    }
    let mut total = T::default();
    for sum in sums {
        total = total.add(sum);
    }
    for (x, y) in left_rest.iter().zip(right_rest) {
        total = total.add(x.mul(*y));
    }
    Ok(Chunk::of(vec![total], out))
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
///
/// # Errors
/// What the addition raises.
pub fn sum(parts: &[&Chunk]) -> Res<Chunk> {
    let Some((first, rest)) = parts.split_first() else { return Ok(Chunk::scalar(Scalar::Float64(0.0))) };
    if rest.is_empty() {
        return Ok((*first).clone());
    }
    // Sums of narrow integers, and of bools, are wide.
    let wide: Vec<Chunk> = parts.iter().map(|part| cast(part, part.dtype().summed())).collect::<Res<_>>()?;
    let same = wide.iter().all(|part| part.dtype() == DType::Float64 && part.shape == first.shape);
    let mut total = wide.first().cloned().unwrap_or_else(|| (*first).clone());
    if let (true, Some(add)) = (same, crate::ops::find("add")) {
        // In one pass, without the sums between.
        let mut program = Program::new(wide.iter().map(Chunk::dtype).collect());
        let mut sum = program.input(0);
        for at in 1..wide.len() {
            let part = program.input(at);
            sum = program.apply(add, &[Arg::Reg(sum), Arg::Reg(part)])?;
        }
        program.result = Some(sum);
        let inputs: Vec<Input<'_>> = wide.iter().map(Input::Array).collect();
        return evaluate(&program, &inputs, &first.shape, &mut || Ok(()));
    }
    for part in wide.iter().skip(1) {
        total = crate::kernels::reduce::apply("add", &[&total, part])?;
    }
    Ok(total)
}
