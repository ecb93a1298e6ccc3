//! Eigenvalues of symmetric matrices. Small ones follow LAPACK's dsyevd step by step, so that vectors have NumPy's
//! signs; of larger ones, where LAPACK divides and conquers, the signs are faer's.

use faer::Side;

use super::complex::spectral;
use super::stack::{Part, each};
use super::svd::UNDIVIDED;
use super::{Matrix, error, tridiagonal};
use crate::data::Chunk;
use crate::data::raised::Res;

/// Eigenvalues, smallest first, and eigenvectors as columns. Only one triangle of the matrix is read.
///
/// # Errors
/// `LinAlgError` when the iteration does not end (NaN, infinity).
pub fn eigh(a: &Chunk, upper: bool) -> Res<Vec<Chunk>> {
    if a.dtype().is_complex() {
        return spectral::eigh(a, upper);
    }
    each(&[a], &[2], |matrices| {
        let Some(a) = matrices.first() else { return Ok(Vec::new()) };
        let (values, vectors) = decomposed(a, upper)?;
        Ok(vec![Part::vector(values), Part::matrix(vectors.as_ref())?])
    })
}

/// Eigenvalues, smallest first.
///
/// # Errors
/// `LinAlgError` when the iteration does not end.
pub fn values(a: &Chunk, upper: bool) -> Res<Vec<Chunk>> {
    if a.dtype().is_complex() {
        return spectral::eigenvalues(a, upper);
    }
    each(&[a], &[2], |matrices| {
        let Some(a) = matrices.first() else { return Ok(Vec::new()) };
        if a.nrows() <= UNDIVIDED {
            return Ok(vec![Part::vector(decomposed(a, upper)?.0)]);
        }
        let found = a.self_adjoint_eigenvalues(if upper { Side::Upper } else { Side::Lower });
        Ok(vec![Part::vector(found.map_err(|_| error("Eigenvalues did not converge"))?)])
    })
}

fn decomposed(a: &Matrix, upper: bool) -> Res<(Vec<f64>, Matrix)> {
    let n = a.nrows();
    if n > UNDIVIDED {
        let found = a.self_adjoint_eigen(if upper { Side::Upper } else { Side::Lower });
        let found = found.map_err(|_| error("Eigenvalues did not converge"))?;
        return Ok((found.S().column_vector().iter().copied().collect(), found.U().to_owned()));
    }
    let flipped = |of: &Matrix| Matrix::from_fn(n, n, |i, j| of[(n - 1 - i, n - 1 - j)]);
    // LAPACK reduces the upper triangle from its end: that is the lower one of the matrix turned round.
    let mut work = if upper { flipped(a) } else { a.clone() };
    let (mut d, mut e, mut q) = tridiagonal::reduce(&mut work);
    if upper {
        d.reverse();
        e.reverse();
        q = flipped(&q);
    }
    let found = tridiagonal::decompose(d, e)?;
    Ok((found.d, &q * &found.z))
}
