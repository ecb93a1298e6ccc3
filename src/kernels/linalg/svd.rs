//! Singular value decompositions. Small ones follow LAPACK's dgesdd step by step, so that vectors have NumPy's signs;
//! of larger ones, where LAPACK divides and conquers, the signs are faer's.

use faer::linalg::solvers::{Qr, Svd};

use super::bidiagonal::{bidiagonal, decompose};
use super::complex::spectral;
use super::stack::{Part, each};
use super::{Matrix, error};
use crate::data::Chunk;
use crate::data::raised::Res;

/// Up to this size LAPACK does not divide.
pub const UNDIVIDED: usize = 25;

/// `u`, values, `v` transposed; `full`: `u` and `v` are square.
///
/// # Errors
/// `LinAlgError` when the iteration does not end (NaN, infinity).
pub fn svd(a: &Chunk, full: bool) -> Res<Vec<Chunk>> {
    if a.dtype().is_complex() {
        return spectral::svd(a, full);
    }
    each(&[a], &[2], |matrices| {
        let Some(a) = matrices.first() else { return Ok(Vec::new()) };
        let (u, s, v) = decomposed(a, full)?;
        Ok(vec![Part::matrix(u.as_ref())?, Part::vector(s), Part::matrix(v.transpose())?])
    })
}

/// The singular values.
///
/// # Errors
/// `LinAlgError` when the iteration does not end.
pub fn values(a: &Chunk) -> Res<Vec<Chunk>> {
    if a.dtype().is_complex() {
        return spectral::singular_values(a);
    }
    each(&[a], &[2], |matrices| {
        let Some(a) = matrices.first() else { return Ok(Vec::new()) };
        if a.nrows().min(a.ncols()) <= UNDIVIDED {
            return Ok(vec![Part::vector(decomposed(a, false)?.1)]);
        }
        finite(a)?;
        let found = a.singular_values().map_err(|_| error("SVD did not converge"))?;
        Ok(vec![Part::vector(found)])
    })
}

fn finite(a: &Matrix) -> Res<()> {
    let bad = (0..a.ncols()).any(|j| (0..a.nrows()).any(|i| !a[(i, j)].is_finite()));
    if bad { Err(error("SVD did not converge")) } else { Ok(()) }
}

fn decomposed(a: &Matrix, full: bool) -> Res<(Matrix, Vec<f64>, Matrix)> {
    let (m, n) = (a.nrows(), a.ncols());
    let size = m.min(n);
    if size == 0 {
        let (left, right) = if full { (m, n) } else { (0, 0) };
        return Ok((Matrix::identity(m, left), Vec::new(), Matrix::identity(n, right)));
    }
    finite(a)?;
    if size > UNDIVIDED {
        let found = if full { Svd::new(a.as_ref()) } else { Svd::new_thin(a.as_ref()) };
        let found = found.map_err(|_| error("SVD did not converge"))?;
        let values = found.S().column_vector().iter().copied().collect();
        return Ok((found.U().to_owned(), values, found.V().to_owned()));
    }
    // LAPACK takes the QR or LQ factorization first where one side is much longer.
    if m.max(n) >= size * 11 / 6 && m != n {
        return if m > n { tall(a, full) } else { wide(a, full) };
    }
    let (u, s, v) = direct(a.clone())?;
    let cut = |of: Matrix| if full { of } else { of.get(.., ..size).to_owned() };
    Ok((cut(u), s, cut(v)))
}

/// Of any matrix, `u` and `v` square.
fn direct(a: Matrix) -> Res<(Matrix, Vec<f64>, Matrix)> {
    let size = a.nrows().min(a.ncols());
    let found = bidiagonal(a);
    let (s, u, v) = decompose(found.d, found.e, found.lower)?;
    let join = |outer: Matrix, inner: &Matrix| {
        let total = outer.nrows();
        let mut out = outer.clone();
        let left = outer.get(.., ..size) * inner;
        out.as_mut().get_mut(.., ..size).copy_from(left);
        debug_assert_eq!(out.ncols(), total);
        out
    };
    Ok((join(found.q, &u), s, join(found.p, &v)))
}

fn tall(a: &Matrix, full: bool) -> Res<(Matrix, Vec<f64>, Matrix)> {
    let n = a.ncols();
    let found = Qr::new(a.as_ref());
    let (u, s, v) = direct(found.thin_R().to_owned())?;
    let mut q = if full { found.compute_Q() } else { found.compute_thin_Q() };
    let left = q.as_ref().get(.., ..n) * &u;
    q.as_mut().get_mut(.., ..n).copy_from(left);
    Ok((q, s, v))
}

fn wide(a: &Matrix, full: bool) -> Res<(Matrix, Vec<f64>, Matrix)> {
    let m = a.nrows();
    let found = Qr::new(a.transpose());
    let (u, s, v) = direct(found.thin_R().transpose().to_owned())?;
    let mut q = if full { found.compute_Q() } else { found.compute_thin_Q() };
    let right = q.as_ref().get(.., ..m) * &v;
    q.as_mut().get_mut(.., ..m).copy_from(right);
    Ok((u, s, q))
}
