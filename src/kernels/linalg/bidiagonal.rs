//! Singular values of small matrices as LAPACK finds them (dgebd2, dbdsqr), with the signs of its vectors: reduction
//! to two diagonals by reflections, then implicit QR steps on these.

use super::rotate::{EPS, reflector, rotation, sign, singular, smaller_singular, turn_columns};
use super::{Matrix, error};
use crate::data::Res;

/// A matrix as `Q B P'` with `B` of two diagonals.
pub struct Bidiagonal {
    /// The main diagonal.
    pub d: Vec<f64>,
    /// The one beside it: above, or below when `lower`.
    pub e: Vec<f64>,
    /// Whether the second diagonal is below: for matrices wider than tall.
    pub lower: bool,
    /// `Q`, square.
    pub q: Matrix,
    /// `P`, square.
    pub p: Matrix,
}

struct Reflection {
    from: usize,
    tail: Vec<f64>,
    tau: f64,
}

impl Reflection {
    fn of_column(a: &Matrix, from: usize, column: usize) -> (Reflection, f64) {
        let mut tail: Vec<f64> = (from + 1..a.nrows()).map(|i| a[(i, column)]).collect();
        let (beta, tau) = reflector(a[(from, column)], &mut tail);
        (Reflection { from, tail, tau }, beta)
    }

    fn of_row(a: &Matrix, row: usize, from: usize) -> (Reflection, f64) {
        let mut tail: Vec<f64> = (from + 1..a.ncols()).map(|j| a[(row, j)]).collect();
        let (beta, tau) = reflector(a[(row, from)], &mut tail);
        (Reflection { from, tail, tau }, beta)
    }

    /// `H A` for the columns from `start`.
    fn left(&self, a: &mut Matrix, start: usize) {
        if self.tau == 0.0 {
            return;
        }
        for j in start..a.ncols() {
            let mut dot = a[(self.from, j)];
            for (at, v) in self.tail.iter().enumerate() {
                dot += v * a[(self.from + 1 + at, j)];
            }
            dot *= self.tau;
            a[(self.from, j)] -= dot;
            for (at, v) in self.tail.iter().enumerate() {
                a[(self.from + 1 + at, j)] -= v * dot;
            }
        }
    }

    /// `A H` for the rows from `start`.
    fn right(&self, a: &mut Matrix, start: usize) {
        if self.tau == 0.0 {
            return;
        }
        for i in start..a.nrows() {
            let mut dot = a[(i, self.from)];
            for (at, v) in self.tail.iter().enumerate() {
                dot += v * a[(i, self.from + 1 + at)];
            }
            dot *= self.tau;
            a[(i, self.from)] -= dot;
            for (at, v) in self.tail.iter().enumerate() {
                a[(i, self.from + 1 + at)] -= v * dot;
            }
        }
    }
}

/// The product of reflections, as a square matrix.
fn product(size: usize, all: &[Reflection]) -> Matrix {
    let mut out = Matrix::identity(size, size);
    for reflection in all.iter().rev() {
        reflection.left(&mut out, 0);
    }
    out
}

/// Reduce a matrix to two diagonals.
pub fn bidiagonal(mut a: Matrix) -> Bidiagonal {
    let (m, n) = (a.nrows(), a.ncols());
    let (lower, size) = (m < n, m.min(n));
    let (mut d, mut e) = (Vec::with_capacity(size), Vec::with_capacity(size.saturating_sub(1)));
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for i in 0..size {
        if !lower {
            let (reflection, beta) = Reflection::of_column(&a, i, i);
            d.push(beta);
            reflection.left(&mut a, i + 1);
            left.push(reflection);
            if i + 1 < n {
                let (reflection, beta) = Reflection::of_row(&a, i, i + 1);
                e.push(beta);
                reflection.right(&mut a, i + 1);
                right.push(reflection);
            }
        } else {
            let (reflection, beta) = Reflection::of_row(&a, i, i);
            d.push(beta);
            reflection.right(&mut a, i + 1);
            right.push(reflection);
            if i + 1 < m {
                let (reflection, beta) = Reflection::of_column(&a, i + 1, i);
                e.push(beta);
                reflection.left(&mut a, i + 1);
                left.push(reflection);
            }
        }
    }
    e.truncate(size.saturating_sub(1));
    Bidiagonal { d, e, lower, q: product(m, &left), p: product(n, &right) }
}

/// The QR iteration: values in `d`, vectors as columns of `u` and `v`.
pub struct Iteration {
    d: Vec<f64>,
    e: Vec<f64>,
    u: Matrix,
    v: Matrix,
    tol: f64,
    thresh: f64,
    down: bool,
}

