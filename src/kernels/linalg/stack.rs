//! Stacks of matrices: NumPy's functions work on the last two axes and go over the others.

use faer::Mat;
use faer::traits::ComplexField;

use super::Matrix;
use crate::data::buffer::{Element, room};
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
    let stacks = Stacks::of(inputs, axes, DType::Float64)?;
    let matrix = |at| stacks.matrices(at, |x: f64| x);
    let outer = &stacks.outer;
    if stacks.count == 0 {
        let parts = work(&matrix(None))?;
        return parts
            .into_iter()
            .map(|part| cast(&Chunk::of(Vec::<f64>::new(), [outer.clone(), part.shape].concat()), to))
            .collect();
    }
    let out = stacks.parts(|at| work(&matrix(Some(at))), |place: &mut Part, part| place.items.extend(part.items))?;
    out.into_iter().map(|part| cast(&Chunk::of(part.items, [outer.clone(), part.shape].concat()), to)).collect()
}

/// Stacks of matrices that broadcast, in one dtype.
pub struct Stacks {
    /// The axes before those of a matrix.
    pub outer: Vec<usize>,
    /// How many matrices a stack has.
    pub count: usize,
    /// Each stack with the shape of one of its matrices.
    whole: Vec<(Chunk, Vec<usize>)>,
}

impl Stacks {
    /// Of inputs whose last axes, as many as `axes` says, are those of a matrix or vector.
    ///
    /// # Errors
    /// `ValueError` for stacks that do not broadcast.
    pub fn of(inputs: &[&Chunk], axes: &[usize], dtype: DType) -> Res<Stacks> {
        let outer_of = |(chunk, &core): (&&Chunk, &usize)| {
            chunk.shape.get(..chunk.ndim().saturating_sub(core)).unwrap_or_default().to_vec()
        };
        let outers: Vec<Vec<usize>> = inputs.iter().zip(axes).map(outer_of).collect();
        let refs: Vec<&[usize]> = outers.iter().map(Vec::as_slice).collect();
        let Some(outer) = shape::broadcast(&refs) else { return Err(shape::broadcast_error(&refs)) };
        let mut whole = Vec::with_capacity(inputs.len());
        for (chunk, &core) in inputs.iter().zip(axes) {
            let inner = chunk.shape.get(chunk.ndim().saturating_sub(core)..).unwrap_or_default();
            let wide = cast(chunk, dtype)?.broadcast_to(&[outer.as_slice(), inner].concat()).contiguous()?;
            whole.push((wide, inner.to_vec()));
        }
        Ok(Stacks { count: shape::size(&outer).unwrap_or(0), outer, whole })
    }

    /// The matrices with this number, their elements converted; of no number unit matrices of those shapes, whose parts
    /// have the shapes of any.
    pub fn matrices<T: Element, E: ComplexField + Default>(&self, at: Option<usize>, wide: fn(T) -> E) -> Vec<Mat<E>> {
        self.whole.iter().map(|(whole, inner)| read(whole.items::<T>().unwrap_or_default(), inner, at, wide)).collect()
    }

    /// The parts of all matrices: those of the first, each joined by those of the others.
    ///
    /// # Errors
    /// What the work raises.
    pub fn parts<P>(&self, work: impl Fn(usize) -> Res<Vec<P>>, join: impl Fn(&mut P, P)) -> Res<Vec<P>> {
        let mut out: Vec<P> = Vec::new();
        for at in 0..self.count {
            let parts = work(at)?;
            if out.is_empty() {
                out = parts;
                continue;
            }
            out.iter_mut().zip(parts).for_each(|(place, part)| join(place, part));
        }
        Ok(out)
    }
}

/// The matrix with this number; of no number the unit matrix of that shape.
fn read<T: Element, E: ComplexField + Default>(
    items: &[T],
    inner: &[usize],
    at: Option<usize>,
    wide: fn(T) -> E,
) -> Mat<E> {
    let (rows, columns) = match *inner {
        [rows, columns] => (rows, columns),
        [rows] => (rows, 1),
        _ => (1, 1),
    };
    let Some(at) = at else { return Mat::identity(rows, columns) };
    let size = rows * columns;
    let part = items.get(at * size..(at + 1) * size).unwrap_or_default();
    Mat::from_fn(rows, columns, |i, j| part.get(i * columns + j).copied().map(wide).unwrap_or_default())
}
