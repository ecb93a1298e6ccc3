//! Stacks of matrices: NumPy's functions work on the last two axes and go over the others.

use super::Matrix;
use crate::data::buffer::room;
use crate::data::raised::Res;
use crate::data::{Chunk, DType, ExcClass, Raised, shape};
use crate::kernels::reduce::cast;

/// One result of work on one matrix: a number, a vector or a matrix, in C order.
#[derive(Clone, Debug)]
pub struct Part {
    /// The elements.
    pub items: Vec<f64>,
    /// The shape: of no, one or two axes.
    pub shape: Vec<usize>,
}

impl Part {
    /// A number.
    pub fn number(value: f64) -> Part {
        Part { items: vec![value], shape: Vec::new() }
    }

    /// A vector.
    pub fn vector(items: Vec<f64>) -> Part {
        Part { shape: vec![items.len()], items }
    }

    /// A matrix.
    ///
    /// # Errors
    /// `MemoryError` when there is no room.
    pub fn matrix(of: faer::MatRef<'_, f64>) -> Res<Part> {
        let shape = vec![of.nrows(), of.ncols()];
        let mut items = room::<f64>(&shape)?;
        for i in 0..of.nrows() {
            items.extend((0..of.ncols()).map(|j| of[(i, j)]));
        }
        Ok(Part { items, shape })
    }
}

/// The dtype in which a function of linear algebra gives its results: float32 of float32, else float64.
pub fn result_dtype(inputs: &[&Chunk]) -> DType {
    let single = |chunk: &&Chunk| chunk.dtype() == DType::Float32;
    if !inputs.is_empty() && inputs.iter().all(single) { DType::Float32 } else { DType::Float64 }
}

/// Work on each matrix (or vector, where `axes` says 1) of stacks that broadcast. Each gives the same number of parts;
/// the parts of all are stacked again.
///
/// # Errors
/// What the work raises; `ValueError` for stacks that do not broadcast.
pub fn each(inputs: &[&Chunk], axes: &[usize], work: impl Fn(&[Matrix]) -> Res<Vec<Part>>) -> Res<Vec<Chunk>> {
    let to = result_dtype(inputs);
    if inputs.iter().any(|chunk| chunk.dtype().is_complex()) {
        let text = "factorizations of complex matrices are not in rdask yet";
        let error = Raised::new(ExcClass::NotImplementedError, text);
        return Err(error.help("write a complex system a + bi as the real one [[a, -b], [b, a]]"));
    }
    let outer_of = |(chunk, &core): (&&Chunk, &usize)| {
        chunk.shape.get(..chunk.ndim().saturating_sub(core)).unwrap_or_default().to_vec()
    };
    let outers: Vec<Vec<usize>> = inputs.iter().zip(axes).map(outer_of).collect();
    let refs: Vec<&[usize]> = outers.iter().map(Vec::as_slice).collect();
    let Some(outer) = shape::broadcast(&refs) else { return Err(shape::broadcast_error(&refs)) };
    let count = shape::size(&outer).unwrap_or(0);
    let mut items = Vec::with_capacity(inputs.len());
    for (chunk, &core) in inputs.iter().zip(axes) {
        let inner = chunk.shape.get(chunk.ndim().saturating_sub(core)..).unwrap_or_default();
        let wide = cast(chunk, DType::Float64)?.broadcast_to(&[outer.as_slice(), inner].concat()).contiguous()?;
        items.push((wide, inner.to_vec()));
    }
    let matrix = |at: Option<usize>| -> Vec<Matrix> {
        items.iter().map(|(wide, inner)| read(wide.items::<f64>().unwrap_or_default(), inner, at)).collect()
    };
    if count == 0 {
        // The shapes of the parts are those of any matrix.
        let parts = work(&matrix(None))?;
        return parts
            .into_iter()
            .map(|part| cast(&Chunk::of(Vec::<f64>::new(), [outer.clone(), part.shape].concat()), to))
            .collect();
    }
    let mut out: Vec<Part> = Vec::new();
    for at in 0..count {
        let parts = work(&matrix(Some(at)))?;
        if out.is_empty() {
            out = parts;
            continue;
        }
        for (place, part) in out.iter_mut().zip(parts) {
            place.items.extend(part.items);
        }
    }
    out.into_iter().map(|part| cast(&Chunk::of(part.items, [outer.clone(), part.shape].concat()), to)).collect()
}

/// The matrix with this number; of no number the unit matrix of that shape.
fn read(items: &[f64], inner: &[usize], at: Option<usize>) -> Matrix {
    let (rows, columns) = match *inner {
        [rows, columns] => (rows, columns),
        [rows] => (rows, 1),
        _ => (1, 1),
    };
    let Some(at) = at else { return Matrix::identity(rows, columns) };
    let size = rows * columns;
    let part = items.get(at * size..(at + 1) * size).unwrap_or_default();
    Matrix::from_fn(rows, columns, |i, j| part.get(i * columns + j).copied().unwrap_or_default())
}
