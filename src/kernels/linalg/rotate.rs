//! Plane rotations and the closed forms of 2 x 2 matrices, by LAPACK's formulas (dlartg, dlas2, dlasv2, dlaev2, dlasr):
//! with them singular and eigenvectors come out with the signs that NumPy gives them.

use super::Matrix;

/// LAPACK's relative precision: half the distance from 1 to the next double.
pub const EPS: f64 = f64::EPSILON / 2.0;

/// `|a|` with the sign of `b`.
pub fn sign(a: f64, b: f64) -> f64 {
    a.abs().copysign(b)
}

/// The rotation that turns `(f, g)` into `(r, 0)`: `(c, s, r)` with `c` not negative.
pub fn rotation(f: f64, g: f64) -> (f64, f64, f64) {
    if g == 0.0 {
        return (1.0, 0.0, f);
    }
    if f == 0.0 {
        return (0.0, sign(1.0, g), g.abs());
    }
    let safe = |x: f64| (1.5e-154..9.5e153).contains(&x.abs());
    if safe(f) && safe(g) {
        let d = (f * f + g * g).sqrt();
        let r = sign(d, f);
        return (f.abs() / d, g / r, r);
    }
    let scale = f.abs().max(g.abs()).clamp(f64::MIN_POSITIVE, 1.0 / f64::MIN_POSITIVE);
    let (fs, gs) = (f / scale, g / scale);
    let d = (fs * fs + gs * gs).sqrt();
    let r = sign(d, f);
    (fs.abs() / d, gs / r, r * scale)
}

/// The smaller singular value of `[[f, g], [0, h]]`.
pub fn smaller_singular(f: f64, g: f64, h: f64) -> f64 {
    let (fa, ga, ha) = (f.abs(), g.abs(), h.abs());
    let (least, most) = (fa.min(ha), fa.max(ha));
    if least == 0.0 {
        return 0.0;
    }
    let (up, down) = (1.0 + least / most, (most - least) / most);
    if ga < most {
        let au = (ga / most) * (ga / most);
        return least * (2.0 / ((up * up + au).sqrt() + (down * down + au).sqrt()));
    }
    let au = most / ga;
    if au == 0.0 {
        return least * most / ga;
    }
    let c = 1.0 / ((1.0 + (up * au) * (up * au)).sqrt() + (1.0 + (down * au) * (down * au)).sqrt());
    let half = (least * c) * au;
    half + half
}

/// The singular value decomposition of a triangular 2 x 2 matrix.
pub struct Two {
    /// The larger value, with its sign.
    pub max: f64,
    /// The smaller value, with its sign.
    pub min: f64,
    /// Cosine and sine of the right rotation.
    pub right: (f64, f64),
    /// Cosine and sine of the left rotation.
    pub left: (f64, f64),
}

/// Of `[[f, g], [0, h]]`.
pub fn singular(f: f64, g: f64, h: f64) -> Two {
    let swap = h.abs() > f.abs();
    let (ft, ht) = if swap { (h, f) } else { (f, h) };
    let (fa, ha, ga) = (ft.abs(), ht.abs(), g.abs());
    let mut greatest = if swap { 3 } else { 1 };
    let (min, max, clt, crt, slt, srt);
    if ga == 0.0 {
        (min, max, clt, crt, slt, srt) = (ha, fa, 1.0, 1.0, 0.0, 0.0);
    } else {
        if ga > fa {
            greatest = 2;
        }
        if ga > fa && fa / ga < EPS {
            let least = if ha > 1.0 { fa / (ga / ha) } else { (fa / ga) * ha };
            (min, max, clt, crt, slt, srt) = (least, ga, 1.0, ft / g, ht / g, 1.0);
        } else {
            (min, max, clt, crt, slt, srt) = usual([ft, fa], [ht, ha], g);
        }
    }
    let (left, right) = if swap { ((srt, crt), (slt, clt)) } else { ((clt, slt), (crt, srt)) };
    let one = |x: f64| sign(1.0, x);
    let turn = match greatest {
        1 => one(right.0) * one(left.0) * one(f),
        2 => one(right.1) * one(left.0) * one(g),
        _ => one(right.1) * one(left.1) * one(h),
    };
    Two { max: sign(max, turn), min: sign(min, turn * one(f) * one(h)), right, left }
}

