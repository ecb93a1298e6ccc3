//! Factorizations and what is solved with them: QR, LU, Cholesky, systems of equations, determinants.

use faer::linalg::solvers::{PartialPivLu, Qr};
use faer::linalg::triangular_solve;
use faer::{MatMut, MatRef, Par, Side};

use super::complex::factor as complex;
use super::stack::{Part, each};
use super::{Matrix, error};
use crate::data::Chunk;
use crate::data::raised::Res;

/// What `qr` gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum QrMode {
    /// `Q` with as many columns as the smaller side, and `R`.
    Reduced,
    /// `Q` square, and `R` of the shape of the matrix.
    Complete,
    /// `R` alone.
    Triangle,
    /// LAPACK's reflections, transposed, and their factors.
    Raw,
}

/// Householder's `Q R`, with LAPACK's signs.
///
/// # Errors
/// `MemoryError`.
pub fn qr(a: &Chunk, mode: QrMode) -> Res<Vec<Chunk>> {
    if a.dtype().is_complex() {
        return complex::qr(a, mode);
    }
    each(&[a], &[2], |matrices| {
        let Some(a) = matrices.first() else { return Ok(Vec::new()) };
        let (m, n) = (a.nrows(), a.ncols());
        if m == 0 || n == 0 {
            return empty_qr(m, n, mode);
        }
        let found = Qr::new(a.as_ref());
        Ok(match mode {
            QrMode::Reduced => {
                vec![Part::matrix(found.compute_thin_Q().as_ref())?, Part::matrix(found.thin_R())?]
            }
            QrMode::Complete => {
                let q = found.compute_Q();
                let r = found.thin_R();
                let full = Matrix::from_fn(m, n, |i, j| if i < r.nrows() { r[(i, j)] } else { 0.0 });
                vec![Part::matrix(q.as_ref())?, Part::matrix(full.as_ref())?]
            }
            QrMode::Triangle => vec![Part::matrix(found.thin_R())?],
            QrMode::Raw => raw(&found, m, n)?,
        })
    })
}

fn empty_qr(m: usize, n: usize, mode: QrMode) -> Res<Vec<Part>> {
    let zeros = |rows, columns| Part::matrix(Matrix::zeros(rows, columns).as_ref());
    Ok(match mode {
        QrMode::Reduced => vec![zeros(m, 0)?, zeros(0, n)?],
        QrMode::Complete => vec![Part::matrix(Matrix::identity(m, m).as_ref())?, zeros(m, n)?],
        QrMode::Triangle => vec![zeros(0, n)?],
        QrMode::Raw => vec![zeros(n, m)?, Part::vector(Vec::new())],
    })
}

fn raw(found: &Qr<f64>, m: usize, n: usize) -> Res<Vec<Part>> {
    let (basis, coefficients, r) = (found.Q_basis(), found.Q_coeff(), found.thin_R());
    let block = coefficients.nrows().max(1);
    // faer keeps 1 / tau on the diagonal of each block.
    let tau = |i: usize| 1.0 / coefficients[(i % block, i)];
    let taus = (0..m.min(n)).map(|i| if tau(i).is_finite() { tau(i) } else { 0.0 }).collect();
    let turned = Matrix::from_fn(n, m, |j, i| if i > j && j < basis.ncols() { basis[(i, j)] } else { r[(i, j)] });
    Ok(vec![Part::matrix(turned.as_ref())?, Part::vector(taus)])
}

/// `P L U` of one matrix.
pub struct Lu {
    /// Row `i` of the product `L U` is row `order[i]` of the matrix.
    pub order: Vec<usize>,
    /// Unit lower triangular.
    pub lower: Matrix,
    /// Upper triangular.
    pub upper: Matrix,
    /// 1 or -1: the sign of the order.
    pub sign: f64,
}

/// Below this size matrices are factorized one column after another, as LAPACK does: exact zeros stay zeros.
const SMALL: usize = 48;