/// Singular values of a matrix of two diagonals, largest first, and its vectors: `(values, u, v)` with `B = u s v'`.
///
/// # Errors
/// `LinAlgError` when the iteration does not end.
pub fn decompose(mut d: Vec<f64>, mut e: Vec<f64>, lower: bool) -> Res<(Vec<f64>, Matrix, Matrix)> {
    let n = d.len();
    let mut turns = Vec::new();
    if lower {
        for i in 0..n.saturating_sub(1) {
            let (c, s, r) = rotation(d[i], e[i]);
            d[i] = r;
            e[i] = s * d[i + 1];
            d[i + 1] *= c;
            turns.push((c, s));
        }
    }
    let tol = EPS.powf(-0.125).clamp(10.0, 100.0) * EPS;
    let mut it = Iteration { d, e, u: Matrix::identity(n, n), v: Matrix::identity(n, n), tol, thresh: 0.0, down: true };
    it.run()?;
    it.sort();
    for (at, &(c, s)) in turns.iter().enumerate().rev() {
        turn_rows(&mut it.u, at, (c, -s));
    }
    Ok((it.d, it.u, it.v))
}

/// Turn two neighbouring rows.
fn turn_rows(of: &mut Matrix, at: usize, (c, s): (f64, f64)) {
    for j in 0..of.ncols() {
        let (x, y) = (of[(at, j)], of[(at + 1, j)]);
        of[(at + 1, j)] = c * y - s * x;
        of[(at, j)] = s * y + c * x;
    }
}

impl Iteration {
    fn threshold(&self) -> f64 {
        let n = self.d.len() as f64;
        let mut least = self.d.first().map_or(0.0, |x| x.abs());
        let mut mu = least;
        for (x, y) in self.d.iter().skip(1).zip(&self.e) {
            if least == 0.0 {
                break;
            }
            mu = x.abs() * (mu / (mu + y.abs()));
            least = least.min(mu);
        }
        (self.tol * least / n.sqrt()).max(6.0 * n * n * f64::MIN_POSITIVE)
    }

    fn run(&mut self) -> Res<()> {
        if self.d.iter().chain(&self.e).any(|x| !x.is_finite()) {
            return Err(error("SVD did not converge"));
        }
        let n = self.d.len();
        self.thresh = self.threshold();
        let mut left = 6 * n * n + 6;
        // The block at work is `low..=high`; before: the last one.
        let mut before: Option<(usize, usize)> = None;
        let mut end = n;
        while end > 1 {
            let high = end - 1;
            let Some((low, most)) = self.block(high) else {
                end -= 1;
                continue;
            };
            if low + 1 == high {
                self.two(low);
                end = low;
                continue;
            }
            if before.is_none_or(|(old_low, old_high)| low > old_high || high < old_low) {
                self.down = self.d[low].abs() >= self.d[high].abs();
            }
            let Some(least) = self.converged(low, high) else { continue };
            before = Some((low, high));
            let shift = self.shift(low, high, least, most);
            left = left.checked_sub(high - low).ok_or_else(|| error("SVD did not converge"))?;
            match (shift == 0.0, self.down) {
                (true, true) => self.zero_down(low, high),
                (true, false) => self.zero_up(low, high),
                (false, true) => self.step_down(low, high, shift),
                (false, false) => self.step_up(low, high, shift),
            }
        }
        Ok(())
    }

    /// Where the block that ends at `high` begins, and its largest element; `None`: `high` stands alone.
    fn block(&mut self, high: usize) -> Option<(usize, f64)> {
        let mut most = self.d[high].abs();
        for at in (0..high).rev() {
            if self.e[at].abs() <= self.thresh {
                self.e[at] = 0.0;
                return (at + 1 < high).then_some((at + 1, most));
            }
            most = most.max(self.d[at].abs()).max(self.e[at].abs());
        }
        Some((0, most))
    }

    fn two(&mut self, low: usize) {
        let found = singular(self.d[low], self.e[low], self.d[low + 1]);
        self.d[low] = found.max;
        self.e[low] = 0.0;
        self.d[low + 1] = found.min;
        turn_columns(&mut self.v, low, found.right);
        turn_columns(&mut self.u, low, found.left);
    }

    /// `None` if an element beside the diagonal was found small and put to 0; else a bound of the smallest value.
    fn converged(&mut self, low: usize, high: usize) -> Option<f64> {
        let tol = self.tol;
        let (first, edge) = if self.down { (low, high - 1) } else { (high, low) };
        let corner = if self.down { high } else { low };
        if self.e[edge].abs() <= tol * self.d[corner].abs() {
            self.e[edge] = 0.0;
            return None;
        }
        let mut mu = self.d[first].abs();
        let mut least = mu;
        for step in 0..high - low {
            let at = if self.down { low + step } else { high - 1 - step };
            if self.e[at].abs() <= tol * mu {
                self.e[at] = 0.0;
                return None;
            }
            let next = if self.down { at + 1 } else { at };
            mu = self.d[next].abs() * (mu / (mu + self.e[at].abs()));
            least = least.min(mu);
        }
        Some(least)
    }