fn usual([ft, fa]: [f64; 2], [ht, ha]: [f64; 2], gt: f64) -> (f64, f64, f64, f64, f64, f64) {
    let d = fa - ha;
    let l = if d == fa { 1.0 } else { d / fa };
    let m = gt / ft;
    let t = 2.0 - l;
    let (mm, tt) = (m * m, t * t);
    let s = (tt + mm).sqrt();
    let r = if l == 0.0 { m.abs() } else { (l * l + mm).sqrt() };
    let a = 0.5 * (s + r);
    let t = if mm == 0.0 {
        if l == 0.0 { sign(2.0, ft) * sign(1.0, gt) } else { gt / sign(d, ft) + m / t }
    } else {
        (m / (s + t) + m / (r + l)) * (1.0 + a)
    };
    let l = (t * t + 4.0).sqrt();
    let (crt, srt) = (2.0 / l, t / l);
    (ha / a, fa * a, (crt + srt * m) / a, crt, (ht / ft) * srt / a, srt)
}

/// Eigenvalues of `[[a, b], [b, c]]`, the larger in magnitude first, and cosine and sine of its vector.
pub fn eigen(a: f64, b: f64, c: f64) -> (f64, f64, f64, f64) {
    let (sm, df) = (a + c, a - c);
    let (adf, tb) = (df.abs(), b + b);
    let ab = tb.abs();
    let (most, least) = if a.abs() > c.abs() { (a, c) } else { (c, a) };
    let rt = if adf > ab {
        adf * (1.0 + (ab / adf) * (ab / adf)).sqrt()
    } else if adf < ab {
        ab * (1.0 + (adf / ab) * (adf / ab)).sqrt()
    } else {
        ab * std::f64::consts::SQRT_2
    };
    let other = |first: f64| (most / first) * least - (b / first) * b;
    let (rt1, rt2, first) = if sm < 0.0 {
        let rt1 = 0.5 * (sm - rt);
        (rt1, other(rt1), -1.0)
    } else if sm > 0.0 {
        let rt1 = 0.5 * (sm + rt);
        (rt1, other(rt1), 1.0)
    } else {
        (0.5 * rt, -0.5 * rt, 1.0)
    };
    let (cs, second) = if df >= 0.0 { (df + rt, 1.0) } else { (df - rt, -1.0) };
    let (mut c1, mut s1) = (1.0, 0.0);
    if cs.abs() > ab {
        let ct = -tb / cs;
        s1 = 1.0 / (1.0 + ct * ct).sqrt();
        c1 = ct * s1;
    } else if ab != 0.0 {
        let tn = -cs / tb;
        c1 = 1.0 / (1.0 + tn * tn).sqrt();
        s1 = tn * c1;
    }
    if first == second { (rt1, rt2, -s1, c1) } else { (rt1, rt2, c1, s1) }
}

/// Turn two neighbouring columns, `at` and the next.
pub fn turn_columns(of: &mut Matrix, at: usize, (c, s): (f64, f64)) {
    if c == 1.0 && s == 0.0 {
        return;
    }
    for i in 0..of.nrows() {
        let (x, y) = (of[(i, at)], of[(i, at + 1)]);
        of[(i, at + 1)] = c * y - s * x;
        of[(i, at)] = s * y + c * x;
    }
}

/// A Householder reflection of a vector: `(beta, tau)`, its tail overwritten. `H = I - tau v v'` takes the vector to
/// `(beta, 0, ...)`, with `v = (1, tail)`.
pub fn reflector(alpha: f64, tail: &mut [f64]) -> (f64, f64) {
    let scale = tail.iter().fold(0.0f64, |most, x| most.max(x.abs()));
    if scale == 0.0 {
        return (alpha, 0.0);
    }
    let norm = scale * tail.iter().map(|x| (x / scale) * (x / scale)).sum::<f64>().sqrt();
    let beta = -sign(alpha.hypot(norm), alpha);
    let factor = 1.0 / (alpha - beta);
    tail.iter_mut().for_each(|x| *x *= factor);
    (beta, (beta - alpha) / beta)
}
