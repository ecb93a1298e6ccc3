//! Distributions as NumPy's `RandomState` draws them: the streams that were frozen before `Generator` came. What is not
//! here it shares with `Generator`.

use super::continuous::{gamma_of, johnk};
use super::counts::{RATIO, geometric_by_search, poisson, zipf_of};
use super::factorial::log_gamma;
use super::{Bits, Mt19937};

/// Exponential with mean 1.
pub fn exponential(bits: &mut Mt19937) -> f64 {
    -(1.0 - bits.next_f64()).ln()
}

/// Gamma with scale 1.
pub fn gamma(bits: &mut Mt19937, shape: f64) -> f64 {
    gamma_of(bits, shape, exponential, Mt19937::gauss)
}

/// Beta.
pub fn beta(bits: &mut Mt19937, a: f64, b: f64) -> f64 {
    if a <= 1.0 && b <= 1.0 {
        return johnk(&mut || bits.next_f64(), a, b);
    }
    let first = gamma(bits, a);
    let second = gamma(bits, b);
    first / (first + second)
}

/// Chi-squared.
pub fn chi_squared(bits: &mut Mt19937, df: f64) -> f64 {
    2.0 * gamma(bits, df / 2.0)
}

/// Fisher's F.
pub fn fisher(bits: &mut Mt19937, above: f64, below: f64) -> f64 {
    let first = chi_squared(bits, above) * below;
    first / (chi_squared(bits, below) * above)
}

/// Noncentral chi-squared.
pub fn noncentral_chi_squared(bits: &mut Mt19937, df: f64, nonc: f64) -> f64 {
    if nonc == 0.0 {
        return chi_squared(bits, df);
    }
    if df > 1.0 {
        let central = chi_squared(bits, df - 1.0);
        let n = bits.gauss() + nonc.sqrt();
        return central + n * n;
    }
    let i = poisson(bits, nonc / 2.0);
    if i64::MAX - i < i { f64::NAN } else { chi_squared(bits, df + 2.0 * i as f64) }
}

/// Noncentral F.
pub fn noncentral_fisher(bits: &mut Mt19937, above: f64, below: f64, nonc: f64) -> f64 {
    let t = noncentral_chi_squared(bits, above, nonc) * below;
    t / (chi_squared(bits, below) * above)
}

/// Cauchy.
pub fn cauchy(bits: &mut Mt19937) -> f64 {
    let first = bits.gauss();
    first / bits.gauss()
}

/// Student's t.
pub fn student(bits: &mut Mt19937, df: f64) -> f64 {
    let above = bits.gauss();
    let below = gamma(bits, df / 2.0);
    (df / 2.0).sqrt() * above / below.sqrt()
}

/// Pareto (Lomax).
pub fn pareto(bits: &mut Mt19937, a: f64) -> f64 {
    (exponential(bits) / a).exp() - 1.0
}

/// Weibull.
pub fn weibull(bits: &mut Mt19937, a: f64) -> f64 {
    if a == 0.0 { 0.0 } else { exponential(bits).powf(1.0 / a) }
}

/// The power distribution.
pub fn power(bits: &mut Mt19937, a: f64) -> f64 {
    (1.0 - (-exponential(bits)).exp()).powf(1.0 / a)
}

/// Rayleigh.
pub fn rayleigh(bits: &mut Mt19937, scale: f64) -> f64 {
    scale * (-2.0 * (-bits.next_f64()).ln_1p()).sqrt()
}

/// Wald (inverse Gaussian).
pub fn wald(bits: &mut Mt19937, mean: f64, scale: f64) -> f64 {
    let ratio = mean / (2.0 * scale);
    let y = bits.gauss();
    let y = mean * y * y;
    let x = mean + ratio * (y - (4.0 * scale * y + y * y).sqrt());
    if bits.next_f64() <= mean / (mean + x) { x } else { mean * mean / x }
}

/// Negative binomial.
pub fn negative_binomial(bits: &mut Mt19937, n: f64, p: f64) -> i64 {
    let mean = (1.0 - p) / p * gamma(bits, n);
    poisson(bits, mean)
}

/// Geometric.
pub fn geometric(bits: &mut Mt19937, p: f64) -> i64 {
    if p >= 1.0 / 3.0 {
        return geometric_by_search(bits, p);
    }
    ((-bits.next_f64()).ln_1p() / (1.0 - p).ln()).ceil() as i64
}

/// Zipf.
pub fn zipf(bits: &mut Mt19937, a: f64) -> i64 {
    zipf_of(bits, a, |bits| 1.0 - bits.next_f64())
}

/// The logarithmic series.
pub fn log_series(bits: &mut Mt19937, p: f64) -> i64 {
    let r = (-p).ln_1p();
    loop {
        let v = bits.next_f64();
        if v >= p {
            return 1;
        }
        let q = 1.0 - (r * bits.next_f64()).exp();
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

/// Hypergeometric.
pub fn hypergeometric(bits: &mut Mt19937, good: i64, bad: i64, sample: i64) -> i64 {
    if sample > 10 {
        by_ratio(bits, good, bad, sample)
    } else if sample > 0 {
        by_draws(bits, good, bad, sample)
    } else {
        0
    }
}

fn by_draws(bits: &mut Mt19937, good: i64, bad: i64, sample: i64) -> i64 {
    let d1 = (bad + good - sample) as f64;
    let d2 = good.min(bad) as f64;
    let (mut y, mut k) = (d2, sample);
    while y > 0.0 {
        y -= (bits.next_f64() + y / (d1 + k as f64)).floor();
        k -= 1;
        if k == 0 {
            break;
        }
    }
    let z = (d2 - y) as i64;
    if good > bad { sample - z } else { z }
}

fn by_ratio(bits: &mut Mt19937, good: i64, bad: i64, sample: i64) -> i64 {
    let all = good + bad;
    let (few, many) = (good.min(bad) as f64, good.max(bad) as f64);
    let m = sample.min(all - sample);
    let drawn = m as f64;
    let share = few / all as f64;
    let d6 = drawn * share + 0.5;
    let d7 = ((all - m) as f64 * sample as f64 * share * (1.0 - share) / (all - 1) as f64 + 0.5).sqrt();
    let d8 = RATIO.0 * d7 + RATIO.1;
    let mode = ((drawn + 1.0) * (few + 1.0) / (all + 2) as f64).floor();
    let weight = |k: f64| {
        log_gamma(k + 1.0) + log_gamma(few - k + 1.0) + log_gamma(drawn - k + 1.0) + log_gamma(many - drawn + k + 1.0)
    };
    let d10 = weight(mode);
    let bound = (drawn.min(few) + 1.0).min((d6 + 16.0 * d7).floor());
    let z = loop {
        let x = bits.next_f64();
        let y = bits.next_f64();
        let w = d6 + d8 * (y - 0.5) / x;
        if w < 0.0 || w >= bound {
            continue;
        }
        let z = w.floor();
        let t = d10 - weight(z);
        if x * (4.0 - x) - 3.0 <= t {
            break z as i64;
        }
        if x * (x - t) >= 1.0 {
            continue;
        }
        if 2.0 * x.ln() <= t {
            break z as i64;
        }
    };
    let z = if good > bad { m - z } else { z };
    if m < sample { good - z } else { z }
}
