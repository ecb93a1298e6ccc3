//! Factorizations of complex matrices and what is solved with them.

use faer::linalg::solvers::PartialPivLu;
use faer::linalg::triangular_solve;
use faer::{MatMut, MatRef, Par, Side, c64};

use super::reflect::{product, triangular as reflections};
use super::{Matrix, Part, each};
use crate::data::Chunk;
use crate::data::raised::Res;
use crate::kernels::linalg::error;
use crate::kernels::linalg::factor::{QrMode, Triangle, parity};

const ZERO: c64 = c64 { re: 0.0, im: 0.0 };

/// See [`crate::kernels::linalg::factor::qr`].
pub fn qr(a: &Chunk, mode: QrMode) -> Res<Vec<Chunk>> {
    each(&[a], &[2], |matrices| {
        let Some(a) = matrices.first() else { return Ok(Vec::new()) };
        let (m, n) = (a.nrows(), a.ncols());
        let size = m.min(n);
        let mut r = a.clone();
        let found = reflections(&mut r);
        let rows = if mode == QrMode::Complete { m } else { size };
        let cut = Matrix::from_fn(rows, n, |i, j| if i < r.nrows() && i <= j { r[(i, j)] } else { ZERO });
        Ok(match mode {
            QrMode::Triangle => vec![Part::matrix(cut.as_ref())?],
            QrMode::Raw => {
                let turned = Matrix::from_fn(n, m, |j, i| match found.get(j) {
                    Some(reflection) if i > j => reflection.v.get(i - j).copied().unwrap_or(ZERO),
                    _ => r[(i, j)],
                });
                vec![Part::matrix(turned.as_ref())?, Part::vector(found.iter().map(|reflection| reflection.tau))]
            }
            _ => vec![Part::matrix(product(&found, m, rows).as_ref())?, Part::matrix(cut.as_ref())?],
        })
    })
}

/// See [`crate::kernels::linalg::factor::plu`].
pub fn plu(a: &Chunk) -> Res<Vec<Chunk>> {
    each(&[a], &[2], |matrices| {
        let Some(a) = matrices.first() else { return Ok(Vec::new()) };
        let found = PartialPivLu::new(a.as_ref());
        let order = found.P().arrays().0;
        let mut p = Matrix::zeros(a.nrows(), a.nrows());
        for (i, &from) in order.iter().enumerate() {
            p[(from, i)] = c64::new(1.0, 0.0);
        }
        Ok(vec![Part::matrix(p.as_ref())?, Part::matrix(found.L())?, Part::matrix(found.U())?])
    })
}

fn sign_and_log(a: &Matrix) -> (c64, f64) {
    let found = PartialPivLu::new(a.as_ref());
    let (mut sign, mut log) = (c64::new(parity(found.P().arrays().0), 0.0), 0.0);
    for i in 0..a.nrows() {
        let x = found.U()[(i, i)];
        let size = x.norm();
        if size == 0.0 {
            return (ZERO, f64::NEG_INFINITY);
        }
        sign *= x / size;
        log += size.ln();
    }
    (sign, log)
}

/// See [`crate::kernels::linalg::factor::slogdet`].
pub fn slogdet(a: &Chunk) -> Res<Vec<Chunk>> {
    each(&[a], &[2], |matrices| {
        let (sign, log) = matrices.first().map_or((c64::new(1.0, 0.0), 0.0), sign_and_log);
        Ok(vec![Part::number(sign), Part::real(log)])
    })
}

/// See [`crate::kernels::linalg::factor::det`].
pub fn det(a: &Chunk) -> Res<Vec<Chunk>> {
    each(&[a], &[2], |matrices| {
        let (sign, log) = matrices.first().map_or((c64::new(1.0, 0.0), 0.0), sign_and_log);
        Ok(vec![Part::number(sign * log.exp())])
    })
}

/// See [`crate::kernels::linalg::factor::solve`].
pub fn solve(a: &Chunk, b: &Chunk, vector: bool) -> Res<Vec<Chunk>> {
    each(&[a, b], &[2, if vector { 1 } else { 2 }], |matrices| {
        let [a, b] = matrices else { return Ok(Vec::new()) };
        Ok(vec![shaped(&solved(a, b)?, vector)?])
    })
}

