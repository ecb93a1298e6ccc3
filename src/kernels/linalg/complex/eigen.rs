//! Eigenvalues and eigenvectors of any square matrix. Vectors have length 1 and, as LAPACK's, a real largest element
//! where they are complex; the order of the values and the signs of the vectors are faer's.

use faer::{Mat, c64};

use super::{Matrix, Part, each};
use crate::data::complex::C64;
use crate::data::raised::Res;
use crate::data::{Chunk, DType};
use crate::kernels::linalg::{error, stack};
use crate::kernels::reduce::cast;

fn failed() -> Box<crate::data::Raised> {
    error("Eigenvalues did not converge")
}

fn finite(mut items: impl Iterator<Item = f64>) -> Res<()> {
    match items.all(f64::is_finite) {
        true => Ok(()),
        false => Err(error("Array must not contain infs or NaNs")),
    }
}

/// Eigenvalues, and eigenvectors as columns; real where all values are.
///
/// # Errors
/// `LinAlgError` for NaN or infinity, and when the iteration does not end.
pub fn eig(a: &Chunk) -> Res<Vec<Chunk>> {
    check(a)?;
    let made = if a.dtype().is_complex() {
        each(&[a], &[2], |matrices| matrices.first().map_or(Ok(Vec::new()), of_complex))?
    } else {
        each(&[a], &[2], |matrices| matrices.first().map_or(Ok(Vec::new()), of_real))?
    };
    real_where_real(a, made)
}

/// Eigenvalues; real where all are.
///
/// # Errors
/// As of [`eig`].
pub fn values(a: &Chunk) -> Res<Vec<Chunk>> {
    let mut all = eig(a)?;
    all.truncate(1);
    Ok(all)
}

fn check(a: &Chunk) -> Res<()> {
    let parts = cast(a, DType::Complex128)?.to_vec::<C64>()?;
    finite(parts.into_iter().flat_map(|x| [x.re, x.im]))
}

fn of_complex(a: &Matrix) -> Res<Vec<Part>> {
    let found = a.eigen().map_err(|_| failed())?;
    let vectors = normalized(found.U().to_owned());
    let values: Vec<c64> = found.S().column_vector().iter().copied().collect();
    Ok(vec![Part::vector(values.into_iter()), Part::matrix(vectors.as_ref())?])
}

fn of_real(a: &Matrix) -> Res<Vec<Part>> {
    let real = Mat::<f64>::from_fn(a.nrows(), a.ncols(), |i, j| a[(i, j)].re);
    let found = real.eigen().map_err(|_| failed())?;
    let values: Vec<c64> = found.S().column_vector().iter().copied().collect();
    let vectors = normalized(found.U().to_owned());
    Ok(vec![Part::vector(values.into_iter()), Part::matrix(vectors.as_ref())?])
}

/// Columns of length 1 whose largest element is real; real ones stay real.
fn normalized(mut vectors: Matrix) -> Matrix {
    for j in 0..vectors.ncols() {
        let rows = vectors.nrows();
        let norm = (0..rows).map(|i| vectors[(i, j)].norm_sqr()).sum::<f64>().sqrt();
        if norm == 0.0 {
            continue;
        }
        let real = (0..rows).all(|i| vectors[(i, j)].im == 0.0);
        let largest = (0..rows)
            .map(|i| vectors[(i, j)])
            .fold(c64::new(0.0, 0.0), |most, x| if x.norm_sqr() > most.norm_sqr() * (1.0 + 1e-12) { x } else { most });
        let turn = if real { c64::new(1.0 / norm, 0.0) } else { largest.conj() / (largest.norm() * norm) };
        for i in 0..rows {
            let at = vectors[(i, j)];
            vectors[(i, j)] = at * turn;
            if at == largest && !real {
                vectors[(i, j)].im = 0.0;
            }
        }
    }
    vectors
}

/// Of a real matrix all of whose eigenvalues are real, the results are.
fn real_where_real(a: &Chunk, made: Vec<Chunk>) -> Res<Vec<Chunk>> {
    if a.dtype().is_complex() {
        return Ok(made);
    }
    let Some(values) = made.first() else { return Ok(made) };
    if cast(values, DType::Complex128)?.to_vec::<C64>()?.iter().any(|x| x.im != 0.0) {
        return Ok(made);
    }
    let to = stack::result_dtype(&[a]);
    let real = |chunk: &Chunk| -> Res<Chunk> {
        let items: Vec<f64> = cast(chunk, DType::Complex128)?.to_vec::<C64>()?.into_iter().map(|x| x.re).collect();
        cast(&Chunk::of(items, chunk.shape.to_vec()), to)
    };
    made.iter().map(real).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_ones_stay_real() {
        let a = Chunk::of(vec![2.0, 0.0, 1.0, 3.0], vec![2, 2]);
        let found = eig(&a).unwrap();
        assert_eq!(found[0].dtype(), DType::Float64);
        let turned = Chunk::of(vec![0.0, -1.0, 1.0, 0.0], vec![2, 2]);
        assert_eq!(values(&turned).unwrap()[0].dtype(), DType::Complex128);
    }
}