/// Factorize with the largest element of each column as pivot.
pub fn lu(a: &Matrix) -> Lu {
    if a.nrows().min(a.ncols()) > SMALL {
        let found = PartialPivLu::new(a.as_ref());
        let order = found.P().arrays().0.to_vec();
        let sign = parity(&order);
        return Lu { order, lower: found.L().to_owned(), upper: found.U().to_owned(), sign };
    }
    let (m, n) = (a.nrows(), a.ncols());
    let size = m.min(n);
    let mut work = a.clone();
    let mut order: Vec<usize> = (0..m).collect();
    let mut sign = 1.0;
    for k in 0..size {
        let mut pivot = k;
        for i in k + 1..m {
            if work[(i, k)].abs() > work[(pivot, k)].abs() {
                pivot = i;
            }
        }
        if work[(pivot, k)] == 0.0 {
            continue;
        }
        if pivot != k {
            for j in 0..n {
                let kept = work[(k, j)];
                work[(k, j)] = work[(pivot, j)];
                work[(pivot, j)] = kept;
            }
            order.swap(k, pivot);
            sign = -sign;
        }
        let factor = 1.0 / work[(k, k)];
        for i in k + 1..m {
            work[(i, k)] = if factor.is_finite() { work[(i, k)] * factor } else { work[(i, k)] / work[(k, k)] };
        }
        for j in k + 1..n {
            let top = work[(k, j)];
            if top != 0.0 {
                for i in k + 1..m {
                    work[(i, j)] -= work[(i, k)] * top;
                }
            }
        }
    }
    let lower = Matrix::from_fn(m, size, |i, j| match i.cmp(&j) {
        std::cmp::Ordering::Greater => work[(i, j)],
        std::cmp::Ordering::Equal => 1.0,
        std::cmp::Ordering::Less => 0.0,
    });
    let upper = Matrix::from_fn(size, n, |i, j| if i <= j { work[(i, j)] } else { 0.0 });
    Lu { order, lower, upper, sign }
}

/// 1 or -1: the sign of an order.
pub fn parity(order: &[usize]) -> f64 {
    let mut seen = vec![false; order.len()];
    let mut sign = 1.0;
    for start in 0..order.len() {
        let (mut at, mut length) = (start, 0usize);
        while seen.get(at) == Some(&false) {
            seen[at] = true;
            at = order[at];
            length += 1;
        }
        if length > 0 && length.is_multiple_of(2) {
            sign = -sign;
        }
    }
    sign
}

/// `P`, `L`, `U` with `P L U` the matrix, as scipy.linalg.lu.
///
/// # Errors
/// `MemoryError`.
pub fn plu(a: &Chunk) -> Res<Vec<Chunk>> {
    if a.dtype().is_complex() {
        return complex::plu(a);
    }
    each(&[a], &[2], |matrices| {
        let Some(a) = matrices.first() else { return Ok(Vec::new()) };
        let found = lu(a);
        let mut p = Matrix::zeros(a.nrows(), a.nrows());
        for (i, &from) in found.order.iter().enumerate() {
            p[(from, i)] = 1.0;
        }
        Ok(vec![Part::matrix(p.as_ref())?, Part::matrix(found.lower.as_ref())?, Part::matrix(found.upper.as_ref())?])
    })
}

/// Sign and logarithm of the size of the determinant.
///
/// # Errors
/// `MemoryError`.
pub fn slogdet(a: &Chunk) -> Res<Vec<Chunk>> {
    if a.dtype().is_complex() {
        return complex::slogdet(a);
    }
    each(&[a], &[2], |matrices| {
        let (sign, log) = matrices.first().map_or((1.0, 0.0), sign_and_log);
        Ok(vec![Part::number(sign), Part::number(log)])
    })
}

/// The determinant.
///
/// # Errors
/// `MemoryError`.
pub fn det(a: &Chunk) -> Res<Vec<Chunk>> {
    if a.dtype().is_complex() {
        return complex::det(a);
    }
    each(&[a], &[2], |matrices| {
        let (sign, log) = matrices.first().map_or((1.0, 0.0), sign_and_log);
        Ok(vec![Part::number(sign * log.exp())])
    })
}

fn sign_and_log(a: &Matrix) -> (f64, f64) {
    let found = lu(a);
    let (mut sign, mut log) = (found.sign, 0.0);
    for i in 0..a.nrows() {
        let x = found.upper[(i, i)];
        if x == 0.0 {
            return (0.0, f64::NEG_INFINITY);
        }
        if x < 0.0 {
            sign = -sign;
        }
        log += x.abs().ln();
    }
    (sign, log)
}

/// `x` of `a x = b`; `b` is a stack of vectors or of matrices.
///
/// # Errors
/// `LinAlgError` for a singular matrix.
pub fn solve(a: &Chunk, b: &Chunk, vector: bool) -> Res<Vec<Chunk>> {
    if a.dtype().is_complex() || b.dtype().is_complex() {
        return complex::solve(a, b, vector);
    }
    each(&[a, b], &[2, if vector { 1 } else { 2 }], |matrices| {
        let [a, b] = matrices else { return Ok(Vec::new()) };
        let x = solved(a, b)?;
        Ok(vec![if vector {
            Part::vector((0..x.nrows()).map(|i| x[(i, 0)]).collect())
        } else {
            Part::matrix(x.as_ref())?
        }])
    })
}

