//! Reflections of complex vectors, as LAPACK's zlarfg makes them, and what they reduce matrices to: triangles, two
//! diagonals, three. So vectors have NumPy's phases.

use faer::c64;

use super::Matrix;

/// `I - tau v v*`; `v` begins at row `from`, with 1.
pub struct Reflection {
    /// The factor.
    pub tau: c64,
    /// The vector.
    pub v: Vec<c64>,
    /// Where it begins.
    pub from: usize,
}

const ZERO: c64 = c64 { re: 0.0, im: 0.0 };
const ONE: c64 = c64 { re: 1.0, im: 0.0 };

/// The reflection that makes `x` a real multiple of the first unit vector, and that multiple.
pub fn reflect(x: &[c64], from: usize) -> (f64, Reflection) {
    let Some((&alpha, rest)) = x.split_first() else {
        return (0.0, Reflection { tau: ZERO, v: Vec::new(), from });
    };
    let largest = rest.iter().map(|x| x.re.abs().max(x.im.abs())).fold(0.0, f64::max);
    let norm = match largest {
        0.0 => 0.0,
        largest => largest * rest.iter().map(|x| (x / largest).norm_sqr()).sum::<f64>().sqrt(),
    };
    let mut v = vec![ONE];
    if norm == 0.0 && alpha.im == 0.0 {
        v.extend(rest.iter().map(|_| ZERO));
        return (alpha.re, Reflection { tau: ZERO, v, from });
    }
    let beta = -alpha.re.hypot(alpha.im).hypot(norm).copysign(alpha.re);
    let tau = c64::new((beta - alpha.re) / beta, -alpha.im / beta);
    let scale = ONE / (alpha - c64::new(beta, 0.0));
    v.extend(rest.iter().map(|x| x * scale));
    (beta, Reflection { tau, v, from })
}

impl Reflection {
    /// Apply it from the left to the columns from `column` on; `adjoint`: its adjoint.
    pub fn left(&self, a: &mut Matrix, column: usize, adjoint: bool) {
        let tau = if adjoint { self.tau.conj() } else { self.tau };
        if tau == ZERO {
            return;
        }
        for j in column..a.ncols() {
            let dot: c64 = self.v.iter().enumerate().map(|(i, v)| v.conj() * a[(self.from + i, j)]).sum();
            let dot = dot * tau;
            for (i, v) in self.v.iter().enumerate() {
                a[(self.from + i, j)] -= v * dot;
            }
        }
    }
}

/// The first `columns` columns of the product of reflections.
pub fn product(reflections: &[Reflection], rows: usize, columns: usize) -> Matrix {
    let mut out = Matrix::identity(rows, columns);
    for reflection in reflections.iter().rev() {
        reflection.left(&mut out, 0, false);
    }
    out
}

fn column(a: &Matrix, j: usize, from: usize) -> Vec<c64> {
    (from..a.nrows()).map(|i| a[(i, j)]).collect()
}

/// The reflections that make a matrix upper triangular, in place.
pub fn triangular(a: &mut Matrix) -> Vec<Reflection> {
    let mut out = Vec::new();
    for k in 0..a.nrows().min(a.ncols()) {
        let (beta, reflection) = reflect(&column(a, k, k), k);
        reflection.left(a, k + 1, true);
        a[(k, k)] = c64::new(beta, 0.0);
        for i in k + 1..a.nrows() {
            a[(i, k)] = ZERO;
        }
        out.push(reflection);
    }
    out
}

/// A Hermitian matrix, of which the lower triangle is read, as `Q T Q*`: the diagonal of `T`, the one beside it, `Q`.
pub fn tridiagonal(a: &Matrix) -> (Vec<f64>, Vec<f64>, Matrix) {
    let n = a.nrows();
    let mut a = Matrix::from_fn(n, n, |i, j| match i.cmp(&j) {
        std::cmp::Ordering::Equal => c64::new(a[(i, i)].re, 0.0),
        std::cmp::Ordering::Greater => a[(i, j)],
        std::cmp::Ordering::Less => a[(j, i)].conj(),
    });
    let (mut e, mut reflections) = (Vec::new(), Vec::new());
    for k in 0..n.saturating_sub(1) {
        let (beta, reflection) = reflect(&column(&a, k, k + 1), k + 1);
        e.push(beta);
        if reflection.tau != ZERO {
            two_sided(&mut a, &reflection);
        }
        reflections.push(reflection);
    }
    ((0..n).map(|i| a[(i, i)].re).collect(), e, product(&reflections, n, n))
}

