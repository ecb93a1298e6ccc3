//! Continuous distributions as NumPy's `Generator` draws them, number for number. Each function says whose method it is;
//! the order of draws is that of NumPy's `distributions.c`, as its documentation and stream policy fix it.

use std::f64::consts::PI;

use super::counts::poisson;
use super::{Bits, standard_normal, ziggurat_exp};

/// Exponential with mean 1, by the ziggurat (Marsaglia & Tsang, 2000).
pub fn exponential(bits: &mut dyn Bits) -> f64 {
    const R: f64 = 7.697_117_470_131_05;
    loop {
        let word = bits.next_u64() >> 3;
        let layer = (word & 0xff) as usize;
        let word = word >> 8;
        let x = word as f64 * f64::from_bits(ziggurat_exp::EXP_WIDTH[layer]);
        if word < ziggurat_exp::EXP_INSIDE[layer] {
            return x;
        }
        if layer == 0 {
            return R - (-bits.next_f64()).ln_1p();
        }
        let above = f64::from_bits(ziggurat_exp::EXP_HEIGHT[layer - 1]);
        let below = f64::from_bits(ziggurat_exp::EXP_HEIGHT[layer]);
        if (above - below) * bits.next_f64() + below < (-x).exp() {
            return x;
        }
    }
}

/// Exponential with mean 1, by inversion.
pub fn exponential_inverse(bits: &mut dyn Bits) -> f64 {
    -(-bits.next_f64()).ln_1p()
}

/// Gamma with scale 1.
pub fn gamma(bits: &mut dyn Bits, shape: f64) -> f64 {
    #[expect(clippy::redundant_closure, reason = "a function named here would have to hold for every lifetime at once")]
    gamma_of(bits, shape, |bits| exponential(bits), |bits| standard_normal(bits))
}

/// Gamma with scale 1 of exponential and normal numbers: by rejection below shape 1, else by Marsaglia & Tsang, "A simple
/// method for generating gamma variables", 2000.
pub fn gamma_of<B: Bits + ?Sized>(
    bits: &mut B,
    shape: f64,
    exponential: impl Fn(&mut B) -> f64,
    normal: impl Fn(&mut B) -> f64,
) -> f64 {
    if shape == 1.0 {
        return exponential(bits);
    }
    if shape == 0.0 {
        return 0.0;
    }
    if shape < 1.0 {
        loop {
            let u = bits.next_f64();
            let v = exponential(bits);
            if let Some(x) = small_gamma(shape, u, v) {
                return x;
            }
        }
    }
    let (b, c) = gamma_constants(shape);
    loop {
        let (x, v) = loop {
            let x = normal(bits);
            let v = 1.0 + c * x;
            if v > 0.0 || v.is_nan() {
                break (x, v * v * v);
            }
        };
        if large_gamma(b, x, v, bits.next_f64()) {
            return b * v;
        }
    }
}

/// What the method for shapes below 1 makes of a uniform and an exponential number, if it takes them.
pub fn small_gamma(shape: f64, u: f64, v: f64) -> Option<f64> {
    if u <= 1.0 - shape {
        let x = u.powf(1.0 / shape);
        return (x <= v).then_some(x);
    }
    let y = -((1.0 - u) / shape).ln();
    let x = (1.0 - shape + shape * y).powf(1.0 / shape);
    (x <= v + y).then_some(x)
}

/// The two constants of the method for shapes above 1.
pub fn gamma_constants(shape: f64) -> (f64, f64) {
    let b = shape - 1.0 / 3.0;
    (b, 1.0 / (9.0 * b).sqrt())
}

/// Whether the method for shapes above 1 takes a normal number `x`, the cube `v` and a uniform number.
pub fn large_gamma(b: f64, x: f64, v: f64, u: f64) -> bool {
    u < 1.0 - 0.0331 * (x * x) * (x * x) || u.ln() < 0.5 * x * x + b * (1.0 - v + v.ln())
}

/// Beta: Jöhnk's method where both parameters are at most 1, else two gammas.
pub fn beta(bits: &mut dyn Bits, a: f64, b: f64) -> f64 {
    const TINY: f64 = 3e-103;
    if !(a <= 1.0 && b <= 1.0) {
        let first = gamma(bits, a);
        let second = gamma(bits, b);
        return first / (first + second);
    }
    if a < TINY && b < TINY {
        return if (a + b) * bits.next_f64() < a { 1.0 } else { 0.0 };
    }
    johnk(&mut || bits.next_f64(), a, b)
}

/// M. D. Jöhnk's method for beta, 1964.
pub fn johnk(uniform: &mut dyn FnMut() -> f64, a: f64, b: f64) -> f64 {
    loop {
        let u = uniform();
        let v = uniform();
        let (x, y) = (u.powf(1.0 / a), v.powf(1.0 / b));
        let sum = x + y;
        if sum <= 1.0 && u + v > 0.0 {
            if sum > 0.0 {
                return x / sum;
            }
            let (x, y) = (u.ln() / a, v.ln() / b);
            let top = x.max(y);
            let (x, y) = (x - top, y - top);
            return (x - (x.exp() + y.exp()).ln()).exp();
        }
    }
}

/// Chi-squared.
pub fn chi_squared(bits: &mut dyn Bits, df: f64) -> f64 {
    2.0 * gamma(bits, df / 2.0)
}

/// Fisher's F.
pub fn fisher(bits: &mut dyn Bits, above: f64, below: f64) -> f64 {
    let first = chi_squared(bits, above) * below;
    first / (chi_squared(bits, below) * above)
}