fn solved(a: &Matrix, b: &Matrix) -> Res<Matrix> {
    let found = lu(a);
    let n = a.nrows();
    if (0..n).any(|i| found.upper[(i, i)] == 0.0) {
        return Err(error("Singular matrix"));
    }
    let mut x = Matrix::from_fn(n, b.ncols(), |i, j| b[(found.order[i], j)]);
    triangular(found.lower.as_ref(), x.as_mut(), true, true);
    triangular(found.upper.as_ref(), x.as_mut(), false, false);
    Ok(x)
}

fn triangular(a: MatRef<'_, f64>, x: MatMut<'_, f64>, lower: bool, unit: bool) {
    match (lower, unit) {
        (true, true) => triangular_solve::solve_unit_lower_triangular_in_place(a, x, Par::Seq),
        (true, false) => triangular_solve::solve_lower_triangular_in_place(a, x, Par::Seq),
        (false, true) => triangular_solve::solve_unit_upper_triangular_in_place(a, x, Par::Seq),
        (false, false) => triangular_solve::solve_upper_triangular_in_place(a, x, Par::Seq),
    }
}

/// How a triangular system is read.
#[derive(Clone, Copy, Debug)]
pub struct Triangle {
    /// Whether the lower triangle is read; else the upper one.
    pub lower: bool,
    /// Whether the transposed system is solved.
    pub transposed: bool,
    /// Whether the diagonal counts as ones.
    pub unit: bool,
    /// Whether `b` is a vector.
    pub vector: bool,
}

/// `x` of a triangular system.
///
/// # Errors
/// `LinAlgError` in SciPy's words for a 0 on the diagonal.
pub fn solve_triangular(a: &Chunk, b: &Chunk, how: Triangle) -> Res<Vec<Chunk>> {
    if a.dtype().is_complex() || b.dtype().is_complex() {
        return complex::solve_triangular(a, b, how);
    }
    each(&[a, b], &[2, if how.vector { 1 } else { 2 }], |matrices| {
        let [a, b] = matrices else { return Ok(Vec::new()) };
        if let Some(at) = (0..a.nrows()).find(|&i| !how.unit && a[(i, i)] == 0.0) {
            return Err(error(&format!("singular matrix: resolution failed at diagonal {at}")));
        }
        let mut x = b.clone();
        let (side, lower) = if how.transposed { (a.transpose(), !how.lower) } else { (a.as_ref(), how.lower) };
        triangular(side, x.as_mut(), lower, how.unit);
        Ok(vec![if how.vector {
            Part::vector((0..x.nrows()).map(|i| x[(i, 0)]).collect())
        } else {
            Part::matrix(x.as_ref())?
        }])
    })
}

/// The inverse.
///
/// # Errors
/// `LinAlgError` for a singular matrix.
pub fn inv(a: &Chunk) -> Res<Vec<Chunk>> {
    if a.dtype().is_complex() {
        return complex::inv(a);
    }
    each(&[a], &[2], |matrices| {
        let Some(a) = matrices.first() else { return Ok(Vec::new()) };
        Ok(vec![Part::matrix(solved(a, &Matrix::identity(a.nrows(), a.nrows()))?.as_ref())?])
    })
}

/// The triangular matrix whose product with its transpose is the matrix, of which only that triangle is read.
///
/// # Errors
/// `LinAlgError` for a matrix that is not positive definite.
pub fn cholesky(a: &Chunk, upper: bool) -> Res<Vec<Chunk>> {
    if a.dtype().is_complex() {
        return complex::cholesky(a, upper);
    }
    each(&[a], &[2], |matrices| {
        let Some(a) = matrices.first() else { return Ok(Vec::new()) };
        let refused = || error("Matrix is not positive definite");
        let found = a.llt(if upper { Side::Upper } else { Side::Lower }).map_err(|_| refused())?;
        let lower = found.L();
        if (0..a.nrows()).any(|i| lower[(i, i)].is_nan() || lower[(i, i)] <= 0.0) {
            return Err(refused());
        }
        Ok(vec![Part::matrix(if upper { lower.transpose() } else { lower })?])
    })
}
