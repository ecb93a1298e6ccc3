//! Distributions of whole numbers.

// The negated comparisons refuse NaN too.
#![allow(clippy::neg_cmp_op_on_partial_ord)]

use rand_distr::{Binomial, Distribution, Geometric, Hypergeometric, Poisson, Zeta};

use super::continuous::gamma;
use super::{Stream, draws};

/// Numbers beyond `int64` are its largest.
pub(super) fn poisson(rng: &mut Stream, lam: f64) -> i64 {
    if lam <= 0.0 { 0 } else { Poisson::new(lam).map_or(0, |of| of.sample(rng) as i64) }
}

fn binomial(rng: &mut Stream, n: f64, p: f64) -> i64 {
    Binomial::new(n as u64, p).map_or(0, |of| of.sample(rng) as i64)
}

fn geometric(rng: &mut Stream, p: f64) -> i64 {
    // Trials, the successful one among them.
    Geometric::new(p).map_or(0, |of| (of.sample(rng) as i64).saturating_add(1))
}

fn hypergeometric(rng: &mut Stream, good: f64, bad: f64, count: f64) -> i64 {
    let of = Hypergeometric::new((good + bad) as u64, good as u64, count as u64);
    of.map_or(0, |of| of.sample(rng) as i64)
}

/// By inversion with a squeeze (Kemp 1981).
fn logseries(rng: &mut Stream, p: f64) -> i64 {
    if p == 0.0 {
        return 1;
    }
    let r = (-p).ln_1p();
    loop {
        let v = rng.open();
        if v >= p {
            return 1;
        }
        let q = -(r * rng.open()).exp_m1();
        if v <= q * q {
            let found = (1.0 + v.ln() / q.ln()).floor();
            if found >= 1.0 {
                return found as i64;
            }
            continue;
        }
        return if v >= q { 1 } else { 2 };
    }
}

/// A whole number of [low, high), for bounds that are whole and below 2^53.
fn whole(rng: &mut Stream, low: f64, high: f64) -> i64 {
    let span = (high as i64).wrapping_sub(low as i64).max(1) as u64;
    let bits = rand_core::Rng::next_u64(rng);
    (low as i64).wrapping_add(((u128::from(bits) * u128::from(span)) >> 64) as i64)
}

/// Above it, NumPy's results leave `int64`.
const LARGEST_LAM: f64 = 9.223_372_006_484_771e18;

draws! {
    "binomial" Int64 (n, p) [(n < 0.0, "n < 0"), (!(0.0..=1.0).contains(&p), "p < 0, p > 1 or p is NaN")]
        |rng| binomial(rng, n, p);
    "geometric" Int64 (p) [(!(p > 0.0 && p <= 1.0), "p <= 0, p > 1 or p contains NaNs")] |rng| geometric(rng, p);
    "hypergeometric" Int64 (ngood, nbad, nsample)
        [(ngood + nbad < nsample, "ngood + nbad < nsample"), (ngood < 0.0, "ngood < 0"), (nbad < 0.0, "nbad < 0"),
         (nsample < 0.0, "nsample < 0")]
        |rng| hypergeometric(rng, ngood, nbad, nsample);
    "logseries" Int64 (p) [(!(0.0..1.0).contains(&p), "p < 0, p >= 1 or p is NaN")] |rng| logseries(rng, p);
    "negative_binomial" Int64 (n, p)
        [(n <= 0.0, "n <= 0"), (!(p > 0.0 && p <= 1.0), "p <= 0, p > 1 or p contains NaNs")]
        |rng| { let lam = gamma(rng, n) * (1.0 - p) / p; poisson(rng, lam) };
    "poisson" Int64 (lam)
        [(!(lam >= 0.0), "lam < 0 or lam is NaN"), (lam > LARGEST_LAM, "lam value too large")]
        |rng| poisson(rng, lam);
    "zipf" Int64 (a) [(!(a > 1.0), "a <= 1 or a is NaN")] |rng| Zeta::new(a).map_or(1, |of| of.sample(rng) as i64);
    "integers" Int64 (low, high) [(low >= high, "low >= high")] |rng| whole(rng, low, high);
}
