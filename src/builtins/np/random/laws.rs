//! The table of distributions: names, what their parameters must be, and how each kind of source draws them.

use super::draw::{Params, floats, non_negative};
use super::{Source, at, with};
use crate::builtins::np::convert::array;
use crate::builtins::row::{Row, row};
use crate::data::buffer::room;
use crate::data::raised::{Res, value_error};
use crate::data::rng::{Bits, Engine, Mt19937, continuous as c, counts as n, legacy as l, standard_normal};
use crate::data::{Chunk, DType};
use crate::value::array::NdArray;
use crate::value::{Host, Value};

/// A type of functions of bits and up to three parameters (`&mut dyn Bits` can't be a type parameter with its lifetime).
macro_rules! functions {
    ($(#[$doc:meta])* $name:ident of $bits:ty) => {
        $(#[$doc])*
        enum $name<T> {
            A0(fn(&mut $bits) -> T),
            A1(fn(&mut $bits, f64) -> T),
            A2(fn(&mut $bits, f64, f64) -> T),
            A3(fn(&mut $bits, f64, f64, f64) -> T),
        }

        impl<T> $name<T> {
            fn draw(&self, bits: &mut $bits, params: &Params, at: usize) -> T {
                match self {
                    $name::A0(draw) => draw(bits),
                    $name::A1(draw) => draw(bits, params.get(0, at)),
                    $name::A2(draw) => draw(bits, params.get(0, at), params.get(1, at)),
                    $name::A3(draw) => draw(bits, params.get(0, at), params.get(1, at), params.get(2, at)),
                }
            }
        }
    };
}

functions! {
    /// Of any bits.
    New of dyn Bits
}
functions! {
    /// Of those of `RandomState`.
    Old of Mt19937
}

/// How to draw: the streams of `Generator`, and those of `RandomState` where they differ.
enum Draws {
    Real(New<f64>, Option<Old<f64>>),
    Count(New<i64>, Option<Old<i64>>),
}

/// What a parameter must be.
#[derive(Clone, Copy, PartialEq)]
enum Must {
    /// Anything.
    Any,
    /// At least 0.
    NonNegative,
    /// Above 0.
    Positive,
    /// Above 0, and a number.
    PositiveNumber,
    /// From 0 to 1.
    Share,
    /// Above 0, up to 1.
    PositiveShare,
    /// From 0 up to, not including, 1.
    BelowOne,
    /// Above 1.
    AboveOne,
    /// A mean that counts can have.
    Mean,
    /// A whole number, at least 0.
    Count,
}

impl Must {
    fn check(self, chunk: &Chunk, name: &str) -> Res<()> {
        let all = |holds: fn(f64) -> bool| Ok::<bool, Box<_>>(chunk.to_vec::<f64>()?.into_iter().all(holds));
        let nan = if chunk.ndim() == 0 { "is NaN" } else { "contains NaNs" };
        let wrong = |holds: bool, text: String| if holds { Ok(()) } else { Err(value_error(text)) };
        match self {
            Must::Any => Ok(()),
            Must::NonNegative => non_negative(chunk, name),
            Must::Positive => wrong(all(|x| x.is_nan() || x > 0.0)?, format!("{name} <= 0")),
            Must::PositiveNumber => {
                Must::Positive.check(chunk, name)?;
                wrong(all(|x| !x.is_nan())?, format!("{name} must not be NaN"))
            }
            Must::Share => wrong(all(|x| (0.0..=1.0).contains(&x))?, format!("{name} < 0, {name} > 1 or {name} {nan}")),
            Must::PositiveShare => {
                wrong(all(|x| x > 0.0 && x <= 1.0)?, format!("{name} <= 0, {name} > 1 or {name} contains NaNs"))
            }
            Must::BelowOne => {
                wrong(all(|x| (0.0..1.0).contains(&x))?, format!("{name} < 0, {name} >= 1 or {name} {nan}"))
            }
            Must::AboveOne => wrong(all(|x| x > 1.0)?, format!("{name} <= 1 or {name} {nan}")),
            Must::Mean => {
                wrong(all(|x| x >= 0.0)?, format!("{name} < 0 or {name} {nan}"))?;
                wrong(all(|x| x <= 9.223_372_006_484_771e18)?, format!("{name} value too large"))
            }
            Must::Count => {
                if !(chunk.dtype().is_whole() || chunk.dtype() == DType::Bool) {
                    return Err(chunk.dtype().unsafe_cast(DType::Int64));
                }
                wrong(all(|x| x >= 0.0)?, format!("{name} < 0"))
            }
        }
    }
}

/// A distribution.
struct Law {
    params: &'static [(&'static str, Must)],
    draws: Draws,
    /// What parameters must be to each other.
    together: Option<fn(&Params, usize) -> Option<&'static str>>,
}

