//! Moments of the distributions against theory.

use super::{OPERANDS, named};
use crate::data::DType;
use crate::ops::lane::{Lane, LaneMut};

/// Mean and variance of so many draws.
fn moments(name: &str, params: &[f64]) -> (f64, f64) {
    const COUNT: usize = 40_000;
    let draw = named(name).unwrap();
    assert_eq!(draw.row.arity, 2 + params.len());
    let positions: Vec<f64> = (0..COUNT).map(|at| at as f64).collect();
    let columns: Vec<Vec<f64>> =
        std::iter::once(7.0).chain(params.iter().copied()).map(|value| vec![value; COUNT]).collect();
    let lanes: Vec<Lane<'_>> =
        std::iter::once(Lane::Float64(&positions)).chain(columns.iter().map(|column| Lane::Float64(column))).collect();
    let [kernel] = draw.row.loops else { panic!("one loop") };
    assert_eq!(kernel.ins, &OPERANDS[..draw.row.arity]);
    assert_eq!(draw.row.props.raises.unwrap()(&lanes), None);
    let found: Vec<f64> = if kernel.out == DType::Int64 {
        let mut out = vec![0i64; COUNT];
        (kernel.run)(&lanes, LaneMut::Int64(&mut out));
        out.iter().map(|&value| value as f64).collect()
    } else {
        let mut out = vec![0.0; COUNT];
        (kernel.run)(&lanes, LaneMut::Float64(&mut out));
        out
    };
    let mean = found.iter().sum::<f64>() / COUNT as f64;
    (mean, found.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / COUNT as f64)
}

#[test]
fn moments_are_those_of_theory() {
    let euler = 0.577_215_664_901_532_9;
    let pi2 = std::f64::consts::PI * std::f64::consts::PI;
    let cases: &[(&str, &[f64], f64, f64)] = &[
        ("beta", &[2.0, 3.0], 0.4, 0.04),
        ("chisquare", &[3.0], 3.0, 6.0),
        ("exponential", &[2.0], 2.0, 4.0),
        ("f", &[4.0, 12.0], 1.2, 2.0 * 144.0 * 14.0 / (4.0 * 100.0 * 8.0)),
        ("gamma", &[2.5, 2.0], 5.0, 10.0),
        ("gamma", &[0.4, 1.0], 0.4, 0.4),
        ("gumbel", &[1.0, 2.0], 1.0 + 2.0 * euler, pi2 / 6.0 * 4.0),
        ("laplace", &[1.0, 2.0], 1.0, 8.0),
        ("logistic", &[1.0, 2.0], 1.0, pi2 * 4.0 / 3.0),
        ("lognormal", &[0.0, 0.5], (0.125f64).exp(), ((0.25f64).exp() - 1.0) * (0.25f64).exp()),
        ("noncentral_chisquare", &[3.0, 2.0], 5.0, 14.0),
        ("noncentral_chisquare", &[0.5, 2.0], 2.5, 9.0),
        (
            "noncentral_f",
            &[4.0, 20.0, 2.0],
            20.0 * 6.0 / (4.0 * 18.0),
            2.0 * 25.0 * (36.0 + 8.0 * 18.0) / (18.0 * 18.0 * 16.0),
        ),
        ("normal", &[3.0, 2.0], 3.0, 4.0),
        ("pareto", &[5.0], 0.25, 5.0 / (16.0 * 3.0)),
        ("power", &[3.0], 0.75, 3.0 / (16.0 * 5.0)),
        ("rayleigh", &[2.0], 2.0 * (std::f64::consts::FRAC_PI_2).sqrt(), (2.0 - std::f64::consts::FRAC_PI_2) * 4.0),
        ("standard_exponential", &[], 1.0, 1.0),
        ("standard_gamma", &[3.0], 3.0, 3.0),
        ("standard_t", &[8.0], 0.0, 8.0 / 6.0),
        ("triangular", &[0.0, 1.0, 4.0], 5.0 / 3.0, 13.0 / 18.0),
        ("uniform", &[1.0, 3.0], 2.0, 1.0 / 3.0),
        ("vonmises", &[0.5, 4.0], 0.5, 0.2906),
        ("wald", &[2.0, 4.0], 2.0, 2.0),
        ("weibull", &[2.0], 0.886_226_925, 0.214_601_836),
        ("binomial", &[10.0, 0.3], 3.0, 2.1),
        ("binomial", &[1000.0, 0.4], 400.0, 240.0),
        ("geometric", &[0.25], 4.0, 12.0),
        ("hypergeometric", &[15.0, 10.0, 8.0], 4.8, 8.0 * 0.6 * 0.4 * 17.0 / 24.0),
        ("logseries", &[0.6], 0.6 / 0.4 / 0.916_290_732, 1.412_43),
        ("negative_binomial", &[3.0, 0.4], 4.5, 11.25),
        ("poisson", &[3.5], 3.5, 3.5),
        ("poisson", &[120.0], 120.0, 120.0),
        ("zipf", &[6.0], 1.036_927_755 / 1.017_343_062, 0.0248),
        ("integers", &[2.0, 12.0], 6.5, 8.25),
    ];
    for (name, params, mean, variance) in cases {
        let (found, spread) = moments(name, params);
        let tolerance = 5.0 * (variance / 40_000.0).sqrt() + 1e-9;
        assert!((found - mean).abs() < tolerance, "mean of {name}{params:?}: {found}, not {mean}");
        assert!((spread / variance - 1.0).abs() < 0.1, "variance of {name}{params:?}: {spread}, not {variance}");
    }
}

#[test]
fn parameters_are_checked_in_numpys_words() {
    let check = |name: &str, params: &[f64]| (named(name).unwrap().check)(params);
    assert_eq!(check("gamma", &[-1.0, 1.0]), Some("shape < 0"));
    assert_eq!(check("poisson", &[f64::NAN]), Some("lam < 0 or lam is NaN"));
    assert_eq!(check("triangular", &[1.0, 1.0, 1.0]), Some("left == right"));
    assert_eq!(check("binomial", &[5.0, 0.5]), None);
}
