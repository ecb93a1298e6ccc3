//! Linear algebra of complex matrices, and eigenvalues of any: parts of results, stacks of matrices.

pub mod eigen;
pub mod factor;
pub mod reflect;
pub mod spectral;

use faer::c64;

use crate::data::buffer::room;
use crate::data::complex::C64;
use crate::data::raised::Res;
use crate::data::{Chunk, DType};
use crate::kernels::linalg::stack::Stacks;
use crate::kernels::reduce::cast;

/// A complex matrix, in column order.
pub type Matrix = faer::Mat<c64>;

/// The elements of a result.
#[derive(Clone, Debug)]
pub enum Items {
    /// Such as singular values.
    Real(Vec<f64>),
    /// Such as vectors.
    Complex(Vec<C64>),
}

/// One result of work on one matrix, in C order.
#[derive(Clone, Debug)]
pub struct Part {
    /// The elements.
    pub items: Items,
    /// The shape: of no, one or two axes.
    pub shape: Vec<usize>,
}

/// NumPy's complex number as faer's.
pub fn wide(x: C64) -> c64 {
    c64::new(x.re, x.im)
}

/// faer's complex number as NumPy's.
pub fn narrow(x: c64) -> C64 {
    C64::new(x.re, x.im)
}

impl Part {
    /// A complex number.
    pub fn number(value: c64) -> Part {
        Part { items: Items::Complex(vec![narrow(value)]), shape: Vec::new() }
    }

    /// A real number.
    pub fn real(value: f64) -> Part {
        Part { items: Items::Real(vec![value]), shape: Vec::new() }
    }

    /// Real numbers.
    pub fn reals(items: Vec<f64>) -> Part {
        Part { shape: vec![items.len()], items: Items::Real(items) }
    }

    /// Complex numbers.
    pub fn vector(items: impl Iterator<Item = c64>) -> Part {
        let items: Vec<C64> = items.map(narrow).collect();
        Part { shape: vec![items.len()], items: Items::Complex(items) }
    }

    /// A matrix.
    ///
    /// # Errors
    /// `MemoryError` when there is no room.
    pub fn matrix(of: faer::MatRef<'_, c64>) -> Res<Part> {
        let shape = vec![of.nrows(), of.ncols()];
        let mut items = room::<C64>(&shape)?;
        for i in 0..of.nrows() {
            items.extend((0..of.ncols()).map(|j| narrow(of[(i, j)])));
        }
        Ok(Part { items: Items::Complex(items), shape })
    }

    fn join(&mut self, more: Part) {
        match (&mut self.items, more.items) {
            (Items::Real(items), Items::Real(more)) => items.extend(more),
            (Items::Complex(items), Items::Complex(more)) => items.extend(more),
            _ => {}
        }
    }

    fn chunk(self, outer: &[usize], single: bool) -> Res<Chunk> {
        let sizes = [outer, &self.shape].concat();
        match self.items {
            Items::Real(items) => cast(&Chunk::of(items, sizes), if single { DType::Float32 } else { DType::Float64 }),
            Items::Complex(items) => {
                cast(&Chunk::of(items, sizes), if single { DType::Complex64 } else { DType::Complex128 })
            }
        }
    }
}

/// As [`super::stack::each`], of complex matrices.
///
/// # Errors
/// What the work raises; `ValueError` for stacks that do not broadcast.
pub fn each(inputs: &[&Chunk], axes: &[usize], work: impl Fn(&[Matrix]) -> Res<Vec<Part>>) -> Res<Vec<Chunk>> {
    let single = inputs.iter().all(|chunk| matches!(chunk.dtype(), DType::Float32 | DType::Complex64));
    let stacks = Stacks::of(inputs, axes, DType::Complex128)?;
    let matrices = |at| stacks.matrices(at, wide);
    let outer = &stacks.outer;
    if stacks.count == 0 {
        let empty = |part: Part| {
            let items = match part.items {
                Items::Real(_) => Items::Real(Vec::new()),
                Items::Complex(_) => Items::Complex(Vec::new()),
            };
            Part { items, shape: part.shape }.chunk(outer, single)
        };
        return work(&matrices(None))?.into_iter().map(empty).collect();
    }
    let out = stacks.parts(|at| work(&matrices(Some(at))), Part::join)?;
    out.into_iter().map(|part| part.chunk(outer, single)).collect()
}