const fn law(params: &'static [(&'static str, Must)], draws: Draws) -> Law {
    Law { params, draws, together: None }
}

/// The slots are the parameters, then `size`.
fn drawn(host: &mut dyn Host, source: &Source, args: &[Value], law: &Law) -> Res<Value> {
    let mut chunks = Vec::with_capacity(law.params.len());
    for (slot, _) in law.params.iter().enumerate() {
        chunks.push(array(host, at(args, slot), None)?);
    }
    let params = Params::new(host, at(args, law.params.len()), &chunks)?;
    if let Some(wrong) = law.together.and_then(|wrong| (0..params.count()).find_map(|at| wrong(&params, at))) {
        return Err(value_error(wrong));
    }
    for (chunk, (name, must)) in chunks.iter().zip(law.params) {
        must.check(chunk, name)?;
    }
    let mut engine = source.engine.borrow_mut();
    match &law.draws {
        Draws::Real(new, old) => floats(&params, |at| one(&mut engine, source.legacy, new, old.as_ref(), &params, at)),
        Draws::Count(new, old) => {
            if params.one {
                return Ok(Value::Int(one(&mut engine, source.legacy, new, old.as_ref(), &params, 0)));
            }
            let mut out = room::<i64>(&params.shape)?;
            out.extend((0..params.count()).map(|at| one(&mut engine, source.legacy, new, old.as_ref(), &params, at)));
            Ok(NdArray::value(Chunk::of(out, params.shape.clone())))
        }
    }
}

/// One number.
fn one<T>(engine: &mut Engine, legacy: bool, new: &New<T>, old: Option<&Old<T>>, params: &Params, at: usize) -> T {
    match (engine, old) {
        (Engine::Mt(bits), Some(old)) if legacy => old.draw(bits, params, at),
        (engine, _) => new.draw(engine, params, at),
    }
}

use Draws::{Count, Real};
use Must::{Any, Mean, NonNegative, Positive};
use New::{A0, A1, A2, A3};

const BETA: Law = law(&[("a", Positive), ("b", Positive)], Real(A2(c::beta), Some(Old::A2(l::beta))));
const BINOMIAL: Law =
    law(&[("n", Must::Count), ("p", Must::Share)], Count(A2(|b, many, p| n::binomial(b, many as i64, p)), None));
