//! Distributions of whole numbers as NumPy draws them: both its generators use these, unless `legacy` has its own.

use super::continuous::{exponential, gamma};
use super::factorial::{log_factorial, log_gamma};
use super::{Bits, interval};

/// Poisson: by multiplication below 10, else by transformed rejection (W. Hörmann, 1993).
pub fn poisson(bits: &mut dyn Bits, lam: f64) -> i64 {
    if lam >= 10.0 {
        return poisson_by_rejection(bits, lam);
    }
    if lam == 0.0 {
        return 0;
    }
    let least = (-lam).exp();
    let mut product = 1.0;
    let mut count = 0;
    loop {
        product *= bits.next_f64();
        if product <= least || product.is_nan() {
            return count;
        }
        count += 1;
    }
}

fn poisson_by_rejection(bits: &mut dyn Bits, lam: f64) -> i64 {
    let ln_lam = lam.ln();
    let b = 0.931 + 2.53 * lam.sqrt();
    let a = -0.059 + 0.02483 * b;
    let inverse = 1.1239 + 1.1328 / (b - 3.4);
    let sure = 0.9277 - 3.6224 / (b - 2.0);
    loop {
        let u = bits.next_f64() - 0.5;
        let v = bits.next_f64();
        let us = 0.5 - u.abs();
        let k = ((2.0 * a / us + b) * u + lam + 0.43).floor() as i64;
        if us >= 0.07 && v <= sure {
            return k;
        }
        if k < 0 || (us < 0.013 && v > us) {
            continue;
        }
        let left = v.ln() + inverse.ln() - (a / (us * us) + b).ln();
        if left <= -lam + k as f64 * ln_lam - log_gamma(k as f64 + 1.0) {
            return k;
        }
    }
}

/// Binomial: by inversion up to a mean of 30, else by BTPE.
pub fn binomial(bits: &mut dyn Bits, n: i64, p: f64) -> i64 {
    if n == 0 || p == 0.0 {
        return 0;
    }
    let (share, flip) = if p <= 0.5 { (p, false) } else { (1.0 - p, true) };
    let drawn = if share * n as f64 <= 30.0 { by_inversion(bits, n, share) } else { btpe(bits, n, share) };
    if flip { n - drawn } else { drawn }
}

fn by_inversion(bits: &mut dyn Bits, n: i64, p: f64) -> i64 {
    let q = 1.0 - p;
    let count = n as f64;
    let none = (count * (-p).ln_1p()).exp();
    let mean = count * p;
    let bound = count.min(mean + 10.0 * (mean * q + 1.0).sqrt()) as i64;
    let (mut x, mut px, mut u) = (0, none, bits.next_f64());
    while u > px {
        x += 1;
        if x > bound {
            (x, px, u) = (0, none, bits.next_f64());
        } else {
            u -= px;
            px = ((n - x + 1) as f64 * p * px) / (x as f64 * q);
        }
    }
    x
}

/// The constants of BTPE for one `n` and `p` at most one half.
struct Btpe {
    n: f64,
    r: f64,
    q: f64,
    m: f64,
    p1: f64,
    p2: f64,
    p3: f64,
    p4: f64,
    xm: f64,
    xl: f64,
    xr: f64,
    c: f64,
    laml: f64,
    lamr: f64,
}

impl Btpe {
    fn new(n: f64, r: f64) -> Btpe {
        let q = 1.0 - r;
        let fm = n * r + r;
        let m = fm.floor();
        let p1 = (2.195 * (n * r * q).sqrt() - 4.6 * q).floor() + 0.5;
        let xm = m + 0.5;
        let (xl, xr) = (xm - p1, xm + p1);
        let c = 0.134 + 20.5 / (15.3 + m);
        let left = (fm - xl) / (fm - xl * r);
        let laml = left * (1.0 + left / 2.0);
        let right = (xr - fm) / (xr * q);
        let lamr = right * (1.0 + right / 2.0);
        let p2 = p1 * (1.0 + 2.0 * c);
        let p3 = p2 + c / laml;
        let p4 = p3 + c / lamr;
        Btpe { n, r, q, m, p1, p2, p3, p4, xm, xl, xr, c, laml, lamr }
    }

