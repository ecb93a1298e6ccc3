//! Singular values of complex matrices and eigenvalues of Hermitian ones. Small ones follow LAPACK step by step, so that
//! vectors have NumPy's phases; of larger ones, where LAPACK divides and conquers, the phases are faer's.

use faer::linalg::solvers::Svd;
use faer::{Side, c64};

use super::reflect::{bidiagonal, product, triangular, tridiagonal};
use super::{Matrix, Part, each};
use crate::data::Chunk;
use crate::data::raised::Res;
use crate::kernels::linalg::svd::UNDIVIDED;
use crate::kernels::linalg::{bidiagonal as real_bidiagonal, error, tridiagonal as real_tridiagonal};

fn complex(of: &super::super::Matrix) -> Matrix {
    Matrix::from_fn(of.nrows(), of.ncols(), |i, j| c64::new(of[(i, j)], 0.0))
}

/// See [`crate::kernels::linalg::symmetric::eigh`].
pub fn eigh(a: &Chunk, upper: bool) -> Res<Vec<Chunk>> {
    each(&[a], &[2], |matrices| {
        let Some(a) = matrices.first() else { return Ok(Vec::new()) };
        let (values, vectors) = hermitian(a, upper)?;
        Ok(vec![Part::reals(values), Part::matrix(vectors.as_ref())?])
    })
}

/// See [`crate::kernels::linalg::symmetric::values`].
pub fn eigenvalues(a: &Chunk, upper: bool) -> Res<Vec<Chunk>> {
    each(&[a], &[2], |matrices| {
        let Some(a) = matrices.first() else { return Ok(Vec::new()) };
        Ok(vec![Part::reals(hermitian(a, upper)?.0)])
    })
}

fn hermitian(a: &Matrix, upper: bool) -> Res<(Vec<f64>, Matrix)> {
    let n = a.nrows();
    let failed = || error("Eigenvalues did not converge");
    if (0..n).any(|i| (0..n).any(|j| !a[(i, j)].re.is_finite() || !a[(i, j)].im.is_finite())) {
        return Err(failed());
    }
    if n > UNDIVIDED {
        let found = a.self_adjoint_eigen(if upper { Side::Upper } else { Side::Lower }).map_err(|_| failed())?;
        return Ok((found.S().column_vector().iter().map(|x| x.re).collect(), found.U().to_owned()));
    }
    let flipped = |of: &Matrix| Matrix::from_fn(n, n, |i, j| of[(n - 1 - i, n - 1 - j)]);
    let (mut d, mut e, mut q) = if upper { tridiagonal(&flipped(a)) } else { tridiagonal(a) };
    if upper {
        d.reverse();
        e.reverse();
        q = flipped(&q);
    }
    let found = real_tridiagonal::decompose(d, e)?;
    Ok((found.d, &q * &complex(&found.z)))
}

/// See [`crate::kernels::linalg::svd::svd`].
pub fn svd(a: &Chunk, full: bool) -> Res<Vec<Chunk>> {
    each(&[a], &[2], |matrices| {
        let Some(a) = matrices.first() else { return Ok(Vec::new()) };
        let (u, s, v) = decomposed(a, full)?;
        let turned = Matrix::from_fn(v.ncols(), v.nrows(), |i, j| v[(j, i)].conj());
        Ok(vec![Part::matrix(u.as_ref())?, Part::reals(s), Part::matrix(turned.as_ref())?])
    })
}

/// See [`crate::kernels::linalg::svd::values`].
pub fn singular_values(a: &Chunk) -> Res<Vec<Chunk>> {
    each(&[a], &[2], |matrices| {
        let Some(a) = matrices.first() else { return Ok(Vec::new()) };
        Ok(vec![Part::reals(decomposed(a, false)?.1)])
    })
}

type Decomposed = (Matrix, Vec<f64>, Matrix);

fn decomposed(a: &Matrix, full: bool) -> Res<Decomposed> {
    let (m, n) = (a.nrows(), a.ncols());
    let size = m.min(n);
    if size == 0 {
        let (left, right) = if full { (m, n) } else { (0, 0) };
        return Ok((Matrix::identity(m, left), Vec::new(), Matrix::identity(n, right)));
    }
    let failed = || error("SVD did not converge");
    if (0..n).any(|j| (0..m).any(|i| !a[(i, j)].re.is_finite() || !a[(i, j)].im.is_finite())) {
        return Err(failed());
    }
    if size > UNDIVIDED {
        let found = if full { Svd::new(a.as_ref()) } else { Svd::new_thin(a.as_ref()) };
        let found = found.map_err(|_| failed())?;
        let values = found.S().column_vector().iter().map(|x| x.re).collect();
        return Ok((found.U().to_owned(), values, found.V().to_owned()));
    }
    // A wide matrix is the adjoint of a tall one: the same steps, rows for columns.
    let wide = m < n;
    let tall = if wide { a.adjoint().to_owned() } else { a.clone() };
    let rows = tall.nrows();
    let (mut u, s, mut v) =
        if rows > size && rows >= size * 17 / 9 { long(tall, size, wide)? } else { direct(tall, wide)? };
    if !full {
        u = u.get(.., ..size).to_owned();
        v = v.get(.., ..size).to_owned();
    }
    Ok(if wide { (v, s, u) } else { (u, s, v) })
}

/// Of a matrix with no fewer rows than columns, `u` and `v` square.
fn direct(a: Matrix, lower: bool) -> Res<Decomposed> {
    let size = a.ncols();
    let found = bidiagonal(a);
    let (s, u, v) = real_bidiagonal::decompose(found.d, found.e, lower)?;
    // The lower bidiagonal matrix is the transpose of the upper one: its vectors change sides.
    let (u, v) = if lower { (v, u) } else { (u, v) };
    Ok((joined(found.q, &u, size), s, joined(found.p, &v, size)))
}

fn joined(mut outer: Matrix, inner: &super::super::Matrix, size: usize) -> Matrix {
    let left = outer.get(.., ..size) * complex(inner);
    outer.as_mut().get_mut(.., ..size).copy_from(left);
    outer
}

/// Of one with many more rows: by its triangle.
fn long(mut a: Matrix, size: usize, lower: bool) -> Res<Decomposed> {
    let rows = a.nrows();
    let reflections = triangular(&mut a);
    let (u, s, v) = direct(a.get(..size, ..).to_owned(), lower)?;
    let mut q = product(&reflections, rows, rows);
    let left = q.as_ref().get(.., ..size) * &u;
    q.as_mut().get_mut(.., ..size).copy_from(left);
    Ok((q, s, v))
}