/// Noncentral chi-squared.
pub fn noncentral_chi_squared(bits: &mut dyn Bits, df: f64, nonc: f64) -> f64 {
    if nonc.is_nan() {
        return f64::NAN;
    }
    if nonc == 0.0 {
        return chi_squared(bits, df);
    }
    if df > 1.0 {
        let central = chi_squared(bits, df - 1.0);
        let n = standard_normal(bits) + nonc.sqrt();
        return central + n * n;
    }
    let i = poisson(bits, nonc / 2.0);
    chi_squared(bits, df + 2.0 * i as f64)
}

/// Noncentral F.
pub fn noncentral_fisher(bits: &mut dyn Bits, above: f64, below: f64, nonc: f64) -> f64 {
    let t = noncentral_chi_squared(bits, above, nonc) * below;
    t / (chi_squared(bits, below) * above)
}

/// Cauchy.
pub fn cauchy(bits: &mut dyn Bits) -> f64 {
    let first = standard_normal(bits);
    first / standard_normal(bits)
}

/// Student's t.
pub fn student(bits: &mut dyn Bits, df: f64) -> f64 {
    let above = standard_normal(bits);
    let below = gamma(bits, df / 2.0);
    (df / 2.0).sqrt() * above / below.sqrt()
}

/// Pareto (Lomax).
pub fn pareto(bits: &mut dyn Bits, a: f64) -> f64 {
    (exponential(bits) / a).exp_m1()
}

/// Weibull.
pub fn weibull(bits: &mut dyn Bits, a: f64) -> f64 {
    if a == 0.0 { 0.0 } else { exponential(bits).powf(1.0 / a) }
}

/// The power distribution.
pub fn power(bits: &mut dyn Bits, a: f64) -> f64 {
    (-(-exponential(bits)).exp_m1()).powf(1.0 / a)
}

/// Rayleigh.
pub fn rayleigh(bits: &mut dyn Bits, scale: f64) -> f64 {
    scale * (2.0 * exponential(bits)).sqrt()
}

/// Laplace.
pub fn laplace(bits: &mut dyn Bits, loc: f64, scale: f64) -> f64 {
    loop {
        let u = bits.next_f64();
        if u >= 0.5 {
            return loc - scale * (2.0 - u - u).ln();
        }
        if u > 0.0 {
            return loc + scale * (u + u).ln();
        }
    }
}

/// Gumbel.
pub fn gumbel(bits: &mut dyn Bits, loc: f64, scale: f64) -> f64 {
    loop {
        let u = 1.0 - bits.next_f64();
        if u < 1.0 {
            return loc - scale * (-u.ln()).ln();
        }
    }
}

/// Logistic.
pub fn logistic(bits: &mut dyn Bits, loc: f64, scale: f64) -> f64 {
    loop {
        let u = bits.next_f64();
        if u > 0.0 {
            return loc + scale * (u / (1.0 - u)).ln();
        }
    }
}

/// Triangular.
pub fn triangular(bits: &mut dyn Bits, left: f64, mode: f64, right: f64) -> f64 {
    let base = right - left;
    let start = mode - left;
    let u = bits.next_f64();
    if u <= start / base {
        left + (u * (start * base)).sqrt()
    } else {
        right - ((1.0 - u) * ((right - mode) * base)).sqrt()
    }
}

/// Wald (inverse Gaussian): Michael, Schucany & Haas, 1976, in a form without cancellation.
pub fn wald(bits: &mut dyn Bits, mean: f64, scale: f64) -> f64 {
    let y = standard_normal(bits);
    let y = mean * y * y;
    let d = 1.0 + (1.0 + 4.0 * scale / y).sqrt();
    let x = mean * (1.0 - 2.0 / d);
    if bits.next_f64() <= mean / (mean + x) { x } else { mean * mean / x }
}

/// Von Mises: Best & Fisher, 1979; normal where the concentration is very large.
pub fn von_mises(bits: &mut dyn Bits, mu: f64, kappa: f64) -> f64 {
    if kappa > 1e6 {
        let result = mu + (1.0 / kappa).sqrt() * standard_normal(bits);
        return if result < -PI {
            result + 2.0 * PI
        } else if result > PI {
            result - 2.0 * PI
        } else {
            result
        };
    }
    von_mises_by_rejection(bits, mu, kappa)
}

/// The cosine of an angle by Best & Fisher's rejection from a wrapped Cauchy distribution.
pub fn wrapped_cauchy(kappa: f64, mut uniform: impl FnMut() -> f64) -> f64 {
    let s = if kappa < 1e-5 {
        1.0 / kappa + kappa
    } else {
        let r = 1.0 + (1.0 + 4.0 * kappa * kappa).sqrt();
        let rho = (r - (2.0 * r).sqrt()) / (2.0 * kappa);
        (1.0 + rho * rho) / (2.0 * rho)
    };
    loop {
        let z = (PI * uniform()).cos();
        let w = (1.0 + s * z) / (s + z);
        let y = kappa * (s - w);
        let v = uniform();
        if y * (2.0 - y) - v >= 0.0 || (y / v).ln() + 1.0 - y >= 0.0 {
            return w;
        }
    }
}

/// Best & Fisher's rejection alone.
pub fn von_mises_by_rejection(bits: &mut dyn Bits, mu: f64, kappa: f64) -> f64 {
    if kappa.is_nan() {
        return f64::NAN;
    }
    if kappa < 1e-8 {
        return PI * (2.0 * bits.next_f64() - 1.0);
    }
    let w = wrapped_cauchy(kappa, || bits.next_f64());
    let u = bits.next_f64();
    let angle = if u < 0.5 { -w.acos() } else { w.acos() } + mu;
    let size = (angle.abs() + PI) % (2.0 * PI) - PI;
    if angle < 0.0 { -size } else { size }
}
