//! Eigenvalues of small symmetric matrices as LAPACK finds them (dsytd2, dsteqr), with the signs of its vectors:
//! reduction to three diagonals by reflections, then implicit QL or QR steps on these.

use super::rotate::{EPS, eigen, reflector, rotation, sign, turn_columns};
use super::{Matrix, error};
use crate::data::Res;

/// A symmetric matrix as `Q T Q'`, of which the lower triangle is read: diagonal, the one beside it, `Q`.
pub fn reduce(a: &mut Matrix) -> (Vec<f64>, Vec<f64>, Matrix) {
    let n = a.nrows();
    let (mut e, mut all) = (Vec::new(), Vec::new());
    for i in 0..n.saturating_sub(1) {
        let mut v: Vec<f64> = (i + 2..n).map(|row| a[(row, i)]).collect();
        let (beta, tau) = reflector(a[(i + 1, i)], &mut v);
        e.push(beta);
        v.insert(0, 1.0);
        if tau != 0.0 {
            update(a, i + 1, &v, tau);
        }
        all.push((v, tau));
    }
    let d = (0..n).map(|i| a[(i, i)]).collect();
    let mut q = Matrix::identity(n, n);
    for (i, (v, tau)) in all.iter().enumerate().rev() {
        for j in 0..n {
            let dot: f64 = v.iter().enumerate().map(|(at, x)| x * q[(i + 1 + at, j)]).sum::<f64>() * tau;
            for (at, x) in v.iter().enumerate() {
                q[(i + 1 + at, j)] -= x * dot;
            }
        }
    }
    (d, e, q)
}

/// The part of `a` from `start` on under a reflection from both sides.
fn update(a: &mut Matrix, start: usize, v: &[f64], tau: f64) {
    let size = v.len();
    let at = |a: &Matrix, i: usize, j: usize| {
        let (row, column) = if i >= j { (i, j) } else { (j, i) };
        a[(start + row, start + column)]
    };
    let mut w: Vec<f64> =
        (0..size).map(|i| tau * v.iter().enumerate().map(|(j, x)| at(a, i, j) * x).sum::<f64>()).collect();
    let half = -0.5 * tau * w.iter().zip(v).map(|(x, y)| x * y).sum::<f64>();
    w.iter_mut().zip(v).for_each(|(x, y)| *x += half * y);
    for (j, (vj, wj)) in v.iter().zip(&w).enumerate() {
        for (i, (vi, wi)) in v.iter().zip(&w).enumerate().skip(j) {
            a[(start + i, start + j)] -= vi * wj + wi * vj;
        }
    }
}

/// Eigenvalues of a matrix of three diagonals, smallest first, and its vectors as columns of `q`.
pub struct Iteration {
    /// The diagonal, and in the end the eigenvalues.
    pub d: Vec<f64>,
    e: Vec<f64>,
    /// The vectors.
    pub z: Matrix,
    left: usize,
}

/// Decompose.
///
/// # Errors
/// `LinAlgError` when the iteration does not end.
pub fn decompose(d: Vec<f64>, e: Vec<f64>) -> Res<Iteration> {
    let n = d.len();
    let mut it = Iteration { d, e, z: Matrix::identity(n, n), left: n * 30 + 1 };
    if it.d.iter().chain(&it.e).any(|x| !x.is_finite()) {
        return Err(error("Eigenvalues did not converge"));
    }
    let mut start = 0;
    while start < n {
        if start > 0 {
            it.e[start - 1] = 0.0;
        }
        let mut end = start;
        while end + 1 < n {
            let size = it.e[end].abs();
            if size <= it.d[end].abs().sqrt() * it.d[end + 1].abs().sqrt() * EPS {
                it.e[end] = 0.0;
                break;
            }
            end += 1;
        }
        let block = (start, end);
        start = end + 1;
        if block.0 == block.1 {
            continue;
        }
        if it.d[block.1].abs() < it.d[block.0].abs() {
            it.up(block)?;
        } else {
            it.down(block)?;
        }
        // What is left of the block is split again.
        if (block.0..block.1).any(|at| it.e[at] != 0.0) {
            start = block.0;
        }
    }
    it.sort();
    Ok(it)
}