/// `A - v w* - w v*` of the part that a reflection changes.
fn two_sided(a: &mut Matrix, reflection: &Reflection) {
    let (from, v, tau) = (reflection.from, &reflection.v, reflection.tau);
    let size = v.len();
    let product = |i: usize| -> c64 { (0..size).map(|j| a[(from + i, from + j)] * v[j]).sum::<c64>() * tau };
    let mut w: Vec<c64> = (0..size).map(product).collect();
    let dot: c64 = w.iter().zip(v).map(|(w, v)| w.conj() * v).sum();
    let alpha = tau * dot * c64::new(-0.5, 0.0);
    w.iter_mut().zip(v).for_each(|(w, v)| *w += alpha * v);
    for (i, (vi, wi)) in v.iter().zip(&w).enumerate() {
        for (j, (vj, wj)) in v.iter().zip(&w).enumerate() {
            a[(from + i, from + j)] -= vi * wj.conj() + wi * vj.conj();
        }
        a[(from + i, from + i)].im = 0.0;
    }
}

/// A matrix with no fewer rows than columns as `Q B P*`, `B` of two diagonals: these, `Q`, `P`.
pub struct Bidiagonal {
    /// The diagonal.
    pub d: Vec<f64>,
    /// Above it.
    pub e: Vec<f64>,
    /// Square.
    pub q: Matrix,
    /// Square.
    pub p: Matrix,
}

/// Reduce a matrix to two diagonals.
pub fn bidiagonal(mut a: Matrix) -> Bidiagonal {
    let (m, n) = (a.nrows(), a.ncols());
    let (mut d, mut e) = (Vec::new(), Vec::new());
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for k in 0..n {
        let (beta, reflection) = reflect(&column(&a, k, k), k);
        reflection.left(&mut a, k + 1, true);
        d.push(beta);
        left.push(reflection);
        if k + 1 >= n {
            continue;
        }
        let row: Vec<c64> = (k + 1..n).map(|j| a[(k, j)].conj()).collect();
        let (beta, reflection) = reflect(&row, k + 1);
        e.push(beta);
        for i in k + 1..m {
            let dot: c64 = reflection.v.iter().enumerate().map(|(j, v)| a[(i, k + 1 + j)] * v).sum();
            let dot = dot * reflection.tau;
            for (j, v) in reflection.v.iter().enumerate() {
                a[(i, k + 1 + j)] -= dot * v.conj();
            }
        }
        right.push(reflection);
    }
    Bidiagonal { d, e, q: product(&left, m, m), p: product(&right, n, n) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(m: usize, n: usize) -> Matrix {
        Matrix::from_fn(m, n, |i, j| c64::new((i * 7 + j * 3) as f64 % 5.0 - 1.5, (i + 2 * j) as f64 % 3.0 - 1.0))
    }

    fn near(a: &Matrix, b: &Matrix) -> bool {
        (0..a.nrows()).all(|i| (0..a.ncols()).all(|j| (a[(i, j)] - b[(i, j)]).norm() < 1e-12))
    }

    #[test]
    fn triangles() {
        let a = sample(5, 3);
        let mut r = a.clone();
        let reflections = triangular(&mut r);
        assert!(near(&(product(&reflections, 5, 5) * &r), &a));
    }

    #[test]
    fn two_diagonals() {
        let a = sample(5, 3);
        let found = bidiagonal(a.clone());
        let mut b = Matrix::zeros(5, 3);
        for (k, &d) in found.d.iter().enumerate() {
            b[(k, k)] = c64::new(d, 0.0);
        }
        for (k, &e) in found.e.iter().enumerate() {
            b[(k, k + 1)] = c64::new(e, 0.0);
        }
        assert!(near(&(&found.q * &b * found.p.adjoint()), &a));
    }

    #[test]
    fn three_diagonals() {
        let a = sample(4, 4);
        let a = &a + a.adjoint();
        let (d, e, q) = tridiagonal(&a);
        let t = Matrix::from_fn(4, 4, |i, j| match (i, j) {
            (i, j) if i == j => c64::new(d[i], 0.0),
            (i, j) if i == j + 1 => c64::new(e[j], 0.0),
            (i, j) if j == i + 1 => c64::new(e[i], 0.0),
            _ => ZERO,
        });
        assert!(near(&(&q * &t * q.adjoint()), &a));
    }
}