    fn shift(&self, low: usize, high: usize, least: f64, most: f64) -> f64 {
        let n = self.d.len() as f64;
        if n * self.tol * (least / most) <= EPS.max(0.01 * self.tol) {
            return 0.0;
        }
        let (shift, corner) = if self.down {
            (smaller_singular(self.d[high - 1], self.e[high - 1], self.d[high]), self.d[low].abs())
        } else {
            (smaller_singular(self.d[low], self.e[low], self.d[low + 1]), self.d[high].abs())
        };
        if corner > 0.0 && (shift / corner) * (shift / corner) < EPS { 0.0 } else { shift }
    }

    fn zero_down(&mut self, low: usize, high: usize) {
        let (mut c, mut old) = (1.0, (1.0, 0.0));
        for i in low..high {
            let (cs, sn, r) = rotation(self.d[i] * c, self.e[i]);
            c = cs;
            if i > low {
                self.e[i - 1] = old.1 * r;
            }
            let (oc, os, di) = rotation(old.0 * r, self.d[i + 1] * sn);
            old = (oc, os);
            self.d[i] = di;
            turn_columns(&mut self.v, i, (cs, sn));
            turn_columns(&mut self.u, i, old);
        }
        let h = self.d[high] * c;
        self.d[high] = h * old.0;
        self.e[high - 1] = h * old.1;
        self.clear(high - 1);
    }

    fn zero_up(&mut self, low: usize, high: usize) {
        let (mut c, mut old) = (1.0, (1.0, 0.0));
        for i in (low + 1..=high).rev() {
            let (cs, sn, r) = rotation(self.d[i] * c, self.e[i - 1]);
            c = cs;
            if i < high {
                self.e[i] = old.1 * r;
            }
            let (oc, os, di) = rotation(old.0 * r, self.d[i - 1] * sn);
            old = (oc, os);
            self.d[i] = di;
            turn_columns(&mut self.u, i - 1, (cs, -sn));
            turn_columns(&mut self.v, i - 1, (oc, -os));
        }
        let h = self.d[low] * c;
        self.d[low] = h * old.0;
        self.e[low] = h * old.1;
        self.clear(low);
    }

    fn step_down(&mut self, low: usize, high: usize, shift: f64) {
        let first = self.d[low];
        let mut f = (first.abs() - shift) * (sign(1.0, first) + shift / first);
        let mut g = self.e[low];
        for i in low..high {
            let (cr, sr, r) = rotation(f, g);
            if i > low {
                self.e[i - 1] = r;
            }
            let (d, e, next) = (self.d[i], self.e[i], self.d[i + 1]);
            f = cr * d + sr * e;
            let e = cr * e - sr * d;
            g = sr * next;
            let next = cr * next;
            let (cl, sl, r) = rotation(f, g);
            self.d[i] = r;
            f = cl * e + sl * next;
            self.d[i + 1] = cl * next - sl * e;
            self.e[i] = e;
            if i + 1 < high {
                g = sl * self.e[i + 1];
                self.e[i + 1] *= cl;
            }
            turn_columns(&mut self.v, i, (cr, sr));
            turn_columns(&mut self.u, i, (cl, sl));
        }
        self.e[high - 1] = f;
        self.clear(high - 1);
    }

    fn step_up(&mut self, low: usize, high: usize, shift: f64) {
        let last = self.d[high];
        let mut f = (last.abs() - shift) * (sign(1.0, last) + shift / last);
        let mut g = self.e[high - 1];
        for i in (low + 1..=high).rev() {
            let (cr, sr, r) = rotation(f, g);
            if i < high {
                self.e[i] = r;
            }
            let (d, e, next) = (self.d[i], self.e[i - 1], self.d[i - 1]);
            f = cr * d + sr * e;
            let e = cr * e - sr * d;
            g = sr * next;
            let next = cr * next;
            let (cl, sl, r) = rotation(f, g);
            self.d[i] = r;
            f = cl * e + sl * next;
            self.d[i - 1] = cl * next - sl * e;
            self.e[i - 1] = e;
            if i > low + 1 {
                g = sl * self.e[i - 2];
                self.e[i - 2] *= cl;
            }
            turn_columns(&mut self.u, i - 1, (cr, -sr));
            turn_columns(&mut self.v, i - 1, (cl, -sl));
        }
        self.e[low] = f;
        self.clear(low);
    }

    fn clear(&mut self, at: usize) {
        if self.e[at].abs() <= self.thresh {
            self.e[at] = 0.0;
        }
    }

    /// Values positive, largest first.
    fn sort(&mut self) {
        let n = self.d.len();
        for at in 0..n {
            if self.d[at] < 0.0 {
                self.d[at] = -self.d[at];
                for i in 0..n {
                    self.v[(i, at)] = -self.v[(i, at)];
                }
            }
            self.d[at] = self.d[at].abs();
        }
        for end in (1..n).rev() {
            let mut least = 0;
            for at in 1..=end {
                if self.d[at] <= self.d[least] {
                    least = at;
                }
            }
            if least != end {
                self.d.swap(least, end);
                for i in 0..n {
                    for of in [&mut self.u, &mut self.v] {
                        let kept = of[(i, least)];
                        of[(i, least)] = of[(i, end)];
                        of[(i, end)] = kept;
                    }
                }
            }
        }
    }
}