impl Iteration {
    fn small(&self, at: usize) -> bool {
        let size = self.e[at] * self.e[at];
        size <= (EPS * EPS * self.d[at].abs()) * self.d[at + 1].abs() + f64::MIN_POSITIVE
    }

    fn count(&mut self) -> Res<()> {
        self.left = self.left.checked_sub(1).ok_or_else(|| error("Eigenvalues did not converge"))?;
        Ok(())
    }

    /// QL steps: eigenvalues settle from the front.
    fn down(&mut self, (first, last): (usize, usize)) -> Res<()> {
        let mut l = first;
        while l <= last {
            let m = (l..last).find(|&at| self.small(at)).unwrap_or(last);
            if m < last {
                self.e[m] = 0.0;
            }
            let p = self.d[l];
            if m == l {
                l += 1;
                continue;
            }
            if m == l + 1 {
                let (one, two, c, s) = eigen(self.d[l], self.e[l], self.d[l + 1]);
                turn_columns(&mut self.z, l, (c, s));
                (self.d[l], self.d[l + 1], self.e[l]) = (one, two, 0.0);
                l += 2;
                continue;
            }
            self.count()?;
            let g = (self.d[l + 1] - p) / (2.0 * self.e[l]);
            let r = g.hypot(1.0);
            let mut g = self.d[m] - p + self.e[l] / (g + sign(r, g));
            let (mut s, mut c, mut p) = (1.0, 1.0, 0.0);
            for i in (l..m).rev() {
                let (f, b) = (s * self.e[i], c * self.e[i]);
                let (cs, sn, r) = rotation(g, f);
                (c, s) = (cs, sn);
                if i + 1 != m {
                    self.e[i + 1] = r;
                }
                g = self.d[i + 1] - p;
                let r = (self.d[i] - g) * s + 2.0 * c * b;
                p = s * r;
                self.d[i + 1] = g + p;
                g = c * r - b;
                turn_columns(&mut self.z, i, (c, -s));
            }
            self.d[l] -= p;
            self.e[l] = g;
        }
        Ok(())
    }

    /// QR steps: eigenvalues settle from the back.
    fn up(&mut self, (first, last): (usize, usize)) -> Res<()> {
        let mut end = last + 1;
        while end > first {
            let l = end - 1;
            let m = (first..l).rev().find(|&at| self.small(at)).map_or(first, |at| at + 1);
            if m > first {
                self.e[m - 1] = 0.0;
            }
            let p = self.d[l];
            if m == l {
                end -= 1;
                continue;
            }
            if m + 1 == l {
                let (one, two, c, s) = eigen(self.d[m], self.e[m], self.d[l]);
                turn_columns(&mut self.z, m, (c, s));
                (self.d[m], self.d[l], self.e[m]) = (one, two, 0.0);
                end -= 2;
                continue;
            }
            self.count()?;
            let g = (self.d[l - 1] - p) / (2.0 * self.e[l - 1]);
            let r = g.hypot(1.0);
            let mut g = self.d[m] - p + self.e[l - 1] / (g + sign(r, g));
            let (mut s, mut c, mut p) = (1.0, 1.0, 0.0);
            for i in m..l {
                let (f, b) = (s * self.e[i], c * self.e[i]);
                let (cs, sn, r) = rotation(g, f);
                (c, s) = (cs, sn);
                if i != m {
                    self.e[i - 1] = r;
                }
                g = self.d[i] - p;
                let r = (self.d[i + 1] - g) * s + 2.0 * c * b;
                p = s * r;
                self.d[i] = g + p;
                g = c * r - b;
                turn_columns(&mut self.z, i, (c, s));
            }
            self.d[l] -= p;
            self.e[l - 1] = g;
        }
        Ok(())
    }

    /// Smallest first.
    fn sort(&mut self) {
        let n = self.d.len();
        for at in 0..n.saturating_sub(1) {
            let mut least = at;
            for other in at + 1..n {
                if self.d[other] < self.d[least] {
                    least = other;
                }
            }
            if least != at {
                self.d.swap(least, at);
                for i in 0..n {
                    let kept = self.z[(i, least)];
                    self.z[(i, least)] = self.z[(i, at)];
                    self.z[(i, at)] = kept;
                }
            }
        }
    }
}