const CHI_SQUARED: Law = law(&[("df", Positive)], Real(A1(c::chi_squared), Some(Old::A1(l::chi_squared))));
const EXPONENTIAL: Law = law(
    &[("scale", NonNegative)],
    Real(A1(|b, scale| scale * c::exponential(b)), Some(Old::A1(|b, scale| scale * l::exponential(b)))),
);
const FISHER: Law = law(&[("dfnum", Positive), ("dfden", Positive)], Real(A2(c::fisher), Some(Old::A2(l::fisher))));
const GAMMA: Law = law(
    &[("shape", NonNegative), ("scale", NonNegative)],
    Real(A2(|b, shape, scale| scale * c::gamma(b, shape)), Some(Old::A2(|b, shape, scale| scale * l::gamma(b, shape)))),
);
const GEOMETRIC: Law = law(&[("p", Must::PositiveShare)], Count(A1(n::geometric), Some(Old::A1(l::geometric))));
const GUMBEL: Law = law(&[("loc", Any), ("scale", NonNegative)], Real(A2(c::gumbel), None));
const HYPERGEOMETRIC: Law = Law {
    params: &[("ngood", Must::Count), ("nbad", Must::Count), ("nsample", Must::Count)],
    draws: Count(
        A3(|b, good, bad, sample| n::hypergeometric(b, good as i64, bad as i64, sample as i64)),
        Some(Old::A3(|b, good, bad, sample| l::hypergeometric(b, good as i64, bad as i64, sample as i64))),
    ),
    together: Some(|p, at| {
        let (good, bad) = (p.get(0, at), p.get(1, at));
        if good >= 1e9 || bad >= 1e9 {
            return Some("both ngood and nbad must be less than 1000000000");
        }
        (good + bad < p.get(2, at)).then_some("ngood + nbad < nsample")
    }),
};
const LAPLACE: Law = law(&[("loc", Any), ("scale", NonNegative)], Real(A2(c::laplace), None));
const LOGISTIC: Law = law(&[("loc", Any), ("scale", NonNegative)], Real(A2(c::logistic), None));
const LOGNORMAL: Law = law(
    &[("mean", Any), ("sigma", NonNegative)],
    Real(
        A2(|b, mean, sigma| (mean + sigma * standard_normal(b)).exp()),
        Some(Old::A2(|b, mean, sigma| (mean + sigma * b.gauss()).exp())),
    ),
);
const LOG_SERIES: Law = law(&[("p", Must::BelowOne)], Count(A1(n::log_series), Some(Old::A1(l::log_series))));
const NEGATIVE_BINOMIAL: Law = law(
    &[("n", Must::PositiveNumber), ("p", Must::PositiveShare)],
    Count(A2(n::negative_binomial), Some(Old::A2(l::negative_binomial))),
);
const NONCENTRAL_CHI_SQUARED: Law = law(
    &[("df", Positive), ("nonc", NonNegative)],
    Real(A2(c::noncentral_chi_squared), Some(Old::A2(l::noncentral_chi_squared))),
);
const NONCENTRAL_FISHER: Law = law(
    &[("dfnum", Positive), ("dfden", Positive), ("nonc", NonNegative)],
    Real(A3(c::noncentral_fisher), Some(Old::A3(l::noncentral_fisher))),
);
const PARETO: Law = law(&[("a", Positive)], Real(A1(c::pareto), Some(Old::A1(l::pareto))));
const POISSON: Law = law(&[("lam", Mean)], Count(A1(n::poisson), None));
const POWER: Law = law(&[("a", Positive)], Real(A1(c::power), Some(Old::A1(l::power))));
const RAYLEIGH: Law = law(&[("scale", NonNegative)], Real(A1(c::rayleigh), Some(Old::A1(l::rayleigh))));
const CAUCHY: Law = law(&[], Real(A0(c::cauchy), Some(Old::A0(l::cauchy))));
const STUDENT: Law = law(&[("df", Positive)], Real(A1(c::student), Some(Old::A1(l::student))));
const TRIANGULAR: Law = Law {
    params: &[("left", Any), ("mode", Any), ("right", Any)],
    draws: Real(A3(c::triangular), None),
    together: Some(|p, at| {
        let (left, mode, right) = (p.get(0, at), p.get(1, at), p.get(2, at));
        if left > mode {
            Some("left > mode")
        } else if mode > right {
            Some("mode > right")
        } else {
            (left == right).then_some("left == right")
        }
    }),
};
const VON_MISES: Law = law(
    &[("mu", Any), ("kappa", NonNegative)],
    Real(A2(c::von_mises), Some(Old::A2(|b, mu, k| c::von_mises_by_rejection(b, mu, k)))),
);
const WALD: Law = law(&[("mean", Positive), ("scale", Positive)], Real(A2(c::wald), Some(Old::A2(l::wald))));
const WEIBULL: Law = law(&[("a", NonNegative)], Real(A1(c::weibull), Some(Old::A1(l::weibull))));
const ZIPF: Law = law(&[("a", Must::AboveOne)], Count(A1(n::zipf), Some(Old::A1(l::zipf))));

macro_rules! laws {
    ($($name:literal $law:ident;)*) => {
        /// The rows.
        pub const ROWS: &[Row] = &[
            $(
                row(concat!("numpy.random.", $name), |h, a| with(h, a, false, |h, s, a| drawn(h, s, a, &$law))),
                row(concat!("numpy.random.RandomState.", $name), |h, a| with(h, a, true, |h, s, a| drawn(h, s, a, &$law))),
                row(concat!("numpy.random.Generator.", $name), |h, a| with(h, a, true, |h, s, a| drawn(h, s, a, &$law))),
            )*
            row("numpy.random.standard_exponential", |h, a| with(h, a, false, super::draw::standard_exponential)),
            row("numpy.random.RandomState.standard_exponential", |h, a| with(h, a, true, super::draw::standard_exponential)),
            row("numpy.random.standard_gamma", |h, a| with(h, a, false, super::draw::standard_gamma)),
            row("numpy.random.RandomState.standard_gamma", |h, a| with(h, a, true, super::draw::standard_gamma)),
        ];
    };
}

laws! {
    "beta" BETA;
    "binomial" BINOMIAL;
    "chisquare" CHI_SQUARED;
    "exponential" EXPONENTIAL;
    "f" FISHER;
    "gamma" GAMMA;
    "geometric" GEOMETRIC;
    "gumbel" GUMBEL;
    "hypergeometric" HYPERGEOMETRIC;
    "laplace" LAPLACE;
    "logistic" LOGISTIC;
    "lognormal" LOGNORMAL;
    "logseries" LOG_SERIES;
    "negative_binomial" NEGATIVE_BINOMIAL;
    "noncentral_chisquare" NONCENTRAL_CHI_SQUARED;
    "noncentral_f" NONCENTRAL_FISHER;
    "pareto" PARETO;
    "poisson" POISSON;
    "power" POWER;
    "rayleigh" RAYLEIGH;
    "standard_cauchy" CAUCHY;
    "standard_t" STUDENT;
    "triangular" TRIANGULAR;
    "vonmises" VON_MISES;
    "wald" WALD;
    "weibull" WEIBULL;
    "zipf" ZIPF;
}