    /// A candidate: its place, the number to compare its height with (`None`: it is taken), or nothing.
    fn candidate(&self, u: f64, v: f64) -> Option<(f64, Option<f64>)> {
        if u <= self.p1 {
            return Some(((self.xm - self.p1 * v + u).floor(), None));
        }
        if u <= self.p2 {
            let x = self.xl + (u - self.p1) / self.c;
            let v = v * self.c + 1.0 - (self.m - x + 0.5).abs() / self.p1;
            return (v <= 1.0).then(|| (x.floor(), Some(v)));
        }
        if u <= self.p3 {
            let y = (self.xl + v.ln() / self.laml).floor();
            return (y >= 0.0 && v != 0.0).then_some((y, Some(v * (u - self.p2) * self.laml)));
        }
        let y = (self.xr - v.ln() / self.lamr).floor();
        (y <= self.n && v != 0.0).then_some((y, Some(v * (u - self.p3) * self.lamr)))
    }

    fn takes(&self, y: f64, v: f64) -> bool {
        let k = (y - self.m).abs();
        let nrq = self.n * self.r * self.q;
        if k <= 20.0 || k >= nrq / 2.0 - 1.0 {
            return v <= self.height(y);
        }
        let rho = (k / nrq) * ((k * (k / 3.0 + 0.625) + 0.166_666_666_666_666_66) / nrq + 0.5);
        let t = -k * k / (2.0 * nrq);
        let ln_v = v.ln();
        ln_v < t - rho || (ln_v <= t + rho && ln_v <= self.stirling(y))
    }

    /// The height at `y` over that at the mode.
    fn height(&self, y: f64) -> f64 {
        let s = self.r / self.q;
        let a = s * (self.n + 1.0);
        let mut f = 1.0;
        let (low, high) = (self.m.min(y) as i64, self.m.max(y) as i64);
        for i in low + 1..=high {
            let step = a / i as f64 - s;
            if self.m < y {
                f *= step;
            } else {
                f /= step;
            }
        }
        f
    }

    fn stirling(&self, y: f64) -> f64 {
        let (x1, f1, z, w) = (y + 1.0, self.m + 1.0, self.n + 1.0 - self.m, self.n - y + 1.0);
        let tail = |x: f64| {
            let square = x * x;
            (13680.0 - (462.0 - (132.0 - (99.0 - 140.0 / square) / square) / square) / square) / x / 166320.0
        };
        self.xm * (f1 / x1).ln()
            + (self.n - self.m + 0.5) * (z / w).ln()
            + (y - self.m) * (w * self.r / (x1 * self.q)).ln()
            + tail(f1)
            + tail(z)
            + tail(x1)
            + tail(w)
    }
}

/// V. Kachitvichyanukul, B. W. Schmeiser, "Binomial random variate generation", 1988.
fn btpe(bits: &mut dyn Bits, n: i64, p: f64) -> i64 {
    let plan = Btpe::new(n as f64, p);
    loop {
        let u = bits.next_f64() * plan.p4;
        let v = bits.next_f64();
        match plan.candidate(u, v) {
            Some((y, None)) => return y as i64,
            Some((y, Some(v))) if plan.takes(y, v) => return y as i64,
            _ => {}
        }
    }
}

/// Negative binomial: a Poisson number whose mean is a gamma number.
pub fn negative_binomial(bits: &mut dyn Bits, n: f64, p: f64) -> i64 {
    let mean = (1.0 - p) / p * gamma(bits, n);
    poisson(bits, mean)
}

/// Geometric by search: where `p` is at least a third.
pub fn geometric_by_search(bits: &mut dyn Bits, p: f64) -> i64 {
    let (mut x, mut sum, mut product) = (1, p, p);
    let u = bits.next_f64();
    while u > sum {
        product *= 1.0 - p;
        sum += product;
        x += 1;
    }
    x
}

/// Geometric.
pub fn geometric(bits: &mut dyn Bits, p: f64) -> i64 {
    if p >= 1.0 / 3.0 {
        return geometric_by_search(bits, p);
    }
    // A float that is too large becomes the largest integer.
    (-exponential(bits) / (-p).ln_1p()).ceil() as i64
}

/// The largest number that Zipf's law draws here.
const MOST: f64 = i64::MAX as f64;

/// Zipf.
pub fn zipf(bits: &mut dyn Bits, a: f64) -> i64 {
    if a >= 1025.0 {
        return 1;
    }
    let least = MOST.powf(1.0 - a);
    zipf_of(bits, a, |bits| {
        let u = bits.next_f64();
        u * least + (1.0 - u)
    })
}