fn shaped(x: &Matrix, vector: bool) -> Res<Part> {
    if vector { Ok(Part::vector((0..x.nrows()).map(|i| x[(i, 0)]))) } else { Part::matrix(x.as_ref()) }
}

fn solved(a: &Matrix, b: &Matrix) -> Res<Matrix> {
    let found = PartialPivLu::new(a.as_ref());
    let n = a.nrows();
    if (0..n).any(|i| found.U()[(i, i)] == ZERO) {
        return Err(error("Singular matrix"));
    }
    let order = found.P().arrays().0;
    let mut x = Matrix::from_fn(n, b.ncols(), |i, j| order.get(i).map_or(ZERO, |&from| b[(from, j)]));
    triangular(found.L(), x.as_mut(), true, true);
    triangular(found.U(), x.as_mut(), false, false);
    Ok(x)
}

fn triangular(a: MatRef<'_, c64>, x: MatMut<'_, c64>, lower: bool, unit: bool) {
    match (lower, unit) {
        (true, true) => triangular_solve::solve_unit_lower_triangular_in_place(a, x, Par::Seq),
        (true, false) => triangular_solve::solve_lower_triangular_in_place(a, x, Par::Seq),
        (false, true) => triangular_solve::solve_unit_upper_triangular_in_place(a, x, Par::Seq),
        (false, false) => triangular_solve::solve_upper_triangular_in_place(a, x, Par::Seq),
    }
}

/// See [`crate::kernels::linalg::factor::solve_triangular`].
pub fn solve_triangular(a: &Chunk, b: &Chunk, how: Triangle) -> Res<Vec<Chunk>> {
    each(&[a, b], &[2, if how.vector { 1 } else { 2 }], |matrices| {
        let [a, b] = matrices else { return Ok(Vec::new()) };
        if let Some(at) = (0..a.nrows()).find(|&i| !how.unit && a[(i, i)] == ZERO) {
            return Err(error(&format!("singular matrix: resolution failed at diagonal {at}")));
        }
        let mut x = b.clone();
        let (side, lower) = if how.transposed { (a.transpose(), !how.lower) } else { (a.as_ref(), how.lower) };
        triangular(side, x.as_mut(), lower, how.unit);
        Ok(vec![shaped(&x, how.vector)?])
    })
}

/// See [`crate::kernels::linalg::factor::inv`].
pub fn inv(a: &Chunk) -> Res<Vec<Chunk>> {
    each(&[a], &[2], |matrices| {
        let Some(a) = matrices.first() else { return Ok(Vec::new()) };
        Ok(vec![Part::matrix(solved(a, &Matrix::identity(a.nrows(), a.nrows()))?.as_ref())?])
    })
}

/// See [`crate::kernels::linalg::factor::cholesky`].
pub fn cholesky(a: &Chunk, upper: bool) -> Res<Vec<Chunk>> {
    each(&[a], &[2], |matrices| {
        let Some(a) = matrices.first() else { return Ok(Vec::new()) };
        let refused = || error("Matrix is not positive definite");
        let found = a.llt(if upper { Side::Upper } else { Side::Lower }).map_err(|_| refused())?;
        let lower = found.L();
        let bad = |i: usize| lower[(i, i)].re.is_nan() || lower[(i, i)].re <= 0.0;
        if (0..a.nrows()).any(bad) {
            return Err(refused());
        }
        let n = a.nrows();
        Ok(vec![match upper {
            true => {
                let turned = |i: usize, j: usize| match i.cmp(&j) {
                    std::cmp::Ordering::Less => lower[(j, i)].conj(),
                    std::cmp::Ordering::Equal => c64::new(lower[(i, i)].re, 0.0),
                    std::cmp::Ordering::Greater => ZERO,
                };
                Part::matrix(Matrix::from_fn(n, n, turned).as_ref())?
            }
            false => Part::matrix(lower)?,
        }])
    })
}