/// Zipf (L. Devroye, "Non-Uniform Random Variate Generation", 1986) of numbers that are uniform up to 1.
pub fn zipf_of<B: Bits + ?Sized>(bits: &mut B, a: f64, uniform: impl Fn(&mut B) -> f64) -> i64 {
    let less = a - 1.0;
    let b = 2f64.powf(less);
    loop {
        let u = uniform(bits);
        let v = bits.next_f64();
        let x = u.powf(-1.0 / less).floor();
        if !(1.0..=MOST).contains(&x) {
            continue;
        }
        let t = (1.0 + 1.0 / x).powf(less);
        if v * x * (t - 1.0) / (b - 1.0) <= t / b {
            return x as i64;
        }
    }
}

/// The logarithmic series (A. W. Kemp, "Efficient generation of logarithmically distributed pseudo-random variables", 1981).
pub fn log_series(bits: &mut dyn Bits, p: f64) -> i64 {
    let r = (-p).ln_1p();
    loop {
        let v = bits.next_f64();
        if v >= p {
            return 1;
        }
        let q = -(r * bits.next_f64()).exp_m1();
        if v <= q * q {
            let found = (1.0 + v.ln() / q.ln()).floor() as i64;
            if found < 1 || v == 0.0 {
                continue;
            }
            return found;
        }
        return if v >= q { 1 } else { 2 };
    }
}

/// Hypergeometric: draws one by one for small samples, else by ratio of uniforms (E. Stadlober, "The ratio of uniforms
/// approach for generating discrete random variates", 1990).
pub fn hypergeometric(bits: &mut dyn Bits, good: i64, bad: i64, sample: i64) -> i64 {
    if sample >= 10 && sample <= good + bad - 10 {
        by_ratio(bits, good, bad, sample)
    } else if sample > 0 {
        by_draws(bits, good, bad, sample)
    } else {
        0
    }
}

fn by_draws(bits: &mut dyn Bits, good: i64, bad: i64, sample: i64) -> i64 {
    let total = good + bad;
    let more = sample > total / 2;
    let mut left = if more { total - sample } else { sample };
    let (mut all, mut wanted) = (total, good);
    while left > 0 && wanted > 0 && all > wanted {
        all -= 1;
        if (interval(bits, all as u64) as i64) < wanted {
            wanted -= 1;
        }
        left -= 1;
    }
    if all == wanted {
        wanted -= left;
    }
    if more { wanted } else { good - wanted }
}

/// The two constants of the ratio of uniforms.
pub const RATIO: (f64, f64) = (1.715_527_769_921_413_5, 0.898_916_162_058_898_8);

fn by_ratio(bits: &mut dyn Bits, good: i64, bad: i64, sample: i64) -> i64 {
    let all = good + bad;
    let drawn = sample.min(all - sample);
    let (few, many) = (good.min(bad), good.max(bad));
    let (p, q) = (few as f64 / all as f64, many as f64 / all as f64);
    let a = drawn as f64 * p + 0.5;
    let variance = (all - drawn) as f64 * drawn as f64 * p * q / (all - 1) as f64;
    let c = (variance + 0.5).sqrt();
    let h = RATIO.0 * c + RATIO.1;
    let mode = ((drawn + 1) as f64 * (few + 1) as f64 / (all + 2) as f64).floor() as i64;
    let weight =
        |k: i64| log_factorial(k) + log_factorial(few - k) + log_factorial(drawn - k) + log_factorial(many - drawn + k);
    let g = weight(mode);
    let bound = ((drawn.min(few) + 1) as f64).min((a + 16.0 * c).floor());
    let k = loop {
        let u = bits.next_f64();
        let v = bits.next_f64();
        let x = a + h * (v - 0.5) / u;
        if x < 0.0 || x >= bound {
            continue;
        }
        let k = x.floor() as i64;
        let t = g - weight(k);
        if u * (4.0 - u) - 3.0 <= t {
            break k;
        }
        if u * (u - t) >= 1.0 {
            continue;
        }
        if 2.0 * u.ln() <= t {
            break k;
        }
    };
    let k = if good > bad { drawn - k } else { k };
    if drawn < sample { good - k } else { k }
}
